"""Names that stand alone: `KEY = "lr"` then `hparams[KEY]`, `def rate(hparams, name="lr")`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import Flow, NameLiteral
from hpfix.model import Expression
from hpfix.readers.python_bindings import inner_scope
from hpfix.readers.python_constants import name_literal, names_in
from hpfix.readers.python_file import Walk, reads
from hpfix.scopes import COMPUTED, ELEMENTS


@reads(ast.Assign, ast.AnnAssign, given=[ast.Constant, ast.IfExp])
def read_name_constant(
    node: ast.Assign | ast.AnnAssign, here: Walk
) -> Iterator[NameLiteral | Flow]:
    """`KEY = "lr"`, in a module, a class or an enumeration alike"""
    for name in names_in(node.value):
        literal = name_literal(name, "constant", here)
        yield literal
        for target in node.targets if isinstance(node, ast.Assign) else (node.target,):
            holder = here.expression(target)
            if holder is not None:
                yield Flow(holder, literal.holder.then(ELEMENTS))


@reads(ast.Assign, given=[ast.BinOp, ast.JoinedStr])
def read_new_name(node: ast.Assign, here: Walk) -> Iterator[Flow]:
    """`name = prefix + name`: no name that it held before"""
    match node:
        case ast.Assign(targets=[ast.Name(name)], value=value):
            if any(isinstance(each, ast.Name) and each.id == name for each in ast.walk(value)):
                yield Flow(here.name(name), here.name(COMPUTED))


@reads(ast.AugAssign)
def read_longer_name(node: ast.AugAssign, here: Walk) -> Iterator[Flow]:
    """`name += "_dim"`: no name that it held before"""
    match node:
        case ast.AugAssign(target=ast.Name(name), op=ast.Add()):
            yield Flow(here.name(name), here.name(COMPUTED))


@reads(ast.Call, called=["map", "filter"])
def read_mapped(node: ast.Call, here: Walk) -> Iterator[Flow]:
    """`map(lambda name: getattr(hparams, name), NAMES)`"""
    match node:
        case ast.Call(args=[ast.Lambda() as function, names]) if function.args.args:
            scope = inner_scope(here.scope, f"<lambda {function.lineno}:{function.col_offset}>")
            target = Expression(scope, (function.args.args[0].arg,))
            for source in here.alternatives(names):
                yield Flow(target, source.then(ELEMENTS))


@reads(ast.FunctionDef, ast.AsyncFunctionDef)
def read_name_default(
    node: ast.FunctionDef | ast.AsyncFunctionDef, here: Walk
) -> Iterator[NameLiteral | Flow]:
    """`def rate(hparams, name="lr")`"""
    inner = inner_scope(here.scope, node.name)
    positional = [*node.args.posonlyargs, *node.args.args]
    defaults = [
        *zip(reversed(positional), reversed(node.args.defaults), strict=False),
        *zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True),
    ]
    for parameter, default in defaults:
        for name in names_in(default):
            literal = name_literal(name, "argument", here)
            yield literal
            yield Flow(Expression(inner, (parameter.arg,)), literal.holder.then(ELEMENTS))
