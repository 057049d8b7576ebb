"""One key has different defaults in two places that fill one object.

What it finds: reads of a key that nothing declares, with fallbacks that differ
(`config.get("alpha", 0.5)` here, `config.get("alpha", 0.9)` there). As a note: a read of a declared
key with a fallback that differs from the declared default; options whose defaults are passed to a
class, or written over an object, that has another default for the same key.

Why it matters: two parts of one run go by different values of one hyperparameter, or a value that
somebody changes turns out to be the one that never counts.

Example:

```python train.py
import argparse

DEFAULTS = {"lr": 0.001, "batch_size": 16, "epochs": 200}

parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=0.1)
args = parser.parse_args()
DEFAULTS.update(vars(args))
train(DEFAULTS["lr"], DEFAULTS["batch_size"], DEFAULTS["epochs"])
```

What the fix does: there is none. Which of the values is meant, only the author knows.

When it is left alone: a fallback of None, or an empty one; tests; sibling files, which are versions
of one thing and may differ; a value that is computed; a key that the program writes, as functions
do that complete what they are given. Between scripts that run by themselves it is a note.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hpfix.findings import Finding, Severity
from hpfix.index import Index, Overwritten
from hpfix.model import Bound, Declaration, Place, Schema, Value
from hpfix.records import is_test
from hpfix.same_values import are_same, is_given

CODE = "HP302"
NAME = "differing-defaults"
FORMS = frozenset({"get", "getattr"})
SCRIPT = "__main__"
"""What stands in a file that is a program of its own."""
FILES = frozenset({"config file"})
TUNED = frozenset({"study", "tuner"})
"""What a tuner suggests in one place has one set of keys in each trial."""


def check(index: Index) -> Iterator[Finding]:
    """One finding a key: first those that nothing declares."""
    seen: set[Place] = set()
    for schema, by_key in index.uses.items():
        for key, uses in by_key.items():
            fallbacks = list(_fallbacks(uses))
            if key not in schema.keys:
                is_written = any(each.reference.mode == "write" for each in uses)
                if not is_written and schema.form not in TUNED:
                    yield from _undeclared(index, schema, key, fallbacks, seen)
            elif schema.form not in FILES and schema not in index.opened:
                yield from _declared(schema, key, fallbacks)
    yield from _overwritten(index)


def _fallbacks(uses: tuple[Bound, ...]) -> Iterator[tuple[Bound, Declaration]]:
    """The reads that say what counts where the key is absent, each as what it declares."""
    for each in uses:
        reference = each.reference
        value = reference.value
        is_read = reference.mode == "read" and reference.form in FORMS and each.proven
        if is_read and value is not None and _counts(value) and not is_test(reference.place.path):
            yield each, Declaration(reference.key, reference.place, value)


def _counts(value: Value) -> bool:
    """Whether it is a value, and not a way to say that there is none."""
    return is_given(value) and value.literal not in ("", ())


def _undeclared(
    index: Index,
    schema: Schema,
    key: str,
    fallbacks: list[tuple[Bound, Declaration]],
    seen: set[Place],
) -> Iterator[Finding]:
    """The first of each value, where there are several; not what another object got said of it."""
    first: list[Declaration] = []
    for bound, each in fallbacks:
        # what is known by its company may be another object in the same words
        if bound.certainty == "flow" and not any(are_same(each, other) for other in first):
            first.append(each)
    if len(first) < 2 or not seen.isdisjoint(each.place for each in first):
        return
    seen.update(each.place for each in first)
    said = f"`{key}` is declared nowhere and read with fallbacks that differ: {_listed(first)}"
    places = tuple(each.place for each in first)
    uses = tuple(each for each, _ in fallbacks)
    paths = {each.place.path for each in first}
    apart = len(paths) == len(first) and all(SCRIPT in index.texts[path] for path in paths)
    severity: Severity = "note" if apart else "warning"
    yield Finding(CODE, NAME, severity, key, said, schema, uses, places)


def _declared(
    schema: Schema, key: str, fallbacks: list[tuple[Bound, Declaration]]
) -> Iterator[Finding]:
    """A fallback that never counts, and says something else than what does."""
    declared = schema.declaration(key)
    if declared is None or not is_given(declared.value):
        return
    differing = [each for _, each in fallbacks if not are_same(each, declared)]
    if differing:
        given = "" if declared.value is None else declared.value.source
        said = f"`{key}` is declared as {given}: the fallback {_listed(differing[:1])} never counts"
        places = (differing[0].place, declared.place)
        yield Finding(CODE, NAME, "note", key, said, schema, (), places)


def _listed(declared: list[Declaration]) -> str:
    return " and ".join(
        f"{each.value.source} in {each.place.path}:{each.place.line}"
        for each in declared
        if each.value is not None
    )


def _overwritten(index: Index) -> Iterator[Finding]:
    """A default in the code that an option's default is written over."""
    together: dict[tuple[Schema, str], list[Overwritten]] = defaultdict(list)
    for each in index.overwritten:
        winning = each.winning.value
        is_lost = is_given(winning) and not (each.by.skips == "false" and not winning.literal)  # type: ignore[union-attr]
        is_said = each.schema.form not in FILES and is_given(each.declared.value)
        if is_lost and is_said and not are_same(each.winning, each.declared):
            together[each.schema, each.declared.key].append(each)
    for (schema, key), lost in together.items():
        first = lost[0]
        where = f"{first.by.place.path}:{first.by.place.line}"
        said = f"`{key}` never counts as declared here: {where} writes an option's default over it"
        places = (first.declared.place, first.winning.place, first.by.place)
        yield Finding(CODE, NAME, "note", key, said, schema, (), places)
