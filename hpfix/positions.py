"""The one function that makes positions: lines from 1, columns from 1 in code points."""

from __future__ import annotations

from bisect import bisect_right
from io import StringIO
from itertools import accumulate, count
from operator import add

from hpfix.model import Place

BOM = "\ufeff"


def line_starts(text: str) -> list[int]:
    r"""The offset of every line; a line ends at \n, \r\n or a lone \r and nowhere else.

    That is how Python and YAML count lines; `str.splitlines` also breaks at form feeds and
    U+2028. A byte-order mark is before the first column.
    """
    first = len(BOM) if text.startswith(BOM) else 0
    if "\r" not in text:
        sizes = map(len, text.split("\n"))
        starts = list(map(add, accumulate(sizes, initial=0), count()))
        starts[0] = first
        return starts[:-1]
    starts = [first]
    offset = 0
    for line in StringIO(text, newline=""):
        offset += len(line)
        if line.endswith(("\n", "\r")):
            starts.append(offset)
    return starts


def position_of(starts: list[int], offset: int) -> tuple[int, int]:
    """Line and column of an offset into the text."""
    line = bisect_right(starts, offset)
    return max(line, 1), offset - starts[max(line, 1) - 1] + 1


def offset_of(starts: list[int], line: int, column: int) -> int:
    """The offset of a line and column."""
    return starts[line - 1] + column - 1


def line_text(text: str, starts: list[int], line: int) -> str:
    """One line without its end."""
    end = starts[line] if line < len(starts) else len(text)
    return text[starts[line - 1] : end].rstrip("\r\n")


class Places:
    """Offsets of one text turned into places."""

    def __init__(self, path: str, text: str) -> None:
        self._path, self._starts = path, line_starts(text)

    def between(self, start: int, end: int) -> Place:
        """The place of `text[start:end]`."""
        return Place(self._path, *position_of(self._starts, start), *position_of(self._starts, end))
