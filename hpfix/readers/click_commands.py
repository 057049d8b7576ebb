"""`@click.option("--learning-rate")`: a command's options declare what its function is given."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hpfix.facts import Flow
from hpfix.model import POSITIONAL, Declaration, Expression, Mode, Reference, Schema
from hpfix.readers.option_values import choices_of, default_of, type_of
from hpfix.readers.python_bindings import inner_scope
from hpfix.readers.python_expressions import last_name
from hpfix.readers.python_file import Walk, reads
from hpfix.readers.signatures import declared_parameters
from hpfix.scopes import OPTIONS

CLICK = frozenset({"click", "rich_click", "cloup", "asyncclick"})
GIVING = frozenset({"option", "argument"})
GIVING_NOTHING = frozenset("version_option help_option confirmation_option command group".split())
PASSING = frozenset({"pass_context", "pass_obj"})
"""What they pass comes first, without a name."""
CUSTOM = frozenset({"cls", "params"})
"""Words of a command that may give it parameters of its own."""
PASSING_OVER = "ignore_unknown_options"
"""The setting of a command that lets options pass which it does not know."""
PARAMETERS = "<parameters>"


class Command(NamedTuple):
    """What the decorators of a function give it: options, and so many values without a name."""

    options: tuple[Declaration, ...]
    passed: int
    is_closed: bool


@reads(ast.FunctionDef, ast.AsyncFunctionDef)
def read_command(
    node: ast.FunctionDef | ast.AsyncFunctionDef, here: Walk
) -> Iterator[Schema | Reference | Flow]:
    """`@click.command() @click.option("--lr", default=0.1) def train(lr): ...`"""
    if not any(_is_giving(each) for each in node.decorator_list):
        return
    command = _command(node.decorator_list, here)
    inner = inner_scope(here.scope, node.name)
    holder, place = Expression(inner, (OPTIONS,)), here.name_place(node, "def")
    # what can be written to is a dict: `**kwargs`, or the parameters of the context
    silent: frozenset[Mode] = frozenset({"test", "write"})
    if PASSING_OVER in here.text:
        silent |= {"override"}
    yield Schema(node.name, place, "click", command.options, holder, command.is_closed, silent)
    if node.args.kwarg is not None:
        yield Flow(Expression(inner, (node.args.kwarg.arg,)), holder)
    every = [*node.args.posonlyargs, *node.args.args]
    for each in every[: command.passed]:
        yield Flow(Expression(inner, (each.arg, ".params")), holder)
    yield from _taken(node, command, holder, here)


def _taken(
    node: ast.FunctionDef | ast.AsyncFunctionDef, command: Command, holder: Expression, here: Walk
) -> Iterator[Schema | Reference]:
    """Every parameter without a default has to be an option; else every option a parameter."""
    taken = declared_parameters(node.args, here)[command.passed :]
    given = {each.key for each in command.options}
    lacking = [each for each in taken if each.key not in given and each.value is None]
    for each in taken:
        if each.key in given or each in lacking:
            yield Reference(each.key, each.place, "keyword", "read", holder)
    for each in lacking:
        for name in _uses(node.body, each.key):
            yield Reference(each.key, here.place(name), "keyword", "read", holder)
    if lacking or not command.is_closed or node.args.kwarg is not None:
        return
    known = {each.key for each in taken}
    place, receiver = here.name_place(node, "def"), Expression(holder.scope, (PARAMETERS,))
    extra = [each for each in command.options if each.key not in known]
    if extra:
        called = f"{node.name}()"
        yield Schema(called, place, "signature", tuple(taken), receiver, silent=frozenset())
        for each in extra:
            yield Reference(each.key, each.place, "keyword", "read", receiver)


def _uses(body: Iterable[ast.stmt], name: str) -> Iterator[ast.Name]:
    for statement in body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and node.id == name:
                yield node


def _is_giving(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=module), attr=name)):
            return module in CLICK and name in GIVING
    return False


def _command(decorators: Iterable[ast.expr], here: Walk) -> Command:
    options, passed, is_closed = [], 0, True
    for each in decorators:
        name = last_name(each.func if isinstance(each, ast.Call) else each)
        if isinstance(each, ast.Call) and _is_giving(each):
            words = {word.arg: word.value for word in each.keywords if word.arg is not None}
            option = _option(each, words, here)
            is_closed = is_closed and option is not None and len(words) == len(each.keywords)
            if option is not None and not _is_hidden(words):
                options.append(option)
        elif name in PASSING:
            passed += 1
        elif name not in GIVING_NOTHING or _is_custom(each):
            is_closed = False
    return Command(tuple(options), passed, is_closed)


def _option(node: ast.Call, words: dict[str, ast.expr], here: Walk) -> Declaration | None:
    """The parameter of one option or argument; None where its name cannot be seen.

    An identifier among the names, else the first long option, else the first (dialects 1.2).
    """
    names = [each for each in node.args if isinstance(each, ast.Constant)]
    texts = [each.value for each in names if isinstance(each.value, str)]
    if not texts or len(texts) != len(node.args):
        return None
    own = [text for text in texts if text.isidentifier() and last_name(node.func) == "option"]
    long = [text for text in texts if text.startswith("--")]
    text = (own or long or texts)[0]
    flag = text.partition("/")[0].strip().lstrip("-")
    key = text if own else flag.replace("-", "_").lower()
    place = here.place(names[texts.index(text)])
    kind, choices = type_of(words), choices_of(words, here)
    return Declaration(key, place, default_of(words, here), kind, choices, _spellings(texts))


def _spellings(texts: list[str]) -> tuple[str, ...]:
    """`--shout/--no-shout` is two options, `-s / -S` as well."""
    names = (name.strip() for text in texts for name in text.split("/"))
    return tuple(each for each in names if each.startswith("-")) or (POSITIONAL,)


def _is_hidden(words: dict[str, ast.expr]) -> bool:
    match words.get("expose_value"):
        case None | ast.Constant(value=True):
            return False
    return True


def _is_custom(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and any(
        each.arg is None or each.arg in CUSTOM for each in node.keywords
    )
