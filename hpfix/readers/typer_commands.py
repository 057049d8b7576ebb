"""`@app.command() def train(lr: float = 0.1)` of Typer: the parameters of a command declare it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import Flow
from hpfix.model import POSITIONAL, Declaration, Expression, Reference, Schema
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
    defaults = _defaults(node.args)
    options = tuple(
        _declared(each, every[each.key].annotation, defaults.get(each.key)) for each in taken
    )
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


def _defaults(arguments: ast.arguments) -> dict[str, ast.expr]:
    positional = [*arguments.posonlyargs, *arguments.args]
    count = len(arguments.defaults)
    given = zip(positional[len(positional) - count :], arguments.defaults, strict=True)
    named = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    return {name.arg: default for name, default in (*given, *named) if default is not None}


def _declared(
    parameter: Declaration, annotation: ast.expr | None, default: ast.expr | None
) -> Declaration:
    """The parameter with the type that its annotation names, and its options."""
    kind = "" if annotation is None else last_name(annotation)
    spellings = _spellings(parameter.key, annotation, default)
    return parameter._replace(type=kind or None, spellings=spellings)


def _spellings(key: str, annotation: ast.expr | None, default: ast.expr | None) -> tuple[str, ...]:
    """Those that `typer.Option` names, else the parameter's name with dashes (Typer's
    documentation, "CLI Option Name"); a parameter without a default is no option."""
    called = [
        each
        for one in (annotation, default)
        for each in (ast.walk(one) if one is not None else ())
        if isinstance(each, ast.Call)
    ]
    given = next((each for each in called if last_name(each.func) == "Option"), None)
    if given is None:
        is_argument = any(last_name(each.func) == "Argument" for each in called)
        if is_argument or default is None:
            return (POSITIONAL,)
    own = [
        name.strip()
        for each in (() if given is None else given.args)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
        for name in each.value.split("/")
        if name.strip().startswith("-")
    ]
    if any(each.startswith("--") for each in own):
        return tuple(own)
    dashed = key.replace("_", "-")
    return (*own, f"--{dashed}", f"--no-{dashed}")
