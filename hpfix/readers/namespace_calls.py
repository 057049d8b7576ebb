"""`SimpleNamespace(lr=0.1)`, `edict(lr=0.1)`, `Munch(**base, lr=0.1)`: keywords of a namespace."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import Flow, Inclusion
from hpfix.model import Declaration, Mode, Schema
from hpfix.readers.python_expressions import HPARAMS, NAMESPACES, last_name, passed_on, value_of
from hpfix.readers.python_file import Walk, reads

CLASSES = (NAMESPACES - HPARAMS - {"munchify"}) | {"Dict"}
CREATING = frozenset({"DotMap", "Dict"})
"""addict's and dotmap's classes: a name that is read and not there comes into being, empty."""
OWN_OPTIONS = frozenset(
    "initial_dictionary type_safe convert_dict allow_dotted_keys init_dict key_list new_allowed "
    "default_box default_box_attr box_dots frozen_box camel_killer_box box_duplicates "
    "_dynamic _prevent_method_masking".split()
)
"""Parameters of the classes themselves."""
SPACE = frozenset({"low", "high", "shape", "dtype", "seed"})
"""`Box(low=0, high=1, shape=(3,))` is a space of observations."""


@reads(ast.Call, called=CLASSES)
def read_namespace_call(node: ast.Call, here: Walk) -> Iterator[Schema | Inclusion | Flow]:
    """The keywords, and whatever a mapping among the arguments has."""
    holder = here.expression(node)
    if holder is None or not is_namespace(node, here) or passed_on(node) is not None:
        return
    named = [each for each in node.keywords if each.arg not in OWN_OPTIONS]
    declarations = []
    for keyword in named:
        if keyword.arg is not None:
            value = value_of(keyword.value, here.source(keyword.value))
            place = here.name_place(keyword, keyword.arg)
            declarations.append(Declaration(keyword.arg, place, value))
            for source in here.alternatives(keyword.value):
                yield Flow(holder.then(f".{keyword.arg}"), source)
    if not declarations:
        return
    closed = is_closed(node)
    for each in (*node.args, *(one.value for one in named if one.arg is None)):
        other = here.expression(each)
        closed = closed and other is not None
        if other is not None:
            yield Inclusion(holder, other)
    silent = silent_modes(node)
    name, keys = here.name_of(node), tuple(declarations)
    yield Schema(name, here.place(node), "namespace", keys, holder, closed, silent)


def is_namespace(node: ast.Call, here: Walk) -> bool:
    """Whether the call makes one, and not something of the same name."""
    match node.func, here.targets.get(node):
        case ast.Attribute(value=ast.Name(id=module), attr="Dict"), _:
            return module == "addict"
        case ast.Name(id="Dict"), _:
            return False
        case ((ast.Name(id="ConfigDict") | ast.Attribute(attr="ConfigDict")), ast.Name(id=name)):
            return name != "model_config"  # pydantic's
        case ((ast.Name(id="Box") | ast.Attribute(attr="Box")), _):
            return bool(node.keywords) and not any(each.arg in SPACE for each in node.keywords)
    return True


def is_closed(node: ast.Call) -> bool:
    """Whether the object refuses names that it does not have."""
    return not any(
        each.arg in ("new_allowed", "default_box")
        and not (isinstance(each.value, ast.Constant) and each.value.value is False)
        for each in node.keywords
    )


def silent_modes(node: ast.Call) -> frozenset[Mode]:
    """The modes in which a name that the object does not have passes (dialects 1.3)."""
    modes: set[Mode] = {"write", "test"}
    fixed = any(each.arg == "_dynamic" for each in node.keywords)
    if last_name(node.func) in CREATING and not fixed:
        modes.add("read")
    return frozenset(modes)
