"""A configuration as its parser composed it: mappings, sequences and scalars with their places."""

from __future__ import annotations

from typing import NamedTuple

from hpfix.model import Expression, Place, Value
from hpfix.scopes import DATA, DOCUMENT


class Entry(NamedTuple):
    """One key of a mapping with the place of the key and what stands behind it."""

    key: str
    place: Place
    node: Node


class Node(NamedTuple):
    """A node of a document: a scalar's value, a sequence's items or a mapping's entries.

    `merged` are the entries that `<<` brings in: they count for what the mapping is, and stand
    where they are written. `place` is that of the whole node, quotes included.
    """

    value: Value
    items: tuple[Node, ...] = ()
    entries: tuple[Entry, ...] = ()
    merged: tuple[Entry, ...] = ()
    place: Place | None = None

    def at(self, *keys: str) -> Node | None:
        """What stands under a key, under a key of that and so on; of two keys alike, the last."""
        node = self
        for key in keys:
            found = [each.node for each in (*node.merged, *node.entries) if each.key == key]
            if not found:
                return None
            node = found[-1]
        return node

    def text_at(self, *keys: str) -> str | None:
        """The text under some keys, where it is one."""
        node = self.at(*keys)
        literal = None if node is None else node.value.literal
        return literal if isinstance(literal, str) else None


class Document(NamedTuple):
    """One document of a file: its root, and the text of the whole file.

    `is_data`: its keys are references only where something loads it into an object.
    """

    path: str
    text: str
    root: Node
    is_data: bool = False

    @property
    def holder(self) -> Expression:
        """What the keys of the document are looked up in."""
        return Expression(self.path, (DATA if self.is_data else DOCUMENT,))
