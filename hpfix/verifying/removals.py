"""One entry taken away: a key with its value, an argument, an item, a statement, a clause.

The walk of what is left is that of before without the steps of the entry, and the text is that of
before without one piece: the entry, blanks and a comma at its sides, the comments that go with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hpfix.findings import Edit
from hpfix.positions import line_starts, offset_of
from hpfix.verifying.clauses import require_clause_gone
from hpfix.verifying.kinds import data_or_code
from hpfix.verifying.taken import (
    BLANKS,
    Entry,
    Span,
    block_end,
    commas_before,
    own_span,
    taken,
)
from hpfix.verifying.walks import Differs, Step, around, behind, extent, require_comments, said
from hpfix.verifying.written import line_end, line_start, next_line


def check_removal(edit: Edit, before: str, after: str) -> None:
    """Raise Differs unless what the edit names at its one place is gone, and nothing else."""
    (place,) = edit.places
    key = dict(edit.arguments)["key"]
    one, other = data_or_code(edit.path, before), data_or_code(edit.path, after)
    offset = offset_of(line_starts(before), place.line, place.column)
    for first, last in _entries_at(one.steps, offset, key):
        if _is_without(one.steps, other.steps, first, last):
            kind = edit.path.rpartition(".")[2]
            gone = _gone(after, Entry(kind, before, one, first, last))
            if gone is None:
                raise Differs("more goes than the entry")
            require_comments(one, other, gone=gone)
            return
    require_clause_gone(one, other, (before, after), offset, key)


def _entries_at(steps: Sequence[Step], offset: int, key: str) -> Iterator[tuple[int, int]]:
    """The entries that begin at an offset, each as its first step and the one behind it."""
    for index, step in enumerate(steps):
        # &anchor key: a key may begin behind its anchor and its tag
        is_scalar = step.kind.startswith("scalar")
        is_here = step.start == offset or (is_scalar and step.start < offset < step.end)
        if not is_here or step.turn < 0:
            continue
        last = behind(steps, index)
        if step.kind == "key" or is_scalar:
            last = behind(steps, last)
        if any(each.value == key for each in steps[index : min(index + 5, last)]):
            yield index, last


def _is_without(one: Sequence[Step], other: Sequence[Step], first: int, last: int) -> bool:
    """Whether the second walk is the first without some steps; a block mapping may become `{}`."""
    left = [*one[:first], *one[last:]]
    if len(left) != len(other):
        return False
    outer = around(one, first)
    if outer is None or (outer + 1, last + 1) != (first, behind(one, outer)):
        return said(left) == said(other)
    if one[outer].kind == "mapping" and other[outer].value == "flow":
        left[outer] = left[outer]._replace(value="flow")
    return said(left) == said(other)


def _gone(after: str, entry: Entry) -> str | None:
    """The piece that went; None where it is more than the entry and what belongs to it."""
    before, span = entry.text, own_span(entry)
    if entry.kind == "toml" and after in _emptied(before, span):
        return before[span[0] : line_end(before, span[1])]
    for start, end in (*taken(entry), *_statements(entry)):
        if after in _left(entry, start, end):
            return before[start:end]
    return None


def _left(entry: Entry, start: int, end: int) -> Iterator[str]:
    """The text without a piece, and with what the rest of its bracket needs: no comma, `{}`."""
    text = entry.text
    yield text[:start] + text[end:]
    for comma in commas_before(entry):
        if comma < start:
            yield text[:comma] + text[comma + 1 : start] + text[end:]
    steps = entry.walk.steps
    outer = around(steps, entry.first)
    if outer is None:
        return
    if steps[outer].kind == "Tuple":
        yield from _kept_tuples(entry, start, end, steps[outer].end)
    elif entry.is_block and (outer + 1, entry.last + 1) == (entry.first, behind(steps, outer)):
        yield from _emptied_blocks(entry, start, end, outer)


def _kept_tuples(entry: Entry, start: int, end: int, closing: int) -> Iterator[str]:
    """The text without a piece, and with the comma of a tuple of one: `("a",)`."""
    text = entry.text
    yield f"{text[:start]},{text[end:]}"
    steps = entry.walk.steps
    if entry.last < len(steps) and steps[entry.last].turn >= 0:
        at = extent(steps, entry.last, behind(steps, entry.last))
        while at < closing and text[at] in f"){BLANKS}":
            yield f"{text[:start]}{text[end:at]},{text[at:]}"
            at += 1
        yield f"{text[:start]}{text[end:at]},{text[at:]}"


def _emptied_blocks(entry: Entry, start: int, end: int, outer: int) -> Iterator[str]:
    """The text with `{}` for a mapping of YAML of which the only entry goes."""
    text = entry.text
    first, last = own_span(entry)
    yield f"{text[:first]}{{}}{text[block_end(entry, first, last) :]}"
    # behind the colon, or the anchor and the tag: model: &a !!map
    for at in range(entry.walk.steps[outer - 1].end, start):
        if text[at - 1] not in BLANKS and text[at] in BLANKS:
            yield f"{text[:at]} {{}}{text[at:start]}{text[end:]}"


def _statements(entry: Entry) -> Iterator[Span]:
    """The lines of a dotted key or of a table of TOML, from where the first begins."""
    text = entry.text
    start, end = own_span(entry)
    line = line_start(text, start)
    if entry.kind != "toml" or not _is_head(text[line:start]):
        return
    rest = text[end : line_end(text, end)].strip(" \t,]={}")
    if not rest or rest.startswith("#"):
        yield line, next_line(text, end)


def _is_head(head: str) -> bool:
    """Whether only the bracket of a header stands there, or the rest of a dotted key."""
    rest = head.strip(f"{BLANKS}[")
    return not rest or (rest.endswith(".") and not any(each in rest for each in "#=,{"))


def _emptied(before: str, span: Span) -> Iterator[str]:
    """The text with what spells the table around a key of TOML left, empty: `[a]`, `a = {}`."""
    start = line_start(before, span[0])
    above = before[start : span[0]].rstrip().removesuffix(".").rstrip()
    end = line_end(before, span[1])
    if above.startswith("["):
        yield f"{before[:start]}[{above.lstrip('[')}]{before[end:]}"
        return
    yield f"{before[:start]}{above} = {{}}{before[end:]}"
    yield f"{before[:start]}{above} = {{}}{before[span[1] :]}"
