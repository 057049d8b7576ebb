"""Which node stands at a place of a YAML text, and whether anything else refers to it."""

from __future__ import annotations

from codemods.names import shown
from codemods.splices import Refused, place_name
from codemods.yaml_layout import content_start, is_empty
from codemods.yaml_nodes import Alias, Document, Entry, Mapping, Node, Scalar, Sequence, nodes_of

Documents = tuple[Document, ...]


def entry_at(text: str, documents: Documents, offset: int, key: str) -> tuple[Mapping, Entry]:
    """Return the entry whose key begins at an offset, and its mapping.

    Refused when another key stands there, or none.
    """
    where = place_name(text, offset)
    for mapping in nodes_of(*documents):
        if not isinstance(mapping, Mapping):
            continue
        for entry in mapping.entries:
            if offset not in (entry.key.start, content_start(text, entry.key)):
                continue
            if is_empty(entry.key):
                raise Refused(f"an empty key stands at {where}, not `{key}`")
            if isinstance(entry.key, Scalar) and entry.key.value == key:
                return mapping, entry
            spelled = shown(text[offset : entry.key.end])
            raise Refused(f"{spelled} stands at {where}, not `{key}`")
    raise Refused(f"no key stands at {where}")


def scalar_at(text: str, documents: Documents, offset: int, name: str) -> Scalar:
    """Return the scalar that spells a name at an offset, somewhere in it; else Refused."""
    end = offset + len(name)
    if name and text[offset:end] == name:
        for node in nodes_of(*documents):
            if isinstance(node, Scalar) and content_start(text, node) <= offset and end <= node.end:
                return node
    raise Refused(f"no scalar spells `{name}` at {place_name(text, offset)}")


def own_scalar(documents: Documents, node: Node, key: str) -> Scalar:
    """Return the node if it is a scalar that nothing else refers to; else Refused."""
    match node:
        case Alias(anchor=anchor):
            raise Refused(f"`{key}` is an alias of `{anchor}`, which other places share")
        case Scalar(anchor=str(anchor)) if _aliases(documents, anchor):
            raise Refused(f"`{key}` is anchored as `{anchor}`, which other places share")
        case Scalar():
            return node
        case _:
            raise Refused(f"`{key}` is a {type(node).__name__.lower()}, not a scalar")


def check_unshared(documents: Documents, entry: Entry, key: str) -> None:
    """Refuse an entry that holds an anchor which is used outside it."""
    within = list(nodes_of(entry.key, entry.value))
    for node in within:
        if isinstance(node, Alias) or node.anchor is None:
            continue
        inside = sum(isinstance(each, Alias) and each.anchor == node.anchor for each in within)
        if _aliases(documents, node.anchor) > inside:
            raise Refused(f"`{key}` holds the anchor `{node.anchor}`, which other places share")


def check_free(text: str, documents: Documents, mapping: Mapping, key: str) -> None:
    """Refuse a key that a mapping has, or that `<<` brings together with it somewhere."""
    if _has(mapping, key):
        raise Refused(f"already has key `{key}`")
    anchored = {
        node.anchor: node
        for node in nodes_of(*documents)
        if isinstance(node, Mapping) and node.anchor
    }
    for other in nodes_of(*documents):
        if not isinstance(other, Mapping) or not (other is mapping or _merged(other, anchored)):
            continue
        together = _closure(other, anchored)
        if any(each is mapping for each in together) and any(_has(each, key) for each in together):
            where = place_name(text, other.start)
            raise Refused(f"`<<` brings another `{key}` into the mapping at {where}")


def _has(mapping: Mapping, key: str) -> bool:
    return any(isinstance(each.key, Scalar) and each.key.value == key for each in mapping.entries)


def _closure(mapping: Mapping, anchored: dict[str, Mapping]) -> list[Mapping]:
    """Return a mapping and all that it merges, each once."""
    together = [mapping]
    for each in together:
        together += [
            other
            for other in _merged(each, anchored)
            if not any(other is known for known in together)
        ]
    return together


def _merged(mapping: Mapping, anchored: dict[str, Mapping]) -> list[Mapping]:
    """Return what a mapping merges itself: `<<: *a`, `<<: [*a, *b]`, `<<: {lr: 1}`."""
    found: list[Mapping] = []
    for entry in mapping.entries:
        if isinstance(entry.key, Scalar) and entry.key.value == "<<" and entry.key.style == "":
            values = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
            for each in values:
                node = anchored.get(each.anchor) if isinstance(each, Alias) else each
                found += [node] if isinstance(node, Mapping) else []
    return found


def _aliases(documents: Documents, anchor: str) -> int:
    """Return how many aliases of an anchor there are; documents apart are not kept apart."""
    return sum(isinstance(node, Alias) and node.anchor == anchor for node in nodes_of(*documents))
