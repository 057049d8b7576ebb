"""Keras Tuner's `hp.Float("lr", 1e-4, 1e-2)`: a call declares what `hp.get("lr")` reads."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from hpfix.facts import Flow
from hpfix.model import Declaration, Expression, Schema
from hpfix.readers.python_bindings import inner_scope
from hpfix.readers.python_expressions import last_name
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.tuner_values import KERAS, given
from hpfix.scopes import ELEMENTS, TUNER

SIGNS = ("keras_tuner", "kerastuner")
PARAMETERS = frozenset({"hp", "hps", "hyperparameters", "hparams"})
OWN_WORDS = "tuner/"
"""What the library itself puts among the hyperparameters: `tuner/epochs`."""


@reads(ast.Module)
def read_declarations(node: ast.Module, here: Walk) -> Iterator[Schema]:
    """All that the file declares; closed where every name is a literal."""
    if not any(here.mentions(sign) for sign in SIGNS):
        return
    calls = (each for each in ast.walk(node) if isinstance(each, ast.Call))
    found = [call for call in calls if _declares(call) or _may_declare(call)]
    names = [given(call, KERAS[last_name(call.func)]).get("name") for call in found]
    literal = [each for each in names if isinstance(each, ast.Constant)]
    if literal:
        place = here.place(literal[0])
        place = place._replace(end_line=place.line, end_column=place.column)
        declared = tuple(Declaration(str(each.value), here.place(each)) for each in literal)
        closed = len(literal) == len(names) and not here.mentions(OWN_WORDS)
        holder = Expression(here.path, (TUNER,))
        yield Schema("hyperparameters", place, "tuner", declared, holder, closed)


@reads(ast.FunctionDef)
def read_build(node: ast.FunctionDef, here: Walk) -> Iterator[Flow]:
    """`def build(hp)`, where the file is one of Keras Tuner's"""
    for parameter in node.args.args:
        if parameter.arg in PARAMETERS and any(here.mentions(sign) for sign in SIGNS):
            inner = Expression(inner_scope(here.scope, node.name), (parameter.arg,))
            yield Flow(inner, Expression(here.path, (TUNER,)))


@reads(ast.Call, called=["get_best_hyperparameters"])
def read_best(node: ast.Call, here: Walk) -> Iterable[Flow]:
    """`tuner.get_best_hyperparameters(1)[0]`"""
    holder = here.expression(node)
    if holder is None or not any(here.mentions(sign) for sign in SIGNS):
        return ()
    return [Flow(holder.then(step), Expression(here.path, (TUNER,))) for step in (ELEMENTS, "[0]")]


def _may_declare(node: ast.Call) -> bool:
    """`hp2.Fixed("units", 8)`: what is called otherwise holds hyperparameters as well."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name), args=[ast.Constant(value=str()), _, *_]):
            return name in KERAS
    return False


def _declares(node: ast.Call) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)):
            return name in KERAS and owner in PARAMETERS
    return False
