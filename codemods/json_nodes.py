"""A JSON text as a tree of nodes with their offsets; equal trees say the same, wherever it stands.

Comments (`//`, `/* */`) and a comma behind the last item are read too, as editors and
TypeScript's configuration write them; whatever else is no JSON is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from codemods.splices import BOM, Refused, line_end, place_name

DEEPEST = 200
BLANKS = " \t\n\r"
PUNCTUATION = "{}[],:"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text; punctuation is its own kind."""

    kind: Literal["text", "word", "comment", "end", "{", "}", "[", "]", ",", ":"]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """A string, a number or a word, as it is written."""

    start: int = field(compare=False)
    end: int = field(compare=False)
    source: str

    @property
    def is_text(self) -> bool:
        return self.source.startswith('"')

    @property
    def value(self) -> object:
        value: object = json.loads(self.source)
        return value


@dataclass(frozen=True, slots=True)
class Array:
    start: int = field(compare=False)
    end: int = field(compare=False)
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Object:
    """An object with its members as they are written, equal keys included."""

    start: int = field(compare=False)
    end: int = field(compare=False)
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """`comma` is the offset of the comma behind it, or None."""

    key: Leaf
    value: Node
    comma: int | None = field(compare=False, default=None)


Node = Leaf | Array | Object


def read(text: str) -> Node:
    """Read a text, byte-order mark and all; Refused when it is not one JSON value."""
    tokens = [each for each in tokens_of(text) if each.kind != "comment"]
    root, position = _value(text, tokens, 0, 0)
    if tokens[position].kind != "end":
        raise _unexpected(text, tokens[position])
    # what Python's own reader says of the same text, comments and last commas blanked
    try:
        json.loads(_plain(text, tokens))
    except (ValueError, RecursionError) as error:
        raise Refused(f"does not parse: {str(error).lower()}") from error
    return root


def tokens_of(text: str) -> Iterator[Token]:
    """Yield the tokens of a text, comments included, and one for its end; Refused at an odd one."""
    offset = len(BOM) if text.startswith(BOM) else 0
    while True:
        while offset < len(text) and text[offset] in BLANKS:
            offset += 1
        if offset == len(text):
            yield Token("end", offset, offset)
            return
        token = _token_at(text, offset)
        yield token
        offset = token.end


def nodes_of(root: Node) -> Iterator[Node]:
    """Yield every node, keys included, in the order in which they are written."""
    waiting = [root]
    while waiting:
        yield (node := waiting.pop())
        match node:
            case Array(items=items):
                waiting += items[::-1]
            case Object(members=members):
                pairs = [part for each in members for part in (each.key, each.value)]
                waiting += pairs[::-1]


def exchanged(node: Node, old: Node, new: Node) -> Node:
    """Return the tree with one node, known by its identity, exchanged."""
    if node is old:
        return new
    match node:
        case Array(items=items):
            return replace(node, items=tuple(exchanged(each, old, new) for each in items))
        case Object(members=members):
            return replace(
                node,
                members=tuple(
                    replace(
                        each,
                        key=new if each.key is old and isinstance(new, Leaf) else each.key,
                        value=exchanged(each.value, old, new),
                    )
                    for each in members
                ),
            )
        case _:
            return node


def _token_at(text: str, offset: int) -> Token:
    match text[offset]:
        case "{" | "}" | "[" | "]" | "," | ":" as mark:
            return Token(mark, offset, offset + 1)
        case '"':
            return Token("text", offset, _text_end(text, offset))
        case "/" if text.startswith("//", offset):
            return Token("comment", offset, line_end(text, offset))
        case "/" if text.startswith("/*", offset) and "*/" in text[offset + 2 :]:
            return Token("comment", offset, text.index("*/", offset + 2) + 2)
    end = offset
    while end < len(text) and (text[end].isalnum() or text[end] in "+-."):
        end += 1
    if end == offset:
        raise Refused(f"does not parse: {text[offset]!r} at {place_name(text, offset)}")
    return Token("word", offset, end)


def _text_end(text: str, offset: int) -> int:
    """Return the offset behind the closing quote of the string that begins at an offset."""
    end = offset + 1
    while (quote := text.find('"', end)) >= 0:
        slash = text.find("\\", end, quote)
        if slash < 0:
            return quote + 1
        end = slash + 2
    raise Refused(f"does not parse: the string at {place_name(text, offset)} has no end")


def _value(text: str, tokens: list[Token], position: int, depth: int) -> tuple[Node, int]:
    """Read the value that begins at one token; return it and the position of the next token."""
    if depth > DEEPEST:
        raise Refused(f"does not parse: nested more than {DEEPEST} deep")
    match (token := tokens[position]).kind:
        case "text" | "word":
            return Leaf(token.start, token.end, text[token.start : token.end]), position + 1
        case "[":
            items: list[Node] = []
            position += 1
            while tokens[position].kind != "]":
                item, position = _value(text, tokens, position, depth + 1)
                items.append(item)
                position = _behind_comma(text, tokens, position, "]")
            return Array(token.start, tokens[position].end, tuple(items)), position + 1
        case "{":
            members: list[Member] = []
            position += 1
            while tokens[position].kind != "}":
                member, position = _member(text, tokens, position, depth)
                members.append(member)
            return Object(token.start, tokens[position].end, tuple(members)), position + 1
        case _:
            raise _unexpected(text, token)


def _member(text: str, tokens: list[Token], position: int, depth: int) -> tuple[Member, int]:
    token = tokens[position]
    if token.kind != "text":
        raise _unexpected(text, token)
    if tokens[position + 1].kind != ":":
        raise _unexpected(text, tokens[position + 1])
    key = Leaf(token.start, token.end, text[token.start : token.end])
    value, position = _value(text, tokens, position + 2, depth + 1)
    behind = _behind_comma(text, tokens, position, "}")
    return Member(key, value, tokens[position].start if behind > position else None), behind


def _behind_comma(text: str, tokens: list[Token], position: int, closing: str) -> int:
    match tokens[position].kind:
        case ",":
            return position + 1
        case kind if kind == closing:
            return position
        case _:
            raise _unexpected(text, tokens[position])


def _unexpected(text: str, token: Token) -> Refused:
    where = place_name(text, token.start)
    if token.kind == "end":
        return Refused(f"does not parse: the text ends too early, at {where}")
    return Refused(f"does not parse: `{text[token.start : token.end][:40]}` stands at {where}")


def _plain(text: str, tokens: list[Token]) -> str:
    """Return the tokens alone, without the commas that nothing follows."""
    return " ".join(
        text[token.start : token.end]
        for token, following in pairwise(tokens)
        if token.kind != "," or following.kind not in ("]", "}")
    )
