"""Renames written into the configuration: everything else in it stays as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from hpfix.config import load
from hpfix.project import Project
from hpfix.remembering import Settings, settings_of, with_renames
from hpfix.rewrite import Refused
from hpfix.writing import Unwritable, differences, write

ADDED = 'lr = "learning_rate"\n'
TABLE = f"[tool.hpfix.renames]\n{ADDED}"
# what the file says, with | where the rename is to stand and what it is to be there
FILES = {
    "none": ("|", TABLE),
    "no table of ours": ('[project]\nname = "x"\n|', f"\n{TABLE}"),
    "a comment at the end": ('[project]\nname = "x"\n\n# the end\n|', f"\n{TABLE}"),
    "our table, another behind": (
        "[tool.hpfix]\nignore = []  # none\n\n|[tool.ruff]\nselect=['E']\n",
        f"{TABLE}\n",
    ),
    "renames": (
        "[tool.hpfix.renames]  # proven\n\"bs\" = 'batch_size'   # always\n|\n[tool.ruff]\n",
        ADDED,
    ),
    "one line": ('[tool.hpfix]\nrenames = {bs = "batch"|}\n', ',lr = "learning_rate"'),
    "dotted": ('[tool]\nhpfix.renames.bs = "batch"\n|', f"hpfix.renames.{ADDED}"),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("variant", ["", "crlf", "bom"])
def test_a_rename_is_added_and_nothing_else_changes(name: str, variant: str) -> None:
    text, added = FILES[name]
    before, after = text.replace("|", ""), text.replace("|", added)
    if variant == "crlf" and before:
        before, after = (each.replace("\n", "\r\n") for each in (before, after))
    if variant == "bom":
        before, after = f"\ufeff{before}", f"\ufeff{after}"
    assert with_renames(Settings("pyproject.toml", before), {"lr": "learning_rate"}) == after


def test_no_final_newline_stays_none() -> None:
    text = '[renames]\nbs = "batch_size"'
    written = with_renames(Settings("hpfix.toml", text), {"lr": "learning_rate"})
    assert written == f"{text}\n{ADDED}".rstrip("\n")


def test_a_rename_that_is_there_gets_its_value() -> None:
    text = '[renames]\nlr = "rate"  # since May\nbs = "batch_size"\n'
    written = with_renames(Settings("hpfix.toml", text), {"lr": "learning_rate"})
    assert written == text.replace('"rate"', '"learning_rate"')


@pytest.mark.parametrize("text", ["renames = 1\n", "renames = [\n", "renames.lr.x = 1\nx = \n"])
def test_what_cannot_be_added_to_is_refused(text: str) -> None:
    with pytest.raises(Refused, match=r"^hpfix\.toml "):
        with_renames(Settings("hpfix.toml", text), {"lr": "learning_rate"})


def test_line_ends_that_differ_stay_as_they_are() -> None:
    text = "# one\r\n# two\n[renames]\r\n"
    written = with_renames(Settings("hpfix.toml", text), {"lr": "learning_rate"})
    assert written == f"{text}{ADDED}".removesuffix("\n") + "\r\n"


def test_the_file_is_the_one_that_is_read(tmp_path: Path) -> None:
    def chosen() -> str:
        found = settings_of(str(tmp_path), path=None, isolated=False)
        assert found is not None
        return found.path

    assert chosen() == "hpfix.toml"
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\n")
    assert chosen() == "pyproject.toml"
    (tmp_path / ".hpfix.toml").write_bytes(b"\xef\xbb\xbf[renames]\nlr = 'rate'\n")
    assert chosen() == ".hpfix.toml"
    assert load(tmp_path).renames == {"lr": "rate"}
    elsewhere = str(tmp_path.parent / "other.toml")
    assert settings_of(str(tmp_path), path=elsewhere, isolated=False) is None
    assert settings_of(str(tmp_path), path=None, isolated=True) is None


def test_a_file_that_was_not_there_is_made_or_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("lr: 1\n")
    before = Project(str(tmp_path), {}, {}).with_file("a.yaml", "lr: 1\n")
    after = before.with_file("a.yaml", "rate: 1\n").with_file("hpfix.toml", "[renames]\n")
    write(str(tmp_path), differences(before, after))
    assert (tmp_path / "hpfix.toml").read_text() == "[renames]\n"
    (tmp_path / "a.yaml").write_text("lr: 1\n")
    with pytest.raises(Unwritable, match="changed since it was read"):
        write(str(tmp_path), differences(before, after))
    assert (tmp_path / "a.yaml").read_text() == "lr: 1\n"
