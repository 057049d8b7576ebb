"""What stands around a name in a Python file, as tokens: the same code around two names?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from keyword import iskeyword
from typing import NamedTuple

from hpfix.evidence.code_tokens import tokens
from hpfix.model import Place

REACH = 40
"""So many tokens before and after a name, a few lines, are all that is compared."""
LARGEST = 400_000
"""A file of more characters was not written by hand."""


class Spot(NamedTuple):
    """A name among the tokens of its file; what it is looked up in begins at `start`."""

    texts: tuple[str, ...]
    start: int
    at: int

    def before(self) -> Iterator[str]:
        first = max(self.start - REACH, 0)
        return reversed(self.texts[first : self.start])

    def after(self) -> tuple[str, ...]:
        return self.texts[self.at + 1 : self.at + 1 + REACH]

    def may_be_as(self, other: Spot, unknown: frozenset[str]) -> bool:
        """Whether the code next to both begins alike; most pairs are told apart by this at once."""
        pairs = ((self.start - 1, other.start - 1), (self.at + 1, other.at + 1))
        return any(
            0 <= here < len(self.texts)
            and 0 <= there < len(other.texts)
            and (self.texts[here] == other.texts[there] or self.texts[here] in unknown)
            for here, there in pairs
        )


@lru_cache(maxsize=32768)
def spot_of(text: str, place: Place) -> Spot | None:
    """The name at a place, where the file reads as tokens that far."""
    if len(text) > LARGEST:
        return None
    texts, starts = tokens(text)
    at = token_at(starts, place)
    if at is None:
        return None
    start = at
    if at >= 2 and texts[at - 1] in (".", "["):  # hp.lr, self.hp.lr, config["lr"]
        start = at - 2
        while start >= 2 and texts[start - 1] == ".":
            start -= 2
    return Spot(texts, start, at)


def spot_in(texts: Mapping[str, str], place: Place) -> Spot | None:
    """The name at a place of one of the files, where that is a file of Python."""
    return spot_of(texts.get(place.path, ""), place) if place.path.endswith(".py") else None


def token_at(starts: tuple[tuple[int, int], ...], place: Place) -> int | None:
    """The number of the token in which a place is."""
    at = bisect_right(starts, (place.line, place.column)) - 1
    return None if at < 0 or starts[at][0] != place.line else at


def name_before(text: str, place: Place) -> tuple[str, Place] | None:
    """`hp` of the attribute `hp.lr`, and where it stands."""
    spot = spot_of(text, place)
    if spot is None or spot.at < 2 or spot.texts[spot.at - 1] != ".":
        return None
    name = spot.texts[spot.at - 2]
    line, column = tokens(text).starts[spot.at - 2]
    return name, Place(place.path, line, column, line, column + len(name))


def shared_words(one: Spot, other: Spot, unknown: frozenset[str]) -> frozenset[str]:
    """The words that stand around both names alike, up to where the code differs.

    A name that is unknown itself may stand for any other; what both are looked up in says nothing.
    """
    words: set[str] = set()
    for left, right in ((one.before(), other.before()), (one.after(), other.after())):
        for here, there in zip(left, right, strict=False):
            if here == there:
                words.add(here)
            elif here not in unknown or not there.isidentifier():
                break
    receivers = {*one.texts[one.start : one.at], *other.texts[other.start : other.at], "self"}
    return frozenset(each for each in words - receivers if is_word(each))


def is_word(token: str) -> bool:
    """Whether a token is a name, a number or a text, and no word of the language."""
    return token.strip("_\"'")[:1].isalnum() and not iskeyword(token)
