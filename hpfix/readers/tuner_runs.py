"""What a tuner calls: `tune.run(train, config={...})`, `fmin(objective, space)`."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from hpfix.facts import Call
from hpfix.readers.python_expressions import last_name
from hpfix.readers.python_file import Walk, reads

RUNS = {
    "run": ("run_or_experiment", "config"),
    "Tuner": ("trainable", "param_space"),
    "fmin": ("fn", "space"),
}
"""The keywords for the function and for the space, of each that starts a search."""
SIGNS = {"run": "tune", "Tuner": "tune", "fmin": "hyperopt"}
"""The word without which a file does not mean a tuner's function."""
WRAPPERS = frozenset({"with_resources", "with_parameters"})
"""What a function is wrapped in that is called with the space alone."""
ADDS = "hyperparam_mutations"
"""What a scheduler of Ray adds to the space."""


@reads(ast.Call, called=RUNS)
def read_run(node: ast.Call, here: Walk) -> Iterable[Call]:
    """`tune.run(train, config={"lr": tune.loguniform(1e-4, 1e-1)})` calls `train` with a trial"""
    name = last_name(node.func)
    words = {each.arg: each.value for each in node.keywords}
    function_word, space_word = RUNS[name]
    function = node.args[0] if node.args else words.get(function_word)
    space = words.get(space_word)
    if name == "fmin" and len(node.args) > 1:
        space = node.args[1]
    if space is None or not here.mentions(SIGNS[name]) or here.mentions(ADDS):
        return ()
    called = here.expression(_unwrapped(function))
    given = tuple((0, each) for each in here.alternatives(space))
    return (Call(called, given),) if called is not None and given else ()


def _unwrapped(function: ast.expr | None) -> ast.expr | None:
    match function:
        case ast.Call(func=wrapper, args=[inner, *_]) if last_name(wrapper) in WRAPPERS:
            return _unwrapped(inner)
    return function
