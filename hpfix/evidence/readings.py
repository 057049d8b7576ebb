"""Which names some code looks up: whatever the object is, it may be where the value is taken."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator, Mapping
from functools import lru_cache

from hpfix.evidence.mentions import words_among
from hpfix.notebook_cells import CODE, cells_of
from hpfix.notebook_magics import python_of
from hpfix.positions import BOM

LABELLED = frozenset(
    "Float Int Choice Boolean Fixed uniform quniform loguniform qloguniform normal choice randint "
    "uniformint suggest_float suggest_int suggest_uniform suggest_loguniform suggest_categorical "
    "suggest_discrete_uniform".split()
)
"""Functions of tuners that are told a name, and try values for it."""
INTERPOLATED = "${"
"""What gives a value to another one in a configuration."""


def unread(keys: frozenset[str], texts: Mapping[str, str]) -> frozenset[str]:
    """Of some names, those that no file of a project looks up, takes or passes on."""
    left = keys
    stems = {each: _stem(each) for each in keys}
    for path, text in texts.items():
        if not left:
            break
        named = frozenset(each for each in left if stems[each] in text)
        if named:
            left -= _looked_up(path, text, named)
    return left


def _stem(key: str) -> str:
    """`layer` of `layer0`, a name that may be put together."""
    return key.rstrip("0123456789") or key


def _looked_up(path: str, text: str, keys: frozenset[str]) -> frozenset[str]:
    if path.endswith(".py"):
        return _read_in(text, keys)
    return _read_in_cells(text, keys) if path.endswith(".ipynb") else _given_on(text, keys)


def _read_in_cells(text: str, keys: frozenset[str]) -> frozenset[str]:
    """Of a cell that is no Python, all that it mentions; all of them where the notebook is none."""
    try:
        sources = [each.source for each in cells_of(text) if each.kind == CODE]
    except SyntaxError:
        return keys
    found: frozenset[str] = frozenset()
    for source in sources:
        named = frozenset(each for each in keys - found if _stem(each) in source)
        if named:
            python = python_of(source)
            found |= named if python is None else _read_in(python, named)
    return found


def _given_on(text: str, keys: frozenset[str]) -> frozenset[str]:
    """`lr: ${optimizer.lr}`"""
    parts = (part.partition("}")[0] for part in text.split(INTERPOLATED)[1:])
    return words_among(" ".join(parts), keys) if INTERPOLATED in text else frozenset()


@lru_cache(maxsize=1024)
def _read_in(text: str, keys: frozenset[str]) -> frozenset[str]:
    """All of them where the file does not parse."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text.removeprefix(BOM))
    except (SyntaxError, ValueError, RecursionError):
        return keys
    names = frozenset(_names_in(tree, is_own=True))
    return frozenset(each for each in keys if each in names or _is_formed(each, names))


def _is_formed(key: str, names: frozenset[str]) -> bool:
    """`f"layer{number}"`, `"layer%d" % number`"""
    stem = _stem(key)
    return stem != key and any(
        each == stem or each.startswith((f"{stem}{{", f"{stem}%")) for each in names
    )


def _names_in(node: ast.AST, *, is_own: bool) -> Iterator[str]:
    """`is_own`: a name that is bound here is one of a module or of a class."""
    match node:
        case ast.Attribute(attr=name, ctx=ast.Load()) | ast.arg(arg=name):
            yield name
        case ast.Constant(value=str(name)):
            yield name
        case ast.Name(id=name, ctx=ast.Store()) if is_own:
            yield name
        case ast.ImportFrom(names=names):
            yield from (each.name for each in names)
        case ast.Subscript(value=value, slice=ast.Constant(), ctx=ast.Store() | ast.Del()):
            yield from _names_in(value, is_own=is_own)
            return
        case ast.Dict(keys=keys, values=values):
            for key, value in zip(keys, values, strict=True):
                if key is not None and (not isinstance(key, ast.Constant) or _names(value)):
                    yield from _names_in(key, is_own=is_own)
                yield from _names_in(value, is_own=is_own)
            return
        case ast.Call(
            func=ast.Name(function) | ast.Attribute(attr=function),
            args=[ast.Constant(), *others],
            keywords=keywords,
        ) if function in LABELLED:
            for each in (*others, *keywords):
                yield from _names_in(each, is_own=is_own)
            return
        case ast.Expr(value=ast.Constant()):
            return
    is_inner = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
    for child in ast.iter_child_nodes(node):
        yield from _names_in(child, is_own=is_own and not is_inner)


def _names(value: ast.expr) -> bool:
    """Whether what stands under a key may be another name for it, or what looks it up."""
    match value:
        case ast.Constant(value=str()) | ast.Attribute() | ast.Name() | ast.Lambda():
            return True
    return False
