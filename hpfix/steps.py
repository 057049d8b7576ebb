"""What stands one step further from an object: under its attribute, its key, behind its call."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from hpfix.depth import DEEPEST
from hpfix.field_classes import FORMS
from hpfix.model import Expression, Form, Schema
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
from hpfix.scopes import (
    BASES,
    CHOSEN,
    CLASS,
    DOCUMENTS,
    ELEMENTS,
    FILE,
    INSTANCE,
    KEYS,
    LOADED,
    MADE,
    NEXT_PARAMETER,
    OBJECTS,
    RETURN,
    RUN_CONFIG,
    SUPER,
    VALUES,
)

if TYPE_CHECKING:
    from hpfix.holdings import Holdings

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
LOAD_MODULE = ".load_module"
RETURNING = SAME_PARSER | PARSED | PARSED_INTO | SAME_SCHEMA | ANOTHER | MAKERS | {LOAD_MODULE}
"""Every method that is known by its name alone."""
SPECIAL = frozenset({LOADED, MADE, DOCUMENTS, KEYS, VALUES})
"""The steps that mean the same from every object."""
WANDB = "import:wandb"
NNI = ("import:nni", ".get_next_parameter")
OF_RUN = frozenset({"._items", "[_items]"})
"""Where the configuration of a run keeps its values."""
NAMING: dict[str, Form] = {"config file": "YAML key", "study": "search space"}
"""The schemas whose keys are names to whoever iterates the object, with the form of each."""


class Steps:
    """One way for each kind of object; where nothing is known of a step, the trace ends there."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._inside: set[tuple[Object, str]] = set()
        """What was asked for the keys that it has taken over, within one question."""
        self._is_asking = False
        self._depth = 0
        self._ways: dict[type, Callable[[Any, str], Iterable[Object]]] = {
            Unknown: self._of_unknown,
            Definition: self._of_definition,
            Instance: self._of_instance,
            Module: self._of_module,
            Declared: self._of_declared,
            Names: self._of_names,
            Parser: self._of_parser,
            File: self._of_file,
            Method: self._of_method,
            Name: self._of_name,
        }

    def after_all(self, held: Iterable[Object], step: str) -> list[Object]:
        """What one step leads to from several objects: of those that take each other's keys over,
        each is asked once."""
        is_outermost, self._is_asking = not self._is_asking, True
        # within a question what another one has asked is answered with it
        left = (one for one in held if not (is_outermost and (one, step) in self._inside))
        found = [each for one in left for each in self.after(one, step)]
        if is_outermost:
            self._inside.clear()
            self._is_asking = False
        return found

    def after(self, held: Object, step: str) -> Iterable[Object]:
        """What one step leads to from an object."""
        if step not in SPECIAL:
            return self._ways[type(held)](held, step)
        if step == VALUES:
            return self._values_of(held)
        if step == KEYS:
            is_named = isinstance(held, (Names, Declared))
            return self.after(held, ELEMENTS) if is_named else _keys_of(held)
        if step == DOCUMENTS:
            return [Method(each) for each in self._loaded(held)]
        return self._loaded(held) if step == LOADED or isinstance(held, File) else (held,)

    def _values_of(self, held: Object) -> Iterable[Object]:
        """What stands under some key: what iterating gives, where that does not give the keys."""
        match held:
            case Names(holder) if self._holdings.literal_at(holder).form == "dict key":
                return self._either(held, ELEMENTS)
            case Declared(Schema(form=form)) if form in NAMING:
                return self._either(held, ELEMENTS)
        return self._ways[type(held)](held, ELEMENTS)

    def _loaded(self, held: Object) -> Iterable[Object]:
        """What a parser of configurations makes of a path or a text: what is known to be in it."""
        match held:
            case File(path) if path in self._holdings.unparsable:
                return (Unknown(path, (FILE, LOADED)),)
            case File(path):
                whole = self._holdings.schema_at(Expression(path, (FILE,)))
                declared = self._holdings.schemas_of(path) if whole is None else [whole]
                return [Declared(each) for each in declared]
            case Unknown(scope, [*_, last]) if last != LOADED:
                return (Unknown(scope, (*held.steps, LOADED)),)
        return (held,)

    def _of_unknown(self, held: Unknown, step: str) -> Iterable[Object]:
        if step == INSTANCE:
            return ()
        scope, steps, _ = held
        if steps[0].startswith(WANDB):
            if step == ".config" and steps[0] == WANDB:
                return (Unknown("", (RUN_CONFIG,)),)
            if steps == (RUN_CONFIG,) and step in OF_RUN:
                return (held,)
        if step[0] == "(":
            if steps == NNI:
                return (Unknown("", (NEXT_PARAMETER,)),)
            if steps == (SUPER,):
                bases = self._holdings.of(
                    Expression(self._holdings.scopes.class_around(scope), (BASES,))
                )
                return [Instance(each.scope) for each in bases if isinstance(each, Definition)]
            if steps[-1] in SAME_OBJECT and len(steps) > 1:
                return (Unknown(scope, steps[:-1]),)
        flags = self._holdings.flags
        if step == ".FLAGS" and flags is not None and _is_flags_module(held):
            return (Declared(flags),)
        if self._holdings.has_fields(held):
            found = self._holdings.field_of(held, step) or self._of_included(held, step)
            if found:
                return found
        return (Unknown(scope, (*steps, step)),)

    def _of_definition(self, held: Definition, step: str) -> Iterable[Object]:
        scope = held.scope
        is_class = self._holdings.scopes.is_class(scope)
        if step[0] == "(" or step == INSTANCE:
            if is_class:
                return (Instance(scope),)
            return () if step == INSTANCE else self._holdings.of(Expression(scope, (RETURN,)))
        found = self._holdings.attribute_of(scope, step[1:]) if is_class else ()
        return (Method(Instance(scope)),) if is_class and not found and step in MAKERS else found

    def _of_instance(self, held: Instance, step: str) -> Iterable[Object]:
        if step[0] != ".":
            if step[0] == "[" and self._has_fields(held):  # of what a file is loaded into
                return self._holdings.attribute_of(held.scope, step[1:-1])
            return (held,) if step == INSTANCE else ()
        found = self._holdings.attribute_of(held.scope, step[1:]) or self._of_included(held, step)
        if not found and step in ANOTHER:
            return (Method(held),)
        return found or (Unknown(held.scope, (step,)),)

    def _has_fields(self, held: Instance) -> bool:
        schema = self._holdings.schema_at(Expression(held.scope, (CLASS,)))
        return schema is not None and schema.form in FORMS

    def _of_module(self, held: Module, step: str) -> Iterable[Object]:
        if step[0] != ".":
            return ()
        path, name = held.path, step[1:]
        found = self._holdings.of(Expression(path, (name,)))
        if not all(isinstance(one, Unknown) for one in found):
            return found
        if self._holdings.scopes.is_bound(path, name):
            return found
        submodule = self._holdings.modules.submodule(path, name)
        return self._holdings.of_star(path, name) if submodule is None else (Module(submodule),)

    def _of_declared(self, held: Declared, step: str) -> Iterable[Object]:
        schema = held.schema
        if step == ".__dict__" or (step == "[0]" and schema.form == "argparse"):
            return (held,)
        if step in SAME_SCHEMA and step[1:] not in schema.keys:
            return (Method(held),)
        if step == ELEMENTS and schema.form in NAMING:
            form = NAMING[schema.form]
            return [
                Name(each.key, each.place, form, each.value, schema.holder)
                for each in schema.declarations
            ]
        if step == CHOSEN:
            inside = (
                self._holdings.schema_at(schema.holder.then(f"[{key}]")) for key in schema.keys
            )
            return [Declared(each) for each in inside if each is not None]
        nested = self._holdings.schema_at(schema.holder.then(as_subscript(step)))
        inner = () if nested is None else (Declared(nested),)
        found = (*inner, *self._either(held, step), *self._of_included(held, step))
        if not found and schema.form == "argparse" and step[0] == ".":
            given = self._holdings.field_of(Parser(schema), step)  # `set_defaults(func=train)`
            return given or (Unknown(schema.holder.scope, (*schema.holder.steps, step)),)
        return found

    def _of_names(self, held: Names, step: str) -> Iterable[Object]:
        holder = held.holder
        literal = self._holdings.literal_at(holder)
        if step == ELEMENTS:
            own = [Name(*name[:2], literal.form, name[2], holder) for name in literal.names]
            return [*own, *self._holdings.field_of(held, ELEMENTS)]
        if step in SAME_OBJECT:
            return (Method(held),)
        found = self._either(held, step) or self._of_included(held, step)
        return found or (Unknown(holder.scope, (*holder.steps, step)),)

    def _of_parser(self, held: Parser, step: str) -> Iterable[Object]:
        if step in SAME_PARSER:
            return (Method(held),)
        if step in PARSED:
            return (Method(Declared(held.schema)),)
        if step in PARSED_INTO:
            return [Method(each) for each in self._holdings.field_of(held, OBJECTS)]
        return self._holdings.field_of(held, step)

    def _of_file(self, held: File, step: str) -> Iterable[Object]:
        if step == LOAD_MODULE:
            return [Method(each) for each in self._loaded(held)]
        return (Method(held),) if step in SAME_OBJECT else ()

    def _of_method(self, held: Method, _: str) -> Iterable[Object]:
        return (held.owner,)

    def _of_name(self, held: Name, step: str) -> Iterable[Object]:
        return (held,) if step == ".value" else ()  # of a member of an enumeration

    def _of_included(self, held: Object, step: str) -> tuple[Object, ...]:
        """What stands under a key in the objects whose keys this one has taken over."""
        inner = self._holdings.included_in(held)
        if not inner or (held, step) in self._inside or self._depth >= DEEPEST:
            return ()
        self._inside.add((held, step))
        self._depth += 1
        found = tuple(self.after_all(inner, step))
        self._depth -= 1
        return found

    def _either(self, held: Object, step: str) -> tuple[Object, ...]:
        """What stands under a key, however it is spelled: `cfg.model` and `cfg["model"]`."""
        found = self._holdings.field_of(held, step)
        match step[:1]:
            case "." if not found:
                return self._holdings.field_of(held, as_subscript(step))
            case "[" if not found:
                return self._holdings.field_of(held, f".{step[1:-1]}")
        return found


def _keys_of(held: Object) -> tuple[Object, ...]:
    """The keys of what nothing shows: none of them is what was written under a key."""
    return (Unknown(held.scope, (*held.steps, KEYS)),) if isinstance(held, Unknown) else ()


def _is_flags_module(held: Unknown) -> bool:
    """`absl.flags`, `tf.compat.v1.flags`, `gflags`, imported from outside the project."""
    last = held.steps[-1].rpartition(":")[2].rpartition(".")[2]
    return held.steps[0].startswith("import:") and last in ("flags", "gflags")


def as_subscript(step: str) -> str:
    """`[model]` for `.model`: two spellings of one step into what a mapping holds."""
    return f"[{step[1:]}]" if step.startswith(".") else step
