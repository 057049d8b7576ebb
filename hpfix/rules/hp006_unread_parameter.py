"""A tuner tries values for a parameter that nothing reads.

What it finds: a parameter of a sweep or of a search space that no code of the project looks up,
where the others of the same search are looked up by name.

Why it matters: nothing fails. Every trial runs with the value that the program has anyway, and the
search looks for the best of values that make no difference.

Example:

```python train.py
import wandb


def main():
    run = wandb.init()
    model = build(run.config.hidden_size, run.config.dropout)
    fit(model, learning_rate=run.config.learning_rate)


if __name__ == "__main__":
    main()
```

```yaml sweep.yaml
program: train.py
method: random
parameters:
  hidden_size: {values: [128, 256]}
  dropout: {min: 0.0, max: 0.5}
  lr: {min: 1.0e-4, max: 1.0e-2}
```

What the fix does: renames the parameter to what the program reads and no search tries, where one
such name is much like it; never by itself unless the two are a slip apart.

When it is left alone: the values go to something that hpfix does not see (`Trainer(**config)`, the
options of another library), to a program that is not in the project, or into names that are put
together; the search is in an archive; or any code mentions the name as an attribute, a string, a
parameter or a field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hpfix.findings import Evidence, Finding, Severity
from hpfix.index import Index, Searched
from hpfix.model import Bound, Declaration, Expression, Reference, Schema
from hpfix.untried import unread_parameters

if TYPE_CHECKING:
    from hpfix.evidence.ranking import Candidate

CODE = "HP006"
NAME = "unread-parameter"


def check(index: Index) -> Iterator[Finding]:
    """One finding a parameter and file."""
    found: dict[tuple[str, str], list[tuple[Searched, Declaration]]] = defaultdict(list)
    for each, one in unread_parameters(index):
        found[one.place.path, one.key].append((each, one))
    for (_, key), tuned in sorted(found.items(), key=lambda each: each[1][0][1].place):
        yield _finding(index, key, tuned)


def _finding(index: Index, key: str, tuned: list[tuple[Searched, Declaration]]) -> Finding:
    from hpfix import fixes
    from hpfix.evidence.ranking import candidates
    from hpfix.gaps import Gap

    best = next((each for each, _ in tuned if each.is_known), tuned[0][0])
    schema = _read_by(best)
    bound = tuple(_bound(one, each, schema) for each, one in tuned)
    places = tuple(dict.fromkeys(one.place for _, one in tuned))
    found = candidates(index, schema, key, bound) if schema.declarations else ()
    found = tuple(each._replace(evidence=_said(each)) for each in found)
    severity: Severity = "error" if best.is_known else "warning"
    message = f"`{key}` is tuned and nothing reads it: every trial runs without it"
    repairs = fixes.renames(index, Gap(schema, key, bound), found)
    return Finding(CODE, NAME, severity, key, message, None, bound, places, repairs)


def _said(found: Candidate) -> tuple[Evidence, ...]:
    """That a name has no declaration but is read speaks for it here."""
    key, place = found.declaration.key, found.declaration.place
    read = Evidence("read", f"`{key}` is read in {place.path}:{place.line}, and nothing tries it")
    return tuple(read if each.kind == "orphan" else each for each in found.evidence)


def _bound(one: Declaration, each: Searched, schema: Schema) -> Bound:
    tried = None if one.value is None else one.value.range
    receiver = each.search.values or each.search.holder
    reference = Reference(one.key, one.place, "search space", "tune", receiver, range=tried)
    return Bound(reference, schema, "the search gives it", "flow" if each.is_known else "guess")


def _read_by(each: Searched) -> Schema:
    """What the program looks up where the values are, and the search does not try."""
    tried = {one.key for one in each.search.parameters}
    first: dict[str, Declaration] = {}
    for one in sorted(each.reads, key=lambda read: read.place):
        if one.key not in tried:
            first.setdefault(one.key, Declaration(one.key, one.place))
    place = each.search.place._replace(
        end_line=each.search.place.line, end_column=each.search.place.column
    )
    holder = Expression(place.path, ("<read>",))
    return Schema("what is read", place, "search", tuple(first.values()), holder)
