"""How often hpfix would repair a name wrongly, and how often rightly, on real declarations.

    python benchmarks/repairs.py FOLDER... [--sample N] [--seed N] [--verbose]

In each folder, a sample of the declared keys that something refers to; one at a time, in memory:
- the declaration is deleted. Any rename that `--yes` would apply is wrong then.
- the declaration is renamed to another form of its name, and the references are not. The rename of
  the references to that form, or of the declaration back, is right; `--yes` may apply only these.
- it is renamed to a name that is nothing like it, and the references of all files but one are.

What the references were bound to is not asked again, and a repair that hpfix would refuse after a
look at its result counts as applied: the rates of wrong repairs are upper bounds.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from hpfix.evidence.words import ABBREVIATIONS, FILLERS
from hpfix.findings import Confidence, Finding, Fix
from hpfix.index import Index
from hpfix.link import link
from hpfix.model import Bound, Declaration, Place, Schema
from hpfix.positions import line_starts, offset_of
from hpfix.project import discover
from hpfix.reading import read_all
from hpfix.rules import all_rules

Form = Callable[[str, random.Random], str | None]
HALF = "half finished"
RENAMES = ("rename", "rename-declaration")
ADDED = ("num_{}", "use_{}", "{}_rate", "{}_value", "{}_size", "{}_type")
DROPPED = FILLERS | {"n", "use", "size", "type", "max"}
SYNONYMS = (
    "batch_size bs", "dropout drop_rate", "dropout drop_prob", "dim size", "dim width",
    "epochs num_epochs", "epochs max_epochs", "layers depth", "hidden inner", "channels chans",
    "path file", "path dir", "output out", "checkpoint model", "seed random_seed", "device gpu",
    "log logging", "iters steps", "interval every", "interval freq", "thresh limit",
    "clip max_norm", "weight coef", "weight lambda", "data dataset", "train training",
    "workers num_workers", "warmup warm_up", "vocab vocabulary", "speakers spk",
    "heads num_heads", "pretrained resume",
)  # fmt: skip


class Score(NamedTuple):
    """What became of one changed declaration."""

    form: str
    key: str
    other: str
    is_first: bool
    is_applied: bool
    wrong: tuple[str, ...]
    is_listed: bool


def abbreviated(key: str, chance: random.Random) -> str | None:
    """`lr` for `learning_rate` or the other way round, of a word or of two."""
    pairs = [*ABBREVIATIONS.items(), *((long, short) for short, long in ABBREVIATIONS.items())]
    fitting = [(a.replace(" ", "_"), b.replace(" ", "_")) for a, b in pairs]
    return _replaced(key, fitting, chance)


def synonymous(key: str, chance: random.Random) -> str | None:
    pairs = [(one, other) for one, _, other in (each.partition(" ") for each in SYNONYMS)]
    return _replaced(key, [*pairs, *((other, one) for one, other in pairs)], chance)


def _replaced(key: str, pairs: list[tuple[str, str]], chance: random.Random) -> str | None:
    fitting = [(old, new) for old, new in pairs if f"_{old}_" in f"_{key}_"]
    if not fitting:
        return None
    old, new = chance.choice(fitting)
    return f"_{key}_".replace(f"_{old}_", f"_{new}_", 1)[1:-1]


def reordered(key: str, chance: random.Random) -> str | None:
    parts = key.split("_")
    return "_".join((*parts[1:], parts[0])) if len(parts) > 1 and all(parts) else None


def filled(key: str, chance: random.Random) -> str | None:
    """A word more, or one less, that hardly says anything."""
    parts = key.split("_")
    kept = [each for each in parts if each not in DROPPED]
    return "_".join(kept) if kept and kept != parts else chance.choice(ADDED).format(key)


def mistyped(key: str, chance: random.Random) -> str | None:
    """A letter lost, doubled, swapped with its neighbour, or replaced."""
    if len(key) < 4:
        return None
    at = chance.randrange(1, len(key) - 1)
    if not key[at].isalpha() or not key[at + 1].isalpha():
        return None
    middle = ("", key[at] * 2, chance.choice("aeiourstn"))
    swapped = key[:at] + key[at + 1] + key[at] + key[at + 2 :]
    return chance.choice((*(key[:at] + each + key[at + 1 :] for each in middle), swapped))


FORMS: Mapping[str, Form] = {
    "abbreviation": abbreviated, "synonym": synonymous, "word order": reordered,
    "filler": filled, "typo": mistyped,
}  # fmt: skip


def used_keys(index: Index) -> list[Declaration]:
    """The declarations of keys that something surely refers to, each place once."""
    found: dict[Place, Declaration] = {}
    for schema in index.schemas:
        for each in schema.declarations:
            if any(one.proven for one in index.uses_of(schema, each.key)):
                found.setdefault(each.place, each)
    return [found[place] for place in sorted(found)]


def changed(index: Index, declared: Declaration, to: str | None) -> Index:
    """The project without the declaration, or with its key renamed, everything bound as before."""
    place, texts = declared.place, dict(index.texts)
    if to is not None:
        texts[place.path] = _spliced(texts[place.path], place, declared.key, to)
    new: dict[Schema, Schema] = {}
    for schema in index.schemas:
        if any(each.place == place for each in schema.declarations):
            new[schema] = schema._replace(declarations=tuple(_altered(schema, declared, to)))
    bound = tuple(_moved(each, new) for each in index.bound)
    uses = {
        new.get(schema, schema): {
            key: tuple(_moved(each, new) for each in found) if schema in new else found
            for key, found in by_key.items()
        }
        for schema, by_key in index.uses.items()
    }
    return index._replace(
        texts=texts,
        schemas=tuple(new.get(each, each) for each in index.schemas),
        bound=bound,
        uses=uses,
        opened=frozenset(new.get(each, each) for each in index.opened),
        whole=frozenset(new.get(each, each) for each in index.whole),
    )


def half_renamed(index: Index, declared: Declaration) -> tuple[Index, str] | None:
    """The project after a rename that one file did not get; None where the key is in one file."""
    to = declared.key[::-1]
    holder = next(each for each in index.schemas if declared in each.declarations)
    uses = [each for each in index.uses_of(holder, declared.key) if each.proven]
    left = max((each.reference.place.path for each in uses), default="")
    moved = [each for each in uses if each.reference.place.path != left]
    if not moved or not to.isidentifier() or not left.endswith(".py"):
        return None
    index = changed(index, declared, to)
    texts = dict(index.texts)
    for place in sorted({each.reference.place for each in moved}, reverse=True):
        texts[place.path] = _spliced(texts[place.path], place, declared.key, to)
    place = declared.place
    schema = next(
        each for each in index.schemas if any(place == one.place for one in each.declarations)
    )
    by_key = dict(index.uses[schema])
    own = by_key.pop(declared.key)
    by_key[declared.key] = tuple(each for each in own if each.reference.place.path == left)
    by_key[to] = tuple(
        each._replace(reference=each.reference._replace(key=to))
        for each in own
        if each.reference.place.path != left
    )
    return index._replace(texts=texts, uses={**index.uses, schema: by_key}), to


def _spliced(text: str, place: Place, old: str, new: str) -> str:
    """The text with a name renamed at a place, dashed where it is."""
    starts = line_starts(text)
    start = offset_of(starts, place.line, place.column)
    end = offset_of(starts, place.end_line, place.end_column)
    span = text[start:end].replace(old, new).replace(_dashed(old), _dashed(new))
    return text[:start] + span + text[end:]


def _dashed(key: str) -> str:
    return key.replace("_", "-")


def _altered(schema: Schema, declared: Declaration, to: str | None) -> Iterator[Declaration]:
    for each in schema.declarations:
        if each.place != declared.place:
            yield each
        elif to is not None:
            yield each._replace(key=to)


def _moved(each: Bound, new: Mapping[Schema, Schema]) -> Bound:
    schema = each.schema
    return each if schema is None or schema not in new else each._replace(schema=new[schema])


def findings(index: Index) -> dict[tuple[object, ...], Finding]:
    """What is found, by what it is about and what would be done first."""
    found = (each for rule in all_rules() for each in rule.check(index))
    return {(*each.identity, each.fixes[:1]): each for each in found if each.severity != "note"}


def is_automatic(fix: Fix) -> bool:
    return fix.action in RENAMES and fix.confidence >= Confidence.likely and bool(fix.edits)


def score(
    index: Index, known: Mapping[tuple[object, ...], Finding], declared: Declaration, form: str,
    to: str | None,
) -> Score:  # fmt: skip
    """What is found in a changed project, held against what was done to one declaration."""
    after = findings(index)
    new = [each for identity, each in after.items() if identity not in known and each.fixes]
    own = [each.fixes for each in new if each.key == declared.key]
    right = [fixes[0] for fixes in own if to is not None and is_right(fixes[0], declared.key, to)]
    wrong = [
        f"{each.code} {each.key} -> {each.fixes[0].to}"
        for each in new
        if is_automatic(each.fixes[0]) and each.fixes[0] not in right
    ]
    renames = [fix for fixes in own for fix in fixes if fix.action in RENAMES]
    applied = any(map(is_automatic, right))
    return Score(form, declared.key, to or "", bool(right), applied, tuple(wrong), bool(renames))


def is_right(fix: Fix, key: str, to: str) -> bool:
    """The references follow the declaration, or the declaration goes back to what they say."""
    return (fix.action, fix.to) in (("rename", to), ("rename-declaration", key))


def scores(folder: Path, sample: int, chance: random.Random) -> Iterator[Score]:
    texts = discover(str(folder)).texts
    index = link(texts, read_all(texts, jobs=1), renames={})
    known = findings(index)
    declared = used_keys(index)
    taken = {key for schema in index.schemas for key in schema.keys}
    for each in sorted(chance.sample(declared, min(sample, len(declared)))):
        yield score(changed(index, each, None), known, each, "deleted", None)
        half = half_renamed(index, each)
        if half is not None:
            yield score(half[0], known, each, HALF, half[1])
        for form, make in FORMS.items():
            to = make(each.key, chance)
            if to is not None and to.isidentifier() and to not in taken:
                yield score(changed(index, each, to), known, each, form, to)


def table(title: str, found: list[Score]) -> None:
    """One line for each form: how many, how many right first, applied, wrongly applied, listed."""
    print(f"{title:<28}{'keys':>7}{'first':>9}{'applied':>9}{'wrong':>8}{'listed':>9}")
    for form in ("deleted", *FORMS, HALF):
        own = [each for each in found if each.form == form]
        counts = (
            sum(each.is_first for each in own),
            sum(each.is_applied for each in own),
            sum(bool(each.wrong) for each in own),
            sum(each.is_listed for each in own),
        )
        shares = (f"{100 * each / len(own):.1f} %" if own else "" for each in counts)
        print(f"  {form:<26}{len(own):>7}" + "".join(f"{each:>9}" for each in shares), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    every: list[Score] = []
    for folder in options.folders:
        found = list(scores(folder, options.sample, random.Random(options.seed)))
        every += found
        counted = Counter(each.form for each in found if each.wrong)
        print(f"{folder.name}: {len(found)} changes, wrong {dict(counted)}", flush=True)
        for each in found:
            for said in each.wrong:
                print(f"  {each.form} {each.key} {each.other}: {said}", flush=True)
            if options.verbose and each.other and not each.is_first:
                print(f"  {each.form} {each.key} {each.other}: missed")
    table(f"{len(options.folders)} projects", every)


if __name__ == "__main__":
    main()
