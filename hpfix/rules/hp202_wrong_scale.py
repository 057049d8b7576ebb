"""The bounds of a range are not what its scale takes them for.

What it finds: a logarithmic scale that begins at zero or below, and exponents that look like the
values themselves.

Why it matters: the tuners do not agree on what the bounds of a logarithmic range are. They are
the values for Optuna, Ray, Keras Tuner and W&B's `log_uniform_values`; exponents of e for
hyperopt's `loguniform` and W&B's `log_uniform`; exponents of `base` for Determined's `log`. The
first kind raises an error for a bound below zero, some of them only when the value is asked for.
The second kind says nothing: `hp.loguniform("lr", 1e-5, 1e-1)` tries values between 1.0 and 1.1.

Example:

```python search.py
from hyperopt import fmin, hp, tpe

space = {
    "lr": hp.loguniform("lr", 1e-5, 1e-1),
    "dropout": hp.uniform("dropout", 0.0, 0.5),
}
best = fmin(train, space, algo=tpe.suggest, max_evals=50)
```

What the fix does: there is none. Whether the bounds or the scale were meant, only their author
knows.

When it is left alone: exponents with a bound of zero or below or above one; bounds that are
computed (`np.log(1e-5)`); a linear range of exponents, which the program turns into powers itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.findings import Finding
from hpfix.index import Index
from hpfix.model import Range
from hpfix.ranges import Fault, wrong_scale
from hpfix.tuning import faulty

CODE = "HP202"
NAME = "wrong-scale"


def check(index: Index) -> Iterator[Finding]:
    """One finding a file and name."""
    return faulty(index, CODE, NAME, _faults)


def _faults(space: Range) -> Iterator[Fault]:
    fault = wrong_scale(space)
    if fault is not None:
        yield fault
