"""`dvc exp run -S train.lr=0.1,0.01`: parameters of a file that a command of DVC changes.

The grammar is that of Hydra's overrides; a key that the file has not stops the command, but for
one that is added with `+` (dvc/utils/hydra.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hpfix.command_lines import COMMAND_LINE, value_of
from hpfix.command_runs import NOWHERE, OPAQUE, PERHAPS, SOMEWHERE, Argument, Command
from hpfix.model import Expression, Place, Range, Reference
from hpfix.scopes import LOADED

RUNS = (["dvc", "exp", "run"], ["dvc", "experiments", "run"])
FLAGS = ("-S", "--set-param")
FILE = "params.yaml"
SUFFIXES = (".yaml", ".yml", ".json", ".toml")


def is_run(command: Command) -> bool:
    """Whether the command runs an experiment."""
    return [each.text for each in command.words[:3]] in RUNS


def parameters_in(
    command: Command, path: str, place: Callable[[int, int], Place]
) -> Iterator[Reference]:
    """Each parameter that the command sets, as a reference to the file that has it."""
    folder = command.folder.rstrip(PERHAPS)
    if command.folder.startswith(SOMEWHERE):
        return
    words = command.words
    for number, each in enumerate(words):
        flag, is_given, _ = each.text.partition("=")
        if is_given and flag == FLAGS[1]:
            start = len(flag) + 1
            yield from _set(Argument(each.text[start:], each.at[start:]), folder, path, place)
        elif each.text in FLAGS and number + 1 < len(words):
            yield from _set(words[number + 1], folder, path, place)


def _set(
    word: Argument, folder: str, path: str, place: Callable[[int, int], Place]
) -> Iterator[Reference]:
    """`train.lr=0.1`, `other.yaml:train.lr=0.1,0.01`"""
    written, is_given, value = word.text.partition("=")
    marks = len(written) - len(written.lstrip("~"))
    file, colon, dotted = written[marks:].rpartition(":")
    names = dotted.split(".")
    file = file if colon else FILE
    start = len(written) - len(names[-1])
    at = word.at[start : len(written)]
    is_whole = is_given or marks
    if not is_whole or OPAQUE in written or NOWHERE in at or not file.endswith(SUFFIXES):
        return
    if not all(each.isidentifier() for each in names) or at[-1] - at[0] != len(at) - 1:
        return
    steps = (f"file:{folder}/{file}" if folder else f"file:{file}", LOADED)
    receiver = Expression(path, (*steps, *(f"[{each}]" for each in names[:-1])))
    yield Reference(
        names[-1], place(at[0], at[-1] + 1), COMMAND_LINE, "override", receiver,
        value=value_of([value]), range=_tried(value),
    )  # fmt: skip


def _tried(text: str) -> Range | None:
    """`0.1,0.01`: one experiment for each; what a function makes of it is not told."""
    values = [value_of([each.strip()]) for each in text.split(",")]
    if len(values) < 2 or set("([{'\"") & set(text):
        return None
    return Range(choices=tuple(each for each in values if each is not None), tuner="dvc")
