"""Uses of an object that name no key: `f(**hparams)`, `getattr(hparams, kind + "_dim")`."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from hpfix.model import BlindSpot
from hpfix.readers.computed_keys import pattern_of
from hpfix.readers.python_file import Walk, reads

UNPACKED = "every key is unpacked"
COMPUTED = "the key is computed"
BUILT = frozenset({ast.JoinedStr, ast.Call, ast.BinOp})
"""Expressions that may put a string together."""


@reads(ast.Call)
def read_unpacked(node: ast.Call, here: Walk) -> Iterable[BlindSpot]:
    """`Model(**vars(args))`, `Model(*hparams)`"""
    found: list[BlindSpot] = []
    for keyword in node.keywords:
        if keyword.arg is None:
            found += _spot(keyword.value, UNPACKED, here)
    for argument in node.args:
        if type(argument) is ast.Starred:
            found += _spot(argument.value, UNPACKED, here)
    return found


@reads(ast.Call, called={"getattr", "get"})
def read_built_name(node: ast.Call, here: Walk) -> Iterator[BlindSpot]:
    """`getattr(hparams, f"{kind}_dim")`"""
    match node:
        case ast.Call(func=ast.Name(id="getattr"), args=[receiver, key, *_]) if _is_built(key):
            yield from _spot(receiver, COMPUTED, here)
        case ast.Call(func=ast.Attribute(receiver, "get"), args=[key, *_]) if _is_built(key):
            yield from _spot(receiver, COMPUTED, here)


@reads(ast.Dict)
def read_merged(node: ast.Dict, here: Walk) -> Iterator[BlindSpot]:
    """`{**vars(args), "seed": 1}`"""
    for key, value in zip(node.keys, node.values, strict=True):
        if key is None:
            yield from _spot(value, UNPACKED, here)


@reads(ast.Subscript)
def read_subscript(node: ast.Subscript, here: Walk) -> Iterable[BlindSpot]:
    """`hparams["%s_dim" % kind]`"""
    return _spot(node.value, COMPUTED, here) if _is_built(node.slice) else ()


def _is_built(key: ast.expr) -> bool:
    """Whether a string is put together of which nothing is known."""
    if type(key) not in BUILT or pattern_of(key) is not None:
        return False
    match key:
        case ast.JoinedStr() | ast.Call():
            return True
        case ast.BinOp(left=left, right=right):
            return any(
                isinstance(each, ast.JoinedStr)
                or (isinstance(each, ast.Constant) and isinstance(each.value, str))
                or _is_built(each)
                for each in (left, right)
            )
    return False


def _spot(receiver: ast.expr, reason: str, here: Walk) -> Iterator[BlindSpot]:
    holder = here.expression(receiver)
    if holder is not None:
        yield BlindSpot(here.place(receiver), reason, holder)
