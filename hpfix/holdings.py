"""What every expression of a project may hold: followed along assignments, calls and fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from hpfix.model import Call, Expression, Facts, Flow, Form, NameLiteral, Schema, Scope
from hpfix.modules import Modules
from hpfix.objects import (
    Declared,
    Definition,
    File,
    Instance,
    Method,
    Module,
    Name,
    Names,
    Object,
    Parser,
    Unknown,
)
from hpfix.records import is_test
from hpfix.scopes import (
    BASES,
    DOCUMENTS,
    FILE,
    FLAGS,
    INCLUDED,
    INSTANCE,
    KEYS,
    LOADED,
    MADE,
    OBJECTS,
    RETURN,
    Scopes,
)

ROUNDS = 2
"""Arguments and fields are found by evaluating calls and targets, which need arguments and fields:
each round sees what the one before it found, also where a name is assigned from itself. A further
round found nothing more on real projects."""
ALIKE = 0.3
"""Configuration files of one folder that share so many of their keys are of one kind."""
SAME_PARSER = frozenset(
    ".add_argument_group .add_mutually_exclusive_group .add_subparsers .add_parser".split()
)
PARSED = frozenset(
    ".parse_args .parse_known_args .parse_intermixed_args .parse_known_intermixed_args".split()
)
PARSED_INTO = frozenset(
    ".parse_args_into_dataclasses .parse_args_and_config .parse_dict .parse_json_file "
    ".parse_yaml_file .parse".split()
)
"""Methods of a parser that return one object of each of its classes."""
SUPER = "super"
DEEPEST = 100
"""A trace through more names than this is given up; each takes a few of Python's own frames."""
WIDEST = 8
"""More unknown objects than this in one place say nothing about any of them."""
SAME_OBJECT = frozenset(
    ".lock .unlock .copy .values .items .keys .to_dict .as_dict .dict .deepcopy .__copy__ .clone "
    ".read .read_text .read_bytes .open .resolve .expanduser .absolute .as_posix".split()
)
"""Methods whose result holds the same keys."""
SAME_SCHEMA = SAME_OBJECT | {".parse", ".override_from_dict", ".parse_json", ".replace"}
"""Methods of the HParams family that return the object itself."""
ANOTHER = frozenset({"._replace", ".model_copy", ".copy", ".replace"})
"""Methods of named tuples, models and dataclasses that return another object of the class."""
MAKERS = frozenset(
    ".model_validate .model_validate_json .model_construct .parse_obj .parse_raw .parse_file "
    ".construct".split()
)
"""Methods of models that make an object of the class."""


NAMING: dict[str, Form] = {"config file": "YAML key", "study": "search space"}
"""The schemas whose keys are names to whoever iterates the object, with the form of each."""

Owner = tuple[Literal["class", "object"], object]


class Holdings:
    """Evaluates expressions over the flows of a whole project; answers are kept."""

    def __init__(self, facts: Mapping[str, Facts]) -> None:
        self.scopes = Scopes(facts.values())
        self._schemas: dict[Expression, Schema] = {}
        self._schemas_of: dict[str, list[Schema]] = defaultdict(list)
        self._names: dict[Expression, NameLiteral] = {}
        self._sources: dict[tuple[str, str], list[Expression]] = defaultdict(list)
        self._arguments: dict[tuple[str, str], list[Expression]] = defaultdict(list)
        self._fields: dict[tuple[Owner, str], list[Expression]] = defaultdict(list)
        self._chosen: set[tuple[str, str]] = set()
        self.modules = Modules(facts)
        self._known: dict[Expression, tuple[Object, ...]] = {}
        self._before: dict[Expression, tuple[Object, ...]] = {}
        self._open: set[Expression] = set()
        self._lines: dict[str, tuple[str, ...]] = {}
        self._inside: set[tuple[Object, str]] = set()
        self.calls_of: dict[str, list[Call]] = defaultdict(list)
        """The calls of each function and class of the project."""
        self.foreign_calls: list[Call] = []
        """The calls of what is not the project's."""
        field_flows: list[Flow] = []
        calls: list[Call] = []
        every = (one for each in facts.values() for one in each.schemas if one.form == "flags")
        self.flags = min(every, key=lambda one: (is_test(one.place.path), one.place), default=None)
        """What all flags of the project are said of: where the first of them is defined."""
        for path, each in facts.items():
            own = (one for one in each.schemas if one.form != "flags")
            self._schemas.update({self._bound(one.holder): one for one in own})
            self._schemas_of[path] += each.schemas
            self._names.update({self._bound(one.holder): one for one in each.names})
            calls += each.calls
        for each in facts.values():
            field_flows += self._sort_flows(each.flows)
            field_flows += [
                Flow(one.receiver.then(INCLUDED), one.source) for one in each.inclusions
            ]
        for _ in range(ROUNDS):
            self._learn(field_flows, calls)

    def of(self, expression: Expression) -> tuple[Object, ...]:
        """Everything the expression may hold; Unknown where the trace ends."""
        known = self._known.get(expression)
        if known is not None:
            return known
        bound = self._bound(expression)
        if bound is not expression:
            known = self._known[expression] = self.of(bound)
            return known
        if expression in self._open:
            return self._before.get(expression, ())
        if len(self._open) >= DEEPEST:
            return (Unknown(expression.scope, expression.steps),)
        self._open.add(expression)
        found = _narrowed(expression, tuple(dict.fromkeys(self._evaluate(expression))))
        self._open.discard(expression)
        self._known[expression] = found
        return found

    def _bound(self, expression: Expression) -> Expression:
        """The expression in the scope that binds its first name: one object, seen from wherever."""
        scope, (first, *_) = expression
        if first[0] in "@<" or ":" in first:
            return expression
        bound_in = self.scopes.binding(scope, first)
        return expression if bound_in == scope else Expression(bound_in, expression.steps)

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

    def _sort_flows(self, flows: Iterable[Flow]) -> list[Flow]:
        """Keep flows into names by their binding scope; return those into fields."""
        fields = []
        for flow in flows:
            if len(flow.target.steps) > 1:
                fields.append(flow)
            else:
                name = flow.target.steps[0]
                scope = self.scopes.binding(flow.target.scope, name)
                self._sources[scope, name].append(flow.source)
        return fields

    def _learn(self, field_flows: list[Flow], calls: list[Call]) -> None:
        """Find what fields hold and what is passed to each parameter, from what is known so far."""
        fields: dict[tuple[Owner, str], list[Expression]] = defaultdict(list)
        arguments: dict[tuple[str, str], list[Expression]] = defaultdict(list)
        chosen: set[tuple[str, str]] = set()
        for flow in field_flows:
            base = Expression(flow.target.scope, flow.target.steps[:-1])
            for each in self.of(base):
                fields[_owner(each), flow.target.steps[-1]].append(flow.source)
        self.calls_of, self.foreign_calls = defaultdict(list), []
        for call in calls:
            called = self.of(call.function)
            is_ours = any(isinstance(each, (Definition, Method)) for each in called)
            is_inherited = call.function.steps[0] == SUPER
            if not is_ours or is_inherited:
                self.foreign_calls.append(call)
            if is_inherited:
                call = _of_own_classes(call)
            for each in called:
                if isinstance(each, Definition):
                    self.calls_of[each.scope].append(call)
                    for parameter, argument in self.matched(each, call):
                        arguments[parameter].append(argument)
                        if call.is_chosen:
                            chosen.add(parameter)
                    for name, argument in self._given_fields(each, call):
                        fields[("class", each.scope), name].append(argument)
        self._fields, self._arguments, self._chosen = fields, arguments, chosen
        self._before, self._known = self._known, {}
        self._lines = {}

    def matched(
        self, callee: Definition, call: Call
    ) -> Iterable[tuple[tuple[str, str], Expression]]:
        """The parameters that the call fills, by scope and name, each with its argument."""
        function = self.scopes.find(callee.scope)
        if self.scopes.is_class(callee.scope):
            function = self._method(callee.scope, "__init__")
        if function is None:
            return
        parameters = self.scopes.parameters(function)
        for where, argument in call.arguments:
            if isinstance(where, int) and where < len(parameters):
                yield (function.name, parameters[where]), argument
            elif where in parameters:
                yield (function.name, str(where)), argument

    def _given_fields(self, callee: Definition, call: Call) -> Iterable[tuple[str, Expression]]:
        """`Change(values={"lr": 0.1})`: a class without `__init__` keeps its keywords as fields."""
        is_plain = self.scopes.is_class(callee.scope)
        if is_plain and self._method(callee.scope, "__init__") is None:
            for where, argument in call.arguments:
                if isinstance(where, str):
                    yield f".{where}", argument

    def _method(self, class_scope: str, name: str) -> Scope | None:
        for each in self.attribute_of(class_scope, name):
            if isinstance(each, Definition):
                return self.scopes.find(each.scope)
        return None

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
        return [found for each in owner for found in self._step(each, steps[-1])]

    def _base(self, scope: str, name: str) -> Iterable[Object]:
        path = scope.partition("::")[0]
        kind, _, rest = name.partition(":")
        if name.startswith("@"):
            return self._literal(scope, name)
        if name == FLAGS:
            return () if self.flags is None else (Declared(self.flags),)
        if kind == "def" and rest:
            return (Definition(rest),)
        if kind == "import" and (rest or name.endswith(":")):
            found = self.modules.find(rest, path)
            return (Unknown(path, (name,)),) if found is None else (Module(found),)
        if kind == "file" and rest:
            found = self.modules.file(rest, path)
            return (Unknown(path, (name,)),) if found is None else (File(found),)
        if kind == "group" and rest:
            return [File(each) for each in self.modules.folder(rest, path)]
        if kind == "siblings" and rest:
            return self._siblings(rest, path)
        return self._location(self.scopes.binding(scope, name), name)

    def _siblings(self, name: str, mentioned_in: str) -> Iterable[Object]:
        """The files that may be given in place of a configuration file: those of its folder.

        Where the file itself is in the project, only those that are of its kind.
        """
        path = self.modules.file(name, mentioned_in)
        own = None if path is None else self._schemas.get(Expression(path, (FILE,)))
        for each in self.modules.beside(name, mentioned_in):
            other = self._schemas.get(Expression(each, (FILE,)))
            if other is not None and (own is None or _are_alike(own, other)):
                yield File(each)

    def _loaded(self, held: Object) -> Iterable[Object]:
        """What a parser of configurations makes of a path or a text: what is known to be in it."""
        match held:
            case File(path):
                whole = self._schemas.get(Expression(path, (FILE,)))
                declared = self._schemas_of.get(path, []) if whole is None else [whole]
                return [Declared(each) for each in declared]
            case Unknown(scope, [*_, last]) if last != LOADED:
                return (Unknown(scope, (*held.steps, LOADED)),)
        return (held,)

    def _literal(self, scope: str, base: str) -> Iterable[Object]:
        holder = Expression(scope, (base,))
        literal = self._names.get(holder)
        if literal is None or not literal.names:
            return (Unknown(scope, (base,)),)
        return (Names(holder),)

    def _location(self, scope: str, name: str) -> Iterable[Object]:
        sources = self._sources.get((scope, name), [])
        arguments = self._arguments.get((scope, name), [])
        if not sources and not arguments:
            return self._without_source(scope, name)
        found = [each for source in sources for each in self.of(source)]
        given = [each for source in arguments for each in self.of(source)]
        if self._is_annotated(sources):
            given = without_unknown(given)
            found = without_unknown(found) if self.scopes.is_class(scope) else found
        return [*found, *given] or (Unknown(scope, (name,)),)

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
        if "::" not in scope:
            for star in self._sources.get((scope, "*"), ()):
                module = Expression(star.scope, star.steps[:1])
                for each in self.of(module):
                    if isinstance(each, Module):
                        found = self.of(Expression(each.path, (name,)))
                        if found and not all(isinstance(one, Unknown) for one in found):
                            return found
        return (Unknown(scope, (name,)),)

    def _step(self, held: Object, step: str) -> Iterable[Object]:
        if step == LOADED or (step == MADE and isinstance(held, File)):
            return self._loaded(held)
        if step == MADE:
            return (held,)
        if step == DOCUMENTS:
            return [Method(each) for each in self._loaded(held)]
        if step == KEYS:
            is_named = isinstance(held, (Names, Declared))
            return self._step(held, "[*]") if is_named else _keys_of(held)
        match held:
            case File() if step == ".load_module":
                return [Method(each) for each in self._loaded(held)]
            case File():
                return (Method(held),) if step in SAME_OBJECT else ()
            case Declared():
                return self._of_declared(held, step)
            case Parser():
                return self._of_parser(held, step)
            case Module(path):
                return self._of_module(path, step)
            case Definition(scope):
                return self._of_definition(scope, step)
            case Instance(scope):
                return self._of_instance(scope, step)
            case Names(holder):
                return self._of_names(holder, step)
            case Method(owner):
                return (owner,)
            case Name() if step == ".value":  # of a member of an enumeration
                return (held,)
            case Unknown():
                return self._of_unknown(held, step)
        return ()

    def _of_declared(self, held: Declared, step: str) -> Iterable[Object]:
        if step == ".__dict__" or (step == "[0]" and held.schema.form == "argparse"):
            return (held,)
        if step in SAME_SCHEMA and step[1:] not in held.schema.keys:
            return (Method(held),)
        if step == "[*]" and held.schema.form in NAMING:
            form = NAMING[held.schema.form]
            return [
                Name(each.key, each.place, form, each.value, held.schema.holder)
                for each in held.schema.declarations
            ]
        nested = self._schemas.get(held.schema.holder.then(as_subscript(step)))
        inner = () if nested is None else (Declared(nested),)
        found = (*inner, *self._either(("object", held), step), *self._of_included(held, step))
        if not found and held.schema.form == "argparse" and step.startswith("."):
            return (Unknown(held.schema.holder.scope, (*held.schema.holder.steps, step)),)
        return found

    def _of_parser(self, held: Parser, step: str) -> Iterable[Object]:
        if step in SAME_PARSER:
            return (Method(held),)
        if step in PARSED:
            return (Method(Declared(held.schema)),)
        if step in PARSED_INTO:
            return [Method(each) for each in self.field_of(("object", held), OBJECTS)]
        return self.field_of(("object", held), step)

    def _of_module(self, path: str, step: str) -> Iterable[Object]:
        name = step[1:]
        if not step.startswith("."):
            return ()
        found = self.of(Expression(path, (name,)))
        if self.scopes.is_bound(path, name) or not all(isinstance(one, Unknown) for one in found):
            return found
        submodule = self.modules.submodule(path, name)
        return self._without_source(path, name) if submodule is None else (Module(submodule),)

    def _of_definition(self, scope: str, step: str) -> Iterable[Object]:
        is_class = self.scopes.is_class(scope)
        if step.startswith("()") or step == INSTANCE:
            if is_class:
                return (Instance(scope),)
            return () if step == INSTANCE else self.of(Expression(scope, (RETURN,)))
        found = tuple(self.attribute_of(scope, step[1:])) if is_class else ()
        return (Method(Instance(scope)),) if is_class and not found and step in MAKERS else found

    def _of_instance(self, scope: str, step: str) -> Iterable[Object]:
        if not step.startswith("."):
            return (Instance(scope),) if step == INSTANCE else ()
        found = tuple(self.attribute_of(scope, step[1:])) or self._of_included(
            Instance(scope), step
        )
        if not found and step in ANOTHER:
            return (Method(Instance(scope)),)
        return found or (Unknown(scope, (step,)),)

    def _of_included(self, held: Object, step: str) -> tuple[Object, ...]:
        """What stands under a key in the objects whose keys this one has taken over."""
        if (held, step) in self._inside:
            return ()
        self._inside.add((held, step))
        found = [
            inner
            for each in self.field_of(_owner(held), INCLUDED)
            for inner in self._step(each, step)
        ]
        self._inside.discard((held, step))
        return tuple(found)

    def attribute_of(self, scope: str, name: str) -> Iterable[Object]:
        """A class attribute, a field that a method sets, or either of a base class."""
        for current in self.lineage(scope):
            found = list(self.field_of(("class", current), f".{name}"))
            if self.scopes.is_bound(current, name):
                found += self._location(current, name)
                if self._is_annotated(self._sources.get((current, name), ())):
                    found = without_unknown(found)
            if found:
                return found
        return ()

    def _of_names(self, holder: Expression, step: str) -> Iterable[Object]:
        literal = self._names[holder]
        if step == "[*]" or (step == "[.]" and literal.form != "dict key"):
            own = [Name(*name[:2], literal.form, name[2], holder) for name in literal.names]
            return [*own, *self.field_of(("object", Names(holder)), "[*]")]
        if step in SAME_OBJECT:
            return (Method(Names(holder)),)
        found = self._either(("object", Names(holder)), step)
        found = found or self._of_included(Names(holder), step)
        return found or (Unknown(holder.scope, (*holder.steps, step)),)

    def _of_unknown(self, held: Unknown, step: str) -> Iterable[Object]:
        if step == INSTANCE:
            return ()
        if held.steps == (SUPER,) and step.startswith("()"):
            bases = self.of(Expression(self.scopes.class_around(held.scope), (BASES,)))
            return [Instance(each.scope) for each in bases if isinstance(each, Definition)]
        if step == ".FLAGS" and self.flags is not None and _is_flags_module(held):
            return (Declared(self.flags),)
        if step.startswith("()") and held.steps[-1] in SAME_OBJECT and len(held.steps) > 1:
            return (Unknown(held.scope, held.steps[:-1]),)
        found = tuple(self.field_of(("object", held), step)) or self._of_included(held, step)
        return found or (Unknown(held.scope, (*held.steps, step)),)

    def given_to(self, scope: str, name: str) -> list[Expression]:
        """All that is assigned to a name of this scope, or passed to a parameter."""
        return self._sources.get((scope, name), []) + self._arguments.get((scope, name), [])

    def is_passed(self, scope: str, name: str) -> bool:
        """Whether nothing but calls give the parameter what it holds, and no test chooses them."""
        return (scope, name) not in self._chosen and not any(
            source.steps[-1] != INSTANCE for source in self._sources.get((scope, name), ())
        )

    def given_to_field(self, owner: Owner, step: str) -> list[Expression]:
        """All that is written to a field of an object or a class."""
        return self._fields.get((owner, step), [])

    def is_literal(self, expression: Expression) -> bool:
        """Whether a declaration or a literal collection stands there itself."""
        bound = self._bound(expression)
        return bound in self._schemas or bound in self._names

    def names_of(self, holder: Expression) -> NameLiteral | None:
        """The literal collection that the expression is."""
        return self._names.get(self._bound(holder))

    def _either(self, owner: Owner, step: str) -> tuple[Object, ...]:
        """What stands under a key, however it is spelled: `cfg.model` and `cfg["model"]`."""
        found = tuple(self.field_of(owner, step))
        match step[:1]:
            case "." if not found:
                return tuple(self.field_of(owner, as_subscript(step)))
            case "[" if not found:
                return tuple(self.field_of(owner, f".{step[1:-1]}"))
        return found

    def field_of(self, owner: Owner, step: str) -> Iterable[Object]:
        """What was written to a field of an object or a class."""
        sources = self._fields.get((owner, step), ())
        found = [each for source in sources for each in self.of(source)]
        return without_unknown(found) if self._is_annotated(sources) else found


def _of_own_classes(call: Call) -> Call:
    """`super().__init__(config)`: of what many derived classes pass to one base, the objects of
    classes alone; any other schemas would be taken for one another's, and count as handed out."""
    arguments = tuple((where, each.then(INSTANCE)) for where, each in call.arguments)
    return call._replace(arguments=arguments)


def _keys_of(held: Object) -> tuple[Object, ...]:
    """The keys of what nothing shows: none of them is what was written under a key."""
    return (Unknown(held.scope, (*held.steps, KEYS)),) if isinstance(held, Unknown) else ()


def without_unknown(found: Iterable[Object]) -> list[Object]:
    """What is left where an annotation says more than a trace that ends."""
    return [each for each in found if not isinstance(each, Unknown)]


def _are_alike(one: Schema, other: Schema) -> bool:
    return len(one.keys & other.keys) >= ALIKE * len(one.keys | other.keys)


def _is_flags_module(held: Unknown) -> bool:
    """`absl.flags`, `tf.compat.v1.flags`, `gflags`, imported from outside the project."""
    last = held.steps[-1].rpartition(":")[2].rpartition(".")[2]
    return held.steps[0].startswith("import:") and last in ("flags", "gflags")


def as_subscript(step: str) -> str:
    """`[model]` for `.model`: two spellings of one step into what a mapping holds."""
    return f"[{step[1:]}]" if step.startswith(".") else step


def _narrowed(expression: Expression, found: tuple[Object, ...]) -> tuple[Object, ...]:
    """A parameter that takes anything is one unknown object, not as many as it was ever given."""
    known = tuple(each for each in found if not isinstance(each, Unknown))
    if len(found) - len(known) <= WIDEST:
        return found
    return (*known, Unknown(expression.scope, expression.steps))


def _owner(held: Object) -> Owner:
    match held:
        case Instance(scope) | Definition(scope):
            return ("class", scope)
    return ("object", held)
