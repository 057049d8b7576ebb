"""A mark that a line is meant: `# hpfix: ignore[HP001]` or the code in the one there."""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.findings import Edit
from hpfix.positions import line_starts, line_text
from hpfix.verifying.kinds import walk_of
from hpfix.verifying.walks import Differs, require_same

MARK = "# hpfix: ignore["


def check_mark(edit: Edit, before: str, after: str) -> None:
    """Raise Differs unless the mark of the edit is put in, and is a comment."""
    (place,) = edit.places
    starts = line_starts(before)
    line = line_text(before, starts, place.line)
    start = starts[place.line - 1]
    if after not in _marked(before, start, line, dict(edit.arguments)["code"]):
        raise Differs("more is put in than the mark")
    one, other = walk_of(edit.path, before), walk_of(edit.path, after)
    if one is None or other is None:
        return
    require_same(one.steps, other.steps, "what is put in is no comment")
    is_said = [(each.start, each.text) for each in one.comments]
    changed = [each for each in other.comments if (each.start, each.text) not in is_said]
    if sum(MARK in each.text for each in changed) == 0:
        raise Differs("the mark is no comment")


def _marked(text: str, start: int, line: str, code: str) -> Iterator[str]:
    """The text with the code in the mark that the line has, or with a mark at its end."""
    mark = line.rfind(MARK)
    close = line.find("]", mark) if mark >= 0 else -1
    if close >= 0:
        yield f"{text[: start + close]}, {code}{text[start + close :]}"
    end = start + len(line)
    yield f"{text[:end]}  {MARK}{code}]{text[end:]}"
