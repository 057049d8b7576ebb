"""Every declared hyperparameter with its uses, and whether each tuned value would be accepted."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from hpfix.model import Bound, Declaration, Index, Place, Range, Reference, Schema, Value
from hpfix.override_grammar import Kind, kind_of, refusal

# the words for a type in search spaces (dialects 3)
FRACTIONAL = frozenset(
    "float double uniform loguniform log_uniform quniform normal suggest_float".split()
)


class Parameter(NamedTuple):
    """One declared key of a schema and the places that refer to it, in order."""

    schema: Schema
    declaration: Declaration
    used: tuple[Place, ...]

    @property
    def kind(self) -> Kind:
        """The type of its default."""
        return kind_of(self.declaration.value)


class Tuned(NamedTuple):
    """One entry of a search space; `accepted` is None when nothing can be said."""

    reference: Reference
    range: Range
    accepted: bool | None
    reason: str


def parameters(index: Index) -> tuple[Parameter, ...]:
    """The declared keys, schema by schema, in the order in which they are declared."""
    used: dict[tuple[Schema, str], set[Place]] = defaultdict(set)
    for each in index.bound:
        if each.schema is not None:
            used[each.schema, each.reference.key].add(each.reference.place)
    found = []
    for schema in sorted(index.schemas, key=lambda one: one.place):
        first = {each.key: each for each in reversed(schema.declarations)}
        for declaration in sorted(first.values(), key=lambda one: one.place):
            places = used.get((schema, declaration.key), set())
            found.append(Parameter(schema, declaration, tuple(sorted(places))))
    return tuple(found)


def tuned(index: Index) -> tuple[Tuned, ...]:
    """Every entry of every search space, by place."""
    by_place: dict[Place, Bound] = {}
    for each in index.bound:
        if each.reference.tried is not None:
            known = by_place.get(each.reference.place)
            if known is None or known.schema is None:
                by_place[each.reference.place] = each
    return tuple(_judged(by_place[place]) for place in sorted(by_place))


def _judged(bound: Bound) -> Tuned:
    reference, schema = bound.reference, bound.schema
    space = reference.tried or Range()
    if schema is None:
        return Tuned(reference, space, None, "it is not known which declaration it belongs to")
    declaration = schema.declaration(reference.key)
    if declaration is None:
        return Tuned(reference, space, False, f"not declared in {schema.place.path}")
    kind = kind_of(declaration.value)
    reason = objection(reference.key, kind, space)
    if reason is None and kind.type == "unknown":
        return Tuned(reference, space, None, "its default is computed, so its type is not known")
    return Tuned(reference, space, reason is None, reason or "")


def objection(key: str, kind: Kind, space: Range) -> str | None:
    """Why some value of the range would not be accepted, or None when all would be."""
    if space.type in FRACTIONAL and kind.type in ("int", "bool"):
        return f"suggests {space.type} values for a declared {kind}"
    for value in (space.low, space.high, *space.choices, space.default):
        text = as_override(value)
        reason = None if text is None else refusal(f"{key}={text}", {key: kind})
        if reason is not None and kind.type != "unknown":
            return reason
    return _outside(space)


def _outside(space: Range) -> str | None:
    """What is wrong with the bounds and the default themselves."""
    low, high, default = (_number(each) for each in (space.low, space.high, space.default))
    if low is not None and high is not None and low > high:
        return f"its range is empty: {_source(space.low)} is more than {_source(space.high)}"
    if default is not None and low is not None and default < low:
        return f"its default {_source(space.default)} is below {_source(space.low)}"
    if default is not None and high is not None and default > high:
        return f"its default {_source(space.default)} is above {_source(space.high)}"
    texts = [as_override(each) for each in space.choices]
    if space.default is not None and texts and as_override(space.default) not in texts:
        return f"its default {_source(space.default)} is none of its choices"
    return None


def as_override(value: Value | None) -> str | None:
    """The value as a program puts it behind `name=`; None when it is computed or absent."""
    match value:
        case None | Value(type="unknown" | "mapping"):
            return None
        case Value(literal=tuple(items)):
            return str(list(items))
    return str(value.literal)


def _number(value: Value | None) -> float | None:
    match value:
        case Value(literal=bool()):
            return None
        case Value(literal=int(number) | float(number)):
            return float(number)
        case Value(literal=str(text)):  # YAML reads 1e-3 as a string
            try:
                return float(text)
            except ValueError:
                return None
    return None


def _source(value: Value | None) -> str:
    return "" if value is None else value.source
