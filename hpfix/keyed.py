"""What a computed key may be: `getattr(hparams, name)`, `setattr(hparams, f"{kind}_dim", 8)`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from hpfix.facts import KeyedAccess
from hpfix.model import BlindSpot, Bound, Expression, Reference, Schema
from hpfix.objects import Definition, Instance, Name, Unknown
from hpfix.patterns import fits, pattern_in
from hpfix.schemas import Schemas
from hpfix.scopes import COMPUTED, ELEMENTS

MAPPINGS = frozenset({"dict", "config file", "namespace", "config object", "filled object"})
"""Of these, a subscript reaches the same keys as an attribute does."""
MOST_LACKING = 2
"""What lacks more of the constants than this that a name may hold is looked up with the others: the
code that gives the name its value decides what the program comes there with."""


class Keyed:
    """The references that computed keys make, and what such keys leave unknown.

    `spots` are the places where nothing is known of a key, `opened` the schemas that may get any,
    `grown` the classes whose objects may; `poured` gives all of its keys to one of them;
    `fitting` are the uses of declared keys that a name put together may be.
    """

    def __init__(self, known: Schemas) -> None:
        self.spots: list[BlindSpot] = []
        self.opened: set[Schema] = set()
        self.grown: set[str] = set()
        self.poured: set[Schema] = set()
        self.fitting: list[Bound] = []
        self._known = known
        self._formed: dict[Schema, set[str]] = defaultdict(set)

    def references(self, accesses: Iterable[KeyedAccess]) -> Iterator[Reference]:
        """One for each name that a key may hold."""
        for access in accesses:
            names = self._names(access.key)
            chosen = self._choosing(names, access)
            for name in names:
                yield Reference(
                    name.text, name.place, name.form, access.mode, access.receiver,
                    access.guarded or name in chosen, name.value,
                )  # fmt: skip
            if not names and not self._is_listed(access.key):
                self._leave(access)

    def _choosing(self, names: Iterable[Name], access: KeyedAccess) -> Collection[Name]:
        """The constants that the program does not look up there, as far as can be told: of
        `kind = "sana"` and many others, `SIZES[kind]` has those for which it is made."""
        constants = [each for each in names if each.form == "constant"]
        if len(constants) <= MOST_LACKING or access.mode != "read":
            return ()
        held = self._known.held_by(access.receiver)
        lacking = [each for each in constants if not any(each.text in one.keys for one in held)]
        return lacking if MOST_LACKING < len(lacking) < len(constants) else ()

    def gives(self, bound: Bound) -> bool:
        """Whether the program may give the object the key under a name that it puts together."""
        schema, key = bound.schema, bound.reference.key
        if schema is None or key in schema.keys:
            return False
        # a program that writes keys which it works out may have them in another case
        if schema in self.opened and key.lower() in {each.lower() for each in schema.keys}:
            return True
        return any(fits(key, pattern) for pattern in self._formed.get(schema, ()))

    def _leave(self, access: KeyedAccess) -> None:
        """Say what is not known of a key."""
        held = self._known.held_by(access.receiver)
        pattern = pattern_in(access.key) if held else None
        if pattern is not None:
            self.fitting += _fitting(access, held, pattern)
        if access.mode in ("read", "write"):
            reason = "the key is computed" if pattern is None else f"the key is some `{pattern}`"
            self.spots.append(BlindSpot(access.place, reason, access.receiver, pattern))
        is_new = access.mode == "write" and not self._known.are_fields(access.key)
        if is_new and not access.guarded:
            self._grow(access, held, pattern)

    def _grow(self, access: KeyedAccess, held: Iterable[Schema], pattern: str | None) -> None:
        """The object may get a key of any name, or of any that fits."""
        scope, steps = access.key
        if held and access.form == "setattr" and steps[-1] == ELEMENTS:
            given = self._known.held_by(Expression(scope, steps[:-1]))
            self.poured.update(each for each in given if each not in held)
        for schema in _gaining(access, held):
            if pattern is None:
                self.opened.update((schema, *self._known.inside(schema)))
            else:
                self._formed[schema].add(pattern)
        if pattern is None and access.form != "subscript":
            objects = self._known.holdings.of(access.receiver)
            kinds = (Instance, Definition)
            self.grown.update(each.scope for each in objects if isinstance(each, kinds))

    def _names(self, key: Expression) -> list[Name]:
        """The literal names that a key may be; of several configuration files, none is it."""
        objects = self._known.holdings.of(key)
        if any(_is_put_together(each) for each in objects):
            return []
        every = (each for each in objects if isinstance(each, Name))
        names = [each for each in every if each.text[:1] != "-"]  # words of a command line
        files = {each.place.path for each in names if each.form == "YAML key"}
        return names if len(files) < 2 else [each for each in names if each.form != "YAML key"]

    def _is_listed(self, key: Expression) -> bool:
        """Whether a computed key is one of those that some files have."""
        objects = self._known.holdings.of(key)
        return any(isinstance(each, Name) for each in objects) and not any(
            _is_put_together(each) for each in objects
        )


def _is_put_together(held: object) -> bool:
    return isinstance(held, Unknown) and held.steps == (COMPUTED,)


def _fitting(access: KeyedAccess, held: Iterable[Schema], pattern: str) -> Iterator[Bound]:
    """Every declared key that a name put together so may be; none of them has to be there."""
    _, receiver, place, form, mode, _ = access
    for schema in held:
        for key in sorted(schema.keys):
            if fits(key, pattern):
                reference = Reference(key, place, form, mode, receiver, guarded=True)
                yield Bound(reference, schema, f"the key is some `{pattern}`", "flow")


def _gaining(access: KeyedAccess, held: Iterable[Schema]) -> Iterator[Schema]:
    """The schemas that get a key of a computed name.

    A subscript writes to a dict made from an object that is none, not to the object. A class that
    sets computed names on `self` copies what it was made from.
    """
    is_own = access.receiver.steps == ("self",)
    for each in held:
        is_mapping = each.form in MAPPINGS
        if (access.form != "subscript" or is_mapping) and not (is_own and is_mapping):
            yield each
