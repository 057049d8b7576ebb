"""Python expressions as a base name and steps: which object does this node name?"""

from __future__ import annotations

import ast
from collections.abc import Callable

from hpfix.model import Expression
from hpfix.readers.python_expressions import (
    BUILDERS,
    CONFIGURATIONS,
    COPIES,
    HPARAMS,
    IMPORTERS,
    LOADERS,
    MODULES,
    NAMESPACES,
    OMEGACONF,
    OPENERS,
    REPLACERS,
    SERIES,
    built_class,
    call_step,
    last_name,
    passed_on,
)
from hpfix.scopes import DOCUMENTS, ELEMENTS, LOADED, MADE

ITEM_GETTERS = frozenset({"get", "pop", "setdefault", "__getitem__"})
ATTRIBUTE_GETTERS = frozenset({"__getattribute__", "__getattr__"})
"""Methods that return what stands under the key that they are given."""
PASSING = (
    ITEM_GETTERS | ATTRIBUTE_GETTERS | NAMESPACES | COPIES | OMEGACONF | LOADERS | SERIES | OPENERS
    | REPLACERS | IMPORTERS | BUILDERS | {"getattr", "dict", "join"}
)  # fmt: skip
"""Whatever is called otherwise returns an object of its own."""

BRANCHING = frozenset({ast.BoolOp, ast.IfExp, ast.BinOp})
"""Expressions of which there may be several."""

Steps = tuple[str, ...]
Known = dict[ast.AST, Steps | None]
NOT_ASKED: Steps = ("<not asked>",)


def expression_of(node: ast.AST | None, scope: str) -> Expression | None:
    """`self.hparams`, `create_hparams()`, `config["model"]` as steps; None for what has no name.

    The step of a literal collection or a call holds its place, so that two of them are never
    taken for one object.
    """
    steps = steps_of(node, {})
    return None if steps is None else Expression(scope, steps)


def alternatives_of(node: ast.AST | None, scope: str, known: Known) -> tuple[Expression, ...]:
    """Every expression the node may evaluate to: `a or b`, `a if test else b`.

    Of a sum of lists, `NAMES + ["lr"]`, or of mappings, `base | {"lr": 0.1}`, each of them.
    """
    match node:
        case ast.BoolOp(values=values):
            parts: list[ast.expr] = values
        case ast.IfExp(body=body, orelse=orelse):
            parts = [body, orelse]
        case ast.BinOp(left=left, op=ast.Add(), right=right) if _is_listing(left, right):
            parts = [left, right]
        case ast.BinOp(left=left, op=ast.BitOr(), right=right) if _is_mapping(left, right):
            parts = [left, right]
        case _:
            steps = steps_of(node, known)
            return () if steps is None else (Expression(scope, steps),)
    return tuple(each for part in parts for each in alternatives_of(part, scope, known))


def steps_of(node: ast.AST | None, known: Known) -> Steps | None:
    """The base name and the steps; `known` keeps them, as a chain is asked for at each step."""
    if type(node) is ast.Name:
        return (node.id,)
    way = WAYS.get(type(node))
    if way is None or node is None:
        return None
    steps = known.get(node, NOT_ASKED)
    if steps is NOT_ASKED:
        steps = known[node] = way(node, known)
    return steps


def _of_attribute(node: ast.Attribute, known: Known) -> Steps | None:
    inner = node.value
    owner = (inner.id,) if type(inner) is ast.Name else steps_of(inner, known)
    if owner is None or (node.attr == "__dict__" and isinstance(node.ctx, ast.Load)):
        return owner  # what is read from `config.__dict__` is what the object has
    return (*owner, "." + node.attr)


def _of_subscript(node: ast.Subscript, known: Known) -> Steps | None:
    owner = steps_of(node.value, known)
    if owner is None:
        return None
    key = node.slice.value if type(node.slice) is ast.Constant else None
    return (*owner, f"[{key}]" if isinstance(key, str) else ELEMENTS)


def _of_call(node: ast.Call, known: Known) -> Steps | None:
    func = node.func
    name = last_name(func)
    if name in PASSING or type(func) is ast.Call:
        return _of_passing_call(node, name, known)
    owner = steps_of(func, known)
    return None if owner is None else (*owner, call_step(node))


def _of_passing_call(node: ast.Call, name: str, known: Known) -> Steps | None:
    looked_up = _looked_up(node)
    if looked_up is not None:
        inner, step = looked_up
    elif (built := built_class(node)) is not None:
        inner, step = built, ("()",)
    elif (passed := passed_on(node)) is None:
        inner, step = node.func, (call_step(node),)
    elif name in LOADERS or name in MODULES:
        inner, step = passed, (LOADED,)
    elif name in SERIES:
        inner, step = passed, (DOCUMENTS,)
    else:
        inner, step = passed, (MADE,) if name in HPARAMS else ()
    owner = steps_of(inner, known)
    return None if owner is None else (*owner, *step)


def _looked_up(node: ast.Call) -> tuple[ast.expr, Steps] | None:
    """The object in which a call looks up literal keys, and the steps to what it finds.

    `config.get("model")`, `getattr(config, "model")`, `attrgetter("model.encoder")(config)`
    """
    match node:
        case ast.Call(func=ast.Attribute(value, name), args=[ast.Constant(str(key)), *_]):
            if name in ITEM_GETTERS:
                return value, (f"[{key}]",)
            if name in ATTRIBUTE_GETTERS:
                return value, (f".{key}",)
        case ast.Call(func=ast.Name("getattr"), args=[value, ast.Constant(str(key)), *_]):
            return value, (f".{key}",)
        case ast.Call(func=ast.Call(func=getter, args=[ast.Constant(str(path))]), args=[value]):
            match last_name(getter):
                case "attrgetter":
                    return value, tuple(f".{key}" for key in path.split("."))
                case "itemgetter":
                    return value, (f"[{path}]",)
    return None


def _of_constant(node: ast.Constant, known: Known) -> Steps | None:
    text = node.value
    return (f"file:{text}",) if isinstance(text, str) and text.endswith(CONFIGURATIONS) else None


def _of_quotient(node: ast.BinOp, known: Known) -> Steps | None:
    """`Path("conf") / "base.yaml"`"""
    return steps_of(node.right, known) if isinstance(node.op, ast.Div) else None


def _of_literal(node: ast.expr, known: Known) -> Steps:
    return (f"@{node.lineno}:{node.col_offset}",)


def _of_inner(node: ast.Await | ast.NamedExpr | ast.Starred, known: Known) -> Steps | None:
    return steps_of(node.value, known)


WAYS: dict[type, Callable[..., Steps | None]] = {
    ast.Attribute: _of_attribute,
    ast.Subscript: _of_subscript,
    ast.Call: _of_call,
    ast.Constant: _of_constant,
    ast.BinOp: _of_quotient,
    ast.Dict: _of_literal,
    ast.List: _of_literal,
    ast.Tuple: _of_literal,
    ast.Set: _of_literal,
    ast.Await: _of_inner,
    ast.NamedExpr: _of_inner,
    ast.Starred: _of_inner,
}


def _is_listing(*nodes: ast.expr) -> bool:
    return any(isinstance(each, (ast.List, ast.Tuple, ast.ListComp)) for each in nodes)


def _is_mapping(*nodes: ast.expr) -> bool:
    return any(isinstance(each, ast.Dict) for each in nodes) or any(
        isinstance(each, ast.Call) and last_name(each.func) == "dict" for each in nodes
    )
