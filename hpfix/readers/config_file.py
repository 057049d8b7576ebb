"""A configuration file as a declaration: what a program loads from it are its hyperparameters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hpfix.model import Declaration, Expression, Schema
from hpfix.readers.search_space import vocabulary_of
from hpfix.scopes import FILE

if TYPE_CHECKING:
    from hpfix.documents import Node

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
    declarations = tuple(Declaration(each.key, each.place, each.node.value) for each in entries)
    first = declarations[0].place
    place = first._replace(end_line=first.line, end_column=first.column)
    yield Schema(name, place, "config file", declarations, holder)
    for each in entries:
        if each.node.entries:
            inner = holder.then(f"[{each.key}]")
            yield from _schemas(f"{name}:{each.key}", (each.node,), inner, depth + 1)
