"""The fix session over a real pseudo-terminal: what a person types, and what is on disk then."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import termios
import time
import traceback
import warnings
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import pexpect
import pytest

from hpfix.cli import main
from hpfix.signals import heard_as_interrupts

# imported late, so that a check starts fast; here once for every session that is forked
for each in ("codemods.rename_key", "hpfix.interview", "hpfix.commands", "questionary"):
    import_module(each)

HOME = Path(__file__).parents[1]
HPARAMS = """\
from tools import HParams


def create_hparams():
    return HParams(
        batch_size=32,
        learning_rate_min=1e-5,  # renamed from min_learning_rate
        validate_interval=200,  # renamed from validation_interval
    )
"""
SPACE = """\
hparams_path: hparams.py
hyperparameter_search_space:
  batch_size: {type: categorical, choices: [16, 32], default: 32}
"""
INTERVAL = "  validation_interval: {type: int, min: 50, max: 400, default: 200}\n"
RATE = "  min_learning_rate: {type: float, min: 1.0e-6, max: 1.0e-4, default: 1.0e-5}\n"
FILES = {
    "hparams.py": HPARAMS,
    "quick.yaml": SPACE + INTERVAL,
    "slow.yaml": SPACE + RATE,
    "wide.yaml": SPACE + RATE,
}
HPFIX = f"{sys.executable} -m hpfix"
KEY = r"\(Enter: [yn]\)"
LAST = r"write\? \(Y/n\)"
HERE = r"here\? \(Y/n\)"
ENTER = "\r"
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two findings: a stale name in quick.yaml, another in slow.yaml and wide.yaml."""
    (tmp_path / ".git").mkdir()
    for path, text in FILES.items():
        (tmp_path / path).write_text(text)
    return tmp_path


def run_here(environment: dict[str, str]) -> NoReturn:
    """What `python -m hpfix` does, where this process was forked: nothing is imported again."""
    status = 1
    try:
        # pexpect goes on when its pipe is closed, as the start of another program closes it
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        os.environ.clear()
        os.environ.update(environment)
        warnings.simplefilter("ignore")
        sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w")
        status = main([])
        sys.stdout.flush()
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


class Terminal:
    """A session in a terminal and a process of its own, and all that it has shown.

    The process is a fork of this one unless there is a command for the shell.
    """

    def __init__(
        self, project: Path, *, columns: int = 100, command: str = "", **environment: str
    ) -> None:
        self.project = project
        unset = ("CI", "PRE_COMMIT", "NO_COLOR", "FORCE_COLOR")
        inherited = {name: value for name, value in os.environ.items() if name not in unset}
        known = {**inherited, "PYTHONPATH": str(HOME), "TERM": "xterm-256color", **environment}
        self.child = pexpect.spawn(
            "/bin/sh",
            ["-c", f"exec {command}"],
            cwd=project,
            env=known,
            preexec_fn=None if command else partial(run_here, known),
            dimensions=(40, columns),
            encoding="utf-8",
            timeout=10,
        )
        self.raw = ""
        self.seen = 0

    @property
    def shown(self) -> str:
        """All that was shown so far, without colours and movements."""
        return ESCAPE.sub("", self.raw)

    def expect(self, pattern: str) -> str:
        """Wait for the pattern; return what was shown since the last one."""
        while not (found := re.compile(pattern).search(self.shown, self.seen)):
            self.raw += self.child.read_nonblocking(65536, timeout=10)
        shown, self.seen = self.shown[self.seen : found.end()], found.end()
        return shown

    def answer(self, number: int, keys: str) -> str:
        """Wait for the question of that number, then type; return the question."""
        question = self.expect(rf"\[{number}/2\]") + self.expect(KEY)
        self.child.send(keys)
        return question

    def type(self, keys: str, *, at: str) -> str:
        """Wait for what the session shows, then type; return it."""
        shown = self.expect(at)
        self.child.send(keys)
        return shown

    def end(self) -> tuple[str, int | None]:
        """Wait for the end; return what was shown last and the exit status."""
        self.child.expect(pexpect.EOF)
        self.raw += self.child.before
        self.child.wait()
        self.child.ptyproc.delayafterclose = 0  # what has ended needs no time to do so
        self.child.close()
        return self.shown[self.seen :], self.child.exitstatus


def changed(project: Path) -> dict[str, str]:
    """The files that are not what they were, with what they hold now."""
    now = {path: (project / path).read_text() for path in FILES}
    return {path: text for path, text in now.items() if text != FILES[path]}


QUICK_FIXED = {"quick.yaml": SPACE + INTERVAL.replace("validation_", "validate_")}
RATE_FIXED = SPACE + RATE.replace("min_learning_rate", "learning_rate_min")
SLOW_FIXED = {"slow.yaml": RATE_FIXED}
WIDE_FIXED = {"wide.yaml": RATE_FIXED}


def test_a_question_shows_place_schema_candidates_evidence_and_diff(tmp_path: Path) -> None:
    (tmp_path / "hparams.py").write_text(HPARAMS)
    (tmp_path / "quick.py").write_text(
        "from hparams import create_hparams\n\nhparams = create_hparams()\n"
        "hparams.validation_interval = 50\nprint(hparams.batch_size)\n"
    )
    session = Terminal(tmp_path)
    question = session.expect(KEY)
    assert "[1/1] HP004 error  `validation_interval` is written and never read" in question
    assert "  quick.py:4:9\n" in question
    assert (
        "  3 | hparams = create_hparams()\n"
        "  4 | hparams.validation_interval = 50\n"
        "    |         ^^^^^^^^^^^^^^^^^^^\n"
        "  5 | print(hparams.batch_size)\n"
    ) in question
    assert "  declared in hparams.py:5 create_hparams\n" in question
    assert "  1 rename to `validate_interval` (safe)\n    - a comment in hparams.py" in question
    assert "-hparams.validation_interval = 50\n+hparams.validate_interval = 50\n" in question
    assert "\x1b[1;31m" in session.raw


def test_enter_takes_the_default_and_one_yes_writes_all(project: Path) -> None:
    session = Terminal(project, command=HPFIX)
    session.answer(1, ENTER)
    session.answer(2, "y" + ENTER)
    assert "2 fixes in 3 files: quick.yaml, slow.yaml" in session.type("y", at=LAST)
    text, status = session.end()
    assert "2 fixed in 3 files, 0 left" in text
    assert status == 0
    assert changed(project) == QUICK_FIXED | SLOW_FIXED | WIDE_FIXED


def test_what_is_left_stays(project: Path) -> None:
    session = Terminal(project)
    session.answer(1, "n" + ENTER)
    session.answer(2, "y" + ENTER)
    session.type("y", at=LAST)
    text, status = session.end()
    assert "1 fixed in 2 files, 1 left" in text
    assert status == 1
    assert changed(project) == SLOW_FIXED | WIDE_FIXED


def test_no_at_the_last_question_writes_nothing(project: Path) -> None:
    session = Terminal(project)
    session.answer(1, "y" + ENTER)
    session.answer(2, "y" + ENTER)
    session.type("n", at=LAST)
    text, status = session.end()
    assert "nothing was written" in text
    assert status == 1
    assert changed(project) == {}


def test_quitting_keeps_what_was_accepted_and_nothing_else(project: Path) -> None:
    session = Terminal(project)
    session.answer(1, "y" + ENTER)
    session.answer(2, "q" + ENTER)
    assert "1 fix in 1 file: quick.yaml" in session.type("y", at=LAST)
    text, status = session.end()
    assert "1 fixed in 1 file, 1 left" in text
    assert status == 1
    assert changed(project) == QUICK_FIXED


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "end of input"])
def test_going_away_writes_nothing_and_says_so(project: Path, key: str) -> None:
    session = Terminal(project)
    session.answer(1, "y" + ENTER)
    session.answer(2, key)
    text, status = session.end()
    assert "hpfix: interrupted; nothing was written" in text
    assert status == 130
    assert changed(project) == {}


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
@pytest.mark.parametrize("at", [KEY, LAST], ids=["a finding", "the last question"])
def test_a_signal_at_a_question_writes_nothing_and_restores_the_terminal(
    project: Path, name: str, at: str
) -> None:
    session = Terminal(project)
    terminal = session.child.child_fd
    before = termios.tcgetattr(terminal)
    if at == LAST:
        session.answer(1, "y" + ENTER)
        session.answer(2, "y" + ENTER)
    session.expect(at)
    assert termios.tcgetattr(terminal) != before
    session.child.kill(getattr(signal, name))
    session.expect("interrupted; nothing was written")
    assert termios.tcgetattr(terminal) == before
    _, status = session.end()
    assert status == 130
    assert changed(project) == {}


def test_a_signal_while_an_object_is_taken_away_is_heard(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Python says and drops what is raised there."""

    class Dying:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGTERM)

    def asked() -> None:
        with heard_as_interrupts():
            Dying()
            time.sleep(20)

    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        asked()
    assert time.monotonic() - start < 10
    assert capsys.readouterr().err == ""
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "end of input"])
def test_going_away_at_the_last_question_writes_nothing(project: Path, key: str) -> None:
    session = Terminal(project)
    session.answer(1, "y" + ENTER)
    session.answer(2, "q" + ENTER)
    session.type(key, at=LAST)
    text, status = session.end()
    assert "hpfix: interrupted; nothing was written" in text
    assert status == 130
    assert changed(project) == {}


def test_the_second_candidate_is_shown_before_it_is_taken(project: Path) -> None:
    session = Terminal(project)
    session.answer(1, "2" + ENTER)
    session.expect(r"\+        validation_interval=200,")
    session.answer(2, "q" + ENTER)
    session.type("y", at=LAST)
    assert session.end()[1] == 1
    assert "        validation_interval=200," in changed(project)["hparams.py"]


def test_another_declared_name_completed_with_tab(project: Path) -> None:
    session = Terminal(project)
    session.answer(1, "o" + ENTER)
    session.type("learn\t" + ENTER, at=r"Tab completes\)")
    session.expect(r"\+  learning_rate_min: {type: int")
    session.answer(2, "q" + ENTER)
    session.type("y", at=LAST)
    assert session.end()[1] == 1
    renamed = INTERVAL.replace("validation_interval", "learning_rate_min")
    assert changed(project) == {"quick.yaml": SPACE + renamed}


def test_a_name_of_ones_own_after_two_keys_that_make_no_sense(project: Path) -> None:
    session = Terminal(project)
    session.answer(1, "z" + ENTER)
    session.expect("`z` is no answer here; \\? explains the keys")
    session.type("7" + ENTER, at=KEY)
    session.expect("`7` is no answer here")
    session.type("e" + ENTER, at=KEY)
    session.type("validate_interval" + ENTER, at="rename `validation_interval` to")
    session.answer(2, "q" + ENTER)
    session.type("y", at=LAST)
    session.end()
    assert changed(project) == QUICK_FIXED


def test_an_answer_is_taken_back(project: Path) -> None:
    session = Terminal(project)
    session.answer(1, "y" + ENTER)
    session.answer(2, "u" + ENTER)
    session.answer(1, "n" + ENTER)
    session.answer(2, "D" + ENTER)
    session.expect("nothing is accepted so far")
    session.type("q" + ENTER, at=KEY)
    assert session.end()[1] == 1
    assert changed(project) == {}


def test_a_fix_that_cannot_be_is_refused_and_asked_again(project: Path) -> None:
    session = Terminal(project)
    session.answer(1, "o" + ENTER)
    session.type("batch_size" + ENTER, at=r"Tab completes\)")
    session.expect("cannot rename to `batch_size`: ")
    session.type("\x03", at=KEY)
    assert session.end()[1] == 130


def test_each_place_separately(project: Path) -> None:
    session = Terminal(project)
    session.answer(1, "n" + ENTER)
    session.answer(2, "p" + ENTER)
    session.expect("  slow.yaml:4:3\n")
    session.type("n", at=HERE)
    session.expect("  wide.yaml:4:3\n")
    session.type("y", at=HERE)
    session.type("y", at=LAST)
    text, status = session.end()
    assert "  left: fixed at some of its places only\n" in text
    assert "0 fixed in 1 file, 1 fixed in part, 2 left\n" in text
    assert status == 1
    assert changed(project) == WIDE_FIXED


def test_ignoring_for_good_writes_a_comment_and_shows_it(project: Path) -> None:
    session = Terminal(project)
    session.answer(1, "i" + ENTER)
    session.expect(r"\+  validation_interval: .*# hpfix: ignore\[HP001\]")
    session.answer(2, "q" + ENTER)
    session.type("y", at=LAST)
    assert "1 ignored for good" in session.end()[0]
    assert "default: 200}  # hpfix: ignore[HP001]\n" in changed(project)["quick.yaml"]


def test_the_comment_stands_where_one_can(tmp_path: Path) -> None:
    (tmp_path / "hparams.py").write_text(HPARAMS)
    code = (
        "from hparams import create_hparams\r\n\r\nhparams = create_hparams()\r\n"
        "print(hparams.batch_size, hparams.drop_out + \\\r\n"
        '    1, f"""{hparams.drop_out}\r\n'
        '    """)  # a plugin sets it\r\n'
        "print(hparams.drop_out)"
    )
    (tmp_path / "train.py").write_bytes(code.encode())
    session = Terminal(tmp_path)
    session.type("i" + ENTER, at=KEY)
    session.type("y", at=LAST)
    assert "1 ignored for good" in session.end()[0]
    mark = "  # hpfix: ignore[HP001]"
    expected = code.replace("sets it", f"sets it{mark}") + mark
    assert (tmp_path / "train.py").read_bytes() == expected.encode()
    assert Terminal(tmp_path).end() == ("nothing to fix in 2 files, 3 keys declared\n", 0)


def test_where_no_comment_can_stand_the_question_is_asked_again(project: Path) -> None:
    tried = 'validation_interval: {type: categorical, choices: ["each\n    epoch", never]}'
    (project / "quick.yaml").write_text(f"{SPACE}  {tried}\n")
    session = Terminal(project)
    session.answer(1, "i" + ENTER)
    session.expect(r"cannot ignore HP001 for good on 1 line\(s\): .*: line 4 ends within")
    session.type("\x03", at=KEY)
    assert session.end()[1] == 130


def test_the_rest_of_a_rule_is_not_asked_again(project: Path) -> None:
    session = Terminal(project)
    session.answer(1, "A" + ENTER)
    shown = session.type("y", at=LAST)
    assert "[2/2] HP001 min_learning_rate: rename to `learning_rate_min`\n--- a/slow" in shown
    assert "2 fixed in 3 files, 0 left" in session.end()[0]


@pytest.mark.parametrize(("key", "left"), [("a", 0), ("d", 2)])
def test_the_rest_of_a_file_is_not_asked_again(project: Path, key: str, left: int) -> None:
    (project / "quick.yaml").write_text(SPACE + INTERVAL + RATE)
    (project / "slow.yaml").unlink()
    (project / "wide.yaml").unlink()
    session = Terminal(project)
    session.answer(1, key + ENTER)
    session.expect(r"\[2/2\] HP001 min_learning_rate: ")
    if not left:
        session.type("y", at=LAST)
    assert session.end()[1] == bool(left)


def test_forty_columns_are_enough(project: Path) -> None:
    session = Terminal(project, columns=40)
    question = session.answer(1, "n" + ENTER)
    lines = question.split("[1/2]")[1].split("--- a/")[0].split("\n")
    assert max(map(len, lines)) <= 40
    session.answer(2, "q" + ENTER)
    assert session.end()[1] == 1


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colour_where_none_is_wanted(project: Path, variable: str, value: str) -> None:
    session = Terminal(project, **{variable: value})
    session.answer(1, "y" + ENTER)
    session.answer(2, "q" + ENTER)
    session.type("y" + ENTER, at=LAST)
    assert session.end()[1] == 1
    assert changed(project) == QUICK_FIXED
    assert set(re.findall(r"\x1b\[([0-9;]*)m", session.raw)) <= {"", "0"}
    assert variable != "TERM" or "\x1b" not in session.raw


@pytest.mark.parametrize("variable", ["CI", "PRE_COMMIT"])
def test_hooks_and_ci_are_never_asked(project: Path, variable: str) -> None:
    text, status = Terminal(project, command=HPFIX, **{variable: "1"}).end()
    assert "hpfix: there is nobody to ask" in text
    assert status == 2


def test_the_report_can_be_sent_elsewhere_while_the_terminal_asks(project: Path) -> None:
    session = Terminal(project, command=f"{HPFIX} --output-format json > report.json")
    session.answer(1, "y" + ENTER)
    session.answer(2, "q" + ENTER)
    session.type("y", at=LAST)
    assert session.end()[1] == 1
    report = json.loads((project / "report.json").read_text())
    assert [each["status"] for each in report["findings"]] == ["applied", "open"]
    assert changed(project) == QUICK_FIXED


def test_a_file_that_changed_meanwhile_is_not_overwritten(project: Path) -> None:
    session = Terminal(project)
    session.answer(1, "y" + ENTER)
    session.answer(2, "q" + ENTER)
    session.expect(LAST)
    saved = SPACE + INTERVAL + "# saved meanwhile\n"
    (project / "quick.yaml").write_text(saved)
    session.child.send("y")
    text, status = session.end()
    assert "hpfix: quick.yaml changed since it was read" in text
    assert "nothing was written" in text
    assert status == 2
    assert changed(project) == {"quick.yaml": saved}


def test_a_rename_is_shown_and_asked_for(project: Path) -> None:
    session = Terminal(project, command=f"{HPFIX} rename batch_size size")
    shown = session.type("n", at=LAST)
    assert "-        batch_size=32,\n+        size=32,\n" in shown
    assert "rename `batch_size` to `size` at 4 places in 4 files: write?" in shown
    text, status = session.end()
    assert "hpfix: nothing was written" in text
    assert (status, changed(project)) == (1, {})
    session = Terminal(project, command=f"{HPFIX} rename batch_size size")
    session.type(ENTER, at=LAST)
    text, status = session.end()
    assert "renamed `batch_size` to `size` at 4 places in 4 files" in text
    assert status == 0
    assert changed(project) == {
        path: text.replace("batch_size", "size") for path, text in FILES.items()
    }


PYPROJECT = """\
[tool.hpfix]
ignore = ["HP005"]  # see docs

[tool.ruff]
line-length = 100
"""
REMEMBERED = PYPROJECT.replace(
    "[tool.ruff]",
    '[tool.hpfix.renames]\nvalidation_interval = "validate_interval"\n\n[tool.ruff]',
)


def test_a_rename_is_remembered_in_the_configuration(project: Path) -> None:
    (project / "pyproject.toml").write_text(PYPROJECT)
    session = Terminal(project)
    session.answer(1, "m" + ENTER)
    session.expect(r'\+\[tool.hpfix.renames\]\n\+validation_interval = "validate_interval"\n')
    session.answer(2, "D" + ENTER)
    session.expect(r"\+\+\+ b/pyproject.toml\n(.*\n)*\+\+\+ b/quick.yaml\n")
    session.type("q" + ENTER, at=KEY)
    assert "1 fix in 2 files: pyproject.toml, quick.yaml" in session.type("y", at=LAST)
    assert "1 fixed in 2 files, 1 left" in session.end()[0]
    assert (project / "pyproject.toml").read_text() == REMEMBERED
    assert changed(project) == QUICK_FIXED


def test_what_is_remembered_is_proven_from_then_on(project: Path) -> None:
    quick = project / "quick.yaml"
    (project / "hparams.py").write_text(re.sub("  # renamed.*", "", HPARAMS))
    session = Terminal(project)
    session.answer(1, "mo" + ENTER)
    session.type("validate_interval" + ENTER, at=r"Tab completes\)")
    session.answer(2, "n" + ENTER)
    session.type("y", at=LAST)
    session.end()
    assert (project / "hpfix.toml").read_text() == (
        '[renames]\nvalidation_interval = "validate_interval"\n'
    )
    quick.write_text(FILES["quick.yaml"])
    session = Terminal(project)
    question = session.answer(1, "\x03")
    assert "1 rename to `validate_interval` (safe)\n    - the configuration renames" in question


def test_what_was_remembered_is_taken_back_with_its_answer(project: Path) -> None:
    session = Terminal(project)
    session.answer(1, "m" + ENTER)
    session.answer(2, "u" + ENTER)
    session.answer(1, "y" + ENTER)
    session.answer(2, "q" + ENTER)
    session.type("y", at=LAST)
    session.end()
    assert changed(project) == QUICK_FIXED
    assert not (project / "hpfix.toml").exists()


def test_only_a_rename_can_be_remembered(project: Path) -> None:
    session = Terminal(project)
    session.answer(1, "m2" + ENTER)
    session.expect("only a rename can be remembered")
    session.type("\x03", at=KEY)
    assert session.end()[1] == 130


def test_a_configuration_that_changed_meanwhile_stops_all(project: Path) -> None:
    (project / "pyproject.toml").write_text(PYPROJECT)
    session = Terminal(project)
    session.answer(1, "m" + ENTER)
    session.answer(2, "q" + ENTER)
    session.expect(LAST)
    (project / "pyproject.toml").write_text(f"{PYPROJECT}# saved meanwhile\n")
    session.child.send("y")
    text, status = session.end()
    assert "hpfix: pyproject.toml changed since it was read" in text
    assert (status, changed(project)) == (2, {})
