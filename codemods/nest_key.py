"""Looks a key up one mapping further in, or one less: `config["lr"]`, `config["adam"]["lr"]`."""

from __future__ import annotations

import argparse
import ast
from collections.abc import Sequence

import libcst as cst
from libcst.codemod import CodemodCommand, CodemodContext

from codemods.commands import place, rewritten
from codemods.lookups import lookup_at, step_at
from codemods.names import check_identifier, check_quotable, unused_name
from codemods.python_source import dump, parse, parse_result, read
from codemods.splices import Place, Refused, Splice, offset_at

STYLES = ("attribute", "subscript")


def nest_key(
    text: str, *, key: str, step: str, at: Sequence[Place], style: str = "subscript"
) -> tuple[Splice, ...]:
    """Return the splices that look a key up in what is held under `step` at the given places.

    `config.lr` becomes `config.step.lr`, `config["lr"]` becomes `config["step"]["lr"]`; before a
    method, as in `config.get("lr")`, and behind `"lr" in config`, the step is written in the given
    style. `getattr(config, "lr")` gets `config.step`, and `select(config, "lr")` the path
    `"step.lr"`. A place (line and column from 1, in code points) is the first character of the
    attribute, of the literal, or of the key in a path. Refused when no lookup stands there, and
    when anything but the step would be added.
    """
    source = read(text)
    check_identifier(step) if style == "attribute" else check_quotable(step)
    mark = unused_name(text + step)
    splices, marked = [], []
    for offset in sorted({offset_at(text, *each) for each in at}):
        found = lookup_at(source, key, offset, style)
        splices.append(Splice(found.at, found.at, found.before + step + found.behind))
        marked.append(Splice(found.at, found.at, found.before + mark + found.behind))
    said = parse_result(text, marked)
    count = dump(said).count(mark)
    is_same = dump(said).replace(mark, step) == dump(parse_result(text, splices))
    if count != len(splices) or not is_same or _without(said, mark) != dump(parse(text)):
        raise Refused(f"looking `{key}` up in `{step}` would change more than that")
    return tuple(splices)


def unnest_key(text: str, *, step: str, at: Sequence[Place]) -> tuple[Splice, ...]:
    """Return the splices that leave a step of a lookup out: `config.step.lr` becomes `config.lr`.

    A place (line and column from 1, in code points) is the first character of the step: of an
    attribute, of a subscript's literal, of the literal in `config.get("step")`, or of a segment of
    a path. Refused when no step stands there that another follows, and when anything else would
    change.
    """
    source = read(text)
    mark = unused_name(text + step)
    splices, marked = [], []
    for offset in sorted({offset_at(text, *each) for each in at}):
        start, end = step_at(source, step, offset)
        splices.append(Splice(start, end, ""))
        marked.append(Splice(offset, offset + len(step), mark))
        if not text.startswith(step, offset):  # behind the quote
            quoted = text.index(step, offset)
            marked[-1] = Splice(quoted, quoted + len(step), mark)
    said = parse_result(text, marked)
    is_same = dump(said).replace(mark, step) == dump(parse(text))
    if not is_same or _without(said, mark) != dump(parse_result(text, splices)):
        raise Refused(f"leaving `{step}` out would change more than that")
    return tuple(splices)


class NestKey(CodemodCommand):
    """`nest_key` as a LibCST command."""

    DESCRIPTION = "Look a key up in what is held under another one."

    @staticmethod
    def add_args(arg_parser: argparse.ArgumentParser) -> None:
        arg_parser.add_argument("--key", required=True, help="the key that is looked up")
        arg_parser.add_argument("--step", required=True, help="the key under which it is now")
        _add_places(arg_parser)
        arg_parser.add_argument(
            "--style", choices=STYLES, default="subscript", help="how it is written at a method"
        )

    def __init__(
        self,
        context: CodemodContext,
        *,
        key: str,
        step: str,
        at: Sequence[Place],
        style: str = "subscript",
    ) -> None:
        super().__init__(context)
        self.key, self.step, self.at, self.style = key, step, at, style

    def transform_module_impl(self, tree: cst.Module) -> cst.Module:
        return rewritten(
            tree,
            lambda text: nest_key(text, key=self.key, step=self.step, at=self.at, style=self.style),
        )


class UnnestKey(CodemodCommand):
    """`unnest_key` as a LibCST command."""

    DESCRIPTION = "Leave out one step on the way to a key."

    @staticmethod
    def add_args(arg_parser: argparse.ArgumentParser) -> None:
        arg_parser.add_argument("--step", required=True, help="the key that is left out")
        _add_places(arg_parser)

    def __init__(self, context: CodemodContext, *, step: str, at: Sequence[Place]) -> None:
        super().__init__(context)
        self.step, self.at = step, at

    def transform_module_impl(self, tree: cst.Module) -> cst.Module:
        return rewritten(tree, lambda text: unnest_key(text, step=self.step, at=self.at))


def _add_places(arg_parser: argparse.ArgumentParser) -> None:
    arg_parser.add_argument(
        "--at",
        type=place,
        action="append",
        required=True,
        metavar="LINE:COLUMN",
        help="where it stands; may be repeated",
    )


class _Steps(ast.NodeTransformer):
    """Leaves the steps of one name out of every lookup."""

    def __init__(self, name: str) -> None:
        self.name = name

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        return node.value if node.attr == self.name else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        match node.slice:
            case ast.Constant(value=value) if value == self.name:
                return node.value
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.Call(
                func=ast.Attribute(value=owner, attr="get"), args=[ast.Constant(value=value), *_]
            ) if value == self.name:
                return owner
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if isinstance(node.value, str) and self.name in node.value and "." in node.value:
            kept = [each for each in node.value.split(".") if each != self.name]
            node.value = ".".join(kept)
        return node


def _without(tree: ast.Module, name: str) -> str:
    return dump(_Steps(name).visit(tree))
