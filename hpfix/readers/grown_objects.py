"""`config = ConfigDict()`, then `config.lr = 0.1`: an object that is made empty and filled."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from hpfix.facts import Addition, Flow
from hpfix.model import Declaration, Expression, Schema
from hpfix.readers.namespace_calls import (
    CLASSES,
    OWN_OPTIONS,
    is_closed,
    is_namespace,
    silent_modes,
)
from hpfix.readers.python_expressions import last_name, value_of
from hpfix.readers.python_file import Walk, reads

CONFIGURATIONS = frozenset({"ConfigDict", "CfgNode", "CN", "ConfigNode"})
"""Classes of ml_collections and yacs, of which every object configures something."""

NOTHING = Expression("", ())


@reads(ast.ImportFrom)
def read_renamed_class(node: ast.ImportFrom, here: Walk) -> Iterable[Schema]:
    """`from yacs.config import CfgNode as Node`"""
    for alias in node.names:
        if alias.asname and alias.name in CONFIGURATIONS:
            here.renamed[alias.asname] = alias.name
    return ()


@reads(ast.Assign)
def read_growth(node: ast.Assign, here: Walk) -> Iterable[Schema | Addition | Flow]:
    """The assignments of the function, or the module, that makes the object.

    An assignment anywhere else changes the object and declares nothing.
    """
    value = node.value
    origin = _made(value, here) if isinstance(value, ast.Call) else None
    return _grown(node, origin, here) if origin is not None or here.grown else ()


def _grown(
    node: ast.Assign, origin: Expression | None, here: Walk
) -> Iterator[Schema | Addition | Flow]:
    value = node.value
    if origin is None:
        origin = here.grown.get(here.expression(value) or NOTHING)
    for target in node.targets:
        holder = here.expression(target)
        if holder is None:
            continue
        owner = here.grown.get(Expression(holder.scope, holder.steps[:-1]))
        if owner is not None:
            yield from _key(target, value, holder, owner, here)
        _forget(holder, here)
        if origin is not None:
            _remember(holder, origin, here)
            if owner is not None:
                yield Flow(owner.then(holder.steps[-1]), origin)


def _made(node: ast.Call, here: Walk) -> Expression | None:
    """The object of `ConfigDict()`, `edict({"lr": 0.1})` or `edict(lr=0.1)`."""
    name = last_name(node.func)
    name = here.renamed.get(name, name)
    origin = here.expression(node) if name in CLASSES else None
    if origin is None or not is_namespace(node, here):
        return None
    match node:
        case ast.Call(args=[ast.Dict()], keywords=[]):
            return origin
        case ast.Call(args=[], keywords=keywords):
            if all(each.arg in OWN_OPTIONS for each in keywords):
                form = "config object" if name in CONFIGURATIONS else "filled object"
                place, closed, silent = here.place(node), is_closed(node), silent_modes(node)
                here.empty[origin] = Schema("", place, form, (), origin, closed, silent)
            return origin
    return None


def _key(
    target: ast.expr, value: ast.expr, holder: Expression, owner: Expression, here: Walk
) -> Iterator[Schema | Addition]:
    """`config.lr = 0.1`, `config["lr"] = 0.1`; the first makes a schema of the empty object."""
    match target:
        case ast.Attribute(attr=key, end_lineno=int(line), end_col_offset=int(end)):
            place = here.span(line, end - len(key.encode()), line, end)
        case ast.Subscript(slice=ast.Constant(value=str(key))):
            place = here.place(target.slice)
        case _:
            return
    schema = here.empty.pop(owner, None)
    if schema is not None:
        yield schema
    declaration = Declaration(key, place, value_of(value, here.source(value)))
    yield Addition(Expression(holder.scope, holder.steps[:-1]), declaration)


def _remember(holder: Expression, origin: Expression, here: Walk) -> None:
    here.grown[holder] = origin
    schema = here.empty.get(origin)
    if schema is not None and not schema.name:
        function = holder.scope.partition("::")[2]
        name = "".join((function, *holder.steps[1:]) if function else holder.steps)
        here.empty[origin] = schema._replace(name=name)


def _forget(holder: Expression, here: Walk) -> None:
    """The name holds something else from here on, and so does all that is inside of it."""
    size = len(holder.steps)
    for each in [one for one in here.grown if one.scope == holder.scope]:
        if each.steps[:size] == holder.steps:
            del here.grown[each]
