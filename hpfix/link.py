"""Which schema a reference belongs to, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from hpfix.aligned import out_of_step
from hpfix.best_parameters import bind_best_parameters
from hpfix.callers import Callers
from hpfix.command_options import is_command, is_tuned
from hpfix.company import HPARAMS_WORDS, bind_by_company, bind_by_shared_keys, bind_variants
from hpfix.holdings import Holdings
from hpfix.keyed import MAPPINGS
from hpfix.loaded import bind_loaded_files, without_filled
from hpfix.model import BlindSpot, Bound, Facts, Index, Reference, Schema, Tried
from hpfix.nesting import Nesting
from hpfix.objects import Unknown
from hpfix.overwritten import overwritten
from hpfix.records import is_record, is_test
from hpfix.schemas import Schemas
from hpfix.scopes import DOCUMENT
from hpfix.searches import searched
from hpfix.spreads import bind_spreads, is_named
from hpfix.tracing import LITERAL, Tracing
from hpfix.whole import used_whole

CONFIGURATIONS = (".yaml", ".yml", ".json")
FEWEST_READ = 2
"""A module or a class of which other files read less is none that configures anything."""
LOOKED_UP = frozenset({"config file", "study", "tuner"})
"""What declares nothing where nothing looks it up."""


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
    opened = {schema for schema in known.all if known.is_open(schema)}
    tracing = Tracing(known, opened, spots)
    tracing.follow(each for path, each in facts.items() if not is_record(path))
    tracing.proven = [each for each in tracing.proven if not _is_passed_over(each, known)]
    unread = {spot.place.path for spot in spots if spot.receiver is None}
    traced = {root: found for root, found in tracing.ends.items() if root.scope not in unread}
    callers = Callers(facts, known.holdings)
    proven, candidates = _configurations(known, callers.met(tracing.proven))
    spots += _missing_declarations(traced)
    loaded = list(bind_loaded_files(facts, known, traced))
    proven, loaded = (without_filled(each, facts, known) for each in (proven, loaded))
    read_from = {each.reference.place.path for each in loaded}
    making = {path for path, each in facts.items() if any(map(is_named, each.spreads))}
    traced = {
        root: found
        for root, found in traced.items()
        if root.scope not in read_from and not (root.scope in making and _is_section(root))
    }
    by_company = [
        each
        for each in callers.met(bind_by_company(traced, known, candidates, proven))
        if not _is_known(each, known) and not _is_passed_by(each, tracing)
    ]
    read = _read_of_files(proven)
    by_company = [
        _as_far_as_known(each, tracing, read)
        for each in by_company
        if each.reference.key not in read.get(each.reference.place.path, ())
    ]
    bound_to = {each.schema for each in (*proven, *loaded, *by_company)}
    schemas = tuple(each for each in candidates if each.form not in LOOKED_UP or each in bound_to)
    by_company += bind_by_shared_keys(facts, known)
    best = list(bind_best_parameters(facts, known))
    schemas = tuple(dict.fromkeys((*schemas, *(each.schema for each in best if each.schema))))
    by_company += best
    # a command starts one program, and changes one configuration
    code = [each for each in proven if not is_command(each.reference)]
    by_company = [*by_company, *bind_variants(schemas, [*code, *by_company])]
    spread = bind_spreads(facts, known)
    called = (each.schema for each in spread if each.schema is not None)
    schemas = tuple(dict.fromkeys((*schemas, *called)))
    said = {each.old: each.new for one in facts.values() for each in one.renamings}
    renames = {**said, **renames}
    found = dict.fromkeys([*proven, *loaded, *by_company, *spread])
    bound = sorted(found, key=lambda each: each.reference.place)
    whole = used_whole(known, facts, bound, spots)
    return Index(
        texts, schemas, tuple(bound), tuple(spots), frozenset(opened), renames, _by_key(bound),
        whole, tried=tuple(sorted(_tried(facts), key=lambda each: each.place)),
        inner_of=Nesting(known).of,
        out_of_step=out_of_step(facts, known, opened),
        overwritten=overwritten(facts, known, opened, bound),
        searches=searched(texts, facts, known.holdings),
    )  # fmt: skip


def _tried(facts: Mapping[str, Facts]) -> Iterator[Tried]:
    """What tuners try; a test may give one what it should refuse."""
    for path, each in facts.items():
        if is_record(path) or is_test(path):
            continue
        yield from each.tried
        searched = [one for search in each.searches for one in search.parameters]
        for one in searched:
            if one.value is not None and one.value.range is not None:
                yield Tried(one.key, one.place, one.value.range)
        places = {one.place for one in searched}
        for reference in () if path.endswith(".py") else each.references:
            if reference.range is not None and reference.place not in places:
                yield Tried(reference.key, reference.place, reference.range)


def _is_section(root: Unknown) -> bool:
    """Whether it is a mapping inside of a configuration file: where the file itself says of what
    some are made, the others are not known by the keys that they share with a class."""
    return root.steps[0] == DOCUMENT and len(root.steps) > 1


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


def _is_passed_over(bound: Bound, known: Schemas) -> bool:
    """Whether a tuner gives a program an option that it neither has nor stops at."""
    schema, reference = bound.schema, bound.reference
    return (
        is_tuned(reference)
        and schema is not None
        and reference.key not in schema.keys
        and known.holdings.mentioned.is_lenient(schema)
    )


def _is_passed_by(bound: Bound, tracing: Tracing) -> bool:
    """Whether the program does not come to the place with what the schema declares."""
    return bound.schema is not None and tracing.is_passed_by(bound.reference, bound.schema)


def _read_of_files(proven: Iterable[Bound]) -> Mapping[str, frozenset[str]]:
    """What the program reads of each file that it loads: there these keys are declarations, however
    many of them some parser has as well."""
    read: dict[str, set[str]] = defaultdict(set)
    for each in proven:
        schema, reference = each.schema, each.reference
        if schema is not None and schema.form == "config file" and reference.mode == "read":
            read[schema.place.path].add(reference.key)
    return {path: frozenset(keys) for path, keys in read.items()}


def _as_far_as_known(bound: Bound, tracing: Tracing, read: Mapping[str, object]) -> Bound:
    """What is known by its company may be what took the schema's keys over, with others; in a file
    that the program loads, it may be the file's own."""
    is_tuned = bound.reference.mode == "tune"
    is_part = bound.schema in tracing.poured
    is_own = bound.reference.place.path in read and not is_tuned
    return bound._replace(certainty="guess") if is_part or is_own else bound


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
