"""Which declarations an object's values never count for: another object's are written over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from hpfix.facts import Facts, Overwriting
from hpfix.index import Overwritten
from hpfix.model import Bound, Expression, Schema
from hpfix.objects import Declared, Instance, Names, Object, Unknown
from hpfix.records import is_record
from hpfix.schemas import Schemas
from hpfix.scopes import LOADED

FILES = frozenset({"config file"})
OVER = frozenset({"argparse"})
"""What gives every key a value, whether anybody asked for it or not."""


def overwritten(
    facts: Mapping[str, Facts], known: Schemas, opened: Iterable[Schema], bound: Iterable[Bound]
) -> tuple[Overwritten, ...]:
    """Each key of a declaration whose value is lost to an option's default."""
    every = [
        each for path, one in facts.items() if not is_record(path) for each in one.overwritings
    ]
    if not every:
        return ()
    overwriting = _Overwriting(facts, known, frozenset(opened), bound)
    return tuple(dict.fromkeys(one for each in every for one in overwriting.by(each)))


class _Overwriting:
    """What is known of all objects that are written over one another."""

    def __init__(
        self,
        facts: Mapping[str, Facts],
        known: Schemas,
        opened: frozenset[Schema],
        bound: Iterable[Bound],
    ) -> None:
        self._known, self._opened = known, opened
        self._every = [each for one in facts.values() for each in one.overwritings]
        self._keyed = [each for one in facts.values() for each in one.keyed if each.mode == "write"]
        self._removals = [each for one in facts.values() for each in one.removals]
        self._written: dict[Schema, set[str]] = defaultdict(set)
        self._read: set[tuple[Expression, str]] = set()
        self._filled: dict[Schema, bool] = {}
        self._company: dict[Object, dict[Schema, None]] = defaultdict(dict)
        for each in bound:
            reference = each.reference
            if each.schema is not None and reference.mode == "write":
                self._written[each.schema].add(reference.key)
            if each.schema is not None and each.certainty == "company":
                for held in known.holdings.of(reference.receiver):
                    if isinstance(held, Unknown):
                        self._company[held][each.schema] = None
        for one in facts.values():
            self._read.update((each.receiver, each.key) for each in one.references)

    def by(self, each: Overwriting) -> Iterator[Overwritten]:
        """The keys that both declare, with both declarations."""
        over = self._over(each.over)
        if over is None or self._is_filled(over):
            return
        is_own = each.result == each.under and not self._may_be_copied(each.under)
        removed = self._removed_from(each.over)
        for under, is_certain in self._under(each.under):
            if under is over or self._has_it_back(over, under):
                continue
            is_sure = is_certain and not each.is_chosen
            left = removed | self._written[over] | self._written[under]
            for declared in under.declarations:
                is_read = is_own or (each.result, declared.key) in self._read
                winning = over.declarations_of(declared.key)
                if len(winning) == 1 and is_read and declared.key not in left:
                    yield Overwritten(under, declared, over, winning[0], each, is_sure)

    def _over(self, expression: Expression) -> Schema | None:
        """The one parser whose options are written over something."""
        objects = self._known.holdings.of(expression)
        schemas = self._known.held_by(expression)
        is_one = len(schemas) == 1 and len(objects) == 1
        is_parser = is_one and schemas[0].form in OVER and schemas[0] not in self._opened
        return schemas[0] if is_parser else None

    def _under(self, expression: Expression) -> Iterator[tuple[Schema, bool]]:
        """What the other object is, and whether nothing else may be it."""
        objects = self._known.holdings.of(expression)
        for held in objects:
            match held:
                case Declared(schema):
                    whole = self._known.with_additions(schema)
                    yield whole, all(isinstance(one, Declared) for one in objects)
                case Unknown():
                    for schema in self._company.get(held, ()):
                        yield schema, False
                case Names() | Instance():
                    for schema in self._known.held_by(expression):
                        if schema.form not in FILES:  # in which order it took these over is unknown
                            yield schema, False

    def _may_be_copied(self, under: Expression) -> bool:
        """Whether the object may be a copy, beside which the first one lives on."""
        scopes = self._known.holdings.scopes
        name = under.steps[0]
        given = self._known.holdings.given.sources
        sources = given.get((scopes.binding(under.scope, name), name), ())
        return any(LOADED not in each.steps and not _is_call(each) for each in sources)

    def _is_filled(self, over: Schema) -> bool:
        """Whether the parser, or the namespace, has its values from the other object before:
        `parser.set_defaults(**config)`, `for k, v in config.items(): setattr(args, k, v)`."""
        if over not in self._filled:
            self._filled[over] = any(
                not each.place.path.endswith(".py") for each in over.declarations
            ) or any(
                over in self._known.held_by(each.receiver) and over not in self._held_by(each.key)
                for each in self._keyed
            )
        return self._filled[over]

    def _held_by(self, key: Expression) -> tuple[Schema, ...]:
        return self._known.held_by(Expression(key.scope, key.steps[:-1])) if key.steps[1:] else ()

    def _has_it_back(self, over: Schema, under: Schema) -> bool:
        """Whether the configuration is written over the options somewhere."""
        return any(
            under in self._known.held_by(each.over) and over in self._known.held_by(each.under)
            for each in self._every
        )

    def _removed_from(self, over: Expression) -> set[str | None]:
        objects = set(self._known.holdings.of(over))
        return {
            each.key
            for each in self._removals
            if objects.intersection(self._known.holdings.of(each.receiver))
        }


def _is_call(source: Expression) -> bool:
    """Whether a function returns it, and none that returns a copy."""
    *before, last = source.steps
    return last[0] == "(" and before[-1:] not in (["copy"], [".copy"], [".deepcopy"], ["deepcopy"])
