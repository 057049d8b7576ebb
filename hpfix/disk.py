"""Files replaced so that a crash at any moment leaves the old one or the new one.

What "on disk" takes is in the manuals of fsync(2) and rename(2): a new file is synced before it
takes the place of the old one, and then the folder that names it is synced as well.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep

PATIENCE = 10.0
"""Seconds to wait for another run, which takes much less to write what it has accepted."""
PAUSE = 0.05
OWN_MODE = 0o600
WAITING = ".tmp"
"""Behind the name of a file whose bytes wait beside it for its place."""
NO_LINK = sum(getattr(os, each, 0) for each in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
"""Open the file itself, never wait for a pipe, change no line end."""
NO_LOCKS = frozenset({errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP})
"""What file systems say that lock no folders."""
NOT_KEPT = frozenset({errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EINVAL})
KERNELS = ("security.", "trusted.", "system.nfs")
"""Attributes that the system gives a file by itself."""


class Busy(Exception):
    """Another run holds the folder."""


@contextmanager
def locked(folder: str) -> Iterator[None]:
    """Hold a folder against other runs; the lock goes with the process, however that ends.

    Raises Busy where another run keeps it for longer than writing takes, and OSError.
    """
    handle = os.open(folder, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: the journal alone keeps two runs apart
        return
    end = monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if monotonic() >= end:
                raise Busy from None
            sleep(PAUSE)
        except OSError as error:
            if error.errno in NO_LOCKS:
                return
            raise


def bytes_at(file: str) -> bytes | None:
    """All bytes of a regular file, never through a link; None where there is none of the name.

    Raises OSError.
    """
    try:
        handle = os.open(file, os.O_RDONLY | NO_LINK)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "is no regular file", file)
    with os.fdopen(handle, "rb") as stream:
        return stream.read()


def create(file: str, data: bytes, *, like: str | None = None, mode: int = OWN_MODE) -> None:
    """A new file of this name, on disk when this returns, with what belongs to the file `like`.

    Its mode, its owner and its extended attributes, as far as the system lets them be given.
    Raises OSError, FileExistsError where there is one of the name.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_LINK
    handle = os.open(file, flags, OWN_MODE)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        if hasattr(os, "fchmod"):
            _take_after(handle, like, mode)
        os.fsync(handle)
    finally:
        os.close(handle)


def _take_after(handle: int, like: str | None, mode: int) -> None:
    if like is not None:
        old, own = os.stat(like), os.fstat(handle)
        mode = stat.S_IMODE(old.st_mode)
        if (old.st_uid, old.st_gid) != (own.st_uid, own.st_gid):
            _give(handle, old, like)
        _copy_attributes(handle, like)
    os.fchmod(handle, mode)  # last, as a change of owner takes bits away


def _give(handle: int, old: os.stat_result, like: str) -> None:
    """The owner where that is permitted; the group in any case, as the mode says what it may do."""
    try:
        os.fchown(handle, old.st_uid, old.st_gid)
    except PermissionError:
        try:
            os.fchown(handle, -1, old.st_gid)
        except PermissionError as error:
            raise OSError(
                error.errno, "is of a group that hpfix may not give it to", like
            ) from None


def _copy_attributes(handle: int, like: str) -> None:
    if not hasattr(os, "listxattr"):
        return
    try:
        names = os.listxattr(like)
    except OSError:
        return
    for name in names:
        try:
            os.setxattr(handle, name, os.getxattr(like, name))
        except OSError as error:
            if not (name.startswith(KERNELS) and error.errno in NOT_KEPT):
                raise OSError(error.errno, f"keeps no attribute {name}", like) from None


def put(file: str, data: bytes) -> None:
    """A file with these bytes, whole and on disk, in place of any of its name. Raises OSError."""
    temporary = f"{file}{WAITING}"
    remove(temporary)
    create(temporary, data)
    replace(temporary, file)


def replace(temporary: str, target: str) -> None:
    """Give a synced file the place of another in its folder, for good. Raises OSError."""
    os.replace(temporary, target)
    sync_folder(os.path.dirname(target))


def remove(file: str) -> None:
    """Take a file away for good, where it is there. Raises OSError."""
    try:
        os.unlink(file)
    except FileNotFoundError:
        return
    sync_folder(os.path.dirname(file))


def sync_folder(folder: str) -> None:
    """Have the names in a folder on disk; Windows does that by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # a file system without it
            raise
    finally:
        os.close(handle)
