"""What a program writes over an object that nothing shows: `config.update(vars(args))`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from hpfix.facts import Facts
from hpfix.model import Bound, Expression, Schema
from hpfix.objects import Unknown
from hpfix.schemas import Schemas
from hpfix.scopes import ELEMENTS


class WrittenOver:
    """The keys that such objects get from others; `proven` says what those others get first."""

    def __init__(self, facts: Mapping[str, Facts], known: Schemas, proven: Iterable[Bound]) -> None:
        self._known = known
        self._sources: dict[Unknown, set[Schema]] = defaultdict(set)
        for each in facts.values():
            for access in each.keyed:
                if access.mode == "write" and access.key.steps[-1] == ELEMENTS:
                    self._take(access.receiver, access.key)
        self._written: dict[Schema, set[str]] = defaultdict(set)
        for one in proven:
            if one.schema is not None and one.reference.mode == "write":
                self._written[one.schema].add(one.reference.key)

    def gives(self, bound: Bound) -> bool:
        """Whether the object has the key from what was written over it, not from its schema."""
        schema, key = bound.schema, bound.reference.key
        if schema is None or key in schema.keys or not self._sources:
            return False
        return any(
            key in source.keys or key in self._written.get(source, ())
            for held in self._known.holdings.of(bound.reference.receiver)
            if isinstance(held, Unknown)
            for source in self._sources.get(held, ())
        )

    def _take(self, receiver: Expression, key: Expression) -> None:
        sources = self._known.held_by(key._replace(steps=key.steps[:-1]))
        for held in self._known.holdings.of(receiver) if sources else ():
            if isinstance(held, Unknown):
                self._sources[held].update(sources)
