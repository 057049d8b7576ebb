"""`mp.spawn(run, args=(hparams,))`, `partial(run, hparams=hparams)`: a call by another."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import Call
from hpfix.readers.python_file import Walk, reads

RANKED = frozenset({"spawn"})
"""torch's `spawn` gives the number of the process before all others."""


@reads(ast.Call, called=["spawn", "Process", "Thread", "apply_async", "start_processes"])
def read_started_function(node: ast.Call, here: Walk) -> Iterator[Call]:
    """The function is called with the members of `args`."""
    words = {each.arg: each.value for each in node.keywords}
    target = words.get("target") or words.get("fn") or next(iter(node.args), None)
    given = words.get("args")
    function = here.expression(target)
    if function is None or not isinstance(given, (ast.Tuple, ast.List)):
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    first = 1 if name in RANKED else 0
    arguments = tuple(
        (position, each)
        for position, element in enumerate(given.elts, start=first)
        for each in here.alternatives(element)
    )
    if arguments:
        yield Call(function, arguments)


@reads(ast.Call, called=["partial"])
def read_partial(node: ast.Call, here: Walk) -> Iterator[Call]:
    """`functools.partial(collate, hparams=hparams)`: whoever calls it gives the rest"""
    match node:
        case ast.Call(args=[called, *given]):
            function = here.expression(called)
        case _:
            return
    if function is None or any(isinstance(each, ast.Starred) for each in given):
        return
    values: dict[int | str, ast.expr] = dict(enumerate(given))
    values.update({each.arg: each.value for each in node.keywords if each.arg is not None})
    arguments = [(at, each) for at, value in values.items() for each in here.alternatives(value)]
    if arguments:
        yield Call(function, tuple(arguments), tuple(here.guards), bool(here.choices))
