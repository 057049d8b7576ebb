"""What a reference belongs to by a flow from the declaration, and where the other traces end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from hpfix.command_options import CommandOptions, is_command
from hpfix.facts import Facts
from hpfix.field_classes import FORMS
from hpfix.keyed import MAPPINGS, Keyed
from hpfix.model import ABSENT, BlindSpot, Bound, Expression, Reference, Schema
from hpfix.objects import Instance, Object, Unknown
from hpfix.records import is_test
from hpfix.schemas import METHODS, Schemas
from hpfix.scopes import CLASS, DATA, INSTANCE, LOADED, outer_scope

API = frozenset(
    "values parse get add_hparam set_hparam del_hparam override_from_dict parse_json to_json "
    "set_from_map set_model_structure get_model_structure items keys update copy debug_string "
    "pop setdefault replace _hparam_types clear fromkeys popitem".split()
)
"""Methods of the HParams family and of dicts: as an attribute, no key (dialects 1.1)."""
OF_TEXTS = frozenset(each for each in dir(str) if each[0] != "_") - set(
    "center count encode format index title translate".split()
)
"""Methods of texts that nobody gives to a hyperparameter for a name: what has them is a text."""
OF_FILES = frozenset(
    "name mode closed encoding buffer newlines stem suffix suffixes parent parents parts".split()
)
"""What an opened file and its path have by themselves: both count as what the file holds."""
KEPT_APART = frozenset({"HParams call", "class", "module"})
"""Where a receiver may hold several of these, each has to declare what is read (DESIGN 4: a union
hides real mismatches). Any other schema is one of many shapes that a program passes through one
variable, and a key is missing only where none of them has it."""
BY_ITEM = frozenset({"study", "tuner"})
"""What has its keys as items alone."""
LITERAL = frozenset({"class", "module", "dict", "config file", "namespace", "filled object"})
"""Much is written like this that configures nothing."""


class View(NamedTuple):
    """What one receiver may hold, asked for once for all that is looked up in it."""

    objects: tuple[Object, ...]
    held: tuple[Schema, ...]
    instances: tuple[Instance, ...]
    is_unsure: bool
    refuses_defaults: bool
    named: frozenset[str]


class Tracing:
    """Follows references file by file.

    `proven` are the references that a flow binds, `ends` the others by the object at which their
    trace ends. `opened` and `spots` are added to.
    """

    def __init__(self, known: Schemas, opened: set[Schema], spots: list[BlindSpot]) -> None:
        self.proven: list[Bound] = []
        self.ends: dict[Unknown, list[Reference]] = defaultdict(list)
        self._known, self._opened, self._spots = known, opened, spots
        self.poured: set[Schema] = set()
        """What gives all of its keys to another object."""
        self._views: dict[Expression, View] = {}
        self._given: set[tuple[Schema, str]] = set()
        self._always: set[tuple[Schema, str]] = set()
        """What is written whether it is there already or not."""

    def follow(self, facts: Iterable[Facts]) -> None:
        """Every reference, those under computed names as what the names may be.

        None is traced before all is known that opens a schema, no read before what is written.
        """
        references: list[Reference] = []
        keyed = Keyed(self._known)
        for each in facts:
            references += each.references
            references += keyed.references(each.keyed)
        self.poured = keyed.poured
        self._opened |= keyed.opened.union(self._known.kin_of(keyed.grown))
        self._spots += keyed.spots
        words = [each for each in references if is_command(each)]
        if words:
            reads = [each for each in references if each.mode == "read"]
            options = CommandOptions(
                self._known, self._opened, lambda: {each.key for each in reads}
            ).declared(words)
            references = [*(each for each in references if not is_command(each)), *options]
        references.sort(key=lambda each: each.mode != "write")
        for reference in references:
            self._trace(reference)
        self.proven = [*(each for each in self.proven if not keyed.gives(each)), *keyed.fitting]

    def _view(self, receiver: Expression) -> View:
        view = self._views.get(receiver)
        if view is None:
            objects = self._known.holdings.of(receiver)
            is_named = receiver.steps[-1] == INSTANCE  # `Config(lr=0.1)`
            instances = tuple(each for each in objects if isinstance(each, Instance))
            view = self._views[receiver] = View(
                objects,
                tuple(
                    each
                    for each in self._known.held_by(receiver)
                    if not is_named or self._known.is_filled_by_name(each)
                ),
                instances,
                any(isinstance(each, Unknown) and not _is_empty(each) for each in objects),
                bool(instances) and self._known.makers.refuses_defaults(instances),
                self._known.named(objects),
            )
        return view

    def _trace(self, reference: Reference) -> None:
        view = self._view(reference.receiver)
        refuses = reference.defaulted and view.refuses_defaults
        for schema in self._meant(view, reference) if view.held else ():
            if reference.mode == "write":
                self._given.add((schema, reference.key))
                if ABSENT + reference.key not in reference.needs:
                    self._always.add((schema, reference.key))
            if reference.key in schema.keys:
                is_meant = not _makes(reference, schema)
            else:
                is_known = schema.form in MAPPINGS and reference.key in view.named
                is_known = is_known or self._known.knows(schema, reference.key, view.objects)
                is_meant = not is_known and not is_method(reference, schema)
            is_own = _is_own(schema, reference) or _is_by_chance(schema, reference)
            if is_meant and not is_own and not self.is_passed_by(reference, schema):
                met = _as_met(reference, schema, refuses=refuses or schema.refuses_defaults)
                bound = self._bound(met, schema, view)
                bases = self._known.inherited_from(schema, reference.key)
                self.proven += [bound, *(bound._replace(schema=each) for each in bases)]
        is_data = reference.receiver.steps[0] == DATA
        if not view.held and not is_data and not _is_of_any(reference):
            self._end(view, reference, refuses=refuses)

    def is_passed_by(self, reference: Reference, schema: Schema) -> bool:
        """Whether the program looks up a key only in objects without another that these have:
        `if hasattr(hp, "lr"): use(hp.lr)`, `else: use(hp.alpha)`."""
        return reference.key not in schema.keys and any(
            each[1:] in schema.keys or (schema, each[1:]) in self._always
            for each in reference.needs
            if each.startswith(ABSENT)
        )

    def _bound(self, reference: Reference, schema: Schema, view: View) -> Bound:
        place = f"{schema.place.path}:{schema.place.line}"
        reason = f"`{reference.receiver}` holds what {place} declares"
        is_read_of_open = schema in self._opened and reference.mode == "read"
        is_loose = schema.form not in KEPT_APART or is_read_of_open
        is_guess = (view.is_unsure and is_loose) or _is_stub(schema, reference)
        return Bound(reference, schema, reason, "guess" if is_guess else "flow")

    def _end(self, view: View, reference: Reference, *, refuses: bool) -> None:
        """The reference is to something that nothing in the project shows."""
        for each in view.objects:
            if isinstance(each, Unknown):
                self.ends[each].append(reference)
            elif (
                isinstance(each, Instance)
                and self._known.is_grown(each)
                and not self._known.is_own_name(view.instances, reference.key)
            ):
                met = _as_met(reference, None, refuses=refuses)
                self.ends[Unknown(each.scope, (INSTANCE,))].append(met)

    def _meant(self, view: View, reference: Reference) -> Iterable[Schema]:
        """Of the schemas that a receiver may hold, those that the reference is to.

        A write gives the key to each. Where a program passes many through one variable and none
        has the key, it is said of one: of one that may get keys from elsewhere, if there is any.
        """
        held, key = view.held, reference.key
        if is_command(reference) and any(key in each.keys for each in held):
            return [each for each in held if key in each.keys]  # the program runs only later
        instances = view.instances
        if held and not is_test(reference.place.path):  # a test's stand-in has what the test needs
            instances = tuple(each for each in instances if not is_test(each.scope.split("::")[0]))
        if instances and key not in API and self._known.is_own_name(instances, key):
            return [
                each
                for each in held
                if each.form == "class" or (each.form in FORMS and key in each.keys)
            ]
        if is_test(reference.place.path):
            held = _last_before(held, reference)
        if len(held) == 1 or reference.mode == "write":
            return held
        apart = [each for each in held if each.form in KEPT_APART]
        others = [each for each in held if each.form not in KEPT_APART]
        having = [each for each in others if key in each.keys or (each, key) in self._given]
        if having or any(key in each.keys for each in apart):
            apart = [each for each in apart if each not in self._opened or key in each.keys]
            return [*apart, *having]
        here = reference.place.path
        others.sort(key=lambda each: (each not in self._opened, each.place.path != here))
        return [*apart, *others[:1]]


def _as_met(reference: Reference, schema: Schema | None, *, refuses: bool) -> Reference:
    """The reference with what this object makes of its guards.

    A default guards nothing where the object raises what `getattr` does not catch. Where the
    program comes only with another key that the object never has, everything is guarded:
    `if hp.get("pack", False): use(hp.max_length)` and neither is declared.
    """
    is_missing = schema is not None and reference.key not in schema.keys
    if is_missing and reference.needs and reference.mode == "read":
        assert schema is not None
        if any(each[0] != ABSENT and each not in schema.keys for each in reference.needs):
            return reference._replace(guarded=True)
    return reference._replace(guarded=False) if refuses and reference.defaulted else reference


def _last_before(held: tuple[Schema, ...], reference: Reference) -> tuple[Schema, ...]:
    """A test makes one object after another under one name: the last before the place is meant."""
    line, (scope, steps) = reference.place.line, reference.receiver
    made = [each for each in held if each.holder.scope == scope and len(steps) == 1]
    before = [each for each in made if each.place.line <= line]
    if len(made) < 2 or not before:
        return held
    last = max(before, key=lambda each: each.place.line)
    return tuple(each for each in held if each is last or each not in made)


def _is_stub(schema: Schema, reference: Reference) -> bool:
    """Whether a test made the object, with no more than it needs, and the program reads it."""
    return is_test(schema.place.path) and not is_test(reference.place.path)


def _is_empty(held: Unknown) -> bool:
    """A mapping that is made empty, or what is loaded from a file that is not there: a run writes
    it, or a user brings it, for the code that reads the files that are there."""
    base = held.steps[0]
    return base.startswith("@") or (base.startswith("file:") and LOADED in held.steps)


def is_method(reference: Reference, schema: Schema) -> bool:
    """`config.items()`, `cfg.freeze()`, `plugin.shard(model)`: no key, unless it is declared."""
    if reference.key in schema.keys:
        return False
    is_attribute = reference.form == "attribute"
    is_file = schema.form == "config file" and len(reference.receiver.steps) == 1
    if is_file and is_attribute and reference.key in OF_FILES:
        return True
    return _is_of_any(reference) or (
        schema.form in MAPPINGS and is_attribute and (reference.key in METHODS or reference.called)
    )


def _is_of_any(reference: Reference) -> bool:
    """Whether it is a method of many things, whatever the object is."""
    key = reference.key
    return key in API or (key in OF_TEXTS and reference.form == "attribute")


def _makes(reference: Reference, schema: Schema) -> bool:
    """Whether the write is what declares the key: `config = ConfigDict()`, `config.lr = 0.1`."""
    return (
        reference.mode == "write"
        and schema.form in MAPPINGS
        and any(each.place == reference.place for each in schema.declarations)
    )


def _is_by_chance(schema: Schema, reference: Reference) -> bool:
    """An attribute of what has its keys as items alone is a method; functions are given the names
    of models, layers and files."""
    if reference.form == "argument":
        return schema.form in LITERAL
    return reference.form == "attribute" and schema.form in BY_ITEM


def _is_own(schema: Schema, reference: Reference) -> bool:
    """A class's use of its own names is its own business; what it reads has to be a field of it,
    where fields are all that its objects have."""
    if schema.form in FORMS and reference.mode != "write":
        return False
    scope = reference.receiver.scope
    return schema.holder.steps == (CLASS,) and schema.holder.scope in (scope, outer_scope(scope))
