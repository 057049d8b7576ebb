"""Lists as long as a mapping, read by the numbers of another mapping's keys.

`gains = [each[0] for each in limits.values()]`, then `for n, key in enumerate(hyp): gains[n]`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import Alignment
from hpfix.model import Expression
from hpfix.readers.python_expressions import last_name
from hpfix.readers.python_file import Measured, Walk, reads
from hpfix.readers.python_loops import ITEM_VIEWS, KEY_VIEWS, VALUE_VIEWS

VIEWS = KEY_VIEWS | VALUE_VIEWS | ITEM_VIEWS
FILLED = frozenset("ones zeros full empty rand randn random uniform normal".split())
"""Functions that make a list of the length that they are given."""
SAME_LENGTH = frozenset("array asarray list tuple tensor as_tensor float32 float64".split())
ELEMENTWISE = frozenset("clip abs round astype copy exp log sqrt float int numpy cpu".split())
"""Methods and functions whose result is as long as what they are given."""


@reads(ast.Assign, given=[ast.Call, ast.ListComp, ast.BinOp])
def read_measured(node: ast.Assign, here: Walk) -> Iterator[Alignment]:
    """`count = len(limits)`, `gains = np.ones(count)`: what is as long as a mapping."""
    match node.targets:
        case [ast.Name(id=name)]:
            holder = here.name(name)
            found = _measured(node.value, here)
            if found is not None:
                here.measured[holder] = found
            elif here.measured:
                here.measured.pop(holder, None)
    yield from ()


@reads(ast.For)
def read_counted(node: ast.For, here: Walk) -> Iterator[Alignment]:
    """`for number, key in enumerate(settings): gains[number]`"""
    match node:
        case ast.For(
            target=ast.Tuple(elts=[ast.Name(id=number), _]),
            iter=ast.Call(func=ast.Name("enumerate"), args=[keys], keywords=[]),
        ) if here.measured:
            iterated = here.expression(_viewed(keys))
            for each in _numbered(node.body, number) if iterated is not None else ():
                found = here.measured.get(here.name(each.id))
                if found is not None and found.is_list and iterated is not None:
                    yield Alignment(found.owner, iterated, here.place(each))


def _numbered(body: list[ast.stmt], number: str) -> Iterator[ast.Name]:
    """The lists that are read at a number."""
    for statement in body:
        for node in ast.walk(statement):
            match node:
                case ast.Subscript(value=ast.Name() as owner, slice=ast.Name(id=name)):
                    if name == number and isinstance(node.ctx, ast.Load):
                        yield owner


def _measured(value: ast.expr, here: Walk) -> Measured | None:
    match value:
        case ast.Call(func=ast.Name("len"), args=[ast.Name() | ast.Attribute() as owner]):
            return _of_owner(here.expression(owner), is_list=False)
        case ast.ListComp(generators=[ast.comprehension(iter=owner, ifs=[])]):
            return _of_owner(here.expression(_viewed(owner)), is_list=True)
        case ast.Call(args=[first, *_]) if last_name(value.func) in FILLED:
            return _of_length(first, here)
        case ast.Call(args=[first, *_]) if last_name(value.func) in SAME_LENGTH:
            if isinstance(first, ast.ListComp) or _viewed(first) is not first:
                whole = first if isinstance(first, ast.ListComp) else None
                found = None if whole is None else _measured(whole, here)
                return found or _of_owner(here.expression(_viewed(first)), is_list=True)
        case ast.BinOp(left=ast.List(elts=[_]), op=ast.Mult(), right=count):
            return _of_length(count, here)
    return _of_parts(value, here) if here.measured else None


def _viewed(node: ast.expr) -> ast.expr:
    """The mapping of which a view is taken."""
    match node:
        case ast.Call(func=ast.Attribute(owner, view), args=[]) if view in VIEWS:
            return owner
    return node


def _of_owner(owner: Expression | None, *, is_list: bool) -> Measured | None:
    return None if owner is None else Measured(owner, is_list)


def _of_length(count: ast.expr, here: Walk) -> Measured | None:
    """A list of a length that is a mapping's."""
    match count:
        case ast.Name(id=name):
            found = here.measured.get(here.name(name))
            is_length = found is not None and not found.is_list
        case ast.Call():
            found = _measured(count, here)
            is_length = found is not None and not found.is_list
        case _:
            return None
    return found._replace(is_list=True) if found is not None and is_length else None


def _of_parts(value: ast.expr, here: Walk) -> Measured | None:
    """A list made from such lists, number by number: `(gains * noise + 1).clip(0.3, 3)`."""
    owners = {each.owner for each in _lists_in(value, here)}
    return Measured(owners.pop(), True) if len(owners) == 1 else None


def _lists_in(node: ast.expr, here: Walk) -> Iterator[Measured]:
    match node:
        case ast.Name(id=name):
            found = here.measured.get(here.name(name))
            yield from (found,) if found is not None and found.is_list else ()
        case ast.BinOp(left=left, right=right):
            yield from _lists_in(left, here)
            yield from _lists_in(right, here)
        case ast.Compare(left=left, comparators=[right]):
            yield from _lists_in(left, here)
            yield from _lists_in(right, here)
        case ast.Call(func=ast.Attribute(inner, name)) if name in ELEMENTWISE:
            yield from _lists_in(inner, here)
