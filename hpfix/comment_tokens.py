"""The comments of a Python file, each with its place."""

from __future__ import annotations

import io
from collections.abc import Iterator

from hpfix.positions import BOM


def comments_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Line and column (from 1, in code points) and text of every comment, as far as it reads."""
    import tokenize  # most files are never asked for their comments

    try:
        for token in tokenize.generate_tokens(io.StringIO(text.removeprefix(BOM)).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.start[1] + 1, token.string
    except (tokenize.TokenError, SyntaxError):
        return
