"""Renames, sets, inserts and removes the keys of a YAML text.

Each function returns splices of the text as it stands, and has read what they make of it: nothing
but the intended node differs, or it is refused. Places are lines and columns from 1, in code
points; a key is told by its first character, its quote included.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from codemods.brackets import inserted, removed_in_kind
from codemods.names import check_comment, check_quotable, shown, stands_alone, unused_name
from codemods.splices import (
    Place,
    Refused,
    Splice,
    line_break,
    line_end,
    line_start,
    next_line,
    offset_at,
    splice,
)
from codemods.yaml_layout import (
    block_end,
    check_closed,
    column_of,
    content_start,
    emptied,
    entry_start,
    flow_bracket,
    value_span,
)
from codemods.yaml_nodes import (
    Alias,
    Document,
    Entry,
    Mapping,
    Scalar,
    Sequence,
    exchanged,
    is_text,
    nodes_of,
    read,
)
from codemods.yaml_places import check_free, check_unshared, entry_at, own_scalar, scalar_at


def rename_key(
    text: str, *, at: Place, old: str, new: str, existing: Literal["refuse", "merge"] = "refuse"
) -> tuple[Splice, ...]:
    """Return the splice that renames the key at a place; its quotes, anchor and tag stay.

    Refused when the mapping has the new key already (with `existing="merge"` the renamed entry is
    removed instead, if both have the same value), when the new key would need quotes that the old
    one has not, and when the old one is spelled with escapes or other places share it.
    """
    documents = read(text)
    mapping, entry = entry_at(text, documents, offset_at(text, *at), old)
    other = next((each for each in mapping.entries if _spells(each, new)), None)
    if existing == "merge" and other is not None:
        if other.value != entry.value:
            raise Refused(f"`{old}` and `{new}` differ in value; one has to be chosen")
        return remove_key(text, at=at, key=old)
    key = own_scalar(documents, entry.key, old)
    start, end = content_start(text, key) + len(key.style), key.end - len(key.style)
    if text[start:end] != old:
        raise Refused(f"`{old}` is spelled in another way at {at[0]}:{at[1]}")
    _check_style(new, key.style)
    check_free(text, documents, mapping, new)
    splices = (Splice(start, end, new),)
    return _verified(text, splices, exchanged(documents, key, replace(key, value=new)), old)


def rename_in_scalar(text: str, *, at: Place, old: str, new: str) -> tuple[Splice, ...]:
    """Return the splice that renames a name within a scalar, as in `args: "lr=0.1,epochs=3"`.

    `at` is the place of the name itself. Refused when it is part of a longer name, and for the
    reasons of `rename_key`.
    """
    check_quotable(new)
    documents = read(text)
    offset = offset_at(text, *at)
    scalar = own_scalar(documents, scalar_at(text, documents, offset, old), old)
    mark = unused_name(text + new)
    spot = Splice(offset, offset + len(old), mark)
    value = _counterpart(documents, scalar, _read_result(text, (spot,)))
    if value.count(mark) != 1 or value.replace(mark, old) != scalar.value:
        raise Refused(f"`{old}` at {at[0]}:{at[1]} is not written as it reads")
    if not stands_alone(value, mark):
        raise Refused(f"`{old}` at {at[0]}:{at[1]} is part of a longer name")
    renamed = replace(scalar, value=value.replace(mark, new))
    if scalar.style == "" and is_text(scalar.value) and not is_text(renamed.value):
        raise Refused(f"{shown(renamed.value)} would need quotes")
    for mapping in nodes_of(*documents):
        if isinstance(mapping, Mapping) and any(each.key is scalar for each in mapping.entries):
            check_free(text, documents, mapping, renamed.value)
    splices = (replace(spot, content=new),)
    return _verified(text, splices, exchanged(documents, scalar, renamed), old)


def set_scalar(
    text: str, *, at: Place, key: str, value: str, comment: str | None = None
) -> tuple[Splice, ...]:
    """Return the splices that set the value of the key at a place, given as YAML source.

    Its anchor and tag stay; the comment is added where nothing else follows on the line. Refused
    when the value is no scalar, and when other places share it.
    """
    check_comment(comment)
    written = _written(value)
    documents = read(text)
    mapping, entry = entry_at(text, documents, offset_at(text, *at), key)
    scalar = own_scalar(documents, entry.value, key)
    start, end, lead = value_span(text, mapping, entry, scalar)
    behind = line_end(text, end)
    splices = (Splice(start, end, lead + value),)
    if comment is not None and text[end:behind].strip() in ("", ","):
        splices = (Splice(start, behind, f"{lead}{value}{text[end:behind]}  # {comment}"),)
    changed = replace(written, tag=scalar.tag or written.tag, anchor=scalar.anchor)
    return _verified(text, splices, exchanged(documents, scalar, changed), key)


def insert_key(
    text: str, *, at: Place, after: str, key: str, value: str, comment: str | None = None
) -> tuple[Splice, ...]:
    """Return the splices that insert `key: value` behind the entry `after` at a place.

    In a block mapping it gets its own line, at the same indent, behind all that belongs to the
    entry; in a flow mapping it stands as the entries there do. It is quoted as `after` is.
    Refused when the mapping has the key, and when the key would need other quotes.
    """
    check_comment(comment)
    written = _written(value)
    documents = read(text)
    mapping, entry = entry_at(text, documents, offset_at(text, *at), after)
    style = entry.key.style if isinstance(entry.key, Scalar) else ""
    _check_style(key, style)
    check_free(text, documents, mapping, key)
    line = f"{style}{key}{style}: {value}"
    index = _index(mapping, entry)
    if mapping.flow:
        bracket = flow_bracket(text, mapping)
        splices = inserted(text, bracket, line, after=bracket.items[index], comment=comment)
    else:
        check_closed(text, entry)
        end = block_end(text, entry)
        indent = " " * column_of(text, entry)
        tail = "" if comment is None else f"  # {comment}"
        splices = (Splice(end, end, f"{line_break(text, end)}{indent}{line}{tail}"),)
    added = Entry(Scalar(0, 0, key, style), written)
    entries = (*mapping.entries[: index + 1], added, *mapping.entries[index + 1 :])
    changed = exchanged(documents, mapping, replace(mapping, entries=entries))
    return _verified(text, splices, changed, key)


def remove_key(text: str, *, at: Place, key: str) -> tuple[Splice, ...]:
    """Return the splices that remove the entry of the key at a place.

    An entry of a block mapping goes with its lines and the comment behind it; comments above it
    stay. Where it is the only one, the mapping stays, as `{}`. Refused when other places share an
    anchor in it.
    """
    documents = read(text)
    mapping, entry = entry_at(text, documents, offset_at(text, *at), key)
    check_unshared(documents, entry, key)
    index = _index(mapping, entry)
    entries = (*mapping.entries[:index], *mapping.entries[index + 1 :])
    left = replace(mapping, entries=entries, flow=mapping.flow or not entries)
    if mapping.flow:
        bracket = flow_bracket(text, mapping)
        splices = removed_in_kind(text, bracket, bracket.items[index])
    elif entries:
        splices = _block_removal(text, mapping, index)
    else:
        splices = emptied(text, documents, mapping)
    return _verified(text, splices, exchanged(documents, mapping, left), key)


def _block_removal(text: str, mapping: Mapping, index: int) -> tuple[Splice, ...]:
    entry = mapping.entries[index]
    begin, end = entry_start(text, entry), next_line(text, block_end(text, entry))
    start = line_start(text, begin)
    if not text[start:begin].strip():
        return (Splice(start, end, ""),)
    # - lr: 0.1
    #   epochs: 3      moves up behind the dash, or a comment above it does
    following = text[end : mapping.entries[1].key.start]
    behind = end + len(following) - len(following.lstrip())
    return (Splice(begin, behind, ""),)


def _verified(
    text: str, splices: tuple[Splice, ...], intended: tuple[Document, ...], key: str
) -> tuple[Splice, ...]:
    """Return the splices when what they make of the text reads as intended; else Refused."""
    if _read_result(text, splices) != intended:
        raise Refused(f"the edit of `{key}` would change something else as well")
    return splices


def _read_result(text: str, splices: tuple[Splice, ...]) -> tuple[Document, ...]:
    try:
        return read(splice(text, splices))
    except Refused as refusal:
        raise Refused(f"the result {refusal}") from refusal


def _written(value: str) -> Scalar | Sequence | Mapping:
    """Return the node that a value's source stands for, alone and on one line; else Refused."""
    refusal = Refused(f"{shown(value)} is not a value on one line")
    try:
        documents = read(value)
    except Refused as reason:
        raise refusal from reason
    match documents:
        case [Document(root=Scalar(style="" | "'" | '"') as root)]:
            written: Scalar | Sequence | Mapping = root
        case [Document(root=Sequence(flow=True) | Mapping(flow=True) as root)]:
            written = root
        case _:
            raise refusal
    shared = any(isinstance(node, Alias) or node.anchor for node in nodes_of(written))
    if shared or (written.start, written.end) != (0, len(value)) or not value.isprintable():
        raise refusal
    return written


def _counterpart(
    documents: tuple[Document, ...], scalar: Scalar, others: tuple[Document, ...]
) -> str:
    """Return the value of the scalar that stands in other trees where `scalar` does in these."""
    for here, there in zip(nodes_of(*documents), nodes_of(*others), strict=False):
        if here is scalar and isinstance(there, Scalar):
            return there.value
    return ""


def _index(mapping: Mapping, entry: Entry) -> int:
    """Return which entry it is, by identity: two may be equal."""
    return next(index for index, each in enumerate(mapping.entries) if each is entry)


def _check_style(key: str, style: str) -> None:
    """Refuse a key that cannot be written in a style."""
    if style:
        check_quotable(key)
    elif not is_text(key):
        raise Refused(f"{shown(key)} would need quotes")


def _spells(entry: Entry, key: str) -> bool:
    return isinstance(entry.key, Scalar) and entry.key.value == key
