"""What commits did with a key other than rename it: split it, move it, rename it and lose it."""

from __future__ import annotations

from typing import NamedTuple

from hpfix.evidence.history import (
    KIND,
    MOST_HOPS,
    SHORT,
    files_of,
    last_value,
    loss,
    revision_name,
    said,
    shown,
)
from hpfix.evidence.turnings import parts_in, turned
from hpfix.findings import Evidence
from hpfix.index import History, Move
from hpfix.model import Schema, Value


class Lost(NamedTuple):
    """The name that a key had last, with the value it had, though nothing declares that either."""

    key: str
    value: Value
    evidence: tuple[Evidence, ...]


def parts_of(past: History, schema: Schema, key: str) -> tuple[tuple[str, ...], Evidence] | None:
    """The declared keys that a commit put in the place of one: its words, and more of their own."""
    at = loss(past.revisions, files_of(schema), key)
    if at is None or turned(past.revisions[at], key) is not None:
        return None
    revision = past.revisions[at]
    parts = [each for each in parts_in(revision, key) if each.key in schema.keys]
    if len(parts) < 2:
        return None
    old = next(each for each in reversed(revision.before) if each.key == key)
    *first, last = (f"`{shown(each)}`" for each in parts)
    sentence = f"removed `{shown(old)}` and added {', '.join(first)} and {last}"
    keys = tuple(each.key for each in parts)
    return keys, Evidence(KIND, f"{revision_name(revision)} {sentence}")


def move_of(past: History, schema: Schema, key: str) -> tuple[Move, Evidence] | None:
    """The newest change that took a key from one mapping of a file to another."""
    paths = files_of(schema)
    for revision in past.revisions:
        for each in revision.moves:
            if revision.path in paths and each.key == key:
                sentence = f"{revision_name(revision)} moved {_moved_to(each)}"
                return each, Evidence(KIND, sentence)
    return None


def _moved_to(move: Move) -> str:
    """``lr=0.1` under `optimizer``"""
    where = f"under `{move.target}`" if move.target else "to the top"
    old, new = ("" if each is None else each.source for each in (move.before, move.after))
    is_short = 0 < len(old) <= SHORT and "\n" not in old
    declared = f"`{move.key}={old}`" if is_short else f"`{move.key}`"
    return f"{declared} {where}" + (f", where it is {new}" if new != old and new else "")


def lost_name(past: History, schema: Schema, key: str) -> Lost | None:
    """What a key was called when its declaration was taken away, where that is another name."""
    newer, paths = past.revisions, files_of(schema)
    told, name = [], key
    for _ in range(MOST_HOPS):
        at = loss(newer, paths, name)
        step = None if at is None else turned(newer[at], name)
        if at is None or step is None:
            break
        told.append(said(newer[at], step))
        name, newer = step.new.key, newer[:at]
    last = last_value(past._replace(revisions=newer), schema, name)
    if name == key or name in schema.keys or last is None or last[0] is None:
        return None
    return Lost(name, last[0], (Evidence(KIND, ", ".join(told)), last[1]))
