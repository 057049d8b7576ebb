"""Commands in YAML: `run:` of a workflow, `script:` of GitLab's CI, `cmd:` of dvc, a `command:`.

A text is a command by what it says, whatever key it stands under. Block scalars keep their lines,
folded and plain ones have blanks for them (YAML 1.2, 6.5 and 8.1).
"""

from __future__ import annotations

from collections.abc import Iterator

from hpfix.command_lines import is_interpreter, may_start_python, references_in
from hpfix.command_runs import Argument, Command, Shell
from hpfix.documents import Document, Node
from hpfix.model import Place
from hpfix.positions import Places, line_starts, offset_of
from hpfix.readers.facts import Fact

COMMAND, BEHIND = "command", "args"
"""What a container starts, and the words that come behind it."""
FOLDER = "working-directory"
TOLD = frozenset({"name", "description", "help", "title", "comment"})
"""Keys of what is only said to people."""
BLOCKS = "|>"
QUOTES = "'\""


def command_references(document: Document) -> Iterator[Fact]:
    """The options and overrides of the commands in a document."""
    if may_start_python(document.text):
        place = Places(document.path, document.text).between
        yield from references_in(_Reading(document).commands(), document.path, place)


class _Reading:
    """One document with the offsets of its lines; a node that aliases repeat is read once."""

    def __init__(self, document: Document) -> None:
        self._root, self._text = document.root, document.text
        self._starts = line_starts(document.text)
        self._seen: set[int] = set()

    def commands(self) -> Iterator[Command]:
        """The commands of every text and of every list of words."""
        yield from self._of(self._root, "")

    def _of(self, node: Node, folder: str) -> Iterator[Command]:
        if id(node) in self._seen:
            return
        self._seen.add(id(node))
        folder = node.text_at(FOLDER) or folder
        words = self._words(node)
        if words and is_interpreter(words[0].text):
            yield Command(words, folder)
            return
        behind = node.at(BEHIND)
        if behind is not None and behind.items:
            yield from self._container(node.at(COMMAND), behind, folder)
        for item in node.items:
            yield from self._of(item, folder)
        for entry in node.entries:
            if entry.key not in TOLD:
                yield from self._of(entry.node, folder)
        if isinstance(node.value.literal, str) and node.place is not None:
            yield from self._run(node.value.literal, node.place, folder)

    def _container(self, command: Node | None, behind: Node, folder: str) -> Iterator[Command]:
        """`command: [python, train.py]`, `args: [--lr=0.1]`: one line of words (Kubernetes)."""
        first = () if command is None else self._words(command)
        words = self._words(behind)
        if first and words and is_interpreter(first[0].text):
            self._seen |= {id(command), id(behind)}
            yield Command((*first, *words), folder)

    def _words(self, node: Node) -> tuple[Argument, ...]:
        """The items of a list, where each is a word."""
        words = tuple(each for item in node.items for each in self._word(item))
        return words if len(words) == len(node.items) else ()

    def _word(self, node: Node) -> Iterator[Argument]:
        """A scalar of one line as a word, where it is written as it is."""
        if node.place is None or node.items or node.entries:
            return
        start, end = self._span(node.place)
        source = self._text[start:end]
        if source[:1] in QUOTES and source:
            start, end = start + 1, end - 1
        source = self._text[start:end]
        if source and not set(source) & set("\n\\'\""):
            yield Argument(source, tuple(range(start, end)))

    def _run(self, value: str, place: Place, folder: str) -> Iterator[Command]:
        if not may_start_python(value):
            return
        start, end = self._span(place)
        text, first = self._text, self._text[start : start + 1]
        if first in QUOTES:
            start, end = start + 1, end - 1
            if first in text[start:end] or (first == '"' and "\\" in text[start:end]):
                return
        elif first in BLOCKS:
            start = text.find("\n", start) + 1
        if first != "|":
            joined = text[start:end].replace("\n", " ").replace("\r", " ")
            text = f"{text[:start]}{joined}{text[end:]}"
        shell = Shell()
        shell.folder = folder
        yield from shell.run(text, start, end)

    def _span(self, place: Place) -> tuple[int, int]:
        starts = self._starts
        return (
            offset_of(starts, place.line, place.column),
            offset_of(starts, place.end_line, place.end_column),
        )
