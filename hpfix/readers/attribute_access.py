"""`hparams.lr` and `hparams["lr"]`, read or written."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.model import KeyedAccess, Reference
from hpfix.readers.computed_keys import computed_accesses
from hpfix.readers.python_file import Walk, reads


@reads(ast.Attribute)
def read_attribute(node: ast.Attribute, here: Walk) -> Iterator[Reference]:
    """`hparams.lr`"""
    receiver = here.expression(node.value)
    if receiver is None or node.attr.startswith("__"):
        return
    assert node.end_lineno is not None and node.end_col_offset is not None
    start = node.end_col_offset - len(node.attr.encode())
    place = here.span(node.end_lineno, start, node.end_lineno, node.end_col_offset)
    guarded = here.is_guarded(receiver, node.attr)
    mode, value = here.mode_of(node), here.written_value(node)
    needs = here.needs(receiver, node.attr)
    yield Reference(node.attr, place, "attribute", mode, receiver, guarded, value, needs=needs)


@reads(ast.Subscript)
def read_subscript(node: ast.Subscript, here: Walk) -> Iterator[Reference | KeyedAccess]:
    """`hparams["lr"]`, `hparams[name]`"""
    receiver = here.expression(node.value)
    if receiver is None:
        return
    mode, value = here.mode_of(node), here.written_value(node)
    match node.slice:
        case ast.Constant(value=str(key)):
            place, guarded = here.place(node.slice), here.is_guarded(receiver, key)
            needs = here.needs(receiver, key)
            yield Reference(key, place, "subscript", mode, receiver, guarded, value, needs=needs)
        case ast.Name() | ast.Attribute() | ast.JoinedStr() | ast.BinOp() | ast.Call():
            yield from computed_accesses(node.slice, receiver, "subscript", mode, here)
