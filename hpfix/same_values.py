"""Whether two declarations give one value, as far as both are written down."""

from __future__ import annotations

from hpfix.model import Declaration, Scalar, Value

NUMBERS = frozenset({"int", "float"})


def is_given(value: Value | None) -> bool:
    """Whether a value is written down that is not None."""
    return value is not None and value.literal is not None and value.type != "none"


def are_same(one: Declaration, other: Declaration) -> bool:
    """`1` and `1.0` are one value, `"0.1"` and `0.1` where an option makes a number of it."""
    return _meaning(one) == _meaning(other)


def _meaning(declared: Declaration) -> object:
    value = declared.value
    if value is None or value.literal is None:
        return "" if value is None else value.source
    literal = value.literal
    if isinstance(literal, tuple):
        return tuple(_scalar(each) for each in literal)
    if isinstance(literal, str) and declared.type in NUMBERS:
        try:
            return _scalar(float(literal))
        except ValueError:
            return literal
    return _scalar(literal)


def _scalar(literal: Scalar) -> tuple[str, Scalar]:
    """A flag is no number, though Python says that True is 1."""
    if isinstance(literal, bool):
        return "flag", literal
    return ("number", float(literal)) if isinstance(literal, (int, float)) else ("text", literal)
