"""[tool.hpfix]: which file is read, what it may say, and what is said of a mistake in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hpfix.config import Configuration, ConfigurationError, load

ALL = """\
declared-in = ["hparams.py::create_hparams"]
include = ["smart_tuner/**"]
exclude = ["smart_tuner/backups/**"]
select = ["HP0"]
ignore = ["HP3"]

[renames]
prenet_dropout = "dropout_rate"

[per-file-ignores]
"legacy/**" = ["HP001"]
"""


def test_every_key(tmp_path: Path) -> None:
    (tmp_path / "hpfix.toml").write_text(ALL)
    assert load(tmp_path) == Configuration(
        declared_in=("hparams.py::create_hparams",),
        include=("smart_tuner/**",),
        exclude=("smart_tuner/backups/**",),
        select=("HP0",),
        ignore=("HP3",),
        renames={"prenet_dropout": "dropout_rate"},
        per_file_ignores={"legacy/**": ("HP001",)},
    )


def test_no_file_is_no_settings(tmp_path: Path) -> None:
    assert load(tmp_path) == Configuration()


def test_the_nearest_of_three_names(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.hpfix]\nselect = ["HP003"]\n')
    assert load(tmp_path).select == ("HP003",)
    (tmp_path / ".hpfix.toml").write_text('select = ["HP002"]\n')
    assert load(tmp_path).select == ("HP002",)
    (tmp_path / "hpfix.toml").write_text('select = ["HP001"]\n')
    assert load(tmp_path).select == ("HP001",)


def test_a_pyproject_without_our_table_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.black]\nline-length = 100\n")
    assert load(tmp_path) == Configuration()


def test_a_table_however_toml_spells_it(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[ tool . hpfix ]\nselect = ["HP001"]\n')
    assert load(tmp_path).select == ("HP001",)


def test_isolated_reads_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hpfix.toml").write_text("not toml")
    monkeypatch.setenv("HPFIX_CONFIG", str(tmp_path / "hpfix.toml"))
    assert load(tmp_path, isolated=True) == Configuration()


def test_a_path_that_was_given_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hpfix.toml").write_text('select = ["HP001"]\n')
    (tmp_path / "other.toml").write_text('select = ["HP002"]\n')
    (tmp_path / "third.toml").write_text('select = ["HP003"]\n')
    monkeypatch.setenv("HPFIX_CONFIG", str(tmp_path / "other.toml"))
    assert load(tmp_path).select == ("HP002",)
    assert load(tmp_path, path=str(tmp_path / "third.toml")).select == ("HP003",)


MISTAKES = {
    'declared_in = ["hparams.py"]': (
        "unknown key `declared_in` in hpfix.toml; did you mean `declared-in`?"
    ),
    "colour = true": "unknown key `colour` in hpfix.toml",
    'exclude = "data/**"': "`exclude` in hpfix.toml must be a list of strings, not a string",
    "ignore = [1]": (
        "`ignore` in hpfix.toml must be a list of strings, not a list that holds something else"
    ),
    "select = true": "`select` in hpfix.toml must be a list of strings, not a boolean",
    'renames = ["a"]': (
        "`renames` in hpfix.toml must be a table, not a list that holds something else"
    ),
    "renames = {lr = 1}": "`renames.lr` in hpfix.toml must be a string, not a number",
    '[per-file-ignores]\n"a/**" = "HP001"': (
        "`per-file-ignores.a/**` in hpfix.toml must be a list of strings, not a string"
    ),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_named_with_its_remedy(tmp_path: Path, text: str) -> None:
    (tmp_path / "hpfix.toml").write_text(text)
    with pytest.raises(ConfigurationError) as raised:
        load(tmp_path)
    assert str(raised.value) == MISTAKES[text]


def test_a_file_that_is_no_toml(tmp_path: Path) -> None:
    (tmp_path / "hpfix.toml").write_text("select = [")
    with pytest.raises(ConfigurationError, match=r"hpfix\.toml does not parse: "):
        load(tmp_path)


def test_a_given_file_that_is_not_there_or_says_nothing(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no such file"):
        load(tmp_path, path=str(tmp_path / "none.toml"))
    (tmp_path / "pyproject.toml").write_text("[tool.black]\n")
    with pytest.raises(ConfigurationError, match=r"has no table \[tool\.hpfix\]"):
        load(tmp_path, path=str(tmp_path / "pyproject.toml"))


def test_the_toml_parser_is_left_alone_where_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.black]\n")
    program = (
        "import sys\nfrom pathlib import Path\nfrom hpfix.config import load\n"
        "load(Path(sys.argv[1]))\nsys.exit('tomllib' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    assert subprocess.run(command, cwd=Path(__file__).parents[1]).returncode == 0
