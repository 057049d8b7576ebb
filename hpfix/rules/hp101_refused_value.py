"""A value is not one that the declaration takes where it arrives.

What it finds: an override such as `--hparams "layers=2.5"`, `set_hparam("lr", "high")` or a tuned
range that the type of the declared default does not allow; a text for an option that `type=` or
`choices=` refuse, or for a flag that takes none; a value in YAML of another type than yacs's
default.

Why it matters: each of these raises an error where the value arrives: a command in a README that
never ran, a sweep of which every run dies at once, a trial that fails at night.

Example:

```python hparams.py
from tools import HParams


def create_hparams(overrides=""):
    hparams = HParams(layers=2, rate=1e-3, batch_size=32)
    hparams.parse(overrides)
    return hparams
```

```python train.py
from hparams import create_hparams

hparams = create_hparams("layers=2.5,rate=1e-4")
print(hparams.layers, hparams.rate, hparams.batch_size)
```

What the fix does: there is none. What value was meant, only its author knows.

When it is left alone: a value that is computed; a type that is not known, as that of `None` for an
object; a class of the project whose parser is not tensor2tensor's; an attribute that is assigned,
which nothing checks; text that becomes a number on its way; a word that stands for a value
(`--lr LR`); a file that is not seen to be merged into yacs defaults.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hpfix.acceptance import (
    NUMBERS,
    is_placeholder,
    kind_of,
    refused_merge,
    refused_object,
    refused_option,
    refused_options,
    refused_range,
    refused_text,
)
from hpfix.findings import Finding, Severity
from hpfix.index import Index
from hpfix.model import Bound, Declaration, Place, Reference, Schema

CODE = "HP101"
NAME = "refused-value"
TEXTS = frozenset({"override string", "comment"})
OBJECTS = frozenset({"setattr", "dict key", "keyword"})
PARSERS = frozenset({"argparse", "flags"})
FLAG = "flag"
PROSE = (".md", ".rst", ".txt", ".markdown")
AS_TEXT = frozenset({"wandb", "katib", "guild"})
"""The tuners that start a program with each value on its command line."""
GRAMMAR = ("_hparam_types", "PARAM_RE", "parse_values")
"""The words of tensor2tensor's class, and of its copies."""
YACS = ("yacs", "CfgNode")
SEVEREST_FIRST: tuple[Severity, ...] = ("error", "warning", "note")


def check(index: Index) -> Iterator[Finding]:
    """One finding a key and reason, with all places that give such a value."""
    found: dict[tuple[Schema, str], dict[str, list[Bound]]] = defaultdict(lambda: defaultdict(list))
    accepted: set[Place] = set()
    for bound in index.bound:
        schema, reference = bound.schema, bound.reference
        if schema is None or not bound.proven:
            continue
        reason = _of_all(index, schema, bound)
        if reason is None:
            accepted.add(reference.place)
        else:
            found[schema, reference.key][reason].append(bound)
    seen: set[Place] = set()
    for (schema, key), reasons in found.items():
        # what one of several parsers takes may be for that one
        refused = {
            reason: [each for each in bounds if each.reference.place not in accepted | seen]
            for reason, bounds in reasons.items()
        }
        refused = {reason: bounds for reason, bounds in refused.items() if bounds}
        if refused:
            seen |= {each.reference.place for bounds in refused.values() for each in bounds}
            yield _finding(schema, key, refused)


def _of_all(index: Index, schema: Schema, bound: Bound) -> str | None:
    """Why every declaration of the key refuses the value: a parser may be filled in several ways.

    What something unseen may add to takes the option perhaps from there.
    """
    if schema.form in PARSERS and schema in index.opened:
        return None
    own = schema.declarations_of(bound.reference.key)
    if not own or any(each.place == bound.reference.place for each in own):
        return None
    reasons = [_refusal(index, schema, each, bound) for each in own]
    return reasons[0] if all(reasons) else None


def _finding(schema: Schema, key: str, reasons: dict[str, list[Bound]]) -> Finding:
    bounds = [each for given in reasons.values() for each in given]
    places = tuple(sorted({each.reference.place for each in bounds}))
    severity = min((_severity(each.reference) for each in bounds), key=SEVEREST_FIRST.index)
    said = "; ".join(reasons)
    said = said if said.startswith(f"`{key}`") else f"`{key}`: {said}"
    return Finding(CODE, NAME, severity, key, said, schema, tuple(bounds), places)


def _severity(reference: Reference) -> Severity:
    """How a tuned value arrives is not seen; what a text shows does not run by itself."""
    is_shown = reference.form == "comment" or reference.place.path.endswith(PROSE)
    return "error" if reference.mode == "override" and not is_shown else "warning"


def _refusal(index: Index, schema: Schema, declared: Declaration, bound: Bound) -> str | None:
    reference = bound.reference
    match schema.form:
        case "HParams call" if "override" not in schema.silent:
            reason = _refused_by_hparams(declared, reference)
            return reason if reason is None or _is_the_known_class(index) else None
        case form if form in PARSERS:
            return _refused_by_parser(index, declared, reference)
        case "config object" if bound.certainty == "flow" and reference.form == "YAML key":
            value = reference.value
            reason = None if value is None else refused_merge(value, declared.value)
            text = index.texts.get(schema.place.path, "")
            return reason if reason and any(word in text for word in YACS) else None
    return None


def _refused_by_hparams(declared: Declaration, reference: Reference) -> str | None:
    value, kind = reference.value, kind_of(declared.value)
    if kind.type == "none" and reference.form not in TEXTS:
        return None  # an object of any type becomes one that is None
    if reference.mode == "tune" and reference.range is not None:
        return refused_range(reference.key, kind, reference.range)
    if reference.mode != "override" or value is None:
        return None
    if value.range is not None:
        return refused_range(reference.key, kind, value.range)
    if reference.form in TEXTS:
        return refused_text(reference.key, value.source, kind) if value.source else None
    return refused_object(value, declared.value) if reference.form in OBJECTS else None


def _refused_by_parser(index: Index, declared: Declaration, reference: Reference) -> str | None:
    value, space = reference.value, reference.range
    if space is not None:
        return refused_options(space, declared) if space.tuner in AS_TEXT else None
    if value is None or reference.form != "command line":
        return None
    if declared.type == FLAG:
        return refused_option(value.source, declared) if _is_joined(index, reference) else None
    # what follows the value is no option's: `--lr 0.1 data.csv`
    first, *others = value.source.split(" ")
    is_one = not others or declared.type in NUMBERS
    return refused_option(first, declared) if is_one and not is_placeholder(first) else None


def _is_joined(index: Index, reference: Reference) -> bool:
    """`--amp=yes`; the word after `--amp` is no value of a flag."""
    place = reference.place
    line = index.texts[place.path].split("\n")[place.end_line - 1]
    return line[place.end_column - 1 : place.end_column] == "="


def _is_the_known_class(index: Index) -> bool:
    """Whether the parser is that of tensor2tensor: no class of the project is another one."""
    own = [text for path, text in index.texts.items() if path.endswith(".py")]
    own = [text for text in own if "class HParams" in text]
    return all(any(word in text for word in GRAMMAR) for text in own)
