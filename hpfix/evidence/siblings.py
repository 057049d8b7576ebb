"""Whether another file has a declared key where this one has the missing one, in the same code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hpfix.evidence.copied_code import is_copied
from hpfix.evidence.orphans import kind_of
from hpfix.evidence.surroundings import shared_words, spot_in
from hpfix.evidence.words import FILLERS, OPPOSITES, abbreviates, split, veto, words
from hpfix.findings import Evidence
from hpfix.index import Index
from hpfix.model import Bound, Reference, Schema

FEWEST = 3
"""So many different words around two names, and the code is the same; `x = hp.lr` has one."""
MARGIN = 2
SHORTENED = 3
"""So many letters at least of a longer word are that word."""
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
    is_copy: bool = False


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
    is_copy = all(each.is_copy for each in matches)
    is_copy = is_copy or _is_repeated(matches, key, best.declared.key)
    is_copy = is_copy and len(matches) == len(found)
    is_copy = is_copy and not _has_family(schema, key, best.declared.key)
    is_copy = is_copy and not any(map(_is_its_own, matches))
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


def _is_one_in_other(key: str, declared: str) -> bool:
    """Whether one has all words of the other, and one of them tells something."""
    own, others = set(words(key)), set(words(declared))
    return (own <= others or others <= own) and not own & others <= FILLERS


def _is_its_own(match: Match) -> bool:
    """Whether the words of one name alone are opposed to those of the other, however they are
    shortened (`gen_lr` and `disc_lr`), or are those that its file or its code is called after."""
    missing, declared = set(words(match.missing.key)), set(words(match.declared.key))
    if any(
        _begun(missing - declared, group) - _begun(declared - missing, group)
        for group in OPPOSITES
        if _begun(declared - missing, group)
    ):
        return True
    path, scope = match.missing.place.path, match.missing.receiver.scope
    around = set(words(path.rpartition(".")[0].replace("/", "_")))
    around |= set(words(scope.partition("::")[2]))
    return bool((missing - declared - FILLERS) & around)


def _begun(own: set[str], group: frozenset[str]) -> set[str]:
    """The words of a group that begin with one of some others."""
    return {
        each for each in group for word in own if len(word) >= SHORTENED and each.startswith(word)
    }


def _others(index: Index, schema: Schema, key: str) -> Iterator[Reference]:
    """What refers to the declared keys; those that can never be meant left out."""
    for declared, uses in index.uses.get(schema, {}).items():
        if declared in schema.keys and veto(key, declared) is None:
            yield from (each.reference for each in uses)


def _best(
    index: Index,
    missing: Reference,
    others: list[Reference],
    unknown: frozenset[str],
) -> Match | None:
    """The declared key in the most similar code of another file, with a margin."""
    spot = spot_in(index.texts, missing.place)
    if spot is None:
        return None
    counts: dict[str, Match] = {}
    kind = kind_of(missing)
    for reference in others:
        if reference.place.path == missing.place.path or kind_of(reference) != kind:
            continue
        other = spot_in(index.texts, reference.place)
        if other is None or not spot.may_be_as(other, unknown):
            continue
        number = len(shared_words(spot, other, unknown))
        if number > counts.get(reference.key, Match(0, missing, reference)).words:
            is_copy = is_copied(spot, other, unknown, _is_one_in_other(missing.key, reference.key))
            counts[reference.key] = Match(number, missing, reference, is_copy)
    ranked = sorted(counts.values(), key=lambda each: -each.words)
    if not ranked or ranked[0].words < FEWEST:
        return None
    is_clear = len(ranked) == 1 or ranked[0].words - ranked[1].words >= MARGIN
    return ranked[0] if is_clear else None


def _at(reference: Reference) -> str:
    return f"{reference.place.path}:{reference.place.line}"
