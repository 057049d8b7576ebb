"""The program that a command line in a configuration starts."""

from __future__ import annotations

from collections.abc import Sequence


def script_in(command: Sequence[str]) -> str | None:
    """`train.py` of `python train.py`, `package.train` of `python -m package.train`."""
    for before, word in zip(("", *command), command, strict=False):
        if before == "-m" or word.endswith(".py"):
            return word
    return None
