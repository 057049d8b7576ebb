"""A Python file: parsed and walked once, each node shown to the readers that want it."""

from __future__ import annotations

import ast
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import NamedTuple

from hpfix.depth import room
from hpfix.facts import Facts, KeyedAccess, Spread
from hpfix.model import ABSENT, Expression, Mode, Reference, Schema, Value
from hpfix.positions import BOM
from hpfix.readers import python_structure as structure
from hpfix.readers.facts import Fact, facts_of
from hpfix.readers.python_bindings import Bindings, Names
from hpfix.readers.python_expressions import last_name
from hpfix.readers.python_guards import Guard, Remembered
from hpfix.readers.python_loops import Loop
from hpfix.readers.python_source import Source
from hpfix.readers.python_steps import BRANCHING, Known, alternatives_of, steps_of
from hpfix.readers.tuner_values import given_value

FAILING = (Reference, KeyedAccess, Spread)
"""Facts of which nothing is said where a test expects them to fail."""
Reader = Callable[..., Iterable[Fact]]
Way = Callable[..., None]

DEEPEST = 20_000

SORTS: dict[type, Callable[..., object]] = {
    ast.Call: lambda node: last_name(node.func),
    ast.Attribute: attrgetter("attr"),
    ast.FunctionDef: attrgetter("name"),
    ast.Assign: lambda node: type(node.value),
    ast.AnnAssign: lambda node: type(node.value),
}
"""For the nodes that there are most of: which of them a reader may say that it wants."""


class Measured(NamedTuple):
    """What a length, or a list of that length, was taken from."""

    owner: Expression
    is_list: bool


class Filtered(NamedTuple):
    """A mapping without some of the values of another: what `skips` says, as of Overwriting."""

    source: Expression
    skips: str


class Registered(NamedTuple):
    """A reader, and the sorts of nodes that it wants: these, those that a function accepts, all."""

    reader: Reader
    wanted: frozenset[object] | Callable[..., bool] | None

    def wants(self, sort: object) -> bool:
        if isinstance(self.wanted, frozenset):
            return sort in self.wanted
        return self.wanted is None or self.wanted(sort)


class Chosen(dict[object, tuple[Reader, ...]]):
    """The readers of each sort of node of one type; of other sorts, chosen when first met."""

    def __init__(self, registered: list[Registered]) -> None:
        for each in registered:
            for sort in each.wanted if isinstance(each.wanted, frozenset) else ():
                if sort not in self:
                    self[sort] = tuple(one.reader for one in registered if one.wants(sort))
        self._others = [each for each in registered if not isinstance(each.wanted, frozenset)]

    def __missing__(self, sort: object) -> tuple[Reader, ...]:
        readers = self[sort] = tuple([each.reader for each in self._others if each.wants(sort)])
        return readers


class Ways(dict[type, Way | None]):
    """The way through nodes of each type, made when it is first met; None: nothing to do."""

    def __missing__(self, kind: type) -> Way | None:
        way_in, registered = structure.way_into(kind), READERS[kind]
        way = _shown(SORTS.get(kind), registered, way_in) if registered else way_in
        self[kind] = way
        return way


def _shown(
    sort_of: Callable[..., object] | None, registered: list[Registered], way_in: Way | None
) -> Way:
    """To the readers, then on into the node."""
    chosen = Chosen(registered)
    on = way_in or structure.into_nothing
    if sort_of is None:
        readers = chosen[None]

        def way(node: ast.AST, walk: Walk) -> None:
            walk.show(node, readers)
            on(node, walk)

        return way

    def sorted_way(node: ast.AST, walk: Walk) -> None:
        walk.show(node, chosen[sort_of(node)])
        on(node, walk)

    return sorted_way


READERS: dict[type, list[Registered]] = defaultdict(list)
WAYS = Ways()


def reads(
    *kinds: type[ast.AST],
    called: Iterable[str] | Callable[[str], bool] | None = None,
    given: Iterable[type] | None = None,
) -> Callable[[Reader], Reader]:
    """Register a reader for the node types it wants to see.

    `called` narrows `ast.Call` to calls of functions with these last names, or with those that it
    accepts: `HParams` and `training.HParams` alike; `ast.Attribute` and `ast.FunctionDef` to those
    with these names. `given` narrows assignments to values of these types. Every other node costs
    such a reader nothing.
    """
    wanted: frozenset[object] | Callable[..., bool] | None = None
    if called is not None:
        wanted = called if callable(called) else frozenset[object](called)
    elif given is not None:
        wanted = frozenset[object](given)

    def register(reader: Reader) -> Reader:
        for kind in kinds:
            READERS[kind].append(Registered(reader, wanted))
        WAYS.clear()
        return reader

    return register


def read_python(path: str, text: str) -> Facts:
    """The facts of one Python file. Raises SyntaxError, ValueError or RecursionError."""
    walk = Walk(path, text)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(text.removeprefix(BOM))
    # the parser has set its own bound to nesting; a long chain of elif is deep and is no trouble
    with room(DEEPEST):
        walk.visit(tree)
    return walk.facts()


class Walk:
    """One walk over one file: the scope it is in, the keys that are guarded, the facts so far."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.scope, self.names = path, Names(path)
        # the function, class or module; inside a comprehension, what that stands in
        self.frame = path
        source = Source(path, text)
        self.is_ascii = source.is_ascii
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
        self.called: ast.expr | None = None
        # the objects that the file makes and fills, by what holds them; those still empty
        self.grown: dict[Expression, Expression] = {}
        self.empty: dict[Expression, Schema] = {}
        self.renamed: dict[str, str] = {}
        self.taking_more: set[Expression] = set()
        self.to_fill: set[Expression] = set()
        # the lengths and lists that are as long as a mapping, by the name that holds them
        self.measured: dict[Expression, Measured] = {}
        # the mappings that a comprehension leaves something out of
        self.filtered: dict[Expression, Filtered] = {}
        # how the parameters of a sweep are gone through, by the mapping of them
        self.methods: dict[ast.expr, str] = {}
        self.hydra_path: str | None = None
        self._found: list[Fact] = []
        self._met: set[str] = set()
        self._known: Known = {}
        self.ways = WAYS

    def facts(self) -> Facts:
        """What was found, by kind; the scopes with all names bound in them."""
        return facts_of(self._found, self.bindings.scopes())

    # what a reader may ask, besides `text`, `place`, `name_place`, `span` and `source`

    def expression(self, node: ast.AST | None) -> Expression | None:
        """The expression as a base name and steps, or None when it names no object."""
        if type(node) is ast.Name:
            return self.names[node.id]
        steps = steps_of(node, self._known)
        return None if steps is None else tuple.__new__(Expression, (self.scope, steps))

    def alternatives(self, node: ast.AST | None) -> tuple[Expression, ...]:
        """Every expression the node may evaluate to: `a or b`, `a if test else b`."""
        if type(node) is ast.Name:
            return (self.names[node.id],)
        if type(node) in BRANCHING:
            return alternatives_of(node, self.scope, self._known)
        steps = steps_of(node, self._known)
        return () if steps is None else (tuple.__new__(Expression, (self.scope, steps)),)

    def name(self, name: str) -> Expression:
        """The expression that is just this name."""
        return self.names[name]

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
        _, _, function = self.frame.partition("::")
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

    # the walk

    def visit(self, node: ast.AST) -> None:
        """Show the node to its readers, then walk on into it."""
        way = WAYS[type(node)]
        if way is not None:
            way(node, self)

    def visit_all(self, nodes: Iterable[ast.AST | None]) -> None:
        """Visit each that is there."""
        for node in nodes:
            way = WAYS[type(node)]
            if way is not None:
                way(node, self)

    def show(self, node: ast.AST, readers: Iterable[Reader]) -> None:
        """Keep what the readers find in the node."""
        found = self._found
        if self.expects_failure:
            for reader in readers:
                found += [each for each in reader(node, self) if not isinstance(each, FAILING)]
        else:
            for reader in readers:
                found += reader(node, self)
