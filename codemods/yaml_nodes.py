"""A YAML text as trees of nodes with their offsets; equal trees say the same, wherever it stands.

The trees are made of ruamel.yaml's events: an alias stays a leaf, so nothing is ever expanded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from io import StringIO

from ruamel.yaml import YAML, events
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver

from codemods.splices import Refused

DEEPEST = 60
STRING = "tag:yaml.org,2002:str"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar; `start` is that of its anchor or tag, if it has one. `style` is "" when plain."""

    start: int = field(compare=False)
    end: int = field(compare=False)
    value: str
    style: str
    tag: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    start: int = field(compare=False)
    end: int = field(compare=False)
    anchor: str


@dataclass(frozen=True, slots=True)
class Sequence:
    start: int = field(compare=False)
    end: int = field(compare=False)
    items: tuple[Node, ...]
    flow: bool
    tag: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping with its entries as they are written, equal keys and `<<` included."""

    start: int = field(compare=False)
    end: int = field(compare=False)
    entries: tuple[Entry, ...]
    flow: bool
    tag: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    key: Node
    value: Node


Node = Scalar | Alias | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Document:
    """One document; `marks` says which directives and markers it is written with."""

    root: Node
    marks: str


# what an edit was verified with is what the next edit of the file begins with
@lru_cache(maxsize=2)
def read(text: str) -> tuple[Document, ...]:
    """Read every document of a text, byte-order mark and all; Refused when it does not parse."""
    try:
        return tuple(_documents(YAML(typ="safe", pure=True).parse(_without_tabs(text))))
    # ruamel.yaml lets through what `chr` says to an escape such as "\\UFFFFFFFF"
    except (YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise Refused(f"does not parse: {_reason(error)}") from error


def is_text(value: str) -> bool:
    """True when a plain scalar of this value is a string to YAML 1.1 and to YAML 1.2."""
    return all(
        str(VersionedResolver(version).resolve(ScalarNode, value, (True, False))) == STRING
        for version in ((1, 1), (1, 2))
    )


def nodes_of(*trees: Document | Node) -> Iterator[Node]:
    """Yield every node of some trees in the order in which they are written."""
    waiting = [each.root if isinstance(each, Document) else each for each in reversed(trees)]
    while waiting:
        yield (node := waiting.pop())
        waiting += children_of(node)[::-1]


def children_of(node: Node) -> tuple[Node, ...]:
    """Return the items of a sequence; the keys and values of a mapping, in turn."""
    match node:
        case Sequence(items=items):
            return items
        case Mapping(entries=entries):
            return tuple(child for entry in entries for child in (entry.key, entry.value))
        case _:
            return ()


def exchanged(documents: tuple[Document, ...], old: Node, new: Node) -> tuple[Document, ...]:
    """Return the documents with one node, known by its identity, exchanged."""
    return tuple(replace(each, root=_exchanged(each.root, old, new)) for each in documents)


def _exchanged(node: Node, old: Node, new: Node) -> Node:
    if node is old:
        return new
    match node:
        case Sequence(items=items):
            return replace(node, items=tuple(_exchanged(item, old, new) for item in items))
        case Mapping(entries=entries):
            return replace(
                node,
                entries=tuple(
                    Entry(_exchanged(entry.key, old, new), _exchanged(entry.value, old, new))
                    for entry in entries
                ),
            )
        case _:
            return node


def _without_tabs(text: str) -> str:
    """Return the text with spaces for the tabs that do not indent: `lr: 0.1<tab># step`.

    ruamel.yaml takes no tab between tokens outside flow collections, YAML does. Offsets stay, and
    trees are compared that were all read so.
    """
    if "\t" not in text:
        return text
    lines: list[str] = []
    for line in StringIO(text, newline=""):
        body = line.lstrip(" \t")
        lines += line[: len(line) - len(body)], body.replace("\t", " ")
    return "".join(lines)


def _documents(stream: Iterator[events.Event]) -> Iterator[Document]:
    """Build the trees without recursion, from the leaves up."""
    marks = ""
    opened: list[tuple[events.CollectionStartEvent, list[Node]]] = []
    done: list[Node] = []
    for event in stream:
        match event:
            case events.DocumentStartEvent():
                marks = f"{event.explicit} {event.version} {event.tags}"
            case events.DocumentEndEvent():
                yield Document(done.pop(), f"{marks} {event.explicit}")
            case events.CollectionStartEvent():
                opened.append((event, done))
                done = []
                if len(opened) > DEEPEST:
                    raise Refused(f"does not parse: nested more than {DEEPEST} deep")
            case events.CollectionEndEvent():
                start, above = opened.pop()
                above.append(_collection(start, event, done))
                done = above
            case events.ScalarEvent():
                span = event.start_mark.index, event.end_mark.index
                done.append(
                    Scalar(*span, event.value, event.style or "", _tag(event), event.anchor)
                )
            case events.AliasEvent():
                done.append(Alias(event.start_mark.index, event.end_mark.index, event.anchor))


def _collection(
    start: events.CollectionStartEvent, end: events.Event, children: list[Node]
) -> Node:
    span = start.start_mark.index, end.end_mark.index
    flow = bool(start.flow_style)
    if isinstance(start, events.SequenceStartEvent):
        return Sequence(*span, tuple(children), flow, _tag(start), start.anchor)
    pairs = zip(children[::2], children[1::2], strict=True)
    entries = tuple(Entry(key, value) for key, value in pairs)
    return Mapping(*span, entries, flow, _tag(start), start.anchor)


def _tag(event: events.CollectionStartEvent | events.ScalarEvent) -> str | None:
    return None if event.ctag is None else str(event.ctag)


def _reason(error: Exception) -> str:
    match error:
        case MarkedYAMLError(problem=str(problem), problem_mark=mark) if mark is not None:
            return f"{problem} at line {mark.line + 1}"
        case RecursionError():
            return "nested too deeply"
        case _:
            return str(error).partition("\n")[0]
