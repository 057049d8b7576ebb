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
default of the search space. Without a default the value has to be given; none is invented.

When it is left alone: a declared key is clearly meant (then HP001 renames the reference), or the
mapping is not known to tune this schema.
"""

from __future__ import annotations

from collections.abc import Iterator

from hpfix import fixes
from hpfix.evidence.ranking import candidates, relative_of
from hpfix.gaps import Gap, gaps
from hpfix.model import Confidence, Evidence, Finding, Fix, Index, Reference

CODE = "HP002"
NAME = "missing-declaration"


def check(index: Index) -> Iterator[Finding]:
    """One finding a tuned key that is declared nowhere."""
    for gap in gaps(index):
        tuned = default_of(gap)
        if tuned is None:
            continue
        found = candidates(index, gap.schema, gap.key, gap.bound)
        if found and found[0].confidence >= Confidence.likely:
            continue
        renames = fixes.renames(gap, found)
        yield Finding(
            CODE,
            NAME,
            "error",
            gap.key,
            f"`{gap.key}` is tuned in {tuned.place.path} and not declared in "
            f"{gap.schema.place.path}",
            gap.schema,
            gap.bound,
            tuple(each.reference.place for each in gap.bound),
            (insertion(gap), *renames),
        )


def default_of(gap: Gap) -> Reference | None:
    """The search space's reference to the key, the one with a default first."""
    tuned = [each.reference for each in gap.bound if each.proven and each.reference.range]
    with_default = [each for each in tuned if each.range is not None and each.range.default]
    return next(iter(with_default or tuned), None)


def insertion(gap: Gap, confidence: Confidence = Confidence.likely) -> Fix:
    """Declare the key with the default that a search space gives; without one, it is asked for."""
    tuned = default_of(gap)
    default = None if tuned is None or tuned.range is None else tuned.range.default
    after = relative_of(gap.schema, gap.key)
    if tuned is None or default is None:
        return fixes.insert(gap.schema, gap.key, None, after=after, confidence=Confidence.unsure)
    source = f"{tuned.place.path}:{tuned.place.line}"
    return fixes.insert(
        gap.schema,
        gap.key,
        fixes.as_python(default),
        after=after,
        comment=f"default of {tuned.place.path}",
        confidence=confidence,
        evidence=(Evidence("search space", f"{source} starts from {default.source}"),),
    )
