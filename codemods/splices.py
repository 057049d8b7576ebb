"""Splices of a text, and the places they are told: lines and columns from 1, in code points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO

BOM = "\ufeff"
Place = tuple[int, int]


class Refused(Exception):
    """A rewrite that cannot be done safely; the message says why."""


@dataclass(frozen=True, slots=True)
class Splice:
    """Replaces `text[start:end]` by `content`; offsets count the code points of the whole text."""

    start: int
    end: int
    content: str


def splice(text: str, splices: Iterable[Splice]) -> str:
    """Return the text with every splice carried out; Refused when two of them overlap.

    Insertions at one offset keep the order they are given in.
    """
    pieces: list[str] = []
    done = 0
    for each in sorted(splices, key=lambda each: (each.start, each.end)):
        if not done <= each.start <= each.end <= len(text):
            line, column = position_at(text, min(max(each.start, 0), len(text)))
            raise Refused(f"two edits overlap, or leave the text, at {line}:{column}")
        pieces += text[done : each.start], each.content
        done = each.end
    return "".join(pieces) + text[done:]


def line_starts(text: str) -> list[int]:
    r"""Return the offset of each line; a line ends at \n, \r\n or a lone \r and nowhere else.

    `str.splitlines` also breaks at form feeds and U+2028, where neither Python nor YAML does. A
    byte-order mark stands before the first column.
    """
    starts = [len(BOM) if text.startswith(BOM) else 0]
    offset = 0
    for line in StringIO(text, newline=""):
        offset += len(line)
        if line.endswith(("\n", "\r")):
            starts.append(offset)
    return starts


def offset_at(text: str, line: int, column: int) -> int:
    """Return the offset of a place, both counted from 1; Refused when the text has no such place.

    The column behind the last character of a line is a place: spans end there.
    """
    starts = [*line_starts(text), len(text) + 1]
    if 1 <= line < len(starts) and 1 <= column <= starts[line] - starts[line - 1]:
        return starts[line - 1] + column - 1
    raise Refused(f"no place {line}:{column} in the text")


def position_at(text: str, offset: int) -> Place:
    """Return the line and column of an offset: the inverse of `offset_at`."""
    if not 0 <= offset <= len(text):
        raise Refused(f"no offset {offset} in a text of {len(text)} characters")
    starts = line_starts(text)
    line = max(bisect_right(starts, offset), 1)
    return line, max(offset - starts[line - 1], 0) + 1


def place_name(text: str, offset: int) -> str:
    """Return `line:column`, as messages say it."""
    line, column = position_at(text, offset)
    return f"{line}:{column}"


def line_start(text: str, offset: int) -> int:
    """Return the offset of the first character of the line that `offset` stands on."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    return start + len(BOM) if start == 0 and text.startswith(BOM) else start


def line_end(text: str, offset: int) -> int:
    """Return the offset of the line break, or of the end of the text, next after `offset`."""
    breaks = (text.find("\n", offset), text.find("\r", offset), len(text))
    return min(found for found in breaks if found >= 0)


def next_line(text: str, offset: int) -> int:
    """Return the offset behind the line break next after `offset`."""
    end = line_end(text, offset)
    return end + len(_break_at(text, end))


def line_break(text: str, offset: int) -> str:
    r"""Return the line break to write near `offset`: its line's, else the text's first, else \n."""
    return _break_at(text, line_end(text, offset)) or _break_at(text, line_end(text, 0)) or "\n"


def _break_at(text: str, end: int) -> str:
    return "\r\n" if text.startswith("\r\n", end) else text[end : end + 1]
