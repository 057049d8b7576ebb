"""Which mappings are walked side by side and differ: keys of the one that the other lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from hpfix.facts import Alignment, Facts
from hpfix.index import OutOfStep
from hpfix.model import Expression, Place, Schema
from hpfix.objects import Names, Object
from hpfix.records import is_record
from hpfix.schemas import Schemas

MOST_MISSING = 0.25
"""Of two mappings that differ in more of their keys, one is no list of the other's keys."""


def out_of_step(
    facts: Mapping[str, Facts], known: Schemas, opened: Iterable[Schema]
) -> tuple[OutOfStep, ...]:
    """One for each schema that has keys which the mapping beside it has no entry for."""
    alignments = [
        each for path, one in facts.items() if not is_record(path) for each in one.alignments
    ]
    if not alignments:
        return ()
    return tuple(dict.fromkeys(_Sides(facts, known, frozenset(opened)).all(alignments)))


def _by_object(
    known: Schemas, changes: Iterable[tuple[Expression, str | None]]
) -> Mapping[Object, set[str | None]]:
    """The keys that an object gets or loses; None for one of an unknown name."""
    found: dict[Object, set[str | None]] = defaultdict(set)
    for receiver, key in changes:
        for held in known.holdings.of(receiver):
            found[held].add(key)
    return found


def _written(facts: Iterable[Facts]) -> Iterator[tuple[Expression, str | None]]:
    """What is written under which key; a key of the object itself is none that it gets."""
    for one in facts:
        for each in one.references:
            if each.mode == "write" or each.form == "get":
                yield each.receiver, each.key
        for access in one.keyed:
            if access.mode == "write" and access.key.steps[:-1] != access.receiver.steps:
                yield access.receiver, None


class _Sides:
    """The keys that each side of an alignment has in the end."""

    def __init__(
        self, facts: Mapping[str, Facts], known: Schemas, opened: frozenset[Schema]
    ) -> None:
        self._known, self._opened = known, opened
        removals = (each for one in facts.values() for each in one.removals)
        self._removed = _by_object(known, ((each.receiver, each.key) for each in removals))
        self._written = _by_object(known, _written(facts.values()))

    def all(self, alignments: Iterable[Alignment]) -> Iterator[OutOfStep]:
        """What is out of step in any of them."""
        for each in alignments:
            yield from self._compared(each)

    def _compared(self, alignment: Alignment) -> Iterator[OutOfStep]:
        """Each schema that may be iterated, where it has keys that the other lacks."""
        sides = (alignment.counted, alignment.iterated)
        taken = {key for each in sides for key in self._keys_in(self._removed, each)}
        found = self._all_of(alignment.counted)
        if found is None or None in taken:
            return
        has, begins = found
        given = self._keys_in(self._written, alignment.iterated)
        for schema in self._known.held_by(alignment.iterated):
            absent = has | taken
            missing = tuple(each for each in schema.declarations if each.key not in absent)
            if 0 < len(missing) <= MOST_MISSING * len(schema.keys):
                is_longer = len((schema.keys | given) - taken) > len(has - taken)
                other = str(alignment.counted)
                yield OutOfStep(schema, missing, other, begins, alignment.place, is_longer)

    def _keys_in(
        self, changes: Mapping[Object, set[str | None]], expression: Expression
    ) -> set[str | None]:
        held = self._known.holdings.of(expression)
        return {key for each in held for key in changes.get(each, ())}

    def _all_of(self, counted: Expression) -> tuple[set[str | None], Place] | None:
        """All keys of the mapping that was counted, and where the first stands."""
        objects, schemas = self._known.holdings.of(counted), self._known.held_by(counted)
        given = self._keys_in(self._written, counted)
        if len(objects) != 1 or None in given or any(each in self._opened for each in schemas):
            return None
        if len(schemas) == 1:
            (schema,) = schemas
            return given.union(schema.keys), schema.declarations[0].place
        match objects[0]:
            case Names(holder):
                literal = self._known.holdings.literal_at(holder)
                is_whole = literal.whole and not self._known.included_in(objects[0])
                if is_whole and literal.names:
                    return given.union(name for name, *_ in literal.names), literal.names[0][1]
        return None
