"""Which known word a person most likely meant."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean `...`?" with the nearest known word, or "" when none is near."""
    import difflib  # only a mistake needs it

    by_spelling = {each.lower().replace("_", "-"): each for each in sorted(known, reverse=True)}
    spelled = word.lower().replace("_", "-")
    near = difflib.get_close_matches(spelled, by_spelling, n=max(len(by_spelling), 1))
    if not near:
        return ""
    # of several that are as near, the first by name
    best = max(sorted(near), key=lambda each: difflib.SequenceMatcher(None, each, spelled).ratio())
    return f"; did you mean `{by_spelling[best]}`?"
