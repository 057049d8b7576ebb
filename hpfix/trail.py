"""Where a place of a later snapshot was when the project was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hpfix.findings import Finding
from hpfix.model import Place
from hpfix.positions import line_starts, offset_of, position_of
from hpfix.rewrite import Change

Changes = Mapping[str, tuple[Change, ...]]


class Replacement(NamedTuple):
    """A span of a file as it was read, and what stands there now."""

    place: Place
    content: str


class Trail(NamedTuple):
    """The texts as they were read, and all changes since, in order."""

    read: Mapping[str, str]
    changes: tuple[Changes, ...] = ()

    def then(self, changes: Changes) -> Trail:
        """The trail with one more step."""
        return Trail(self.read, (*self.changes, changes))

    def back(self, finding: Finding, texts: Mapping[str, str]) -> Finding:
        """The finding with the places it had at the start; `texts` are those it was found in."""
        if not self.changes:
            return finding
        moved = {place: self._place(place, texts) for place in finding.places}
        bound = tuple(
            each._replace(reference=each.reference._replace(place=moved[each.reference.place]))
            for each in finding.bound
        )
        places = tuple(moved[place] for place in finding.places)
        schema = finding.schema
        if schema is not None:
            schema = schema._replace(place=self._place(schema.place, texts))
        return finding._replace(bound=bound, places=places, schema=schema)

    def replacements(self, changes: Changes) -> tuple[Replacement, ...]:
        """The changes of the next step as replacements in the files as they were read."""
        found = []
        for path, sequence in changes.items():
            starts = line_starts(self.read[path])
            for place, change in enumerate(sequence):
                before = sequence[:place]
                start = self._offset(path, _undo(before, change.start))
                end = self._offset(path, _undo(before, change.end))
                span = Place(path, *position_of(starts, start), *position_of(starts, end))
                found.append(Replacement(span, change.content))
        return tuple(sorted(found, key=lambda each: each.place))

    def _place(self, place: Place, texts: Mapping[str, str]) -> Place:
        now, before = line_starts(texts[place.path]), line_starts(self.read[place.path])
        start = self._offset(place.path, offset_of(now, place.line, place.column))
        end = self._offset(place.path, offset_of(now, place.end_line, place.end_column))
        return Place(place.path, *position_of(before, start), *position_of(before, end))

    def _offset(self, path: str, offset: int) -> int:
        for changes in reversed(self.changes):
            offset = _undo(changes.get(path, ()), offset)
        return offset


def moved(
    places: tuple[Place, ...], before: str, after: str, sequence: tuple[Change, ...]
) -> tuple[Place, ...]:
    """Where places of a text are after some changes, none of which is at one of them."""
    if not sequence:
        return places
    old, new = line_starts(before), line_starts(after)
    found = []
    for each in places:
        start = _redo(sequence, offset_of(old, each.line, each.column))
        end = _redo(sequence, offset_of(old, each.end_line, each.end_column))
        found.append(Place(each.path, *position_of(new, start), *position_of(new, end)))
    return tuple(found)


def _redo(sequence: tuple[Change, ...], offset: int) -> int:
    for change in sequence:
        if offset >= change.end:
            offset += len(change.content) - (change.end - change.start)
    return offset


def _undo(sequence: tuple[Change, ...], offset: int) -> int:
    """The offset before the changes; inside what was put in, the start of what it replaced."""
    for change in reversed(sequence):
        after = change.start + len(change.content)
        if offset >= after:
            offset += change.end - change.start - len(change.content)
        elif offset > change.start:
            offset = change.start
    return offset
