"""The kept answer of a check: given again only to exactly the same question."""

from __future__ import annotations

from pathlib import Path

import pytest

from hpfix import cache
from hpfix.cli import main

HPARAMS = "from tools import HParams\n\nhparams = HParams(batch_size=32, learning_rate=1e-3)\n"
TRAIN = "from hparams import hparams\n\nprint(hparams.batch_sise, hparams.learning_rate)\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "project").mkdir()
    monkeypatch.setenv("HPFIX_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path / "project")
    Path("hpfix.toml").write_text("")
    Path("hparams.py").write_text(HPARAMS)
    Path("train.py").write_text(TRAIN)
    return tmp_path


def kept(project: Path) -> list[Path]:
    return sorted((project / "cache").glob("*"))


def test_the_second_check_says_what_the_first_one_said(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 1
    first = capsys.readouterr()
    assert [each.stat().st_mode & 0o777 for each in (project / "cache",)] == [0o700]
    assert len(kept(project)) == 1
    assert main(["check"]) == 1
    assert capsys.readouterr() == first


def test_a_kept_answer_is_what_is_given(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["check"])
    capsys.readouterr()
    kept(project)[0].write_text(kept(project)[0].read_text().replace("batch_sise", "kept_word"))
    assert main(["check"]) == 1
    assert "kept_word" in capsys.readouterr().out
    assert main(["check", "--no-cache"]) == 1
    assert "kept_word" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("file", "text", "status"),
    [
        ("train.py", TRAIN.replace("batch_sise", "batch_size"), 0),
        ("train.py", TRAIN + "\n", 1),
        ("hparams.py", HPARAMS.replace("batch_size", "batch_sise"), 0),
        ("extra.yaml", "a: 1\n", 1),
        ("hpfix.toml", 'ignore = ["HP001"]\n', 0),
    ],
)
def test_whatever_changes_is_checked_anew(
    project: Path, capsys: pytest.CaptureFixture[str], file: str, text: str, status: int
) -> None:
    main(["check"])
    before = kept(project)[0].read_text().split("\n")[0]
    Path(file).write_text(text)
    assert main(["check"]) == status
    assert kept(project)[0].read_text().split("\n")[0] != before


def test_what_could_not_be_read_is_never_kept(project: Path) -> None:
    Path("broken.py").write_text("def (")
    assert main(["check"]) == 2
    assert kept(project) == []


def test_other_options_are_another_question(project: Path) -> None:
    for words in (["check"], ["check", "--show-notes"], ["check", "--output-format", "json"]):
        main(words)
    assert len(kept(project)) == 3


def test_a_spoilt_or_unwritable_cache_is_no_trouble(project: Path) -> None:
    main(["check"])
    kept(project)[0].write_text("no answer")
    assert main(["check"]) == 1
    slot = cache.Slot(str(project / "project" / "train.py" / "slot"), "digest")
    cache.remember(slot, cache.Answer("", 0))
    assert cache.recall(slot) is None
