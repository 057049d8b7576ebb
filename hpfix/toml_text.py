"""A TOML text, which Python's own reader has accepted, as nodes with places."""

from __future__ import annotations

import tomllib
from typing import NamedTuple

from hpfix.documents import Entry, Node
from hpfix.model import Place, Scalar, Value
from hpfix.positions import BOM, Places

BLANKS = " \t"
SPACES = " \t\r\n"
ENDS = ",]}#\r\n"
TYPES = {bool: "bool", int: "int", float: "float", str: "str"}

Key = tuple[str, Place]


class _Table(NamedTuple):
    """A table that is being filled, by several headers or dotted keys: its keys where each is
    first written, and what stands behind them."""

    keys: dict[str, tuple[Place, Held]]

    def inner(self, key: Key) -> _Table:
        """The table under a key, the last of an array of them; made where there is none."""
        name, place = key
        found: Held = self.keys.setdefault(name, (place, _Table({})))[1]
        if isinstance(found, list):
            last: _Table = found[-1]
            return last
        return found if isinstance(found, _Table) else _Table({})

    def added(self, key: Key) -> _Table:
        """One table more in the array under a key."""
        name, place = key
        tables: Held = self.keys.setdefault(name, (place, []))[1]
        table = _Table({})
        if isinstance(tables, list):
            tables.append(table)
        return table

    def put(self, keys: list[Key], node: Node | _Table) -> None:
        """`a.b = 1`"""
        table = self
        for key in keys[:-1]:
            table = table.inner(key)
        name, place = keys[-1]
        table.keys[name] = place, node

    def node(self) -> Node:
        """What was filled in."""
        entries = (Entry(name, place, _node(held)) for name, (place, held) in self.keys.items())
        return Node(Value("", "mapping"), entries=tuple(entries))


Held = Node | _Table | list[_Table]


def _node(held: Held) -> Node:
    match held:
        case list():
            return Node(Value("", "list"), items=tuple(each.node() for each in held))
        case _Table():
            return held.node()
    return held


def read_nodes(path: str, text: str) -> Node:
    """The root of a text. Raises SyntaxError, ValueError or RecursionError where it is no TOML."""
    try:
        tomllib.loads(text.removeprefix(BOM))
    except tomllib.TOMLDecodeError as error:
        reason, _, place = str(error).partition(" (at line ")
        line = place.partition(",")[0]
        shown = reason[:1].lower() + reason[1:]
        number = int(line) if line.isdigit() else max(text.count("\n"), 1)
        raise SyntaxError(shown, (path, number, 0, "")) from None
    return _Reading(path, text).root()


class _Reading:
    """One text, read from left to right; each method returns where what it read ends."""

    def __init__(self, path: str, text: str) -> None:
        self._text, self._places = text, Places(path, text)

    def root(self) -> Node:
        """All statements, put together."""
        whole = table = _Table({})
        at = self._skip(len(BOM) if self._text.startswith(BOM) else 0)
        while at < len(self._text):
            if self._text[at] != "[":
                at = self._pair(at, table)
            else:
                is_array = self._text.startswith("[[", at)
                keys, at = self._keys(at + 1 + is_array)
                table = whole
                for key in keys[:-1]:
                    table = table.inner(key)
                table = table.added(keys[-1]) if is_array else table.inner(keys[-1])
                at = self._behind("]]" if is_array else "]", at)
            at = self._skip(at)
        return whole.node()

    def _pair(self, at: int, table: _Table) -> int:
        keys, at = self._keys(at)
        node, at = self._value(self._skip(self._behind("=", at)))
        table.put(keys, node)
        return at

    def _keys(self, at: int) -> tuple[list[Key], int]:
        """`a."b c"`, and where it ends."""
        keys: list[Key] = []
        while True:
            at = start = self._skip(at)
            if self._text[at] in "'\"":
                at = self._string_end(at)
                name = str(_literal(self._text[start:at]))
            else:
                while self._text[at].isalnum() or self._text[at] in "-_":
                    at += 1
                name = self._text[start:at]
            keys.append((name, self._places.between(start, at)))
            behind = at + len(self._text[at:]) - len(self._text[at:].lstrip(BLANKS))
            if self._text[behind] != ".":
                return keys, behind
            at = behind + 1

    def _value(self, at: int) -> tuple[Node | _Table, int]:
        text, start = self._text, at
        match text[at]:
            case "[":
                return self._array(at)
            case "{":
                return self._inline(at)
            case "'" | '"':
                at = self._string_end(at)
            case _:
                while at < len(text) and text[at] not in ENDS:
                    at += 1
                at = start + len(text[start:at].rstrip(BLANKS))
        source, place = text[start:at], self._places.between(start, at)
        literal = _literal(source)
        kind = TYPES.get(type(literal), "unknown")
        shown = literal if isinstance(literal, str) else source
        return Node(Value(shown, kind, literal), place=place), at

    def _array(self, at: int) -> tuple[Node, int]:
        start, items = at, []
        at = self._skip(at + 1)
        while self._text[at] != "]":
            held, at = self._value(at)
            items.append(_node(held))
            at = self._skip(at)
            at = self._skip(at + 1) if self._text[at] == "," else at
        flat = all(each.value.type in TYPES.values() for each in items)
        literals = tuple(each.value.literal for each in items) if flat else None
        value = Value("", "list", literals)  # type: ignore[arg-type]
        place = self._places.between(start, at + 1)
        return Node(value, items=tuple(items), place=place), at + 1

    def _inline(self, at: int) -> tuple[_Table, int]:
        """`{a = 1, b.c = 2}`"""
        table = _Table({})
        at = self._skip(at + 1)
        while self._text[at] != "}":
            at = self._skip(self._pair(at, table))
            at = self._skip(at + 1) if self._text[at] == "," else at
        return table, at + 1

    def _string_end(self, at: int) -> int:
        quote = self._text[at]
        mark = quote * 3 if self._text.startswith(quote * 3, at) else quote
        at += len(mark)
        while not self._text.startswith(mark, at):
            at += 2 if quote == '"' and self._text[at] == "\\" else 1
        at += len(mark)
        # """a""""": up to two quotes before the three that end it are its own
        while len(mark) == 3 and self._text.startswith(quote, at):
            at += 1
        return at

    def _behind(self, mark: str, at: int) -> int:
        return self._text.index(mark, at) + len(mark)

    def _skip(self, at: int) -> int:
        """The first character that is no blank, no line break and in no comment."""
        text = self._text
        while at < len(text):
            if text[at] == "#":
                end = text.find("\n", at)
                at = len(text) if end < 0 else end
            elif text[at] in SPACES:
                at += 1
            else:
                break
        return at


def _literal(source: str) -> Scalar:
    """What a value is; None for a date or a time."""
    literal = tomllib.loads(f"x = {source}")["x"]
    return literal if isinstance(literal, (bool, int, float, str)) else None
