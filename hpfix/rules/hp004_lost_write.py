"""A value is written to a key that nothing declares and nothing reads.

What it finds: an assignment to an undeclared key that is never read, where a declared key is
almost the same name.

Why it matters: the program goes on with the declared value as if the line were not there.

Example:

```python hparams.py
from tools import HParams

hparams = HParams(validate_interval=200, batch_size=32)
```

```python quick_run.py
from hparams import hparams

hparams.validation_interval = 50
print(hparams.batch_size)
```

What the fix does: renames the write to the declared key. It is likely when that key is clearly
ahead of all others and the types agree; the line takes effect from then on.

When it is left alone: the key is read somewhere (then the write declares it), or as an item of
something that may be the object; the dict that has it goes elsewhere as a whole
(`Model(**config)`); or no declared key is much like it.
"""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.findings import Confidence, Finding
from hpfix.gaps import Gap, gaps
from hpfix.index import Index
from hpfix.model import Place

CODE = "HP004"
NAME = "lost-write"


def check(index: Index) -> Iterator[Finding]:
    """One finding a key that is only ever written, next to a declared one almost like it."""
    read_anywhere = {
        each.reference.key
        for each in index.bound
        if each.reference.mode != "write" and not each.defines
    }
    seen: set[Place] = set()
    for gap in gaps(index):
        if gap.is_written_only and gap.key not in read_anywhere and not _may_be_read(index, gap):
            for finding in _examined(index, gap):
                if not seen.issuperset(finding.places):  # one line may write to several objects
                    yield finding
                seen.update(finding.places)


def _may_be_read(index: Index, gap: Gap) -> bool:
    """Whether something that nothing shows may read the item: it is given the whole dict, or the
    one that the name stands in, or such an item is read from it."""
    is_whole = gap.schema.form == "dict" and gap.schema in index.whole
    if is_whole or all(each.reference.place in index.handed_on for each in gap.bound):
        return True
    is_item = any(each.reference.form == "subscript" for each in gap.bound)
    return is_item and gap.key in index.read_of_unknown


def _examined(index: Index, gap: Gap) -> Iterator[Finding]:
    from hpfix import fixes  # a project without gaps never needs it
    from hpfix.deletions import deletion
    from hpfix.evidence.likeness import LIKELY
    from hpfix.evidence.ranking import candidates
    from hpfix.fates import fates, is_told, joined

    found = candidates(index, gap.schema, gap.key, gap.bound)
    became = fates(index, gap)
    if not is_told(became) and (not found or found[0].score < LIKELY):
        return
    renames = joined(became, fixes.renames(index, gap, found))
    is_clear = renames[0].confidence >= Confidence.likely
    removals = () if is_clear else deletion(index.texts, gap.key, gap.bound)
    yield Finding(
        CODE,
        NAME,
        "error",
        gap.key,
        f"`{gap.key}` is written and never read: the value is lost",
        gap.schema,
        gap.bound,
        tuple(each.reference.place for each in gap.bound),
        (*renames, *removals),
    )
