"""The command line as a value, and the sentences for what is none."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NamedTuple

from hpfix.findings import Confidence
from hpfix.nearest import did_you_mean
from hpfix.option_parser import COLOURS, COMMANDS, FORMATS, parser_for


class UsageError(Exception):
    """The command line cannot be carried out; the message is one sentence that says why."""


class Options(NamedTuple):
    """What was asked for on the command line."""

    command: str
    names: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    dry_run: bool = False
    yes: bool = False
    safe_only: bool = False
    unsure: bool = False
    tested: bool = False
    edits: bool = False
    declared_in: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    config: str | None = None
    isolated: bool = False
    output_format: str = "text"
    output_file: str | None = None
    statistics: bool = False
    show_notes: bool = False
    color: str = "auto"
    exit_zero: bool = False
    quiet: bool = False
    verbose: bool = False
    no_cache: bool = False
    no_history: bool = False
    allow_dirty: bool = False
    jobs: str = "0"

    @property
    def uses_cache(self) -> bool:
        """Whether the answer to a check may be kept, and given again."""
        return not (self.no_cache or self.verbose or self.output_file)

    @property
    def processes(self) -> int:
        """How many processes read; 0 for as many as pays."""
        return int(self.jobs)

    @property
    def asks(self) -> bool:
        """Whether a person decides."""
        return self.command in ("fix", "rename") and not self.yes and not self.dry_run

    @property
    def at_least(self) -> Confidence:
        """How sure a fix must be to be applied without a question."""
        if self.safe_only:
            return Confidence.safe
        return Confidence.unsure if self.unsure else Confidence.likely


def parse(arguments: Sequence[str]) -> Options:
    """Read the command line. Raises UsageError, and SystemExit for --help and --version."""
    words = list(arguments)
    command = "fix"
    if "--show-params" in words:
        words.remove("--show-params")
        command = "params"
    elif words and words[0] in COMMANDS:
        command = words.pop(0)
    parser, flags = parser_for(command)
    try:
        found, rest = parser.parse_known_args(words)
    except argparse.ArgumentError as error:
        flag = str(error.argument_name).split("/")[-1]
        fault = "needs a value" if "expected" in error.message else "takes no value"
        raise UsageError(f"`{flag}` {fault}") from None
    for word in rest:
        if word.startswith("-"):
            raise UsageError(_unknown(word, command, flags))
    given = {name: value for name, value in vars(found).items() if name in Options._fields}
    given["paths"] = (*given["paths"], *rest)
    if command == "rename":
        given["names"], given["paths"] = given["paths"][:2], given["paths"][2:]
    for name in ("declared_in", "select", "ignore", "exclude"):
        given[name] = tuple(given.get(name) or ())
    for name in ("select", "ignore"):
        given[name] = tuple(code for each in given[name] for code in each.split(",") if code)
    options = Options(command, **given)
    _refuse_contradictions(options)
    return options


def _unknown(word: str, command: str, flags: Sequence[str]) -> str:
    name = word.split("=")[0]
    elsewhere = [each for each in COMMANDS if name in parser_for(each)[1]]
    if elsewhere:
        return f"`{name}` is an option of `hpfix {elsewhere[0]}`, not of `hpfix {command}`"
    return f"unknown option `{name}`{did_you_mean(name, flags)}"


def _refuse_contradictions(options: Options) -> None:
    for name, value, known in (
        ("--output-format", options.output_format, FORMATS),
        ("--color", options.color, COLOURS),
    ):
        if value not in known:
            hint = did_you_mean(value, known) or f"; it is one of {', '.join(known)}"
            raise UsageError(f"`{name}` cannot be `{value}`{hint}")
    if not (options.jobs.isascii() and options.jobs.isdecimal()):
        raise UsageError(f"`--jobs` is a number of processes, not `{options.jobs}`")
    if options.command == "params" and options.output_format == "concise":
        raise UsageError("`hpfix params` is written as text or json")
    if options.safe_only and options.unsure:
        raise UsageError("`--safe-only` and `--unsure` contradict each other")
    if options.asks and (options.safe_only or options.unsure):
        flag = "--safe-only" if options.safe_only else "--unsure"
        raise UsageError(f"`{flag}` goes with `--yes` or `--dry-run`")
    if options.isolated and options.config:
        raise UsageError("`--isolated` and `--config` contradict each other")
    if options.edits and options.output_format != "json":
        raise UsageError("`--edits` goes with `--output-format json`")
    if options.command == "rename" and len(options.names) < 2:
        raise UsageError("`hpfix rename` takes the name as it is and the name as it shall be")
    if options.command == "explain" and len(options.paths) > 1:
        raise UsageError("`hpfix explain` takes one code")
    if options.command == "apply" and len(options.paths) not in (1, 2):
        raise UsageError(
            "`hpfix apply` takes the file that `hpfix plan -o` has written, and the project"
        )
