"""What a tuner tries for a value in Python: `trial.suggest_float("lr", 1e-5, 1e-2, log=True)`."""

from __future__ import annotations

import ast
from collections.abc import Callable
from math import e as NATURAL
from typing import NamedTuple

from hpfix.model import Range, Value
from hpfix.readers.python_expressions import value_of
from hpfix.readers.search_space import CHOICES, HIGH, LOW

SourceOf = Callable[[ast.expr], str]

HYPEROPT_MODULE, RAY_MODULE = "hp", "tune"


class Suggestion(NamedTuple):
    """What one function of a tuner suggests, and what its positions mean.

    `base`: the bounds are exponents of it.
    """

    type: str | None
    positions: tuple[str, ...] = ("name", "low", "high")
    log: bool = False
    base: float | None = None


_BOUNDS, _CHOICES = ("low", "high"), ("choices",)
_STEPS, _NAMED_STEPS = ("low", "high", "step"), ("name", "low", "high", "step")
METHODS = {
    "suggest_float": Suggestion("float"),
    "suggest_int": Suggestion("int"),
    "suggest_uniform": Suggestion("float"),
    "suggest_loguniform": Suggestion("float", log=True),
    "suggest_discrete_uniform": Suggestion("float", _NAMED_STEPS),
    "suggest_categorical": Suggestion(None, ("name", "choices")),
}
"""Of an Optuna trial."""
RAY = {
    "uniform": Suggestion("float", _BOUNDS),
    "loguniform": Suggestion("float", _BOUNDS, log=True),
    "quniform": Suggestion("float", _STEPS),
    "qloguniform": Suggestion("float", _STEPS, log=True),
    "randint": Suggestion("int", _BOUNDS),
    "qrandint": Suggestion("int", _STEPS),
    "lograndint": Suggestion("int", _BOUNDS, log=True),
    "choice": Suggestion(None, _CHOICES),
    "grid_search": Suggestion(None, _CHOICES),
}
"""Of `ray.tune`."""
HYPEROPT = {
    "uniform": Suggestion("float"),
    "quniform": Suggestion("float", _NAMED_STEPS),
    "loguniform": Suggestion("float", log=True, base=NATURAL),
    "qloguniform": Suggestion("float", _NAMED_STEPS, log=True, base=NATURAL),
    "uniformint": Suggestion("int"),
    "choice": Suggestion(None, ("name", "choices")),
}
"""Of `hyperopt.hp`; the bounds of `loguniform` are exponents (dialects 3.1)."""
KERAS = {
    "Float": Suggestion("float", ("name", "low", "high", "step", "sampling", "default")),
    "Int": Suggestion("int", ("name", "low", "high", "step", "sampling", "default")),
    "Choice": Suggestion(None, ("name", "choices", "ordered", "default")),
    "Boolean": Suggestion("bool", ("name", "default")),
    "Fixed": Suggestion(None, ("name", "default")),
}
"""Of Keras Tuner's `HyperParameters`."""
TUNERS = {"optuna": METHODS, "ray": RAY, "hyperopt": HYPEROPT, "keras": KERAS}
SUGGESTING = frozenset((*METHODS, *RAY, *HYPEROPT, *KERAS))


def given_value(node: ast.expr, source: SourceOf) -> Value:
    """The value of an expression, with its range where a tuner gives it."""
    value = value_of(node, source(node))
    space = tried(node, source)
    return value if space is None else value._replace(range=space)


def tried(node: ast.expr, source: SourceOf) -> Range | None:
    """The range of a call of a tuner; None for every other expression."""
    match node:
        case ast.Call(func=ast.Attribute(value=owner, attr=name)) if name in SUGGESTING:
            tuner = _tuner(owner, name, node)
            if tuner:
                suggestion = TUNERS[tuner][name]
                space = _range(suggestion, given(node, suggestion), source)
                return space._replace(tuner=tuner, distribution=name)
    return None


def given(node: ast.Call, suggestion: Suggestion) -> dict[str, ast.expr]:
    """What the call gives for each field."""
    found = dict(zip(suggestion.positions, node.args, strict=False))
    for keyword in node.keywords:
        if keyword.arg is not None:
            found[_field(keyword.arg)] = keyword.value
    return found


def _tuner(owner: ast.expr, name: str, node: ast.Call) -> str:
    """Whose function it is, as far as the call itself says so."""
    is_named = bool(node.args) and _is_text(node.args[0])
    match owner:
        case _ if name in METHODS:
            return "optuna"
        case ast.Name(id=module) if module == RAY_MODULE and name in RAY:
            return "ray"
        case ast.Name() if name in KERAS and (is_named or not node.args):
            return "keras"
        case ast.Name(id=module) if module == HYPEROPT_MODULE and is_named and name in HYPEROPT:
            return "hyperopt"
    return ""


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _field(word: str) -> str:
    if word in (*LOW, "min_value"):
        return "low"
    if word in (*HIGH, "max_value"):
        return "high"
    if word == "q":
        return "step"
    return "choices" if word in CHOICES else word


def _range(suggestion: Suggestion, fields: dict[str, ast.expr], source: SourceOf) -> Range:
    def value(field: str) -> Value | None:
        node = fields.get(field)
        return None if node is None else value_of(node, source(node))

    log = value("log") or value("sampling")
    choices = _choices(fields.get("choices"), source)
    return Range(
        type=suggestion.type,
        low=value("low"),
        high=value("high"),
        choices=choices or (),
        default=value("default"),
        log=suggestion.log or (log is not None and log.literal in (True, "log")),
        step=value("step"),
        base=suggestion.base,
        is_empty=choices == (),
    )


def _choices(node: ast.expr | None, source: SourceOf) -> tuple[Value, ...] | None:
    """The choices that are written down; None where they are computed."""
    match node:
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            if any(isinstance(each, ast.Starred) for each in elements):
                return None
            return tuple(value_of(each, source(each)) for each in elements)
    return None
