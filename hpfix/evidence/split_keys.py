"""Which keys took the place of one together, and which of them is meant at each of its uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hpfix.evidence.lost_keys import parts_of
from hpfix.evidence.uses import named_after, taken_by
from hpfix.evidence.words import words
from hpfix.findings import Evidence
from hpfix.index import Index
from hpfix.model import Bound, Reference, Schema

KIND = "surroundings"


class Split(NamedTuple):
    """The keys that one became, and what says so."""

    keys: tuple[str, ...]
    evidence: Evidence


class Meant(NamedTuple):
    """A use of the old key, the new one that its surroundings speak for, and how they do."""

    bound: Bound
    key: str
    evidence: Evidence


def split_of(index: Index, schema: Schema, key: str) -> Split | None:
    """What a commit or a comment says one undeclared key became, where that is several."""
    found = parts_of(index.history, schema, key)
    if found is None:
        from hpfix.evidence import comments  # tokenize is for findings only

        found = comments.parts_of(schema, index.texts.get(schema.place.path, ""), key)
    return None if found is None else Split(*found)


def meant(index: Index, split: Split, bound: Sequence[Bound]) -> tuple[Meant, ...]:
    """The uses whose surroundings have the words of one of the keys and of no other."""
    own = {key: frozenset(words(key)) for key in split.keys}
    shared = frozenset.intersection(*own.values())
    telling = {key: each - shared for key, each in own.items()}
    found = []
    for each in bound:
        for name, sentence in _around(index, each.reference):
            around = words(name)
            fitting = [key for key in split.keys if _is_said(telling[key], around)]
            if len(fitting) == 1:
                found.append(Meant(each, fitting[0], Evidence(KIND, sentence)))
            if fitting:
                break
    return tuple(found)


def _is_said(telling: frozenset[str], around: Sequence[str]) -> bool:
    """Whether a word that tells one key from the others is there, whole: `convert` is no `conv`."""
    return not telling.isdisjoint(around)


def _around(index: Index, reference: Reference) -> Iterator[tuple[str, str]]:
    """Names around a use, the nearest first, each with the sentence that it is worth."""
    place = reference.place
    where = f"{place.path}:{place.line}"
    into = named_after(index, reference)
    if into is not None:
        yield into, f"{where}: its value goes into `{into}`"
    taker = taken_by(index, reference)
    if taker is not None:
        yield taker, f"{where}: its value is given to `{taker}`"
    for step in reversed(reference.receiver.steps[1:]):  # cfg.encoder.dropout
        yield step, f"{where}: it is looked up in `{reference.receiver}`"
    for name in reversed(reference.receiver.scope.partition("::")[2].split(".")):
        yield name, f"{where}: it stands in `{name}`"
    for name in reversed(place.path.rpartition(".")[0].split("/")):
        yield name, f"{where}: `{name}` is a name of its path"
