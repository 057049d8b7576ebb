"""A Python text read twice: by `ast` for what it says, by LibCST for where its nodes stand."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from codemods.names import shown
from codemods.splices import BOM, Refused, Splice, line_starts, splice

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
    # KeyError: what LibCST makes of a stack that ends within a chain of `elif`
    except (cst.ParserSyntaxError, RecursionError, KeyError) as error:
        raise Refused(f"does not parse: {type(error).__name__} in LibCST") from error
    starts = _starts(text, module.code)
    return Source(
        text,
        {
            node: (
                starts[each.start.line - 1] + each.start.column,
                starts[each.end.line - 1] + each.end.column,
            )
            for node, each in ranges.items()
        },
    )


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


def _starts(text: str, kept: str) -> list[int]:
    r"""Return the offsets that columns are counted from on each line of what LibCST kept.

    It drops a form feed before a statement, and a lone \r that ends the text; and to it a text
    that ends within a line ends on the next.
    """
    starts = [*line_starts(text), len(text)]
    lines, rests = (
        [line.rstrip("\r\n") for line in StringIO(code, newline="")]
        for code in (text.removeprefix(BOM), kept)
    )
    if len(lines) != len(rests):
        raise Refused("does not parse: LibCST does not keep its lines")
    for number, (line, rest) in enumerate(zip(lines, rests, strict=True)):
        if not line.endswith(rest):
            raise Refused(f"does not parse: LibCST does not keep line {number + 1}")
        starts[number] += len(line) - len(rest)
    return starts


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
