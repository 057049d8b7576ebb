"""YAML reads something else than what stands there.

What it finds: `on`, `off`, `yes` and `no` where the declared value is a text, among choices that
are texts, or as a key that the program reads; `None` where the declared value is a number, a truth
value or nothing; `010` and `1:30` where the declared value is a text or a whole number.

Why it matters: YAML 1.1, which PyYAML and OmegaConf read, has truth values for the words, 8 and 90
for the numbers, and a text of four letters for `None`. Nothing says so: the program runs with
another value, or does not find its key.

Example:

```python hparams.py
from tools import HParams


def create_hparams():
    return HParams(batch_size=32, learning_rate=1e-3, schedule="cosine", epochs=50)
```

```python train.py
from hparams import create_hparams

hparams = create_hparams()
print(hparams.batch_size, hparams.learning_rate, hparams.schedule, hparams.epochs)
```

```yaml tuner.yaml
hparams_path: hparams.py
hyperparameter_search_space:
  schedule: {type: categorical, choices: [cosine, linear, off], default: cosine}
```

What the fix does: puts quotes round a word, and writes `null` for `None`. Neither is applied by
itself, as the program would do something else from then on.

When it is left alone: `true` and `false`; a word where the declared value is a truth value, or
its type is not known; `None` where the project knows that word, or reads values as Python; what
ruamel.yaml loads, which follows YAML 1.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.ambiguity import (
    NOTHING,
    TRUTHS,
    is_none_read_as_text,
    is_word_read_as_truth,
    number_that_is_read,
)
from hpfix.findings import Confidence, Edit, Evidence, Finding, Fix
from hpfix.index import Index
from hpfix.model import Bound, Declaration, Reference, Schema, Tried, Value

CODE = "HP103"
NAME = "ambiguous-literal"
FILE = "config file"
YAML = (".yaml", ".yml")
OTHER_YAML = "ruamel"
READS_NONE = ("literal_eval", "yacs", "CfgNode", "jsonargparse", "LightningCLI", "eval(")
"""What turns the text into None; so may a program that has it among its own words."""
WITHOUT_TEXT = frozenset({"int", "float", "bool", "none"})
BASES = frozenset({"int", "str"})
MODES = ("mode", "umask", "perm")
"""What is written in octal digits on purpose."""


def check(index: Index) -> Iterator[Finding]:
    """One finding a value or a key."""
    if any(OTHER_YAML in text for path, text in index.texts.items() if path.endswith(".py")):
        return
    for bound in index.bound:
        if bound.proven and bound.schema is not None:
            yield from _of_value(index, bound, bound.schema)
    for each in index.tried:
        yield from _of_choices(each)
    for schema in index.schemas:
        if schema.form == FILE and schema.place.path.endswith(YAML):
            yield from _of_keys(index, schema)


def _of_value(index: Index, bound: Bound, schema: Schema) -> Iterator[Finding]:
    reference = bound.reference
    value, declared = reference.value, schema.declaration(reference.key)
    if value is None or declared is None or declared.value is None:
        return
    if reference.form != "YAML key" or not reference.place.path.endswith(YAML):
        return
    said = _reading(index, reference.key, value, declared.value)
    if said is not None:
        fixes = _fixes(reference, value)
        said = f"`{reference.key}`: {said}"
        places = (reference.place,)
        yield Finding(CODE, NAME, "warning", reference.key, said, schema, (bound,), places, fixes)


def _reading(index: Index, key: str, value: Value, declared: Value) -> str | None:
    """What the value is read as, where the declared one shows that something else is meant."""
    if is_word_read_as_truth(value) and declared.type == "str" and declared.literal:
        return f"YAML reads {value.source} as {value.literal}, and {declared.source} is declared"
    if is_none_read_as_text(value) and declared.type in WITHOUT_TEXT and not _knows_none(index):
        return f'YAML reads None as the text "None", and {declared.source} is declared'
    number = number_that_is_read(value.source) if value.type == "unknown" else None
    if number is None or declared.type not in BASES or any(each in key for each in MODES):
        return None
    return f"YAML reads {value.source} as {number}"


def _knows_none(index: Index) -> bool:
    own = [text for path, text in index.texts.items() if path.endswith(".py")]
    words = (*READS_NONE, f'"{NOTHING}"', f"'{NOTHING}'", f'"{NOTHING.lower()}"')
    return any(word in text for text in own for word in words)


def _of_choices(each: Tried) -> Iterator[Finding]:
    """A word that is a truth value among choices that are texts."""
    choices = each.range.choices if each.place.path.endswith(YAML) else ()
    words = [one for one in choices if is_word_read_as_truth(one)]
    if words and any(one.type == "str" for one in choices):
        read = ", ".join(f"{one.source} as {one.literal}" for one in words)
        said = f"`{each.key}`: YAML reads {read}, and the other choices are texts"
        yield Finding(CODE, NAME, "warning", each.key, said, None, (), (each.place,))


def _of_keys(index: Index, schema: Schema) -> Iterator[Finding]:
    """`on:` is the key True: a program that looks `"on"` up does not find it."""
    for declared in schema.declarations:
        reads = [each for each in index.uses_of(schema, declared.key) if _needs(each)]
        if declared.key.lower() in TRUTHS and reads and not _is_quoted(declared):
            truth = declared.key.lower() in ("on", "yes")
            said = f"`{declared.key}` is read as the key {truth}, which nothing looks up"
            places = (declared.place,)
            yield Finding(CODE, NAME, "error", declared.key, said, schema, tuple(reads), places)


def _needs(each: Bound) -> bool:
    return each.certainty == "flow" and each.reference.mode == "read"


def _is_quoted(declared: Declaration) -> bool:
    """Whether the key takes more room than its letters."""
    place = declared.place
    return place.end_column - place.column != len(declared.key) or place.line != place.end_line


def _fixes(reference: Reference, value: Value) -> tuple[Fix, ...]:
    written = "null" if is_none_read_as_text(value) else f'"{value.source}"'
    if value.type == "unknown":
        return ()
    arguments = (("key", reference.key), ("value", written))
    edit = Edit(reference.place.path, "yaml_set_scalar", (reference.place,), arguments)
    evidence = (Evidence("value", "YAML reads that as what it looks like"),)
    title = f"write `{written}`"
    return (Fix("set", title, Confidence.unsure, evidence, (edit,), value=written),)
