"""What calls add to schemas: options of parsers, keys of HParams; and which may get any key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from hpfix.computed_names import ComputedNames
from hpfix.facts import Facts
from hpfix.holdings import Holdings
from hpfix.model import Declaration, Expression, Schema
from hpfix.objects import Declared, Names, Object, Parser, Unknown
from hpfix.scopes import PARENTS

ARGPARSE = "import:argparse"


class Additions:
    """The declarations that each schema gets from calls, wherever they stand."""

    def __init__(
        self,
        facts: Mapping[str, Facts],
        holdings: Holdings,
        sources: Mapping[Object, Iterable[Expression]],
    ) -> None:
        self._holdings = holdings
        self._added: dict[Schema, list[Declaration]] = defaultdict(list)
        self._to_literals: dict[Expression, list[Declaration]] = defaultdict(list)
        self._opened: set[Schema] = set()
        self._computed: set[Schema] = set()
        self.strays: set[str] = set()
        """The keys that are added to what nothing shows: it may be any of the parsers."""
        computed = ComputedNames(facts, holdings, sources)
        for each in facts.values():
            self._read(each, computed)
        self._opened.update(self._handed_out())
        self._opened.update(
            schema
            for each in facts.values()
            for schema in each.schemas
            if schema.form == "argparse" and self._is_foreign(schema)
        )

    def to(self, schema: Schema) -> tuple[tuple[Declaration, ...], bool]:
        """The keys that a schema gets, those of a parser's parents included; are these all?"""
        every = (schema, *self._above(schema))
        declarations = (one for each in every for one in self._added.get(each, ()))
        return tuple(declarations), self._opened.isdisjoint(every)

    def are_computed(self, schema: Schema) -> bool:
        """Whether some of its options are made from names that are not known here:
        `for field in fields(Config): parser.add_argument(f"--{field.name}")`."""
        return not self._computed.isdisjoint((schema, *self._above(schema)))

    def to_literal(self, holder: Expression) -> tuple[Declaration, ...]:
        """The keys that a dict literal gets: `edict({"lr": 0.1})`, then `config.epochs = 3`."""
        return tuple(self._to_literals.get(holder, ()))

    def _read(self, facts: Facts, computed: ComputedNames) -> None:
        for each in facts.additions:
            found = self._holdings.of(each.receiver)
            literals = [one.holder for one in found if isinstance(one, Names)]
            schemas = tuple(self._receiving(each.receiver))
            for schema in schemas:
                self._added[schema].append(each.declaration)
            for literal in literals:
                self._to_literals[literal].append(each.declaration)
            if not schemas and not literals:
                self.strays.add(each.declaration.key)
        for keyed in facts.keyed_additions:
            for schema in self._receiving(keyed.receiver):
                declarations, is_whole = computed.declared_by(keyed)
                self._added[schema] += declarations
                self._opened.update(() if is_whole else (schema,))
                self._computed.update(() if is_whole else (schema,))

    def _receiving(self, receiver: Expression) -> Iterator[Schema]:
        for held in self._holdings.of(receiver):
            if isinstance(held, (Declared, Parser)):
                yield held.schema

    def _above(self, schema: Schema) -> tuple[Schema, ...]:
        """The parsers whose options a parser takes over: `ArgumentParser(parents=[common])`."""
        found: dict[Schema, None] = {}
        queue = [schema]
        while queue:
            for held in self._holdings.field_of(Parser(queue.pop()), PARENTS):
                if isinstance(held, Parser) and held.schema not in found:
                    found[held.schema] = None
                    queue.append(held.schema)
        return tuple(found)

    def _is_foreign(self, schema: Schema) -> bool:
        """Whether the parser is of a class that may read more than its options, or has parents
        that nothing shows."""
        made = self._holdings.of(Expression(schema.holder.scope, schema.holder.steps[:-1]))
        parents = self._holdings.field_of(Parser(schema), PARENTS)
        is_own = all(isinstance(each, Unknown) and _is_argparse(each.steps[0]) for each in made)
        return not is_own or not all(isinstance(each, Parser) for each in parents)

    def _handed_out(self) -> Iterator[Schema]:
        """The parsers that a function outside the project is given: it may add options."""
        for call in self._holdings.given.foreign_calls:
            for _, argument in call.arguments:
                for held in self._holdings.of(argument):
                    if isinstance(held, Parser):
                        yield held.schema


def _is_argparse(base: str) -> bool:
    """Whether a class comes from argparse, as far as can be seen."""
    return base == ARGPARSE or not base.startswith("import:")
