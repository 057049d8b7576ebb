"""Nothing is lost: a run killed or refused at every call that it writes with, and two at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import faults
import pytest
from faults import Fault, forked, inject

from hpfix.cli import main
from hpfix.journal import Write
from hpfix.project import JOURNAL, UNFINISHED
from hpfix.writing import write

Said = pytest.CaptureFixture[str]
Files = Mapping[str, bytes]

OLD: Files = {
    "hparams.py": b"""\
hparams = HParams(
    batch_size=32,
    learning_rate_min=1e-5,  # renamed from min_learning_rate
    validate_interval=200,  # renamed from validation_interval
)
""",
    "train.py": b"from hparams import hparams\n\nprint(hparams.min_learning_rate)\n",
    "tools/look.py": b"from hparams import hparams\n\nprint(hparams.validation_interval)\n",
    "space.yaml": b"hparams_path: hparams.py\nsearch_space:\n"
    b"  min_learning_rate: {type: float, min: 1.0e-6, max: 1.0e-4}  # \xd0\xbf\n",
}
NEW: Files = {
    **OLD,
    "train.py": OLD["train.py"].replace(b"min_learning_rate", b"learning_rate_min"),
    "tools/look.py": OLD["tools/look.py"].replace(b"validation", b"validate"),
    "space.yaml": OLD["space.yaml"].replace(b"min_learning_rate", b"learning_rate_min"),
}
WRITES = [Write(path, OLD[path], NEW[path]) for path in sorted(OLD) if OLD[path] != NEW[path]]


def lay_out(folder: Path, files: Files = OLD) -> Path:
    (folder / ".git").mkdir(parents=True)
    for path, data in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(data)
        (folder / path).chmod(0o755 if path == "train.py" else 0o644)
    return folder


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = lay_out(tmp_path / "project")
    monkeypatch.chdir(folder)
    return folder


def held(folder: Path) -> dict[str, bytes]:
    """Every file there, whatever its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def run_hpfix(*arguments: str) -> int:
    return main([*arguments])


def calls_of_a_run(folder: Path) -> list[tuple[str, str]]:
    """The calls of `hpfix --yes`, in order; each with the file that it is for."""
    kept = folder.parent / "calls.json"

    def action() -> None:
        trace: list[tuple[str, str]] = []
        inject(None, trace)
        write(str(folder), WRITES)
        found = [*trace]
        kept.write_text(json.dumps(found))

    assert forked(action) == 0
    return [(name, file) for name, file in json.loads(kept.read_text())]


def every_fault(count: int, kinds: tuple[faults.Kind, ...]) -> Iterator[Fault]:
    for at in range(count):
        for kind in kinds:
            yield Fault(at, kind)


def test_yes_writes_what_the_writes_of_these_tests_say(project: Path) -> None:
    assert run_hpfix("--yes") == 0
    assert held(project) == NEW


def test_the_journal_is_on_disk_before_a_file_and_each_file_before_its_name(project: Path) -> None:
    calls = calls_of_a_run(project)
    root = os.path.realpath(project)
    replaced = [number for number, (name, _) in enumerate(calls) if name == "replace"]
    # what knows the journal again, the journal, three files, what undo keeps
    _, into_place, *files, _ = replaced
    assert len(files) == len(WRITES)
    journal_file = os.path.join(root, UNFINISHED)
    assert calls[into_place - 1] == ("fsync", journal_file)
    assert calls[into_place + 1] == ("fsync", root)
    assert into_place + 1 < min(number for number in files)
    for number in files:
        temporary = calls[number][1]
        synced = calls.index(("fsync", temporary))
        last_write = max(at for at, call in enumerate(calls) if call == ("write", temporary))
        assert last_write < synced < min(files)
        assert calls[number + 1] == ("fsync", os.path.dirname(temporary))
    dropped = calls.index(("unlink", os.path.join(root, JOURNAL)))
    assert dropped > max(replaced)


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Said) -> None:
    """On a file system of its own that has room for the project and not for its journal."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("this user may mount no file system; see the test of refused calls")
    try:
        folder = lay_out(small / "project")
        monkeypatch.chdir(folder)
        filler = small / "filler"
        room = 64 * 1024
        while room:
            with filler.open("ab", buffering=0) as stream:
                try:
                    stream.write(b"x" * room)
                except OSError:
                    room //= 2
        before = held(folder)
        assert run_hpfix("--yes") == 2
        assert "no space left on device; nothing was written" in capfd.readouterr().err
        assert held(folder) == before == OLD
        filler.unlink()
        assert run_hpfix("--yes") == 0
        assert held(folder) == NEW
    finally:
        os.chdir("/")
        subprocess.run(["umount", str(small)], check=True)


@pytest.mark.parametrize(
    "name",
    [
        "killed_at_every_call_it_is_all_old_or_all_new",
        "refused_at_every_call_nothing_is_written",
        "told_to_end_while_it_writes_a_run_ends_what_it_writes",
        "two_runs_at_once_tear_nothing",
    ],
)
def test_crashes(name: str, tmp_path: Path) -> None:
    home = Path(__file__).parent
    done = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-q", "-n0", f"--basetemp={tmp_path / 'runs'}",
            f"{home / 'crashes.py'}::test_{name}",
        ],
        cwd=home.parent,
        capture_output=True,
        text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
