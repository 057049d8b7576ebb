"""The candidates for one undeclared key, best first, each with its evidence and confidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hpfix.evidence import history, orphans, values, words
from hpfix.evidence.hints import Hint, hints
from hpfix.evidence.likeness import LIKELY, LISTED, MARGIN, is_slip, likeness, said
from hpfix.evidence.misspelt_declarations import KIND, misspelt_declaration
from hpfix.evidence.proofs import Proof, is_called_so, proof_of, step_beside
from hpfix.evidence.rivals import rivals_of
from hpfix.evidence.still_given import still_given
from hpfix.findings import Confidence, Evidence
from hpfix.index import Index
from hpfix.model import Bound, Declaration, Schema

SAME_WORDS = 0.99
"""A word more or less, be it a filler, needs a value that agrees: `heads` is not `head_dim`."""
SAME_VALUE = 0.1
PROVEN = 2.0
LISTED_AT_MOST = 5


class Candidate(NamedTuple):
    """A declared key that the undeclared one may be; `score` from 0 to 1, 2 for proof."""

    declaration: Declaration
    score: float
    confidence: Confidence
    evidence: tuple[Evidence, ...]

    def with_evidence(self, more: Evidence) -> Candidate:
        """The same with one sentence more."""
        return self._replace(evidence=(*self.evidence, more))

    @property
    def slip(self) -> Evidence | None:
        """What says that it is the declaration that is misspelt."""
        return next((each for each in self.evidence if each.kind == KIND), None)


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
    proof = proof_of(index, schema, key) or step_beside(index, schema, key, bound)
    hinted = hints(index, schema, key, bound)
    scored = [
        _weigh(index, schema, key, bound, each, proof, hinted.get(each.key, ()))
        for each in {each.key: each for each in schema.declarations}.values()
        if not words.same_but_for_case(each.key, key) or is_called_so(schema, each.key, key)
    ]
    listed = sorted(
        (each for each in scored if each.score >= LISTED),
        key=lambda each: (-each.score, each.declaration.key),
    )[:LISTED_AT_MOST]
    ranked = _assigned(index, schema, key, proof, listed)
    if ranked and ranked[0].confidence >= Confidence.likely:
        given = still_given(index, schema, key, bound) or _shared(index, key, bound)
        ranked = ranked if given is None else (_lowered(ranked[0], given), *ranked[1:])
    if ranked and ranked[0].confidence >= Confidence.likely:
        return ranked
    others = (*ranked, *_awaited(index, schema, key, bound))
    return tuple(sorted(others, key=lambda each: -each.score)[:LISTED_AT_MOST])


def _shared(index: Index, key: str, bound: tuple[Bound, ...]) -> Evidence | None:
    """That a name goes, with the mapping it stands in, to what may know it as it is."""
    for each in bound:
        if each.reference.place in index.handed_on:
            said = f"the mapping goes elsewhere as well, where `{key}` may be right"
            return Evidence("still given", said)
    return None


def _assigned(
    index: Index, schema: Schema, key: str, proof: Proof | None, listed: list[Candidate]
) -> tuple[Candidate, ...]:
    """One to each, and each to one: what other keys are or may be, and what is no clear choice.

    Where that is what decides, it is said: of a candidate that would be applied without it, or is
    applied for it.
    """
    rivals = rivals_of(index, schema, key, proof)
    left = [
        each for each in listed if each.declaration.key not in rivals.taken or each.score == PROVEN
    ]
    if not left:
        return ()
    best, name = left[0], left[0].declaration.key
    gone = next((each for each in listed if each.score >= best.score and each not in left), None)
    is_sure = best.confidence >= Confidence.likely
    if gone is not None:
        best = _lowered(best, rivals.taken[gone.declaration.key])
    elif name in rivals.claimed:
        best = _lowered(best, rivals.claimed[name] if is_sure else None)
    elif len(left) > 1 and best.score - left[1].score < MARGIN:
        near = f"`{left[1].declaration.key}` is about as near"
        best = _lowered(best, Evidence("margin", near) if is_sure else None)
    elif is_sure and name in rivals.left:
        best = best.with_evidence(rivals.left[name])
    elif is_sure and best.score < PROVEN and len(left) > 1 and left[1].score >= LIKELY:
        clear = f"it is clearly nearer than `{left[1].declaration.key}`"
        best = best.with_evidence(Evidence("margin", clear))
    return (best, *(_lowered(each) for each in left[1:]))


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


def _lowered(each: Candidate, reason: Evidence | None = None) -> Candidate:
    lowered = each._replace(confidence=Confidence.unsure)
    return lowered if reason is None else lowered.with_evidence(reason)


class Case(NamedTuple):
    """What speaks for one declared key and against it."""

    likeness: float
    proof: Proof | None
    hinted: tuple[Hint, ...]
    same: Evidence | None
    orphan: Evidence | None
    against: tuple[Evidence, ...]
    is_beside: bool

    @property
    def score(self) -> float:
        said = max(self.likeness, LISTED if self.hinted else 0.0)
        said += sum(each.weight for each in self.hinted) + (SAME_VALUE if self.same else 0.0)
        return min(1.0, said) if self.proof is None else PROVEN


def _weigh(
    index: Index,
    schema: Schema,
    key: str,
    bound: tuple[Bound, ...],
    declared: Declaration,
    proof: Proof | None,
    hinted: tuple[Hint, ...] = (),
) -> Candidate:
    name, alike = declared.key, likeness(key, declared.key)
    proof = proof if proof is not None and proof.key == name else None
    references = [each.reference for each in bound]
    if alike < LISTED and proof is None and not hinted:
        return Candidate(declared, 0.0, Confidence.unsure, ())
    unfit = values.disagreement(references, declared)
    if unfit is not None and proof is None:
        return Candidate(declared, 0.0, Confidence.unsure, ())
    slip = parted = None
    if proof is None:
        slip = misspelt_declaration(index, schema, key, bound, name)
        parted = history.parted(index, schema, key, name)
    type_said = None if unfit is None else Evidence("type", unfit)
    case = Case(
        alike,
        proof,
        hinted,
        values.same_value(references, declared),
        orphans.is_orphan(index, schema, name, bound),
        tuple(each for each in (type_said, slip, parted) if each is not None),
        orphans.lives_beside(index, schema, name, bound),
    )
    is_open = schema in index.opened
    is_same = is_slip(key, name) or (alike >= SAME_WORDS and not words.is_reordered(key, name))
    confidence = _confidence(case, bound, is_same=is_same, is_open=is_open)
    return Candidate(declared, case.score, confidence, _evidence(case, said(key, name)))


def _evidence(case: Case, alike: Evidence) -> tuple[Evidence, ...]:
    """What is said, proof first, what speaks against it last."""
    found = [] if case.proof is None else [case.proof.evidence]
    found += [alike] if case.likeness >= LISTED else []
    found += [each.evidence for each in case.hinted]
    found += [each for each in (case.same, case.orphan) if each is not None]
    return (*found, *case.against)


def _confidence(
    case: Case, bound: tuple[Bound, ...], *, is_same: bool, is_open: bool
) -> Confidence:
    """How sure it is that the key is meant (DESIGN 5); `is_same`: both say the same words in one
    order, or are a slip apart."""
    is_needed = any(not each.reference.guarded for each in bound)
    is_left_behind = case.proof is not None and case.proof.replaced and is_needed
    if case.against or (case.is_beside and not is_left_behind):
        return Confidence.unsure
    if case.proof is not None:
        certain = any(each.proven for each in bound) and not case.is_beside
        return min(case.proof.confidence, Confidence.safe if certain else Confidence.likely)
    is_same = is_same or case.same is not None or bool(case.hinted)
    fits = is_same and case.orphan is not None and case.likeness >= LIKELY
    crashes = any(each.proven and not each.reference.guarded for each in bound)
    is_missed = crashes or (fits and any(each.is_skipped for each in bound))
    decides = any(each.decides for each in case.hinted)
    is_likely = (fits or decides) and is_missed and not is_open
    return Confidence.likely if is_likely else Confidence.unsure


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
