"""Where the lines and columns of LibCST are in the text that it has read."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO

from codemods.names import shown
from codemods.splices import BOM, Refused, line_starts


@dataclass(frozen=True, slots=True)
class Line:
    """Where a line begins, and what LibCST has dropped from it: at which column, how much."""

    offset: int
    gap: int = 0
    dropped: int = 0

    def start_at(self, column: int) -> int:
        """Return the offset of what begins at a column of LibCST's."""
        return self.offset + column + (self.dropped if column >= self.gap else 0)

    def end_at(self, column: int) -> int:
        """Return the offset of what ends at a column of LibCST's."""
        return self.offset + column + (self.dropped if column > self.gap else 0)


def lines_of(text: str, kept: str) -> list[Line]:
    """Return the lines of a text beside the code that LibCST kept of it, and one line beyond.

    It drops a form feed before a statement, and the blanks in `except ValueError :`. Refused when
    it drops more.
    """
    written, rests = (
        [line.rstrip("\r\n") for line in StringIO(code, newline="")]
        for code in (text.removeprefix(BOM), kept)
    )
    if len(written) != len(rests):
        raise Refused("does not parse: LibCST does not keep its lines")
    # to LibCST a text that ends within a line ends on the next
    starts = [*line_starts(text), len(text)]
    lines = [_line(*each) for each in zip(starts, written, rests, strict=False)]
    return [*lines, Line(starts[len(lines)])]


def _line(offset: int, written: str, rest: str) -> Line:
    if written == rest:
        return Line(offset)
    pairs = enumerate(zip(written, rest, strict=False))
    gap = next((column for column, (one, other) in pairs if one != other), len(rest))
    dropped = len(written) - len(rest)
    if dropped < 0 or written[gap + dropped :] != rest[gap:]:
        raise Refused(f"does not parse: LibCST does not keep {shown(written)}")
    return Line(offset, gap, dropped)
