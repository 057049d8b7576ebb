"""The stages of a DVC pipeline name the parameters that they depend on: `params: [train.lr]`.

A name that the file of parameters has not stops `dvc repro` (dvc/dependency/param.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.documents import Document, Node
from hpfix.model import Expression, Reference
from hpfix.readers.mapping_documents import reads_document
from hpfix.scopes import LOADED

FILE = "params.yaml"
"""Where the parameters are that no other file is named for."""
COMPUTED = ("${", "*")


def is_pipeline(document: Document) -> bool:
    """Whether the document has stages of commands, and one says what it depends on."""
    return any(True for _ in _lists(document.root))


@reads_document(is_pipeline)
def read_stages(document: Document) -> Iterator[Reference]:
    """`params: [train.lr, other.yaml: [seed]]`"""
    for node in _lists(document.root):
        for item in node.items:
            yield from _named(item, FILE, document.path)
            for entry in item.entries:
                for inner in entry.node.items:
                    yield from _named(inner, entry.key, document.path)


def _lists(root: Node) -> Iterator[Node]:
    stages = root.at("stages")
    for entry in () if stages is None else stages.entries:
        stage = entry.node.at("do") or entry.node
        listed = stage.at("params")
        if stage.at("cmd") is not None and listed is not None:
            yield listed


def _named(item: Node, file: str, path: str) -> Iterator[Reference]:
    """One name, as a reference to the place of its last part."""
    name, place = item.value.literal, item.place
    if not isinstance(name, str) or place is None or place.line != place.end_line:
        return
    is_plain = name and place.end_column - place.column in (len(name), len(name) + 2)
    is_file = name.endswith((".yaml", ".yml", ".json", ".toml", ".py"))
    if not is_plain or is_file or any(each in name for each in COMPUTED) or "${" in file:
        return
    *outer, key = name.split(".")
    quote = (place.end_column - place.column - len(name)) // 2
    end = place.end_column - quote
    at = place._replace(column=end - len(key), end_column=end)
    steps = (f"file:{file}", LOADED, *(f"[{each}]" for each in outer))
    if file.endswith((".yaml", ".yml", ".json", ".toml")):
        yield Reference(key, at, "name list", "read", Expression(path, steps))
