"""A number in a YAML file arrives as text.

What it finds: `1e-3` and the like, which YAML 1.1 has for text as there is no dot, in a sweep that
W&B loads; and in a file that the project loads with PyYAML, where the value goes unconverted into
arithmetic, a comparison, an optimizer, or a field of a class that is a float.

Why it matters: the program stops where it first uses the value, or does not start one run of the
sweep. The file looks right to everybody who reads it.

Example:

```yaml config.yaml
learning_rate: 1e-3
epochs: 10
```

```python train.py
import torch
import yaml

with open("config.yaml") as file:
    config = yaml.safe_load(file)

model = torch.nn.Linear(8, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=config["learning_rate"])
for epoch in range(config["epochs"]):
    optimizer.step()
```

What the fix does: writes the same number so that every loader reads it as one: `1.0e-3`, and
`1.0e+3` for `1e3`. It is safe.

When it is left alone: anything else that may load the file (OmegaConf, Hydra, ruamel.yaml,
jsonargparse, configargparse, yacs) or convert the value (`float(config["lr"])`, a typed model);
a value of which the use is not seen; a choice of a sweep that goes to a program as text anyway.
"""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.evidence.read_as_text import (
    FIELDS,
    is_handed_on,
    is_loaded_as_text,
    is_text,
    respelled,
    use_that_raises,
)
from hpfix.findings import Confidence, Edit, Evidence, Finding, Fix
from hpfix.index import Index
from hpfix.model import Bound, Declaration, Place, Schema, Tried, Value

CODE = "HP102"
NAME = "number-read-as-text"
SWEEP = "wandb"
FILE = "config file"
COMMANDS = frozenset({"argparse", "flags", "click", "typer"})
"""What takes every value from a command line, where it is text in any case."""


def check(index: Index) -> Iterator[Finding]:
    """One finding a key, with all numbers that are given to it there."""
    for each in index.tried:
        if each.range.tuner == SWEEP:
            yield from _of_sweep(index, each)
    for schema in index.schemas:
        for declared in schema.declarations if schema.form == FILE else ():
            if is_text(declared.value) and is_loaded_as_text(index):
                yield from _of_file(index, schema, declared)
    seen: set[Place] = set()
    for bound in index.bound:
        if bound.reference.place not in seen and is_text(bound.reference.value):
            for finding in _of_field(index, bound):
                seen.add(bound.reference.place)
                yield finding


def _of_sweep(index: Index, each: Tried) -> Iterator[Finding]:
    """W&B loads with `yaml.safe_load`; bounds that are text are none, whatever takes the value."""
    space = each.range
    values = [one for one in (space.low, space.high) if one is not None and is_text(one)]
    if not _goes_to_a_command(index, each.place):
        values += [one for one in space.choices if is_text(one)]
    if values:
        shown = ", ".join(one.source for one in values)
        said = f"`{each.key}`: W&B reads {shown} as text"
        places = _places(each.place, values)
        yield Finding(CODE, NAME, "error", each.key, said, None, (), places, (_fix(values),))


def _goes_to_a_command(index: Index, place: Place) -> bool:
    return any(
        each.reference.place == place and each.schema is not None and each.schema.form in COMMANDS
        for each in index.bound
    )


def _of_file(index: Index, schema: Schema, declared: Declaration) -> Iterator[Finding]:
    uses = index.uses_of(schema, declared.key)
    reads: tuple[Bound, ...] = tuple(each for each in uses if each.reference.mode == "read")
    value = declared.value
    if value is None or not reads or not all(each.certainty == "flow" for each in reads):
        return
    place = use_that_raises(index, reads)
    if place is not None:
        where = f"{place.path}:{place.line}"
        said = f"`{declared.key}`: PyYAML reads {value.source} as text, and {where} uses a number"
        key = declared.key
        places, fixes = _places(declared.place, [value]), (_fix([value]),)
        yield Finding(CODE, NAME, "error", key, said, schema, (), places, fixes)


def _of_field(index: Index, bound: Bound) -> Iterator[Finding]:
    """`TrainConfig(**yaml.safe_load(file))`: a dataclass takes every value as it comes."""
    schema, reference = bound.schema, bound.reference
    if schema is None or schema.form not in FIELDS or bound.certainty != "flow":
        return
    declared, value = schema.declaration(reference.key), reference.value
    is_float = (
        declared is not None and declared.value is not None and declared.value.type == "float"
    )
    if value is None or not is_float or not is_handed_on(index):
        return
    said = f"`{reference.key}`: PyYAML reads {value.source} as text, and the field is a float"
    fixes, places = (_fix([value]),), _places(reference.place, [value])
    yield Finding(CODE, NAME, "warning", reference.key, said, schema, (bound,), places, fixes)


def _places(key: Place, values: list[Value]) -> tuple[Place, ...]:
    """Where each number is looked for: at its key, or where it stands on a line of its own."""
    found = (one.as_text for one in values if one.as_text is not None)
    return tuple(dict.fromkeys(key if each.line == key.line else each for each in found))


def _fix(values: list[Value]) -> Fix:
    """The same numbers, each spelled so that every loader reads one."""
    edits = []
    for each in sorted(values, key=lambda one: one.as_text or Place("", 0, 0, 0, 0), reverse=True):
        spelled = respelled(each.source)
        assert each.as_text is not None and spelled is not None
        arguments = (("old", each.source), ("new", spelled))
        edits.append(Edit(each.as_text.path, "yaml_respell", (each.as_text,), arguments))
    first = respelled(values[0].source)
    title = f"write `{first}`" + (f" and {len(values) - 1} more" if len(values) > 1 else "")
    evidence = (Evidence("value", "it is the same number"),)
    return Fix("set", title, Confidence.safe, evidence, tuple(edits), value=first)
