"""The commands that a shell would run: variables of literal words put in, folders followed."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hpfix.command_words import Piece, Statement, Word, statements

OPAQUE = "\0"
"""Stands in a word for what is not known: a variable, what a command prints."""
NOWHERE = -1
SOMEWHERE = "?"
"""The folder that a command runs in where that is not known."""
PERHAPS = "?"
"""Behind a folder that a command may run in, or where the shell began."""
LEADING = frozenset("if then elif else do while until ! { time then".split())
OPENING, CLOSING = (
    frozenset({"if", "case", "for", "while", "until"}),
    frozenset({"fi", "esac", "done"}),
)
SETTING = frozenset("export local readonly declare typeset set".split())
MOVING = frozenset({"cd", "pushd", "chdir"})


class Argument(NamedTuple):
    """A word of a command as the program gets it; `at` is the offset of each character."""

    text: str
    at: tuple[int, ...]

    @property
    def is_literal(self) -> bool:
        return OPAQUE not in self.text


class Command(NamedTuple):
    """The words of a command, and the folder it runs in: "" is where the shell began."""

    words: tuple[Argument, ...]
    folder: str


class Shell:
    """What is known while statements run one after another: variables and the folder."""

    def __init__(self) -> None:
        self.folder = ""
        self._variables: dict[str, tuple[Argument, ...]] = {}
        self._around: list[str] = []
        """The folders outside of the parentheses that are open."""
        self._branches = 0

    def run(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Command]:
        """The commands of a text between two offsets."""
        for each in statements(text, start, end):
            self._enter(each.depth)
            command = self._command(each)
            if command is not None:
                yield command
        self._enter(0)

    def assign(self, name: str, words: Iterable[Argument], *, adds: bool = False) -> None:
        """Give a variable its words; in a branch it may have any that it was given."""
        before = self._variables.get(name, ()) if adds or self._branches else ()
        self._variables[name] = (*before, *words)

    def _enter(self, depth: int) -> None:
        while len(self._around) < depth:
            self._around.append(self.folder)
        while len(self._around) > depth:
            self.folder = self._around.pop()

    def _command(self, statement: Statement) -> Command | None:
        words = [each for each in statement.words if each]
        if statement.is_array:
            self._set_array(words)
            return None
        while words and (keyword := _plain(words[0])) in LEADING | OPENING | CLOSING:
            self._branches += (keyword in OPENING) - (keyword in CLOSING)
            if keyword not in LEADING:
                return None
            del words[0]
        while words and self._assigned(words[0], is_alone=len(words) == 1):
            del words[0]
        if words and _plain(words[0]) in SETTING:
            for each in words[1:]:
                self._assigned(each, is_alone=True)
            return None
        expanded = tuple(self._all_expanded(words))
        if expanded and expanded[0].text in MOVING:
            self._move(expanded[1:])
            return None
        return Command(expanded, self.folder) if expanded else None

    def _set_array(self, words: list[Word]) -> None:
        name = _plain(words[0])[:-1]
        elements = tuple(one for each in words[1:] for one in self._expanded(each))
        self.assign(name.removesuffix("+"), elements, adds=name.endswith("+"))

    def _assigned(self, word: Word, *, is_alone: bool) -> bool:
        """Whether the word is `NAME=value`; alone, it sets the variable for what follows."""
        name, pieces = _parted(word)
        bare = name.removesuffix("+")
        if not (pieces is not None and bare.isidentifier() and bare.isascii()):
            return False
        if is_alone:
            value = self._joined(pieces)
            self.assign(bare, words_of(value), adds=name.endswith("+"))
        return True

    def _move(self, words: tuple[Argument, ...]) -> None:
        given = [each.text for each in words if each.text not in ("/d", "--")]
        if not given or given[0].startswith(("/", "~", "-", "%")) or OPAQUE in given[0]:
            self.folder = SOMEWHERE
        elif self.folder != SOMEWHERE:
            moved = posixpath.normpath(posixpath.join(self.folder, given[0].replace("\\", "/")))
            self.folder = "" if moved == "." else moved

    def _all_expanded(self, words: list[Word]) -> Iterator[Argument]:
        """All words of a command; what quotes keep together behind an option is its value."""
        before = ""
        for word in words:
            found = self._expanded(word)
            is_value = before[:2] == "--" and before != "--"
            if is_value and len(word) == 1 and word[0].is_quoted and len(found) > 1:
                found = (Argument(OPAQUE, (NOWHERE,)),)
            yield from found
            before = found[-1].text if found else ""

    def _expanded(self, word: Word) -> tuple[Argument, ...]:
        """The words that a word becomes: those of the variable that it is, where they are known."""
        match word:
            case (Piece(text=name, is_variable=True),) if name in self._variables:
                held = self._variables[name]
                if not word[0].is_quoted or len(held) != 1:
                    return held
        return (self._joined(word),)

    def _joined(self, word: Iterable[Piece]) -> Argument:
        """A word in one piece; a variable in it is what it holds where that is one word."""
        text = ""
        at: list[int] = []
        for each in word:
            if not each.is_variable:
                text += each.text
                at += each.at
                continue
            held = self._variables.get(each.text, ())
            if len(held) == 1:
                text += held[0].text
                at += held[0].at
            else:
                text += OPAQUE
                at.append(NOWHERE)
        return Argument(text, tuple(at))


def words_of(value: Argument) -> Iterator[Argument]:
    """The words of what a variable holds, as a shell splits them; inner quotes are characters, and
    what an inner variable holds is not known."""
    start = 0
    text = value.text
    for at, character in enumerate(f"{text} "):
        if character.isspace() or character == "\\":
            known = text[start:at].partition("$")[0]
            if at > start:
                rest = OPAQUE if start + len(known) < at else ""
                ends = value.at[start : start + len(known)]
                yield Argument(known + rest, (*ends, *(NOWHERE for _ in rest)))
            start = at + 1


def _plain(word: Word) -> str:
    """The text of a word without variables."""
    return OPAQUE if any(each.is_variable for each in word) else "".join(e.text for e in word)


def _parted(word: Word) -> tuple[str, tuple[Piece, ...] | None]:
    """The name before the first `=` and what is behind it; None where there is none."""
    name = ""
    for number, each in enumerate(word):
        if each.is_variable:
            break
        if each.text == "=":
            return name, word[number + 1 :]
        name += each.text
    return name, None
