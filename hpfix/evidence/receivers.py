"""Whether another object that declares the key is at hand: `args.lr` where `hp.lr` is missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from hpfix.evidence.surroundings import name_before
from hpfix.findings import Evidence
from hpfix.index import Index
from hpfix.model import Bound, Place, Reference, Schema

KIND = "receiver"


class Swap(NamedTuple):
    """The last name of one receiver, and the other object's in its place."""

    place: Place
    old: str
    new: str


class Elsewhere(NamedTuple):
    """Another object with the key; `swaps` reach every reference."""

    receiver: str
    swaps: tuple[Swap, ...]
    evidence: Evidence


def at_hand(index: Index, bound: Iterable[Bound], other: Schema) -> Elsewhere | None:
    """The object of another schema that stands beside every reference, told apart by one name."""
    known = [
        each.reference
        for uses in index.uses.get(other, {}).values()
        for each in uses
        if each.certainty == "flow" and each.reference.form == "attribute"
    ]
    swaps: list[Swap] = []
    examples: dict[str, Reference] = {}
    for each in bound:
        fitting = [one for one in known if _is_beside(one, each.reference)]
        names = {one.receiver.steps[-1].lstrip(".") for one in fitting}
        place = _place(index, each.reference)
        if len(names) != 1 or place is None:
            return None
        old = each.reference.receiver.steps[-1].lstrip(".")
        swaps.append(Swap(place, old, names.pop()))
        examples.setdefault(str(fitting[0].receiver), fitting[0])
    if len(examples) != 1:
        return None
    receiver, example = examples.popitem()
    where = f"{example.place.path}:{example.place.line}"
    said = f"`{receiver}`, of which {where} reads `{example.key}`, has the key"
    return Elsewhere(receiver, tuple(swaps), Evidence(KIND, said))


def _is_beside(one: Reference, missing: Reference) -> bool:
    """Whether two are looked up in the same function, in objects that one name tells apart."""
    left, right = one.receiver, missing.receiver
    is_here = one.place.path == missing.place.path and left.scope == right.scope
    steps = [each for each in (*left.steps, *right.steps) if not each.lstrip(".").isidentifier()]
    return (
        is_here
        and not steps
        and left.steps[:-1] == right.steps[:-1]
        and left.steps != right.steps
        and missing.form == "attribute"
    )


def _place(index: Index, missing: Reference) -> Place | None:
    """Where the last name of a receiver stands, and that it is that name."""
    place = missing.place
    text = index.texts.get(place.path, "") if place.path.endswith(".py") else ""
    found = name_before(text, place)
    steps = missing.receiver.steps
    return found[1] if found is not None and found[0] == steps[-1].lstrip(".") else None
