"""What an edit did to a file, found without the codemods: undone by hand, and read by others."""

from __future__ import annotations

import json
import shlex
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml
from fidelity_targets import BOM, Target, yaml_events

NEW = "hpfix_fidelity_key"
SENTINEL = "98765432123"
RESOLVER = yaml.resolver.Resolver()
Events = list[tuple[object, ...]]


def check(form: str, edit: str, before: str, after: str, target: Target, codec: str) -> str | None:
    """Why an edit is not exact, or None."""
    if after.encode(codec).decode(codec) != after:
        return "it cannot be encoded"
    lines = {"rename": _renamed, "set": _set, "insert": _inserted, "remove": _removed}[edit]
    if not lines(before, after, target, form):
        return "more than the intended lines differ"
    try:
        one, other = events_of(form, before), events_of(form, after)
    except (ValueError, yaml.YAMLError) as error:
        return f"does not parse any more: {error}"
    if edit == "remove":
        one, other = _without_layout(one), _without_layout(other)
    return None if _is_read_so(edit, one, other, target) else "another parser reads more changed"


def _renamed(before: str, after: str, target: Target, form: str) -> bool:
    """With the new name changed back, the file is what it was; only TOML spells a key twice."""
    spelled = before[target.start : target.end]
    at = after.find(NEW)
    rest = len(after) - at - len(NEW)
    old = before[at : len(before) - rest] if form != "TOML" else target.key
    if form == "TOML":
        return (
            after.replace(NEW, old) == before or after.replace(NEW, spelled.strip("'\"")) == before
        )
    return after.count(NEW) == 1 and old in spelled and after.replace(NEW, old) == before


def _set(before: str, after: str, target: Target, form: str) -> bool:
    """What stands where the number does is the old value, and at most blanks behind it."""
    assert target.value is not None
    start, end = target.value
    at = after.find(SENTINEL)
    behind = after[at + len(SENTINEL) :]
    if after.count(SENTINEL) != 1:
        return False
    for lead in (at, at - 1, at - 2):  # `lr:` becomes `lr: 1`, `{lr}` becomes `{lr: 1}`
        stop = len(before) - len(behind)
        if (
            lead <= stop
            and before == after[:lead] + before[lead:stop] + behind
            and after[lead:at].strip(": ") == ""
            and (start <= lead or target.end <= lead <= start)
            and stop <= max(end, lead)
        ):
            return True
    return False


def _inserted(before: str, after: str, target: Target, form: str) -> bool:
    """All that was there is there; behind the entry came the key, the value and at most a comma."""
    at = _common(before, after)
    rest = _common(before[at:][::-1], after[at:][::-1])
    gone, came = before[at : len(before) - rest], after[at : len(after) - rest]
    if gone:  # the comma before a comment, the line behind it
        if not came.startswith("," + gone):
            return False
        came = came[0] + came[1 + len(gone) :]
    if at < target.last - _trailing(before[: target.last]):
        return False
    piece = "".join(came.replace('"', "").replace("'", "").split()).strip(",")
    name, _, value = piece.replace("=", ":").partition(":")
    is_piece = (name.split(".")[-1], value) == (NEW, SENTINEL)
    # what is common at both ends, as a dotted prefix, may have eaten into the piece
    is_turned = NEW[8:] in piece and SENTINEL in piece and len(piece) < len(came)
    return (is_piece or is_turned) and _is_laid_out(before, after, target, form)


def _is_laid_out(before: str, after: str, target: Target, form: str) -> bool:
    """The new line has the indent of its neighbour; a line that changed got a comma, or the key."""
    gone, came = _lines_between(before, after)
    alone = [line for line in came if line.strip(" \t").startswith((NEW, f'"{NEW}', f"'{NEW}"))]
    if form == "TOML":
        alone = [line for line in came if line.split("=")[0].rstrip(" '\"").endswith(NEW)]
    others = [line for line in came if line not in alone]
    for line in alone:
        start = _line_start(before, target.start)
        lead = before[start : target.start].lstrip(BOM).replace("-", " ").partition("?")[0]
        if not lead.strip() and not gone and line[: len(line) - len(line.lstrip())] != lead:
            return False
        if line != line.rstrip():
            return False
    return (
        len(alone) <= 1
        and len(others) == len(gone)
        and all(NEW in line or any(_commaless(line, old, alone) for old in gone) for line in others)
    )


def _commaless(line: str, old: str, alone: list[str]) -> bool:
    """A line is as it was but for a comma; a bracket that closed it may close the new line."""
    at = _common(line, old)
    rest = old[at:]
    if line == old[:at] + "," and rest.strip() and alone[0].endswith(rest):
        return True
    return line[at : at + 1] == "," and line[:at] + line[at + 1 :] == old


def _lines_between(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that are in one text more often than in the other, line ends left out."""
    one, other = (Counter(_split(text)) for text in (before, after))
    return list((one - other).elements()), list((other - one).elements())


def _split(text: str) -> list[str]:
    unified = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    return unified.split("\n") if unified else []


def _removed(before: str, after: str, target: Target, form: str) -> bool:
    """The entry and what is behind it on its line went, at most a comma and blanks with them."""
    first = _content_line(before, target.start)
    last = target.last - _trailing(before[: target.last])
    end = max(_line_end(before, last), target.last)
    while form == "YAML" and end < len(before):
        comment = _next_content(before, end)
        deeper = comment - _line_start(before, comment)
        if not before.startswith("#", comment) or deeper <= _column(before, target.start):
            break
        end = _line_end(before, comment)
    gone, came = _lines_between(before, after)
    entry = _split(before[target.start : end])
    if form == "TOML":
        return _lines_went(before, after) and _are_pieces(came, gone)
    if not _are_pieces(came, gone) or len(gone) - len(came) > len(entry):
        return False
    if before[:first] != after[:first]:
        return False
    for stop in (end, _next_content(before, end)):
        rest = len(before) - stop
        if before[stop:] != after[len(after) - rest :] or len(after) - rest < first:
            continue
        left = _plain(after[first : len(after) - rest])
        above, behind = before[first : target.start].rstrip(), before[last:stop]
        if above.split("\n")[-1].strip("- ") == "?":  # what begins a key, not the end of `???`
            above = above.removesuffix("?")
        kept = "\n".join(
            line for line in behind.split("\n")[1:] if not line.strip().startswith("#")
        )
        tails = (behind, "", kept, "\n".join(behind.split("\n")[1:]))
        if left.replace("{}", "") in {_plain(above + tail).replace("{}", "") for tail in tails}:
            return True
    return False


def _are_pieces(came: list[str], gone: list[str]) -> bool:
    """Every line that came begins as one that went and ends as one, with `{}` in it perhaps."""
    for line in came:
        variants = [line, *(line.replace(each, "", 1) for each in (" = {}", " {}", "{}"))]
        if (
            len(came) > 2
            or not line.strip()
            or not any(
                max((_common(each, old) for old in gone), default=0)
                + max((_common(each[::-1], old[::-1]) for old in gone), default=0)
                >= len(each.removesuffix(" = "))
                for each in variants
            )
        ):
            return False
    return True


def _lines_went(before: str, after: str) -> bool:
    """What is left of a TOML file are lines that it had, one of them perhaps shortened."""
    at = _common(before, after)
    rest = _common(before[at:][::-1], after[at:][::-1])
    came = after[at : len(after) - rest]
    return len(after) < len(before) and came.strip() in ("", "]", "{}", "= {}", "}")


def _content_line(text: str, offset: int) -> int:
    """Where the line begins that is the last one with content before an offset, or its own."""
    start = _line_start(text, offset)
    if text[start:offset].strip(" \t-" + BOM):
        return start
    while start > 0:
        above = _line_start(text, start - 1)
        if start >= 2 and text[start - 2 : start] == "\r\n":
            above = _line_start(text, start - 2)
        line, start = text[above:start].strip(), above
        if line and not line.startswith(("#", "//")):
            break
    return start


def _next_content(text: str, offset: int) -> int:
    """Where the next entry begins, as it does that moves up behind a dash."""
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def _column(text: str, offset: int) -> int:
    return offset - _line_start(text, offset)


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _line_end(text: str, offset: int) -> int:
    """Behind the line break that ends the line of an offset."""
    while offset < len(text) and text[offset] not in "\r\n":
        offset += 1
    return offset + (2 if text.startswith("\r\n", offset) else 1)


def _trailing(text: str) -> int:
    return len(text) - len(text.rstrip())


def _plain(text: str) -> str:
    """A piece of text without the blanks and commas that an edit may take."""
    return "".join(text.replace(",", "").split())


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low


@lru_cache(maxsize=2)
def events_of(form: str, text: str) -> Events:
    """What a parser makes of a text, in order."""
    match form:
        case "YAML":
            return [_yaml_event(each) for each in yaml_events(text)]
        case "JSON" | "notebook":
            loaded = json.loads(text.removeprefix(BOM), object_pairs_hook=_Pairs)
            return list(_flat(loaded))
        case "TOML":
            return list(_flat(tomllib.loads(text.removeprefix(BOM))))
    try:
        return [(word,) for word in shlex.split(text, comments=True)]
    except ValueError:
        return [(word,) for word in text.split()]


class _Pairs(list[tuple[str, Any]]):
    """The members of an object as they are written, equal keys included."""


def _yaml_event(event: Any) -> tuple[object, ...]:
    kind = type(event).__name__.removesuffix("Event")
    anchor = getattr(event, "anchor", None)
    match event:
        case yaml.ScalarEvent():
            tag = event.tag or RESOLVER.resolve(yaml.ScalarNode, event.value, event.implicit)
            return kind, event.value, tag, anchor, event.style
        case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
            return kind, event.flow_style, event.tag, anchor
        case yaml.DocumentStartEvent() | yaml.DocumentEndEvent():
            return kind, event.explicit
        case _:
            return kind, anchor


def _flat(value: object) -> Iterator[tuple[object, ...]]:
    match value:
        case _Pairs() | dict():
            yield ("{",)
            for key, each in value.items() if isinstance(value, dict) else value:
                yield "key", key
                yield from _flat(each)
            yield ("}",)
        case list():
            yield ("[",)
            for each in value:
                yield from _flat(each)
            yield ("]",)
        case _:
            yield type(value).__name__, str(value)


def _without_layout(events: Events) -> Events:
    """Events that do not tell a flow mapping from a block mapping: one that is emptied is flow."""
    return [(each[0], *each[2:]) if each[0] == "MappingStart" else each for each in events]


def _is_read_so(edit: str, one: Events, other: Events, target: Target) -> bool:
    match edit:
        case "rename":
            back = [
                tuple(
                    part.replace(NEW, target.key) if isinstance(part, str) else part
                    for part in each
                )
                for each in other
            ]
            return [_untyped(each) for each in back] == [_untyped(each) for each in one]
        case "set":
            changed = [
                index for index, each in enumerate(one) if other[index : index + 1] != [each]
            ]
            return len(one) == len(other) and (len(changed) == 1 and SENTINEL in other[changed[0]])
        case "insert":
            at = next(index for index, each in enumerate(other) if NEW in each)
            return SENTINEL in other[at + 1] and [*other[:at], *other[at + 2 :]] == one
    gone = len(one) - len(other)
    return gone > 1 and any(
        target.key in one[at] and [*one[:at], *one[at + gone :]] == other
        for at in range(len(other) + 1)
        if one[:at] == other[:at]
    )


def _untyped(event: tuple[object, ...]) -> tuple[object, ...]:
    """A key that PyYAML would take for a number is renamed to one that is a string."""
    return tuple(each for each in event if not str(each).startswith("tag:yaml.org,2002:"))
