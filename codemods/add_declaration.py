"""Adds a declaration to a Python file: a keyword argument to a call, an item to a dict literal."""

from __future__ import annotations

import argparse

import libcst as cst
from libcst.codemod import CodemodCommand, CodemodContext

from codemods.brackets import Bracket, Item, inserted
from codemods.commands import place, rewritten
from codemods.names import check_comment, check_identifier, check_quotable, unused_name
from codemods.python_brackets import Bracketed, brackets_of, without
from codemods.python_source import Source, dump, expression_dump, parse, parse_result, read
from codemods.splices import Place, Refused, Splice, offset_at, place_name


def add_declaration(
    text: str,
    *,
    at: Place | None = None,
    call: str | None = None,
    key: str,
    value: str,
    after: str | None = None,
    comment: str | None = None,
) -> tuple[Splice, ...]:
    """Return the splices that add `key=value` to a call, or `"key": value` to a dict literal.

    The call is the one that begins `at` a place (line and column from 1, in code points; of a
    dict literal its `{`, or one of its keys), or the only one in the file whose function is called
    `call`. The key
    is added behind the keyword `after`, else behind the last one; where each argument has a line,
    on its own line, with the indent, trailing comma and comment column of its neighbours.
    Refused when the call is not found or has the key, and when anything else would change.
    """
    check_comment(comment)
    said = expression_dump(value)
    source = read(text)
    node, bracket = _bracket(source, at, call)
    if any(item.name == key for item in bracket.items):
        raise Refused(f"`{key}` is there already")
    anchor = _anchor(text, bracket, after)
    mark = unused_name(text + value + key + (comment or ""))
    splices, marked = (
        inserted(
            text, bracket, _entry(node, bracket, text, name, value), after=anchor, comment=comment
        )
        for name in (key, mark)
    )
    tree = parse_result(text, marked)
    same = dump(tree).replace(mark, key) == dump(parse_result(text, splices))
    if not same or without(tree, mark) != (dump(parse(text)), [said]):
        raise Refused(f"adding `{key}` would change more than the call")
    return splices


class AddDeclaration(CodemodCommand):
    """`add_declaration` as a LibCST command."""

    DESCRIPTION = "Add a keyword argument to a call, or an item to a dict literal."

    @staticmethod
    def add_args(arg_parser: argparse.ArgumentParser) -> None:
        arg_parser.add_argument(
            "--at",
            type=place,
            metavar="LINE:COLUMN",
            help="where the call or the dict begins, or a key of it",
        )
        arg_parser.add_argument("--call", metavar="NAME", help="the only call of this function")
        arg_parser.add_argument("--key", required=True, help="the name to add")
        arg_parser.add_argument("--value", required=True, help="its value, as Python source")
        arg_parser.add_argument(
            "--after", dest="after_key", metavar="KEY", help="add it behind this one"
        )
        arg_parser.add_argument("--comment", help="a comment for its line, without the #")

    def __init__(
        self,
        context: CodemodContext,
        *,
        key: str,
        value: str,
        at: Place | None = None,
        call: str | None = None,
        after_key: str | None = None,
        comment: str | None = None,
    ) -> None:
        super().__init__(context)
        self.at, self.call, self.after = at, call, after_key
        self.key, self.value, self.comment = key, value, comment

    def transform_module_impl(self, tree: cst.Module) -> cst.Module:
        return rewritten(
            tree,
            lambda text: add_declaration(
                text,
                at=self.at,
                call=self.call,
                key=self.key,
                value=self.value,
                after=self.after,
                comment=self.comment,
            ),
        )


def _bracket(source: Source, at: Place | None, call: str | None) -> tuple[Bracketed, Bracket]:
    """Return the bracket that is told by its place, by the name of its function, or by both."""
    offset = None if at is None else offset_at(source.text, *at)
    found = [
        (node, bracket)
        for node, bracket in brackets_of(source)
        if (offset is None or _begins(source, node, offset) or _has_key(node, bracket, offset))
        and (call is None or _function_name(node) == call)
    ]
    if at is None and call is None:
        raise Refused("the call is given neither by its place nor by its name")
    match found:
        case [only]:
            return only
        case []:
            what = "call or dict literal" if call is None else f"call of `{call}`"
            where = "in the file" if offset is None else f"at {place_name(source.text, offset)}"
            raise Refused(f"no {what} {where}")
        case _:
            raise Refused("several calls are meant; say one by its place and the function's name")


def _begins(source: Source, node: Bracketed, offset: int) -> bool:
    """True when a node is what begins at an offset; a `{` there means the dict literal."""
    start, _ = source.spans[node]
    return start == offset and (isinstance(node, cst.Dict) or source.text[offset] != "{")


def _has_key(node: Bracketed, bracket: Bracket, offset: int) -> bool:
    return isinstance(node, cst.Dict) and any(
        item.start == offset and item.name is not None for item in bracket.items
    )


def _function_name(node: Bracketed) -> str | None:
    match node:
        case cst.Call(func=cst.Name(value=name) | cst.Attribute(attr=cst.Name(value=name))):
            return name
        case _:
            return None


def _anchor(text: str, bracket: Bracket, after: str | None) -> Item | None:
    """Return the item to add behind; None where only `**kwargs` are given, or nothing."""
    named = [item for item in bracket.items if item.name is not None and after in (None, item.name)]
    if named:
        return named[-1]
    if after is not None:
        raise Refused(f"the call has no keyword `{after}`")
    positional = [item for item in bracket.items if not text.startswith("**", item.start)]
    return positional[-1] if positional else None


def _entry(node: Bracketed, bracket: Bracket, text: str, key: str, value: str) -> str:
    if isinstance(node, cst.Call):
        check_identifier(key)
        return f"{key}={value}"
    check_quotable(key)
    quotes = [text[item.start] for item in bracket.items if item.name is not None]
    quote = quotes[0] if quotes and quotes[0] in "'\"" else '"'
    return f"{quote}{key}{quote}: {value}"
