"""What the objects of the project's classes answer to, whatever any schema declares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from hpfix.facts import Facts
from hpfix.field_classes import is_known_base
from hpfix.holdings import Holdings
from hpfix.model import Expression
from hpfix.objects import Definition, Unknown
from hpfix.scopes import BASES, FIRST

CONSTRUCTORS = ("__init__", "__new__")
ANSWERING = ("__getattr__", "__getattribute__")
"""A class that defines one of these may answer to any name."""


class Classes:
    """Names of classes by their scopes, with their bases and the classes derived from them."""

    def __init__(self, facts: Mapping[str, Facts], holdings: Holdings) -> None:
        self._facts = tuple(facts.values())
        self._holdings = holdings
        self._answers: dict[tuple[str, str], bool] = {}

    def has_name(self, scope: str, key: str) -> bool:
        """Whether the class has the name: a method, a field, an import, what a method sets."""
        answer = self._answers.get((scope, key))
        if answer is None:
            answer = self._answers[scope, key] = any(
                self._holdings.scopes.is_bound(each, key) or key in self._set_on_self.get(each, ())
                for each in self._holdings.lineage(scope)
            ) or any(True for _ in self._holdings.attribute_of(scope, key))
        return answer

    def has_one_with(self, keys: frozenset[str], own: str) -> bool:
        """Whether some class has all of these names, one of them given by itself and no base."""
        having = self._having.get(own, ())
        return any(all(self.has_name(each, key) for key in keys) for each in having)

    def family_has_name(self, scope: str, key: str) -> bool:
        """Whether it or a class derived from it has the name: `cfg: Base` may hold any of them."""
        return self.has_name(scope, key) or any(
            self.has_name(each, key) for each in self.below(scope)
        )

    def below(self, scope: str) -> tuple[str, ...]:
        """The classes of the project that derive from this one."""
        found: dict[str, None] = {}
        queue = [scope]
        while queue:
            derived = [each for each in self._derived.get(queue.pop(), ()) if each not in found]
            found.update(dict.fromkeys(derived))
            queue += derived
        return tuple(found)

    def is_kin(self, scope: str, others: Iterable[str]) -> bool:
        """Whether one of the others is the class, a base of it or derived from it."""
        kin = {*self._holdings.lineage(scope), *self.below(scope)}
        return not kin.isdisjoint(others)

    def has_own_constructor(self, scope: str) -> bool:
        """Whether the class says itself what it is called with."""
        return any(
            self._holdings.scopes.is_bound(each, name)
            for each in self._holdings.lineage(scope)
            for name in CONSTRUCTORS
        )

    def answers_to_any(self, scope: str) -> bool:
        """Whether its objects may have names that are written nowhere."""
        return any(self.has_name(scope, name) for name in ANSWERING)

    def has_foreign_base(self, scope: str) -> bool:
        """Whether it derives from a class outside the project that may add names."""
        return any(
            isinstance(base, Unknown) and base.steps != (BASES,) and not is_known_base(base.steps)
            for each in self._holdings.lineage(scope)
            for base in self._holdings.of(Expression(each, (BASES,)))
        )

    @cached_property
    def _derived(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for facts in self._facts:
            for scope in facts.scopes:
                if scope.kind == "class":
                    for base in self._holdings.of(Expression(scope.name, (BASES,))):
                        if isinstance(base, Definition):
                            found[base.scope].append(scope.name)
        return found

    @cached_property
    def _having(self) -> Mapping[str, list[str]]:
        """The classes that give a name themselves: in their body, or to `self` in a method."""
        found: dict[str, list[str]] = defaultdict(list)
        for facts in self._facts:
            for scope in facts.scopes:
                if scope.kind == "class":
                    for name in scope.bound | self._set_on_self.get(scope.name, set()):
                        found[name].append(scope.name)
        return found

    @cached_property
    def _set_on_self(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        scopes = self._holdings.scopes
        for facts in self._facts:
            for each in facts.references:
                name, *rest = each.receiver.steps
                if each.mode == "write" and name in FIRST and not rest:
                    owner = scopes.owner_class(scopes.binding(each.receiver.scope, name), name)
                    if owner is not None:
                        found[owner].add(each.key)
        return found
