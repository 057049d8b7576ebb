"""A key is declared twice in one schema.

What it finds: the same keyword argument given more than once in one `HParams(...)` call, a name
assigned twice in the body of a class of values where nothing reads the first value, and a key that
one mapping of a YAML or JSON file has twice, where the project reads the file.

Why it matters: Python refuses to compile the call (`keyword argument repeated`), so nothing runs.
The class runs, and the value that was written first is lost without a word. So is it in a file
that PyYAML or `json` loads; OmegaConf and ruamel.yaml refuse it.

Example:

```python hparams.py
from tools import HParams

hparams = HParams(
    gate_threshold=0.5,
    batch_size=32,
    gate_threshold=0.5,
)
```

What the fix does: keeps one definition and removes the others. Where all give the same value, the
first of a call stays, and of a class or a file the last, which is in force. Where the values
differ, each definition is offered with its value, and none is chosen for you; `--unsure` keeps the
one that is in force, and leaves a call.

When it is left alone: a class that reads the first value before it assigns the second, or assigns
one of them in a branch; a key that `<<` brings in and the mapping gives anew; a file that nothing
is known to read. A call never; such a file cannot run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hpfix.findings import Confidence, Evidence, Finding, Fix, Severity
from hpfix.index import Index
from hpfix.model import Declaration, Expression, Place, Schema
from hpfix.scopes import DOCUMENT, ELEMENTS

CODE = "HP003"
NAME = "repeated-declaration"
FILE = "config file"
MAPPED = frozenset({"YAML key", "search space"})


def check(index: Index) -> Iterator[Finding]:
    """One finding a repeated key."""
    for schema in index.schemas:
        if schema.form == "HParams call":
            yield from _of_call(schema)
        seen: set[str] = set()
        for run in schema.repeated:
            if run[0].key not in seen:
                seen.add(run[0].key)
                found = _of_file if schema.form == FILE else _of_class
                yield found(schema, run)
    yield from _of_references(index)


def _of_call(schema: Schema) -> Iterator[Finding]:
    by_key: dict[str, list[Declaration]] = defaultdict(list)
    for declaration in schema.declarations:
        # not what other functions add: a variant may give a key that another gives, too
        if _stands_in(declaration.place, schema.place):
            by_key[declaration.key].append(declaration)
    for key, repeated in by_key.items():
        if len(repeated) > 1:
            said = f"`{key}` is declared {_times(len(repeated))} in one call"
            is_equal = len({_meaning(each) for each in repeated}) == 1
            yield _finding(schema, repeated, "error", said, _removals(repeated, is_equal=is_equal))


def _stands_in(place: Place, whole: Place) -> bool:
    start, end = (place.line, place.column), (place.end_line, place.end_column)
    is_between = whole[1:3] <= start and end <= whole[3:]
    return place.path == whole.path and is_between


def _of_class(schema: Schema, run: tuple[Declaration, ...]) -> Finding:
    """The last definition is in force: it is the first to be offered.

    What is computed may differ though it is written alike: `hop = rate // 80`, a second later.
    """
    lost = "the first value is" if len(run) == 2 else "the earlier values are"
    said = f"`{run[0].key}` is declared {_times(len(run))} in one class: {lost} lost"
    is_equal = len({_meaning(each) for each in run}) == 1 and _is_literal(run[0])
    fixes = _removals(run, is_equal=is_equal, first=len(run) - 1)
    return _finding(schema, run, "warning", said, fixes)


def _of_file(schema: Schema, run: tuple[Declaration, ...]) -> Finding:
    """Of a mapping that is loaded, the last definition is in force."""
    said = f"`{run[0].key}` is there {_times(len(run))} in one mapping: the last one is used"
    is_equal = len({_meaning(each) for each in run}) == 1 and _is_literal(run[0])
    fixes = _removals(run, is_equal=is_equal, first=len(run) - 1)
    return _finding(schema, run, "warning", said, fixes)


def _of_references(index: Index) -> Iterator[Finding]:
    """The keys of overrides and search spaces that one mapping has twice.

    Mappings of a list, and documents of one file, are not told apart by what holds them.
    """
    given: dict[tuple[Schema, Expression, str], dict[Place, Declaration]] = defaultdict(dict)
    for each in index.bound:
        reference = each.reference
        if each.schema is None or reference.form not in MAPPED or each.schema.form == FILE:
            continue
        # what a file says to be made of a class is looked up in the class: no mapping is told apart
        is_mapping = reference.receiver.steps[0] == DOCUMENT
        if is_mapping and ELEMENTS not in reference.receiver.steps:
            declared = Declaration(reference.key, reference.place, reference.value)
            mapping = each.schema, reference.receiver, reference.key
            given[mapping][reference.place] = declared
    seen: set[Place] = set()
    for (schema, _, _), run in given.items():
        path = next(iter(run)).path
        if len(run) > 1 and "\n---" not in index.texts[path] and seen.isdisjoint(run):
            seen.update(run)
            yield _of_file(schema, tuple(run[place] for place in sorted(run)))


def _finding(
    schema: Schema,
    repeated: Sequence[Declaration],
    severity: Severity,
    said: str,
    fixes: tuple[Fix, ...],
) -> Finding:
    places = tuple(each.place for each in repeated)
    return Finding(CODE, NAME, severity, repeated[0].key, said, schema, (), places, fixes)


def _removals(
    repeated: Sequence[Declaration], *, is_equal: bool, first: int = 0
) -> tuple[Fix, ...]:
    """Keep one of them, `first` before all others; where all are equal, only that one."""
    from hpfix import fixes  # a project without repetitions never needs it

    kept, others = repeated[first], (*repeated[:first], *repeated[first + 1 :])
    if not is_equal:
        unsure = Confidence.unsure
        offered = (fixes.keep(each, repeated, confidence=unsure) for each in (kept, *others))
        # of a call that never ran, nobody knows the value; of a class the last one is in force
        return tuple(each._replace(is_by_hand=first == 0) for each in offered)
    given = "" if kept.value is None else kept.value.source
    evidence = (Evidence("value", f"all of them give {given}"),)
    return (fixes.keep(kept, repeated, confidence=Confidence.safe, evidence=evidence),)


def _meaning(declaration: Declaration) -> object:
    """What a default is: `1e-3` and `0.001` are one, `1` and `1.0` and `True` are three."""
    value = declaration.value
    if value is None or value.literal is None:
        return "" if value is None else value.source
    return value.type, value.literal


def _is_literal(declaration: Declaration) -> bool:
    value = declaration.value
    return value is not None and (value.literal is not None or value.type == "none")


def _times(count: int) -> str:
    return "twice" if count == 2 else f"{count} times"
