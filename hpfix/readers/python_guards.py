"""Which keys may be absent without harm: a test, a default or a handler around a read."""

from __future__ import annotations

import ast
from typing import NamedTuple

from hpfix.model import Expression
from hpfix.readers.python_expressions import expression_of, last_name

ABSENCE = frozenset({"AttributeError", "KeyError", "LookupError"})
ANYTHING = frozenset({"Exception", "BaseException", ""})
RAISES = frozenset({"raises", "assertRaises", "assertRaisesRegex"})
SMALL = 3
"""A broad handler guards a read only when its `try` is this short; a longer one is a last resort
around a whole program, under which a crash is still a crash."""
KEY_VIEWS = frozenset({".keys", ".values"})


class Guard(NamedTuple):
    """A key whose absence is allowed for; without receiver and key, every key."""

    receiver: tuple[str, ...] | None
    key: str

    def covers(self, receiver: Expression, key: str) -> bool:
        return self.receiver is None or (self.key == key and self.receiver == receiver.steps)


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


def of_test(test: ast.expr, scope: str) -> tuple[list[Guard], list[Guard]]:
    """The keys that are there when the test holds, and when it does not."""
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            held, refuted = of_test(operand, scope)
            return refuted, held
        case ast.BoolOp(op=ast.And(), values=values):
            return [guard for each in values for guard in of_test(each, scope)[0]], []
        case ast.BoolOp(op=ast.Or(), values=values):
            return [], [guard for each in values for guard in of_test(each, scope)[1]]
        case ast.Compare(left=left, ops=[ast.In()], comparators=[container]):
            return _guard(container, left, scope), []
        case ast.Compare(left=left, ops=[ast.NotIn()], comparators=[container]):
            return [], _guard(container, left, scope)
        case ast.Compare(left=left, ops=[ast.IsNot() | ast.NotEq()], comparators=[ast.Constant()]):
            return of_test(left, scope)[0], []
        case ast.Compare(left=left, ops=[ast.Is() | ast.Eq()], comparators=[ast.Constant()]):
            return [], of_test(left, scope)[0]
        case ast.Call(func=ast.Name(id="hasattr" | "getattr"), args=[receiver, key, *_]):
            return _guard(receiver, key, scope), []
        case ast.Call(func=ast.Attribute(value=receiver, attr="get"), args=[key, *_]):
            return _guard(receiver, key, scope), []
    return [], []


def _guard(receiver: ast.expr, key: ast.expr, scope: str) -> list[Guard]:
    holder, name = expression_of(receiver, scope), key_of(key, scope)
    if holder is None or name is None:
        return []
    return [Guard(keys_owner(holder).steps, name)]


def keys_owner(holder: Expression) -> Expression:
    """`params` of `params.keys()` and `hparams` of `hparams.values()` and `hparams.__dict__`."""
    match holder.steps:
        case [*owner, view, call] if view in KEY_VIEWS and call.startswith("()"):
            return Expression(holder.scope, tuple(owner))
        case [*owner, ".__dict__"]:
            return Expression(holder.scope, tuple(owner))
    return holder


def after_statement(statement: ast.stmt, scope: str) -> list[Guard]:
    """What holds for the rest of the block: after `if not hasattr(hp, "x"): return`, and after a
    branch that gives the key a value: `if "x" not in hp: hp["x"] = 1`."""
    match statement:
        case ast.If(test=test, body=[*_, last], orelse=[]):
            if isinstance(last, (ast.Return, ast.Raise, ast.Continue, ast.Break)):
                return of_test(test, scope)[1]
        case ast.Assert(test=test):
            return of_test(test, scope)[0]
    return []


def expects_failure(node: ast.With | ast.AsyncWith) -> bool:
    """`with pytest.raises(AttributeError):` the names inside are wrong on purpose."""
    calls = [item.context_expr for item in node.items]
    return any(isinstance(call, ast.Call) and last_name(call.func) in RAISES for call in calls)


def of_handlers(node: ast.Try) -> list[Guard]:
    """A handler for what an absent key raises guards the whole `try` body."""
    for handler in node.handlers:
        caught = _caught(handler.type)
        if caught & ABSENCE:
            return [Guard(None, "")]
        broad = caught & ANYTHING and len(node.body) <= SMALL
        if broad and not any(isinstance(each, ast.Raise) for each in handler.body):
            return [Guard(None, "")]
    return []


def _caught(kind: ast.expr | None) -> frozenset[str]:
    match kind:
        case None:
            return frozenset({""})
        case ast.Tuple(elts=kinds):
            return frozenset(last_name(each) for each in kinds)
    return frozenset({last_name(kind)})
