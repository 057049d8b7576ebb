"""The doors between the rooms (DESIGN 3), read from the imports: what may reach what."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for package in ("hpfix", "codemods")
    for path in sorted((ROOT / package).rglob("*.py"))
}

# each room with the other rooms that it may reach, directly or through the helpers between them
BELOW_SESSION = {"model", "readers", "link", "rules", "evidence", "rewrite", "codemods", "project"}
BELOW_CONSOLE = {*BELOW_SESSION, "config", "session", "reports"}
COMMANDS = {"rename_command", "plan_commands", "undo_command"}
DOORS = {
    "model": set[str](),
    "codemods": set[str](),
    "readers": {"model"},
    "link": {"model"},
    "evidence": {"model"},
    "rules": {"evidence", "model"},
    "rewrite": {"codemods", "model"},
    "project": {"model"},
    "config": {"project"},
    "session": {*BELOW_SESSION, "config"},
    "reports": {*BELOW_SESSION, "config", "session"},
    "console": BELOW_CONSOLE,
    "answers": {*BELOW_CONSOLE, "console"},
    "interview": {*BELOW_CONSOLE, "console", "answers"},
    "commands": {*BELOW_CONSOLE, "console", "answers", "interview"},
    "rename_command": {*BELOW_CONSOLE, "console", "commands"},
    "plan_commands": {*BELOW_CONSOLE, "console", "commands"},
    "undo_command": {*BELOW_CONSOLE, "console"},
    "cli": {*BELOW_CONSOLE, "console", "answers", "interview", "commands", *COMMANDS},
}
OPENING = {
    "open", "fdopen", "read_text", "read_bytes", "write_text", "write_bytes", "mkstemp",
    "NamedTemporaryFile", "unlink", "copyfile", "copy2", "rmtree", "touch",
}  # fmt: skip
# project.py alone reads the files of a project, and disk.py alone writes them; the console puts a
# report where --output-file says
OPENERS = {
    "hpfix.project": {"open"},
    "hpfix.disk": {"open", "fdopen", "unlink"},
    "hpfix.cache": {"open"},
    "hpfix.console": {"open", "fdopen"},
}
PRINTERS = {"console", "cli"}
PROMPTERS = {"console"}
# what may say to which stream the console prints
SPEAKERS = {"console", "answers", "interview", "commands", "cli", *COMMANDS}
HEAVY = (
    "libcst",
    "questionary",
    "prompt_toolkit",
    "ruamel",
    "subprocess",
    "hpfix.past",
    "hpfix.disk",
)


@cache
def tree_of(module: str) -> ast.Module:
    return ast.parse(SOURCES[module].read_bytes())


@cache
def imports_of(module: str) -> frozenset[str]:
    """The modules that a module names in its imports, those inside functions included."""
    names: set[str] = set()
    for node in ast.walk(tree_of(module)):
        match node:
            case ast.Import(names=aliases):
                names |= {alias.name for alias in aliases}
            case ast.ImportFrom(module=str(origin), names=aliases, level=0):
                inner = {f"{origin}.{alias.name}" for alias in aliases}
                names |= (inner & SOURCES.keys()) or {origin}
            case ast.ImportFrom():
                raise AssertionError(f"{module} has a relative import")
    return frozenset(names | _named_in_strings(module))


def _named_in_strings(module: str) -> set[str]:
    """Modules that are imported by a name in a string, as rewrite.py does."""
    return {
        node.value
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Constant) and node.value in SOURCES
    }


def room_of(module: str) -> str | None:
    """The room that a module belongs to; None for a helper."""
    first, *rest = module.split(".")
    if first == "codemods":
        return "codemods"
    return rest[0] if first == "hpfix" and rest and rest[0] in DOORS else None


def reached_from(start: str) -> Iterator[tuple[str, str]]:
    """Other rooms that a module reaches before it enters one, each with the module in it."""
    seen, queue = {start}, [start]
    while queue:
        for name in sorted(imports_of(queue.pop()) & SOURCES.keys()):
            if name in seen:
                continue
            seen.add(name)
            room = room_of(name)
            if room is None or room == room_of(start):
                queue.append(name)
            else:
                yield room, name


@cache
def called_names(module: str) -> set[str]:
    names = set()
    for node in ast.walk(tree_of(module)):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                names.add(name)
    return names


@pytest.mark.parametrize("module", [each for each in SOURCES if room_of(each) is not None])
def test_a_room_reaches_only_the_rooms_it_has_a_door_to(module: str) -> None:
    room = room_of(module)
    assert room is not None
    beyond = [
        f"{name} in {other}" for other, name in reached_from(module) if other not in DOORS[room]
    ]
    assert not beyond


def test_only_rewrite_imports_the_codemods() -> None:
    importers = {
        module
        for module in SOURCES
        if room_of(module) != "codemods"
        and any(name.split(".")[0] == "codemods" for name in imports_of(module))
    }
    assert importers == {"hpfix.rewrite"}


def test_nothing_is_imported_in_a_circle() -> None:
    done: set[str] = set()

    def follow(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join((*trail, module))
        if module not in done:
            for name in sorted(_imported_at_once(module)):
                follow(name, (*trail, module))
            done.add(module)

    for module in SOURCES:
        follow(module, ())


def _imported_at_once(module: str) -> set[str]:
    """What is imported when the module is, not later inside a function or for types alone."""
    names: set[str] = set()
    for node in tree_of(module).body:
        match node:
            case ast.Import(names=aliases):
                names |= {alias.name for alias in aliases}
            case ast.ImportFrom(module=str(origin), names=aliases):
                inner = {f"{origin}.{alias.name}" for alias in aliases}
                names |= (inner & SOURCES.keys()) or {origin}
    return names & SOURCES.keys()


@pytest.mark.parametrize("module", [each for each in SOURCES if each.startswith("hpfix")])
def test_only_the_project_opens_files(module: str) -> None:
    assert called_names(module) & OPENING <= OPENERS.get(module, set())


def test_only_what_keeps_all_or_nothing_writes_files() -> None:
    writers = {each for each in SOURCES if "hpfix.disk" in imports_of(each)}
    assert writers == {
        "hpfix.journal", "hpfix.last_run", "hpfix.settling", "hpfix.writing",
    }  # fmt: skip


def test_only_git_is_started_and_only_for_the_project() -> None:
    starters = {each for each in SOURCES if "subprocess" in imports_of(each)}
    assert starters == {"hpfix.git"}
    # past.py has it named in its annotations and asks for it through project.py
    importers = {each for each in SOURCES if "hpfix.git" in imports_of(each)}
    assert importers == {"hpfix.project", "hpfix.past"}
    assert all("hpfix.git" not in _imported_at_once(each) for each in SOURCES)


def test_codemods_open_no_files() -> None:
    openers = {
        each for each in SOURCES if room_of(each) == "codemods" and called_names(each) & OPENING
    }
    assert not openers


@pytest.mark.parametrize("module", SOURCES)
def test_only_the_console_prints_and_prompts(module: str) -> None:
    room = room_of(module)
    streams = {
        node.attr
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr", "stdin")
    } - ({"stdin", "stdout"} if module == "hpfix.git" else set())  # those of git
    libraries = {name.split(".")[0] for name in imports_of(module)}
    assert room in SPEAKERS or not streams
    assert room in PRINTERS or not called_names(module) & {"print", "input"}
    assert room in PROMPTERS or not libraries & {"questionary", "prompt_toolkit"}


def test_a_clean_check_imports_no_rewriter_and_no_prompt(tmp_path: Path) -> None:
    (tmp_path / "hparams.py").write_text("hparams = HParams(lr=0.1)\n")
    (tmp_path / "train.py").write_text("from hparams import hparams\nprint(hparams.lr)\n")
    (tmp_path / "space.yaml").write_text("lr: {min: 0.1, max: 0.2}\n")
    program = (
        "import sys\n"
        "from hpfix.cli import main\n"
        "try:\n    status = main(['check'])\n"
        "except SystemExit as leaving:\n    status = leaving.code\n"
        f"print(status or 0, sorted(set({HEAVY}) & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
    )
    assert done.stdout.splitlines()[-1:] == ["0 []"], done.stderr
