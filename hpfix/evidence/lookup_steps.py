"""The step that stands before a key, or behind it, in the code that looks it up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from hpfix.evidence.code_tokens import tokens
from hpfix.evidence.surroundings import LARGEST, token_at
from hpfix.model import Place, Reference
from hpfix.positions import line_starts, line_text

METHODS = frozenset({"get", "pop", "setdefault"})
BEHIND_LITERAL = " \t\\\"')]"
"""What may stand between a key and the step behind it."""


class Step(NamedTuple):
    """Where a step is written, and the key that is looked up behind it."""

    place: Place
    key: str


def step_before(texts: Mapping[str, str], reference: Reference, step: str) -> Step | None:
    """`adam` of `cfg.adam.lr`, `cfg["adam"]["lr"]`, `cfg["adam"].get("lr")`."""
    found = _tokens_at(texts, reference.place)
    if found is None:
        return None
    words, starts, at = found
    end = at - 2
    if words[at - 1 : at] == ("(",) and words[at - 2] in METHODS and words[at - 3] == ".":
        end = at - 4
    elif words[at - 1 : at] not in ((".",), ("[",)):
        return None
    match words[max(end - 3, 0) : end + 1]:
        case (*_, "[", literal, "]") if _text(literal) == step:
            named = end - 1
        case ("get", "(", literal, ")") if _text(literal) == step:
            named = end - 1
        case (*_, ".", name) if name == step:
            named = end
        case _:
            return None
    return Step(_place(reference.place.path, starts[named], words[named]), reference.key)


def step_after(texts: Mapping[str, str], reference: Reference) -> Step | None:
    """`adam` of `cfg.adam.lr` and the like, where that is the reference, with the key behind it."""
    found = _tokens_at(texts, reference.place) if _goes_on(texts, reference.place) else None
    if found is None:
        return None
    words, starts, at = found
    rest = words[at + 1 : at + 6]
    if words[at] != reference.key:  # a literal, and the bracket behind it
        if rest[:1] not in (("]",), (")",)):
            return None
        rest = rest[1:]
    match rest:
        case (".", method, "(", literal, *_) if method in METHODS and _text(literal):
            key = _text(literal)
        case (".", name, *others) if others[:1] != ["("]:
            key = name
        case ("[", literal, "]", *_) if _text(literal):
            key = _text(literal)
        case _:
            return None
    return Step(_place(reference.place.path, starts[at], words[at]), key)


def _tokens_at(
    texts: Mapping[str, str], place: Place
) -> tuple[tuple[str, ...], Sequence[tuple[int, int]], int] | None:
    text = texts.get(place.path, "")
    if not place.path.endswith(".py") or not text or len(text) > LARGEST:
        return None
    words, starts = tokens(text)
    at = token_at(starts, place)
    return None if at is None or starts[at] != (place.line, place.column) else (words, starts, at)


def _goes_on(texts: Mapping[str, str], place: Place) -> bool:
    """Whether a step may be written behind the key, as far as its line tells without tokens."""
    line = _lines(texts.get(place.path, ""))[place.end_line - 1 : place.end_line]
    behind = line[0][place.end_column - 1 :].lstrip(BEHIND_LITERAL) if line else "."
    return behind == "" or behind[0] in ".["


@lru_cache(maxsize=64)
def _lines(text: str) -> tuple[str, ...]:
    starts = line_starts(text)
    return tuple(line_text(text, starts, number) for number in range(1, len(starts) + 1))


def _text(token: str) -> str:
    """What a plain string literal says; nothing for any other token."""
    is_literal = len(token) > 2 and token[0] in "'\"" and token[-1] == token[0]
    return token[1:-1] if is_literal and token[1:-1].isidentifier() else ""


def _place(path: str, start: tuple[int, int], word: str) -> Place:
    return Place(path, *start, start[0], start[1] + len(word))
