"""A notebook: `!python train.py --lr 0.1` in its cells, and their Python as one module."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from hpfix.command_lines import may_start_python, references_in
from hpfix.command_runs import Command, Shell
from hpfix.facts import Facts
from hpfix.markup_blocks import blocks_of, spans_of
from hpfix.model import BlindSpot, Place
from hpfix.notebook_cells import CODE, MARKDOWN, Cell, cells_of
from hpfix.notebook_magics import commands_of, python_of, writes_module
from hpfix.positions import line_starts, offset_of, position_of
from hpfix.readers.facts import Fact, facts_of
from hpfix.readers.python_file import read_python

UNREADABLE = "a cell of the notebook is no Python that can be read"


def read_notebook(path: str, text: str) -> Facts:
    """The facts of all cells, at their places in the file; where one of them writes a module, what
    the others import is not the project's. Raises SyntaxError, ValueError.
    """
    cells = tuple(cells_of(text))
    starts = line_starts(text)
    writing = next(
        (each for each in cells if each.kind == CODE and writes_module(each.source)), None
    )
    if writing is not None:
        place = _place(path, writing.at, starts, 0, 1)
        return facts_of((BlindSpot(place, "the notebook writes modules of its own"),), ())
    commands = _commands_of_cells(path, cells, starts) if may_start_python(text) else ()
    found = tuple(commands)
    facts = _python(path, cells, starts)
    shown = facts_of(found, ())
    return facts._replace(
        references=(*facts.references, *shown.references),
        names=(*facts.names, *shown.names),
        flows=(*facts.flows, *shown.flows),
    )


def _commands_of_cells(path: str, cells: Sequence[Cell], starts: list[int]) -> Iterator[Fact]:
    folder = ""
    for cell in cells:
        if not may_start_python(cell.source) and "cd" not in cell.source:
            continue
        place = partial(_place, path, cell.at, starts)
        if cell.kind == MARKDOWN:
            yield from references_in(_shown(cell.source), path, place)
        for line in commands_of(cell.source) if cell.kind == CODE else ():
            shell = Shell()
            shell.folder = folder
            yield from references_in(shell.run(line.text, line.start, line.end), path, place)
            folder = shell.folder if line.moves else folder


def _shown(source: str) -> Iterator[Command]:
    for block in blocks_of(source):
        yield from Shell().run(block.text, block.start, block.end)
    for start, end in spans_of(source):
        yield from Shell().run(source, start, end)


def _place(path: str, at: Sequence[int], starts: list[int], start: int, end: int) -> Place:
    return Place(path, *position_of(starts, at[start]), *position_of(starts, at[end - 1] + 1))


class _Module(NamedTuple):
    """The Python of all cells in one text, and the offset in the file of each character."""

    text: str
    at: tuple[int, ...]
    unread: tuple[Place, ...]


def _python(path: str, cells: Sequence[Cell], starts: list[int]) -> Facts:
    module = _module(path, cells, starts)
    spots = tuple(BlindSpot(place, UNREADABLE) for place in module.unread)
    if not module.text.strip():
        return facts_of(spots, ())
    facts = read_python(path, module.text)
    moved = _Mover(module, starts).moved(facts)
    assert isinstance(moved, Facts)
    return moved._replace(blind_spots=(*moved.blind_spots, *spots))


def _module(path: str, cells: Sequence[Cell], starts: list[int]) -> _Module:
    texts: list[str] = []
    at: list[int] = []
    unread: list[Place] = []
    for cell in cells:
        if cell.kind != CODE or not cell.source:
            continue
        python = python_of(cell.source)
        if python is None:
            unread.append(_place(path, cell.at, starts, 0, 1))
            continue
        texts.append(f"{python}\n")
        at += cell.at
    return _Module("".join(texts), tuple(at), tuple(unread))


class _Mover:
    """Facts of the joined text with the places that they have in the file."""

    def __init__(self, module: _Module, starts: list[int]) -> None:
        self._at, self._starts = module.at, starts
        self._lines = line_starts(module.text)

    def moved(self, value: object) -> object:
        """The value with every place in it moved; what holds none is the same."""
        if isinstance(value, Place):
            return self._moved_place(value)
        if not isinstance(value, tuple) or not value:
            return value
        parts = [self.moved(each) for each in value]
        if all(new is old for new, old in zip(parts, value, strict=True)):
            return value
        make = getattr(type(value), "_make", tuple)
        return make(parts)

    def _moved_place(self, place: Place) -> Place:
        start = self._at[offset_of(self._lines, place.line, place.column)]
        end = offset_of(self._lines, place.end_line, place.end_column)
        last = self._at[end - 1] + 1 if end > 0 and place[1:3] != place[3:] else start
        return Place(
            place.path, *position_of(self._starts, start), *position_of(self._starts, last)
        )
