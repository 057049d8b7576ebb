"""`hpfix rename OLD NEW` carried out: what is shown, asked and written, and the exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable

from hpfix import console
from hpfix.commands import require_committed, say_whether_kept
from hpfix.diffs import shown
from hpfix.doubts import doubts
from hpfix.model import Schema
from hpfix.options import Options, UsageError
from hpfix.printable import printable
from hpfix.project import told
from hpfix.reading import read_all
from hpfix.renaming import Names, Renaming
from hpfix.renaming import rename as renamed
from hpfix.reports import renaming_text
from hpfix.rewrite import Refused
from hpfix.scope import Scope, from_root, scope_of
from hpfix.session import check
from hpfix.tally import report_of
from hpfix.writing import written

LEFT = 1
FAILED = 2


def rename(options: Options) -> int:
    """Show what is renamed and what is not, ask, and write all files or none."""
    # which declaration is meant is said to us; history has nothing to tell of a declared key
    scope = scope_of(options._replace(declared_in=(), no_history=True))
    found = _renaming(options, scope)
    _show(options, scope, found)
    look = console.look_at(sys.stderr, options.color)
    numbers = renaming_text.numbers(found, options.names)
    failed = _say_unread(scope)
    if options.dry_run:
        console.say([f"would rename {numbers}"], sys.stderr)
        return failed or LEFT
    if options.asks and not console.confirm(f"rename {numbers}: write?", look):
        console.say(["hpfix: nothing was written"], sys.stderr)
        return failed or LEFT
    if not options.asks:
        require_committed(found.before, found.after, options)
    with written(found.before, found.after) as is_kept:
        console.say([f"renamed {numbers}"], sys.stdout)
        say_whether_kept(is_kept=is_kept)
        return failed


def _renaming(options: Options, scope: Scope) -> Renaming:
    """The project before and after. Raises UsageError with what stands against it."""
    old, new = options.names
    read_all(scope.project.texts, jobs=options.processes)
    try:
        is_meant = _is_meant(options, scope)
        return renamed(scope.project, scope.configuration, Names(old, new), is_meant)
    except Refused as error:
        raise UsageError(f"cannot rename `{old}` to `{new}`: {error}") from None


def _is_meant(options: Options, scope: Scope) -> Callable[[Schema], bool]:
    """Whether a declaration is one of those that the options name; without any, each is."""
    named = {from_root(each, scope.project.root) for each in options.declared_in}

    def is_meant(schema: Schema) -> bool:
        path = schema.place.path
        is_within = not scope.within or any(
            path == each or path.startswith(f"{each}/") for each in scope.within
        )
        return is_within and (not named or bool(named & {path, f"{path}::{schema.name}"}))

    return is_meant


def _show(options: Options, scope: Scope, found: Renaming) -> None:
    """The difference, where it is to be decided on, and the places that it leaves."""
    look = console.look_at(sys.stderr, options.color)
    if options.dry_run:
        console.put_diff(found.before, found.after, console.look_at(sys.stdout, options.color))
    elif options.asks:
        console.say(shown(found.before, found.after, look), sys.stderr)
    others = told(scope.project.root, exclude=scope.configuration.exclude)
    facts = read_all(found.before.texts)
    left = doubts(found, facts, others, options.names[0])
    console.say(renaming_text.doubt_lines(left, look), sys.stderr)


def _say_unread(scope: Scope) -> int:
    """What could not be read may speak of the key as well."""
    report = report_of(check(scope.project, scope.configuration), written=False)
    lines = [f"hpfix: cannot read {each.path}: {each.reason}" for each in report.unread]
    console.say(map(printable, lines), sys.stderr)
    return FAILED if report.unread else 0
