"""Literals that one call uses as the keys of an object and another takes whole.

`changes = {"lr": 0.1}`: `setattr(hparams, name, value)` in a loop, and `Adam(**changes)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hpfix.facts import Facts
from hpfix.model import Bound, Place
from hpfix.objects import Name, Names
from hpfix.schemas import Schemas
from hpfix.scopes import ELEMENTS


def handed_on(
    facts: Mapping[str, Facts], known: Schemas, bound: Iterable[Bound]
) -> frozenset[Place]:
    """The places of the keys that something unseen is given by keyword: it may want them so."""
    found: set[Place] = set()
    for each in facts.values():
        for spread in each.spreads:
            for held in known.holdings.of(spread.mapping):
                if isinstance(held, Names):
                    names = known.holdings.of(held.holder.then(ELEMENTS))
                    found.update(one.place for one in names if isinstance(one, Name))
    seen = {each.reference.place for each in bound if each.reference.mode == "override"}
    return frozenset(found - seen)
