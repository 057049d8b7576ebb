"""What an interrupted run left: finished where it had written all, taken back where it had not."""

from __future__ import annotations

import os
from typing import NamedTuple

from hpfix import disk, journal, last_run
from hpfix.journal import Foreign, Journal
from hpfix.project import JOURNAL, Unwritable, is_unsettled
from hpfix.signals import uninterrupted
from hpfix.writing import reason, take_back


class Settled(NamedTuple):
    """What was left, as a sentence; whether all of it was written, and whether it was an undo."""

    sentence: str
    is_complete: bool = False
    is_undo: bool = False


class Left(NamedTuple):
    """The files of an interrupted run by what they hold now.

    `replaced` hold what it wrote; `changed` what neither it nor anything before it wrote. Each
    temporary file that is gone has taken its place: where none is left, and any file was
    replaced, the run was complete, whatever was changed since.
    """

    replaced: tuple[str, ...]
    changed: tuple[str, ...]
    is_complete: bool


def settle(folder: str, *, is_asked: bool = False) -> tuple[Settled, ...]:
    """Settle what is left in the root of a project; nothing where another run was just writing.

    Unless a person asked for it with `hpfix undo`, only what this user's own run has left, and
    nothing where that would leave a file that was changed since among older ones. Raises
    Unwritable.
    """
    root = os.path.realpath(folder)
    try:
        with uninterrupted(), disk.locked(root):
            begun = journal.found(root)
            if begun is not None:
                if not is_asked and not last_run.is_begun(root, begun):
                    raise Unwritable(
                        f"{JOURNAL} tells of a run that was interrupted, and not of one that "
                        "this user began: `hpfix undo` takes it back; remove it if it came from "
                        "elsewhere"
                    )
                return (_settled(root, begun, is_asked=is_asked),)
            if is_unsettled(root):  # it was interrupted while it began
                journal.drop(root)
                is_undo = last_run.is_undo_begun(root)
                said = f"{_named(is_undo=is_undo)} was interrupted before it had written anything"
                return (Settled(said, is_undo=is_undo),)
            return ()
    except disk.Busy:
        raise Unwritable("another run of hpfix is writing here") from None
    except Foreign:
        raise Unwritable(
            f"{JOURNAL} is not what hpfix writes; remove it where it is not yours"
        ) from None
    except OSError as error:
        raise Unwritable(
            f"a run was interrupted, and what it left cannot be settled: {reason(error, root)}"
        ) from None


def _settled(root: str, begun: Journal, *, is_asked: bool) -> Settled:
    left = _left(root, begun)
    run = _named(is_undo=begun.is_undo)
    since = f"; {', '.join(left.changed)} changed since" if left.changed else ""
    if left.is_complete:
        last_run.keep(root, begun)
        journal.drop(root)
        said = f"{run} was interrupted after it had written everything, and is complete{since}"
        return Settled(said, is_complete=True, is_undo=begun.is_undo)
    took = ", ".join(left.replaced)
    if left.changed and left.replaced and not is_asked:
        changed = ", ".join(left.changed)
        raise Unwritable(
            f"{run} was interrupted, and {changed} changed since: `hpfix undo` takes back {took} "
            f"and leaves {changed} as it is"
        )
    take_back(root, begun)
    if not left.replaced:
        before = "" if left.changed else " before it had written anything"
        said = f"{run} was interrupted{before}{since}"
        return Settled(said, is_undo=begun.is_undo)
    said = f"{run} was interrupted while it wrote; took back {took}{since}"
    return Settled(said, is_undo=begun.is_undo)


def _named(*, is_undo: bool) -> str:
    return "an undo" if is_undo else "a run"


def _left(root: str, begun: Journal) -> Left:
    replaced: list[str] = []
    changed: list[str] = []
    for each in begun.writes:
        held = disk.bytes_at(os.path.join(root, each.path))
        if held == each.after:
            replaced.append(each.path)
        elif held != each.before:
            changed.append(each.path)
    waiting = any(os.path.lexists(os.path.join(root, each)) for each in begun.temporaries())
    is_whole = len(replaced) + len(changed) == len(begun.writes)
    return Left(tuple(replaced), tuple(changed), not waiting and is_whole and bool(replaced))
