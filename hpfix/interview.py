"""The questions of the fix session: what is shown, and what each answer leads to."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from hpfix import console
from hpfix.answers import declared_name, own_words, place_by_place, with_value
from hpfix.diffs import shown
from hpfix.findings import Confidence, Finding, Fix
from hpfix.fixes import is_other_name, suppress
from hpfix.keys import MOST, help_lines, is_key, keys_for
from hpfix.paint import Look
from hpfix.printable import printable, wrapped
from hpfix.project import Project
from hpfix.remembering import Settings, with_settings
from hpfix.reports.text import counted, finding_lines, fix_lines
from hpfix.rewrite import Refused
from hpfix.session import Answer, Apply, Decide, Leave, Outcome, Question, Stop, TakeBack

SOURCES = 3


class Standing(NamedTuple):
    """Answers that hold for later questions."""

    applied_files: frozenset[str] = frozenset()
    left_files: frozenset[str] = frozenset()
    applied_rules: frozenset[str] = frozenset()


class Given(NamedTuple):
    """An answer: what stood before it, whether a person gave it, whether its question counts, and
    the rename that is to be remembered."""

    before: Standing
    was_asked: bool
    is_counted: bool = True
    remembers: tuple[str, str] | None = None


class State(NamedTuple):
    """What the interview remembers.

    `to_take_back` answers are still to be taken back; `applied_to` is the project that the last
    answer applied a fix to: seen again unchanged, it says that the fix was refused.
    """

    standing: Standing = Standing()
    given: tuple[Given, ...] = ()
    to_take_back: int = 0
    applied_to: Project | None = None

    @property
    def renames(self) -> Mapping[str, str]:
        """What is to be remembered so far."""
        return dict(each.remembers for each in self.given if each.remembers is not None)


class Room(NamedTuple):
    """Where the interview takes place: the project as it was read, which findings are asked
    about, what the terminal shows, and where renames can be remembered."""

    before: Project
    is_asked: Callable[[Finding], bool]
    look: Look
    settings: Settings | None = None


def interview(room: Room) -> Decide:
    """The answers of a person at the terminal. Raises KeyboardInterrupt when they go away."""
    state = State()

    def decide(question: Question) -> Answer:
        nonlocal state
        state, answer = _next(state, question, room)
        applied_to = question.project if isinstance(answer, Apply) else None
        state = state._replace(applied_to=applied_to)
        return answer

    return decide


def last_question(outcome: Outcome, look: Look) -> bool:
    """The numbers of what was accepted, and whether to write it."""
    accepted = sum(each.status == "applied" for each in outcome.decisions)
    files = outcome.after.changed_since(outcome.before)
    head = f"{counted(accepted, 'fix', 'fixes')} in {counted(len(files), 'file')}: "
    _say(["", *wrapped(head + printable(", ".join(files)), look.width, rest="  ")])
    return console.confirm("write?", look)


def _next(state: State, question: Question, room: Room) -> tuple[State, Answer]:
    if state.to_take_back:
        return state._replace(to_take_back=state.to_take_back - 1), TakeBack()
    if state.applied_to is question.project:
        _say(["that fix was refused; the reason is told at the end"])
    if not room.is_asked(question.finding):
        return _with(state, state.standing, was_asked=False, is_counted=False), Leave()
    number = 1 + sum(each.is_counted for each in state.given)
    left = sum(room.is_asked(each) for each in question.later)
    head = f"[{number}/{number + left}] "
    preview, refusal = _first_preview(question)
    is_sure = preview is not None and question.finding.fixes[0].confidence >= Confidence.likely
    standing = _standing_answer(state.standing, question, is_sure=is_sure)
    if standing is not None:
        _say_what_stands(question, standing, preview, room.look, head)
        return _with(state, state.standing, was_asked=False), standing
    _show(question, preview, refusal, room.look, head)
    while True:
        reply = _reply(state, question, room, default="y" if is_sure else "n")
        if reply is not None:
            return reply


def _with(state: State, standing: Standing, *, was_asked: bool, is_counted: bool = True) -> State:
    given = Given(state.standing, was_asked, is_counted)
    return State(standing, (*state.given, given))


def _first_preview(question: Question) -> tuple[Project | None, str]:
    """The project with the first candidate, where it has edits, or why it cannot be had."""
    first = next(iter(question.finding.fixes), None)
    if first is None or not first.edits:
        return None, ""
    try:
        return question.preview(first), ""
    except Refused as error:
        return None, str(error)


def _standing_answer(standing: Standing, question: Question, *, is_sure: bool) -> Answer | None:
    """What an earlier answer says to this question; what is not sure is asked all the same."""
    finding = question.finding
    path = finding.places[0].path
    if path in standing.left_files:
        return Leave()
    if is_sure and (path in standing.applied_files or finding.code in standing.applied_rules):
        return Apply(finding.fixes[0])
    return None


def _say_what_stands(
    question: Question, answer: Answer, preview: Project | None, look: Look, head: str
) -> None:
    finding = question.finding
    title = printable(answer.fix.title) if isinstance(answer, Apply) else "left"
    _say(["", *wrapped(f"{head}{finding.code} {printable(finding.key)}: {title}", look.width)])
    if isinstance(answer, Apply) and preview is not None:
        _say(shown(question.project, preview, look))


def _show(question: Question, preview: Project | None, refusal: str, look: Look, head: str) -> None:
    """The question: the finding, its candidates, the diff of the first."""
    finding, texts = question.finding, question.project.texts
    lines = finding_lines(finding, texts, look, number=head, around=1, sources=SOURCES)
    _say(["", *lines, *fix_lines(finding.fixes[:MOST], look)])
    if preview is not None:
        _say(shown(question.project, preview, look))
    if refusal:
        _say(_not_done(finding.fixes[0], refusal, look))


def _reply(
    state: State, question: Question, room: Room, *, default: str
) -> tuple[State, Answer] | None:
    """Ask for a key and do as it says; None when the question has to be asked again."""
    finding, look = question.finding, room.look
    keys = keys_for(finding, can_take_back=any(each.was_asked for each in state.given))
    key = console.ask(_prompt(keys, default, look), look) or default
    if not is_key(key, keys, finding):
        _say(wrapped(f"`{printable(key)}` is no answer here; ? explains the keys", look.width))
        return None
    match key:
        case "?":
            _say(help_lines(keys, look.width))
            return None
        case "D":
            _say(_whole(state.renames, room, question.project) or ["nothing is accepted so far"])
            return None
        case "q":
            return state, Stop()
        case "u":
            return _taken_back(state)
        case "n" | "d":
            return _with(state, _also(state.standing, finding, key), was_asked=True), Leave()
    fix = _fix_for(key, question, look)
    if fix is None:
        return None
    if key.startswith("m"):
        return _remembering(state, fix, question, room)
    return _with(state, _also(state.standing, finding, key), was_asked=True), Apply(fix)


def _remembering(
    state: State, fix: Fix, question: Question, room: Room
) -> tuple[State, Answer] | None:
    """Apply a rename and have the configuration say so; its diff is shown."""
    if fix.to is None or not is_other_name(fix):
        _say(["only a rename can be remembered"])
        return None
    if room.settings is None:
        _say(["there is no configuration of the project to remember it in"])
        return None
    renames = {**state.renames, question.finding.key: fix.to}
    try:
        then = with_settings(question.project, question.project, room.settings, renames)
    except Refused as error:
        _say([f"cannot remember it: {error}"])
        return None
    _say(shown(*then, room.look))
    answered = _with(state, state.standing, was_asked=True)
    last = answered.given[-1]._replace(remembers=(question.finding.key, fix.to))
    given = (*answered.given[:-1], last)
    return answered._replace(given=given), Apply(fix._replace(is_remembered=True))


def _whole(renames: Mapping[str, str], room: Room, project: Project) -> list[str]:
    """The diff of all that was accepted, the configuration included."""
    if room.settings is None:
        return shown(room.before, project, room.look)
    return shown(*with_settings(room.before, project, room.settings, renames), room.look)


def _prompt(keys: Sequence[str], default: str, look: Look) -> str:
    """The keys and the default; on a narrow terminal the keys stand in lines of their own."""
    prompt = f"apply? {' '.join(keys)} (Enter: {default})"
    if len(prompt) + 4 <= look.width:
        return prompt
    _say(wrapped(" ".join(keys), look.width, first=" ", rest=" "))
    return f"apply? (Enter: {default})"


def _taken_back(state: State) -> tuple[State, Answer]:
    """Back to the last question that a person answered, with all that was answered since."""
    last = max(number for number, each in enumerate(state.given) if each.was_asked)
    since = len(state.given) - last
    return State(state.given[last].before, state.given[:last], since - 1), TakeBack()


def _also(standing: Standing, finding: Finding, key: str) -> Standing:
    """What stands from now on, where the key says more than this one finding."""
    path = {finding.places[0].path}
    match key:
        case "a":
            return standing._replace(applied_files=standing.applied_files | path)
        case "d":
            return standing._replace(left_files=standing.left_files | path)
        case "A":
            return standing._replace(applied_rules=standing.applied_rules | {finding.code})
    return standing


def _fix_for(key: str, question: Question, look: Look) -> Fix | None:
    """The fix that a key stands for, its diff shown; None when there is none to apply."""
    finding = question.finding
    match key.removeprefix("m") or "y":
        case "o":
            fix = declared_name(question, look)
        case "e":
            fix = own_words(question, look)
        case "p":
            fix = place_by_place(question, finding.fixes[0], look)
        case "i":
            fix = suppress(finding, question.project.texts)
        case "y" | "a" | "A":
            fix = with_value(finding, finding.fixes[0], look)
        case _:
            fix = with_value(finding, finding.fixes[int(key.removeprefix("m")) - 1], look)
    if fix is None:
        return None
    try:
        preview = question.preview(fix)
    except Refused as error:
        _say(_not_done(fix, str(error), look))
        return None
    if fix not in finding.fixes[:1]:
        _say(shown(question.project, preview, look))
    return fix


def _not_done(fix: Fix, reason: str, look: Look) -> list[str]:
    return wrapped(f"cannot {printable(fix.title)}: {printable(reason)}", look.width, rest="  ")


def _say(lines: Iterable[str]) -> None:
    console.say(lines, sys.stderr)
