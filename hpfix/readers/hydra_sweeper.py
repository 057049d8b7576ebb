"""What Hydra's sweeper tries: `hydra: {sweeper: {params: {model.lr: interval(0.001, 0.1)}}}`.

The grammar of the values is that of overrides, of which a sweeper knows some functions
(hydra/grammar/*.g4, dialects 3).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hpfix.model import Expression, Range, Reference, Value
from hpfix.readers.python_expressions import value_of

if TYPE_CHECKING:
    from hpfix.documents import Document, Entry, Node

PATHS = (("hydra", "sweeper", "params"), ("hydra.sweeper.params",))
PREFIXES = ("+", "~", "hydra.")
"""What begins so adds a key, takes one away, or is for Hydra itself."""
OTHER = frozenset("/@:")
"""What has one of these chooses a file."""


def swept(document: Document) -> Iterator[Reference]:
    """Each parameter as a reference to the configuration that is composed with this file."""
    for path in PATHS:
        node = document.root.at(*path)
        for entry in () if node is None else node.entries:
            if not entry.key.startswith(PREFIXES) and OTHER.isdisjoint(entry.key):
                yield from _reference(entry, document.path)


def _reference(entry: Entry, path: str) -> Iterator[Reference]:
    *outer, name = entry.key.split(".")
    tried = _tried(entry.node)
    is_number = any(each.type in ("int", "float") for each in (*tried.choices, tried.low) if each)
    if outer or is_number:  # `optimizer: choice(sgd, adam)` chooses a file
        receiver = Expression(path, (f"composed:{path}", *(f"[{each}]" for each in outer)))
        yield Reference(name, entry.place, "search space", "tune", receiver, range=tried)


def _tried(node: Node) -> Range:
    """`choice(16, 32)`, `interval(0.0, 1.0)`, `tag(log, interval(1e-5, 1e-1))`, `16, 32`"""
    text = node.value.literal
    if not isinstance(text, str):
        return Range(choices=(node.value,), tuner="hydra")
    try:
        found = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError):
        return Range(tuner="hydra")
    return _range(found, text.strip(), log=False)


def _range(node: ast.expr, text: str, *, log: bool) -> Range:
    match node:
        case ast.Call(func=ast.Name("tag"), args=[*tags, inner]):
            is_log = any(isinstance(each, ast.Name) and each.id == "log" for each in tags)
            return _range(inner, text, log=is_log)
        case ast.Call(func=ast.Name("interval" | "range" as name), args=[low, high, *_]):
            return Range(
                type="int" if name == "range" else "float",
                low=_value(low, text),
                high=_value(high, text),
                log=log,
                distribution=name,
                tuner="hydra",
            )
        case ast.Call(func=ast.Name("choice"), args=values) | ast.Tuple(elts=values):
            return Range(choices=tuple(_value(each, text) for each in values), tuner="hydra")
    return Range(choices=(_value(node, text),), tuner="hydra")


def _value(node: ast.expr, text: str) -> Value:
    source = ast.get_source_segment(text, node) or ""
    return Value(source, "str", source) if isinstance(node, ast.Name) else value_of(node, source)
