"""An edit of a notebook: judged in the cells that it names, with all else the same."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from hpfix.findings import Edit
from hpfix.model import Place
from hpfix.notebook_cells import Cell, cells_of
from hpfix.notebook_magics import python_of
from hpfix.positions import BOM, Places, line_starts, offset_of
from hpfix.verifying.cell_lines import require_lines
from hpfix.verifying.python_walk import python_walk
from hpfix.verifying.renames import require_named, require_words
from hpfix.verifying.spots import Spot, replaced, span_at
from hpfix.verifying.walks import Differs
from hpfix.verifying.written import alike

Check = Callable[[Edit, str, str], None]
BLANK = ""


def in_cell(check: Check) -> Check:
    """The check of a Python file as the check of one cell of a notebook."""

    def checked(edit: Edit, before: str, after: str) -> None:
        one, other = _cells(before), _cells(after)
        _require_same_rest(before, after)
        number = _number_at(one, _offset(before, edit.places[0]))
        if len(one) != len(other):
            raise Differs("a cell is lost, or put in")
        others = (each for each in range(len(one)) if each != number)
        if any(one[each].source != other[each].source for each in others):
            raise Differs("another cell changes")
        cell, then = one[number], other[number]
        _require_layout(before, after, cell, then)
        places = tuple(_place_in(cell, _offset(before, each)) for each in edit.places)
        check(edit._replace(places=places), cell.source, then.source)

    return checked


def check_cell_renames(edits: Sequence[Edit], before: str, after: str) -> None:
    """Raise Differs unless the names of some edits were replaced in cells, and nothing else."""
    cells, then = _cells(before), _cells(after)
    found = list(dict.fromkeys(_spots(edits, before, cells)))
    raw = [_in_file(cells[number], spot) for number, spot in found]
    ways = [[each._replace(new=_escaped(each.new, way)) for each in raw] for way in (0, 1)]
    if after not in [replaced(before, each) for each in ways]:
        raise Differs("it is not the text with the names replaced")
    require_words(edits)
    _require_same_rest(before, after)
    for number, (one, other) in enumerate(zip(cells, then, strict=True)):
        if one.source == other.source or one.kind != "code":
            continue
        python, renamed = python_of(one.source), python_of(other.source)
        if (python is None) != (renamed is None):
            raise Differs("the cell does not parse")
        if python is not None and renamed is not None:
            spots = [spot for of, spot in found if of == number]
            require_named(python_walk(python), python_walk(renamed), spots)


def _spots(edits: Sequence[Edit], text: str, cells: Sequence[Cell]) -> Iterator[tuple[int, Spot]]:
    """The spots in the sources of cells, each with the number of its cell."""
    for edit in edits:
        arguments = dict(edit.arguments)
        codemod = edit.codemod.removeprefix("notebook_")
        for place in edit.places:
            offset = _offset(text, place)
            number = _number_at(cells, offset)
            index = _index_in(cells[number], offset)
            start, end = span_at(codemod, cells[number].source, index, arguments["old"])
            yield number, Spot(start, end, arguments["old"], arguments["new"])


def _in_file(cell: Cell, spot: Spot) -> Spot:
    """The spot where the file spells it; a name is written in one piece."""
    start, last = cell.at[spot.start], cell.at[spot.end - 1]
    behind = cell.at[spot.end]
    is_escaped = behind - last in (2, 6, 12)
    return spot._replace(start=start, end=behind if is_escaped else last + 1)


def _escaped(name: str, is_ascii: int) -> str:
    return json.dumps(name, ensure_ascii=bool(is_ascii))[1:-1]


def _cells(text: str) -> list[Cell]:
    try:
        return list(cells_of(text))
    except SyntaxError as error:
        raise Differs("it does not parse") from error


def _require_same_rest(before: str, after: str) -> None:
    """Outputs, metadata, and all else that is no source of a cell."""
    try:
        one, other = (json.loads(each.removeprefix(BOM)) for each in (before, after))
    except (ValueError, RecursionError) as error:
        raise Differs("it does not parse") from error
    if repr(_without_sources(one)) != repr(_without_sources(other)):
        raise Differs("something beside the sources of cells changes")


def _without_sources(notebook: object) -> object:
    """What a notebook says with the sources of its cells blanked."""
    if not isinstance(notebook, dict):
        return notebook
    sheets = notebook.get("worksheets")
    for sheet in (notebook, *(sheets if isinstance(sheets, list) else ())):
        cells = sheet.get("cells") if isinstance(sheet, dict) else None
        for cell in cells if isinstance(cells, list) else ():
            for key in ("source", "input") if isinstance(cell, dict) else ():
                if key in cell:
                    cell[key] = BLANK
                    break
    return notebook


def _require_layout(before: str, after: str, cell: Cell, then: Cell) -> None:
    """Raise Differs where anything is written in another way than what the cell says differently:
    in the rest of the file, and in the parts of its source that are the same."""
    same, same_behind = alike(cell.source, then.source)
    same_behind = min(same_behind, len(cell.source) - same, len(then.source) - same)
    parts = (
        (before[: cell.at[0]], after[: then.at[0]]),
        (before[cell.at[-1] :], after[then.at[-1] :]),
        (_first(before, cell, same), _first(after, then, same)),
        (_last(before, cell, same_behind), _last(after, then, same_behind)),
    )
    if any(one != other for one, other in parts):
        raise Differs("the file changes away from what the cell says")
    require_lines(before, after, cell, then)


def _first(text: str, cell: Cell, count: int) -> str:
    """How the first characters of a source are written."""
    return text[cell.at[0] : cell.at[count - 1] + 1] if count else ""


def _last(text: str, cell: Cell, count: int) -> str:
    """How the last characters of a source are written."""
    return text[cell.at[len(cell.source) - count] : cell.at[-1]] if count else ""


def _number_at(cells: Sequence[Cell], offset: int) -> int:
    for number, cell in enumerate(cells):
        if len(cell.at) > 1 and cell.at[0] <= offset <= cell.at[-1]:
            return number
    raise Differs("no cell stands at the place")


def _index_in(cell: Cell, offset: int) -> int:
    index = bisect_right(cell.at, offset) - 1
    if cell.at[index] != offset:
        raise Differs("no character of a cell stands at the place")
    return index


def _place_in(cell: Cell, offset: int) -> Place:
    index = _index_in(cell, offset)
    return Places("cell.ipynb", cell.source).between(index, index)


def _offset(text: str, place: Place) -> int:
    return offset_of(line_starts(text), place.line, place.column)
