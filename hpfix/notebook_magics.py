"""What IPython takes for itself in a cell: `!python train.py`, `%run train.py`, `%%bash`.

The rules are IPython's (its documentation, "Built-in magic commands" and "System shell access").
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from typing import NamedTuple

ESCAPES = ("!", "%", "?")
PYTHON_CELLS = frozenset("time timeit capture prun python python3 pypy memit".split())
"""Cell magics whose body is the Python of the notebook."""
SHELL_CELLS = frozenset({"bash", "sh", "shell", "script", "system", "sx"})
WRITING = frozenset({"writefile", "file"})
SHELL_LINES = {"!": " ", "!!": "  ", "%system": "       ", "%sx": "   ", "%run": "py  "}
"""What begins a command in a cell, with the characters of a shell's line for it."""
FOLDER_LINES = {"%cd": " cd"}


class Line(NamedTuple):
    """A command of a cell, with those of its lines that a backslash joins.

    `text` is the source with a shell's words for what IPython's mean, `start` and `end` are offsets
    into it; `moves` says whether the cells after it run where it leads.
    """

    text: str
    start: int
    end: int
    moves: bool = False


def commands_of(source: str) -> Iterator[Line]:
    """The commands that a shell runs for a cell, in order."""
    if _cell_magic(source) in SHELL_CELLS:
        first = source.index("%%")
        start = source.find("\n", first) + 1
        if start:
            yield Line(source, start, len(source))
        return
    for start, end in _logical_lines(source):
        begin = start + len(source[start:end]) - len(source[start:end].lstrip())
        word = source[begin:end].split(maxsplit=1)[:1]
        sign = (
            "!!"
            if source.startswith("!!", begin)
            else "!"
            if source[begin : begin + 1] == "!"
            else (word or [""])[0]
        )
        stands_for = SHELL_LINES.get(sign) or FOLDER_LINES.get(sign)
        if stands_for is not None:
            text = f"{source[:begin]}{stands_for}{source[begin + len(sign) :]}"
            yield Line(text, start, end, sign in FOLDER_LINES)


def python_of(source: str) -> str | None:
    """The Python of a cell, every character where it was; None where there is none to be read.

    `!pip install x` becomes `0#ip install x`: an expression and a comment, which may stand wherever
    the magic did.
    """
    if _parses(source):
        return source
    magic = _cell_magic(source)
    if magic and magic not in PYTHON_CELLS:
        return None
    characters = list(source)
    for start, end in _logical_lines(source):
        escape = _escape(source[start:end])
        if escape is None:
            continue
        begin = start + escape
        for at in range(begin, end):
            if source[at] not in "\r\n":
                characters[at] = " "
        characters[begin] = "0"
    python = "".join(characters)
    return python if _parses(python) else None


def writes_module(source: str) -> bool:
    """`%%writefile config/defaults.py`: whether the cell puts a file of Python in its place."""
    first = source.lstrip().partition("\n")[0].rstrip()
    return _cell_magic(source) in WRITING and first.endswith(".py")


def _cell_magic(source: str) -> str:
    """`bash` of a cell that begins with `%%bash`."""
    first = source.lstrip()
    return first[2:].split(maxsplit=1)[0] if first[:2] == "%%" and first[2:].split() else ""


def _logical_lines(source: str) -> Iterator[tuple[int, int]]:
    """Every line with those that a backslash joins to it."""
    first = start = 0
    while start < len(source):
        stop = source.find("\n", start)
        end = len(source) if stop < 0 else stop + 1
        is_escaped = source[first:end].lstrip().startswith(ESCAPES)
        if not (is_escaped and source[start:end].rstrip("\r\n").endswith("\\")):
            yield first, end
            first = end
        start = end
    if first < len(source):
        yield first, len(source)


def _escape(line: str) -> int | None:
    """Where IPython's part of a line begins: `!ls`, `files = !ls`, `%time f()`, `f?`."""
    bare = line.strip()
    start = len(line) - len(line.lstrip())
    if bare.startswith(ESCAPES) or (bare.endswith("?") and "#" not in bare):
        return start if bare else None
    name, found, value = line.partition("=")
    is_assigned = found and all(each.isidentifier() for each in name.replace(",", " ").split())
    if is_assigned and name.strip() and value.lstrip().startswith(("!", "%")):
        return len(name) + 1 + len(value) - len(value.lstrip())
    return None


def _parses(source: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
