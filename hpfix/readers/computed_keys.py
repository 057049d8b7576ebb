"""A key that is computed, as far as it is known: a variable, an element, a name put together."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import KeyedAccess
from hpfix.model import Expression, Form, Mode
from hpfix.patterns import ANYTHING, pattern_step
from hpfix.readers.python_file import Walk
from hpfix.readers.python_guards import SELECTION, Guard, computed
from hpfix.readers.python_loops import loop_sources
from hpfix.readers.python_steps import alternatives_of
from hpfix.scopes import ANY, VALUES

CALLED = frozenset({"setattr", "get"})
"""Forms of the calls that look a key up, or write it."""
MAKING_TEXT = frozenset("lower upper casefold capitalize strip lstrip rstrip replace".split())


def computed_accesses(
    key: ast.expr, holder: Expression, form: Form, mode: Mode, here: Walk, *, optional: bool = False
) -> Iterator[KeyedAccess]:
    """`hparams[name]`, `getattr(hparams, Keys.LR)`, `getattr(hparams, f"{kind}_dim")`"""
    place = here.place(key)
    guarded = optional or _is_guarded(key, holder, mode, here)
    sources = _sources(key, here)
    if not sources and mode == "write" and (form in CALLED or _is_text(key)):
        sources = [here.name(ANY)]
    for source in sources:
        yield KeyedAccess(source, holder, place, form, mode, guarded)


def _is_text(key: ast.expr) -> bool:
    """`name.lower()`, whose outcome may be any key."""
    match key:
        case ast.Call(func=ast.Attribute(attr=method)):
            return method in MAKING_TEXT
    return False


def _sources(key: ast.expr, here: Walk) -> list[Expression]:
    match key:
        case ast.Name(id=name):
            taken = loop_sources(name, reversed(here.loops), here.frame)
            found = [
                each.then(step)
                for (one, step), scope in taken
                for each in alternatives_of(one, scope, {})
            ]
            return found or [here.name(name)]
        case ast.Subscript(value=owner, slice=index) if not isinstance(index, ast.Constant):
            return [each.then(VALUES) for each in here.alternatives(owner)]
        case ast.Attribute() | ast.Subscript():
            return list(here.alternatives(key))
    pattern = pattern_of(key)
    return [] if pattern is None else [here.name(pattern_step(pattern))]


def _is_guarded(key: ast.expr, holder: Expression, mode: Mode, here: Walk) -> bool:
    expression = here.expression(key)
    if expression is None or not here.guards:
        return here.is_guarded(holder, ANY)
    name = computed(expression)
    chosen = mode == "read" and Guard(SELECTION, name) in here.guards
    return chosen or here.is_guarded(holder, name)


def pattern_of(key: ast.expr) -> str | None:
    """What a name looks like that is put together: `*_dim` of `f"{kind}_dim"` or `kind + "_dim"`.

    None where no part of it is known.
    """
    match key:
        case ast.JoinedStr(values=values):
            parts = [_literal(each) for each in values]
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            parts = [pattern_of(left) or _literal(left), pattern_of(right) or _literal(right)]
        case ast.BinOp(op=ast.Mod(), left=ast.Constant(value=str(text))):
            parts = [text.replace("%s", ANYTHING).replace("%d", ANYTHING)]
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format")):
            parts = ["".join(_blanks(text))]
        case _:
            return None
    pattern = "".join(parts)
    return pattern if pattern.strip(ANYTHING) else None


def _literal(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
    return ANYTHING


def _blanks(text: str) -> Iterator[str]:
    """`encoder_{}_dim` with what stands for anything in the place of each field."""
    before, *fields = text.split("{")
    yield before
    for field in fields:
        _, _, after = field.partition("}")
        yield ANYTHING + after
