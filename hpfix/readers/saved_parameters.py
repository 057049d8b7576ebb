"""`self.save_hyperparameters()`, `@register_to_config`: parameters that an object keeps."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from hpfix.facts import Addition, Flow, KeyedAccess
from hpfix.model import Declaration, Expression, Schema
from hpfix.readers.python_bindings import inner_scope
from hpfix.readers.python_expressions import last_name, value_of
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.python_steps import alternatives_of
from hpfix.readers.signatures import declared_parameters
from hpfix.scopes import ANY, FIRST, SAVED

SAVE, REGISTER = "save_hyperparameters", "register_to_config"
HPARAMS, CONFIG = ".hparams", ".config"


@reads(ast.FunctionDef, called=["__init__"])
def read_init(node: ast.FunctionDef, here: Walk) -> Iterator[Schema | Flow]:
    """`def __init__(self, lr=0.1): self.save_hyperparameters(ignore=["net"])`"""
    inner = inner_scope(here.scope, node.name)
    if any(last_name(each) == REGISTER for each in node.decorator_list):
        yield from _kept(node, CONFIG, _parameters(node, here), inner, here)
    for call in _saving(node.body):
        names = [each.value for each in call.args if isinstance(each, ast.Constant)]
        objects = [each for each in call.args if not isinstance(each, ast.Constant)]
        declared = _parameters(node, here)
        if names:
            declared = [each for each in declared if each.key in names]
        ignored = {name for each in call.keywords if each.arg == "ignore" for name in _texts(each)}
        declared = [each for each in declared if each.key not in ignored]
        for each in objects:
            for source in alternatives_of(each, inner, {}):
                yield Flow(Expression(inner, ("self", HPARAMS)), source)
        if not objects:
            yield from _kept(node, HPARAMS, declared, inner, here)


@reads(ast.Call, called=[REGISTER])
def read_registered(node: ast.Call, here: Walk) -> Iterator[Addition | KeyedAccess]:
    """`self.register_to_config(solver="midpoint")`: a key more"""
    if not isinstance(node.func, ast.Attribute):
        return
    owner = here.expression(node.func.value)
    for keyword in node.keywords if owner is not None else ():
        assert owner is not None
        held = owner.then(CONFIG)
        if keyword.arg is None:
            place = here.place(keyword.value)
            yield KeyedAccess(here.name(ANY), held, place, "setattr", "write")
        else:
            value = value_of(keyword.value, here.source(keyword.value))
            place = here.name_place(keyword, keyword.arg)
            yield Addition(held, Declaration(keyword.arg, place, value))


def _kept(
    node: ast.FunctionDef, field: str, declared: list[Declaration], inner: str, here: Walk
) -> Iterator[Schema | Flow]:
    holder = Expression(inner, (SAVED, field))
    name = here.scope.rpartition("::")[2]
    # one that is called so is an object of hyperparameters itself, and may be spread out later
    is_closed = node.args.kwarg is None and not any(each.key == field[1:] for each in declared)
    place = here.name_place(node, "def")
    yield Schema(name, place, "saved signature", tuple(declared), holder, is_closed)
    yield Flow(Expression(inner, ("self", field)), holder)


def _parameters(node: ast.FunctionDef, here: Walk) -> list[Declaration]:
    return [each for each in declared_parameters(node.args, here) if each.key not in FIRST]


def _saving(body: Iterable[ast.stmt]) -> Iterator[ast.Call]:
    for statement in body:
        match statement:
            case ast.Expr(value=ast.Call(func=ast.Attribute(ast.Name("self"), attr)) as call):
                if attr == SAVE:
                    yield call
            case ast.If(body=then, orelse=otherwise):
                yield from _saving((*then, *otherwise))
            case ast.With(body=inner):
                yield from _saving(inner)


def _texts(keyword: ast.keyword) -> Iterator[str]:
    """The names in `ignore=["net"]` or `ignore="net"`."""
    for each in ast.walk(keyword.value):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value
