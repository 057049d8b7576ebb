"""Sets the value of a key in a Python file: of a keyword argument, a dict item or an assignment."""

from __future__ import annotations

import argparse
import ast

import libcst as cst
from libcst.codemod import CodemodCommand, CodemodContext

from codemods.commands import place, rewritten
from codemods.names import unused_name
from codemods.python_source import Source, dump, expression_dump, parse, parse_result, read
from codemods.splices import Place, Refused, Splice, offset_at, place_name


def set_value(text: str, *, key: str, at: Place, value: str) -> tuple[Splice, ...]:
    """Return the splice that sets a key to a value, given as Python source.

    `at` is the place of the key (line and column from 1, in code points): of a keyword argument,
    a dict item, a variable, attribute or constant subscript that is assigned, or a parameter with
    a default. Refused when the key has no value there, when it shares it with another target, and
    when anything else would change.
    """
    said = expression_dump(value)
    source = read(text)
    offset = offset_at(text, *at)
    start, end = _value(source, offset, key)
    mark = unused_name(text + value)
    tree = dump(parse_result(text, [Splice(start, end, mark)]))
    name = dump(ast.Name(mark, ast.Load()))
    result = (Splice(start, end, value),)
    if (
        tree.count(mark) != 1
        or tree.replace(name, expression_dump(text[start:end])) != dump(parse(text))
        or tree.replace(name, said) != dump(parse_result(text, result))
    ):
        raise Refused(f"setting `{key}` would change more than its value")
    return result


class SetValue(CodemodCommand):
    """`set_value` as a LibCST command."""

    DESCRIPTION = "Set the value of a keyword argument, a dict item or an assignment."

    @staticmethod
    def add_args(arg_parser: argparse.ArgumentParser) -> None:
        arg_parser.add_argument("--key", required=True, help="the name that is set")
        arg_parser.add_argument(
            "--at", type=place, required=True, metavar="LINE:COLUMN", help="where the name stands"
        )
        arg_parser.add_argument("--value", required=True, help="its value, as Python source")

    def __init__(self, context: CodemodContext, *, key: str, at: Place, value: str) -> None:
        super().__init__(context)
        self.key, self.at, self.value = key, at, value

    def transform_module_impl(self, tree: cst.Module) -> cst.Module:
        return rewritten(
            tree, lambda text: set_value(text, key=self.key, at=self.at, value=self.value)
        )


def _value(source: Source, offset: int, key: str) -> tuple[int, int]:
    """Return the span of the value whose key begins at an offset."""
    for node in source.spans:
        pair = _key_and_value(node)
        if pair is not None and source.spans[pair[0]][0] == offset and _spells(pair[0], key):
            return source.extent(pair[1])
    raise Refused(f"no `{key}` is set at {place_name(source.text, offset)}")


def _key_and_value(node: cst.CSTNode) -> tuple[cst.CSTNode, cst.BaseExpression] | None:
    match node:
        case (
            cst.Arg(keyword=cst.Name() as key, value=value)
            | cst.DictElement(key=cst.SimpleString() as key, value=value)
            | cst.Param(name=key, default=cst.BaseExpression() as value)
        ):
            return key, value
        case (
            cst.Assign(targets=[cst.AssignTarget(target=target)], value=value)
            | cst.AnnAssign(target=target, value=cst.BaseExpression() as value)
        ):
            return _assigned(target), value
        case _:
            return None


def _assigned(target: cst.BaseExpression) -> cst.CSTNode:
    """Return the node that spells the key: `lr`, `hparams.lr`, `config["lr"]`."""
    match target:
        case cst.Attribute(attr=name):
            return name
        case cst.Subscript(slice=[cst.SubscriptElement(slice=cst.Index(value=name))]):
            return name
        case _:
            return target


def _spells(node: cst.CSTNode, key: str) -> bool:
    match node:
        case cst.Name(value=name) | cst.SimpleString(evaluated_value=name):
            return name == key
        case _:
            return False
