"""The cases of tests/cases, and hpfix run on one: in this process, in a fresh folder.

`python tests/case_runs.py FOLDER` runs every third case and puts what it said into the folder, a
file for each.
"""

from __future__ import annotations

import io
import signal
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from hpfix.cli import main

CASES = Path(__file__).parent / "cases"

Files = dict[str, bytes]
EVERY = 3
"""Of so many cases one is run under a chosen order of hashes; all are under one by chance."""


@dataclass(frozen=True)
class Case:
    """One folder of tests/cases."""

    name: str

    @property
    def folder(self) -> Path:
        return CASES / self.name

    @cached_property
    def before(self) -> Files:
        return files_in(self.folder / "before")

    @property
    def after(self) -> Files:
        """What is to come out; the same as what went in where after/ is absent."""
        return files_in(self.folder / "after") or self.before

    @property
    def answers(self) -> list[str] | None:
        path = self.folder / "answers.txt"
        return path.read_text().split() if path.is_file() else None

    @property
    def options(self) -> list[str]:
        path = self.folder / "options.txt"
        return path.read_text().split() if path.is_file() else []


@dataclass(frozen=True)
class Run:
    """What one call of the command line left behind; `stats` are mode and time of each file."""

    status: int
    stdout: bytes
    stderr: bytes
    files: Files
    stats: dict[str, tuple[int, int]]
    stats_before: dict[str, tuple[int, int]]

    @property
    def said(self) -> bytes:
        """What was printed and the exit status, as output.txt has them."""
        return b"".join(
            (
                b"=== standard output\n", self.stdout,
                b"=== standard error\n", self.stderr,
                b"=== exit status %d\n" % self.status,
            )
        )  # fmt: skip


ALL = [Case(path.name) for path in sorted(CASES.iterdir()) if (path / "before").is_dir()]


def files_in(folder: Path) -> Files:
    """Every file below a folder by its path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def put(files: Files, folder: Path) -> None:
    """Write the files, each with a mode of its own."""
    for number, (name, content) in enumerate(files.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        path.chmod((0o644, 0o755, 0o600)[number % 3])


def stats_in(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mode, path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
    }


def call(files: Files, *arguments: str) -> Run:
    """Run the command line in this process, in a fresh folder that holds the files."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    interrupt = signal.getsignal(signal.SIGINT)
    with TemporaryDirectory(prefix="hpfix-case-") as name:
        folder = Path(name)
        put(files, folder)
        stats_before = stats_in(folder)
        try:
            with chdir(folder), redirect_stdout(out), redirect_stderr(err):
                status = main(arguments)
        finally:
            signal.signal(signal.SIGINT, interrupt)
        said = (stream.buffer.getvalue() for stream in (out, err))  # type: ignore[attr-defined]
        return Run(status, *said, files_in(folder), stats_in(folder), stats_before)


@cache
def dry_run(case: Case) -> Run:
    return call(case.before, "--dry-run", *case.options)


@cache
def real_run(case: Case) -> Run:
    return call(case.before, "--yes", *case.options)


if __name__ == "__main__":
    for each in ALL[::EVERY]:
        (Path(sys.argv[1]) / each.name).write_bytes(dry_run(each).said)
