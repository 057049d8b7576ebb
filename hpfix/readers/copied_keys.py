"""`for key, value in loaded.items(): setattr(self, key, value)`: keys that are copied over."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import Inclusion
from hpfix.model import Expression
from hpfix.readers.python_bindings import inner_scope
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.python_steps import expression_of

EMPTY = frozenset({"dict", "OrderedDict", "defaultdict", "SimpleNamespace", "Namespace"})
SETTERS = frozenset({"__setattr__", "__setitem__"})


@reads(ast.Assign, given=[ast.Dict, ast.Call])
def read_empty(node: ast.Assign, here: Walk) -> Iterator[Inclusion]:
    """`settings = {}`: a mapping to be filled."""
    match node.value:
        case ast.Dict(keys=[]):
            pass
        case ast.Call(func=ast.Name(id=name), args=[]) if name in EMPTY:
            pass
        case _:
            return
    for target in node.targets:
        if isinstance(target, ast.Name):
            here.to_fill.add(here.name(target.id))
    yield from ()


@reads(ast.For)
def read_copying_loop(node: ast.For, here: Walk) -> Iterator[Inclusion]:
    """Every key of a mapping is set on the object itself, or in a mapping that was made empty."""
    match node:
        case ast.For(
            target=ast.Tuple(elts=[ast.Name(id=key), _]),
            iter=ast.Call(func=ast.Attribute(other, "items" | "iteritems"), args=[]),
        ):
            source = here.expression(other)
            for receiver in _set_in(node.body, key) if source is not None else ():
                holder = _filled(receiver, here)
                if holder is not None and source is not None:
                    yield Inclusion(holder, source)


@reads(ast.Call, called=["update"])
def read_copying_call(node: ast.Call, here: Walk) -> Iterator[Inclusion]:
    """`self.__dict__.update(loaded)`, `settings.update(loaded)`"""
    match node:
        case ast.Call(func=ast.Attribute(value=owner), args=[other], keywords=[]):
            match owner:
                case ast.Attribute(ast.Name("self") as me, "__dict__"):
                    owner = me
                case ast.Call(func=ast.Name("vars"), args=[ast.Name("self") as me]):
                    owner = me
                case ast.Name("self"):
                    return
            holder, source = _filled(owner, here), here.expression(other)
            if holder is not None and source is not None:
                yield Inclusion(holder, source)


@reads(ast.FunctionDef, called=["__getattr__"])
def read_delegation(node: ast.FunctionDef, here: Walk) -> Iterator[Inclusion]:
    """`def __getattr__(self, name): return self.settings[name]`"""
    if len(node.args.args) != 2:
        return
    me, name = (each.arg for each in node.args.args)
    scope = inner_scope(here.scope, node.name)
    for statement in ast.walk(node):
        match statement:
            case ast.Return(ast.Subscript(ast.Attribute(ast.Name() as of, _) as owner, asked)):
                pass
            case ast.Return(
                ast.Call(
                    func=ast.Name("getattr"), args=[ast.Attribute(ast.Name() as of) as owner, asked]
                )
            ):
                pass
            case _:
                continue
        source = expression_of(owner, scope)
        is_own = of.id == me and owner.attr != "__dict__"
        if is_own and isinstance(asked, ast.Name) and asked.id == name and source is not None:
            yield Inclusion(Expression(scope, (me,)), source)


def _set_in(body: list[ast.stmt], key: str) -> Iterator[ast.expr]:
    """What the key is set in: whatever holds the object of `setattr`, or of a subscript."""
    for statement in body:
        match statement:
            case ast.Expr(ast.Call(func=ast.Name("setattr"), args=[owner, ast.Name(id=name), _])):
                yield from (owner,) if name == key else ()
            case ast.Expr(ast.Call(func=ast.Attribute(owner, setter), args=[ast.Name(id=name), _])):
                yield from (owner,) if name == key and setter in SETTERS else ()
            case ast.Assign(targets=[ast.Subscript(value=owner, slice=ast.Name(id=name))]):
                yield from (owner,) if name == key else ()
            case ast.If(test=test, body=then, orelse=otherwise) if not _asks_for(test, key):
                yield from _set_in([*then, *otherwise], key)


def _asks_for(test: ast.expr, key: str) -> bool:
    """`if key in settings`, `if hasattr(settings, key)`: only some of the keys are copied."""
    return any(isinstance(each, ast.Name) and each.id == key for each in ast.walk(test))


def _filled(node: ast.expr, here: Walk) -> Expression | None:
    """The object itself, or a mapping that the function or the module made empty."""
    if not isinstance(node, ast.Name):
        return None
    holder = here.name(node.id)
    is_empty = holder in here.to_fill or Expression(here.path, holder.steps) in here.to_fill
    return holder if node.id == "self" or is_empty else None
