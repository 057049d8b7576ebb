"""The labels of an Optuna study: `trial.suggest_int("layers", 1, 8)`, `study.best_params`."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from hpfix.facts import Flow, KeyedAccess
from hpfix.model import Declaration, Expression, Schema, Value
from hpfix.readers.python_expressions import last_name
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.tuner_values import METHODS, given, tried
from hpfix.scopes import ELEMENTS, STUDY

SIGN = "suggest_"
"""A file without this word suggests nothing."""
GIVEN = frozenset({"enqueue_trial", "FixedTrial", "PartialFixedSampler"})
"""What is given values by label; a label that nothing suggests is passed over in silence."""
TRIALS = frozenset({"trial", "best_trial", "frozen_trial"})
HARMLESS = ("Callback", "print", "add_trial", "tell")
"""How functions are called that are given a trial and suggest nothing."""


@reads(ast.Module)
def read_labels(node: ast.Module, here: Walk) -> Iterator[Schema]:
    """All labels that the file suggests; closed where the file shows every one of them."""
    if not here.mentions(SIGN):
        return
    calls = [each for each in ast.walk(node) if isinstance(each, ast.Call)]
    labels = [(call, _label(call)) for call in calls if last_name(call.func) in METHODS]
    if labels:
        place = here.place(labels[0][0])
        place = place._replace(end_line=place.line, end_column=place.column)
        declared = tuple(
            Declaration(str(label.value), here.place(label), _value(call, here))
            for call, label in labels
            if label is not None
        )
        is_whole = len(declared) == len(labels) and not _suggests_elsewhere(node, calls)
        holder = Expression(here.path, (STUDY,))
        yield Schema("study", place, "study", declared, holder, closed=is_whole)


@reads(ast.Attribute, called=["best_params", "params"])
def read_best(node: ast.Attribute, here: Walk) -> Iterable[Flow]:
    """`study.best_params`, `study.best_trial.params`, `trial.params`"""
    if node.attr == "best_params" or (node.attr == "params" and last_name(node.value) in TRIALS):
        holder = here.expression(node)
        if holder is not None and here.mentions(SIGN):
            return (Flow(holder, Expression(here.path, (STUDY,))),)
    return ()


@reads(ast.Call, called=GIVEN)
def read_given(node: ast.Call, here: Walk) -> Iterator[KeyedAccess]:
    """`study.enqueue_trial({"layers": 2})`, `FixedTrial({"layers": 2})`"""
    if node.args and here.mentions(SIGN):
        study, place = Expression(here.path, (STUDY,)), here.place(node.args[0])
        for each in here.alternatives(node.args[0]):
            yield KeyedAccess(each.then(ELEMENTS), study, place, "dict key", "override")


def _value(call: ast.Call, here: Walk) -> Value:
    """What is tried for it; the default that a declaration has, a label has not."""
    return Value("", "unknown", range=tried(call, here.source))


def _label(call: ast.Call) -> ast.Constant | None:
    match given(call, METHODS[last_name(call.func)]).get("name"):
        case ast.Constant(value=str()) as label:
            return label
    return None


def _suggests_elsewhere(module: ast.Module, calls: Iterable[ast.Call]) -> bool:
    """Whether a function of another file may suggest more: one that is given the trial, or one
    that a study optimizes."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    own = {each.name for each in ast.walk(module) if isinstance(each, kinds)}
    return any(_names_called(call) - own for call in calls)


def _names_called(call: ast.Call) -> frozenset[str]:
    """The functions that such a call hands a trial to, by their last names."""
    name = last_name(call.func)
    values = [*call.args, *(each.value for each in call.keywords)]
    if name == "optimize" and values:
        match values[0]:
            case ast.Lambda():
                return frozenset()
            case ast.Call(args=[inner, *_]):
                return frozenset({last_name(inner)})
        return frozenset({last_name(values[0])})
    hands_on = any(isinstance(each, ast.Name) and each.id == "trial" for each in values)
    return frozenset({name}) if hands_on and not name.endswith(HARMLESS) else frozenset()
