"""Renames, sets, inserts and removes the keys of a JSON text.

Each function returns splices of the text as it stands, and has read what they make of it: nothing
but the intended node differs, or it is refused. Places are lines and columns from 1, in code
points; a key is told by its opening quote.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from codemods.brackets import Bracket, Item, inserted, removed_in_kind
from codemods.json_nodes import Leaf, Member, Node, Object, exchanged, nodes_of, read
from codemods.json_texts import escaped, index_at, mapped, spelled
from codemods.names import is_apart, shown
from codemods.splices import Place, Refused, Splice, offset_at, place_name, splice


def rename_key(
    text: str, *, at: Place, old: str, new: str, existing: Literal["refuse", "merge"] = "refuse"
) -> tuple[Splice, ...]:
    """Return the splice that renames the key at a place.

    Refused when the object has the new key already; with `existing="merge"` the renamed member is
    removed instead, if both have the same value.
    """
    root = read(text)
    owner, member = _member_at(text, root, offset_at(text, *at), old)
    other = next((each for each in owner.members if each.key.value == new), None)
    if other is not None:
        if existing == "refuse":
            raise Refused(f"already has key `{new}`")
        if other.value != member.value:
            raise Refused(f"`{old}` and `{new}` differ in value; one has to be chosen")
        return remove_key(text, at=at, key=old)
    content = escaped(new, text)
    splices = (Splice(member.key.start + 1, member.key.end - 1, content),)
    renamed = exchanged(root, member.key, replace(member.key, source=f'"{content}"'))
    return _verified(text, splices, renamed, old)


def rename_in_text(text: str, *, at: Place, old: str, new: str) -> tuple[Splice, ...]:
    """Return the splice that renames a name within a string, as in `"args": "lr=0.1,epochs=3"`.

    `at` is the place of the name itself; the string may be a key. Refused when it is part of a
    longer name, and when the renamed key is there already.
    """
    root = read(text)
    offset = offset_at(text, *at)
    leaf = _text_at(text, root, offset)
    string = spelled(text, leaf)
    start = index_at(text, string.starts, offset)
    end = start + len(old)
    if not old or string.value[start:end] != old:
        raise Refused(f"no string spells `{old}` at {place_name(text, offset)}")
    if not is_apart(string.value, start, end):
        raise Refused(f"`{old}` at {place_name(text, offset)} is part of a longer name")
    value = string.value[:start] + new + string.value[end:]
    for owner in nodes_of(root):
        if isinstance(owner, Object) and any(each.key is leaf for each in owner.members):
            _check_free(owner, value)
    spot = mapped(string, Splice(start, end, new), text)
    source = text[leaf.start : spot.start] + spot.content + text[spot.end : leaf.end]
    return _verified(text, (spot,), exchanged(root, leaf, replace(leaf, source=source)), old)


def set_scalar(text: str, *, at: Place, key: str, value: str) -> tuple[Splice, ...]:
    """Return the splice that sets the value of the key at a place, given as JSON source.

    Refused when what it has is an array or an object.
    """
    written = _written(value)
    root = read(text)
    _, member = _member_at(text, root, offset_at(text, *at), key)
    if not isinstance(member.value, Leaf):
        raise Refused(f"`{key}` is an {type(member.value).__name__.lower()}, not a scalar")
    splices = (Splice(member.value.start, member.value.end, value),)
    return _verified(text, splices, exchanged(root, member.value, written), key)


def insert_key(text: str, *, at: Place, after: str, key: str, value: str) -> tuple[Splice, ...]:
    """Return the splices that insert `"key": value` behind the member `after` at a place.

    It gets its own line where its neighbours have theirs, with their indent, and the blanks that
    they have round the colon. Refused when the object has the key already.
    """
    written = _written(value)
    root = read(text)
    owner, member = _member_at(text, root, offset_at(text, *at), after)
    _check_free(owner, key)
    source = f'"{escaped(key, text)}"'
    colon = text[member.key.end : member.value.start]
    if colon.strip(" \t") != ":":
        colon = ": "
    bracket = _bracket(owner)
    index = _index(owner, member)
    splices = inserted(
        text,
        bracket,
        source + colon + value,
        after=bracket.items[index],
        gap=colon.partition(":")[2],
    )
    added = Member(Leaf(0, 0, source), written)
    members = (*owner.members[: index + 1], added, *owner.members[index + 1 :])
    return _verified(text, splices, exchanged(root, owner, replace(owner, members=members)), key)


def remove_key(text: str, *, at: Place, key: str) -> tuple[Splice, ...]:
    """Return the splices that remove the member of the key at a place.

    One that has its lines to itself goes with them and the comment behind it; comments above it
    stay.
    """
    root = read(text)
    owner, member = _member_at(text, root, offset_at(text, *at), key)
    bracket = _bracket(owner)
    index = _index(owner, member)
    splices = removed_in_kind(text, bracket, bracket.items[index])
    members = (*owner.members[:index], *owner.members[index + 1 :])
    return _verified(text, splices, exchanged(root, owner, replace(owner, members=members)), key)


def _member_at(text: str, root: Node, offset: int, key: str) -> tuple[Object, Member]:
    where = place_name(text, offset)
    for owner in nodes_of(root):
        if not isinstance(owner, Object):
            continue
        for member in owner.members:
            if member.key.start != offset:
                continue
            if member.key.value == key:
                return owner, member
            raise Refused(f"{shown(member.key.source)} stands at {where}, not `{key}`")
    raise Refused(f"no key stands at {where}")


def _text_at(text: str, root: Node, offset: int) -> Leaf:
    for node in nodes_of(root):
        if isinstance(node, Leaf) and node.is_text and node.start < offset < node.end:
            return node
    raise Refused(f"no string stands at {place_name(text, offset)}")


def _written(value: str) -> Node:
    """Return the node that a value's source stands for, alone and on one line; else Refused."""
    refusal = Refused(f"{shown(value)} is not a value on one line")
    try:
        node = read(value)
    except Refused as reason:
        raise refusal from reason
    if (node.start, node.end) != (0, len(value)) or "\n" in value or "\r" in value:
        raise refusal
    return node


def _bracket(owner: Object) -> Bracket:
    items = tuple(
        Item(each.key.start, each.key.end, each.value.end, each.comma, name=None)
        for each in owner.members
    )
    return Bracket(owner.start + 1, owner.end - 1, items, comments=("//", "/*"))


def _index(owner: Object, member: Member) -> int:
    """Return which member it is, by identity: two may be equal."""
    return next(index for index, each in enumerate(owner.members) if each is member)


def _check_free(owner: Object, key: str) -> None:
    if any(each.key.value == key for each in owner.members):
        raise Refused(f"already has key `{key}`")


def _verified(
    text: str, splices: tuple[Splice, ...], intended: Node, key: str
) -> tuple[Splice, ...]:
    """Return the splices when what they make of the text reads as intended; else Refused."""
    try:
        result = read(splice(text, splices))
    except Refused as refusal:
        raise Refused(f"the result {refusal}") from refusal
    if result != intended:
        raise Refused(f"the edit of `{key}` would change something else as well")
    return splices
