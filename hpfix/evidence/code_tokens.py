"""The tokens of Python code, for comparing what stands around names.

`tokenize` reads the same three times slower, and from Python 3.12 on an f-string in pieces. What is
read here is only compared: nothing is rewritten by it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from hpfix.positions import BOM

BRACKETS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
ENDS = frozenset({"\n", "\r\n"})
TOKEN = re.compile(
    r"""
    ([ \t\f]*(?:\\\r?\n[ \t\f]*)*(?:\#[^\n]*)?)     # in front: blanks, joined lines, a comment
    (?:(
        [^\W\d]\w*+(?!["'])
        | \r?\n
        | (?:[bBfFrRtTuU]|[bBfFtT][rR]|[rR][bBfFtT])?(?:
            \"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*\"""
            | '''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''
            | "(?!"")[^"\\\n]*(?:\\(?:\r\n|.)[^"\\\n]*)*"
            | '(?!'')[^'\\\n]*(?:\\(?:\r\n|.)[^'\\\n]*)*'
        )
        | [^\W\d]\w*
        | 0[bBoOxX][\da-fA-F_]+
        | (?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d[\d_]*)?[jJ]?
        | \.\.\. | -> | := | != | (?:\*\*|//|>>|<<|[-+*/%&|^@=<>])=?
        | [^"']
    ) | ["'].* | \Z)                                # a string without an end is the end of it all
    """,
    re.DOTALL | re.VERBOSE,
)
"""One token after what is in front of it (Lexical analysis in the reference of Python)."""


class Tokens(NamedTuple):
    """The tokens of a file without comments and indentation; `starts` are lines and columns.

    The end of a statement's line is a token, `\\n`; no other line end is.
    """

    texts: tuple[str, ...]
    starts: tuple[tuple[int, int], ...]


@lru_cache(maxsize=256)
def tokens(text: str) -> Tokens:
    """The tokens of a file, as far as it reads: a string that does not end is the end of it."""
    texts: list[str] = []
    starts: list[tuple[int, int]] = []
    line, column, depth = 1, 1, 0
    for front, token in TOKEN.findall(text.removeprefix(BOM)):
        if not token:
            break
        if front:
            column += len(front)
            if "\n" in front:
                line += front.count("\n")
                column = len(front) - front.rindex("\n")
        if token not in ENDS:
            texts.append(token)
            starts.append((line, column))
            column += len(token)
            if "\n" in token:
                line += token.count("\n")
                column = len(token) - token.rindex("\n")
            elif token in BRACKETS:
                depth += BRACKETS[token]
        else:
            if depth <= 0 and texts and texts[-1] != "\n":
                texts.append("\n")
                starts.append((line, column))
            line, column = line + 1, 1
    return Tokens(tuple(texts), tuple(starts))
