"""The words of hpfix as values: what is declared, what refers to it, what repairs it.

Named tuples: as frozen as dataclasses, built three times as fast, and importing them takes a fifth
of the time, which is what a check of a small project is made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import IntEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol

Form = Literal[
    "attribute", "subscript", "get", "getattr", "hasattr", "setattr", "membership", "name list",
    "constant", "argument", "dict key", "keyword", "override string", "comment", "search space",
    "YAML key", "command line", "interpolation",
]  # fmt: skip
Mode = Literal["read", "write", "test", "tune", "override"]
Severity = Literal["error", "warning", "note"]
Action = Literal["rename", "rename-declaration", "insert", "delete", "set", "replace", "suppress"]
Scalar = None | bool | int | float | str


ABSENT = "!"
"""Before a key that is known not to be there, where keys are said to be."""


REST = "..."
"""The spelling of what takes all the words of a command line that are left."""


POSITIONAL = "<positional>"
"""The spelling of what a command line gives by its place."""


class Confidence(IntEnum):
    """How far a fix may go by itself (DESIGN 5); higher is surer."""

    unsure = 0
    likely = 1
    safe = 2


class Place(NamedTuple):
    """A span of one file: lines and columns from 1, columns in code points, ends exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Value(NamedTuple):
    """A value as it is written (`source`) and, where it is a literal, what it is.

    `type` is one of int, float, bool, str, none, list, mapping, unknown; `literal` holds the
    scalar, or the scalars of a list, and is None for a mapping and for what is computed. `range`
    is there where a tuner gives the value. `as_text` is the place of a number in YAML that loaders
    of YAML 1.1 read as text: `1e-3`.
    """

    source: str
    type: str
    literal: Scalar | tuple[Scalar, ...] = None
    range: Range | None = None
    as_text: Place | None = None


class Range(NamedTuple):
    """The values a tuner tries for one key: bounds or choices, and the default it starts from.

    `log`: the scale is logarithmic, whatever the bounds are. `base`: the bounds are exponents of
    it (dialects 3.1). `distribution`, `tuner` and the `method` of the whole search are named as
    they are spelled there: `log_uniform_values`, `wandb`, `grid`. `is_empty`: choices are written,
    and there are none; those that are computed are neither.
    """

    type: str | None = None
    low: Value | None = None
    high: Value | None = None
    choices: tuple[Value, ...] = ()
    default: Value | None = None
    log: bool = False
    step: Value | None = None
    base: float | None = None
    distribution: str | None = None
    tuner: str = ""
    method: str = ""
    is_empty: bool = False


class Tried(NamedTuple):
    """What a tuner is told to try under a name, wherever the value goes: `place` is the name's."""

    key: str
    place: Place
    range: Range


class Expression(NamedTuple):
    """An expression that names an object: a base name in a scope, then steps from it.

    `self.hparams` in method `run` of class `Engine` of `a.py` is
    `Expression("a.py::Engine.run", ("self", ".hparams"))`; a call is the step `()`, a constant
    subscript `[name]`, the elements of a collection `[*]`.
    """

    scope: str
    steps: tuple[str, ...]

    @property
    def path(self) -> str:
        return self.scope.split("::")[0]

    def then(self, *steps: str) -> Expression:
        # a third of the time of Expression(...), for one of the objects that are made most
        return tuple.__new__(Expression, (self.scope, self.steps + steps))

    def __str__(self) -> str:
        return "".join(self.steps)


class Declaration(NamedTuple):
    """One key of a schema, with the place of its name.

    `type` is the name of what converts a text to it (`float` of `type=float`), `flag` where it
    takes no text, and `choices` are the only values it may have, where the declaration says so.
    `spellings` are the options that a command line gives it by, dashes included; none where it is
    no option, or nothing shows them.
    """

    key: str
    place: Place
    value: Value | None = None
    type: str | None = None
    choices: tuple[Value, ...] = ()
    spellings: tuple[str, ...] = ()


class Schema(NamedTuple):
    """The keys that one place declares; `holder` is the expression that evaluates to them.

    Two schemas are never the same one, however alike their keys: they compare by identity.
    `closed` says that every declaring site was read. `silent` lists the modes in which an
    undeclared name passes without an error at run time (dialects 1.3); `refuses_defaults` is
    that of its contract. `repeated` are runs of declarations of one key of which the program keeps
    the last: nothing reads those before it. `reserved` are the names that such an object has
    without any declaration: its methods, what its library defines. `abbreviates`: its parser takes
    the beginning of an option's name for it.
    """

    name: str
    place: Place
    form: str
    declarations: tuple[Declaration, ...]
    holder: Expression
    closed: bool = True
    silent: frozenset[Mode] = frozenset({"write", "test"})
    refuses_defaults: bool = False
    repeated: tuple[tuple[Declaration, ...], ...] = ()
    reserved: frozenset[str] = frozenset()
    abbreviates: bool = False

    @property
    def keys(self) -> frozenset[str]:
        return _keys_of(self)

    def declaration(self, key: str) -> Declaration | None:
        return next(iter(self.declarations_of(key)), None)

    def declarations_of(self, key: str) -> tuple[Declaration, ...]:
        """Several where a key is declared in several ways, as by parsers that share a namespace."""
        return _by_key(self).get(key, ())


@lru_cache(maxsize=16384)
def _keys_of(schema: Schema) -> frozenset[str]:
    return frozenset(declaration.key for declaration in schema.declarations)


@lru_cache(maxsize=16384)
def _by_key(schema: Schema) -> Mapping[str, tuple[Declaration, ...]]:
    found: dict[str, tuple[Declaration, ...]] = {}
    for each in schema.declarations:
        found[each.key] = (*found.get(each.key, ()), each)
    return found


class Reference(NamedTuple):
    """One use of a key by name. `receiver` is what the key is looked up in.

    `defaulted`: nothing but `hasattr`, or the default of `getattr`, allows for the key's absence.
    `needs` are other keys of the object without which the program does not come here, and, after
    `ABSENT`, those with which it does not. `called`: what the name stands for is called.
    """

    key: str
    place: Place
    form: Form
    mode: Mode
    receiver: Expression
    guarded: bool = False
    value: Value | None = None
    range: Range | None = None
    defaulted: bool = False
    needs: tuple[str, ...] = ()
    called: bool = False

    @property
    def tried(self) -> Range | None:
        """What a tuner tries: as an entry of a search space, or as the value that is given."""
        return self.value.range if self.range is None and self.value is not None else self.range


class KeyedAccess(NamedTuple):
    """A use of a key that is computed: `getattr(hparams, name)`; `key` is the expression for it."""

    key: Expression
    receiver: Expression
    place: Place
    form: Form
    mode: Mode
    guarded: bool = False


class NameLiteral(NamedTuple):
    """A literal list, tuple or set of strings, or the string keys of a dict literal.

    `owner` is what a dict that configures something is called, and `whole` says that all of its
    keys are in `names`.
    """

    holder: Expression
    names: tuple[tuple[str, Place, Value | None], ...]
    form: Form
    owner: str = ""
    whole: bool = True


class Flow(NamedTuple):
    """`target` may hold what `source` holds: an assignment, an import, a returned value."""

    target: Expression
    source: Expression


class Call(NamedTuple):
    """A call with arguments that name objects; a position or a keyword each.

    `guards` are the keys that are known to be there: an object's steps, or None for any, and a key.
    `is_chosen`: a test decides whether this call is made or another.
    """

    function: Expression
    arguments: tuple[tuple[int | str, Expression], ...]
    guards: tuple[tuple[tuple[str, ...] | None, str], ...] = ()
    is_chosen: bool = False


class Addition(NamedTuple):
    """A key that a call adds to the object it is called on: `parser.add_argument("--lr")`."""

    receiver: Expression
    declaration: Declaration


class KeyedAddition(NamedTuple):
    """A key that a call adds under a computed name: `parser.add_argument(f"--{name}-size")`.

    The key is `before`, what `name` holds and `after`, as the attribute that an option becomes;
    where that is not known, the object in `receiver` may get any key. `of_files`: a key of the
    one configuration file that it takes them from becomes one as well.
    """

    receiver: Expression
    name: Expression
    place: Place
    before: str = ""
    after: str = ""
    of_files: bool = True


class Inclusion(NamedTuple):
    """The object that `receiver` holds has every key that `source` has: `{**base, "lr": 0.1}`."""

    receiver: Expression
    source: Expression


class Signature(NamedTuple):
    """The parameters of a function that a call may give by keyword, with their defaults.

    `is_open` says that it may take others as well: by `**kwargs`, or through a decorator. At the
    scope of a class it says that calls of the class may not be those of its `__init__`.
    """

    scope: str
    place: Place
    parameters: tuple[Declaration, ...]
    is_open: bool = False


class Spread(NamedTuple):
    """`f(**mapping)`: every key of the mapping is given to the function by keyword.

    `is_chosen`: as of a call.
    """

    function: Expression
    mapping: Expression
    is_chosen: bool = False


class Loading(NamedTuple):
    """Every key of a file is given to an object that has its own: `cfg.merge_from_file(path)`.

    `of_fields`: only an object of a class of fields refuses those that it lacks.
    """

    into: Expression
    source: Expression
    of_fields: bool = False


class Renaming(NamedTuple):
    """`cfg.register_renamed_key("SOLVER.LR", "SOLVER.BASE_LR")`: the program says what a key is
    called now; the names alone, where both stand in one mapping."""

    old: str
    new: str


class Removal(NamedTuple):
    """`mapping.pop("lr")`, `del mapping["lr"]`; without a key, any may be taken out."""

    receiver: Expression
    key: str | None


class Overwriting(NamedTuple):
    """The values of `over` are written over those that `under` has; `result` holds them then.

    `skips` says which values are left out: "none", "false" for all that count as false, or "".
    `is_chosen`: as of a call.
    """

    under: Expression
    over: Expression
    place: Place
    result: Expression
    skips: str = ""
    is_chosen: bool = False


class Alignment(NamedTuple):
    """The keys of `iterated` are counted, and what stands at each number in a list as long as
    `counted` is taken to be theirs: `for number, key in enumerate(keys): gains[number]`."""

    counted: Expression
    iterated: Expression
    place: Place


class Contract(NamedTuple):
    """What the objects of a class in the project do with a name that was never declared.

    `silent` are the modes in which it passes (dialects 1.3), `raises` those in which it does not;
    of the others the class says nothing. `refuses_defaults` says whether a read raises what neither
    `hasattr` nor the default of `getattr` catches.
    """

    scope: str
    silent: frozenset[Mode]
    raises: frozenset[Mode] = frozenset()
    refuses_defaults: bool | None = None


class Search(NamedTuple):
    """What a tuner tries in one search, and what the search says of where the values go.

    `holder` evaluates to what is tried. `script` is the path, or the dotted name, of the program
    that it runs, as it is written there; `values` evaluates to what a program takes the values
    from.
    """

    place: Place
    tuner: str
    parameters: tuple[Declaration, ...]
    holder: Expression
    script: str | None = None
    values: Expression | None = None


class Launch(NamedTuple):
    """What starts a search: what it shall try, and the function or the program that it runs."""

    place: Place
    space: Expression | None = None
    function: Expression | None = None
    script: str | None = None


class Scope(NamedTuple):
    """One module, class or function: the names bound in it, its parameters in order."""

    name: str
    kind: Literal["module", "class", "function"]
    bound: frozenset[str]
    parameters: tuple[str, ...] = ()


class BlindSpot(NamedTuple):
    """A place where the tool cannot see, and why; `pattern` limits it to the keys that fit."""

    place: Place
    reason: str
    receiver: Expression | None = None
    pattern: str | None = None


class Facts(NamedTuple):
    """All that was read from one file."""

    schemas: tuple[Schema, ...] = ()
    references: tuple[Reference, ...] = ()
    keyed: tuple[KeyedAccess, ...] = ()
    names: tuple[NameLiteral, ...] = ()
    flows: tuple[Flow, ...] = ()
    calls: tuple[Call, ...] = ()
    additions: tuple[Addition, ...] = ()
    keyed_additions: tuple[KeyedAddition, ...] = ()
    inclusions: tuple[Inclusion, ...] = ()
    contracts: tuple[Contract, ...] = ()
    signatures: tuple[Signature, ...] = ()
    spreads: tuple[Spread, ...] = ()
    loadings: tuple[Loading, ...] = ()
    renamings: tuple[Renaming, ...] = ()
    removals: tuple[Removal, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    overwritings: tuple[Overwriting, ...] = ()
    scopes: tuple[Scope, ...] = ()
    blind_spots: tuple[BlindSpot, ...] = ()
    tried: tuple[Tried, ...] = ()
    searches: tuple[Search, ...] = ()
    launches: tuple[Launch, ...] = ()


class Bound(NamedTuple):
    """A reference with the schema it belongs to, the reason, and how certain it is.

    `flow`: the receiver holds the declared object. `company`: nearly all that is looked up in the
    receiver is declared there. `guess`: much of it is; such a binding may say that a name is
    stale, never that a name is missing (DESIGN 4). `variant`: the receiver holds the object of
    another schema whose place this one can take.
    """

    reference: Reference
    schema: Schema | None
    reason: str
    certainty: Literal["flow", "company", "guess", "variant"]

    @property
    def proven(self) -> bool:
        return self.certainty in ("flow", "company")

    @property
    def is_skipped(self) -> bool:
        """Whether it is a change that is written down for a key, and made only where the key is
        there: `for name, value in {"clip": 1.0}.items(): if hasattr(hp, name): ...`"""
        reference = self.reference
        is_listed = reference.form in ("dict key", "name list", "YAML key")
        is_change = is_listed and reference.guarded and reference.mode == "write"
        return is_change and self.certainty == "flow"

    @property
    def defines(self) -> bool:
        """Whether it gives the declared object a key, rather than a collection of changes to it.

        A write that is tied to the key's presence (`if hasattr(hp, name): setattr(hp, name, v)`)
        gives none; neither does a write or an override that raises (dialects 1.1), nor what a
        comment shows.
        """
        is_change = self.reference.mode in ("write", "override")
        adds = is_change and self.schema is not None and self.reference.mode in self.schema.silent
        is_code = self.reference.form not in ("comment", "command line")
        written = self.proven and adds and is_code and not self.reference.guarded
        return written and (
            self.certainty == "flow" or self.reference.form in ("attribute", "setattr")
        )


class Inner(NamedTuple):
    """A mapping inside of a schema's object: the keys on the way to it, and what it declares."""

    steps: tuple[str, ...]
    declarations: tuple[Declaration, ...]
    schema: Schema | None = None

    def declaration(self, key: str) -> Declaration | None:
        return next((each for each in self.declarations if each.key == key), None)


class Move(NamedTuple):
    """A key that one mapping of a file declared and another one declares now.

    Both are called as the file calls them: `` for the outermost, `optimizer`, `OptimizerConfig`.
    """

    key: str
    source: str
    target: str
    before: Value | None
    after: Value | None


class Overwritten(NamedTuple):
    """The value of a declaration is lost to that of another, where `by` stands.

    `is_certain` says that the program does so in any case, with an object of this schema.
    """

    schema: Schema
    declared: Declaration
    over: Schema
    winning: Declaration
    by: Overwriting
    is_certain: bool


class OutOfStep(NamedTuple):
    """Keys of a schema that another mapping lacks, which a program walks along with it.

    `other` is what that mapping is called and `begins` its first key, `place` where the two are
    taken for one list, and `is_longer` says that the schema has more keys than the other.
    """

    schema: Schema
    missing: tuple[Declaration, ...]
    other: str
    begins: Place
    place: Place
    is_longer: bool


class Searched(NamedTuple):
    """A search with what is known of the way of its values.

    `is_known`: the project shows where they arrive. `is_whole`: something unseen may read any of
    them. `reads` is what is looked up by name in what holds them, `declared` the keys that are
    declared in what a configuration file keeps below another key: it may be handed on whole.
    """

    search: Search
    is_known: bool = False
    is_whole: bool = False
    reads: tuple[Reference, ...] = ()
    declared: frozenset[str] = frozenset()


class Revision(NamedTuple):
    """What one commit, or the change that is not committed, did to the keys a file declares.

    `path` is the present name of the file. `texts` are the files whose lines with the keys in
    question it changed: the path, the text before and after. `moves` are the keys in question that
    it declares elsewhere in the file.
    """

    commit: str | None
    path: str
    before: tuple[Declaration, ...]
    after: tuple[Declaration, ...]
    texts: tuple[tuple[str, str, str], ...] = ()
    moves: tuple[Move, ...] = ()


class History(NamedTuple):
    """The revisions of declaring files as far as the keys in question go, the newest first.

    `stamp` says which commit the project is at, None where its history was not asked for;
    `limits` are sentences that say why more may have happened.
    """

    revisions: tuple[Revision, ...] = ()
    stamp: str | None = None
    limits: tuple[str, ...] = ()


# by identity, and not through a method of ours: they are keys of most of the linker's mappings, and
# a history holds whole files
for _name in ("__eq__", "__ne__", "__hash__"):
    for _class in (Schema, Revision, History):
        setattr(_class, _name, getattr(object, _name))


def nothing_inside(schema: Schema) -> tuple[Inner, ...]:
    """That of a project of which nothing is known."""
    return ()


class Arriving(Protocol):
    """What is known of the way of the values that tuners give in Python (arrivals.py)."""

    def taken_by(self, function: Expression) -> tuple[Schema, ...]: ...
    def read_beside(self, place: Place) -> frozenset[str]: ...
    def is_given_whole(self, place: Place) -> bool: ...
    def best(self) -> Iterator[tuple[Declaration, Declaration | None, Schema]]: ...


class Index(NamedTuple):
    """Every reference of a project bound to its schema, or to none with the reason.

    `opened` are the schemas that something unseen may add keys to; `renames` is old to new, as
    the configuration declares them; `uses` are the references by schema and key; `whole` are the
    schemas of which something unseen may read any key. `history` is that of the keys to explain;
    `tried` is what tuners try, whether it is bound to anything or not, `searches` are their
    searches; `inner_of` tells the mappings inside of a schema's object; `out_of_step` are mappings
    that are walked side by side and differ, `overwritten` are values that are lost to others;
    `read_of_unknown` are the items that are read from objects which nothing shows.
    """

    texts: Mapping[str, str]
    schemas: tuple[Schema, ...]
    bound: tuple[Bound, ...]
    blind_spots: tuple[BlindSpot, ...]
    opened: frozenset[Schema] = frozenset()
    renames: Mapping[str, str] = MappingProxyType({})
    uses: Mapping[Schema, Mapping[str, tuple[Bound, ...]]] = MappingProxyType({})
    whole: frozenset[Schema] = frozenset()
    history: History = History()
    tried: tuple[Tried, ...] = ()
    inner_of: Callable[[Schema], tuple[Inner, ...]] = nothing_inside
    out_of_step: tuple[OutOfStep, ...] = ()
    overwritten: tuple[Overwritten, ...] = ()
    searches: tuple[Searched, ...] = ()
    arrivals: Arriving | None = None
    read_of_unknown: frozenset[str] = frozenset()

    def uses_of(self, schema: Schema, key: str) -> tuple[Bound, ...]:
        return self.uses.get(schema, {}).get(key, ())

    def missing_from(self, schema: Schema) -> tuple[str, ...]:
        """The keys that are used and not declared, sorted."""
        return tuple(sorted(self.uses.get(schema, {}).keys() - schema.keys))


class Evidence(NamedTuple):
    """One fact that speaks for a fix, as one plain sentence."""

    kind: str
    text: str


class Edit(NamedTuple):
    """One rewrite of one file as data: a codemod, the places it is told, its other arguments."""

    path: str
    codemod: str
    places: tuple[Place, ...]
    arguments: tuple[tuple[str, str], ...]


class Fix(NamedTuple):
    """One indivisible repair, best evidence first; `to` is a key, `value` source text.

    `is_remembered`: a person wants the configuration to say so from now on. `is_by_hand`: no option
    takes it, only a person's answer. `choices` are the keys among which each place has its own.
    """

    action: Action
    title: str
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    edits: tuple[Edit, ...]
    to: str | None = None
    value: str | None = None
    is_remembered: bool = False
    is_by_hand: bool = False
    choices: tuple[str, ...] = ()


class Finding(NamedTuple):
    """One disagreement; it is the same finding in two snapshots when its identity is the same."""

    code: str
    name: str
    severity: Severity
    key: str
    message: str
    schema: Schema | None
    bound: tuple[Bound, ...]
    places: tuple[Place, ...]
    fixes: tuple[Fix, ...] = ()

    @property
    def identity(self) -> tuple[str, str, str, str]:
        if self.schema is None:
            return (self.code, self.places[0].path, self.message, self.key)
        return (self.code, self.schema.place.path, self.schema.name, self.key)
