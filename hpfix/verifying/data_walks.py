"""The walks through YAML, JSON and TOML: the events of libyaml, and what our own readers read."""

from __future__ import annotations

from collections.abc import Iterator

from hpfix import json_text, toml_text
from hpfix.documents import Node
from hpfix.model import Place
from hpfix.positions import BOM, line_starts, offset_of
from hpfix.verifying.walks import Differs, Step, Walk
from hpfix.verifying.written import comments_of, yaml_comments

KEY = "key"


def yaml_walk(text: str) -> Walk:
    """Every event with its tag, anchor and style. Raises Differs where the text does not parse."""
    import yaml

    shift = int(text.startswith(BOM))
    try:
        events = list(yaml.parse(text.removeprefix(BOM), Loader=yaml.CSafeLoader))
    except (yaml.YAMLError, UnboundLocalError) as error:
        raise Differs("it does not parse") from error
    steps = tuple(_yaml_step(each, shift) for each in events)
    return Walk(steps, tuple(yaml_comments(text, steps)))


def _yaml_step(event: object, shift: int) -> Step:
    import yaml

    span = event.start_mark.index + shift, event.end_mark.index + shift  # type: ignore[attr-defined]
    match event:
        case yaml.ScalarEvent(value=value, style=style, tag=tag, anchor=anchor):
            return Step(f"scalar{style or ''}", value, *span, mark=f"{anchor} {tag}")
        case yaml.AliasEvent(anchor=anchor):
            return Step("alias", str(anchor), *span)
        case yaml.CollectionStartEvent(flow_style=flow, tag=tag, anchor=anchor):
            kind = "mapping" if isinstance(event, yaml.MappingStartEvent) else "sequence"
            return Step(kind, "flow" if flow else "", *span, turn=1, mark=f"{anchor} {tag}")
        case yaml.DocumentStartEvent(explicit=explicit, version=version, tags=tags):
            return Step("document", f"{explicit} {version} {tags}", *span, turn=1)
        case yaml.DocumentEndEvent(explicit=explicit):
            return Step("end", f"document {explicit}", *span, turn=-1)
        case yaml.CollectionEndEvent():
            return Step("end", "", *span, turn=-1)
    return Step("stream", "", *span)


def json_walk(text: str) -> Walk:
    """What a JSON text says, comments and commas too many read over. Raises Differs."""
    try:
        root = json_text.read_nodes("", text)
    except (SyntaxError, ValueError, RecursionError) as error:
        raise Differs("it does not parse") from error
    starts = line_starts(text)
    return Walk(tuple(_node_steps(root, starts)), tuple(comments_of(text, ("//", "/*"), '"')))


def toml_walk(text: str) -> Walk:
    """What a TOML text says, a table that several headers spell as one. Raises Differs."""
    try:
        root = toml_text.read_nodes("", text)
    except (SyntaxError, ValueError, RecursionError) as error:
        raise Differs("it does not parse") from error
    starts = line_starts(text)
    return Walk(tuple(_node_steps(root, starts)), tuple(comments_of(text, ("#",), "'\"")))


def _node_steps(node: Node, starts: list[int]) -> Iterator[Step]:
    span = _span(node.place, starts)
    match node.value.type:
        case "mapping":
            yield Step("mapping", "", *span, turn=1)
            for entry in node.entries:
                yield Step(KEY, entry.key, *_span(entry.place, starts))
                yield from _node_steps(entry.node, starts)
            yield Step("end", "", *span, turn=-1)
        case "list":
            yield Step("sequence", "", *span, turn=1)
            for item in node.items:
                yield from _node_steps(item, starts)
            yield Step("end", "", *span, turn=-1)
        case kind:
            yield Step(f"scalar {kind}", node.value.source, *span)


def _span(place: Place | None, starts: list[int]) -> tuple[int, int]:
    if place is None:
        return 0, 0
    start = offset_of(starts, place.line, place.column)
    return start, offset_of(starts, place.end_line, place.end_column)
