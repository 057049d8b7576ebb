"""`subprocess.run(["python", "train.py", "--lr", "0.1"])`, and commands that a docstring shows."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from hpfix.command_lines import SUFFIX, is_interpreter, may_start_python, references_in
from hpfix.command_runs import NOWHERE, OPAQUE, SOMEWHERE, Argument, Command, Shell
from hpfix.facts import Flow, NameLiteral
from hpfix.model import Place, Reference
from hpfix.positions import Places, line_starts, offset_of
from hpfix.readers.python_file import Walk, reads

STARTING = ("run", "call", "check_call", "check_output", "Popen", "system", "popen", "spawn")
QUOTES = "'\""
LONGEST = 1_000
"""Offsets of a word of a list: its number times this, and the number of the character."""

Words = Iterator[Reference | NameLiteral | Flow]


@reads(ast.List, ast.Tuple)
def read_words(node: ast.List | ast.Tuple, here: Walk) -> Words:
    """`[sys.executable, "-m", "pkg.train", "--lr", "0.1"]`, wherever it goes"""
    match node.elts:
        case [ast.Constant(value=str(first)), _, *_] if is_interpreter(first):
            yield from _started(node.elts, here)
        case [ast.Attribute(attr="executable"), _, *_]:
            yield from _started(node.elts, here)


@reads(ast.Call, called=STARTING)
def read_line(node: ast.Call, here: Walk) -> Words:
    """`os.system("python train.py --lr 0.1")`, `subprocess.run("...", shell=True, cwd="a")`"""
    match node.args:
        case [ast.Constant(value=str(text)) as given, *_] if may_start_python(text):
            start = _inside(given, here)
            if start is not None:
                shell = Shell()
                shell.folder = _folder(node)
                place = Places(here.path, here.text).between
                commands = shell.run(here.text, start, start + len(text))
                yield from references_in(commands, here.path, place)


@reads(ast.Module)
def read_shown(node: ast.Module, here: Walk) -> Words:
    """Lines of a module's docstring that are commands: `python train.py --lr 0.1`"""
    match node.body:
        case [ast.Expr(value=ast.Constant(value=str(text)) as given), *_] if (
            SUFFIX in text and may_start_python(text)
        ):
            place = here.place(given)
            starts = line_starts(here.text)
            first, last = offset_of(starts, *place[1:3]), offset_of(starts, *place[3:])
            between = Places(here.path, here.text).between
            for start, end in _lines(here.text, first, last):
                yield from references_in(Shell().run(here.text, start, end), here.path, between)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines between two offsets that begin as a command does, with those they go on in."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop + 1
        line = text[start:stop].strip().lstrip("$ ")
        if line.split(maxsplit=1)[:1] and is_interpreter(line.split()[0]):
            while text[start:stop].rstrip().endswith("\\") and stop < end:
                further = text.find("\n", stop, end)
                stop = end if further < 0 else further + 1
            blanks = text[start:stop].index(line[0])
            yield start + blanks, stop
        start = stop


def _started(words: Sequence[ast.expr], here: Walk) -> Words:
    places: dict[int, Place] = {}
    arguments: list[Argument] = []
    for number, each in enumerate(words):
        match each:
            case ast.Constant(value=str(text)) if text and len(text) < LONGEST:
                begin = number * LONGEST
                places[number] = here.place(each)
                is_plain = here.source(each)[1:-1] == text
                at = range(begin, begin + len(text)) if is_plain else [NOWHERE] * len(text)
                arguments.append(Argument(text, tuple(at)))
            case _:
                arguments.append(Argument(OPAQUE, (NOWHERE,)))

    def place(start: int, end: int) -> Place:
        word = places[start // LONGEST]
        column = word.column + 1 + start % LONGEST
        end_column = column + end - start
        return word._replace(column=column, end_line=word.line, end_column=end_column)

    yield from references_in(iter([Command(tuple(arguments), "")]), here.path, place)


def _inside(node: ast.Constant, here: Walk) -> int | None:
    """The offset of the text in a string of one line that is written as it is."""
    source = here.source(node)
    if source[:1] not in QUOTES or source[1:-1] != node.value:
        return None
    place = here.place(node)
    return offset_of(line_starts(here.text), place.line, place.column) + 1


def _folder(node: ast.Call) -> str:
    for keyword in node.keywords:
        if keyword.arg == "cwd":
            match keyword.value:
                case ast.Constant(value=str(folder)):
                    return folder
            return SOMEWHERE
    return ""
