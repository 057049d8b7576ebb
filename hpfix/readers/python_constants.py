"""Strings that can be the name of a key, as collections of one name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hpfix.facts import NameLiteral
from hpfix.model import Expression, Form

if TYPE_CHECKING:
    from hpfix.readers.python_file import Walk


def names_in(node: ast.expr | None) -> Iterator[ast.Constant]:
    """The strings that a node may be: `"lr"`, `"lr" if test else "rate"`."""
    match node:
        case ast.Constant(value=str(text)) if text.isidentifier():
            yield node
        case ast.IfExp(body=body, orelse=orelse):
            yield from names_in(body)
            yield from names_in(orelse)


def name_literal(node: ast.Constant, form: Form, here: Walk) -> NameLiteral:
    """The name as the one member of a collection: what holds it holds an element of that."""
    fields = (here.scope, (f"@{node.lineno}:{node.col_offset}",))
    holder = tuple.__new__(Expression, fields)  # nothing asks for it again
    return NameLiteral(holder, ((str(node.value), here.place(node), None),), form)
