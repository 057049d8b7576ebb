"""The cells of a notebook: what each says, and where in the file each of its characters stands.

The format is Jupyter's (nbformat 4, and 3 with its worksheets); a source is a string or a list of
strings. Escapes are JSON's (RFC 8259, 7).
"""

from __future__ import annotations

from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]  # the C scanner of json
from typing import NamedTuple

from hpfix.positions import BOM

SOURCES = frozenset({"source", "input"})
BLANKS = " \t\r\n"
LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
CODE, MARKDOWN = "code", "markdown"


class Cell(NamedTuple):
    """One cell: its kind, its source, the offset in the file of each character and of its end."""

    kind: str
    source: str
    at: tuple[int, ...]


class _String(NamedTuple):
    value: str
    start: int
    end: int


_Value = object
"""A string with its offsets, a list, a mapping, or None for a number and a name."""


def cells_of(text: str) -> Iterator[Cell]:
    """The cells of a notebook, in order. Raises SyntaxError where the text is no JSON."""
    start = _after_blanks(text, len(BOM) if text.startswith(BOM) else 0)
    if not text.startswith("{", start):  # empty, or what stands for a file kept elsewhere
        return
    try:
        root, _ = _value(text, start)
    except (ValueError, IndexError):
        raise SyntaxError("no JSON", ("", 1, 0, "")) from None
    sheets = root.get("worksheets") if isinstance(root, dict) else None
    for sheet in (root, *(sheets if isinstance(sheets, list) else ())):
        cells = sheet.get("cells") if isinstance(sheet, dict) else None
        for each in cells if isinstance(cells, list) else ():
            cell = _cell(text, each)
            if cell is not None:
                yield cell


def _cell(text: str, value: _Value) -> Cell | None:
    if not isinstance(value, dict):
        return None
    kind = value.get("cell_type")
    source = next((value[each] for each in SOURCES if each in value), None)
    strings = source if isinstance(source, list) else [source]
    if not isinstance(kind, _String):
        return None
    said = ""
    at: list[int] = []
    for each in strings:
        if not isinstance(each, _String):
            return None
        said += each.value
        at += _offsets(text, each)
    end = strings[-1].end if strings and isinstance(strings[-1], _String) else 0
    return Cell(kind.value, said, (*at, end))


def _offsets(text: str, string: _String) -> Iterator[int]:
    """Where each character of a string is written; an escape begins where its backslash stands."""
    start, end = string.start, string.end
    if "\\" not in text[start:end]:
        yield from range(start, end)
        return
    at = start
    while at < end:
        yield at
        if text[at] != "\\":
            at += 1
        elif text[at + 1] != "u":
            at += 2
        else:
            is_pair = text[at + 2 : at + 4].lower() in ("d8", "d9", "da", "db")
            is_pair = is_pair and text.startswith("\\u", at + 6)
            at += 12 if is_pair else 6


def _value(text: str, at: int) -> tuple[_Value, int]:
    """The value that begins at an offset, and where it ends."""
    first = text[at]
    if first == '"':
        value, end = scanstring(text, at + 1, False)
        return _String(value, at + 1, end - 1), end
    if first == "{":
        return _mapping(text, at + 1)
    if first == "[":
        return _list(text, at + 1)
    end = at
    while text[end] not in ",]}" and text[end] not in BLANKS:
        end += 1
    if end == at:
        raise ValueError
    return None, end


def _mapping(text: str, at: int) -> tuple[_Value, int]:
    found: dict[str, _Value] = {}
    at = _after_blanks(text, at)
    while text[at] != "}":
        if text[at] != '"':
            raise ValueError
        key, at = scanstring(text, at + 1, False)
        at = _after_blanks(text, at)
        if text[at] != ":":
            raise ValueError
        found[key], at = _value(text, _after_blanks(text, at + 1))
        at = _after_item(text, at, "}")
    return found, at + 1


def _list(text: str, at: int) -> tuple[_Value, int]:
    found: list[_Value] = []
    at = _after_blanks(text, at)
    while text[at] != "]":
        value, at = _value(text, at)
        found.append(value)
        at = _after_item(text, at, "]")
    return found, at + 1


def _after_item(text: str, at: int, closing: str) -> int:
    at = _after_blanks(text, at)
    if text[at] == ",":
        return _after_blanks(text, at + 1)
    if text[at] != closing:
        raise ValueError
    return at


def _after_blanks(text: str, at: int) -> int:
    while text[at : at + 1] and text[at] in BLANKS:
        at += 1
    return at
