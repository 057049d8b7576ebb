"""Where a document shows code: fenced and indented blocks of Markdown and reST, code in sentences.

The rules are CommonMark's (fenced code blocks, indented code blocks, code spans), as far as a
command needs them: what stands in a block that is no command is no command's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from hpfix.positions import line_starts

FENCES = ("```", "~~~")
INDENTS = ("    ", "\t")
SIGNS = ("$ ", "% ", "> ", "! ", "!", "PS> ", ">>> ")
"""What stands before a command that a document shows."""
SHELL_SIGNS = ("$ ", "> ", "% ", "# ")
QUOTE = ">"


class Block(NamedTuple):
    """Lines of code: offsets into the text, in which `text` has blanks for prompts."""

    text: str
    start: int
    end: int


class _Line(NamedTuple):
    start: int
    end: int
    content: str


def blocks_of(text: str, *, is_rest: bool = False) -> Iterator[Block]:
    """The blocks of code of a document, in order."""
    masked = list(text)
    spans: list[tuple[int, int]] = []
    for is_code, line in _lines(text, is_rest=is_rest):
        if not is_code:
            continue
        for at in _prompt(line):
            masked[at] = " "
        if spans and spans[-1][1] == line.start:
            spans[-1] = spans[-1][0], line.end
        else:
            spans.append((line.start, line.end))
    shown = "".join(masked)
    for start, end in spans:
        yield Block(shown, start, end)


def spans_of(text: str) -> Iterator[tuple[int, int]]:
    """Code in sentences, without its backticks: `` `python train.py --lr 0.1` ``."""
    for is_code, line in _lines(text, is_rest=False):
        if is_code or "`" not in line.content:
            continue
        at = line.content.find("`")
        while at >= 0:
            ticks = len(line.content[at:]) - len(line.content[at:].lstrip("`"))
            stop = line.content.find("`" * ticks, at + ticks)
            if stop < 0:
                break
            yield line.start + at + ticks, line.start + stop
            at = line.content.find("`", stop + ticks)


def _lines(text: str, *, is_rest: bool) -> Iterator[tuple[bool, _Line]]:
    """Every line, and whether it is one of code."""
    fence = ""
    indents = (" ", "\t") if is_rest else INDENTS
    starts = [*line_starts(text), len(text)]
    for start, end in pairwise(starts):
        line = _Line(start, end, text[start:end])
        bare = line.content.strip().lstrip(f"{QUOTE} ")
        mark = "" if is_rest else _fence(bare)
        if fence:
            if mark.startswith(fence) and not bare.lstrip(fence[0]):
                fence = ""
                yield False, line._replace(content="")
            else:
                yield True, line
        elif mark:
            fence = mark
            yield False, line._replace(content="")
        else:
            is_shown = line.content.startswith((*indents, "$ ")) and bool(bare)
            yield is_shown, line


def _fence(bare: str) -> str:
    """The characters that open or close a fence."""
    for each in FENCES:
        if bare.startswith(each):
            length = len(bare) - len(bare.lstrip(each[0]))
            return "" if each[0] in bare[length:] else each[0] * length
    return ""


def _prompt(line: _Line) -> range:
    """The offsets of what a document puts before a command: `$ `, `(env) me@host:~$ `, `!`."""
    blanks = len(line.content) - len(line.content.lstrip())
    shown = line.content[blanks:]
    for each in SIGNS:
        if shown.startswith(each):
            return range(line.start + blanks, line.start + blanks + len(each))
    head = min((at for sign in SHELL_SIGNS if (at := shown.find(sign)) >= 0), default=-1)
    if head > 0 and ("@" in shown[:head] or shown.startswith("(") or ":\\" in shown[:head]):
        return range(line.start + blanks, line.start + blanks + head + 2)
    return range(0)
