"""What the project's own text says about which declared key is meant, whatever the names are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hpfix.findings import Evidence
from hpfix.index import Index
from hpfix.model import Bound, Schema


class Hint(NamedTuple):
    """What speaks for a declared key: `weight` is what it adds to a score, `decides` says that it
    needs no likeness of the names."""

    evidence: Evidence
    weight: float
    decides: bool = False


USED_AS, SPELLED_OUT, SIBLING, COPY = 0.15, 0.25, 0.2, 0.3


def hints(
    index: Index, schema: Schema, key: str, bound: tuple[Bound, ...]
) -> Mapping[str, tuple[Hint, ...]]:
    """Every hint, by declared key; none where nothing in Python surely reads the missing one."""
    if not any(_is_sure(each) for each in bound):
        return {}
    # tokenize is for findings only
    from hpfix.evidence import comments, siblings, uses, words

    found: list[tuple[str, Hint]] = []
    spelled = comments.spelled_out(schema, index.texts.get(schema.place.path, ""), key)
    if spelled is not None:
        declared, evidence = spelled
        is_short = words.abbreviates(declared, key)
        found.append((declared, Hint(evidence, SPELLED_OUT, decides=is_short)))
    sibling = siblings.moved_in(index, schema, key, bound)
    if sibling is not None:
        weight = COPY if sibling.is_copy else SIBLING
        found.append((sibling.key, Hint(sibling.evidence, weight, decides=sibling.is_copy)))
    for declared, evidence in uses.used_as(index, schema, key, bound).items():
        found.append((declared, Hint(evidence, USED_AS)))
    named = dict.fromkeys(declared for declared, _ in found)
    return {each: tuple(hint for other, hint in found if other == each) for each in named}


def _is_sure(each: Bound) -> bool:
    is_python = each.reference.place.path.endswith(".py")
    return each.proven and not each.reference.guarded and is_python
