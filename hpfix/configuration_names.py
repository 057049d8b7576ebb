"""Whether a class, a module or a file is called what configurations are called."""

from __future__ import annotations

WORDS = (
    "param", "config", "cfg", "option", "setting", "args", "opt", "const", "default", "hyp",
    "argument",
)  # fmt: skip


def says_configuration(name: str) -> bool:
    """Whether the name has one of the words in it."""
    return any(word in name.lower() for word in WORDS)
