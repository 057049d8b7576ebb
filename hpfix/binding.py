"""How references are bound to schemas: by a flow for certain, else by what is known of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from hpfix.best_parameters import bind_best_parameters
from hpfix.callers import Callers
from hpfix.command_options import is_command, is_tuned
from hpfix.company import HPARAMS_WORDS, bind_by_company, bind_by_shared_keys, bind_variants
from hpfix.facts import Facts
from hpfix.keyed import MAPPINGS
from hpfix.loaded import bind_loaded_files, without_filled
from hpfix.model import Bound, Reference, Schema
from hpfix.objects import Unknown
from hpfix.schemas import Schemas
from hpfix.scopes import DOCUMENT
from hpfix.spreads import bind_spreads, is_named
from hpfix.tracing import LITERAL, Tracing
from hpfix.written_over import WrittenOver

FEWEST_READ = 2
"""A module or a class of which other files read less is none that configures anything."""
LOOKED_UP = frozenset({"config file", "study", "tuner", "experiment"})
"""What declares nothing where nothing looks it up."""
Traced = Mapping[Unknown, list[Reference]]
"""The references whose trace ends, by the object at which it does."""


class Binding(NamedTuple):
    """The schemas that configure something, and every reference that is bound, by place."""

    schemas: tuple[Schema, ...]
    bound: tuple[Bound, ...]


def bind(facts: Mapping[str, Facts], known: Schemas, tracing: Tracing, traced: Traced) -> Binding:
    """Bind what `tracing` has followed, and by their company the references in `traced`."""
    kept = [each for each in tracing.proven if not _is_passed_over(each, known)]
    callers = Callers(facts, known.holdings)
    proven, candidates = _configurations(known, callers.met(kept))
    loaded = list(bind_loaded_files(facts, known, traced))
    proven, loaded = (without_filled(each, facts, known) for each in (proven, loaded))
    left = _without_told(traced, facts, loaded)
    over = WrittenOver(facts, known, proven)
    company = [
        each
        for each in callers.met(bind_by_company(left, facts, known, candidates, proven))
        if not (_is_known(each, known) or _is_passed_by(each, tracing) or over.gives(each))
    ]
    company = list(_as_far_as_known(company, tracing, _read_of_files(proven)))
    bound_to = {each.schema for each in (*proven, *loaded, *company)}
    schemas = [each for each in candidates if each.form not in LOOKED_UP or each in bound_to]
    company += bind_by_shared_keys(facts, known)
    best = list(bind_best_parameters(facts, known))
    schemas += _schemas_of(best)
    # a command starts one program, and changes one configuration
    code = [each for each in proven if not is_command(each.reference)]
    variants = bind_variants(tuple(dict.fromkeys(schemas)), [*code, *company, *best])
    company += [*best, *variants]
    spread = bind_spreads(facts, known)
    schemas += _schemas_of(spread)
    found = dict.fromkeys([*proven, *loaded, *company, *spread])
    bound = sorted(found, key=lambda each: each.reference.place)
    return Binding(tuple(dict.fromkeys(schemas)), tuple(bound))


def _schemas_of(bound: Iterable[Bound]) -> list[Schema]:
    return [each.schema for each in bound if each.schema is not None]


def _without_told(traced: Traced, facts: Mapping[str, Facts], loaded: Iterable[Bound]) -> Traced:
    """Without the files that are known to be loaded, and the sections of those that say themselves
    what is made of them."""
    read_from = {each.reference.place.path for each in loaded}
    making = {path for path, each in facts.items() if any(map(is_named, each.spreads))}
    return {
        root: found
        for root, found in traced.items()
        if root.scope not in read_from and not (root.scope in making and _is_section(root))
    }


def _is_section(root: Unknown) -> bool:
    """Whether it is a mapping inside of a configuration file: where the file itself says of what
    some are made, the others are not known by the keys that they share with a class."""
    return root.steps[0] == DOCUMENT and len(root.steps) > 1


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


def _as_far_as_known(
    company: Iterable[Bound], tracing: Tracing, read: Mapping[str, frozenset[str]]
) -> Iterator[Bound]:
    """What is known by its company may be what took the schema's keys over, with others; in a file
    that the program loads, it may be the file's own, and what is read from there is."""
    for each in company:
        path, key = each.reference.place.path, each.reference.key
        is_own = path in read and each.reference.mode != "tune"
        if key not in read.get(path, ()):
            is_less = is_own or each.schema in tracing.poured
            yield each._replace(certainty="guess") if is_less else each
