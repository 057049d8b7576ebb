"""Which variable of a loop takes its values from which collection."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from hpfix.readers.python_children import CHILDREN
from hpfix.scopes import ELEMENTS, KEYS, VALUES

ITEM_VIEWS = frozenset({"items", "iteritems"})
KEY_VIEWS = frozenset({"keys", "iterkeys"})
VALUE_VIEWS = frozenset({"values", "itervalues"})
SIDE_BY_SIDE = frozenset({"zip", "product", "izip", "zip_longest"})
IN_TURN = frozenset({"sorted", "list", "tuple", "set", "reversed", "iter", "tqdm"})

Source = tuple[ast.expr, str]


class Loop:
    """A loop that the walk is inside of."""

    def __init__(
        self,
        target: ast.expr,
        source: ast.expr,
        body: Iterable[ast.AST],
        scope: str,
        frame: str,
    ) -> None:
        self.target, self.source, self.frame = target, source, frame
        # where the collection is evaluated
        self.scope = scope
        self._body = body

    @cached_property
    def given(self) -> frozenset[str]:
        """The names that the body gives a value."""
        names: set[str] = set()
        unseen: list[ast.AST] = [*self._body]
        for node in unseen:
            if type(node) is not ast.Name:
                for field in CHILDREN[type(node)]:
                    value = getattr(node, field)
                    if type(value) is list:
                        unseen += value
                    elif value is not None:
                        unseen.append(value)
            elif type(node.ctx) is not ast.Load:
                names.add(node.id)
        return frozenset(names)


def iterated(target: ast.expr, source: ast.expr) -> Iterator[tuple[ast.expr, Source]]:
    """Each target of a loop with the collection that its values come from, and the step to them.

    `for name in NAMES`, `for name, value in params.items()`, `for name, low in zip(NAMES, LOWS)`
    """
    match target, source:
        case ast.Tuple(elts=[_, second]), ast.Call(func=ast.Name("enumerate"), args=[inner, *_]):
            yield from iterated(second, inner)
        case _, ast.BinOp(left=left, op=ast.Add(), right=right):
            yield from iterated(target, left)
            yield from iterated(target, right)
        case _, ast.Call(func=ast.Name(name), args=[inner, *_]) if name in IN_TURN:
            yield from iterated(target, inner)
        case ast.Tuple(elts=targets), ast.Call(func=ast.Name() | ast.Attribute(), args=sources) if (
            _is_side_by_side(source) and len(targets) == len(sources)
        ):
            for one, other in zip(targets, sources, strict=True):
                yield from iterated(one, other)
        case ast.Tuple(elts=[first, _]), ast.Call(func=ast.Attribute(inner, view), args=[]):
            if view in ITEM_VIEWS:
                yield first, (inner, KEYS)
        case ast.Tuple(elts=[first, _]), ast.Call(func=ast.Attribute(attr=view), args=[inner]):
            if view in ITEM_VIEWS:  # six.iteritems(params)
                yield first, (inner, KEYS)
        case ast.Tuple(elts=[first, *_]), ast.Name() | ast.Attribute() | ast.List() | ast.Tuple():
            yield first, (source, ELEMENTS)
        case ast.Tuple(), _:
            return
        case _, ast.Call(func=ast.Attribute(inner, view), args=[]) if view in KEY_VIEWS:
            yield target, (inner, KEYS)
        case _, ast.Call(func=ast.Attribute(inner, view), args=[]) if view in VALUE_VIEWS:
            yield target, (inner, VALUES)
        case _:
            yield target, (source, ELEMENTS)


def loop_sources(name: str, loops: Iterable[Loop], frame: str) -> list[tuple[Source, str]]:
    """Where the innermost loop that binds a name takes it from, with the scope of that.

    Nothing where no loop of the function binds it, or the loop itself gives it another value.
    """
    for loop in loops:
        if loop.frame != frame:
            break
        found = [
            (source, loop.scope)
            for target, source in iterated(loop.target, loop.source)
            if isinstance(target, ast.Name) and target.id == name
        ]
        if found:
            return [] if name in loop.given else found
    return []


def _is_side_by_side(source: ast.Call) -> bool:
    match source.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name in SIDE_BY_SIDE
    return False
