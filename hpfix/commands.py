"""The commands carried out: what runs, what is written where, and the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

from hpfix import console, session
from hpfix.cache import Answer
from hpfix.config import Configuration
from hpfix.findings import Finding
from hpfix.options import Options, UsageError
from hpfix.paint import Look
from hpfix.printable import printable
from hpfix.project import Project, Unwritable
from hpfix.reading import read_all
from hpfix.scope import Scope, scope_of
from hpfix.session import Answer as Choice
from hpfix.session import Leave, Outcome, Question
from hpfix.tally import Report, is_within, report_of


def params(options: Options) -> int:
    """Show what is declared, or with --tested whether what a tuner tries is accepted."""
    from hpfix.parameters import parameters, tuned
    from hpfix.reports import parameter_json, parameter_text

    scope = scope_of(options)
    read_all(scope.project.texts, jobs=options.processes)
    # nothing of it explains a name that is not declared
    outcome = session.check(scope.project, scope.configuration._replace(history=False))
    report = report_of(outcome, written=False)
    entries = tuned(outcome.index) if options.tested else None
    look = _look(options, sys.stdout)
    if options.output_format == "json":
        text = parameter_json.render(parameters(outcome.index), entries)
    elif entries is not None:
        text = parameter_text.tuned_table(entries, look)
    else:
        text = parameter_text.declared_table(parameters(outcome.index), look)
    _put(options, text)
    status = finished(report, options)
    refused = any(each.accepted is False for each in entries or ())
    return status if report.unread else int(refused)


def check(options: Options, scope: Scope) -> Answer:
    """The findings as a report, and the exit status."""
    _require_codes(scope.configuration)
    _require_output(options, scope)
    read_all(scope.project.texts, jobs=options.processes)
    outcome = session.check(scope.project, scope.configuration)
    report = report_on(outcome, options, scope)
    originals = _findings(outcome) if options.edits else ()
    text = _rendered(report, options, sys.stdout, originals)
    _put(options, text)
    return Answer(text, finished(report, options), outcome.index.history.stamp)


def decided(options: Options) -> tuple[Outcome, Scope]:
    """The run without questions, which takes the defaults; nothing is written."""
    scope = _scope(options)
    defaults = session.take_defaults(options.at_least)
    is_asked = _is_asked(options, scope)

    def decide(question: Question) -> Choice:
        return defaults(question) if is_asked(question.finding) else Leave()

    return session.run(scope.project, scope.configuration, decide), scope


def take_defaults(options: Options) -> int:
    """The run without questions: take the defaults, then show or write."""
    outcome, scope = decided(options)
    if not options.dry_run:
        require_committed(outcome.before, outcome.after, options)
        return _written(outcome, options, scope)
    report = report_on(outcome, options, scope)
    if options.output_format == "json":
        originals = originals_of(scope)
        _put(options, _rendered(report, options, sys.stdout, originals))
        return finished(report, options)
    _put(options, _rendered(report, options, sys.stderr), sys.stderr)
    console.put_diff(outcome.before, outcome.after, _look(options, sys.stdout))
    return finished(report, options)


def ask_and_write(options: Options) -> int:
    """The run with questions, and one last one before anything is written."""
    from hpfix.interview import Room, interview, last_question  # only a person needs them
    from hpfix.remembering import remembered, settings_of

    scope = _scope(options)
    is_asked = _is_asked(options, scope)
    look = _look(options, sys.stderr)
    root = scope.project.root
    settings = settings_of(root, path=options.config, isolated=options.isolated)
    room = Room(scope.project, is_asked, look, settings)
    outcome = session.run(scope.project, scope.configuration, interview(room))
    outcome = remembered(outcome, settings)
    if outcome.after.changed_since(outcome.before) and not last_question(outcome, look):
        report = report_on(outcome, options, scope)
        _complain(["nothing was written"])
        return finished(report, options)
    return _written(outcome, options, scope)


def require_committed(before: Project, after: Project, options: Options) -> None:
    """Nobody looks at what is written: git has to have what was there. Raises Unwritable."""
    changed = [] if options.allow_dirty else after.changed_since(before)
    if changed:
        from hpfix.uncommitted import uncommitted  # it starts git

        dirty = uncommitted(before, [each for each in changed if each in before.texts])
        if dirty:
            verb = "is" if len(dirty) == 1 else "are"
            raise Unwritable(
                f"{', '.join(dirty)} {verb} not as the last commit has it, as far as git can be "
                "asked; commit first, or pass `--allow-dirty`; nothing was written"
            )


def _written(outcome: Outcome, options: Options, scope: Scope) -> int:
    """Write what was accepted, then say what is on disk."""
    from hpfix.writing import written  # a check does without

    with written(outcome.before, outcome.after, rests_on(outcome)) as is_kept:
        report = report_on(outcome, options, scope, written=True)
        _put(options, _rendered(report, options, sys.stdout))
        say_whether_kept(is_kept=is_kept)
        return finished(report, options)


def rests_on(outcome: Outcome) -> set[str]:
    """The files that say what is right of what was applied, and those that it mends."""
    findings = [each.finding for each in outcome.decisions if each.status == "applied"]
    places = [place for each in findings for place in each.places]
    places += [each.schema.place for each in findings if each.schema is not None]
    places += [
        declared.place
        for each in findings
        if each.schema is not None
        for declared in each.schema.declarations
    ]
    return {each.path for each in places}


def say_whether_kept(*, is_kept: bool) -> None:
    """What `hpfix undo` will say is said while it can still be helped."""
    if not is_kept:
        _complain(["`hpfix undo` cannot take this back: the old files could not be kept"])


def _scope(options: Options) -> Scope:
    scope = scope_of(options)
    _require_codes(scope.configuration)
    _require_output(options, scope)
    read_all(scope.project.texts, jobs=options.processes)
    return scope


def _require_output(options: Options, scope: Scope) -> None:
    """A report needs a place before there is anything to report, and no file of the project is one.

    Raises UsageError.
    """
    if options.output_file is None:
        return
    file = os.path.realpath(options.output_file)
    shown = options.output_file
    if not os.path.isdir(os.path.dirname(file)):
        raise UsageError(f"{shown}: no such file or directory")
    root = os.path.realpath(scope.project.root)
    path = os.path.relpath(file, root).replace(os.sep, "/")
    # a report of ours may have been put there before
    if path in scope.project.texts and not path.endswith(".json"):
        raise UsageError(f"`{shown}` is a file of the project, and no place for a report")


def _require_codes(configuration: Configuration) -> None:
    """Every code that is named has to be one, on the command line and in the configuration."""
    by_file = [code for codes in configuration.per_file_ignores.values() for code in codes]
    codes = [*configuration.select, *configuration.ignore, *by_file]
    if codes:
        from hpfix.explain import require_codes

        require_codes(codes)


def _is_asked(options: Options, scope: Scope) -> Callable[[Finding], bool]:
    """Which findings are decided at all: what is not shown is not touched either."""

    def is_asked(finding: Finding) -> bool:
        is_visible = finding.severity != "note" or options.show_notes
        return is_visible and is_within(finding, scope.within)

    return is_asked


def originals_of(scope: Scope) -> tuple[Finding, ...]:
    """What is found before anything is repaired: its fixes have the places of the files."""
    return _findings(session.check(scope.project, scope.configuration))


def _findings(outcome: Outcome) -> tuple[Finding, ...]:
    return tuple(each.finding for each in outcome.decisions)


def report_on(outcome: Outcome, options: Options, scope: Scope, *, written: bool = False) -> Report:
    """The report on a run, limited to what was asked for."""
    return report_of(outcome, within=scope.within, written=written, shows_notes=options.show_notes)


def _rendered(
    report: Report, options: Options, stream: TextIO, originals: Sequence[Finding] = ()
) -> str:
    """The report in its format; the fixes of the `originals` are written with their edits."""
    match options.output_format:
        case "json":
            from hpfix.replaced import edits_in, no_edits
            from hpfix.reports import json

            edits_of = edits_in(report.project, originals) if originals else no_edits
            return json.render(report, edits_of=edits_of, statistics=options.statistics)
        case "concise":
            from hpfix.reports import concise

            return concise.render(report)
    from hpfix.reports import text

    look = _look(options, stream)
    if options.statistics:
        return text.statistics(report, look)
    if options.asks:
        return text.closing(report, look)
    return text.render(report, look, has_numbers=not options.quiet)


def _put(options: Options, text: str, stream: TextIO | None = None) -> None:
    """The report, to where it was asked for."""
    if options.output_file is None:
        console.put(text, stream or sys.stdout)
    else:
        console.put_file(text, options.output_file)


def finished(report: Report, options: Options) -> int:
    """Say what could not be read and return the exit status."""
    if options.verbose:
        console.say(_bindings(report), sys.stderr)
        console.say(_blind_spots(report), sys.stderr)
        console.say(report.index.history.limits, sys.stderr)
    _complain(f"cannot read {each.path}: {each.reason}" for each in report.unread)
    status = report.exit_status
    return 0 if status == 1 and options.exit_zero else status


def _bindings(report: Report) -> Iterable[str]:
    """Which schema each reference belongs to, and why."""
    from hpfix.reports.text import place_text

    for each in report.index.bound:
        if each.schema is not None:
            declared = printable(f"{each.schema.place.path}:{each.schema.place.line}")
            key, reason = printable(each.reference.key), printable(each.reason)
            where = place_text(each.reference.place)
            yield f"{where}: `{key}` belongs to {declared} ({each.certainty}): {reason}"


def _blind_spots(report: Report) -> Iterable[str]:
    from hpfix.reports.text import place_text

    for spot in sorted(report.index.blind_spots, key=lambda each: (each.place, each.reason)):
        yield f"{place_text(spot.place)}: cannot see: {printable(spot.reason)}"


def _look(options: Options, stream: TextIO) -> Look:
    return console.look_at(stream, options.color)


def _complain(sentences: Iterable[str]) -> None:
    console.say((f"hpfix: {printable(each)}" for each in sentences), sys.stderr)
