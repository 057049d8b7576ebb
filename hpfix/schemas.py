"""The schemas of a project: put together from all that declares them, and what holds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from hpfix.holdings import Holdings
from hpfix.model import Call, Declaration, Expression, Facts, Schema
from hpfix.objects import Declared, Definition, Instance, Method, Module, Parser, Unknown
from hpfix.scopes import BASES, CLASS, MODULE, PARENTS


class Schemas:
    """Every schema with the keys that calls elsewhere add to it."""

    def __init__(self, facts: Mapping[str, Facts], holdings: Holdings) -> None:
        self.holdings = holdings
        self._schemas = {each.holder: each for one in facts.values() for each in one.schemas}
        self._makers: dict[str, tuple[Schema, ...]] = {}
        self._merged = self._merge(facts.values())
        self.all = tuple(
            self._merged.get(each, each) for one in facts.values() for each in one.schemas
        )
        self.handed_out = self._handed_out(call for one in facts.values() for call in one.calls)

    def held_by(self, expression: Expression) -> tuple[Schema, ...]:
        """The schemas whose object, class or module the expression may hold."""
        found: dict[Schema, None] = {}
        for each in self.holdings.of(expression):
            match each:
                case Declared(schema):
                    found[schema] = None
                case Definition(scope):
                    found.update(dict.fromkeys(self._schemas_of_class(scope)))
                case Instance(scope):
                    found.update(dict.fromkeys(self._schemas_of_class(scope)))
                    is_inside = expression.scope.startswith(f"{scope}.")
                    made = () if is_inside else self._made_by(scope)
                    found.update(dict.fromkeys(made if len(made) == 1 else ()))
                case Module(path):
                    module = self._schemas.get(Expression(path, (MODULE,)))
                    if module is not None:
                        found[module] = None
        return tuple(self._merged.get(each, each) for each in found)

    def _merge(self, facts: Iterable[Facts]) -> dict[Schema, Schema]:
        """Every schema with the keys that calls elsewhere add to it."""
        added: dict[Schema, list[Declaration]] = defaultdict(list)
        for each in facts:
            for addition in each.additions:
                for held in self.holdings.of(addition.receiver):
                    if isinstance(held, (Declared, Parser)):
                        added[held.schema].append(addition.declaration)
        for schema in self._schemas.values():
            for held in self.holdings.field_of(("object", Parser(schema)), PARENTS):
                if isinstance(held, Parser):
                    added[schema] += added.get(held.schema, [])
        return {
            schema: schema._replace(declarations=(*schema.declarations, *declarations))
            for schema, declarations in added.items()
        }

    def _handed_out(self, calls: Iterable[Call]) -> frozenset[Schema]:
        """The parsers that a function outside the project is given: it may add options."""

        def is_ours(call: Call) -> bool:
            called = self.holdings.of(call.function)
            return any(isinstance(each, (Definition, Method)) for each in called)

        return frozenset(
            self._merged.get(held.schema, held.schema)
            for call in calls
            for _, argument in call.arguments
            for held in self.holdings.of(argument)
            if isinstance(held, Parser)
            and not any(
                isinstance(each, (Definition, Method)) for each in self.holdings.of(call.function)
            )
        )

    def _made_by(self, scope: str) -> tuple[Schema, ...]:
        """The schemas that calls of this class declare: `HParams(...)` of the tree's own class."""
        if scope not in self._makers:
            self._makers[scope] = self._made(Definition(scope))
        return self._makers[scope]

    def _made(self, made: Definition) -> tuple[Schema, ...]:
        return tuple(
            schema
            for holder, schema in self._schemas.items()
            if schema.form == "HParams call"
            and made in self.holdings.of(Expression(holder.scope, holder.steps[:-1]))
        )

    def _schemas_of_class(self, scope: str) -> Iterable[Schema]:
        for each in self.holdings.lineage(scope):
            schema = self._schemas.get(Expression(each, (CLASS,)))
            if schema is not None:
                return (schema,)
        return ()

    def knows(self, schema: Schema, key: str) -> bool:
        """Whether a class or a module has the name, as a method, an import or a field."""
        scope = schema.holder.scope
        match schema.holder.steps:
            case [holder] if holder == CLASS:
                return any(True for _ in self.holdings.attribute_of(scope, key)) or any(
                    self.holdings.scopes.is_bound(each, key)
                    for each in self.holdings.lineage(scope)
                )
            case [holder] if holder == MODULE:
                return self.holdings.scopes.is_bound(scope, key) or (
                    self.holdings.modules.submodule(scope, key) is not None
                )
        return False

    def has_foreign_base(self, schema: Schema) -> bool:
        """Whether the class derives from one that is not in the project."""
        if schema.holder.steps != (CLASS,):
            return False
        return any(
            isinstance(base, Unknown) and base.steps not in ((BASES,), ("object",))
            for each in self.holdings.lineage(schema.holder.scope)
            for base in self.holdings.of(Expression(each, (BASES,)))
        )
