"""`_target_: models.Net`, beside the keywords that the class is called with: objects that a
configuration file has made.

Hydra's and fvcore's `_target_` takes the keys beside it, jsonargparse's `class_path` those under
`init_args`, and the `target` of latent diffusion those under `params`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hpfix.facts import NameLiteral, Spread
from hpfix.model import Expression

if TYPE_CHECKING:
    from hpfix.documents import Document, Entry, Node

TARGET = "_target_"
APART = {"class_path": "init_args", "target": "params"}
"""A key that names what is called, and the key under which its keywords stand."""
OWN = "_"
"""What the keys of the instructions themselves begin and end with: `_partial_`, `_convert_`."""


def made_objects(document: Document) -> Iterator[NameLiteral | Spread]:
    """What each mapping of the document that names a class or a function gives to it."""
    seen: set[int] = set()
    queue = [document.root]
    while queue:
        node = queue.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        queue += (*node.items, *(each.node for each in node.entries))
        called, keywords = call_of(node)
        if called is not None and keywords:
            holder = Expression(document.path, (f"@{keywords[0].place.line}:{_column(keywords)}",))
            named = tuple((each.key, each.place, each.node.value) for each in keywords)
            yield NameLiteral(holder, named, "YAML key")
            yield Spread(Expression(document.path, (f"named:{called}",)), holder)


def _column(keywords: tuple[Entry, ...]) -> int:
    return keywords[0].place.column


def call_of(node: Node) -> tuple[str | None, tuple[Entry, ...]]:
    """The dotted name that a mapping has called, and the keywords; None where it names nothing."""
    if not node.entries:
        return None, ()
    called = _dotted(node, TARGET)
    if called is not None:
        return called, tuple(each for each in _entries(node) if not is_instruction(each.key))
    for word, under in APART.items():
        called = _dotted(node, word)
        inner = None if called is None else node.at(under)
        if inner is not None:
            return called, _entries(inner)
    return None, ()


def is_instruction(key: str) -> bool:
    """`_target_`, `_partial_`, `_recursive_`, `_convert_`, `_args_`"""
    return key.startswith(OWN) and key.endswith(OWN)


def _entries(node: Node) -> tuple[Entry, ...]:
    """The entries; those that `<<` brings in stand elsewhere, and are given as well."""
    own = {each.key for each in node.entries}
    return (*node.entries, *(each for each in node.merged if each.key not in own))


def _dotted(node: Node, word: str) -> str | None:
    """`models.Net`: a name in a module, as an import would have it."""
    text = node.text_at(word)
    parts = () if text is None else text.split(".")
    return text if len(parts) > 1 and all(each.isidentifier() for each in parts) else None
