"""Which items of two sequences stand for each other, when the edits between them are local.

`difflib` looks at every pair of equal items: nine seconds for a YAML file of 60,000 lines that
repeat. Fixes change a few lines and leave the rest in order, so walking both sides together and
catching step again after each change takes linear time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

REACH = 100  # items looked ahead to catch step again
STEP = 2  # items that have to agree then


class Stretch(NamedTuple):
    """`old[a:b]` stands for `new[c:d]`; they are equal or they differ."""

    is_equal: bool
    a: int
    b: int
    c: int
    d: int


def lines_of(text: str) -> list[str]:
    r"""Lines with their \n."""
    pieces = text.split("\n")
    return [f"{piece}\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])


def stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """Both sequences from left to right, equal and different stretches by turns."""
    a = c = 0
    while a < len(old) or c < len(new):
        b, d = a, c
        while b < len(old) and d < len(new) and old[b] == new[d]:
            b, d = b + 1, d + 1
        if b > a:
            yield Stretch(True, a, b, c, d)
        a, c = b, d
        if a == len(old) and c == len(new):
            return
        found = _in_step_again(old, new, a, c)
        if found is None:
            yield from _by_difflib(old, new, a, c)
            return
        b, d = found
        yield from _in_pairs(old, new, Stretch(False, a, b, c, d))
        a, c = b, d


def _in_pairs(old: Sequence[str], new: Sequence[str], whole: Stretch) -> Iterator[Stretch]:
    """A stretch that is as long on both sides, split where single items are equal after all."""
    _, a, b, c, d = whole
    if b - a != d - c:
        yield whole
        return
    for is_equal, run in groupby(range(b - a), key=lambda each: old[a + each] == new[c + each]):
        numbers = list(run)
        first, last = numbers[0], numbers[-1] + 1
        yield Stretch(is_equal, a + first, a + last, c + first, c + last)


def _in_step_again(
    old: Sequence[str], new: Sequence[str], a: int, c: int
) -> tuple[int, int] | None:
    """The nearest pair of positions at which both sides go on alike."""
    for distance in range(1, 2 * REACH):
        for skipped in range(max(0, distance - REACH), min(distance, REACH) + 1):
            b, d = a + skipped, c + distance - skipped
            if b > len(old) or d > len(new):
                continue
            if old[b : b + STEP] == new[d : d + STEP]:
                return b, d
    return None


def _by_difflib(old: Sequence[str], new: Sequence[str], a: int, c: int) -> Iterator[Stretch]:
    from difflib import SequenceMatcher  # no fix of ours moves so much

    for tag, e, f, g, h in SequenceMatcher(None, old[a:], new[c:]).get_opcodes():
        yield Stretch(tag == "equal", a + e, a + f, c + g, c + h)
