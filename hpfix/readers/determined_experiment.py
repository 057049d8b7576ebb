"""An experiment of Determined: its hyperparameters, its searcher and its entry point."""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.documents import Document, Node
from hpfix.facts import Search
from hpfix.model import Declaration, Range, Value
from hpfix.readers.mapping_documents import reads_document
from hpfix.readers.script_names import script_in
from hpfix.readers.search_space import range_of

OWN = frozenset({"global_batch_size"})
"""What the library itself reads."""
KINDS = frozenset({"const", "int", "double", "log", "categorical"})


def is_experiment(document: Document) -> bool:
    """Whether the document has the three parts of an experiment (dialects 2.2)."""
    root = document.root
    parameters, searcher = root.at("hyperparameters"), root.at("searcher")
    return (
        parameters is not None
        and bool(parameters.entries)
        and searcher is not None
        and bool(searcher.entries)
        and root.at("entrypoint") is not None
    )


@reads_document(is_experiment)
def read_experiment(document: Document) -> Iterator[Search]:
    """`hyperparameters: {lr: {type: log, base: 10, minval: -4, maxval: -1}}`"""
    parameters = document.root.at("hyperparameters")
    assert parameters is not None and document.root.place is not None
    script = _script(document.root.at("entrypoint"))
    declared = tuple(_declared(parameters))
    holder = document.holder.then("[hyperparameters]")
    yield Search(document.root.place, "determined", declared, holder, script)


def _declared(parameters: Node) -> Iterator[Declaration]:
    for entry in parameters.entries:
        if entry.key in OWN:
            continue
        kind = entry.node.text_at("type")
        if kind in KINDS:
            yield Declaration(
                entry.key, entry.place, Value("", "unknown", range=_tried(entry.node, kind))
            )
        elif entry.node.entries:
            yield from _declared(entry.node)


def _tried(node: Node, kind: str) -> Range:
    found = range_of(node)
    base, only = node.at("base"), node.at("val")
    power = None if base is None else base.value.literal
    return found._replace(
        type={"int": "int", "double": "float", "log": "float"}.get(kind),
        choices=found.choices if only is None else (only.value,),
        log=kind == "log",
        base=float(power) if kind == "log" and isinstance(power, (int, float)) else None,
        distribution=kind,
        tuner="determined",
    )


def _script(entry: Node | None) -> str | None:
    """`python3 train.py`, the same as a list, or `model_def:DigitsTrial`."""
    assert entry is not None
    texts = [each.value.literal for each in (entry, *entry.items)]
    words = [word for text in texts if isinstance(text, str) for word in text.split()]
    script = script_in(words)
    if script is None and len(words) == 1 and ":" in words[0]:
        return words[0].partition(":")[0]
    return script
