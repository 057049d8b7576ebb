"""The command line: exit statuses, streams, and one sentence for each mistake."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from hpfix.cli import main
from hpfix.version import VERSION

HOME = Path(__file__).parents[1]
HPARAMS = """\
from tools import HParams


def create_hparams():
    return HParams(
        batch_size=32,
        learning_rate_min=1e-5,  # renamed from min_learning_rate
        dropout=0.1,
    )
"""
SPACE = """\
hparams_path: hparams.py
hyperparameter_search_space:
  batch_size: {type: categorical, choices: [16, 32], default: 32}
  min_learning_rate: {type: float, min: 1.0e-6, max: 1.0e-4, default: 1.0e-5}
"""
FIXED = SPACE.replace("min_learning_rate", "learning_rate_min")
GUARDED = """\
from hparams import create_hparams

hparams = create_hparams()
print(getattr(hparams, "zoneout", None))
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One error in tuner.yaml, which --yes repairs, and one note in guarded.py."""
    for name in ("CI", "PRE_COMMIT", "FORCE_COLOR", "HPFIX_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / ".git").mkdir()
    (tmp_path / "hparams.py").write_text(HPARAMS)
    (tmp_path / "tuner.yaml").write_text(SPACE)
    (tmp_path / "guarded.py").write_text(GUARDED)
    monkeypatch.chdir(tmp_path)
    return tmp_path


Said = pytest.CaptureFixture[str]


def in_process_of_its_own(
    project: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "hpfix", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(HOME), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )


# exit statuses and streams


def test_check_reports_and_writes_nothing(project: Path, capsys: Said) -> None:
    assert main(["check"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("HP001 error  `min_learning_rate` is not declared in hparams.py\n")
    assert out.endswith(
        "\n1 error in 1 of 3 files; 1 can be fixed by --yes, 1 note not shown (--show-notes)\n"
    )
    assert err == ""
    assert (project / "tuner.yaml").read_text() == SPACE


def test_a_clean_project_is_said_to_be_clean(project: Path, capsys: Said) -> None:
    (project / "tuner.yaml").write_text(FIXED)
    (project / "guarded.py").unlink()
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "nothing to fix in 2 files, 3 keys declared\n"


def test_nothing_declared_is_not_said_to_be_clean(project: Path, capsys: Said) -> None:
    (project / "hparams.py").unlink()
    (project / "guarded.py").unlink()
    (project / "tuner.yaml").write_text("a: 1\n")
    assert main(["check"]) == 0
    assert "no hyperparameters are declared in 1 file;" in capsys.readouterr().out


def test_yes_writes_and_says_what_is_on_disk(project: Path, capsys: Said) -> None:
    assert main(["--yes"]) == 0
    assert capsys.readouterr().out == (
        "fixed tuner.yaml:4:3 HP001 min_learning_rate: rename to `learning_rate_min`\n\n"
        "1 fixed in 1 file, 0 left, 1 note not shown (--show-notes)\n"
    )
    assert (project / "tuner.yaml").read_text() == FIXED


def test_dry_run_puts_the_diff_on_stdout_and_the_findings_on_stderr(
    project: Path, capsys: Said
) -> None:
    assert main(["--dry-run"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("--- a/tuner.yaml\n+++ b/tuner.yaml\n@@ -1,4 +1,4 @@\n")
    assert "  1 rename to `learning_rate_min` (safe, would be applied)\n" in err
    assert err.endswith("1 would be fixed in 1 file, 0 left, 1 note not shown (--show-notes)\n")
    assert (project / "tuner.yaml").read_text() == SPACE
    assert main(["--diff"]) == 1
    assert capsys.readouterr().out == out


def test_the_dry_run_is_in_the_encoding_of_the_file(project: Path) -> None:
    (project / "guarded.py").write_bytes(
        b"# -*- coding: latin-1 -*-\n"
        + GUARDED.replace("getattr(hparams", "hparams.min_learning_rate, getattr(hparams").encode()
        + b"# caf\xe9\n"
    )
    done = in_process_of_its_own(project, "--dry-run")
    assert b"-print(hparams.min_learning_rate" in done.stdout
    assert b" # caf\xe9\n" in done.stdout
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    subprocess.run(["git", "apply", "--check"], cwd=project, input=done.stdout, check=True)


def test_safe_only_and_unsure_move_the_line(project: Path, capsys: Said) -> None:
    (project / "hparams.py").write_text(HPARAMS.replace("  # renamed from min_learning_rate", ""))
    (project / "tuner.yaml").write_text(SPACE.replace("min_learning_rate", "learning_rate_mins"))
    assert main(["--yes", "--dry-run", "--safe-only"]) == 1
    assert capsys.readouterr().out == ""
    assert main(["--yes", "--dry-run", "--unsure"]) == 1
    assert "+  learning_rate_min: " in capsys.readouterr().out


def test_notes_are_shown_when_asked_for_and_never_count(project: Path, capsys: Said) -> None:
    (project / "tuner.yaml").unlink()
    assert main(["check", "--show-notes"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("HP001 note  `zoneout` is not declared in hparams.py\n")
    assert out.endswith("1 note in 1 of 2 files\n")


def test_exit_zero_hides_findings_but_no_failure(project: Path, capsys: Said) -> None:
    assert main(["check", "--exit-zero"]) == 0
    (project / "broken.py").write_text("def f(:\n")
    assert main(["check", "--exit-zero"]) == 2


def test_what_cannot_be_read_is_named_and_fails(project: Path, capsys: Said) -> None:
    (project / "tuner.yaml").write_text(FIXED)
    (project / "broken.py").write_text("x = 1\ndef f(:\n")
    (project / "latin.py").write_bytes(b"# caf\xe9\n")
    assert main(["check"]) == 2
    assert capsys.readouterr().err == (
        "hpfix: cannot read broken.py: does not parse: invalid syntax (line 2)\n"
        "hpfix: cannot read latin.py: not utf-8 at line 1\n"
    )


def test_paths_limit_what_is_reported_not_what_is_read(project: Path, capsys: Said) -> None:
    (project / "conf").mkdir()
    (project / "conf" / "b.yaml").write_text(SPACE)
    (project / "tuner.yaml").write_text(SPACE.replace("min_learning_rate", "drop_out"))
    assert main(["check", "conf", "--output-format", "concise"]) == 1
    assert re.findall(r"^[^:]+", capsys.readouterr().out, re.M) == ["conf/b.yaml"]
    assert main(["conf", "--yes"]) == 0
    assert (project / "conf" / "b.yaml").read_text() == FIXED
    assert "drop_out" in (project / "tuner.yaml").read_text()


def test_where_nothing_marks_a_project_only_what_is_named_is_read(
    project: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = project / "home"
    target = home / "target"
    (target / "conf").mkdir(parents=True)
    (project / ".git").rmdir()
    for name in ("hparams.py", "tuner.yaml"):
        (project / name).rename(target / name)
    (home / "latin.py").write_bytes(b"# caf\xe9\n")
    monkeypatch.chdir(home)
    assert main(["check", "target", "--output-format", "concise"]) == 1
    out, err = capsys.readouterr()
    assert (re.findall(r"^[^:]+", out, re.M), err) == (["tuner.yaml"], "")
    assert main(["check", "target/hparams.py", "target/conf", "-q"]) == 0
    assert main(["check", "target/tuner.yaml", "--statistics"]) == 1
    assert capsys.readouterr().out.endswith("1 error in 1 of 2 files; 1 can be fixed by --yes\n")


def test_the_whole_disk_is_read_only_when_it_is_named(project: Path, capsys: Said) -> None:
    (project / ".git").rmdir()
    assert main(["check", str(project / "tuner.yaml"), "/dev/null"]) == 2
    assert capsys.readouterr().err == (
        f"hpfix: nothing marks the project of `{project}/tuner.yaml`; name its folder\n"
    )


def test_statistics_and_quiet(project: Path, capsys: Said) -> None:
    assert main(["check", "--statistics"]) == 1
    assert capsys.readouterr().out.startswith("1  HP001  undeclared-key\n1 error")
    assert main(["check", "-q"]) == 1
    assert "can be fixed" not in capsys.readouterr().out


def test_concise_is_one_line_a_finding(project: Path, capsys: Said) -> None:
    assert main(["check", "--output-format", "concise"]) == 1
    assert capsys.readouterr().out == (
        "tuner.yaml:4:3: error HP001 `min_learning_rate` is not declared in hparams.py "
        "[rename to `learning_rate_min`, safe]\n"
    )


def test_the_report_goes_where_it_is_sent(project: Path, capsys: Said) -> None:
    report = project / "report.txt"
    assert main(["check", "--output-format", "concise", "--output-file", str(report)]) == 1
    assert capsys.readouterr().out == ""
    assert report.read_text().startswith("tuner.yaml:4:3: error HP001")
    assert main(["check", "--output-file", str(project / "no" / "report.txt")]) == 2
    assert "no/report.txt: no such file or directory" in capsys.readouterr().err


def test_selected_and_ignored_rules(project: Path, capsys: Said) -> None:
    assert main(["check", "--select", "HP002,HP003"]) == 0
    assert main(["check", "--ignore", "HP0"]) == 0
    (project / "hpfix.toml").write_text('ignore = ["HP001"]\n')
    assert main(["check"]) == 0
    assert main(["check", "--isolated"]) == 1


def test_include_keeps_the_declaration(project: Path, capsys: Said) -> None:
    (project / "hpfix.toml").write_text('declared-in = ["hparams.py"]\ninclude = ["conf/**"]\n')
    (project / "conf").mkdir()
    (project / "conf" / "b.yaml").write_text(SPACE)
    assert main(["check", "--output-format", "concise"]) == 1
    assert re.findall(r"^[^:]+", capsys.readouterr().out, re.M) == ["conf/b.yaml"]


def test_a_declaration_named_from_the_working_folder(
    project: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "conf").mkdir()
    monkeypatch.chdir(project / "conf")
    assert main(["check", "--declared-in", "../hparams.py::create_hparams", "-q"]) == 1
    assert main(["check", "--declared-in", "../tuner.yaml"]) == 2


# JSON


def test_json_is_what_the_interface_says(project: Path, capsys: Said) -> None:
    assert main(["check", "--output-format", "json"]) == 1
    text = capsys.readouterr().out
    said = json.loads(text)
    assert said["schema_version"] == 1
    assert said["tool"] == {"name": "hpfix", "version": VERSION}
    assert said["unread"] == []
    assert said["summary"] == {
        "files": 3, "declared": 3, "errors": 1, "warnings": 0, "notes": 1, "applied": 0,
    }  # fmt: skip
    (finding,) = said["findings"]
    assert {key: finding[key] for key in ("code", "name", "severity", "key", "status")} == {
        "code": "HP001",
        "name": "undeclared-key",
        "severity": "error",
        "key": "min_learning_rate",
        "status": "open",
    }
    assert finding["schema"] == {"name": "create_hparams", "path": "hparams.py", "line": 5}
    assert finding["places"] == [
        {"path": "tuner.yaml", "line": 4, "column": 3, "end_line": 4, "end_column": 20,
         "form": "search space"},
    ]  # fmt: skip
    fix = finding["fixes"][0]
    assert (fix["action"], fix["to"], fix["confidence"]) == ("rename", "learning_rate_min", "safe")
    assert fix["evidence"][0]["kind"] == "comment"
    assert fix["edits"] == []
    assert finding["chosen"] is None
    assert re.fullmatch(r"[0-9a-f]{16}", finding["fingerprint"])
    assert main(["check", "--output-format", "json"]) == 1
    assert capsys.readouterr().out == text


EDIT = {
    "path": "tuner.yaml", "line": 4, "column": 3, "end_line": 4, "end_column": 20,
    "content": "learning_rate_min",
}  # fmt: skip


def test_edits_are_minimal_and_filled_where_nothing_is_written(project: Path, capsys: Said) -> None:
    assert main(["check", "--edits", "--output-format", "json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert finding["fixes"][0]["edits"] == [EDIT]
    assert main(["--dry-run", "--output-format", "json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert finding["fixes"][0]["edits"] == [EDIT]
    assert all(fix["edits"] for fix in finding["fixes"])
    assert (finding["status"], finding["chosen"]) == ("would-apply", 0)


def test_json_of_a_run_has_what_was_applied(project: Path, capsys: Said) -> None:
    assert main(["--yes", "--output-format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    (finding,) = said["findings"]
    assert (finding["status"], finding["chosen"]) == ("applied", 0)
    assert (said["summary"]["applied"], said["summary"]["errors"]) == (1, 0)


def test_a_fingerprint_outlives_moved_lines(project: Path, capsys: Said) -> None:
    main(["check", "--output-format", "json"])
    (before,) = json.loads(capsys.readouterr().out)["findings"]
    (project / "tuner.yaml").write_text("# a new first line\n\n" + SPACE)
    main(["check", "--output-format", "json"])
    (after,) = json.loads(capsys.readouterr().out)["findings"]
    assert after["places"] != before["places"]
    assert after["fingerprint"] == before["fingerprint"]


# rename


def test_a_rename_is_written_with_all_that_refers_to_it(project: Path, capsys: Said) -> None:
    assert main(["rename", "batch_size", "size", "--dry-run"]) == 1
    assert capsys.readouterr().out.startswith("--- a/hparams.py\n+++ b/hparams.py\n")
    assert (project / "hparams.py").read_text() == HPARAMS
    assert main(["rename", "batch_size", "size", "--yes"]) == 0
    assert capsys.readouterr().out == "renamed `batch_size` to `size` at 2 places in 2 files\n"
    assert (project / "hparams.py").read_text() == HPARAMS.replace("batch_size", "size")
    assert (project / "tuner.yaml").read_text() == SPACE.replace("batch_size", "size")


def test_what_cannot_be_read_may_speak_of_a_renamed_key(project: Path, capsys: Said) -> None:
    (project / "broken.py").write_text("def f(:\n    hparams.batch_size\n")
    assert main(["rename", "batch_size", "size", "--yes"]) == 2
    out, err = capsys.readouterr()
    assert out == "renamed `batch_size` to `size` at 2 places in 2 files\n"
    assert err == (
        "not renamed, 1 place to look at:\n  broken.py:2:13: it is mentioned\n"
        "hpfix: cannot read broken.py: does not parse: invalid syntax (line 1)\n"
    )


def test_a_declaration_of_a_rename_may_be_named_by_its_path(project: Path, capsys: Said) -> None:
    (project / "other.py").write_text(HPARAMS.replace("create_hparams", "other_hparams"))
    (project / "use.py").write_text(
        "from other import other_hparams\nprint(other_hparams().dropout)\n"
    )
    assert main(["rename", "dropout", "drop_rate", "--yes"]) == 2
    assert "; --declared-in PATH[::NAME] says which\n" in capsys.readouterr().err
    assert main(["rename", "dropout", "drop_rate", "--yes", "other.py"]) == 0
    assert main(["rename", "dropout", "rate", "--yes", "--declared-in", "hparams.py"]) == 0
    assert "        rate=0.1," in (project / "hparams.py").read_text()
    assert (project / "use.py").read_text().endswith("print(other_hparams().drop_rate)\n")


# mistakes

MISTAKES = {
    "chekc": "there is no file or folder `chekc`; did you mean `check`?",
    "check no/such.py": "there is no file or folder `no/such.py`",
    "--dry-rum": "unknown option `--dry-rum`; did you mean `--dry-run`?",
    "check --yes": "`--yes` is an option of `hpfix fix`, not of `hpfix check`",
    "check --select": "`--select` needs a value",
    "--yes=1": "`--yes` takes no value",
    "check --select HP01": "there is no rule `HP01`; did you mean `HP001`?",
    "explain HP01": "there is no rule `HP01`; did you mean `HP001`?",
    "explain undeclared": "there is no rule `undeclared`; did you mean `undeclared-key`?",
    "check --output-format jsno": "`--output-format` cannot be `jsno`; did you mean `json`?",
    "check --color red": "`--color` cannot be `red`; it is one of auto, always, never",
    "--yes --safe-only --unsure": "`--safe-only` and `--unsure` contradict each other",
    "--unsure": "`--unsure` goes with `--yes` or `--dry-run`",
    "check --isolated --config a.toml": "`--isolated` and `--config` contradict each other",
    "check --edits": "`--edits` goes with `--output-format json`",
    "check --config none.toml": "none.toml: no such file or directory",
    "check --declared-in none.py": "`none.py` (declared-in) declares no hyperparameters",
    "params --output-format concise": "`hpfix params` is written as text or json",
    "rename batch_size": "`hpfix rename` takes the name as it is and the name as it shall be",
    "rename batch_size size": "there is nobody to ask (no terminal, a hook or CI); `--yes` writes "
    "it, `--dry-run` only shows it",
    "rename batch_size dropout --yes": "cannot rename `batch_size` to `dropout`: `dropout` is "
    "declared already, in hparams.py:8 create_hparams",
    "rename batch_size size --select HP001": "`--select` is an option of `hpfix fix`, not of "
    "`hpfix rename`",
    "check notes.txt": "`notes.txt` is not among the files that hpfix reads here",
}


@pytest.mark.parametrize("command", MISTAKES)
def test_a_mistake_is_one_sentence_and_status_2(project: Path, capsys: Said, command: str) -> None:
    (project / "notes.txt").write_text("")
    assert main(command.split()) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"hpfix: {MISTAKES[command]}\n")


def test_a_configuration_that_cannot_be_used(project: Path, capsys: Said) -> None:
    (project / "hpfix.toml").write_text('declared_in = ["hparams.py"]\n')
    assert main(["check"]) == 2
    assert capsys.readouterr().err == (
        "hpfix: unknown key `declared_in` in hpfix.toml; did you mean `declared-in`?\n"
    )


def test_no_terminal_is_refused_before_anything_is_read(project: Path) -> None:
    (project / "hpfix.toml").write_text("this would be a mistake")
    done = in_process_of_its_own(project)
    assert done.returncode == 2
    assert b"`--yes`" in done.stderr
    assert b"`--dry-run`" in done.stderr
    assert done.stdout == b""


def test_what_scripts_pass_is_accepted_and_shown_where_it_changes_something(
    project: Path, capsys: Said
) -> None:
    assert main(["check", "--no-cache", "--allow-dirty"]) == 1
    capsys.readouterr()
    for command, is_shown in (("check", False), ("fix", True)):
        with pytest.raises(SystemExit):
            main([command, "--help"])
        assert ("--allow-dirty" in capsys.readouterr().out) == is_shown


def test_the_version_is_the_one_that_is_published(capsys: Said) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(["--version"])
    assert leaving.value.code == 0
    assert capsys.readouterr().out == f"hpfix {VERSION}\n"
    published = tomllib.loads((HOME / "pyproject.toml").read_text())["project"]["version"]
    assert published == VERSION


def test_explain_prints_the_rule_or_lists_them(capsys: Said) -> None:
    assert main(["explain", "hp001"]) == 0
    assert capsys.readouterr().out.startswith("HP001 undeclared-key\n\nA key is used that")
    assert main(["explain"]) == 0
    assert capsys.readouterr().out.startswith("HP001  undeclared-key ")


# the process


def test_modules_of_the_project_do_not_stand_for_ours(project: Path) -> None:
    for name in ("ast.py", "yaml.py", "json.py", "argparse.py", "codemods.py", "tomllib.py"):
        (project / name).write_text("raise SystemExit('the wrong module')\n")
    (project / "libcst").mkdir()
    (project / "libcst" / "__init__.py").write_text("raise SystemExit('the wrong package')\n")
    done = in_process_of_its_own(project, "--yes", "--output-format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["summary"]["applied"] == 1


def test_a_reader_that_goes_away_is_no_error(project: Path) -> None:
    keys = "".join(f"        a_rather_long_key_{number}=0,\n" for number in range(2000))
    (project / "hparams.py").write_text(f"def create():\n    return HParams(\n{keys}    )\n")
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {sys.executable} -m hpfix params | head -1"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(HOME)},
        capture_output=True,
        text=True,
    )
    assert done.stdout.count("\n") == 1
    assert "Error" not in done.stdout + done.stderr
    assert done.returncode == 0


def test_streams_that_cannot_say_everything(project: Path) -> None:
    (project / "tuner.yaml").write_text(SPACE + "  имя: {min: 1, max: 2}\n")
    done = in_process_of_its_own(
        project, "check", "--show-notes", PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_a_full_disk_is_said(project: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "hpfix", "check"],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(HOME)},
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert b"hpfix: <stdout>: no space left on device\n" in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.returncode == 2


def test_the_templates_of_a_chart_are_no_yaml(project: Path, capsys: Said) -> None:
    templates = project / "chart" / "templates"
    templates.mkdir(parents=True)
    (templates / "service.yaml").write_text("{{- if .Values.db }}\nkind: Service\n{{- end }}\n")
    (project / "tuner.yaml").write_text(FIXED)
    assert main(["check"]) == 0
    assert "cannot read" not in capsys.readouterr().err


def test_a_mistake_of_its_own_is_no_finding(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError("maximum recursion depth exceeded")

    monkeypatch.setattr("hpfix.session.link", broken)
    monkeypatch.delenv("HPFIX_TRACEBACK", raising=False)
    assert main(["check", "--no-cache"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("hpfix: a mistake of hpfix itself, RecursionError at test_cli.py:")
    assert said.count("\n") == 1
    monkeypatch.setenv("HPFIX_TRACEBACK", "1")
    with pytest.raises(RecursionError):
        main(["check", "--no-cache"])
