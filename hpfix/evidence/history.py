"""What became of a key: the commit that turned it into another, or took its declaration away."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from hpfix.evidence.turnings import Step, is_lost, names_of, turned
from hpfix.findings import Confidence, Evidence
from hpfix.index import History, Index, Revision
from hpfix.model import Declaration, Schema, Value

KIND = "history"
MOST_HOPS = 5
SHORT = 40
"""A longer value says less than the name alone."""


class Heir(NamedTuple):
    """The key that took the place of another, how sure that is, and how many uses went with it."""

    key: str
    confidence: Confidence
    evidence: Evidence
    moved: int


@lru_cache(maxsize=4096)
def heir_of(history: History, schema: Schema, key: str) -> Heir | None:
    """The declared key that an undeclared one became, by one commit or several after each other."""
    newer, paths = history.revisions, files_of(schema)
    told, name, moved, confidence = [], key, 0, Confidence.safe
    for _ in range(MOST_HOPS):
        at = loss(newer, paths, name)
        step = None if at is None else turned(newer[at], name)
        if at is None or step is None:
            return None
        told.append(said(newer[at], step))
        name, moved = step.new.key, moved + step.moved
        confidence = min(confidence, step.confidence)
        if name in schema.keys:
            other = _other_heir(history, schema, key, name)
            if other is not None:
                told, confidence = [*told, other], Confidence.unsure
            return Heir(name, confidence, Evidence(KIND, ", ".join(told)), moved)
        newer = newer[:at]
    return None


def _other_heir(history: History, schema: Schema, key: str, heir: str) -> str | None:
    """What another branch made of the key, where that is declared as well."""
    for each in history.revisions:
        if each.path in files_of(schema) and is_lost(each, key):
            step = turned(each, key)
            if step is not None and step.new.key != heir and step.new.key in schema.keys:
                return said(each, step)
    return None


def last_value(history: History, schema: Schema, key: str) -> tuple[Value | None, Evidence] | None:
    """The value that the schema's files declared last for a key, and until when they did."""
    at = loss(history.revisions, files_of(schema), key)
    if at is None:
        return None
    revision = history.revisions[at]
    declared = next(each for each in reversed(revision.before) if each.key == key)
    said = f"declared as `{shown(declared)}` until {revision_name(revision)}"
    return declared.value, Evidence(KIND, said)


def parted(index: Index, schema: Schema, key: str, other: str) -> Evidence | None:
    """The two were declared side by side until one was taken away: they are two things."""
    revisions = index.history.revisions
    at = loss(revisions, files_of(schema), key)
    if at is None:
        return None
    before, after = (names_of(side) for side in (revisions[at].before, revisions[at].after))
    if not (before[other] and after[other]) or heir_of(index.history, schema, key) is not None:
        return None
    until = f"{revision_name(revisions[at])} removed `{key}`"
    return Evidence(KIND, f"`{key}` and `{other}` were both declared until {until}")


def files_of(schema: Schema) -> frozenset[str]:
    """The files that declare the keys of a schema, its bases' among them."""
    return frozenset({schema.place.path, *(each.place.path for each in schema.declarations)})


def lost_keys(history: History, schema: Schema) -> tuple[str, ...]:
    """The keys that the schema's files declared once, in the order of their names."""
    paths, lost = files_of(schema), set[str]()
    for each in history.revisions:
        if each.path in paths:
            lost |= {one.key for one in each.before if is_lost(each, one.key)}
    return tuple(sorted(lost - schema.keys))


def loss(revisions: Iterable[Revision], paths: frozenset[str], key: str) -> int | None:
    """The newest revision that took a declaration of the key away, by its number."""
    for number, each in enumerate(revisions):
        if each.path in paths and is_lost(each, key):
            return number
    return None


def said(revision: Revision, step: Step) -> str:
    """`commit 1a2b3c4 turned `layer_norm_epsilon=1e-6` into `norm_epsilon=1e-6``"""
    along = "" if not step.moved else f" and {step.moved} use{'s' * (step.moved > 1)} with it"
    return f"{revision_name(revision)} turned `{shown(step.old)}` into `{shown(step.new)}`{along}"


def revision_name(revision: Revision) -> str:
    """`commit 1a2b3c4`"""
    if revision.commit is None:
        return "a change that is not committed"
    return f"commit {revision.commit[:7]}"


def shown(declared: Declaration) -> str:
    """`lr=0.1`; the key alone where the value is long or not written."""
    source = "" if declared.value is None else " ".join(declared.value.source.split())
    return f"{declared.key}={source}" if 0 < len(source) <= SHORT else declared.key
