"""The statements of a shell's text: words as the shell reads them, each character with its offset.

What quotes, a backslash, a variable, a comment, a redirection and a here-document mean is POSIX's
(Shell Command Language, 2.2 to 2.7), with bash's arrays, the variables of make and the continued
lines of cmd.exe and PowerShell. Nothing is run, and what is computed is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

BLANKS = " \t\f\v"
BREAKS = "\r\n"
ENDS = frozenset(";&|()")
"""What ends a statement, beside the end of its line."""
CONTINUED = frozenset("\\^`")
"""Behind one of these at its end, a line goes on: in a shell, in cmd.exe, in PowerShell."""
ESCAPED_IN_QUOTES = frozenset('$`"\\')
PLAIN = re.compile(r"""[^ \t\f\v\r\n;&|()<>\\^`'"$=]+""")
"""Characters of which each stands for itself; `=` is a piece of its own, as it may assign."""
PLAIN_IN_QUOTES = {"'": re.compile("[^=]+"), '"': re.compile(r"[^\\$`=]+")}
SPECIAL = frozenset("@*#?$!-0123456789")
CLOSING = {"{": "}", "(": ")"}
SHELLS = frozenset("sh bash zsh ksh dash fish ssh su sbatch qsub bsub msub srun at".split())
"""What runs the commands that it is given as its input."""
FOLLOWING = re.compile(r";|&&|\|\|")
"""What stands between a command and the next one, which no here-document of the first is for."""
SCRIPTS = (".sh", ".bash", ".zsh", ".slurm", ".sbatch", ".pbs", ".job", ".qsub")
INDEXES = ("[@]", "[*]")


class Piece(NamedTuple):
    """Part of a word: characters with the offset of each, or a variable.

    A variable whose `text` is empty is computed; one that `is_quoted` is one word, whatever it
    holds.
    """

    text: str
    at: tuple[int, ...] = ()
    is_variable: bool = False
    is_quoted: bool = False


Word = tuple[Piece, ...]


class Statement(NamedTuple):
    """The words of one command or of an assignment, as they are written.

    `depth` is the number of parentheses around it; `is_array`: the words behind the first are the
    elements that are assigned to it: `ARGS=(--lr 1)`.
    """

    words: tuple[Word, ...]
    depth: int = 0
    is_array: bool = False


def statements(text: str, start: int = 0, end: int | None = None) -> Iterator[Statement]:
    """Every statement between two offsets, in order."""
    return _Scanner(text, start, len(text) if end is None else end).statements()


class _Scanner:
    """Reads a text once, from left to right."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._now, self._end = text, start, end
        self._depth = 0
        self._awaited: list[str] = []
        """The words that end the here-documents which begin with the next line."""
        self._written = ""
        """The file that the last redirection names."""

    def statements(self) -> Iterator[Statement]:
        while self._now < self._end:
            words, is_array = self._words()
            if words:
                yield Statement(words, self._depth, is_array)
            self._separator()

    def _words(self) -> tuple[tuple[Word, ...], bool]:
        """The words up to what ends the statement; an array's elements with its name."""
        words: list[Word] = []
        while self._skip_blanks() and not self._ends():
            if self._text[self._now] in "<>" and not self._is_placeholder():
                self._redirection(words)
                continue
            word = self._word()
            if _is_assigned(word) and self._peek() == "(":
                return (word, *self._elements()), True
            if word:
                words.append(word)
        return tuple(words), False

    def _elements(self) -> Iterator[Word]:
        """What stands in the parentheses of `ARGS=(--lr 1)`, over several lines."""
        self._now += 1
        while self._skip_blanks():
            character = self._text[self._now]
            if character == ")":
                self._now += 1
                return
            if character in BREAKS or character in ENDS or character in "<>":
                self._now += 1
                continue
            word = self._word()
            if word:
                yield word

    def _separator(self) -> None:
        """Go behind what ended the statement."""
        character = self._peek()
        self._now += 1
        self._written = ""
        if character == "(":
            self._depth += 1
        elif character == ")":
            self._depth = max(self._depth - 1, 0)
        elif character and character in BREAKS:
            if character == "\r" and self._peek() == "\n":
                self._now += 1
            self._pass_documents()

    def _pass_documents(self) -> None:
        for delimiter in self._awaited:
            first = self._text[self._now : _line_end(self._text, self._now, self._end)]
            if first.lstrip().startswith("#!") and _is_run(first.lstrip(" \t#!").split()):
                continue  # `cat > $JOB <<EOF`: a script, wherever it is written
            while delimiter and self._now < self._end:
                stop = self._text.find("\n", self._now, self._end)
                stop = self._end if stop < 0 else stop
                line = self._text[self._now : stop].strip()
                self._now = stop + 1
                if line == delimiter:
                    break
        self._awaited = []

    def _peek(self) -> str:
        return self._text[self._now] if self._now < self._end else ""

    def _ends(self) -> bool:
        return self._text[self._now] in ENDS or self._text[self._now] in BREAKS

    def _skip_blanks(self) -> bool:
        """Go to the next word; false at the end of the text."""
        while self._now < self._end:
            character = self._text[self._now]
            if character in BLANKS:
                self._now += 1
            elif self._continues():
                self._pass_break(self._now + 1)
            elif character == "#":
                self._now = _line_end(self._text, self._now, self._end)
                return self._now < self._end
            else:
                return True
        return False

    def _continues(self) -> bool:
        """Whether the line goes on: a backslash and nothing but its end."""
        behind = self._text[self._now + 1 : self._now + 2]
        return self._text[self._now] in CONTINUED and behind != "" and behind in BREAKS

    def _pass_break(self, start: int) -> None:
        self._now = start + (2 if self._text.startswith("\r\n", start) else 1)

    def _is_placeholder(self) -> bool:
        """`<path to the data>`, as documents write what a reader has to fill in."""
        stop = self._text.find(">", self._now, _line_end(self._text, self._now, self._end))
        inner = self._text[self._now + 1 : stop] if stop > 0 else ""
        return self._text[self._now] == "<" and inner[:1].isalpha() and inner[-1:] not in BLANKS

    def _redirection(self, words: list[Word]) -> None:
        """`2> log`, `>& log`, `<<EOF`: neither the operator nor its word is an argument."""
        if words and self._text[self._now - 1] not in BLANKS and _number(words[-1]):
            del words[-1]
        start = self._now
        while self._peek() and self._peek() in "<>&|-" and self._now - start < 3:
            self._now += 1
        operator = self._text[start : self._now]
        if not self._skip_blanks() or self._ends():
            return
        name = "".join(each.text for each in self._word())
        if operator.startswith("<<") and not operator.startswith("<<<"):
            texts = ["".join(each.text for each in word) for word in words]
            rest = self._text[self._now : _line_end(self._text, self._now, self._end)]
            runs = _is_run([*texts, self._written, *FOLLOWING.split(rest)[0].split()])
            self._awaited.append("" if runs else name)
        self._written = name

    def _word(self) -> Word:
        """One word, up to a blank or to what ends the statement."""
        pieces: list[Piece] = []
        while self._now < self._end:
            run = PLAIN.match(self._text, self._now, self._end)
            if run is not None:
                pieces.append(self._run(run))
                continue
            character = self._text[self._now]
            if character in BLANKS or self._ends() or character in "<>":
                if character != "<" or not self._is_placeholder():
                    break
                self._now = self._text.find(">", self._now) + 1
                pieces.append(Piece("", is_variable=True, is_quoted=True))
            elif self._continues():
                self._pass_break(self._now + 1)
            elif character == "\\":
                pieces.append(_literal(self._text, self._now + 1, min(self._now + 2, self._end)))
                self._now += 2
            elif character in "'\"":
                pieces += self._quoted(character)
            elif character == "$":
                pieces.append(self._variable(is_quoted=False))
            elif character == "`":
                pieces.append(self._substitution(is_quoted=False))
            else:
                pieces.append(_literal(self._text, self._now, self._now + 1))
                self._now += 1
        return tuple(pieces)

    def _run(self, run: re.Match[str]) -> Piece:
        """Characters that stand for themselves, in one piece."""
        start, self._now = run.span()
        return Piece(run[0], tuple(range(start, self._now)))

    def _quoted(self, quote: str) -> Iterator[Piece]:
        """What stands in quotes; a quote without its end is a character."""
        close = _closing_quote(self._text, self._now + 1, self._end, quote)
        if close < 0:
            yield _literal(self._text, self._now, self._now + 1)
            self._now += 1
            return
        self._now += 1
        if self._now == close:
            yield Piece("", ())
        while self._now < close:
            run = PLAIN_IN_QUOTES[quote].match(self._text, self._now, close)
            if run is not None:
                yield self._run(run)
                continue
            character = self._text[self._now]
            if quote == '"' and character == "\\":
                behind = self._text[self._now + 1]
                if behind in BREAKS:
                    self._pass_break(self._now + 1)
                    continue
                self._now += behind in ESCAPED_IN_QUOTES
            if quote == '"' and character == "$":
                yield self._variable(is_quoted=True)
            elif quote == '"' and character == "`":
                yield self._substitution(is_quoted=True)
            else:
                yield _literal(self._text, self._now, self._now + 1)
                self._now += 1
        self._now = close + 1

    def _variable(self, *, is_quoted: bool) -> Piece:
        """`$NAME`, `${NAME}`, `$(NAME)` of make; anything else behind `$` is computed."""
        first = self._now + 1
        opening = self._text[first : first + 1]
        if opening in CLOSING and opening:
            stop = _balanced(self._text, first, self._end)
            inner = self._text[first + 1 : stop - 1]
            self._now = stop
            for index in INDEXES if opening == "{" else ():
                inner = inner.removesuffix(index)
            name = inner if _is_name(inner) else ""
            is_spread = self._text.startswith("[@]", stop - 4)  # "${ARGS[@]}": each its own word
            return Piece(name, is_variable=True, is_quoted=is_quoted and not is_spread)
        stop = first
        while stop < self._end and (self._text[stop].isalnum() or self._text[stop] == "_"):
            stop += 1
        name = self._text[first:stop]
        if not _is_name(name):
            is_special = opening != "" and opening in SPECIAL
            name, stop = "", first + is_special
            if not is_special:
                self._now = stop
                return _literal(self._text, first - 1, first)
        self._now = stop
        return Piece(name, is_variable=True, is_quoted=is_quoted)

    def _substitution(self, *, is_quoted: bool) -> Piece:
        """`` `date` ``: what a command prints is not known."""
        stop = self._text.find("`", self._now + 1, self._end)
        self._now = _line_end(self._text, self._now, self._end) if stop < 0 else stop + 1
        return Piece("", is_variable=True, is_quoted=is_quoted)


def _literal(text: str, start: int, end: int) -> Piece:
    return Piece(text[start:end], tuple(range(start, end)))


def _line_end(text: str, start: int, end: int) -> int:
    stops = [stop for each in BREAKS if (stop := text.find(each, start, end)) >= 0]
    return min(stops, default=end)


def _closing_quote(text: str, start: int, end: int, quote: str) -> int:
    """Where a quoted string ends; in double quotes a backslash hides what is behind it."""
    stop = text.find(quote, start, end)
    while quote == '"' and stop > 0 and _is_hidden(text, stop, start):
        stop = text.find(quote, stop + 1, end)
    return stop


def _is_hidden(text: str, at: int, start: int) -> bool:
    before = text[start:at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _balanced(text: str, start: int, end: int) -> int:
    """The offset behind what closes the bracket at `start`; the end of the line if nothing does."""
    opening, closing = text[start], CLOSING[text[start]]
    depth = 0
    for at in range(start, end):
        if text[at] == opening:
            depth += 1
        elif text[at] == closing:
            depth -= 1
            if not depth:
                return at + 1
    return _line_end(text, start, end)


def _is_name(text: str) -> bool:
    return text.isidentifier() and text.isascii()


def _is_assigned(word: Word) -> bool:
    """`ARGS=` or `ARGS+=`, before what is assigned."""
    if not word or any(each.is_variable for each in word):
        return False
    text = "".join(each.text for each in word)
    return text.endswith("=") and _is_name(text[:-1].removesuffix("+"))


def _number(word: Word) -> bool:
    return len(word) == 1 and word[0].text.isdigit()


def _is_run(line: list[str]) -> bool:
    """Whether a here-document is a shell's: `ssh host <<EOF`, `cat <<EOF | bash`, also
    `cat > job.sh <<EOF`; any other is text, which is written, shown, or read by a program."""
    return any(
        each.rpartition("/")[2] in SHELLS or each.strip("\"'").endswith(SCRIPTS) for each in line
    )
