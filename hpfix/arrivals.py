"""Where values arrive that tuners give in Python, and those that a study found best."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from hpfix.best_parameters import best_mappings
from hpfix.facts import Facts
from hpfix.model import Declaration, Expression, Place, Schema
from hpfix.objects import Names
from hpfix.schemas import Schemas
from hpfix.spreads import Signatures

STARTING = ("run", "Tuner", "fmin")
"""What is given a space to go through."""


class Arrivals:
    """Asked by `hpfix params --tested` alone: nothing is looked for before."""

    def __init__(self, facts: Mapping[str, Facts], known: Schemas) -> None:
        self._facts, self._known = facts, known

    def taken_by(self, function: Expression) -> tuple[Schema, ...]:
        """The parameters of what is called; none where it may take anything."""
        found = [self._signatures.of(each) for each in self._known.holdings.of(function)]
        taken = [each for each in found if each is not None]
        return tuple(taken) if len(taken) == len(found) else ()

    def read_beside(self, place: Place) -> frozenset[str]:
        """What is looked up by name in the mapping, or in what lets a study go, of which a key
        stands at the place."""
        return frozenset().union(*(self._reads.get(each, ()) for each in self._mappings(place)))

    def is_given_whole(self, place: Place) -> bool:
        """Whether a mapping of which a key stands there goes to what may take any key of it,
        beside what starts a search."""
        holders = set(self._mappings(place))
        of = self._known.holdings.of
        given = [
            each
            for call in self._known.holdings.given.foreign_calls
            if not call.function.steps[-1].endswith(STARTING)
            for _, each in call.arguments
        ]
        given += [each.mapping for one in self._facts.values() for each in one.spreads]
        held = (each for expression in given for each in of(expression))
        return any(isinstance(each, Names) and each.holder in holders for each in held)

    def best(self) -> Iterator[tuple[Declaration, Declaration | None, Schema]]:
        """Each value that a file gives for a label of a study, the label, and the study."""
        for mapping, study in best_mappings(self._facts, self._known):
            for each in mapping.declarations:
                yield each, study.declaration(each.key), study

    @cached_property
    def _signatures(self) -> Signatures:
        return Signatures(self._facts, self._known)

    def _mappings(self, place: Place) -> Iterator[Expression]:
        """Whatever has a key there."""
        facts = self._facts[place.path]
        for literal in facts.names:
            if any(at == place for _, at, _ in literal.names):
                yield literal.holder
        for schema in facts.schemas:
            if any(each.place == place for each in schema.declarations):
                yield schema.holder

    @cached_property
    def _reads(self) -> Mapping[Expression, frozenset[str]]:
        """The keys that are read of every mapping that a literal or a schema declares."""
        found: dict[Expression, set[str]] = {}
        for one in self._facts.values():
            for each in one.references:
                if each.mode == "read":
                    for held in self._known.holdings.of(each.receiver):
                        holder = held.holder if isinstance(held, Names) else None
                        if holder is not None:
                            found.setdefault(holder, set()).add(each.key)
                    for schema in self._known.held_by(each.receiver):
                        found.setdefault(schema.holder, set()).add(each.key)
        return {holder: frozenset(keys) for holder, keys in found.items()}
