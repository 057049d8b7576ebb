"""ClearML's optimizer: `UniformParameterRange("Hyperparameters/lr0", min_value=1e-5, ...)`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import Search
from hpfix.model import Declaration, Expression, Range, Value
from hpfix.readers.python_expressions import last_name, value_of
from hpfix.readers.python_file import Walk, reads

SIGN = "clearml"
RANGES = {
    "UniformParameterRange": "float",
    "LogUniformParameterRange": "float",
    "UniformIntegerParameterRange": "int",
    "DiscreteParameterRange": "",
}
OPTIONS = "Args/"
"""The section of the options of a program, which may be those of a library."""
EXPONENTS = "LogUniformParameterRange"
"""Its bounds are exponents of ten."""


@reads(ast.Module)
def read_space(node: ast.Module, here: Walk) -> Iterator[Search]:
    """All that the file tries; the task that it is tried in is named by a key of the server."""
    if not here.mentions(SIGN) or not any(map(here.mentions, RANGES)):
        return
    calls = [each for each in ast.walk(node) if isinstance(each, ast.Call)]
    tried = [each for each in calls if last_name(each.func) in RANGES]
    declared = tuple(one for each in tried for one in _declared(each, here))
    if declared:
        place = here.place(tried[0])
        yield Search(place, "clearml", declared, Expression(here.path, ("<clearml>",)))


def _declared(call: ast.Call, here: Walk) -> Iterator[Declaration]:
    """The name behind the section: `lr0` of `Hyperparameters/lr0`."""
    words: dict[str | None, ast.expr] = dict(
        zip(("name", "min_value", "max_value"), call.args, strict=False)
    )
    words |= {each.arg: each.value for each in call.keywords}
    label = words.get("name")
    match label:
        case ast.Constant(value=str(name)):
            key = name.rpartition("/")[2]
            at = here.source(label).rfind(key)
            if key and at >= 0 and not name.startswith(OPTIONS):
                value = Value("", "unknown", range=_range(last_name(call.func), words, here))
                yield Declaration(key, here.part(label, at, len(key)), value)


def _range(kind: str, words: dict[str | None, ast.expr], here: Walk) -> Range:
    def value(word: str) -> Value | None:
        node = words.get(word)
        return None if node is None else value_of(node, here.source(node))

    listed = words.get("values")
    choices = listed.elts if isinstance(listed, (ast.List, ast.Tuple)) else ()
    return Range(
        type=RANGES[kind] or None,
        low=value("min_value"),
        high=value("max_value"),
        choices=tuple(value_of(each, here.source(each)) for each in choices),
        step=value("step_size"),
        log=kind == EXPONENTS,
        base=10.0 if kind == EXPONENTS else None,
        distribution=kind,
        tuner="clearml",
    )
