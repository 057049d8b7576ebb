"""`parser.add_argument("--learning-rate", default=1e-3)`: options declare a namespace."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import Addition, Flow, Inclusion, KeyedAccess, KeyedAddition
from hpfix.model import Declaration, Expression, Schema
from hpfix.readers.name_templates import PREFIXES, Template, template_of
from hpfix.readers.option_values import choices_of, default_of, spellings_of, type_of
from hpfix.readers.python_expressions import value_of
from hpfix.readers.python_file import Walk, reads
from hpfix.scopes import ANY, ELEMENTS, MEMBERS, PARENTS, PASSED_OVER

PARSERS = frozenset(
    "ArgumentParser ArgParser ConfigArgumentParser HfArgumentParser TrlParser H4ArgumentParser "
    "OptionParser".split()
)
WITHOUT_VALUE = frozenset({"help", "version"})
ADDERS = frozenset({"add_argument", "add_option", "add_arg"})


@reads(ast.Call, called=PARSERS)
def read_parser(node: ast.Call, here: Walk) -> Iterator[Schema | Flow]:
    """`argparse.ArgumentParser(parents=[common])`"""
    holder = here.expression(node)
    if holder is not None:
        name, place = here.name_of(node), here.place(node.func)
        abbreviates = not any(
            each.arg == "allow_abbrev" and _is_false(each.value) for each in node.keywords
        )
        yield Schema(name, place, "argparse", (), holder, abbreviates=abbreviates)
        yield from _parents(node, holder, here)


@reads(ast.List)
def read_members(node: ast.List, here: Walk) -> Iterator[Flow]:
    """`COMMON = [model_options, data_options]`: parsers that another may take over"""
    if node in here.targets and all(isinstance(each, ast.Name) for each in node.elts):
        holder = here.expression(node)
        for element in node.elts if holder is not None else ():
            source = here.expression(element)
            if holder is not None and source is not None:
                yield Flow(holder.then(MEMBERS), source)


@reads(ast.Call, called=["add_parser", "add_subparsers"])
def read_subparser(node: ast.Call, here: Walk) -> Iterator[Flow | Addition | KeyedAddition]:
    """`add_subparsers(dest="command")`, `add_parser("train", parents=[common])`"""
    if not isinstance(node.func, ast.Attribute):
        return
    holder = here.expression(node.func.value)
    if holder is not None:
        yield from _parents(node, holder, here)
        yield from _given_destination(node, holder, here)


@reads(ast.Call, called=["add_hparam"])
def read_added_key(node: ast.Call, here: Walk) -> Iterator[Addition | KeyedAddition]:
    """`hparams.add_hparam("lr", 1e-3)`, `hparams.add_hparam(name, value)`"""
    match node:
        case ast.Call(func=ast.Attribute(value=owner), args=[name, value]):
            holder = here.expression(owner)
        case _:
            return
    if holder is None:
        return
    if isinstance(name, ast.Constant) and isinstance(name.value, str):
        default = value_of(value, here.source(value))
        yield Addition(holder, Declaration(name.value, here.place(name), default))
    else:
        yield _computed(template_of(name, here), holder, name, here)


@reads(ast.Call, called=["add", *ADDERS])
def read_option(node: ast.Call, here: Walk) -> Iterator[Addition | KeyedAddition]:
    """`parser.add_argument("-b", "--batch-size", default=8)` on whatever it is called on"""
    if not isinstance(node.func, ast.Attribute) or not node.args:
        return
    holder = here.expression(node.func.value)
    if holder is None or not (node.func.attr in ADDERS or _is_flag(node.args[0])):
        return
    action = next((each.value for each in node.keywords if each.arg == "action"), None)
    if isinstance(action, ast.Constant) and action.value in WITHOUT_VALUE:
        return
    given = tuple(_given_destination(node, holder, here))
    yield from given or _named_by_flags(node, holder, here)


@reads(ast.Assign, given=[ast.Attribute])
def read_adder(node: ast.Assign, here: Walk) -> Iterator[KeyedAddition]:
    """`add = parser.add_argument`: what it is called with under another name is not followed"""
    match node.value:
        case ast.Attribute(value=parser, attr=name) if name in ADDERS:
            holder = here.expression(parser)
            if holder is not None:
                yield KeyedAddition(holder, here.name(ANY), here.place(node.value))


@reads(ast.Call, called=["set_defaults"])
def read_defaults(
    node: ast.Call, here: Walk
) -> Iterator[Addition | KeyedAddition | KeyedAccess | Flow]:
    """`parser.set_defaults(lr=1e-3, func=train, **other)`: what no option is called is set all the
    same (CPython's argparse, `set_defaults`)."""
    if not isinstance(node.func, ast.Attribute):
        return
    holder = here.expression(node.func.value)
    for keyword in node.keywords if holder is not None else ():
        assert holder is not None
        if keyword.arg is None:
            names = (here.expression(keyword.value) or here.name(ANY)).then(ELEMENTS)
            place, parsed = here.place(keyword.value), holder.then(".parse_args", "()")
            yield KeyedAddition(holder, names, place, of_files=False)
            # what a file says is for the options that there are
            yield KeyedAccess(names, parsed, place, "setattr", "write")
        else:
            default = value_of(keyword.value, here.source(keyword.value))
            place = here.name_place(keyword, keyword.arg)
            yield Addition(holder, Declaration(keyword.arg, place, default))
            for source in here.alternatives(keyword.value):
                yield Flow(holder.then(f".{keyword.arg}"), source)


@reads(ast.Call, called=["parse_args", "parse_known_args"])
def read_namespace(node: ast.Call, here: Walk) -> Iterator[Flow | Inclusion]:
    """`parser.parse_args(namespace=opt)`: one object with the keys of both"""
    match node.func:
        case ast.Attribute(value=owner, attr="parse_known_args"):
            parser = here.expression(owner)
            if parser is not None:
                yield Flow(parser.then(PASSED_OVER), here.name(ANY))
    match node:
        case ast.Call(args=[_, given]) | ast.Call(keywords=[*_, ast.keyword("namespace", given)]):
            holder, result = here.expression(given), here.expression(node)
            if holder is not None and result is not None:
                yield Flow(holder, result)
                yield Inclusion(result, holder)


def _is_false(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def _is_flag(node: ast.expr) -> bool:
    """configargparse's `parser.add("--lr")`; what any other `add` is given is no option."""
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.startswith("-")
    )


def _parents(node: ast.Call, holder: Expression, here: Walk) -> Iterator[Flow]:
    for keyword in node.keywords:
        match keyword:
            case ast.keyword(arg="parents", value=ast.List(elts=each) | ast.Tuple(elts=each)):
                found = [here.expression(parent) for parent in each]
            case ast.keyword(arg="parents", value=value):
                whole = here.expression(value)
                found = [None if whole is None else whole.then(MEMBERS)]
            case _:
                continue
        for source in found:
            yield Flow(holder.then(PARENTS), source or here.name(ANY))


def _given_destination(
    node: ast.Call, holder: Expression, here: Walk
) -> Iterator[Addition | KeyedAddition]:
    """`dest="lr"` is the key as it stands; a computed one is what its parts are."""
    for keyword in node.keywords:
        match keyword:
            case ast.keyword(arg="dest", value=ast.Constant(value=str(key)) as name):
                yield Addition(holder, _declared(key, name, node, here))
            case ast.keyword(arg="dest", value=ast.Constant(value=None)):
                return
            case ast.keyword(arg="dest", value=value):
                yield _computed(template_of(value, here), holder, value, here)


def _named_by_flags(
    node: ast.Call, holder: Expression, here: Walk
) -> Iterator[Addition | KeyedAddition]:
    """The key by argparse's own rule for `dest`: from the first long option, else the first."""
    templates = [(template_of(each, here), each) for each in node.args]
    template, flag = next(
        ((one, each) for one, each in templates if one and one.is_long), templates[0]
    )
    if template is not None and template.name is None:
        key = destination(template.before)
        if key:
            yield Addition(holder, _declared(key, flag, node, here))
    elif template is not None:
        yield _computed(template, holder, flag, here)
    if any(one is None for one, _ in templates):
        yield _computed(None, holder, node.args[0], here)
    yield from _may_rename(node, holder, here)


def _may_rename(node: ast.Call, holder: Expression, here: Walk) -> Iterator[KeyedAddition]:
    """`add_argument("--lr", **options)`: a `dest` among the options is another name."""
    for keyword in node.keywords:
        match keyword:
            case ast.keyword(arg=None, value=ast.Dict() | ast.Call(func=ast.Name("dict"))):
                continue
            case ast.keyword(arg=None, value=value):
                yield _computed(None, holder, value, here)


def _computed(
    template: Template | None, holder: Expression, node: ast.expr, here: Walk
) -> KeyedAddition:
    place = here.place(node)
    if template is None:
        return KeyedAddition(holder, here.name(ANY), place)
    name = template.name or here.name(ANY)
    return KeyedAddition(holder, name, place, template.before, template.after)


def _declared(key: str, name: ast.expr, node: ast.Call, here: Walk) -> Declaration:
    words = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
    return Declaration(
        key, here.place(name), default_of(words, here), type_of(words), choices_of(words, here),
        spellings_of(node, words),
    )  # fmt: skip


def destination(name: str) -> str:
    """The attribute that argparse derives from an option string.

    Without its dashes and with `_` for `-`; a positional keeps its dashes (CPython's argparse,
    `_get_optional_kwargs`; dialects 1.2). `+lr` is an option where `prefix_chars` says so, and no
    positional is called so.
    """
    return name.lstrip(PREFIXES).replace("-", "_") if name[:1] in PREFIXES else name
