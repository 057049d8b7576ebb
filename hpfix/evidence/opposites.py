"""When one word of a name says the opposite of a word of another, or denies it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

GROUPS = (
    "min max mean", "encoder decoder prenet postnet", "initial final", "start end begin",
    "train valid test", "in out input output", "src tgt source target", "low high",
    "hop window", "left right", "query key value", "generator discriminator", "up down",
    "first last", "forward backward", "mean std", "actor critic", "teacher student",
    "text mel", "lower upper", "before after", "height width", "row col",
    "keep drop", "keep dropout", "use no", "use skip", "enable disable", "with without",
    "include exclude", "increase decrease", "on off", "online offline", "positive negative",
    "micro macro", "ascending descending", "periodic aperiodic", "periodicity aperiodicity",
    "symmetric asymmetric", "synchronous asynchronous", "sync async", "causal acausal",
)  # fmt: skip
"""Words of which a key says one: with another one it is another key."""

PREFIXES = tuple(
    "un in im dis de non bi uni ex anti no mis re pre post sub super en up down over under out "
    "inter intra multi".split()
)
"""What makes another word, often the opposite one, of the word that follows."""
VARIANTS = frozenset({"in", "im"})
"""One prefix, as the letter after it wants it: the one for the other is a slip."""
ROOT = 4
"""A shorter rest may be no word of its own."""
DENYING = frozenset("no not non without disable dont".split())
COUNTS = frozenset({"n", "num", "number", "nb"})
"""Beside one of these, `no` is short for number."""


def opposed(left: frozenset[str], right: frozenset[str]) -> tuple[str, str] | None:
    """Two words, one of either name, that differ by a prefix such as `un` or `bi` and `uni`.

    A prefix that stands alone in the other name, as in `pre_emphasis` and `preemphasis`, is no
    difference.
    """
    only_left, only_right = left - right, right - left
    for one in sorted(only_left):
        for other in sorted(only_right):
            if one[-ROOT:] == other[-ROOT:]:
                prefixes = _prefixes(one, other)
                if prefixes is not None and not _stands(prefixes, only_left | only_right):
                    return one, other
    return None


def denies(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether only one of the two names says no."""
    return DENYING.isdisjoint(left) != DENYING.isdisjoint(right) and COUNTS.isdisjoint(left ^ right)


def _stands(prefixes: Iterable[str], words: frozenset[str]) -> bool:
    return any(each in words for each in prefixes)


@lru_cache(maxsize=16384)
def _prefixes(one: str, other: str) -> tuple[str, str] | None:
    """The unlike prefixes of two words that are one word without them."""
    for root in {rest for _, rest in _parted(one)} & {rest for _, rest in _parted(other)}:
        here, there = one.removesuffix(root), other.removesuffix(root)
        if here != there and {here, there} != VARIANTS:
            return here, there
    return None


def _parted(word: str) -> Iterable[tuple[str, str]]:
    for prefix in ("", *PREFIXES):
        if word.startswith(prefix) and len(word) - len(prefix) >= ROOT:
            yield prefix, word[len(prefix) :]
