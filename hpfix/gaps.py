"""The keys that are referred to and not declared, each with all of its references."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hpfix.model import Bound, Index, Schema


class Gap(NamedTuple):
    """One key that one schema lacks; `bound` holds each place once, in order."""

    schema: Schema
    key: str
    bound: tuple[Bound, ...]

    @property
    def is_certain(self) -> bool:
        """Some reference is surely to this schema and allows for no absence."""
        return any(
            each.proven and not each.reference.guarded and each.reference.mode != "write"
            for each in self.bound
        )

    @property
    def is_written_only(self) -> bool:
        return all(each.defines for each in self.bound)


def gaps(index: Index) -> Iterator[Gap]:
    """Every gap of the project; a key that is written and read elsewhere is no gap (DESIGN 4)."""
    missing: dict[tuple[Schema, str], list[Bound]] = defaultdict(list)
    for each in index.bound:
        key = each.reference.key
        if each.schema is not None and key not in each.schema.keys and not key.startswith("_"):
            missing[each.schema, key].append(each)
    for (schema, key), bound in missing.items():
        written = any(each.defines for each in bound)
        read = any(each.reference.mode == "read" and each.proven for each in bound)
        if not (written and read):
            yield Gap(schema, key, by_place(bound))


def by_place(bound: Iterable[Bound]) -> tuple[Bound, ...]:
    """Each place once, the reference that says most first, in the order of places."""
    kept: dict[object, Bound] = {}
    for each in sorted(bound, key=lambda one: (not one.proven, one.reference.guarded)):
        kept.setdefault(each.reference.place, each)
    return tuple(sorted(kept.values(), key=lambda one: one.reference.place))
