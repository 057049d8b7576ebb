"""How an entry that is put in is laid out: with the line ends and the blanks of its neighbours."""

from __future__ import annotations

from hpfix.verifying.written import break_at, line_end


def is_laid_out(before: str, after: str, at: int, piece: str, arguments: dict[str, str]) -> bool:
    """Whether a piece, at an offset of the text after, has the line ends of its neighbours, no
    blanks at the end of a line and no other characters that are not seen."""
    end = at + len(piece)
    if "\r\n" in (after[at - 1 : at + 1], after[end - 1 : end + 1]):
        return False  # it is half of a line end
    value, comment = arguments["value"], arguments.get("comment")
    own = piece.replace(value, "0", 1)
    if comment is not None:
        own = own.replace(f"# {comment}", "#", 1)
    lines = own.split(_break_near(before, after, at))
    if not all(each.replace("\t", " ").isprintable() for each in lines):
        return False
    is_line_end = line_end(after, end) == end
    ending = lines if is_line_end else lines[:-1]
    if any(each != each.rstrip() for each in ending):
        return False
    return all(_is_known(before, each) for each in lines)


def _break_near(before: str, after: str, at: int) -> str:
    """The line break of the line that a piece is put behind or before, else the text's first."""
    near = break_at(before, line_end(before, min(at, len(before))))
    above = after[at - 2 : at] if after[at - 2 : at] == "\r\n" else after[at - 1 : at]
    if above in ("\n", "\r", "\r\n"):
        return above
    return near or break_at(before, line_end(before, 0)) or "\n"


def _is_known(before: str, line: str) -> bool:
    """Whether the tabs of a line stand together as some do in the text already."""
    words = line.replace("\t", " ").split()
    for word in words:
        line = line.replace(word, "\n", 1)
    return all(blanks in before for blanks in line.split("\n") if "\t" in blanks)
