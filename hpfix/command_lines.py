"""Which Python program a command starts, behind launchers or not, and the options it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from hpfix.command_runs import NOWHERE, OPAQUE, Argument, Command
from hpfix.facts import Flow, NameLiteral
from hpfix.model import Expression, Form, Place, Reference, Scalar, Value
from hpfix.override_clauses import clauses

COMMAND_LINE: Form = "command line"
SUFFIX = ".py"
IN = "//"
"""Between the folder that a program is started in and its name, where that is not the first."""
INTERPRETERS = frozenset("python py pypy ipython pythonw kernprof".split())
STARTERS = frozenset(
    "sudo env time nohup nice exec command srun mpirun mpiexec horovodrun torchrun deepspeed "
    "xvfb-run stdbuf timeout nsys proxychains proxychains4 optirun ionice chrt taskset numactl "
    "setsid unbuffer composer cproton bsub singularity apptainer".split()
)
"""Commands that start the command which their own options end with."""
ONLY_AFTER = frozenset({"exec", "run", "launch", "profile"})
IMAGES = (".sif", ".simg", ".img")
SUBCOMMANDS = {
    "poetry": {"run"}, "uv": {"run"}, "pipenv": {"run"}, "pdm": {"run"}, "rye": {"run"},
    "hatch": {"run"}, "conda": {"run"}, "mamba": {"run"}, "micromamba": {"run"},
    "accelerate": {"launch"}, "colossalai": {"run"}, "coverage": {"run"}, "fabric": {"run"},
}  # fmt: skip
"""Commands of which some subcommands do."""
STARTING_MODULES = frozenset(
    "torch.distributed.launch torch.distributed.run accelerate.commands.launch pdb ipdb pudb "
    "cProfile profile trace coverage debugpy kernprof line_profiler memory_profiler scalene "
    "deepspeed.launcher.runner torch_xla.distributed.xla_dist paddle.distributed.launch "
    "torch.utils.bottleneck viztracer".split()
)
"""Modules that start the script which their own options end with."""
MODULE_FLAGS = frozenset({"-m", "--module"})
NAME_MARKS = frozenset("-_.")
OTHER_CONFIGURATION = frozenset(
    "--config-name -cn --config-path -cp --config-dir -cd --experimental-rerun".split()
)
"""Options of Hydra that have it compose another configuration."""
MARKS_BEFORE_OVERRIDE = "+~"


DVC = "dvc"


class Program(NamedTuple):
    """A script or a module, and the words that it is given."""

    name: str
    arguments: tuple[Argument, ...]


def references_in(
    commands: Iterator[Command], path: str, place: Callable[[int, int], Place]
) -> Iterator[Reference | NameLiteral | Flow]:
    """What the commands of a file say of the options of Python programs.

    `place` turns two offsets of the text that the commands were read from into a place of the file.
    """
    for command in commands:
        if command.words[0].text == DVC:
            from hpfix.dvc_commands import is_run, parameters_in  # few projects have one

            if is_run(command):
                yield from parameters_in(command, path, place)
            continue
        program = program_of(command.words)
        if program is not None:
            name = f"{command.folder}{IN}{program.name}" if command.folder else program.name
            started = Expression(path, (f"program:{name}",))
            yield from _options(program.arguments, started, place)
            yield from _lists(program.arguments, started, place)
            yield from _overrides(
                program.arguments, Expression(path, (f"overrides:{name}",)), place
            )


def program_of(words: Sequence[Argument]) -> Program | None:
    """What a command starts; None where that is no Python program, or not known."""
    started = _started(words)
    if started is None:
        return None
    for number in range(started, len(words)):
        text = words[number].text
        behind = tuple(words[number + 1 :])
        if text in MODULE_FLAGS:
            module = behind[0].text if behind else OPAQUE
            if module not in STARTING_MODULES:
                is_named = all(each.isidentifier() for each in module.split("."))
                return Program(module, behind[1:]) if is_named else None
        elif text.endswith(SUFFIX) and not text.startswith("-"):
            return Program(text, behind) if _is_path(text) else None
    return None


def _started(words: Sequence[Argument]) -> int | None:
    """Where a Python interpreter, a script or what starts one stands first."""
    number = 0
    is_starting = False
    while number < len(words):
        text = words[number].text
        name = text.rpartition("/")[2].removesuffix(".exe")
        following = words[number + 1].text if number + 1 < len(words) else ""
        if is_interpreter(text):
            return number + 1 if _has_script(words, number + 1) else None
        if text.endswith(SUFFIX) and (is_starting or "/" in text) and not text.startswith("-"):
            return number
        if name in STARTERS or following in SUBCOMMANDS.get(name, ()):
            is_starting = True
        elif is_starting and text in MODULE_FLAGS:
            return number
        elif not (is_starting and _is_for_starter(text, words[number - 1].text)):
            return None
        number += 1
    return None


def _is_for_starter(text: str, before: str) -> bool:
    """An option of what starts a command, its value, a duration: not another command's name."""
    is_value = before.startswith("-") and "=" not in before
    return (
        is_value
        or text.startswith("-")
        or "=" in text
        or text[:1].isdigit()
        or (text in ONLY_AFTER or text.endswith(IMAGES))
    )


def is_interpreter(word: str) -> bool:
    """`python`, `/usr/bin/python3.10`, `$PYTHON`, `{sys.executable}`."""
    if word == OPAQUE:
        return True
    name = word.rpartition("/")[2].rpartition("\\")[2].removesuffix(".exe")
    return name.rstrip("0123456789.") in INTERPRETERS


def _has_script(words: Sequence[Argument], start: int) -> bool:
    """Whether a script or a module follows the interpreter's own options: `-u`, `-W ignore`."""
    takes_value = False
    for each in words[start:]:
        if each.text in MODULE_FLAGS or each.text.endswith(SUFFIX):
            return True
        if each.text == "-c" or not (takes_value or each.text.startswith("-")):
            return False
        takes_value = each.text in ("-W", "-X", "--check-hash-based-pycs")
    return False


def _is_path(text: str) -> bool:
    """Whether a script is one that may be looked for: none at an absolute path, none computed."""
    inside = text.removeprefix(f"{OPAQUE}/")
    return OPAQUE not in inside and not inside.startswith(("/", "~")) and ":" not in inside


def _options(
    arguments: tuple[Argument, ...], receiver: Expression, place: Callable[[int, int], Place]
) -> Iterator[Reference]:
    for number, each in enumerate(arguments):
        text = each.text
        if text == "--":
            return
        name, is_given, value = text.partition("=")
        if not is_option(name):
            continue
        at = each.at[: len(name)]
        if at[-1] - at[0] != len(at) - 1 or NOWHERE in at:
            continue
        given = [value] if is_given else list(_values(arguments[number + 1 :]))
        yield Reference(
            name, place(at[0], at[-1] + 1), COMMAND_LINE, "override", receiver,
            value=value_of(given),
        )  # fmt: skip


def _lists(
    arguments: tuple[Argument, ...], receiver: Expression, place: Callable[[int, int], Place]
) -> Iterator[NameLiteral | Flow]:
    """`--hparams "lr=0.1,layers=[1,2]"`: what the program has in the option, as names."""
    for each, following in zip_longest(arguments, arguments[1:]):
        name, is_given, _ = each.text.partition("=")
        given = following
        if is_given:
            start = len(name) + 1
            given = Argument(each.text[start:], each.at[start:])
        if not is_option(name) or given is None or "=" not in given.text:
            continue
        names = tuple(_names(given, place))
        if names:
            literal = Expression(receiver.scope, (f"@{each.at[0]}",))
            yield NameLiteral(literal, names, "override string")
            yield Flow(receiver.then(f".{name.lstrip('-').replace('-', '_')}"), literal)


def _names(
    given: Argument, place: Callable[[int, int], Place]
) -> Iterator[tuple[str, Place, Value | None]]:
    for clause in clauses(given.text) or ():
        at = given.at[clause.start : clause.start + len(clause.name)]
        if at[-1] - at[0] == len(at) - 1 and "." not in clause.name:
            yield clause.name, place(at[0], at[-1] + 1), Value(clause.value, "unknown")


def is_option(name: str) -> bool:
    """`--lr`, `-b`; none is `-`, `-0.1`, or what a variable is part of."""
    bare = name.lstrip("-")
    dashes = len(name) - len(bare)
    return (
        dashes in (1, 2)
        and bare[:1].isalpha()
        and all(each.isalnum() or each in NAME_MARKS for each in bare)
        and name.isascii()
    )


def _values(following: Sequence[Argument]) -> Iterator[str]:
    for each in following:
        if each.text == "--" or is_option(each.text.partition("=")[0]):
            return
        yield each.text


def _overrides(
    arguments: tuple[Argument, ...], receiver: Expression, place: Callable[[int, int], Place]
) -> Iterator[Reference]:
    """`model.optimizer.lr=0.1` of Hydra; what is added with `+` need not be there."""
    if any(each.text.partition("=")[0] in OTHER_CONFIGURATION for each in arguments):
        return
    for each in arguments:
        marks = len(each.text) - len(each.text.lstrip(MARKS_BEFORE_OVERRIDE))
        path, is_given, value = each.text[marks:].partition("=")
        names = path.split(".")
        if "+" in each.text[:marks] or not (is_given or marks):
            continue
        if not all(name.isidentifier() for name in names) or NOWHERE in each.at[: len(path)]:
            continue
        start = marks + len(path) - len(names[-1])
        at = each.at[start : marks + len(path)]
        if at[-1] - at[0] == len(at) - 1:
            yield Reference(
                names[-1], place(at[0], at[-1] + 1), COMMAND_LINE, "override",
                receiver.then(*(f"[{name}]" for name in names[:-1])), value=value_of([value]),
            )  # fmt: skip


def value_of(texts: Sequence[str]) -> Value | None:
    """What an option is given; several words are a list. Nothing is said of what is computed."""
    if not texts or any(OPAQUE in each for each in texts):
        return None
    scalars = [_scalar(each) for each in texts]
    if len(texts) > 1:
        return Value(" ".join(texts), "list", tuple(scalars))
    kind = type(scalars[0]).__name__
    return Value(texts[0], kind, scalars[0])


def _scalar(text: str) -> Scalar:
    for convert in (int, float):
        try:
            return convert(text)
        except ValueError:
            continue
    return text


def may_start_python(text: str) -> bool:
    """Whether a text can have a command of interest; most that cannot are told at once."""
    has_options = "--" in text or "=" in text or " -" in text
    return has_options and ("python" in text or SUFFIX in text or f"{DVC} exp" in text)
