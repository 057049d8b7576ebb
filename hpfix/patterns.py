"""Names of which only a part is known: `*_dim` for `f"{kind}_dim"`."""

from __future__ import annotations

from hpfix.model import Expression

ANYTHING = "*"
STEP = "~"
"""What the step of a pattern begins with; no name of Python does."""


def pattern_step(pattern: str) -> str:
    """The base of the expression of a name that is put together."""
    return STEP + pattern


def pattern_in(key: Expression) -> str | None:
    """The pattern that a computed key has to fit, where one is known."""
    return key.steps[0][1:] if key.steps[0].startswith(STEP) else None


def fits(name: str, pattern: str) -> bool:
    """Whether a name can be one of those that are put together so."""
    first, *rest = pattern.split(ANYTHING)
    if not rest:
        return name == pattern
    last = rest.pop()
    if not name.startswith(first) or len(name) < len(first) + len(last):
        return False
    offset = len(first)
    for part in rest:
        offset = name.find(part, offset)
        if offset < 0:
            return False
        offset += len(part)
    return name.endswith(last) and offset <= len(name) - len(last)
