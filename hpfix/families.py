"""What an object keeps of the parameters of its class, of those above it and of those below.

A base that saves its parameters saves those of the class that is made as well, and a method of the
base may be called on any object of a class below (Lightning's `collect_init_args`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from hpfix.facts import Facts, Signature
from hpfix.holdings import Holdings
from hpfix.model import Declaration, Schema
from hpfix.objects import Definition
from hpfix.scopes import BASES, ELEMENTS, FIRST, SAVED, outer_scope

FORM = "saved signature"
INIT = ".__init__"
SAVE_NOTHING = frozenset(
    "LightningModule LightningDataModule Module HyperparametersMixin object ABC Generic Protocol "
    "LightningLite Fabric".split()
)
"""Bases from elsewhere that save no parameters of their own, beside mix-ins."""
MIXIN = "Mixin"


class Families:
    """The `__init__` of every class in the project, by its scope."""

    def __init__(self, facts: Iterable[Facts], holdings: Holdings) -> None:
        self._holdings = holdings
        self._inits: dict[str, Signature] = {}
        known = tuple(facts)
        if any(schema.form == FORM for one in known for schema in one.schemas):
            self._inits = {
                each.scope: each
                for one in known
                for each in one.signatures
                if each.scope.endswith(INIT)
            }

    def added_to(self, schema: Schema) -> tuple[tuple[Declaration, ...], bool]:
        """The parameters that a saved signature has from related classes; are these all?"""
        if schema.form != FORM:
            return (), True
        owner, field = outer_scope(schema.holder.scope), schema.holder.steps[-1]
        declared: list[Declaration] = []
        is_all = True
        for each in (*self._holdings.lineage(owner), *self._below.get(owner, ())):
            init = self._inits.get(f"{each}{INIT}")
            if init is not None and each != owner:
                declared += [one for one in init.parameters if one.key not in FIRST]
                is_all = is_all and not init.is_open
            given = self._holdings.given_to_field(Definition(each), field)
            own = [one for one in given if one.steps == (SAVED, field)]
            is_all = is_all and len(given) == len(own) and self._is_known_above(each)
        return tuple(declared), is_all

    @cached_property
    def _below(self) -> Mapping[str, list[str]]:
        """The classes with an `__init__` below each class."""
        below: dict[str, list[str]] = defaultdict(list)
        for scope in self._inits:
            made = scope.removesuffix(INIT)
            for each in self._holdings.lineage(made):
                if each != made:
                    below[each].append(made)
        return below

    def _is_known_above(self, scope: str) -> bool:
        """Whether all bases are of the project, or save no parameters."""
        for base in self._holdings.given_to(scope, BASES):
            name = base.steps[-1].lstrip(".")
            if name == ELEMENTS and len(base.steps) > 1:  # Generic[T]
                name = base.steps[-2].lstrip(".")
            held = self._holdings.of(base)
            is_ours = bool(held) and all(isinstance(each, Definition) for each in held)
            if not is_ours and name not in SAVE_NOTHING and not name.endswith(MIXIN):
                return False
        return True
