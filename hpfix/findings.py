"""What disagrees, and what would repair it."""

from __future__ import annotations

from enum import IntEnum
from typing import Literal, NamedTuple

from hpfix.model import Bound, Place, Schema

Severity = Literal["error", "warning", "note"]
Action = Literal["rename", "rename-declaration", "insert", "delete", "set", "replace", "suppress"]


class Confidence(IntEnum):
    """How far a fix may go by itself (DESIGN 5); higher is surer."""

    unsure = 0
    likely = 1
    safe = 2


class Evidence(NamedTuple):
    """One fact that speaks for a fix, as one plain sentence."""

    kind: str
    text: str


class Edit(NamedTuple):
    """One rewrite of one file as data: a codemod, the places it is told, its other arguments."""

    path: str
    codemod: str
    places: tuple[Place, ...]
    arguments: tuple[tuple[str, str], ...]


class Fix(NamedTuple):
    """One indivisible repair, best evidence first; `to` is a key, `value` source text.

    `is_remembered`: a person wants the configuration to say so from now on. `is_by_hand`: no option
    takes it, only a person's answer. `choices` are the keys among which each place has its own.
    """

    action: Action
    title: str
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    edits: tuple[Edit, ...]
    to: str | None = None
    value: str | None = None
    is_remembered: bool = False
    is_by_hand: bool = False
    choices: tuple[str, ...] = ()


class Finding(NamedTuple):
    """One disagreement; it is the same finding in two snapshots when its identity is the same."""

    code: str
    name: str
    severity: Severity
    key: str
    message: str
    schema: Schema | None
    bound: tuple[Bound, ...]
    places: tuple[Place, ...]
    fixes: tuple[Fix, ...] = ()

    @property
    def identity(self) -> tuple[str, str, str, str]:
        if self.schema is None:
            return (self.code, self.places[0].path, self.message, self.key)
        return (self.code, self.schema.place.path, self.schema.name, self.key)
