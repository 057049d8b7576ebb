"""The report for a person: each finding with its source, its schema and its candidates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from hpfix.excerpt import excerpt
from hpfix.findings import Finding, Fix
from hpfix.model import Place
from hpfix.paint import Look
from hpfix.printable import printable, wrapped
from hpfix.tally import Item, Report, is_fixable

MOST_PLACES = 6
MOST_FIXES = 3
MOST_DEFINITIONS = 3
UNDECLARED = frozenset({"HP001", "HP002", "HP004"})
"""Where more history might have said more."""


def render(report: Report, look: Look, *, has_numbers: bool = True) -> str:
    """The findings that are shown, what was counted at the end."""
    shown = [each for each in report.shown if each.stands or each.status == "applied"]
    blocks = []
    for is_fixed, run in groupby(shown, key=lambda each: each.status == "applied"):
        texts = ["\n".join(_item_lines(each, report.project.texts, look)) for each in run]
        blocks += ["\n".join(texts)] if is_fixed else texts
    numbers = []
    if has_numbers:
        is_missed = any(each.finding.code in UNDECLARED for each in shown if each.stands)
        limits = report.index.history.limits if is_missed else ()
        ends = ("\n".join(wrapped(each, look.width)) for each in limits)
        numbers = ["\n".join([summary(report, look), *ends])]
    return "".join(f"{block}\n" for block in "\n\n".join([*blocks, *numbers]).split("\n"))


def closing(report: Report, look: Look) -> str:
    """What came of the questions, for the person who answered them."""
    lines = [
        line
        for each in report.items
        if each.status in ("applied", "refused") or each.is_partial
        for line in _item_lines(each, report.project.texts, look)
    ]
    return "".join(f"{line}\n" for line in [*lines, summary(report, look)])


def statistics(report: Report, look: Look) -> str:
    """How many findings stand for each rule, most first."""
    standing = [each.finding for each in report.shown if each.stands]
    rules = Counter((each.code, each.name) for each in standing)
    width = max((len(str(count)) for count in rules.values()), default=0)
    rows = sorted(rules.items(), key=lambda row: (-row[1], row[0]))
    table = "".join(f"{count:>{width}}  {code}  {name}\n" for (code, name), count in rows)
    return f"{table}{summary(report, look)}\n"


def _item_lines(item: Item, texts: Mapping[str, str], look: Look) -> list[str]:
    if item.status == "applied":
        return _fixed_lines(item, look)
    sources = 1 if item.finding.bound else MOST_DEFINITIONS
    lines = finding_lines(item.finding, texts, look, sources=sources)
    lines += fix_lines(item.finding.fixes[:MOST_FIXES], look, item=item)
    if item.decision.reason:
        reason = f"{item.status}: {printable(item.decision.reason)}"
        lines += wrapped(reason, look.width, first="  ", rest="    ")
    return lines


def _fixed_lines(item: Item, look: Look) -> list[str]:
    """`fixed train.py:12:9 HP001 min_learning_rate: rename to ...`"""
    chosen, finding = item.decision.chosen, item.finding
    title = printable(chosen.title) if chosen else ""
    line = f"{place_of(finding)} {finding.code} {printable(finding.key)}: {title}"
    first, *others = wrapped(line, look.width, first="fixed ", rest="      ")
    return [look.paint("fixed", "fix") + first[len("fixed") :], *others]


def finding_lines(
    finding: Finding,
    texts: Mapping[str, str],
    look: Look,
    *,
    number: str = "",
    around: int = 0,
    sources: int = 1,
) -> list[str]:
    """What is wrong, the source of its first places, its other places and its schema."""
    head = f"{number}{finding.code} {finding.severity}"
    first, *more = wrapped(
        f"  {printable(finding.message)}", look.width, first=head, rest=" " * (len(number) + 2)
    )
    lines = [number + look.paint(head[len(number) :], finding.severity) + first[len(head) :], *more]
    for place in finding.places[:sources]:
        lines += [f"  {look.paint(place_text(place), 'place')}"]
        lines += excerpt(texts.get(place.path, ""), place, look, around=around)
    if others := finding.places[sources:]:
        lines += wrapped(f"also {_places(others)}", look.width, first="  ", rest="    ")
    if finding.schema is not None:
        schema = finding.schema
        where = f"{printable(schema.place.path)}:{schema.place.line} {printable(schema.name)}"
        lines += wrapped(f"declared in {where}", look.width, first="  ", rest="    ")
    return lines


def fix_lines(fixes: Iterable[Fix], look: Look, *, item: Item | None = None) -> list[str]:
    """The candidates by number, each with its confidence and its evidence."""
    lines: list[str] = []
    for number, fix in enumerate(fixes, 1):
        title = f"{printable(fix.title)} ({fix.confidence.name}"
        if item is not None and item.status == "would-apply" and fix == item.decision.chosen:
            title += ", would be applied"
        label = f"  {number} "
        first, *more = wrapped(f"{title})", look.width, first=label, rest="    ")
        lines += [label + look.paint(first[len(label) :], "fix")]
        lines += [look.paint(line, "fix") for line in more]
        for each in fix.evidence:
            shown = wrapped(printable(each.text), look.width, first="    - ", rest="      ")
            lines += [look.paint(line, "faint") for line in shown]
    return lines


def summary(report: Report, look: Look) -> str:
    """One sentence with the numbers, which are those of the disk."""
    in_part = sum(each.is_partial for each in report.items)
    fixed, would = report.came_to("applied"), report.came_to("would-apply")
    ignored = report.came_to("applied", suppressing=True)
    left = report.standing("error") + report.standing("warning") - would
    parts = []
    if fixed or ignored or in_part:
        parts.append(f"{fixed} fixed in {counted(len(report.changed), 'file')}")
        parts += [f"{in_part} fixed in part"] if in_part else []
        parts += [f"{ignored} ignored for good"] if ignored else []
        parts.append(f"{left} left")
    elif would:
        parts.append(f"{would} would be fixed in {counted(len(report.changed), 'file')}")
        parts.append(f"{left} left")
    else:
        parts.append(_standing(report))
    hidden = sum(each.stands for each in report.items) - sum(each.stands for each in report.shown)
    if hidden:
        parts.append(f"{counted(hidden, 'note')} not shown (--show-notes)")
    return "\n".join(wrapped(", ".join(parts), look.width))


def _standing(report: Report) -> str:
    """`4 errors, 2 warnings in 3 of 133 files; 5 can be fixed by --yes`"""
    files = counted(len(report.project.texts), "file")
    if not report.index.schemas:
        return f"no hyperparameters are declared in {files}; --declared-in PATH names the place"
    shown = [each.finding for each in report.shown if each.stands]
    if not shown:
        return f"nothing to fix in {files}, {counted(report.declared, 'key')} declared"
    tally = Counter(each.severity for each in shown)
    words = [counted(tally[each], each) for each in ("error", "warning", "note") if tally[each]]
    places = len({each.places[0].path for each in shown})
    fixable = sum(is_fixable(each.finding) for each in report.shown if each.status == "open")
    tail = f"; {fixable} can be fixed by --yes" if fixable else ""
    return f"{', '.join(words)} in {places} of {files}{tail}"


def place_text(place: Place) -> str:
    """`train.py:12:9`"""
    return f"{printable(place.path)}:{place.line}:{place.column}"


def place_of(finding: Finding) -> str:
    """The first place of a finding."""
    return place_text(finding.places[0])


def _places(places: Sequence[Place]) -> str:
    shown = ", ".join(place_text(each) for each in places[:MOST_PLACES])
    more = len(places) - MOST_PLACES
    return f"{shown} and {more} more" if more > 0 else shown


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 file`, `2 files`"""
    return f"{number} {noun}" if number == 1 else f"{number} {plural or noun + 's'}"
