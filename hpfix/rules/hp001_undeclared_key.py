"""A key is used that its schema does not declare.

What it finds: a read, an override or a name in a list whose key the schema lacks, where nothing
else gives the key a value; also a command line in a comment or a docstring (`--hparams="lr=0.1"`),
and an option or an override that a script, a document, a workflow or a notebook gives to a program
of the project (`python train.py --lr 0.1`) and its parser does not know.

Why it matters: a read raises AttributeError or KeyError, often hours into training. A name in a
list, a read with a default and a key written into a dict of changes fail silently: the value
nobody chose is used.

Example:

```python hparams.py
from tools import HParams

hparams = HParams(
    batch_size=32,
    learning_rate_min=1e-5,  # renamed from min_learning_rate
)
```

```python train.py
from hparams import hparams

floor = hparams.min_learning_rate
size = hparams.batch_size
```

What the fix does: renames every reference of the key to the declared one that is meant, in all
files together. It is safe when a comment, the configuration, the spelling or a commit that turned
one declaration into the other proves it; likely when one candidate is clearly ahead, nothing else
refers to it, and type and value agree, or when the same code in another file has it, or its
declaration says so (`B = 16  # batch size`). Where a commit took the declaration away, it is also
offered with the value it had, and never put back without being asked. Where several
places read the key and nothing reads a declared one that is a slip apart, the declaration may be
what is misspelt: both renames are offered, that of the declaration first, and none is chosen.
A declaration is offered with the value that the project gives for the key, never an invented one;
where another object has the key and stands beside it, reading it from there. Neither is chosen.
Where a commit or a comment says that one key became several (`dropout` an `encoder_dropout` and a
`decoder_dropout`), each place gets the one that its surroundings speak for: a class `Encoder`, a
file `encoder.py`, the keyword that the value goes into. That is likely where every place is
decided; otherwise it is for you to decide, place by place with `p`.
Where the key is declared in a mapping further in (`config["optimizer"]["lr"]`) or further out, it
is looked up there at every place: safe where a commit moved it with its value, likely where it got
another value, unsure where no commit tells and where it gave the value to several mappings.
Where the key is only mentioned (a name in a list, an item of a dict, a keyword, a YAML key, one of
several overrides in a string), taking it away is offered last; no option does that.

When it is left alone: the key is given a value elsewhere; the read is guarded by `hasattr`, `in`,
a default or an `except`, and nothing says that the name is stale (then it is a note); the
receiver may be something else and no declared key is much like it; the schema may get keys from
where hpfix cannot see; the file is one of many of a kind, and nothing names it. Of a command: it
starts no program of the project, or one of which not all options can be seen; the option begins
the name of one that argparse takes for it; a variable.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hpfix.evidence.values import is_plain
from hpfix.findings import Confidence, Finding, Fix, Severity
from hpfix.gaps import Gap, gaps, is_one_of_many
from hpfix.index import Index
from hpfix.model import Declaration, Schema
from hpfix.rules.hp002_missing_declaration import default_of, insertions

if TYPE_CHECKING:
    from hpfix.evidence.ranking import Candidate

CODE = "HP001"
NAME = "undeclared-key"
PROOFS = frozenset({"comment", "declared rename"})
LITERAL = frozenset({"dict", "config file"})
"""That some key is looked up in them with care is not worth a note."""
STALE = 0.6
"""From this likeness on, a guarded or merely probable reference is worth a warning; with a lower
one, real projects had optional keys (guide_sigma, mel_loss_weight) and no mistakes."""


def check(index: Index) -> Iterator[Finding]:
    """One finding a key and schema, with all references of the key."""
    for gap in gaps(index):
        if not gap.is_written_only:
            yield from _examined(index, gap)


def _examined(index: Index, gap: Gap) -> Iterator[Finding]:
    # a project without gaps never needs it
    from hpfix.evidence.ranking import candidates, means_another
    from hpfix.fates import fates, is_told

    found = candidates(index, gap.schema, gap.key, gap.bound)
    became = fates(index, gap)
    is_meant = means_another(found) or is_told(became)
    if default_of(gap) is not None and not is_meant and gap.schema not in index.opened:
        return
    severity = _severity(index, gap, found)
    if is_told(became) and severity in (None, "note"):
        severity = "warning"
    if severity is not None:
        yield _finding(index, gap, found, severity, became)


def is_slip(found: tuple[Candidate, ...]) -> bool:
    """Whether the first candidate is one to apply, or the slip is in its declaration."""
    return bool(found) and (found[0].confidence >= Confidence.likely or found[0].slip is not None)


def _severity(index: Index, gap: Gap, found: tuple[Candidate, ...]) -> Severity | None:
    is_open = gap.schema in index.opened or (not found and is_one_of_many(index, gap))
    is_surely_lost = gap.is_silent and is_slip(found)
    if (gap.is_certain or is_surely_lost) and not is_open:
        return "error"
    is_met = gap.is_certain or gap.is_silent
    if is_met and found and found[0].score >= STALE and (not is_open or _is_near(found[0], gap)):
        return "warning"
    if any(each.certainty == "variant" for each in gap.bound):
        needed = (one.reference for one in gap.bound if one.reference.mode != "write")
        return None if all(each.guarded for each in needed) else "warning"
    is_stale = bool(found) and (is_slip(found) or _is_stale(found[0], gap))
    if is_stale and not _is_beside(index, gap, found[0]):
        return "warning"
    if (gap.is_told or any(each.is_skipped for each in gap.bound)) and not is_open:
        return "warning"
    is_noteworthy = gap.schema.form not in LITERAL and any(each.proven for each in gap.bound)
    return "note" if is_noteworthy else None


def _is_near(best: Candidate, gap: Gap) -> bool:
    """What may get any key may get one of a word more: only a slip is doubtful."""
    from hpfix.evidence import words

    return words.is_misspelling(gap.key, best.declaration.key)


def _is_beside(index: Index, gap: Gap, best: Candidate) -> bool:
    """Whether every place that allows for the absence looks the other name up as well:
    `hp.get("batching") or hp.get("train_batching")`."""
    uses = index.uses_of(gap.schema, best.declaration.key)
    others = {(each.reference.place.path, each.reference.receiver) for each in uses}
    return all(
        each.reference.guarded and (each.reference.place.path, each.reference.receiver) in others
        for each in gap.bound
    )


def _is_stale(best: Candidate, gap: Gap) -> bool:
    """An allowed absence hides a stale name when words and value agree; a mere guess at the
    receiver needs nearly the same words and no allowance."""
    from hpfix.evidence import words
    from hpfix.evidence.likeness import LIKELY

    kinds = {each.kind for each in best.evidence}
    likeness = words.likeness(gap.key, best.declaration.key)
    if kinds & PROOFS or (likeness >= STALE and "value" in kinds):
        return True
    guarded = any(each.proven or each.reference.guarded for each in gap.bound)
    return likeness >= LIKELY and not guarded


def _finding(
    index: Index,
    gap: Gap,
    found: tuple[Candidate, ...],
    severity: Severity,
    became: tuple[Fix, ...],
) -> Finding:
    from hpfix import fixes
    from hpfix.deeper_keys import deeper
    from hpfix.fates import joined

    schema = gap.schema
    message = f"`{_shown(index, gap)}` is {_lacking(schema)}"
    repairs = (*fixes.rename_declarations(index, gap, found), *fixes.renames(index, gap, found))
    beside = declared_beside(index, gap)
    if gap.key.startswith("-"):  # another spelling of what is declared
        return _found(gap, message, severity, repairs[:1])
    if beside is None:
        repairs = (*deeper(index, gap), *_ordered(repairs, _insertions(index, gap)))
    else:
        other, declared = beside
        message += f" but in {declared.place.path}:{declared.place.line}"
        repairs += fixes.replace_receivers(index, gap, other)
    repairs = joined(became, repairs)
    repairs += removals(index, gap, repairs)
    return _found(gap, message + _at_run_time(gap), severity, repairs)


def _shown(index: Index, gap: Gap) -> str:
    """The key; where nothing but commands name it, the option as the first of them has it."""
    if any(each.reference.form != "command line" for each in gap.bound):
        return gap.key
    from hpfix.spelling import source_at

    place = gap.bound[0].reference.place
    return source_at(index.texts[place.path], place)


def _found(gap: Gap, message: str, severity: Severity, repairs: tuple[Fix, ...]) -> Finding:
    places = tuple(each.reference.place for each in gap.bound)
    return Finding(CODE, NAME, severity, gap.key, message, gap.schema, gap.bound, places, repairs)


def removals(index: Index, gap: Gap, others: tuple[Fix, ...]) -> tuple[Fix, ...]:
    """Take the key away where it is only mentioned, and nothing surer may be done."""
    if any(each.confidence >= Confidence.likely for each in others):
        return ()
    from hpfix.deletions import deletion
    from hpfix.evidence.history import last_value

    last = last_value(index.history, gap.schema, gap.key)
    return deletion(index.texts, gap.key, gap.bound, () if last is None else (last[1],))


def _insertions(index: Index, gap: Gap) -> tuple[Fix, ...]:
    """Declare the key with what a search space starts from, or the value that it had last."""
    from hpfix import fixes
    from hpfix.evidence.history import last_value
    from hpfix.evidence.ranking import relative_of

    offered = insertions(index, gap, Confidence.unsure)
    last = last_value(index.history, gap.schema, gap.key)
    is_tuned = any(one.kind == "search space" for each in offered for one in each.evidence)
    if last is None or is_tuned:
        return offered
    value, evidence = last
    if not (value is not None and gap.schema.form == "HParams call" and is_plain(value)):
        return tuple(each._replace(evidence=(*each.evidence, evidence)) for each in offered)
    return (
        fixes.insert(
            gap.schema,
            gap.key,
            value.source,
            after=relative_of(gap.schema, gap.key),
            confidence=Confidence.unsure,
            evidence=(evidence,),
        ),
        *(each for each in offered if each.value not in (None, value.source)),
    )


def _ordered(renames: tuple[Fix, ...], insertions: tuple[Fix, ...]) -> tuple[Fix, ...]:
    """A declaration elsewhere, or one that was, says more than a name that is somewhat alike."""
    from hpfix.evidence.defaults import DECLARED

    is_given = any(each.kind in DECLARED for fix in insertions for each in fix.evidence)
    is_doubtful = all(each.confidence == Confidence.unsure for each in renames)
    return (*insertions, *renames) if is_given and is_doubtful else (*renames, *insertions)


def _lacking(schema: Schema) -> str:
    match schema.form:
        case "signature":
            return f"no parameter of `{schema.name}` in {schema.place.path}"
        case "saved signature":
            return f"no parameter that `{schema.name}` saves in {schema.place.path}"
        case "flags":
            return "no flag that any file defines"
    return f"not declared in {schema.place.path}"


def declared_beside(index: Index, gap: Gap) -> tuple[Schema, Declaration] | None:
    """The key in another schema that the same files use.

    It is read from the wrong object; to declare it once more would hide that. What is a reference
    itself, a dict of changes, is none.
    """
    places = {each.reference.place for each in gap.bound}
    files = {place.path for place in places}
    for schema in index.schemas:
        if schema is not gap.schema and gap.key in schema.keys and schema.form != gap.schema.form:
            used = [each for uses in index.uses.get(schema, {}).values() for each in uses]
            declared = schema.declaration(gap.key)
            if declared is None or declared.place in places or schema.form == "study":
                continue
            if any(each.proven and each.reference.place.path in files for each in used):
                return schema, declared
    return None


def _at_run_time(gap: Gap) -> str:
    """What an unusual object does with the name, where that is not what a reader would expect."""
    unguarded = [each.reference for each in gap.bound if not each.reference.guarded]
    if any(each.defaulted for each in unguarded):
        return ": looking it up raises KeyError, neither `hasattr` nor a default helps"
    if any(each.reference.mode == "write" and not gap.passes(each) for each in gap.bound):
        return ": writing it raises"
    if unguarded and gap.is_silent and not gap.is_certain:
        return ": reading it raises nothing"
    return ""
