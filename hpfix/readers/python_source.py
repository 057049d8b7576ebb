"""Where the nodes of a Python file stand, and their source text."""

from __future__ import annotations

import ast
from functools import cached_property

from hpfix.model import Place
from hpfix.positions import line_starts, line_text, position_of

Placed = ast.expr | ast.stmt | ast.keyword | ast.arg | ast.pattern


class Source:
    """The text of one file; `ast` counts columns in UTF-8 bytes, a place in code points.

    In a file of ASCII alone, as nearly all are, the two are one.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.is_ascii = text.isascii()
        self._mentioned: dict[str, bool] = {}

    @cached_property
    def starts(self) -> list[int]:
        """The offset of every line."""
        return line_starts(self.text)

    def place(self, node: Placed) -> Place:
        """Where the node stands."""
        end_line, end = node.end_lineno, node.end_col_offset
        assert end_line is not None and end is not None
        if self.is_ascii:
            fields = (self.path, node.lineno, node.col_offset + 1, end_line, end + 1)
            return tuple.__new__(Place, fields)
        return self.span(node.lineno, node.col_offset, end_line, end)

    def name_place(self, node: Placed, name: str) -> Place:
        """Where a name of this length stands at the start of the node."""
        line, start = node.lineno, node.col_offset
        size = len(name) if self.is_ascii else len(name.encode())
        return self.span(line, start, line, start + size)

    def span(self, line: int, start: int, end_line: int, end: int) -> Place:
        """A place from the lines and UTF-8 byte columns of `ast`."""
        if not self.is_ascii:
            start, end = self._code_points(line, start), self._code_points(end_line, end)
        # a third of the time of Place(...), for the object that is made most
        return tuple.__new__(Place, (self.path, line, start + 1, end_line, end + 1))

    def of(self, node: ast.expr) -> str:
        """The source text of an expression."""
        starts, line, end_line = self.starts, node.lineno, node.end_lineno
        start, end = node.col_offset, node.end_col_offset
        assert end_line is not None and end is not None
        if not self.is_ascii:
            start, end = self._code_points(line, start), self._code_points(end_line, end)
        return self.text[starts[line - 1] + start : starts[end_line - 1] + end]

    def mentions(self, word: str) -> bool:
        """Whether the word is in the text at all."""
        found = self._mentioned.get(word)
        if found is None:
            found = self._mentioned[word] = word in self.text
        return found

    def part(self, node: ast.expr, start: int, size: int) -> Place:
        """Where so many characters stand at an offset into the source text of the node."""
        _, line, column, _, _ = self.place(node)
        first = self.starts[line - 1] + column - 1 + start
        begin, end = position_of(self.starts, first), position_of(self.starts, first + size)
        return Place(self.path, *begin, *end)

    def _code_points(self, line: int, byte: int) -> int:
        text = line_text(self.text, self.starts, line)
        return byte if text.isascii() else len(text.encode()[:byte].decode(errors="replace"))
