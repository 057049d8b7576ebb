"""Which parameter each key of a mapping is meant for that a call spreads: `Model(**config)`.

The fields of a dataclass and its kin are the parameters of its class.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from hpfix.facts import Facts, Signature, Spread
from hpfix.model import Bound, Expression, Form, Place, Reference, Schema, Value
from hpfix.objects import Declared, Definition, Names, Object
from hpfix.records import is_record
from hpfix.schemas import Schemas
from hpfix.scopes import BASES, FIRST, INSTRUCTED, outer_scope
from hpfix.settled import Settled

SPREAD_FORMS = frozenset({"config file", "HParams call", "namespace"})
"""What declares the keys of one mapping, beside a dict literal."""
GIVEN_FORMS = frozenset({"dict key", "YAML key"})
"""What the keys of a dict literal are, and those of a mapping that names what it is given to."""
INSTRUCTIONS = frozenset({"_target_", "class_path", "init_args"})
"""Keys for a program that makes the object itself."""
INIT, NEW = "__init__", "__new__"
WITHOUT_INIT = frozenset({"object", "ABC"})
"""Bases from elsewhere that have no `__init__` of their own."""


class Key(NamedTuple):
    """One key of a mapping: its name, where that stands, and its value."""

    text: str
    place: Place
    form: Form
    value: Value | None


def bind_spreads(facts: Mapping[str, Facts], known: Schemas) -> tuple[Bound, ...]:
    """Every key that surely arrives at a function whose parameters are known, with these.

    Where tests choose between functions, or several are given one mapping, a key belongs to the
    one that has it; where none has it and none takes any, it is missing from the first.
    """
    spreads = [each for path, one in facts.items() if not is_record(path) for each in one.spreads]
    return tuple(_Spreads(spreads, facts, known).bound()) if spreads else ()


class Signatures:
    """The parameters of every function and class of the project, as schemas made when asked for."""

    def __init__(self, facts: Mapping[str, Facts], known: Schemas) -> None:
        self._known = known
        self._holdings = known.holdings
        self._by_scope: dict[str, Signature | None] = {}
        self._overriding: dict[str, list[str]] = defaultdict(list)
        for one in facts.values():
            for each in one.signatures:
                # of two definitions by one name, either may be called
                again = each.scope in self._by_scope
                self._by_scope[each.scope] = None if again else each
                self._overriding[each.scope.rpartition(".")[2]].append(each.scope)
        self._schemas: dict[str, Schema | None] = {}

    def of(self, called: Object) -> Schema | None:
        """What the function or the class takes; None where it may take anything."""
        if not isinstance(called, Definition):
            return None
        if not self._holdings.scopes.is_class(called.scope):
            return self._schema(called.scope, called.scope.rpartition("::")[2])
        fields = self._known.fields_of(called.scope)
        if fields is not None:
            return fields
        init = self._init(called.scope)
        return None if not init else self._schema(init, called.scope.rpartition("::")[2])

    def in_place_of(self, called: Object, function: Expression) -> Iterator[Schema | None]:
        """What takes the place of a method, or of `cls`, in a class derived from its own."""
        if not isinstance(called, Definition):
            return
        is_class = self._holdings.scopes.is_class(called.scope)
        if is_class and function.steps != ("cls",):
            return
        if is_class and self._known.fields_of(called.scope) is not None:
            for scope in self._known.classes.below(called.scope):
                yield self._known.fields_of(scope)
        owner = called.scope if is_class else outer_scope(called.scope)
        method = INIT if is_class else called.scope.rpartition(".")[2]
        if not self._holdings.scopes.is_class(owner):
            return
        for scope in self._overriding.get(method, ()):
            derived = outer_scope(scope)
            if derived != owner and owner in self._holdings.lineage(derived):
                yield self._schema(scope, derived)

    def _init(self, scope: str, derived: tuple[str, ...] = ()) -> str | None:
        """The `__init__` that a call of the class runs, "" where it has none of its own; None where
        a base from elsewhere may have one. Two classes of one name may be bases of each other."""
        scopes = self._holdings.scopes
        if scope in self._by_scope or scopes.is_bound(scope, NEW):
            return None
        if scopes.is_bound(scope, INIT):
            return f"{scope}.{INIT}"
        for base in self._holdings.given_to(scope, BASES):
            if base.steps[-1].lstrip(".") in WITHOUT_INIT:
                continue
            match self._holdings.of(base):
                case (Definition(inner),) if inner not in (scope, *derived):
                    found = self._init(inner, (scope, *derived))
                    if found != "":
                        return found
                case _:
                    return None
        return ""

    def _schema(self, scope: str, name: str) -> Schema | None:
        if scope not in self._schemas:
            signature = self._by_scope.get(scope)
            if signature is None or signature.is_open:
                self._schemas[scope] = None
            else:
                declared = tuple(each for each in signature.parameters if each.key not in FIRST)
                holder = Expression(scope, ("<signature>",))
                self._schemas[scope] = Schema(
                    name, signature.place, "signature", declared, holder, silent=frozenset()
                )
        return self._schemas[scope]


class _Spreads:
    """All spreads of a project together: one mapping may be given to several functions."""

    def __init__(
        self, spreads: Iterable[Spread], facts: Mapping[str, Facts], known: Schemas
    ) -> None:
        self._known = known
        self._signatures = Signatures(facts, known)
        self._settled = Settled(known.holdings)
        self._spreads = [(each, known.holdings.of(each.mapping)) for each in spreads]
        self._given: dict[Object, list[Spread]] = defaultdict(list)
        for spread, objects in self._spreads:
            for each in objects:
                self._given[each].append(spread)
        self._removals = [each for one in facts.values() for each in one.removals]
        self._removed: dict[Object, set[str | None]] | None = None
        self._taken_out = {each.key for each in self._removals}
        """What some part of the program takes out of something before it is given away."""

    def bound(self) -> Iterator[Bound]:
        """The keys of every spread whose function and whose mapping are settled."""
        for spread, objects in self._spreads:
            files = [one for one in objects if isinstance(one, Declared)]
            is_known = all(isinstance(one, (Declared, Names)) for one in objects)
            # of several configuration files a program loads the one that fits
            if spread.is_chosen or not is_known or len(files) > 1:
                continue
            taken = self._taken_by(spread)
            is_settled = self._settled.is_settled
            if not taken or not is_settled(spread.mapping) or not is_settled(spread.function):
                continue
            for each in objects:
                names = list(self._names_in(each))
                if _is_given_whole(names, spread, taken):
                    continue
                for name in names:
                    if is_named(spread) and name.text in self._taken_out:
                        continue
                    yield from self._bind(name, each, spread, taken)

    def _taken_by(self, spread: Spread) -> tuple[Schema, ...]:
        """What takes the keys of a spread; empty where something may take any."""
        found: list[Schema | None] = []
        for each in self._known.holdings.of(spread.function):
            found.append(self._signatures.of(each))
            found += self._signatures.in_place_of(each, spread.function)
        taken = [each for each in found if each is not None]
        return tuple(dict.fromkeys(taken)) if len(taken) == len(found) else ()

    def _bind(
        self, name: Key, mapping: Object, spread: Spread, taken: tuple[Schema, ...]
    ) -> Iterator[Bound]:
        receiver, value = spread.function, name.value
        reference = Reference(name.text, name.place, name.form, "override", receiver, value=value)
        held = self._known.holdings.of(receiver)
        reason = f"`{spread.mapping}` is given to `{spread.function}` by keyword"
        having = [each for each in taken if name.text in each.keys]
        if not having and any(self._known.knows(each, name.text, held) for each in taken):
            return  # `seed: InitVar[int]`
        if having or self._is_meant(name.text, mapping, spread):
            for each in having or taken[:1]:
                yield Bound(reference, each, reason, "flow")

    def _is_meant(self, key: str, mapping: Object, spread: Spread) -> bool:
        """Whether the key is for this function, not for another that is given the mapping."""
        for other in self._given[mapping]:
            is_same = other.function == spread.function
            is_beside = other.function.scope == spread.function.scope and not other.is_chosen
            if not is_same and not is_beside:
                taken = self._taken_by(other)
                if not taken or any(key in each.keys for each in taken):
                    return False
        return True

    def _removed_from(self, mapping: Object) -> set[str | None]:
        if self._removed is None:
            self._removed = defaultdict(set)
            for each in self._removals:
                for held in self._known.holdings.of(each.receiver):
                    if isinstance(held, (Declared, Names)):
                        self._removed[held].add(each.key)
        return self._removed.get(mapping, set())

    def _names_in(self, mapping: Object, depth: int = 0) -> Iterator[Key]:
        """The keys of a mapping, and of those that it includes."""
        names: list[Key] = []
        match mapping:
            case Names(holder):
                literal = self._known.holdings.names_of(holder)
                if literal is not None and literal.form in GIVEN_FORMS:
                    names = [Key(one, at, literal.form, value) for one, at, value in literal.names]
            case Declared(schema) if schema.form in SPREAD_FORMS:
                form: Form = "YAML key" if schema.form == "config file" else "keyword"
                declared = self._known.with_additions(schema).declarations
                names = [Key(each.key, each.place, form, each.value) for each in declared]
        removed = self._removed_from(mapping)
        if None in removed or any(each.text in INSTRUCTIONS for each in names):
            return
        yield from (each for each in names if each.text not in removed)
        for source in self._known.included_in(mapping) if isinstance(mapping, Names) else ():
            if depth < 2 and self._settled.is_settled(source):
                for each in self._known.holdings.of(source):
                    yield from self._names_in(each, depth + 1)


def _is_given_whole(names: Iterable[Key], spread: Spread, taken: Iterable[Schema]) -> bool:
    """Whether a class that a file names needs something, and takes none of the keys: it is given
    the mapping itself."""
    if not is_named(spread):
        return False
    parameters = [each for one in taken for each in one.declarations]
    given = {each.text for each in names}
    return all(each.key not in given for each in parameters) and any(
        each.value is None for each in parameters
    )


def is_named(spread: Spread) -> bool:
    """Whether a file names what is called: who calls it is not seen."""
    return spread.function.steps[0].startswith(INSTRUCTED)
