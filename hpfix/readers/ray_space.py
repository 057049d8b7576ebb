"""A search space for Ray Tune in YAML: `lr: {strategy: loguniform, values: [1.0e-5, 0.1]}`."""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.documents import Document, Node
from hpfix.facts import Search
from hpfix.model import Declaration, Range, Value
from hpfix.readers.mapping_documents import reads_document

SETTINGS = "tune_config"
"""What says how to search."""
WORDS = frozenset({"strategy", "values"})
CHOICES = frozenset({"choice", "grid", "grid_search"})


def is_space(document: Document) -> bool:
    """Whether every key but that of the settings says with what strategy to try which values."""
    entries = [each for each in document.root.entries if each.key != SETTINGS]
    return bool(entries) and all(_words_of(each.node) == WORDS for each in entries)


@reads_document(is_space)
def read_space(document: Document) -> Iterator[Search]:
    """One search over all of its keys; what it is given to is named on a command line alone."""
    declared = tuple(
        Declaration(each.key, each.place, Value("", "unknown", range=_tried(each.node)))
        for each in document.root.entries
        if each.key != SETTINGS
    )
    assert document.root.place is not None
    yield Search(document.root.place, "ray", declared, document.holder)


def _words_of(node: Node) -> frozenset[str]:
    return frozenset(each.key for each in (*node.entries, *node.merged))


def _tried(node: Node) -> Range:
    name, listed = node.text_at("strategy") or "", node.at("values")
    values = () if listed is None else tuple(each.value for each in listed.items)
    is_choice = name in CHOICES or len(values) < 2
    return Range(
        type="int" if "int" in name else None if is_choice else "float",
        low=None if is_choice else values[0],
        high=None if is_choice else values[1],
        choices=values if is_choice else (),
        log="log" in name,
        distribution=name,
        tuner="ray",
        is_empty=listed is not None and listed.value.type == "list" and not values,
    )
