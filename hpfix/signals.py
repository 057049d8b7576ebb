"""What a run does when it is asked to end: at a question as after Ctrl-C, while it writes later."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

HEARD = ("SIGTERM", "SIGHUP", "SIGALRM")
"""What ends a program, and what an interrupt comes again as."""
AGAIN = 0.02
"""After so many seconds an interrupt comes again that no exception could be raised for."""


@contextmanager
def heard_as_interrupts() -> Iterator[None]:
    """Have what ends a program leave a question as Ctrl-C does: the terminal as it was found.

    What the caller has it ignore (`nohup`) stays ignored.
    """
    import signal  # only where somebody is asked

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    known = [getattr(signal, each) for each in HEARD if hasattr(signal, each)]
    heard = [each for each in known if signal.getsignal(each) == signal.SIG_DFL]
    for each in heard:
        signal.signal(each, interrupt)
    try:
        with _none_lost():
            yield
    finally:
        for each in heard:
            signal.signal(each, signal.SIG_DFL)


@contextmanager
def _none_lost() -> Iterator[None]:
    """Python drops an interrupt that comes while it takes an object away: have it come again."""
    import signal

    def dropped(what: sys.UnraisableHookArgs) -> None:
        if issubclass(what.exc_type, KeyboardInterrupt) and hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, AGAIN)
        else:
            earlier(what)

    earlier, sys.unraisablehook = sys.unraisablehook, dropped
    try:
        yield
    finally:
        sys.unraisablehook = earlier
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let a run end what it has begun to write: it takes less time than a person to notice."""
    import signal  # only where something is written

    known = [getattr(signal, each) for each in ("SIGINT", *HEARD) if hasattr(signal, each)]
    earlier = {each: signal.signal(each, signal.SIG_IGN) for each in known}
    try:
        yield
    finally:
        for each, handler in earlier.items():
            signal.signal(each, handler)
