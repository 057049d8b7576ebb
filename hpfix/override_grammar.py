"""Whether the `name=value,...` parser of an HParams class accepts a string of overrides.

The rule is that of `HParams.parse` in tensor2tensor (tensor2tensor/utils/hparam.py), which
tf.contrib.training.HParams and most copies of it share: the type of a hyperparameter is the type
of its default, and a list has the type of its first element. What was measured of it is in
research/dialects.md 1.1.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hpfix.model import Value
from hpfix.readers.override_clauses import Clause, clauses

BOOLEANS = frozenset({"true", "True", "false", "False"})


class Kind(NamedTuple):
    """What a declaration takes: a type of `model.Value`, and whether it takes a list of them."""

    type: str
    is_list: bool = False

    def __str__(self) -> str:
        return f"list of {self.type}" if self.is_list else self.type


def kind_of(default: Value | None) -> Kind:
    """The kind that a default gives its hyperparameter; `unknown` when the default is computed."""
    match default:
        case None:
            return Kind("unknown")
        case Value(type="list", literal=(first, *_)):
            return Kind("none" if first is None else type(first).__name__, is_list=True)
        case Value(type="list"):
            return Kind("unknown", is_list=True)
    return Kind(default.type)


def refusal(overrides: str, kinds: Mapping[str, Kind]) -> str | None:
    """Return why the parser would refuse the overrides, or None when it accepts them."""
    parsed = clauses(overrides)
    if parsed is None:
        return f"`{overrides}` is not a list of name=value"
    seen: set[str] = set()
    for clause in parsed:
        if clause.name not in kinds:
            return f"`{clause.name}` is not declared"
        if clause.name in seen:
            return f"`{clause.name}` is assigned twice"
        seen.add(clause.name)
        reason = _refused_value(clause, kinds[clause.name])
        if reason is None and _has_index(clause, overrides):  # layers[0]=3
            reason = "one element of a list cannot be assigned"
        if reason is not None:
            return reason
    return None


def _has_index(clause: Clause, overrides: str) -> bool:
    return overrides.startswith("[", clause.start + len(clause.name))


def _refused_value(clause: Clause, kind: Kind) -> str | None:
    in_brackets = clause.value.startswith("[")
    if in_brackets and not kind.is_list:
        return f"`{clause.name}` takes a single value, not a list"
    if kind.is_list and not in_brackets:
        return f"`{clause.name}` takes a list: [{clause.value}]"
    if kind.type == "none":
        return f"`{clause.name}` is None by default, which gives the parser no type"
    items = clause.value[1:-1].replace(",", " ").split(" ") if in_brackets else [clause.value]
    for item in items:
        if (item or not in_brackets) and not _reads_as(item, kind.type):
            return f"`{item}` does not read as {kind.type}"
    return None


def _reads_as(text: str, type_name: str) -> bool:
    """Whether the constructor that the parser calls takes the text."""
    match type_name:
        case "bool":
            return text in BOOLEANS or _reads_as(text, "int")
        case "int" | "float":
            try:
                (int if type_name == "int" else float)(text)
            except ValueError:
                return False
            return True
        case "mapping":
            return False
    return True
