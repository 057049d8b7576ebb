"""Which schema a reference belongs to, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from hpfix.holdings import Holdings
from hpfix.model import BlindSpot, Bound, Expression, Facts, Index, KeyedAccess, Reference, Schema
from hpfix.objects import Name, Names, Unknown
from hpfix.records import is_record
from hpfix.scopes import CLASS, outer_scope

API = frozenset(
    "values parse get add_hparam set_hparam del_hparam override_from_dict parse_json to_json "
    "set_from_map set_model_structure get_model_structure items keys update copy debug_string "
    "pop setdefault _hparam_types clear fromkeys popitem".split()
)
"""Methods of the HParams family and of dicts: as an attribute, no key (dialects 1.1)."""
ELSEWHERE = ("file:", "import:")
"""A trace that ends in what a foreign function returned, or in a file that is not there, ends at
something else."""
FEWEST_READ = 2
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


def link(
    texts: Mapping[str, str],
    facts: Mapping[str, Facts],
    *,
    renames: Mapping[str, str],
    declared_in: tuple[str, ...] = (),
) -> Index:
    """Bind every reference of the project; `declared_in` (`path` or `path::name`) names the schemas
    that count where it is given.

    A flow from the declaration binds for certain. Where the trace of a receiver ends, it is bound
    by its company: by what else is looked up in it and how much of that a schema declares.
    """
    if declared_in:
        facts = {path: _only(each, declared_in) for path, each in facts.items()}
    holdings = Holdings(facts)
    schemas = tuple(
        holdings.merged.get(schema, schema) for each in facts.values() for schema in each.schemas
    )
    spots = [spot for each in facts.values() for spot in each.blind_spots]
    opened = {
        schema for schema in schemas if not schema.closed or holdings.has_foreign_base(schema)
    } | holdings.handed_out
    proven: list[Bound] = []
    traced: dict[Unknown, list[Reference]] = defaultdict(list)
    for path, each in facts.items():
        if is_record(path):
            continue
        references = (*each.references, *_literal_keys(each.keyed, holdings, spots, opened))
        for reference in references:
            _trace(reference, holdings, proven, traced)
    schemas = tuple(schema for schema in schemas if is_configuration(schema, proven))
    proven = [each for each in proven if each.schema in schemas]
    spots += _missing_declarations(traced)
    by_company = list(_bind_by_company(traced, schemas, proven))
    by_company += _bind_by_shared_keys(facts, holdings)
    by_company = [*by_company, *_bind_variants(schemas, [*proven, *by_company])]
    bound = sorted(dict.fromkeys([*proven, *by_company]), key=lambda each: each.reference.place)
    return Index(
        texts, schemas, tuple(bound), tuple(spots), frozenset(opened), renames, _by_key(bound)
    )


def _by_key(bound: Iterable[Bound]) -> Mapping[Schema, Mapping[str, tuple[Bound, ...]]]:
    uses: dict[Schema, dict[str, list[Bound]]] = defaultdict(lambda: defaultdict(list))
    for each in bound:
        if each.schema is not None:
            uses[each.schema][each.reference.key].append(each)
    return {
        schema: {key: tuple(found) for key, found in by_key.items()}
        for schema, by_key in uses.items()
    }


def _only(facts: Facts, declared_in: tuple[str, ...]) -> Facts:
    kept = tuple(
        schema
        for schema in facts.schemas
        if schema.place.path in declared_in or f"{schema.place.path}::{schema.name}" in declared_in
    )
    return facts._replace(schemas=kept)


def _literal_keys(
    accesses: Iterable[KeyedAccess],
    holdings: Holdings,
    spots: list[BlindSpot],
    opened: set[Schema],
) -> Iterator[Reference]:
    """`getattr(hparams, name)`: the names that `name` may hold, or a blind spot.

    `setattr(hparams, name, value)` with a computed name may add any key.
    """
    for access in accesses:
        names = [each for each in holdings.of(access.key) if isinstance(each, Name)]
        for name in names:
            yield Reference(
                name.text, name.place, name.form, access.mode, access.receiver,
                access.guarded, name.value,
            )  # fmt: skip
        if not names and access.mode in ("read", "write"):
            spots.append(BlindSpot(access.place, "the key is computed", access.receiver))
        # a subscript writes to a dict made from the object, not to the object
        if not names and access.mode == "write" and access.form != "subscript":
            opened.update(holdings.schemas_of(access.receiver))


def _trace(
    reference: Reference,
    holdings: Holdings,
    proven: list[Bound],
    traced: dict[Unknown, list[Reference]],
) -> None:
    declared = holdings.schemas_of(reference.receiver)
    for schema in declared:
        if _is_own(schema, reference) or (
            reference.key not in schema.keys and holdings.knows(schema, reference.key)
        ):
            continue
        if reference.key not in API or reference.key in schema.keys:
            place = f"{schema.place.path}:{schema.place.line}"
            reason = f"`{reference.receiver}` holds what {place} declares"
            proven.append(Bound(reference, schema, reason, "flow"))
    if not declared and reference.key not in API:
        for each in holdings.of(reference.receiver):
            if isinstance(each, Unknown):
                traced[each].append(reference)


def is_configuration(schema: Schema, bound: list[Bound]) -> bool:
    """Whether other files read some of a module or class of values; every other schema is one."""
    if schema.form not in ("module", "class"):
        return True
    used = {
        each.reference.key
        for each in bound
        if each.schema == schema and each.reference.place.path != schema.place.path
    }
    return len(used & schema.keys) >= FEWEST_READ


def _is_own(schema: Schema, reference: Reference) -> bool:
    """A class's use of its own names is its own business."""
    scope = reference.receiver.scope
    return schema.holder.steps == (CLASS,) and schema.holder.scope in (scope, outer_scope(scope))


def _missing_declarations(traced: Mapping[Unknown, list[Reference]]) -> Iterator[BlindSpot]:
    """One blind spot for a declaration that the project names and does not hold.

    `from hparams import create_hparams` without a `hparams.py`; `hparams_path: hparams.py` alike.
    """
    first: dict[str, Reference] = {}
    for root, references in traced.items():
        kind, _, name = root.steps[0].partition(":")
        is_local = "." not in name.lstrip(".") and any(word in name for word in HPARAMS_WORDS)
        if kind == "file" or (kind == "import" and is_local):
            for reference in references:
                known = first.setdefault(name, reference)
                first[name] = min(known, reference, key=lambda each: each.place)
    for name, reference in sorted(first.items()):
        yield BlindSpot(reference.place, f"the declaration `{name}` is not in the project")


def _bind_by_company(
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


def _bind_by_shared_keys(facts: Mapping[str, Facts], holdings: Holdings) -> Iterator[Bound]:
    """`getattr(hparams, name)` beside `RANGES[name]`: one variable looks up the same keys."""
    together: dict[Expression, list[KeyedAccess]] = defaultdict(list)
    for path, each in facts.items():
        for access in each.keyed if not is_record(path) else ():
            together[access.key].append(access)
    for accesses in together.values():
        schemas = {
            schema: access for access in accesses for schema in holdings.schemas_of(access.receiver)
        }
        for access in accesses if schemas else ():
            for name in _own_names(access.receiver, holdings):
                for schema, other in schemas.items():
                    reason = f"`{access.key}` is looked up in `{other.receiver}` as well"
                    reference = Reference(
                        name.text, name.place, name.form, "test", access.receiver, value=None
                    )
                    yield Bound(reference, schema, reason, "guess")


def _own_names(receiver: Expression, holdings: Holdings) -> Iterator[Name]:
    """The keys of a dict literal that the receiver holds."""
    if any(isinstance(each, Names) for each in holdings.of(receiver)):
        for each in holdings.of(receiver.then("[*]")):
            if isinstance(each, Name) and each.form == "dict key":
                yield each


def _bind_variants(schemas: tuple[Schema, ...], bound: list[Bound]) -> Iterator[Bound]:
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
