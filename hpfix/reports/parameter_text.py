"""The tables of `hpfix params` for a person."""

from __future__ import annotations

from collections.abc import Sequence

from hpfix.model import Range
from hpfix.paint import Look
from hpfix.parameters import Parameter, Tuned
from hpfix.printable import cut, printable, width_of, wrapped
from hpfix.reports.text import counted, place_text

LONGEST_DEFAULT = 20
LONGEST_RANGE = 40
MOST_PLACES = 3


def declared_table(parameters: Sequence[Parameter], look: Look) -> str:
    """A row for each parameter, and after each schema how many it declares.

    Each row names as many of the places that refer to it as its line has room for.
    """
    schemas = list(dict.fromkeys(each.schema for each in parameters))
    text = ""
    for schema in schemas:
        own = [each for each in parameters if each.schema is schema]
        rows = _aligned([_declared_row(each) for each in own])
        text += "".join(
            f"{row}{_uses(each, look.width - width_of(row))}\n"
            for row, each in zip(rows, own, strict=True)
        )
        where = f"{printable(schema.place.path)} {printable(schema.name)}"
        text += f"{len(own)} declared in {where}\n"
        text += "\n" if len(schemas) > 1 else ""
    if len(schemas) > 1:
        text += f"{len(parameters)} declared in {len(schemas)} places\n"
    return text


def tuned_table(entries: Sequence[Tuned], look: Look) -> str:
    """A row for each tuned parameter with its verdict, and how many are accepted."""
    rows = _aligned([_tuned_row(each) for each in entries])
    text = "".join(
        f"{line}\n"
        for row, each in zip(rows, entries, strict=True)
        for line in wrapped(f"{row}{_verdict(each)}", look.width, rest="    ")
    )
    refused = sum(each.accepted is False for each in entries)
    unknown = sum(each.accepted is None for each in entries)
    parts = [f"{len(entries) - refused - unknown} accepted"]
    parts += [f"{refused} not accepted"] if refused else []
    parts += [f"{unknown} not known"] if unknown else []
    return f"{text}{len(entries)} tuned: {', '.join(parts)}\n"


def _declared_row(parameter: Parameter) -> tuple[str, ...]:
    declaration = parameter.declaration
    default = "" if declaration.value is None else _one_line(declaration.value.source)
    place = declaration.place
    return (
        printable(declaration.key),
        str(parameter.kind),
        cut(default, LONGEST_DEFAULT),
        f"{printable(place.path)}:{place.line}",
    )


def _uses(parameter: Parameter, room: int) -> str:
    """The number of uses, and the first places where there is room for them."""
    number = len(parameter.used)
    if not number:
        return "no use"
    text = counted(number, "use")
    for shown in range(1, min(number, MOST_PLACES) + 1):
        places = ", ".join(place_text(each) for each in parameter.used[:shown])
        longer = f"{counted(number, 'use')}: {places}{', ...' if shown < number else ''}"
        if width_of(longer) <= room:
            text = longer
    return text


def _tuned_row(entry: Tuned) -> tuple[str, ...]:
    default = "" if entry.range.default is None else _one_line(entry.range.default.source)
    return (
        printable(entry.reference.key),
        cut(range_text(entry.range), LONGEST_RANGE),
        cut(default, LONGEST_DEFAULT),
    )


def _verdict(entry: Tuned) -> str:
    word = {True: "accepted", False: "not accepted", None: "not known"}[entry.accepted]
    return f"{word}: {printable(entry.reason)}" if entry.reason else word


def range_text(space: Range) -> str:
    """`1e-05 .. 0.01 log` or `[8, 16, 32]`"""
    if space.choices:
        return f"[{', '.join(_one_line(each.source) for each in space.choices)}]"
    low, high = (_one_line(each.source) if each else "" for each in (space.low, space.high))
    return f"{low} .. {high}{' log' if space.log else ''}"


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Each row as one line of padded columns."""
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    return [
        "".join(
            cell + " " * (width + 2 - width_of(cell))
            for cell, width in zip(row, widths, strict=True)
        )
        for row in rows
    ]


def _one_line(source: str) -> str:
    return printable(" ".join(source.split()))
