"""The sources of a notebook's cells, and splices of a source carried over to the file.

Only the strings that spell the source change: each line in its own string, or all in one, with the
escapes and the layout of the file. Outputs, metadata and everything else stay.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from codemods.json_nodes import Array, Leaf, Node, Object, exchanged, read
from codemods.json_texts import escaped, index_at, spelled
from codemods.splices import (
    Place,
    Refused,
    Splice,
    line_break,
    offset_at,
    place_name,
    position_at,
    splice,
)

SOURCES = ("source", "input")  # nbformat 4, and the code cells of nbformat 3
Rewrite = Callable[[str, tuple[Place, ...]], Sequence[Splice]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its kind, the node of its source and the strings in it, in order."""

    kind: str
    source: Node
    lines: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What a cell says; `starts` are where its code points are written, and where it ends."""

    value: str
    starts: tuple[int, ...]


def rewrite_cells(
    text: str, *, at: Sequence[Place], kinds: Sequence[str], rewrite: Rewrite
) -> tuple[Splice, ...]:
    """Return the splices of a notebook that rewrite the cells in which places stand.

    Args:
        text: The text of the `.ipynb` file.
        at: Lines and columns of that text, from 1, in code points; each within a source.
        kinds: The kinds of cell that may be rewritten: `code`, `markdown`, `raw`.
        rewrite: Called once for each cell with its source and the places as places of that;
            returns splices of the source.

    Raises:
        Refused: The file is no notebook, a place stands in no source, or `rewrite` refuses.
    """
    root = read(text)
    cells = tuple(_cells(root))
    told: dict[int, list[int]] = {}
    for place in at:
        offset = offset_at(text, *place)
        told.setdefault(_cell_at(text, cells, offset, kinds), []).append(offset)
    result: list[Splice] = []
    for number, offsets in sorted(told.items()):
        source = _source(text, cells[number])
        places = tuple(
            position_at(source.value, index_at(text, source.starts, each)) for each in offsets
        )
        splices = tuple(rewrite(source.value, places))
        mapped = tuple(_mapped(text, cells[number], source, each) for each in splices)
        _verify(text, root, cells[number], mapped, splice(source.value, splices))
        result += mapped
    return tuple(result)


def _cells(root: Node) -> Iterator[Cell]:
    """Yield the cells that have a source, those of nbformat 3 from its worksheets."""
    sheets = [root, *_items(_member(root, "worksheets"))]
    for cell in (each for sheet in sheets for each in _items(_member(sheet, "cells"))):
        kind = _member(cell, "cell_type")
        source = next((node for key in SOURCES if (node := _member(cell, key)) is not None), None)
        lines = (source,) if isinstance(source, Leaf) else tuple(_items(source))
        leaves = tuple(each for each in lines if isinstance(each, Leaf) and each.is_text)
        if isinstance(kind, Leaf) and source is not None and lines and len(leaves) == len(lines):
            yield Cell(str(kind.value), source, leaves)


def _member(node: Node | None, key: str) -> Node | None:
    if not isinstance(node, Object):
        return None
    return next((each.value for each in node.members if each.key.value == key), None)


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Array) else ()


def _cell_at(text: str, cells: Sequence[Cell], offset: int, kinds: Sequence[str]) -> int:
    """Return the number of the cell in whose source an offset stands; else Refused."""
    where = place_name(text, offset)
    starts = [each.source.start for each in cells]
    number = bisect_right(starts, offset) - 1
    if number < 0 or not any(each.start < offset < each.end for each in cells[number].lines):
        raise Refused(f"no cell of a notebook has its source at {where}")
    if cells[number].kind not in kinds:
        raise Refused(f"a {cells[number].kind} cell stands at {where}")
    return number


def _source(text: str, cell: Cell) -> Source:
    value = ""
    starts: list[int] = []
    for leaf in cell.lines:
        line = spelled(text, leaf)
        value += line.value
        starts += line.starts[:-1]
    return Source(value, (*starts, cell.lines[-1].end - 1))


def _mapped(text: str, cell: Cell, source: Source, each: Splice) -> Splice:
    """Return the splice of the file for a splice of the source; whole lines keep to themselves."""
    start, end = source.starts[each.start], source.starts[each.end]
    lines = [escaped(line, text) for line in each.content.split("\n")]
    if isinstance(cell.source, Leaf):
        return Splice(start, end, "\\n".join(lines))
    if each.end == len(source.value) and not each.content and len(cell.lines) > 1:
        first = next((n for n, leaf in enumerate(cell.lines) if leaf.start + 1 == start), 0)
        if first:  # the last lines go with the comma before them
            return Splice(cell.lines[first - 1].end, cell.lines[-1].end, "")
    return Splice(start, end, f'\\n"{_between(text, cell)}"'.join(lines))


def _between(text: str, cell: Cell) -> str:
    """Return what parts two lines of a source: a comma, and the layout of the file."""
    if len(cell.lines) > 1:
        between = text[cell.lines[0].end : cell.lines[1].start]
        return between if between.strip() == "," else ", "
    lead = text[cell.source.start + 1 : cell.lines[0].start]
    return f",{lead}" if not lead.strip() else f",{line_break(text, 0)}"


def _verify(text: str, root: Node, cell: Cell, splices: Sequence[Splice], intended: str) -> None:
    """Refuse unless the cell says what was intended, line by line, and all else is the same."""
    result = read(splice(text, splices))
    before = cell.source.start
    after = next((each for each in _cells(result) if each.source.start == before), None)
    if after is None or "".join(str(each.value) for each in after.lines) != intended:
        raise Refused(f"the cell at {place_name(text, before)} would not read as intended")
    if len(after.lines) > 1 and any(each.value == "" for each in after.lines):
        raise Refused(f"an empty line would be left in the cell at {place_name(text, before)}")
    blank = Leaf(0, 0, '""')
    if exchanged(root, cell.source, blank) != exchanged(result, after.source, blank):
        raise Refused(f"more than the cell at {place_name(text, before)} would change")
