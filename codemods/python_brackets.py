"""The calls and dict literals of a Python text, as brackets of items that may have names."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence

import libcst as cst

from codemods.brackets import Bracket, Item
from codemods.python_source import Source, dump, parse_result
from codemods.splices import Splice

Bracketed = cst.Call | cst.Dict
Collection = cst.List | cst.Tuple | cst.Set


def brackets_of(source: Source) -> Iterator[tuple[Bracketed, Bracket]]:
    """Yield every call and dict literal with what stands between its brackets."""
    for node, (start, end) in source.spans.items():
        match node:
            case cst.Call(args=arguments, whitespace_before_args=space):
                opening = source.spans[space][0]
                yield node, Bracket(opening, end - 1, _items(source, arguments))
            case cst.Dict(elements=elements):
                yield node, Bracket(start + 1, end - 1, _items(source, elements))


def collections_of(source: Source) -> Iterator[tuple[Collection, Bracket]]:
    """Yield every list, tuple and set literal; a string among its elements is an item's name."""
    for node, (start, end) in source.spans.items():
        match node:
            case cst.Tuple(elements=elements, lpar=[]):
                yield node, Bracket(start, end, _items(source, elements))
            case cst.Tuple(elements=elements):
                start, end = source.extent(node)
                yield node, Bracket(start + 1, end - 1, _items(source, elements))
            case cst.List(elements=elements) | cst.Set(elements=elements):
                yield node, Bracket(start + 1, end - 1, _items(source, elements))


def without(tree: ast.Module, name: str) -> tuple[str, list[str]]:
    """Take the keyword arguments, dict items and elements called `name` out of a tree.

    Returned are what the rest says and what those items were set to, in the order of `ast.walk`.
    """
    values: list[ast.expr] = []
    for node in ast.walk(tree):
        match node:
            case ast.Call(keywords=keywords):
                values += [each.value for each in keywords if each.arg == name]
                node.keywords = [each for each in keywords if each.arg != name]
            case ast.Dict(keys=keys, values=items):
                pairs = list(zip(keys, items, strict=True))
                values += [value for key, value in pairs if _is_text(key, name)]
                pairs = [(key, value) for key, value in pairs if not _is_text(key, name)]
                node.keys, node.values = [key for key, _ in pairs], [value for _, value in pairs]
            case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
                node.elts = [each for each in elements if not _is_text(each, name)]
    return dump(tree), [dump(value) for value in values]


def marked(text: str, items: Iterable[Item], mark: str) -> ast.Module:
    """Return the tree of the text with the keys of items called `mark`."""
    return parse_result(
        text,
        (
            Splice(item.start, item.key_end, mark if _is_bare(text, item) else f'"{mark}"')
            for item in items
        ),
    )


def _is_bare(text: str, item: Item) -> bool:
    return text[item.start : item.key_end] == item.name


def _items(
    source: Source,
    nodes: Sequence[cst.Arg] | Sequence[cst.BaseDictElement] | Sequence[cst.BaseElement],
) -> tuple[Item, ...]:
    items = []
    for node in nodes:
        start, end = source.spans[node]
        comma = source.spans[node.comma][0] if isinstance(node.comma, cst.Comma) else None
        match node:
            case cst.Arg(keyword=cst.Name(value=name) as key):
                items.append(Item(start, source.extent(key)[1], end, comma, name))
            case cst.DictElement(key=cst.SimpleString(evaluated_value=str(name)) as key):
                items.append(Item(start, source.extent(key)[1], end, comma, name))
            case cst.Element(value=cst.SimpleString(evaluated_value=str(name), lpar=[])):
                items.append(Item(start, end, end, comma, name))
            case _:
                items.append(Item(start, start, end, comma, None))
    return tuple(items)


def _is_text(node: ast.expr | None, text: str) -> bool:
    return isinstance(node, ast.Constant) and node.value == text
