"""What a JSON string says, and where each of its characters is written."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from codemods.json_nodes import Leaf
from codemods.splices import Refused, Splice, place_name

SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\", "/": "/"}
HIGH, LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


@dataclass(frozen=True, slots=True)
class Spelled:
    """A string, and for each of its code points where it is written; the last is the end of it."""

    value: str
    starts: tuple[int, ...]


def spelled(text: str, leaf: Leaf) -> Spelled:
    """Return what a string leaf says; the characters of an escape share the offset it begins at."""
    characters: list[str] = []
    starts: list[int] = []
    for start, character in _characters(text, leaf.start + 1, leaf.end - 1):
        characters.append(character)
        starts.append(start)
    return Spelled("".join(characters), (*starts, leaf.end - 1))


def escaped(content: str, like: str) -> str:
    """Return what stands between the quotes of a JSON string for `content`.

    Other alphabets are written as they are, unless `like`, the text it is for, escapes them all.
    """
    return json.dumps(content, ensure_ascii="\\u" in like and like.isascii())[1:-1]


def index_at(text: str, starts: Sequence[int], offset: int) -> int:
    """Return which character is written at an offset; Refused within an escape."""
    index = bisect_left(starts, offset)
    if index < len(starts) and starts[index] == offset:
        return index
    raise Refused(f"no character of the string begins at {place_name(text, offset)}")


def mapped(string: Spelled, each: Splice, like: str) -> Splice:
    """Return the splice of the file that does to the string what a splice of its value does."""
    return Splice(string.starts[each.start], string.starts[each.end], escaped(each.content, like))


def _characters(text: str, offset: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the offset and the character of each code point that stands between two offsets."""
    while offset < end:
        if text[offset] != "\\":
            yield offset, text[offset]
            offset += 1
        elif text[offset + 1] != "u":
            yield offset, SHORT[text[offset + 1]]
            offset += 2
        else:
            unit = int(text[offset + 2 : offset + 6], 16)
            low = _unit(text, offset + 6)
            if unit in HIGH and low in LOW:
                yield offset, chr(0x10000 + (unit - 0xD800) * 0x400 + (low - 0xDC00))
                offset += 12
            else:
                yield offset, chr(unit)
                offset += 6


def _unit(text: str, offset: int) -> int:
    r"""Return the number of the escape `\u0430` at an offset; -1 when none stands there."""
    return int(text[offset + 2 : offset + 6], 16) if text.startswith("\\u", offset) else -1
