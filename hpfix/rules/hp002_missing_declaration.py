"""A tuned key has no declaration.

What it finds: a key of a search space, with its type and its default, that the schema it tunes
does not declare and that is no declared key under another name.

Why it matters: the tuner suggests a value and the program refuses it, or drops it in silence and
every trial runs on something else.

Example:

```python hparams.py
from tools import HParams

hparams = HParams(
    batch_size=32,
    guide_loss_initial_weight=0.5,
)
```

```yaml tuner.yaml
hparams_path: hparams.py
hyperparameter_search_space:
  batch_size: {type: categorical, choices: [16, 32], default: 32}
  guide_loss_weight: {type: float, min: 0.5, max: 3.0, default: 1.0}
```

What the fix does: inserts the key into the declaration, beside its nearest relative, with the
default of the search space. Without a default the value has to be given; none is invented. Taking
the key out of the search space is offered last, and never chosen.

When it is left alone: a declared key is clearly meant (then HP001 renames the reference), or the
mapping is not known to tune this schema.
"""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.evidence.values import is_plain
from hpfix.findings import Confidence, Evidence, Finding, Fix
from hpfix.gaps import Gap, gaps
from hpfix.index import Index
from hpfix.model import Reference, Value

CODE = "HP002"
NAME = "missing-declaration"
NOT_INSERTED = frozenset(
    {"config object", "filled object", "signature", "saved signature", "experiment"}
)
"""Declared by assignments, which no codemod adds, or by what needs more than a name and a value."""


def check(index: Index) -> Iterator[Finding]:
    """One finding a tuned key that is declared nowhere."""
    for gap in gaps(index):
        tuned = default_of(gap)
        if tuned is not None and gap.schema not in index.opened:
            yield from _examined(index, gap, tuned)


def _examined(index: Index, gap: Gap, tuned: Reference) -> Iterator[Finding]:
    from hpfix import fixes  # a project without gaps never needs it
    from hpfix.deletions import deletion
    from hpfix.evidence.ranking import candidates, means_another
    from hpfix.fates import fates, is_told

    found = candidates(index, gap.schema, gap.key, gap.bound)
    if means_another(found) or is_told(fates(index, gap)):
        return
    yield Finding(
        CODE,
        NAME,
        "error",
        gap.key,
        f"`{gap.key}` is tuned in {tuned.place.path} and not declared in {gap.schema.place.path}",
        gap.schema,
        gap.bound,
        tuple(each.reference.place for each in gap.bound),
        (
            *_repairs(insertions(index, gap), fixes.renames(index, gap, found)),
            *deletion(index.texts, gap.key, gap.bound),
        ),
    )


def _repairs(inserted: tuple[Fix, ...], renamed: tuple[Fix, ...]) -> tuple[Fix, ...]:
    """A name that is much like it says more than a declaration whose value nobody knows."""
    is_given = any(each.value is not None for each in inserted)
    return (*inserted, *renamed) if is_given else (*renamed, *inserted)


def default_of(gap: Gap) -> Reference | None:
    """The search space's reference to the key, the one with a default first."""
    tuned = _tuned(gap)
    return next((each for each in tuned if _default(each) is not None), next(iter(tuned), None))


def _tuned(gap: Gap) -> list[Reference]:
    return [
        each.reference
        for each in gap.bound
        if each.proven and each.reference.tried and each.reference.mode != "write"
    ]


def _default(reference: Reference) -> Value | None:
    return None if reference.tried is None else reference.tried.default


def insertions(
    index: Index, gap: Gap, confidence: Confidence = Confidence.likely
) -> tuple[Fix, ...]:
    """Declare the key with a value that the project gives; without one, it is asked for.

    Where several search spaces start from different values, each is offered and none is chosen.
    """
    from hpfix import fixes
    from hpfix.evidence.ranking import relative_of
    from hpfix.evidence.vetoes import ruled_out

    if gap.schema.form in NOT_INSERTED:
        return ()
    after = relative_of(gap.schema, gap.key)
    starts = _starts(gap)
    others = tuple(each for each in _given(index, gap, after) if each.value not in starts)
    if gap.schema.form != "HParams call" or not (starts or others):
        why = ruled_out(index, gap.schema, gap.key, gap.bound)
        unsure = Confidence.unsure
        return (
            fixes.insert(gap.schema, gap.key, None, after=after, confidence=unsure, evidence=why),
        )
    tuned = (
        fixes.insert(
            gap.schema,
            gap.key,
            source,
            after=after,
            comment=f"default of {reference.place.path}",
            confidence=confidence if len(starts) == 1 else Confidence.unsure,
            evidence=(_said(reference),),
        )
        for source, reference in starts.items()
    )
    return (*tuned, *others)


def _starts(gap: Gap) -> dict[str, Reference]:
    """What search spaces start from, as Python would write it."""
    from hpfix import fixes

    by_source: dict[str, Reference] = {}
    for reference in _tuned(gap):
        default = _default(reference)
        if default is not None and is_plain(default):
            kind = None if reference.tried is None else reference.tried.type
            by_source.setdefault(fixes.as_python(default, gap.schema, kind), reference)
    return by_source


def _given(index: Index, gap: Gap, after: str | None) -> Iterator[Fix]:
    """Declarations with what another declaration, a comment or a read's default gives."""
    from hpfix import fixes
    from hpfix.evidence import defaults

    for each in defaults.given(index, gap.schema, gap.key, gap.bound):
        if each.value.type != "unknown" and not is_plain(each.value):
            continue
        yield fixes.insert(
            gap.schema,
            gap.key,
            fixes.as_python(each.value, gap.schema) if is_plain(each.value) else each.value.source,
            after=after,
            confidence=Confidence.unsure,
            evidence=(each.evidence,),
        )


def _said(tuned: Reference) -> Evidence:
    default = _default(tuned)
    source = "" if default is None else default.source
    return Evidence("search space", f"the search space in {tuned.place.path} starts from {source}")
