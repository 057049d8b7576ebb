"""Whether every call of a function is made where a key is known to be there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hpfix.facts import Call, Facts
from hpfix.holdings import Holdings
from hpfix.model import Bound, Expression
from hpfix.objects import Definition

FURTHEST = 3
"""So many calls one in another are followed outwards."""


class Callers:
    """The calls of every function of the project, with the guards around them."""

    def __init__(self, facts: Mapping[str, Facts], holdings: Holdings) -> None:
        self._holdings = holdings
        calls = (call for each in facts.values() for call in each.calls)
        self._are_guarded = any(call.guards for call in calls)
        self._answers: dict[tuple[Expression, str, int], bool] = {}

    def met(self, bound: Iterable[Bound]) -> list[Bound]:
        """The references, those guarded that every call around them allows for."""
        return [
            each._replace(reference=each.reference._replace(guarded=True))
            if self._is_to_be_asked(each)
            and self._allow(each.reference.receiver, each.reference.key, FURTHEST)
            else each
            for each in bound
        ]

    def _is_to_be_asked(self, bound: Bound) -> bool:
        reference, schema = bound.reference, bound.schema
        is_missing = schema is not None and reference.key not in schema.keys
        return is_missing and reference.mode == "read" and not reference.guarded

    def _allow(self, receiver: Expression, key: str, further: int) -> bool:
        question = (receiver, key, further)
        if question not in self._answers:
            self._answers[question] = False  # a function that calls itself allows for nothing
            self._answers[question] = self._all_allow(*question)
        return self._answers[question]

    def _all_allow(self, receiver: Expression, key: str, further: int) -> bool:
        calls = self._holdings.given.calls_of.get(receiver.scope, ())
        return (
            self._are_guarded
            and bool(calls)
            and all(
                any(
                    _is_guarded(call, given, key)
                    or (further > 1 and self._allow(given, key, further - 1))
                    for given in self._given(call, receiver)
                )
                for call in calls
            )
        )

    def _given(self, call: Call, receiver: Expression) -> list[Expression]:
        """What the caller calls the object that the function calls `receiver`."""
        base, *steps = receiver.steps
        if base == "self":
            owner = call.function.steps[:-1]
            return [Expression(call.function.scope, (*owner, *steps))] if owner else []
        return [
            argument.then(*steps)
            for (_, name), argument in self._holdings.given.matched(
                Definition(receiver.scope), call
            )
            if name == base
        ]


def _is_guarded(call: Call, receiver: Expression, key: str) -> bool:
    return any(owner in (None, receiver.steps) and name in ("", key) for owner, name in call.guards)
