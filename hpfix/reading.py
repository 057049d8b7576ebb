"""All files of a project read: once each, in as many processes as pays."""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from hpfix.facts import Facts
from hpfix.readers import read

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

PAYS = 500_000
"""From so many characters for each process on, starting it takes less time than it saves."""

SENT = 1.25
"""How much longer a file takes in another process, which has to send what it has found."""

File = tuple[str, str]

_known: dict[str, tuple[str, Facts]] = {}
"""By path: the text as it was last read, and its facts."""


def read_all(texts: Mapping[str, str], *, jobs: int = 1) -> Mapping[str, Facts]:
    """The facts of every file, in the order of the files; what is known is not read again.

    `jobs` is the number of processes, 0 for as many as pays.
    """
    for path in _known.keys() - texts.keys():
        del _known[path]
    unread = [
        (path, text)
        for path, text in texts.items()
        if path not in _known or _known[path][0] != text
    ]
    for (path, text), facts in zip(unread, _read(unread, jobs), strict=True):
        _known[path] = text, facts
    return {path: _known[path][1] for path in texts}


def _read(files: Sequence[File], jobs: int) -> list[Facts]:
    size = sum(len(text) for _, text in files)
    count = min(jobs or min(_processors(), size // PAYS), len(files))
    return [read(*file) for file in files] if count < 2 else _read_together(files, count)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _read_together(files: Sequence[File], count: int) -> list[Facts]:
    """This process reads its share while others read theirs, and then what they did not deliver."""
    from multiprocessing import get_context  # as slow to import as much of hpfix

    context = get_context()
    own, *others = _shares(files, count)
    found: dict[int, Facts] = {}
    workers: list[tuple[BaseProcess, Connection]] = []
    try:
        for share in others:
            inherited = [receiver for _, receiver in workers]
            workers.append(_started(context, [files[number] for number in share], inherited))
        found.update((number, read(*files[number])) for number in own)
        for numbers, (_, receiver) in zip(others, workers, strict=True):
            found.update(zip(numbers, _delivered(receiver), strict=False))
    finally:
        for worker, receiver in workers:
            receiver.close()
            if worker.pid is not None:
                worker.kill()
                worker.join()
    return [found.get(number) or read(*file) for number, file in enumerate(files)]


def _started(
    context: BaseContext, files: Sequence[File], inherited: Sequence[Connection]
) -> tuple[BaseProcess, Connection]:
    """Another process, and where its facts arrive; where none can start, nothing does."""
    receiver, sender = context.Pipe(duplex=False)
    is_forked = context.get_start_method() == "fork"
    others = (*inherited, receiver) if is_forked else ()
    worker: BaseProcess = context.Process(  # type: ignore[attr-defined]  # every context has one
        target=_deliver, args=(sender, files, others), daemon=True
    )
    with suppress(OSError):
        worker.start()
    sender.close()
    return worker, receiver


def _shares(files: Sequence[File], count: int) -> list[list[int]]:
    """The numbers of the files in shares that take as long: the largest to the smallest."""
    shares: list[list[int]] = [[] for _ in range(count)]
    sizes = [0.0] * count
    for number in sorted(range(len(files)), key=lambda each: -len(files[each][1])):
        least = sizes.index(min(sizes))
        shares[least].append(number)
        sizes[least] += len(files[number][1]) * (SENT if least else 1)
    return shares


def _deliver(sender: Connection, files: Sequence[File], others: Sequence[Connection]) -> None:
    """What another process does: read, send, end. An interrupt is for the first one to handle.

    `others` are the ends that a fork leaves open here: with one of them, it would wait for ever to
    deliver to a process that was killed.
    """
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    for each in others:
        each.close()
    with suppress(OSError):
        sender.send([read(*file) for file in files])


def _delivered(receiver: Connection) -> Sequence[Facts]:
    try:
        return receiver.recv()  # type: ignore[no-any-return]
    except (EOFError, OSError):
        return ()
