"""The Python of a notebook's cell: what IPython takes for itself blanked, every offset kept."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from codemods.splices import Refused, Splice, line_end, line_start

MAGIC = ("!", "%", "?")
# cell magics whose body is the Python of the notebook
PYTHON_CELLS = frozenset({"time", "timeit", "capture", "prun", "python", "python3", "memit"})


def python_of(source: str) -> str:
    """Return the source with its magics blanked, each character where it was.

    `!pip install x` becomes `0#ip install x`: an expression and a comment, which may stand
    wherever the magic did. Refused when a cell magic says that the cell is not Python.
    """
    if _parses(source):
        return source
    lines = source.split("\n")
    first = next((line for line in lines if line.strip()), "")
    if first.startswith("%%") and first[2:].split()[:1] != []:
        name = first[2:].split()[0]
        if name not in PYTHON_CELLS:
            raise Refused(f"the cell is not Python: `%%{name}` takes it")
    goes_on = False
    for number, line in enumerate(lines):
        start = len(line) - len(line.lstrip()) if goes_on else _magic_start(line)
        if start is not None and line[start:]:
            mark = "#" if goes_on else "0#"
            lines[number] = (line[:start] + mark + line[start + len(mark) :])[: len(line)]
        goes_on = start is not None and line.endswith("\\")
        if goes_on:
            lines[number] = lines[number][:-1] + " "
    return "\n".join(lines)


def check_same(source: str, python: str, splices: Sequence[Splice]) -> None:
    """Refuse splices of the Python that reach a line which was blanked in the source."""
    for each in splices:
        start, end = line_start(source, each.start), line_end(source, each.end)
        if source[start:end] != python[start:end]:
            raise Refused("a line of the cell that IPython reads would change")


def _magic_start(line: str) -> int | None:
    """Return where a magic begins: `!ls`, `files = !ls`, `%time`, `x = %env X`, `name?`."""
    start = len(line) - len(line.lstrip())
    body = line[start:].rstrip()
    if body.startswith(MAGIC) or (body.endswith("?") and "#" not in body):
        return start
    target, equals, value = line.partition("=")
    names = target.replace(",", " ").split()
    if equals and names and all(each.isidentifier() for each in names):
        gap = len(value) - len(value.lstrip())
        if value.lstrip().startswith(("!", "%")):
            return len(target) + 1 + gap
    return None


def _parses(source: str) -> bool:
    try:
        ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
