"""Renames an option or an override where a command line spells it: `--lr 0.1`, `model.lr=0.1`.

The text may be a shell script, a Makefile, a Dockerfile, a workflow or the code in a document: the
name is told by its exact place. Both names are made of characters that mean nothing to a shell, so
quotes, arrays, continued lines and here-documents around it are read as before.
"""

from __future__ import annotations

from codemods.names import shown
from codemods.splices import Place, Refused, Splice, line_end, line_start, offset_at, place_name

CONTINUES = ("\\", "^", "`")  # sh, cmd.exe, PowerShell
BEFORE = "/\\@$"
JOINERS = "-_"
SETTERS = ("export", "local", "readonly", "declare", "set", "ENV", "ARG")


def rename_word(text: str, *, at: Place, old: str, new: str) -> tuple[Splice, ...]:
    """Return the splice that renames the name of an option or override at a place.

    `at` is the line and column of its first character, from 1, in code points; the dashes of an
    option may be part of the name or stand before it. A segment of `model.optimizer.lr=0.1` may
    be renamed alone. Refused when another word stands there, when it is part of a longer word, a
    path or a variable, when the new name would need quotes, and when the command has it already.
    """
    _check_name(new)
    offset = offset_at(text, *at)
    end = offset + len(old)
    where = place_name(text, offset)
    if not old or text[offset:end] != old:
        raise Refused(f"`{old}` does not stand at {where}")
    _check_word(text, offset, end, old)
    start, stop = _command_span(text, offset)
    if text.startswith("=", end) and _begins_command(text, start, offset) and _is_read(text, old):
        raise Refused(f"`{old}` at {where} is a variable")
    dashes = _dashes(text, offset)
    if any(
        _dashes(text, found) == dashes and _is_same_kind(text, offset, end, found, found + len(new))
        for found in _occurrences(text, new, start, stop)
    ):
        raise Refused(f"the command at {where} has `{new}` already")
    return (Splice(offset, end, new),)


def _check_name(name: str) -> None:
    """Refuse a name that a shell would read as anything but a word."""
    bare = name.lstrip("-")
    if not bare or not all(each.isalnum() or each in "_-." for each in bare):
        raise Refused(f"{shown(name)} would need quotes")


def _check_word(text: str, start: int, end: int, old: str) -> None:
    """Refuse what is part of a longer word: `max-lr`, `lr_max`, `$lr`, `data/lr`."""
    where = place_name(text, start)
    dashes = _dashes(text, start)
    before, after = text[: start - len(dashes)][-1:], text[end : end + 1]
    if before in ("$", "{") and text[: start - len(dashes)].endswith(("$", "${")):
        raise Refused(f"`{old}` at {where} is a variable")
    if before and (before in BEFORE or after == "/"):
        raise Refused(f"`{old}` at {where} is part of a path")
    if _continues(after) or (before and _continues(before)) or (dashes and before == "."):
        raise Refused(f"`{old}` at {where} is part of a longer name")
    if after == "(":
        raise Refused(f"`{old}` at {where} is a function")


def _begins_command(text: str, start: int, offset: int) -> bool:
    """True where `name=` sets a variable of the shell: before a command, or behind `export`."""
    before = text[start:offset].strip()
    return not before or before[-1] in ";|&" or before.split()[-1] in SETTERS


def _is_read(text: str, name: str) -> bool:
    return any(mark in text for mark in (f"${name}", f"${{{name}", f"$({name})", f"%{name}%"))


def _dashes(text: str, start: int) -> str:
    """Return the dashes that stand before a name: none where it begins with its own."""
    begin = start
    while begin > 0 and text[begin - 1] == "-":
        begin -= 1
    return text[begin:start]


def _continues(character: str) -> bool:
    return character != "" and (character.isalnum() or character in JOINERS)


def _command_span(text: str, offset: int) -> tuple[int, int]:
    """Return the span of the line of an offset, with the lines that continue it."""
    start, stop = line_start(text, offset), line_end(text, offset)
    while start > 0 and text[:start].rstrip("\r\n").endswith(CONTINUES):
        start = line_start(text, len(text[:start].rstrip("\r\n")) - 1)
    while stop < len(text) and text[:stop].endswith(CONTINUES):
        stop = line_end(text, stop + (2 if text.startswith("\r\n", stop) else 1))
    return start, stop


def _occurrences(text: str, name: str, start: int, stop: int) -> list[int]:
    """Return where a name stands alone in a span."""
    found: list[int] = []
    at = text.find(name, start, stop)
    while at >= 0:
        if not _continues(text[at + len(name) : at + len(name) + 1]):
            found.append(at)
        at = text.find(name, at + 1, stop)
    return found


def _is_same_kind(text: str, start: int, end: int, other: int, other_end: int) -> bool:
    """True when two names are given in one way: both as options, or both as `name=` of one path."""
    if _dashes(text, start) or text[start:end].startswith("-"):
        return not _continues(text[other - len(_dashes(text, start)) - 1 : other][:1])
    path, beside = _path_before(text, start), _path_before(text, other)
    assigned = text.startswith("=", end), text.startswith("=", other_end)
    return path == beside and all(assigned)


def _path_before(text: str, start: int) -> str:
    """Return the path before a name: `model.optimizer.`, with the `+` or `~` it begins with."""
    begin = start
    while begin > 0 and (_continues(text[begin - 1]) or text[begin - 1] in ".+~"):
        begin -= 1
    return text[begin:start].lstrip("+~")
