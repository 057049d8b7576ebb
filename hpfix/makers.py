"""Which class of the project makes the object of a schema, and what it does with any other name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from hpfix.facts import Contract, Facts
from hpfix.holdings import Holdings
from hpfix.model import Expression, Schema
from hpfix.objects import Definition, Instance, Object
from hpfix.scopes import CLASS

MADE_BY_CALLS = frozenset({"HParams call", "namespace", "config object", "filled object"})
"""`config object` and `filled object` are made empty and filled; every one of the former, made by
ml_collections or yacs, configures something."""


class Makers:
    """The classes by their scopes, with the contracts that were read from their bodies."""

    def __init__(
        self, facts: Mapping[str, Facts], holdings: Holdings, schemas: Mapping[Expression, Schema]
    ) -> None:
        self._holdings = holdings
        self._schemas = schemas
        self._contracts = {each.scope: each for one in facts.values() for each in one.contracts}

    def of(self, schema: Schema) -> str | None:
        """The class in the project that the object of a schema is of, or that is the schema."""
        scope = schema.holder.scope
        if schema.holder.steps == (CLASS,):
            return scope
        if schema.form not in MADE_BY_CALLS:
            return None
        made = self._holdings.of(Expression(scope, schema.holder.steps[:-1]))
        scopes = [each.scope for each in made if isinstance(each, Definition)]
        return scopes[0] if len(scopes) == 1 else None

    def made_by(self, scope: str) -> Iterable[Schema]:
        """The schemas that calls of this class declare: `HParams(...)` of the tree's own class."""
        return self._made.get(scope, ())

    @cached_property
    def _made(self) -> Mapping[str, list[Schema]]:
        found: dict[str, list[Schema]] = defaultdict(list)
        for holder, schema in self._schemas.items():
            if schema.form in MADE_BY_CALLS:
                for each in self._holdings.of(Expression(holder.scope, holder.steps[:-1])):
                    if isinstance(each, Definition):
                        found[each.scope].append(schema)
        return found

    def under_contract(self, schema: Schema) -> Schema:
        """The schema with what the class that makes it does with an undeclared name."""
        scope = self.of(schema) if self._contracts else None
        contract = None if scope is None else self.contract(scope)
        if contract is None:
            return schema
        silent = (schema.silent | contract.silent) - contract.raises
        return schema._replace(silent=silent, refuses_defaults=bool(contract.refuses_defaults))

    def contract(self, scope: str) -> Contract | None:
        """The contract of a class: of each mode, what the nearest class in its line says."""
        found = [
            self._contracts[each]
            for each in self._holdings.lineage(scope)
            if each in self._contracts
        ]
        if not found:
            return None
        whole = found[-1]
        for each in reversed(found[:-1]):
            refuses = each.refuses_defaults
            whole = Contract(
                scope,
                (whole.silent | each.silent) - each.raises,
                (whole.raises | each.raises) - each.silent,
                whole.refuses_defaults if refuses is None else refuses,
            )
        return whole

    def refuses_defaults(self, objects: Iterable[Object]) -> bool:
        """Whether one of the objects raises what neither `hasattr` nor a default catches."""
        if not self._contracts:
            return False
        contracts = [self.contract(each.scope) for each in objects if isinstance(each, Instance)]
        return any(each is not None and bool(each.refuses_defaults) for each in contracts)
