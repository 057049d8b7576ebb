"""A text as one walk through its tree: what every node says in turn, and where it says it.

Two texts say the same when the steps of their walks do. An edit is judged by what it leaves out of,
or puts into, a walk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple


class Differs(Exception):
    """A rewrite did anything but what its edit names; the message says where it shows."""


class Step(NamedTuple):
    """One node, or what a node says; `start` and `end` are offsets in code points.

    `turn` is 1 where a node begins that has others inside, -1 where it ends. `mark` is a tag or an
    anchor, `field` what the node is to the one around it.
    """

    kind: str
    value: str
    start: int
    end: int
    turn: int = 0
    mark: str = ""
    field: str = ""

    @property
    def said(self) -> tuple[str, ...]:
        return self.kind, self.value, self.mark, self.field


class Comment(NamedTuple):
    start: int
    text: str


class Walk(NamedTuple):
    """The steps of a text in order, and its comments."""

    steps: tuple[Step, ...]
    comments: tuple[Comment, ...]


def said(steps: Sequence[Step]) -> list[tuple[str, ...]]:
    """What some steps say, wherever they stand."""
    return [each.said for each in steps]


def behind(steps: Sequence[Step], index: int) -> int:
    """The index of the step behind the node that begins at one."""
    depth = 0
    while index < len(steps):
        depth += steps[index].turn
        index += 1
        if depth <= 0:
            break
    return index


def around(steps: Sequence[Step], index: int) -> int | None:
    """The index at which the node begins that the step of an index is inside of."""
    depth = 0
    for at in range(index - 1, -1, -1):
        depth += steps[at].turn
        if depth == 1:
            return at
    return None


def extent(steps: Sequence[Step], first: int, last: int) -> int:
    """Where the last of what is written for some steps ends; the events of YAML end a block
    collection only where the next node begins, and there is nothing of it there."""
    ends = (each.end for each in steps[first:last] if each.turn != 1 and each.end > each.start)
    return max(ends, default=steps[first].end)


def require_same(before: Sequence[Step], after: Sequence[Step], what: str) -> None:
    """Raise Differs unless two walks say the same."""
    if said(before) != said(after):
        raise Differs(what)


def require_comments(
    before: Walk, after: Walk, *, gone: str = "", added: Sequence[str] = ()
) -> None:
    """Raise Differs unless the comments are the same but for those in `gone`, and those named."""
    one, other = (Counter(each.text for each in walk.comments) for walk in (before, after))
    if any(text not in gone for text in one - other):
        raise Differs("a comment is lost")
    if any(text not in added for text in other - one):
        raise Differs("a comment is put in")
