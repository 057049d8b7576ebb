"""How text of unknown origin is put on a terminal: nothing raw, measured in columns."""

from __future__ import annotations

ELLIPSIS = "…"


def printable(text: str) -> str:
    r"""The text with every character that would steer a terminal written out: `\x1b`, `\u202e`."""
    if text.isprintable():
        return text
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode() for each in text
    )


def width_of(text: str) -> int:
    """The number of terminal columns that printable text takes."""
    if text.isascii():
        return len(text)
    import unicodedata  # most text is ASCII

    width = 0
    for character in text:
        if unicodedata.east_asian_width(character) in "WF":
            width += 2
        elif unicodedata.category(character) not in ("Mn", "Me"):
            width += 1
    return width


def cut(text: str, width: int) -> str:
    """The beginning of printable text, with an ellipsis where more was."""
    if width_of(text) <= width:
        return text
    kept = ""
    for character in text:
        if width_of(kept + character) >= width:
            break
        kept += character
    return kept + ELLIPSIS


def wrapped(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    """Lines of at most `width` columns, broken at spaces; a longer word stands alone, uncut.

    `first` begins the first line and `rest` the others.
    """
    lines = [first]
    empty = True
    for word in text.split(" "):
        if not empty and width_of(lines[-1]) + 1 + width_of(word) > width:
            lines.append(rest)
            empty = True
        lines[-1] += word if empty else f" {word}"
        empty = False
    return lines
