"""What every expression of a project may hold: followed along assignments, calls and fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from hpfix.facts import Facts, NameLiteral
from hpfix.given import Given, Owner, owner_of
from hpfix.mentioned import Mentioned
from hpfix.model import Expression, Schema
from hpfix.modules import Modules
from hpfix.objects import (
    Declared,
    Definition,
    Instance,
    Module,
    Name,
    Names,
    Object,
    Parser,
    Unknown,
)
from hpfix.records import is_test
from hpfix.scopes import BASES, FILE, FLAGS, INCLUDED, INSTANCE, NEXT_PARAMETER, RUN_CONFIG, Scopes
from hpfix.steps import Steps

ROUNDS = 2
"""Arguments and fields are found by evaluating calls and targets, which need arguments and fields:
each round sees what the one before it found, also where a name is assigned from itself. A further
round found nothing more on real projects."""
DEEPEST = 100
"""A trace through more names than this is given up; each takes a few of Python's own frames."""
MOST_TRIES = 3
"""So often a name is followed that comes back to others which are not known yet."""
WIDEST = 8
"""More unknown objects than this in one place say nothing about any of them."""


class Holdings:
    """Evaluates expressions over the flows of a whole project; answers are kept."""

    def __init__(self, facts: Mapping[str, Facts]) -> None:
        self.scopes = Scopes(facts.values())
        self.modules = Modules(facts)
        self.mentioned = Mentioned(self, facts)
        self.flags = _first_flags(facts)
        """What all flags of the project are said of: where the first of them is defined."""
        self._steps = Steps(self)
        self._schemas: dict[Expression, Schema] = {}
        self._names: dict[Expression, NameLiteral] = {}
        self.unparsable = frozenset(_unparsable(facts))
        """The files of data that cannot be read."""
        self._schemas_of = {path: each.schemas for path, each in facts.items()}
        self.given = Given(self, facts)
        self._known: dict[Expression, tuple[Object, ...]] = {}
        self._open: dict[Expression, int] = {}
        """The names that are being followed, each with how many were before it."""
        self._included: dict[Object, tuple[Object, ...]] = {}
        self._tries: dict[Expression, int] = {}
        self._earliest = DEEPEST
        self._unsettled: dict[Expression, tuple[Object, ...]] = {}
        self._unsettled_from = DEEPEST
        self._lines: dict[str, tuple[str, ...]] = {}
        for each in facts.values():
            own = (one for one in each.schemas if one.form != "flags")
            self._schemas.update({self._bound(one.holder): one for one in own})
            self._names.update({self._bound(one.holder): one for one in each.names})
        for _ in range(ROUNDS):
            self.given.learn()
            self._known, self._lines, self._tries, self._included = {}, {}, {}, {}

    def of(self, expression: Expression) -> tuple[Object, ...]:
        """Everything the expression may hold; Unknown where the trace ends."""
        known = self._known.get(expression)
        if known is not None:
            return known
        bound = self._bound(expression)
        if bound is not expression:
            known = self._known[expression] = self.of(bound)
            return known
        return self._followed(expression)

    def _followed(self, expression: Expression) -> tuple[Object, ...]:
        """One more name in a trace. What comes back to a name that is still being followed adds
        nothing to it, and is known for good only when that name is."""
        begun = self._open.get(expression)
        if begun is not None:
            self._earliest = min(self._earliest, begun)
            return ()
        found = self._unsettled.get(expression)
        if found is not None:
            self._earliest = min(self._earliest, self._unsettled_from)
            return found
        depth = len(self._open)
        if depth >= DEEPEST:
            return (Unknown(expression.scope, expression.steps),)
        around, self._earliest = self._earliest, depth
        self._open[expression] = depth
        found = _narrowed(expression, self._evaluate(expression))
        del self._open[expression]
        if self._earliest < depth and self._is_tried_again(expression):
            self._unsettled[expression] = found
            self._unsettled_from = min(self._unsettled_from, self._earliest)
        else:
            self._known[expression] = found
            if depth <= self._unsettled_from:
                self._unsettled, self._unsettled_from = {}, DEEPEST
        self._earliest = min(around, self._earliest)
        return found

    def _is_tried_again(self, expression: Expression) -> bool:
        tries = self._tries[expression] = self._tries.get(expression, 0) + 1
        return tries < MOST_TRIES

    def _bound(self, expression: Expression) -> Expression:
        """The expression in the scope that binds its first name: one object, seen from wherever."""
        scope, steps = expression
        first = steps[0]
        if first[0] in "@<" or ":" in first:
            return expression
        bound_in = self.scopes.binding(scope, first)
        return expression if bound_in == scope else Expression(bound_in, steps)

    def _evaluate(self, expression: Expression) -> Iterable[Object]:
        schema = self._schemas.get(expression)
        if schema is not None:
            return (Parser(schema) if schema.form == "argparse" else Declared(schema),)
        scope, steps = expression
        if len(steps) == 1:
            return self._base(scope, steps[0])
        if expression in self._names:
            return (Names(expression),)
        owner = self.of(Expression(scope, steps[:-1]))
        if len(owner) == 1:
            return self._steps.after(owner[0], steps[-1])
        return self._steps.after_all(owner, steps[-1])

    def _base(self, scope: str, name: str) -> Iterable[Object]:
        if name[0] == "@":
            holder = Expression(scope, (name,))
            literal = self._names.get(holder)
            is_empty = literal is None or not literal.names
            return (Unknown(scope, (name,)) if is_empty else Names(holder),)
        if name in (RUN_CONFIG, NEXT_PARAMETER):
            return (Unknown("", (name,)),)
        if name == FLAGS:
            return () if self.flags is None else (Declared(self.flags),)
        if ":" not in name:
            where = self.scopes.binding(scope, name) if name[0] == "<" else scope
            return self._location(where, name)
        kind, _, rest = name.partition(":")
        if kind == "def":
            return (Definition(rest),)
        found = self.mentioned.of(kind, rest, scope.partition("::")[0]) if rest else None
        if found is not None:
            return found
        return self._location(self.scopes.binding(scope, name), name)

    def _location(self, scope: str, name: str) -> Iterable[Object]:
        sources = self.given.sources.get((scope, name), ())
        arguments = self.given.arguments.get((scope, name), ())
        if not sources and not arguments:
            return self._without_source(scope, name)
        found = tuple(each for source in sources for each in self.of(source))
        given = tuple(each for source in arguments for each in self.of(source))
        if self._is_annotated(sources):
            given = without_unknown(given)
            found = without_unknown(found) if self.scopes.is_class(scope) else found
        return (*found, *given) or (Unknown(scope, (name,)),)

    def _is_annotated(self, sources: Iterable[Expression]) -> bool:
        """Whether an annotation says of which class of the project the object is."""
        named = [each for each in sources if each.steps[-1] == INSTANCE]
        return bool(named) and all(
            any(isinstance(held, Instance) for held in self.of(each)) for each in named
        )

    def _without_source(self, scope: str, name: str) -> Iterable[Object]:
        owner = self.scopes.owner_class(scope, name)
        if owner is not None:
            return (Instance(owner) if name == "self" else Definition(owner),)
        return self.of_star(scope, name)

    def of_star(self, scope: str, name: str) -> Iterable[Object]:
        """What a module has under a name that only `from other import *` can give it."""
        for star in self.given.sources.get((scope, "*"), ()) if "::" not in scope else ():
            for each in self.of(Expression(star.scope, star.steps[:1])):
                if isinstance(each, Module):
                    found = self.of(Expression(each.path, (name,)))
                    if found and not all(isinstance(one, Unknown) for one in found):
                        return found
        return (Unknown(scope, (name,)),)

    def lineage(self, scope: str) -> tuple[str, ...]:
        """The class and its bases in the project, nearest first."""
        line = self._lines.get(scope)
        if line is None:
            line = self._lines[scope] = self._line(scope)
        return line

    def _line(self, scope: str) -> tuple[str, ...]:
        seen: dict[str, None] = {}
        queue = [scope]
        while queue:
            current = queue.pop(0)
            if current not in seen:
                seen[current] = None
                bases = self.of(Expression(current, (BASES,)))
                queue += [each.scope for each in bases if isinstance(each, Definition)]
        return tuple(seen)

    def attribute_of(self, scope: str, name: str) -> tuple[Object, ...]:
        """A class attribute, a field that a method sets, or either of a base class."""
        for current in self.lineage(scope):
            found = self._field(current, f".{name}")
            if self.scopes.is_bound(current, name):
                found = (*found, *self._location(current, name))
                if self._is_annotated(self.given.sources.get((current, name), ())):
                    found = without_unknown(found)
            if found:
                return found
        return ()

    def has_fields(self, held: Object) -> bool:
        """Whether anything is written to a field of the object."""
        return held in self.given.fields

    def field_of(self, held: Object, step: str) -> tuple[Object, ...]:
        """What was written to a field of an object, or to one of its class."""
        return self._field(owner_of(held), step)

    def _field(self, owner: Owner, step: str) -> tuple[Object, ...]:
        sources = self.given.fields[owner].get(step) if owner in self.given.fields else None
        if sources is None:
            return ()
        found = tuple(each for source in sources for each in self.of(source))
        return without_unknown(found) if self._is_annotated(sources) else found

    def included_in(self, held: Object) -> tuple[Object, ...]:
        """The objects whose keys an object has taken over, kept where all of them are known; the
        names that a collection was made longer by have none."""
        if owner_of(held) not in self.given.fields:
            return ()
        found = self._included.get(held)
        if found is None:
            taken = self.field_of(held, INCLUDED)
            found = _twice_at_most(each for each in taken if not isinstance(each, Name))
            if all(each in self._known for each in self.given_to_field(held, INCLUDED)):
                self._included[held] = found
        return found

    def given_to(self, scope: str, name: str) -> list[Expression]:
        """All that is assigned to a name of this scope, or passed to a parameter."""
        return self.given.sources.get((scope, name), []) + self.given.arguments.get(
            (scope, name), []
        )

    def is_passed(self, scope: str, name: str) -> bool:
        """Whether nothing but calls give the parameter what it holds, and no test chooses them."""
        return (scope, name) not in self.given.chosen and not any(
            source.steps[-1] != INSTANCE for source in self.given.sources.get((scope, name), ())
        )

    def given_to_field(self, held: Object, step: str) -> list[Expression]:
        """All that is written to a field of an object, or of its class."""
        return self.given.fields.get(owner_of(held), {}).get(step, [])

    def schema_at(self, holder: Expression) -> Schema | None:
        """What is declared by the expression itself, in the scope that binds it."""
        return self._schemas.get(holder)

    def schemas_of(self, path: str) -> tuple[Schema, ...]:
        """What a file declares."""
        return self._schemas_of.get(path, ())

    def literal_at(self, holder: Expression) -> NameLiteral:
        """The literal collection that is known to stand there."""
        return self._names[holder]

    def is_literal(self, expression: Expression) -> bool:
        """Whether a declaration or a literal collection stands there itself."""
        bound = self._bound(expression)
        return bound in self._schemas or bound in self._names

    def names_of(self, holder: Expression) -> NameLiteral | None:
        """The literal collection that the expression is."""
        return self._names.get(self._bound(holder))


def _unparsable(facts: Mapping[str, Facts]) -> Iterator[str]:
    for path, each in facts.items():
        for spot in each.blind_spots:
            if spot.receiver is not None and spot.receiver.steps == (FILE,):
                yield path


def _first_flags(facts: Mapping[str, Facts]) -> Schema | None:
    every = (one for each in facts.values() for one in each.schemas if one.form == "flags")
    return min(every, key=lambda one: (is_test(one.place.path), one.place), default=None)


def without_unknown(found: Iterable[Object]) -> tuple[Object, ...]:
    """What is left where an annotation says more than a trace that ends."""
    return tuple(each for each in found if not isinstance(each, Unknown))


def _twice_at_most(found: Iterable[Object]) -> tuple[Object, ...]:
    """What is asked again answers as what has been asked: a third time says nothing more."""
    counts: Counter[Object] = Counter()
    kept: list[Object] = []
    for each in found:
        counts[each] += 1
        if counts[each] < 3:
            kept.append(each)
    return tuple(kept)


def _narrowed(expression: Expression, found: Iterable[Object]) -> tuple[Object, ...]:
    """Each object once. A parameter that takes anything is one unknown object, not as many as it
    was ever given."""
    if not isinstance(found, tuple):
        found = tuple(found)
    if len(found) < 2:
        return found
    distinct = tuple(dict.fromkeys(found))
    if len(distinct) <= WIDEST:
        return distinct
    known = without_unknown(distinct)
    if len(distinct) - len(known) <= WIDEST:
        return distinct
    return (*known, Unknown(expression.scope, expression.steps))
