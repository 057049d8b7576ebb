"""The schemas of a project: put together from all that declares them, and what holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hpfix.additions import Additions
from hpfix.classes import Classes
from hpfix.facts import Facts
from hpfix.families import Families
from hpfix.field_classes import FIELD_VIEWS, FORMS, is_method
from hpfix.holdings import Holdings
from hpfix.inclusions import Inclusions
from hpfix.inheritance import inherited
from hpfix.makers import MADE_BY_CALLS, Makers
from hpfix.model import Declaration, Expression, Place, Schema
from hpfix.objects import (
    Declared,
    Definition,
    Instance,
    Module,
    Names,
    Object,
    Parser,
    Unknown,
)
from hpfix.scopes import CLASS, MODULE, PASSED_OVER
from hpfix.steps import as_subscript

FEWEST = 3
"""A dict literal of fewer keys declares nothing."""
METHODS = frozenset(
    "lock unlock unlocked is_locked ignore_type copy_and_resolve_references to_yaml to_dict "
    "to_json_best_effort eq_as_configdict get_ref get_oneway_ref get_type iteritems iterkeys "
    "itervalues update_from_flattened_dict convert_dict is_type_safe freeze defrost is_frozen dump "
    "clone merge_from_file merge_from_list merge_from_other_cfg load_cfg register_deprecated_key "
    "register_renamed_key key_is_deprecated key_is_renamed is_new_allowed set_new_allowed toDict "
    "fromDict toJSON toYAML fromYAML from_yaml from_json as_dict deepcopy pprint has_key".split()
)
"""Methods of ConfigDict, CfgNode, Munch, DotMap, Box and their kin: as an attribute, no key."""


class Schemas:
    """Every schema with the keys that calls elsewhere add to it."""

    def __init__(self, facts: Mapping[str, Facts], holdings: Holdings) -> None:
        self.holdings = holdings
        self.classes = Classes(facts, holdings)
        read = [each for one in facts.values() for each in one.schemas]
        kept = inherited(read, holdings)
        self._schemas = {each.holder: each for each in kept}
        self.makers = Makers(facts, holdings, self._schemas)
        self._of_classes: dict[str, tuple[Schema, ...]] = {}
        self._dicts: dict[Expression, Schema | None] = {}
        self._answers: dict[tuple[str, str], bool] = {}
        every = (each for one in facts.values() for each in one.inclusions)
        self._inclusions = Inclusions(every, holdings, self._held)
        self._merged: dict[Schema, Schema] = {}
        self._declared_keys: frozenset[str] | None = None
        self._additions = Additions(facts, holdings, self._inclusions.sources)
        self._families = Families(facts.values(), holdings)
        self.all = tuple(
            self._whole(each) for each in kept if each.form != "flags" or each is holdings.flags
        )
        self._inclusions.is_settled = True

    def held_by(self, expression: Expression) -> tuple[Schema, ...]:
        """The schemas whose object, class or module the expression may hold."""
        found: dict[Schema, None] = {}
        for each in self.holdings.of(expression):
            is_inside = isinstance(each, Instance) and expression.scope.startswith(f"{each.scope}.")
            found.update(dict.fromkeys(self._held(each, is_inside=is_inside)))
        return tuple(found)

    def included_in(self, held: Object) -> Sequence[Expression]:
        """What gives an object all of its keys: `base` of `{**base, "lr": 0.1}`."""
        return self._inclusions.sources.get(held, ())

    def with_additions(self, schema: Schema) -> Schema:
        """The schema with the keys that calls elsewhere add to it."""
        return self._merged.get(schema, schema)

    def nested(self, schema: Schema, step: str) -> Schema | None:
        """What a schema holds under a key, where that is a mapping of its own."""
        inner = self._schemas.get(schema.holder.then(as_subscript(step)))
        found = self.held_by(schema.holder.then(step)) if inner is None else (self._whole(inner),)
        return found[0] if len(found) == 1 else None

    def inside(self, schema: Schema) -> Iterator[Schema]:
        """Every mapping inside of a configuration file's mapping, at any depth."""
        scope, steps = schema.holder
        for holder, each in self._schemas.items() if schema.form == "config file" else ():
            if holder.scope == scope and holder.steps[: len(steps)] == steps:
                yield self._whole(each)

    @property
    def dicts(self) -> tuple[Schema, ...]:
        """The dict literals that some receiver was found to hold."""
        return tuple(each for each in self._dicts.values() if each is not None)

    def _held(self, held: Object, *, is_inside: bool = False) -> Iterator[Schema]:
        """`is_inside`: seen from a method of the object's own class."""
        match held:
            case Declared(schema):
                yield self._whole(schema)
            case Names(holder):
                literal = self._dict_at(holder)
                yield from () if literal is None else (literal,)
            case Definition(scope):
                yield from self._schemas_of_class(scope)
            case Instance(scope):
                yield from self._schemas_of_class(scope)
                made = () if is_inside else self._made_by(scope)
                yield from made if len(made) == 1 else ()
                for schemas in self._inclusions.schemas_of(held):
                    yield from schemas
            case Unknown():
                found = self._inclusions.schemas_of(held)
                for schemas in found if all(found) else ():
                    yield from schemas
            case Module(path):
                module = self._schemas.get(Expression(path, (MODULE,)))
                if module is not None:
                    yield self._whole(module)

    def named(self, held: Iterable[Object]) -> frozenset[str]:
        """The keys of the dict literals among some objects that are too small to be schemas."""
        literals = [self.holdings.names_of(each.holder) for each in held if isinstance(each, Names)]
        kept = (each for each in literals if each is not None and each.form == "dict key")
        return frozenset(name for each in kept for name, *_ in each.names)

    def _dict_at(self, holder: Expression) -> Schema | None:
        """What a dict literal declares, with what it takes over from others."""
        if holder in self._dicts:
            return self._dicts[holder]
        self._dicts[holder] = None  # a dict that includes itself adds nothing to itself
        literal = self.holdings.names_of(holder)
        if literal is None or literal.form != "dict key" or not literal.owner:
            return None
        own = tuple(Declaration(name, place, value) for name, place, value in literal.names)
        own += self._additions.to_literal(holder)
        other, is_whole = self._inclusions.taken_over(Names(holder))
        declarations = _each_once((*own, *other))
        if len(declarations) >= FEWEST:
            first = declarations[0].place
            place = first._replace(end_line=first.line, end_column=first.column)
            closed = literal.whole and is_whole
            self._dicts[holder] = Schema(literal.owner, place, "dict", declarations, holder, closed)
        return self._dicts[holder]

    def _whole(self, schema: Schema) -> Schema:
        """The schema with the keys that are added elsewhere, and its class's contract."""
        if schema not in self._merged:
            self._merged[schema] = schema  # one that includes itself adds nothing to itself
            self._merged[schema] = self._completed(schema)
        return self._merged[schema]

    def _completed(self, schema: Schema) -> Schema:
        merged = self.makers.under_contract(schema)
        added, is_all = self._additions.to(schema)
        related, are_all = self._families.added_to(schema)
        added, is_all = (*added, *related), is_all and are_all
        if schema.form == "argparse" and self.holdings.field_of(Parser(schema), PASSED_OVER):
            merged = merged._replace(silent=merged.silent | {"override"})
        taken, is_whole = self._inclusions.taken_over(Declared(schema))
        if not added and not taken and is_all and is_whole:
            return merged
        return merged._replace(
            declarations=_each_once((*schema.declarations, *added, *taken)),
            closed=schema.closed and is_all and is_whole,
        )

    def _made_by(self, scope: str) -> tuple[Schema, ...]:
        """The schemas that calls of this class declare: `HParams(...)` of the tree's own class."""
        return tuple(self._whole(each) for each in self.makers.made_by(scope))

    def _schemas_of_class(self, scope: str) -> tuple[Schema, ...]:
        """What the class declares, or the nearest of its bases that declares anything."""
        if scope not in self._of_classes:
            line = (Expression(each, (CLASS,)) for each in self.holdings.lineage(scope))
            own = next((each for each in line if each in self._schemas), None)
            self._of_classes[scope] = () if own is None else (self._whole(self._schemas[own]),)
        return self._of_classes[scope]

    def is_own_name(self, instances: Iterable[Instance], key: str) -> bool:
        """Whether one of the objects has the name from its class: a method, a field, an import."""
        return any(self.classes.has_name(each.scope, key) for each in instances)

    def is_grown(self, held: Object) -> bool:
        """Whether an object of a class gets its keys from something else, or answers to any."""
        return isinstance(held, Instance) and (
            held in self._inclusions.sources or self.classes.has_name(held.scope, "__getattr__")
        )

    def knows(self, schema: Schema, key: str, held: Iterable[Object] = ()) -> bool:
        """Whether a class or a module has the name, as a method, an import or a field.

        `held` is all that the receiver may hold: of classes of fields, one that has it is enough.
        An object has what its class in the project has. A parser and an `HParams` object may have
        any key that is added to one that nothing shows, a parser those that it may make its options
        from.
        """
        if key in schema.reserved:
            return True
        is_stray = key in self._additions.strays
        if schema.form == "argparse":
            return is_stray or self._may_be_made_from(schema, key)
        if schema.form == "HParams call" and is_stray:
            return True
        scope = schema.holder.scope
        if schema.form in MADE_BY_CALLS:
            maker = self.makers.of(schema)
            return maker is not None and self.classes.has_name(maker, key)
        match schema.holder.steps:
            case [holder] if holder == CLASS and schema.form in FORMS:
                own = (*held, Definition(scope))
                return is_method(schema.form, key) or self._one_has_name(own, key)
            case [holder] if holder == CLASS:
                return self.classes.has_name(scope, key)
            case [holder] if holder == MODULE:
                return self.holdings.scopes.is_bound(scope, key) or (
                    self.holdings.modules.submodule(scope, key) is not None
                )
        return False

    def _may_be_made_from(self, parser: Schema, key: str) -> bool:
        """Whether a parser makes its options from a declaration, and one has the key."""
        if self._declared_keys is None:
            others = (each.keys for each in self._schemas.values() if each.form != "argparse")
            self._declared_keys = frozenset().union(*others)
        own = self._schemas.get(parser.holder, parser)
        return key in self._declared_keys and self._additions.are_computed(own)

    def inherited_from(self, schema: Schema, key: str) -> tuple[Schema, ...]:
        """The schemas of the bases of a class of fields that declare the key."""
        if schema.form not in FORMS or key not in schema.keys:
            return ()
        bases = list(self.holdings.lineage(schema.holder.scope))[1:]
        found = (self._schemas.get(Expression(each, (CLASS,))) for each in bases)
        return tuple(self._whole(each) for each in found if each is not None and key in each.keys)

    def _one_has_name(self, held: Iterable[Object], key: str) -> bool:
        """Whether an object, or one of a class derived from its own, has or may have the name."""
        scopes = [each.scope for each in held if isinstance(each, (Instance, Definition))]
        return any(self._may_have(each, key) for each in scopes)

    def _may_have(self, scope: str, key: str) -> bool:
        answer = self._answers.get((scope, key))
        if answer is None:
            classes = self.classes
            answer = self._answers[scope, key] = (
                classes.family_has_name(scope, key)
                or classes.answers_to_any(scope)
                or classes.has_foreign_base(scope)
            )
        return answer

    def is_filled_by_name(self, schema: Schema) -> bool:
        """Whether the class is called with the names of its fields, and no others."""
        return schema.form in FORMS and not self.classes.has_own_constructor(schema.holder.scope)

    def fields_of(self, scope: str) -> Schema | None:
        """The fields that a class is called with, where they are all known."""
        schema = self._schemas.get(Expression(scope, (CLASS,)))
        if schema is None or not self.is_filled_by_name(schema) or self.is_open(schema):
            return None
        return self._whole(schema)

    def are_fields(self, key: Expression) -> bool:
        """`for field in fields(config)`: whether a computed key is one of what a class declares."""
        held = self.holdings.of(key)
        return bool(held) and all(
            isinstance(each, Unknown) and not FIELD_VIEWS.isdisjoint(each.steps) for each in held
        )

    def kin_of(self, scopes: Iterable[str]) -> frozenset[Schema]:
        """The classes of fields that are one of these, a base of it or derived from it."""
        others = frozenset(scopes)
        return frozenset(
            each
            for each in self.all
            if others and each.form in FORMS and self.classes.is_kin(each.holder.scope, others)
        )

    def is_open(self, schema: Schema) -> bool:
        """Whether its objects may have names that nothing read declares."""
        if schema.holder.steps != (CLASS,):
            return not schema.closed
        return not schema.closed or self.classes.has_foreign_base(schema.holder.scope)


def _each_once(declarations: Iterable[Declaration]) -> tuple[Declaration, ...]:
    """Objects that take each other's keys over bring the same ones again."""
    found: dict[tuple[Place, str], Declaration] = {}
    for each in declarations:
        found.setdefault((each.place, each.key), each)
    return tuple(found.values())
