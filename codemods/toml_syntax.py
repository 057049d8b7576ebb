"""The statements of a TOML text as they are written, with their offsets."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from codemods.splices import BOM, Refused, line_end, place_name

DEEPEST = 100
BLANKS = " \t"
BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


@dataclass(frozen=True, slots=True)
class Part:
    """One name of a dotted key, as it is written: `a`, `"a b"`."""

    start: int
    end: int
    source: str
    name: str


@dataclass(frozen=True, slots=True)
class Leaf:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Array:
    start: int
    end: int
    items: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Inline:
    """An inline table: `{a = 1, b.c = 2}`."""

    start: int
    end: int
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """`a.b = 1`; `comma` is the offset of the comma behind it in an inline table, or None."""

    parts: tuple[Part, ...]
    value: Value
    comma: int | None = None

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def end(self) -> int:
        return self.value.end


@dataclass(frozen=True, slots=True)
class Header:
    """`[a.b]`, or `[[a.b]]`."""

    start: int
    end: int
    parts: tuple[Part, ...]
    is_array: bool


Value = Leaf | Array | Inline
Statement = Pair | Header


def load(text: str) -> dict[str, object]:
    """Return what Python's own reader makes of a text; Refused when it does not parse."""
    try:
        return tomllib.loads(text.removeprefix(BOM))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise Refused(f"does not parse: {str(error).lower()}") from error


def statements_of(text: str) -> Iterator[Statement]:
    """Yield the statements of a text; Refused at what is none."""
    offset = _skip(text, len(BOM) if text.startswith(BOM) else 0)
    while offset < len(text):
        statement = _header(text, offset) if text[offset] == "[" else _pair(text, offset, 0)
        yield statement
        offset = _skip(text, statement.end)


def _header(text: str, start: int) -> Header:
    mark = "[[" if text.startswith("[[", start) else "["
    parts, offset = _key(text, start + len(mark))
    offset = _expect(text, offset, "]" * len(mark))
    return Header(start, offset, parts, mark == "[[")


def _pair(text: str, start: int, depth: int) -> Pair:
    parts, offset = _key(text, start)
    offset = _skip_blanks(text, _expect(text, offset, "="))
    return Pair(parts, _value(text, offset, depth))


def _key(text: str, offset: int) -> tuple[tuple[Part, ...], int]:
    parts: list[Part] = []
    while True:
        start = _skip_blanks(text, offset)
        end = _part_end(text, start)
        source = text[start:end]
        parts.append(Part(start, end, source, _name(source)))
        offset = _skip_blanks(text, end)
        if not text.startswith(".", offset):
            return tuple(parts), offset
        offset += 1


def _part_end(text: str, start: int) -> int:
    if text.startswith(("'", '"'), start):
        return _string_end(text, start)
    end = start
    while end < len(text) and text[end] in BARE:
        end += 1
    if end == start:
        raise _unexpected(text, start)
    return end


def _name(source: str) -> str:
    return next(iter(load(f"{source} = 0"))) if source[0] in "'\"" else source


def _value(text: str, start: int, depth: int) -> Value:
    if depth > DEEPEST:
        raise Refused(f"does not parse: nested more than {DEEPEST} deep")
    match text[start : start + 1]:
        case "'" | '"':
            return Leaf(start, _string_end(text, start))
        case "[":
            return _array(text, start, depth)
        case "{":
            return _inline(text, start, depth)
    end = start
    while end < len(text) and text[end] not in ",]}#\r\n":
        end += 1
    end = start + len(text[start:end].rstrip(BLANKS))
    if end == start:
        raise _unexpected(text, start)
    return Leaf(start, end)


def _array(text: str, start: int, depth: int) -> Array:
    items: list[Value] = []
    offset = _skip(text, start + 1)
    while not text.startswith("]", offset):
        items.append(item := _value(text, offset, depth + 1))
        offset = _skip(text, item.end)
        if text.startswith(",", offset):
            offset = _skip(text, offset + 1)
        elif not text.startswith("]", offset):
            raise _unexpected(text, offset)
    return Array(start, offset + 1, tuple(items))


def _inline(text: str, start: int, depth: int) -> Inline:
    pairs: list[Pair] = []
    offset = _skip_blanks(text, start + 1)
    while not text.startswith("}", offset):
        pair = _pair(text, offset, depth + 1)
        behind = _skip_blanks(text, pair.end)
        comma = behind if text.startswith(",", behind) else None
        pairs.append(Pair(pair.parts, pair.value, comma))
        offset = behind if comma is None else _skip_blanks(text, behind + 1)
        if comma is None and not text.startswith("}", offset):
            raise _unexpected(text, offset)
    return Inline(start, offset + 1, tuple(pairs))


def _string_end(text: str, start: int) -> int:
    """Return the offset behind the string that begins at an offset."""
    quote = text[start]
    mark = quote * 3 if text.startswith(quote * 3, start) else quote
    end = start + len(mark)
    while not text.startswith(mark, end):
        if end >= len(text):
            raise Refused(f"does not parse: the string at {place_name(text, start)} has no end")
        end += 2 if quote == '"' and text[end] == "\\" else 1
    end += len(mark)
    # """a""""": up to two quotes before the three that end it are its own
    while len(mark) == 3 and text.startswith(quote, end) and end < len(text):
        end += 1
    return end


def _expect(text: str, offset: int, mark: str) -> int:
    if not text.startswith(mark, offset):
        raise _unexpected(text, offset)
    return offset + len(mark)


def _skip(text: str, offset: int) -> int:
    """Return the offset of the next character that is no blank, line break or comment."""
    while offset < len(text):
        if text[offset] == "#":
            offset = line_end(text, offset)
        elif text[offset] not in " \t\r\n":
            break
        else:
            offset += 1
    return offset


def _skip_blanks(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] in BLANKS:
        offset += 1
    return offset


def _unexpected(text: str, offset: int) -> Refused:
    shown = text[offset : offset + 1]
    return Refused(f"does not parse: {shown!r} stands at {place_name(text, offset)}")
