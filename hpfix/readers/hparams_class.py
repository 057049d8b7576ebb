"""`class HParams: def __getattr__(self, name): ...`: what its objects do with an unknown name."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from hpfix.facts import Contract
from hpfix.model import Mode
from hpfix.readers.method_outcomes import (
    ATTRIBUTE_ERROR,
    KEY_ERROR,
    PASSES,
    UNCLEAR,
    Outcomes,
    outcomes_of,
)
from hpfix.readers.python_bindings import inner_scope
from hpfix.readers.python_expressions import last_name
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.python_steps import expression_of

OVERRIDES = ("set_hparam", "override_from_dict", "parse_json", "parse")
TELLING = frozenset({"__getattr__", "__missing__", "__setattr__", *OVERRIDES})
BORROWED = {
    "get": PASSES,
    "__getitem__": KEY_ERROR,
    "__getattribute__": ATTRIBUTE_ERROR,
    "__setitem__": PASSES,
}
"""`__getattr__ = dict.__getitem__`: what a method does that another class lends."""
Methods = Mapping[str, ast.FunctionDef | ast.expr]


@reads(ast.ClassDef)
def read_contract(node: ast.ClassDef, here: Walk) -> Iterator[Contract]:
    """The contract, as far as the methods of the body say it (dialects 1.1)."""
    methods = _methods(node)
    if TELLING.isdisjoint(methods):
        return
    silent: set[Mode] = set()
    raises: set[Mode] = set()
    looked_up = _outcomes("__getattr__", methods)
    if looked_up <= {KEY_ERROR} and _outcomes("__missing__", methods) == {PASSES}:
        looked_up = frozenset({PASSES})
    _sort("read", looked_up, silent, raises)
    _sort("write", _outcomes("__setattr__", methods), silent, raises)
    overrides = {_overriding(each, methods) for each in OVERRIDES if each in methods}
    if len(overrides) == 1:
        _sort("override", overrides.pop(), silent, raises)
    if silent or raises:
        scope = inner_scope(here.scope, node.name)
        refuses = looked_up == {KEY_ERROR} if looked_up else None
        yield Contract(scope, frozenset(silent), frozenset(raises), refuses)


def _methods(node: ast.ClassDef) -> Methods:
    found: dict[str, ast.FunctionDef | ast.expr] = {}
    for statement in node.body:
        match statement:
            case ast.FunctionDef(name=name):
                found[name] = statement
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                found[name] = value
    return found


def _sort(mode: Mode, outcomes: Outcomes, silent: set[Mode], raises: set[Mode]) -> None:
    """File the mode under what surely happens; what depends on something else under neither."""
    if outcomes == {PASSES}:
        silent.add(mode)
    elif outcomes and outcomes.isdisjoint({PASSES, UNCLEAR}):
        raises.add(mode)


def _outcomes(name: str, methods: Methods) -> Outcomes:
    """What a method that takes a name comes to; nothing where the class has no such method."""
    match methods.get(name):
        case None:
            return frozenset()
        case (ast.FunctionDef() | ast.Lambda()) as method if len(method.args.args) > 1:
            return outcomes_of(method, method.args.args[1].arg)
        case ast.Attribute(attr=other) if other in BORROWED:
            return frozenset({BORROWED[other]})
        case ast.Name(id=other) if other != name and other in methods:
            return _outcomes(other, methods)
    return frozenset({UNCLEAR})


def _overriding(name: str, methods: Methods) -> Outcomes:
    """What a method comes to that sets keys: by itself, in a loop, or through another one."""
    method = methods[name]
    if name == "set_hparam" or not isinstance(method, ast.FunctionDef):
        return _outcomes(name, methods)
    for node in ast.walk(method):
        match node:
            case ast.Subscript(value=owner, slice=key, ctx=ast.Store()) if _is_of_self(owner):
                return outcomes_of(method, _variable(key))
            case ast.Call(func=ast.Name(id="setattr"), args=[owner, key, _]) if _is_of_self(owner):
                return outcomes_of(method, _variable(key))
            case ast.Call(func=ast.Attribute(value=owner, attr="update")) if _is_of_self(owner):
                return frozenset({PASSES})
    for node in ast.walk(method):
        if isinstance(node, ast.Call) and _is_of_self(node.func):
            other = last_name(node.func)
            if other in OVERRIDES and other in methods and other != name:
                return _overriding(other, methods)
    return frozenset({UNCLEAR})


def _is_of_self(node: ast.expr) -> bool:
    found = expression_of(node, "")
    return found is not None and found.steps[0] == "self"


def _variable(key: ast.expr) -> str:
    """The variable that a key comes from: `name` of `name.strip()`."""
    match key:
        case ast.Name(id=name):
            return name
        case ast.Call(func=ast.Attribute(value=owner)):
            return _variable(owner)
    return ""
