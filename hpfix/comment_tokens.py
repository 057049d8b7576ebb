"""The comments of a Python file, each with its place, and the lines that cannot end in one."""

from __future__ import annotations

import io
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hpfix.positions import BOM

if TYPE_CHECKING:
    from tokenize import TokenInfo

OPENING, CLOSING = frozenset("([{"), frozenset(")]}")
SHELLS = (".sh", ".bash", ".zsh", ".slurm", ".sbatch")
BREAKS = frozenset({"ENCODING", "NEWLINE", "NL", "INDENT", "DEDENT"})


@lru_cache(maxsize=256)
def comments_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Line and column (from 1, in code points) and text of every comment, as far as it reads."""
    return tuple(
        (token.start[0], token.start[1] + 1, token.string)
        for name, token in (_tokens(text) if "#" in text else ())
        if name == "COMMENT"
    )


def words_in(text: str) -> Iterator[tuple[int, int, str]]:
    """The same of every comment and every string, the quotes of which are part of it."""
    for name, token in _tokens(text):
        if name in ("COMMENT", "STRING") or name.endswith("STRING_MIDDLE"):
            yield token.start[0], token.start[1] + 1, token.string


def comments_of_item(text: str, line: int, column: int) -> list[str]:
    """The comments that go with an item of a list, a dict or a call that begins at a place.

    Those within it; where it has its lines to itself, the one behind it as well.
    """
    if "#" not in text:
        return []
    layout = _layout(text)
    start = line, column - 1
    first = bisect_left(layout.starts, start)
    if layout.starts[first : first + 1] != (start,):
        return []
    found: list[int] = []
    depth, last = int(layout.kinds[first] == "("), layout.ends[first]
    at = first
    for at in range(first + 1, len(layout.kinds)):
        kind = layout.kinds[at]
        if kind == "#" and (depth or layout.starts[at][0] == last):
            found.append(at)
        if kind in "#\n":
            continue
        depth += (kind == "(") - (kind == ")")
        if depth < 0 or (depth == 0 and kind == ","):
            break
        last = layout.ends[at]
    if first in layout.firsts and layout.kinds[at + 1 : at + 2] == "#":
        found.append(at + 1)
    return [layout.comments[each] for each in found]


class _Layout(NamedTuple):
    """Every token of a text: where it starts, the line it ends in, and one letter for its kind.

    Those in `firsts` have nothing before them in their line.
    """

    starts: tuple[tuple[int, int], ...]
    ends: tuple[int, ...]
    kinds: str
    comments: dict[int, str]
    firsts: frozenset[int]


@lru_cache(maxsize=64)
def _layout(text: str) -> _Layout:
    """One walk over the tokens, however many of its items are asked for."""
    tokens = list(_tokens(text))
    return _Layout(
        tuple(token.start for _, token in tokens),
        tuple(token.end[0] for _, token in tokens),
        "".join(_kind(name, token.string) for name, token in tokens),
        {at: token.string for at, (name, token) in enumerate(tokens) if name == "COMMENT"},
        frozenset(
            at for at, (_, token) in enumerate(tokens) if not token.line[: token.start[1]].strip()
        ),
    )


def _kind(name: str, text: str) -> str:
    if name in ("COMMENT", "NL"):
        return "#" if name == "COMMENT" else "\n"
    if text in OPENING or text in CLOSING:
        return "(" if text in OPENING else ")"
    return "," if text == "," else " "


@lru_cache(maxsize=64)
def joined_lines(text: str) -> tuple[tuple[int, int], ...]:
    """First and last line of what goes on over a line's end: a string, a backslash.

    A comment that is meant for one of these lines can only stand on the last.
    """
    joined: list[tuple[int, int]] = []
    opened: list[int] = []
    ended = 0
    for name, token in _tokens(text):
        first, last = token.start[0], token.end[0]
        if name.endswith("STRING_START"):  # f"""
            opened.append(first)
        elif name.endswith("STRING_END"):
            joined.append((opened.pop(), last))
        elif 0 < ended < first:  # a = 1 + \
            joined.append((ended, first))
        if name == "STRING":
            joined.append((first, last))
        ended = 0 if name in BREAKS else last
    return tuple(each for each in joined if each[0] < each[1])


def lines_joined_in(path: str, text: str) -> tuple[tuple[int, int], ...]:
    """The same of any file: in a shell script, the lines that a backslash joins."""
    if path.endswith(".py"):
        return joined_lines(text)
    return _continued_lines(text) if path.endswith(SHELLS) else ()


@lru_cache(maxsize=64)
def _continued_lines(text: str) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    first = 1
    for number, line in enumerate(text.split("\n"), 1):
        if not line.rstrip("\r").endswith("\\"):
            joined += [(first, number)] if first < number else []
            first = number + 1
    return tuple(joined)


def mark_line(path: str, text: str, line: int) -> int:
    """The line at whose end a comment silences a line: of Python, the one that ends the string or
    the continued line that it is part of."""
    for first, last in lines_joined_in(path, text):
        if first <= line < last:
            line = last
    return line


def _tokens(text: str) -> Iterator[tuple[str, TokenInfo]]:
    """Every token with the name of its kind, as far as the text reads."""
    import tokenize  # most files are never asked for their comments

    try:
        for token in tokenize.generate_tokens(io.StringIO(text.removeprefix(BOM)).readline):
            yield tokenize.tok_name[token.type], token
    except (tokenize.TokenError, SyntaxError):
        return
