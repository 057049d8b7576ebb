"""`hparams.parse("lr=0.1,batch_size=8")` and `"--hparams", "lr=0.1"`: names inside one string."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import zip_longest

from hpfix.model import Expression, Place, Reference, Value
from hpfix.readers.override_clauses import clauses
from hpfix.readers.python_file import Walk, reads

OPTION = "--hparams"
ASSIGNED = f"{OPTION}="
OPTION_HOLDER = "<--hparams>"
"""The receiver of an option's value: the schema that the started program parses it with."""


@reads(ast.Call)
def read_parsed_string(node: ast.Call, here: Walk) -> Iterator[Reference]:
    """`hparams.parse("lr=0.1")`, `create_hparams("lr=0.1")`"""
    match node:
        case ast.Call(func=ast.Attribute(value=owner, attr="parse"), args=[ast.Constant() as text]):
            holder = here.expression(owner)
        case ast.Call(args=[ast.Constant() as text, *_]):
            holder = here.expression(node)
        case _:
            return
    if holder is not None:
        yield from _read(text, holder, here)


@reads(ast.List, ast.Tuple)
def read_option(node: ast.List | ast.Tuple, here: Walk) -> Iterator[Reference]:
    """`["python", "train.py", "--hparams", "lr=0.1"]`, `["--hparams=lr=0.1"]`"""
    for option, text in zip_longest(node.elts, node.elts[1:]):
        match option, text:
            case ast.Constant(value=str(word)), ast.Constant() if word == OPTION:
                yield from _read(text, here.name(OPTION_HOLDER), here)
            case ast.Constant(value=str(word)), _ if word.startswith(ASSIGNED):
                yield from _read(option, here.name(OPTION_HOLDER), here, after=ASSIGNED)


def _read(
    text: ast.Constant, holder: Expression, here: Walk, *, after: str = ""
) -> Iterator[Reference]:
    """The names in a string, in what stands behind `after` if that is how it begins."""
    source = here.source(text)
    if not isinstance(text.value, str) or "=" not in text.value or text.value not in source:
        return
    start = source.index(text.value) + len(after)
    whole = here.place(text)
    if whole.line != whole.end_line:
        return
    for clause in clauses(text.value[len(after) :]) or ():
        column = whole.column + start + clause.start
        place = Place(here.path, whole.line, column, whole.line, column + len(clause.name))
        value = Value(clause.value, "unknown")
        yield Reference(clause.name, place, "override string", "override", holder, value=value)
