"""The command line as a value: commands, options and the sentences for what is none of them."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import NamedTuple

from hpfix.model import Confidence
from hpfix.nearest import did_you_mean
from hpfix.version import VERSION

COMMANDS = {
    "fix": "show each finding, ask, write at the end (the default command)",
    "check": "findings only, never writes: for CI and editors",
    "params": "every declared hyperparameter; --tested: would tuned values be accepted",
    "rename": "rename one key everywhere: its declaration and all that refers to it",
    "explain": "the documentation of a rule; without a code, the list",
}
FORMATS = ("text", "concise", "json")
COLOURS = ("auto", "always", "never")


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
    parser, flags = _parser(command)
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
    elsewhere = [each for each in COMMANDS if name in _parser(each)[1]]
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


def _parser(command: str) -> tuple[argparse.ArgumentParser, list[str]]:
    """The parser of one command and the flags that it knows."""
    usage = {
        "fix": "hpfix [PATH ...]",
        "explain": "hpfix explain [CODE]",
        "rename": "hpfix rename OLD NEW [PATH ...]",
    }
    parser = argparse.ArgumentParser(
        prog=f"hpfix {command}",
        usage=f"{usage.get(command, f'hpfix {command} [PATH ...]')} [options]",
        description=None if command == "fix" else COMMANDS[command],
        epilog=_epilog() if command == "fix" else None,
        formatter_class=_formatter,
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
    )
    group = parser.add_argument_group("options")
    actions = [
        group.add_argument("-h", "--help", action="help", help="this help"),
        group.add_argument(
            "--version", action="version", version=f"hpfix {VERSION}", help="the version"
        ),
    ]
    parser.add_argument("paths", nargs="*", help=argparse.SUPPRESS)
    if command == "fix":
        actions += _fix_options(parser)
    if command == "rename":
        actions += _rename_options(parser)
    if command == "params":
        text = "whether each tuned value would be accepted where it arrives"
        actions.append(group.add_argument("--tested", action="store_true", help=text))
    if command == "check":
        text = "put each fix's edits into the JSON"
        actions.append(group.add_argument("--edits", action="store_true", help=text))
    if command != "explain":
        actions += _selection_options(parser, has_rules=command not in ("params", "rename"))
        actions += _output_options(parser, command)
    return parser, [flag for action in actions for flag in action.option_strings]


def _formatter(prog: str) -> argparse.HelpFormatter:
    """As wide as the terminal; without a width argparse imports shutil to ask, for every option."""
    width = os.environ.get("COLUMNS", "")
    try:
        columns = int(width) if width.isdecimal() else os.get_terminal_size().columns
    except OSError:
        columns = 80
    return argparse.RawDescriptionHelpFormatter(prog, width=max(columns, 40) - 2)


def _epilog() -> str:
    rows = "\n".join(f"  {name:<10}{text}" for name, text in COMMANDS.items())
    return (
        f"commands:\n{rows}\n\n"
        "PATHs limit where findings are reported, not what is read.\n"
        "exit status: 0 nothing left to do, 1 findings remain, 2 the job could not be done,\n"
        "130 interrupted and nothing written"
    )


def _fix_options(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    group = parser.add_argument_group("without questions")
    add = group.add_argument
    return [
        add("--dry-run", "--diff", action="store_true", help="write nothing, show the diff"),
        add("-y", "--yes", action="store_true", help="apply the safe and the likely fixes"),
        add("--safe-only", action="store_true", help="apply the safe ones only"),
        add("--unsure", action="store_true", help="apply the first candidate, however unsure"),
    ]


def _rename_options(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    group = parser.add_argument_group("without a question")
    add = group.add_argument
    return [
        add("--dry-run", "--diff", action="store_true", help="write nothing, show the diff"),
        add("-y", "--yes", action="store_true", help="write it"),
    ]


def _selection_options(
    parser: argparse.ArgumentParser, *, has_rules: bool
) -> list[argparse.Action]:
    group = parser.add_argument_group("what is looked at")
    add = group.add_argument
    actions = [
        add(
            "--declared-in", action="append", metavar="PATH[::NAME]", help="where keys are declared"
        ),
        add("--exclude", action="append", metavar="PATTERN", help="files not to read"),
        add("--config", metavar="FILE", help="the configuration, instead of [tool.hpfix]"),
        add("--isolated", action="store_true", help="no configuration at all"),
        add("-j", "--jobs", default="0", metavar="N", help="processes that read, 0 for what pays"),
        add("--no-cache", action="store_true", help="check anew, whatever the last check said"),
        # Scripts and hooks pass it. There is no guard to switch off so far, so that it holds by
        # itself; the help will name it when it changes something.
        add("--allow-dirty", action="store_true", help=argparse.SUPPRESS),
    ]
    if has_rules:
        actions += [
            add("--select", action="append", metavar="CODES", help="only these rules or prefixes"),
            add("--ignore", action="append", metavar="CODES", help="not these rules or prefixes"),
            add("--no-history", action="store_true", help="do not ask git where a name went"),
        ]
    return actions


def _output_options(parser: argparse.ArgumentParser, command: str) -> list[argparse.Action]:
    group = parser.add_argument_group("what is shown")
    add = group.add_argument
    coloured = add("--color", default="auto", metavar="|".join(COLOURS), help="NO_COLOR is obeyed")
    if command == "rename":
        return [coloured]
    formats = "text|json" if command == "params" else "|".join(FORMATS)
    actions = [
        coloured,
        add("--output-format", default="text", metavar=formats, help="text is for people"),
        add("--output-file", metavar="FILE", help="put the report there"),
        add(
            "-v",
            "--verbose",
            action="store_true",
            help="also what each name belongs to and why, and where hpfix cannot see",
        ),
    ]
    if command != "params":
        actions += [
            add("--statistics", action="store_true", help="only how many findings each rule has"),
            add("--show-notes", action="store_true", help="also what is merely worth knowing"),
            add("-q", "--quiet", action="store_true", help="findings without the closing numbers"),
            add("--exit-zero", action="store_true", help="0 instead of 1 when findings remain"),
        ]
    return actions
