"""What became of a key: the commit that turned it into another, or took its declaration away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from hpfix.evidence import words
from hpfix.evidence.values import NUMBERS, OPAQUE
from hpfix.model import Confidence, Declaration, Evidence, History, Index, Revision, Schema, Value

KIND = "history"
WORD = re.compile(r"\w+")
MOST_HOPS = 5
MOST_HEIRS = 40
FEW = 4
"""Of more keys that went and came together, the same value in the same place may be chance."""
SHORT = 40
"""A longer value says less than the name alone."""
AKIN = 0.5
"""From this likeness on, two names share most of what they say (dialects 6.3)."""
MANY = 2
"""One line may say another thing now; two that agree say the same."""
COMMON = frozenset({"True", "False", "None", "0", "1", "-1", "0.0", "1.0", '""', "''", "[]", "{}"})
"""Values that keys share by chance."""


class Heir(NamedTuple):
    """The key that took the place of another, how sure that is, and how many uses went with it."""

    key: str
    confidence: Confidence
    evidence: Evidence
    moved: int


class Step(NamedTuple):
    """One revision that turned a declaration into another one."""

    old: Declaration
    new: Declaration
    confidence: Confidence
    moved: int


@lru_cache(maxsize=4096)
def heir_of(history: History, schema: Schema, key: str) -> Heir | None:
    """The declared key that an undeclared one became, by one commit or several after each other."""
    newer, paths = history.revisions, files_of(schema)
    said, name, moved, confidence = [], key, 0, Confidence.safe
    for _ in range(MOST_HOPS):
        at = _loss(newer, paths, name)
        step = None if at is None else turned(newer[at], name)
        if at is None or step is None:
            return None
        said.append(_said(newer[at], step))
        name, moved = step.new.key, moved + step.moved
        confidence = min(confidence, step.confidence)
        if name in schema.keys:
            return Heir(name, confidence, Evidence(KIND, ", ".join(said)), moved)
        newer = newer[:at]
    return None


def last_value(history: History, schema: Schema, key: str) -> tuple[Value | None, Evidence] | None:
    """The value that the schema's files declared last for a key, and until when they did."""
    at = _loss(history.revisions, files_of(schema), key)
    if at is None:
        return None
    revision = history.revisions[at]
    declared = next(each for each in reversed(revision.before) if each.key == key)
    said = f"declared as `{_shown(declared)}` until {_name(revision)}"
    return declared.value, Evidence(KIND, said)


def parted(index: Index, schema: Schema, key: str, other: str) -> Evidence | None:
    """The two were declared side by side until one was taken away: they are two things."""
    revisions = index.history.revisions
    at = _loss(revisions, files_of(schema), key)
    if at is None:
        return None
    before, after = (_names(side) for side in (revisions[at].before, revisions[at].after))
    if not (before[other] and after[other]) or heir_of(index.history, schema, key) is not None:
        return None
    until = f"{_name(revisions[at])} removed `{key}`"
    return Evidence(KIND, f"`{key}` and `{other}` were both declared until {until}")


def files_of(schema: Schema) -> frozenset[str]:
    """The files that declare the keys of a schema, its bases' among them."""
    return frozenset({schema.place.path, *(each.place.path for each in schema.declarations)})


def is_lost(revision: Revision, key: str) -> bool:
    """Whether a file declares a key less often than before."""
    return _names(revision.after)[key] < _names(revision.before)[key]


def gained(revision: Revision) -> frozenset[str]:
    """The keys that a file declares more often than before."""
    before, after = _names(revision.before), _names(revision.after)
    return frozenset(key for key, count in after.items() if count > before[key])


def lost_keys(history: History, schema: Schema) -> tuple[str, ...]:
    """The keys that the schema's files declared once, in the order of their names."""
    paths, lost = files_of(schema), set[str]()
    for each in history.revisions:
        if each.path in paths:
            lost |= {one.key for one in each.before if is_lost(each, one.key)}
    return tuple(sorted(lost - schema.keys))


def heirs(revision: Revision, key: str) -> frozenset[str]:
    """The keys that stand where a revision took one away; of a file rewritten, nobody can tell."""
    _, come = _block(revision, key)
    found = frozenset(each.key for each in come) if len(come) <= MOST_HEIRS else frozenset[str]()
    old = next((each for each in revision.before if each.key == key), None)
    moved = None if found or old is None else _by_value_elsewhere(revision, old)
    return found if moved is None else frozenset({moved.new.key})


def turned(revision: Revision, key: str) -> Step | None:
    """The key that stands where another one stood, by its value or by the uses that moved along."""
    gone, come = _block(revision, key)
    old = next((each for each in gone if each.key == key), None)
    if old is None:
        return None
    found = _by_value(revision, old, gone, come) or _by_uses(revision, old, come)
    return found or _by_value_elsewhere(revision, old)


def _by_value(
    revision: Revision, old: Declaration, gone: list[Declaration], come: list[Declaration]
) -> Step | None:
    """The one new key of the block with the old value, where more than the value speaks for it."""
    if not _source(old):  # that two keys have no default says nothing
        return None
    equal = [each for each in come if _source(each) == _source(old)]
    rivals = [each for each in gone if _source(each) == _source(old)]
    if len(equal) != 1 or len(rivals) != 1:
        return None
    new, moved = equal[0], _moved(revision, old, equal[0])
    if moved:
        return Step(old, new, Confidence.safe, moved)
    if words.veto(old.key, new.key) is not None:
        return None
    is_telling = _source(old) not in COMMON
    is_akin = _is_akin(old.key, new.key)
    if is_akin and (is_telling or len(gone) == len(come) == 1):
        return Step(old, new, Confidence.safe, 0)
    is_there = _is_in_place(gone.index(old), len(gone), come.index(new), len(come))
    return Step(old, new, Confidence.likely, 0) if is_there and (is_telling or is_akin) else None


def _by_value_elsewhere(revision: Revision, old: Declaration) -> Step | None:
    """The one new key of the file with a telling value and much the same words: renamed and moved
    at once. No other key that went may have become it, nor this one another."""
    if _source(old) in COMMON or not _source(old):
        return None
    came = gained(revision)
    gone = [each for each in revision.before if is_lost(revision, each.key)]
    akin = {each.key for each in revision.after if each.key in came and _is_akin(old.key, each.key)}
    new = next((each for each in revision.after if each.key in akin), None)
    if new is None or len(akin) > 1 or _source(new) != _source(old):
        return None
    rivals = {each.key for each in gone if _is_akin(each.key, new.key)}
    return Step(old, new, Confidence.likely, 0) if rivals == {old.key} else None


def _is_in_place(was: int, of: int, stands: int, among: int) -> bool:
    """Whether the new key stands where the old one did, from either end of a few lines."""
    return max(of, among) <= FEW and (was == stands or of - was == among - stands)


def _by_uses(revision: Revision, old: Declaration, come: list[Declaration]) -> Step | None:
    """The one new key to which uses of the old one moved, and fewer of any other; in the block,
    else in the file."""
    everywhere = [each for each in revision.after if each.key in gained(revision)]
    rivals = [each for each in revision.before if is_lost(revision, each.key)]
    for candidates in (come, everywhere):
        taken = [each for each in candidates if _moved(revision, old, each)]
        if len({each.key for each in taken}) == 1:
            new, moved = taken[0], _moved(revision, old, taken[0])
            others = (_moved(revision, each, new) for each in rivals if each.key != old.key)
            fits = _fits(old, new, moved) and moved > max(others, default=0)
            return Step(old, new, Confidence.likely, moved) if fits else None
    return None


def _fits(old: Declaration, new: Declaration, moved: int) -> bool:
    """Whether the new key can hold what the old one did; unlike names need uses that agree."""
    kinds = ["" if each.value is None else each.value.type for each in (old, new)]
    kinds = ["number" if each in NUMBERS else each for each in kinds]
    if _is_akin(old.key, new.key):
        return kinds[0] == kinds[1] or not ({*OPAQUE, ""}.isdisjoint(kinds))
    return kinds[0] == kinds[1] and moved >= MANY


def _is_akin(one: str, other: str) -> bool:
    return words.likeness(one, other) >= AKIN or words.is_misspelling(one, other)


@lru_cache(maxsize=1024)
def _block(revision: Revision, key: str) -> tuple[list[Declaration], list[Declaration]]:
    """What went and what came where the key went, in the order of the declarations.

    A key that only moved within the file neither went nor came.
    """
    from difflib import SequenceMatcher  # for findings only

    before, after = ([each.key for each in side] for side in (revision.before, revision.after))
    new = gained(revision)
    for kind, start, end, first, last in SequenceMatcher(None, before, after, False).get_opcodes():
        if kind != "equal" and key in before[start:end]:
            gone = [each for each in revision.before[start:end] if is_lost(revision, each.key)]
            return gone, [each for each in revision.after[first:last] if each.key in new]
    return [], []


@lru_cache(maxsize=4096)
def _moved(revision: Revision, old: Declaration, new: Declaration) -> int:
    """How many lines used the one name and use the other now, and are else much as they were."""
    moved = 0
    for path, before, after in revision.texts:
        is_own = path == revision.path
        left = _lines_with(before, old.key, old.place.line if is_own else 0)
        there = _lines_with(after, new.key, new.place.line if is_own else 0)
        for line in left:
            same = next((each for each in there if _says(each, line, old.key, new.key)), None)
            if same is not None and line not in _lines_with(after, old.key, 0):
                there.remove(same)
                moved += 1
    return moved


def _lines_with(text: str, key: str, declaring: int) -> list[tuple[str, ...]]:
    """The words of the lines with a name, be it an option with dashes; not of the one given."""
    dashed = key.replace("_", "-")
    return [
        tuple(WORD.findall(line.replace(dashed, key)))
        for number, line in enumerate(text.split("\n"), 1)
        if number != declaring and (key in line or dashed in line)
    ]


def _says(new_line: tuple[str, ...], old_line: tuple[str, ...], old: str, new: str) -> bool:
    """Whether the line has the other name in its place, and half of its other words."""
    if len(new_line) != len(old_line) or old not in old_line:
        return False
    pairs = list(zip(old_line, new_line, strict=True))
    if any(there != new for here, there in pairs if here == old):
        return False
    others = [here == there for here, there in pairs if here != old]
    return 2 * sum(others) >= len(others)


@lru_cache(maxsize=1024)
def _names(declared: tuple[Declaration, ...]) -> Counter[str]:
    return Counter(each.key for each in declared)


def _loss(revisions: Iterable[Revision], paths: frozenset[str], key: str) -> int | None:
    """The newest revision that took a declaration of the key away, by its number."""
    for number, each in enumerate(revisions):
        if each.path in paths and is_lost(each, key):
            return number
    return None


def _source(declared: Declaration) -> str:
    return "" if declared.value is None else "".join(declared.value.source.split())


def _said(revision: Revision, step: Step) -> str:
    """`commit 1a2b3c4 turned `layer_norm_epsilon=1e-6` into `norm_epsilon=1e-6``"""
    along = "" if not step.moved else f" and {step.moved} use{'s' * (step.moved > 1)} with it"
    return f"{_name(revision)} turned `{_shown(step.old)}` into `{_shown(step.new)}`{along}"


def _name(revision: Revision) -> str:
    if revision.commit is None:
        return "a change that is not committed"
    return f"commit {revision.commit[:7]}"


def _shown(declared: Declaration) -> str:
    source = "" if declared.value is None else " ".join(declared.value.source.split())
    return f"{declared.key}={source}" if 0 < len(source) <= SHORT else declared.key
