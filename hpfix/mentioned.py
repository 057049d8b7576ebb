"""What a path or a module's name stands for where a file mentions it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from hpfix.command_lines import IN, SUFFIX
from hpfix.command_runs import OPAQUE, PERHAPS, SOMEWHERE
from hpfix.compositions import Compositions
from hpfix.facts import Facts
from hpfix.model import Expression, Schema
from hpfix.objects import Declared, File, Module, Object, Unknown
from hpfix.programs import Programs
from hpfix.scopes import CLI, FILE
from hpfix.stores import Stores

if TYPE_CHECKING:
    from hpfix.holdings import Holdings

ALIKE = 0.3
"""Configuration files of one folder that share so many of their keys are of one kind."""


class Mentioned:
    """Modules, files and programs of a project, looked up from the file that mentions them."""

    def __init__(self, holdings: Holdings, facts: Mapping[str, Facts]) -> None:
        self._holdings = holdings
        self._modules = holdings.modules
        self._programs = Programs(holdings, facts)
        self._compositions = Compositions(holdings, facts)
        self._stores = Stores(holdings, facts)

    def of(self, kind: str, name: str, path: str) -> Iterable[Object] | None:
        """What is meant in the file `path`: by `import:a.b` a module, by `file:a.yaml` a file, by
        `group:a` all files of a folder, by `siblings:a.yaml` those that may be given in its place;
        by `chosen:a=b` nothing that is known, where no file of the folder is `b`.

        `named:a.b.Net` is what an import of it would give. `program:a.py` is what holds the options
        of a script (or `program:a.b` of a module), and `overrides:a.py` the configuration of which
        a command line changes keys, `composed:conf/search/a.yaml` that of the programs that can be
        run with this file; `root:conf/model/net.yaml` all that the file can be composed with, and
        `package:` what of that stands where it does; `called:cfg` what the whole project calls so.
        `stored:config` is what the program that runs the file finds so in Hydra's ConfigStore. None
        for a word that is none of these.
        """
        unknown = (Unknown(path, (f"{kind}:{name}",)),)
        match kind:
            case "import":
                found = self._modules.find(name, path)
                return unknown if found is None else (Module(found),)
            case "file":
                found = self._modules.file(name, path)
                return unknown if found is None else (File(found),)
            case "named":
                meant = self.named(name, path)
                return unknown if meant is None else self._holdings.of(meant)
            case "group":
                return [File(each) for each in self._modules.folder(name, path)]
            case "chosen":
                return () if self._is_option(name, path) else unknown
            case "siblings":
                return self._siblings(name, path)
            case "program" | "overrides":
                return self._taken(kind, name, path) or unknown
            case "composed":
                return self._composed_with(name) or unknown
            case "stored":
                return self._stores.of(name, path) or unknown
            case "called":
                return self._called(name) or unknown
            case "root" | "package":
                return self._compositions.of(name, inside=kind == "package")
        return None

    def _called(self, name: str) -> tuple[Object, ...]:
        """The one object that has this name in some scope, as far as it is known."""
        found = {
            held: None
            for scope in self._holdings.scopes.binding_each(name)
            for held in self._holdings.of(Expression(scope, (name,)))
            if not isinstance(held, (Unknown, File))
        }
        return tuple(found) if len(found) == 1 else ()

    def _is_option(self, name: str, path: str) -> bool:
        """Whether there is a file for what is chosen of a group: else a program stores it."""
        group, _, option = name.partition("=")
        stems = (os.path.splitext(each)[0] for each in self._modules.folder(group, path))
        return any(f"/{each}".endswith(f"/{group}/{option}") for each in stems)

    def _composed_with(self, name: str) -> tuple[Object, ...]:
        """What is composed where this file is one of a group, or what it all begins with."""
        group = os.path.basename(os.path.dirname(name))
        found: dict[Object, None] = {}
        for held in self._programs.composed:
            roots = [each.schema for each in held if isinstance(each, Declared)]
            if any(each.place.path == name or group in each.keys for each in roots):
                found.update(dict.fromkeys(held))
        return tuple(found)

    def named(self, dotted: str, path: str) -> Expression | None:
        """`models.nets.Net`, mentioned in a file: the name in the longest module that there is, or
        what a section of a `LightningCLI`'s configuration is for."""
        parts = dotted.split(".")
        if parts[0] == CLI:
            return Expression(CLI, (parts[1],))
        for size in range(len(parts) - 1, 0, -1):
            module = self._modules.find(".".join(parts[:size]), path)
            if module is not None:
                return Expression(
                    module, (parts[size], *(f".{each}" for each in parts[size + 1 :]))
                )
        return None

    def is_sure(self, command: Expression) -> bool:
        """Whether the program that a command starts is surely one of those that it may be."""
        return self._started(command.steps[0].partition(":")[2], command.path)[1]

    def takes_more(self, command: Expression) -> bool:
        """Whether the program adds what its command line gives to what it has."""
        kind, _, name = command.steps[0].partition(":")
        started = self._started(name, command.path)[0] if kind == "overrides" else ()
        return any(map(self._programs.takes_more, started))

    def is_lenient(self, schema: Schema) -> bool:
        """Whether the parser of these options passes over what it does not know."""
        return schema.form == "argparse" and schema.holder in self._programs.lenient

    def _taken(self, kind: str, name: str, mentioned_in: str) -> tuple[Object, ...]:
        """What every program that may be meant takes; nothing where it is not known of one."""
        programs = self._programs
        taken = programs.options if kind == "program" else programs.configurations
        found = [taken(path) for path in self._started(name, mentioned_in)[0]]
        every = dict.fromkeys(held for each in found for held in each)
        return tuple(every) if all(found) else ()

    def _started(self, name: str, mentioned_in: str) -> tuple[tuple[str, ...], bool]:
        """The files that a command may start, and whether one of them surely is it.

        A script is looked for in the folder that the command says, else wherever it may run.
        """
        folder, _, program = name.rpartition(IN)
        is_sure = folder != SOMEWHERE and not program.startswith(OPAQUE)
        program = program.removeprefix(f"{OPAQUE}/")
        if not program.endswith(SUFFIX):
            path = self._modules.find(program, mentioned_in)
            return (() if path is None else (path,)), is_sure
        known = folder.rstrip(PERHAPS) if is_sure else ""
        inside = self._modules.files(f"{known}/{program}", mentioned_in) if known else ()
        if inside and not folder.endswith(PERHAPS):
            return inside, True
        if folder.startswith("../") and not folder.endswith(("..", PERHAPS)) and not inside:
            return (), is_sure  # `cd ../other`: a checkout of something else
        found = tuple(dict.fromkeys((*inside, *self._modules.files(program, mentioned_in))))
        if found or folder.startswith(".."):
            return found, is_sure and (bool(inside) or not known)
        only = self._modules.only_file(program.removeprefix("./"))
        return (() if only is None else (only,)), False

    def _siblings(self, name: str, mentioned_in: str) -> Iterator[Object]:
        """The files of the folder; where the named one is in the project, those of its kind."""
        path = self._modules.file(name, mentioned_in)
        own = None if path is None else self._declared(path)
        for each in self._modules.beside(name, mentioned_in):
            other = self._declared(each)
            if other is not None and (own is None or _are_alike(own, other)):
                yield File(each)

    def _declared(self, path: str) -> Schema | None:
        return self._holdings.schema_at(Expression(path, (FILE,)))


def _are_alike(one: Schema, other: Schema) -> bool:
    return len(one.keys & other.keys) >= ALIKE * len(one.keys | other.keys)
