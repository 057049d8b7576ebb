"""What a run is about to write, as it is kept on disk: every file before and after."""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from hpfix import disk
from hpfix.project import JOURNAL, UNFINISHED, is_written

VERSION = 1


class Foreign(Exception):
    """What stands there is no journal of a run of hpfix."""


class Write(NamedTuple):
    """One file to be written, its path from the root with forward slashes.

    `before` is what it must hold now, `after` what it will hold; None where there is no file.
    """

    path: str
    before: bytes | None
    after: bytes | None

    def reversed(self) -> Write:
        """What takes it back."""
        return Write(self.path, self.after, self.before)


class Journal(NamedTuple):
    """The files of one run; the `token` is part of the names of its temporary files.

    `is_undo`: it takes back the run before it.
    """

    token: str
    writes: tuple[Write, ...]
    is_undo: bool = False

    def temporaries(self) -> tuple[str, ...]:
        """For each file, the path of what takes its place, in its own folder."""
        return tuple(
            os.path.join(os.path.dirname(each.path), f".hpfix-{self.token}-{number}.tmp")
            for number, each in enumerate(self.writes)
        )


def of(writes: Sequence[Write], *, is_undo: bool = False) -> Journal:
    """The journal of a run that begins."""
    return Journal(os.urandom(6).hex(), tuple(writes), is_undo)


def put(folder: str, journal: Journal) -> None:
    """Have the journal on disk, whole, before anything else is written. Raises OSError."""
    disk.put(os.path.join(folder, JOURNAL), as_bytes(journal))


def found(folder: str) -> Journal | None:
    """The journal that stands in a folder; None without one. Raises Foreign and OSError.

    The folders that it tells of are those of the project: a link may lead anywhere.
    """
    data = disk.bytes_at(os.path.join(folder, JOURNAL))
    if data is None:
        return None
    begun = from_bytes(data)
    if not all(is_within(folder, each.path) for each in begun.writes):
        raise Foreign
    return begun


def is_within(folder: str, path: str) -> bool:
    """Whether a path from a folder, itself without links, leads through none and to none."""
    file = os.path.join(folder, *path.split("/"))
    return os.path.realpath(file) == file


def drop(folder: str) -> None:
    """Everything is on disk, or back: there is nothing left to tell. Raises OSError."""
    for each in (UNFINISHED, JOURNAL):
        disk.remove(os.path.join(folder, each))


def as_bytes(journal: Journal) -> bytes:
    """The journal as it is kept: JSON, each text with its hash (SHA-256)."""
    files = [
        {"path": each.path, "before": _kept(each.before), "after": _kept(each.after)}
        for each in journal.writes
    ]
    told = {
        "hpfix": VERSION, "token": journal.token, "undo": journal.is_undo, "files": files,
    }  # fmt: skip
    return json.dumps(told, indent=1).encode() + b"\n"


def _kept(data: bytes | None) -> dict[str, str] | None:
    if data is None:
        return None
    return {"sha256": sha256(data).hexdigest(), "base64": b64encode(data).decode()}


def from_bytes(data: bytes) -> Journal:
    """The journal that is kept in these bytes. Raises Foreign.

    A project may come with a file of this name that hpfix has not written; nothing that it says
    leads out of the project, or to a file that hpfix would not write.
    """
    try:
        match json.loads(data):
            case {"hpfix": 1, "token": str(token), "undo": bool(is_undo), "files": [*files]}:
                if token.isalnum() and token.isascii():
                    return Journal(token, tuple(_write(each) for each in files), is_undo)
    except (ValueError, RecursionError):
        pass
    raise Foreign


def _write(told: object) -> Write:
    match told:
        case {"path": str(path), "before": before, "after": after} if is_written(path):
            return Write(path, _bytes(before), _bytes(after))
    raise Foreign


def _bytes(told: object) -> bytes | None:
    match told:
        case None:
            return None
        case {"sha256": str(digest), "base64": str(text)}:
            data = b64decode(text, validate=True)
            if sha256(data).hexdigest() == digest:
                return data
    raise Foreign
