"""Which names occur in no text of the project but where they are declared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from hpfix.comment_tokens import comments_in
from hpfix.model import Place, Schema
from hpfix.positions import BOM, line_starts, offset_of

WORD = re.compile(r"\w+")
COMMENTED = (".py", ".yaml", ".yml")


def unmentioned(
    keys: frozenset[str], schemas: Iterable[Schema], texts: Mapping[str, str]
) -> frozenset[str]:
    """Of some declared keys, those that are mentioned nowhere.

    A mention is any word, in code, strings or configuration, that stands neither in a comment nor
    in a docstring; in a file that declares the key, one more than its declarations.
    """
    declared: dict[tuple[str, str], set[Place]] = defaultdict(set)
    for schema in schemas:
        for each in schema.declarations:
            if each.key in keys:
                declared[each.place.path, each.key].add(each.place)
    left = keys
    for path, text in texts.items():
        for key in words_among(text, left):
            count = _said(path, text, key) - _spelled(text, key, declared[path, key])
            if count > 0 and count > _in_docstrings(path, text, key):
                left -= {key}
        if not left:
            break
    return left


@lru_cache(maxsize=8192)
def words_among(text: str, keys: frozenset[str]) -> frozenset[str]:
    """The keys that are words of a text; kept, as a session asks again after each repair."""
    if not any(key in text for key in keys):  # five times as fast as reading the words
        return frozenset()
    return keys.intersection(WORD.findall(text))


def _said(path: str, text: str, key: str) -> int:
    """How often the word stands outside comments."""
    if not path.endswith(COMMENTED):
        return WORD.findall(text).count(key)
    beside = (WORD.findall(comment).count(key) for *_, comment in comments_in(text))
    return WORD.findall(text).count(key) - sum(beside)


def _in_docstrings(path: str, text: str, key: str) -> int:
    """How often the word stands in a text of Python that is no part of any expression."""
    if not path.endswith(".py"):
        return 0
    import ast

    try:
        tree = ast.parse(text.removeprefix(BOM))
    except (SyntaxError, ValueError, RecursionError):
        return 0
    count = 0
    for node in ast.walk(tree):
        match node:
            case ast.Expr(ast.Constant(str(said))):
                count += WORD.findall(said).count(key)
    return count


def _spelled(text: str, key: str, places: Iterable[Place]) -> int:
    """How many declarations have the word itself: `"--log-interval"` has not."""
    starts = line_starts(text)
    spans = (
        text[offset_of(starts, each.line, each.column) : offset_of(starts, *each[3:])]
        for each in places
    )
    return sum(WORD.findall(span).count(key) for span in spans)
