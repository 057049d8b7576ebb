"""Which configurations a file of Hydra's can be a part of, and where in them it stands."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from hpfix.facts import Facts
from hpfix.model import Expression
from hpfix.objects import Declared, File, Object, Unknown
from hpfix.scopes import COMPOSED, FILE, GLOBAL, STORE

if TYPE_CHECKING:
    from hpfix.holdings import Holdings

ENDINGS = (".yaml", ".yml")
COMPUTED = "$"


class Compositions:
    """What Hydra composes for the programs of a project, file by file.

    Nothing is said where a part of it may come from elsewhere: from the ConfigStore, or from a file
    that is not in the project.
    """

    def __init__(self, holdings: Holdings, facts: Mapping[str, Facts]) -> None:
        self._holdings, self._facts = holdings, facts

    def of(self, path: str, *, inside: bool) -> tuple[Object, ...]:
        """All that may be composed with this file; `inside`, of it the mapping of the file."""
        folder = self._folder(path)
        if folder is None or self._has_store or not self._is_whole(folder):
            return ()
        groups = path[len(folder) :].lstrip("/").split("/")[:-1]
        found: dict[Object, None] = {}
        for root in self._beside(folder):
            own = Expression(root, (FILE,))
            schema = self._holdings.schema_at(own)
            if schema is None or (groups and not self._has_group(own, groups[0])):
                continue
            steps = tuple(f"[{each}]" for each in groups) if inside else ()
            for each in (own, own.then(COMPOSED)):
                found.update(dict.fromkeys(self._holdings.of(each.then(*steps))))
        return tuple(each for each in found if isinstance(each, Declared))

    def _has_group(self, own: Expression, group: str) -> bool:
        return any(
            addition.receiver == own and addition.declaration.key == group
            for addition in self._facts[own.scope].additions
        )

    def _folder(self, path: str) -> str | None:
        """The folder of configurations that the file is in: the innermost, of several."""
        around = [
            each
            for each in self._folders
            if path.startswith(f"{each}/" if each else "") and path.endswith(ENDINGS)
        ]
        return max(around, key=len, default=None)

    @cached_property
    def _folders(self) -> frozenset[str]:
        """The folders of the files that programs begin with."""
        found: set[str] = set()
        for path, facts in self._facts.items():
            for flow in facts.flows if path.endswith(".py") else ():
                if flow.source.steps[-1] == COMPOSED:
                    first = Expression(flow.source.scope, flow.source.steps[:1])
                    held = (each for each in self._holdings.of(first) if isinstance(each, File))
                    found.update(os.path.dirname(each.path) for each in held)
        return frozenset(found)

    @cached_property
    def _has_store(self) -> bool:
        flows = (flow for facts in self._facts.values() for flow in facts.flows)
        return any(flow.target.scope == STORE for flow in flows)

    def _beside(self, folder: str) -> Iterator[str]:
        """The files that a program may begin with: `python train.py --config-name other`."""
        for path in self._facts:
            if os.path.dirname(path) == folder and path.endswith(ENDINGS):
                yield path

    def _is_whole(self, folder: str) -> bool:
        """Whether all is there that the files of a folder, and below it, are composed of."""
        inside = f"{folder}/" if folder else ""
        for path, facts in self._facts.items():
            if not (path.startswith(inside) and path.endswith(ENDINGS)):
                continue
            if any(each.declaration.key.startswith("_") for each in facts.additions):
                return False
            for flow in facts.flows:
                if flow.target.scope != path:
                    continue
                if any(COMPUTED in each for each in (*flow.target.steps, *flow.source.steps)):
                    return False
                named = Expression(path, flow.source.steps[:1])
                is_file = named.steps[0].startswith("file:") and GLOBAL not in flow.source.steps
                held = self._holdings.of(named) if is_file else ()
                if any(isinstance(each, Unknown) for each in held):
                    return False
        return True
