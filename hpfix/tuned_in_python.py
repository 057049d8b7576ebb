"""Whether each value that a tuner gives in Python, or found best, is taken where it arrives."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from hpfix.acceptance import refused_argument
from hpfix.evidence.readings import unread
from hpfix.index import Arriving, Index
from hpfix.model import Place, Range, Tried
from hpfix.ranges import astray, fault_of
from hpfix.tried_values import SPACES, Use, Way, ways_in

UNREAD = "nothing reads it"


class Judged(NamedTuple):
    """What is tried, whether it is taken (None where that is not known), and why not."""

    tried: Tried
    accepted: bool | None
    reason: str = ""


def judged_in_python(index: Index, known: Collection[Place]) -> Iterator[Judged]:
    """Every tried value that is not bound to a declaration; `known` are the places of those that
    are."""
    if index.arrivals is None:
        return
    paths = dict.fromkeys(each.place.path for each in index.tried)
    ways = [
        way
        for path in paths
        if path.endswith(".py")
        for way in ways_in(path, index.texts[path])
        if way.tried.key and not _is_known(way, known)
    ]
    names = frozenset(name for way in ways for name in _names(way))
    left = unread(names, index.texts)
    for way in ways:
        yield _judged(way, index.arrivals, left)


def _is_known(way: Way, known: Collection[Place]) -> bool:
    """Whether what is said of the key that the value is put under is said of the value."""
    return way.tried.place in known or any(each.key in known for each in way.uses)


def _names(way: Way) -> frozenset[str]:
    """What a program may look the value up by."""
    keys = (each.name for each in way.uses if each.key is not None)
    return frozenset(each for each in (way.tried.key, *keys) if isinstance(each, str))


def _judged(way: Way, arrivals: Arriving, left: frozenset[str]) -> Judged:
    tried = way.tried
    fault = fault_of(tried.range)
    if fault is not None:
        return Judged(tried, False, fault.said)
    found = [_taken(each, tried, arrivals, left) for each in way.uses]
    refused = next((each for each in found if each.accepted is False), None)
    if refused is not None:
        return refused
    is_labelled = tried.key in arrivals.read_beside(tried.place)
    if is_labelled or any(each.accepted for each in found):
        return Judged(tried, True)
    if not way.uses and not way.is_taken_whole and tried.key in left:
        return Judged(tried, False, UNREAD)
    return Judged(tried, None, "it is not known what reads it")


def _taken(use: Use, tried: Tried, arrivals: Arriving, left: frozenset[str]) -> Judged:
    """What one use makes of the value."""
    if use.key is not None:
        read = arrivals.read_beside(use.key)
        # a space is what a trial gets; any other mapping may be handed on
        is_space = tried.range.tuner in SPACES and bool(read)
        if is_space and use.name in left and not arrivals.is_given_whole(use.key):
            return Judged(tried, False, UNREAD)
        return Judged(tried, True if use.name in read else None)
    if use.function is None:
        return Judged(tried, True)
    reasons: list[str | None] = []
    for schema in arrivals.taken_by(use.function):
        declared = schema.declaration(use.name) if isinstance(use.name, str) else None
        if isinstance(use.name, int):
            reasons.append(None)
        elif declared is None:
            reasons.append(f"`{schema.name}` has no parameter `{use.name}`")
        else:
            reasons.append(refused_argument(tried.range, declared))
    refused = next((each for each in reasons if each is not None), None)
    is_refused = refused is not None and all(reasons)
    return Judged(tried, not is_refused, refused or "" if is_refused else "")


def judged_best(index: Index) -> Iterator[Judged]:
    """Every value that a file gives for a label of a study: the label has to be one, and the value
    one that the study tries."""
    arrivals = index.arrivals
    for given, label, study in () if arrivals is None else arrivals.best():
        if given.value is None:
            continue
        tried = Tried(given.key, given.place, Range(choices=(given.value,)))
        if label is None:
            yield Judged(tried, False, f"not declared in {study.place.path}")
        else:
            space = None if label.value is None else label.value.range
            reason = None if space is None else astray(given.value, space)
            yield Judged(tried, reason is None, reason or "")
