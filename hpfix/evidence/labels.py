"""Labels of a study that are no name of what is returned for them, where all others are."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from hpfix.positions import BOM, line_starts, line_text

SIGN = "suggest_"
FEWEST = 4
"""So many values have to be returned under their own labels."""


class OddLabel(NamedTuple):
    """A label, the key that its value is returned under, and where the label stands: the line and
    the columns, from 1 and in code points."""

    label: str
    key: str
    line: int
    column: int
    end_column: int


@lru_cache(maxsize=256)
def odd_labels(text: str) -> tuple[OddLabel, ...]:
    """The odd one of each function; none where the file does not parse."""
    if SIGN not in text:
        return ()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text.removeprefix(BOM))
    except (SyntaxError, ValueError, RecursionError):
        return ()
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    functions = [each for each in ast.walk(tree) if isinstance(each, kinds)]
    return tuple(one for each in functions for one in _odd_in(each, text))


def strings_in(text: str, word: str) -> int:
    """How often a text has a string that is the word."""
    return sum(text.count(f"{quote}{word}{quote}") for quote in "\"'")


def _odd_in(function: ast.FunctionDef | ast.AsyncFunctionDef, text: str) -> Iterator[OddLabel]:
    """`return {"batch_size": batch_size, "learning_rate": rate}`, labelled `lr`"""
    labels: dict[str, ast.Constant] = {}
    dicts: dict[str, ast.Dict] = {}
    returned: list[ast.expr] = []
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict() as value):
                dicts[name] = value
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                label = _label(value)
                if label is not None:
                    labels[name] = label
            case ast.Return(value=ast.expr() as value):
                returned.append(value)
    for value in returned:
        made = dicts.get(value.id) if isinstance(value, ast.Name) else value
        pairs = list(_pairs(made, labels)) if isinstance(made, ast.Dict) else []
        odd = [each for each in pairs if each[0] != each[1].value]
        if len(odd) == 1 and len(pairs) > FEWEST:
            yield _placed(*odd[0], text)


def _pairs(made: ast.Dict, labels: dict[str, ast.Constant]) -> Iterator[tuple[str, ast.Constant]]:
    for key, value in zip(made.keys, made.values, strict=True):
        label = labels.get(value.id) if isinstance(value, ast.Name) else _label(value)
        if isinstance(key, ast.Constant) and isinstance(key.value, str) and label is not None:
            yield key.value, label


def _label(value: ast.expr) -> ast.Constant | None:
    match value:
        case ast.Call(func=ast.Attribute(attr=name), args=[ast.Constant(value=str()) as label, *_]):
            return label if name.startswith(SIGN) else None
    return None


def _placed(key: str, label: ast.Constant, text: str) -> OddLabel:
    line = line_text(text, line_starts(text), label.lineno).encode()
    start, end = (
        len(line[:offset].decode(errors="replace")) + 1
        for offset in (label.col_offset, label.end_col_offset or 0)
    )
    return OddLabel(str(label.value), key, label.lineno, start, end)
