"""The stages of a DVC pipeline name the parameters that they depend on, `params: [train.lr]`, and
those that are put into them: `cmd: python train.py --lr ${train.lr}`.

A name that the file of parameters has not stops `dvc repro` (dvc/dependency/param.py and
dvc/parsing/context.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.documents import Document, Node
from hpfix.model import Expression, Reference
from hpfix.positions import Places
from hpfix.readers.interpolations import BEGIN, paths_in, references_along, texts_in
from hpfix.readers.mapping_documents import reads_document
from hpfix.scopes import LOADED

FILE = "params.yaml"
"""Where the parameters are that no other file is named for."""
COMPUTED = (BEGIN, "*")
PIPELINE = "dvc.yaml"
"""DVC's own name of the file; elsewhere `${name}` may be a shell's."""
OF_LOOP = frozenset({"item", "key"})
"""What `foreach` and `matrix` call the thing that a stage is made for."""


def is_pipeline(document: Document) -> bool:
    """Whether the document has stages of commands, and one names parameters."""
    return any(True for _ in _lists(document.root)) or bool(_templates(document))


@reads_document(is_pipeline)
def read_stages(document: Document) -> Iterator[Reference]:
    """`params: [train.lr, other.yaml: [seed]]`"""
    for node in _lists(document.root):
        for item in node.items:
            yield from _named(item, FILE, document.path)
            for entry in item.entries:
                for inner in entry.node.items:
                    yield from _named(inner, entry.key, document.path)
    yield from _put_in(document)


def _put_in(document: Document) -> Iterator[Reference]:
    """`cmd: python train.py --lr ${train.lr}`, where nothing but `params.yaml` may have it."""
    places = Places(document.path, document.text)
    own = _variables(document.root)
    for stage in _templates(document):
        known = None if own is None else _variables(stage)
        if own is None or known is None:
            continue
        for text, _ in texts_in(stage, ("",)):
            for path in paths_in(document.text, text):
                first = path.names[0][1]
                if not path.dots and first not in own | known | OF_LOOP:
                    root = Expression(document.path, (f"file:{FILE}", LOADED))
                    yield from references_along(path, root, places)


def _templates(document: Document) -> tuple[Node, ...]:
    """The stages of a pipeline into which something may be put."""
    if document.path.rpartition("/")[2] != PIPELINE or BEGIN not in document.text:
        return ()
    stages = document.root.at("stages")
    every = () if stages is None else stages.entries
    return tuple(each.node for each in every if _stage(each.node).at("cmd") is not None)


def _variables(node: Node) -> frozenset[str] | None:
    """What `vars:` gives itself; None where it names a file besides that of the parameters."""
    listed = node.at("vars") or _stage(node).at("vars")
    items = () if listed is None else listed.items
    if any(not each.entries and each.value.literal != FILE for each in items):
        return None
    return frozenset(entry.key for each in items for entry in each.entries)


def _stage(node: Node) -> Node:
    return node.at("do") or node


def _lists(root: Node) -> Iterator[Node]:
    stages = root.at("stages")
    for entry in () if stages is None else stages.entries:
        stage = _stage(entry.node)
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
