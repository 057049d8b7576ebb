"""The default of an option overwrites the value of a configuration file.

What it finds: a configuration file is loaded, then all options of the command line are written over
what it says, and an option of the same name has a default that is not None.

Why it matters: the default wins whenever the option is not given. The value in the file never
counts, and nothing says so.

Example:

```yaml config.yaml
lr: 0.001
batch_size: 16
epochs: 200
```

```python train.py
import argparse

import yaml

parser = argparse.ArgumentParser()
parser.add_argument("--config", default="config.yaml")
parser.add_argument("--lr", type=float, default=0.1)
args = parser.parse_args()
with open(args.config) as file:
    config = yaml.safe_load(file)
config.update({key: value for key, value in vars(args).items() if value is not None})
train(config["lr"], config["batch_size"], config["epochs"])
```

What the fix does: there is none. Without a default the option overrides the file only where it is
given; what the program does today would change. Where both values are the same it is a note: the
next change of the file is lost.

When it is left alone: the option has no default, or None, or one that is computed; the file leaves
the key empty; the configuration is written to the options or to their defaults somewhere; or the
program writes the key or takes it out of the options.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hpfix.findings import Finding, Severity
from hpfix.index import Index, Overwritten
from hpfix.same_values import are_same, is_given

CODE = "HP301"
NAME = "overwritten-configuration"
FILES = frozenset({"config file"})


def check(index: Index) -> Iterator[Finding]:
    """One finding a key of a file."""
    together: dict[tuple[object, str], list[Overwritten]] = defaultdict(list)
    for each in index.overwritten:
        if each.schema.form in FILES and _is_lost(each):
            together[each.schema, each.declared.key].append(each)
    for lost in together.values():
        yield _finding(lost)


def _is_lost(each: Overwritten) -> bool:
    winning = each.winning.value
    if not is_given(winning) or not is_given(each.declared.value):
        return False
    return not (each.by.skips == "false" and winning is not None and not winning.literal)


def _finding(lost: list[Overwritten]) -> Finding:
    differing = [each for each in lost if not are_same(each.winning, each.declared)]
    first = next((each for each in differing if each.is_certain), (differing or lost)[0])
    declared, winning, by = first.declared, first.winning, first.by
    severity: Severity = "error" if first.is_certain else "warning"
    said = f"the default of the option in {winning.place.path}:{winning.place.line}"
    where = f"{by.place.path}:{by.place.line}"
    key = declared.key
    if differing:
        given = "" if winning.value is None else winning.value.source
        message = f"`{key}` never counts here: {said}, {given}, is written over it in {where}"
    else:
        severity = "note"
        message = f"`{key}` counts only while it equals {said}, which {where} writes over it"
    places = [declared.place]
    for each in differing or lost:
        places += [each.winning.place, each.by.place]
    places = list(dict.fromkeys(places))
    return Finding(CODE, NAME, severity, key, message, first.schema, (), tuple(places))
