"""Which schema a reference belongs to, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from hpfix.aligned import out_of_step
from hpfix.arrivals import Arrivals
from hpfix.binding import bind
from hpfix.command_lines import COMMAND_LINE
from hpfix.company import HPARAMS_WORDS
from hpfix.depth import room
from hpfix.facts import Facts
from hpfix.handed_on import handed_on
from hpfix.holdings import Holdings
from hpfix.index import Index
from hpfix.loaded import Traced, is_loaded
from hpfix.model import BlindSpot, Bound, Reference, Schema, Tried
from hpfix.nesting import Nesting
from hpfix.objects import Unknown
from hpfix.overwritten import overwritten
from hpfix.records import is_record, is_test
from hpfix.schemas import Schemas
from hpfix.scopes import FILE
from hpfix.searches import searched
from hpfix.tracing import Tracing
from hpfix.whole import used_whole

CONFIGURATIONS = (".yaml", ".yml", ".json", ".toml")


@room()
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
    spots = list(_seen(spots, facts, known.holdings, tracing.ends))
    unread = {spot.place.path for spot in spots if spot.receiver is None}
    unread |= known.holdings.unparsable
    traced = {root: found for root, found in tracing.ends.items() if root.scope not in unread}
    spots += _missing_declarations(traced)
    schemas, bound = bind(facts, known, tracing, traced)
    said = {each.old: each.new for one in facts.values() for each in one.renamings}
    return Index(
        texts, schemas, bound, tuple(spots), frozenset(opened), {**said, **renames}, _by_key(bound),
        used_whole(known, facts, bound, spots),
        tried=tuple(sorted(_tried(facts), key=lambda each: each.place)),
        inner_of=Nesting(known).of,
        out_of_step=out_of_step(facts, known, opened),
        overwritten=overwritten(facts, known, opened, bound),
        searches=searched(texts, facts, known.holdings),
        handed_on=handed_on(facts, known, bound),
        arrivals=Arrivals(facts, known),
        read_of_unknown=frozenset(_items(traced)),
    )  # fmt: skip


def _seen(
    spots: Iterable[BlindSpot], facts: Mapping[str, Facts], holdings: Holdings, traced: Traced
) -> Iterator[BlindSpot]:
    """The blind spots; of data that cannot be read, those that a program takes keys from."""
    for spot in spots:
        if spot.receiver is None or spot.receiver.steps != (FILE,):
            yield spot
        elif is_loaded(spot.place.path, facts, holdings, traced):
            yield spot._replace(receiver=None)


def _items(traced: Mapping[Unknown, list[Reference]]) -> Iterator[str]:
    for each in (one for references in traced.values() for one in references):
        if each.mode == "read" and each.form in ("subscript", "get"):
            yield each.key


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
            is_said = reference.place in places or reference.form == COMMAND_LINE
            if reference.range is not None and not is_said:
                yield Tried(reference.key, reference.place, reference.range)


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
