"""The candidates for one undeclared key, best first, each with its evidence and confidence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from hpfix.evidence import history, orphans, values, words
from hpfix.evidence.hints import Hint, hints
from hpfix.evidence.misspelt_declarations import KIND, misspelt_declaration
from hpfix.model import Bound, Confidence, Declaration, Evidence, Index, Schema

LISTED, LIKELY, MARGIN = 0.5, 0.75, 0.15
"""Scores of dialects 6.3 and 6.4: below the first a name is no candidate; from the second, clear of
the next by the margin, it may be applied when nothing speaks against it."""
SAME_WORDS = 0.99
"""A word more or less, be it a filler, needs a value that agrees: `heads` is not `head_dim`."""
MISSPELLED, REPLACED = 0.9, 0.7
"""A letter lost, doubled or swapped is a slip; in a short word, another letter may be another word:
`cnn` and `rnn`, `decay` and `delay`."""
SAME_VALUE = 0.1
PROVEN = 2.0
LISTED_AT_MOST = 5


class Candidate(NamedTuple):
    """A declared key that the undeclared one may be; `score` from 0 to 1, 2 for proof."""

    declaration: Declaration
    score: float
    confidence: Confidence
    evidence: tuple[Evidence, ...]

    @property
    def slip(self) -> Evidence | None:
        """What says that it is the declaration that is misspelt."""
        return next((each for each in self.evidence if each.kind == KIND), None)


class Proof(NamedTuple):
    """The declared key that is meant, and why; `replaced`: a commit put it in the key's place, so
    that it has uses beside those which were forgotten."""

    key: str
    evidence: Evidence
    confidence: Confidence = Confidence.safe
    replaced: bool = False


def means_another(found: tuple[Candidate, ...]) -> bool:
    """Whether the key is a declared one under another name, by proof or clearly ahead."""
    if not found:
        return False
    best = found[0]
    return best.confidence >= Confidence.likely or best.score == PROVEN or best.slip is not None


def candidates(
    index: Index, schema: Schema, key: str, bound: tuple[Bound, ...]
) -> tuple[Candidate, ...]:
    """The declared keys that may be meant, best first; at most one is more than unsure."""
    proof = _proof(index, schema, key) or _step_beside(index, schema, key, bound)
    hinted = hints(index, schema, key, bound)
    scored = [
        _weigh(index, schema, key, bound, each, proof, hinted.get(each.key, ()))
        for each in {each.key: each for each in schema.declarations}.values()
    ]
    listed = sorted(
        (each for each in scored if each.score >= LISTED),
        key=lambda each: (-each.score, each.declaration.key),
    )[:LISTED_AT_MOST]
    contested = _contested(index, schema, key, proof)
    ranked = tuple(
        _lowered(each)
        if place > 0 or not _is_clear(listed) or each.declaration.key in contested
        else each
        for place, each in enumerate(listed)
        if contested.get(each.declaration.key, 0) < PROVEN or each.score == PROVEN
    )
    if ranked and ranked[0].confidence >= Confidence.likely:
        return ranked
    others = (*ranked, *_awaited(index, schema, key, bound))
    return tuple(sorted(others, key=lambda each: -each.score)[:LISTED_AT_MOST])


def _awaited(
    index: Index, schema: Schema, key: str, bound: tuple[Bound, ...]
) -> Iterator[Candidate]:
    """Keys that lack a declaration themselves, whose default a search space gives."""
    for rival in index.missing_from(schema):
        uses = index.uses_of(schema, rival)
        spaces = (each.reference for each in uses if each.proven and each.reference.tried)
        tuned = next(spaces, None)
        if rival == key or tuned is None or tuned.tried is None or tuned.tried.default is None:
            continue
        declared = Declaration(rival, tuned.place, tuned.tried.default)
        candidate = _weigh(index, schema, key, bound, declared, None)
        if candidate.score >= LISTED and not orphans.lives_beside(index, schema, rival, bound):
            yield _lowered(candidate)


def _contested(index: Index, schema: Schema, key: str, own: Proof | None) -> dict[str, float]:
    """The declared keys that other undeclared ones claim as well, with the strength of the claim.

    Of two keys that may both be one, neither is renamed by itself; one that is proven takes it.
    """
    claims: dict[str, float] = {}
    for rival in index.missing_from(schema):
        if rival == key:
            continue
        proof = _proof(index, schema, rival)
        if proof is not None and (own is None or own.key != proof.key):
            claims[proof.key] = PROVEN
        if proof is None and own is None:
            claimants = index.uses_of(schema, rival)
            for declared in _claimed_by(schema, rival):
                if not orphans.lives_beside(index, schema, declared, claimants):
                    claims[declared] = max(claims.get(declared, 0.0), LIKELY)
    return claims


@lru_cache(maxsize=4096)
def _claimed_by(schema: Schema, rival: str) -> tuple[str, ...]:
    return tuple(each for each in sorted(schema.keys) if _likeness(rival, each) >= LIKELY)


@lru_cache(maxsize=4096)
def _spelled_alike(schema: Schema, key: str) -> tuple[str, ...]:
    return tuple(each for each in sorted(schema.keys) if words.same_but_for_case(each, key))


def _is_clear(listed: list[Candidate]) -> bool:
    return len(listed) == 1 or listed[0].score - listed[1].score >= MARGIN


def _lowered(each: Candidate) -> Candidate:
    return Candidate(each.declaration, each.score, Confidence.unsure, each.evidence)


def _proof(index: Index, schema: Schema, key: str) -> Proof | None:
    """What settles it without weighing: the configuration, a comment, the spelling, a commit."""
    renamed = index.renames.get(key)
    if renamed is not None and renamed in schema.keys:
        said = f"the configuration renames `{key}` to it"
        return Proof(renamed, Evidence("declared rename", said))
    shown = _shown(schema, index.texts.get(schema.place.path, ""), key)
    heir = history.heir_of(index.history, schema, key) if shown is None else None
    if heir is not None:
        replaced = heir.moved > 0 or words.likeness(key, heir.key) >= LIKELY
        return Proof(heir.key, heir.evidence, heir.confidence, replaced)
    return None if shown is None else Proof(*shown)


def _step_beside(index: Index, schema: Schema, key: str, bound: tuple[Bound, ...]) -> Proof | None:
    """What a neighbour's rename says of the key, where nothing is said of the key itself."""
    from hpfix.evidence import neighbours  # for findings only

    found = neighbours.renamed_alike(index, schema, key, bound)
    return None if found is None else Proof(*found, Confidence.likely)


@lru_cache(maxsize=16384)
def _shown(schema: Schema, text: str, key: str) -> tuple[str, Evidence] | None:
    """What spelling or a comment settle; asked once for each key that may rival another."""
    alike = _spelled_alike(schema, key)
    if len(alike) == 1:
        return alike[0], Evidence("spelling", "only case, dashes or underscores differ")
    from hpfix.evidence import comments  # tokenize is for findings only

    return comments.renamed(schema, text, key)


def _weigh(
    index: Index,
    schema: Schema,
    key: str,
    bound: tuple[Bound, ...],
    declared: Declaration,
    proof: Proof | None,
    hinted: tuple[Hint, ...] = (),
) -> Candidate:
    likeness = _likeness(key, declared.key)
    proven = proof is not None and proof.key == declared.key
    if likeness < LISTED and not proven and not hinted:
        return Candidate(declared, 0.0, Confidence.unsure, ())
    references = [each.reference for each in bound]
    against = values.disagreement(references, declared)
    if against is not None and not proven:
        return Candidate(declared, 0.0, Confidence.unsure, ())
    same = values.same_value(references, declared)
    orphan = orphans.is_orphan(index, schema, declared.key, bound)
    found = [proof.evidence] if proof is not None and proven else []
    found += [_said(key, declared.key)] if likeness >= LISTED else []
    found += [each.evidence for each in hinted]
    found += [each for each in (same, orphan) if each is not None]
    slip = None if proven else misspelt_declaration(index, schema, key, bound, declared.key)
    if against is not None:
        found.append(Evidence("type", against))
    if slip is not None:
        found.append(slip)
    decides = any(each.decides for each in hinted)
    said = max(likeness, LISTED if hinted else 0.0) + sum(each.weight for each in hinted)
    score = PROVEN if proven else min(1.0, said + (SAME_VALUE if same else 0.0))
    beside = orphans.lives_beside(index, schema, declared.key, bound)
    parted = None if proven else history.parted(index, schema, key, declared.key)
    if parted is not None:
        found.append(parted)
    crashes = any(each.proven and not each.reference.guarded for each in bound)
    is_needed = any(not each.reference.guarded for each in bound)
    left_behind = proven and proof is not None and proof.replaced and is_needed
    if against is not None or (beside and not left_behind) or slip is not None or parted:
        confidence = Confidence.unsure
    elif proof is not None and proven:
        certain = any(each.proven for each in bound) and not beside
        confidence = min(proof.confidence, Confidence.safe if certain else Confidence.likely)
    else:
        is_same = likeness >= SAME_WORDS or same is not None or _is_slip(key, declared.key)
        is_same = is_same or bool(hinted)
        fits = is_same and orphan is not None and likeness >= LIKELY
        is_missed = crashes or (fits and any(each.is_skipped for each in bound))
        is_likely = (fits or decides) and is_missed and schema not in index.opened
        confidence = Confidence.likely if is_likely else Confidence.unsure
    return Candidate(declared, score, confidence, tuple(found))


def _is_slip(key: str, declared: str) -> bool:
    return words.is_misspelling(key, declared) and not words.replaces_letter(key, declared)


def _likeness(key: str, declared: str) -> float:
    score = words.likeness(key, declared)
    if words.is_misspelling(key, declared):
        return max(score, REPLACED if words.replaces_letter(key, declared) else MISSPELLED)
    return score


def _said(key: str, declared: str) -> Evidence:
    if words.is_misspelling(key, declared):
        return Evidence("spelling", f"`{key}` and `{declared}` are a slip apart")
    shared = ", ".join(f"`{word}`" for word in dict.fromkeys(words.shared(key, declared)))
    return Evidence("words", f"both names say {shared}")


def relative_of(schema: Schema, key: str) -> str | None:
    """The declared key beside which a missing one belongs: it shares the rarest words."""
    counts: dict[str, int] = {}
    for each in schema.keys:
        for word in set(words.words(each)):
            counts[word] = counts.get(word, 0) + 1
    own = set(words.words(key))
    best, best_score = None, 0.0
    for declaration in schema.declarations:
        common = own & set(words.words(declaration.key))
        score = sum(1 / counts[word] for word in common - words.FILLERS)
        if score >= best_score and score > 0:
            best, best_score = declaration.key, score
    return best
