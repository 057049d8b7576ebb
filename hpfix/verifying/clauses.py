"""A clause taken out of a string of overrides: `"lr=0.1,bs=3"` becomes `"bs=3"`."""

from __future__ import annotations

from collections.abc import Sequence

from hpfix.verifying.walks import Differs, Step, Walk, behind, require_comments, said
from hpfix.verifying.written import pieces

STRINGS = frozenset({"Constant", "JoinedStr"})
BRACKETS = {"[": 1, "(": 1, "{": 1, "]": -1, ")": -1, "}": -1}


def require_clause_gone(
    one: Walk, other: Walk, texts: tuple[str, str], offset: int, key: str
) -> None:
    """Raise Differs unless one clause, of a key that begins at an offset, is gone from a string."""
    first, last = _string_at(one.steps, offset)
    rest = len(one.steps) - last
    same = said(other.steps[:first]) == said(one.steps[:first])
    if not same or said(other.steps[len(other.steps) - rest :]) != said(one.steps[last:]):
        raise Differs("more goes than what is named")
    if behind(other.steps, first) != len(other.steps) - rest:
        raise Differs("the string is no string any more")
    before, after = texts
    end = one.steps[first].end
    for at, piece in pieces(after, before):
        if at <= offset and at + len(piece) < end and _is_clause(piece, offset - at, key):
            require_comments(one, other)
            return
    raise Differs("more goes than one clause")


def _string_at(steps: Sequence[Step], offset: int) -> tuple[int, int]:
    for index, step in enumerate(steps):
        if step.kind in STRINGS and step.turn == 1 and step.start < offset < step.end:
            return index, behind(steps, index)
    raise Differs("what is named does not stand at the place")


def _is_clause(piece: str, at: int, key: str) -> bool:
    """Whether a piece is one clause with one comma at most, and the key begins it."""
    if piece[:at].strip(" \t\r\n") not in ("", ",") or not piece.startswith(key, at):
        return False
    depth, commas = 0, 0
    for character in piece:
        depth += BRACKETS.get(character, 0)
        commas += depth == 0 and character == ","
    return commas <= 1 and (commas == 0 or piece.strip()[0] == "," or piece.rstrip()[-1] == ",")
