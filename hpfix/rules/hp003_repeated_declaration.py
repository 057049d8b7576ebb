"""A key is declared twice in one schema.

What it finds: the same keyword argument given more than once in one `HParams(...)` call.

Why it matters: Python refuses to compile the file (`keyword argument repeated`), so nothing runs.

Example:

```python hparams.py
from tools import HParams

hparams = HParams(
    gate_threshold=0.5,
    batch_size=32,
    gate_threshold=0.5,
)
```

What the fix does: removes the later definition where both give the same value. Where the values
differ, each definition is offered for removal with both lines shown, and none is chosen for you.

When it is left alone: never; such a file cannot run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hpfix.model import Confidence, Declaration, Evidence, Finding, Fix, Index, Schema

CODE = "HP003"
NAME = "repeated-declaration"


def check(index: Index) -> Iterator[Finding]:
    """One finding a repeated key."""
    for schema in index.schemas:
        if schema.form != "HParams call":
            continue
        by_key: dict[str, list[Declaration]] = defaultdict(list)
        for declaration in schema.declarations:
            by_key[declaration.key].append(declaration)
        for key, repeated in by_key.items():
            if len(repeated) > 1:
                yield _finding(schema, key, repeated)


def _finding(schema: Schema, key: str, repeated: list[Declaration]) -> Finding:
    return Finding(
        CODE,
        NAME,
        "error",
        key,
        f"`{key}` is declared {_times(len(repeated))} in one call",
        schema,
        (),
        tuple(each.place for each in repeated),
        _removals(repeated),
    )


def _removals(repeated: list[Declaration]) -> tuple[Fix, ...]:
    from hpfix import fixes  # a project without repetitions never needs it

    sources = {_meaning(each) for each in repeated}
    if len(sources) > 1:
        return tuple(fixes.keep(each, repeated, confidence=Confidence.unsure) for each in repeated)
    given = "" if repeated[0].value is None else repeated[0].value.source
    evidence = (Evidence("value", f"all of them give {given}"),)
    return (fixes.keep(repeated[0], repeated, confidence=Confidence.safe, evidence=evidence),)


def _meaning(declaration: Declaration) -> object:
    """What a default is: `1e-3` and `0.001` are one, `1` and `1.0` and `True` are three."""
    value = declaration.value
    if value is None or value.literal is None:
        return "" if value is None else value.source
    return value.type, value.literal


def _times(count: int) -> str:
    return "twice" if count == 2 else f"{count} times"
