"""What parts the lines of a cell in a notebook's file, where its source is a list of strings."""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.notebook_cells import BLANKS, Cell
from hpfix.verifying.walks import Differs
from hpfix.verifying.written import break_at, line_end


def require_lines(before: str, after: str, cell: Cell, then: Cell) -> None:
    """Raise Differs where the strings of a source are parted otherwise than they were."""
    was, now = list(_parted(before, cell)), list(_parted(after, then))
    known = {between for _, between in was} or set(_parting(before, cell))
    if any(between not in known for _, between in now):
        raise Differs("the strings of a cell are parted in another way")
    is_list = any(between for _, between in was) or _is_in_list(before, cell)
    for is_line_end, between in now:
        if bool(between) != (is_line_end and is_list) and (is_line_end, between) not in was:
            raise Differs("a string of a cell is no line")


def _parted(text: str, cell: Cell) -> Iterator[tuple[bool, str]]:
    """Behind each character but the last, whether it ends a line or a string: and what follows its
    string up to the next, with both quotes; empty within a string."""
    for index, (start, end) in enumerate(zip(cell.at, cell.at[1:-1], strict=False)):
        size = 1
        if text[start] == "\\":
            size = 6 if text[start + 1] == "u" else 2
            if ord(cell.source[index]) > 0xFFFF:
                size = 12
        between = text[start + size : end]
        is_line_end = cell.source[index] == "\n"
        if between or is_line_end:
            yield is_line_end, between


def _parting(text: str, cell: Cell) -> Iterator[str]:
    """What may part the strings of a source of one: as the first is laid out, or a new line."""
    lead = text[: cell.at[0] - 1]
    blanks = lead[len(lead.rstrip(BLANKS)) :]
    yield f'",{blanks}"'
    yield f'",{break_at(text, line_end(text, 0)) or chr(10)}"'
    yield ""


def _is_in_list(text: str, cell: Cell) -> bool:
    return text[: cell.at[0] - 1].rstrip(BLANKS).endswith("[")
