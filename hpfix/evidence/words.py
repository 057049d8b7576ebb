"""Whether two names are made of the same words, and when their difference forbids a rename."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from hpfix.evidence.opposites import GROUPS, denies, opposed


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


FILLER_WEIGHT = 0.35
LONG = 6
"""From so many letters on, one other letter is a slip; in a shorter word it may be another word."""
FILLERS = frozenset(map(_stem, "num rate prob dim value step use enable is flag the of".split()))
"""Words that names gain and lose without meaning anything else (dialects 6.3)."""

ABBREVIATIONS = {
    "lr": "learning rate", "bs": "batch size", "wd": "weight decay", "sr": "sampling rate",
    "n": "num", "nb": "num", "number": "num", "size": "dim", "units": "dim", "emb": "embedding",
    "embed": "embedding", "embeddings": "embedding", "enc": "encoder", "dec": "decoder",
    "attn": "attention", "att": "attention", "opt": "optimizer", "eps": "epsilon",
    "iter": "step", "iters": "step", "iterations": "step", "steps": "step", "val": "valid",
    "validation": "valid", "validate": "valid", "eval": "valid", "evaluation": "valid",
    "p": "prob", "probability": "prob", "grad": "gradient", "gradients": "gradient",
    "thresh": "threshold", "thr": "threshold", "hid": "hidden", "win": "window",
    "len": "length", "seq": "sequence", "init": "initial", "coef": "coefficient",
    "coeff": "coefficient", "ckpt": "checkpoint", "dir": "directory", "img": "image",
    "freq": "frequency", "enabled": "enable", "batchsize": "batch size", "mels": "mel",
    "minimum": "min", "maximum": "max", "mom": "momentum", "sched": "scheduler",
}  # fmt: skip

VOCABULARY = frozenset(ABBREVIATIONS).union(*(each.split() for each in ABBREVIATIONS.values()))
"""Words that are no slips."""

OPPOSITES = tuple(frozenset(map(_stem, group.split())) for group in GROUPS)
SPELLED = {_stem(word): word for group in GROUPS for word in group.split()}
"""Their words as they are written, endings and all."""
QUALIFIERS = frozenset(
    map(
        _stem,
        "min max encoder decoder prenet postnet initial final start end train valid test".split(),
    )
)
FUSED = ("min", "max")


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, abbreviations written out, endings dropped: `n_mels` is num, mel."""
    parts: list[str] = []
    for part in split(name):
        parts += ABBREVIATIONS.get(part, part).split()
    return tuple(ABBREVIATIONS.get(_stem(part), _stem(part)) for part in parts)


def split(name: str) -> list[str]:
    """Snake case, dashes, dots and camel case; digits and a fused min or max stand alone."""
    parts, current = [], ""
    for index, character in enumerate(name):
        if not character.isalnum():
            parts.append(current)
            current = ""
            continue
        before = name[index - 1] if index else ""
        starts_word = character.isupper() and before.islower()
        if current and (starts_word or character.isdigit() != before.isdigit()):
            parts.append(current)
            current = ""
        current += character.lower()
    return [each for part in (*parts, current) if part for each in _unfused(part)]


def _unfused(part: str) -> tuple[str, ...]:
    for word in FUSED:
        if part.endswith(word) and part != word and len(part) <= len(word) + 2:
            return part[: -len(word)], word
    return (part,)


def weight(each: str) -> float:
    """How much a word says about what a key is."""
    return FILLER_WEIGHT if each in FILLERS else 1.0


class Meaning(NamedTuple):
    """The words of a name as two are compared: all, numbers, single letters, groups of opposites.

    Bit n of `opposites` is set where one of the words is in OPPOSITES[n]; `spelled` are the words
    as the name has them.
    """

    words: frozenset[str]
    spelled: frozenset[str]
    digits: tuple[str, ...]
    letters: frozenset[str]
    opposites: int


@lru_cache(maxsize=65536)
def _meaning(name: str) -> Meaning:
    own = words(name)
    groups = (1 << number for number, group in enumerate(OPPOSITES) if not group.isdisjoint(own))
    digits = tuple(sorted(each for each in own if each.isdigit()))
    letters = frozenset(each for each in own if len(each) == 1 and not each.isdigit())
    return Meaning(frozenset(own), frozenset(split(name)), digits, letters, sum(groups))


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> float:
    """The weighted share of common words, from 0 to 1 (Dice); 0 when a veto forbids it.

    A name that gains or loses a qualifier such as `min`, or begins with another word, says
    something else more often than not: it stays below what a repair may rest on.
    """
    if _meaning(one).words.isdisjoint(_meaning(other).words) or veto(one, other) is not None:
        return 0.0
    left, right = words(one), words(other)
    if not any(each not in FILLERS for each in _common(left, right)):
        return 0.0
    score = share(one, other)
    if is_qualified(one, other):
        score = min(score, 0.6)
    if not _share_head(left, right):
        score *= 0.75
    return score


@lru_cache(maxsize=65536)
def is_qualified(one: str, other: str) -> bool:
    """Whether only one of the two says `min`, `eval` or the like, or only one says no."""
    left, right = _meaning(one), _meaning(other)
    return not QUALIFIERS.isdisjoint(left.words ^ right.words) or denies(
        left.spelled, right.spelled
    )


def adds_qualifier(old: str, new: str) -> bool:
    """Whether the new name says `min`, `eval` or the like, and the old one nothing of the kind."""
    here, there = (QUALIFIERS & _meaning(each).words for each in (old, new))
    return here < there


def share(one: str, other: str) -> float:
    """The weighted share of common words (Dice), whatever a veto says."""
    left, right = words(one), words(other)
    total = sum(map(weight, left)) + sum(map(weight, right))
    return 2 * sum(map(weight, _common(left, right))) / total if total else 0.0


def shared(one: str, other: str) -> list[str]:
    """The words that two names have in common as the first spells them, fillers left out."""
    common = set(words(one)) & set(words(other))
    spelled = [part for part in split(one) if common & set(words(part))]
    return [each for each in spelled if not set(words(each)) <= FILLERS] or spelled


def _common(left: Iterable[str], right: Iterable[str]) -> list[str]:
    rest, common = list(right), []
    for each in left:
        if each in rest:
            rest.remove(each)
            common.append(each)
    return common


def _share_head(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    heads = [next((each for each in side if each not in FILLERS), "") for side in (left, right)]
    return heads[0] in right or heads[1] in left


def is_reordered(one: str, other: str) -> bool:
    """Whether what two names have in common stands in another order: `decay_steps` are steps,
    `step_decay` is a decay."""
    left, right = words(one), words(other)
    return [each for each in left if each in right] != [each for each in right if each in left]


@lru_cache(maxsize=65536)
def veto(one: str, other: str) -> str | None:
    """Why the two can never be one key: other digits, other letters (`lr_g` and `lr_d`), `K` and
    `k`, or words that are opposites."""
    left, right = _meaning(one), _meaning(other)
    if left.digits != right.digits:
        return "the digits differ"
    if one != other and len(one) == len(other) == 1:
        return f"`{one}` and `{other}` are two things"
    is_lettered = left.letters and right.letters and left.letters != right.letters
    if is_lettered and left.words - left.letters == right.words - right.letters:
        return f"`{min(left.letters)}` and `{min(right.letters)}` are two things"
    return _contradiction(left, right) if _folded(one) != _folded(other) else None


def _contradiction(left: Meaning, right: Meaning) -> str | None:
    only_left, only_right = left.words - right.words, right.words - left.words
    for group in OPPOSITES if left.opposites & right.opposites else ():
        if only_left & group and only_right & group:
            pair = (SPELLED[min(only_left & group)], SPELLED[min(only_right & group)])
            return f"`{pair[0]}` and `{pair[1]}` are opposites"
    unlike = opposed(left.spelled, right.spelled)
    return None if unlike is None else f"`{unlike[0]}` and `{unlike[1]}` are two things"


@lru_cache(maxsize=65536)
def is_misspelling(one: str, other: str) -> bool:
    """One slip in a short name, two in a name of eight letters or more; never under a veto.

    Restricted Damerau-Levenshtein distance, thresholds of dialects 6.3.
    """
    left, right = _spelled(one), _spelled(other)
    longest = max(len(left), len(right))
    allowed = 1 if longest < 8 else 2
    if longest < 4 or abs(len(left) - len(right)) > allowed:
        return False
    if len(set(left) ^ set(right)) > 2 * allowed or veto(one, other) is not None:
        return False
    if left.count("_") != right.count("_") and left.replace("_", "") != right.replace("_", ""):
        return False
    return 0 < distance(left, right) <= allowed


@lru_cache(maxsize=65536)
def _spelled(name: str) -> str:
    return name.lower().replace("-", "_")


def replaces_letter(one: str, other: str) -> bool:
    """Whether a short word of one has another letter in the other: `cnn` and `rnn`."""
    left, right = split(one), split(other)
    if len(left) != len(right):
        return False
    return any(
        len(here) == len(there) < LONG and sorted(here) != sorted(there)
        for here, there in zip(left, right, strict=True)
    )


def distance(left: str, right: str) -> int:
    """Restricted Damerau-Levenshtein distance: insert, delete, substitute, swap neighbours."""
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for row, one in enumerate(left, start=1):
        current = [row]
        for column, other in enumerate(right, start=1):
            cost = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (one != other))
            swapped = row > 1 and column > 1 and one == right[column - 2] and left[row - 2] == other
            current.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, previous = previous, current
    return previous[-1]


def abbreviates(short: str, long: str) -> bool:
    """Whether the words of one are the beginnings of words of the other: `B`, `b_size` and
    `batch_size`."""
    rest = iter(split(long))
    return all(any(word.startswith(part) for word in rest) for part in split(short))


def same_but_for_case(one: str, other: str) -> bool:
    """Equal after case, dashes and underscores are set aside; `dim_1_1` is not `dim_11`, nor `K`
    `k`."""
    return one != other and _folded(one) == _folded(other) and veto(one, other) is None


@lru_cache(maxsize=65536)
def _folded(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "")
