"""What hpfix knows of its runs in each project, kept for the user: the one that was begun, so that
no other file is taken for its journal, and the last one, so that `hpfix undo` can take it back."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256

from hpfix import disk, journal
from hpfix.journal import Journal

BEGUN, LAST = "begun", "undo"
TAKES_BACK = b" undo"


def note_begun(root: str, begun: Journal) -> None:
    """Know the journal of a run again, if the user's folder can be written to."""
    _put(BEGUN, root, _mark(begun))


def is_begun(root: str, begun: Journal) -> bool:
    """Whether a journal is that of the run which was last begun here. Raises OSError."""
    return _begun(root) == _mark(begun)


def is_undo_begun(root: str) -> bool:
    """Whether what was last begun here is to take a run back. Raises OSError."""
    return _begun(root).endswith(TAKES_BACK)


def keep(root: str, done: Journal) -> bool:
    """Keep a run in place of the one before it, forget one that was taken back; whether that
    could be done. The run itself is complete without."""
    if done.is_undo:
        return _drop(LAST, root)
    return _put(LAST, root, journal.as_bytes(done))


def recall(root: str) -> Journal | None:
    """The last run, if there is one that was not taken back. Raises Foreign and OSError."""
    file = _file(LAST, root)
    data = None if file is None else disk.bytes_at(file)
    return None if data is None else journal.from_bytes(data)


def _put(kind: str, root: str, data: bytes) -> bool:
    file = _file(kind, root)
    if file is None:
        return False
    try:
        os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)
        disk.put(file, data)
    except OSError:
        for each in (f"{file}{disk.WAITING}", file):  # what was there is not the last one any more
            with suppress(OSError):
                disk.remove(each)
        return False
    return True


def _drop(kind: str, root: str) -> bool:
    file = _file(kind, root)
    try:
        if file is not None:
            disk.remove(file)
    except OSError:
        return False
    return True


def _begun(root: str) -> bytes:
    file = _file(BEGUN, root)
    return (None if file is None else disk.bytes_at(file)) or b""


def _mark(begun: Journal) -> bytes:
    digest = sha256(journal.as_bytes(begun)).hexdigest().encode()
    return digest + (TAKES_BACK if begun.is_undo else b"")


def _file(kind: str, root: str) -> str | None:
    """In the user's folder for what programs keep (XDG base directories, which has relative paths
    ignored): one a project. None for a user who has none."""
    states = os.environ.get("XDG_STATE_HOME", "")
    if not os.path.isabs(states):
        states = os.path.join(os.path.expanduser("~"), ".local", "state")
    name = sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:32]
    return os.path.join(states, "hpfix", kind, name) if os.path.isabs(states) else None
