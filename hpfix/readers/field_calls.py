"""`Config(lr=0.1)`, `replace(config, lr=0.1)`: fields that a call names."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from hpfix.facts import KeyedAccess
from hpfix.model import Expression, Reference, Value
from hpfix.readers.python_expressions import REPLACERS, replaced, value_of
from hpfix.readers.python_file import Walk, reads
from hpfix.scopes import ELEMENTS, INSTANCE

METHODS = frozenset({"_replace", "replace"})
COPIERS = frozenset({"model_copy", "copy"})
LITERALS = (ast.Constant, ast.UnaryOp, ast.List, ast.Tuple)


def _may_be_class(name: str) -> bool:
    return name[:1].isupper() or name == "cls"


@reads(ast.Call, called=_may_be_class)
def read_constructor(node: ast.Call, here: Walk) -> Iterable[Reference]:
    """`Config(lr=0.1)`, `cls(lr=0.1)`: what is called so may be a class"""
    return _named(here.expression(node.func), node.keywords, here) if node.keywords else ()


@reads(ast.Call, called=REPLACERS)
def read_replace(node: ast.Call, here: Walk) -> Iterator[Reference]:
    """`dataclasses.replace(config, lr=0.1)`, `attrs.evolve(config, lr=0.1)`"""
    owner = replaced(node)
    if owner is not None:
        yield from _named(here.expression(owner), node.keywords, here)


@reads(ast.Call, called=METHODS)
def read_replace_method(node: ast.Call, here: Walk) -> Iterator[Reference]:
    """`config._replace(lr=0.1)`"""
    match node:
        case ast.Call(func=ast.Attribute(value=owner), args=[]):
            yield from _named(here.expression(owner), node.keywords, here)


@reads(ast.Call, called=COPIERS)
def read_copy(node: ast.Call, here: Walk) -> Iterator[KeyedAccess]:
    """`config.model_copy(update={"lr": 0.1})`"""
    match node:
        case ast.Call(func=ast.Attribute(value=owner), keywords=keywords):
            holder = here.expression(owner)
            for keyword in keywords:
                keys = here.expression(keyword.value)
                if keyword.arg == "update" and holder is not None and keys is not None:
                    place, made = here.place(keyword.value), holder.then(INSTANCE)
                    yield KeyedAccess(keys.then(ELEMENTS), made, place, "dict key", "override")


def _named(
    owner: Expression | None, keywords: list[ast.keyword], here: Walk
) -> Iterator[Reference]:
    """The keywords as names of an object of the class that `owner` is, or is of."""
    if owner is None:
        return
    made = owner.then(INSTANCE)
    for each in keywords:
        if each.arg is not None:
            place = here.name_place(each, each.arg)
            value = _literal(each.value, here)
            yield Reference(each.arg, place, "keyword", "override", made, value=value)


def _literal(node: ast.expr, here: Walk) -> Value | None:
    return value_of(node, here.source(node)) if isinstance(node, LITERALS) else None
