"""One object's keys written over those of another: `config.update(vars(args))`.

Whatever the values are, what the other object had before counts no more.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from hpfix.facts import Overwriting
from hpfix.model import Expression
from hpfix.readers.python_expressions import last_name
from hpfix.readers.python_file import Filtered, Walk, reads
from hpfix.readers.python_loops import ITEM_VIEWS


@reads(ast.Assign, given=[ast.DictComp])
def read_filtered(node: ast.Assign, here: Walk) -> Iterator[Overwriting]:
    """`given = {k: v for k, v in vars(args).items() if v is not None}`"""
    match node.targets:
        case [ast.Name(id=name)]:
            found = _filtered(node.value, here)
            if found is not None:
                here.filtered[here.name(name)] = found
    yield from ()


@reads(ast.Call, called=["update"])
def read_updated(node: ast.Call, here: Walk) -> Iterator[Overwriting]:
    """`config.update(vars(args))`, `config.update(**vars(args))`"""
    match node:
        case ast.Call(func=ast.Attribute(value=owner), args=[other], keywords=[]):
            pass
        case ast.Call(
            func=ast.Attribute(value=owner), args=[], keywords=[ast.keyword(arg=None, value=other)]
        ):
            pass
        case _:
            return
    yield from _overwriting([owner, other], None, node, here)


@reads(ast.For)
def read_copied(node: ast.For, here: Walk) -> Iterator[Overwriting]:
    """`for key, value in vars(args).items(): setattr(config, key, value)`"""
    match node:
        case ast.For(
            target=ast.Tuple(elts=[ast.Name(id=key), ast.Name(id=value)]),
            iter=ast.Call(func=ast.Attribute(other, view), args=[]),
        ) if view in ITEM_VIEWS:
            for owner in _receiving(node.body, key, value):
                yield from _overwriting([owner, other], None, node, here)


@reads(ast.Assign, given=[ast.Dict, ast.Call, ast.BinOp])
def read_merged(node: ast.Assign, here: Walk) -> Iterable[Overwriting]:
    """`config = {**config, **vars(args)}`, `dict(config, **vars(args))`, `config | vars(args)`,
    `OmegaConf.merge(config, vars(args))`"""
    match node.value:
        case ast.Dict(keys=[None, None, *_] as keys, values=values) if not any(keys):
            parts: list[ast.expr] = values
        case ast.Call(
            func=ast.Name("dict"), args=[first], keywords=[ast.keyword(arg=None, value=other)]
        ):
            parts = [first, other]
        case ast.Call(func=ast.Attribute(ast.Name("OmegaConf"), "merge"), args=[_, _, *_] as parts):
            pass
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            parts = [left, right]
        case _:
            return ()
    match node.targets:
        case [ast.Name(id=name)]:
            return list(_overwriting(parts, here.name(name), node, here))
    return ()


def _overwriting(
    parts: list[ast.expr], result: Expression | None, node: ast.stmt | ast.expr, here: Walk
) -> Iterator[Overwriting]:
    """What stands later is written over what stands before it."""
    *before, last = parts
    found = here.filtered.get(here.name(last.id)) if isinstance(last, ast.Name) else None
    found = found or _filtered(last, here)
    if found is None:
        return
    for each in before:
        under = here.expression(each)
        if under is not None:
            is_chosen = bool(here.choices)
            place = here.place(node.iter if isinstance(node, ast.For) else last)
            yield Overwriting(under, found.source, place, result or under, found.skips, is_chosen)


def _filtered(node: ast.expr, here: Walk) -> Filtered | None:
    """What a mapping, or the part of it that a comprehension leaves, is made from."""
    match node:
        case ast.DictComp(
            key=ast.Name(id=key),
            value=ast.Name(id=value),
            generators=[
                ast.comprehension(
                    target=ast.Tuple(elts=[ast.Name(id=first), ast.Name(id=second)]),
                    iter=ast.Call(func=ast.Attribute(other, view), args=[]),
                    ifs=tests,
                )
            ],
        ) if (key, value) == (first, second) and view in ITEM_VIEWS:
            skips = _skipped(tests, value)
            source = here.expression(other)
        case ast.Call(func=func, args=[other]) if last_name(func) in ("create", "dict"):
            return _filtered(other, here)
        case _:
            skips, source = "", here.expression(node)
    return None if skips is None or source is None else Filtered(source, skips)


def _skipped(tests: list[ast.expr], value: str) -> str | None:
    """The values that a test leaves out; None where it chooses in another way."""
    match tests:
        case []:
            return ""
        case [ast.Compare(ast.Name(id=name), [ast.IsNot()], [ast.Constant(None)])]:
            return "none" if name == value else None
        case [ast.Name(id=name)]:
            return "false" if name == value else None
    return None


def _receiving(body: list[ast.stmt], key: str, value: str) -> Iterator[ast.expr]:
    """What every key and value of a loop is set on; a test may only leave None out."""
    for statement in body:
        match statement:
            case ast.Expr(
                ast.Call(func=ast.Name("setattr"), args=[owner, ast.Name(id=one), ast.Name(id=two)])
            ) if (one, two) == (key, value):
                yield owner
            case ast.Assign(
                targets=[ast.Subscript(owner, ast.Name(id=one))], value=ast.Name(id=two)
            ) if (one, two) == (key, value):
                yield owner
            case ast.If(test=test, body=then, orelse=[]) if _skipped([test], value) == "none":
                yield from _receiving(then, key, value)
