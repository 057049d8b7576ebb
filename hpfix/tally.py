"""What a run comes to: what was fixed, what stands, what could not be read, and the exit status."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from hpfix.findings import Confidence, Finding, Severity
from hpfix.index import Index
from hpfix.model import BlindSpot
from hpfix.project import Project, Unread
from hpfix.session import Decision, Outcome

Status = Literal["open", "would-apply", "applied", "left", "refused", "suppressed"]
# how the reasons of blind spots begin that hide a whole file
UNPARSED = "does not parse"
MISSING = "the declaration "
IN_PART = "fixed at some of its places only"


class Item(NamedTuple):
    """A finding of a report, what became of it, and whether it is still there on disk."""

    decision: Decision
    status: Status
    stands: bool

    @property
    def finding(self) -> Finding:
        return self.decision.finding

    @property
    def is_partial(self) -> bool:
        """Whether a fix was applied that left some of its places."""
        return self.status == "left" and self.decision.chosen is not None


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
        """The files that could not be read, decoded or parsed, or are not there, by path."""
        hidden = (
            Unread(spot.place.path, _reason(spot))
            for spot in self.index.blind_spots
            if spot.reason.startswith((UNPARSED, MISSING))
        )
        return tuple(sorted({*self.project.unread, *hidden}))

    @property
    def declared(self) -> int:
        """How many keys all schemas declare together."""
        return sum(len(schema.keys) for schema in self.index.schemas)

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
    remaining = {finding.identity for finding in outcome.remaining}
    items = tuple(
        _settled(each, remaining) if written else _unwritten(each)
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


def _settled(decision: Decision, remaining: set[tuple[str, str, str, str]]) -> Item:
    """What is on disk decides: a fix of some places only leaves its finding standing."""
    stands = decision.finding.identity in remaining and decision.status != "suppressed"
    if stands and decision.status == "applied":
        return Item(decision._replace(reason=IN_PART), "left", stands=True)
    return Item(decision, decision.status, stands)


def _unwritten(decision: Decision) -> Item:
    status: Status = "would-apply" if decision.status == "applied" else decision.status
    return Item(decision, status, decision.status != "suppressed")


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
    if first is None or first.is_by_hand:
        return False
    return first.confidence >= Confidence.likely and bool(first.edits)


def _reason(spot: BlindSpot) -> str:
    is_unparsed = spot.reason.startswith(UNPARSED)
    return f"{spot.reason} (line {spot.place.line})" if is_unparsed else spot.reason


def _suppresses(decision: Decision) -> bool:
    return decision.chosen is not None and decision.chosen.action == "suppress"
