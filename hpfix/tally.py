"""What a run comes to: what was fixed, what stands, what could not be read, and the exit status."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from hpfix.model import Confidence, Finding, Index, Severity
from hpfix.project import Project, Unread
from hpfix.session import Decision, Outcome

Status = Literal["open", "would-apply", "applied", "left", "refused", "suppressed"]
PARSE_FAILURE = "does not parse"


class Item(NamedTuple):
    """A finding of a report, what became of it, and whether that is on disk."""

    decision: Decision
    status: Status

    @property
    def finding(self) -> Finding:
        return self.decision.finding

    @property
    def stands(self) -> bool:
        """Whether the finding is still there after the run."""
        return self.status not in ("applied", "suppressed")


class Report(NamedTuple):
    """All that a run has to say; `project` is as it was read, `changed` are the files written."""

    items: tuple[Item, ...]
    project: Project
    index: Index  # type: ignore[assignment]  # of a tuple nobody searches
    changed: tuple[str, ...] = ()
    shows_notes: bool = False

    @property
    def shown(self) -> tuple[Item, ...]:
        """The items to be shown: notes only when asked for, or when something came of them."""
        return tuple(
            each
            for each in self.items
            if each.finding.severity != "note"
            or self.shows_notes
            or each.status in ("applied", "would-apply")
        )

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The files that could not be read, decoded or parsed, by path."""
        unparsed = (
            Unread(spot.place.path, f"{spot.reason} (line {spot.place.line})")
            for spot in self.index.blind_spots
            if spot.reason.startswith(PARSE_FAILURE)
        )
        return tuple(sorted({*self.project.unread, *unparsed}))

    def standing(self, severity: Severity) -> int:
        """How many findings of a severity are still there."""
        return sum(each.stands and each.finding.severity == severity for each in self.items)

    def came_to(self, status: Status, *, suppressing: bool = False) -> int:
        """How many items came to this; those that only put in a suppression count by themselves."""
        return sum(
            each.status == status and _suppresses(each.decision) == suppressing
            for each in self.items
        )

    @property
    def exit_status(self) -> int:
        """0 nothing is left to do, 1 findings remain, 2 something could not be read."""
        if self.unread:
            return 2
        return 1 if self.standing("error") or self.standing("warning") else 0


def report_of(
    outcome: Outcome,
    *,
    within: tuple[str, ...] = (),
    written: bool,
    shows_notes: bool = False,
) -> Report:
    """The report on an outcome, limited to the findings in the paths `within`."""
    items = tuple(
        Item(each, "would-apply" if each.status == "applied" and not written else each.status)
        for each in outcome.decisions
        if is_within(each.finding, within)
    )
    return Report(
        items,
        outcome.before,
        outcome.index,
        outcome.after.changed_since(outcome.before),
        shows_notes,
    )


def is_within(finding: Finding, paths: Iterable[str]) -> bool:
    """Whether some place of the finding is in one of the files or folders; in none given, all."""
    wanted = tuple(paths)
    return not wanted or any(
        place.path == path or place.path.startswith(f"{path}/")
        for place in finding.places
        for path in wanted
    )


def is_fixable(finding: Finding) -> bool:
    """Whether `--yes` takes the first fix."""
    first = next(iter(finding.fixes), None)
    return first is not None and first.confidence >= Confidence.likely and bool(first.edits)


def _suppresses(decision: Decision) -> bool:
    return decision.chosen is not None and decision.chosen.action == "suppress"
