"""What a program finds in Hydra's ConfigStore: what the modules that it imports have stored."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from hpfix.facts import Facts
from hpfix.objects import Object
from hpfix.scopes import STORE

if TYPE_CHECKING:
    from hpfix.holdings import Holdings

IMPORT = "import:"


class Stores:
    """The one ConfigStore of each program: several programs of a project have stores of their
    own, where one name may be something else (Hydra, "Structured Configs")."""

    def __init__(self, holdings: Holdings, facts: Mapping[str, Facts]) -> None:
        self._holdings, self._facts = holdings, facts
        self._modules = holdings.modules
        self._reached: dict[str, frozenset[str]] = {}

    def of(self, name: str, path: str) -> tuple[Object, ...]:
        """What is stored under a name by the file or by what it imports.

        Where none of them stores it, and one file of the project does, something runs that file.
        """
        stored = self._holdings.given.sources.get((STORE, name), ())
        reached = self._reached_from(path) if stored else frozenset[str]()
        own = [each for each in stored if each.path in reached]
        if not own and len({each.path for each in stored}) == 1:
            own = list(stored)
        return tuple(dict.fromkeys(held for each in own for held in self._holdings.of(each)))

    def _reached_from(self, path: str) -> frozenset[str]:
        """The file with all that is imported for it, however many files further."""
        known = self._reached.get(path)
        if known is None:
            queue = [path, *self._around(path)]
            seen = set(queue)
            for each in queue:  # which grows
                found = [one for one in self._imported(each) if one not in seen]
                seen.update(found)
                queue += found
            known = self._reached[path] = frozenset(seen)
        return known

    def _imported(self, path: str) -> Iterator[str]:
        """`import a.b`, `from a import b`: each module, with the packages around it."""
        facts = self._facts.get(path)
        for flow in () if facts is None else facts.flows:
            first, *rest = flow.source.steps
            if not first.startswith(IMPORT):
                continue
            module = self._modules.find(first.removeprefix(IMPORT), path)
            if module is None:
                continue
            yield module
            inner = self._modules.submodule(module, rest[0].lstrip(".")) if rest else None
            if inner is not None:
                yield inner
            yield from self._around(module)

    def _around(self, module: str) -> Iterator[str]:
        """The packages that a module is in: Python runs each of them first."""
        folder = os.path.dirname(module)
        while folder and f"{folder}/__init__.py" in self._facts:
            yield f"{folder}/__init__.py"
            folder = os.path.dirname(folder)
