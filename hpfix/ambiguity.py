"""What YAML 1.1 makes of words and digits that look like something else (dialects 3.2)."""

from __future__ import annotations

from hpfix.model import Value

TRUTHS = frozenset({"on", "off", "yes", "no"})
"""The truth values that are words for other things as well; of `true` and `false` nobody doubts."""
NOTHING = "None"
SIXTY = 60


def is_word_read_as_truth(value: Value) -> bool:
    """`schedule: off`"""
    return value.type == "bool" and value.source.lower() in TRUTHS


def is_none_read_as_text(value: Value) -> bool:
    """`limit: None`, which only Python has for nothing."""
    return value.type == "str" and value.literal == NOTHING


def number_that_is_read(source: str) -> int | None:
    """8 for `010` and 90 for `1:30`; None for all that is not read in a base of its own."""
    digits = source.removeprefix("-").removeprefix("+")
    if digits.startswith("0") and len(digits) > 1 and set(digits) <= set("01234567"):
        return int(source, 8)
    parts = digits.split(":")
    if len(parts) < 2 or not all(_is_digits(each) for each in parts) or parts[0].startswith("0"):
        return None
    if any(int(each) >= SIXTY or len(each) > 2 for each in parts[1:]):
        return None
    total = 0
    for each in parts:
        total = total * SIXTY + int(each)
    return -total if source.startswith("-") else total


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
