"""What only the characters of a text show: its comments, and how one text became another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hpfix.positions import BOM
from hpfix.verifying.walks import Comment, Step


def comments_of(text: str, marks: tuple[str, ...], quotes: str) -> Iterator[Comment]:
    """The comments of a JSON or TOML text: what a mark begins outside of strings."""
    at = 0
    while at < len(text):
        if text[at] in quotes:
            at = _string_end(text, at)
        elif text.startswith(marks, at):
            end = line_end(text, at)
            if text.startswith("/*", at):
                end = text.find("*/", at + 2) + 2
            yield Comment(at, text[at:end])
            at = max(end, at + 1)
        else:
            at += 1


def _string_end(text: str, at: int) -> int:
    quote = text[at]
    mark = quote * 3 if text.startswith(quote * 3, at) else quote
    at += len(mark)
    while at < len(text) and not text.startswith(mark, at):
        at += 2 if quote == '"' and text[at] == "\\" else 1
    at += len(mark)
    while len(mark) == 3 and text.startswith(quote, at):
        at += 1
    return at


def yaml_comments(text: str, steps: Sequence[Step]) -> Iterator[Comment]:
    """The comments of a YAML text: what `#` begins behind a blank, outside of scalars."""
    at = 0
    for step in steps:
        if step.turn or not step.kind.startswith("scalar"):
            continue
        yield from _plain_comments(text, at, step.start)
        at = max(at, step.end)
        if step.kind[-1:] in ("|", ">"):  # lr: |  # of the header
            yield from _plain_comments(text, step.start, line_end(text, step.start))
    yield from _plain_comments(text, at, len(text))


def _plain_comments(text: str, start: int, stop: int) -> Iterator[Comment]:
    while (at := text.find("#", start, stop)) >= 0:
        start = at + 1
        if at == 0 or text[at - 1] in f" \t\r\n{BOM}":
            start = line_end(text, at)
            yield Comment(at, text[at:start])


def line_end(text: str, offset: int) -> int:
    """The offset of the line break, or of the end of the text, next after an offset."""
    breaks = (text.find("\n", offset), text.find("\r", offset), len(text))
    return min(each for each in breaks if each >= 0)


def next_line(text: str, offset: int) -> int:
    """The offset at which the line after that of an offset begins; the end where there is none."""
    end = line_end(text, offset)
    return end + len(break_at(text, end))


def break_at(text: str, end: int) -> str:
    """The line break at an offset, of one character or of two; empty at the end of the text."""
    return "\r\n" if text.startswith("\r\n", end) else text[end : end + 1]


def line_start(text: str, offset: int) -> int:
    """The offset at which the line of an offset begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def alike(one: str, other: str) -> tuple[int, int]:
    """How many characters two texts have in common at the beginning, and at the end."""
    return _common(one, other, 1), _common(one, other, -1)


def _common(one: str, other: str, direction: int) -> int:
    """The longest common beginning or end; slices are compared, as no loop is as fast."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        size = (low + high + 1) // 2
        first = one[:size] if direction > 0 else one[len(one) - size :]
        if first == (other[:size] if direction > 0 else other[len(other) - size :]):
            low = size
        else:
            high = size - 1
    return low


def pieces(less: str, more: str) -> Iterator[tuple[int, str]]:
    """Every way to see one text as another with one piece put in: its offset, and the piece.

    There are several where the piece begins as what follows it does.
    """
    size = len(more) - len(less)
    before, after = alike(less, more)
    if size > 0:
        for at in range(max(len(less) - after, 0), before + 1):
            yield at, more[at : at + size]
