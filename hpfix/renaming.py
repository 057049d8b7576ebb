"""One declared key renamed everywhere, or the reason why it cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from hpfix import fixes
from hpfix.bare_names import bare_use
from hpfix.config import Configuration
from hpfix.declared_together import (
    Group,
    Together,
    declared_at,
    group_of,
    held_places,
    is_sure,
    line_of,
    where,
)
from hpfix.facts import Facts
from hpfix.findings import Finding
from hpfix.holdings import Holdings
from hpfix.index import Index
from hpfix.model import Bound, Place, Schema
from hpfix.project import Project
from hpfix.reading import read_all
from hpfix.rewrite import Refused
from hpfix.schemas import Schemas
from hpfix.session import Outcome, carry_out, check
from hpfix.spelling import is_option, is_spelled, source_at, written

METHODS = frozenset(dir(dict)) | frozenset(
    "add_hparam del_hparam set_hparam override_from_dict parse parse_json values to_json to_proto "
    "get_model_structure set_model_structure".split()
)
"""What an object has that is looked up like a mapping, or is an `HParams` of TensorFlow's."""
NAMED_BY_OPTIONS = frozenset({"argparse", "click"})
WITH_METHODS = frozenset({"HParams call", "namespace", "filled object", "config object"})

Identity = tuple[str, str, str, str]


class Names(NamedTuple):
    """The name as it is, and as it shall be."""

    old: str
    new: str


class Renaming(NamedTuple):
    """The project with the key renamed; `index` and `group` are those from before.

    `uses` are all that is known to refer to the key, `places` what was renamed.
    """

    before: Project
    after: Project
    index: Index  # type: ignore[assignment]  # hides tuple.index, which has no use here
    group: Group
    uses: tuple[Bound, ...]
    places: frozenset[Place]


class _Reading(NamedTuple):
    """What is known of the project before anything is renamed."""

    outcome: Outcome
    facts: Mapping[str, Facts]
    known: Schemas
    together: Together


def rename(
    project: Project, configuration: Configuration, names: Names, is_meant: Callable[[Schema], bool]
) -> Renaming:
    """Rename a key in the declarations that are meant and in all that surely refers to them.

    Raises Refused where that is not one group of declarations, where the new name is taken, and
    where the project, read again, would not say the same.
    """
    facts = read_all(project.texts)
    known = Schemas(facts, Holdings(facts))
    first = check(project, configuration)
    reading = _Reading(first, facts, known, Together(facts, known.holdings, names.old))
    while True:
        found = _carried_out(project, reading, names, is_meant)
        torn = sorted(_torn(found, known, names))
        if not torn:
            break
        if not reading.together.join(torn):
            raise Refused(f"`{names.old}` would be left beside it in {line_of(torn[0][1])}")
    _refuse_unless_the_same(first, check(found.after, configuration), found, names)
    return found


def _carried_out(
    project: Project, reading: _Reading, names: Names, is_meant: Callable[[Schema], bool]
) -> Renaming:
    """The declarations renamed, and every reference that is surely to them."""
    old, new = names
    index, facts, known, together = reading.outcome.index, *reading[1:]
    group = group_of(index, together, old, is_meant)
    _refuse_taken(index, known, group, names)
    uses = tuple(each for schema in group.schemas for each in index.uses_of(schema, old))
    used = [each.reference.place for each in uses if is_sure(each)]
    used += held_places(known, facts, together, old, group)
    spelled = (each for each in used if is_spelled(project.texts[each.path], each, old))
    meant = (each for each in spelled if _is_option_of(each, old, group, project.texts))
    places = tuple(dict.fromkeys((*group.places, *meant)))
    for path in dict.fromkeys(place.path for place in places):
        if (use := bare_use(path, project.texts, old, places)) is not None:
            raise Refused(use)
    after, _ = carry_out(project, fixes.rename_places(index.texts, places, old, new, group.schemas))
    return Renaming(project, after, index, group, uses, frozenset(places))


def _is_option_of(place: Place, key: str, group: Group, texts: Mapping[str, str]) -> bool:
    """Whether an option of a command line is called what the declaration calls it.

    Of an option with a `dest`, or with several names, the key is not what commands call it by.
    """
    if not is_option(texts[place.path], place):
        return True
    if not any(each.form in NAMED_BY_OPTIONS for each in group.schemas):
        return True
    name = source_at(texts[place.path], place).lstrip("-")
    for each in group.places:
        option, at = written(texts[each.path], each, key)
        if at != each and option.startswith(name):
            return True
    return False


def _refuse_taken(index: Index, known: Schemas, group: Group, names: Names) -> None:
    """The new name must mean nothing yet where the old one does."""
    old, new = names
    if old == new:
        raise Refused(f"`{old}` is its name already")
    # a class that configures little has the key from one of the same places, too
    kin = (each for each in known.all if declared_at(each, old) in group.places)
    for schema in (*group.schemas, *kin):
        if new in schema.keys:
            raise Refused(f"`{new}` is declared already, {where([schema], new)}")
        is_method = schema.form in WITH_METHODS and new in METHODS
        if is_method or known.knows(schema, new):
            whose = f"the objects of {schema.name}" if schema.name else "such objects"
            raise Refused(f"`{new}` is what {whose} have without declaring it")
        for each in index.uses_of(schema, new):
            if is_sure(each):
                raise Refused(f"`{new}` is used already, in {line_of(each.reference.place)}")


def _torn(found: Renaming, known: Schemas, names: Names) -> Iterator[tuple[Place, Place]]:
    """Declarations that one object has both of, of which only one was renamed.

    A file of settings takes the place of another that is loaded first.
    """
    facts = read_all(found.after.texts)
    lines = {
        (each.place.path, each.place.line): each.place
        for schema in known.all
        for each in schema.declarations
        if each.key == names.old
    }
    for schema in Schemas(facts, Holdings(facts)).all:
        one, other = declared_at(schema, names.new), declared_at(schema, names.old)
        if one is not None and other is not None:
            yield lines[one.path, one.line], lines[other.path, other.line]


def _refuse_unless_the_same(first: Outcome, then: Outcome, found: Renaming, names: Names) -> None:
    """As many references as before, and no finding that was not there under the old name."""
    group = {(each.place.path, each.name) for each in found.group.schemas}
    known = set(_identities(first, group, names))
    doubtful = {each.reference.place for each in found.uses} - found.places
    for each in (one.finding for one in then.decisions):
        if each.severity == "note" or each.identity in known or _is_of(each, names.old, doubtful):
            continue
        raise Refused(f"it would cause a finding: {each.code} {each.message}")
    if not any(names.new in schema.keys for schema in then.index.schemas):
        raise Refused("what reads it cannot be followed, and would read nothing any more")
    before = _count(first.index, group, names.old)
    after = _count(then.index, group, names.new)
    if after < before:
        raise Refused(f"{before - after} of its {before} references would be to something else")


def _identities(outcome: Outcome, group: set[tuple[str, str]], names: Names) -> Iterator[Identity]:
    """The findings of before, those on the key also under its new name."""
    for each in outcome.decisions:
        code, path, name, key = each.finding.identity
        yield code, path, name, key
        if key == names.old and (path, name) in group:
            yield code, path, name, names.new


def _is_of(finding: Finding, key: str, places: set[Place]) -> bool:
    """Whether the finding is on the old name where it is left, and pointed out, anyway."""
    lines = {(place.path, place.line) for place in places}
    return finding.key == key and {(each.path, each.line) for each in finding.places} <= lines


def _count(index: Index, group: set[tuple[str, str]], key: str) -> int:
    """How many places refer to the key by its name, or by an option that stands for it."""
    used = (
        each.reference.place
        for schema in index.schemas
        if (schema.place.path, schema.name) in group
        for each in index.uses_of(schema, key)
        if is_sure(each)
    )
    texts = index.texts
    return len(
        {
            each
            for each in used
            if is_option(texts[each.path], each) or is_spelled(texts[each.path], each, key)
        }
    )
