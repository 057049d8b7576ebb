"""What the calls of a tuner try, whoever is given the value: `tune.uniform(0.0, 1.0)`."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from hpfix.model import Range, Tried
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.tuner_values import TUNERS, SourceOf, given, tried

SIGNS = {
    "optuna": ("suggest_",),
    "ray": ("ray import", "ray.tune"),
    "hyperopt": ("hyperopt",),
    "keras": ("keras_tuner", "kerastuner"),
}
"""The words without which a file does not mean the tuner: others have a `hp.uniform`, too."""


@reads(ast.Module)
def read_tried(node: ast.Module, here: Walk) -> Iterator[Tried]:
    """Every call of a tuner that is in the file."""
    for call, named, space in tuner_calls(node, here.mentions, here.source):
        if named is None:
            yield Tried("", here.place(call.func), space)
        else:
            yield Tried(str(named.value), here.place(named), space)


def tuner_calls(
    node: ast.Module, mentions: Callable[[str], bool], source: SourceOf
) -> Iterator[tuple[ast.Call, ast.Constant | None, Range]]:
    """Every call of a tuner with what names the value, and with what is tried.

    `mentions` says whether a word is in the file, `source` what is written for an expression.
    """
    meant = {tuner for tuner, signs in SIGNS.items() if any(map(mentions, signs))}
    if not meant:
        return
    keys: dict[ast.AST, ast.Constant] = {}
    for each in ast.walk(node):
        if isinstance(each, ast.Dict):
            for key, value in zip(each.keys, each.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    keys[value] = key
        space = tried(each, source) if isinstance(each, ast.Call) else None
        if space is not None and space.tuner in meant:
            assert isinstance(each, ast.Call)
            named = _label(each, space.tuner, space.distribution or "") or keys.get(each)
            yield each, named, space


def _label(call: ast.Call, tuner: str, function: str) -> ast.Constant | None:
    """What the call itself names the value."""
    match given(call, TUNERS[tuner][function]).get("name"):
        case ast.Constant(value=str()) as label:
            return label
    return None
