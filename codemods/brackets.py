"""How the items between two brackets are laid out, and how one is added or taken away in kind.

A bracket is the arguments of a Python call, a dict literal, a flow mapping in YAML, an object in
JSON or an inline table in TOML: items with commas between them, and comments.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from codemods.splices import Splice, line_break, line_end, line_start, next_line


@dataclass(frozen=True, slots=True)
class Item:
    """One item as offsets; `name` is its key, at `start:key_end`, or None where it has none."""

    start: int
    key_end: int
    end: int
    comma: int | None
    name: str | None

    @property
    def tail(self) -> int:
        """The offset behind the item and its comma."""
        return self.end if self.comma is None else self.comma + 1


@dataclass(frozen=True, slots=True)
class Bracket:
    """The items between two brackets: behind the opening one, before the closing one.

    `comments` are the marks that begin a comment: to the end of the line, `/*` to `*/`.
    """

    opening: int
    closing: int
    items: tuple[Item, ...]
    comments: tuple[str, ...] = ("#",)

    def before(self, item: Item) -> Item | None:
        index = self.items.index(item)
        return self.items[index - 1] if index else None

    def after(self, item: Item) -> Item | None:
        return next(iter(self.items[self.items.index(item) + 1 :]), None)


def inserted(
    text: str,
    bracket: Bracket,
    entry: str,
    *,
    after: Item | None,
    comment: str | None = None,
    gap: str = " ",
) -> tuple[Splice, ...]:
    """Return the splices that add `entry` after an item, or as the first when `after` is None.

    Where items stand one on a line it gets its own line, with the indent, the line end and the
    trailing comma of its neighbours and the comment in their column; elsewhere it is added within
    the line, and the comment is left out. `gap` follows a comma where no neighbour shows what does.
    """
    gap = _gap(text, bracket, after, gap)
    if not bracket.items:
        return (_only(text, bracket, entry, comment),)
    if after is None:
        return (_first(text, bracket.items[0], entry, comment, gap),)
    model = _model_line(text, bracket, after)
    if model is not None:
        line = indent_of(text, model.start) + entry
        if ends_line(text, after.tail, bracket.comments):
            return _line_below(text, bracket, after, line, comment)
        if model is after and bracket.after(after) is None:
            return (_before_closing(text, after, line),)
    return (Splice(after.end, after.end, f",{gap}{entry}"),)


def removed(text: str, bracket: Bracket, items: Iterable[Item]) -> tuple[Splice, ...]:
    """Return the splices that take items away.

    One that has its lines to itself goes with them and the comment behind it; of any other, only
    the item and one comma. Comments on lines of their own stay.
    """
    splices: list[Splice] = []
    # from the last one, so that each is taken from what then stands before it
    for start in sorted((item.start for item in items), reverse=True):
        item = next(each for each in bracket.items if each.start == start)
        taken = _removed(text, bracket, item)
        splices += taken
        bracket = _without(bracket, item, taken)
    return tuple(splices)


def removed_in_kind(text: str, bracket: Bracket, item: Item) -> tuple[Splice, ...]:
    """Return the splices that take one item away, and the comma before it that would end the rest.

    JSON and TOML have no comma behind the last item; it stays where the last item had one.
    """
    splices = removed(text, bracket, [item])
    before = bracket.before(item)
    if before is None or before.comma is None or item.tail != item.end or bracket.after(item):
        return splices
    if any(each.start <= before.comma < each.end for each in splices):
        return splices
    return Splice(before.comma, before.tail, ""), *splices


def begins_line(text: str, offset: int) -> bool:
    """True when only blanks stand before `offset` on its line."""
    return not text[line_start(text, offset) : offset].strip()


def ends_line(text: str, offset: int, comments: tuple[str, ...] = ("#",)) -> bool:
    """True when at most a comment stands behind `offset` on its line."""
    rest = text[offset : line_end(text, offset)].strip()
    if rest.startswith("/*") and "/*" in comments:
        return rest.find("*/", 2) == len(rest) - 2
    return not rest or rest.startswith(comments)


def indent_of(text: str, offset: int) -> str:
    """Return the blanks that the line of `offset` begins with."""
    line = text[line_start(text, offset) : line_end(text, offset)]
    return line[: len(line) - len(line.lstrip())]


def _model_line(text: str, bracket: Bracket, anchor: Item) -> Item | None:
    """Return the item whose line shows the indent to take; None where items share lines."""
    if "\n" in text[anchor.end : anchor.tail] or "\r" in text[anchor.end : anchor.tail]:
        return None
    if begins_line(text, anchor.start):
        return anchor
    after = bracket.after(anchor)
    if bracket.before(anchor) is None and after is not None and begins_line(text, after.start):
        return after
    return None


def _removed(text: str, bracket: Bracket, item: Item) -> tuple[Splice, ...]:
    before, after = bracket.before(item), bracket.after(item)
    if begins_line(text, item.start) and ends_line(text, item.tail, bracket.comments):
        return (Splice(line_start(text, item.start), next_line(text, item.tail), ""),)
    if after is not None and _follows(text, item, after, alone=before is None):
        return (Splice(item.start, after.start, ""),)
    if before is None:
        return (Splice(item.start, item.tail, ""),)
    between = text[before.end : item.start]
    if not any(mark in between for mark in bracket.comments):
        return (Splice(before.end, item.end, ""),)
    if item.comma is None and before.comma is not None:
        return Splice(before.comma, before.tail, ""), Splice(item.start, item.end, "")
    return (Splice(item.start, item.tail, ""),)


def _without(bracket: Bracket, item: Item, taken: tuple[Splice, ...]) -> Bracket:
    """Return the bracket as it is then: the item before may have got the comma of the one taken."""
    kept = [
        replace(each, comma=item.comma)
        if each.comma is not None and any(gap.start <= each.comma < gap.end for gap in taken)
        else each
        for each in bracket.items
        if each is not item
    ]
    return replace(bracket, items=tuple(kept))


def _follows(text: str, item: Item, after: Item, *, alone: bool) -> bool:
    """True when nothing but blanks, on one line unless `alone`, parts an item from the next."""
    return not text[item.tail : after.start].strip() and (
        alone or after.start <= line_end(text, item.tail)
    )


def _only(text: str, bracket: Bracket, entry: str, comment: str | None) -> Splice:
    inside = text[bracket.opening : bracket.closing]
    if "\n" not in inside and "\r" not in inside:
        return Splice(bracket.opening, bracket.closing, entry)
    start = line_start(text, bracket.closing)
    last = line_start(text, start - 1)
    commented = last > bracket.opening and text[last:start].strip()
    indent = indent_of(text, last) if commented else indent_of(text, start) + "    "
    return Splice(start, start, f"{indent}{entry},{_comment(comment)}{line_break(text, last)}")


def _gap(text: str, bracket: Bracket, anchor: Item | None, otherwise: str) -> str:
    """Return the blanks behind a comma: behind the anchor's, else behind the first on its line."""
    pairs = [
        (one, other)
        for one, other in pairwise(bracket.items)
        if one.comma is not None and not text[one.tail : other.start].strip(" \t")
    ]
    near = [each for each in pairs if anchor in each] or pairs
    return text[near[0][0].tail : near[0][1].start] if near else otherwise


def _first(text: str, item: Item, entry: str, comment: str | None, gap: str) -> Splice:
    if not begins_line(text, item.start):
        return Splice(item.start, item.start, f"{entry},{gap}")
    line_end_and_indent = line_break(text, item.start) + indent_of(text, item.start)
    return Splice(item.start, item.start, f"{entry},{_comment(comment)}{line_end_and_indent}")


def _line_below(
    text: str, bracket: Bracket, anchor: Item, line: str, comment: str | None
) -> tuple[Splice, ...]:
    end = line_end(text, anchor.tail)
    if anchor.comma is not None:
        line += ","
    column = _comment_column(text, bracket, anchor)
    below = f"{line_break(text, end)}{line}{_comment(comment, gap=column - len(line))}"
    if anchor.comma is not None:
        return (Splice(end, end, below),)
    if anchor.end == end:
        return (Splice(end, end, f",{below}"),)
    return Splice(anchor.end, anchor.end, ","), Splice(end, end, below)


def _before_closing(text: str, anchor: Item, line: str) -> Splice:
    """`b=2)` becomes `b=2,` and a line with the entry and the closing bracket."""
    below = line_break(text, anchor.end) + line
    content = f",{below}" if anchor.comma is None else f"{below},"
    return Splice(anchor.tail, anchor.tail, content)


def _comment(comment: str | None, *, gap: int = 2) -> str:
    return "" if comment is None else f"{' ' * max(gap, 2)}# {comment}"


def _comment_column(text: str, bracket: Bracket, anchor: Item) -> int:
    """Return the column, from 0, that the anchor's comment shares with a neighbour's, else 0."""
    column = _column_of_comment(text, anchor)
    beside = (bracket.before(anchor), bracket.after(anchor))
    shared = column in [_column_of_comment(text, item) for item in beside if item is not None]
    return column if shared else 0


def _column_of_comment(text: str, item: Item) -> int:
    """Return the column, from 0, of the comment behind an item; 0 when there is none."""
    end = line_end(text, item.tail)
    rest = text[item.tail : end].lstrip()
    return end - len(rest) - line_start(text, item.tail) if rest.startswith("#") else 0
