"""What an expression may hold: a schema's object, a module, a class, a function, literal names.

The objects are named tuples, and tuples of equal fields are equal: `kind` keeps them apart.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from hpfix.model import Expression, Form, Place, Schema, Value


class Declared(NamedTuple):
    """The object that a schema declares."""

    schema: Schema
    kind: Literal["declared"] = "declared"


class File(NamedTuple):
    """The path, the stream or the text of a file, which has no keys before it is loaded."""

    path: str
    kind: Literal["file"] = "file"


class Parser(NamedTuple):
    """An argument parser: its options declare the namespace that it returns."""

    schema: Schema
    kind: Literal["parser"] = "parser"


class Module(NamedTuple):
    """A module of the project."""

    path: str
    kind: Literal["module"] = "module"


class Definition(NamedTuple):
    """A class or a function of the project, by its scope."""

    scope: str
    kind: Literal["definition"] = "definition"


class Instance(NamedTuple):
    """An object of a class of the project."""

    scope: str
    kind: Literal["instance"] = "instance"


class Names(NamedTuple):
    """A literal collection of names."""

    holder: Expression
    kind: Literal["names"] = "names"


class Name(NamedTuple):
    """One literal name, where it stands, with the value beside it, and what it is one of."""

    text: str
    place: Place
    form: Form
    value: Value | None
    within: Expression


class Method(NamedTuple):
    """A method that returns the same object when it is called."""

    owner: Object
    kind: Literal["method"] = "method"


class Unknown(NamedTuple):
    """An object that nothing in the project shows, named by where its trace ends."""

    scope: str
    steps: tuple[str, ...]
    kind: Literal["unknown"] = "unknown"


Object = Declared | File | Parser | Module | Definition | Instance | Names | Name | Method | Unknown
