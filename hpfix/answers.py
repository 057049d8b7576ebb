"""Fixes that a person makes at the prompt: another name, a value, some of the places."""

from __future__ import annotations

import sys

from hpfix import console, fixes
from hpfix.evidence.ranking import relative_of
from hpfix.excerpt import excerpt
from hpfix.model import Bound, Confidence, Evidence, Finding, Fix
from hpfix.paint import Look
from hpfix.printable import printable
from hpfix.reports.text import place_text
from hpfix.session import Question

SAID = (Evidence("answer", "said at the prompt"),)


def declared_name(question: Question, look: Look) -> Fix | None:
    """A rename to another declared key, completed while it is typed."""
    finding = question.finding
    if finding.schema is None:
        return None
    keys = sorted(finding.schema.keys)
    name = console.ask_name(f"rename `{printable(finding.key)}` to (Tab completes)", keys, look)
    return _renamed(question, name)


def own_words(question: Question, look: Look) -> Fix | None:
    """The value, where the first candidate is an insertion, or else the name to rename to."""
    finding = question.finding
    first = next(iter(finding.fixes), None)
    if first is not None and first.action == "insert":
        return _inserted(finding, first, look)
    return _renamed(question, console.ask(f"rename `{printable(finding.key)}` to", look))


def with_value(finding: Finding, fix: Fix, look: Look) -> Fix | None:
    """The fix itself, or the insertion with the value that it lacks and that nobody invents."""
    if fix.action != "insert" or fix.edits:
        return fix
    return _inserted(finding, fix, look)


def place_by_place(question: Question, fix: Fix, look: Look) -> Fix | None:
    """The rename at those places only for which the answer is yes."""
    finding, texts = question.finding, question.project.texts
    chosen: list[Bound] = []
    for each in finding.bound:
        place = each.reference.place
        source = excerpt(texts[place.path], place, look)
        console.say([f"  {look.paint(place_text(place), 'place')}", *source], sys.stderr)
        if console.confirm(f"{printable(fix.title)} here?", look):
            chosen.append(each)
    if len(chosen) == len(finding.bound):
        return fix
    if not chosen or fix.to is None:
        console.say(["no place was chosen"], sys.stderr)
        return None
    evidence = (*fix.evidence, *SAID)
    return fixes.rename(
        texts, finding.key, fix.to, chosen, confidence=fix.confidence, evidence=evidence
    )


def _renamed(question: Question, name: str) -> Fix | None:
    if not name:
        return None
    texts, finding = question.project.texts, question.finding
    return fixes.rename(
        texts, finding.key, name, finding.bound, confidence=Confidence.unsure, evidence=SAID
    )


def _inserted(finding: Finding, fix: Fix, look: Look) -> Fix | None:
    key = finding.key if fix.to is None else fix.to
    value = console.ask(f"declare `{printable(key)}` as", look, default=fix.value or "")
    if not value or finding.schema is None:
        return None
    return fixes.insert(
        finding.schema,
        key,
        value,
        after=relative_of(finding.schema, key),
        confidence=Confidence.unsure,
        evidence=SAID,
    )
