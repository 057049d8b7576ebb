"""The scopes of a Python file and the names that each of them binds."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import Literal

from hpfix.facts import Scope
from hpfix.model import Expression

Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


class Bindings:
    """Filled while the file is walked."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._scopes = [Scope(path, "module", frozenset())]
        self._bound: dict[str, set[str]] = {path: set()}
        self._outer: dict[str, set[str]] = {path: set()}

    def scopes(self) -> tuple[Scope, ...]:
        """Every scope with all names bound in it."""
        return tuple(
            Scope(each.name, each.kind, frozenset(self._bound[each.name]), each.parameters)
            for each in self._scopes
        )

    def is_bound(self, name: str, scope: str) -> bool:
        """Whether the name has been bound in the scope so far."""
        return name in self._bound[scope]

    def bind(self, name: str, scope: str) -> None:
        """A name is bound in the scope, unless the scope says that it belongs further out."""
        if name not in self._outer[scope]:
            self._bound[scope].add(name)

    def leave_out(self, names: Iterable[str], scope: str, *, is_global: bool) -> None:
        """`global lr`, `nonlocal lr`: what is bound here by these names is not the scope's."""
        self._outer[scope].update(names)
        if is_global:
            self._bound[self._path].update(names)

    def add(
        self,
        scope: str,
        kind: Literal["class", "function"],
        parameters: tuple[str, ...] = (),
        also_bound: Iterable[str] = (),
    ) -> None:
        """A class or a function begins; of two by one name, both count as one."""
        if scope not in self._bound:
            self._bound[scope] = set()
            self._outer[scope] = set()
            self._scopes.append(Scope(scope, kind, frozenset(), parameters))
        self._bound[scope].update(parameters, also_bound)


class Names(dict[str, Expression]):
    """Each name in one scope as an expression, made when it is first asked for."""

    def __init__(self, scope: str) -> None:
        self._scope = scope

    def __missing__(self, name: str) -> Expression:
        found = self[name] = tuple.__new__(Expression, (self._scope, (name,)))
        return found


def inner_scope(outer: str, name: str) -> str:
    """The name of a scope inside another: `a.py::Engine` then `a.py::Engine.run`."""
    return f"{outer}.{name}" if "::" in outer else f"{outer}::{name}"


def comprehension_scope(outer: str, node: Comprehension) -> str:
    """The name of the scope that a comprehension has for its variables."""
    return inner_scope(outer, f"<each {node.lineno}:{node.col_offset}>")
