"""A run taken back, what an interrupted one left, and the file itself: links, mode, attributes."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from faults import Fault, forked, inject
from test_writing import NEW, OLD, WRITES, held, lay_out

from hpfix import disk, journal
from hpfix.cli import main
from hpfix.journal import Journal, Write
from hpfix.project import JOURNAL, Unwritable, discover
from hpfix.writing import write, written

Said = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = lay_out(tmp_path / "project")
    monkeypatch.chdir(folder)
    return folder


def leave_half_written(folder: Path) -> None:
    """What a run leaves that is killed after its first file."""

    def killed() -> None:
        inject(Fault(27, "before"))
        write(str(folder), WRITES)

    assert forked(killed) < 0
    assert held(folder)["space.yaml"] == NEW["space.yaml"]
    assert held(folder)["train.py"] == OLD["train.py"]


def test_the_last_run_is_taken_back_once(project: Path, capsys: Said) -> None:
    assert main(["--yes"]) == 0
    capsys.readouterr()
    assert main(["undo"]) == 0
    said = capsys.readouterr().out
    assert said == "took back space.yaml\ntook back tools/look.py\ntook back train.py\n"
    assert held(project) == OLD
    assert main(["undo"]) == 2
    assert capsys.readouterr().err == f"hpfix: there is no run to take back in {project}\n"
    assert held(project) == OLD


def test_of_two_runs_the_last_is_taken_back(project: Path) -> None:
    assert main(["--yes"]) == 0
    assert main(["rename", "batch_size", "size", "--yes"]) == 0
    assert main(["undo"]) == 0
    assert held(project) == NEW
    assert main(["undo"]) == 2


def test_a_run_that_changes_nothing_is_none(project: Path) -> None:
    assert main(["--yes"]) == 0
    assert main(["--yes"]) == 0
    assert main(["undo"]) == 0
    assert held(project) == OLD


def test_a_file_that_was_edited_since_is_not_taken_back(project: Path, capsys: Said) -> None:
    assert main(["--yes"]) == 0
    edited = NEW["train.py"] + b"# mine\n"
    (project / "train.py").write_bytes(edited)
    capsys.readouterr()
    assert main(["undo"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("hpfix: train.py changed since it was read; ")
    assert held(project) == {**NEW, "train.py": edited}


def test_a_run_that_cannot_be_kept_is_said(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    (project.parent / "a file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(project.parent / "a file"))
    assert main(["--yes"]) == 0
    assert "`hpfix undo` cannot take this back" in capsys.readouterr().err
    assert main(["undo"]) == 2
    assert held(project) == NEW


@pytest.mark.parametrize("command", ["check", "--dry-run", "--yes", "params", "plan"])
def test_whatever_starts_next_takes_an_interrupted_run_back(
    project: Path, capsys: Said, command: str
) -> None:
    leave_half_written(project)
    main([command])
    said = capsys.readouterr().err
    assert said.startswith("hpfix: a run was interrupted while it wrote; took back space.yaml\n")
    assert held(project) == (NEW if command == "--yes" else OLD)


def test_what_was_edited_after_a_crash_is_left_by_all_but_undo(project: Path, capsys: Said) -> None:
    leave_half_written(project)
    edited = OLD["train.py"] + b"# mine\n"
    (project / "train.py").write_bytes(edited)
    before = held(project)
    assert main(["--yes"]) == 2
    assert held(project) == before
    assert capsys.readouterr().err == (
        "hpfix: a run was interrupted, and train.py changed since: `hpfix undo` takes back "
        "space.yaml and leaves train.py as it is\n"
    )
    assert main(["undo"]) == 0
    assert held(project) == {**OLD, "train.py": edited}


@pytest.mark.parametrize(
    "path",
    [
        ".git/config",
        "../outside.py",
        "/etc/hosts.py",
        "a/../../b.py",
        "notes",
        "tools/../look.py",
        "",
    ],
)
def test_a_journal_that_hpfix_would_not_write_does_nothing(
    project: Path, capsys: Said, path: str
) -> None:
    """A project may come with a file of that name."""
    (project / ".git/config").write_bytes(b"new")
    told = journal.as_bytes(Journal("0", (Write(path, b"old", b"new"),)))
    (project / JOURNAL).write_bytes(told)
    before = held(project)
    for command in ("check", "--yes", "undo"):
        assert main([command]) == 2
        assert capsys.readouterr().err == (
            "hpfix: .hpfix-journal is not what hpfix writes; remove it where it is not yours\n"
        )
    assert held(project) == before
    assert (project / ".git/config").read_bytes() == b"new"


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 100_000, b'{"hpfix": 2}', b"\xff"])
def test_a_broken_journal_does_nothing(project: Path, capsys: Said, content: bytes) -> None:
    (project / JOURNAL).write_bytes(content)
    assert main(["--yes"]) == 2
    assert "is not what hpfix writes" in capsys.readouterr().err


def test_a_pipe_in_the_place_of_the_journal_is_not_waited_for(project: Path, capsys: Said) -> None:
    os.mkfifo(project / JOURNAL)
    assert main(["--yes"]) == 2
    assert "is no regular file" in capsys.readouterr().err


def test_mode_and_attributes_stay(project: Path) -> None:
    (project / "train.py").chmod(0o750)
    try:
        os.setxattr(project / "train.py", "user.note", b"kept")
    except OSError as error:
        if error.errno != errno.ENOTSUP:
            raise
    names = os.listxattr(project / "train.py")
    assert main(["--yes"]) == 0
    assert held(project) == NEW
    assert (project / "train.py").stat().st_mode & 0o7777 == 0o750
    assert os.listxattr(project / "train.py") == names
    assert all(os.getxattr(project / "train.py", each) == b"kept" for each in names)


@pytest.mark.skipif(os.getuid() != 0, reason="only root may give a file away")
def test_the_owner_stays(project: Path) -> None:
    os.chown(project / "train.py", 1234, 2345)
    assert main(["--yes"]) == 0
    found = (project / "train.py").stat()
    assert (found.st_uid, found.st_gid) == (1234, 2345)
    assert found.st_mode & 0o7777 == 0o755


def test_a_hard_link_is_refused(project: Path, capsys: Said) -> None:
    os.link(project / "train.py", project / "other name")
    before = held(project)
    assert main(["--yes"]) == 2
    assert "train.py is one of 2 hard links" in capsys.readouterr().err
    assert held(project) == before


def test_a_link_is_kept_and_what_it_leads_to_is_written(project: Path) -> None:
    (project / "alias.py").symlink_to("train.py")
    (project / "linked").symlink_to("tools")
    assert main(["--yes"]) == 0
    assert os.readlink(project / "alias.py") == "train.py"
    assert os.readlink(project / "linked") == "tools"
    assert (project / "train.py").read_bytes() == NEW["train.py"]


def test_a_link_out_of_the_project_is_never_followed(project: Path, capsys: Said) -> None:
    outside = project.parent / "outside"
    outside.mkdir()
    (outside / "look.py").write_bytes(OLD["tools/look.py"])
    (project / "out").symlink_to(outside)
    (project / "out.py").symlink_to(outside / "look.py")
    assert main(["--yes"]) == 0
    assert (outside / "look.py").read_bytes() == OLD["tools/look.py"]


def test_a_folder_that_became_a_link_meanwhile_is_refused(project: Path, tmp_path: Path) -> None:
    (project / "tools").rename(tmp_path / "moved")
    (project / "tools").symlink_to(tmp_path / "moved")
    with pytest.raises(Unwritable, match=r"^tools/look\.py is behind a link; nothing was written$"):
        write(str(project), WRITES)
    assert (tmp_path / "moved/look.py").read_bytes() == OLD["tools/look.py"]
    assert (project / "train.py").read_bytes() == OLD["train.py"]


@pytest.mark.parametrize("path", ["train.py", "tools"])
def test_what_is_read_only_stays_and_with_it_all(project: Path, capsys: Said, path: str) -> None:
    mode = (project / path).stat().st_mode
    (project / path).chmod(mode & ~0o222)
    try:
        assert main(["--yes"]) == 2
        assert held(project) == OLD
        assert f"{path} is read-only; nothing was written" in capsys.readouterr().err
    finally:
        (project / path).chmod(mode)


def test_a_folder_that_vanished_stops_all(project: Path) -> None:
    (project / "tools/look.py").unlink()
    (project / "tools").rmdir()
    with pytest.raises(Unwritable, match="changed since it was read"):
        write(str(project), WRITES)
    assert held(project) == {path: OLD[path] for path in OLD if path != "tools/look.py"}


def test_a_run_that_is_writing_is_waited_for(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setattr("hpfix.disk.PATIENCE", 0.2)
    with disk.locked(str(project)):
        assert main(["--yes"]) == 2
    said = capsys.readouterr().err
    assert said == "hpfix: another run of hpfix is writing here; nothing was written\n"
    assert held(project) == OLD
    assert main(["--yes"]) == 0
    assert held(project) == NEW


@pytest.mark.parametrize("before", [b"owned", None])
def test_a_journal_that_came_with_the_project_leads_nowhere(
    project: Path, capsys: Said, before: bytes | None
) -> None:
    """A repository may hold a link, and a journal that goes through it."""
    outside = project.parent / "outside"
    outside.mkdir()
    (outside / "known.py").write_bytes(b"known")
    (project / "linked").symlink_to(outside)
    for path in ("linked/known.py", "linked/made.py"):
        after = b"known" if path == "linked/known.py" else None
        told = journal.as_bytes(Journal("0", (Write(path, before, after),)))
        (project / JOURNAL).write_bytes(told)
        for command in ("check", "--yes", "undo"):
            assert main([command]) == 2
            assert "is not what hpfix writes" in capsys.readouterr().err
    assert held(outside) == {"known.py": b"known"}


def test_only_undo_takes_back_what_this_user_did_not_begin(project: Path, capsys: Said) -> None:
    writes = (Write("train.py", b"before", OLD["train.py"]),)
    (project / JOURNAL).write_bytes(journal.as_bytes(Journal("0", writes)))
    for command in ("check", "--yes", "--dry-run"):
        assert main([command]) == 2
        assert "not of one that this user began" in capsys.readouterr().err
    assert (project / "train.py").read_bytes() == OLD["train.py"]
    assert main(["undo"]) == 0  # who asks for it knows what was begun
    assert (project / "train.py").read_bytes() == b"before"
    assert not (project / JOURNAL).exists()


def test_an_undo_that_is_killed_is_finished_by_the_next(project: Path, tmp_path: Path) -> None:
    for number in range(0, 40, 3):
        folder = lay_out(tmp_path / f"run {number}")
        os.chdir(folder)
        write(str(folder), WRITES)

        def killed(number: int = number) -> int:
            inject(Fault(number, "before"))
            return main(["undo"])

        is_killed = forked(killed) < 0
        is_back = {path: held(folder)[path] for path in OLD} == OLD
        status = main(["undo"])
        assert status == 0 or (is_back and status == 2), number
        assert held(folder) == OLD, number
        assert is_killed or number > 30


def test_a_run_that_had_written_everything_is_complete_whatever_changed_since(
    project: Path, capsys: Said
) -> None:
    def killed() -> None:
        inject(Fault(32, "before"))
        write(str(project), WRITES)

    assert forked(killed) < 0
    assert {path: held(project)[path] for path in NEW} == NEW
    edited = NEW["train.py"] + b"# mine\n"
    (project / "train.py").write_bytes(edited)
    assert main(["check"]) == 0
    assert capsys.readouterr().err == (
        "hpfix: a run was interrupted after it had written everything, and is complete; "
        "train.py changed since\n"
    )
    assert held(project) == {**NEW, "train.py": edited}


def test_a_file_that_a_fix_rests_on_must_not_have_changed(project: Path) -> None:
    before = discover(project)
    after = before.with_texts({"train.py": NEW["train.py"].decode()})
    (project / "hparams.py").write_bytes(OLD["hparams.py"] + b"# mine\n")
    with (
        pytest.raises(Unwritable, match=r"^hparams\.py changed since it was read"),
        written(before, after, {"hparams.py"}),
    ):
        pass
    assert (project / "train.py").read_bytes() == OLD["train.py"]


def test_without_a_folder_for_the_user_nothing_is_kept_in_the_project(
    project: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "relative")
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert main(["--yes"]) == 0
    assert "`hpfix undo` cannot take this back" in capsys.readouterr().err
    assert held(project) == NEW


@pytest.mark.skipif(os.getuid() != 0, reason="only root may give a file away")
def test_a_group_that_cannot_be_kept_stops_all(
    monkeypatch: pytest.MonkeyPatch, capfd: Said
) -> None:
    with TemporaryDirectory() as name:  # where another user may come
        monkeypatch.setenv("XDG_STATE_HOME", f"{name}/state")
        project = lay_out(Path(name) / "project")
        for path in (Path(name), project, *project.rglob("*")):
            os.chown(path, 1234, 1234)
        os.chown(project / "train.py", 1111, 2222)
        (project / "train.py").chmod(0o666)
        monkeypatch.chdir(project)

        def as_another() -> int:
            os.setgroups([])
            os.setgid(1234)
            os.setuid(1234)
            return main(["--yes", "--allow-dirty"])

        assert forked(as_another) == 2
        said = capfd.readouterr().err
        assert "train.py: is of a group that hpfix may not give it to; nothing was" in said
        assert held(project) == OLD
        monkeypatch.chdir("/")
