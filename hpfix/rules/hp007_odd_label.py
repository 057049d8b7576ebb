"""A tuner knows a value by another name than the program.

What it finds: of all labels that a function suggests, one that is not the name under which the
function returns its value, where all others are.

Why it matters: what a study found best is written down, or passed on, by its labels. Under this one
the program takes nothing.

Example:

```python space.py
def sample(trial):
    batch_size = trial.suggest_categorical("batch_size", [16, 32, 64])
    hidden_size = trial.suggest_int("hidden_size", 64, 256)
    learning_rate = trial.suggest_float("lr", 1e-5, 1e-2, log=True)
    dropout = trial.suggest_float("dropout", 0.0, 0.5)
    momentum = trial.suggest_float("momentum", 0.5, 0.99)
    return {
        "batch_size": batch_size,
        "hidden_size": hidden_size,
        "learning_rate": learning_rate,
        "dropout": dropout,
        "momentum": momentum,
    }
```

What the fix does: renames the label. It is never done by itself: trials that a study has kept know
the value by the old one.

When it is left alone: fewer than four values are returned under their labels, several are not, or
the label stands anywhere else as a string. Where the two names say different things it is a note.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hpfix.findings import Confidence, Edit, Evidence, Finding, Fix, Severity
from hpfix.index import Index
from hpfix.model import Place
from hpfix.records import is_record, is_test

CODE = "HP007"
NAME = "odd-label"
SIGN = "suggest_"
ALIKE = 0.75
"""From this likeness on, two names say the same."""


def check(index: Index) -> Iterator[Finding]:
    """One finding a label and file."""
    for path, text in index.texts.items():
        is_meant = path.endswith(".py") and SIGN in text
        if is_meant and not is_record(path) and not is_test(path):
            yield from _examined(index, path, text)


def _examined(index: Index, path: str, text: str) -> Iterator[Finding]:
    from hpfix.evidence.labels import odd_labels, strings_in
    from hpfix.evidence.words import likeness

    places: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for each in odd_labels(text):
        place = Place(path, each.line, each.column, each.line, each.end_column)
        places[each.label, each.key].append(place)
    for (label, key), found in places.items():
        said = sum(strings_in(one, label) for one in index.texts.values())
        if said > len(found):
            continue
        severity: Severity = "warning" if likeness(label, key) >= ALIKE else "note"
        message = f"`{label}` is what the tuner calls `{key}`, and only this one has two names"
        repair = _renamed(path, label, key, found)
        yield Finding(CODE, NAME, severity, label, message, None, (), tuple(found), (repair,))


def _renamed(path: str, label: str, key: str, places: list[Place]) -> Fix:
    edit = Edit(path, "rename_key", tuple(places), (("old", label), ("new", key)))
    evidence = (Evidence("siblings", "all other values are returned under their labels"),)
    return Fix(
        "rename", f"rename the label to `{key}`", Confidence.unsure, evidence, (edit,), to=key
    )
