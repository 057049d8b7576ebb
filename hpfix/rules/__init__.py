"""One file a rule: an index in, findings out. A rule is added by adding its file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import Protocol, cast

from hpfix.findings import Finding
from hpfix.index import Index


class Rule(Protocol):
    """A module of this package: its docstring is its documentation."""

    CODE: str
    NAME: str
    __doc__: str

    def check(self, index: Index) -> Iterator[Finding]:
        """The rule's findings, in no particular order."""
        ...


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    names = sorted(name[:-3] for name in os.listdir(os.path.dirname(__file__)))
    modules = [import_module(f"hpfix.rules.{name}") for name in names if name.startswith("hp")]
    return tuple(cast(Rule, module) for module in modules)
