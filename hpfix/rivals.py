"""The schemas that an object which nothing shows may be of, by the keys looked up in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from hpfix.field_classes import FORMS
from hpfix.model import Schema
from hpfix.objects import Unknown

ELSEWHERE = ("file:", "import:", "program:", "overrides:", "composed:")
"""A trace that ends in what a foreign function returned, or in a file that is not there, ends at
something else."""
ALONE = frozenset(
    {
        "dict", "namespace", "filled object", "saved signature", "study", "tuner", "flags", "click",
        "typer", "experiment",
    }
)  # fmt: skip
"""These are known by what holds them, never by company."""


class Rivals:
    """The schemas that an object may be of by its company, each by its keys."""

    def __init__(self, schemas: Iterable[Schema], tuned: Mapping[Schema, set[str]]) -> None:
        self._of_forms: dict[tuple[str, str], list[Schema]] = defaultdict(list)
        self._in_code: dict[str, list[Schema]] = defaultdict(list)
        self._in_files: dict[str, list[Schema]] = defaultdict(list)
        self._stems: set[str] = set()
        self._moved: dict[tuple[bool, str], Mapping[str, list[Schema]]] = {}
        for schema in schemas:
            if schema.form in ALONE or _is_bare(schema):
                continue
            self._stems.add(_stem(schema))
            for key in schema.keys | tuned.get(schema, set()):
                self._of_forms[schema.form, key].append(schema)
                if schema.form not in FORMS:  # of these objects, the code says what they are
                    self._in_code[key].append(schema)
                if schema.form != "config file":  # one is not read from another
                    self._in_files[key].append(schema)

    def of(self, root: Unknown) -> Mapping[str, list[Schema]]:
        """Those that an object which ends here can be of.

        What a module that is not there held may stand in one of the same name now:
        `from tacotron.hparams import hparams` after a move.
        """
        is_code = root.scope.partition("::")[0].endswith((".py", ".ipynb"))
        declaring = self._in_code if is_code else self._in_files
        if is_code and root.steps[0].startswith("@"):
            return self._of_literals
        if not root.steps[0].startswith(ELSEWHERE):
            return declaring
        moved = root.steps[0].rpartition(":")[2].rpartition(".")[2]
        if moved not in self._stems:
            return {}
        if (is_code, moved) not in self._moved:
            self._moved[is_code, moved] = _of_stem(declaring, moved)
        return self._moved[is_code, moved]

    def of_form(self, form: str, key: str) -> Sequence[Schema]:
        """Those of one form, of which there may be a thousand, that have the key."""
        return self._of_forms.get((form, key), ())

    @cached_property
    def _of_literals(self) -> Mapping[str, list[Schema]]:
        """Those of a dict that the code makes, which is nothing that a parser returns."""
        return {
            key: [one for one in each if one.form != "argparse"]
            for key, each in self._in_code.items()
        }


def _of_stem(declaring: Mapping[str, list[Schema]], stem: str) -> Mapping[str, list[Schema]]:
    """What modules of this name declare, by key."""
    found = {key: [one for one in each if _stem(one) == stem] for key, each in declaring.items()}
    return {key: schemas for key, schemas in found.items() if schemas}


def _stem(schema: Schema) -> str:
    """The name of the module that declares it."""
    return schema.place.path.rpartition("/")[2].removesuffix(".py")


def _is_bare(schema: Schema) -> bool:
    """Whether it is a module whose names are there to be filled: `train = None`."""
    values = (each.value for each in schema.declarations)
    return schema.form == "module" and all(each is None or each.type == "none" for each in values)
