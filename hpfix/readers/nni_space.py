"""The search space of an NNI experiment, and the configuration that says which program tries it."""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.documents import Document, Node
from hpfix.facts import Launch, Search
from hpfix.model import Declaration, Expression, Range, Value
from hpfix.readers.mapping_documents import reads_document
from hpfix.readers.script_names import script_in
from hpfix.scopes import LOADED, NEXT_PARAMETER

WORDS = frozenset({"_type", "_value"})
CHOICE = "choice"
TYPES = frozenset(
    "choice randint uniform quniform loguniform qloguniform normal qnormal lognormal "
    "qlognormal".split()
)
"""What NNI itself knows (dialects 3); a tuner of the project's own may take others."""
INLINE = "searchSpace"
FILES = ("searchSpaceFile", "searchSpacePath")


def is_space(document: Document) -> bool:
    """Whether every key has a `_type` and a `_value` (dialects 2.2)."""
    return _is_space(document.root)


def is_experiment(document: Document) -> bool:
    """Whether the document says what to try and with which command."""
    root = document.root
    is_searched = any(root.at(each) is not None for each in (INLINE, *FILES))
    return is_searched and _command(root) is not None


@reads_document(is_space)
def read_space(document: Document) -> Iterator[Search]:
    """`{"lr": {"_type": "loguniform", "_value": [0.0001, 0.1]}}`"""
    yield _search(document.path, document.root, document.holder, None)


@reads_document(is_experiment)
def read_experiment(document: Document) -> Iterator[Search | Launch]:
    """`trialCommand: python3 main.py`, `searchSpaceFile: search_space.json`"""
    root = document.root
    script = script_in((_command(root) or "").split())
    inline = root.at(INLINE)
    if inline is not None and _is_space(inline):
        holder = document.holder.then(f"[{INLINE}]")
        yield _search(document.path, inline, holder, script)
    named = next((text for each in FILES if (text := root.text_at(each))), None)
    if named is not None and script is not None and root.place is not None:
        space = Expression(document.path, (f"file:{named}", LOADED))
        yield Launch(root.place, space, script=script)


def _is_space(node: Node) -> bool:
    return bool(node.entries) and all(
        {one.key for one in each.node.entries} == WORDS for each in node.entries
    )


def _command(root: Node) -> str | None:
    return root.text_at("trialCommand") or root.text_at("trial", "command")


def _search(path: str, node: Node, holder: Expression, script: str | None) -> Search:
    assert node.place is not None
    declared = tuple(
        Declaration(each.key, each.place, Value("", "unknown", range=_tried(each.node)))
        for each in node.entries
    )
    values = Expression(path, (NEXT_PARAMETER,))
    return Search(node.place, "nni", declared, holder, script, values)


def _tried(node: Node) -> Range:
    name, listed = node.text_at("_type") or "", node.at("_value")
    values = () if listed is None else tuple(each.value for each in listed.items)
    if name not in TYPES:  # of a tuner of the project's own: it knows what they are
        return Range(distribution=name, tuner="nni")
    is_choice = name == CHOICE or len(values) < 2
    return Range(
        type="int" if name == "randint" else None if is_choice else "float",
        low=None if is_choice or "normal" in name else values[0],
        high=None if is_choice or "normal" in name else values[1],
        choices=values if is_choice else (),
        log="loguniform" in name,
        distribution=name,
        tuner="nni",
        is_empty=name == CHOICE and listed is not None and not values,
    )
