"""Where the keys of a file stand, as a parser says that the codemods do not use.

PyYAML for YAML, the scanner of `json` for JSON and notebooks, `tomllib` for TOML, `shlex` for shell
scripts. Offsets count the code points of the text.
"""

from __future__ import annotations

import ast
import json
import shlex
import tomllib
from bisect import bisect_right
from collections.abc import Callable, Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import yaml

BOM = "\ufeff"
# libyaml where it was built with PyYAML: the same events and marks, ten times as fast
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Unparsed(Exception):
    """The file is not what its name says."""


class Target(NamedTuple):
    """One key: `start:end` is how it is written, with its quotes; the entry ends at `last`.

    `value` is the span of a value that is a scalar; `entry` says whether the key has a value of its
    own behind it, as the header of a TOML table has not.
    """

    key: str
    start: int
    end: int
    value: tuple[int, int] | None
    last: int
    entry: bool = True


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column from 1; a byte-order mark stands before the first column."""
    before = text[:offset].removeprefix(BOM)
    unified = before.replace("\r\n", "\n").replace("\r", "\n")
    return unified.count("\n") + 1, len(unified) - (unified.rfind("\n") + 1) + 1


def yaml_targets(text: str) -> list[Target]:
    """Every scalar key with the span of its entry, from the events of PyYAML's own parser."""
    shift = len(text) - len(text.removeprefix(BOM))
    found: list[Target] = []
    opened: list[tuple[int, bool, bool]] = []
    waiting: list[list[tuple[int, int, str | None]]] = [[]]
    for event in yaml_events(text):
        start, end = event.start_mark.index + shift, event.end_mark.index + shift
        scalar = None
        match event:
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                is_mapping = isinstance(event, yaml.MappingStartEvent)
                opened.append((start, is_mapping, bool(event.flow_style)))
                waiting.append([])
                continue
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                start, is_mapping, is_flow = opened.pop()
                children = waiting.pop()
                # a block collection ends where its last node does, not where the next one begins
                end = end if is_flow or not children else children[-1][1]
                if is_mapping:
                    found += _entries(children)
            case yaml.ScalarEvent():
                scalar = event.value
            case yaml.AliasEvent():
                pass
            case _:
                continue
        waiting[-1].append((start, end, scalar))
    return sorted(found)


def _entries(children: list[tuple[int, int, str | None]]) -> Iterator[Target]:
    for (start, end, key), (first, last, value) in zip(children[::2], children[1::2], strict=True):
        if key is not None and start < end:
            span = None if value is None else (first, last)
            yield Target(key, start, end, span, last)


def yaml_events(text: str) -> list[Any]:
    try:
        return list(yaml.parse(text.removeprefix(BOM), Loader=LOADER))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Unparsed(str(error).replace("\n", " ")[:90]) from None


def json_targets(text: str) -> list[Target]:
    """Every key, by the scanner of the standard library's reader."""
    found: list[Target] = []
    try:
        json.loads(text.removeprefix(BOM))
        end = _walk_json(text, _blanks(text, len(text) - len(text.removeprefix(BOM))), found)
        if text[end:].strip():
            raise Unparsed("more follows")
    except (ValueError, RecursionError) as error:
        raise Unparsed(str(error)[:90]) from None
    return sorted(found, key=lambda each: each.start)


def _blanks(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] in " \t\r\n":
        offset += 1
    return offset


def _walk_json(text: str, offset: int, found: list[Target]) -> int:
    if text[offset] == '"':
        end: int = scanstring(text, offset + 1, True)[1]
        return end
    if text[offset] not in "{[":
        return int(json.JSONDecoder().raw_decode(text, offset)[1])
    is_object = text[offset] == "{"
    offset = _blanks(text, offset + 1)
    while text[offset] not in "}]":
        start, key = offset, ""
        if is_object:
            key, offset = scanstring(text, offset + 1, True)
            key_end = offset
            offset = _blanks(text, _blanks(text, offset) + 1)
        value = offset
        offset = _walk_json(text, offset, found)
        scalar = None if text[value] in "{[" else (value, offset)
        if is_object:
            found.append(Target(key, start, key_end, scalar, offset))
        offset = _blanks(text, offset)
        if text[offset] == ",":
            offset = _blanks(text, offset + 1)
    return offset + 1


def toml_targets(text: str) -> list[Target]:
    """Every part of every key, as `tomllib` comes by it."""
    from tomllib import _parser as parser  # type: ignore[attr-defined]

    parts: list[tuple[int, int, str]] = []
    values: dict[int, tuple[int, Any]] = {}

    def key_part(src: str, pos: int) -> tuple[int, str]:
        end, name = read_part(src, pos)
        parts.append((pos, end, name))
        return end, name

    def value_at(src: str, pos: int, parse_float: Callable[[str], Any]) -> tuple[int, Any]:
        end, value = read_value(src, pos, parse_float)
        values[pos] = (end, value)
        return end, value

    read_part, read_value = parser.parse_key_part, parser.parse_value
    parser.parse_key_part, parser.parse_value = key_part, value_at
    try:
        tomllib.loads(text.removeprefix(BOM))
    except tomllib.TOMLDecodeError as error:
        raise Unparsed(str(error)[:90]) from None
    finally:
        parser.parse_key_part, parser.parse_value = read_part, read_value
    return list(_toml_targets(text, parts, values))


def _toml_targets(
    text: str, parts: list[tuple[int, int, str]], values: dict[int, tuple[int, Any]]
) -> Iterator[Target]:
    """The parts with their values; tomllib reads a text whose line breaks are all \\n."""
    bare = text.removeprefix(BOM)
    unified = bare.replace("\r\n", "\n")
    breaks = [at for at, each in enumerate(unified) if each == "\n"] if unified != bare else []

    def real(offset: int) -> int:
        return offset + bisect_right(breaks, offset - 1) + len(text) - len(bare)

    for start, end, name in sorted(set(parts)):
        behind = end
        while behind < len(unified) and unified[behind] in " \t":
            behind += 1
        value, last = None, end
        if unified[behind : behind + 1] == "=":
            at = behind + 1
            while unified[at] in " \t":
                at += 1
            last, loaded = values[at]
            value = None if isinstance(loaded, dict | list) else (real(at), real(last))
        line = unified[unified.rfind("\n", 0, start) + 1 : start].lstrip()
        is_pair = unified[behind : behind + 1] == "=" or not line.startswith("[")
        yield Target(name, real(start), real(end), value, real(last), entry=is_pair)


def notebook_targets(text: str) -> list[Target]:
    """Every keyword argument in the Python of a code cell, where the file spells it."""
    json_targets(text)
    found: list[Target] = []
    for cell, strings in _cell_strings(text):
        try:
            tree = ast.parse(cell)
        except (SyntaxError, ValueError):
            continue
        lines = cell.split("\n")
        for node in ast.walk(tree):
            if not isinstance(node, ast.keyword) or node.arg is None:
                continue
            column = len(lines[node.lineno - 1].encode()[: node.col_offset].decode())
            index = sum(len(each) + 1 for each in lines[: node.lineno - 1]) + column
            start = _in_strings(text, strings, index)
            end = _in_strings(text, strings, index + len(node.arg))
            if text[start:end] == node.arg:
                found.append(Target(node.arg, start, end, None, end))
    return sorted(set(found))


def _cell_strings(text: str) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """The source of each code cell and where its strings are written."""
    found: list[Target] = []
    _walk_json(text, _blanks(text, len(text) - len(text.removeprefix(BOM))), found)
    for each in found:
        if each.key != "source":
            continue
        offset = _blanks(text, _blanks(text, each.end) + 1)
        strings: list[tuple[int, int, str]] = []
        many = text[offset] == "["
        offset = _blanks(text, offset + 1) if many else offset
        while text[offset] == '"':
            value, end = scanstring(text, offset + 1, True)
            strings.append((offset + 1, end - 1, value))
            offset = _blanks(text, end)
            if not many:
                break
            offset = _blanks(text, offset + 1) if text[offset] == "," else offset
        yield "".join(value for _, _, value in strings), strings


def _in_strings(text: str, strings: list[tuple[int, int, str]], index: int) -> int:
    """Where a character of a source is written: the shortest beginning that says all before it."""
    for start, end, value in strings:
        if index <= len(value):
            offset = start
            while index:
                step = {"\\": 2}.get(text[offset], 1)
                step = 6 if text.startswith("\\u", offset) else step
                index, offset = index - 1, offset + step
            assert offset <= end
            return offset
        index -= len(value)
    raise AssertionError("an index beyond the source")


def shell_targets(text: str) -> list[Target]:
    """Every long option of a command line, outside comments."""
    found: list[Target] = []
    offset = 0
    for line in text.split("\n"):
        try:
            words = shlex.split(line.rstrip("\\\r"), comments=True)
        except ValueError:
            words = line.split()
        at = 0
        for word in words:
            name = word[2:].partition("=")[0]
            if word.startswith("--") and name.replace("-", "").replace("_", "").isalnum():
                at = line.find(f"--{name}", at)
                if at < 0:
                    break
                start = offset + at + 2
                found.append(Target(name, start, start + len(name), None, start))
                at += len(name)
        offset += len(line) + 1
    return found
