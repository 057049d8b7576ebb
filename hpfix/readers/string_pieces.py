"""Where each character of a string literal stands: adjoining literals, raw ones and f-strings."""

from __future__ import annotations

from typing import NamedTuple

HOLE = "\x00"
"""What stands for an interpolation of an f-string: one character that no source holds."""
PREFIX = frozenset("rRbBuUfF")
BLANK = frozenset(" \t\f\r\n\\")


class Piece(NamedTuple):
    """A run of characters that are written as they are; `start` is its offset in the source."""

    text: str
    start: int


def pieces(source: str) -> tuple[Piece, ...] | None:
    """The literals that a string expression is made of, or None where an escape hides one.

    An interpolation is a piece of its own, whose text is HOLE.
    """
    found: list[Piece] = []
    offset = 0
    while (start := _next_literal(source, offset)) is not None:
        quote = start
        while source[quote] in PREFIX:
            quote += 1
        prefix = source[start:quote].lower()
        size = 3 if source[quote : quote + 3] in ('"""', "'''") else 1
        mark = source[quote : quote + size]
        end = _closing(source, quote + size, mark)
        if end is None:
            return None
        body = source[quote + size : end]
        if "\\" in body and "r" not in prefix:
            return None
        found += _split(body, quote + size) if "f" in prefix else [Piece(body, quote + size)]
        offset = end + size
    return tuple(found)


def offset_of(found: tuple[Piece, ...], index: int, size: int) -> int | None:
    """Where in the source a part of the value starts; None where it is spread over pieces."""
    for piece in found:
        if index < len(piece.text):
            whole = index + size <= len(piece.text)
            return piece.start + index if whole and piece.text != HOLE else None
        index -= len(piece.text)
    return None


def _next_literal(source: str, offset: int) -> int | None:
    """Where the next literal starts, behind blanks, brackets and comments."""
    while offset < len(source):
        if source[offset] == "#":
            offset = source.find("\n", offset)
            if offset < 0:
                return None
        elif source[offset] in BLANK or source[offset] in "()":
            offset += 1
        else:
            return offset
    return None


def _closing(source: str, offset: int, mark: str) -> int | None:
    """Where the literal ends; an escaped quote does not end it."""
    while True:
        end = source.find(mark, offset)
        if end < 0:
            return None
        escape = source.find("\\", offset, end)
        if escape < 0:
            return end
        offset = escape + 2


def _split(body: str, start: int) -> list[Piece]:
    """The text between the interpolations of an f-string; `{{` is left out as one."""
    found: list[Piece] = []
    depth = begin = 0
    for offset, character in enumerate(body):
        if character == "{":
            if depth == 0:
                found.append(Piece(body[begin:offset], start + begin))
            depth += 1
        elif character == "}" and depth:
            depth -= 1
            if depth == 0:
                found.append(Piece(HOLE, start + begin))
                begin = offset + 1
    return [*found, Piece(body[begin:], start + begin)]
