"""What the last run in each project has written, kept so that `hpfix undo` can take it back."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256

from hpfix import disk, journal
from hpfix.journal import Journal


def keep(root: str, done: Journal) -> bool:
    """Keep a run in place of the one before it; whether that could be done.

    The run itself is complete without.
    """
    file = _file(root)
    temporary = f"{file}.tmp"
    try:
        os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)
        disk.remove(temporary)
        disk.create(temporary, journal.as_bytes(done))
        disk.replace(temporary, file)
    except OSError:
        for each in (temporary, file):  # the run before it is not the last one any more
            with suppress(OSError):
                disk.remove(each)
        return False
    return True


def recall(root: str) -> Journal | None:
    """The last run, if there is one that was not taken back. Raises Foreign and OSError."""
    data = disk.bytes_at(_file(root))
    return None if data is None else journal.from_bytes(data)


def forget(root: str, _: Journal) -> bool:
    """There is nothing to take back any more; whether that could be noted."""
    try:
        disk.remove(_file(root))
    except OSError:
        return False
    return True


def _file(root: str) -> str:
    """In the user's folder for what programs keep (XDG base directories): one a project."""
    states = os.environ.get("XDG_STATE_HOME") or os.path.join(
        os.path.expanduser("~"), ".local", "state"
    )
    name = sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:32]
    return os.path.join(states, "hpfix", "undo", name)
