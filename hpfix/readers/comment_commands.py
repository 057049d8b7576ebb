"""`# python train.py --hparams="lr=0.1"`: command lines that comments and docstrings show."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from hpfix.comment_tokens import comments_in
from hpfix.model import Expression, Place, Reference, Value
from hpfix.override_clauses import clauses
from hpfix.positions import line_starts, offset_of, position_of
from hpfix.readers.override_strings import OPTION, OPTION_HOLDER
from hpfix.readers.python_bindings import inner_scope
from hpfix.readers.python_expressions import HPARAMS, last_name
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.python_steps import expression_of

QUOTES = "\"'"
ENDS = frozenset(" \t\r\n\"'`)")
"""A value without quotes of its own goes up to one of these."""
PLACEHOLDERS = ("<", ">", "...", "$", "{", "}", "|", ";", "\\", "…")
"""What has one of these stands for something else, or is no list of `name=value`."""


@reads(ast.Module)
def read_commands(node: ast.Module, here: Walk) -> Iterable[Reference]:
    """The names that the commands of a file give a value.

    In a file that declares hyperparameters they are those of the declaration: of the call that
    the comment stands in, else of the only one.
    """
    return _commands(node, here) if OPTION in here.text else ()


def _commands(node: ast.Module, here: Walk) -> Iterator[Reference]:
    starts = line_starts(here.text)
    declared = tuple(_declared(node, here.scope, here))
    for start, end in _spans(node, starts, here):
        for offset, string in _strings(here.text, start, end):
            line, column = position_of(starts, offset)
            holder = _holder(line, declared, here)
            if holder is None:
                continue
            for clause in clauses(string) or ():
                first = column + clause.start
                place = Place(here.path, line, first, line, first + len(clause.name))
                value = Value(clause.value, "unknown")
                yield Reference(clause.name, place, "comment", "override", holder, value=value)


def _spans(node: ast.Module, starts: list[int], here: Walk) -> Iterator[tuple[int, int]]:
    """The offsets of every comment, and of every string that is a statement."""
    for line, column, comment in comments_in(here.text):
        start = offset_of(starts, line, column)
        yield start, start + len(comment)
    for each in ast.walk(node):
        match each:
            case ast.Expr(value=ast.Constant(value=str()) as text):
                place = here.place(text)
                yield offset_of(starts, place.line, place.column), offset_of(starts, *place[3:])


def _strings(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """What `--hparams` is given in a span of the text, with its offset."""
    at = text.find(OPTION, start, end)
    while at >= 0:
        behind = at + len(OPTION)
        if text[behind : behind + 1] in ("=", " "):
            offset, string = _value(text, at, behind + 1, end)
            if "=" in string and not any(mark in string for mark in PLACEHOLDERS):
                yield offset, string
        at = text.find(OPTION, behind, end)


def _value(text: str, at: int, start: int, end: int) -> tuple[int, str]:
    """The value that begins at `start`: `--hparams="a=1"`, `"--hparams=a=1"`, `--hparams a=1`."""
    before, first = text[at - 1 : at], text[start : start + 1]
    quote = next((each for each in (first, before) if each and each in QUOTES), None)
    start += first == quote
    ends = ENDS if quote is None else {quote, "\n", "\r"}
    stop = next((each for each in range(start, end) if text[each] in ends), end)
    is_whole = quote is None or text[stop : stop + 1] == quote
    return start, text[start:stop] if is_whole else ""


Declared = tuple[Expression, Place]


def _declared(node: ast.AST, scope: str, here: Walk) -> Iterator[Declared]:
    """What the calls of HParams in the file evaluate to, each with its place."""
    for child in ast.iter_child_nodes(node):
        inner = scope
        match child:
            case ast.Call(func=function) if last_name(function) in HPARAMS:
                holder = expression_of(child, scope)
                if holder is not None:
                    yield holder, here.place(child)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                inner = inner_scope(scope, child.name)
        yield from _declared(child, inner, here)


def _holder(line: int, declared: tuple[Declared, ...], here: Walk) -> Expression | None:
    """What a command on this line is about; None where it may be any of several."""
    around = [holder for holder, place in declared if place.line <= line <= place.end_line]
    match around or [holder for holder, _ in declared]:
        case []:
            return here.name(OPTION_HOLDER)
        case [only]:
            return only
    return None
