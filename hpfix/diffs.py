"""How two snapshots differ, as a patch that git applies."""

from __future__ import annotations

import os
from collections.abc import Iterator

from hpfix.alignment import Stretch, lines_of, stretches
from hpfix.paint import Look
from hpfix.printable import cut, printable
from hpfix.project import Project

NO_NEWLINE = "\\ No newline at end of file\n"
# git's own names for the bytes it quotes (quote.c, quote_c_style)
ESCAPES = dict(zip(b'\a\b\t\n\v\f\r"\\', 'abtnvfr"\\', strict=True))
CONTEXT = 3
LONGEST = 3  # screen lines that one line of a diff may take


def patch(before: Project, after: Project) -> bytes:
    """One unified diff over all files that differ, each in its own encoding."""
    return b"".join(
        line.encode("latin-1")
        for path in after.changed_since(before)
        for line in unified(
            before.texts[path].encode(before.codecs[path]).decode("latin-1"),
            after.texts[path].encode(after.codecs[path]).decode("latin-1"),
            path,
        )
    )


def unified(old: str, new: str, path: str) -> Iterator[str]:
    r"""The lines of a unified diff, which end at \n and nowhere else, as git has it."""
    ours, theirs = lines_of(old), lines_of(new)
    hunks = list(_hunks(list(stretches(ours, theirs))))
    if hunks:
        yield f"--- {_quoted(f'a/{path}')}\n"
        yield f"+++ {_quoted(f'b/{path}')}\n"
    for hunk in hunks:
        first, last = hunk[0], hunk[-1]
        yield f"@@ -{_range(first.a, last.b)} +{_range(first.c, last.d)} @@\n"
        for each in hunk:
            if each.is_equal:
                yield from _signed(" ", ours[each.a : each.b])
            else:
                yield from _signed("-", ours[each.a : each.b])
                yield from _signed("+", theirs[each.c : each.d])


def _hunks(pieces: list[Stretch]) -> Iterator[list[Stretch]]:
    """The differing stretches with CONTEXT equal lines around; near ones share a hunk."""
    hunk: list[Stretch] = []
    for number, piece in enumerate(pieces):
        if not piece.is_equal:
            hunk.append(piece)
            continue
        length = piece.b - piece.a
        after = min(length, CONTEXT) if hunk else 0
        before = min(length, CONTEXT) if number + 1 < len(pieces) else 0
        if hunk and after + before >= length and before:
            hunk.append(piece)
            continue
        if hunk:
            yield [*hunk, piece._replace(b=piece.a + after, d=piece.c + after)]
        hunk = [piece._replace(a=piece.b - before, c=piece.d - before)] if before else []
    if hunk:
        yield hunk


def _range(low: int, high: int) -> str:
    """The lines of one side in a hunk's header; an empty range names the line before it."""
    if high - low == 1:
        return str(low + 1)
    return f"{low + (high > low)},{high - low}"


def _signed(sign: str, lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n{NO_NEWLINE}"


def _quoted(name: str) -> str:
    """A file name as git writes it in a diff: quoted when it must be, closed when it has spaces."""
    data = os.fsencode(name)
    plain = all(0x20 <= byte < 0x7F and byte not in ESCAPES for byte in data)
    shown = name if plain else f'"{"".join(_escaped(byte) for byte in data)}"'
    return f"{shown}\t" if " " in name else shown


def _escaped(byte: int) -> str:
    if byte in ESCAPES:
        return f"\\{ESCAPES[byte]}"
    return chr(byte) if 0x20 <= byte < 0x7F else f"\\{byte:03o}"


def shown(before: Project, after: Project, look: Look) -> list[str]:
    """The same diff for a person: coloured, nothing raw, very long lines cut."""
    return [
        look.paint(cut(printable(_bare(line)), look.width * LONGEST), _style_of(line))
        for path in after.changed_since(before)
        for line in unified(before.texts.get(path, ""), after.texts[path], path)
    ]


def _bare(line: str) -> str:
    return line.rstrip("\r\n").replace("\t", "    ")


def _style_of(line: str) -> str:
    if line.startswith(("--- ", "+++ ")):
        return "name"
    return {"+": "added", "-": "removed", "@": "hunk", "\\": "faint"}.get(line[0], "plain")
