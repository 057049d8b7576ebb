"""The loop: decide each finding once, rewrite in memory, read again, until nothing is undecided."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

from hpfix.config import Configuration, ConfigurationError
from hpfix.depth import room
from hpfix.findings import Confidence, Finding, Fix
from hpfix.index import History, Index
from hpfix.link import link
from hpfix.model import Place
from hpfix.project import Project
from hpfix.reading import read_all
from hpfix.rewrite import Change, Refused, rewrite, rounds
from hpfix.rules import Rule, all_rules
from hpfix.selection import divide, is_selected
from hpfix.trail import Changes, Replacement, Trail, moved

Status = Literal["open", "applied", "left", "refused", "suppressed"]
OPEN: Status = "open"
SILENCED: Status = "suppressed"
EXPLAINED = frozenset({"HP001", "HP002", "HP004"})
"""The rules about keys that no declaration has: history may tell what became of it."""
Identity = tuple[str, str, str, str]


class Question(NamedTuple):
    """One undecided finding with what is needed to decide it; `later` are those behind it."""

    finding: Finding
    later: tuple[Finding, ...]
    project: Project
    index: Index  # type: ignore[assignment]  # hides tuple.index, which has no use here

    def preview(self, fix: Fix) -> Project:
        """The project as the fix would leave it. Raises Refused."""
        return carry_out(self.project, fix)[0]


class Apply(NamedTuple):
    """Apply this fix: one of the finding's own, or one made with hpfix.fixes."""

    fix: Fix


class Leave(NamedTuple):
    """Leave the finding as it is, for the reason given.

    `is_for_now`: it is asked about again when a declaration was put in.
    """

    reason: str = ""
    is_for_now: bool = False


class TakeBack(NamedTuple):
    """Go back to before the last answer."""


class Stop(NamedTuple):
    """Ask no more; keep what was accepted."""


Answer = Apply | Leave | TakeBack | Stop
Decide = Callable[[Question], Answer]


class Decision(NamedTuple):
    """What became of a finding; `chosen` is the fix that was applied, `edits` what it replaced.

    The places of both are those of the project as it was read. `is_for_now`: as of `Leave`.
    """

    finding: Finding
    status: Status
    chosen: Fix | None = None
    reason: str = ""
    edits: tuple[Replacement, ...] = ()
    is_for_now: bool = False


class Outcome(NamedTuple):
    """The plan and the result at once: what is written is exactly `after` minus `before`.

    Decisions are sorted by place, and every place is one of `before`. `remaining` are the
    findings of `after`, at their places there.
    """

    before: Project
    after: Project
    decisions: tuple[Decision, ...]
    remaining: tuple[Finding, ...]
    index: Index  # type: ignore[assignment]  # hides tuple.index, which has no use here


class Snapshot(NamedTuple):
    """One turn of the loop: the project, what was read from it, what was decided before it."""

    project: Project
    index: Index  # type: ignore[assignment]  # hides tuple.index, which has no use here
    findings: tuple[Finding, ...]
    silenced: tuple[Finding, ...]
    decided: Mapping[Identity, Decision]
    trail: Trail

    @property
    def undecided(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.identity not in self.decided)


def check(project: Project, configuration: Configuration) -> Outcome:
    """Every finding of the project, nothing decided."""
    only = _first(project, configuration)
    return _outcome(only, only)


def run(project: Project, configuration: Configuration, decide: Decide) -> Outcome:
    """Decide every finding; the outcome holds the project before and after.

    A fix is applied in memory and everything is read again before the next question. A fix that
    cannot be carried out exactly, does not settle its finding or makes another is refused.
    """
    snapshots = [_first(project, configuration)]
    while snapshots[-1].undecided:
        now = snapshots[-1]
        finding, *later = now.undecided
        match decide(Question(finding, tuple(later), now.project, now.index)):
            case Stop():
                break
            case TakeBack():
                del snapshots[max(len(snapshots) - 1, 1) :]
            case Leave(reason, is_for_now):
                left = Decision(finding, "left", None, reason, is_for_now=is_for_now)
                snapshots.append(_with_decision(now, left))
            case Apply(fix):
                snapshots.append(_apply(now, finding, fix, configuration))
    return _outcome(snapshots[0], snapshots[-1])


def take_defaults(at_least: Confidence) -> Decide:
    """The answers of `--yes` and `--dry-run`: the first fix where it is sure enough.

    One that only a person may choose is never taken, not even where it is the only one. What is
    left may be surer once a declaration was put in, and is looked at again.
    """

    def decide(question: Question) -> Answer:
        first = next(iter(question.finding.fixes), None)
        if first is None or first.confidence < at_least or not first.edits or first.is_by_hand:
            return Leave(is_for_now=True)
        return Apply(first)

    return decide


def _first(project: Project, configuration: Configuration) -> Snapshot:
    """The project as it was read; where names are undeclared, with what became of them."""
    now = _snapshot(project, configuration, {}, Trail(project.texts), History())
    told = [each for each in now.findings if each.code in EXPLAINED and each.severity != "note"]
    if not told or not configuration.history:
        return now
    from hpfix.past import history_of  # most projects have nothing to explain

    history = history_of(project, told)
    now = now._replace(index=now.index._replace(history=history))
    return _explained(now, configuration) if history.revisions else now


def _snapshot(
    project: Project,
    configuration: Configuration,
    decided: Mapping[Identity, Decision],
    trail: Trail,
    history: History,
) -> Snapshot:
    facts = read_all(project.texts)
    index = link(
        project.texts,
        facts,
        renames=configuration.renames,
        declared_in=tuple(configuration.declared_in),
    )
    _require_declarations(index, configuration)
    index = index._replace(history=history)
    return _judged(Snapshot(project, index, (), (), decided, trail), configuration)


def _judged(now: Snapshot, configuration: Configuration) -> Snapshot:
    """The snapshot with what the rules find in it."""
    open_, silenced = _found(now, configuration, all_rules())
    return now._replace(findings=open_, silenced=silenced)


def _explained(now: Snapshot, configuration: Configuration) -> Snapshot:
    """The snapshot with what the rules find that ask the history; the others found all there is."""
    asking = [each for each in all_rules() if each.CODE in EXPLAINED]
    found, hidden = _found(now, configuration, asking)
    open_, silenced = (
        tuple(sorted((*(each for each in old if each.code not in EXPLAINED), *new), key=_by_place))
        for old, new in ((now.findings, found), (now.silenced, hidden))
    )
    return now._replace(findings=open_, silenced=silenced)


@room()
def _found(
    now: Snapshot, configuration: Configuration, rules: Sequence[Rule]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What some rules find, in order, and what of it the project silences."""
    found = sorted((each for rule in rules for each in rule.check(now.index)), key=_by_place)
    selected = [each for each in found if is_selected(each, configuration)]
    return divide(selected, now.project.texts)


def _by_place(finding: Finding) -> tuple[tuple[Place, ...], str, str]:
    return finding.places, finding.code, finding.key


def _require_declarations(index: Index, configuration: Configuration) -> None:
    """Every place that the user names as a declaration must be one."""
    declared = {schema.place.path for schema in index.schemas}
    declared |= {f"{schema.place.path}::{schema.name}" for schema in index.schemas}
    for place in configuration.declared_in:
        if place not in declared:
            raise ConfigurationError(f"`{place}` (declared-in) declares no hyperparameters")


def _outcome(first: Snapshot, last: Snapshot) -> Outcome:
    decisions = [
        *last.decided.values(),
        *(
            Decision(last.trail.back(finding, last.project.texts), status)
            for findings, status in ((last.undecided, OPEN), (last.silenced, SILENCED))
            for finding in findings
        ),
    ]
    decisions.sort(key=lambda each: _by_place(each.finding))
    return Outcome(first.project, last.project, tuple(decisions), last.findings, last.index)


def _with_decision(now: Snapshot, decision: Decision) -> Snapshot:
    moved = now.trail.back(decision.finding, now.project.texts)
    decided = {**now.decided, moved.identity: decision._replace(finding=moved)}
    return now._replace(decided=decided)


def _apply(now: Snapshot, finding: Finding, fix: Fix, configuration: Configuration) -> Snapshot:
    """The next snapshot: with the fix, or with the finding refused and the reason."""
    try:
        project, changes = carry_out(now.project, fix)
        decision = Decision(
            now.trail.back(finding, now.project.texts),
            "applied",
            fix,
            edits=now.trail.replacements(changes),
        )
        # what was refused may be possible now; of two names for one key that nothing declared, the
        # other may be sure
        is_new = fix.action == "insert"
        kept = {
            each: other
            for each, other in now.decided.items()
            if other.status != "refused" and not (is_new and other.is_for_now)
        }
        decided = {**kept, finding.identity: decision}
        then = _snapshot(
            project, configuration, decided, now.trail.then(changes), now.index.history
        )
        _refuse_unless_settled(now, then, finding, fix)
    except Refused as error:
        return _with_decision(now, Decision(finding, "refused", None, str(error)))
    return then


def carry_out(project: Project, fix: Fix) -> tuple[Project, Changes]:
    """The project with the fix applied, and what changed.

    Raises Refused, also where an edit did anything but what it names.
    """
    from hpfix.verify import Rewritten, verify  # a project without a fix needs no other readers

    texts: dict[str, str] = {}
    changes: dict[str, tuple[Change, ...]] = {}
    done: list[Rewritten] = []
    for edit in fix.edits:
        path = edit.path
        text = texts.get(path, project.texts[path])
        places = moved(edit.places, project.texts[path], text, changes.get(path, ()))
        for each in rounds(edit._replace(places=places)):
            texts[path], changed = rewrite(each, text)
            done.append(Rewritten(each, text, texts[path], changed))
            changes[path] = (*changes.get(path, ()), *changed)
            text = texts[path]
    verify(project, fix.edits, done)
    return project.with_texts(texts), changes


def _refuse_unless_settled(now: Snapshot, then: Snapshot, finding: Finding, fix: Fix) -> None:
    """What was decided must be so: the finding gone, none new, every file still readable."""
    unread = _unread(now.index)
    for spot in _unread(then.index) - unread:
        raise Refused(f"{spot} would not be readable any more")
    before = {each.identity for each in (*now.findings, *now.silenced)}
    settled = {place for edit in fix.edits for place in edit.places}
    for each in then.findings:
        if each.identity == finding.identity:
            is_whole = fix.action in ("rename-declaration", "suppress")
            if is_whole or settled >= set(finding.places):
                raise Refused("the finding would still be there")
        elif each.severity != "note" and each.identity not in before:
            raise Refused(f"it would cause another finding: {each.code} {each.message}")


def _unread(index: Index) -> frozenset[str]:
    return frozenset(spot.place.path for spot in index.blind_spots if spot.receiver is None)
