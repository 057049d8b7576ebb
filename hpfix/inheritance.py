"""Which classes of fields count, each with the fields that it has from its bases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hpfix.configuration_names import says_configuration
from hpfix.field_classes import DERIVED, FORMS, GUARDS_WRITES, MODELS
from hpfix.holdings import Holdings
from hpfix.model import Declaration, Expression, Schema
from hpfix.objects import Unknown
from hpfix.records import is_test
from hpfix.scopes import BASES, CLASS

FEWEST = 3
"""Values that make a configuration of a class whose bases have no fields, and of one whose name
says nothing."""
SIMPLE_SHARE = 0.6
"""So many of its fields have a plain value for a default, where the name says nothing."""


def inherited(read: Iterable[Schema], holdings: Holdings) -> tuple[Schema, ...]:
    """The schemas as they were read, those of classes of fields with all their fields.

    What a class is may depend on its bases, wherever they stand: `class Large(Config)`, and
    `class Net(BaseModel)` where `BaseModel` is the project's own.
    """
    schemas = tuple(read)
    own = {each.holder: each for each in schemas if each.form in (*FORMS, DERIVED)}
    kept = ((_resolved(each, own, holdings) if each.holder in own else each) for each in schemas)
    return tuple(each for each in kept if each is not None)


def _resolved(
    schema: Schema, own: Mapping[Expression, Schema], holdings: Holdings
) -> Schema | None:
    scope = schema.holder.scope
    bases = [own.get(Expression(each, (CLASS,))) for each in holdings.lineage(scope)][1:]
    declaring = [each for each in bases if each is not None]
    form, silent = schema.form, schema.silent
    if form == DERIVED or (form == "pydantic model" and _is_made_here(scope, holdings)):
        kinds = [each for each in declaring if each.form != DERIVED]
        if not kinds:
            return _as_values(schema)
        form, silent = kinds[0].form, kinds[0].silent
    if form not in GUARDS_WRITES and not all(_refuses_writes(each) for each in bases):
        silent |= {"write"}  # a base without slots gives every object a `__dict__`
    keys = {*schema.keys}
    taken = []
    for each in declaring:
        taken += [one for one in each.declarations if one.key not in keys]
        keys |= each.keys
    closed = schema.closed and all(each.closed for each in declaring)
    declarations = (*schema.declarations, *taken)
    if not declarations or is_test(schema.place.path):  # what a test makes configures nothing
        return None
    if not says_configuration(schema.name) and not _is_plain(declarations):
        return None
    return schema._replace(form=form, declarations=declarations, closed=closed, silent=silent)


def _is_plain(declared: tuple[Declaration, ...]) -> bool:
    """Whether most fields are given numbers, texts or lists of them: so configurations look."""
    plain = sum(each.value is not None and each.value.literal is not None for each in declared)
    return len(declared) >= FEWEST and plain >= SIMPLE_SHARE * len(declared)


def _refuses_writes(schema: Schema | None) -> bool:
    return schema is not None and "write" not in schema.silent


def _is_made_here(scope: str, holdings: Holdings) -> bool:
    """Whether the `BaseModel` that it derives from is a class of the project."""
    bases = holdings.of(Expression(scope, (BASES,)))
    return not any(isinstance(each, Unknown) and each.steps[-1] in MODELS for each in bases)


def _as_values(schema: Schema) -> Schema | None:
    """A class whose bases have no fields counts where its values make a configuration."""
    given = [each for each in schema.declarations if each.value is not None]
    if len(given) < FEWEST or not says_configuration(schema.name):
        return None
    return schema._replace(form="class")
