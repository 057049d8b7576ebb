"""What is known of a whole project: every reference with its schema, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

from hpfix.facts import Overwriting, Search
from hpfix.model import (
    BlindSpot,
    Bound,
    Declaration,
    Expression,
    Place,
    Reference,
    Schema,
    Tried,
    Value,
    compare_by_identity,
)


class Inner(NamedTuple):
    """A mapping inside of a schema's object: the keys on the way to it, and what it declares."""

    steps: tuple[str, ...]
    declarations: tuple[Declaration, ...]
    schema: Schema | None = None

    def declaration(self, key: str) -> Declaration | None:
        return next((each for each in self.declarations if each.key == key), None)


class Move(NamedTuple):
    """A key that one mapping of a file declared and another one declares now.

    Both are called as the file calls them: `` for the outermost, `optimizer`, `OptimizerConfig`.
    """

    key: str
    source: str
    target: str
    before: Value | None
    after: Value | None


class Overwritten(NamedTuple):
    """The value of a declaration is lost to that of another, where `by` stands.

    `is_certain` says that the program does so in any case, with an object of this schema.
    """

    schema: Schema
    declared: Declaration
    over: Schema
    winning: Declaration
    by: Overwriting
    is_certain: bool


class OutOfStep(NamedTuple):
    """Keys of a schema that another mapping lacks, which a program walks along with it.

    `other` is what that mapping is called and `begins` its first key, `place` where the two are
    taken for one list, and `is_longer` says that the schema has more keys than the other.
    """

    schema: Schema
    missing: tuple[Declaration, ...]
    other: str
    begins: Place
    place: Place
    is_longer: bool


class Searched(NamedTuple):
    """A search with what is known of the way of its values.

    `is_known`: the project shows where they arrive. `is_whole`: something unseen may read any of
    them. `reads` is what is looked up by name in what holds them, `declared` the keys that are
    declared in what a configuration file keeps below another key: it may be handed on whole.
    """

    search: Search
    is_known: bool = False
    is_whole: bool = False
    reads: tuple[Reference, ...] = ()
    declared: frozenset[str] = frozenset()


class Revision(NamedTuple):
    """What one commit, or the change that is not committed, did to the keys a file declares.

    `path` is the present name of the file. `texts` are the files whose lines with the keys in
    question it changed: the path, the text before and after. `moves` are the keys in question that
    it declares elsewhere in the file.
    """

    commit: str | None
    path: str
    before: tuple[Declaration, ...]
    after: tuple[Declaration, ...]
    texts: tuple[tuple[str, str, str], ...] = ()
    moves: tuple[Move, ...] = ()


class History(NamedTuple):
    """The revisions of declaring files as far as the keys in question go, the newest first.

    `stamp` says which commit the project is at, None where its history was not asked for;
    `limits` are sentences that say why more may have happened.
    """

    revisions: tuple[Revision, ...] = ()
    stamp: str | None = None
    limits: tuple[str, ...] = ()


compare_by_identity(Revision, History)


def nothing_inside(schema: Schema) -> tuple[Inner, ...]:
    """That of a project of which nothing is known."""
    return ()


class Arriving(Protocol):
    """What is known of the way of the values that tuners give in Python (arrivals.py)."""

    def taken_by(self, function: Expression) -> tuple[Schema, ...]: ...
    def read_beside(self, place: Place) -> frozenset[str]: ...
    def is_given_whole(self, place: Place) -> bool: ...
    def best(self) -> Iterator[tuple[Declaration, Declaration | None, Schema]]: ...


class Index(NamedTuple):
    """Every reference of a project bound to its schema, or to none with the reason.

    `opened` are the schemas that something unseen may add keys to; `renames` is old to new, as
    the configuration declares them; `uses` are the references by schema and key; `whole` are the
    schemas of which something unseen may read any key. `history` is that of the keys to explain;
    `tried` is what tuners try, whether it is bound to anything or not, `searches` are their
    searches; `inner_of` tells the mappings inside of a schema's object; `out_of_step` are mappings
    that are walked side by side and differ, `overwritten` are values that are lost to others;
    `handed_on` are the places of names that something unseen is given as well,
    `read_of_unknown` are the items that are read from objects which nothing shows.
    """

    texts: Mapping[str, str]
    schemas: tuple[Schema, ...]
    bound: tuple[Bound, ...]
    blind_spots: tuple[BlindSpot, ...]
    opened: frozenset[Schema] = frozenset()
    renames: Mapping[str, str] = MappingProxyType({})
    uses: Mapping[Schema, Mapping[str, tuple[Bound, ...]]] = MappingProxyType({})
    whole: frozenset[Schema] = frozenset()
    history: History = History()
    tried: tuple[Tried, ...] = ()
    inner_of: Callable[[Schema], tuple[Inner, ...]] = nothing_inside
    out_of_step: tuple[OutOfStep, ...] = ()
    overwritten: tuple[Overwritten, ...] = ()
    searches: tuple[Searched, ...] = ()
    handed_on: frozenset[Place] = frozenset()
    arrivals: Arriving | None = None
    read_of_unknown: frozenset[str] = frozenset()

    def uses_of(self, schema: Schema, key: str) -> tuple[Bound, ...]:
        return self.uses.get(schema, {}).get(key, ())

    def missing_from(self, schema: Schema) -> tuple[str, ...]:
        """The keys that are used and not declared, sorted."""
        return tuple(sorted(self.uses.get(schema, {}).keys() - schema.keys))
