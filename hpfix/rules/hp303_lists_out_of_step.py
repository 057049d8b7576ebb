"""Two lists of the same keys, kept by hand, are out of step.

What it finds: a loop that numbers the keys of a configuration and reads, under each number, a list
that was made from another mapping, where the configuration has keys that the mapping lacks.

Why it matters: the numbers run past the end of the list, or every key after the first difference
gets what belongs to another, without a word.

Example:

```yaml hyp.yaml
lr: 0.01
momentum: 0.9
box_gain: 0.05
cls_gain: 0.5
obj_gain: 1.0
```

```python evolve.py
import numpy as np
import yaml

limits = {"lr": (1e-5, 0.1), "momentum": (0.6, 0.98), "box_gain": (0.02, 0.2), "cls_gain": (0.2, 4)}
with open("hyp.yaml") as file:
    hyp = yaml.safe_load(file)
noise = np.ones(len(limits))
for number, key in enumerate(hyp):
    hyp[key] = hyp[key] * noise[number]
```

What the fix does: there is none. What the other mapping should say of the key, only its author
knows.

When it is left alone: one of the two may get or lose keys in a way that is not seen, or more than
a quarter of the keys differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hpfix.findings import Finding, Severity
from hpfix.index import Index, OutOfStep
from hpfix.model import Declaration, Schema

CODE = "HP303"
NAME = "lists-out-of-step"


def check(index: Index) -> Iterator[Finding]:
    """One finding for each key of each file that a list beside it lacks."""
    together: dict[tuple[Schema, Declaration], list[OutOfStep]] = defaultdict(list)
    for each in index.out_of_step:
        for declared in each.missing:
            together[each.schema, declared].append(each)
    for (schema, declared), lacking in together.items():
        yield _finding(schema, declared, lacking)


def _finding(schema: Schema, declared: Declaration, lacking: list[OutOfStep]) -> Finding:
    first = next((each for each in lacking if each.is_longer), lacking[0])
    where = f"{first.place.path}:{first.place.line}"
    said = f"`{declared.key}` has no entry in `{first.other}`, which {where} counts along"
    if first.is_longer:
        said += ": the numbers run past its end"
    places = [declared.place]
    for each in lacking:
        places += [each.place, each.begins]
    severity: Severity = "error" if first.is_longer else "warning"
    return Finding(
        CODE, NAME, severity, declared.key, said, schema, (), tuple(dict.fromkeys(places))
    )
