"""Whether a file that may be loaded at run time still gives an undeclared key a value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hpfix.findings import Evidence
from hpfix.index import Index
from hpfix.model import Bound, Schema
from hpfix.records import is_test

KIND = "still given"
GIVING = (".yaml", ".yml", ".json", ".toml", ".ini", ".cfg", ".sh", ".bash", ".bat", ".ps1", ".md")


def still_given(index: Index, schema: Schema, key: str, bound: Sequence[Bound]) -> Evidence | None:
    """The file that gives the key to what takes unseen keys, and would give it to nothing then.

    A schema that nothing opens gets a new key from Hydra's `+lr=3` alone.
    """
    is_merged = schema.form == "config file" and not any(each.proven for each in bound)
    is_open = schema in index.opened or is_merged
    own = {schema.place.path, *(each.place.path for each in schema.declarations)}
    told = {(each.reference.place.path, each.reference.place.line) for each in bound}
    for path in sorted(index.texts):
        text = index.texts[path]
        if not path.endswith(GIVING) or path in own or is_test(path) or key not in text:
            continue
        for line in _giving(text, key, is_open=is_open):
            if (path, line) not in told:
                said = f"{path}:{line} gives `{key}` a value, and hpfix cannot tell to what"
                return Evidence(KIND, said)
    return None


def _giving(text: str, key: str, *, is_open: bool) -> Iterator[int]:
    """The lines in which the key stands before a value: `lr: 5`, `"lr": 5`, `+lr=3`."""
    for number, line in enumerate(text.splitlines(), start=1):
        start = line.find(key)
        while start >= 0:
            before, after = line[:start], line[start + len(key) :]
            is_whole = not (before[-1:].isalnum() or before[-1:] in ("_", "-", "."))
            is_given = after.lstrip("\"' ")[:1] in (":", "=") and is_whole
            is_option = before.endswith("--") and after[:1] in ("", " ", "=")
            is_told = (before.endswith("+") and is_given) or (is_open and (is_given or is_option))
            if is_told and not before.lstrip().startswith(("#", "//")):
                yield number
            start = line.find(key, start + len(key))
