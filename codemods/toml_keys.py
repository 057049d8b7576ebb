"""Renames, sets, inserts and removes the keys of a TOML text.

Each function returns splices of the text as it stands, and has read what they make of it: what is
loaded differs in the intended key alone, its order included, or the edit is refused. Places are
lines and columns from 1, in code points; a key is told by its first character, its quote included.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from codemods.brackets import Bracket, Item, indent_of, inserted, removed_in_kind
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
    place_name,
    splice,
)
from codemods.toml_data import at_path, inserted_at, removed_at, renamed_at, set_at
from codemods.toml_nodes import Document, Key, read
from codemods.toml_syntax import BARE, Header, Inline, Leaf, Pair, load


def rename_key(
    text: str,
    *,
    at: Sequence[Place],
    old: str,
    new: str,
    existing: Literal["refuse", "merge"] = "refuse",
) -> tuple[Splice, ...]:
    """Return the splices that rename the keys at some places; their quotes stay.

    A table that several headers or dotted keys spell is renamed in each of them, whichever of them
    is told. Refused when the table round it has the new key already (with `existing="merge"` the
    renamed one is removed instead, if both have the same value), and when the new key would need
    quotes that the old one has not.
    """
    document = read(text)
    paths = {_key_at(text, document, offset_at(text, *place), old).path for place in at}
    intended: object = document.data
    # from the innermost, so that the paths around stay what they are
    for path in sorted(paths, key=lambda path: (-len(path), str(path))):
        beside = at_path(document.data, path[:-1])
        if isinstance(beside, dict) and new in beside:
            if existing == "refuse":
                raise Refused(f"already has key `{new}`")
            if len(paths) > 1 or repr(beside[new]) != repr(beside[old]):
                raise Refused(f"`{old}` and `{new}` differ in value; one has to be chosen")
            return remove_key(text, at=next(iter(at)), key=old)
        intended = renamed_at(intended, path, new)
    splices = tuple(
        Splice(each.part.start, each.part.end, _spelled(new, like=each.part.source))
        for each in document.keys
        if each.path in paths
    )
    return _verified(text, splices, intended, old)


def rename_in_text(text: str, *, at: Place, old: str, new: str) -> tuple[Splice, ...]:
    """Return the splice that renames a name within a string value, as in `args = "lr=0.1"`.

    `at` is the place of the name itself. Refused when it is part of a longer name, and when it is
    part of a key or a comment.
    """
    check_quotable(new)
    data = load(text)
    offset = offset_at(text, *at)
    end = offset + len(old)
    if not old or text[offset:end] != old:
        raise Refused(f"`{old}` does not stand at {place_name(text, offset)}")
    mark = unused_name(text + new)
    marked = _load_result(text, (Splice(offset, end, mark),))
    value = next((each for each in _texts(marked) if mark in each), None)
    if value is None or repr(marked).replace(mark, old) != repr(data):
        raise Refused(f"no string spells `{old}` at {place_name(text, offset)}")
    if not stands_alone(value, mark):
        raise Refused(f"`{old}` at {place_name(text, offset)} is part of a longer name")
    splices = (Splice(offset, end, new),)
    if repr(_load_result(text, splices)) != repr(marked).replace(mark, new):
        raise Refused(f"the edit of `{old}` would change something else as well")
    return splices


def set_scalar(
    text: str, *, at: Place, key: str, value: str, comment: str | None = None
) -> tuple[Splice, ...]:
    """Return the splice that sets the value of the key at a place, given as TOML source.

    The comment is added where nothing else follows on the line. Refused when what it has is an
    array or a table.
    """
    check_comment(comment)
    written = _written(value)
    document = read(text)
    found = _key_at(text, document, offset_at(text, *at), key)
    if not isinstance(found.owner, Pair) or found.index + 1 < len(found.owner.parts):
        raise Refused(f"`{key}` is a table, not a scalar")
    if not isinstance(found.owner.value, Leaf):
        kind = "a table" if isinstance(found.owner.value, Inline) else "an array"
        raise Refused(f"`{key}` is {kind}, not a scalar")
    start, end = found.owner.value.start, found.owner.value.end
    splices = (Splice(start, end, value),)
    if comment is not None and found.inline is None and not text[end : line_end(text, end)].strip():
        splices = (Splice(start, end, f"{value}  # {comment}"),)
    return _verified(text, splices, set_at(document.data, found.path, written), key)


def insert_key(
    text: str, *, at: Place, after: str, key: str, value: str, comment: str | None = None
) -> tuple[Splice, ...]:
    """Return the splices that insert `key = value` behind the pair of the key `after` at a place.

    It gets its own line, or stands in the inline table; indent, dotted prefix, quotes and the
    blanks round `=` are those of its neighbour. Refused behind the header of a table, and when the
    table has the key already.
    """
    check_comment(comment)
    written = _written(value)
    document = read(text)
    found = _key_at(text, document, offset_at(text, *at), after)
    beside = at_path(document.data, found.path[:-1])
    if isinstance(beside, dict) and key in beside:
        raise Refused(f"already has key `{key}`")
    if isinstance(found.owner, Header):
        raise Refused(f"`{after}` is a table; a key behind it would be one of its own")
    line = _line_like(text, found.owner, found.index, key) + value
    if found.inline is not None:
        bracket = _bracket(found.inline)
        item = bracket.items[_index(found.inline, found.owner)]
        splices = inserted(text, bracket, line, after=item)
    else:
        end = line_end(text, found.owner.end)
        tail = "" if comment is None else f"  # {comment}"
        indent = indent_of(text, found.owner.start)
        splices = (Splice(end, end, f"{line_break(text, end)}{indent}{line}{tail}"),)
    return _verified(text, splices, inserted_at(document.data, found.path, key, written), key)


def remove_key(text: str, *, at: Place, key: str) -> tuple[Splice, ...]:
    """Return the splices that remove the key at a place.

    A pair goes with its lines and the comment behind it, a table with all its statements; comments
    above it stay. Where it is all that spells the table around it, that stays, empty. Refused when
    other statements stand between those of the key.
    """
    document = read(text)
    found = _key_at(text, document, offset_at(text, *at), key)
    intended = removed_at(document.data, found.path)
    if found.inline is not None:
        bracket = _bracket(found.inline)
        item = bracket.items[_index(found.inline, found.owner)]
        splices = removed_in_kind(text, bracket, item)
        if repr(_load_result(text, splices)) != repr(intended) and found.index > 0:
            splices = (Splice(found.owner.parts[found.index - 1].end, item.end, " = {}"),)
        return _verified(text, splices, intended, key)
    numbers = _statements_of(document, found)
    if numbers != list(range(numbers[0], numbers[-1] + 1)):
        raise Refused(f"other keys stand between those of `{key}`")
    first, last = document.statements[numbers[0]], document.statements[numbers[-1]]
    start, end = line_start(text, first.start), next_line(text, last.end)
    splices = (Splice(start, end, ""),)
    if repr(_load_result(text, splices)) != repr(intended) and found.index > 0:
        splices = (Splice(start, end, _emptied(text, first, found, line_end(text, last.end), end)),)
    return _verified(text, splices, intended, key)


def _emptied(text: str, first: Pair | Header, found: Key, last: int, end: int) -> str:
    """Return the line that spells the table around a key as empty: `[a]`, `a = {}`."""
    above = text[line_start(text, first.start) : first.parts[found.index - 1].end]
    if isinstance(first, Pair):
        line = f"{above} = {{}}"
    else:
        line = above + text[first.parts[-1].end : first.end]
        if first.is_array:
            line = line.replace("[[", "[", 1).removesuffix("]")
    return line + text[last:end]


def _key_at(text: str, document: Document, offset: int, name: str) -> Key:
    where = place_name(text, offset)
    for key in document.keys:
        if key.part.start == offset:
            if key.part.name == name:
                return key
            raise Refused(f"{shown(key.part.source)} stands at {where}, not `{name}`")
    raise Refused(f"no key stands at {where}")


def _statements_of(document: Document, found: Key) -> list[int]:
    """Return the numbers of the statements that spell a key or what is under it."""
    depth = len(found.path)
    numbers = {each.statement for each in document.keys if each.path[:depth] == found.path}
    # [[a.b]] without a pair under it has no key but its own
    return sorted(numbers)


def _spelled(name: str, *, like: str) -> str:
    """Return a key in the quotes that another has; Refused when it would need others."""
    quote = like[0] if like[0] in "'\"" else ""
    if quote:
        check_quotable(name)
    elif not name or not set(name) <= BARE:
        raise Refused(f"{shown(name)} would need quotes")
    return quote + name + quote


def _line_like(text: str, pair: Pair, index: int, key: str) -> str:
    """Return `prefix.key = ` with the blanks of a pair; its `=` stays in the column it has."""
    part = pair.parts[index]
    spelled = text[pair.start : part.start] + _spelled(key, like=part.source)
    left, _, right = text[pair.parts[-1].end : pair.value.start].partition("=")
    if len(left) > 1:
        width = pair.parts[-1].end - pair.start + len(left)
        left = " " * max(width - len(spelled), 1)
    return f"{spelled}{left}={right}"


def _written(value: str) -> object:
    """Return what a value's source stands for, alone and on one line; else Refused."""
    refusal = Refused(f"{shown(value)} is not a value on one line")
    if not value.strip() or value != value.strip() or "\n" in value or "\r" in value:
        raise refusal
    try:
        document = read(f"a = {value}")
    except Refused as reason:
        raise refusal from reason
    if len(document.statements) != 1 or document.statements[0].end != len(value) + len("a = "):
        raise refusal
    return document.data["a"]


def _bracket(table: Inline) -> Bracket:
    items = tuple(
        Item(each.start, each.parts[-1].end, each.end, each.comma, name=None)
        for each in table.pairs
    )
    return Bracket(table.start + 1, table.end - 1, items)


def _index(table: Inline, pair: Pair | Header) -> int:
    return next(index for index, each in enumerate(table.pairs) if each is pair)


def _texts(data: object) -> list[str]:
    match data:
        case dict():
            return [text for each in data.values() for text in _texts(each)]
        case list():
            return [text for each in data for text in _texts(each)]
        case str():
            return [data]
        case _:
            return []


def _load_result(text: str, splices: tuple[Splice, ...]) -> dict[str, object]:
    try:
        return load(splice(text, splices))
    except Refused as refusal:
        raise Refused(f"the result {refusal}") from refusal


def _verified(
    text: str, splices: tuple[Splice, ...], intended: object, key: str
) -> tuple[Splice, ...]:
    """Return the splices when what they make of the text loads as intended; else Refused."""
    # what is printed tells 1 from 1.0 and True, and says the order of keys
    if repr(_load_result(text, splices)) != repr(intended):
        raise Refused(f"the edit of `{key}` would change something else as well")
    return splices
