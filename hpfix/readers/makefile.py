r"""`python train.py --lr $(LR)` in the recipes of a Makefile.

GNU make's rules (its manual, 3.1, 5.1, 6): a recipe is what follows a tab, each of its lines runs
in a shell of its own, and a variable has its last value wherever it is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hpfix.command_lines import may_start_python, references_in
from hpfix.command_runs import Argument, Command, Shell, words_of
from hpfix.facts import Facts
from hpfix.positions import Places, line_starts
from hpfix.readers.facts import facts_of

RECIPE = "\t"
SILENT = "@-+"
"""What make takes from the beginning of a recipe's line."""
SETTERS = ("::=", ":=", "?=", "+=", "=")

Span = tuple[int, int]


def read_makefile(path: str, text: str) -> Facts:
    """The options and overrides of the commands that the recipes run."""
    if not may_start_python(text):
        return Facts()
    return facts_of(references_in(_commands(text), path, Places(path, text).between), ())


def _commands(text: str) -> Iterator[Command]:
    lines = tuple(_logical_lines(text))
    variables = [each for each in lines if not text.startswith(RECIPE, each[0])]
    for start, end in lines:
        if text.startswith(RECIPE, start):
            shell = Shell()
            for each in variables:
                _assign(shell, text, each)
            while start < end and text[start] in f"{SILENT}{RECIPE} ":
                start += 1
            yield from shell.run(text, start, end)


def _logical_lines(text: str) -> Iterator[Span]:
    """Every line with those that a backslash joins to it."""
    starts = [*line_starts(text), len(text)]
    first = starts[0]
    for start, end in pairwise(starts):
        if not text[start:end].rstrip("\r\n").endswith("\\"):
            yield first, end
            first = end


def _assign(shell: Shell, text: str, line: Span) -> None:
    """`ARGS = --lr 1`, `ARGS += --amp`; a comment ends what is assigned."""
    start, end = line
    source = text[start:end]
    for setter in SETTERS:
        name, found, value = source.partition(setter)
        bare = name.removeprefix("export ").strip()
        if found and bare.isidentifier():
            begin = start + len(name) + len(setter)
            stop = begin + len(value.partition("#")[0])
            given = Argument(text[begin:stop], tuple(range(begin, stop)))
            shell.assign(bare, words_of(given), adds=setter == "+=")
            return
