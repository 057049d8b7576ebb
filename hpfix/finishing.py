"""The last step: all files are written or none, and an interrupt comes too late for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from hpfix.project import Project, Unwritable, write


@contextmanager
def written(before: Project, after: Project) -> Iterator[None]:
    """Write what differs; what is said of it inside is said whatever interrupts.

    From here on an interrupt would make "nothing was written" a lie. Raises Unwritable.
    """
    import signal  # nothing else needs it

    on_interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        write(before, after)
        yield
    except Unwritable as error:
        raise Unwritable(f"{error}; nothing was written") from None
    finally:
        signal.signal(signal.SIGINT, on_interrupt)
