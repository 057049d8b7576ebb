"""Which other undeclared keys may be the same declared one: each goes to one, and one to each."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from hpfix.evidence import orphans
from hpfix.evidence.likeness import LIKELY, MARGIN, likeness
from hpfix.evidence.proofs import Proof, proof_of
from hpfix.findings import Evidence
from hpfix.index import Index
from hpfix.model import Schema

KIND = "one-to-one"


class Rivals(NamedTuple):
    """By declared key: what else is surely that key now, what else may be it, and what else is
    like it and nearer to another."""

    taken: dict[str, Evidence]
    claimed: dict[str, Evidence]
    left: dict[str, Evidence]


def rivals_of(index: Index, schema: Schema, key: str, own: Proof | None) -> Rivals:
    """What the other undeclared keys make of the declared ones; `own` is the proof for the key.

    Of two keys that may both be one, neither is renamed by itself; one that is proven takes it.
    """
    found = Rivals({}, {}, {})
    for rival in index.missing_from(schema):
        if rival == key or rival.startswith("-"):  # another spelling of what it is
            continue
        proof = proof_of(index, schema, rival)
        if proof is not None and (own is None or own.key != proof.key):
            found.taken[proof.key] = _said(f"`{rival}` became `{proof.key}`")
        if proof is None and own is None:
            _weigh(index, schema, rival, found)
    return found


def _weigh(index: Index, schema: Schema, rival: str, found: Rivals) -> None:
    """The declared keys that one rival may be, the nearest and what is as near."""
    uses = index.uses_of(schema, rival)
    near = [
        (score, each)
        for score, each in _like(schema, rival)
        if not orphans.lives_beside(index, schema, each, uses)
    ]
    if not near:
        return
    best, first = max(near, key=lambda each: each[0])
    for score, declared in near:
        if best - score < MARGIN:
            said = f"`{rival}`, which is not declared either, may be `{declared}` as well"
            found.claimed.setdefault(declared, _said(said))
        else:
            said = f"`{rival}`, which is not declared either, is nearer to `{first}`"
            found.left.setdefault(declared, _said(said))


@lru_cache(maxsize=4096)
def _like(schema: Schema, rival: str) -> tuple[tuple[float, str], ...]:
    """The declared keys that are like a name, each with how near it is."""
    scored = ((likeness(rival, each), each) for each in sorted(schema.keys))
    return tuple(each for each in scored if each[0] >= LIKELY)


def _said(text: str) -> Evidence:
    return Evidence(KIND, text)
