"""What is read from one file, before anything is known of the others."""

from __future__ import annotations

from typing import Literal, NamedTuple

from hpfix.model import (
    BlindSpot,
    Declaration,
    Expression,
    Form,
    Mode,
    Place,
    Reference,
    Schema,
    Tried,
    Value,
)


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
