"""The fixes of a key that became several: each of its uses may mean another of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from hpfix.deletions import at_places
from hpfix.findings import Confidence, Evidence, Fix
from hpfix.fixes import rename
from hpfix.index import Index
from hpfix.model import Bound

if TYPE_CHECKING:
    from hpfix.evidence.split_keys import Split

MOST_REASONS = 6


def partings(index: Index, key: str, bound: Sequence[Bound], split: Split) -> tuple[Fix, ...]:
    """Rename each use to the key that its surroundings speak for; then all of them to each key.

    The first is likely where every use is decided. Nothing else is ever done by itself.
    """
    from hpfix.evidence.split_keys import meant

    decided = meant(index, split, bound)
    every = tuple(
        parted(
            index.texts,
            key,
            [(each, name) for each in bound],
            len(bound),
            choices=split.keys,
            evidence=(split.evidence,),
        )
        for name in split.keys
    )
    if not decided:
        return every
    is_whole = len(decided) == len(bound) and all(each.proven for each in bound)
    reasons = tuple(each.evidence for each in decided[:MOST_REASONS])
    first = parted(
        index.texts,
        key,
        [(each.bound, each.key) for each in decided],
        len(bound),
        choices=split.keys,
        confidence=Confidence.likely if is_whole else Confidence.unsure,
        evidence=(split.evidence, *reasons),
    )
    return (first, *(each for each in every if each.edits != first.edits))


def parted(
    texts: Mapping[str, str],
    key: str,
    chosen: Iterable[tuple[Bound, str]],
    of: int,
    *,
    choices: tuple[str, ...],
    confidence: Confidence = Confidence.unsure,
    evidence: tuple[Evidence, ...] = (),
) -> Fix:
    """Rename each of some uses to a key of its own; `of` is how many uses there are."""
    given: dict[str, list[Bound]] = defaultdict(list)
    for each, name in chosen:
        given[name].append(each)
    counts = Counter({name: len(found) for name, found in given.items()})
    edits = tuple(
        edit
        for name in choices
        for edit in rename(texts, key, name, given[name], confidence=confidence).edits
    )
    names = [name for name in choices if counts[name]]
    is_by_hand = confidence < Confidence.likely
    to = names[0] if len(names) == 1 else None
    return Fix(
        "rename", _title(names, counts, of), confidence, evidence, edits, to,
        is_by_hand=is_by_hand, choices=choices,
    )  # fmt: skip


def _title(names: Sequence[str], counts: Counter[str], of: int) -> str:
    """`rename to `a` at 2 and to `b` at 1 of 4 places, leaving 1`"""
    total = sum(counts.values())
    if len(names) == 1:
        everywhere = " at both places" if of == 2 else f" at all {of} places"
        return f"rename to `{names[0]}`" + (
            at_places(total, of) if total < of else everywhere if of > 1 else ""
        )
    each = [f"to `{name}` at {counts[name]}" for name in names]
    left = f", leaving {of - total}" if total < of else ""
    return f"rename {', '.join(each[:-1])} and {each[-1]} of {of} places{left}"
