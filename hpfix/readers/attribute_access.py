"""`hparams.lr` and `hparams["lr"]`, read or written."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from hpfix.facts import KeyedAccess
from hpfix.model import Expression, Form, Mode, Place, Reference, Value
from hpfix.readers.computed_keys import computed_accesses
from hpfix.readers.python_file import Walk, reads

READ: tuple[Mode, Value | None] = ("read", None)
NOTHING: tuple[str, ...] = ()
COMPUTED = frozenset({ast.Name, ast.Attribute, ast.JoinedStr, ast.BinOp, ast.Call})
"""Keys that may be names, and are not written down."""


@reads(ast.Attribute)
def read_attribute(node: ast.Attribute, here: Walk) -> Iterable[Reference]:
    """`hparams.lr`"""
    key, line, end = node.attr, node.end_lineno, node.end_col_offset
    receiver = here.expression(node.value)
    if receiver is None or key.startswith("__"):
        return ()
    assert line is not None and end is not None
    if here.is_ascii:
        place = tuple.__new__(Place, (here.path, line, end - len(key) + 1, line, end + 1))
    else:
        place = here.span(line, end - len(key.encode()), line, end)
    return (_reference(key, place, "attribute", node, receiver, here),)


@reads(ast.Subscript)
def read_subscript(node: ast.Subscript, here: Walk) -> Iterable[Reference | KeyedAccess]:
    """`hparams["lr"]`, `hparams[name]`"""
    index = node.slice
    key = index.value if type(index) is ast.Constant else None
    is_literal = isinstance(key, str)
    receiver = here.expression(node.value) if is_literal or type(index) in COMPUTED else None
    if receiver is None:
        return ()
    if not isinstance(key, str):
        return computed_accesses(index, receiver, "subscript", here.mode_of(node), here)
    return (_reference(key, here.place(index), "subscript", node, receiver, here),)


def _reference(
    key: str,
    place: Place,
    form: Form,
    node: ast.Attribute | ast.Subscript,
    receiver: Expression,
    here: Walk,
) -> Reference:
    guarded, needs = False, NOTHING
    if here.guards:
        guarded, needs = here.is_guarded(receiver, key), here.needs(receiver, key)
    mode, value = READ
    if type(node.ctx) is not ast.Load:
        mode, value = here.mode_of(node), here.written_value(node)
    # a third of the time of Reference(...), for most of what there is
    called = node is here.called
    fields = (key, place, form, mode, receiver, guarded, value, None, False, needs, called)
    return tuple.__new__(Reference, fields)
