"""Keys as string arguments: `get`, `pop`, `setdefault`, `getattr`, `hasattr`, `setattr`, `in`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import KeyedAccess
from hpfix.model import Expression, Form, Mode, Reference, Value
from hpfix.readers.computed_keys import computed_accesses
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.python_guards import keys_owner
from hpfix.readers.tuner_values import given_value
from hpfix.scopes import ANY, ELEMENTS

FUNCTIONS: dict[str, tuple[Form, Mode]] = {
    "getattr": ("getattr", "read"),
    "hasattr": ("hasattr", "test"),
    "setattr": ("setattr", "write"),
    "delattr": ("setattr", "read"),
}
METHODS: dict[str, tuple[Form, Mode]] = {
    "get": ("get", "read"),
    "pop": ("get", "read"),
    "setdefault": ("get", "read"),
    "get_ref": ("get", "read"),
    "get_oneway_ref": ("get", "read"),
    "set_hparam": ("setattr", "override"),
    "del_hparam": ("setattr", "override"),
    "__getattribute__": ("getattr", "read"),
    "__getattr__": ("getattr", "read"),
    "__setattr__": ("setattr", "write"),
    "__delattr__": ("setattr", "read"),
    "__getitem__": ("subscript", "read"),
    "__setitem__": ("subscript", "write"),
    "__delitem__": ("subscript", "read"),
    "__contains__": ("membership", "test"),
}
ALWAYS_GUARDED = frozenset({"get", "setdefault", "hasattr", "__contains__"})
WITH_DEFAULT = frozenset({"getattr", "hasattr"})


@reads(ast.Call, called=(*FUNCTIONS, *METHODS, "__setattr__"))
def read_access_call(node: ast.Call, here: Walk) -> Iterator[Reference | KeyedAccess]:
    """`getattr(hparams, "lr", 1e-3)`, `hparams.get("lr", 1e-3)`, `object.__setattr__(...)`"""
    match node:
        case ast.Call(func=ast.Name(id=name), args=[receiver, key, *rest]) if name in FUNCTIONS:
            form, mode = FUNCTIONS[name]
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id="object"), attr="__setattr__" as name),
            args=[receiver, key, *rest],
        ):
            form, mode = FUNCTIONS["setattr"]
        case ast.Call(func=ast.Attribute(value=receiver, attr=name), args=[key, *rest]):
            if name not in METHODS or (name.startswith("__") and not isinstance(key, ast.Constant)):
                return  # a class that defines its own access does so with a computed key
            form, mode = METHODS[name]
        case _:
            return
    holder = here.expression(receiver)
    if holder is not None:
        optional = name in ALWAYS_GUARDED or (bool(rest) and mode == "read")
        value = given_value(rest[0], here.source) if rest else None
        yield from _access(key, holder, form, mode, here, optional=optional, value=value)
        if name == "setdefault":  # after which the key is there
            yield from _access(key, holder, form, "write", here, optional=False, value=value)


@reads(ast.Call, called=["override_from_dict"])
def read_override_dict(node: ast.Call, here: Walk) -> Iterator[KeyedAccess]:
    """`hparams.override_from_dict({"lr": 0.1})`: every key of the dict has to be declared"""
    match node:
        case ast.Call(func=ast.Attribute(value=owner, attr="override_from_dict"), args=[other]):
            holder, keys = here.expression(owner), here.expression(other)
            if holder is not None and keys is not None:
                yield KeyedAccess(
                    keys.then(ELEMENTS), holder, here.place(other), "dict key", "override"
                )


@reads(ast.Call, called=["update"])
def read_update(node: ast.Call, here: Walk) -> Iterator[KeyedAccess | Reference]:
    """`vars(args).update(config, lr=0.1, **other)`: every key is written"""
    holder = here.expression(node.func.value) if isinstance(node.func, ast.Attribute) else None
    if holder is None:
        return
    for other in node.args[:1]:
        yield _written(holder, other, here)
    for keyword in node.keywords:
        if keyword.arg is None:
            yield _written(holder, keyword.value, here)
        else:
            place, value = here.name_place(keyword, keyword.arg), keyword.value
            owner, given = keys_owner(holder), given_value(value, here.source)
            yield Reference(keyword.arg, place, "keyword", "write", owner, value=given)


@reads(ast.AugAssign)
def read_union(node: ast.AugAssign, here: Walk) -> Iterator[KeyedAccess]:
    """`config["model"] |= other`: every key of the other is written"""
    if isinstance(node.op, ast.BitOr) and not isinstance(node.value, ast.Constant):
        holder = here.expression(node.target)
        if holder is not None:
            yield _written(holder, node.value, here)


def _written(holder: Expression, other: ast.expr, here: Walk) -> KeyedAccess:
    keys = here.expression(other)
    key = here.name(ANY) if keys is None else keys.then(ELEMENTS)
    return KeyedAccess(key, keys_owner(holder), here.place(other), "setattr", "write")


@reads(ast.Compare)
def read_membership(node: ast.Compare, here: Walk) -> Iterator[Reference | KeyedAccess]:
    """`"lr" in hparams`, `name in params.keys()`"""
    match node:
        case ast.Compare(left=key, ops=[ast.In() | ast.NotIn()], comparators=[container]):
            holder = _container(here.expression(container))
            if holder is not None:
                yield from _access(key, holder, "membership", "test", here, optional=True)


def _access(
    key: ast.expr,
    holder: Expression,
    form: Form,
    mode: Mode,
    here: Walk,
    *,
    optional: bool,
    value: Value | None = None,
) -> Iterator[Reference | KeyedAccess]:
    match key:
        case ast.Constant(value=str(name)):
            guarded = here.is_guarded(holder, name)
            yield Reference(
                name, here.place(key), form, mode, holder, guarded or optional, value,
                defaulted=optional and not guarded and form in WITH_DEFAULT,
                needs=here.needs(holder, name),
            )  # fmt: skip
        case _:
            yield from computed_accesses(key, holder, form, mode, here, optional=optional)


def _container(holder: Expression | None) -> Expression | None:
    """What owns the keys of a container; a literal collection owns none."""
    if holder is None or (len(holder.steps) == 1 and holder.steps[0].startswith("@")):
        return None
    return keys_owner(holder)
