"""`@app.command() def train(lr: float = 0.1)` of Typer: the parameters of a command declare it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.model import Declaration, Expression, Flow, Reference, Schema
from hpfix.readers.python_bindings import inner_scope
from hpfix.readers.python_expressions import last_name
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.signatures import declared_parameters
from hpfix.scopes import OPTIONS

TYPER = ("typer", "Typer")
"""What a file binds that makes commands of functions."""
COMMANDS = frozenset({"command", "callback"})
CONTEXT = "Context"


@reads(ast.FunctionDef, ast.AsyncFunctionDef)
def read_command(
    node: ast.FunctionDef | ast.AsyncFunctionDef, here: Walk
) -> Iterator[Schema | Reference | Flow]:
    """`@app.command() def train(ctx: typer.Context, lr: float = typer.Option(0.1)): ...`"""
    if not any(_is_command(each) for each in node.decorator_list):
        return
    if not any(here.bindings.is_bound(each, here.path) for each in TYPER):
        return
    inner = inner_scope(here.scope, node.name)
    holder, place = Expression(inner, (OPTIONS,)), here.name_place(node, "def")
    every = {each.arg: each for each in (*node.args.args, *node.args.kwonlyargs)}
    context = [name for name, each in every.items() if _is_context(each.annotation)]
    taken = [each for each in declared_parameters(node.args, here) if each.key not in context]
    options = tuple(_declared(each, every[each.key].annotation) for each in taken)
    yield Schema(node.name, place, "typer", options, holder, silent=frozenset({"test"}))
    for name in context:
        yield Flow(Expression(inner, (name, ".params")), holder)
    for each in taken:
        yield Reference(each.key, each.place, "keyword", "read", holder)


def _is_command(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(), attr=name)):
            return name in COMMANDS
    return False


def _is_context(annotation: ast.expr | None) -> bool:
    return annotation is not None and last_name(annotation) == CONTEXT


def _declared(parameter: Declaration, annotation: ast.expr | None) -> Declaration:
    """The parameter with the type that its annotation names."""
    kind = "" if annotation is None else last_name(annotation)
    return parameter._replace(type=kind or None)
