"""Which mappings the objects of a schema hold inside, and under which keys."""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.field_classes import FORMS
from hpfix.index import Inner
from hpfix.model import Declaration, Expression, Schema
from hpfix.objects import Names
from hpfix.schemas import Schemas
from hpfix.scopes import CLASS, INSTANCE, outer_scope

NESTED = frozenset({"config file", "dict", "config object", "filled object", "namespace"}) | FORMS
"""The forms of schemas whose keys may be mappings of their own."""
DEEPEST = 3


class Nesting:
    """Answers for the schemas of a project; what is asked is kept."""

    def __init__(self, known: Schemas) -> None:
        self._known = known
        self._found: dict[Schema, tuple[Inner, ...]] = {}

    def of(self, schema: Schema) -> tuple[Inner, ...]:
        """Every mapping inside, the outer before the inner ones."""
        if schema not in self._found:
            self._found[schema] = tuple(self._inside(schema, (), DEEPEST))
        return self._found[schema]

    def _inside(self, schema: Schema, steps: tuple[str, ...], left: int) -> Iterator[Inner]:
        for key in dict.fromkeys(each.key for each in schema.declarations):
            inner = self._under(schema, key)
            if inner is not None:
                yield inner._replace(steps=(*steps, key))
                if inner.schema is not None and left > 1:
                    yield from self._inside(inner.schema, (*steps, key), left - 1)

    def _under(self, schema: Schema, key: str) -> Inner | None:
        if schema.form not in NESTED:
            return None
        nested = self._nested(schema, key)
        if nested is not None and nested is not schema:
            return Inner((), nested.declarations, nested)
        if schema.form != "dict":
            return None
        held = self._known.holdings.of(schema.holder.then(f"[{key}]"))
        literals = [
            self._known.holdings.names_of(each.holder) for each in held if isinstance(each, Names)
        ]
        match literals:
            case [literal] if literal is not None and literal.form == "dict key":
                return Inner((), tuple(Declaration(*each) for each in literal.names))
        return None

    def _nested(self, schema: Schema, key: str) -> Schema | None:
        """What one object of a class holds in a field, or a mapping under a key."""
        if schema.holder.steps != (CLASS,):
            return self._known.nested(schema, f".{key}")
        outer = outer_scope(schema.holder.scope)
        name = schema.holder.scope[len(outer) :].lstrip(":.")
        found = self._known.held_by(Expression(outer, (name, INSTANCE, f".{key}")))
        return found[0] if len(found) == 1 else None
