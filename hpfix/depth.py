"""How deep walks over code and over what objects hold may go, and room for them on the stack."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

DEEPEST = 400
"""So many objects, each of which has the keys of the next one, are followed."""
FRAMES = 10_000
"""What such a walk takes at most, with the trace of a name inside of another."""


@contextmanager
def room(frames: int = FRAMES) -> Iterator[None]:
    """Let a walk go as deep as it is bounded to; Python's own bound is meant for no such."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, frames))
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
