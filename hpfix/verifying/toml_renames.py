"""A key of TOML renamed: wherever its table is spelled, and what is loaded under the new name."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from itertools import count

from hpfix.findings import Edit
from hpfix.positions import BOM
from hpfix.verifying.spots import Spot, spots_of
from hpfix.verifying.walks import Differs

Path = tuple[str | int, ...]


def further_spots(edit: Edit, before: str, after: str, known: Sequence[Spot]) -> list[Spot]:
    """Where else the name became the other one: in further headers of the same table.

    Whether they are such is judged by what is loaded.
    """
    arguments = dict(edit.arguments)
    old, new = arguments["old"], arguments["new"]
    spans = {each.start: each for each in known}
    found: list[Spot] = []
    here = there = 0
    while here < len(before):
        spot = spans.get(here)
        if spot is not None:
            here, there = spot.end, there + len(spot.new)
        elif _stands(before, here, old) and _stands(after, there, new):
            found.append(Spot(here, here + len(old), old, new))
            here, there = here + len(old), there + len(new)
        else:
            here, there = here + 1, there + 1
    return found


def _stands(text: str, at: int, name: str) -> bool:
    """Whether a name stands alone at an offset."""
    around = text[at - 1 : at] if at else "", text[at + len(name) : at + len(name) + 1]
    return text.startswith(name, at) and not any(
        each.isalnum() or each in ("-", "_") for each in around if each
    )


def require_renamed(edits: Sequence[Edit], before: str, after: str) -> None:
    """Raise Differs unless what is loaded is the same, in order, but for the names of the keys."""
    expected: object = _loaded(before)
    renamed: list[tuple[Path, str]] = []
    for edit in edits:
        for spot in spots_of(edit, before):
            renamed.append((_path_of(before, spot), spot.new))
    # from the innermost, so that the paths around stay what they are
    for path, new in sorted(renamed, key=lambda each: -len(each[0])):
        expected = _renamed(expected, path, new)
    # what is printed tells 1 from 1.0 and True, and says the order of keys
    if repr(_loaded(after)) != repr(expected):
        raise Differs("another key or value is loaded")


def _loaded(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text.removeprefix(BOM))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Differs("it does not parse") from error


def _path_of(text: str, spot: Spot) -> Path:
    """The keys on the way to the one at a spot, found by a name that occurs nowhere."""
    mark = next(name for number in count() if (name := f"marked-{number}") not in text)
    marked = _loaded(f"{text[: spot.start]}{mark}{text[spot.end :]}")
    for path in _paths(marked, ()):
        if path[-1] == mark:
            return (*path[:-1], spot.old)
    raise Differs("no key stands at the place")


def _paths(data: object, above: Path) -> Iterator[Path]:
    match data:
        case dict():
            for key, value in data.items():
                yield (*above, key)
                yield from _paths(value, (*above, key))
        case list():
            for index, value in enumerate(data):
                yield from _paths(value, (*above, index))


def _renamed(data: object, path: Path, new: str) -> object:
    step, *rest = path
    match data:
        case dict() if rest:
            inner = {step: _renamed(data[step], tuple(rest), new)} if step in data else {}
            return {**data, **inner}
        case dict():
            return {new if key == step else key: value for key, value in data.items()}
        case list() if isinstance(step, int):
            return [
                _renamed(value, tuple(rest), new) if index == step else value
                for index, value in enumerate(data)
            ]
    return data
