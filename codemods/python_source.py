"""A Python text read twice: by `ast` for what it says, by LibCST for where its nodes stand."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from codemods.libcst_lines import lines_of
from codemods.names import shown
from codemods.splices import BOM, Refused, Splice, splice

# LibCST crashes the process on what is nested some thousand deep; Python's own stack ends before
DEEPEST = 250


@dataclass(frozen=True, slots=True)
class Source:
    """A text and the span of each of its nodes, as offsets into the text."""

    text: str
    spans: Mapping[cst.CSTNode, tuple[int, int]]

    def code(self, node: cst.CSTNode) -> str:
        """Return the node as it is written, without the parentheses around it."""
        start, end = self.spans[node]
        return self.text[start:end]

    def extent(self, node: cst.BaseExpression) -> tuple[int, int]:
        """Return the span of an expression, with the parentheses around it."""
        start, end = self.spans[node]
        if node.lpar:
            return self.spans[node.lpar[0]][0], self.spans[node.rpar[-1]][1]
        return start, end


def read(text: str) -> Source:
    """Read a text, byte-order mark and all; Refused when it does not parse."""
    parse(text)
    code = text.removeprefix(BOM)
    try:
        module = cst.parse_module(code)
        ranges = MetadataWrapper(module, unsafe_skip_copy=True).resolve(PositionProvider)
    except cst.ParserSyntaxError as error:
        raise Refused("does not parse: LibCST cannot read it") from error
    # KeyError: what LibCST makes of a stack that ends within a chain of `elif`
    except (RecursionError, KeyError) as error:
        raise Refused("does not parse: nested too deeply") from error
    lines = lines_of(text, module.code)
    spans = {
        node: (
            lines[each.start.line - 1].start_at(each.start.column),
            lines[each.end.line - 1].end_at(each.end.column),
        )
        for node, each in ranges.items()
    }
    return Source(text, spans)


def parse(text: str) -> ast.Module:
    """Parse a text without compiling it: `f(a=1, a=1)` is accepted; else Refused."""
    # "\d" in the user's code is a warning to the user's Python, not to ours
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = ast.parse(text.removeprefix(BOM))
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise Refused(f"does not parse: {_reason(error)}") from error
    if _depth(tree) > DEEPEST:
        raise Refused(f"does not parse: nested more than {DEEPEST} deep")
    return tree


def parse_result(text: str, splices: Iterable[Splice]) -> ast.Module:
    """Parse what the splices make of a text."""
    try:
        return parse(splice(text, splices))
    except Refused as refusal:
        raise Refused(f"the result {refusal}") from refusal


def dump(tree: ast.AST) -> str:
    """Return all that a tree says, places left out, as one text to compare."""
    try:
        return ast.dump(tree)
    except RecursionError as error:
        raise Refused("does not parse: nested too deeply") from error


def expression_dump(code: str) -> str:
    """Return what one expression says; Refused when the code is anything else."""
    try:
        body = parse(f"({code})").body
    except Refused as refusal:
        raise Refused(f"{shown(code)} is not an expression") from refusal
    match body:
        case [ast.Expr(value=value)]:
            return dump(value)
        case _:
            raise Refused(f"{shown(code)} is not an expression")


def _reason(error: BaseException) -> str:
    match error:
        case SyntaxError(msg=message, lineno=int(line)):
            return f"{message} at line {line}"
        case RecursionError() | MemoryError():
            return "nested too deeply"
        case _:
            return str(error)


def _depth(tree: ast.AST) -> int:
    """Return how deep LibCST will nest the tree: `a and b and c` is one node to `ast` alone."""
    deepest = 0
    waiting = [(tree, 1)]
    while waiting:
        node, depth = waiting.pop()
        deepest = max(deepest, depth)
        below = depth + (len(node.values) if isinstance(node, ast.BoolOp) else 1)
        waiting += ((child, below) for child in ast.iter_child_nodes(node))
    return deepest
