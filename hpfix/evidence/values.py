"""Whether what a reference gives or expects is what a declaration holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hpfix.acceptance import is_placeholder
from hpfix.findings import Evidence
from hpfix.model import Declaration, Range, Reference, Value
from hpfix.ranges import bounds

NUMBERS = frozenset({"int", "float"})
OPAQUE = frozenset({"none", "unknown"})
TEXTS = frozenset({"override string", "comment"})


def given_by(reference: Reference) -> Iterator[Value]:
    """The values that a reference carries: a fallback, a written value, what a tuner tries."""
    if reference.value is not None and reference.form not in TEXTS:
        yield reference.value
    if reference.tried is not None:
        yield from tried(reference.tried)


def tried(space: Range) -> Iterator[Value]:
    """Every value that a range names."""
    ends = (space.low, space.high) if space.base is None else ()
    for value in (space.default, *ends, *space.choices):
        if value is not None:
            yield value


def disagreement(references: Iterable[Reference], declared: Declaration) -> str | None:
    """Why the declaration cannot be what the references mean, by type; None where it can."""
    references = tuple(references)
    refused = _refused(references, declared)
    if refused is not None or declared.value is None or declared.value.type in OPAQUE:
        return refused
    for reference in references:
        for value in given_by(reference):
            if reference.form == "command line":
                if _is_no_text_for(value, declared.value):
                    return f"`{declared.key}` is {declared.value.type}, not {value.source}"
            elif not _fits(value, declared.value):
                return f"`{declared.key}` is {declared.value.type}, not {value.type}"
        if reference.tried is not None and _is_outside(declared.value, reference.tried):
            return f"`{declared.key}={declared.value.source}` lies outside of what is tried"
    return None


def _refused(references: Iterable[Reference], declared: Declaration) -> str | None:
    """That the declaration has choices, and nothing that a reference gives is one of them."""
    allowed = {each.literal for each in declared.choices}
    for reference in references if allowed else ():
        given = [each for each in given_by(reference) if each.literal is not None]
        if given and allowed.isdisjoint(each.literal for each in given):
            listed = ", ".join(each.source for each in declared.choices)
            return f"`{declared.key}` takes {listed}, not {given[0].source}"
    return None


def _is_outside(declared: Value, space: Range) -> bool:
    """The declared number lies beyond the bounds of the range."""
    number, (low, high) = declared.literal, bounds(space)
    if declared.type not in NUMBERS or not isinstance(number, int | float):
        return False
    return (low is not None and number < low) or (high is not None and number > high)


def _fits(value: Value, declared: Value) -> bool:
    if value.type in OPAQUE or value.type == declared.type:
        return True
    if value.type in NUMBERS and declared.type == "float":
        return True
    whole = isinstance(value.literal, float) and value.literal.is_integer()
    return declared.type == "int" and value.type == "float" and whole


def _is_no_text_for(value: Value, declared: Value) -> bool:
    """Whether the first word behind an option is none for a number: others may be the program's,
    and one that stands for what somebody has to give is none either."""
    first = value.literal[0] if isinstance(value.literal, tuple) else value.literal
    return declared.type in NUMBERS and isinstance(first, str) and not is_placeholder(first)


def same_value(references: Iterable[Reference], declared: Declaration) -> Evidence | None:
    """The reference falls back on, or starts from, the declared value itself."""
    for reference in references:
        value = reference.value if reference.tried is None else reference.tried.default
        if value is None or declared.value is None or declared.value.type in OPAQUE:
            continue
        if value.type in OPAQUE or value.literal is None:
            continue
        if value.literal == declared.value.literal and _fits(value, declared.value):
            text = f"both are {declared.value.source}"
            return Evidence("value", text)
    return None


def is_plain(value: Value) -> bool:
    """Whether Python can write the value down: a scalar, or a list of scalars."""
    return value.type == "none" or value.literal is not None
