"""The documents say what the program does: generated parts, examples, promises, codemods."""

from __future__ import annotations

import ast
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import documents
import pytest

from hpfix import session
from hpfix.config import Configuration
from hpfix.project import discover
from hpfix.rules import Rule, all_rules

HEADINGS = (
    "What it finds:", "Why it matters:", "Example:", "What the fix does:",
    "When it is left alone:",
)  # fmt: skip
README = (documents.ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(documents.generated()), ids=lambda path: path.name)
def test_a_document_is_as_it_is_generated(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == documents.generated()[path]


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 150


def test_the_readme_names_every_rule() -> None:
    assert [rule.CODE for rule in all_rules() if f"docs/rules/{rule.CODE}.md" not in README] == []


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.CODE)
def test_a_rule_documents_itself(rule: Rule) -> None:
    places = [rule.__doc__.index(heading) for heading in HEADINGS]
    assert places == sorted(places)
    assert Path(str(rule.__file__)).name.startswith(rule.CODE.lower())


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.CODE)
def test_the_example_of_a_rule_is_found(rule: Rule, tmp_path: Path) -> None:
    lines = rule.__doc__.splitlines()
    for number, line in enumerate(lines):
        if line.startswith("```") and line != "```":
            end = lines.index("```", number + 1)
            (tmp_path / line.split()[1]).write_text("\n".join(lines[number + 1 : end]) + "\n")
    outcome = session.check(discover(tmp_path), Configuration())
    assert [each.finding.code for each in outcome.decisions] == [rule.CODE]


@pytest.mark.parametrize(
    "test", [test for _, *tests in documents.PROMISES for test in tests], ids=lambda test: test
)
def test_a_promise_has_the_test_that_keeps_it(test: str) -> None:
    file, name = test.split("::")
    tree = ast.parse((documents.ROOT / "tests" / file).read_text(encoding="utf-8"))
    assert name in {each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)}


def codemod_commands() -> list[str]:
    return [line for line in README.splitlines() if line.startswith("python -m libcst.tool")]


@pytest.mark.parametrize("command", codemod_commands(), ids=lambda line: line.split()[6])
def test_a_codemod_runs_alone_as_the_readme_shows_it(command: str, tmp_path: Path) -> None:
    shutil.copy(documents.ROOT / ".libcst.codemod.yaml", tmp_path)
    (tmp_path / "train.py").write_text("print(hparams.lr)\n")
    (tmp_path / "hparams.py").write_text("hparams = HParams(\n    bs=8,\n    bs=8,\n)\n")
    words = [sys.executable, *shlex.split(command)[1:]]
    environment = {"PYTHONPATH": str(documents.ROOT), "PATH": "/usr/bin:/bin"}
    subprocess.run(words, cwd=tmp_path, env=environment, check=True, capture_output=True)
    texts = (tmp_path / "train.py").read_text() + (tmp_path / "hparams.py").read_text()
    unchanged = "print(hparams.lr)\nhparams = HParams(\n    bs=8,\n    bs=8,\n)\n"
    assert texts != unchanged
