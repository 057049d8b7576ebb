"""Whether a declared key is one that nothing refers to: the other end of a broken link."""

from __future__ import annotations

from collections.abc import Iterable

from hpfix.findings import Evidence
from hpfix.index import Index
from hpfix.model import Bound, Form, Reference, Schema

CODE: frozenset[Form] = frozenset(
    {
        "attribute", "subscript", "get", "getattr", "hasattr", "setattr", "membership", "keyword",
        "constant", "argument",
    }
)  # fmt: skip


def kind_of(reference: Reference) -> str:
    """References of one kind stand in for each other: reads, writes, the mappings and the lists of
    one file, the commands that comments show."""
    if reference.form == "keyword":
        return "argument"
    if reference.form in CODE:
        return "write" if reference.mode == "write" else "read"
    if reference.form in ("search space", "YAML key"):
        return f"mapping of {reference.place.path}"
    if reference.form in ("comment", "command line"):
        return "command"
    if reference.form == "interpolation":
        return f"interpolation in {reference.place.path}"
    return f"list of names in {reference.place.path}"


def lives_beside(index: Index, schema: Schema, key: str, bound: Iterable[Bound]) -> bool:
    """Whether the key is used, in the same kind of reference and file, next to the missing one.

    Of the commands of a file, some are kept and others forgotten.
    """
    spots = {(kind_of(each.reference), each.reference.place.path) for each in bound}
    return any(
        (kind_of(each.reference), each.reference.place.path) in spots
        and each.reference.form != "command line"
        for each in index.uses_of(schema, key)
    )


def is_orphan(index: Index, schema: Schema, key: str, bound: Iterable[Bound]) -> Evidence | None:
    """The key is declared and no reference of the kinds in question uses it."""
    kinds = {kind_of(each.reference) for each in bound}
    used = any(kind_of(each.reference) in kinds for each in index.uses_of(schema, key))
    if used:
        return None
    return Evidence("orphan", f"`{key}` is declared and no {_said(kinds)} refers to it")


def _said(kinds: set[str]) -> str:
    return " or ".join(sorted(kinds))
