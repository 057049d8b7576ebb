"""References bound without a flow: by what else is looked up in the same receiver."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from hpfix.model import Bound, Expression, Facts, KeyedAccess, Reference, Schema
from hpfix.objects import Name, Names, Unknown
from hpfix.records import is_record
from hpfix.schemas import Schemas

ELSEWHERE = ("file:", "import:")
"""A trace that ends in what a foreign function returned, or in a file that is not there, ends at
something else."""
COMPANY = 3
SHARE = 0.5
SURE_COMPANY = 5
SURE_SHARE = 0.8
"""So many keys, and nearly all of them a schema's own, leave no doubt whose object it is."""
VARIANT_SHARE = 0.7
"""Two schemas of one project that share so many keys are versions of each other."""
NAMED_COMPANY = 2
NAMED_SHARE = 1 / 3
HPARAMS_WORDS = ("hparam", "hyperparam")


def bind_by_company(
    traced: Mapping[Unknown, list[Reference]], schemas: tuple[Schema, ...], proven: list[Bound]
) -> Iterator[Bound]:
    vocabulary = {schema: set(schema.keys) for schema in schemas}
    for each in proven:
        if each.schema is not None and each.reference.mode == "tune":
            vocabulary[each.schema].add(each.reference.key)
    for root, references in traced.items():
        if root.steps[0].startswith(ELSEWHERE):
            continue
        keys = {reference.key for reference in references}
        best = max(
            schemas, key=lambda schema: _fit(schema, vocabulary[schema], keys, root), default=None
        )
        if best is None:
            continue
        shared = len(keys & vocabulary[best])
        is_named = any(_names_hparams(each.receiver) for each in references)
        if is_company(shared, len(keys), is_named=is_named):
            reason = f"{shared} of the {len(keys)} keys looked up in it are declared there"
            is_sure = shared >= SURE_COMPANY and shared >= SURE_SHARE * len(keys)
            is_space = all(reference.mode == "tune" for reference in references)
            for reference in references:
                yield Bound(reference, best, reason, "company" if is_sure or is_space else "guess")


def _fit(schema: Schema, vocabulary: set[str], keys: set[str], root: Unknown) -> tuple[int, int]:
    near = _common_folders(schema.place.path, root.scope.partition("::")[0])
    return len(keys & vocabulary), near


def _common_folders(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one.split("/")[:-1], other.split("/")[:-1], strict=False):
        if left != right:
            break
        count += 1
    return count


def bind_by_shared_keys(facts: Mapping[str, Facts], known: Schemas) -> Iterator[Bound]:
    """`getattr(hparams, name)` beside `RANGES[name]`: one variable looks up the same keys."""
    together: dict[Expression, list[KeyedAccess]] = defaultdict(list)
    for path, each in facts.items():
        for access in each.keyed if not is_record(path) else ():
            together[access.key].append(access)
    for accesses in together.values():
        schemas = {
            schema: access for access in accesses for schema in known.held_by(access.receiver)
        }
        for access in accesses if schemas else ():
            for name in _own_names(access.receiver, known):
                for schema, other in schemas.items():
                    reason = f"`{access.key}` is looked up in `{other.receiver}` as well"
                    reference = Reference(
                        name.text, name.place, name.form, "test", access.receiver, value=None
                    )
                    yield Bound(reference, schema, reason, "guess")


def _own_names(receiver: Expression, known: Schemas) -> Iterator[Name]:
    """The keys of a dict literal that the receiver holds."""
    if any(isinstance(each, Names) for each in known.holdings.of(receiver)):
        for each in known.holdings.of(receiver.then("[*]")):
            if isinstance(each, Name) and each.form == "dict key":
                yield each


def bind_variants(schemas: tuple[Schema, ...], bound: list[Bound]) -> Iterator[Bound]:
    """`paper_hparams.py` beside `hparams.py`: one file takes the place of the other.

    A schema that nothing refers to, with most of the keys of one in use, has to declare what is
    read from that one.
    """
    used: dict[Schema, list[Bound]] = defaultdict(list)
    for each in bound:
        if each.schema is not None and each.proven and each.reference.key in each.schema.keys:
            used[each.schema].append(each)
    for schema in schemas:
        if schema in used:
            continue
        for other, references in used.items():
            if is_variant(schema, other):
                reason = f"{schema.place.path} declares most of what {other.place.path} does"
                for each in references:
                    yield Bound(each.reference, schema, reason, "variant")


def is_variant(schema: Schema, other: Schema) -> bool:
    """Whether two schemas of different files are two versions of one thing."""
    shared = len(schema.keys & other.keys)
    alike = schema.form == other.form and schema.place.path != other.place.path
    return alike and shared >= VARIANT_SHARE * max(len(schema.keys), len(other.keys))


def _names_hparams(receiver: Expression) -> bool:
    return bool(receiver.steps) and any(
        word in receiver.steps[-1].lower() for word in HPARAMS_WORDS
    )


def is_company(shared: int, count: int, *, is_named: bool) -> bool:
    """Whether enough of the keys looked up in one receiver are a schema's own.

    A receiver that is called something like `hparams` needs fewer; the name alone never does.
    """
    if is_named:
        return shared >= NAMED_COMPANY and shared >= NAMED_SHARE * count
    return shared >= COMPANY and shared >= SHARE * count
