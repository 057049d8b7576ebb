"""The last step: all files are written or none, whatever comes between.

The journal is on disk before the first file is replaced and goes when the last one is; what a crash
leaves is settled by the next run (hpfix.settling).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress

from hpfix import disk, journal, last_run
from hpfix.journal import Journal, Write
from hpfix.project import Project, Unwritable, is_unsettled
from hpfix.signals import uninterrupted

NEW_MODE = 0o644
ANY_WRITER = 0o222
NOTHING = "nothing was written"


@contextmanager
def written(before: Project, after: Project, rests_on: Iterable[str] = ()) -> Iterator[bool]:
    """Write what differs between two snapshots; whether `hpfix undo` can take it back.

    `rests_on` are the files that must be as they were read, too. What is said inside is said of
    what is on disk: trouble with that is told from trouble with the files. Raises Unwritable.
    """
    writes = differences(before, after)
    is_kept = True
    if writes:
        require_unchanged(before, rests_on)
        with uninterrupted():
            is_kept = write(after.root, writes)
    files = f"{len(writes)} file{'s' * (len(writes) != 1)}"
    try:
        yield is_kept
    except KeyboardInterrupt:
        raise Unwritable(f"interrupted after {files} had been written") from None
    except Unwritable as error:
        raise Unwritable(f"{error}; {files} had been written before") from None


def require_unchanged(before: Project, paths: Iterable[str]) -> None:
    """What is written rests on what other files say. Raises Unwritable where one has changed."""
    for path in sorted(paths):
        read = before.data_of(path)
        if read is None:
            continue
        try:
            now = disk.bytes_at(os.path.join(before.root, path))
        except OSError:
            now = None
        if now != read:
            raise Unwritable(f"{path} changed since it was read; run hpfix again; {NOTHING}")


def differences(before: Project, after: Project) -> tuple[Write, ...]:
    """The bytes of every file that differs between two snapshots, sorted by path."""
    return tuple(
        Write(path, before.data_of(path), after.data_of(path))
        for path in after.changed_since(before)
    )


def write(root: str, writes: Sequence[Write], *, is_undo: bool = False) -> bool:
    """Write all files or none, and keep what they were; whether that could be done.

    Where it is an `is_undo`, there is nothing to take back afterwards. Raises Unwritable, with
    nothing changed, when a file does not hold what was read, cannot be replaced, or another run
    is writing here.
    """
    begun = journal.of(writes, is_undo=is_undo)
    root = os.path.realpath(root)
    try:
        with disk.locked(root):
            if is_unsettled(root):
                raise Unwritable(f"a run was interrupted here meanwhile; {NOTHING}")
            for each in writes:
                _require(root, each)
            _all_or_none(root, begun)
            is_kept = last_run.keep(root, begun)
            with suppress(OSError):  # all is written; the next run sees that and drops it
                journal.drop(root)
            return is_kept
    except disk.Busy:
        raise Unwritable(f"another run of hpfix is writing here; {NOTHING}") from None
    except OSError as error:
        raise Unwritable(f"{reason(error, root, begun)}; {NOTHING}") from None


def _all_or_none(root: str, begun: Journal) -> None:
    """Carry the run out, or take back what of it is done and raise the reason."""
    try:
        last_run.note_begun(root, begun)
        journal.put(root, begun)
        _carry_out(root, begun)
    except BaseException:
        try:
            take_back(root, begun)
        except OSError as error:
            raise Unwritable(
                f"{reason(error, root, begun)}: a part of the run is written and cannot be taken "
                "back now; `hpfix undo` does it when that is mended"
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


def take_back(root: str, begun: Journal) -> None:
    """Give every file that was replaced its old bytes again; one that holds others is left.

    What waits beside such a file goes last: until then it tells that the file was not replaced.
    The journal goes only when all is back. Raises OSError.
    """
    files = [
        (each, os.path.join(root, each.path), os.path.join(root, temporary))
        for each, temporary in zip(begun.writes, begun.temporaries(), strict=True)
    ]
    held = [disk.bytes_at(target) for _, target, _ in files]
    for now, (each, _, temporary) in zip(held, files, strict=True):
        if now == each.before:
            disk.remove(temporary)
    for now, (each, target, temporary) in zip(held, files, strict=True):
        if now == each.after and now != each.before:
            disk.remove(temporary)
            if each.before is not None:
                like = None if now is None else target
                disk.create(temporary, each.before, like=like, mode=NEW_MODE)
            _put(root, each.reversed(), temporary)
    for _, _, temporary in files:
        disk.remove(temporary)
    journal.drop(root)


def _require(root: str, each: Write) -> None:
    """Refuse a file that is not what it was, or that replacing would change in another way.

    Raises Unwritable and OSError.
    """
    target = os.path.join(root, each.path)
    if not journal.is_within(root, each.path):
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


def reason(error: OSError, root: str, begun: Journal | None = None) -> str:
    """What the system says, with the file as the project calls it."""
    said = (error.strerror or str(error)).lower()
    if error.filename is None:
        return said
    name = os.fsdecode(error.filename)
    with suppress(ValueError):  # another drive
        name = os.path.relpath(name, root)
    for number, each in enumerate(() if begun is None else begun.temporaries()):
        if begun is not None and name == os.path.normpath(each):
            name = begun.writes[number].path
    return f"{name}: {said}"
