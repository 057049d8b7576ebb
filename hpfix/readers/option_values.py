"""What the words of an option say of its values: `type=float`, `default=0.1`, `choices=[...]`."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import TYPE_CHECKING

from hpfix.model import POSITIONAL, REST, Value
from hpfix.readers.name_templates import PREFIXES
from hpfix.readers.python_expressions import last_name, value_of

if TYPE_CHECKING:
    from hpfix.readers.python_file import Walk

FLAGS = {"store_true": False, "store_false": True}
"""The actions that take no value, with the default that each of them has."""


def default_of(words: Mapping[str, ast.expr], here: Walk) -> Value | None:
    """The default; a flag has one also where none is written."""
    default = words.get("default")
    if default is not None:
        return value_of(default, here.source(default))
    flag = _flag(words)
    return None if flag is None else Value(str(flag), "bool", flag)


def type_of(words: Mapping[str, ast.expr]) -> str | None:
    """The name of what converts the text of an option; None where each is a list of such.

    `flag` is an option that takes no text.
    """
    if "nargs" in words:
        return None
    if _flag(words) is not None:
        return "flag"
    return last_name(words["type"]) or None if "type" in words else None


def choices_of(words: Mapping[str, ast.expr], here: Walk) -> tuple[Value, ...]:
    """The only values that are accepted, where they are written down."""
    return values_of(words.get("choices"), here)


def spellings_of(node: ast.Call, words: Mapping[str, ast.expr]) -> tuple[str, ...]:
    """The options that a call of `add_argument` declares; none where one is put together.

    An action that is a class may take `--no-amp` for `--amp` as well, as BooleanOptionalAction does
    (CPython's argparse); `nargs=argparse.REMAINDER` takes whatever comes.
    """
    names: list[str] = []
    for each in node.args:
        match each:
            case ast.Constant(value=str(name)):
                names.append(name)
            case _:
                return ()
    if _takes_the_rest(words.get("nargs")):
        names.append(REST)
    options = [each for each in names if each[:1] in PREFIXES or each == REST]
    if isinstance(words.get("action"), (ast.Name, ast.Attribute)):
        options += [f"--no-{each[2:]}" for each in options if each.startswith("--")]
    return tuple(options) or (POSITIONAL,)


def _takes_the_rest(node: ast.expr | None) -> bool:
    match node:
        case ast.Constant(value="..." | "A..."):
            return True
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in ("REMAINDER", "PARSER")
    return False


def values_of(node: ast.expr | None, here: Walk) -> tuple[Value, ...]:
    """The elements of a literal collection."""
    match node:
        case ast.List(elts=elements) | ast.Tuple(elts=elements) | ast.Set(elts=elements):
            return tuple(value_of(each, here.source(each)) for each in elements)
    return ()


def _flag(words: Mapping[str, ast.expr]) -> bool | None:
    match words.get("action"):
        case ast.Constant(value=str(action)):
            return FLAGS.get(action)
    return None
