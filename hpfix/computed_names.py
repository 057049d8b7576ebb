"""Which keys a call adds under a computed name, and whether these are all.

`for name, value in defaults.items(): parser.add_argument(f"--{name}", default=value)` adds what
`defaults` holds in the end: its own keys, those it takes over, those that are written to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from hpfix.facts import Facts, KeyedAccess, KeyedAddition
from hpfix.holdings import Holdings
from hpfix.model import Declaration, Expression, Reference
from hpfix.objects import Definition, Module, Name, Names, Object
from hpfix.scopes import ELEMENTS


class Collected(NamedTuple):
    """Names by their place, and whether there can be no other."""

    names: tuple[Name, ...]
    is_whole: bool


class ComputedNames:
    """The names that collections of a project hold; `sources` are what each takes over."""

    def __init__(
        self,
        facts: Mapping[str, Facts],
        holdings: Holdings,
        sources: Mapping[Object, Iterable[Expression]],
    ) -> None:
        self._facts, self._holdings, self._sources = facts, holdings, sources
        self._known: dict[Expression, Collected] = {}
        self._written: dict[Expression, list[Reference | KeyedAccess]] | None = None

    def declared_by(self, addition: KeyedAddition) -> tuple[tuple[Declaration, ...], bool]:
        """The keys that the call adds, and whether these are all."""
        found = self._of(addition.name)
        files = {each.place.path for each in found.names if each.form == "YAML key"}
        # of several files, the program loads the one that fits
        is_one = not addition.of_files and len(files) == 1
        is_plain = not addition.before.strip("-") and not addition.after
        return tuple(
            Declaration(
                _as_key(addition.before + each.text + addition.after),
                each.place if is_plain else addition.place,
                each.value if is_plain else None,
            )
            for each in found.names
            if not is_one or each.form != "YAML key"
        ), found.is_whole

    def _of(self, name: Expression) -> Collected:
        """What a computed name may be: the elements of every collection that it runs over."""
        objects = self._holdings.of(name)
        names = [each for each in objects if isinstance(each, Name)]
        # a module of the project adds what its own calls add
        seen = [each for each in objects if isinstance(each, (Name, Module, Definition))]
        inside = [self._within(each) for each in dict.fromkeys(each.within for each in names)]
        return _together(Collected(tuple(names), bool(seen) and len(seen) == len(objects)), *inside)

    def _within(self, holder: Expression) -> Collected:
        """What a collection holds in the end."""
        if holder not in self._known:
            self._known[holder] = Collected((), True)  # what it adds to itself is no more
            self._known[holder] = self._collected(holder)
        return self._known[holder]

    def _collected(self, holder: Expression) -> Collected:
        literal = self._holdings.names_of(holder)
        if literal is None:
            return Collected((), True)  # what a configuration file holds is all that it holds
        own = self._holdings.of(holder.then(ELEMENTS))
        names = tuple(each for each in own if isinstance(each, Name))
        parts = [Collected(names, literal.whole)]
        for source in self._sources.get(Names(holder), ()):
            parts.append(self._of(source.then(ELEMENTS)))
        for each in self._written_to(holder):
            if isinstance(each, KeyedAccess):
                parts.append(self._of(each.key))
            else:
                name = Name(each.key, each.place, each.form, each.value, holder)
                parts.append(Collected((name,), True))
        return _together(*parts)

    def _written_to(self, holder: Expression) -> Iterable[Reference | KeyedAccess]:
        if self._written is None:
            self._written = defaultdict(list)
            for one in self._facts.values():
                uses: tuple[Reference | KeyedAccess, ...] = (*one.references, *one.keyed)
                for each in uses:
                    if each.mode == "write" and each.form != "attribute":
                        for held in self._holdings.of(each.receiver):
                            if isinstance(held, Names):
                                self._written[held.holder].append(each)
        return self._written.get(holder, ())


def _together(*parts: Collected) -> Collected:
    names = dict.fromkeys(name for each in parts for name in each.names)
    return Collected(tuple(names), all(each.is_whole for each in parts))


def _as_key(text: str) -> str:
    """An option's name as the attribute that it becomes."""
    return text.lstrip("-").replace("-", "_")
