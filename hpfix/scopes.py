"""Scopes of a whole project: which scope a name belongs to, as Python looks names up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hpfix.facts import Facts, Scope

RETURN, BASES = "<return>", "<bases>"
INSTANCE = "<instance>"
"""The step from a class, as an annotation names it, to an object of it."""
PARENTS = "<parents>"
"""The step from a parser to those whose options it takes over."""
PASSED_OVER = "<passed over>"
"""The step from a parser to the options that it does not know and lets pass."""
FLAGS = "<flags>"
"""The one object that holds the flags that all files of a program define."""
MEMBERS = "<members>"
"""The step from a list of objects to each of them."""
LOADED = "<loaded>"
"""The step from a path or a text to what a parser of configurations makes of it."""
DOCUMENTS = "<documents>"
"""The step from a path or a text to the series of what its documents hold."""
DOCUMENT = "<document>"
"""What holds the keys of a document of a file that is no declaration of its own."""
DATA = "<data>"
"""The same where the file is data unless something loads it into an object."""
MADE = "<made>"
"""The step from what a class of hyperparameters is given to its object: `HParam("base.yaml")`."""
COMPOSED, GLOBAL = "<composed>", "<global>"
"""The steps from a configuration file of Hydra to those that stand beside its own keys, and to
itself where it stands at the root, whatever its folder is."""
CHANGED = "<changed>"
"""The step to what a command line may change, and add to."""
CLI = "<cli>"
"""The scope of what the sections of a `LightningCLI`'s configuration are for."""
INSTRUCTED = "named:"
"""Before what a file says that it is for."""
STORE = "<hydra>"
"""The scope of what all files store in Hydra's ConfigStore."""
STORED = "stored:"
"""Before what a program looks up there."""
INCLUDED = "<included>"
"""The step from an object to those whose keys it has taken over."""
SAVED = "<saved>"
"""What an object keeps of the parameters of its `__init__`."""
OBJECTS = "<objects>"
"""The step from a parser to the objects of classes that it fills."""
STUDY, TUNER = "<study>", "<tuner>"
"""What holds the values that a tuner suggests in one file, by their labels."""
RUN_CONFIG = "import:wandb.config"
"""What a run of Weights & Biases takes its values from, one object for the whole program."""
NEXT_PARAMETER = "import:nni.get_next_parameter"
"""What NNI gives to a trial, one object for the whole program."""
ELEMENTS, VALUES = "[*]", "[.]"
"""The steps to what iterating a collection gives, and to the values of a mapping."""
CHOSEN = "[?]"
"""The step from a configuration file to the mappings in it, of which the program chooses one."""
CLASSES = "<classes>"
"""The step from a parser to the classes that it fills objects of."""
ANY = "<any>"
"""A name that nothing in the project shows."""
OPTIONS = "<options>"
"""What a command's function holds the options in that its decorators declare."""
COMPUTED = "<computed>"
"""What a name holds that is put together from itself: `name = prefix + name`."""
KEYS = "[=]"
"""The step to what can only be keys of a mapping: nothing that is written under one is a key."""
CLASS, MODULE, FILE = "<class>", "<module>", "<file>"
"""What holds the keys that a class, a module or a configuration file declares."""
SUPER = "super"
EVERYWHERE = frozenset({RETURN, BASES, SUPER})
"""Names that every scope has: what a function returns, what a class derives from, and its bases as
a method calls them."""
FIRST = ("self", "cls")


class Scopes:
    """Every module, class and function by its name."""

    def __init__(self, facts: Iterable[Facts]) -> None:
        self._scopes = {scope.name: scope for each in facts for scope in each.scopes}

    def find(self, name: str) -> Scope | None:
        """The scope of this name."""
        return self._scopes.get(name)

    def is_class(self, name: str) -> bool:
        """Whether the scope is a class."""
        scope = self._scopes.get(name)
        return scope is not None and scope.kind == "class"

    def is_bound(self, name: str, variable: str) -> bool:
        """Whether the scope itself binds the variable."""
        scope = self._scopes.get(name)
        return scope is not None and variable in scope.bound

    def binding(self, name: str, variable: str) -> str:
        """The scope whose variable it is; a class's own are seen only from its own body."""
        current = name
        while "::" in current:
            scope = self._scopes.get(current)
            is_seen = current == name or not self.is_class(current)
            if scope is not None and is_seen and _holds(scope, variable):
                return current
            current = outer_scope(current)
        return current

    def binding_each(self, variable: str) -> Iterator[str]:
        """Every scope that binds the variable."""
        return (name for name, scope in self._scopes.items() if variable in scope.bound)

    def class_around(self, name: str) -> str:
        """The class in whose body the scope is; the module where there is none."""
        while "::" in name and not self.is_class(name):
            name = outer_scope(name)
        return name

    def owner_class(self, name: str, variable: str) -> str | None:
        """The class whose method this is and whose `self` or `cls` the variable is."""
        scope, outer = self._scopes.get(name), outer_scope(name)
        is_first = scope is not None and scope.parameters[:1] == (variable,) and variable in FIRST
        return outer if is_first and self.is_class(outer) else None

    def parameters(self, function: Scope) -> tuple[str, ...]:
        """What a call fills: the parameters, without the `self` of a method."""
        is_method = self.is_class(outer_scope(function.name))
        if is_method and function.parameters and function.parameters[0] in FIRST:
            return function.parameters[1:]
        return function.parameters


def _holds(scope: Scope, variable: str) -> bool:
    return variable in scope.bound or variable in EVERYWHERE


def outer_scope(name: str) -> str:
    """The scope around this one: `a.py::Engine.run` in `a.py::Engine` in `a.py`."""
    path, separator, inside = name.partition("::")
    if not separator:
        return path
    outer = inside.rpartition(".")[0]
    return f"{path}::{outer}" if outer else path
