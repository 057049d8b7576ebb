"""The parameters of a sweep, in YAML and in Python alike: each with the values that it tries."""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.documents import Node
from hpfix.model import Declaration, Range, Tried, Value
from hpfix.readers.search_space import LOW, range_of

WORDS = frozenset("value values probabilities min max distribution q mu sigma parameters".split())
"""What a parameter of W&B may say of itself (wandb/sweeps, config/schema.json)."""
NESTED = "parameters"
TELLING = frozenset({"value", "values", "min", "max", "distribution", "parameters", "mu"})
LOGARITHMIC = ("log_uniform_values", "q_log_uniform_values", "inv_log_uniform_values")
EXPONENTS = frozenset({"log_uniform", "q_log_uniform", "inv_log_uniform"})
"""Distributions whose bounds are natural logarithms (dialects 3.1)."""
E = 2.718281828459045


def is_parameter(node: Node) -> bool:
    """Whether a mapping says of one parameter what to try."""
    keys = {each.key for each in (*node.entries, *node.merged)}
    return keys <= WORDS and not keys.isdisjoint(TELLING)


def declared_in(parameters: Node, tuner: str, method: str) -> Iterator[Declaration]:
    """Each parameter, in the order in which they stand."""
    for entry in parameters.entries:
        tried = tried_in(entry.node, tuner, method)
        yield Declaration(entry.key, entry.place, Value("", "unknown", range=tried))


def nested_in(parameters: Node, tuner: str, method: str, outer: str = "") -> Iterator[Tried]:
    """The parameters inside of others: `optimizer: {parameters: {lr: {min: 0.1, max: 1.0}}}`."""
    for entry in parameters.entries:
        key = f"{outer}{entry.key}"
        if outer and is_parameter(entry.node):
            yield Tried(key, entry.place, tried_in(entry.node, tuner, method))
        inner = entry.node.at(NESTED)
        if inner is not None:
            yield from nested_in(inner, tuner, method, f"{key}.")


def tried_in(node: Node, tuner: str, method: str) -> Range:
    """The values of one parameter; a single `value` is the only one there is."""
    found = range_of(node)
    name = node.text_at("distribution") or ""
    only, step = node.at("value"), node.at("q")
    choices = (only.value,) if only is not None else found.choices
    values = node.at("values")
    return found._replace(
        choices=choices,
        log=found.log or name in LOGARITHMIC or name in EXPONENTS,
        base=E if name in EXPONENTS else None,
        step=None if step is None else step.value,
        distribution=name or None,
        tuner=tuner,
        method=method,
        is_empty=values is not None and not values.items and values.value.type == "list",
        type=found.type or _type_of(name, node),
    )


def _type_of(distribution: str, node: Node) -> str | None:
    """What the bounds say where no distribution is named: of two whole numbers, whole numbers."""
    if "int" in distribution:
        return "int"
    low = next((each for word in LOW if (each := node.at(word)) is not None), None)
    return "float" if distribution and low is not None else None
