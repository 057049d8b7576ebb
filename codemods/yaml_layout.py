"""Where the nodes of a YAML text and the entries of its mappings begin and end."""

from __future__ import annotations

from codemods.brackets import Bracket, Item
from codemods.splices import Refused, Splice, line_end, line_start, next_line, place_name
from codemods.yaml_nodes import Document, Entry, Mapping, Node, Scalar, Sequence, nodes_of

BLOCK_STYLES = ("|", ">")


def content_start(text: str, node: Node) -> int:
    """Return where a node begins behind its anchor and tag: `&a !!float 0.1`."""
    offset = properties_end(text, node)
    return offset if offset == node.start else min(skip_blanks(text, offset), node.end)


def properties_end(text: str, node: Node) -> int:
    """Return where the anchor and the tag of a node end; its start when it has none."""
    end = offset = node.start
    while offset < node.end and text[offset] in "&!":
        while offset < node.end and not text[offset].isspace():
            offset += 1
        end, offset = offset, skip_blanks(text, offset)
    return end


def node_end(text: str, node: Node) -> int:
    """Return where the last character of a node ends.

    The events end a block collection only where the next node begins.
    """
    match node:
        case Scalar(style=style) if style in BLOCK_STYLES:
            return _block_scalar_end(text, node)
        case Mapping(flow=False, entries=[*_, last]):
            return entry_end(text, last)
        case Sequence(flow=False, items=[*_, last]):
            return node_end(text, last)
        case _:
            return node.end


def entry_end(text: str, entry: Entry) -> int:
    """Return where an entry ends: behind its value, or behind the colon when it has none."""
    if not is_empty(entry.value):
        return node_end(text, entry.value)
    colon = key_end = node_end(text, entry.key)
    while text.startswith((" ", "\t"), colon):
        colon += 1
    return colon + 1 if text.startswith(":", colon) else key_end


def is_empty(node: Node) -> bool:
    """True for the value of `lr:`, which nothing is written for."""
    return isinstance(node, Scalar) and node.start == node.end


def value_span(text: str, mapping: Mapping, entry: Entry, value: Scalar) -> tuple[int, int, str]:
    """Return the span of the scalar that is an entry's value, without its anchor and tag.

    It is empty, behind the colon, when nothing is written; the third is what a value there has to
    begin with. Refused when a comment stands within.
    """
    where = place_name(text, entry.key.start)
    if is_empty(value):
        end = entry_end(text, entry)
        if end == node_end(text, entry.key):
            if mapping.flow:  # {lr, epochs}
                return end, end, ": "
            raise Refused(f"the key at {where} has no colon to put a value behind")
        rest = text[end : line_end(text, end)]
        return (end + 1, end + 1, "") if rest and not rest.strip(" \t") else (end, end, " ")
    start = content_start(text, value)
    if start == value.end:
        raise Refused(f"the key at {where} has an anchor or a tag and no value")
    if value.style in BLOCK_STYLES and "#" in text[start : line_end(text, start)]:
        raise Refused(f"a comment stands in the value of the key at {where}")
    return start, node_end(text, value), ""


def check_closed(text: str, entry: Entry) -> None:
    """Refuse an entry that a line below would change: a block scalar that no line break ends."""
    leaf = _last_leaf(entry.value)
    if not isinstance(leaf, Scalar) or leaf.style not in BLOCK_STYLES or leaf.end < len(text):
        return
    if not text.endswith(("\n", "\r")) and "-" not in _header(text, leaf):
        raise Refused("a block scalar ends the text without a line break")


def entry_start(text: str, entry: Entry) -> int:
    """Return where an entry of a block mapping begins: at its key, or at the `?` before it."""
    start = line_start(text, entry.key.start)
    lead = text[start : entry.key.start].rstrip()
    return start + len(lead) - 1 if lead.endswith("?") else entry.key.start


def column_of(text: str, entry: Entry) -> int:
    """Return the column, from 0, of an entry of a block mapping; Refused when it is unclear."""
    begin = entry_start(text, entry)
    start = line_start(text, begin)
    if set(text[start:begin]) <= {" ", "-"}:
        return begin - start
    raise Refused(f"the entry at {place_name(text, begin)} does not begin with its key")


def block_end(text: str, entry: Entry) -> int:
    """Return the end of the last line of a block entry, before the line break.

    The comments below it that are indented deeper than its key belong to it; blank lines and
    other comments to what follows.
    """
    column = column_of(text, entry)
    end = line_end(text, entry_end(text, entry))
    start = next_line(text, end)
    while start < len(text):
        line = text[start : line_end(text, start)]
        bare = line.lstrip(" ")
        if bare.startswith("#") and len(line) - len(bare) > column:
            end = start + len(line)
        elif line.strip():
            break
        start = next_line(text, start)
    return end


def emptied(text: str, documents: tuple[Document, ...], mapping: Mapping) -> tuple[Splice, ...]:
    """Return the splices that leave `{}` of a block mapping with one entry.

    As the value of a key it stands behind the colon, or the anchor and tag, and the entry goes with
    its lines; as the item of a sequence, or alone, it stands where the entry began.
    """
    entry = mapping.entries[0]
    begin, end = entry_start(text, entry), block_end(text, entry)
    start = line_start(text, begin)
    owner = _owner(documents, mapping)
    if owner is None or text[start:begin].strip():
        return (Splice(begin, end, "{}"),)
    behind = properties_end(text, mapping)
    if behind == mapping.start:
        behind = text.index(":", node_end(text, owner.key)) + 1
    return Splice(behind, behind, " {}"), Splice(start, next_line(text, end), "")


def _owner(documents: tuple[Document, ...], node: Node) -> Entry | None:
    """Return the entry of a mapping that has a node, known by its identity, as its value."""
    for each in nodes_of(*documents):
        for entry in each.entries if isinstance(each, Mapping) else ():
            if entry.value is node:
                return entry
    return None


def flow_bracket(text: str, mapping: Mapping) -> Bracket:
    """Return a flow mapping as a bracket of items; Refused for the pair in `[a: 1]`."""
    opening = content_start(text, mapping)
    if not text.startswith("{", opening):
        raise Refused(f"the pair at {place_name(text, opening)} is no mapping of its own")
    items = []
    for entry in mapping.entries:
        end = entry_end(text, entry)
        behind = skip_blanks(text, end)
        comma = behind if text.startswith(",", behind) else None
        items.append(Item(entry.key.start, entry.key.end, end, comma, name=None))
    return Bracket(opening + 1, mapping.end - 1, tuple(items))


def skip_blanks(text: str, offset: int) -> int:
    """Return the offset of the next character that is neither blank nor part of a comment."""
    while offset < len(text):
        if text[offset] == "#":
            offset = line_end(text, offset)
        elif not text[offset].isspace():
            break
        else:
            offset += 1
    return offset


def _block_scalar_end(text: str, node: Scalar) -> int:
    """Return where the text of a block scalar ends, without the last line break.

    The blank lines below it are its own only when its header says `+`, to keep them.
    """
    content = text[: node.end]
    if "+" in _header(text, node):
        return len(content.removesuffix("\n").removesuffix("\r"))
    return len(content.rstrip())


def _header(text: str, node: Scalar) -> str:
    """Return how a block scalar begins, as `|-` or `>2`, without the comment behind that."""
    start = content_start(text, node)
    return text[start : line_end(text, start)].partition("#")[0]


def _last_leaf(node: Node) -> Node:
    match node:
        case Mapping(entries=[*_, last]):
            return _last_leaf(last.value)
        case Sequence(items=[*_, last]):
            return _last_leaf(last)
        case _:
            return node
