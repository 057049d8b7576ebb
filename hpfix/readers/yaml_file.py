"""A YAML file, composed by libyaml."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from hpfix.documents import Document, Entry, Node
from hpfix.facts import Facts
from hpfix.model import Place, Value
from hpfix.positions import BOM, line_starts, position_of
from hpfix.readers.mapping_documents import read_documents

TAGS = {
    "tag:yaml.org,2002:int": "int",
    "tag:yaml.org,2002:float": "float",
    "tag:yaml.org,2002:bool": "bool",
    "tag:yaml.org,2002:null": "none",
    "tag:yaml.org,2002:str": "str",
}
UNTOLD = Value("", "unknown")
MERGE = "tag:yaml.org,2002:merge"


def read_yaml(path: str, text: str) -> Facts:
    """What every document declares and refers to. Raises ValueError when it does not parse."""
    return read_documents(tuple(documents(path, text)))


def documents(path: str, text: str) -> Iterator[Document]:
    """The documents of a text. Raises SyntaxError or ValueError where it does not parse."""
    import yaml

    starts, shift = line_starts(text), int(text.startswith(BOM))
    loader = yaml.CSafeLoader(text.removeprefix(BOM))
    try:
        while loader.check_node():
            document = loader.get_node()
            yield Document(path, text, _Reading(path, starts, shift).node(document))
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
                value = scalar(source, TAGS.get(tag, "unknown"), quoted=bool(style))
                place = self._place(composed)
                is_number = value.type == "float" and TAGS[tag] == "str"
                # of JSON, which is read as YAML, all loaders read numbers alike
                if is_number and not self._path.endswith(".json"):
                    value = value._replace(as_text=place)
                return Node(value, place=place)
            case yaml.SequenceNode(tag="tag:yaml.org,2002:seq", value=items):
                nodes = tuple(self.node(each) for each in items)
                literals = tuple(each.value.literal for each in nodes)
                flat = all(each.value.type in TAGS.values() for each in nodes)
                value = Value("", "list", literals if flat else None)  # type: ignore[arg-type]
                return Node(value, items=nodes, place=self._place(composed))
            case yaml.MappingNode(value=pairs):
                entries = tuple(
                    Entry(key.value, self._place(key), self.node(value))
                    for key, value in pairs
                    if isinstance(key, yaml.ScalarNode) and key.tag != MERGE
                )
                merged: dict[str, Entry] = {}
                for key, value in pairs:
                    if isinstance(key, yaml.ScalarNode) and key.tag == MERGE:
                        for node in (self.node(value), *self.node(value).items):
                            merged = {**_own(node), **merged}
                place = self._place(composed)
                brought = tuple(merged.values())
                return Node(Value("", "mapping"), entries=entries, merged=brought, place=place)
        return Node(Value("", "unknown"))

    def _place(self, node: object) -> Place:
        start = node.start_mark.index + self._shift  # type: ignore[attr-defined]
        end = node.end_mark.index + self._shift  # type: ignore[attr-defined]
        return Place(self._path, *position_of(self._starts, start), *position_of(self._starts, end))


def _own(node: Node) -> dict[str, Entry]:
    """What a mapping has under each key, once: mappings that bring in one another double what they
    bring in with every step. Of what is brought in, the first counts (YAML 1.1, merge key)."""
    return {each.key: each for each in (*node.merged, *node.entries)}


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
