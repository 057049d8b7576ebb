"""The keys of a TOML text: where each is spelled, and its path in what is loaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from codemods.splices import Refused
from codemods.toml_syntax import (
    Array,
    Inline,
    Pair,
    Part,
    Statement,
    Value,
    load,
    statements_of,
)

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One place where a key is spelled: a part of a statement or of a pair in an inline table.

    `path` is where its value stands in what is loaded; `statement` the number of the statement;
    `inline` the table that holds the pair, or None.
    """

    path: Path
    owner: Statement
    index: int
    statement: int
    inline: Inline | None

    @property
    def part(self) -> Part:
        return self.owner.parts[self.index]


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it is written and as it is loaded."""

    data: dict[str, object]
    statements: tuple[Statement, ...]
    keys: tuple[Key, ...]


def read(text: str) -> Document:
    """Read a text, byte-order mark and all; Refused when it does not parse."""
    data = load(text)
    statements = tuple(statements_of(text))
    keys = tuple(_keys(statements))
    if {each.path for each in keys} != set(_paths(data, ())):
        raise Refused("does not parse: its keys are written in a way that is not understood")
    return Document(data, statements, keys)


def _paths(data: object, above: Path) -> Iterator[Path]:
    match data:
        case dict():
            for key, value in data.items():
                yield (*above, key)
                yield from _paths(value, (*above, key))
        case list():
            for index, value in enumerate(data):
                yield from _paths(value, (*above, index))


def _keys(statements: tuple[Statement, ...]) -> Iterator[Key]:
    """Yield the keys in the order in which they are written."""
    elements: Counter[Path] = Counter()  # how many tables an array of tables has so far
    table: Path = ()
    for number, statement in enumerate(statements):
        if isinstance(statement, Pair):
            yield from _pair_keys(statement, table, number, None)
            continue
        table = ()
        for index, part in enumerate(statement.parts):
            table = (*table, part.name)
            yield Key(table, statement, index, number, None)
            if statement.is_array and index == len(statement.parts) - 1:
                elements[table] += 1
            if elements[table]:
                table = (*table, elements[table] - 1)


def _pair_keys(pair: Pair, table: Path, number: int, inline: Inline | None) -> Iterator[Key]:
    path = table
    for index, part in enumerate(pair.parts):
        path = (*path, part.name)
        yield Key(path, pair, index, number, inline)
    yield from _value_keys(pair.value, path, number)


def _value_keys(value: Value, path: Path, number: int) -> Iterator[Key]:
    match value:
        case Array(items=items):
            for index, item in enumerate(items):
                yield from _value_keys(item, (*path, index), number)
        case Inline(pairs=pairs):
            for pair in pairs:
                yield from _pair_keys(pair, path, number, value)
