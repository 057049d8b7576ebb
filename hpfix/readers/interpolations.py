"""Interpolations in the files that Hydra composes: `lr: ${optimizer.lr}`, `name: run_${.width}`.

The grammar is that of OmegaConf (grammar/OmegaConfGrammarParser.g4, dialects 2.1): a path from the
root, or, after as many dots as steps outwards, from the mapping that the text stands in; a resolver
has a colon behind its name, and what it is given may hold others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from hpfix.model import Expression, Place, Reference
from hpfix.positions import Places, line_starts, offset_of
from hpfix.readers.hydra_defaults import DEFAULTS, WHOLE, package_of

if TYPE_CHECKING:
    from hpfix.documents import Document, Node

BEGIN = "${"
SELECTING = ("oc.select:", "oc.dict.keys:", "oc.dict.values:")
"""Resolvers that are given a path; the first of them takes another value where it leads nowhere."""
OF_LIBRARY = "hydra"
WORD = frozenset("-_")
OTHERS = ("guild.", "docker-compose", "compose.")
"""The files in which other programs put values in the place of `${name}`."""


class Path(NamedTuple):
    """A path in a text: its names with their offsets, and how many dots are before them."""

    dots: int
    names: tuple[tuple[int, str], ...]
    guarded: bool = False


def interpolated(document: Document) -> Iterator[Reference]:
    """The keys that each text of the document takes values from, the outer before the inner."""
    name = document.path.rpartition("/")[2]
    if BEGIN not in document.text or name.startswith(OTHERS):
        return
    places = Places(document.path, document.text)
    package = package_of(document.text)
    for text, outer in texts_in(document.root, ()):
        for path in paths_in(document.text, text):
            receiver = _receiver(document.path, path.dots, outer, package)
            if receiver is not None:
                yield from references_along(path, receiver, places)


def texts_in(node: Node, outer: tuple[str, ...]) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Every text where it is written, with the keys of the mappings that it stands in."""
    for entry in node.entries:
        if outer or entry.key not in (DEFAULTS, OF_LIBRARY):
            literal, place = entry.node.value.literal, entry.node.place
            if isinstance(literal, str) and place is not None and BEGIN in literal:
                yield place, outer
            yield from texts_in(entry.node, (*outer, entry.key))
    for item in node.items:
        literal, place = item.value.literal, item.place
        if isinstance(literal, str) and place is not None and BEGIN in literal:
            yield place, (*outer, "")
        yield from texts_in(item, (*outer, ""))


def _receiver(
    path: str, dots: int, outer: tuple[str, ...], package: str | None
) -> Expression | None:
    """What a path begins in; None where it is not known: in a list, in a package of its own."""
    if not dots:
        return Expression(path, (f"root:{path}",))
    inside = outer[: len(outer) - dots + 1]
    if dots > len(outer) + 1 or "" in outer or package not in (None, WHOLE):
        return None
    kind = "package" if package is None else "root"
    return Expression(path, (f"{kind}:{path}", *(f"[{each}]" for each in inside)))


def references_along(path: Path, receiver: Expression, places: Places) -> Iterator[Reference]:
    """Each name of a path, looked up in what those before it lead to."""
    for number, (start, name) in enumerate(path.names, start=1):
        place = places.between(start, start + len(name))
        guarded = path.guarded and number == len(path.names)
        yield Reference(name, place, "interpolation", "read", receiver, guarded)
        receiver = receiver.then(f"[{name}]")


def paths_in(text: str, place: Place) -> Iterator[Path]:
    """The paths that stand in a text as they are written; what is escaped is none."""
    starts = line_starts(text)
    at = offset_of(starts, place.line, place.column)
    end = offset_of(starts, place.end_line, place.end_column)
    while (at := text.find(BEGIN, at, end)) >= 0:
        is_escaped = text[at - 1 : at] == "\\"
        at += len(BEGIN)
        if not is_escaped:
            path = _path(text, at, end)
            if path is not None:
                yield path


def _path(text: str, at: int, end: int) -> Path | None:
    """What begins behind `${`, as far as it is spelled out: `a.b` of `a.b.${c}` and of `a.b[0]`."""
    guarded = False
    for each in SELECTING:
        if text.startswith(each, at):
            guarded, at = each == SELECTING[0], at + len(each)
            break
    is_given = text[at - 1] == ":"
    at += len(text[at:end]) - len(text[at:end].lstrip(" "))
    dots = len(text[at:end]) - len(text[at:end].lstrip("."))
    at += dots
    names: list[tuple[int, str]] = []
    while True:
        start = at
        while at < end and (text[at].isalnum() or text[at] in WORD):
            at += 1
        name, behind = text[start:at], text[at : at + 1]
        if behind == ":":
            return None  # a resolver of the program, or of another library
        if behind not in "}.,[ " or (behind == "," and not is_given) or not behind:
            break  # a name that goes on with what another interpolation gives
        if not name.isidentifier():
            break
        names.append((start, name))
        if behind != ".":
            break
        at += 1
    is_own = bool(names) and not dots and names[0][1] == OF_LIBRARY
    return Path(dots, tuple(names), guarded) if names and not is_own else None
