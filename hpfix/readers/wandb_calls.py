"""A sweep of Weights & Biases in Python: `wandb.sweep({...})`, `wandb.agent(id, function=main)`."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from hpfix.documents import Entry, Node
from hpfix.facts import Launch, Search
from hpfix.model import Expression
from hpfix.readers.python_expressions import value_of
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.sweep_parameters import declared_in, is_parameter
from hpfix.scopes import RUN_CONFIG

SIGN = "wandb"
"""A file without this word has no sweep."""


GRID, METHOD, PARAMETERS = "grid", "method", "parameters"


@reads(ast.Dict)
def read_parameters(node: ast.Dict, here: Walk) -> Iterator[Search]:
    """`{"lr": {"min": 1e-5, "max": 0.1}, "batch_size": {"values": [16, 32]}}`"""
    if not node.values or not here.mentions(SIGN):
        return
    if not all(isinstance(each, ast.Dict) for each in node.values):
        return
    parameters = _node(node, here)
    if parameters.entries and all(is_parameter(each.node) for each in parameters.entries):
        holder = here.expression(node)
        assert holder is not None
        values = Expression(here.path, (RUN_CONFIG,))
        method = here.methods.get(node, "")
        declared = tuple(declared_in(parameters, "wandb", method))
        yield Search(here.place(node), "wandb", declared, holder, values=values)


@reads(ast.Module)
def read_methods(node: ast.Module, here: Walk) -> Iterable[Search]:
    """`{"method": "grid", "parameters": {...}}`, `sweep["parameters"] = {...}`: how the parameters
    are gone through, where that bears on what they may be."""
    if here.mentions(SIGN) and here.mentions(GRID):
        here.methods.update(_methods(node))
    return ()


def _methods(module: ast.Module) -> Iterator[tuple[ast.expr, str]]:
    """The mapping of parameters of each sweep that says its method; by a name that is given one
    mapping alone."""
    named: dict[str, list[ast.expr]] = {}
    given: list[tuple[str, ast.expr]] = []
    sweeps = [each for each in ast.walk(module) if isinstance(each, ast.Dict)]
    for each in ast.walk(module):
        match each:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                named.setdefault(name, []).append(value)
            case ast.Assign(
                targets=[ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=key))],
                value=value,
            ) if key == PARAMETERS:
                given.append((name, value))
    known: dict[ast.expr, str] = {
        each: method for each in sweeps if (method := _text_at(each, METHOD))
    }
    parts: list[tuple[ast.expr, ast.expr]] = [
        (each, part) for each in sweeps if (part := _at(each, PARAMETERS)) is not None
    ]
    parts += [(each, value) for name, value in given for each in named.get(name, ())]
    for sweep, part in parts:
        held = named.get(part.id, []) if isinstance(part, ast.Name) else [part]
        if sweep in known and len(held) == 1:
            yield held[0], known[sweep]


def _at(node: ast.Dict, key: str) -> ast.expr | None:
    for each, value in zip(node.keys, node.values, strict=True):
        if isinstance(each, ast.Constant) and each.value == key:
            return value
    return None


def _text_at(node: ast.Dict, key: str) -> str:
    match _at(node, key):
        case ast.Constant(value=str(text)):
            return text
    return ""


@reads(ast.Call, called=["sweep"])
def read_sweep(node: ast.Call, here: Walk) -> Iterator[Launch]:
    """`wandb.sweep(sweep_config, project="p")`"""
    given = node.args[0] if node.args else _keyword(node, "sweep")
    if here.mentions(SIGN):
        for space in here.alternatives(given):
            yield Launch(here.place(node), space=space)


@reads(ast.Call, called=["agent"])
def read_agent(node: ast.Call, here: Walk) -> Iterator[Launch]:
    """`wandb.agent(sweep_id, function=main)`"""
    given = node.args[1] if len(node.args) > 1 else _keyword(node, "function")
    if given is not None and here.mentions(SIGN):
        for function in here.alternatives(_called(given)):
            yield Launch(here.place(node), function=function)


def _called(given: ast.expr) -> ast.expr:
    """`lambda: main(args)` and `partial(main, args)` call `main`."""
    match given:
        case ast.Lambda(body=ast.Call(func=function)):
            return function
        case ast.Call(func=ast.Name("partial") | ast.Attribute(attr="partial"), args=[first, *_]):
            return first
    return given


def _keyword(node: ast.Call, name: str) -> ast.expr | None:
    return next((each.value for each in node.keywords if each.arg == name), None)


def _node(node: ast.expr, here: Walk) -> Node:
    """The literal as a node of a document; what is computed is a value that nothing is known of."""
    value, place = value_of(node, here.source(node)), here.place(node)
    match node:
        case ast.Dict(keys=keys, values=values):
            entries = tuple(
                Entry(key.value, here.place(key), _node(each, here))
                for key, each in zip(keys, values, strict=True)
                if isinstance(key, ast.Constant) and isinstance(key.value, str)
            )
            return Node(value, entries=entries, place=place)
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            return Node(value, tuple(_node(each, here) for each in elements), place=place)
    return Node(value, place=place)
