"""Fixes that a person makes at the prompt: another name, a value, some of the places."""

from __future__ import annotations

import sys

from hpfix import console, fixes
from hpfix.deletions import at_places
from hpfix.evidence.ranking import relative_of
from hpfix.evidence.split_keys import KIND as SURROUNDINGS
from hpfix.excerpt import excerpt
from hpfix.findings import Confidence, Evidence, Finding, Fix
from hpfix.model import Bound, Place
from hpfix.paint import Look
from hpfix.partings import parted
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
    """The rename at those places only for which the answer is yes; where the key became several, to
    the one that is named for each."""
    finding = question.finding
    if fix.choices:
        return _each_its_own(question, fix, look)
    chosen: list[Bound] = []
    for each in finding.bound:
        _show_place(question, each.reference.place, look)
        if console.confirm(f"{printable(fix.title)} here?", look):
            chosen.append(each)
    if len(chosen) == len(finding.bound):
        return fix
    if not chosen:
        console.say(["no place was chosen"], sys.stderr)
        return None
    return _kept_to(fix, {each.reference.place for each in chosen}, len(finding.bound))


def _kept_to(fix: Fix, chosen: set[Place], of: int) -> Fix:
    """The fix at some of its places, as its title then says."""
    edits = tuple(
        each._replace(places=kept)
        for each in fix.edits
        if (kept := tuple(place for place in each.places if place in chosen))
    )
    title = f"{fix.title}{at_places(len(chosen), of)}"
    return fix._replace(title=title, edits=edits, evidence=(*fix.evidence, *SAID))


def _each_its_own(question: Question, fix: Fix, look: Look) -> Fix | None:
    """Each place renamed to the key that is chosen for it, that of its surroundings by default."""
    finding = question.finding
    is_told = any(each.kind == SURROUNDINGS for each in fix.evidence)
    meant = {place: dict(edit.arguments)["new"] for edit in fix.edits for place in edit.places}
    offered = [f"{number} `{printable(name)}`" for number, name in enumerate(fix.choices, 1)]
    chosen: list[tuple[Bound, str]] = []
    for each in finding.bound:
        place = each.reference.place
        _show_place(question, place, look)
        name = meant.get(place) if is_told else None
        default = "n" if name is None else str(fix.choices.index(name) + 1)
        prompt = f"{', '.join(offered)}, n leave it (Enter: {default})"
        answer = _one_of(prompt, default, len(fix.choices), look)
        if answer != "n":
            chosen.append((each, fix.choices[int(answer) - 1]))
    if not chosen:
        console.say(["no place was chosen"], sys.stderr)
        return None
    evidence = (*fix.evidence[:1], *SAID)
    texts, count = question.project.texts, len(finding.bound)
    return parted(texts, finding.key, chosen, count, choices=fix.choices, evidence=evidence)


def _one_of(prompt: str, default: str, count: int, look: Look) -> str:
    """A number up to `count`, or `n`; asked again until it is one."""
    while True:
        answer = console.ask(prompt, look) or default
        if answer == "n" or (answer.isdecimal() and 1 <= int(answer) <= count):
            return answer
        console.say([f"`{printable(answer)}` is no answer here"], sys.stderr)


def _show_place(question: Question, place: Place, look: Look) -> None:
    source = excerpt(question.project.texts[place.path], place, look)
    console.say([f"  {look.paint(place_text(place), 'place')}", *source], sys.stderr)


def _renamed(question: Question, name: str) -> Fix | None:
    if not name:
        return None
    texts, finding = question.project.texts, question.finding
    return fixes.rename(
        texts, finding.key, name, finding.bound, confidence=Confidence.unsure, evidence=SAID
    )


def _inserted(finding: Finding, fix: Fix, look: Look) -> Fix | None:
    schema = finding.schema
    if schema is not None and schema.form not in fixes.PUT_IN:
        where = f"{schema.place.path}:{schema.place.line}"
        kind = f"this kind of declaration ({schema.form})"
        said = f"hpfix cannot write it into {kind}: declare `{finding.key}` by hand in {where}"
        console.say([printable(said)], sys.stderr)
        return None
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
