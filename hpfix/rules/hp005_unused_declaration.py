"""A declared key is read by nothing.

What it finds: a declared key that no reference and no other word of the project mentions, in a
declaration or a configuration file of which most keys are read by name.

Why it matters: whoever sets the key believes that it does something. Often it is the rest of a
rename, or of a model that is gone.

Example:

```python hparams.py
from tools import HParams

hparams = HParams(
    batch_size=32,
    learning_rate=1e-3,
    weight_decay=1e-6,
    grad_clip_thresh=1.0,
    epochs=500,
    fp16_run=False,
)
```

```python train.py
from hparams import hparams

for epoch in range(hparams.epochs):
    step(hparams.batch_size, hparams.learning_rate, hparams.weight_decay)
    clip(hparams.grad_clip_thresh)
```

What the fix does: there is none. It is a note, shown with `--show-notes`, and never counts; whether
the key is dead or something forgot to read it, only its author knows.

When it is left alone: the object is handed whole to something that hpfix does not see
(`json.dump(vars(args), file)`, `Model(**vars(args))`), iterated or asked for a computed key; less
than half of its keys are read by name; or the name is a word of any other file. To print an
object, to log it, to copy all of its keys to another object of the project, or to write what was
loaded from a file into another file reads none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hpfix.configuration_names import says_configuration
from hpfix.findings import Finding
from hpfix.index import Index
from hpfix.model import Declaration, Schema

CODE = "HP005"
NAME = "unused-declaration"
FORMS = frozenset({"HParams call", "argparse", "class", "module", "config file"})
VALUES = frozenset({"class", "module"})
"""What declares these may be constants of any kind: their names have to say otherwise."""
FEWEST_READ = 5
SHARE_READ = 0.5
"""Where fewer keys are read by name, the others may be read in a way that is not seen."""


def check(index: Index) -> Iterator[Finding]:
    """One note a key that nothing mentions."""
    unused = {schema: _unused(index, schema) for schema in index.schemas}
    unused = {schema: declared for schema, declared in unused.items() if declared}
    if unused:
        yield from _examined(index, unused)


def _unused(index: Index, schema: Schema) -> tuple[Declaration, ...]:
    """The declarations that no reference is bound to, where all uses of the schema are seen."""
    if schema.form not in FORMS or schema in index.opened or schema in index.whole:
        return ()
    if schema.form in VALUES and not says_configuration(schema.name):
        return ()
    read = [key for key in schema.keys if _is_read(index, schema, key)]
    if len(read) < FEWEST_READ or len(read) < SHARE_READ * len(schema.keys):
        return ()
    first = {each.key: each for each in reversed(schema.declarations)}
    return tuple(
        each
        for each in first.values()
        if not each.key.startswith("_") and not index.uses_of(schema, each.key)
    )


def _is_read(index: Index, schema: Schema, key: str) -> bool:
    """What declares nothing but hyperparameters may be known by its company alone, or by a variant
    of it: no more is said of it than that it is read."""
    return any(
        (each.proven or schema.form not in VALUES) and each.reference.mode == "read"
        for each in index.uses_of(schema, key)
    )


def _examined(index: Index, unused: dict[Schema, tuple[Declaration, ...]]) -> Iterator[Finding]:
    from hpfix.evidence.mentions import unmentioned

    keys = frozenset(each.key for declared in unused.values() for each in declared)
    left = unmentioned(keys, index.schemas, index.texts)
    for schema, declared in unused.items():
        for each in declared:
            if each.key in left:
                yield _finding(index, schema, each)


def _finding(index: Index, schema: Schema, declared: Declaration) -> Finding:
    said = f"`{declared.key}` is declared and nothing reads it"
    match sorted(_variants_without(declared.key, schema, index.schemas)):
        case [variant]:
            said += f"; its variant {variant} does not declare it"
        case [_, *_] as variants:
            said += f"; its variants {', '.join(variants)} do not declare it"
    return Finding(CODE, NAME, "note", declared.key, said, schema, (), (declared.place,))


def _variants_without(key: str, schema: Schema, schemas: Iterable[Schema]) -> set[str]:
    """The files that can take the place of this one and do not declare the key."""
    from hpfix.company import is_variant

    return {
        each.place.path for each in schemas if is_variant(each, schema) and key not in each.keys
    }
