"""Removes what repeats a key: a keyword argument, an item of a dict literal, a line of a class."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import libcst as cst
from libcst.codemod import CodemodCommand, CodemodContext

from codemods.brackets import Item, removed
from codemods.class_lines import repeated_line
from codemods.commands import place, rewritten
from codemods.names import shown, unused_name
from codemods.python_brackets import brackets_of, marked, without
from codemods.python_source import dump, parse_result, read
from codemods.splices import Place, Refused, Splice, offset_at, place_name


def remove_duplicate(text: str, *, key: str, at: Place | None = None) -> tuple[Splice, ...]:
    """Return the splices that remove a repeated key.

    `at` is the place of the name to remove (line and column from 1, in code points). Without it,
    the later of equal ones are removed wherever a call or dict literal repeats the key; an
    assignment in the body of a class goes only where its place is told, as it may be read between.
    Refused when the key is given once, when the values differ and no place says which goes, and
    when anything else would change.
    """
    offset = None if at is None else offset_at(text, *at)
    source = read(text)
    if offset is not None and (line := repeated_line(source, key, offset)) is not None:
        return (line,)
    chosen = [
        (bracket, _chosen(text, items, offset))
        for _, bracket in brackets_of(source)
        if len(items := [item for item in bracket.items if item.name == key]) > 1
    ]
    goes = [item for _, items in chosen for item in items]
    if not goes:
        where = "in the file" if at is None else f"at {at[0]}:{at[1]}"
        raise Refused(f"no repeated `{key}` {where}")
    splices = tuple(each for bracket, items in chosen for each in removed(text, bracket, items))
    mark = unused_name(text)
    if without(marked(text, goes, mark), mark)[0] != dump(parse_result(text, splices)):
        raise Refused(f"removing `{key}` would change more than the call")
    return splices


class RemoveDuplicate(CodemodCommand):
    """`remove_duplicate` as a LibCST command."""

    DESCRIPTION = "Remove a keyword argument that a call repeats, or an assignment of a class."

    @staticmethod
    def add_args(arg_parser: argparse.ArgumentParser) -> None:
        arg_parser.add_argument("--key", required=True, help="the repeated name")
        arg_parser.add_argument(
            "--at",
            type=place,
            metavar="LINE:COLUMN",
            help="remove this one; without it, the later ones if the values are equal",
        )

    def __init__(self, context: CodemodContext, *, key: str, at: Place | None = None) -> None:
        super().__init__(context)
        self.key, self.at = key, at

    def transform_module_impl(self, tree: cst.Module) -> cst.Module:
        return rewritten(tree, lambda text: remove_duplicate(text, key=self.key, at=self.at))


def _chosen(text: str, items: Sequence[Item], offset: int | None) -> Sequence[Item]:
    """Return the item at an offset, or all but the first; Refused when the values differ then."""
    if offset is not None:
        return [item for item in items if item.start == offset]
    mark = unused_name(text)
    _, values = without(marked(text, items, mark), mark)
    for item, value in zip(items[1:], values[1:], strict=True):
        if value != values[0]:
            one, other = (
                f"{shown(text[each.start : each.end])} at {place_name(text, each.start)}"
                for each in (items[0], item)
            )
            raise Refused(f"{one} and {other} differ; a place says which one goes")
    return items[1:]
