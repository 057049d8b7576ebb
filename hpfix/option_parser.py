"""What each command takes on its command line, with the help that says so."""

from __future__ import annotations

import argparse
import os

from hpfix.version import VERSION

COMMANDS = {
    "fix": "show each finding, ask, write at the end (the default command)",
    "check": "findings only, never writes: for CI and editors",
    "params": "every declared hyperparameter; --tested: would tuned values be accepted",
    "rename": "rename one key everywhere: its declaration and all that refers to it",
    "plan": "what --yes would write, kept in a file to be reviewed",
    "apply": "write exactly what a plan says, where no file changed in between",
    "undo": "take the last run back",
    "explain": "the documentation of a rule; without a code, the list",
}
FORMATS = ("text", "concise", "json")
COLOURS = ("auto", "always", "never")


def parser_for(command: str) -> tuple[argparse.ArgumentParser, list[str]]:
    """The parser of one command and the flags that it knows."""
    usage = {
        "fix": "hpfix [PATH ...]",
        "explain": "hpfix explain [CODE]",
        "apply": "hpfix apply FILE [PATH]",
        "undo": "hpfix undo [PATH]",
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
    actions += _options_of(command, parser, group)
    return parser, [flag for action in actions for flag in action.option_strings]


def _options_of(
    command: str, parser: argparse.ArgumentParser, group: argparse._ArgumentGroup
) -> list[argparse.Action]:
    """What one command takes beside what all take; `group` is the first that its help shows."""
    actions: list[argparse.Action] = []
    if command == "fix":
        actions += _fix_options(parser)
    if command == "plan":
        actions += _sureness_options(group)
    if command == "rename":
        actions += _rename_options(parser)
    if command == "params":
        text = "whether each tuned value would be accepted where it arrives"
        actions.append(group.add_argument("--tested", action="store_true", help=text))
    if command == "check":
        text = "put each fix's edits into the JSON"
        actions.append(group.add_argument("--edits", action="store_true", help=text))
    if command in ("apply", "undo"):
        actions.append(_colour_option(group))
    elif command != "explain":
        actions += _selection_options(parser, has_rules=command not in ("params", "rename"))
        if command not in ("fix", "rename"):  # scripts pass it to whatever they start
            hidden = group.add_argument(
                "--allow-dirty", action="store_true", help=argparse.SUPPRESS
            )
            actions.append(hidden)
        actions += _output_options(parser, command)
    return actions


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
        *_sureness_options(group),
        _dirty_option(group),
    ]


def _sureness_options(group: argparse._ArgumentGroup) -> list[argparse.Action]:
    add = group.add_argument
    return [
        add("--safe-only", action="store_true", help="apply the safe ones only"),
        add("--unsure", action="store_true", help="apply the first candidate, however unsure"),
    ]


def _dirty_option(group: argparse._ArgumentGroup) -> argparse.Action:
    text = "also write files that have changes which are not committed"
    return group.add_argument("--allow-dirty", action="store_true", help=text)


def _colour_option(group: argparse._ArgumentGroup) -> argparse.Action:
    return group.add_argument(
        "--color", default="auto", metavar="|".join(COLOURS), help="NO_COLOR is obeyed"
    )


def _rename_options(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    group = parser.add_argument_group("without a question")
    add = group.add_argument
    return [
        add("--dry-run", "--diff", action="store_true", help="write nothing, show the diff"),
        add("-y", "--yes", action="store_true", help="write it"),
        _dirty_option(group),
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
    coloured = _colour_option(group)
    if command == "rename":
        return [coloured]
    formats = "text|json" if command == "params" else "|".join(FORMATS)
    actions = [
        coloured,
        add("--output-format", default="text", metavar=formats, help="text is for people"),
        add(
            *(("-o", "--output-file") if command == "plan" else ("--output-file",)),
            metavar="FILE",
            help="put the report there",
        ),
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
