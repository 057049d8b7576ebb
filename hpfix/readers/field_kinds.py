"""Which classes declare annotated fields, by their decorators and bases."""

from __future__ import annotations

import ast
from typing import NamedTuple

from hpfix.field_classes import DERIVED
from hpfix.model import Mode
from hpfix.readers.python_expressions import last_name

DATACLASSES = frozenset({"dataclass", "spock"})
"""The decorator of the standard library and those that wrap it: `flax.struct.dataclass`, `chex`."""
FROZEN_OWNERS = frozenset({"struct"})
ATTRS = frozenset({"define", "mutable", "frozen"})
OLD_ATTRS = frozenset({"s", "attrs", "attributes", "dataclass"})
"""`attr.s` and its other names, which make no slots unless they are asked to."""
ATTRS_MODULES = frozenset({"attr", "attrs"})
ADDS_NOTHING = ("register", "store", "ordering", "typed", "beartype", "final", "runtime_checkable")
"""In the name of a decorator: the class stays what it is."""
BASES = {"NamedTuple": "named tuple", "TypedDict": "typed dict"} | dict.fromkeys(
    ("BaseModel", "BaseSettings"), "pydantic model"
)
SILENT_WRITES: frozenset[Mode] = frozenset({"write", "test"})
NO_WRITES: frozenset[Mode] = frozenset({"test"})
SILENT: dict[str, frozenset[Mode]] = {
    # its calls and its objects are those of dict
    "typed dict": frozenset({"write", "test", "override"}),
    # pydantic drops an unknown argument: that is no use of the value, so it does not pass
    "pydantic model": NO_WRITES,
    "named tuple": NO_WRITES,
}


class Kind(NamedTuple):
    """What a class of fields is: the form of its schema, and what passes without an error."""

    form: str
    silent: frozenset[Mode]
    closed: bool = True


def kind_of(node: ast.ClassDef) -> Kind | None:
    """The kind of class, or None where neither a decorator nor a base says that it has fields."""
    found = _by_decorator(node) or _by_base(node) or _derived(node)
    if found is None:
        return None
    others = [each for each in node.decorator_list if _decorator(each) is None]
    is_plain = all(each.arg != "metaclass" for each in node.keywords)
    is_plain = is_plain and all(_adds_nothing(each) for each in others)
    return found._replace(closed=is_plain and not _allows_more(node))


def _by_decorator(node: ast.ClassDef) -> Kind | None:
    return next((kind for each in node.decorator_list if (kind := _decorator(each))), None)


def _decorator(node: ast.expr) -> Kind | None:
    function, words = node, {}
    if isinstance(node, ast.Call):
        function = node.func
        words = {each.arg: each.value for each in node.keywords if each.arg is not None}
    name = last_name(function)
    owner = last_name(function.value) if isinstance(function, ast.Attribute) else ""
    is_attrs = owner in ATTRS_MODULES
    if name in ATTRS and (is_attrs or not owner):
        is_open = "slots" in words and not _is_true(words["slots"]) and name != "frozen"
        return Kind("attrs class", SILENT_WRITES if is_open else NO_WRITES)
    is_strict = _is_true(words.get("frozen")) or _is_true(words.get("slots"))
    if (is_attrs and name in OLD_ATTRS) or (name == "attrs" and not owner):
        return Kind("attrs class", NO_WRITES if is_strict else SILENT_WRITES)
    if name in DATACLASSES:
        is_strict = is_strict or owner in FROZEN_OWNERS or name == "spock"
        return Kind("dataclass", NO_WRITES if is_strict else SILENT_WRITES)
    return None


def _by_base(node: ast.ClassDef) -> Kind | None:
    for base in node.bases:
        form = BASES.get(last_name(base))
        if form is not None:
            return Kind(form, SILENT[form])
    return None


def _derived(node: ast.ClassDef) -> Kind | None:
    """`class Large(Config)`: it has fields where its bases, wherever they are, have them."""
    annotated = sum(isinstance(each, ast.AnnAssign) for each in node.body)
    plain = sum(isinstance(each, ast.Assign) for each in node.body)
    is_derived = any(last_name(base) != "object" for base in node.bases)
    return Kind(DERIVED, SILENT_WRITES) if is_derived and annotated > plain else None


def _adds_nothing(decorator: ast.expr) -> bool:
    function = decorator.func if isinstance(decorator, ast.Call) else decorator
    names = [last_name(function).lower()]
    if isinstance(function, ast.Attribute):
        names.append(last_name(function.value).lower())
    return any(word in name for word in ADDS_NOTHING for name in names)


def _allows_more(node: ast.ClassDef) -> bool:
    """`model_config = ConfigDict(extra="allow")`, `class Config: extra = "allow"`"""
    if any(_is_allow(each.value) for each in node.keywords):
        return True
    for statement in node.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="model_config")], value=value):
                body: ast.AST = value
            case ast.AnnAssign(target=ast.Name(id="model_config"), value=ast.expr() as value):
                body = value
            case ast.ClassDef(name="Config"):
                body = statement
            case _:
                continue
        if any(_is_allow(each) for each in ast.walk(body)):
            return True
    return False


def _is_allow(node: ast.AST) -> bool:
    match node:
        case ast.Constant(value="allow") | ast.Attribute(attr="allow"):
            return True
    return False


def _is_true(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is True
