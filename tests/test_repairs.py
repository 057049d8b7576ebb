"""Repairs beyond one rename, where git or a person decides: told apart, taken away, moved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_history import build, fixes, hparams
from test_terminal import ENTER, KEY, LAST, Terminal

from hpfix.cli import main

READERS = {
    "encoder.py": "from hparams import hparams\n\nprint(hparams.dropout)\n",
    "train.py": "from hparams import hparams\n\nprint(hparams.epochs, decoder_p=hparams.dropout)\n",
}
SPLIT = hparams(encoder_dropout="0.1", decoder_dropout="0.1")


def test_a_commit_that_made_two_keys_of_one_offers_both_each_where_it_is_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"hparams.py": hparams(dropout="0.1"), **READERS}
    _, second = build(tmp_path, files, {"hparams.py": SPLIT})
    said = (
        f"commit {second[:7]} removed `dropout=0.1` and added `encoder_dropout=0.1` and"
        " `decoder_dropout=0.1`"
    )
    each_its_own, *others = fixes(tmp_path, capsys, "dropout")
    assert each_its_own == ("rename", None, "likely", [said])
    assert [each[:3] for each in others] == [
        ("rename", "encoder_dropout", "unsure"),
        ("rename", "decoder_dropout", "unsure"),
        ("insert", "0.1", "unsure"),
    ]
    assert main(["--yes", "--allow-dirty", str(tmp_path)]) == 0
    assert "print(hparams.encoder_dropout)" in (tmp_path / "encoder.py").read_text()
    assert "decoder_p=hparams.decoder_dropout" in (tmp_path / "train.py").read_text()


def test_a_value_that_one_of_two_keys_kept_makes_it_no_heir(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reader = {"a.py": "from hparams import hparams\n\nprint(hparams.epochs, hparams.dropout)\n"}
    files = {"hparams.py": hparams(dropout="0.15"), **reader}
    build(tmp_path, files, {"hparams.py": hparams(encoder_dropout="0.15", decoder_dropout="0.3")})
    found = fixes(tmp_path, capsys, "dropout")
    assert [each[1:3] for each in found[:2]] == [
        ("encoder_dropout", "unsure"),
        ("decoder_dropout", "unsure"),
    ]
    assert main(["--yes", "--unsure", "--allow-dirty", str(tmp_path)]) == 1
    assert (tmp_path / "a.py").read_text() == reader["a.py"]


def test_uses_that_all_went_to_one_of_two_keys_make_it_the_heir(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reader = "from hparams import hparams\n\nrate = hparams.dropout\n"
    files = {"hparams.py": hparams(dropout="0.1"), "a.py": reader, "b.py": reader}
    moved = reader.replace("dropout", "encoder_dropout")
    build(tmp_path, files, {"hparams.py": SPLIT, "b.py": moved})
    assert fixes(tmp_path, capsys, "dropout")[0][:2] == ("rename", "encoder_dropout")


def test_each_place_gets_the_key_that_a_person_says(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "hparams.py").write_text(
        "from tools import HParams\n\nhparams = HParams(\n    width=256,\n"
        "    key_heads=4,  # formerly heads\n    value_heads=2,  # formerly heads\n)\n"
    )
    (tmp_path / "layers.py").write_text(
        "from hparams import hparams\n\n\nclass ValueTable:\n    size = hparams.heads\n\n\n"
        "one, two = hparams.heads, hparams.heads\n"
    )
    session = Terminal(tmp_path)
    assert "1 rename to `value_heads` at 1 of 3 places (unsure)" in session.expect(KEY)
    session.child.send("p" + ENTER)
    session.expect("layers.py:5:20")
    session.type(ENTER, at=r"1 `key_heads`, 2 `value_heads`, n leave it \(Enter: 2\)")
    session.expect("layers.py:8:20")
    session.type("x" + ENTER, at=r"\(Enter: n\)")
    session.expect("`x` is no answer here")
    session.type("1" + ENTER, at=r"\(Enter: n\)")
    session.expect("layers.py:8:35")
    session.type("2" + ENTER, at=r"\(Enter: n\)")
    session.type("y", at=LAST)
    text, status = session.end()
    assert "rename to `key_heads` at 1 and to `value_heads` at 2 of 3 places" in text
    assert status == 0
    assert (
        (tmp_path / "layers.py")
        .read_text()
        .endswith(
            "    size = hparams.value_heads\n\n\n"
            "one, two = hparams.key_heads, hparams.value_heads\n"
        )
    )


def test_removals_are_told_to_programs_with_their_edits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "hparams.py").write_text(hparams())
    (tmp_path / "a.py").write_text(
        'from hparams import hparams\n\nfor name in ("epochs", "fp16"):  # both\n'
        "    print(getattr(hparams, name))\nprint(hparams.fp16)\n"
    )
    main(["--dry-run", str(tmp_path), "--output-format", "json"])
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    removal = found["fixes"][-1]
    assert (removal["action"], removal["to"], removal["value"]) == ("delete", None, None)
    assert removal["confidence"] == "unsure"
    assert removal["title"] == "remove the reference to `fp16` at 1 of 2 places"
    assert (found["status"], found["chosen"]) == ("left", None)
    main(["check", "--edits", str(tmp_path), "--output-format", "json"])
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    edits = [
        (each["line"], each["column"], each["end_column"], each["content"])
        for each in found["fixes"][-1]["edits"]
    ]
    assert edits == [(3, 22, 30, ",")]
