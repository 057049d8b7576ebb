"""Every declared hyperparameter with its uses, and whether each tuned value would be accepted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hpfix.acceptance import Kind, kind_of, objection, refused_argument, refused_options
from hpfix.command_options import is_tuned
from hpfix.index import Index, Searched
from hpfix.model import Bound, Declaration, Expression, Place, Range, Reference, Schema
from hpfix.ranges import fault_of
from hpfix.tuned_in_python import Judged, judged_best, judged_in_python
from hpfix.untried import unread_parameters


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
    found = {place: _judged(each) for place, each in by_place.items()}
    found.update(_searched(index, found))
    for one in (*judged_best(index), *judged_in_python(index, found.keys())):
        found.setdefault(one.tried.place, _of_python(one))
    return tuple(found[place] for place in sorted(found))


def _searched(index: Index, known: Mapping[Place, Tuned]) -> Iterator[tuple[Place, Tuned]]:
    """What no declaration has to accept, as a program takes it from what it is given."""
    unread = {one.place for _, one in unread_parameters(index)}
    for each in index.searches:
        for one in each.search.parameters:
            before = known.get(one.place)
            is_judged = before is not None and before.accepted is not None
            if not is_judged or one.place in unread:
                yield one.place, _arriving(each, one, is_unread=one.place in unread)


def _arriving(each: Searched, one: Declaration, *, is_unread: bool) -> Tuned:
    space = (None if one.value is None else one.value.range) or Range()
    receiver = each.search.values or each.search.holder
    reference = Reference(one.key, one.place, "search space", "tune", receiver, range=space)
    if is_unread:
        return Tuned(reference, space, False, "nothing reads it")
    fault = _fault(space)
    if fault is not None:
        return Tuned(reference, space, False, fault)
    if each.is_known and not each.is_whole:
        return Tuned(reference, space, True, "")
    return Tuned(reference, space, None, "it is not known what reads it")


def _fault(space: Range) -> str | None:
    fault = fault_of(space)
    return None if fault is None else fault.said


def _of_python(one: Judged) -> Tuned:
    key, place, space = one.tried
    receiver = Expression(place.path, ("<tuner>",))
    reference = Reference(key, place, "search space", "tune", receiver, range=space)
    return Tuned(reference, space, one.accepted, one.reason)


def _judged(bound: Bound) -> Tuned:
    reference, schema = bound.reference, bound.schema
    space = reference.tried or Range()
    if schema is None:
        return Tuned(reference, space, None, "it is not known which declaration it belongs to")
    declaration = schema.declaration(reference.key)
    if declaration is None:
        return Tuned(reference, space, False, f"not declared in {schema.place.path}")
    if schema.form == "signature" or space.tuner == "dvc":
        reason = _fault(space) or refused_argument(space, declaration)
        return Tuned(reference, space, reason is None, reason or "")
    kind = kind_of(declaration.value)
    reason = objection(reference.key, kind, space)
    if reason is None and is_tuned(reference):
        reason = refused_options(space, declaration)
    if reason is None and kind.type == "unknown":
        return Tuned(reference, space, None, "its default is computed, so its type is not known")
    return Tuned(reference, space, reason is None, reason or "")
