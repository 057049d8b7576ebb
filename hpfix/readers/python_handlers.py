"""Which keys may be absent since a handler stands around the place, or came through before it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.readers.python_expressions import last_name
from hpfix.readers.python_guards import Guard, is_left
from hpfix.readers.python_steps import expression_of

ABSENCE = frozenset({"AttributeError", "KeyError", "LookupError"})
ANYTHING = frozenset({"Exception", "BaseException", ""})
RAISES = frozenset({"raises", "assertRaises", "assertRaisesRegex", "assertRaisesRegexp"})
SMALL = 3
"""A broad handler guards a read only when its `try` is this short; a longer one is a last resort
around a whole program, under which a crash is still a crash."""
EVERY_KEY = Guard(None, "")


def of_handlers(node: ast.Try) -> tuple[Guard, ...]:
    """A handler for what an absent key raises guards the whole `try` body, unless it raises, too.

    `except KeyError: raise SystemExit("lr is missing")` says it better; it is missing all the same.
    """
    for handler in node.handlers:
        caught = _caught(handler.type)
        if caught & ABSENCE and not isinstance(handler.body[-1], ast.Raise):
            return (EVERY_KEY,)
        broad = caught & ANYTHING and len(node.body) <= SMALL
        if broad and not any(isinstance(each, ast.Raise) for each in handler.body):
            return (EVERY_KEY,)
    return ()


def after_body(node: ast.Try, scope: str) -> tuple[Guard, ...]:
    """The keys that the body has read when its `else` is reached."""
    if not node.orelse or not of_handlers(node):
        return ()
    return tuple(each for statement in node.body for each in _read(statement, scope))


def after_try(node: ast.Try, scope: str) -> tuple[Guard, ...]:
    """The keys that were read when the rest of the block is reached: every handler leaves it."""
    if len(node.body) > SMALL or not of_handlers(node):
        return ()
    if not all(is_left(each.body) for each in node.handlers):
        return ()
    return tuple(each for statement in node.body for each in _read(statement, scope))


def _read(statement: ast.stmt, scope: str) -> Iterator[Guard]:
    for node in ast.walk(statement):
        match node:
            case ast.Attribute(value=owner, attr=key):
                holder = expression_of(owner, scope)
            case ast.Subscript(value=owner, slice=ast.Constant(value=str(key))):
                holder = expression_of(owner, scope)
            case _:
                continue
        if holder is not None:
            yield Guard(holder.steps, key)


def of_with(node: ast.With | ast.AsyncWith) -> tuple[Guard, ...]:
    """`with contextlib.suppress(AttributeError):`"""
    for item in node.items:
        match item.context_expr:
            case ast.Call(func=func, args=kinds) if last_name(func) == "suppress":
                if {last_name(each) for each in kinds} & (ABSENCE | ANYTHING):
                    return (EVERY_KEY,)
    return ()


def expects_failure(node: ast.With | ast.AsyncWith) -> bool:
    """`with pytest.raises(AttributeError):` the names inside are wrong on purpose."""
    calls = [item.context_expr for item in node.items]
    return any(isinstance(call, ast.Call) and last_name(call.func) in RAISES for call in calls)


def _caught(kind: ast.expr | None) -> frozenset[str]:
    match kind:
        case None:
            return frozenset({""})
        case ast.Tuple(elts=kinds):
            return frozenset(last_name(each) for each in kinds)
    return frozenset({last_name(kind)})
