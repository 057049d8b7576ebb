"""Which keys may be absent without harm: what a test says is there, in its branches and after."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import NamedTuple

from hpfix.model import ABSENT, Expression
from hpfix.readers.python_expressions import last_name
from hpfix.readers.python_steps import expression_of

KEY_VIEWS = frozenset({".keys", ".values"})
SELECTION = ("<selection>",)
"""What a guard is of that is none: some values of a computed key come here, and others do not."""
LEAVING = frozenset({"exit", "_exit", "abort", "quit"})
"""Functions that return to nobody: `sys.exit()`."""

LEAVES = frozenset({ast.Return, ast.Raise, ast.Continue, ast.Break})


class Guard(NamedTuple):
    """A key whose absence is allowed for; without receiver in any object, without key every one."""

    receiver: tuple[str, ...] | None
    key: str

    def covers(self, receiver: Expression, key: str) -> bool:
        return self.receiver in (None, receiver.steps) and self.key in ("", key)


class Test(NamedTuple):
    """The keys that are there when a test holds, and when it does not."""

    held: tuple[Guard, ...] = ()
    refuted: tuple[Guard, ...] = ()


NOTHING = Test()
TELLING = frozenset({ast.Call, ast.Compare, ast.BoolOp, ast.UnaryOp, ast.Name})


class Remembered:
    """The tests whose results variables hold: `has_x = hasattr(hp, "x")`."""

    def __init__(self) -> None:
        self._tests: dict[tuple[str, str], Test] = {}

    def keep(self, target: ast.expr, value: ast.expr, scope: str) -> None:
        """The target holds what the value says from here on.

        A field of `self` is seen by every method, where the tested object has another name.
        """
        if not self._tests and type(value) not in TELLING:
            return
        match target:
            case ast.Name(id=name):
                variable, is_field = (scope, name), False
            case ast.Attribute(ast.Name("self"), name):
                variable, is_field = (scope.rpartition(".")[0], name), True
            case _:
                return
        test = of_test(value, scope, self) if type(value) in TELLING else NOTHING
        if is_field:
            test = Test(*(tuple(Guard(None, each.key) for each in side) for side in test))
        if test != NOTHING:
            self._tests[variable] = test
        elif variable in self._tests:
            del self._tests[variable]

    def of(self, node: ast.expr, scope: str) -> Test:
        """What is known where the node is tested."""
        if not self._tests:
            return NOTHING
        match node:
            case ast.Name(id=name):
                outer = scope.partition("::")[0]
                return self._tests.get((scope, name)) or self._tests.get((outer, name), NOTHING)
            case ast.Attribute(ast.Name("self"), name):
                return self._tests.get((scope.rpartition(".")[0], name), NOTHING)
        return NOTHING


def of_test(test: ast.expr, scope: str, known: Remembered) -> Test:
    """What a test says of keys, as far as it says anything."""
    way = SAYING.get(type(test))
    return NOTHING if way is None else way(test, scope, known)


def _of_negation(test: ast.UnaryOp, scope: str, known: Remembered) -> Test:
    if not isinstance(test.op, ast.Not):
        return NOTHING
    held, refuted = of_test(test.operand, scope, known)
    return Test(refuted, held) if held or refuted else NOTHING


def _of_several(test: ast.BoolOp, scope: str, known: Remembered) -> Test:
    tests = [of_test(each, scope, known) for each in test.values]
    if isinstance(test.op, ast.And):
        return Test(held=tuple(guard for each in tests for guard in each.held))
    return Test(refuted=tuple(guard for each in tests for guard in each.refuted))


def _of_named(test: ast.NamedExpr, scope: str, known: Remembered) -> Test:
    return of_test(test.value, scope, known)


def _of_remembered(test: ast.Name | ast.Attribute, scope: str, known: Remembered) -> Test:
    return known.of(test, scope)


def _of_comparison(test: ast.Compare, scope: str, known: Remembered) -> Test:
    if len(test.ops) > 1:
        return NOTHING
    left, other = test.left, test.comparators[0]
    match test.ops[0]:
        case ast.In() | ast.NotIn() as operator:
            there, chosen = _guard(other, left, scope), _selected(left)
            sides = ((*there, *chosen), (*_without(there), *chosen))
            return Test(*sides if isinstance(operator, ast.In) else reversed(sides))
        case ast.Eq() | ast.NotEq() if isinstance(left, ast.Name):
            return Test(_selected(left), _selected(left))
        case ast.IsNot() | ast.NotEq() if isinstance(other, ast.Constant):
            return Test(held=of_test(left, scope, known).held)
        case ast.Is() | ast.Eq() if isinstance(other, ast.Constant):
            return Test(refuted=of_test(left, scope, known).held)
    return NOTHING


def _of_call(test: ast.Call, scope: str, known: Remembered) -> Test:
    """`name.startswith("enc_")`, and whatever asks for a key."""
    if not test.args:
        return NOTHING
    match test.func:
        case ast.Attribute(value=ast.Name() as name, attr="startswith" | "endswith"):
            return Test(_selected(name), _selected(name))
    asked = _asked(test, scope)
    return Test(asked, _absent(test, scope)) if asked else NOTHING


def _asked(node: ast.Call, scope: str) -> tuple[Guard, ...]:
    """`hasattr(hp, "x")`, `hp.get("x")`; also `has(hp, "x")`, `hp.has("x")` and `has("x")`: what
    is given an object and a name, or is called so, tells whether it is there."""
    match node:
        case ast.Call(func=ast.Name(id="hasattr" | "getattr"), args=[receiver, key, *_]):
            return _guard(receiver, key, scope)
        case ast.Call(func=ast.Attribute(value=receiver, attr="get"), args=[key, *_]):
            return _guard(receiver, key, scope)
        case ast.Call(args=[receiver, ast.Constant(value=str()) as key, *_]):
            return _guard(receiver, key, scope)
        case ast.Call(args=[ast.Constant(value=str()) as key, ast.Name() as receiver]):
            return _guard(receiver, key, scope)
        case ast.Call(func=func, args=[ast.Constant(value=str(name))]):
            if not last_name(func).lstrip("_").startswith("has"):
                return ()
            if isinstance(func, ast.Attribute):
                return (*_guard(func.value, node.args[0], scope), Guard(None, name))
            return (Guard(None, name),)
    return ()


def _absent(node: ast.Call, scope: str) -> tuple[Guard, ...]:
    """What is not there where `hasattr(hp, "x")` does not hold; of others, it may be empty."""
    match node:
        case ast.Call(func=ast.Name(id="hasattr"), args=[receiver, key]):
            return _without(_guard(receiver, key, scope))
    return ()


def _without(there: tuple[Guard, ...]) -> tuple[Guard, ...]:
    return tuple(Guard(each.receiver, ABSENT + each.key) for each in there)


def _selected(key: ast.expr) -> tuple[Guard, ...]:
    """`if name == "lr"`: what is looked up by the name is not each of its values."""
    return (Guard(SELECTION, f"<{key.id}>"),) if isinstance(key, ast.Name) else ()


def key_of(node: ast.expr, scope: str) -> str | None:
    """The key that an argument gives: a literal string, or a name that holds one."""
    match node:
        case ast.Constant(value=str(key)):
            return key
    expression = expression_of(node, scope)
    return None if expression is None else computed(expression)


def computed(key: Expression) -> str:
    """How a guard names a key that is computed; no literal key looks like it."""
    return f"<{key}>"


def _guard(receiver: ast.expr, key: ast.expr, scope: str) -> tuple[Guard, ...]:
    holder, name = expression_of(receiver, scope), key_of(key, scope)
    if holder is None or name is None:
        return ()
    return (Guard(keys_owner(holder).steps, name),)


def keys_owner(holder: Expression) -> Expression:
    """`params` of `params.keys()` and `hparams` of `hparams.values()` and `hparams.__dict__`."""
    match holder.steps:
        case [*owner, view, call] if view in KEY_VIEWS and call.startswith("()"):
            return Expression(holder.scope, tuple(owner))
        case [*owner, ".__dict__"]:
            return Expression(holder.scope, tuple(owner))
    return holder


def after_if(node: ast.If, scope: str, known: Remembered) -> tuple[Guard, ...]:
    """What holds for the rest of the block: after `if not hasattr(hp, "x"): return`."""
    leaves, otherwise_leaves = is_left(node.body), is_left(node.orelse)
    if leaves == otherwise_leaves:
        return ()
    held, refuted = of_test(node.test, scope, known)
    return refuted if leaves else held


SAYING: dict[type, Callable[..., Test]] = {
    ast.UnaryOp: _of_negation,
    ast.BoolOp: _of_several,
    ast.Compare: _of_comparison,
    ast.NamedExpr: _of_named,
    ast.Call: _of_call,
    ast.Name: _of_remembered,
    ast.Attribute: _of_remembered,
}


def is_left(body: list[ast.stmt]) -> bool:
    """Whether nothing after these statements is reached from them."""
    last = body[-1] if body else None
    match last:
        case ast.Expr(value=ast.Call(func=func)):
            return last_name(func) in LEAVING
    return type(last) in LEAVES
