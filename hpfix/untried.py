"""The parameters that a search tries and nothing reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hpfix.index import Index, Searched
from hpfix.model import Declaration, Place

FEWEST_READ = 2
SHARE_READ = 0.5
"""Where fewer of a search are looked up by name, its values may go another way."""
SHARE_UNTOLD = 0.65
"""The same where the project does not show what the search runs."""


def unread_parameters(index: Index) -> Iterator[tuple[Searched, Declaration]]:
    """Each parameter that no code looks up, where the others of its search are looked up by name.

    None of a search whose values go to what hpfix does not see, or whose program is not there.
    """
    seen = [each for each in index.searches if not each.is_whole]
    if not seen:
        return
    from hpfix.evidence.readings import unread  # most projects search for nothing

    keys = frozenset(last_of(one.key) for each in seen for one in each.search.parameters)
    left = unread(keys, index.texts)
    elsewhere = _taken_elsewhere(index) if left else frozenset()
    for each in seen if left else ():
        for one in _unread(each, left):
            if one.place not in elsewhere:
                yield each, one


def last_of(key: str) -> str:
    """`lr` of `optimizer.lr`"""
    return key.rpartition(".")[2]


def _unread(each: Searched, left: frozenset[str]) -> Iterable[Declaration]:
    parameters = each.search.parameters
    unread = [one for one in parameters if last_of(one.key) in left]
    read = len(parameters) - len(unread)
    least = SHARE_READ if each.is_known else SHARE_UNTOLD
    is_told = each.is_known or each.search.script is None
    if not is_told or read < FEWEST_READ or read < least * len(parameters):
        return ()
    # what is put below other keys may be handed on with them
    unseen = frozenset() if each.is_known else each.declared
    return [one for one in unread if "." not in one.key and one.key not in unseen]


def _taken_elsewhere(index: Index) -> frozenset[Place]:
    """The parameters that a program refuses, or takes for something that reads any of them."""
    return frozenset(
        each.reference.place
        for each in index.bound
        if each.schema is not None
        and each.reference.mode == "tune"
        and (
            each.schema in index.whole
            or each.schema in index.opened
            or each.reference.key not in each.schema.keys
        )
    )
