"""`RUN python train.py --lr 0.1`, `CMD ["python", "train.py", "--lr", "0.1"]` of a Dockerfile."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hpfix.command_lines import may_start_python, references_in
from hpfix.command_runs import Argument, Command, Shell
from hpfix.facts import Facts
from hpfix.positions import Places, line_starts
from hpfix.readers.facts import facts_of

RUNNING = frozenset({"RUN", "CMD", "ENTRYPOINT"})
QUOTE = '"'


def read_dockerfile(path: str, text: str) -> Facts:
    """The options and overrides of the commands that an image runs when it is made or started."""
    if not may_start_python(text):
        return Facts()
    return facts_of(references_in(_commands(text), path, Places(path, text).between), ())


def _commands(text: str) -> Iterator[Command]:
    starts = [*line_starts(text), len(text)]
    goes_on = False
    for number, (start, end) in enumerate(pairwise(starts)):
        line = text[start:end]
        if not goes_on and line.split(maxsplit=1)[:1] and line.split()[0].upper() in RUNNING:
            begin = start + line.index(line.split()[0]) + len(line.split()[0])
            stop = _instruction_end(text, starts, number)
            yield from _run(text, begin, stop)
        goes_on = line.rstrip().endswith("\\")


def _instruction_end(text: str, starts: list[int], number: int) -> int:
    """Where an instruction ends that a backslash may carry over lines."""
    while number + 2 < len(starts) and text[starts[number] : starts[number + 1]].rstrip().endswith(
        "\\"
    ):
        number += 1
    return starts[number + 1]


def _run(text: str, start: int, end: int) -> Iterator[Command]:
    """The exec form is a JSON array of words; the other is a shell's."""
    while start < end and (text[start].isspace() or text.startswith("--mount", start)):
        start += 1 if text[start].isspace() else len(text[start:end].split()[0])
    if not text.startswith("[", start):
        yield from Shell().run(text, start, end)
        return
    words = tuple(quoted_words(text, start, end))
    if words:
        yield Command(words, "")


def quoted_words(text: str, start: int, end: int) -> Iterator[Argument]:
    """The strings of a JSON array that have no escapes."""
    at = text.find(QUOTE, start, end)
    while at >= 0:
        stop = text.find(QUOTE, at + 1, end)
        if stop < 0:
            return
        yield Argument(text[at + 1 : stop], tuple(range(at + 1, stop)))
        at = text.find(QUOTE, stop + 1, end)
