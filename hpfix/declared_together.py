"""Which declarations of a key are one: what is renamed with them, and what keeps them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from hpfix.facts import Facts
from hpfix.holdings import Holdings
from hpfix.index import Index
from hpfix.model import Bound, Expression, Place, Schema
from hpfix.nearest import did_you_mean
from hpfix.objects import Definition, Instance
from hpfix.rewrite import Refused
from hpfix.schemas import Schemas
from hpfix.scopes import CLASS
from hpfix.spelling import is_spelled

MOST_NAMED = 3
"""A person reads no longer list of places in one sentence."""


class Group(NamedTuple):
    """The schemas that declare a key together, and every place where they do."""

    schemas: tuple[Schema, ...]
    places: tuple[Place, ...]


class Together:
    """Where a key is declared for the same objects.

    A class has it, and what derives from it overrides it, whether or not they configure anything;
    `join` says of other places that they belong together.
    """

    def __init__(self, facts: Mapping[str, Facts], holdings: Holdings, key: str) -> None:
        self._holdings = holdings
        self._of_class = {
            schema.holder.scope: place
            for each in facts.values()
            for schema in each.schemas
            if schema.holder.steps == (CLASS,) and (place := declared_at(schema, key)) is not None
        }
        self._families: dict[Place, frozenset[Place]] = {}
        self.join(
            (place, self._of_class[base])
            for scope, place in self._of_class.items()
            for base in holdings.lineage(scope)
            if base in self._of_class
        )

    def join(self, pairs: Iterable[tuple[Place, Place]]) -> bool:
        """Make one family of those of each pair; whether any were two."""
        is_news = False
        for one, other in pairs:
            first, second = self.family(one), self.family(other)
            is_news = is_news or first != second
            self._families.update(dict.fromkeys(first | second, first | second))
        return is_news

    def family(self, place: Place) -> frozenset[Place]:
        """All places that declare the key together with this one, itself included."""
        return self._families.get(place, frozenset({place}))

    def of(self, receiver: Expression) -> Iterator[Place]:
        """Where the class of an object, or the nearest base that does, declares the key."""
        for held in self._holdings.of(receiver):
            if isinstance(held, (Instance, Definition)):
                line = self._holdings.lineage(held.scope)
                yield from [self._of_class[each] for each in line if each in self._of_class][:1]


def group_of(
    index: Index, together: Together, key: str, is_meant: Callable[[Schema], bool]
) -> Group:
    """The schemas that are meant and those that share a place with them. Raises Refused."""
    declaring = [each for each in index.schemas if key in each.keys]
    if not declaring:
        keys = {each for schema in index.schemas for each in schema.keys}
        raise Refused(f"nothing declares `{key}`{did_you_mean(key, sorted(keys))}")
    groups = [each for each in _groups(index, together, declaring, key) if any(map(is_meant, each))]
    if not groups:
        raise Refused(f"`{key}` is declared {where(declaring, key)}, and not there")
    if len(groups) > 1:
        several = " and ".join(where(each, key) for each in groups[:MOST_NAMED])
        others = f" and {len(groups) - MOST_NAMED} more times" if groups[MOST_NAMED:] else ""
        said = f"`{key}` is declared {several}{others}"
        raise Refused(f"{said}; --declared-in PATH[::NAME] says which")
    return Group(groups[0], _declared(index, groups[0], together, key))


def is_sure(bound: Bound) -> bool:
    """Whether the reference is one to this schema, and no guess."""
    return bound.certainty != "guess"


def where(schemas: Iterable[Schema], key: str) -> str:
    """`in hparams.py:5 create_hparams`"""
    found = dict.fromkeys(
        f"{line_of(place)} {each.name}".rstrip()
        for each in schemas
        if (place := declared_at(each, key)) is not None
    )
    return f"in {', '.join(found)}"


def line_of(place: Place) -> str:
    """`hparams.py:5`"""
    return f"{place.path}:{place.line}"


def declared_at(schema: Schema, key: str) -> Place | None:
    """Where a schema declares a key."""
    declaration = schema.declaration(key)
    return None if declaration is None else declaration.place


def held_places(
    known: Schemas, facts: Mapping[str, Facts], together: Together, key: str, group: Group
) -> Iterator[Place]:
    """References to what the places of the group declare, whether or not that configures much.

    A base class that is too small to be held to anything is renamed with what derives from it.
    """
    for each in facts.values():
        for reference in each.references:
            if reference.key == key:
                held = {declared_at(schema, key) for schema in known.held_by(reference.receiver)}
                held.update(together.of(reference.receiver))
                if held - {None} and (held - {None}).issubset(group.places):
                    yield reference.place


def _groups(
    index: Index, together: Together, schemas: Sequence[Schema], key: str
) -> list[tuple[Schema, ...]]:
    """The schemas in groups that declare the key together, or share a reference to it."""
    groups: list[tuple[set[Place], list[Schema]]] = []
    for schema in schemas:
        declared = (each.place for each in schema.declarations if each.key == key)
        touched = {place for each in declared for place in together.family(each)}
        touched |= {each.reference.place for each in index.uses_of(schema, key) if is_sure(each)}
        members = [schema]
        for group in [each for each in groups if each[0] & touched]:
            groups.remove(group)
            touched |= group[0]
            members = group[1] + members
        groups.append((touched, members))
    return [tuple(members) for _, members in groups]


def _declared(
    index: Index, schemas: Sequence[Schema], together: Together, key: str
) -> tuple[Place, ...]:
    """Where the schemas declare the key, each place once; its name has to stand there."""
    declared = [
        place
        for schema in schemas
        for each in (*schema.declarations, *(one for run in schema.repeated for one in run))
        if each.key == key
        for place in sorted(together.family(each.place))
    ]
    for place in declared:
        if not is_spelled(index.texts[place.path], place, key):
            raise Refused(f"`{key}` is not written as one name in {line_of(place)}")
    return tuple(dict.fromkeys(declared))
