"""A tuner's search space: a mapping of names to what each may be, known by the words inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hpfix.model import Range, Value

if TYPE_CHECKING:
    from hpfix.documents import Node

LOW = ("min", "low", "lower", "minval", "minValue")
HIGH = ("max", "high", "upper", "maxval", "maxValue")
CHOICES = ("choices", "values", "options", "vals", "categories")
OTHER = frozenset(
    "type default log step q scale distribution log_scale dtype description name sampling "
    "base prior value mu sigma".split()
)
WORDS = frozenset((*LOW, *HIGH, *CHOICES, *OTHER))


def vocabulary_of(node: Node) -> bool:
    """Whether every value of the mapping is a range: bounds or choices and nothing foreign.

    The words are those of the reference project and of the tuners in dialects 3.
    """
    return bool(node.entries) and all(is_range(entry.node) for entry in node.entries)


def is_range(node: Node) -> bool:
    """Whether a mapping says what values to try."""
    keys = {entry.key for entry in (*node.entries, *node.merged)}
    bounded = keys & set(LOW) and keys & set(HIGH)
    return keys <= WORDS and bool(bounded or keys & set(CHOICES))


def range_of(node: Node) -> Range:
    """The bounds, choices and default of one entry of a search space."""
    values = {entry.key: entry.node for entry in (*node.merged, *node.entries)}

    def scalar(words: tuple[str, ...]) -> Value | None:
        return next((values[word].value for word in words if word in values), None)

    kind, log = scalar(("type", "dtype")), scalar(("log", "log_scale"))
    scale, distribution = scalar(("scale", "sampling")), scalar(("distribution",))
    listed = next((values[word] for word in CHOICES if word in values), None)
    is_log = (log is not None and log.literal is True) or (
        scale is not None and scale.literal == "log"
    )
    return Range(
        type=None if kind is None else kind.source,
        low=scalar(LOW),
        high=scalar(HIGH),
        choices=() if listed is None else tuple(each.value for each in listed.items),
        default=scalar(("default",)),
        log=is_log,
        step=scalar(("step", "q")),
        distribution=None if distribution is None else distribution.source,
        is_empty=listed is not None and listed.value.type == "list" and not listed.items,
    )
