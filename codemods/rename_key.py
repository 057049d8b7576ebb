"""Renames a key in a Python file: attributes, keyword arguments, names and string literals."""

from __future__ import annotations

import argparse
import ast
from collections.abc import Sequence
from dataclasses import replace

import libcst as cst
from libcst.codemod import CodemodCommand, CodemodContext

from codemods.commands import place, rewritten
from codemods.key_sites import site_at, sites_of
from codemods.names import check_identifier, check_quotable, is_apart, stands_alone, unused_name
from codemods.python_source import dump, parse, parse_result, read
from codemods.splices import Place, Refused, Splice, offset_at


def rename_key(text: str, *, old: str, new: str, at: Sequence[Place] = ()) -> tuple[Splice, ...]:
    """Return the splices that rename `old` to `new` at the given places, or wherever it is a key.

    A place (line and column from 1, in code points) is the first character of an attribute's
    name, a keyword argument, a plain name or a string literal whose value is `old`, or a place
    inside a string literal or a comment where `old` stands alone, as in `"lr=0.1,bs=3"`. Without
    places: every attribute `.old`, keyword argument `old=` and string literal `"old"`.
    Refused when something else stands there, when the new name does not fit or a neighbour has
    it, and when anything but those names would change.
    """
    source = read(text)
    if at:
        offsets = sorted({offset_at(text, *each) for each in at})
        sites = tuple(site_at(source, offset, old) for offset in offsets)
    elif not (sites := sites_of(source, old)):
        raise Refused(f"no attribute, keyword argument or string is `{old}`")
    for site in sites:
        if site.quoted:
            check_quotable(new, in_f_string=site.kind == "f-string")
        else:
            check_identifier(new)
    splices = tuple(Splice(site.start, site.end, new) for site in sites)
    told = [each for each, site in zip(splices, sites, strict=True) if site.kind == "comment"]
    for each in told:
        if not is_apart(text, each.start, each.end):
            raise Refused(f"`{old}` is part of a longer name in a comment")
    _verify(text, splices, told, old=old, new=new)
    return splices


class RenameKey(CodemodCommand):
    """`rename_key` as a LibCST command."""

    DESCRIPTION = "Rename a key: attributes, keyword arguments and string literals."

    @staticmethod
    def add_args(arg_parser: argparse.ArgumentParser) -> None:
        arg_parser.add_argument("--old", required=True, help="the name as it is written now")
        arg_parser.add_argument("--new", required=True, help="the name to write")
        arg_parser.add_argument(
            "--at",
            type=place,
            action="append",
            default=[],
            metavar="LINE:COLUMN",
            help="rename only here; may be repeated",
        )

    def __init__(
        self, context: CodemodContext, *, old: str, new: str, at: Sequence[Place] = ()
    ) -> None:
        super().__init__(context)
        self.old, self.new, self.at = old, new, at

    def transform_module_impl(self, tree: cst.Module) -> cst.Module:
        return rewritten(
            tree, lambda text: rename_key(text, old=self.old, new=self.new, at=self.at)
        )


def _verify(
    text: str, splices: Sequence[Splice], told: Sequence[Splice], *, old: str, new: str
) -> None:
    """Refuse unless the parsed result differs in those names alone.

    Where a name that occurs nowhere else is spliced in, the tree shows what a splice reaches; one
    in a comment, as those in `told` are, reaches nothing.
    """
    mark = unused_name(text + new)
    marked = parse_result(text, [replace(each, content=mark) for each in splices])
    _check_alone(marked, mark, old)
    _check_free(marked, mark, new)
    said = dump(marked)
    if (
        said.count(mark) != len(splices) - len(told)
        or said.replace(mark, old) != dump(parse(text))
        or said.replace(mark, new) != dump(parse_result(text, splices))
    ):
        raise Refused(f"renaming `{old}` to `{new}` would change more than the name")


def _check_alone(tree: ast.Module, mark: str, old: str) -> None:
    """Refuse a name that goes on across literals, escapes or interpolations."""
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr(values=values):
                # f"{prefix}lr": what is interpolated may be part of the name
                texts = [_literal_text(each) or "_" for each in values]
            case ast.Constant(value=str(value)):
                texts = [value]
            case _:
                continue
        if not stands_alone("".join(texts), mark):
            raise Refused(f"`{old}` is part of a longer name in a string")


def _check_free(tree: ast.Module, mark: str, new: str) -> None:
    """Refuse a name that stands beside the renamed one already."""
    for node in ast.walk(tree):
        names = _names_beside(node)
        if mark in names and new in names:
            raise Refused(f"`{new}` is there already, beside the name to rename")


def _literal_text(node: ast.AST | None) -> str | None:
    match node:
        case ast.Constant(value=str(value)):
            return value
        case _:
            return None


def _names_beside(node: ast.AST) -> list[str | None]:
    """Return the names that must differ from each other in one place."""
    match node:
        case ast.Call(keywords=keywords):
            return [each.arg for each in keywords]
        case ast.arguments():
            every = [*node.posonlyargs, *node.args, *node.kwonlyargs, node.vararg, node.kwarg]
            return [each.arg for each in every if each]
        case ast.Dict(keys=keys):
            return [_literal_text(each) for each in keys]
        case ast.Module(body=body) | ast.ClassDef(body=body):
            return [name for each in body for name in _assigned_names(each)]
        case _:
            return []


def _assigned_names(statement: ast.stmt) -> list[str]:
    match statement:
        case ast.Assign(targets=targets):
            return [each.id for each in targets if isinstance(each, ast.Name)]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
        case _:
            return []
