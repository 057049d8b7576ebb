"""Whether a key is declared in a mapping further in, or out, than the one it is looked up in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hpfix.evidence import values
from hpfix.evidence.lookup_steps import Step, step_after, step_before
from hpfix.evidence.lost_keys import move_of
from hpfix.evidence.words import words
from hpfix.findings import Confidence, Evidence
from hpfix.index import Index, Inner, Move
from hpfix.model import Bound, Schema

KIND = "place"
EMPTY = frozenset({"True", "False", "None", "0", "1", "-1", "0.0", "1.0", '""', "''", "[]", "{}"})
"""Values that say nothing, even of a key that keeps its name."""


class Moved(NamedTuple):
    """Where a key is declared now: the steps from where it is looked up, and how sure that is."""

    steps: tuple[str, ...]
    confidence: Confidence
    evidence: tuple[Evidence, ...]


class Flattened(NamedTuple):
    """A step that is to be left out: where it stands, before which key, and how sure that is."""

    step: str
    found: tuple[Step, ...]
    confidence: Confidence
    evidence: tuple[Evidence, ...]


def moved_in(index: Index, schema: Schema, key: str, bound: Sequence[Bound]) -> tuple[Moved, ...]:
    """The mappings inside of the schema's object that declare the key, the surest first."""
    inner = [each for each in index.inner_of(schema) if each.declaration(key) is not None]
    found = [_judged(index, schema, key, bound, each, is_only=len(inner) == 1) for each in inner]
    return tuple(sorted(found, key=lambda each: (-each.confidence, each.steps)))


def _judged(
    index: Index, schema: Schema, key: str, bound: Sequence[Bound], inner: Inner, *, is_only: bool
) -> Moved:
    name = f"`{'.'.join(inner.steps)}`"
    evidence, proof = [], Confidence.unsure
    declared = inner.declaration(key)
    move = move_of(index.history, schema, key)
    if move is not None and move[0].target in _names_of(inner):
        evidence.append(move[1])
        proof = _proof(move[0])
    beside = None if move is None else _added_beside(index, move[0])
    others = [
        each for each in index.inner_of(schema) if each.declaration(key) not in (None, declared)
    ]
    if others:
        also = ", ".join(f"`{'.'.join(each.steps)}`" for each in others)
        evidence.append(Evidence(KIND, f"{name} declares `{key}`, and so does {also}"))
    if is_only:
        said = f"of the mappings inside of {schema.name}, only {name} declares `{key}`"
        evidence.append(Evidence(KIND, said))
    uses = () if inner.schema is None else index.uses_of(inner.schema, key)
    there = [each.reference.place for each in uses if each.proven]
    if there:
        said = f"{there[0].path}:{there[0].line} looks it up in {name}"
        evidence.append(Evidence("sibling", said))
    if is_only and not uses and _is_read_by_name(index, inner):
        # that nothing reads it there says little: a mapping's `lr` may be passed on with the rest
        evidence.append(Evidence("orphan", f"nothing reads `{key}` from {name}"))
    against = declared and values.disagreement([each.reference for each in bound], declared)
    if beside is not None:
        evidence.append(beside)
    if against or beside or not all(each.proven for each in bound) or schema in index.opened:
        proof = Confidence.unsure
    return Moved(inner.steps, proof, tuple(evidence))


def _proof(move: Move) -> Confidence:
    """The same value in another mapping is the same thing, where it is one that tells."""
    old, new = ("" if each is None else each.source for each in (move.before, move.after))
    is_told = bool(old) and old == new and old not in EMPTY
    return Confidence.safe if is_told else Confidence.likely


def _added_beside(index: Index, move: Move) -> Evidence | None:
    """That the commit which moved a key also added one of the same words: which is meant here?

    `lr` went under `discriminator`, and `generator` got a `learning_rate`.
    """
    for revision in index.history.revisions:
        if move not in revision.moves:
            continue
        known, own = {each.key for each in revision.before}, set(words(move.key))
        for each in revision.after:
            if each.key not in known and set(words(each.key)) == own:
                return Evidence("history", f"the same commit added `{each.key}`, of the same words")
    return None


def _names_of(inner: Inner) -> tuple[str, ...]:
    own = () if inner.schema is None else (inner.schema.name.rpartition(".")[2],)
    return (inner.steps[-1], *own)


def _is_read_by_name(index: Index, inner: Inner) -> bool:
    """Whether the mapping's other keys are looked up one by one, and nothing takes it whole."""
    schema = inner.schema
    if schema is None or schema in index.whole or schema in index.opened:
        return False
    read = [key for key in sorted(schema.keys) if any(_reads(index, schema, key))]
    return 2 * len(read) >= len(schema.keys) - 1 > 0


def _reads(index: Index, schema: Schema, key: str) -> Iterator[bool]:
    return (each.proven and each.reference.mode == "read" for each in index.uses_of(schema, key))


def moved_out(index: Index, schema: Schema, key: str, bound: Sequence[Bound]) -> Flattened | None:
    """The step to leave out: the one before the key, or the undeclared key itself."""
    return _before_key(index, schema, key, bound) or _before_others(index, schema, key, bound)


def _before_key(index: Index, schema: Schema, key: str, bound: Sequence[Bound]) -> Flattened | None:
    """`cfg["adam"]["lr"]`, where `cfg` declares `lr` itself."""
    outer = [
        (each, one)
        for each in index.schemas
        if key in each.keys
        for one in index.inner_of(each)
        if one.schema is schema and len(one.steps) == 1
    ]
    if len(outer) != 1:
        return None
    (above, inner), step = outer[0], outer[0][1].steps[0]
    places = [step_before(index.texts, each.reference, step) for each in bound]
    found = tuple(each for each in places if each is not None)
    if not found:
        return None
    where = f"`{key}` is declared in {above.place.path} beside `{inner.steps[0]}`"
    return _flattened(index, schema, step, found, [key], (Evidence(KIND, where),), bound)


def _before_others(
    index: Index, schema: Schema, key: str, bound: Sequence[Bound]
) -> Flattened | None:
    """`cfg["adam"]["lr"]`, where `cfg` declares `lr` and has no `adam` any more."""
    places = [step_after(index.texts, each.reference) for each in bound]
    found = tuple(each for each in places if each is not None and each.key in schema.keys)
    if not found:
        return None
    keys = sorted({each.key for each in found})
    named = ", ".join(f"`{each}`" for each in keys)
    said = f"{schema.place.path} declares {named} itself, and no `{key}`"
    return _flattened(index, schema, key, found, keys, (Evidence(KIND, said),), bound)


def _flattened(
    index: Index,
    schema: Schema,
    step: str,
    found: tuple[Step, ...],
    keys: Sequence[str],
    evidence: tuple[Evidence, ...],
    bound: Sequence[Bound],
) -> Flattened:
    moves = [move_of(index.history, schema, each) for each in keys]
    told = [each for each in moves if each is not None and each[0].source == step]
    is_whole = len(found) == len(bound) and all(each.proven for each in bound)
    proof = Confidence.unsure
    if told and len(told) == len(keys) and is_whole:
        proof = min(_proof(each[0]) for each in told)
    return Flattened(step, found, proof, (*(each[1] for each in told), *evidence))
