"""References bound without a flow: by what else is looked up in the same receiver."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from hpfix.facts import Facts, KeyedAccess
from hpfix.field_classes import FORMS
from hpfix.model import Bound, Expression, Reference, Schema
from hpfix.objects import Name, Names, Unknown
from hpfix.records import is_record, is_test
from hpfix.rivals import Rivals
from hpfix.schemas import Schemas
from hpfix.scopes import ELEMENTS, LOADED
from hpfix.tracing import is_method

ONE_OF_MANY = frozenset({"config file", "config object"})
COMPANY = 3
SHARE = 0.5
SURE_COMPANY = 5
SURE_SHARE = 0.8
"""So many keys, and nearly all of them a schema's own, leave no doubt whose object it is."""
VARIANT_SHARE = 0.7
"""Two schemas of one project that share so many keys are versions of each other."""
NAMED_COMPANY = 2
NAMED_SHARE = 1 / 3
MOST_FOREIGN = 12
"""More keys than this that a schema lacks are no slips: the object is another one."""
HPARAMS_WORDS = ("hparam", "hyperparam")


def bind_by_company(
    traced: Mapping[Unknown, list[Reference]],
    facts: Mapping[str, Facts],
    known: Schemas,
    schemas: tuple[Schema, ...],
    proven: list[Bound],
) -> Iterator[Bound]:
    """Bind the references to objects that nothing in the project shows, outer ones first.

    What stands inside of an object that is known by its company is what that schema holds there.
    """
    tuned: dict[Schema, set[str]] = defaultdict(set)
    for each in proven:
        if each.schema is not None and each.reference.mode == "tune":
            tuned[each.schema].add(each.reference.key)
    rivals = Rivals(schemas, tuned)
    every = [each for found in traced.values() for each in found]
    every += [each.reference for each in proven]
    given = frozenset(each.key for each in every if each.mode == "write")
    chosen: dict[Unknown, Kinship] = {}
    for root in sorted(traced, key=lambda each: len(each.steps)):
        references = traced[root]
        outer = chosen.get(root._replace(steps=root.steps[:-1]))
        inner = None if outer is None else known.nested(outer.schema, root.steps[-1])
        if outer is not None and inner is not None:
            kinship: Kinship | None = outer._replace(schema=inner)
        else:
            kinship = _kinship(root, references, rivals, known)
        if kinship is not None:
            chosen[root] = kinship
            beside = _kept_beside(references, kinship, facts)
            for reference in references:
                if reference.key in beside:
                    continue
                is_key = not is_method(reference, kinship.schema)
                if is_key and not _is_elsewhere(reference.key, kinship.schema, rivals, given):
                    yield Bound(reference, *kinship)


class Kinship(NamedTuple):
    """The schema that an object is known to be of by its company, and how well."""

    schema: Schema
    reason: str
    certainty: Literal["company", "guess"]


def _kinship(
    root: Unknown, references: list[Reference], rivals: Rivals, known: Schemas
) -> Kinship | None:
    """What the keys that are looked up in one object say of it: code speaks before files."""
    declaring = rivals.of(root)
    # in the order of the text: of two schemas that fit as well, the first is taken
    keys = dict.fromkeys(reference.key for reference in references)
    if len(keys.keys() & declaring.keys()) < NAMED_COMPANY:
        return None
    counts = Counter(schema for key in keys for schema in declaring.get(key, ()))
    best = _best(counts, len(keys), root, references)
    if best is None:
        return None
    shared = counts[best]
    reason = f"{shared} of the {len(keys)} keys looked up in it are declared there"
    is_sure = shared >= SURE_COMPANY and shared >= SURE_SHARE * len(keys)
    is_sure = is_sure and (best.form != "config file" or LOADED in root.steps)
    is_space = all(reference.mode == "tune" for reference in references)
    # a program's options are not what the tests are given
    is_doubtful = best.form in FORMS or (best.form == "argparse" and is_test(_path_of(root)))
    if is_doubtful and not (is_sure or is_space):
        return None
    if _is_of_a_class(keys, best, references, known):
        return None
    return Kinship(best, reason, "company" if is_sure or is_space else "guess")


def _best(
    counts: Mapping[Schema, int], asked: int, root: Unknown, references: list[Reference]
) -> Schema | None:
    """Of the schemas that share enough of the keys that are asked for, the one that fits best."""
    is_named = any(_names_hparams(each.receiver) for each in references)
    fitting = [
        each
        for each, shared in counts.items()
        if is_company(shared, asked, is_named=is_named) and not _is_fixture(each, root, references)
    ]
    return max(
        fitting,
        key=lambda each: (
            each.form != "config file",
            counts[each],
            _common_folders(each.place.path, _path_of(root)),
        ),
        default=None,
    )


def _path_of(root: Unknown) -> str:
    return root.scope.partition("::")[0]


def _kept_beside(
    references: list[Reference], kinship: Kinship, facts: Mapping[str, Facts]
) -> frozenset[str]:
    """The keys that a mapping or a class written in the same file has, together with others that
    are looked up in the object: it may hold what these are for."""
    keys = {each.key for each in references}
    lacking = keys - kinship.schema.keys
    if not lacking or kinship.certainty != "guess":
        return frozenset()
    found: list[frozenset[str]] = []
    for path in dict.fromkeys(each.place.path for each in references):
        if path in facts:
            literals = (each for each in facts[path].names if each.form == "dict key")
            found += (frozenset(name for name, *_ in each.names) for each in literals)
            found += (each.keys for each in facts[path].schemas if each.form in FORMS)
    return frozenset(key for each in found if len(each & keys) >= COMPANY for key in each & lacking)


def _is_of_a_class(
    keys: Iterable[str], schema: Schema, references: list[Reference], known: Schemas
) -> bool:
    """Whether a class of the project has every name that is looked up in the object, where the
    schema lacks one: `model.module.Prediction` of a wrapped model that has what its options had."""
    lacking = next((each for each in keys if each not in schema.keys), None)
    if lacking is None or any(each.form != "attribute" for each in references):
        return False
    return known.classes.has_one_with(frozenset(keys), lacking)


def _is_fixture(schema: Schema, root: Unknown, references: list[Reference]) -> bool:
    """Whether it is a file of the tests, and the object none that a test loads for itself."""
    if schema.form != "config file" or not is_test(schema.place.path):
        return False
    return LOADED not in root.steps or not all(is_test(each.place.path) for each in references)


def _is_elsewhere(key: str, schema: Schema, rivals: Rivals, given: frozenset[str]) -> bool:
    """Whether a program that loads one file of many, or fills one object in many places, has the
    key from another of them, or gives it."""
    if schema.form in FORMS:
        return any(each is not schema for form in FORMS for each in rivals.of_form(form, key))
    if schema.form not in ONE_OF_MANY or key in schema.keys:
        return False
    return key in given or bool(rivals.of_form(schema.form, key))


def _common_folders(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one.split("/")[:-1], other.split("/")[:-1], strict=False):
        if left != right:
            break
        count += 1
    return count


def bind_by_shared_keys(facts: Mapping[str, Facts], known: Schemas) -> Iterator[Bound]:
    """`getattr(hparams, name)` beside `RANGES[name]`: one variable looks up the same keys."""
    together: dict[Expression, list[KeyedAccess]] = defaultdict(list)
    for path, each in facts.items():
        for access in each.keyed if not is_record(path) else ():
            together[access.key].append(access)
    for key, accesses in together.items():
        if len({access.receiver for access in accesses}) < 2 or _is_constant(key, known):
            continue
        schemas = {
            schema: access
            for access in accesses
            for schema in known.held_by(access.receiver)
            # a helper such as `has(obj, name)` sees them all
            if schema.form not in FORMS
        }
        for access in accesses if schemas else ():
            for name in _own_names(access.receiver, known):
                for schema, other in schemas.items():
                    reason = f"`{access.key}` is looked up in `{other.receiver}` as well"
                    reference = Reference(
                        name.text, name.place, name.form, "test", access.receiver, value=None
                    )
                    yield Bound(reference, schema, reason, "guess")


def _is_constant(key: Expression, known: Schemas) -> bool:
    """`config[SPLIT]`, of `SPLIT = "split"`: what is looked up by the one name says nothing of the
    other keys."""
    held = known.holdings.of(key)
    return len(held) == 1 and isinstance(held[0], Name)


def _own_names(receiver: Expression, known: Schemas) -> Iterator[Name]:
    """The keys of the dict literal that the receiver holds; of several that a function is given,
    it is not known which comes with which object."""
    if len([each for each in known.holdings.of(receiver) if isinstance(each, Names)]) == 1:
        for each in known.holdings.of(receiver.then(ELEMENTS)):
            if isinstance(each, Name) and each.form == "dict key":
                yield each


def bind_variants(schemas: tuple[Schema, ...], bound: list[Bound]) -> Iterator[Bound]:
    """`paper_hparams.py` beside `hparams.py`: one file takes the place of the other.

    A schema that nothing refers to, with most of the keys of one in use, has to declare what is
    read from that one.
    """
    used: dict[Schema, list[Bound]] = defaultdict(list)
    for each in bound:
        reference, schema = each.reference, each.schema
        is_used = each.proven and reference.form != "comment"
        if schema is not None and is_used and reference.key in schema.keys:
            used[schema].append(each)
    for schema in schemas:
        if schema in used or schema.form == "saved signature":
            continue
        for other, references in used.items():
            if is_variant(schema, other):
                reason = f"{schema.place.path} declares most of what {other.place.path} does"
                for each in references:
                    yield Bound(each.reference, schema, reason, "variant")


def is_variant(schema: Schema, other: Schema) -> bool:
    """Whether two schemas of different files are two versions of one thing.

    A parser is its program's own: no other program reads what it returns. A class takes no other's
    place by itself, and a configuration file that of one in its own folder.
    """
    if schema.form == "argparse" or schema.form in FORMS:
        return False
    if schema.form == "config file" and _folder(schema) != _folder(other):
        return False
    alike = schema.form == other.form and schema.place.path != other.place.path
    alike = alike and is_test(schema.place.path) == is_test(other.place.path)
    if not alike:
        return False
    own, others = _own_keys(schema), _own_keys(other)
    return len(own & others) >= VARIANT_SHARE * max(len(own), len(others))


def _folder(schema: Schema) -> str:
    return schema.place.path.rpartition("/")[0]


def _own_keys(schema: Schema) -> frozenset[str]:
    """The keys that stand in the file of the schema; what both have from a third says nothing."""
    path = schema.place.path
    return frozenset(each.key for each in schema.declarations if each.place.path == path)


def _names_hparams(receiver: Expression) -> bool:
    return bool(receiver.steps) and any(
        word in receiver.steps[-1].lower() for word in HPARAMS_WORDS
    )


def is_company(shared: int, count: int, *, is_named: bool) -> bool:
    """Whether enough of the keys looked up in one receiver are a schema's own.

    A receiver that is called something like `hparams` needs fewer; the name alone never does.
    """
    if is_named:
        is_another = count - shared > MOST_FOREIGN and shared < SHARE * count
        return shared >= NAMED_COMPANY and shared >= NAMED_SHARE * count and not is_another
    return shared >= COMPANY and shared >= SHARE * count
