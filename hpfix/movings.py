"""The fixes of a key that is declared further in, or out, than it is looked up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hpfix.deletions import at_places
from hpfix.findings import Confidence, Edit, Fix
from hpfix.index import Index
from hpfix.model import Bound, Place, Schema

if TYPE_CHECKING:
    from hpfix.evidence.moved_keys import Flattened, Moved

LOOKUPS = frozenset(
    {"attribute", "subscript", "get", "getattr", "hasattr", "setattr", "membership"}
)


def movings(index: Index, schema: Schema, key: str, bound: Sequence[Bound]) -> tuple[Fix, ...]:
    """Look the key up where it is declared: in a mapping inside, or without a step in between.

    A name in a list and a key of a file cannot be moved so; where there are any, the title says at
    how many of the places it can, and only a person's answer does it.
    """
    from hpfix.evidence.moved_keys import moved_in, moved_out

    inner = moved_in(index, schema, key, bound)
    if inner and any(map(_can_be_moved, bound)):
        return tuple(_nested(index, schema, key, bound, each) for each in inner)
    flat = moved_out(index, schema, key, bound)
    return () if flat is None else (_flat(flat, bound),)


def _nested(index: Index, schema: Schema, key: str, bound: Sequence[Bound], moved: Moved) -> Fix:
    """`config["lr"]` becomes `config["optimizer"]["lr"]`."""
    places = [each.reference.place for each in bound if _can_be_moved(each)]
    style = _style(index, schema, moved.steps[0])
    edits = tuple(
        Edit(path, "nest_key", at, (("key", key), ("step", step), ("style", style)))
        for path, at in _by_path(places)
        for step in moved.steps
    )
    to = ".".join((*moved.steps, key))
    fix = Fix("rename", f"look it up as `{to}`", moved.confidence, moved.evidence, edits, to)
    return _as_far_as_it_goes(fix, len(places), len(bound))


def _flat(flat: Flattened, bound: Sequence[Bound]) -> Fix:
    """`config["optimizer"]["lr"]` becomes `config["lr"]`."""
    keys = sorted({each.key for each in flat.found})
    edits = tuple(
        Edit(path, "unnest_key", at, (("step", flat.step),))
        for path, at in _by_path([each.place for each in flat.found])
    )
    named = " and ".join(f"`{each}`" for each in keys) if len(keys) < 3 else "what it held"
    title = f"look {named} up without `{flat.step}`"
    to = keys[0] if len(keys) == 1 else None
    fix = Fix("rename", title, flat.confidence, flat.evidence, edits, to)
    return _as_far_as_it_goes(fix, len(flat.found), len(bound))


def _as_far_as_it_goes(fix: Fix, some: int, every: int) -> Fix:
    """A fix of some places only says so, and is nothing that an option applies."""
    if some == every:
        return fix
    title = fix.title + at_places(some, every)
    return fix._replace(title=title, confidence=Confidence.unsure, is_by_hand=True)


def _can_be_moved(each: Bound) -> bool:
    """Whether the reference is a lookup in Python; a path in a string gives no value."""
    reference = each.reference
    if not reference.place.path.endswith(".py"):
        return False
    is_path = reference.form == "override string" and reference.value is None
    return reference.form in LOOKUPS or is_path


def _by_path(places: Sequence[Place]) -> list[tuple[str, tuple[Place, ...]]]:
    by_path: dict[str, list[Place]] = defaultdict(list)
    for each in places:
        by_path[each.path].append(each)
    return [(path, tuple(by_path[path])) for path in sorted(by_path)]


def _style(index: Index, schema: Schema, step: str) -> str:
    """How a step is written before a method: as the code looks that mapping up elsewhere."""
    uses = index.uses_of(schema, step)
    forms = {each.reference.form for each in uses if each.reference.mode == "read"}
    if schema.form in ("dict", "config file") and "attribute" not in forms:
        return "subscript"
    return "subscript" if forms and "attribute" not in forms else "attribute"
