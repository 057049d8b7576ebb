"""One line for each finding, for editors and grep."""

from __future__ import annotations

from hpfix.printable import printable
from hpfix.reports.text import place_of
from hpfix.tally import Item, Report


def render(report: Report) -> str:
    """`train.py:12:9: error HP001 message [rename to `x`, likely]`"""
    shown = (each for each in report.shown if each.stands or each.status == "applied")
    return "".join(f"{_line(each)}\n" for each in shown)


def _line(item: Item) -> str:
    finding = item.finding
    line = f"{place_of(finding)}: {finding.severity} {finding.code} {printable(finding.message)}"
    chosen = item.decision.chosen
    if chosen is not None:
        word = "would apply" if item.status == "would-apply" else item.status
        return f"{line} [{word}: {printable(chosen.title)}]"
    first = next(iter(finding.fixes), None)
    return line if first is None else f"{line} [{printable(first.title)}, {first.confidence.name}]"
