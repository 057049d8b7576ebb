"""Whether the declaration has the slip: nothing reads it, and many places read the other name."""

from __future__ import annotations

from hpfix.evidence import words
from hpfix.findings import Evidence
from hpfix.index import Index
from hpfix.model import Bound, Schema

KIND = "misspelt declaration"
MANY = 2
"""One use has a slip more easily than several that agree."""


def misspelt_declaration(
    index: Index, schema: Schema, key: str, bound: tuple[Bound, ...], declared: str
) -> Evidence | None:
    """The uses of `key` outnumber all that is written of `declared`, a slip apart from it.

    Not where the other keys say which of the two is no word: `lerning_rate` beside
    `learning_rate_decay` is one slip, however often it is copied.
    """
    if not words.is_misspelling(key, declared) or words.replaces_letter(key, declared):
        return None
    reads = {each.reference.place for each in bound if each.proven and _is_read(each)}
    others = index.uses_of(schema, declared)
    if len(reads) < max(MANY, 1 + len({each.reference.place for each in others})):
        return None
    if any(_is_read(each) for each in others) or _is_odd(index, schema, key, declared):
        return None
    said = f"`{key}` is read in {len(reads)} places and `{declared}` in none"
    return Evidence(KIND, f"{said}: the declaration may have the slip")


def _is_read(each: Bound) -> bool:
    return each.reference.mode == "read" and each.reference.form != "comment"


def _is_odd(index: Index, schema: Schema, key: str, declared: str) -> bool:
    """Whether a word of the declared name, and none of the other in its place, is known."""
    own, others = _of(key) - _of(declared), _of(declared) - _of(key)
    keys = {each for one in index.schemas for each in one.keys} - {declared}
    known = words.VOCABULARY.union(*map(_of, keys))
    return bool(own) and known.isdisjoint(own) and not known.isdisjoint(others)


def _of(name: str) -> frozenset[str]:
    return frozenset(words.split(name))
