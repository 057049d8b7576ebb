"""What each fix of a report would replace in the files as they were read."""

from __future__ import annotations

from collections.abc import Iterable

from hpfix.findings import Finding, Fix
from hpfix.project import Project
from hpfix.reports.json import EditsOf
from hpfix.rewrite import Refused
from hpfix.session import carry_out
from hpfix.tally import Item
from hpfix.trail import Replacement, Trail


def no_edits(item: Item, fix: Fix) -> tuple[Replacement, ...]:
    """For reports that do without."""
    return ()


def edits_in(project: Project, findings: Iterable[Finding]) -> EditsOf:
    """The edits of the fixes of these findings, which were made in this project.

    A run finds its fixes in later snapshots; the one that it chose knows its edits already, any
    other is looked up among the fixes that the first snapshot has for the same finding.
    """
    originals = {
        (finding.identity, fix.title): fix for finding in findings for fix in finding.fixes
    }
    trail = Trail(project.texts)

    def edits_of(item: Item, fix: Fix) -> tuple[Replacement, ...]:
        if fix is item.decision.chosen:
            return item.decision.edits
        original = originals.get((item.finding.identity, fix.title))
        if original is None:
            return ()
        try:
            return trail.replacements(carry_out(project, original)[1])
        except Refused:
            return ()

    return edits_of
