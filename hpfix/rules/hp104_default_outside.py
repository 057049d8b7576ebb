"""A default is none of the values that may be chosen.

What it finds: the default of an option that is not among its `choices`; the default of an entry of
a search space that lies outside of its bounds or is none of its choices; and, as a note, a declared
value that a tuner never tries.

Why it matters: argparse checks what a person gives against `choices` and never its own default, so
the program runs on a value that it would refuse. Of the tuners only ConfigSpace, and Keras Tuner
for choices, look at the default; the others start elsewhere, or fail at the first trial.

Example:

```python train.py
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--optimizer", default="adamw", choices=["adam", "sgd"])
parser.add_argument("--epochs", type=int, default=10)
args = parser.parse_args()
print(args.optimizer, args.epochs)
```

What the fix does: there is none. The default may be wrong, or the choices may lack one.

When it is left alone: a default that stands for no choice (None, an empty text, False); choices or
bounds that are computed; a default that is text and becomes one of the choices by `type=`.
"""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.acceptance import stray_default_of
from hpfix.findings import Finding, Severity
from hpfix.index import Index
from hpfix.model import Bound, Declaration, Place, Range, Schema, Value
from hpfix.ranges import Fault, number, stray_default
from hpfix.tuning import faulty

CODE = "HP104"
NAME = "default-outside"
OPTIONS = frozenset({"argparse", "flags"})


def check(index: Index) -> Iterator[Finding]:
    """One finding an option, an entry of a search space, or a declared value."""
    yield from _of_options(index)
    yield from faulty(index, CODE, NAME, _faults)
    seen: set[tuple[Schema, str]] = set()
    for bound in index.bound:
        schema, key = bound.schema, bound.reference.key
        if schema is None or bound.reference.tried is None or (schema, key) in seen:
            continue
        for finding in _of_tuned(bound, schema):
            seen.add((schema, key))
            yield finding


def _of_options(index: Index) -> Iterator[Finding]:
    seen: set[Place] = set()  # of parsers that share an option, the first
    for schema in index.schemas:
        for each in schema.declarations if schema.form in OPTIONS else ():
            reason = stray_default_of(each)
            if reason is not None and each.place not in seen:
                seen.add(each.place)
                # absl looks at it where the flag is defined
                severity: Severity = "error" if schema.form == "flags" else "warning"
                said = f"`{each.key}`: {reason}"
                yield Finding(CODE, NAME, severity, each.key, said, schema, (), (each.place,))


def _faults(space: Range) -> Iterator[Fault]:
    fault = stray_default(space)
    if fault is not None:
        yield fault


def _of_tuned(bound: Bound, schema: Schema) -> Iterator[Finding]:
    """The declared value of a key that a tuner tries, where it never tries that one."""
    reference, space = bound.reference, bound.reference.tried
    declared = schema.declaration(reference.key)
    if space is None or declared is None or not bound.proven or declared.place == reference.place:
        return
    if stray_default(space) is not None:  # which says the same
        return
    fault = stray_default(space._replace(default=_comparable(declared)))
    if fault is not None:
        said = f"`{reference.key}` is tuned, and {fault.said.replace('default', 'declared value')}"
        places = (reference.place,)
        yield Finding(CODE, NAME, "note", reference.key, said, schema, (bound,), places)


def _comparable(declared: Declaration) -> Value | None:
    """The declared value, where it is a number or a word that a tuner could try."""
    value = declared.value
    if value is None or not isinstance(value.literal, str | int | float):
        return None
    return None if isinstance(value.literal, str) and number(value) is not None else value
