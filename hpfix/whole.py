"""Which schemas are used whole: where nothing shows which of their keys are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from hpfix.model import BlindSpot, Bound, Call, Expression, Facts, Schema
from hpfix.objects import Definition, Object, Unknown
from hpfix.schemas import Schemas
from hpfix.scopes import ELEMENTS, KEYS

HARMLESS = frozenset(
    "getattr hasattr setattr delattr isinstance issubclass type id print info debug "
    "vars dict asdict list tuple set frozenset sorted reversed copy deepcopy OrderedDict "
    "field Field attrib".split()
)
"""Functions whose key is read elsewhere, that read none, that return the keys they are given, or
that say what a class holds."""
ITERATED = frozenset({ELEMENTS, KEYS})
DESCRIBING = ("debug_string", "__repr__", "__str__")
"""How functions are called that show every value (dialects 1.1)."""


def used_whole(
    known: Schemas, facts: Mapping[str, Facts], bound: Iterable[Bound], spots: Iterable[BlindSpot]
) -> frozenset[Schema]:
    """The schemas whose object is given away, unpacked, iterated or asked for a computed key.

    `f(**vars(hp))`, `json.dump(hp.values(), file)`, `for name in hp`, `getattr(hp, prefix + name)`
    """
    holding = _Holding(known, bound)
    found: set[Schema] = set()
    for call in known.holdings.given.foreign_calls:
        found.update(_given_away(call, holding))
    for each in facts.values():
        for flow in each.flows:
            taken = next((each for each in flow.source.steps if each in ITERATED), None)
            if taken is not None and not _is_describing(flow.source):
                where = flow.source.steps.index(taken)
                steps = flow.source.steps[:where]
                found.update(holding.schemas(Expression(flow.source.scope, steps)))
    for spot in spots:
        if spot.receiver is not None and spot.pattern is None and not _is_describing(spot.receiver):
            found.update(holding.schemas(spot.receiver))
    return frozenset(found)


def _is_describing(expression: Expression) -> bool:
    """Whether it stands in a function that writes every value down for people to read."""
    return expression.scope.endswith(DESCRIBING)


class _Holding:
    """What an expression may hold, also where the object is only known by its company."""

    def __init__(self, known: Schemas, bound: Iterable[Bound]) -> None:
        self._known = known
        self._answers: dict[tuple[Object, ...], tuple[Schema, ...]] = {}
        self._by_company: dict[Object, dict[Schema, None]] = {}
        guessed = dict.fromkeys(
            (each.reference.receiver, each.schema)
            for each in bound
            if each.certainty != "flow" and each.schema is not None
        )
        for receiver, schema in guessed:
            for root in self.objects(receiver):
                if isinstance(root, Unknown):
                    self._by_company.setdefault(root, {})[schema] = None

    def objects(self, expression: Expression) -> tuple[Object, ...]:
        return self._known.holdings.of(expression)

    def is_function(self, argument: Expression) -> bool:
        """Whether it is a function that was read; a class may be what is given away."""
        is_class = self._known.holdings.scopes.is_class
        return any(
            isinstance(each, Definition) and not is_class(each.scope)
            for each in self.objects(argument)
        )

    def schemas(self, expression: Expression) -> tuple[Schema, ...]:
        objects = self.objects(expression)
        answer = self._answers.get(objects)
        if answer is None:
            guessed = (one for each in objects for one in self._by_company.get(each, ()))
            answer = (*self._known.held_by(expression), *dict.fromkeys(guessed))
            self._answers[objects] = answer
        return answer


def _given_away(call: Call, holding: _Holding) -> Iterator[Schema]:
    """What a function that is not the project's is given.

    `partial(work, hparams)`, `pool.submit(work, hparams)` hand it on to one that is.
    """
    if call.function.steps[-1].lstrip(".") in HARMLESS:
        return
    arguments = [each for _, each in call.arguments]
    given = [schema for each in arguments for schema in holding.schemas(each)]
    if given and not any(holding.is_function(each) for each in arguments):
        yield from given
