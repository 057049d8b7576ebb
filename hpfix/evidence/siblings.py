"""Whether another file has a declared key where this one has the missing one, in the same code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hpfix.evidence.orphans import kind_of
from hpfix.evidence.surroundings import Spot, shared_words, spot_of
from hpfix.evidence.words import abbreviates, split, veto
from hpfix.model import Bound, Evidence, Index, Reference, Schema

FEWEST = 3
"""So many different words around two names, and the code is the same; `x = hp.lr` has one."""
MARGIN = 2
MANY = 6
SEVERAL = 3
"""So many lines that are alike in both files say as much as one that is long."""


class Sibling(NamedTuple):
    """A declared key that stands where the missing one does; `is_copy`: everywhere, in code that
    is the same at length, or in several lines."""

    key: str
    evidence: Evidence
    is_copy: bool


class Match(NamedTuple):
    """How many words are the same around a missing key and a declared one."""

    words: int
    missing: Reference
    declared: Reference


def moved_in(index: Index, schema: Schema, key: str, bound: tuple[Bound, ...]) -> Sibling | None:
    """The declared key that the same code in other files has, clear of any other key.

    A rename that reached some files and not others leaves the code around the names as it was.
    """
    unknown = frozenset(index.missing_from(schema))
    others = list(_others(index, schema, key))
    found = [_best(index, each.reference, others, unknown) for each in bound]
    matches = [each for each in found if each is not None]
    if not matches or len({each.declared.key for each in matches}) > 1:
        return None
    best = max(matches, key=lambda each: each.words)
    said = (
        f"{_at(best.declared)} has `{best.declared.key}` where {_at(best.missing)} has `{key}`,"
        " in the same code"
    )
    is_long = all(each.words >= MANY for each in matches)
    is_copy = is_long or _is_repeated(matches, key, best.declared.key)
    is_copy = is_copy and len(matches) == len(found)
    is_copy = is_copy and not _has_family(schema, key, best.declared.key)
    return Sibling(best.declared.key, Evidence("sibling", said), is_copy)


def _is_repeated(matches: list[Match], key: str, declared: str) -> bool:
    """Whether shorter pieces of code agree in several lines, and one name begins as the other."""
    lines = {each.declared.place for each in matches}
    is_akin = abbreviates(declared, key) or abbreviates(key, declared)
    return len(lines) >= SEVERAL and is_akin


def _has_family(schema: Schema, key: str, declared: str) -> bool:
    """Whether one of the two begins or ends as other declared keys do, and the other does not.

    Two programs of one project are alike and have keys of their own: `tts_lr` and `voc_lr`.
    """
    own, others = split(key), split(declared)
    return any(
        split(each)[at] in (own[at], others[at])
        for each in schema.keys - {declared}
        for at in (0, -1)
        if own[at] != others[at]
    )


def _others(index: Index, schema: Schema, key: str) -> Iterator[tuple[Reference, Spot]]:
    """Where the declared keys stand in Python files; those that can never be meant left out."""
    for declared, uses in index.uses.get(schema, {}).items():
        if declared not in schema.keys or veto(key, declared) is not None:
            continue
        for each in uses:
            spot = _spot(index, each.reference)
            if spot is not None:
                yield each.reference, spot


def _best(
    index: Index,
    missing: Reference,
    others: list[tuple[Reference, Spot]],
    unknown: frozenset[str],
) -> Match | None:
    """The declared key in the most similar code of another file, with a margin."""
    spot = _spot(index, missing)
    if spot is None:
        return None
    counts: dict[str, Match] = {}
    for reference, other in others:
        if reference.place.path == missing.place.path or kind_of(reference) != kind_of(missing):
            continue
        words = len(shared_words(spot, other, unknown))
        if words > counts.get(reference.key, Match(0, missing, reference)).words:
            counts[reference.key] = Match(words, missing, reference)
    ranked = sorted(counts.values(), key=lambda each: -each.words)
    if not ranked or ranked[0].words < FEWEST:
        return None
    is_clear = len(ranked) == 1 or ranked[0].words - ranked[1].words >= MARGIN
    return ranked[0] if is_clear else None


def _spot(index: Index, reference: Reference) -> Spot | None:
    path = reference.place.path
    return spot_of(index.texts.get(path, ""), reference.place) if path.endswith(".py") else None


def _at(reference: Reference) -> str:
    return f"{reference.place.path}:{reference.place.line}"
