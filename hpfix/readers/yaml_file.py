"""A YAML file: composed by libyaml, every mapping shown to the readers of mappings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isfinite
from typing import NamedTuple, TypeVar

from hpfix.model import Addition, Expression, Facts, Flow, Inclusion, Place, Reference, Scope, Value
from hpfix.positions import BOM, line_starts, position_of
from hpfix.readers.config_bases import bases
from hpfix.readers.config_file import config_schemas
from hpfix.readers.hydra_defaults import DEFAULTS, composition
from hpfix.readers.search_space import range_of, vocabulary_of
from hpfix.scopes import ELEMENTS, LOADED

T = TypeVar("T")
TAGS = {
    "tag:yaml.org,2002:int": "int",
    "tag:yaml.org,2002:float": "float",
    "tag:yaml.org,2002:bool": "bool",
    "tag:yaml.org,2002:null": "none",
    "tag:yaml.org,2002:str": "str",
}
DOCUMENT = "<document>"
LONGEST = 100_000
"""A longer JSON file is data."""
UNTOLD = Value("", "unknown")
MERGE = "tag:yaml.org,2002:merge"
DECLARATION_FILE = "hparams_path"
"""A key whose value is the path of the file that declares what the search space names."""


class Entry(NamedTuple):
    """One key of a mapping with the place of the key and what stands behind it."""

    key: str
    place: Place
    node: Node


class Node(NamedTuple):
    """A YAML node: a scalar's value, a sequence's items or a mapping's entries.

    `merged` are the entries that `<<` brings in: they count for what the mapping is, and stand
    where they are written.
    """

    value: Value
    items: tuple[Node, ...] = ()
    entries: tuple[Entry, ...] = ()
    merged: tuple[Entry, ...] = ()


def read_yaml(path: str, text: str) -> Facts:
    """What every mapping declares and refers to. Raises ValueError when it does not parse."""
    references: list[Reference] = []
    flows: list[Flow] = []
    composed: list[Flow | Addition | Inclusion] = []
    documents = tuple(_documents(path, text))
    for document in documents:
        declared_in = _declaration_file(document)
        composed += composition(path, text, document)
        composed += bases(path, document)
        for reference in _references(document, Expression(path, (DOCUMENT,)), set()):
            references.append(reference)
            if declared_in and reference.mode == "tune":
                source = Expression(path, (f"file:{declared_in}", LOADED))
                flows.append(Flow(reference.receiver, source))
    scopes = (Scope(path, "module", frozenset()),)
    return Facts(
        schemas=config_schemas(path, documents),
        references=tuple(references),
        flows=tuple(
            dict.fromkeys([*flows, *(each for each in composed if isinstance(each, Flow))])
        ),
        additions=_only(Addition, composed),
        inclusions=_only(Inclusion, composed),
        scopes=scopes,
    )


def _only(kind: type[T], facts: Iterable[object]) -> tuple[T, ...]:
    return tuple(each for each in facts if isinstance(each, kind))


def read_json(path: str, text: str) -> Facts:
    """What a JSON object declares; nothing where the file is no configuration.

    JSON is read as the YAML that it is, for the marks; a tab can only stand between its tokens.
    """
    import json

    try:
        if len(text) > LONGEST or not isinstance(json.loads(text.removeprefix(BOM)), dict):
            return Facts()
        documents = tuple(_documents(path, text.replace("\t", " ")))
    except (ValueError, RecursionError):
        return Facts()
    scopes = (Scope(path, "module", frozenset()),)
    inclusions = tuple(each for one in documents for each in bases(path, one))
    return Facts(schemas=config_schemas(path, documents), inclusions=inclusions, scopes=scopes)


def _documents(path: str, text: str) -> Iterator[Node]:
    import yaml

    starts, shift = line_starts(text), int(text.startswith(BOM))
    loader = yaml.CSafeLoader(text.removeprefix(BOM))
    try:
        while loader.check_node():
            document = loader.get_node()
            yield _Reading(path, starts, shift).node(document)
    except yaml.MarkedYAMLError as error:
        line = 0 if error.problem_mark is None else error.problem_mark.line
        raise SyntaxError(error.problem or "invalid YAML", (path, line + 1, 0, "")) from None
    except (yaml.YAMLError, UnboundLocalError) as error:
        # libyaml's binding loses its own error when a file is nested too deeply
        raise ValueError(str(error).split("\n")[0]) from None
    finally:
        loader.dispose()


class _Reading:
    """Composed nodes turned into ours; an aliased node is turned once, however often it stands."""

    def __init__(self, path: str, starts: list[int], shift: int) -> None:
        self._path, self._starts, self._shift = path, starts, shift
        self._known: dict[int, Node] = {}

    def node(self, composed: object) -> Node:
        known = self._known.get(id(composed))
        if known is None:
            # a node that holds itself is, inside of itself, one that nothing is known of
            self._known[id(composed)] = Node(Value("", "unknown"))
            known = self._known[id(composed)] = self._turned(composed)
        return known

    def _turned(self, composed: object) -> Node:
        import yaml

        match composed:
            case yaml.ScalarNode(tag=tag, value=source, style=style):
                return Node(scalar(source, TAGS.get(tag, "unknown"), quoted=bool(style)))
            case yaml.SequenceNode(tag="tag:yaml.org,2002:seq", value=items):
                nodes = tuple(self.node(each) for each in items)
                literals = tuple(each.value.literal for each in nodes)
                flat = all(each.value.type in TAGS.values() for each in nodes)
                value = Value("", "list", literals if flat else None)  # type: ignore[arg-type]
                return Node(value, items=nodes)
            case yaml.MappingNode(value=pairs):
                entries = tuple(
                    Entry(key.value, self._place(key), self.node(value))
                    for key, value in pairs
                    if isinstance(key, yaml.ScalarNode) and key.tag != MERGE
                )
                merged = tuple(
                    entry
                    for key, value in pairs
                    if isinstance(key, yaml.ScalarNode) and key.tag == MERGE
                    for node in (self.node(value), *self.node(value).items)
                    for entry in (*node.entries, *node.merged)
                )
                return Node(Value("", "mapping"), entries=entries, merged=merged)
        return Node(Value("", "unknown"))

    def _place(self, key: object) -> Place:
        start = key.start_mark.index + self._shift  # type: ignore[attr-defined]
        end = key.end_mark.index + self._shift  # type: ignore[attr-defined]
        return Place(self._path, *position_of(self._starts, start), *position_of(self._starts, end))


def scalar(source: str, kind: str, *, quoted: bool) -> Value:
    """A YAML scalar's value; a number that PyYAML reads as text (`1e-3`) is a number here too."""
    if kind == "unknown":
        return Value(source, "unknown")
    if quoted:
        return Value(source, "str", source)
    try:
        match kind:
            case "int":
                return Value(source, "int", int(source.replace("_", ""), 0))
            case "float" | "str":
                number = float(source.replace("_", ""))
                return Value(source, "float", number) if isfinite(number) else UNTOLD
            case "bool":
                return Value(source, "bool", source.lower() in ("true", "yes", "on"))
    except ValueError:
        if kind != "str":
            return Value(source, "unknown")
    return Value(source, "none") if kind == "none" else Value(source, "str", source)


def _declaration_file(document: Node) -> str | None:
    for entry in document.entries:
        if entry.key == DECLARATION_FILE and isinstance(entry.node.value.literal, str):
            return entry.node.value.literal
    return None


def _references(node: Node, receiver: Expression, seen: set[int]) -> Iterator[Reference]:
    """The keys of this mapping and of those below it, each with its mapping as the receiver.

    A node that aliases repeat is read once, where it stands.
    """
    if id(node) in seen:
        return
    seen.add(id(node))
    for item in node.items:
        yield from _references(item, receiver.then(ELEMENTS), seen)
    is_space = vocabulary_of(node)
    for entry in node.entries:
        if entry.key == DEFAULTS and entry.node.items:
            continue
        if is_space:
            tried = range_of(entry.node)
            yield Reference(entry.key, entry.place, "search space", "tune", receiver, range=tried)
        else:
            value = entry.node.value
            yield Reference(entry.key, entry.place, "YAML key", "override", receiver, value=value)
            yield from _references(entry.node, receiver.then(f"[{entry.key}]"), seen)
