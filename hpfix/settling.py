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
    """What was left, and whether the interrupted run had written everything."""

    sentence: str
    is_complete: bool = False


def settle(folder: str, *, leaves_edited: bool = False) -> tuple[Settled, ...]:
    """Settle what is left in the root of a project; nothing where another run was just writing.

    A file that was edited since keeps what it holds: then nothing is touched, unless
    `leaves_edited`, which takes back the others. Raises Unwritable.
    """
    root = os.path.realpath(folder)
    try:
        with uninterrupted(), disk.locked(root):
            begun = journal.found(root)
            if begun is not None:
                return (_settled(root, begun, leaves_edited=leaves_edited),)
            if is_unsettled(root):  # it was interrupted while it began
                journal.drop(root)
                return (Settled("a run was interrupted before it had written anything"),)
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


def _settled(root: str, begun: Journal, *, leaves_edited: bool) -> Settled:
    held = {each.path: disk.bytes_at(os.path.join(root, each.path)) for each in begun.writes}
    count = f"{len(begun.writes)} file{'s' * (len(begun.writes) != 1)}"
    if all(held[each.path] == each.after for each in begun.writes):
        last_run.keep(root, begun)
        for temporary in begun.temporaries():
            disk.remove(os.path.join(root, temporary))
        journal.drop(root)
        said = f"a run was interrupted after it had written all of its {count}; it is complete"
        return Settled(said, is_complete=True)
    edited = [
        each.path for each in begun.writes if held[each.path] not in (each.before, each.after)
    ]
    replaced = [
        each.path
        for each in begun.writes
        if each.path not in edited and held[each.path] != each.before
    ]
    if edited and replaced and not leaves_edited:
        raise Unwritable(
            f"a run was interrupted, and {', '.join(edited)} was edited since: `hpfix undo` takes "
            f"back {', '.join(replaced)} and leaves {', '.join(edited)} as it is"
        )
    take_back(root, begun)
    if not replaced:
        return Settled(f"a run was interrupted before it had written any of its {count}")
    return Settled(f"a run was interrupted while it wrote; took back {', '.join(replaced)}")
