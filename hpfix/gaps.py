"""The keys that are referred to and not declared, each with all of its references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hpfix.index import Index
from hpfix.model import Bound, Schema
from hpfix.records import is_test

FILLED = frozenset({"config object", "filled object"})
"""Forms of objects that are made empty: each assignment may be what declares the key."""


class Gap(NamedTuple):
    """One key that one schema lacks; `bound` holds each place once, in order."""

    schema: Schema
    key: str
    bound: tuple[Bound, ...]

    @property
    def is_certain(self) -> bool:
        """Some reference is surely to this schema and raises where the key is absent."""
        return any(
            each.proven and not each.reference.guarded and not self.passes(each)
            for each in self.bound
            if each.reference.form != "comment"
        )

    @property
    def is_silent(self) -> bool:
        """Some read is surely of this schema, whose object answers to any name."""
        return any(
            each.proven and each.reference.mode == "read" and self.passes(each)
            for each in self.bound
        )

    @property
    def is_told(self) -> bool:
        """A command that a comment shows surely does not do what it says."""
        return any(each.proven and each.reference.form == "comment" for each in self.bound)

    def passes(self, each: Bound) -> bool:
        """Whether the program goes on at an absent key (dialects 1.3); such tests are guarded."""
        return each.reference.mode in self.schema.silent - {"test"}

    @property
    def is_written_only(self) -> bool:
        return all(each.defines for each in self.bound)


def gaps(index: Index) -> Iterator[Gap]:
    """Every gap of the project; a key that is written and read elsewhere is no gap (DESIGN 4)."""
    given = frozenset(
        each.reference.key for each in index.bound if each.certainty == "guess" and _sets(each)
    )
    for schema in index.schemas:
        for key in index.missing_from(schema):
            if key.startswith("_"):
                continue
            uses = index.uses_of(schema, key)
            if _is_stand_in(schema, uses):
                continue
            if key in given and schema.form == "argparse" and not any(map(_is_shown, uses)):
                continue
            if _is_given(uses):  # what a program gives itself is none of its options
                uses = tuple(each for each in uses if each.reference.form == "command line")
            if uses:
                yield Gap(schema, key, by_place(uses))


def is_one_of_many(index: Index, gap: Gap) -> bool:
    """Whether a program loads a file that nothing names, and files of its kind are many: one that
    the project does not hold may have the key."""
    schema = gap.schema
    if schema.form != "config file" or any(each.certainty == "flow" for each in gap.bound):
        return False
    return any(
        each.form == "config file"
        and each.place.path != schema.place.path
        and 2 * len(each.keys & schema.keys) >= len(schema.keys)
        for each in index.schemas
    )


def _is_given(bound: tuple[Bound, ...]) -> bool:
    """Whether the program itself gives the key a value and reads it.

    Where every receiver is a guess, a write to one of them may be what the others read. An object
    that is made empty is filled wherever it goes, and files may say other values for it; programs
    keep what they work out in their arguments, too.
    """
    forms = {each.schema.form for each in bound if each.schema is not None}
    is_filled = not FILLED.isdisjoint(forms)
    used = ("read", "override") if is_filled else ("read",)
    is_used = any(each.reference.mode in used for each in bound)
    is_guess = is_filled or "argparse" in forms or not any(each.proven for each in bound)
    return is_used and any(each.defines or (is_guess and _sets(each)) for each in bound)


def _is_stand_in(schema: Schema, bound: tuple[Bound, ...]) -> bool:
    """Whether a test made the object, with no more than it needs, and only the program reads it."""
    return is_test(schema.place.path) and not any(
        is_test(each.reference.place.path) for each in bound
    )


def _is_shown(each: Bound) -> bool:
    """Whether the object is known by a flow: any other may be the one that a guess finds the key
    written to, `opt.task = "lm"` in a method that checks what some parser returned."""
    return each.certainty == "flow"


def _sets(each: Bound) -> bool:
    reference = each.reference
    return reference.mode == "write" and reference.form == "attribute" and not reference.guarded


def by_place(bound: Iterable[Bound]) -> tuple[Bound, ...]:
    """Each place once, the reference that says most, in the order of places.

    A read that nothing guards says more than a write; of what is guarded, the write does.
    """

    def said(each: Bound) -> tuple[bool, bool, bool]:
        guarded, is_write = each.reference.guarded, each.reference.mode == "write"
        return not each.proven, guarded, is_write != guarded

    kept: dict[object, Bound] = {}
    for each in sorted(bound, key=said):
        kept.setdefault(each.reference.place, each)
    return tuple(sorted(kept.values(), key=lambda one: one.reference.place))
