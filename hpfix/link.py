"""Which schema a reference belongs to, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from hpfix.callers import Callers
from hpfix.company import HPARAMS_WORDS, bind_by_company, bind_by_shared_keys, bind_variants
from hpfix.holdings import Holdings
from hpfix.model import BlindSpot, Bound, Expression, Facts, Index, KeyedAccess, Reference, Schema
from hpfix.objects import Instance, Name, Unknown
from hpfix.records import is_record, is_test
from hpfix.schemas import METHODS, Schemas
from hpfix.scopes import CLASS, INSTANCE, LOADED, outer_scope
from hpfix.spreads import bind_spreads
from hpfix.whole import used_whole

API = frozenset(
    "values parse get add_hparam set_hparam del_hparam override_from_dict parse_json to_json "
    "set_from_map set_model_structure get_model_structure items keys update copy debug_string "
    "pop setdefault _hparam_types clear fromkeys popitem".split()
)
"""Methods of the HParams family and of dicts: as an attribute, no key (dialects 1.1)."""
CONFIGURATIONS = (".yaml", ".yml", ".json")
FEWEST_READ = 2
"""A module or a class of which other files read less is none that configures anything."""
KEPT_APART = frozenset({"HParams call", "class", "module"})
"""Where a receiver may hold several of these, each has to declare what is read (DESIGN 4: a union
hides real mismatches). Any other schema is one of many shapes that a program passes through one
variable, and a key is missing only where none of them has it."""
MAPPINGS = frozenset({"dict", "config file", "namespace", "config object", "filled object"})
"""Of these, a subscript reaches the same keys as an attribute does."""
LITERAL = frozenset({"class", "module", "dict", "config file", "namespace", "filled object"})
"""Much is written like this that configures nothing."""


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
    known = Schemas(facts, Holdings(facts))
    spots = [spot for each in facts.values() for spot in each.blind_spots]
    opened = {schema for schema in known.all if not schema.closed or known.has_foreign_base(schema)}
    proven: list[Bound] = []
    traced: dict[Unknown, list[Reference]] = defaultdict(list)
    references = [
        reference
        for path, each in facts.items()
        if not is_record(path)
        for reference in (*each.references, *_literal_keys(each.keyed, known, spots, opened))
    ]
    for reference in references:  # after all that opens a schema
        _trace(reference, known, opened, proven, traced)
    unread = {spot.place.path for spot in spots if spot.receiver is None}
    traced = {each: found for each, found in traced.items() if each.scope not in unread}
    callers = Callers(facts, known.holdings)
    proven, candidates = _configurations(known, callers.met(proven))
    spots += _missing_declarations(traced)
    by_company = [
        each
        for each in callers.met(bind_by_company(traced, known, candidates, proven))
        if not _is_known(each, known)
    ]
    bound_to = {each.schema for each in (*proven, *by_company)}
    schemas = tuple(each for each in candidates if each.form != "config file" or each in bound_to)
    by_company += bind_by_shared_keys(facts, known)
    by_company = [*by_company, *bind_variants(schemas, [*proven, *by_company])]
    spread = bind_spreads(facts, known)
    called = (each.schema for each in spread if each.schema is not None)
    schemas = tuple(dict.fromkeys((*schemas, *called)))
    found = dict.fromkeys([*proven, *by_company, *spread])
    bound = sorted(found, key=lambda each: each.reference.place)
    whole = used_whole(known, facts, bound, spots)
    return Index(
        texts, schemas, tuple(bound), tuple(spots), frozenset(opened), renames, _by_key(bound),
        whole,
    )  # fmt: skip


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
    return facts._replace(schemas=kept, spreads=())


def _literal_keys(
    accesses: Iterable[KeyedAccess],
    known: Schemas,
    spots: list[BlindSpot],
    opened: set[Schema],
) -> Iterator[Reference]:
    """`getattr(hparams, name)`: the names that `name` may hold, or a blind spot.

    `setattr(hparams, name, value)` with a computed name may add any key.
    """
    for access in accesses:
        names = _names(access.key, known)
        for name in names:
            yield Reference(
                name.text, name.place, name.form, access.mode, access.receiver,
                access.guarded, name.value,
            )  # fmt: skip
        if names or _is_listed(access.key, known):
            continue
        if access.mode in ("read", "write"):
            spots.append(BlindSpot(access.place, "the key is computed", access.receiver))
        if access.mode == "write" and not access.guarded:
            opened.update(_may_gain(access, known))


def _may_gain(access: KeyedAccess, known: Schemas) -> Iterator[Schema]:
    """The schemas that get a key of any name.

    A subscript writes to a dict made from an object that is none, not to the object. A class that
    sets computed names on `self` copies what it was made from.
    """
    is_own = access.receiver.steps == ("self",)
    for each in known.held_by(access.receiver):
        is_mapping = each.form in MAPPINGS
        if (access.form != "subscript" or is_mapping) and not (is_own and is_mapping):
            yield each


def _names(key: Expression, known: Schemas) -> list[Name]:
    """The literal names that a computed key may be; of several configuration files, none is it."""
    names = [each for each in known.holdings.of(key) if isinstance(each, Name)]
    files = {each.place.path for each in names if each.form == "YAML key"}
    return names if len(files) < 2 else [each for each in names if each.form != "YAML key"]


def _is_listed(key: Expression, known: Schemas) -> bool:
    """Whether a computed key is one of those that some files have."""
    return any(isinstance(each, Name) for each in known.holdings.of(key))


def _trace(
    reference: Reference,
    known: Schemas,
    opened: set[Schema],
    proven: list[Bound],
    traced: dict[Unknown, list[Reference]],
) -> None:
    held = known.held_by(reference.receiver)
    objects = known.holdings.of(reference.receiver)
    is_unsure = any(isinstance(each, Unknown) and not _is_empty(each) for each in objects)
    refuses = reference.defaulted and known.refuses_defaults(objects)
    for schema in _meant(held, reference, known, opened):
        is_missing = reference.key not in schema.keys
        if is_missing and known.knows(schema, reference.key):
            continue
        if _is_own(schema, reference):
            continue
        if _makes(reference, schema):
            continue
        if reference.key in schema.keys or not _is_method(reference, schema):
            place = f"{schema.place.path}:{schema.place.line}"
            reason = f"`{reference.receiver}` holds what {place} declares"
            is_read_of_open = schema in opened and reference.mode == "read"
            is_loose = schema.form not in KEPT_APART or is_read_of_open
            is_guess = (is_unsure and is_loose) or _is_stub(schema, reference)
            met = _as_met(reference, refuses=refuses or schema.refuses_defaults)
            if is_missing and _lacks_more(schema, reference):
                met = met._replace(guarded=True)
            proven.append(Bound(met, schema, reason, "guess" if is_guess else "flow"))
    if held or reference.key in API:
        return
    for each in objects:
        if isinstance(each, Unknown):
            traced[each].append(reference)
        elif known.is_grown(each) and not known.is_own_name(reference.receiver, reference.key):
            assert isinstance(each, Instance)
            met = _as_met(reference, refuses=refuses)
            traced[Unknown(each.scope, (INSTANCE,))].append(met)


def _as_met(reference: Reference, *, refuses: bool) -> Reference:
    """A default guards nothing where the object raises what `getattr` does not catch."""
    return reference._replace(guarded=False) if refuses and reference.defaulted else reference


def _last_before(held: tuple[Schema, ...], reference: Reference) -> tuple[Schema, ...]:
    """A test makes one object after another under one name: the last before the place is meant."""
    line, (scope, steps) = reference.place.line, reference.receiver
    made = [each for each in held if each.holder.scope == scope and len(steps) == 1]
    before = [each for each in made if each.place.line <= line]
    if len(made) < 2 or not before:
        return held
    last = max(before, key=lambda each: each.place.line)
    return tuple(each for each in held if each is last or each not in made)


def _lacks_more(schema: Schema, reference: Reference) -> bool:
    """Whether the program comes here only with another key that this object never has.

    `if hp.get("pack", False): use(hp.max_length)` and neither is declared.
    """
    return reference.mode == "read" and not schema.keys.issuperset(reference.needs)


def _is_stub(schema: Schema, reference: Reference) -> bool:
    """Whether a test made the object, with no more than it needs, and the program reads it."""
    return is_test(schema.place.path) and not is_test(reference.place.path)


def _meant(
    held: tuple[Schema, ...], reference: Reference, known: Schemas, opened: set[Schema]
) -> Iterable[Schema]:
    """Of the schemas that a receiver may hold, those that the reference is to.

    Where a program passes many through one variable and none has the key, it is said of one: of
    one that may get keys from elsewhere, if there is any.
    """
    if reference.key not in API and known.is_own_name(reference.receiver, reference.key):
        return [each for each in held if each.form == "class"]
    if is_test(reference.place.path):
        held = _last_before(held, reference)
    if len(held) == 1:
        return held
    apart = [each for each in held if each.form in KEPT_APART]
    others = [each for each in held if each.form not in KEPT_APART]
    having = [each for each in others if reference.key in each.keys]
    if having or any(reference.key in each.keys for each in apart):
        apart = [each for each in apart if each not in opened or reference.key in each.keys]
        return [*apart, *having]
    if reference.mode == "write":  # it may give any of them the key
        return held
    here = reference.place.path
    others.sort(key=lambda each: (each not in opened, each.place.path != here))
    return [*apart, *others[:1]]


def _is_empty(held: Unknown) -> bool:
    """A mapping that is made empty, or what is loaded from a file that is not there: a run writes
    it, or a user brings it, for the code that reads the files that are there."""
    base = held.steps[0]
    return base.startswith("@") or (base.startswith("file:") and LOADED in held.steps)


def _is_method(reference: Reference, schema: Schema) -> bool:
    """`config.items()`, `cfg.freeze()`: no key, unless it is declared."""
    return reference.key in API or (
        schema.form in MAPPINGS and reference.form == "attribute" and reference.key in METHODS
    )


def _makes(reference: Reference, schema: Schema) -> bool:
    """Whether the write is what declares the key: `config = ConfigDict()`, `config.lr = 0.1`."""
    return (
        reference.mode == "write"
        and schema.form in MAPPINGS
        and any(each.place == reference.place for each in schema.declarations)
    )


def _configurations(known: Schemas, proven: list[Bound]) -> tuple[list[Bound], tuple[Schema, ...]]:
    """The schemas that configure something, and what refers to them.

    Of a class or a module of values other files have to read some, of a dict literal any place;
    a configuration file may be one until something was bound to it.
    """
    used: dict[Schema, set[str]] = defaultdict(set)
    for each in proven:
        schema, reference = each.schema, each.reference
        if schema is None or reference.key not in schema.keys:
            continue
        if schema.form in MAPPINGS or reference.place.path != schema.place.path:
            used[schema].add(reference.key)
    schemas = tuple(
        each
        for each in (*known.all, *known.dicts)
        if each.form not in LITERAL
        or each.form == "config file"
        or _is_loaded_by_path(each)
        or len(used.get(each, ())) >= FEWEST_READ
    )
    kept = frozenset(schemas)
    return [each for each in proven if each.schema in kept], schemas


def _is_loaded_by_path(schema: Schema) -> bool:
    """`hp.configure("hparams.py")`: a module of values that no import names, called as they are."""
    stem = schema.place.path.rpartition("/")[2].lower()
    return schema.form == "module" and any(word in stem for word in HPARAMS_WORDS)


def _is_known(bound: Bound, known: Schemas) -> bool:
    """Whether the object has the name though its schema does not declare it."""
    schema, key = bound.schema, bound.reference.key
    return schema is not None and key not in schema.keys and known.knows(schema, key)


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
        kind, separator, name = root.steps[0].partition(":")
        if not separator:
            continue
        is_local = "." not in name.lstrip(".") and any(word in name for word in HPARAMS_WORDS)
        if kind == "file" or (kind == "import" and is_local):
            for reference in references:
                known = first.setdefault(name, reference)
                first[name] = min(known, reference, key=lambda each: each.place)
    for name, reference in sorted(first.items()):
        kind = "configuration" if name.endswith(CONFIGURATIONS) else "declaration"
        yield BlindSpot(reference.place, f"the {kind} `{name}` is not in the project")
