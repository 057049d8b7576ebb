"""A tuner has nothing to try, or less than is written.

What it finds: bounds of which the lower one is above the upper one, or equal where the tuner wants
it below; an empty list of choices; a choice that is there twice; a step that is not above zero,
longer than the range, or refused by the tuner on that scale.

Why it matters: most tuners stop when the value is first asked for, which may be the hundredth
trial of a conditional space. Ray samples between bounds that are the wrong way round without a
word, Katib and Determined accept a list without a choice, and a choice that is there twice is
searched twice, at the cost of a run in every grid.

Example:

```python search.py
import optuna


def objective(trial):
    layers = trial.suggest_int("layers", 8, 2)
    width = trial.suggest_categorical("width", [64, 128])
    return train(layers, width)


optuna.create_study().optimize(objective, n_trials=20)
```

What the fix does: there is none. Which of the bounds is meant, only its author knows.

When it is left alone: a bound that is computed; equal bounds where the tuner takes them; a choice
that is there twice for `tune.choice` and `hp.choice`, where it is a weight (then it is a note); a
step that does not reach the upper bound (a note, too); what a test gives to a tuner.
"""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.findings import Finding
from hpfix.index import Index
from hpfix.model import Range
from hpfix.ranges import Fault, emptiness, misstep, repetition
from hpfix.tuning import faulty

CODE = "HP201"
NAME = "empty-range"


def check(index: Index) -> Iterator[Finding]:
    """One finding a file and name."""
    return faulty(index, CODE, NAME, _faults)


def _faults(space: Range) -> Iterator[Fault]:
    for fault in (emptiness(space), repetition(space), misstep(space)):
        if fault is not None:
            yield fault
