"""Parameters of functions as declarations, and what is given to them by `f(**config)`."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from hpfix.facts import Removal, Signature, Spread
from hpfix.model import Declaration
from hpfix.readers.python_bindings import inner_scope
from hpfix.readers.python_expressions import NAMESPACES, last_name, value_of
from hpfix.readers.python_file import Walk, reads
from hpfix.scopes import ANY

FAITHFUL = frozenset(
    "staticmethod classmethod abstractmethod no_grad inference_mode enable_grad cache lru_cache "
    "override final typechecked register_to_config".split()
)
"""Decorators that leave the signature as it is, beside those that register what they decorate."""
REGISTERING = "regist"
FAITHFUL_METACLASSES = frozenset({"ABCMeta"})
PARTIAL = "partial"
COPYING = NAMESPACES | {"dict"}
"""What makes an object with the keys that it is given, rather than take parameters."""
EMPTYING = frozenset({"clear", "popitem"})


@reads(ast.FunctionDef, ast.AsyncFunctionDef)
def read_signature(node: ast.FunctionDef | ast.AsyncFunctionDef, here: Walk) -> Iterator[Signature]:
    """`def train(lr=0.1, *, batch_size=8)`"""
    given = node.args
    if given.args or given.kwonlyargs:
        is_open = given.kwarg is not None or not keep_signature(node.decorator_list)
        scope = inner_scope(here.scope, node.name)
        parameters = () if is_open else tuple(declared_parameters(given, here))
        yield Signature(scope, here.name_place(node, "def"), parameters, is_open)


@reads(ast.ClassDef)
def read_made_class(node: ast.ClassDef, here: Walk) -> Iterator[Signature]:
    """`@dataclass class Config`: a decorator or a metaclass may give calls another signature."""
    metaclasses = [each.value for each in node.keywords if each.arg == "metaclass"]
    is_plain = all(last_name(each) in FAITHFUL_METACLASSES for each in metaclasses)
    if not (is_plain and keep_signature(node.decorator_list)):
        scope = inner_scope(here.scope, node.name)
        yield Signature(scope, here.name_place(node, "class"), (), is_open=True)


@reads(ast.Call, called=["pop", *EMPTYING])
def read_taken_out(node: ast.Call, here: Walk) -> Iterator[Removal]:
    """`config.pop("name")`"""
    if isinstance(node.func, ast.Attribute):
        receiver = here.expression(node.func.value)
        if receiver is not None:
            yield Removal(receiver, _key(node.args[0]) if node.args else None)


@reads(ast.Delete)
def read_deleted(node: ast.Delete, here: Walk) -> Iterator[Removal]:
    """`del config["name"]`"""
    for target in node.targets:
        match target:
            case ast.Subscript(value=owner, slice=item):
                key = _key(item)
            case ast.Attribute(value=owner, attr=name):
                key = name
            case _:
                continue
        receiver = here.expression(owner)
        if receiver is not None:
            yield Removal(receiver, key)


def spreads_of(node: ast.Call, here: Walk) -> Iterator[Spread]:
    """`Model(**config)`, `partial(train, **config)`"""
    function: ast.expr = node.func
    name = last_name(function)
    if name in COPYING:
        return
    if name == PARTIAL and node.args:
        function = node.args[0]
    called = here.expression(function) or here.name(ANY)
    for keyword in node.keywords:
        if keyword.arg is None:
            for mapping in here.alternatives(keyword.value):
                yield Spread(called, mapping, bool(here.choices))


def keep_signature(decorators: Iterable[ast.expr]) -> bool:
    """Whether calls of what is decorated are calls of it as it is written."""
    for each in decorators:
        name = last_name(each.func if isinstance(each, ast.Call) else each)
        if name not in FAITHFUL and REGISTERING not in name.lower():
            return False
    return True


def declared_parameters(given: ast.arguments, here: Walk) -> list[Declaration]:
    """Each parameter that a call may name, with its default; those that only a position fills
    are none."""
    positional, defaults = given.args, given.defaults
    first = len(positional) - len(defaults)
    taken: list[tuple[ast.arg, ast.expr | None]] = [
        (each, defaults[position - first] if position >= first else None)
        for position, each in enumerate(positional)
    ]
    found: list[Declaration] = []
    for each, default in (*taken, *zip(given.kwonlyargs, given.kw_defaults, strict=True)):
        value = None if default is None else value_of(default, here.source(default))
        fields = (each.arg, here.name_place(each, each.arg), value, None, (), ())
        found.append(tuple.__new__(Declaration, fields))  # a third of the time of Declaration(...)
    return found


def _key(node: ast.expr) -> str | None:
    match node:
        case ast.Constant(value=str(key)):
            return key
    return None
