"""One input of a fuzz run: any bytes as a file of any kind, read, and its names renamed in it.

`benchmarks/fuzz.py` makes such inputs; those that it found are in `tests/fuzzed.zip`, which
`test_fuzzed.py` tries again.
"""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.decoding import Undecodable, decode
from hpfix.facts import Facts
from hpfix.file_kinds import is_document, renaming_in, renaming_of_words
from hpfix.findings import Edit
from hpfix.model import Place
from hpfix.positions import line_starts, offset_of
from hpfix.readers import read
from hpfix.rewrite import Refused, rewrite

PATHS = (
    "a.py", "a.yaml", "a.json", "a.toml", "a.ipynb", "a.sh", "a.md", "a.rst", "Makefile",
    "Dockerfile", "a.bat", ".github/workflows/a.yml", "dvc.yaml", "sweep.yaml",
)  # fmt: skip
NEW = "renamed_by_fuzzing"
MOST = 6
"""So many names of one input are renamed, each alone."""


def attempt(data: bytes) -> int:
    """Read an input, whose first byte says what file it is, and rename; how many names were.

    Raises AssertionError where a rename touches anything but the name that it was told, and
    whatever a reader or a codemod should not raise.
    """
    if not data:
        return 0
    path = PATHS[data[0] % len(PATHS)]
    try:
        text, codec = decode(data[1:], path)
    except Undecodable:
        return 0
    count = 0
    for place, name, codemod in _names(path, text, read(path, text)):
        edit = Edit(path, codemod, (place,), (("old", name), ("new", NEW)))
        try:
            result, _ = rewrite(edit, text)
        except Refused:
            continue
        require_exact(text, result, place, name)
        assert result.encode(codec).decode(codec) == result
        count += 1
    return count


def _names(path: str, text: str, facts: Facts) -> Iterator[tuple[Place, str, str]]:
    """Some of the names that a reader has found, with the codemod that renames each."""
    starts = line_starts(text)
    places = {each.place: (each.key, each.form) for each in facts.references}
    for schema in facts.schemas:
        places.update({each.place: (each.key, "declaration") for each in schema.declarations})
    for place, (key, form) in sorted(places.items())[:MOST]:
        assert place.path == path
        start = offset_of(starts, place.line, place.column)
        end = offset_of(starts, place.end_line, place.end_column)
        assert 0 <= start <= end <= len(text), place
        is_word = form in ("command line", "comment") or is_document(path)
        is_word = is_word and not path.endswith((".yaml", ".yml", ".json", ".toml"))
        name = text[start:end] if form == "command line" else key
        yield place, name, renaming_of_words(path) if is_word else renaming_in(path)


def require_exact(text: str, result: str, place: Place, name: str) -> None:
    """What stands before the name and behind it is as it was; TOML spells one key several times."""
    if place.path.endswith(".toml"):
        pieces, at = result.split(NEW), 0
        for piece in pieces:
            found = text.find(piece, at)
            assert found >= 0, (text, result)
            at = found + len(piece)
        return
    starts = line_starts(text)
    start = offset_of(starts, place.line, place.column)
    end = offset_of(starts, place.end_line, place.end_column)
    behind = len(text) - end
    assert result[:start] == text[:start], (text, result)
    assert result[len(result) - behind :] == text[end:], (text, result)
    middle, spelled = result[start : len(result) - behind], text[start:end]
    assert any(
        middle.replace(new, old) == spelled
        for new in (NEW, NEW.replace("_", "-"))
        for old in (name, name.lstrip("-"), name.lstrip("-").replace("_", "-"))
        if new in middle
    ), (text, result)
