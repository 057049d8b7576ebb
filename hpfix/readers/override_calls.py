"""Keys that a call changes: `hp.replace(lr=0.1)`, `hp.parse_json('{"lr": 1}')`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.model import Reference, Value
from hpfix.positions import line_starts
from hpfix.readers.python_expressions import value_of
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.string_pieces import offset_of, pieces


@reads(ast.Call, called=["replace"])
def read_replacement(node: ast.Call, here: Walk) -> Iterator[Reference]:
    """`hparams.replace(lr=0.1)`"""
    match node:
        case ast.Call(func=ast.Attribute(value=owner), args=[]):
            pass
        case _:
            return
    holder = here.expression(owner)
    for keyword in node.keywords:
        if keyword.arg is not None and holder is not None:
            place = here.name_place(keyword, keyword.arg)
            value = value_of(keyword.value, here.source(keyword.value))
            yield Reference(keyword.arg, place, "keyword", "override", holder, value=value)


@reads(ast.Call, called=["set_hparam"])
def read_set_by_keywords(node: ast.Call, here: Walk) -> Iterator[Reference]:
    """`hparams.set_hparam(name="lr", value=0.1)`"""
    words = {each.arg: each.value for each in node.keywords}
    match node.func, words.get("name"):
        case ast.Attribute(value=owner), ast.Constant(value=str(key)) as name:
            holder, given = here.expression(owner), words.get("value")
            if holder is not None:
                value = None if given is None else value_of(given, here.source(given))
                place = here.place(name)
                yield Reference(key, place, "setattr", "override", holder, value=value)


@reads(ast.Call, called=["parse_json"])
def read_json(node: ast.Call, here: Walk) -> Iterator[Reference]:
    """`hparams.parse_json('{"lr": 0.1}')`"""
    match node:
        case ast.Call(func=ast.Attribute(value=owner), args=[ast.Constant(value=str()) as text]):
            holder, written = here.expression(owner), pieces(here.source(text))
            if holder is None or written is None:
                return
            for key, offset in _json_keys("".join(each.text for each in written)):
                start = offset_of(written, offset, len(key))
                if start is not None:
                    place = here.part(text, start, len(key))
                    value = Value("", "unknown")
                    yield Reference(key, place, "override string", "override", holder, value=value)


def _json_keys(text: str) -> Iterator[tuple[str, int]]:
    """The keys of the outer object, each with the offset of its name.

    JSON is an expression of Python, as far as keys are concerned.
    """
    try:
        tree = ast.parse(text.strip(), mode="eval") if text.isascii() else None
    except SyntaxError:
        return
    starts, shift = line_starts(text.strip()), len(text) - len(text.lstrip())
    match tree:
        case ast.Expression(body=ast.Dict(keys=keys)):
            for each in keys:
                match each:
                    case ast.Constant(value=str(key)):
                        yield key, shift + starts[each.lineno - 1] + each.col_offset + 1
