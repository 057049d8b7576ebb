"""`parser.add_argument("--learning-rate", default=1e-3)`: options declare a namespace."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.model import Addition, Declaration, Flow, Schema
from hpfix.readers.python_expressions import last_name, value_of
from hpfix.readers.python_file import Walk, reads
from hpfix.scopes import PARENTS

PARSERS = frozenset({"ArgumentParser", "ArgParser", "ConfigArgumentParser", "HfArgumentParser"})
WITHOUT_VALUE = frozenset({"help", "version"})
FLAG_DEFAULTS = {"store_true": "False", "store_false": "True", "count": "None"}


@reads(ast.Call, called=PARSERS)
def read_parser(node: ast.Call, here: Walk) -> Iterator[Schema | Flow]:
    """`argparse.ArgumentParser(parents=[common])`"""
    holder = here.expression(node)
    if holder is None:
        return
    name = here.name_of(node)
    is_own = last_name(node.func) == "ArgumentParser" and not _is_foreign(node.func)
    yield Schema(name, here.place(node.func), "argparse", (), holder, closed=is_own)
    for keyword in node.keywords:
        match keyword:
            case ast.keyword(arg="parents", value=ast.List(elts=parents)):
                for parent in parents:
                    source = here.expression(parent)
                    if source is not None:
                        yield Flow(holder.then(PARENTS), source)


@reads(ast.Call, called=["add_argument", "add", "add_hparam", "set_defaults"])
def read_option(node: ast.Call, here: Walk) -> Iterator[Addition]:
    """`add_argument`, `set_defaults` and `add_hparam` on whatever object they are called on"""
    match node:
        case ast.Call(func=ast.Attribute(value=owner, attr="add_argument" | "add"), args=[_, *_]):
            declaration = _option(node, here)
        case ast.Call(func=ast.Attribute(value=owner, attr="add_hparam"), args=[name, value]):
            declaration = _added(name, value, here)
        case ast.Call(func=ast.Attribute(value=owner, attr="set_defaults")):
            holder = here.expression(owner)
            for keyword in node.keywords:
                if keyword.arg is not None and holder is not None:
                    default = value_of(keyword.value, here.source(keyword.value))
                    place = here.name_place(keyword, keyword.arg)
                    yield Addition(holder, Declaration(keyword.arg, place, default))
            return
        case _:
            return
    holder = here.expression(owner)
    if declaration is not None and holder is not None:
        yield Addition(holder, declaration)


def _is_foreign(function: ast.expr) -> bool:
    """`configargparse.ArgumentParser`: a parser that reads options from elsewhere as well."""
    match function:
        case ast.Attribute(value=ast.Name(id=module)):
            return module not in ("argparse", "ap")
    return False


def _added(name: ast.expr, value: ast.expr, here: Walk) -> Declaration | None:
    match name:
        case ast.Constant(value=str(key)):
            return Declaration(key, here.place(name), value_of(value, here.source(value)))
    return None


def _option(node: ast.Call, here: Walk) -> Declaration | None:
    """The declaration of one option; its key by argparse's own rule for `dest`."""
    words = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
    flags = [each for each in node.args if isinstance(each, ast.Constant)]
    names = [each.value for each in flags if isinstance(each.value, str)]
    is_option = isinstance(node.func, ast.Attribute) and node.func.attr == "add_argument"
    if not names or len(names) != len(node.args):
        return None
    if not is_option and not names[0].startswith("-"):
        return None
    action = words.get("action")
    kind = action.value if isinstance(action, ast.Constant) else None
    key = destination(names)
    match words.get("dest"):
        case ast.Constant(value=str(given)):
            key = given
    if kind in WITHOUT_VALUE or not key:
        return None
    default = words.get("default")
    value = None if default is None else value_of(default, here.source(default))
    return Declaration(key, here.place(flags[names.index(_naming(names))]), value)


def destination(names: list[str]) -> str:
    """The attribute that argparse derives from the option strings.

    The first long option, else the first short one, without its dashes and with `_` for `-`; a
    positional keeps its dashes (CPython's argparse, `_get_optional_kwargs`; dialects 1.2).
    """
    name = _naming(names)
    if not name.startswith("-"):
        return name
    return name.lstrip("-").replace("-", "_")


def _naming(names: list[str]) -> str:
    return next((name for name in names if name.startswith("--")), names[0])
