"""Reading with several processes: the same facts, whatever becomes of the processes."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hpfix import reading
from hpfix.cli import main
from hpfix.project import discover
from hpfix.reading import read_all

PROJECT = Path(__file__).parent / "cases" / "HP001-the-reference-project" / "before"


@pytest.fixture(params=multiprocessing.get_all_start_methods())
def _method(request: pytest.FixtureRequest) -> Iterator[None]:
    before = multiprocessing.get_start_method()
    multiprocessing.set_start_method(request.param, force=True)
    yield
    multiprocessing.set_start_method(before, force=True)


def bare(value: object) -> object:
    """Facts as plain tuples, which compare by what is in them."""
    if isinstance(value, frozenset):
        return sorted(value)
    return tuple(map(bare, value)) if isinstance(value, tuple) else value


def read_anew(texts: dict[str, str], jobs: int) -> list[object]:
    read_all({})
    facts = read_all(texts, jobs=jobs)
    assert list(facts) == list(texts)
    return [bare(each) for each in facts.values()]


@pytest.mark.usefixtures("_method")
def test_the_number_of_processes_changes_nothing() -> None:
    texts = dict(discover(PROJECT).texts)
    assert multiprocessing.active_children() == []
    assert read_anew(texts, 3) == read_anew(texts, 1)
    assert multiprocessing.active_children() == []


def test_a_small_project_starts_no_process(tmp_path: Path) -> None:
    shutil.copytree(PROJECT, tmp_path, dirs_exist_ok=True)
    program = (
        "import sys; from hpfix.cli import main; main(['check', '--no-cache']);"
        "sys.exit('multiprocessing' in sys.modules)"
    )
    home = str(Path(__file__).parent.parent)
    environment = {**os.environ, "PYTHONPATH": home}
    command = [sys.executable, "-c", program]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the other process inherits what it is told")
def test_what_another_process_does_not_deliver_is_read_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = dict(discover(PROJECT).texts)
    expected = read_anew(texts, 1)
    monkeypatch.setattr(reading, "_deliver", lambda sender, files: os._exit(1))
    assert read_anew(texts, 3) == expected


def test_a_file_is_read_again_only_when_it_changes() -> None:
    before = read_all({"a.py": "hp.lr", "b.py": "hp.size"})
    after = read_all({"a.py": "hp.lr", "b.py": "hp.width"})
    assert after["a.py"] is before["a.py"]
    assert [each.key for each in after["b.py"].references] == ["width"]


@pytest.mark.parametrize("number", ["two", "-1", "1.5"])
def test_a_number_of_processes_is_a_number(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", f"--jobs={number}"]) == 2
    assert "`--jobs`" in capsys.readouterr().err


KILLED = """
import os, signal
from hpfix import reading
from hpfix.facts import Facts, Renaming

first = os.getpid()

def read(path, text):
    if os.getpid() == first:
        os.kill(first, signal.SIGTERM)
    return Facts(renamings=tuple(Renaming(str(number), "new") for number in range(100_000)))

reading.read = read
reading._read([("a.py", "a"), ("b.py", "b")], 2)
"""


def test_nobody_waits_for_a_process_that_was_killed() -> None:
    """Who still reads holds the other end of the pipe of its standard output open."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        timeout=30,
    )
    assert done.returncode == -signal.SIGTERM
    assert done.stderr == b""
