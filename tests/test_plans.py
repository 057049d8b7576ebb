"""A plan is made, read and applied: exactly what was shown, to exactly the files that were read."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_writing import NEW, OLD, held, lay_out

from hpfix.cli import main
from hpfix.plans import edits_between
from hpfix.positions import line_starts, offset_of

Said = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = lay_out(tmp_path / "project")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def plan(project: Path, capsys: Said) -> Path:
    file = project.parent / "plan.json"
    assert main(["plan", "-o", str(file)]) == 1
    capsys.readouterr()
    return file


def test_a_plan_writes_nothing_and_applies_once(project: Path, plan: Path, capsys: Said) -> None:
    assert held(project) == OLD
    assert main(["apply", str(plan)]) == 0
    assert capsys.readouterr().out == (
        "fixed space.yaml:3:3 HP001 min_learning_rate: rename to `learning_rate_min`\n"
        "fixed tools/look.py:3:15 HP001 validation_interval: rename to `validate_interval`\n"
        "wrote space.yaml\nwrote tools/look.py\nwrote train.py\n"
        "2 fixed in 3 files, 0 left\n"
    )
    assert held(project) == NEW
    assert main(["apply", str(plan)]) == 2
    assert "changed since the plan was made; nothing was written" in capsys.readouterr().err
    assert main(["undo"]) == 0
    assert held(project) == OLD


def test_a_plan_says_what_it_does(project: Path, plan: Path) -> None:
    told = json.loads(plan.read_text())
    assert [each["path"] for each in told["files"]] == ["space.yaml", "tools/look.py", "train.py"]
    for each in told["files"]:
        assert each["sha256"] == sha256(OLD[each["path"]]).hexdigest()
        assert each["result_sha256"] == sha256(NEW[each["path"]]).hexdigest()
        assert len(each["edits"]) == 1
    assert [each["status"] for each in told["findings"]] == ["would-apply", "would-apply"]
    assert told["schema_version"] == 1


def test_without_a_file_the_plan_goes_to_stdout(project: Path, plan: Path, capsys: Said) -> None:
    assert main(["plan"]) == 1
    said = capsys.readouterr()
    assert said.out == plan.read_text()
    assert not said.err


def test_what_is_left_is_left_by_the_plan_as_well(project: Path, capsys: Said) -> None:
    (project / "more.py").write_text("from hparams import hparams\n\nprint(hparams.nothing_like)\n")
    file = project.parent / "plan.json"
    assert main(["plan", "-o", str(file), "--safe-only"]) == 1
    assert main(["apply", str(file)]) == 1
    out = capsys.readouterr().out
    assert "left more.py:3:15 HP001 `nothing_like` is not declared in hparams.py\n" in out
    assert out.endswith("2 fixed in 3 files, 1 left\n")


@pytest.mark.parametrize("path", [*sorted(set(NEW) - {"hparams.py"})])
def test_a_file_that_changed_since_refuses_the_whole_plan(
    project: Path, plan: Path, capsys: Said, path: str
) -> None:
    (project / path).write_bytes(OLD[path] + b"\n")
    before = held(project)
    assert main(["apply", str(plan)]) == 2
    said = capsys.readouterr().err
    assert said == f"hpfix: {path} changed since the plan was made; nothing was written\n"
    assert held(project) == before


def outside(told: Any) -> None:
    told["files"][0]["path"] = "../other.yaml"


def repository(told: Any) -> None:
    told["files"][0]["path"] = ".git/config"


def another_content(told: Any) -> None:
    told["files"][0]["edits"][0]["content"] = "evil"


def another_place(told: Any) -> None:
    told["files"][0]["edits"][0]["line"] = 10**9


def no_edits(told: Any) -> None:
    del told["files"][0]["edits"]


def another_version(told: Any) -> None:
    told["schema_version"] = 2


@pytest.mark.parametrize(
    "change", [outside, repository, another_content, another_place, no_edits, another_version]
)
def test_a_plan_that_was_changed_by_hand_is_refused(
    project: Path, plan: Path, capsys: Said, change: Callable[[Any], None]
) -> None:
    told = json.loads(plan.read_text())
    change(told)
    plan.write_text(json.dumps(told))
    assert main(["apply", str(plan)]) == 2
    assert "is no plan of hpfix, or was changed by hand" in capsys.readouterr().err
    assert held(project) == OLD


@pytest.mark.parametrize("content", ["", "{", "[" * 100_000, "[]", "null", "\udcff"])
def test_what_is_no_plan_is_refused(project: Path, capsys: Said, content: str) -> None:
    file = project.parent / "plan.json"
    file.write_bytes(content.encode(errors="surrogateescape"))
    assert main(["apply", str(file)]) == 2
    assert "is no plan of hpfix" in capsys.readouterr().err


def test_apply_takes_one_file_that_is_there(project: Path, capsys: Said) -> None:
    assert main(["apply"]) == 2
    assert "takes the file that `hpfix plan -o` has written" in capsys.readouterr().err
    assert main(["apply", "nowhere.json"]) == 2
    assert "nowhere.json" in capsys.readouterr().err


LINES = st.lists(
    st.sampled_from(["a", "b", "", "c: 1", "x\r", "\ufeff", "\f", "\u2028"]), max_size=8
)


@given(LINES.map("\n".join), LINES.map("\n".join))
def test_edits_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    starts, text = line_starts(old), old
    for each in reversed([*edits_between(old, new, "a.py")]):
        start = offset_of(starts, each.place.line, each.place.column)
        end = offset_of(starts, each.place.end_line, each.place.end_column)
        text = text[:start] + each.content + text[end:]
    assert text == new


def commit_all(folder: Path) -> None:
    (folder / ".git").rmdir()
    identity = ("-c", "user.name=a", "-c", "user.email=a@b.c")
    for words in (("init", "-q"), ("add", "-A"), (*identity, "commit", "-qm", "all")):
        subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)


def test_without_questions_only_what_is_committed_is_written(
    project: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit_all(project)
    (project / "notes.py").write_text("# not touched, not committed\n")
    (project / "hparams.py").write_bytes(OLD["hparams.py"] + b"# not touched, changed\n")
    (project / "train.py").write_bytes(OLD["train.py"] + b"# mine\n")
    before = held(project)
    assert main(["--yes", "--no-history"]) == 2
    assert capsys.readouterr().err == (
        "hpfix: train.py is not as the last commit has it, as far as git can be asked; commit "
        "first, or pass `--allow-dirty`; nothing was written\n"
    )
    assert held(project) == before
    assert main(["--dry-run"]) == 1
    assert main(["rename", "min_learning_rate", "rate", "--yes"]) == 2
    assert held(project) == before
    subprocess.run(["git", "add", "-A"], cwd=project, check=True)
    assert main(["--yes"]) == 2
    monkeypatch.setenv("PRE_COMMIT", "1")
    assert main(["--yes"]) == 0
    assert (project / "train.py").read_bytes() == NEW["train.py"] + b"# mine\n"


def test_what_is_committed_is_written_also_where_git_converts_line_ends(project: Path) -> None:
    for path in ("train.py", "hparams.py"):
        (project / path).write_bytes(OLD[path].replace(b"\n", b"\r\n"))
    (project / ".gitattributes").write_text("* text=auto\n")
    commit_all(project)
    assert main(["--yes"]) == 0
    assert (project / "train.py").read_bytes() == NEW["train.py"].replace(b"\n", b"\r\n")


def test_a_file_that_is_not_part_of_the_last_commit_is_not_written(
    project: Path, capsys: Said
) -> None:
    data = (project / "space.yaml").read_bytes()
    (project / "space.yaml").unlink()
    commit_all(project)
    (project / "space.yaml").write_bytes(data)
    assert main(["--yes"]) == 2
    assert "space.yaml is not as the last commit has it" in capsys.readouterr().err
    assert main(["--yes", "--allow-dirty"]) == 0
    assert (project / "space.yaml").read_bytes() == NEW["space.yaml"]


def test_a_file_that_a_plan_rests_on_must_not_have_changed(
    project: Path, plan: Path, capsys: Said
) -> None:
    (project / "hparams.py").write_bytes(OLD["hparams.py"] + b"# mine\n")
    assert main(["apply", str(plan)]) == 2
    said = capsys.readouterr().err
    assert said == "hpfix: hparams.py changed since the plan was made; nothing was written\n"
    assert held(project) == {**OLD, "hparams.py": OLD["hparams.py"] + b"# mine\n"}


def test_the_project_of_a_plan_may_be_elsewhere(
    project: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.parent)
    assert main(["plan", "-o", "a plan.json", "project"]) == 1
    assert "`hpfix apply 'a plan.json' project` writes it" in capsys.readouterr().err
    assert main(["apply", "a plan.json", "project"]) == 0
    assert held(project) == NEW
    assert main(["undo", "project"]) == 0
    assert held(project) == OLD


def test_no_report_takes_the_place_of_a_file_of_the_project(project: Path, capsys: Said) -> None:
    for words in (["plan", "-o", "train.py"], ["check", "--output-file", "hparams.py"]):
        assert main(words) == 2
        assert "is a file of the project" in capsys.readouterr().err
    assert held(project) == OLD


def test_where_git_cannot_be_asked_nothing_is_written(
    project: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit_all(project)
    monkeypatch.setenv("PATH", "/nonexistent")
    assert main(["--yes"]) == 2
    assert "as far as git can be asked" in capsys.readouterr().err
    assert main(["--yes", "--allow-dirty"]) == 0
    assert held(project).items() >= NEW.items()


def test_before_the_first_commit_nothing_is_committed(project: Path) -> None:
    (project / ".git").rmdir()
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    assert main(["--yes"]) == 2
    assert held(project).items() >= OLD.items()


def test_a_working_tree_in_another_is_asked_for_its_own_files(project: Path) -> None:
    inner = project / "tools"
    (inner / ".git").mkdir()
    commit_all(inner)
    (project / ".gitignore").write_text("tools\n")
    commit_all(project)
    assert main(["--yes"]) == 0
    assert held(project).items() >= NEW.items()


@pytest.mark.skipif(os.getuid() != 0, reason="only root may give a folder away")
def test_a_repository_of_another_user_is_asked(project: Path) -> None:
    commit_all(project)
    for path in (project, *project.rglob("*")):
        os.chown(path, 1234, 1234)
    (project / "train.py").write_bytes(OLD["train.py"] + b"# mine\n")
    assert main(["--yes"]) == 2
    subprocess.run(
        ["git", "-c", "safe.directory=*", "checkout", "-q", "train.py"], cwd=project, check=True
    )
    assert main(["--yes"]) == 0
