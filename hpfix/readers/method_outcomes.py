"""What a method does with a name that is not there: it passes, or which error it raises.

The body is followed for one name that is in no mapping and has no special spelling: `key in x` and
`hasattr(self, key)` are false, `x[key]` raises KeyError, `getattr(x, key)` AttributeError.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

from hpfix.readers.python_expressions import last_name

PASSES, KEY_ERROR, ATTRIBUTE_ERROR, ERROR = "passes", "KeyError", "AttributeError", "error"
UNCLEAR, GOES_ON = "unclear", "goes on"
CATCHES = {
    KEY_ERROR: frozenset({"KeyError", "LookupError", "Exception", "BaseException", ""}),
    ATTRIBUTE_ERROR: frozenset({"AttributeError", "Exception", "BaseException", ""}),
}
HARMLESS = frozenset(
    "get getattr hasattr pop setdefault setattr __setattr__ __setitem__ add_hparam isinstance str "
    "repr format append add print warn warning info debug strip lower upper len".split()
)
"""Calls that take an unknown name as well as a known one."""
Outcomes = frozenset[str]
ON = frozenset({GOES_ON})


def outcomes_of(method: ast.FunctionDef | ast.Lambda, key: str) -> Outcomes:
    """All that a call with an unknown name may come to; `key` is the variable that holds it."""
    if isinstance(method, ast.Lambda):
        return _returned(method.body, key)
    found = _run(method.body, key)
    return (found - ON) | {PASSES} if GOES_ON in found else found


def _run(body: Iterable[ast.stmt], key: str) -> Outcomes:
    found: Outcomes = frozenset()
    for statement in body:
        now = _one(statement, key)
        found |= now - ON
        if GOES_ON not in now:
            return found
    return found | ON


def _one(statement: ast.stmt, key: str) -> Outcomes:
    match statement:
        case ast.Return(value=value):
            return _returned(value, key)
        case ast.Raise(exc=error):
            return _raised(error)
        case ast.If(test=test, body=then, orelse=otherwise):
            return _chosen(test, _run(then, key), _run(otherwise, key), key)
        case ast.Try():
            return _tried(statement, key)
        case ast.For(body=body) | ast.While(body=body):
            return _run(body, key) | ON
        case ast.With(body=body):
            return _run(body, key)
    return _evaluated(statement, key)


def _returned(value: ast.expr | None, key: str) -> Outcomes:
    found = ON if value is None else _evaluated(value, key)
    return frozenset({PASSES}) if found == ON else found


def _raised(error: ast.expr | None) -> Outcomes:
    name = last_name(error.func if isinstance(error, ast.Call) else error or ast.Pass())
    return frozenset({name if name in CATCHES else ERROR if name else UNCLEAR})


def _chosen(test: ast.expr, then: Outcomes, otherwise: Outcomes, key: str) -> Outcomes:
    truth = _truth(test, key)
    if truth is None:
        return then | otherwise
    return then if truth else otherwise


def _tried(node: ast.Try, key: str) -> Outcomes:
    found = _run(node.body, key)
    for error, catchers in CATCHES.items():
        if error not in found:
            continue
        for handler in node.handlers:
            kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
            if {last_name(kind or ast.Pass()) for kind in kinds} & catchers:
                found = (found - {error}) | _run(handler.body, key)
                break
    return found


def _evaluated(node: ast.AST, key: str) -> Outcomes:
    """The errors that evaluating it raises; GOES_ON where it raises none."""
    match node:
        case ast.IfExp(test=test, body=then, orelse=otherwise):
            return _chosen(test, _evaluated(then, key), _evaluated(otherwise, key), key)
        case ast.Subscript(slice=ast.Name(id=name), ctx=ast.Load()) if name == key:
            return frozenset({KEY_ERROR})
        case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Name(id=name)]) if name == key:
            return frozenset({ATTRIBUTE_ERROR})
        case ast.Call(func=ast.Attribute(attr="__getattr__" | "__getattribute__")):
            return frozenset({ATTRIBUTE_ERROR})
        case ast.Call(func=ast.Attribute(attr="__getitem__")):
            return frozenset({KEY_ERROR})
        case ast.Call(func=func, args=arguments) if last_name(func) not in HARMLESS:
            if any(isinstance(each, ast.Name) and each.id == key for each in arguments):
                return frozenset({UNCLEAR})
    found: Outcomes = frozenset()
    for child in ast.iter_child_nodes(node):
        found |= _evaluated(child, key) - ON
    return found or ON


def _truth(test: ast.expr, key: str) -> bool | None:
    """Whether a test holds of an unknown name; None where it depends on something else."""
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            truth = _truth(operand, key)
            return None if truth is None else not truth
        case ast.BoolOp(op=operator, values=values):
            decides = isinstance(operator, ast.Or)
            truths = [_truth(each, key) for each in values]
            if decides in truths:
                return decides
            return None if None in truths else not decides
        case ast.Compare(left=ast.Name(id=name), ops=[ast.In() | ast.Eq()]) if name == key:
            return False
        case ast.Compare(left=ast.Name(id=name), ops=[ast.NotIn() | ast.NotEq()]) if name == key:
            return True
        case ast.Call(func=ast.Name(id="hasattr"), args=[_, ast.Name(id=name)]) if name == key:
            return False
        case ast.Call(func=ast.Attribute(ast.Name(id=name), "startswith" | "endswith")):
            return False if name == key else None
    return None
