"""How a key is written at a place: as it stands, or as an option of a command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from hpfix.model import Place, Schema
from hpfix.positions import line_starts, offset_of

PREFIXES = "rRuUfF"
"""What may stand before the quotes of a string that is a name."""


def written(text: str, place: Place, key: str) -> tuple[str, Place]:
    """The key as it is written at a place: `"--log-interval"` is `log_interval`."""
    source = source_at(text, place)
    if source.startswith("-"):  # of a command line
        name = source.lstrip("-")
        return name, place._replace(column=place.column + len(source) - len(name))
    dashed = key.replace("_", "-")
    for flag in (f"--{dashed}", f"--{key}", f"-{key}", f"++{dashed}", f"++{key}", f"+{key}"):
        before, found, _ = source.partition(flag)
        if found and len(before) == 1:
            name = flag.lstrip("-+")
            column = place.column + len(before) + len(flag) - len(name)
            return name, place._replace(column=column)
    return key, place


def is_spelled(text: str, place: Place, key: str) -> bool:
    """Whether the name stands at the place, rather than what makes it up."""
    source = source_at(text, place)
    if source.startswith("-"):
        begins = source.startswith("--") and key.startswith(source[2:].replace("-", "_"))
        return begins or source == f"-{key}"
    if written(text, place, key)[1] != place:
        return True
    return key in (source, source.lstrip(PREFIXES).strip("'\""))


def has_dashes(texts: Mapping[str, str], name: str, schemas: Iterable[Schema]) -> bool:
    """Whether a name that was written so is one with dashes; one word is as its neighbours are."""
    if "-" in name or "_" in name:
        return "-" in name
    found = {
        written(texts[each.place.path], each.place, each.key)[0]
        for schema in schemas
        for each in schema.declarations
        if each.place.path in texts
    }
    return any("-" in each for each in found)


def is_option(text: str, place: Place) -> bool:
    """Whether an option of a command line stands at the place."""
    return source_at(text, place).startswith("-")


def is_interpolated(text: str, place: Place) -> bool:
    """Whether what stands at the place is a step of a path: `b` of `${a.b}`, where no key of YAML
    can begin."""
    start = offset_of(_starts(text), place.line, place.column)
    return text.endswith((".", "${", "${ ", ":"), 0, start)


def as_option(written_so: str, key: str, schema: Schema | None) -> str:
    """How a command line gives a key in the place of what is written: `--batch-size`.

    By the first long option that declares it; where nothing shows one, dashes as they were.
    """
    if not written_so.startswith("-"):
        return key
    declared = None if schema is None else schema.declaration(key)
    options = [] if declared is None else [e for e in declared.spellings if e.startswith("-")]
    long = [each for each in options if each.startswith("--")]
    if options:
        return (long or options)[0]
    return f"--{key.replace('_', '-') if '-' in written_so[2:] else key}"


def source_at(text: str, place: Place) -> str:
    """What stands at a place."""
    starts = _starts(text)
    return text[
        offset_of(starts, place.line, place.column) : offset_of(
            starts, place.end_line, place.end_column
        )
    ]


@lru_cache(maxsize=64)
def _starts(text: str) -> list[int]:
    return line_starts(text)
