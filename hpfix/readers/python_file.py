"""A Python file: parsed and walked once, each node shown to the readers that want it."""

from __future__ import annotations

import ast
import sys
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from hpfix.model import (
    Addition,
    BlindSpot,
    Call,
    Contract,
    Expression,
    Facts,
    Flow,
    Inclusion,
    KeyedAccess,
    Mode,
    NameLiteral,
    Place,
    Reference,
    Schema,
    Scope,
    Value,
)
from hpfix.positions import BOM, line_starts, line_text
from hpfix.readers import python_guards as guards
from hpfix.readers.python_expressions import expression_of, value_of

Fact = (
    Schema | Reference | KeyedAccess | NameLiteral | Flow | Call | Addition | Inclusion | Contract
    | BlindSpot
)  # fmt: skip
Reader = Callable[..., Iterator[Fact]]
Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda

READERS: dict[type[ast.AST], list[Reader]] = defaultdict(list)
DEEPEST = 20_000
LEAVES = (ast.expr_context, ast.operator, ast.boolop, ast.unaryop, ast.cmpop, ast.Constant)


def reads(*kinds: type[ast.AST]) -> Callable[[Reader], Reader]:
    """Register a reader for the node types it wants to see."""

    def register(reader: Reader) -> Reader:
        for kind in kinds:
            READERS[kind].append(reader)
        return reader

    return register


def read_python(path: str, text: str) -> Facts:
    """The facts of one Python file. Raises SyntaxError, ValueError or RecursionError."""
    walk = Walk(path, text)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(text.removeprefix(BOM))
    # the parser has set its own bound to nesting; a long chain of elif is deep and is no trouble
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, DEEPEST))
    try:
        walk.visit(tree)
    finally:
        sys.setrecursionlimit(limit)
    return walk.facts()


class Walk:
    """One walk over one file: the scope it is in, the keys that are guarded, the facts so far."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.scope = path
        self._text = text
        self._starts = line_starts(text)
        self._guards: list[guards.Guard] = []
        self._expects_failure = False
        self._bound: dict[str, set[str]] = {path: set()}
        self._outer: dict[str, set[str]] = {path: set()}
        self._scopes = [Scope(path, "module", frozenset())]
        self._found: dict[type, list[Fact]] = defaultdict(list)
        self._written: dict[ast.expr, ast.expr] = {}
        self._targets: dict[ast.expr, ast.expr] = {}
        self._updated: set[ast.expr] = set()

    def facts(self) -> Facts:
        """What was found, by kind; the scopes with all names bound in them."""
        scopes = tuple(
            Scope(each.name, each.kind, frozenset(self._bound[each.name]), each.parameters)
            for each in self._scopes
        )
        found = self._found
        return Facts(
            schemas=told_apart(found[Schema]),  # type: ignore[arg-type]  # grouped by type
            references=tuple(found[Reference]),  # type: ignore[arg-type]
            keyed=tuple(found[KeyedAccess]),  # type: ignore[arg-type]
            names=tuple(found[NameLiteral]),  # type: ignore[arg-type]
            flows=tuple(found[Flow]),  # type: ignore[arg-type]
            calls=tuple(found[Call]),  # type: ignore[arg-type]
            additions=tuple(found[Addition]),  # type: ignore[arg-type]
            inclusions=tuple(found[Inclusion]),  # type: ignore[arg-type]
            contracts=tuple(found[Contract]),  # type: ignore[arg-type]
            scopes=scopes,
            blind_spots=tuple(found[BlindSpot]),  # type: ignore[arg-type]
        )

    # what a reader may ask

    def expression(self, node: ast.AST | None) -> Expression | None:
        """The expression as a base name and steps, or None when it names no object."""
        return expression_of(node, self.scope)

    def name(self, name: str) -> Expression:
        """The expression that is just this name."""
        return Expression(self.scope, (name,))

    def place(self, node: ast.expr | ast.stmt | ast.keyword) -> Place:
        """Where the node stands."""
        assert node.end_lineno is not None and node.end_col_offset is not None
        return self.span(node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)

    def name_place(self, node: ast.expr | ast.stmt | ast.keyword, name: str) -> Place:
        """Where a name of this length stands at the start of the node."""
        size = len(name.encode())
        return self.span(node.lineno, node.col_offset, node.lineno, node.col_offset + size)

    def span(self, line: int, start: int, end_line: int, end: int) -> Place:
        """A place from the lines and UTF-8 byte columns of `ast`."""
        return Place(
            self.path, line, self._column(line, start), end_line, self._column(end_line, end)
        )

    def source(self, node: ast.expr) -> str:
        """The source text of an expression."""
        place = self.place(node)
        start = self._starts[place.line - 1] + place.column - 1
        return self._text[start : self._starts[place.end_line - 1] + place.end_column - 1]

    def mode_of(self, node: ast.Attribute | ast.Subscript) -> Mode:
        """Whether the key is read or written; `hp.lr *= 0.5` reads it first."""
        is_written = isinstance(node.ctx, ast.Store) and node not in self._updated
        return "write" if is_written else "read"

    def written_value(self, node: ast.expr) -> Value | None:
        """The value that the enclosing assignment gives to this target."""
        value = self._written.get(node)
        return None if value is None else value_of(value, self.source(value))

    def name_of(self, value: ast.expr) -> str:
        """What a schema is called: the function that makes it, at module level its variable."""
        _, _, function = self.scope.partition("::")
        target = self._targets.get(value)
        return function or (target.id if isinstance(target, ast.Name) else "hyperparameters")

    def is_guarded(self, receiver: Expression, key: str) -> bool:
        """Whether a test or a handler around this point allows for the key's absence."""
        return any(guard.covers(receiver, key) for guard in self._guards)

    def _column(self, line: int, byte: int) -> int:
        text = line_text(self._text, self._starts, line)
        if text.isascii():
            return byte + 1
        return len(text.encode()[:byte].decode(errors="replace")) + 1

    # the walk

    def visit(self, node: ast.AST) -> None:
        """Show the node to its readers, then walk on into it."""
        kind = type(node)
        for reader in READERS.get(kind, ()):
            for fact in reader(node, self):
                if not (self._expects_failure and isinstance(fact, (Reference, KeyedAccess))):
                    self._found[type(fact)].append(fact)
        structure = STRUCTURES.get(kind)
        if structure is None:
            self._visit_children(node)
        else:
            structure(self, node)

    def _visit_children(self, node: ast.AST) -> None:
        for name in node._fields:
            value = getattr(node, name, None)
            if type(value) is list:
                if value and isinstance(value[0], ast.stmt):
                    self._visit_body(value)
                else:
                    for each in value:
                        if isinstance(each, ast.AST):
                            self.visit(each)
            elif isinstance(value, ast.AST) and not isinstance(value, LEAVES):
                self.visit(value)

    def _visit_body(self, body: Iterable[ast.stmt]) -> None:
        before = len(self._guards)
        for statement in body:
            self.visit(statement)
            self._guards += guards.after_statement(statement, self.scope)
        del self._guards[before:]

    @contextmanager
    def _guarded(self, more: Iterable[guards.Guard]) -> Iterator[None]:
        before = len(self._guards)
        self._guards += more
        yield
        del self._guards[before:]

    def bind(self, name: str) -> None:
        """A name is bound here."""
        if name not in self._outer[self.scope]:
            self._bound[self.scope].add(name)

    def _visit_assignment(self, node: ast.Assign | ast.AnnAssign | ast.AugAssign) -> None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in targets:
            if isinstance(node, ast.AugAssign):
                self._updated.add(target)
            elif node.value is not None:
                self._written[target] = node.value
                self._targets[node.value] = target
        self._visit_children(node)

    def _visit_name(self, node: ast.Name) -> None:
        if not isinstance(node.ctx, ast.Load):
            self.bind(node.id)

    def _visit_outer(self, node: ast.Global | ast.Nonlocal) -> None:
        self._outer[self.scope].update(node.names)
        if isinstance(node, ast.Global):
            self._bound[self.path].update(node.names)

    def _visit_import(self, node: ast.Import | ast.ImportFrom) -> None:
        for alias in node.names:
            self.bind(alias.asname or alias.name.split(".")[0])

    def _visit_handler(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self.bind(node.name)
        self._visit_children(node)

    def _visit_function(self, node: Function) -> None:
        outside: list[ast.AST | None] = [*node.args.defaults, *node.args.kw_defaults]
        name = f"<lambda {node.lineno}:{node.col_offset}>"
        if not isinstance(node, ast.Lambda):
            name = node.name
            self.bind(name)
            outside += [*node.decorator_list, node.returns]
        parameters = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        for each in (*outside, *(parameter.annotation for parameter in parameters)):
            if each is not None:
                self.visit(each)
        rest = [each.arg for each in (node.args.vararg, node.args.kwarg) if each is not None]
        names = tuple(parameter.arg for parameter in parameters)
        with self.inside(name, "function", names, also_bound=rest):
            if isinstance(node, ast.Lambda):
                self.visit(node.body)
            else:
                self._visit_body(node.body)

    def _visit_class(self, node: ast.ClassDef) -> None:
        self.bind(node.name)
        for each in (*node.decorator_list, *node.bases, *node.keywords):
            self.visit(each)
        with self.inside(node.name, "class", ()):
            self._visit_body(node.body)

    @contextmanager
    def inside(
        self, name: str, kind: str, parameters: tuple[str, ...], *, also_bound: Iterable[str] = ()
    ) -> Iterator[None]:
        """Walk a class or a function: its own scope, with none of the guards outside a def."""
        outer = self.scope
        self.scope = inner_scope(outer, name)
        if self.scope not in self._bound:
            self._bound[self.scope] = set()
            self._outer[self.scope] = set()
            assert kind in ("class", "function")
            scope_kind = "class" if kind == "class" else "function"
            self._scopes.append(Scope(self.scope, scope_kind, frozenset(), parameters))  # type: ignore[arg-type]
        self._bound[self.scope].update(parameters, also_bound)
        yield
        self.scope = outer

    def _visit_if(self, node: ast.If | ast.IfExp | ast.While) -> None:
        self.visit(node.test)
        held, refuted = guards.of_test(node.test, self.scope)
        with self._guarded(held):
            self._visit_branch(node.body)
        with self._guarded(refuted):
            self._visit_branch(node.orelse)

    def _visit_branch(self, branch: list[ast.stmt] | ast.expr) -> None:
        if isinstance(branch, list):
            self._visit_body(branch)
        else:
            self.visit(branch)

    def _visit_boolop(self, node: ast.BoolOp) -> None:
        before = len(self._guards)
        for operand in node.values:
            self.visit(operand)
            held, refuted = guards.of_test(operand, self.scope)
            self._guards += held if isinstance(node.op, ast.And) else refuted
        del self._guards[before:]

    def _visit_with(self, node: ast.With | ast.AsyncWith) -> None:
        before = self._expects_failure
        self._expects_failure = before or guards.expects_failure(node)
        self._visit_children(node)
        self._expects_failure = before

    def _visit_try(self, node: ast.Try) -> None:
        with self._guarded(guards.of_handlers(node)):
            self._visit_body(node.body)
        for handler in node.handlers:
            self.visit(handler)
        self._visit_body(node.orelse)
        self._visit_body(node.finalbody)

    def _visit_comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp
    ) -> None:
        before = len(self._guards)
        for generator in node.generators:
            self.visit(generator)
            for test in generator.ifs:
                self._guards += guards.of_test(test, self.scope)[0]
        parts = (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,)
        for part in parts:
            self.visit(part)
        del self._guards[before:]


def told_apart(schemas: Iterable[Schema]) -> tuple[Schema, ...]:
    """Schemas of one name in one file get numbers: `create`, `create 2`."""
    seen: dict[str, int] = defaultdict(int)
    named = []
    for schema in schemas:
        seen[schema.name] += 1
        count = seen[schema.name]
        named.append(schema if count == 1 else schema._replace(name=f"{schema.name} {count}"))
    return tuple(named)


def inner_scope(outer: str, name: str) -> str:
    """The name of a scope inside another: `a.py::Engine` then `a.py::Engine.run`."""
    return f"{outer}.{name}" if "::" in outer else f"{outer}::{name}"


STRUCTURES: dict[type[ast.AST], Callable[..., None]] = {
    ast.Assign: Walk._visit_assignment,
    ast.AnnAssign: Walk._visit_assignment,
    ast.AugAssign: Walk._visit_assignment,
    ast.Name: Walk._visit_name,
    ast.Global: Walk._visit_outer,
    ast.Nonlocal: Walk._visit_outer,
    ast.Import: Walk._visit_import,
    ast.ImportFrom: Walk._visit_import,
    ast.ExceptHandler: Walk._visit_handler,
    ast.FunctionDef: Walk._visit_function,
    ast.AsyncFunctionDef: Walk._visit_function,
    ast.Lambda: Walk._visit_function,
    ast.ClassDef: Walk._visit_class,
    ast.If: Walk._visit_if,
    ast.IfExp: Walk._visit_if,
    ast.While: Walk._visit_if,
    ast.BoolOp: Walk._visit_boolop,
    ast.Try: Walk._visit_try,
    ast.With: Walk._visit_with,
    ast.AsyncWith: Walk._visit_with,
    ast.ListComp: Walk._visit_comprehension,
    ast.SetComp: Walk._visit_comprehension,
    ast.GeneratorExp: Walk._visit_comprehension,
    ast.DictComp: Walk._visit_comprehension,
}
