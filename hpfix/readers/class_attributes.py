"""`class Hyperparams: lr = 0.001`: a class whose body is mostly values declares a schema."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from hpfix.configuration_names import says_configuration
from hpfix.model import Declaration, Expression, Schema
from hpfix.readers.field_kinds import kind_of
from hpfix.readers.overwriting import runs_of_assignments
from hpfix.readers.python_bindings import inner_scope
from hpfix.readers.python_expressions import last_name, value_of
from hpfix.readers.python_file import Walk, reads
from hpfix.scopes import CLASS, MODULE

FEWEST = 3
"""Fewer values than this make no configuration."""
METHODS_SHARE = 0.25
MODULE_SHARE = 0.6
"""Of a configuration's names, at most so many are methods; at least so many are values."""
PLAIN_BASES = frozenset({"object", ""})


@reads(ast.ClassDef)
def read_class_attributes(node: ast.ClassDef, here: Walk) -> Iterator[Schema]:
    """The names assigned in the body, in branches of it too, and on `self` in `__init__`.

    A class of annotated fields is another reader's (class_fields.py).
    """
    if kind_of(node) is not None:
        return
    declared = tuple(_declarations(node.body, here))
    inner = inner_scope(here.scope, node.name)
    methods = [each for each in node.body if isinstance(each, ast.FunctionDef)]
    by_init = [each for each in methods if each.name == "__init__"]
    own = [each for each in methods if not each.name.startswith("__")]
    keys = {each.key for each in declared}
    if len(keys) < FEWEST or len(own) > METHODS_SHARE * len(keys):
        return
    bases = {last_name(base) for base in node.bases}
    if not bases <= PLAIN_BASES and not says_configuration(node.name):
        return
    declared += tuple(each for method in by_init for each in _set_on_self(method, here))
    place = here.name_place(node, "class")
    yield Schema(
        node.name,
        place,
        "class",
        declared,
        Expression(inner, (CLASS,)),
        # a metaclass may take each assignment for what it likes
        repeated=() if node.keywords else tuple(_repeated(node.body, here)),
    )


@reads(ast.Module)
def read_module_constants(node: ast.Module, here: Walk) -> Iterator[Schema]:
    """A module that is mostly constants, read as `import hparams as hp` then `hp.lr`."""
    declared = tuple(_declarations(node.body, here))
    keys = {each.key for each in declared}
    others = [each for each in node.body if isinstance(each, (ast.FunctionDef, ast.ClassDef))]
    if len(keys) < FEWEST or len(keys) < MODULE_SHARE * (len(keys) + len(others)):
        return
    name = here.path.rpartition("/")[2].removesuffix(".py")
    first = declared[0].place
    place = first._replace(end_line=first.line, end_column=first.column)
    yield Schema(name, place, "module", declared, Expression(here.path, (MODULE,)))


def _declarations(body: Iterable[ast.stmt], here: Walk) -> Iterator[Declaration]:
    for statement in body:
        match statement:
            case ast.Assign(targets=targets, value=value) if is_value(value):
                for target in targets:
                    yield from _targets(target, value, here)
            case ast.AnnAssign(target=ast.Name() as target, value=value) if value is not None:
                yield from _targets(target, value, here)
            case ast.If(body=then, orelse=otherwise):
                yield from _declarations((*then, *otherwise), here)


def _repeated(body: list[ast.stmt], here: Walk) -> Iterator[tuple[Declaration, ...]]:
    """`length = 16000` then `length = 8000`, where nothing reads the first."""
    for run in runs_of_assignments(body):
        if not all(is_value(value) for _, value in run):
            continue
        yield tuple(
            Declaration(target.id, here.place(target), value_of(value, here.source(value)))
            for target, value in run
        )


def _targets(target: ast.expr, value: ast.expr, here: Walk) -> Iterator[Declaration]:
    match target, value:
        case ast.Name(id=name), _:
            default = value_of(value, here.source(value))
            yield Declaration(name, here.place(target), default)
        case ast.Tuple(elts=targets), ast.Tuple(elts=values) if len(targets) == len(values):
            for one, other in zip(targets, values, strict=True):
                yield from _targets(one, other, here)
        case ast.Tuple(elts=targets), _:
            for one in targets:
                yield from _targets(one, value, here)


def _set_on_self(method: ast.FunctionDef, here: Walk) -> Iterator[Declaration]:
    for statement in ast.walk(method):
        if isinstance(statement, ast.Assign):
            for target in statement.targets:
                match target:
                    case ast.Attribute(value=ast.Name(id="self"), attr=name):
                        place = here.place(target)
                        start = place.end_column - len(name)
                        value = value_of(statement.value, here.source(statement.value))
                        yield Declaration(name, place._replace(column=start), value)


def is_value(node: ast.expr) -> bool:
    """A literal, or arithmetic on names and literals: not a function, a class or an object."""
    match node:
        case ast.Constant() | ast.List() | ast.Tuple() | ast.Dict() | ast.Set() | ast.JoinedStr():
            return True
        case ast.UnaryOp() | ast.BinOp() | ast.BoolOp() | ast.Compare() | ast.Name() | ast.IfExp():
            return True
        case ast.Call(func=func):
            return last_name(func) in VALUE_CALLS
        case ast.Attribute() | ast.Subscript():
            return True
    return False


VALUE_CALLS = frozenset(
    "int float str bool len max min round abs join range list tuple dict set sum pow Path device "
    "sqrt log exp getenv".split()
)
