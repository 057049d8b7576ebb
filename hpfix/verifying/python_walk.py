"""The walk through Python's own syntax tree of a text, and the comments that `tokenize` reads."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from hpfix.comment_tokens import comments_in
from hpfix.positions import BOM, line_starts, offset_of
from hpfix.verifying.walks import Comment, Differs, Step, Walk

Span = tuple[int, int]


class _Part(NamedTuple):
    """A node, or what a node says, to be walked; `is_fixed`: all inside is told by its span."""

    node: object
    field: str
    span: Span
    is_fixed: bool


# what one edit left is what the next one begins with
@lru_cache(maxsize=4)
def python_walk(text: str) -> Walk:
    """The steps of a text. Raises Differs where it does not parse."""
    tree = parsed(text)
    starts = line_starts(text)
    comments = tuple(
        Comment(offset_of(starts, line, column), said) for line, column, said in comments_in(text)
    )
    return Walk(tuple(_steps(tree, Offsets(text), (0, len(text)))), comments)


def parsed(text: str) -> ast.Module:
    """The tree of a text. Raises Differs where it does not parse."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(text.removeprefix(BOM))
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise Differs("it does not parse") from error


class Offsets:
    """The places of `ast`, whose columns count the bytes of UTF-8, as offsets in code points."""

    def __init__(self, text: str) -> None:
        self._text, self._starts = text, line_starts(text)
        self._is_ascii = text.isascii()

    def span(self, node: object, around: Span) -> Span:
        """Where a node begins and ends; where it has no place of its own, the span around it."""
        if not isinstance(node, ast.expr | ast.stmt | ast.keyword | ast.arg | ast.alias):
            return around
        assert node.end_lineno is not None and node.end_col_offset is not None  # it was parsed
        start = self._offset(node.lineno, node.col_offset)
        return start, self._offset(node.end_lineno, node.end_col_offset)

    def _offset(self, line: int, column: int) -> int:
        start = self._starts[line - 1]
        if self._is_ascii:
            return start + column
        said = self._text[start : start + column].encode()[:column]
        return start + len(said.decode(errors="ignore"))


def _steps(tree: ast.Module, offsets: Offsets, whole: Span) -> Iterator[Step]:
    """Without recursion, as code may be nested deeper than Python's stack."""
    waiting: list[Step | _Part] = [_Part(tree, "", whole, False)]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Step):
            yield item
            continue
        node, field, span, is_fixed = item
        kind = type(node).__name__
        if not isinstance(node, ast.AST):
            yield Step(kind, node if isinstance(node, str) else repr(node), *span, field=field)
            continue
        span = span if is_fixed else offsets.span(node, span)
        yield Step(kind, "", *span, turn=1, field=field)
        waiting.append(Step("end", "", *span, turn=-1))
        # within an f-string, Python 3.11 knows no exact places
        is_fixed = is_fixed or isinstance(node, ast.JoinedStr)
        waiting += reversed(list(_inside(node, offsets, span, is_fixed=is_fixed)))


def _inside(
    node: ast.AST, offsets: Offsets, span: Span, *, is_fixed: bool
) -> Iterator[Step | _Part]:
    """What is in a node; the keys and values of a dict in pairs, as they are written."""
    if isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            start = offsets.span(value if key is None else key, span)[0]
            pair = span if is_fixed else (start, offsets.span(value, span)[1])
            yield Step("item", "", *pair, turn=1)
            yield _Part(key, "key", pair, is_fixed)
            yield _Part(value, "value", pair, is_fixed)
            yield Step("end", "", *pair, turn=-1)
        return
    for field, value in ast.iter_fields(node):
        for each in value if isinstance(value, list) else [value]:
            if not isinstance(each, ast.expr_context):
                yield _Part(each, field, span, is_fixed)
