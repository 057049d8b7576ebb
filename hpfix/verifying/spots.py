"""Where exactly an edit's name is written at a place: behind a quote, an anchor, a string's prefix.

Only from the text and the place, so that what a codemod took for it is not asked.
"""

from __future__ import annotations

from json.decoder import scanstring  # type: ignore[attr-defined]  # the C scanner of json
from typing import NamedTuple

from hpfix.findings import Edit
from hpfix.positions import line_starts, offset_of
from hpfix.verifying.walks import Differs

PREFIXES = "rRuUfFbB"
QUOTES = ('"""', "'''", '"', "'")


class Spot(NamedTuple):
    """`text[start:end]` spells `old`, and is to spell `new`."""

    start: int
    end: int
    old: str
    new: str


def spots_of(edit: Edit, text: str) -> list[Spot]:
    """The spots of a renaming edit. Raises Differs where the name does not stand at a place."""
    arguments = dict(edit.arguments)
    old, new = arguments["old"], arguments["new"]
    starts = line_starts(text)
    found = []
    for place in edit.places:
        offset = offset_of(starts, place.line, place.column)
        start, end = span_at(edit.codemod, text, offset, old)
        found.append(Spot(start, end, old, new))
    return found


def span_at(codemod: str, text: str, offset: int, old: str) -> tuple[int, int]:
    """The span of a name that is told by where it, or what it is written in, begins."""
    match codemod:
        case "rename_key":
            start = _within_python(text, offset, old)
        case "yaml_rename_key":
            start = _within_yaml(text, offset)
        case "toml_rename_key":
            start = offset + text.startswith(('"', "'"), offset)
        case "json_rename_key" | "json_rename_in_text":
            start = offset + text.startswith('"', offset)
            return start, _json_end(text, start, old)
        case _:
            start = offset
    if not text.startswith(old, start):
        raise Differs("the name does not stand where it is said to")
    return start, start + len(old)


def _within_python(text: str, offset: int, old: str) -> int:
    """`lr`, or `"lr"` with whatever prefix and quotes."""
    start = offset
    while start < len(text) and text[start] in PREFIXES and start - offset < 2:
        start += 1
    for quote in QUOTES:
        inner = start + len(quote)
        if text.startswith(quote, start) and text.startswith(old + quote, inner):
            return inner
    return offset


def _within_yaml(text: str, offset: int) -> int:
    """`lr`, or `&rate !!str "lr"`."""
    while text[offset : offset + 1] in ("&", "!"):
        while text[offset : offset + 1].strip():
            offset += 1
        while text[offset : offset + 1] and text[offset] in " \t\r\n":
            offset += 1
    return offset + text.startswith(('"', "'"), offset)


def _json_end(text: str, start: int, old: str) -> int:
    r"""Where a name ends that may be written with escapes: `Wert` also as `W\u0065rt`."""
    end = start
    for character in old:
        size = 1
        if text[end : end + 1] == "\\":
            size = 6 if text[end + 1 : end + 2] == "u" else 2
            if ord(character) > 0xFFFF:
                size = 12
        try:
            said, _ = scanstring(f'{text[end : end + size]}"', 0, True)
        except ValueError:
            said = ""
        if said != character:
            raise Differs("the name does not stand where it is said to")
        end += size
    return end


def replaced(text: str, spots: list[Spot]) -> str:
    """The text with every spot renamed. Raises Differs where two of them overlap."""
    pieces: list[str] = []
    done = 0
    for each in sorted(spots):
        if each.start < done:
            raise Differs("two names overlap")
        pieces += text[done : each.start], each.new
        done = each.end
    return "".join(pieces) + text[done:]
