"""The terminal: the only module, beside cli, that prints, and the only one that asks.

What a program reads goes to standard output; the conversation goes to standard error, so that
`hpfix --output-format json > report.json` can still ask.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from hpfix.paint import Look
from hpfix.project import Project, Unwritable

if TYPE_CHECKING:
    from typing import Any

    from questionary import Question

PIPED_WIDTH = 100
NARROWEST = 20
AS_BEFORE_A_PROMPT = "\x1b[?2004l\x1b[?25h\x1b[0m\r\n"
"""Pasted text is not marked, the cursor is seen, nothing is coloured (xterm control sequences)."""


def can_ask() -> bool:
    """Whether a person is there: a terminal to read from and one to ask on, and no hook or CI."""
    if os.environ.get("PRE_COMMIT") or os.environ.get("CI", "").lower() in ("1", "true"):
        return False
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


@contextmanager
def terminal_kept() -> Iterator[None]:
    """Leave the terminal as it was found, wherever in a prompt a signal has struck."""
    try:
        import termios
    except ImportError:  # Windows
        yield
        return
    terminal = sys.stdin.fileno()
    found = termios.tcgetattr(terminal)
    try:
        yield
    finally:
        if termios.tcgetattr(terminal) != found:
            termios.tcsetattr(terminal, termios.TCSADRAIN, found)
            sys.stderr.write(AS_BEFORE_A_PROMPT)
            sys.stderr.flush()


def look_at(stream: TextIO, colour: str) -> Look:
    """What a stream shows; `colour` is auto, always or never.

    The environment is asked in the order of force-color.org and no-color.org: NO_COLOR, then
    FORCE_COLOR, then whether it is a terminal that knows colour.
    """
    is_terminal = stream.isatty()
    width = PIPED_WIDTH
    if is_terminal:
        try:
            width = os.get_terminal_size(stream.fileno()).columns or 80
        except OSError:
            width = 80
    if colour == "auto":
        if os.environ.get("NO_COLOR"):
            colour = "never"
        elif os.environ.get("FORCE_COLOR"):
            colour = "always"
        elif not is_terminal or os.environ.get("TERM") == "dumb":
            colour = "never"
    return Look(max(width, NARROWEST), colour != "never")


def prepare() -> None:
    """Let the streams say whatever a file name holds, and be there even when they were closed."""
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    sys.stderr = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(lines: Iterable[str], stream: TextIO) -> None:
    """Print lines."""
    put("".join(f"{line}\n" for line in lines), stream)


def put(content: str | bytes, stream: TextIO) -> None:
    """Print; a reader that has gone away (`| head`) wants no more. Raises Unwritable."""
    try:
        if isinstance(content, str):
            stream.write(content)
        else:
            stream.buffer.write(content)
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError as error:
        raise Unwritable(f"{stream.name}: {(error.strerror or str(error)).lower()}") from None


def put_diff(before: Project, after: Project, look: Look) -> None:
    """The difference on standard output: for a person on a terminal, for git anywhere else."""
    from hpfix.diffs import patch, shown  # a check shows no diff

    if sys.stdout.isatty():
        say(shown(before, after, look), sys.stdout)
        return
    put(patch(before, after), sys.stdout)


def put_file(text: str, path: str) -> None:
    """Write a report to a file. Raises Unwritable."""
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(text)
    except OSError as error:
        raise Unwritable(f"{path}: {(error.strerror or str(error)).lower()}") from None


def ask(message: str, look: Look, *, default: str = "") -> str:
    """A line of text. Raises KeyboardInterrupt, at the end of input too."""
    import questionary  # prompt_toolkit takes longer to import than a check takes

    if os.environ.get("TERM") == "dumb":
        return _plain_line(message) or default
    return _answer(questionary.text(message, qmark="", default=default, **_terminal(look))).strip()


def ask_name(message: str, names: Sequence[str], look: Look) -> str:
    """One of the names, or "" for none; completed while it is typed.

    The completer is prompt_toolkit's: with questionary's own, one Tab does not complete a name.
    """
    import questionary  # see ask
    from prompt_toolkit.completion import WordCompleter

    if os.environ.get("TERM") == "dumb":
        return _meant(_plain_line(message), names) or ""
    question = questionary.autocomplete(
        message,
        choices=[*names],
        completer=WordCompleter([*names], ignore_case=True, match_middle=True, sentence=True),
        qmark="",
        validate=lambda text: _meant(text, names) is not None or "not declared",
        validate_while_typing=False,
        **_terminal(look),
    )
    return _meant(_answer(question), names) or ""


def _meant(text: str, names: Sequence[str]) -> str | None:
    """The name that was typed, or the only one that begins so; "" where nothing was typed."""
    text = text.strip()
    if not text or text in names:
        return text
    begun = [name for name in names if name.startswith(text)]
    return begun[0] if len(begun) == 1 else None


def confirm(message: str, look: Look) -> bool:
    """Yes or no; Enter says yes. Raises KeyboardInterrupt, at the end of input too."""
    import questionary  # see ask

    if os.environ.get("TERM") == "dumb":
        return _plain_line(f"{message} (Y/n)").lower() in ("", "y", "yes")
    return _answer(questionary.confirm(message, qmark="", **_terminal(look))) == "True"


def _answer(question: Question) -> str:
    """The one place where an interrupted prompt and the end of input become the same thing."""
    try:
        return str(question.unsafe_ask())
    except EOFError:
        raise KeyboardInterrupt from None


def _plain_line(message: str) -> str:
    """A dumb terminal moves no cursor, so that prompt_toolkit has nothing to draw with."""
    sys.stderr.write(f"{message} ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise KeyboardInterrupt
    return line.strip()


def _terminal(look: Look) -> dict[str, Any]:
    """Where prompt_toolkit draws, and in which colours.

    The cursor is not asked for its position: terminals that do not answer cost two seconds and
    leave a warning in the conversation.
    """
    from prompt_toolkit.output import ColorDepth  # see ask
    from prompt_toolkit.output.vt100 import Vt100_Output
    from questionary import Style

    depth = ColorDepth.DEPTH_4_BIT if look.colour else ColorDepth.DEPTH_1_BIT
    output = Vt100_Output.from_pty(sys.stderr, os.environ.get("TERM"), default_color_depth=depth)
    output.enable_cpr = False
    plain = [(name, "noinherit") for name in ("qmark", "question", "answer", "instruction")]
    coloured = [("question", "bold"), ("answer", "noinherit fg:ansigreen")]
    return {
        "output": output,
        "color_depth": depth,
        "style": Style(coloured if look.colour else plain),
    }
