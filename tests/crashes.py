"""Runs killed, refused and told to end at every call that they write with, and two at once.

Each forks hundreds of times, which a process that holds much does slowly: `test_writing.py` starts
a small one for each.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
from collections import Counter
from pathlib import Path

import pytest
from faults import Fault, begun, ended, forked, inject
from test_writing import (
    NEW,
    OLD,
    WRITES,
    calls_of_a_run,
    every_fault,
    held,
    lay_out,
    project,
    run_hpfix,
)

from hpfix.project import Unwritable
from hpfix.signals import uninterrupted
from hpfix.writing import write

__all__ = ["project"]
Said = pytest.CaptureFixture[str]
WHOLE = 5
"""So many of the rounds are whole runs; the others begin where a run writes, to meet there."""


def test_killed_at_every_call_it_is_all_old_or_all_new(
    project: Path, tmp_path: Path, capfd: Said
) -> None:
    count = len(calls_of_a_run(lay_out(tmp_path / "counted")))
    assert count > 30
    came_to: Counter[tuple[str, bool]] = Counter()
    for number, fault in enumerate(every_fault(count, ("before", "half", "after"))):
        folder = lay_out(tmp_path / f"run {number}")

        def killed(folder: Path = folder, fault: Fault = fault) -> None:
            inject(fault)
            write(str(folder), WRITES)

        assert forked(killed) == -signal.SIGKILL
        half = held(folder)
        for path in OLD:
            assert half[path] in (OLD[path], NEW[path]), (fault, path)
        os.chdir(folder)
        is_undo = number % 2 == 0
        status = run_hpfix(*(("undo",) if is_undo else ("check", "--no-cache")))
        said, after = capfd.readouterr().err, held(folder)
        assert after in (OLD, NEW), (fault, sorted(after))
        assert ("interrupted" in said) == bool(half.keys() - OLD.keys()), (fault, said)
        assert "Traceback" not in said
        assert status in (0, 1, 2)
        assert (folder / "train.py").stat().st_mode & 0o777 == 0o755
        came_to["old" if after == OLD else "new", is_undo] += 1
        shutil.rmtree(folder)
    assert came_to["old", False] > 30
    assert came_to["new", False] > 10


def test_refused_at_every_call_nothing_is_written(
    project: Path, tmp_path: Path, capfd: Said
) -> None:
    errors = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)
    count = len(calls_of_a_run(lay_out(tmp_path / "counted")))
    for number, fault in enumerate(every_fault(count, ("once", "from"))):
        fault = fault._replace(error=errors[number % len(errors)])
        folder = lay_out(tmp_path / f"run {number}")

        def refused(folder: Path = folder, fault: Fault = fault) -> int:
            inject(fault)
            try:
                return 10 + write(str(folder), WRITES)
            except Unwritable as reason:
                print(reason, file=sys.stderr)
                return 2

        status = forked(refused)
        said = capfd.readouterr().err
        os.chdir(folder)
        if status == 2 and "nothing was written" in said:
            assert held(folder) == OLD, (fault, said)
        elif status == 2:
            assert "hpfix undo" in said, (fault, said)
        else:  # all is written, and only what comes after it failed
            assert status in (10, 11), (fault, said)
            assert {path: held(folder)[path] for path in NEW} == NEW
        if held(folder) not in (OLD, NEW):
            assert fault.kind == "from" or status > 2, (fault, said)
            run_hpfix("check")
            assert "interrupted" in capfd.readouterr().err
            assert held(folder) in (OLD, NEW)
        shutil.rmtree(folder)


def test_told_to_end_while_it_writes_a_run_ends_what_it_writes(
    project: Path, tmp_path: Path
) -> None:
    count = len(calls_of_a_run(lay_out(tmp_path / "counted")))
    for number, fault in enumerate(every_fault(count, ("signal",))):
        folder = lay_out(tmp_path / f"run {number}")
        os.chdir(folder)

        def signalled(fault: Fault = fault) -> int:
            inject(fault)
            with uninterrupted():
                write(str(Path.cwd()), WRITES)
            return 0

        assert forked(signalled) == 0, fault
        assert held(folder) == NEW
        shutil.rmtree(folder)


def test_two_runs_at_once_tear_nothing(project: Path, tmp_path: Path) -> None:
    assert run_hpfix("--yes") == 0  # what both need is imported once
    for number in range(50):
        folder = lay_out(tmp_path / f"round {number}")
        os.chdir(folder)

        def run(folder: Path = folder, *, is_whole: bool = number < WHOLE) -> int:
            if is_whole:
                return run_hpfix("--yes")
            try:
                write(str(folder), WRITES)
            except Unwritable:
                return 2
            return 0

        both = [begun(run) for _ in range(2)]
        statuses = [ended(each) for each in both]
        assert held(folder) == NEW
        assert sorted(statuses) in ([0, 0], [0, 2]), statuses
        shutil.rmtree(folder)
