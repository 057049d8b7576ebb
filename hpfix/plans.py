"""A plan: what a run would write, kept as JSON to be reviewed and applied later.

It holds the hash of every file as it was read and as it shall be, the edits between the two, and
the findings that they settle; it applies to those files alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import accumulate, takewhile
from typing import NamedTuple, TypeGuard

from hpfix.alignment import lines_of, stretches
from hpfix.decoding import Undecodable, decode
from hpfix.journal import Write
from hpfix.model import Place
from hpfix.positions import line_starts, offset_of, position_of
from hpfix.project import Project, Unwritable, bytes_of, is_written
from hpfix.reports.json import Json, place_fields
from hpfix.trail import Replacement
from hpfix.writing import NOTHING


class NoPlan(Exception):
    """What was given is no plan, or says what no plan of hpfix says."""


class Plan(NamedTuple):
    """The writes of a plan, and its findings as the report for programs has them."""

    writes: tuple[Write, ...]
    findings: tuple[Mapping[str, object], ...]


def resting_on(before: Project, paths: Iterable[str]) -> Json:
    """The hashes of the files that must be as they were, beside those that are written."""
    return [
        {"path": path, "sha256": _hash(before.data_of(path))}
        for path in sorted(paths)
        if path in before.texts
    ]


def files_of(before: Project, after: Project) -> Json:
    """Every file that differs between two snapshots: hashes, and the edits as in a report."""
    return [
        {
            "path": path,
            "sha256": _hash(before.data_of(path)),
            "result_sha256": _hash(after.data_of(path)),
            "edits": [
                {**place_fields(each.place), "content": each.content}
                for each in edits_between(before.texts.get(path, ""), after.texts[path], path)
            ],
        }
        for path in after.changed_since(before)
    ]


def edits_between(old: str, new: str, path: str) -> Iterator[Replacement]:
    """What to replace in the old text, from its first line to its last, to have the new one."""
    ours, theirs = lines_of(old), lines_of(new)
    here, there = ([*accumulate(map(len, lines), initial=0)] for lines in (ours, theirs))
    starts = line_starts(old)
    for each in stretches(ours, theirs):
        if not each.is_equal:
            start, end = here[each.a], here[each.b]
            content = new[there[each.c] : there[each.d]]
            pairs = zip(old[start:end], content, strict=False)
            alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
            span = Place(path, *position_of(starts, start + alike), *position_of(starts, end))
            yield Replacement(span, content[alike:])


def read(told: object, root: str) -> Plan:
    """The plan that a JSON document holds, for the files of this project.

    Raises NoPlan, and Unwritable where a file is not what it was when the plan was made.
    """
    match told:
        case {
            "schema_version": 1,
            "files": [*files],
            "rests_on": [*others],
            "findings": [*findings],
        }:
            for each in others:
                _require_hash(each, root)
            kept = tuple(each for each in findings if _is_table(each))
            return Plan(tuple(_write(each, root) for each in files), kept)
    raise NoPlan


def _require_hash(told: object, root: str) -> None:
    match told:
        case {"path": str(path), "sha256": digest} if is_written(path):
            if _hash(_held(root, path)) != digest:
                raise Unwritable(f"{path} changed since the plan was made; {NOTHING}")
        case _:
            raise NoPlan


def _write(told: object, root: str) -> Write:
    match told:
        case {"path": str(path), "sha256": before, "result_sha256": str(after), "edits": [*edits]}:
            if not is_written(path):
                raise NoPlan
            data = _held(root, path)
            if _hash(data) != before:
                raise Unwritable(f"{path} changed since the plan was made; {NOTHING}")
            result = _edited(data or b"", path, edits)
            if _hash(result) != after:
                raise NoPlan
            return Write(path, data, result)
    raise NoPlan


def _held(root: str, path: str) -> bytes | None:
    file = os.path.join(root, path)
    try:
        return bytes_of(file) if os.path.isfile(file) else None
    except OSError as error:
        raise Unwritable(f"{path}: {(error.strerror or str(error)).lower()}; {NOTHING}") from None


def _edited(data: bytes, path: str, edits: Iterable[object]) -> bytes:
    try:
        text, codec = decode(data, path)
        starts = line_starts(text)
        for each in reversed([_replacement(edit, path) for edit in edits]):
            place = each.place
            start = offset_of(starts, place.line, place.column)
            end = offset_of(starts, place.end_line, place.end_column)
            text = text[:start] + each.content + text[end:]
        return text.encode(codec)
    except (Undecodable, UnicodeEncodeError, IndexError):
        raise NoPlan from None


def _replacement(told: object, path: str) -> Replacement:
    match told:
        case {
            "line": int(line),
            "column": int(column),
            "end_line": int(end_line),
            "end_column": int(end_column),
            "content": str(content),
        }:
            return Replacement(Place(path, line, column, end_line, end_column), content)
    raise NoPlan


def _is_table(told: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(told, dict)


def _hash(data: bytes | None) -> str | None:
    return None if data is None else sha256(data).hexdigest()
