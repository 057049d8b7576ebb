"""Which known word a person most likely meant."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean `...`?" with the nearest known word, or "" when none is near."""
    import difflib  # only a mistake needs it

    by_spelling = {each.lower().replace("_", "-"): each for each in sorted(known, reverse=True)}
    near = difflib.get_close_matches(word.lower().replace("_", "-"), by_spelling, n=1)
    return f"; did you mean `{by_spelling[near[0]]}`?" if near else ""
