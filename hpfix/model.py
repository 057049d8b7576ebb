"""The words of hpfix as values: places, values, what is declared and what refers to it.

Named tuples: as frozen as dataclasses, built three times as fast, and importing them takes a fifth
of the time, which is what a check of a small project is made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

Form = Literal[
    "attribute", "subscript", "get", "getattr", "hasattr", "setattr", "membership", "name list",
    "constant", "argument", "dict key", "keyword", "override string", "comment", "search space",
    "YAML key", "command line", "interpolation",
]  # fmt: skip
Mode = Literal["read", "write", "test", "tune", "override"]
Scalar = None | bool | int | float | str


ABSENT = "!"
"""Before a key that is known not to be there, where keys are said to be."""


REST = "..."
"""The spelling of what takes all the words of a command line that are left."""


POSITIONAL = "<positional>"
"""The spelling of what a command line gives by its place."""


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


def compare_by_identity(*classes: type) -> None:
    """Objects of these are never the same one, however alike; comparing them costs no call.

    They are keys of most of the linker's mappings, and a history holds whole files.
    """
    for each in classes:
        for name in ("__eq__", "__ne__", "__hash__"):
            setattr(each, name, getattr(object, name))


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


class BlindSpot(NamedTuple):
    """A place where the tool cannot see, and why; `pattern` limits it to the keys that fit."""

    place: Place
    reason: str
    receiver: Expression | None = None
    pattern: str | None = None


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


compare_by_identity(Schema)
