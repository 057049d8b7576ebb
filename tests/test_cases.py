"""Every case of tests/cases, and the promises that hold for all of them (DESIGN 6).

A case is a folder named by its behaviour:
    before/      a small project
    after/       the same with the default answers taken; absent: nothing may change
    answers.txt  other answers, one a line: the number of a fix, `leave`, `back`, `stop`
    options.txt  options of both runs, such as `--show-notes`
    output.txt   what `hpfix --dry-run` says about before/

A person runs one by hand: copy before/ somewhere and call `hpfix --dry-run` in it. `pytest
tests/test_cases.py --update-cases` rewrites after/ and output.txt; read every line it wrote.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

import case_runs
import pytest
import yaml
from case_runs import ALL, EVERY, Case, Files, call, dry_run, files_in, put, real_run

from hpfix.config import Configuration, load
from hpfix.findings import Confidence
from hpfix.project import Project, discover
from hpfix.rules import all_rules
from hpfix.session import Answer, Apply, Decide, Leave, Outcome, Question, Stop, TakeBack, run
from hpfix.session import take_defaults as defaults_of

ROOT = Path(__file__).parent.parent
UNDER_A_REAL_INTERPRETER = (
    "HP001-the-reference-project",
    "HP001-encoding-cookie",
    "HP001-declaration-file-does-not-parse",
)
DEFAULTS = defaults_of(Confidence.likely)
UNREAD = ("does not parse", "the declaration ")
BOM = b"\xef\xbb\xbf"
SOURCE_SUFFIXES = (".py", ".yaml", ".yml")
COOKIE = re.compile(rb"coding[:=]")

every_case = pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)


@pytest.fixture(autouse=True, scope="module")
def _plain_terminal() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CI", "PRE_COMMIT", "FORCE_COLOR", "HPFIX_CONFIG", "HPFIX_CACHE_DIR"):
            patch.delenv(name, raising=False)
        patch.setenv("NO_COLOR", "1")
        patch.setenv("COLUMNS", "100")
        yield


# how a session is run on one


def read_from_disk(files: Files) -> tuple[Project, Configuration]:
    """The project that the files are, and what it says about itself."""
    with TemporaryDirectory(prefix="hpfix-case-") as name:
        put(files, Path(name))
        return discover(name), load(name)


def outcome_of(files: Files, decide: Decide = DEFAULTS) -> Outcome:
    """The outcome of a session over the files."""
    return run(*read_from_disk(files), decide)


@cache
def project_of(case: Case) -> tuple[Project, Configuration]:
    return read_from_disk(case.before)


@cache
def default_outcome(case: Case) -> Outcome:
    return run(*project_of(case), DEFAULTS)


def outcome_after(case: Case, files: Files) -> Outcome:
    """The outcome of the files that were made of a case: its own where they are the same."""
    return default_outcome(case) if files == case.before else outcome_of(files)


def result_of(outcome: Outcome, files: Files) -> Files:
    """The files as the outcome leaves them."""
    after = outcome.after
    return files | {path: text.encode(after.codecs[path]) for path, text in after.texts.items()}


def answering(answers: Iterable[str]) -> Decide:
    """Answers from a script; where it ends, every finding is left."""
    script = iter(answers)

    def decide(question: Question) -> Answer:
        match next(script, "leave"):
            case "leave":
                return Leave()
            case "back":
                return TakeBack()
            case "stop":
                return Stop()
            case number:
                return Apply(question.finding.fixes[int(number) - 1])

    return decide


# what is written down


@every_case
def test_output_is_as_written(case: Case, request: pytest.FixtureRequest) -> None:
    said = dry_run(case).said
    path = case.folder / "output.txt"
    if request.config.getoption("--update-cases"):
        path.write_bytes(said)
    assert said.decode(errors="replace") == path.read_bytes().decode(errors="replace")


@every_case
def test_result_is_as_written(case: Case, request: pytest.FixtureRequest) -> None:
    if case.answers is None:
        result = real_run(case).files
    else:
        result = result_of(outcome_of(case.before, answering(case.answers)), case.before)
    folder = case.folder / "after"
    if request.config.getoption("--update-cases"):
        shutil.rmtree(folder, ignore_errors=True)
        for name, content in result.items() if result != case.before else ():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
    assert result == case.after


@pytest.mark.parametrize("name", UNDER_A_REAL_INTERPRETER)
def test_a_process_of_its_own_says_the_same(name: str, tmp_path: Path) -> None:
    case = Case(name)
    put(case.before, tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "hpfix", "--dry-run"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    same = dry_run(case)
    assert (done.returncode, done.stdout, done.stderr) == (same.status, same.stdout, same.stderr)


def test_another_order_of_hashes_changes_nothing(tmp_path: Path) -> None:
    """The order of a set of words is another one in every process, unless it is asked for."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "1"}
    command = [sys.executable, case_runs.__file__, str(tmp_path)]
    subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=True)
    assert files_in(tmp_path) == {case.name: dry_run(case).said for case in ALL[::EVERY]}


def test_two_cases_in_five_say_leave_this_alone() -> None:
    alone = [case for case in ALL if not (case.folder / "after").is_dir()]
    assert len(alone) / len(ALL) >= 0.4


@every_case
def test_its_name_begins_with_a_rule(case: Case) -> None:
    assert case.name.split("-")[0] in {rule.CODE for rule in all_rules()}


# the promises


@every_case
def test_the_result_parses(case: Case) -> None:
    unread = set(unread_by(default_outcome(case)))
    for name, content in real_run(case).files.items():
        if name in unread:
            continue
        if name.endswith(".py"):
            compile(content, name, "exec", ast.PyCF_ONLY_AST)
        elif name.endswith(SOURCE_SUFFIXES):
            assert list(yaml.compose_all(content, yaml.SafeLoader))


@every_case
def test_a_second_run_changes_nothing(case: Case) -> None:
    first = real_run(case).files
    assert call(first, "--yes").files == first


@every_case
def test_nothing_is_found_again_that_was_applied(case: Case) -> None:
    first = default_outcome(case)
    second = outcome_after(case, result_of(first, case.before))
    applied = {each.finding.identity for each in first.decisions if each.status == "applied"}
    assert not applied & {each.identity for each in second.remaining}
    assert not [each for each in second.decisions if each.status == "applied"]


@every_case
def test_other_files_keep_bytes_time_and_mode(case: Case) -> None:
    shown = re.findall(rb"^\+\+\+ b/(.*?)\t?$", dry_run(case).stdout, re.MULTILINE)
    done = real_run(case)
    assert done.files.keys() == case.before.keys()
    for name, content in case.before.items():
        assert done.stats[name][0] == done.stats_before[name][0]
        if name.encode() not in shown:
            assert done.files[name] == content
            assert done.stats[name] == done.stats_before[name]


@every_case
def test_a_dry_run_writes_nothing(case: Case) -> None:
    done = dry_run(case)
    assert done.files == case.before
    assert done.stats == done.stats_before


@every_case
def test_git_applies_what_is_shown(case: Case) -> None:
    patch = dry_run(case).stdout
    patched = with_patch(case.before, patch) if patch else case.before
    assert patched == real_run(case).files


def with_patch(files: Files, patch: bytes) -> Files:
    """The files as git leaves them when it applies the patch."""
    with TemporaryDirectory(prefix="hpfix-case-") as name:
        put(files, Path(name))
        subprocess.run(
            ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"],
            cwd=name,
            env={**os.environ, "GIT_CEILING_DIRECTORIES": str(Path(name).parent)},
            input=patch,
            check=True,
        )
        return files_in(Path(name))


@every_case
def test_the_order_of_files_does_not_matter(case: Case) -> None:
    project, configuration = project_of(case)
    expected = default_outcome(case)
    texts = MappingProxyType(dict(sorted(project.texts.items(), reverse=True)))
    shuffled = Project(project.root, texts, project.codecs, project.unread)
    outcome = run(shuffled, configuration, DEFAULTS)
    assert facts_of(outcome) == facts_of(expected)
    assert outcome.after.texts == expected.after.texts


def facts_of(outcome: Outcome) -> list[tuple[object, ...]]:
    return [
        (
            each.status,
            each.reason,
            each.finding.severity,
            each.finding.message,
            each.finding.places,
            [(fix.title, fix.confidence, fix.evidence) for fix in each.finding.fixes],
        )
        for each in outcome.decisions
    ]


def with_crlf(name: str, content: bytes) -> bytes:
    return re.sub(rb"\r?\n", b"\r\n", content)


def with_bom(name: str, content: bytes) -> bytes:
    return (
        BOM + content if name.endswith(SOURCE_SUFFIXES) and not COOKIE.search(content) else content
    )


def without_final_newline(name: str, content: bytes) -> bytes:
    return content.rstrip(b"\r\n")


VARIANTS = (with_crlf, with_bom, without_final_newline)


@every_case
def test_the_same_edit_is_made(case: Case) -> None:
    """In another form of the files: in that of a third of all cases, by turns."""
    variant = VARIANTS[ALL.index(case) % len(VARIANTS)]

    def varied(files: Files) -> Files:
        return {name: variant(name, content) for name, content in files.items()}

    before = varied(case.before)
    assert result_of(outcome_after(case, before), before) == varied(real_run(case).files)


@every_case
def test_the_exit_status_says_what_is_left(case: Case) -> None:
    outcome = default_outcome(case)
    standing = [each for each in outcome.decisions if counts(each.finding.severity, each.status)]
    left = [each for each in standing if each.status != "applied"]
    unread = bool(list(unread_by(outcome)))
    assert dry_run(case).status == (2 if unread else int(bool(standing)))
    assert real_run(case).status == (2 if unread else int(bool(left)))


def counts(severity: str, status: str) -> bool:
    return severity != "note" and status != "suppressed"


def unread_by(outcome: Outcome) -> Iterable[str]:
    """The files that could not be read or parsed."""
    yield from (each.path for each in outcome.before.unread)
    for spot in outcome.index.blind_spots:
        if spot.reason.startswith(UNREAD):
            yield spot.place.path
