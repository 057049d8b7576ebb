"""What holds what: assignments, imports, loops, returns, parameters and calls, as flows."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.model import Call, Expression, Flow, NameLiteral, Spread
from hpfix.readers.python_bindings import inner_scope
from hpfix.readers.python_constants import name_literal, names_in
from hpfix.readers.python_expressions import last_name
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.python_loops import iterated
from hpfix.readers.signatures import spreads_of
from hpfix.scopes import BASES, INSTANCE, RETURN

COLLECTIONS = frozenset("list List Sequence Iterable tuple Tuple set Set Iterator".split())
BUILT_IN = frozenset(
    "len print isinstance issubclass range int float bool min max abs round zip enumerate type "
    "super hash id callable getattr hasattr setattr delattr".split()
)
"""Functions that keep nothing of what they are given and add nothing to it."""


@reads(ast.Assign)
def read_assignment(node: ast.Assign, here: Walk) -> Iterator[Flow]:
    """`hparams = create_hparams()`"""
    for target in node.targets:
        yield from _assign(target, node.value, here)


@reads(ast.AnnAssign, ast.NamedExpr)
def read_annotated(node: ast.AnnAssign | ast.NamedExpr, here: Walk) -> Iterator[Flow]:
    """`hparams: HParams = load()`"""
    if node.value is not None:
        yield from _assign(node.target, node.value, here)
    if isinstance(node, ast.AnnAssign):
        yield from _annotate(here.expression(node.target), node.annotation, here)


def _assign(target: ast.expr, value: ast.expr, here: Walk) -> Iterator[Flow]:
    match target, value:
        case ast.Tuple(elts=targets), ast.Tuple(elts=values) if len(targets) == len(values):
            for one, other in zip(targets, values, strict=True):
                yield from _assign(one, other, here)
            return
        case ast.Tuple(elts=targets) | ast.List(elts=targets), _:
            for source in here.alternatives(value):
                for position, one in enumerate(targets):
                    holder = here.expression(one)
                    if holder is not None:
                        yield Flow(holder, source.then(f"[{position}]"))
            return
    holder = here.expression(target)
    if holder is not None:
        for source in here.alternatives(value):
            yield Flow(holder, source)


@reads(ast.For, ast.AsyncFor, ast.comprehension)
def read_loop(node: ast.For | ast.AsyncFor | ast.comprehension, here: Walk) -> Iterator[Flow]:
    """`for name in NAMES`, `for name, value in params.items()`, `enumerate(NAMES)`"""
    for target, (source, step) in iterated(node.target, node.iter):
        holder = here.expression(target)
        if holder is not None:
            for each in here.alternatives(source):
                yield Flow(holder, each.then(step))


@reads(ast.Tuple)
def read_tuple(node: ast.Tuple, here: Walk) -> Iterator[Flow]:
    """`return log_dir, hparams`: what each position holds"""
    holder = here.expression(node)
    assert holder is not None
    for position, element in enumerate(node.elts):
        for source in here.alternatives(element):
            yield Flow(holder.then(f"[{position}]"), source)


@reads(ast.With, ast.AsyncWith)
def read_with(node: ast.With | ast.AsyncWith, here: Walk) -> Iterator[Flow]:
    """`with open_run() as run`"""
    for item in node.items:
        if item.optional_vars is not None:
            yield from _assign(item.optional_vars, item.context_expr, here)


@reads(ast.Return)
def read_return(node: ast.Return, here: Walk) -> Iterator[Flow]:
    """`return hparams`"""
    for source in here.alternatives(node.value):
        yield Flow(here.name(RETURN), source)


@reads(ast.Import)
def read_import(node: ast.Import, here: Walk) -> Iterator[Flow]:
    """`import hparams as hp`"""
    for alias in node.names:
        name = alias.name if alias.asname else alias.name.split(".")[0]
        yield Flow(here.name(alias.asname or name), here.name(f"import:{name}"))


@reads(ast.ImportFrom)
def read_import_from(node: ast.ImportFrom, here: Walk) -> Iterator[Flow]:
    """`from .hparams import create_hparams as create`"""
    module = "." * node.level + (node.module or "")
    for alias in node.names:
        source = here.name(f"import:{module}").then(f".{alias.name}")
        yield Flow(here.name(alias.asname or alias.name), source)


@reads(ast.FunctionDef, ast.AsyncFunctionDef)
def read_function(node: ast.FunctionDef | ast.AsyncFunctionDef, here: Walk) -> Iterator[Flow]:
    """`def train(hparams: HParams = DEFAULT)`"""
    inner = inner_scope(here.scope, node.name)
    yield Flow(here.name(node.name), here.name(f"def:{inner}"))
    positional = [*node.args.posonlyargs, *node.args.args]
    defaults = [
        *zip(reversed(positional), reversed(node.args.defaults), strict=False),
        *zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True),
    ]
    for parameter, default in defaults:
        for source in here.alternatives(default):
            yield Flow(Expression(inner, (parameter.arg,)), source)
    for parameter in (*positional, *node.args.kwonlyargs):
        yield from _annotate(Expression(inner, (parameter.arg,)), parameter.annotation, here)


def _annotate(holder: Expression | None, annotation: ast.expr | None, here: Walk) -> Iterator[Flow]:
    """An annotation says of which class the object is, where the class is the project's own."""
    if holder is None:
        return
    for kind in _annotated_classes(annotation):
        source = here.expression(kind)
        if source is not None:
            yield Flow(holder, source.then(INSTANCE))
    match annotation:
        case ast.Subscript(value=kind, slice=inner) if last_name(kind) in COLLECTIONS:
            yield from _annotate(holder.then("[*]"), inner, here)


def _annotated_classes(annotation: ast.expr | None) -> Iterator[ast.expr]:
    match annotation:
        case ast.Name() | ast.Attribute():
            yield annotation
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            yield from _annotated_classes(left)
            yield from _annotated_classes(right)
        case ast.Subscript(value=kind, slice=inner) if last_name(kind) == "Optional":
            yield from _annotated_classes(inner)
        case ast.Constant(value=str(text)):
            try:
                yield from _annotated_classes(ast.parse(text, mode="eval").body)
            except SyntaxError:
                return


@reads(ast.ClassDef)
def read_class(node: ast.ClassDef, here: Walk) -> Iterator[Flow]:
    """`class Engine(Base)`"""
    inner = inner_scope(here.scope, node.name)
    yield Flow(here.name(node.name), here.name(f"def:{inner}"))
    for base in node.bases:
        source = here.expression(base)
        if source is not None:
            yield Flow(Expression(inner, (BASES,)), source)


@reads(ast.Call)
def read_call(node: ast.Call, here: Walk) -> Iterator[Call | Spread | NameLiteral]:
    """`train(model, hparams=hparams, **options)`, `rate(hparams, "lr")`"""
    for keyword in node.keywords:
        if keyword.arg is None:
            yield from spreads_of(node, here)
            break
    if isinstance(node.func, ast.Name) and node.func.id in BUILT_IN:
        return
    function = here.expression(node.func)
    if function is None or isinstance(node.func, ast.Call):
        return
    arguments: list[tuple[int | str, Expression]] = []
    for position, argument in enumerate(node.args):
        if isinstance(argument, ast.Starred):
            break
        arguments += [(position, each) for each in here.alternatives(argument)]
        for name in names_in(argument):
            literal = name_literal(name, "argument", here)
            arguments.append((position, literal.holder.then("[*]")))
            yield literal
    for keyword in node.keywords:
        if keyword.arg is not None:
            found = here.alternatives(keyword.value)
            arguments += [(keyword.arg, each) for each in found]
            for name in names_in(keyword.value):
                literal = name_literal(name, "argument", here)
                arguments.append((keyword.arg, literal.holder.then("[*]")))
                yield literal
    if arguments or function.steps[0] == "self":
        yield Call(function, tuple(arguments), tuple(here.guards), bool(here.choices))
