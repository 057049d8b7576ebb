"""Whether an expression holds one thing throughout: nothing on the way to it is given another.

Flows know no order: a name that is assigned twice may hold, at one place, only one of the two.
"""

from __future__ import annotations

from hpfix.holdings import Holdings
from hpfix.model import Expression
from hpfix.objects import Declared, Definition, Instance, Method, Module, Names, Object
from hpfix.scopes import ELEMENTS, INSTANCE, LOADED, RETURN
from hpfix.steps import as_subscript

LITERAL = ("@", "def:", "import:", "file:")


class Settled:
    """Answers for the expressions of a project; what is asked is kept."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._known: dict[Expression, bool] = {}

    def is_settled(self, expression: Expression) -> bool:
        """Whether all that the expression may hold is known, and it holds it wherever it stands."""
        known = self._known.get(expression)
        if known is None:
            self._known[expression] = False  # what is made from itself changes
            known = self._known[expression] = self._is_settled(expression)
        return known

    def _is_settled(self, expression: Expression) -> bool:
        scope, steps = expression
        if self._holdings.is_literal(expression):
            return True
        if len(steps) == 1:
            kind, _, name = steps[0].partition(":")
            if kind == "named":
                meant = self._holdings.mentioned.named(name, scope)
                return meant is not None and self.is_settled(meant)
            return steps[0].startswith(LITERAL) or self._is_name_settled(scope, steps[0])
        owner, last = Expression(scope, steps[:-1]), steps[-1]
        if not self.is_settled(owner):
            return False
        held = self._holdings.of(owner)
        return last == LOADED or (
            bool(held) and all(self._is_step_settled(each, last) for each in held)
        )

    def _is_name_settled(self, scope: str, name: str) -> bool:
        bound_in = self._holdings.scopes.binding(scope, name)
        given = [each for each in self._given(bound_in, name) if each.steps[-1] != INSTANCE]
        if not given:
            return self._holdings.scopes.owner_class(bound_in, name) is not None
        is_one = len(given) == 1 or self._holdings.is_passed(bound_in, name)
        return is_one and all(self.is_settled(each) for each in given)

    def _given(self, scope: str, name: str) -> list[Expression]:
        return self._holdings.given_to(scope, name)

    def _is_step_settled(self, held: Object, step: str) -> bool:
        """Whether what a step from an object leads to is settled."""
        match held:
            case Method():
                return True
            case Module(path):
                inner = Expression(path, (step[1:],))
                return self._holdings.modules.submodule(path, step[1:]) is not None or (
                    self.is_settled(inner)
                )
            case Definition(scope) if step.startswith("()") or step == INSTANCE:
                is_class = self._holdings.scopes.is_class(scope)
                return is_class or self.is_settled(Expression(scope, (RETURN,)))
            case Definition(scope) | Instance(scope):
                return self._is_attribute_settled(scope, step)
            case Declared() | Names():
                return self._is_item_settled(held, step)
        return False

    def _is_attribute_settled(self, scope: str, step: str) -> bool:
        """Of a class: in the nearest of its bases that has it, it is given once."""
        for each in self._holdings.lineage(scope):
            given = list(self._holdings.given_to_field(Definition(each), step))
            if self._holdings.scopes.is_bound(each, step[1:]):
                given += self._given(each, step[1:])
            if given:
                return len(given) == 1 and self.is_settled(given[0])
        return False

    def _is_item_settled(self, held: Declared | Names, step: str) -> bool:
        """Of a mapping: what stands under a key from the start, or is written to it once."""
        if step == ELEMENTS:
            return False
        item = as_subscript(step)
        given = [
            each
            for spelling in (item, f".{item[1:-1]}")
            for each in self._holdings.given_to_field(held, spelling)
        ]
        if isinstance(held, Declared) and self._holdings.is_literal(held.schema.holder.then(item)):
            return not given
        return not given or (len(given) == 1 and self.is_settled(given[0]))
