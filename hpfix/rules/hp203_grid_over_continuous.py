"""A search cannot try what it is given, or tries something else.

What it finds: a grid search of W&B over a range that is not of whole numbers and has no step; a
range of W&B whose two bounds are whole numbers, for an option or a declared value that is a
fraction.

Why it matters: W&B checks neither when the sweep is written. A grid over a continuous range has no
end, and the sweep is refused once an agent asks for it; and of `min: 0, max: 1` without a
`distribution` it makes whole numbers, so that a dropout is 0 or 1 and nothing between.

Example:

```yaml sweep.yaml
program: train.py
method: grid
parameters:
  dropout:
    min: 0.0
    max: 0.5
  layers:
    values: [2, 4]
```

```python train.py
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--dropout", type=float, default=0.1)
parser.add_argument("--layers", type=int, default=2)
args = parser.parse_args()
print(args.dropout, args.layers)
```

What the fix does: there is none. The values of a grid, only its author knows.

When it is left alone: whole numbers, and a range with a step `q`; a `distribution` that is named; a
declaration whose type is not known. Whole numbers that are more than one apart are a note: to try
them may be what was meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.findings import Finding
from hpfix.index import Index
from hpfix.model import Bound, Declaration, Range
from hpfix.ranges import Fault, continuous_grid, whole_numbers
from hpfix.tuning import faulty

CODE = "HP203"
NAME = "grid-over-continuous"


def check(index: Index) -> Iterator[Finding]:
    """One finding a parameter of a sweep."""
    yield from faulty(index, CODE, NAME, _faults)
    for bound in index.bound:
        yield from _of_bounds(bound)


def _faults(space: Range) -> Iterator[Fault]:
    fault = continuous_grid(space)
    if fault is not None:
        yield fault


def _of_bounds(bound: Bound) -> Iterator[Finding]:
    schema, reference = bound.schema, bound.reference
    declared = None if schema is None else schema.declaration(reference.key)
    if declared is None or reference.range is None or not bound.proven or not _is_float(declared):
        return
    fault = whole_numbers(reference.range)
    if fault is not None:
        said = f"`{reference.key}`: {fault.said}"
        places = (reference.place,)
        yield Finding(CODE, NAME, fault.severity, reference.key, said, schema, (bound,), places)


def _is_float(declared: Declaration) -> bool:
    value = declared.value
    is_fraction = value is not None and value.type == "float"
    return is_fraction if declared.type is None else declared.type == "float"
