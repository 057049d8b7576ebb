"""`hparams.parse("lr=0.1,batch_size=8")` and `"--hparams", "lr=0.1"`: names inside one string."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from hpfix.facts import Flow, KeyedAccess, NameLiteral
from hpfix.model import Expression, Place, Reference, Value
from hpfix.override_clauses import clauses
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.string_pieces import HOLE, offset_of, pieces
from hpfix.scopes import ELEMENTS

OPTION = "--hparams"
ASSIGNED = f"{OPTION}="
OPTION_HOLDER = "<--hparams>"
"""The receiver of an option's value: the schema that the started program parses it with."""
STAND_IN = "X"
"""An interpolation, as far as the grammar of overrides is concerned: it can be part of a name."""

Named = tuple[str, Place, Value]


@reads(ast.Call)
def read_parsed_string(node: ast.Call, here: Walk) -> Iterable[Reference]:
    """`hparams.parse("lr=0.1")`, `create_hparams(f"lr={rate}")`"""
    text = node.args[0] if node.args else None
    if not isinstance(text, (ast.Constant, ast.JoinedStr)):
        return ()
    names = overrides(text, here)
    if not names:
        return ()
    is_parse = isinstance(node.func, ast.Attribute) and node.func.attr == "parse"
    holder = here.expression(node.func.value if is_parse else node)  # type: ignore[attr-defined]
    return () if holder is None else _references(names, holder)


@reads(ast.Call, called=["parse"])
def read_parse(node: ast.Call, here: Walk) -> Iterator[KeyedAccess]:
    """`hparams.parse(overrides)`: the names in the string that the variable holds"""
    match node:
        case ast.Call(
            func=ast.Attribute(value=owner),
            args=[ast.Name() | ast.Attribute() | ast.BoolOp() | ast.IfExp() as text],
        ):
            holder = here.expression(owner)
            if holder is None:
                return
            for source in here.alternatives(text):
                key, place = source.then(ELEMENTS), here.place(text)
                yield KeyedAccess(key, holder, place, "override string", "override")


@reads(ast.Assign, given=[ast.Constant, ast.JoinedStr])
def read_assigned_string(node: ast.Assign, here: Walk) -> Iterator[NameLiteral | Flow]:
    """`OVERRIDES = "lr=0.1,batch_size=8"`"""
    match node:
        case ast.Assign(value=ast.Constant(value=str()) | ast.JoinedStr() as text):
            names = overrides(text, here)
        case _:
            return
    if names:
        literal = here.name(f"@{text.lineno}:{text.col_offset}")
        yield NameLiteral(literal, names, "override string")
        for target in node.targets:
            holder = here.expression(target)
            if holder is not None:
                yield Flow(holder, literal)


@reads(ast.List, ast.Tuple)
def read_option(node: ast.List | ast.Tuple, here: Walk) -> Iterable[Reference]:
    """`["python", "train.py", "--hparams", "lr=0.1"]`, `["--hparams=lr=0.1"]`"""
    return _options(node, here) if here.mentions(OPTION) else ()


def _options(node: ast.List | ast.Tuple, here: Walk) -> Iterator[Reference]:
    for option, text in zip_longest(node.elts, node.elts[1:]):
        match option, text:
            case ast.Constant(value=str(word)), ast.Constant() | ast.JoinedStr() if word == OPTION:
                yield from _references(overrides(text, here), here.name(OPTION_HOLDER))
            case ast.Constant(value=str(word)), _ if word.startswith(ASSIGNED):
                names = overrides(option, here, after=ASSIGNED)
                yield from _references(names, here.name(OPTION_HOLDER))


def overrides(
    node: ast.Constant | ast.JoinedStr, here: Walk, *, after: str = ""
) -> tuple[Named, ...]:
    """The names that a string of overrides assigns, each where it is written in the literal.

    What stands behind `after`, if that is how it begins.
    """
    if not any(_assigns(each) for each in getattr(node, "values", [node])):
        return ()
    written = pieces(here.source(node)) or ()
    text = "".join(piece.text for piece in written)
    found: list[Named] = []
    for clause in clauses(text[len(after) :].replace(HOLE, STAND_IN)) or ():
        begin = len(after) + clause.start
        start = offset_of(written, begin, len(clause.name))
        if HOLE not in text[begin : begin + len(clause.name)]:
            # a name that goes on from one literal to the next stands in all of them
            size = len(clause.name)
            place = here.place(node) if start is None else here.part(node, start, size)
            behind = text[begin + size : begin + clause.length]
            source = "" if HOLE in behind else clause.value
            found.append((clause.name, place, Value(source, "unknown")))
    return tuple(found)


def _assigns(part: ast.expr) -> bool:
    return isinstance(part, ast.Constant) and isinstance(part.value, str) and "=" in part.value


def _references(names: tuple[Named, ...], holder: Expression) -> Iterator[Reference]:
    for name, place, value in names:
        yield Reference(name, place, "override string", "override", holder, value=value)
