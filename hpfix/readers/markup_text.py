"""Commands in Markdown and reStructuredText: blocks of code, and code within a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.command_lines import may_start_python, references_in
from hpfix.command_runs import PERHAPS, Command, Shell
from hpfix.facts import Facts
from hpfix.markup_blocks import blocks_of, spans_of
from hpfix.positions import Places
from hpfix.readers.facts import facts_of


def read_markup(path: str, text: str) -> Facts:
    """The options and overrides of the commands that a document shows; prose has none."""
    if not may_start_python(text):
        return Facts()
    place = Places(path, text).between
    return facts_of(references_in(commands_in(path, text), path, place), ())


def commands_in(path: str, text: str) -> Iterator[Command]:
    """The commands of all blocks; whoever follows a document may still be where a block led."""
    folder = ""
    for block in blocks_of(text, is_rest=path.endswith(".rst")):
        shell = Shell()
        for each in shell.run(block.text, block.start, block.end):
            is_left = not each.folder and folder
            yield each._replace(folder=f"{folder}{PERHAPS}") if is_left else each
        folder = shell.folder or folder
    for start, end in spans_of(text):
        yield from Shell().run(text, start, end)
