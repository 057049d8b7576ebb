"""Where a renamed key may be meant as well: what a person has to look at, with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hpfix.class_names import class_names
from hpfix.comment_tokens import words_in
from hpfix.declared_together import is_sure
from hpfix.depth import room
from hpfix.facts import Facts
from hpfix.holdings import Holdings
from hpfix.model import Place
from hpfix.patterns import fits
from hpfix.positions import line_starts, offset_of, position_of
from hpfix.renaming import Renaming
from hpfix.schemas import Schemas
from hpfix.spelling import is_option

Span = tuple[int, int]

ELSEWHERE = frozenset({"keyword", "argument"})
"""What a call that is not understood is given has a name of that function's own."""


class Doubt(NamedTuple):
    """A place that was not renamed, and why it may have to be."""

    place: Place
    reason: str


@room()
def doubts(
    found: Renaming, facts: Mapping[str, Facts], told: Mapping[str, str], key: str
) -> tuple[Doubt, ...]:
    """Every place to look at, once, in order; `told` are files that hpfix does not understand."""
    seen: dict[tuple[str, int], Doubt] = {}
    # the same line may be found in several ways: the one that says most comes first
    for each in (*_uses(found), *_computed(found, facts, key), *_unbound(found, facts, key)):
        seen.setdefault((each.place.path, each.place.line), each)
    for each in (*_of_classes(found, facts, key), *_mentions(found, facts, told, key)):
        seen.setdefault((each.place.path, each.place.line), each)
    return tuple(sorted(seen.values()))


def _uses(found: Renaming) -> Iterator[Doubt]:
    for each in found.uses:
        place = each.reference.place
        is_meant_so = is_option(found.before.texts[place.path], place)  # -b, or by its `dest`
        if place not in found.places and not is_meant_so:
            reason = "the name is put together" if is_sure(each) else "it may be another object's"
            yield Doubt(place, reason)


def _computed(found: Renaming, facts: Mapping[str, Facts], key: str) -> Iterator[Doubt]:
    """Where a name that is not known is looked up in an object of these schemas."""
    group = {(each.place, each.name) for each in found.group.schemas}
    known = Schemas(facts, Holdings(facts))
    for spot in found.index.blind_spots:
        if spot.receiver is None or not (spot.pattern is None or fits(key, spot.pattern)):
            continue
        held = known.held_by(spot.receiver)
        if any((each.place, each.name) in group for each in held):
            yield Doubt(spot.place, spot.reason)


def _unbound(found: Renaming, facts: Mapping[str, Facts], key: str) -> Iterator[Doubt]:
    """The same name looked up in an object that nothing shows."""
    known = _known_places(found, facts, key)
    for each in facts.values():
        for reference in each.references:
            is_name = reference.form not in ELSEWHERE
            if is_name and reference.key == key and reference.place not in known:
                yield Doubt(reference.place, "it is not known whose it is")


def _known_places(found: Renaming, facts: Mapping[str, Facts], key: str) -> set[Place]:
    """What was renamed, and what surely belongs to another schema."""
    bound = (each for each in found.index.bound if each.reference.key == key and is_sure(each))
    declared = (
        declaration.place
        for schema in found.index.schemas
        for declaration in schema.declarations
        if declaration.key == key
    )
    return {*found.places, *(each.reference.place for each in bound), *declared}


def _of_classes(found: Renaming, facts: Mapping[str, Facts], key: str) -> Iterator[Doubt]:
    """The same name of a class of which nothing else is known."""
    known = _known_places(found, facts, key)
    for path, text in found.before.texts.items():
        for place, reason in class_names(path, text, key) if path.endswith(".py") else ():
            if place not in known:
                yield Doubt(place, reason)


def _mentions(
    found: Renaming, facts: Mapping[str, Facts], told: Mapping[str, str], key: str
) -> Iterator[Doubt]:
    """Comments, strings, and files that are not understood, that spell the name out."""
    known = _known_places(found, facts, key)
    names = tuple(dict.fromkeys((key, key.replace("_", "-"))))
    unread = {each.place.path for each in found.index.blind_spots if each.receiver is None}
    for path, text in (*found.before.texts.items(), *told.items()):
        if not any(name in text for name in names):
            continue
        starts = line_starts(text)
        beside = [each for each in known if each.path == path]
        is_code = path.endswith(".py") and path not in unread
        for first, piece in _pieces(text, starts) if is_code else ((0, text),):
            for start, end in _words(piece, names):
                span = position_of(starts, first + start), position_of(starts, first + end)
                place = Place(path, *span[0], *span[1])
                if not any(_overlaps(place, each) for each in beside):
                    yield Doubt(place, "it is mentioned")


def _pieces(text: str, starts: list[int]) -> Iterator[tuple[int, str]]:
    """The comments and strings of Python, each with its offset."""
    for line, column, piece in words_in(text):
        yield offset_of(starts, line, column), piece


def _words(text: str, names: tuple[str, ...]) -> Iterator[Span]:
    """Where one of the names stands alone."""
    for name in names:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if not (_continues(text[start - 1 : start]) or _continues(text[end : end + 1])):
                yield start, end
            start = text.find(name, end)


def _continues(character: str) -> bool:
    return character == "_" or character.isalnum()


def _overlaps(one: Place, other: Place) -> bool:
    return one[1:3] < other[3:] and other[1:3] < one[3:]
