"""Removes one mention of a key: an element, a dict item, an argument, a clause of a string."""

from __future__ import annotations

import argparse
import ast
from collections.abc import Sequence
from dataclasses import replace

import libcst as cst
from libcst.codemod import CodemodCommand, CodemodContext

from codemods.brackets import Bracket, Item, removed
from codemods.commands import place, rewritten
from codemods.key_sites import site_at
from codemods.names import unused_name
from codemods.override_clauses import clause_span
from codemods.python_brackets import brackets_of, collections_of, without
from codemods.python_source import Source, dump, parse, parse_result, read
from codemods.splices import Place, Refused, Splice, offset_at, place_name


def remove_reference(text: str, *, key: str, at: Place) -> tuple[Splice, ...]:
    """Return the splices that remove the mention of a key at a place.

    What stands there (line and column from 1, in code points) is a string literal in a list, a
    tuple or a set, the key of a dict literal's item, a keyword argument, or a name in a string of
    overrides, as in `"lr=0.1,bs=3"`. It goes with its value and one comma; with its lines and the
    comment behind it where it has them to itself. Refused when something else stands there, when
    what is left would be of another kind, and when anything else would change.
    """
    source = read(text)
    offset = offset_at(text, *at)
    found = _item_at(source, key, offset)
    if found is None:
        site = site_at(source, offset, key)
        splices, goes = _clause(source, key, site.start, site.end)
    else:
        node, bracket, item = found
        _check_kind_stays(source, node, bracket, key)
        splices = _kept_tuple(node, bracket, item, removed(text, bracket, [item]))
        goes = Splice(item.start, item.key_end, "")
    _verify(text, splices, goes, is_clause=found is None, key=key)
    return splices


class RemoveReference(CodemodCommand):
    """`remove_reference` as a LibCST command."""

    DESCRIPTION = "Remove a name from a list, a dict, a call or a string of overrides."

    @staticmethod
    def add_args(arg_parser: argparse.ArgumentParser) -> None:
        arg_parser.add_argument("--key", required=True, help="the name to remove")
        arg_parser.add_argument(
            "--at", type=place, required=True, metavar="LINE:COLUMN", help="where it stands"
        )

    def __init__(self, context: CodemodContext, *, key: str, at: Place) -> None:
        super().__init__(context)
        self.key, self.at = key, at

    def transform_module_impl(self, tree: cst.Module) -> cst.Module:
        return rewritten(tree, lambda text: remove_reference(text, key=self.key, at=self.at))


def _item_at(source: Source, key: str, offset: int) -> tuple[cst.CSTNode, Bracket, Item] | None:
    for node, bracket in (*brackets_of(source), *collections_of(source)):
        for item in bracket.items:
            if item.start == offset and item.name == key:
                return node, bracket, item
    return None


def _check_kind_stays(source: Source, node: cst.CSTNode, bracket: Bracket, key: str) -> None:
    if len(bracket.items) > 1:
        return
    where = place_name(source.text, source.spans[node][0])
    match node:
        case cst.Set():
            raise Refused(f"without `{key}` the set at {where} would be a dict")
        case cst.Tuple(lpar=[]):
            raise Refused(f"without `{key}` nothing would be left of the tuple at {where}")


def _kept_tuple(
    node: cst.CSTNode, bracket: Bracket, item: Item, splices: tuple[Splice, ...]
) -> tuple[Splice, ...]:
    """Keep or write the comma of a tuple of one: `("a", "b")` becomes `("a",)`."""
    others = [each for each in bracket.items if each is not item]
    if not isinstance(node, cst.Tuple) or len(others) != 1:
        return splices
    left = others[0]
    # that of the last item may become that of the one before
    commas = [left.comma, item.comma if item.start > left.start else None]
    for comma in commas:
        if comma is not None and not any(each.start <= comma < each.end for each in splices):
            return splices
    if any(each.start == left.end for each in splices):
        return tuple(replace(each, content=",") for each in splices)
    return (Splice(left.end, left.end, ","), *splices)


def _clause(source: Source, key: str, start: int, end: int) -> tuple[tuple[Splice, ...], Splice]:
    """Return the splice that takes a clause out of the string that holds `start:end`, twice."""
    literal = _literal_around(source, start, end)
    where = place_name(source.text, start)
    if literal is None:
        raise Refused(f"`{key}` at {where} is neither listed nor given a value in a string")
    opaque = [
        span
        for node, span in source.spans.items()
        if isinstance(node, cst.FormattedStringExpression) and literal[0] <= span[0] < literal[1]
    ]
    span = clause_span(source.text, literal, opaque, (start, end))
    splice = Splice(*span, "")
    return (splice,), splice


def _literal_around(source: Source, start: int, end: int) -> tuple[int, int] | None:
    """Return the span between the quotes of the string that a name stands in."""
    for node, (first, last) in source.spans.items():
        match node:
            case cst.SimpleString(prefix=prefix, quote=quote) if "b" not in prefix:
                inner = first + len(prefix + quote), last - len(quote)
            case cst.FormattedString(start=opening, end=closing):
                inner = first + len(opening), last - len(closing)
            case _:
                continue
        if inner[0] <= start and end <= inner[1]:
            return inner
    return None


def _verify(
    text: str, splices: Sequence[Splice], goes: Splice, *, is_clause: bool, key: str
) -> None:
    """Refuse unless the parsed result lacks what a name that occurs nowhere else marks."""
    mark = unused_name(text)
    content = mark if is_clause or _is_name(text, goes, key) else f'"{mark}"'
    tree = parse_result(text, [Splice(goes.start, goes.end, content)])
    if dump(tree).count(mark) != 1 or dump(tree) == dump(parse(text)):
        raise Refused(f"removing `{key}` would change more than its mention")
    expected = _unsaid(tree, mark) if is_clause else without(tree, mark)[0]
    if expected != dump(parse_result(text, splices)):
        raise Refused(f"removing `{key}` would change more than its mention")


def _is_name(text: str, goes: Splice, key: str) -> bool:
    return text[goes.start : goes.end] == key


def _unsaid(tree: ast.Module, mark: str) -> str:
    """Return what a tree says without a mark in one of its strings."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(value)):
                node.value = value.replace(mark, "")
            case ast.JoinedStr(values=values):
                node.values = [each for each in values if not _is_only(each, mark)]
    return dump(tree)


def _is_only(node: ast.expr, mark: str) -> bool:
    return isinstance(node, ast.Constant) and node.value == mark
