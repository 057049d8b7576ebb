"""The report for a person: each finding with its source, its schema and its candidates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from hpfix.excerpt import excerpt
from hpfix.model import Finding, Fix, Place
from hpfix.paint import Look
from hpfix.printable import printable, wrapped
from hpfix.tally import Item, Report, is_fixable

MOST_PLACES = 6
MOST_FIXES = 3
STATUS_WORDS = {"would-apply": ", would be applied", "applied": ", applied"}


def render(report: Report, look: Look) -> str:
    """The findings that are shown, what is counted at the end."""
    blocks = [
        "\n".join(_item_lines(each, report.project.texts, look))
        for each in report.shown
        if each.status != "suppressed"
    ]
    return "".join(f"{block}\n\n" for block in blocks) + summary(report, look) + "\n"


def statistics(report: Report, look: Look) -> str:
    """How many findings stand for each rule, most first."""
    standing = [each.finding for each in report.shown if each.stands]
    counted = Counter((each.code, each.name) for each in standing)
    width = max((len(str(count)) for count in counted.values()), default=0)
    rows = sorted(counted.items(), key=lambda row: (-row[1], row[0]))
    table = "".join(f"{count:>{width}}  {code}  {name}\n" for (code, name), count in rows)
    return f"{table}{summary(report, look)}\n"


def _item_lines(item: Item, texts: Mapping[str, str], look: Look) -> list[str]:
    if item.status == "applied":
        return _fixed_lines(item, look)
    lines = finding_lines(item.finding, texts, look)
    lines += fix_lines(item.finding.fixes[:MOST_FIXES], look, chosen=item)
    if item.status == "refused":
        reason = printable(item.decision.reason)
        lines += wrapped(f"refused: {reason}", look.width, first="  ", rest="    ")
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
) -> list[str]:
    """What is wrong, the source of its first place, its other places and its schema."""
    head = f"{number}{finding.code} {finding.severity}"
    first, *more = wrapped(
        f"  {printable(finding.message)}", look.width, first=head, rest=" " * (len(number) + 2)
    )
    lines = [number + look.paint(head[len(number) :], finding.severity) + first[len(head) :], *more]
    place, *others = finding.places
    lines += [f"  {look.paint(place_text(place), 'place')}"]
    lines += excerpt(texts.get(place.path, ""), place, look, around=around)
    if others:
        lines += wrapped(f"also {_places(others)}", look.width, first="  ", rest="    ")
    if finding.schema is not None:
        schema = finding.schema
        where = f"{printable(schema.place.path)}:{schema.place.line} {printable(schema.name)}"
        lines += wrapped(f"declared in {where}", look.width, first="  ", rest="    ")
    return lines


def fix_lines(fixes: Iterable[Fix], look: Look, *, chosen: Item | None = None) -> list[str]:
    """The candidates by number, each with its confidence and its evidence."""
    lines: list[str] = []
    for number, fix in enumerate(fixes, 1):
        is_chosen = chosen is not None and fix == chosen.decision.chosen
        word = STATUS_WORDS.get(chosen.status, "") if chosen and is_chosen else ""
        title = f"{printable(fix.title)} ({fix.confidence.name}{word})"
        label = f"  {number} "
        first, *more = wrapped(title, look.width, first=label, rest="    ")
        lines += [label + look.paint(first[len(label) :], "fix")]
        lines += [look.paint(line, "fix") for line in more]
        for each in fix.evidence:
            shown = wrapped(printable(each.text), look.width, first="    - ", rest="      ")
            lines += [look.paint(line, "faint") for line in shown]
    return lines


def summary(report: Report, look: Look) -> str:
    """One sentence with the numbers, which are those of the disk."""
    fixed, would = report.count("applied"), report.count("would-apply")
    ignored = report.count("applied", suppressing=True)
    left = report.standing("error") + report.standing("warning") - would
    parts = []
    if fixed or ignored:
        parts.append(f"{fixed} fixed in {_counted(len(report.changed), 'file')}")
        parts += [f"{ignored} ignored for good"] if ignored else []
        parts.append(f"{left} left")
    elif would:
        parts.append(f"{would} would be fixed in {_counted(len(report.changed), 'file')}")
        parts.append(f"{left} left")
    else:
        parts.append(_standing(report))
    hidden = sum(each.stands for each in report.items) - sum(each.stands for each in report.shown)
    if hidden:
        parts.append(f"{_counted(hidden, 'note')} not shown (--show-notes)")
    return "\n".join(wrapped(", ".join(parts), look.width))


def _standing(report: Report) -> str:
    """`4 errors, 2 warnings in 3 of 133 files; 5 can be fixed by --yes`"""
    files = _counted(len(report.project.texts), "file")
    if not report.index.schemas:
        return f"no hyperparameters are declared in {files}; --declared-in PATH names the place"
    shown = [each.finding for each in report.shown if each.stands]
    if not shown:
        return f"nothing to fix in {files}, {_counted(declared(report), 'key')} declared"
    tally = Counter(each.severity for each in shown)
    words = [_counted(tally[each], each) for each in ("error", "warning", "note") if tally[each]]
    places = len({each.places[0].path for each in shown})
    fixable = sum(is_fixable(each.finding) for each in report.shown if each.status == "open")
    tail = f"; {fixable} can be fixed by --yes" if fixable else ""
    return f"{', '.join(words)} in {places} of {files}{tail}"


def declared(report: Report) -> int:
    """How many keys all schemas declare together."""
    return sum(len(schema.keys) for schema in report.index.schemas)


def place_text(place: Place) -> str:
    """`train.py:12:9`"""
    return f"{printable(place.path)}:{place.line}:{place.column}"


def place_of(finding: Finding) -> str:
    """The first place of a finding."""
    return place_text(finding.places[0])


def _places(places: list[Place]) -> str:
    shown = ", ".join(place_text(each) for each in places[:MOST_PLACES])
    more = len(places) - MOST_PLACES
    return f"{shown} and {more} more" if more > 0 else shown


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
