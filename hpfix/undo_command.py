"""`hpfix undo` carried out: the last run of a project taken back, all files or none."""

from __future__ import annotations

import os
import sys

from hpfix import console, last_run
from hpfix.journal import Foreign
from hpfix.printable import printable
from hpfix.project import Unwritable, find_root, is_unsettled
from hpfix.signals import uninterrupted
from hpfix.writing import write


def undo() -> int:
    """Take the last run back; what an interrupted one left first, and then that is all.

    Raises Unwritable.
    """
    root = find_root(os.getcwd())
    if is_unsettled(root):
        from hpfix.settling import settle  # after a crash only

        settled = settle(root, leaves_edited=True)
        console.say([f"hpfix: {printable(each.sentence)}" for each in settled], sys.stderr)
        if not any(each.is_complete for each in settled):
            return 0
    with uninterrupted():
        paths = _taken_back(root)
        console.say([f"took back {printable(each)}" for each in paths], sys.stdout)
    return 0


def _taken_back(root: str) -> tuple[str, ...]:
    try:
        done = last_run.recall(root)
    except (Foreign, OSError):
        raise Unwritable("what the last run wrote can no longer be read") from None
    if done is None:
        raise Unwritable("there is no run to take back")
    write(root, [each.reversed() for each in done.writes], last_run.forget)
    return tuple(each.path for each in done.writes)
