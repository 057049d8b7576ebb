"""Edits carried out: the only module that imports codemods/, and only when one runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from hpfix.findings import Edit
from hpfix.model import Place

if TYPE_CHECKING:
    from codemods.splices import Splice

Codemod = Callable[..., "tuple[Splice, ...]"]

# the name of an edit's codemod: the module and function that carry it out
CODEMODS = {
    "rename_key": ("codemods.rename_key", "rename_key"),
    "set_value": ("codemods.set_value", "set_value"),
    "add_declaration": ("codemods.add_declaration", "add_declaration"),
    "remove_duplicate": ("codemods.remove_duplicate", "remove_duplicate"),
    "add_comment": ("codemods.add_comment", "add_comment"),
    "remove_reference": ("codemods.remove_reference", "remove_reference"),
    "nest_key": ("codemods.nest_key", "nest_key"),
    "unnest_key": ("codemods.nest_key", "unnest_key"),
    "yaml_rename_key": ("codemods.yaml_keys", "rename_key"),
    "yaml_rename_in_scalar": ("codemods.yaml_keys", "rename_in_scalar"),
    "yaml_set_scalar": ("codemods.yaml_keys", "set_scalar"),
    "yaml_insert_key": ("codemods.yaml_keys", "insert_key"),
    "yaml_remove_key": ("codemods.yaml_keys", "remove_key"),
    "yaml_respell": ("codemods.yaml_numbers", "respell"),
    "json_rename_key": ("codemods.json_keys", "rename_key"),
    "json_rename_in_text": ("codemods.json_keys", "rename_in_text"),
    "json_set_scalar": ("codemods.json_keys", "set_scalar"),
    "json_insert_key": ("codemods.json_keys", "insert_key"),
    "json_remove_key": ("codemods.json_keys", "remove_key"),
    "toml_rename_key": ("codemods.toml_keys", "rename_key"),
    "toml_rename_in_text": ("codemods.toml_keys", "rename_in_text"),
    "toml_set_scalar": ("codemods.toml_keys", "set_scalar"),
    "toml_insert_key": ("codemods.toml_keys", "insert_key"),
    "toml_remove_key": ("codemods.toml_keys", "remove_key"),
    "notebook_rename_key": ("codemods.notebook_keys", "rename_key"),
    "notebook_rename_word": ("codemods.notebook_keys", "rename_word"),
    "notebook_set_value": ("codemods.notebook_keys", "set_value"),
    "notebook_add_declaration": ("codemods.notebook_keys", "add_declaration"),
    "notebook_remove_duplicate": ("codemods.notebook_keys", "remove_duplicate"),
    "rename_word": ("codemods.shell_words", "rename_word"),
}
# these are told all places of an edit at once, as places beside each other bear on one another
TOLD_ALL = frozenset(
    {"rename_key", "notebook_rename_key", "toml_rename_key", "nest_key", "unnest_key"}
)


class Refused(Exception):
    """A rewrite that would do anything but what was asked; the message says why."""


class Change(NamedTuple):
    """One of a sequence: `text[start:end]`, as the changes before left it, became `content`."""

    start: int
    end: int
    content: str


def rewrite(edit: Edit, text: str) -> tuple[str, tuple[Change, ...]]:
    """The text with the edit carried out, and what changed. Raises Refused.

    The places of an edit are places of this text; they are worked off from the last to the first,
    so that each is still where it was said to be.
    """
    from codemods.splices import Refused as CodemodRefused
    from codemods.splices import splice

    module, function = CODEMODS[edit.codemod]
    codemod = cast(Codemod, getattr(import_module(module), function))
    arguments = dict(edit.arguments)
    changes: list[Change] = []
    try:
        for each_round in rounds(edit):
            splices = codemod(text, **_told(edit.codemod, each_round.places), **arguments)
            text = splice(text, splices)
            # from the end, each change is one of the text as the changes before it left it
            for each in sorted(splices, key=lambda one: (one.start, one.end), reverse=True):
                changes.append(Change(each.start, each.end, each.content))
    except CodemodRefused as error:
        raise Refused(f"{edit.path}: {error}") from None
    return text, tuple(changes)


def rounds(edit: Edit) -> tuple[Edit, ...]:
    """The edit itself where its codemod takes all places at once, else one for each, from the end
    on: what is done at one place moves none of those before it."""
    if edit.codemod in TOLD_ALL:
        return (edit,)
    return tuple(edit._replace(places=(place,)) for place in sorted(edit.places, reverse=True))


def _told(codemod: str, places: tuple[Place, ...]) -> Mapping[str, object]:
    at = tuple((place.line, place.column) for place in places)
    return {"at": at if codemod in TOLD_ALL else at[0]}
