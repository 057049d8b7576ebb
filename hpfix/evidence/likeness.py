"""How near two names are, their words and slips taken together, and the sentence about it."""

from __future__ import annotations

from hpfix.evidence import words
from hpfix.findings import Evidence

LISTED, LIKELY, MARGIN = 0.5, 0.75, 0.15
"""Scores of dialects 6.3 and 6.4: below the first a name is no candidate; from the second, clear of
the next by the margin, it may be applied when nothing speaks against it."""
MISSPELLED, REPLACED = 0.9, 0.7
"""A letter lost, doubled or swapped is a slip; in a short word, another letter may be another word:
`cnn` and `rnn`, `decay` and `delay`."""


def is_slip(key: str, declared: str) -> bool:
    return words.is_misspelling(key, declared) and not words.replaces_letter(key, declared)


def likeness(key: str, declared: str) -> float:
    score = words.likeness(key, declared)
    if words.is_misspelling(key, declared):
        return max(score, REPLACED if words.replaces_letter(key, declared) else MISSPELLED)
    return score


def said(key: str, declared: str) -> Evidence:
    if words.is_misspelling(key, declared):
        return Evidence("spelling", f"`{key}` and `{declared}` are a slip apart")
    shared = ", ".join(f"`{word}`" for word in dict.fromkeys(words.shared(key, declared)))
    return Evidence("words", f"both names say {shared}")
