"""Which schemas are used whole: where nothing shows which of their keys are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from hpfix.facts import Call, Facts, KeyedAccess
from hpfix.model import BlindSpot, Bound, Expression, Schema
from hpfix.objects import Definition, Instance, Object, Unknown
from hpfix.schemas import Schemas
from hpfix.scopes import ELEMENTS, KEYS

HARMLESS = frozenset(
    "getattr hasattr setattr delattr isinstance issubclass type id print info debug "
    "vars dict asdict list tuple set frozenset sorted reversed copy deepcopy OrderedDict "
    "field Field attrib".split()
)
"""Functions whose key is read elsewhere, that read none, that return the keys they are given, or
that say what a class holds."""
TELLING = frozenset(
    "warning error critical exception log pprint pformat str repr format log_hyperparams "
    "save_hyperparameters log_params log_hparams add_text add_hparams".split()
)
"""Functions that show or record every value, for people to read."""
COPYING = frozenset("dump safe_dump dumps dump_all save_yaml yaml_save save_config write".split())
"""Functions that write a file: of what was read from one, another copy."""
TRACKERS = frozenset({"wandb", "mlflow", "swanlab", "neptune", "comet_ml", "clearml", "trackio"})
"""Libraries that record what they are given."""
COPIED = ("config file",)
ITERATED = frozenset({ELEMENTS, KEYS})
LOOKING_UP = ("__getattr__", "__getattribute__", "__getitem__", "__contains__", "__setattr__")
"""Methods that are called with a name which stands in the code, or which the code builds there."""
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
    named = [access for each in facts.values() for access in each.keyed if _is_named(access)]
    passed = _passed_on(facts.values(), named, holding)
    for each in facts.values():
        for flow in each.flows:
            taken = next((each for each in flow.source.steps if each in ITERATED), None)
            if taken is None or flow.source in passed or _is_describing(flow.source):
                continue
            where = flow.source.steps.index(taken)
            found.update(holding.schemas(flow.source._replace(steps=flow.source.steps[:where])))
    places = {each.place for each in named}
    for spot in spots:
        if spot.receiver is None or spot.pattern is not None or spot.place in places:
            continue
        if not _is_describing(spot.receiver):
            found.update(holding.schemas(spot.receiver))
    return frozenset(found)


def _is_named(access: KeyedAccess) -> bool:
    """Whether another place names the key: one of a loop's, whatever that runs over, and of the
    methods that an attribute or a subscript calls."""
    (scope, steps) = access.key
    return steps[-1] in ITERATED or (len(steps) == 1 and scope.endswith(LOOKING_UP))


def _passed_on(
    facts: Iterable[Facts], named: Iterable[KeyedAccess], holding: _Holding
) -> set[Expression]:
    """The steps to keys that are all set on another object, and to a value under such a key.

    `for name, value in loaded.items(): setattr(self, name, value)`: that object's reads are seen.
    """
    iterated = {access.key for each in facts for access in each.keyed}
    poured = {each.key for each in named if each.mode == "write" and holding.is_ours(each.receiver)}
    looked_up = {each.receiver.then(ELEMENTS) for each in named}
    return poured | (looked_up - iterated)


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

    def is_ours(self, receiver: Expression) -> bool:
        """Whether it is an object of a class of the project, or the class."""
        objects = self.objects(receiver)
        return bool(objects) and all(isinstance(each, (Instance, Definition)) for each in objects)

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
    function = call.function.steps[-1].lstrip(".")
    if function in HARMLESS or function in TELLING or not TRACKERS.isdisjoint(_words(call)):
        return
    scope, steps = call.function
    if steps[-1] == ".update" and holding.schemas(Expression(scope, steps[:-1])):
        return  # `defaults.update(own)`: what is read from the one is read from both
    arguments = [each for _, each in call.arguments]
    given = [schema for each in arguments for schema in holding.schemas(each)]
    if function in COPYING:
        given = [each for each in given if each.form not in COPIED]
    if given and not any(holding.is_function(each) for each in arguments):
        yield from given


def _words(call: Call) -> Iterator[str]:
    """The names on the way to what is called: `wandb`, `config`, `update`."""
    return (each.lstrip(".").removeprefix("import:") for each in call.function.steps)
