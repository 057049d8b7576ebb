"""`@dataclass class Config: lr: float = 0.1`: annotated fields, in named tuples and models, too."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from hpfix.facts import Flow
from hpfix.model import Declaration, Expression, Schema, Value
from hpfix.readers.field_kinds import kind_of
from hpfix.readers.python_bindings import inner_scope
from hpfix.readers.python_expressions import last_name, value_of
from hpfix.readers.python_file import Walk, reads
from hpfix.scopes import CLASS

FIELD_CALLS = frozenset({"field", "Field", "ib", "attrib"})
"""`field(default=0.1)`, `attr.ib(0.1)`: calls that say what a field is like."""
ATTRS_CALLS = frozenset({"ib", "attrib", "field"})
NO_FIELDS = frozenset({"ClassVar", "InitVar", "KW_ONLY"})


@reads(ast.ClassDef)
def read_class_fields(node: ast.ClassDef, here: Walk) -> Iterator[Schema | Flow]:
    """The annotated fields of a class, in branches of its body too, those without a default too.

    Whether it configures anything is seen when the fields of its bases are known.
    """
    kind = kind_of(node)
    if kind is None:
        return
    inner = inner_scope(here.scope, node.name)
    declared: list[Declaration] = []
    for target, given in _fields(node.body, kind.form):
        factory = _factory(given, here)
        if factory is not None:
            yield Flow(Expression(inner, (target.id,)), factory.then("()"))
        declared += _declared(target, _default(given, here), kind.form, given, here)
    holder, place = Expression(inner, (CLASS,)), here.name_place(node, "class")
    yield Schema(node.name, place, kind.form, tuple(declared), holder, kind.closed, kind.silent)


def _fields(body: Iterable[ast.stmt], form: str) -> Iterator[tuple[ast.Name, ast.expr | None]]:
    """What declares a field, with what is given to it."""
    for statement in body:
        match statement:
            case ast.AnnAssign(target=ast.Name() as target, annotation=kind, value=value):
                if not _is_no_field(kind):
                    yield target, value
            case ast.Assign(targets=[ast.Name() as target], value=ast.Call(func=made) as value):
                if form == "attrs class" and last_name(made) in ATTRS_CALLS:
                    yield target, value
            case ast.If(body=then, orelse=otherwise):
                yield from _fields((*then, *otherwise), form)


def _is_no_field(annotation: ast.expr) -> bool:
    """`ClassVar[int]`, `InitVar[int]`, `_: KW_ONLY`, quoted ones, too"""
    match annotation:
        case ast.Subscript(value=value):
            return last_name(value) in NO_FIELDS
        case ast.Constant(value=str(text)):
            return text.partition("[")[0].rpartition(".")[2].strip() in NO_FIELDS
    return last_name(annotation) in NO_FIELDS


def _declared(
    target: ast.Name, value: Value | None, form: str, given: ast.expr | None, here: Walk
) -> Iterator[Declaration]:
    """The field, and the names that it has where the class is called."""
    place = here.place(target)
    name = target.id.lstrip("_")
    if name == target.id:
        yield Declaration(name, place, value)
    elif form == "attrs class" and name:
        yield Declaration(name, place, value)  # attrs strips the underscore in the constructor
    for word in ("alias", "validation_alias"):
        match _words(given).get(word):
            case ast.Constant(value=str(alias)) if alias != name:
                yield Declaration(alias, place, value)


def _words(given: ast.expr | None) -> dict[str, ast.expr]:
    """The keywords of `field(...)`."""
    match given:
        case ast.Call(func=called, keywords=keywords) if last_name(called) in FIELD_CALLS:
            return {each.arg: each.value for each in keywords if each.arg is not None}
    return {}


def _default(given: ast.expr | None, here: Walk) -> Value | None:
    """The default of a field: plain, `field(default=...)`, `Field(0.1, le=1)`, from a factory."""
    match given:
        case ast.Call(func=called, args=arguments) if last_name(called) in FIELD_CALLS:
            words = _words(given)
            found = words.get("default") or next(iter(arguments), None)
            match words.get("default_factory") or words.get("factory"):
                case ast.Lambda(body=body):
                    found = body
                case ast.expr():
                    found = None
        case _:
            found = given
    is_given = found is not None and last_name(found) != "MISSING"
    if not is_given or (isinstance(found, ast.Constant) and found.value is ...):
        return None
    assert found is not None
    return value_of(found, here.source(found))


def _factory(given: ast.expr | None, here: Walk) -> Expression | None:
    """`field(default_factory=ModelConfig)`: an object of that class."""
    words = _words(given)
    return here.expression(words.get("default_factory") or words.get("factory"))
