"""What was loaded from a TOML text with one key renamed, set, inserted or removed."""

from __future__ import annotations

from collections.abc import Callable

from codemods.toml_nodes import Path

Pairs = list[tuple[str, object]]


def at_path(data: object, path: Path) -> object:
    """Return what stands at a path; None where nothing does."""
    for step in path:
        match data:
            case dict():
                data = data.get(step)
            case list() if isinstance(step, int):
                data = data[step]
            case _:
                return None
    return data


def renamed_at(data: object, path: Path, new: str) -> object:
    return _changed(data, path, lambda key, value: [(new, value)])


def set_at(data: object, path: Path, value: object) -> object:
    return _changed(data, path, lambda key, _: [(key, value)])


def inserted_at(data: object, path: Path, new: str, value: object) -> object:
    """Return the data with a key behind the one at a path."""
    return _changed(data, path, lambda key, old: [(key, old), (new, value)])


def removed_at(data: object, path: Path) -> object:
    return _changed(data, path, lambda key, value: [])


def _changed(data: object, path: Path, change: Callable[[str, object], Pairs]) -> object:
    """Return the data with the pair at a path given way to others; the order stays."""
    step, *rest = path
    match data:
        case dict():
            pairs: Pairs = []
            for key, value in data.items():
                if key != step:
                    pairs.append((key, value))
                elif rest:
                    pairs.append((key, _changed(value, tuple(rest), change)))
                else:
                    pairs += change(key, value)
            return dict(pairs)
        case list():
            return [
                _changed(value, tuple(rest), change) if index == step else value
                for index, value in enumerate(data)
            ]
        case _:
            return data
