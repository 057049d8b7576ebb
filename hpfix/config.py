"""What a project says about itself: `[tool.hpfix]`, read once and checked word by word."""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from hpfix.nearest import did_you_mean
from hpfix.project import bytes_of

NAMES = ("hpfix.toml", ".hpfix.toml", "pyproject.toml")
LISTS = ("declared-in", "include", "exclude", "select", "ignore")
TABLES = ("renames", "per-file-ignores")
SWITCHES = ("history",)
KEYS = (*LISTS, *TABLES, *SWITCHES)


class ConfigurationError(Exception):
    """The configuration cannot be used; the message says which word of which file."""


class Configuration(NamedTuple):
    """The settings of one run; `declared_in` is `PATH` or `PATH::NAME`, `renames` is old to new.

    `history` says whether git may be asked what became of a name.
    """

    declared_in: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    renames: Mapping[str, str] = MappingProxyType({})
    per_file_ignores: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    history: bool = True


def load(
    root: str | os.PathLike[str], *, path: str | None = None, isolated: bool = False
) -> Configuration:
    """Read the file at `path`, or else the first of NAMES in the root that speaks of hpfix.

    `HPFIX_CONFIG` stands for a path that was not given; isolated reads nothing at all.
    Raises ConfigurationError.
    """
    if isolated:
        return Configuration()
    chosen = path or os.environ.get("HPFIX_CONFIG")
    if chosen:
        table = _table(chosen, chosen)
        if table is None:
            raise ConfigurationError(f"{chosen} has no table [tool.hpfix]")
        return _checked(table, chosen)
    for name in NAMES:
        file = os.path.join(root, name)
        if os.path.isfile(file):
            table = _table(file, name)
            if table is not None:
                return _checked(table, name)
    return Configuration()


def file_for(root: str, *, path: str | None = None, isolated: bool = False) -> str | None:
    """The file that `load` reads, or the one to begin; None where none is to be read."""
    if isolated:
        return None
    chosen = path or os.environ.get("HPFIX_CONFIG")
    if chosen:
        return os.path.abspath(chosen)
    there = [name for name in NAMES if os.path.isfile(os.path.join(root, name))]
    spoken = (name for name in there if _table(os.path.join(root, name), name) is not None)
    return os.path.join(root, next(spoken, there[-1] if there else NAMES[0]))


def parsed(text: str) -> dict[str, object]:
    """What a text in TOML says. Raises ConfigurationError."""
    import tomllib  # most projects have no table of ours

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"does not parse: {str(error).lower()}") from None
    except RecursionError:
        raise ConfigurationError("does not parse: nested too deeply") from None


def _table(file: str, name: str) -> Mapping[str, object] | None:
    """The settings in the file, or None for a pyproject.toml that has none for hpfix."""
    shared = os.path.basename(file) == "pyproject.toml"
    try:
        data = bytes_of(file)
    except OSError as error:
        raise ConfigurationError(f"{name}: {(error.strerror or str(error)).lower()}") from None
    if shared and b"hpfix" not in data:
        return None
    try:
        table = parsed(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{name} does not parse: {str(error).lower()}") from None
    except ConfigurationError as error:
        raise ConfigurationError(f"{name} {error}") from None
    if not shared:
        return table
    tools = table.get("tool")
    own = tools.get("hpfix") if isinstance(tools, dict) else None
    if own is not None and not isinstance(own, dict):
        raise ConfigurationError(f"`tool.hpfix` in {name} must be a table")
    return own


def _checked(table: Mapping[str, object], name: str) -> Configuration:
    for key in table:
        if key not in KEYS:
            hint = did_you_mean(key, KEYS)
            raise ConfigurationError(f"unknown key `{key}` in {name}{hint}")
    lists = {key: _words(table.get(key, []), f"`{key}` in {name}") for key in LISTS}
    renames, ignores = (_entries(table.get(key, {}), f"`{key}` in {name}") for key in TABLES)
    return Configuration(
        lists["declared-in"],
        lists["include"],
        lists["exclude"],
        lists["select"],
        lists["ignore"],
        {old: _word(new, f"`renames.{old}` in {name}") for old, new in renames.items()},
        {
            pattern: _words(codes, f"`per-file-ignores.{pattern}` in {name}")
            for pattern, codes in ignores.items()
        },
        _switch(table.get("history", True), f"`history` in {name}"),
    )


def _word(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise ConfigurationError(f"{where} must be a string, not {_kind(value)}")
    return value


def _switch(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise ConfigurationError(f"{where} must be true or false, not {_kind(value)}")
    return value


def _words(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ConfigurationError(f"{where} must be a list of strings, not {_kind(value)}")
    return tuple(value)


def _entries(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ConfigurationError(f"{where} must be a table, not {_kind(value)}")
    return value


def _kind(value: object) -> str:
    """The TOML word for what was found."""
    match value:
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "a list that holds something else"
        case dict():
            return "a table"
    return "a date or time"
