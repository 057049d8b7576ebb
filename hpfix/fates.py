"""What became of a key other than a declared name: several keys, another place, a lost name."""

from __future__ import annotations

from hpfix.evidence.lost_keys import lost_name
from hpfix.evidence.ranking import relative_of
from hpfix.evidence.split_keys import split_of
from hpfix.evidence.values import is_plain
from hpfix.findings import Confidence, Fix
from hpfix.fixes import insert, rename
from hpfix.gaps import Gap
from hpfix.index import Index
from hpfix.movings import movings
from hpfix.partings import partings


def fates(index: Index, gap: Gap) -> tuple[Fix, ...]:
    """The fixes that go with it, the surest first."""
    split = split_of(index, gap.schema, gap.key)
    if split is not None:
        return partings(index, gap.key, gap.bound, split)
    return movings(index, gap.schema, gap.key, gap.bound) or _brought_back(index, gap)


def _brought_back(index: Index, gap: Gap) -> tuple[Fix, ...]:
    """Rename the key to what it was called last and declare that with the value it had then.

    Two steps that are of no use apart: the new name is not declared, the old one is nothing's.
    """
    lost = lost_name(index.history, gap.schema, gap.key)
    if lost is None or gap.schema.form != "HParams call" or not is_plain(lost.value):
        return ()
    renamed = rename(
        index.texts,
        gap.key,
        lost.key,
        gap.bound,
        confidence=Confidence.unsure,
        evidence=lost.evidence,
    )
    after = relative_of(gap.schema, lost.key)
    value = lost.value.source
    declared = insert(gap.schema, lost.key, value, after=after, confidence=Confidence.unsure)
    title = f"{renamed.title} and {declared.title}"
    edits = (*declared.edits, *renamed.edits)
    return (renamed._replace(title=title, edits=edits, value=value, is_by_hand=True),)


def is_told(found: tuple[Fix, ...]) -> bool:
    """Whether the project itself says what became of the key, or little else can be meant."""
    return bool(found) and (bool(found[0].choices) or found[0].confidence >= Confidence.likely)


def joined(found: tuple[Fix, ...], others: tuple[Fix, ...]) -> tuple[Fix, ...]:
    """All candidates, the surer kind first; of two kinds that are likely, neither is taken.

    Where the project says which keys one became, a name that is somewhat alike says nothing.
    """
    if not found:
        return others
    named = {*found[0].choices, *(each.to for each in found)}
    least = Confidence.likely if found[0].choices else Confidence.unsure
    others = tuple(
        each
        for each in others
        if each.action != "rename" or (each.to not in named and each.confidence >= least)
    )
    ours, theirs = (
        max((each.confidence for each in side), default=Confidence.unsure)
        for side in (found, others)
    )
    if min(ours, theirs) >= Confidence.likely:
        found = found if ours > theirs else tuple(map(_lowered, found))
        others = others if theirs > ours else tuple(map(_lowered, others))
    return (*others, *found) if theirs > ours else (*found, *others)


def _lowered(fix: Fix) -> Fix:
    return fix._replace(confidence=Confidence.unsure)
