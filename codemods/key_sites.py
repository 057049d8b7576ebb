"""Where a key can be written in a Python text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import libcst as cst

from codemods.names import shown
from codemods.python_source import Source
from codemods.splices import Refused, place_name


@dataclass(frozen=True, slots=True)
class Site:
    """A name or literal text: told by the offset `at`, written at `start:end`."""

    kind: Literal["attribute", "keyword", "name", "string", "f-string", "comment"]
    at: int
    start: int
    end: int

    @property
    def quoted(self) -> bool:
        return self.kind in ("string", "f-string", "comment")


def site_at(source: Source, offset: int, key: str) -> Site:
    """Return the site of `key` at an offset, also within a string or a comment; else Refused."""
    end = offset + len(key)
    spelled = source.text[offset:end] == key
    for site in _sites(source):
        if site.at == offset and source.text[site.start : site.end] == key:
            return site
        if spelled and site.quoted and site.start <= offset and end <= site.end:
            return replace(site, start=offset, end=end)
    where = place_name(source.text, offset)
    if spelled:
        raise Refused(f"`{key}` at {where} is no attribute, keyword argument, name or string")
    raise Refused(f"{shown(_smallest(source, offset))} stands at {where}, not `{key}`")


def sites_of(source: Source, key: str) -> tuple[Site, ...]:
    """Return every attribute, keyword argument and whole string literal that is `key`."""
    parts: set[int] = set()
    for node in source.spans:
        if isinstance(node, cst.ConcatenatedString):
            parts |= {source.spans[node.left][0], source.spans[node.right][0]}
            if node.evaluated_value == key:
                where = place_name(source.text, source.spans[node][0])
                raise Refused(f"`{key}` is put together from several literals at {where}")
    return tuple(
        site
        for site in _sites(source)
        if site.kind in ("attribute", "keyword", "string")
        and site.at not in parts
        and source.text[site.start : site.end] == key
    )


def _sites(source: Source) -> Iterator[Site]:
    """Yield the names and literal texts in the order in which they are written."""
    modules = _module_names(source)
    attributes = {node.attr for node in source.spans if isinstance(node, cst.Attribute)}
    keywords = {node.keyword for node in source.spans if isinstance(node, cst.Arg)}
    for node, (start, end) in sorted(source.spans.items(), key=lambda item: item[1]):
        match node:
            case cst.Name() if node in attributes and node not in modules:
                yield Site("attribute", start, start, end)
            case cst.Name() if node in keywords:
                yield Site("keyword", start, start, end)
            case cst.Name() if node not in modules:
                yield Site("name", start, start, end)
            case cst.SimpleString(prefix=prefix, quote=quote) if "b" not in prefix:
                yield Site("string", start, start + len(prefix + quote), end - len(quote))
            case cst.FormattedString(parts=parts):
                yield from _texts(source, start, parts)
            case cst.Comment():
                yield Site("comment", start, start + 1, end)


def _texts(
    source: Source, start: int, parts: Sequence[cst.BaseFormattedStringContent]
) -> Iterator[Site]:
    """Yield the literal parts of an f-string; one that is all the string is told by its start."""
    for part in parts:
        if isinstance(part, cst.FormattedStringText):
            first, last = source.spans[part]
            yield Site("f-string", start if len(parts) == 1 else first, first, last)


def _module_names(source: Source) -> set[cst.CSTNode]:
    """Return the nodes that name modules: `import a.lr`, `from a.lr import x`."""
    waiting: list[cst.CSTNode] = []
    for node in source.spans:
        match node:
            case cst.Import(names=aliases):
                waiting += (alias.name for alias in aliases)
            case cst.ImportFrom(module=cst.BaseExpression() as module):
                waiting.append(module)
    names: set[cst.CSTNode] = set()
    while waiting:
        names.add(node := waiting.pop())
        waiting += node.children
    return names


def _smallest(source: Source, offset: int) -> str:
    """Return the smallest node that begins at the offset."""
    return min(
        (source.code(node) for node, (start, end) in source.spans.items() if start == offset < end),
        key=len,
        default=source.text[offset : offset + 1],
    )
