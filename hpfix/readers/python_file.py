"""A Python file: parsed and walked once, each node shown to the readers that want it."""

from __future__ import annotations

import ast
import sys
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from hpfix.model import (
    ABSENT,
    Addition,
    BlindSpot,
    Call,
    Contract,
    Expression,
    Facts,
    Flow,
    Inclusion,
    KeyedAccess,
    KeyedAddition,
    Mode,
    NameLiteral,
    Reference,
    Removal,
    Schema,
    Signature,
    Spread,
    Value,
)
from hpfix.positions import BOM
from hpfix.readers import python_structure as structure
from hpfix.readers.python_bindings import Bindings
from hpfix.readers.python_expressions import (
    alternatives_of,
    expression_of,
    is_own_dict,
    last_name,
)
from hpfix.readers.python_guards import Guard, Remembered
from hpfix.readers.python_loops import Loop
from hpfix.readers.python_source import Source
from hpfix.readers.tuner_values import given_value

Fact = (
    Schema | Reference | KeyedAccess | NameLiteral | Flow | Call | Addition | KeyedAddition
    | Inclusion | Contract | Signature | Spread | Removal | BlindSpot
)  # fmt: skip
FAILING = (Reference, KeyedAccess, Spread)
"""Facts of which nothing is said where a test expects them to fail."""
Reader = Callable[..., Iterable[Fact]]

DEEPEST = 20_000


class Registered(NamedTuple):
    """A reader; of calls, it wants those of functions with one of these names, or all."""

    reader: Reader
    called: frozenset[str] | None


class Plan(NamedTuple):
    """What is done with a node of one type: the readers that see it, the way on into it."""

    readers: tuple[Reader, ...]
    way_in: Callable[..., None]


class Plans(dict[type, Plan | None]):
    """The plan for each type, made when it is first met; None where there is nothing to do."""

    def __missing__(self, kind: type) -> Plan | None:
        way_in = into_call if kind is ast.Call else structure.way_into(kind)
        # which readers see a call depends on what is called
        readers = () if kind is ast.Call else tuple(each.reader for each in READERS[kind])
        is_empty = way_in is None and not readers
        plan = self[kind] = None if is_empty else Plan(readers, way_in or structure.into_nothing)
        return plan


class Called(dict[str, tuple[Reader, ...]]):
    """The readers of a call, by the last name of the function that is called."""

    def __missing__(self, name: str) -> tuple[Reader, ...]:
        readers = self[name] = tuple(
            reader for reader, called in READERS[ast.Call] if called is None or name in called
        )
        return readers


READERS: dict[type, list[Registered]] = defaultdict(list)
PLANS = Plans()
CALLED = Called()


def reads(*kinds: type[ast.AST], called: Iterable[str] | None = None) -> Callable[[Reader], Reader]:
    """Register a reader for the node types it wants to see.

    `called` narrows `ast.Call` to calls of functions with these last names: `HParams` and
    `training.HParams` alike. Every other call costs such a reader nothing.
    """
    names = None if called is None else frozenset(called)

    def register(reader: Reader) -> Reader:
        for kind in kinds:
            READERS[kind].append(Registered(reader, names))
        PLANS.clear()
        CALLED.clear()
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
        self.path, self.text = path, text
        self.scope = path
        source = Source(path, text)
        self.place, self.name_place, self.span = source.place, source.name_place, source.span
        self.source, self.part, self.mentions = source.of, source.part, source.mentions
        self.guards: list[Guard] = []
        self.tests = Remembered()
        self.loops: list[Loop] = []
        self.expects_failure = False
        self.choices = 0
        self.bindings = Bindings(path)
        self.written: dict[ast.expr, ast.expr] = {}
        self.targets: dict[ast.expr, ast.expr] = {}
        self.updated: set[ast.expr] = set()
        # the objects that the file makes and fills, by what holds them; those still empty
        self.grown: dict[Expression, Expression] = {}
        self.empty: dict[Expression, Schema] = {}
        self.to_fill: set[Expression] = set()
        self.hydra_path: str | None = None
        self._found: dict[type, list[Fact]] = defaultdict(list)
        self._met: set[str] = set()
        self._steps: dict[ast.AST | None, tuple[str, ...] | None] = {}

    def facts(self) -> Facts:
        """What was found, by kind; the scopes with all names bound in them."""
        found = self._found
        return Facts(
            schemas=told_apart(found[Schema]),  # type: ignore[arg-type]  # grouped by type
            references=tuple(found[Reference]),  # type: ignore[arg-type]
            keyed=tuple(found[KeyedAccess]),  # type: ignore[arg-type]
            names=tuple(found[NameLiteral]),  # type: ignore[arg-type]
            flows=tuple(found[Flow]),  # type: ignore[arg-type]
            calls=tuple(found[Call]),  # type: ignore[arg-type]
            additions=tuple(found[Addition]),  # type: ignore[arg-type]
            keyed_additions=tuple(found[KeyedAddition]),  # type: ignore[arg-type]
            inclusions=tuple(found[Inclusion]),  # type: ignore[arg-type]
            contracts=tuple(found[Contract]),  # type: ignore[arg-type]
            signatures=tuple(found[Signature]),  # type: ignore[arg-type]
            spreads=tuple(found[Spread]),  # type: ignore[arg-type]
            removals=tuple(found[Removal]),  # type: ignore[arg-type]
            scopes=self.bindings.scopes(),
            blind_spots=tuple(found[BlindSpot]),  # type: ignore[arg-type]
        )

    # what a reader may ask, besides `text`, `place`, `name_place`, `span` and `source`

    def expression(self, node: ast.AST | None) -> Expression | None:
        """The expression as a base name and steps, or None when it names no object."""
        steps = self._steps_of(node)
        return None if steps is None else tuple.__new__(Expression, (self.scope, steps))

    def alternatives(self, node: ast.AST | None) -> tuple[Expression, ...]:
        """Every expression the node may evaluate to: `a or b`, `a if test else b`."""
        if isinstance(node, (ast.BoolOp, ast.IfExp, ast.BinOp)):
            return alternatives_of(node, self.scope)
        steps = self._steps_of(node)
        return () if steps is None else (tuple.__new__(Expression, (self.scope, steps)),)

    def name(self, name: str) -> Expression:
        """The expression that is just this name."""
        return Expression(self.scope, (name,))

    def mode_of(self, node: ast.Attribute | ast.Subscript) -> Mode:
        """Whether the key is read or written; `hp.lr *= 0.5` reads it first."""
        is_written = isinstance(node.ctx, ast.Store) and node not in self.updated
        return "write" if is_written else "read"

    def written_value(self, node: ast.expr) -> Value | None:
        """The value that the enclosing assignment gives to this target."""
        value = self.written.get(node)
        return None if value is None else given_value(value, self.source)

    def name_of(self, value: ast.expr) -> str:
        """What a schema is called: the function that makes it, at module level its variable."""
        _, _, function = self.scope.partition("::")
        target = self.targets.get(value)
        return function or (target.id if isinstance(target, ast.Name) else "hyperparameters")

    def is_first(self, what: str) -> bool:
        """Whether this is asked for the first time in this file."""
        before = what in self._met
        self._met.add(what)
        return not before

    def is_guarded(self, receiver: Expression, key: str) -> bool:
        """Whether a test or a handler around this point allows for the key's absence."""
        return bool(self.guards) and any(guard.covers(receiver, key) for guard in self.guards)

    def needs(self, receiver: Expression, key: str) -> tuple[str, ...]:
        """The other keys known to be there at this point, and after `ABSENT` those known not to."""
        if not self.guards:
            return ()
        owned = (each.key for each in self.guards if each.receiver == receiver.steps)
        return tuple(
            each for each in owned if each != key and each.removeprefix(ABSENT).isidentifier()
        )

    def _steps_of(self, node: ast.AST | None) -> tuple[str, ...] | None:
        """The steps of `expression_of`, kept: a long chain is asked for at each of its steps."""
        if isinstance(node, ast.Name):
            return (node.id,)
        if node in self._steps:
            return self._steps[node]
        steps: tuple[str, ...] | None = None
        if isinstance(node, ast.Attribute):
            owner = self._steps_of(node.value)
            if owner is not None:
                steps = owner if is_own_dict(node) else (*owner, f".{node.attr}")
        else:
            found = expression_of(node, self.scope)
            if found is not None:
                steps = found.steps
        self._steps[node] = steps
        return steps

    # the walk

    def visit(self, node: ast.AST) -> None:
        """Show the node to its readers, then walk on into it."""
        plan = PLANS[type(node)]
        if plan is not None:
            readers, way_in = plan
            if readers:
                self.show(node, readers)
            way_in(node, self)

    def visit_all(self, nodes: Iterable[ast.AST | None]) -> None:
        """Visit each that is there."""
        for node in nodes:
            if node is not None:
                self.visit(node)

    def show(self, node: ast.AST, readers: Iterable[Reader]) -> None:
        """Keep what the readers find in the node."""
        found = self._found
        for reader in readers:
            for fact in reader(node, self):
                if not (self.expects_failure and isinstance(fact, FAILING)):
                    found[type(fact)].append(fact)


def into_call(node: ast.Call, walk: Walk) -> None:
    """A call is seen by the readers of its function's name."""
    walk.show(node, CALLED[last_name(node.func)])
    structure.into_children(node, walk)


def told_apart(schemas: Iterable[Schema]) -> tuple[Schema, ...]:
    """Schemas of one name in one file get numbers: `create`, `create 2`."""
    seen: dict[str, int] = defaultdict(int)
    named = []
    for schema in schemas:
        seen[schema.name] += 1
        count = seen[schema.name]
        named.append(schema if count == 1 else schema._replace(name=f"{schema.name} {count}"))
    return tuple(named)
