"""The command line: parsed, handed on, and every expected trouble turned into a sentence."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from hpfix import console
from hpfix.config import ConfigurationError
from hpfix.options import Options, UsageError, parse
from hpfix.printable import printable
from hpfix.project import Unwritable

FAILED = 2
INTERRUPTED = 130


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


def _run(options: Options) -> int:
    if options.command == "explain":
        from hpfix.explain import explanation, overview  # needs no engine

        console.put(explanation(options.paths[0]) if options.paths else overview(), sys.stdout)
        return 0
    from hpfix.scope import require_paths  # --help needs no engine

    require_paths(options.paths)
    if options.asks and not console.can_ask():
        raise UsageError(
            "there is nobody to ask (no terminal, a hook or CI); `--yes` applies the safe and "
            "likely fixes, `--dry-run` only shows them"
        )
    from hpfix import commands

    match options.command:
        case "params":
            return commands.params(options)
        case "check":
            return commands.check(options)
    return commands.ask_and_write(options) if options.asks else commands.take_defaults(options)


def _complain(sentence: str, status: int) -> int:
    console.say([f"hpfix: {printable(sentence)}"], sys.stderr)
    return status
