"""What a study found best, written down in a file: `DNFNet: {n_formulas: 1024, beta: 1.3}`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hpfix.facts import Facts
from hpfix.model import Bound, Reference, Schema
from hpfix.records import is_record
from hpfix.schemas import Schemas

FEWEST = 2
SHORTEST = 5
"""In a shorter name, a letter more or less makes another word."""


def bind_best_parameters(facts: Mapping[str, Facts], known: Schemas) -> Iterator[Bound]:
    """The keys of a mapping that are the labels of one study, but for a slip in one of them.

    Such a mapping is what the study's function returned, or what is given in its place; nothing
    else has all of these names and one that is nearly the last.
    """
    for mapping, study in best_mappings(facts, known):
        if mapping.keys != study.keys:
            yield from _bound(mapping, study)


def best_mappings(facts: Mapping[str, Facts], known: Schemas) -> Iterator[tuple[Schema, Schema]]:
    """The mappings of files that give a value for each label of one study, and that study."""
    studies = [each for each in known.all if _suggests_enough(each)]
    if not studies:
        return
    named = {each.keys: each for each in reversed(studies)}
    for path, one in facts.items():
        for mapping in one.schemas if not is_record(path) else ():
            is_inner = mapping.form == "config file" and len(mapping.holder.steps) > 1
            if is_inner and len(mapping.keys) >= FEWEST:
                study = named.get(mapping.keys)
                meant = [each for each in studies if _fits(mapping, each)] if not study else []
                if study is not None or len(meant) == 1:
                    yield mapping, study or meant[0]


def _suggests_enough(schema: Schema) -> bool:
    return schema.form == "study" and schema.closed and len(schema.keys) >= FEWEST


def _fits(mapping: Schema, study: Schema) -> bool:
    odd, left = mapping.keys - study.keys, study.keys - mapping.keys
    return len(odd) == len(left) == 1 and _is_slip(*odd, *left)


def _bound(mapping: Schema, study: Schema) -> Iterator[Bound]:
    reason = f"all other keys beside it are labels in {study.place.path}:{study.place.line}"
    for each in mapping.declarations:
        reference = Reference(
            each.key, each.place, "YAML key", "override", mapping.holder, value=each.value
        )
        yield Bound(reference, study, reason, "company")


def _is_slip(one: str, other: str) -> bool:
    """Whether a letter is lost or added, or two are in each other's place."""
    before = _shared(one, other)
    one, other = one[before:][::-1], other[before:][::-1]
    behind = _shared(one, other)
    first, second = one[behind:], other[behind:]
    is_moved = len(first) == len(second) == 2 and first == second[::-1]
    is_lost = sorted((len(first), len(second))) == [0, 1]
    return before + behind >= SHORTEST - 1 and (is_moved or is_lost)


def _shared(one: str, other: str) -> int:
    """With how many letters both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
