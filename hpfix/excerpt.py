"""The source lines at a place, with the name marked beneath."""

from __future__ import annotations

from hpfix.model import Place
from hpfix.paint import Look
from hpfix.positions import line_starts, line_text
from hpfix.printable import ELLIPSIS, cut, printable, width_of

TAB = "    "
MARGIN = 500  # characters beside the name that can matter on any terminal


def excerpt(text: str, place: Place, look: Look, *, around: int = 0) -> list[str]:
    """The line of the place and its mark, with `around` lines before and after.

    A line that is too long for the look is cut around the name.
    """
    starts = line_starts(text)
    if place.line > len(starts):
        return []
    first = max(1, place.line - around)
    lines_in_text = len(starts) - (starts[-1] == len(text))  # none after the last line end
    last = max(place.line, min(lines_in_text, place.line + around))
    gutter = len(str(last))
    room = max(10, look.width - gutter - 5)
    lines: list[str] = []
    for number in range(first, last + 1):
        line = line_text(text, starts, number)
        label = look.paint(f"  {number:>{gutter}} | ", "faint")
        if number != place.line:
            lines.append((label + cut(_shown(line[:MARGIN]), room)).rstrip())
            continue
        end = place.end_column if place.end_line == place.line else len(line) + 1
        shown, mark = marked(line, place.column - 1, end - 1, room)
        lines.append(label + shown)
        lines.append(look.paint(f"  {'':>{gutter}} | ", "faint") + look.paint(mark, "mark"))
    return lines


def marked(line: str, start: int, end: int, room: int) -> tuple[str, str]:
    """A line cut to `room` columns around the characters `start` to `end`, and their mark.

    >>> marked("  dropout: 0.5", 2, 9, 40)
    ('  dropout: 0.5', '  ^^^^^^^')
    """
    low, high = max(0, start - MARGIN), min(len(line), end + MARGIN)
    cells = [_shown(character) for character in line[low:high]]
    left, right = start - low, max(end - low, start - low)
    before, after = 0, len(cells)
    if low or high < len(line) or _columns(cells) > room:
        before, after = _window(cells, left, min(right, left + room - 2), room - 2)
    lead = ELLIPSIS if low or before else ""
    tail = ELLIPSIS if high < len(line) or after < len(cells) else ""
    indent = width_of(lead) + _columns(cells[before:left])
    length = max(1, _columns(cells[left : min(right, after)]))
    return lead + "".join(cells[before:after]) + tail, " " * indent + "^" * length


def _window(cells: list[str], left: int, right: int, room: int) -> tuple[int, int]:
    """The run of cells around `left` to `right` that fits, a third of what is over before it."""
    while right > left + 1 and _columns(cells[left:right]) > room:
        right -= 1
    before, after = left, right
    lead = (room - _columns(cells[left:right])) // 3
    while before > 0 and _columns(cells[before - 1 : left]) <= lead:
        before -= 1
    while after < len(cells) and _columns(cells[before : after + 1]) <= room:
        after += 1
    while before > 0 and _columns(cells[before - 1 : after]) <= room:
        before -= 1
    return before, after


def _shown(text: str) -> str:
    return printable(text.replace("\t", TAB))


def _columns(cells: list[str]) -> int:
    return width_of("".join(cells))
