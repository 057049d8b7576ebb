"""Whether the code around two names is one code that was copied, or two calls of one library."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from hpfix.evidence.surroundings import Spot, is_word

LINES = 2
MANY = 6
"""So many words that a project chose itself, in so many whole lines, are not chosen twice."""

Line = tuple[str, ...]


def is_copied(one: Spot, other: Spot, unknown: frozenset[str], is_one_in_other: bool) -> bool:
    """Whether whole lines are the same before and after the names.

    What stands in the line of the names itself counts only of names of which one has the words of
    the other: two calls of `Conv1d` are alike whatever they are given.
    """
    ahead, before = _alike(one.before(), other.before(), unknown)
    behind, after = _alike(one.after(), other.after(), unknown)
    lines = [each for each in (*before, *after) if not _imports(each)]
    if not is_one_in_other and len(lines) < LINES:
        return False
    chosen = [word for line in lines for word in line]
    chosen += [*ahead, *behind] if is_one_in_other else []
    receivers = {*one.texts[one.start : one.at], *other.texts[other.start : other.at], "self"}
    told = {each for each in chosen if is_word(each) and not each[0].isdigit()}
    return len(told - receivers - _of_libraries(one.texts)) >= MANY


def _alike(
    left: Iterable[str], right: Iterable[str], unknown: frozenset[str]
) -> tuple[Line, list[Line]]:
    """What is the same of the line of the names, and the whole lines next to it that are."""
    parts: list[list[str]] = [[]]
    for here, there in zip(left, right, strict=False):
        if here != there and not (here in unknown and there.isidentifier()):
            break
        if here == "\n":
            parts.append([])
        else:
            parts[-1].append(here if here == there else "")
    whole = [tuple(each) for each in parts[1:-1]]
    return tuple(parts[0]), whole


def _imports(line: Line) -> bool:
    return "import" in line


def _of_libraries(texts: tuple[str, ...]) -> set[str]:
    """What the imports of a file name, and the keywords of its calls: others chose those."""
    found: set[str] = set()
    depth, is_import = 0, False
    for before, token in pairwise(("\n", *texts)):
        is_import = token != "\n" and (
            is_import or (before == "\n" and token in ("from", "import"))
        )
        depth += (token in "([{") - (token in ")]}")
        if is_import:
            found.add(token)
        if token == "=" and depth > 0:
            found.add(before)
    return found
