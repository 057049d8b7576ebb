"""The command line: parsed, handed on, and every expected trouble turned into a sentence."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from hpfix import console
from hpfix.config import ConfigurationError
from hpfix.options import Options, UsageError, parse
from hpfix.printable import printable
from hpfix.project import Unwritable, is_unsettled

FAILED = 2
INTERRUPTED = 130
TRACEBACK = "HPFIX_TRACEBACK"
"""The variable that lets a mistake of hpfix's own be seen where it was made."""


def run() -> NoReturn:
    """The program: `main`, and out at once.

    Taking down one by one what was read of a large project takes as long as a tenth of the run;
    mypy leaves in the same way.
    """
    status = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # said when it was printed, or closed
            stream.flush()
    os._exit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run hpfix and return its exit status."""
    console.prepare()
    # the facts of a project make no cycles, and looking for them takes a tenth of a run
    gc.disable()
    try:
        return _run(parse(sys.argv[1:] if arguments is None else arguments))
    except (UsageError, ConfigurationError, Unwritable) as error:
        return _complain(str(error), FAILED)
    except KeyboardInterrupt:
        return _complain("interrupted; nothing was written", INTERRUPTED)
    except Exception as error:  # else the status of a traceback, 1, would say that findings remain
        if os.environ.get(TRACEBACK):
            raise
        return _complain(_own_mistake(error), FAILED)


def _run(options: Options) -> int:
    if options.command == "explain":
        from hpfix.explain import explanation, overview  # needs no engine

        console.put(explanation(options.paths[0]) if options.paths else overview(), sys.stdout)
        return 0
    from hpfix.scope import require_paths, root_of  # --help needs no engine

    require_paths(options.paths)
    if options.command == "undo":
        from hpfix.undo_command import undo  # needs no engine either

        return undo(options.paths)
    _settle(root_of(options.paths[1:] if options.command == "apply" else options.paths))
    if options.asks and not console.can_ask():
        raise UsageError(
            "there is nobody to ask (no terminal, a hook or CI); `--yes` applies the safe and "
            "likely fixes, `--dry-run` only shows them"
            if options.command == "fix"
            else "there is nobody to ask (no terminal, a hook or CI); `--yes` writes it, "
            "`--dry-run` only shows it"
        )
    if options.command == "check":
        return _check(options)
    if options.asks:
        from hpfix.signals import heard_as_interrupts

        with console.terminal_kept(), heard_as_interrupts():
            return _carried_out(options)
    return _carried_out(options)


def _carried_out(options: Options) -> int:
    if options.command == "rename":
        from hpfix.rename_command import rename

        return rename(options)
    if options.command in ("plan", "apply"):
        from hpfix import plan_commands

        return (
            plan_commands.plan(options)
            if options.command == "plan"
            else (plan_commands.apply(options))
        )
    from hpfix import commands

    if options.command == "params":
        return commands.params(options)
    return commands.ask_and_write(options) if options.asks else commands.take_defaults(options)


def _settle(root: str) -> None:
    """Finish or take back what an interrupted run left in the project, before it is read."""
    if is_unsettled(root):
        from hpfix.settling import settle  # after a crash only

        for each in settle(root):
            console.say([f"hpfix: {printable(each.sentence)}"], sys.stderr)


def _check(options: Options) -> int:
    """The kept answer where nothing has changed since; it needs no engine."""
    from hpfix import cache
    from hpfix.scope import scope_of

    scope = scope_of(options)
    slot = cache.slot_for(scope, options, console.look_at(sys.stdout, options.color))
    answer = None if slot is None else cache.recall(slot)
    if answer is not None:
        console.put(answer.text, sys.stdout)
        return answer.status
    from hpfix import commands

    answer = commands.check(options, scope)
    if slot is not None and answer.status != FAILED:
        cache.remember(slot, answer)
    return answer.status


def _own_mistake(error: Exception) -> str:
    from traceback import extract_tb  # after a mistake of ours only

    made_at = extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(made_at.filename)}:{made_at.lineno}"
    return (
        f"a mistake of hpfix itself, {type(error).__name__} at {place}; it did nothing more, and "
        f"{TRACEBACK}=1 shows where it came from: please report it with that"
    )


def _complain(sentence: str, status: int) -> int:
    console.say([f"hpfix: {printable(sentence)}"], sys.stderr)
    return status
