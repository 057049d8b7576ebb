"""Which walk a file has, by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hpfix.file_kinds import kind_of
from hpfix.notebook_magics import python_of
from hpfix.verifying.data_walks import json_walk, toml_walk, yaml_walk
from hpfix.verifying.python_walk import python_walk
from hpfix.verifying.walks import Differs, Walk

WALKS: Mapping[str, Callable[[str], Walk]] = {
    "python_file": python_walk,
    "yaml_file": yaml_walk,
    "json_file": json_walk,
    "toml_file": toml_walk,
}


def walk_of(path: str, text: str) -> Walk | None:
    """The walk of a text; None for a document or a script, of which only the words are read.

    Raises Differs where the text does not parse.
    """
    kind = kind_of(path)
    walk = None if kind is None else WALKS.get(kind.module)
    return None if walk is None else walk(text)


def data_or_code(path: str, text: str) -> Walk:
    """The walk of a text that must have one; `.ipynb` stands for the Python of one cell."""
    if path.endswith(".ipynb"):
        python = python_of(text)
        if python is None:
            raise Differs("the cell does not parse")
        return python_walk(python)
    walk = walk_of(path, text)
    if walk is None:
        raise Differs("nothing reads such a file")
    return walk
