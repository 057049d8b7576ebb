"""What is assigned to names, written to fields and passed to parameters, in the whole project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from hpfix.facts import Call, Facts, Flow, Loading, Scope
from hpfix.model import Expression, Schema
from hpfix.objects import Declared, Definition, File, Instance, Method, Names, Object
from hpfix.scopes import DATA, DOCUMENT, ELEMENTS, FILE, INCLUDED, INSTANCE, SUPER, VALUES
from hpfix.steps import RETURNING

if TYPE_CHECKING:
    from hpfix.holdings import Holdings

Owner = str | Object
"""Whose field it is: a class by its scope, anything else by itself."""
Variable = tuple[str, str]
"""A name in the scope that binds it."""


class Given:
    """The sources of every variable and field.

    What a call fills and whose field is written is found by evaluating, with what is known of
    arguments and fields so far; `learn` is one round of that.
    """

    def __init__(self, holdings: Holdings, facts: Mapping[str, Facts]) -> None:
        self._holdings, self._scopes = holdings, holdings.scopes
        self.sources: dict[Variable, list[Expression]] = defaultdict(list)
        self.arguments: dict[Variable, list[Expression]] = {}
        self.fields: dict[Owner, dict[str, list[Expression]]] = {}
        self.chosen: set[Variable] = set()
        """The parameters that a call fills only where a test decides for it."""
        self.calls_of: dict[str, list[Call]] = {}
        """The calls of each function and class of the project."""
        self.foreign_calls: list[Call] = []
        """The calls of what is not the project's."""
        self._field_flows: list[Flow] = []
        for each in facts.values():
            self._sort(each.flows)
            self._field_flows += [
                Flow(one.receiver.then(INCLUDED), one.source) for one in each.inclusions
            ]
        self._loadings = [each for one in facts.values() for each in one.loadings]
        names = callable_names(facts)
        calls = [call for each in facts.values() for call in each.calls]
        self._calls = [each for each in calls if may_be_ours(each, names)]
        self._others = [each for each in calls if not may_be_ours(each, names)]

    def _sort(self, flows: Iterable[Flow]) -> None:
        """Keep flows into names by their binding scope, those into fields as they are."""
        for flow in flows:
            if len(flow.target.steps) > 1:
                self._field_flows.append(flow)
            else:
                name = flow.target.steps[0]
                scope = self._scopes.binding(flow.target.scope, name)
                self.sources[scope, name].append(flow.source)

    def learn(self) -> None:
        """Find whose fields are written and what each call fills, from what is known so far."""
        fields: dict[Owner, dict[str, list[Expression]]] = defaultdict(lambda: defaultdict(list))
        arguments: dict[Variable, list[Expression]] = defaultdict(list)
        chosen: set[Variable] = set()
        for flow in self._field_flows:
            base = Expression(flow.target.scope, flow.target.steps[:-1])
            for each in self._holdings.of(base):
                fields[owner_of(each)][flow.target.steps[-1]].append(flow.source)
        passed_on: dict[Variable, list[Expression]] = defaultdict(list)
        is_first = not self.arguments
        self.calls_of, self.foreign_calls = defaultdict(list), []
        for call in self._calls:
            for each in self._defined(call):
                is_passed_on = call.function.steps[0] == SUPER
                own = of_own_classes(call) if is_passed_on else call
                self.calls_of[each.scope].append(own)
                for parameter, argument in self.matched(each, call):
                    (passed_on if is_passed_on else arguments)[parameter].append(argument)
                    if call.is_chosen:
                        chosen.add(parameter)
                for name, argument in self._given_fields(each, own):
                    fields[each.scope][name].append(argument)
        for parameter, given in passed_on.items():
            is_one = is_first or self._are_one([*arguments[parameter], *given])
            arguments[parameter] += given if is_one else [each.then(INSTANCE) for each in given]
        self.foreign_calls += self._others
        for path, objects in self._loaded().items():
            for name in (DOCUMENT, DATA):
                arguments[path, name] += objects
        self.fields, self.arguments, self.chosen = fields, arguments, chosen

    def _loaded(self) -> dict[str, list[Expression]]:
        """The files that are loaded into objects, and those that such files are built on."""
        found: dict[str, list[Expression]] = defaultdict(list)
        built_on: dict[str, list[Loading]] = defaultdict(list)
        queue: list[Loading] = []
        for each in self._loadings:
            is_base = each.into.steps == (DOCUMENT,)
            (built_on[each.into.path] if is_base else queue).append(each)
        for each in queue:  # which grows
            if each.of_fields and not self._are_instances(each.into):
                continue
            for held in self._holdings.of(each.source):
                path = _file_of(held)
                if path is not None:
                    queue += built_on[path] if path not in found else ()
                    found[path].append(each.into)
        return found

    def _are_instances(self, expression: Expression) -> bool:
        held = self._holdings.of(expression)
        return bool(held) and all(isinstance(each, Instance) for each in held)

    def _are_one(self, given: Iterable[Expression]) -> bool:
        """Whether all that is given is the object of one schema."""
        found = {held for each in given for held in self._holdings.of(each)}
        return len(found) == 1 and all(isinstance(each, Declared) for each in found)

    def _defined(self, call: Call) -> list[Definition]:
        """The project's own that a call may call; one that may call others is foreign as well."""
        called = self._called(call.function)
        is_ours = any(isinstance(each, (Definition, Method)) for each in called)
        if not is_ours or call.function.steps[0] == SUPER:
            self.foreign_calls.append(call)
        return [each for each in called if isinstance(each, Definition)]

    def _called(self, function: Expression) -> tuple[Object, ...]:
        """What a call may call: of a table of functions, each of them."""
        found = self._holdings.of(function)
        (scope, steps), chosen_from = function, [function]
        if len(steps) == 1:  # `run = RUNNERS[name]`, then `run(hparams)`
            chosen_from += self.sources.get((self._scopes.binding(scope, steps[0]), steps[0]), ())
        tables = [Expression(a, b[:-1]) for a, b in chosen_from if b[-1] in (ELEMENTS, VALUES)]
        if not tables:
            return found
        chosen = [
            each
            for one in tables
            for table in self._holdings.of(one)
            if isinstance(table, Names)
            for name in self._holdings.literal_at(table.holder).names
            for each in self._holdings.field_of(table, f"[{name[0]}]")
        ]
        return tuple(dict.fromkeys((*found, *chosen)))

    def matched(self, callee: Definition, call: Call) -> Iterator[tuple[Variable, Expression]]:
        """The parameters that the call fills, by scope and name, each with its argument."""
        function = self._scopes.find(callee.scope)
        if self._scopes.is_class(callee.scope):
            function = self._method(callee.scope, "__init__")
        if function is None:
            return
        parameters = self._scopes.parameters(function)
        for where, argument in call.arguments:
            if isinstance(where, int) and where < len(parameters):
                yield (function.name, parameters[where]), argument
            elif where in parameters:
                yield (function.name, str(where)), argument

    def _given_fields(self, callee: Definition, call: Call) -> Iterator[tuple[str, Expression]]:
        """`Change(values={"lr": 0.1})`: a class without `__init__` keeps its keywords as fields."""
        is_plain = self._scopes.is_class(callee.scope)
        if is_plain and self._method(callee.scope, "__init__") is None:
            for where, argument in call.arguments:
                if isinstance(where, str):
                    yield f".{where}", argument

    def _method(self, class_scope: str, name: str) -> Scope | None:
        for each in self._holdings.attribute_of(class_scope, name):
            if isinstance(each, Definition):
                return self._scopes.find(each.scope)
        return None


def _file_of(held: Object) -> str | None:
    """The file that an object is the path of, or what was loaded from."""
    match held:
        case File(path):
            return path
        case Declared(Schema(holder=Expression(scope=path, steps=[one]))) if one == FILE:
            return path
    return None


def owner_of(held: Object) -> Owner:
    """Whose fields those of an object are."""
    return held.scope if isinstance(held, (Instance, Definition)) else held


def callable_names(facts: Mapping[str, Facts]) -> frozenset[str]:
    """Every name that may be one of the project's functions or classes where it is called.

    What no file of the project defines, assigns, imports or passes on under this name is none:
    `x.append(lr)`, `torch.tensor(lr)`.
    """
    names = {each[1:] for each in RETURNING}
    for one in facts.values():
        for scope in one.scopes:
            names.add(scope.name.rpartition(":")[2].rpartition(".")[2])
            names |= scope.bound
            names.update(scope.parameters)
        names.update(flow.target.steps[-1].lstrip(".") for flow in one.flows)
        for call in one.calls:
            names.update(where for where, _ in call.arguments if isinstance(where, str))
    return frozenset(names)


def may_be_ours(call: Call, names: frozenset[str]) -> bool:
    """Whether what is called may be the project's, by its last name."""
    last = call.function.steps[-1]
    return last[0] in "([<" or last.lstrip(".") in names


def of_own_classes(call: Call) -> Call:
    """`super().__init__(config)`: of what many derived classes pass to one base, the objects of
    classes alone; schemas that differ would be taken for one another's, and any is handed out."""
    arguments = tuple((where, each.then(INSTANCE)) for where, each in call.arguments)
    return call._replace(arguments=arguments)
