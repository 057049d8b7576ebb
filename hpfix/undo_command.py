"""`hpfix undo` carried out: the last run of a project taken back, all files or none."""

from __future__ import annotations

import sys

from hpfix import console, last_run
from hpfix.journal import Foreign
from hpfix.printable import printable
from hpfix.project import Unwritable, is_unsettled
from hpfix.scope import root_of
from hpfix.signals import uninterrupted
from hpfix.writing import write


def undo(paths: tuple[str, ...]) -> int:
    """Take the last run back; what an interrupted one left first, and then that is all.

    Raises Unwritable and UsageError.
    """
    root = root_of(paths)
    if is_unsettled(root):
        from hpfix.settling import settle  # after a crash only

        settled = settle(root, is_asked=True)
        console.say([f"hpfix: {printable(each.sentence)}" for each in settled], sys.stderr)
        # a run that is complete, and an undo that is not, still want to be taken back
        if not any(each.is_complete != each.is_undo for each in settled):
            return 0
    with uninterrupted():
        taken = _taken_back(root)
    console.say([f"took back {printable(each)}" for each in taken], sys.stdout)
    return 0


def _taken_back(root: str) -> tuple[str, ...]:
    try:
        done = last_run.recall(root)
    except (Foreign, OSError):
        raise Unwritable("what the last run wrote can no longer be read") from None
    if done is None:
        raise Unwritable(f"there is no run to take back in {root}")
    write(root, [each.reversed() for each in done.writes], is_undo=True)
    return tuple(each.path for each in done.writes)
