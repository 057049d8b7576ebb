"""What one revision of a file turned a declaration into: the key that took its place."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from hpfix.evidence import words
from hpfix.evidence.values import NUMBERS, OPAQUE
from hpfix.findings import Confidence
from hpfix.index import Revision
from hpfix.model import Declaration

WORD = re.compile(r"\w+")
MOST_HEIRS = 40
FEW = 4
"""Of more keys that went and came together, the same value in the same place may be chance."""
AKIN = 0.5
"""From this likeness on, two names share most of what they say (dialects 6.3)."""
MANY = 2
"""One line may say another thing now; two that agree say the same."""
COMMON = frozenset(
    "True False None -1 0 1 2 3 4 5 6 8 10 12 16 20 24 32 48 50 64 80 96 100 128 192 200 256 500 "
    "512 1000 10000 0.0 0.01 0.02 0.05 0.1 0.15 0.2 0.25 0.3 0.4 0.5 0.6 0.7 0.75 0.8 0.9 0.95 "
    "0.99 0.999 1.0 2.0 5.0 10.0 100.0 0.001 0.0001 1e-2 1e-3 1e-4 1e-5 1e-6 1e-8".split()
) | {'""', "''", "[]", "{}", "()"}
"""Values that keys share by chance."""
PLAIN = frozenset(
    "parser add_argument add_option group type default int float str bool help action store_true "
    "store_false required True False None dest nargs field Optional List".split()
)
"""Words that many declarations have beside their names."""
TELLING = 3
"""So many other words on a line are those of one key."""


class Step(NamedTuple):
    """One revision that turned a declaration into another one."""

    old: Declaration
    new: Declaration
    confidence: Confidence
    moved: int


def is_lost(revision: Revision, key: str) -> bool:
    """Whether a file declares a key less often than before."""
    return names_of(revision.after)[key] < names_of(revision.before)[key]


def gained(revision: Revision) -> frozenset[str]:
    """The keys that a file declares more often than before."""
    before, after = names_of(revision.before), names_of(revision.after)
    return frozenset(key for key, count in after.items() if count > before[key])


def heirs(revision: Revision, key: str) -> frozenset[str]:
    """The keys that stand where a revision took one away; of a file rewritten, nobody can tell."""
    _, come = _block(revision, key)
    found = frozenset(each.key for each in come) if len(come) <= MOST_HEIRS else frozenset[str]()
    old = next((each for each in revision.before if each.key == key), None)
    moved = None if found or old is None else _by_value_elsewhere(revision, old)
    return found if moved is None else frozenset({moved.new.key})


def parts_in(revision: Revision, key: str) -> list[Declaration]:
    """What a revision added of which the names say all that the one it removed said, and more."""
    own, new = set(words.words(key)), gained(revision)
    found = [each for each in revision.after if each.key in new]
    found = [each for each in found if own < set(words.words(each.key))]
    parts = {each.key: each for each in found}
    # of two names that say the same, such as `steps` and `iterations`, nobody can tell which
    is_apart = len({frozenset(words.words(key)) for key in parts}) == len(parts)
    return list(parts.values()) if len(found) <= FEW and is_apart else []


def _is_split(revision: Revision, old: Declaration) -> bool:
    """Whether several keys say what the old one said, and its uses did not all go to one."""
    parts = parts_in(revision, old.key)
    return len(parts) > 1 and sum(_moved(revision, old, each) > 0 for each in parts) != 1


def turned(revision: Revision, key: str) -> Step | None:
    """The key that stands where another one stood, by its value or by the uses that moved along."""
    gone, come = _block(revision, key)
    old = next((each for each in gone if each.key == key), None)
    if old is None or _is_split(revision, old):
        return None
    step = (
        _by_value(revision, old, gone, come)
        or _by_uses(revision, old, come)
        or _by_line(revision, old, gone, come)
        or _by_value_elsewhere(revision, old)
    )
    return None if step is None else _doubted(step)


def _doubted(step: Step) -> Step:
    """The same, less sure where one of the names says `min`, `eval` or no and the other does not,
    or the opposite: the one key may have gone and the other come, unless uses moved along."""
    old, new = step.old.key, step.new.key
    if not words.is_qualified(old, new) and words.veto(old, new) is None:
        return step
    most = Confidence.likely if step.moved else Confidence.unsure
    return step._replace(confidence=min(step.confidence, most))


def _by_value(
    revision: Revision, old: Declaration, gone: list[Declaration], come: list[Declaration]
) -> Step | None:
    """The one new key of the block with the old value, where more than the value speaks for it."""
    if not source_of(old):  # that two keys have no default says nothing
        return None
    equal = [each for each in come if source_of(each) == source_of(old)]
    rivals = [each for each in gone if source_of(each) == source_of(old)]
    if len(equal) != 1 or len(rivals) != 1:
        return None
    new, moved = equal[0], _moved(revision, old, equal[0])
    if moved:
        return Step(old, new, Confidence.safe, moved)
    if words.veto(old.key, new.key) is not None:
        return None
    is_telling = source_of(old) not in COMMON
    is_akin = _is_akin(old.key, new.key)
    if is_akin and (is_telling or len(gone) == len(come) == 1):
        return Step(old, new, Confidence.safe, 0)
    is_there = _is_in_place(gone.index(old), len(gone), come.index(new), len(come))
    return Step(old, new, Confidence.likely, 0) if is_there and (is_telling or is_akin) else None


def _by_line(
    revision: Revision, old: Declaration, gone: list[Declaration], come: list[Declaration]
) -> Step | None:
    """The one new key of the block whose line has all that the old one's had but the name: a text
    of help, a comment; of one key for one other, an option of much the same words."""
    rest = _rest_of_line(revision, old, is_new=False)
    equal = [each for each in come if _rest_of_line(revision, each, is_new=True) == rest]
    if len(equal) != 1 or equal[0].type != old.type or words.veto(old.key, equal[0].key):
        return None
    is_alone = len(gone) == len(come) == 1 and source_of(old) == source_of(equal[0])
    is_telling = len(set(rest) - PLAIN) >= TELLING
    fits = is_telling or (is_alone and _is_akin(old.key, equal[0].key))
    return Step(old, equal[0], Confidence.likely, 0) if fits else None


def _rest_of_line(revision: Revision, declared: Declaration, *, is_new: bool) -> tuple[str, ...]:
    """The words of the line that declares a key, without its name."""
    own = next((each for each in revision.texts if each[0] == revision.path), None)
    lines = [] if own is None else own[2 if is_new else 1].split("\n")
    at = declared.place.line - 1
    line = lines[at] if at < len(lines) else ""
    name = declared.key.replace("_", "-")
    return tuple(WORD.findall(line.replace(name, "").replace(declared.key, "")))


def _by_value_elsewhere(revision: Revision, old: Declaration) -> Step | None:
    """The one new key of the file with a telling value and much the same words: renamed and moved
    at once. No other key that went may have become it, nor this one another."""
    if source_of(old) in COMMON or not source_of(old):
        return None
    came = gained(revision)
    gone = [each for each in revision.before if is_lost(revision, each.key)]
    akin = {each.key for each in revision.after if each.key in came and _is_akin(old.key, each.key)}
    new = next((each for each in revision.after if each.key in akin), None)
    if new is None or len(akin) > 1 or source_of(new) != source_of(old):
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
def names_of(declared: tuple[Declaration, ...]) -> Counter[str]:
    return Counter(each.key for each in declared)


def source_of(declared: Declaration) -> str:
    return "" if declared.value is None else "".join(declared.value.source.split())
