"""Keys given to `operator`: `attrgetter("model.lr")(config)`, `itemgetter("lr")(config)`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.model import Expression, Form, Place, Reference
from hpfix.readers.python_expressions import last_name
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.string_pieces import offset_of, pieces

UNNAMED = ("",)
"""What a call is called whose function is itself a call."""


@reads(ast.Call, called=UNNAMED)
def read_getter(node: ast.Call, here: Walk) -> Iterator[Reference]:
    """`attrgetter("lr")(hparams)`: every segment of a path is a key of what those before it name"""
    match node:
        case ast.Call(func=ast.Call(func=getter, args=names, keywords=[]), args=[owner]):
            kind, holder = last_name(getter), here.expression(owner)
            if holder is None:
                return
            for name in names:
                if kind == "attrgetter":
                    yield from dotted(name, holder, "getattr", here)
                elif kind == "itemgetter":
                    yield from _item(name, holder, here)


def _item(name: ast.expr, holder: Expression, here: Walk) -> Iterator[Reference]:
    match name:
        case ast.Constant(value=str(key)):
            guarded = here.is_guarded(holder, key)
            yield Reference(key, here.place(name), "subscript", "read", holder, guarded)


def dotted(name: ast.expr, holder: Expression, form: Form, here: Walk) -> Iterator[Reference]:
    """`"model.encoder.layers"`: a read of each segment, in what the segments before it name."""
    match name:
        case ast.Constant(value=str(path)) if path:
            places = _segments(name, path, here)
        case _:
            return
    for key, place in places:
        if key.isidentifier():
            yield Reference(key, place, form, "read", holder, here.is_guarded(holder, key))
        holder = holder.then(f".{key}")


def _segments(node: ast.Constant, path: str, here: Walk) -> list[tuple[str, Place]]:
    """The segments with their places; a name that is a whole literal stands where that begins."""
    if "." not in path:
        return [(path, here.place(node))]
    written = pieces(here.source(node)) or ()
    found, index = [], 0
    for key in path.split("."):
        start = offset_of(written, index, len(key))
        place = here.place(node) if start is None else here.part(node, start, len(key))
        found.append((key, place))
        index += len(key) + 1
    return found
