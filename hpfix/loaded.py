"""Files that a program loads into an object from a path that nothing shows:
`cfg.merge_from_file(args.config)`.

Such an object refuses a key that it lacks, so that a file is one of those where nearly all of its
keys, at every depth, are the object's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from io import TextIOWrapper
from typing import NamedTuple

from hpfix.facts import Facts
from hpfix.holdings import Holdings
from hpfix.model import Bound, Expression, Reference, Schema
from hpfix.objects import File, Unknown
from hpfix.schemas import Schemas
from hpfix.scopes import DOCUMENT

FORMS = frozenset({"config object"})
FILLED = frozenset({"config object", "filled object", "dict"})
"""What is made empty, or with some of its keys, and filled wherever it goes."""
FEWEST = 2
"""A file with fewer of the object's own keys may be anything."""
SHARE = 0.7
"""So many of a file's keys are the object's."""
OF_STREAMS = frozenset(each for each in (*dir(TextIOWrapper), *dir(str)))
"""What a program asks of an open file, or of its text."""

Traced = Mapping[Unknown, list[Reference]]


class Fit(NamedTuple):
    """How well the keys of a file fit an object; what each of its mappings is there."""

    declared: int
    missing: int
    schemas: tuple[tuple[Unknown, Schema], ...]


def bind_loaded_files(
    facts: Mapping[str, Facts], known: Schemas, traced: Traced
) -> Iterator[Bound]:
    """The keys of every file that fits one such object better than any other."""
    targets = _targets(facts, known)
    if not targets:
        return
    files: dict[str, list[Unknown]] = defaultdict(list)
    for root in traced:
        if root.steps[0] == DOCUMENT:
            files[root.scope].append(root)
    for roots in files.values():
        roots.sort(key=lambda each: len(each.steps))
        fits = [_fit(roots, traced, each, known) for each in targets]
        fits = [each for each in fits if _is_fitting(each)]
        best = min(fits, key=lambda each: each.missing, default=None)
        if best is None:
            continue
        alike = [each for each in fits if each.missing == best.missing]
        if best.missing and len(alike) > 1:
            continue
        for root, schema in best.schemas:
            count = best.declared + best.missing
            reason = f"{best.declared} of the {count} keys of the file are declared there"
            for reference in traced[root]:
                yield Bound(reference, schema, reason, "company")


def without_filled(bound: list[Bound], facts: Mapping[str, Facts], known: Schemas) -> list[Bound]:
    """Without the keys of files that the program may add to an object before it loads the file:
    `def add_head_config(cfg): cfg.MODEL.HEAD = CN()`, where nothing shows what is given to it."""
    lacking = {each.reference.key for each in bound if _is_lacking(each)}
    if not lacking:
        return bound
    written = {
        reference.key
        for each in facts.values()
        for reference in each.references
        if reference.mode == "write" and reference.key in lacking
        if reference.receiver.steps != ("self",) and not _is_declared(reference, known)
    }
    return [each for each in bound if not (_is_lacking(each) and each.reference.key in written)]


def _is_declared(written: Reference, known: Schemas) -> bool:
    """Whether the write is to a key of another object, which has it."""
    return any(written.key in each.keys for each in known.held_by(written.receiver))


def _is_lacking(bound: Bound) -> bool:
    schema, reference = bound.schema, bound.reference
    is_of_file = reference.form == "YAML key" and schema is not None and schema.form in FILLED
    return is_of_file and schema is not None and reference.key not in schema.keys


def _targets(facts: Mapping[str, Facts], known: Schemas) -> tuple[Schema, ...]:
    """The objects into which files are loaded that nothing shows."""
    found: dict[Schema, None] = {}
    for each in facts.values():
        for loading in each.loadings:
            held = known.holdings.of(loading.source)
            if not all(isinstance(one, File) for one in held):
                found.update(dict.fromkeys(known.held_by(loading.into)))
    return tuple(each for each in found if each.form in FORMS)


def _fit(roots: list[Unknown], traced: Traced, target: Schema, known: Schemas) -> Fit:
    schemas: dict[tuple[str, ...], Schema] = {}
    declared = missing = 0
    found: list[tuple[Unknown, Schema]] = []
    for root in roots:
        outer = schemas.get(root.steps[:-1])
        inner = None if outer is None else known.nested(outer, root.steps[-1])
        schema = target if root.steps == (DOCUMENT,) else inner
        if schema is None:
            continue
        schemas[root.steps] = schema
        found.append((root, schema))
        keys = {each.key for each in traced[root]}
        declared += len(keys & schema.keys)
        missing += 0 if known.is_open(schema) else len(keys - schema.keys)
    return Fit(declared, missing, tuple(found))


def _is_fitting(fit: Fit) -> bool:
    return fit.declared >= FEWEST and fit.declared >= SHARE * (fit.declared + fit.missing)


def is_loaded(path: str, facts: Mapping[str, Facts], holdings: Holdings, traced: Traced) -> bool:
    """Whether a program of the project takes keys from a file that cannot be read: it looks them
    up, or gives all of them to another object."""
    looked_up = (found for root, found in traced.items() if root.scope == path)
    if any(each.key not in OF_STREAMS for found in looked_up for each in found):
        return True
    return any(
        isinstance(held, Unknown) and held.scope == path
        for one in facts.values()
        for source in _taken_whole(one)
        for held in holdings.of(source)
    )


def _taken_whole(facts: Facts) -> Iterator[Expression]:
    yield from (each.source for each in facts.inclusions)
    yield from (each.source for each in facts.loadings)
    yield from (each.mapping for each in facts.spreads)
