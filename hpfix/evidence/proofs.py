"""What settles which declared key is meant, without weighing names against each other."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from hpfix.evidence import history, words
from hpfix.evidence.likeness import LIKELY
from hpfix.findings import Confidence, Evidence
from hpfix.index import Index
from hpfix.model import Bound, Schema


class Proof(NamedTuple):
    """The declared key that is meant, and why; `replaced`: a commit put it in the key's place, so
    that it has uses beside those which were forgotten."""

    key: str
    evidence: Evidence
    confidence: Confidence = Confidence.safe
    replaced: bool = False


def proof_of(index: Index, schema: Schema, key: str) -> Proof | None:
    """What settles it without weighing: the configuration, a comment, the spelling, a commit."""
    renamed = index.renames.get(key)
    if renamed is not None and renamed in schema.keys:
        said = f"the configuration renames `{key}` to it"
        return Proof(renamed, Evidence("declared rename", said))
    shown = _shown(schema, index.texts.get(schema.place.path, ""), key)
    heir = history.heir_of(index.history, schema, key)
    if shown is not None:
        return Proof(*shown, Confidence.safe if _agrees(heir, shown[0]) else Confidence.unsure)
    if heir is None:
        return None
    replaced = heir.moved > 0 or words.likeness(key, heir.key) >= LIKELY
    return Proof(heir.key, heir.evidence, heir.confidence, replaced)


def _agrees(heir: history.Heir | None, key: str) -> bool:
    """Whether no commit makes another key of it than the comment or the spelling does."""
    return heir is None or heir.key == key or heir.confidence < Confidence.likely


def step_beside(index: Index, schema: Schema, key: str, bound: tuple[Bound, ...]) -> Proof | None:
    """What a neighbour's rename says of the key, where nothing is said of the key itself."""
    from hpfix.evidence import neighbours  # for findings only

    found = neighbours.renamed_alike(index, schema, key, bound)
    return None if found is None else Proof(*found, Confidence.likely)


@lru_cache(maxsize=16384)
def _shown(schema: Schema, text: str, key: str) -> tuple[str, Evidence] | None:
    """What spelling or a comment settle; asked once for each key that may rival another."""
    alike = tuple(each for each in _spelled_alike(schema, key) if is_called_so(schema, each, key))
    if len(alike) == 1:
        return alike[0], Evidence("spelling", "only case, dashes or underscores differ")
    from hpfix.evidence import comments  # tokenize is for findings only

    return comments.renamed(schema, text, key)


def is_called_so(schema: Schema, declared: str, key: str) -> bool:
    """Whether a missing option may be the one that fills the attribute of its name: not where that
    one switches it off, as `--preserve-case` does with `action="store_false", dest="lower"`."""
    declaration = schema.declaration(declared) if key.startswith("-") else None
    if declaration is None or declaration.type != "flag" or declaration.value is None:
        return True
    is_off = declaration.value.literal is True
    return not is_off or any(words.same_but_for_case(each, key) for each in declaration.spellings)


@lru_cache(maxsize=4096)
def _spelled_alike(schema: Schema, key: str) -> tuple[str, ...]:
    return tuple(each for each in sorted(schema.keys) if words.same_but_for_case(each, key))
