"""What holds what: assignments, imports, loops, returns, parameters and calls, as flows."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from hpfix.facts import Call, Flow, NameLiteral, Spread
from hpfix.model import Expression
from hpfix.readers.python_bindings import Comprehension, comprehension_scope, inner_scope
from hpfix.readers.python_constants import name_literal, names_in
from hpfix.readers.python_expressions import last_name
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.python_loops import iterated
from hpfix.readers.python_steps import alternatives_of, expression_of
from hpfix.readers.signatures import spreads_of
from hpfix.scopes import BASES, ELEMENTS, INSTANCE, RETURN, VALUES

COLLECTIONS = frozenset("list List Sequence Iterable tuple Tuple set Set Iterator".split())
BUILT_IN = frozenset(
    "len print isinstance issubclass range int float bool min max abs round zip enumerate type "
    "super hash id callable getattr hasattr setattr delattr".split()
)
"""Functions that keep nothing of what they are given and add nothing to it."""
_flow = tuple.__new__
"""Makes a flow in a third of the time of Flow(...), for what there is most of."""
NAMING = frozenset({ast.Constant, ast.IfExp})
"""Arguments that may be names as they are written."""


@reads(ast.Assign)
def read_assignment(node: ast.Assign, here: Walk) -> Iterable[Flow]:
    """`hparams = create_hparams()`"""
    found: list[Flow] = []
    for target in node.targets:
        _assign(target, node.value, found, here)
    return found


@reads(ast.AnnAssign, ast.NamedExpr)
def read_annotated(node: ast.AnnAssign | ast.NamedExpr, here: Walk) -> Iterable[Flow]:
    """`hparams: HParams = load()`"""
    found: list[Flow] = []
    if node.value is not None:
        _assign(node.target, node.value, found, here)
    if isinstance(node, ast.AnnAssign):
        found += _annotate(here.expression(node.target), node.annotation, here)
    return found


def _assign(target: ast.expr, value: ast.expr, found: list[Flow], here: Walk) -> None:
    if type(target) is ast.Tuple or type(target) is ast.List:
        _unpack(target, value, found, here)
        return
    holder = here.expression(target)
    if holder is None:
        return
    for source in _held(value, here):
        found.append(_flow(Flow, (holder, source)))


def _held(value: ast.expr | None, here: Walk) -> Iterable[Expression]:
    """What a value may be; `ROLES[name]` is one of the values, where iterating gives the keys."""
    match value:
        case ast.Subscript(value=owner, slice=index) if type(index) is not ast.Constant:
            return [each.then(VALUES) for each in here.alternatives(owner)]
        case ast.IfExp(body=body, orelse=orelse):
            return [*_held(body, here), *_held(orelse, here)]
        case ast.BoolOp(values=values):
            return [each for one in values for each in _held(one, here)]
    return here.alternatives(value)


def _unpack(target: ast.Tuple | ast.List, value: ast.expr, found: list[Flow], here: Walk) -> None:
    match target, value:
        case ast.Tuple(elts=targets), ast.Tuple(elts=values) if len(targets) == len(values):
            for one, other in zip(targets, values, strict=True):
                _assign(one, other, found, here)
            return
    for source in here.alternatives(value):
        for position, one in enumerate(target.elts):
            holder = here.expression(one)
            if holder is not None:
                found.append(Flow(holder, source.then(f"[{position}]")))


@reads(ast.For, ast.AsyncFor)
def read_loop(node: ast.For | ast.AsyncFor, here: Walk) -> Iterator[Flow]:
    """`for name in NAMES`, `for name, value in params.items()`, `enumerate(NAMES)`"""
    for target, (source, step) in iterated(node.target, node.iter):
        holder = here.expression(target)
        if holder is not None:
            for each in here.alternatives(source):
                yield Flow(holder, each.then(step))


@reads(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
def read_comprehension(node: Comprehension, here: Walk) -> Iterator[Flow]:
    """`[name for name in NAMES]`: the first collection is the only one evaluated around it"""
    inner = comprehension_scope(here.scope, node)
    for number, generator in enumerate(node.generators):
        for target, (source, step) in iterated(generator.target, generator.iter):
            holder = expression_of(target, inner)
            if holder is not None:
                found = alternatives_of(source, inner, {}) if number else here.alternatives(source)
                for each in found:
                    yield Flow(holder, each.then(step))


@reads(ast.Tuple)
def read_tuple(node: ast.Tuple, here: Walk) -> Iterable[Flow]:
    """`return log_dir, hparams`: what each position holds"""
    holder = here.expression(node)
    assert holder is not None
    return [
        _flow(Flow, (holder.then(f"[{position}]"), source))
        for position, element in enumerate(node.elts)
        for source in here.alternatives(element)
    ]


@reads(ast.With, ast.AsyncWith)
def read_with(node: ast.With | ast.AsyncWith, here: Walk) -> Iterable[Flow]:
    """`with open_run() as run`"""
    found: list[Flow] = []
    for item in node.items:
        if item.optional_vars is not None:
            _assign(item.optional_vars, item.context_expr, found, here)
    return found


@reads(ast.Return)
def read_return(node: ast.Return, here: Walk) -> Iterable[Flow]:
    """`return hparams`"""
    result = here.name(RETURN)
    return [_flow(Flow, (result, source)) for source in _held(node.value, here)]


@reads(ast.Import)
def read_import(node: ast.Import, here: Walk) -> Iterator[Flow]:
    """`import hparams as hp`"""
    for alias in node.names:
        name = alias.name if alias.asname else alias.name.split(".")[0]
        yield Flow(here.name(alias.asname or name), here.name(f"import:{name}"))
        if name != alias.name:  # `import a.b` runs `a.b` and gives `a` a value
            yield Flow(here.name(alias.name), here.name(f"import:{alias.name}"))


@reads(ast.ImportFrom)
def read_import_from(node: ast.ImportFrom, here: Walk) -> Iterator[Flow]:
    """`from .hparams import create_hparams as create`"""
    module = "." * node.level + (node.module or "")
    for alias in node.names:
        source = here.name(f"import:{module}").then(f".{alias.name}")
        yield _flow(Flow, (here.name(alias.asname or alias.name), source))


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
        if parameter.annotation is not None:
            holder = Expression(inner, (parameter.arg,))
            yield from _annotate(holder, parameter.annotation, here)


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
            yield from _annotate(holder.then(ELEMENTS), inner, here)


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
def read_call(node: ast.Call, here: Walk) -> Iterable[Call | Spread | NameLiteral]:
    """`train(model, hparams=hparams, **options)`, `rate(hparams, "lr")`"""
    found: list[Call | Spread | NameLiteral] = []
    arguments: list[tuple[int | str, Expression]] = []
    func = node.func
    function = here.expression(func) if _keeps_arguments(func) else None
    if function is not None:
        for position, argument in enumerate(node.args):
            if type(argument) is ast.Starred:
                break
            _give(position, argument, arguments, found, here)
    is_spread = False
    for keyword in node.keywords:
        if keyword.arg is None:
            is_spread = True
        elif function is not None:
            _give(keyword.arg, keyword.value, arguments, found, here)
    if is_spread:
        found += spreads_of(node, here)
    if function is not None and (arguments or function.steps[0] == "self"):
        guards = tuple(here.guards)
        fields = (function, tuple(arguments), guards, bool(here.choices))
        found.append(tuple.__new__(Call, fields))
    return found


def _keeps_arguments(func: ast.expr) -> bool:
    """Whether anything is known of what the call does with what it is given."""
    return type(func) is not ast.Call and not (type(func) is ast.Name and func.id in BUILT_IN)


def _give(
    where: int | str,
    argument: ast.expr,
    arguments: list[tuple[int | str, Expression]],
    found: list[Call | Spread | NameLiteral],
    here: Walk,
) -> None:
    """What one argument may be, and the names that it may be."""
    if type(argument) is ast.Name:
        arguments.append((where, here.names[argument.id]))
        return
    for each in here.alternatives(argument):
        arguments.append((where, each))
    if type(argument) in NAMING:
        for name in names_in(argument):
            literal = name_literal(name, "argument", here)
            arguments.append((where, literal.holder.then(ELEMENTS)))
            found.append(literal)
