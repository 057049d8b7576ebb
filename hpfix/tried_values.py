"""What code does with each value that a tuner gives in Python: `lr = trial.suggest_float(...)`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from hpfix.model import Expression, Place, Tried
from hpfix.positions import BOM
from hpfix.readers.python_bindings import inner_scope
from hpfix.readers.python_expressions import NAMESPACES, last_name
from hpfix.readers.python_source import Source
from hpfix.readers.python_steps import expression_of
from hpfix.readers.tuner_ranges import tuner_calls

MAPPINGS = NAMESPACES | {"dict"}
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
SPACES = frozenset({"ray", "hyperopt"})
"""The tuners whose calls say what to try, and give no value themselves."""
WHOLE = (".params", "best_params", ".values")
"""By these a program takes all values together."""


class Use(NamedTuple):
    """One use of a value: as the argument of a call, under a key, or in any other code.

    `name` is that of the key, or the keyword or the position of what `function` holds; `key` is
    where the key stands.
    """

    name: str | int = ""
    function: Expression | None = None
    key: Place | None = None


class Way(NamedTuple):
    """A tried value with all uses of it; `is_taken_whole`: the file takes all values together."""

    tried: Tried
    uses: tuple[Use, ...]
    is_taken_whole: bool


def ways_in(path: str, text: str) -> Iterator[Way]:
    """The values that tuners try in a file that was read, each with what the code does with it."""
    tree = ast.parse(text.removeprefix(BOM))
    source = Source(path, text)
    calls = list(tuner_calls(tree, source.mentions, source.of))
    uses = _Uses(tree, source) if calls else None
    is_whole = any(map(source.mentions, WHOLE))
    for call, named, space in calls:
        assert uses is not None
        place = source.place(call.func if named is None else named)
        tried = Tried("" if named is None else str(named.value), place, space)
        yield Way(tried, tuple(uses.of(call)), is_whole or space.tuner in SPACES)


class _Uses:
    """The uses of values in one file."""

    def __init__(self, tree: ast.Module, source: Source) -> None:
        self._tree, self._source = tree, source
        self._parents = {
            inner: outer for outer in ast.walk(tree) for inner in ast.iter_child_nodes(outer)
        }

    def of(self, value: ast.AST, depth: int = 0) -> Iterator[Use]:
        """What is done with the value of an expression."""
        parent = self._parents[value]
        match parent:
            case ast.Expr():
                return
            case ast.keyword(arg=str(name)):
                call = self._parents[parent]
                if isinstance(call, ast.Call):
                    yield self._given(call, name, parent)
            case ast.Call(args=arguments) if value in arguments:
                yield self._given(parent, arguments.index(value), parent)
            case ast.Dict(keys=keys, values=values) if value in values:
                key = keys[values.index(value)]
                yield self._under(key)
            case ast.Assign(targets=[target]) | ast.AnnAssign(target=target):
                yield from self._assigned(target, depth)
            case ast.IfExp() | ast.Starred():
                yield from self.of(parent, depth)
            case _:
                yield Use()

    def _given(self, call: ast.Call, argument: str | int, node: ast.Call | ast.keyword) -> Use:
        if last_name(call.func) in MAPPINGS:
            if isinstance(argument, int):
                return Use()
            return Use(argument, key=self._source.name_place(node, argument))
        return Use(argument, expression_of(call.func, self._scope(call)))

    def _under(self, key: ast.expr | None) -> Use:
        match key:
            case ast.Constant(value=str(name)):
                return Use(name, key=self._source.place(key))
        return Use()

    def _assigned(self, target: ast.expr, depth: int) -> Iterator[Use]:
        function = self._function(target)
        match target:
            case ast.Name(id=name) if function is not None and depth == 0:
                for each in ast.walk(function):
                    match each:
                        case ast.Name(id=found, ctx=ast.Load()) if found == name:
                            yield from self.of(each, depth + 1)
            case ast.Attribute(attr=name):
                end = self._source.place(target)
                start = end.end_column - len(name)
                yield Use(name, key=end._replace(line=end.end_line, column=start))
            case ast.Subscript(slice=key):
                yield self._under(key)
            case _:
                yield Use()

    def _function(self, node: ast.AST) -> ast.AST | None:
        outer = self._parents.get(node)
        while outer is not None and not isinstance(outer, (*SCOPES, ast.Lambda)):
            outer = self._parents.get(outer)
        return outer

    def _scope(self, node: ast.AST) -> str:
        names: list[str] = []
        outer = self._parents.get(node)
        while outer is not None:
            if isinstance(outer, SCOPES):
                names.append(outer.name)
            outer = self._parents.get(outer)
        scope = self._source.path
        for name in reversed(names):
            scope = inner_scope(scope, name)
        return scope
