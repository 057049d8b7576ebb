"""One file a dialect: text in, facts out. A reader is added by adding its file."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import cast

from hpfix.facts import Facts
from hpfix.file_kinds import KINDS, kind_of
from hpfix.model import BlindSpot, Place

Reader = Callable[[str, str], Facts]


def _reader_modules() -> list[str]:
    """The modules of this package, without pkgutil: its import costs more than all of them.

    What reads a kind of file is loaded with the first of them.
    """
    folder = os.path.dirname(__file__)
    names = {name[:-3] for name in os.listdir(folder) if name.endswith(".py")}
    names -= {each.module for each in KINDS}
    return [f"hpfix.readers.{name}" for name in sorted(names) if not name.startswith("_")]


def read(path: str, text: str) -> Facts:
    """All facts of one file of a known kind; one that does not parse is one blind spot."""
    kind = kind_of(path)
    assert kind is not None  # nothing else is read into a project
    try:
        _load_readers()
        reader = cast(Reader, getattr(import_module(f"hpfix.readers.{kind.module}"), kind.function))
        return reader(path, text)
    except SyntaxError as error:
        if _is_template(path, text):
            return Facts()
        return _unparsable(path, error.lineno or 1, error.msg or "invalid syntax")
    except RecursionError:
        return _unparsable(path, 1, "nested too deeply")
    except (ValueError, MemoryError) as error:
        return _unparsable(path, 1, str(error) or "too large")


def _is_template(path: str, text: str) -> bool:
    """Whether it is YAML only once Helm has filled it in: in the folder `templates` of a chart."""
    return "/templates/" in f"/{path}" and "{{" in text and path.endswith((".yaml", ".yml"))


@lru_cache(maxsize=1)
def _load_readers() -> None:
    for name in _reader_modules():
        import_module(name)


def _unparsable(path: str, line: int, reason: str) -> Facts:
    """The facts of a file that could not be read: one blind spot that says so."""
    place = Place(path, max(line, 1), 1, max(line, 1), 1)
    return Facts(blind_spots=(BlindSpot(place, f"does not parse: {reason}"),))
