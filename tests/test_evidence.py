"""docs/evidence.md lists every kind of evidence; each decides in one case and not in another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import evidence
import pytest
from case_runs import ALL, Files, call, files_in
from evidence import KINDS, Case, Kind, Past, Without
from test_history import build

from hpfix.cli import main
from hpfix.config import load
from hpfix.project import discover
from hpfix.session import check

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda each: each.sentence)
Report = dict[str, Any]
SHOWN = b"\n    - "
"""How a line begins that says what speaks for a fix."""


def test_the_page_is_as_it_is_generated() -> None:
    assert evidence.PAGE.read_text(encoding="utf-8") == evidence.page()


def test_every_kind_is_listed() -> None:
    """Whatever kind a fix of some case has is in the table, and the other way round."""
    seen: set[str] = set()
    for case in ALL:
        if SHOWN in (case.folder / "output.txt").read_bytes():
            folder = case.folder / "before"
            outcome = check(discover(folder), load(str(folder))._replace(history=False))
            for finding in (each.finding for each in outcome.decisions):
                for fix in finding.fixes if finding.code in ("HP001", "HP002") else ():
                    seen |= {each.kind for each in fix.evidence}
    assert seen | {"history"} == {each.kind for each in KINDS}


@each_kind
def test_a_kind_decides(kind: Kind, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    finding = finding_of(run(kind.decides, None, tmp_path / "with", capsys), kind.decides.key)
    assert finding is not None
    fix = finding["fixes"][0]
    assert says(fix, kind)
    assert finding["chosen"] == (0 if kind.chosen else None)
    taken = kind.without or "--no-history"
    other = finding_of(run(kind.decides, taken, tmp_path / "without", capsys), kind.decides.key)
    if other is None:
        return
    assert not any(says(each, kind) for each in other["fixes"][:1])
    if kind.chosen:
        assert other["chosen"] is None
    else:
        assert [told(each) for each in other["fixes"][:1]] != [told(fix)]


@each_kind
def test_a_kind_is_there_and_does_not_decide(
    kind: Kind, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    finding = finding_of(run(kind.declines, None, tmp_path, capsys), kind.declines.key)
    assert finding is not None
    having = [
        number
        for number, fix in enumerate(finding["fixes"])
        if says(fix, kind._replace(sentence=kind.declines.sentence))
    ]
    assert having
    assert finding["chosen"] not in having


def run(
    where: Case | Past,
    taken: Without | str | None,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> Report:
    """What `--dry-run` reports, with some evidence taken away."""
    options = (taken,) if isinstance(taken, str) else ()
    if isinstance(where, Past):
        build(folder, *where.commits)
        capsys.readouterr()
        main(["--dry-run", str(folder), "--no-cache", *JSON, *options])
        return json.loads(capsys.readouterr().out)
    files = files_in(evidence.ROOT / "tests" / "cases" / where.name / "before")
    if isinstance(taken, Without):
        text = files[taken.path].decode()
        assert taken.old in text
        files[taken.path] = text.replace(taken.old, taken.new).encode()
    return report_of(files)


JSON = ("--show-notes", "--output-format", "json")


def report_of(files: Files) -> Report:
    said = call(files, "--dry-run", *JSON).stdout
    return json.loads(said) if said else {"findings": []}


def finding_of(report: Report, key: str) -> Report | None:
    return next((each for each in report["findings"] if each["key"] == key), None)


def says(fix: Report, kind: Kind) -> bool:
    return any(
        each["kind"] == kind.kind and kind.sentence in each["text"] for each in fix["evidence"]
    )


def told(fix: Report) -> tuple[str, str, tuple[str, ...]]:
    """What a fix does, and why, as far as the sentence in question is not all that changed."""
    return fix["action"], fix["to"], tuple(each["kind"] for each in fix["evidence"])
