"""A configuration file as a declaration: what a program loads from it are its hyperparameters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from hpfix.model import Declaration, Expression, Schema
from hpfix.readers.search_space import vocabulary_of
from hpfix.scopes import FILE

if TYPE_CHECKING:
    from hpfix.documents import Entry, Node

LARGEST = 500
"""A mapping of more keys is data, not a configuration."""
DEEPEST = 8


def config_schemas(path: str, documents: tuple[Node, ...]) -> tuple[Schema, ...]:
    """The mapping of the file, those of all its documents together, and every mapping inside.

    Each counts as a declaration only where a program reads it: link.py decides.
    """
    whole = Expression(path, (FILE,))
    return tuple(_schemas(path.rpartition("/")[2], documents, whole, 0))


def _schemas(
    name: str, nodes: tuple[Node, ...], holder: Expression, depth: int
) -> Iterator[Schema]:
    entries = [entry for node in nodes for entry in (*node.entries, *node.merged)]
    is_space = any(vocabulary_of(node) for node in nodes)
    if not 0 < len(entries) <= LARGEST or depth > DEEPEST or is_space:
        return
    declarations = _declared(entries)
    first = declarations[0].place
    place = first._replace(end_line=first.line, end_column=first.column)
    runs = tuple(run for node in nodes for run in _repeated(node))
    yield Schema(name, place, "config file", declarations, holder, repeated=runs)
    for each in entries:
        if each.node.entries:
            inner = holder.then(f"[{each.key}]")
            yield from _schemas(f"{name}:{each.key}", (each.node,), inner, depth + 1)


def _declared(entries: Iterable[Entry]) -> tuple[Declaration, ...]:
    return tuple(Declaration(each.key, each.place, each.node.value) for each in entries)


def _repeated(node: Node) -> Iterator[tuple[Declaration, ...]]:
    """The keys that one mapping has twice; what `<<` brings in is meant to be written over."""
    by_key: dict[str, list[Entry]] = defaultdict(list)
    for each in node.entries:
        by_key[each.key].append(each)
    if len(by_key) < len(node.entries):
        yield from (_declared(run) for run in by_key.values() if len(run) > 1)
