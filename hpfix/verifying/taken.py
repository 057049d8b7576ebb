"""Which pieces of a text are one entry with what belongs to it, as the places of its tree tell.

All else stays as it is, byte for byte: a removal is right only where the text without one of these
pieces is what was written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hpfix.verifying.walks import Step, Walk, around, extent
from hpfix.verifying.written import line_end, line_start, next_line

BLANKS = " \t\r\n"
CLOSING = (")", "]", "}")
MARKS = {"json": ("//", "/*")}
YAML = ("yaml", "yml")
Span = tuple[int, int]


class Entry(NamedTuple):
    """One entry of a text of a kind; the steps `first` to `last` of its walk are its own."""

    kind: str
    text: str
    walk: Walk
    first: int
    last: int

    @property
    def is_block(self) -> bool:
        outer = around(self.walk.steps, self.first)
        is_flow = outer is not None and self.walk.steps[outer].value == "flow"
        return self.kind in YAML and not is_flow


def taken(entry: Entry) -> Iterator[Span]:
    """Every piece that may go with an entry: its lines, or itself and one comma."""
    text = entry.text
    for start, end in _own(entry):
        tail = _behind_comma(entry, end)
        if entry.is_block:
            yield from _block(entry, start, end)
        elif _begins_line(entry, start) and _ends_line(entry, tail):
            yield line_start(text, start), next_line(text, tail)
        else:
            yield from _within_line(entry, start, end, tail)


def block_end(entry: Entry, start: int, end: int) -> int:
    """The end of the last line of an entry, and of the comments below that are indented deeper."""
    text = entry.text
    column = start - line_start(text, start)
    last = line_end(text, end)
    at = next_line(text, last)
    while at < len(text):
        line = text[at : line_end(text, at)]
        bare = line.lstrip(" ")
        if bare.startswith("#") and len(line) - len(bare) > column:
            last = at + len(line)
        elif line.strip():
            break
        at = next_line(text, at)
    return last


def own_span(entry: Entry) -> Span:
    """From the key, or the `?` before it, to the last character of the value."""
    text, steps = entry.text, entry.walk.steps
    start = steps[entry.first].start
    lead = text[line_start(text, start) : start].rstrip()
    if entry.kind in YAML and lead.endswith("?"):
        start = line_start(text, start) + len(lead) - 1
    end = written_end(text, steps, entry.first, entry.last)
    if entry.kind in YAML and all(each.end <= end for each in steps[entry.first : entry.last]):
        rest = text[end : line_end(text, end)]
        if rest.lstrip(" \t").startswith(":"):  # lr:
            end += rest.index(":") + 1
    return start, end


def written_end(text: str, steps: Sequence[Step], first: int, last: int) -> int:
    """Where the last of what is written for some steps ends; the empty lines below a block scalar
    are its own where its header says so, with `+`."""
    end = extent(steps, first, last)
    leaf = next((each for each in steps[first:last] if each.end == end and not each.turn), None)
    if leaf is None or leaf.kind not in ("scalar|", "scalar>"):
        return end
    header = text[leaf.start : line_end(text, leaf.start)].partition("#")[0]
    if "+" in header:
        return len(text[:end].removesuffix("\n").removesuffix("\r"))
    return len(text[:end].rstrip())


def commas_before(entry: Entry) -> Iterator[int]:
    """The comma between an entry and the one before it."""
    steps, text = entry.walk.steps, entry.text
    start = steps[entry.first].start
    ends = (each.end for each in steps[: entry.first] if each.turn != 1 and each.end <= start)
    comma = _next(entry, max(ends, default=start), CLOSING)
    if comma < start and text.startswith(",", comma):
        yield comma


def _own(entry: Entry) -> Iterator[Span]:
    """The span of an entry, and those with the brackets around its key and its value."""
    start, end = own_span(entry)
    yield start, end
    if entry.kind in ("py", "ipynb"):
        while entry.text[:start].rstrip(BLANKS).endswith("("):
            start = entry.text.rindex("(", 0, start)
            yield start, end
        start, _ = own_span(entry)
        while entry.text[end:].lstrip(BLANKS).startswith(")"):
            end = entry.text.index(")", end) + 1
            yield start, end
            if entry.text[:start].rstrip(BLANKS).endswith("("):
                yield entry.text.rindex("(", 0, start), end


def _next(entry: Entry, at: int, over: tuple[str, ...] = ()) -> int:
    """The offset of the next character that is no blank and in no comment."""
    text = entry.text
    inside = {each.start: len(each.text) for each in entry.walk.comments}
    while at < len(text) and (text[at] in BLANKS or text.startswith(over, at) or at in inside):
        at += inside.get(at, 1)
    return at


def _behind_comma(entry: Entry, end: int) -> int:
    comma = _next(entry, end)
    return comma + 1 if entry.text.startswith(",", comma) else end


def _begins_line(entry: Entry, start: int) -> bool:
    return not entry.text[line_start(entry.text, start) : start].strip()


def _ends_line(entry: Entry, tail: int) -> bool:
    """Whether at most a comment stands behind an entry and its comma on the line."""
    rest = entry.text[tail : line_end(entry.text, tail)].strip()
    if rest.startswith("/*") and entry.kind == "json":
        return rest.find("*/", 2) == len(rest) - 2
    return not rest or rest.startswith(MARKS.get(entry.kind, ("#",)))


def _block(entry: Entry, start: int, end: int) -> Iterator[Span]:
    """The lines of an entry of a block mapping; behind a dash, what follows moves up."""
    text = entry.text
    behind = next_line(text, block_end(entry, start, end))
    if _begins_line(entry, start):
        yield line_start(text, start), behind
        return
    yield start, behind + len(text[behind:]) - len(text[behind:].lstrip())


def _within_line(entry: Entry, start: int, end: int, tail: int) -> Iterator[Span]:
    """An entry with the comma behind it and the blanks up to the next, or with the comma before."""
    text = entry.text
    following = len(text) - len(text[tail:].lstrip(BLANKS))
    is_near = following <= line_end(text, tail) or not _begins_line(entry, start)
    if is_near and tail > end and not text.startswith(CLOSING, following):
        yield start, following
    if following > line_end(text, tail) or tail == end or text.startswith(CLOSING, following):
        yield start, tail
    before = text[:start].rstrip(BLANKS)
    if before.endswith(","):
        yield len(before[:-1].rstrip(BLANKS)), end
