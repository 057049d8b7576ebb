"""Faults at the calls that a write is made of: the process killed, the disk full, or just a list.

Only functions of `os` are exchanged, and only in a process that was forked for it.
"""

from __future__ import annotations

import errno
import os
import signal
import traceback
from collections.abc import Callable
from typing import Any, Literal, NamedTuple, NoReturn

CALLS = ("open", "write", "fsync", "fchmod", "fchown", "setxattr", "replace", "unlink")
Kind = Literal["before", "after", "half", "once", "from", "signal"]
"""Killed before the call, after it, or with half of what it was to write; failing at this call
alone, or from this call on; told to end by each signal that a program may hear."""
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Fault(NamedTuple):
    """What happens at which call, counted from 0."""

    at: int
    kind: Kind
    error: int = errno.ENOSPC


def forked(action: Callable[[], object]) -> int:
    """Do it in a process of its own; its exit status, or minus the signal that killed it."""
    return ended(begun(action))


def begun(action: Callable[[], object]) -> int:
    """Begin it in a process of its own; the number of that."""
    process = os.fork()
    if not process:
        _end_with(action)
    return process


def ended(process: int) -> int:
    """Wait for the end of a process; its exit status, or minus the signal that killed it."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _end_with(action: Callable[[], object]) -> NoReturn:
    status = 99
    try:
        found = action()
        status = found if isinstance(found, int) else 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def inject(fault: Fault | None, trace: list[tuple[str, str]] | None = None) -> None:
    """Exchange the calls of this process; `trace` gets the name and the file of each."""
    count = 0
    files: dict[int, str] = {}

    def around(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def replacement(*arguments: Any, **options: Any) -> Any:
            nonlocal count
            if name == "open" and not arguments[1] & os.O_CREAT:
                handle = call(*arguments, **options)
                files[handle] = str(arguments[0])
                return handle
            number, count = count, count + 1
            if trace is not None:
                first = arguments[0]
                trace.append((name, files.get(first, str(first))))
            is_struck = fault is not None and (
                number == fault.at or (fault.kind == "from" and number > fault.at)
            )
            if fault is not None and is_struck:
                _strike(fault, name, call, arguments)
            try:
                found = call(*arguments, **options)
            finally:
                if fault is not None and number == fault.at and fault.kind == "after":
                    os.kill(os.getpid(), signal.SIGKILL)
            if name == "open":
                files[found] = str(arguments[0])
            return found

        return replacement

    for name in CALLS:
        if hasattr(os, name):
            setattr(os, name, around(name, getattr(os, name)))


def _strike(fault: Fault, name: str, call: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    if fault.kind == "half" and name == "write":
        call(arguments[0], arguments[1][: len(arguments[1]) // 2])
    if fault.kind in ("before", "half"):
        os.kill(os.getpid(), signal.SIGKILL)
    if fault.kind == "signal":
        for each in SIGNALS:
            os.kill(os.getpid(), each)
    if fault.kind in ("once", "from"):
        file = arguments[0] if isinstance(arguments[0], str) else None
        raise OSError(fault.error, os.strerror(fault.error), file)
