"""`hpfix plan` and `hpfix apply` carried out: the same run, reviewed in between."""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections.abc import Mapping

from hpfix import console, plans
from hpfix.commands import (
    decided,
    finished,
    originals_of,
    report_on,
    rests_on,
    say_whether_kept,
)
from hpfix.options import Options, UsageError
from hpfix.plans import NoPlan
from hpfix.printable import printable
from hpfix.project import bytes_of, find_root
from hpfix.replaced import edits_in
from hpfix.reports import text
from hpfix.reports.json import content_of, dump
from hpfix.scope import root_of
from hpfix.signals import uninterrupted
from hpfix.writing import write


def plan(options: Options) -> int:
    """Keep what `--yes` would write, as JSON, and show it."""
    outcome, scope = decided(options)
    report = report_on(outcome, options, scope)
    content = content_of(report, edits_of=edits_in(report.project, originals_of(scope)))
    content["files"] = plans.files_of(outcome.before, outcome.after)
    content["rests_on"] = plans.resting_on(outcome.before, rests_on(outcome))
    if options.output_file is None:
        console.put(dump(content), sys.stdout)
        return finished(report, options)
    console.put_file(dump(content), options.output_file)
    look = console.look_at(sys.stderr, options.color)
    console.put(text.render(report, look, has_numbers=not options.quiet), sys.stderr)
    words = [options.output_file]
    if find_root(os.getcwd()) != scope.project.root:
        words.append(os.path.relpath(scope.project.root))
    command = printable(shlex.join(["hpfix", "apply", *words]))
    console.say(
        [f"the plan is in {printable(options.output_file)}: `{command}` writes it"], sys.stderr
    )
    return finished(report, options)


def apply(options: Options) -> int:
    """Write what a plan says, all files or none. Raises UsageError and Unwritable."""
    file, *project = options.paths
    root = root_of(tuple(project))
    try:
        kept = plans.read(json.loads(bytes_of(file)), root)
    except OSError as error:
        raise UsageError(f"{file}: {(error.strerror or str(error)).lower()}") from None
    except (NoPlan, ValueError, RecursionError):
        raise UsageError(f"{file} is no plan of hpfix, or was changed by hand") from None
    if kept.writes:
        with uninterrupted():
            say_whether_kept(is_kept=write(root, kept.writes))
    console.say(map(_said, kept.findings), sys.stdout)
    console.say((printable(f"wrote {each.path}") for each in kept.writes), sys.stdout)
    left = [each for each in kept.findings if _is_left(each)]
    files = "file" if len(kept.writes) == 1 else "files"
    fixed = sum(each.get("status") == "would-apply" for each in kept.findings)
    console.say([f"{fixed} fixed in {len(kept.writes)} {files}, {len(left)} left"], sys.stdout)
    return 1 if left else 0


def _said(finding: Mapping[str, object]) -> str:
    """One line for each finding of the plan, as far as it says what one has to."""
    match finding:
        case {
            "code": str(code),
            "message": str(message),
            "places": [{"path": str(path), "line": int(line), "column": int(column)}, *_],
        }:
            verb = "left" if _is_left(finding) else "fixed"
            title = _title(finding)
            return printable(f"{verb} {path}:{line}:{column} {code} {title or message}")
    return ""


def _title(finding: Mapping[str, object]) -> str:
    match finding:
        case {"key": str(key), "chosen": int(chosen), "fixes": [*fixes]} if chosen < len(fixes):
            match fixes[chosen]:
                case {"title": str(title)}:
                    return f"{key}: {title}"
    return ""


def _is_left(finding: Mapping[str, object]) -> bool:
    return finding.get("status") in ("open", "left", "refused") and (
        finding.get("severity") != "note"
    )
