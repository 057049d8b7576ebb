"""Literal collections of names: `["lr", "batch_size"]`, and the string keys of `{"lr": 0.1}`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.configuration_names import says_configuration
from hpfix.facts import Flow, Inclusion, NameLiteral
from hpfix.model import Place, Value
from hpfix.readers.python_expressions import last_name, value_of
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.tuner_values import given_value
from hpfix.scopes import ELEMENTS

SPACE = "search space"
"""What a dict is that a tuner takes values from."""


@reads(ast.List, ast.Tuple, ast.Set)
def read_name_list(
    node: ast.List | ast.Tuple | ast.Set, here: Walk
) -> Iterator[NameLiteral | Flow]:
    """`["lr", *OTHERS]`, and `[("lr", 0.1), ("batch_size", 8)]` by its first members"""
    names: list[tuple[str, Place, Value | None]] = []
    others: list[ast.expr] = []
    for element in node.elts:
        match element:
            case ast.Constant(value=str(name)):
                names.append((name, here.place(element), None))
            case ast.Tuple(elts=[ast.Constant(value=str(name)) as first, *values]) if values:
                default = value_of(values[0], here.source(values[0])) if len(values) == 1 else None
                names.append((name, here.place(first), default))
            case ast.Starred(value=other):
                others.append(other)
            case _:
                return
    holder = here.expression(node)
    if names and holder is not None:
        yield NameLiteral(holder, tuple(names), "name list")
        for other in others:
            for source in here.alternatives(other):
                yield Flow(holder.then(ELEMENTS), source.then(ELEMENTS))


@reads(ast.Dict)
def read_dict_keys(node: ast.Dict, here: Walk) -> Iterator[NameLiteral | Flow | Inclusion]:
    """`{"lr": 0.1, "model": {...}, **base}`: its keys, and what its values hold"""
    holder = here.expression(node)
    assert holder is not None
    names, whole = [], True
    for key, value in zip(node.keys, node.values, strict=True):
        match key:
            case ast.Constant(value=str(name)):
                names.append((name, here.place(key), given_value(value, here.source)))
                for source in here.alternatives(value):
                    yield Flow(holder.then(f"[{name}]"), source)
            case None if (other := here.expression(value)) is not None:
                yield Inclusion(holder, other)
            case _:
                whole = False
    owner = _owner(node, here) or (SPACE if any(value.range for _, _, value in names) else "")
    yield NameLiteral(holder, tuple(names), "dict key", owner, whole)


@reads(ast.Call, called=["dict"])
def read_dict_call(node: ast.Call, here: Walk) -> Iterator[NameLiteral | Flow | Inclusion]:
    """`dict(base, lr=0.1, **other)`"""
    if not isinstance(node.func, ast.Name) or node.func.id != "dict" or not node.keywords:
        return
    holder, names, whole = here.expression(node), [], True
    if holder is None or not holder.steps[-1].startswith("()"):
        return
    for keyword in node.keywords:
        if keyword.arg is not None:
            value = given_value(keyword.value, here.source)
            names.append((keyword.arg, here.name_place(keyword, keyword.arg), value))
            for source in here.alternatives(keyword.value):
                yield Flow(holder.then(f"[{keyword.arg}]"), source)
    for each in (*node.args, *(one.value for one in node.keywords if one.arg is None)):
        other = here.expression(each)
        whole = whole and other is not None
        if other is not None:
            yield Inclusion(holder, other)
    yield NameLiteral(holder, tuple(names), "dict key", _owner(node, here), whole)


def _owner(node: ast.expr, here: Walk) -> str:
    """What a dict is called, where that says that it configures something; else nothing."""
    target = here.targets.get(node)
    name = here.name_of(node).rpartition(".")[2] if target is None else last_name(target)
    return name if says_configuration(name) else ""
