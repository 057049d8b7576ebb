"""The last step: all files are written or none, whatever comes between.

The journal is on disk before the first file is replaced and goes when the last one is; what a crash
leaves is settled by the next run (hpfix.settling).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from hpfix import disk, journal, last_run
from hpfix.journal import Journal, Write
from hpfix.project import Project, Unwritable, is_unsettled
from hpfix.signals import uninterrupted

NEW_MODE = 0o644
ANY_WRITER = 0o222
NOTHING = "nothing was written"


@contextmanager
def written(before: Project, after: Project) -> Iterator[bool]:
    """Write what differs between two snapshots; whether `hpfix undo` can take it back.

    What is said inside is said whatever interrupts: from here on an interrupt would make "nothing
    was written" a lie. Raises Unwritable.
    """
    writes = differences(before, after)
    with uninterrupted():
        yield not writes or write(after.root, writes)


def differences(before: Project, after: Project) -> tuple[Write, ...]:
    """The bytes of every file that differs between two snapshots, sorted by path."""

    def data(project: Project, path: str) -> bytes | None:
        text = project.texts.get(path)
        return None if text is None else text.encode(project.codecs[path])

    return tuple(
        Write(path, data(before, path), data(after, path)) for path in after.changed_since(before)
    )


def write(
    root: str, writes: Sequence[Write], keep: Callable[[str, Journal], bool] = last_run.keep
) -> bool:
    """Write all files or none, and then `keep` what they were; whether that could be done.

    Raises Unwritable, with nothing changed, when a file does not hold what was read, cannot be
    replaced, or another run is writing here.
    """
    begun = journal.of(writes)
    root = os.path.realpath(root)
    try:
        with disk.locked(root):
            if is_unsettled(root):
                raise Unwritable(f"a run was interrupted here meanwhile; {NOTHING}")
            for each in writes:
                _require(root, each)
            _all_or_none(root, begun)
            is_kept = keep(root, begun)
            with suppress(OSError):  # all is written; the next run sees that and drops it
                journal.drop(root)
            return is_kept
    except disk.Busy:
        raise Unwritable(f"another run of hpfix is writing here; {NOTHING}") from None
    except OSError as error:
        raise Unwritable(f"{reason(error, root)}; {NOTHING}") from None


def _all_or_none(root: str, begun: Journal) -> None:
    """Carry the run out, or take back what of it is done and raise the reason."""
    try:
        journal.put(root, begun)
        _carry_out(root, begun)
    except BaseException:
        try:
            take_back(root, begun)
        except OSError as error:
            raise Unwritable(
                f"{reason(error, root)}: a part of the run is written and cannot be taken back "
                "now; `hpfix undo` does it when that is mended"
            ) from None
        raise


def _carry_out(root: str, begun: Journal) -> None:
    """Have every new file on disk beside its old one, then replace them one after another."""
    for each, temporary in zip(begun.writes, begun.temporaries(), strict=True):
        if each.after is not None:
            like = None if each.before is None else os.path.join(root, each.path)
            disk.create(os.path.join(root, temporary), each.after, like=like, mode=NEW_MODE)
    for each, temporary in zip(begun.writes, begun.temporaries(), strict=True):
        _require(root, each)  # an editor may have saved it since
        _put(root, each, temporary)


def _put(root: str, each: Write, temporary: str) -> None:
    target = os.path.join(root, each.path)
    if each.after is None:
        disk.remove(target)
    else:
        disk.replace(os.path.join(root, temporary), target)


def take_back(root: str, begun: Journal) -> tuple[str, ...]:
    """Give every file that was replaced its old bytes again; return those that hold others.

    They were edited since, and are left. The journal goes only when all is back. Raises OSError.
    """
    edited: list[str] = []
    for temporary in begun.temporaries():
        disk.remove(os.path.join(root, temporary))
    for each, temporary in zip(begun.writes, begun.temporaries(), strict=True):
        target = os.path.join(root, each.path)
        now = disk.bytes_at(target)
        if now == each.after and now != each.before:
            if each.before is not None:
                like = None if now is None else target
                disk.create(os.path.join(root, temporary), each.before, like=like, mode=NEW_MODE)
            _put(root, each.reversed(), temporary)
        elif now != each.before:
            edited.append(each.path)
    journal.drop(root)
    return tuple(edited)


def _require(root: str, each: Write) -> None:
    """Refuse a file that is not what it was, or that replacing would change in another way.

    Raises Unwritable and OSError.
    """
    target = os.path.join(root, each.path)
    if os.path.realpath(target) != os.path.join(root, *each.path.split("/")):
        raise Unwritable(f"{each.path} is behind a link; {NOTHING}")
    if disk.bytes_at(target) != each.before:
        raise Unwritable(f"{each.path} changed since it was read; run hpfix again; {NOTHING}")
    if each.before is not None:
        found = os.stat(target)
        if not (found.st_mode & ANY_WRITER and os.access(target, os.W_OK)):
            raise Unwritable(f"{each.path} is read-only; {NOTHING}")
        if found.st_nlink > 1:
            raise Unwritable(
                f"{each.path} is one of {found.st_nlink} hard links, and the others would keep the "
                f"old text; {NOTHING}"
            )
    folder = os.path.dirname(target)
    if not (os.stat(folder).st_mode & ANY_WRITER and os.access(folder, os.W_OK)):
        shown = os.path.relpath(folder, root)
        where = "the project's folder" if shown == os.curdir else f"the folder {shown}"
        raise Unwritable(f"{where} is read-only; {NOTHING}")


def reason(error: OSError, root: str) -> str:
    """What the system says, with the file as the project calls it."""
    said = (error.strerror or str(error)).lower()
    if error.filename is None:
        return said
    with suppress(ValueError):  # another drive
        return f"{os.path.relpath(error.filename, root)}: {said}"
    return f"{error.filename}: {said}"
