"""`hpfix params`: what is declared and used, and whether what a tuner tries is accepted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hpfix.acceptance import Kind, as_override, objection
from hpfix.cli import main
from hpfix.model import Range, Value

HPARAMS = """\
from tools import HParams


def create_hparams():
    return HParams(
        batch_size=32,
        learning_rate=1e-3,
        use_amp=False,
        layers=[1, 2],
        warmup=None,
        training_files="data/dataset/a/very/long/path/to/train.csv",
    )
"""
TRAIN = """\
from hparams import create_hparams

hparams = create_hparams()
print(hparams.batch_size, hparams.learning_rate, hparams.batch_size)
"""
SPACE = """\
hparams_path: hparams.py
hyperparameter_search_space:
  batch_size: {type: int, min: 8, max: 64, default: 32}
  learning_rate: {type: float, min: 1e-5, max: 1e-2, default: 0.1, log: true}
  use_amp: {type: categorical, choices: [true, false], default: true}
  warmup: {type: int, min: 1, max: 5}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "hpfix.toml").write_text("")
    (tmp_path / "hparams.py").write_text(HPARAMS)
    (tmp_path / "train.py").write_text(TRAIN)
    (tmp_path / "tuner.yaml").write_text(SPACE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_table(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "tuner.yaml").unlink()
    assert main(["params"]) == 0
    assert capsys.readouterr().out == (
        "batch_size      int          32                    hparams.py:6   "
        "2 uses: train.py:4:15, ...\n"
        "learning_rate   float        1e-3                  hparams.py:7   "
        "1 use: train.py:4:35\n"
        "use_amp         bool         False                 hparams.py:8   no use\n"
        "layers          list of int  [1, 2]                hparams.py:9   no use\n"
        "warmup          none         None                  hparams.py:10  no use\n"
        'training_files  str          "data/dataset/a/ver…  hparams.py:11  no use\n'
        "6 declared in hparams.py create_hparams\n"
    )


def test_show_params_is_another_word_for_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--show-params"]) == 0
    assert "6 declared in hparams.py create_hparams" in capsys.readouterr().out


def test_whether_tuned_values_are_accepted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["params", "--tested"]) == 1
    assert capsys.readouterr().out == (
        "batch_size     8 .. 64           32    accepted\n"
        "learning_rate  1e-5 .. 1e-2 log  0.1   not accepted: its default 0.1 is above 1e-2\n"
        "use_amp        [true, false]     true  accepted\n"
        "warmup         1 .. 5                  "
        "not accepted: `warmup` is None by default, which gives the\n"
        "    parser no type\n"
        "4 tuned: 2 accepted, 2 not accepted\n"
    )


def test_json_has_both(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["params", "--tested", "--output-format", "json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["summary"] == {"declared": 6, "tuned": 4, "accepted": 2}
    first, second, *_ = said["parameters"]
    assert (first["name"], first["type"], first["default"]) == ("batch_size", "int", "32")
    assert first["declared"]["line"] == 6
    assert [each["path"] for each in first["references"]] == ["train.py", "train.py", "tuner.yaml"]
    assert second["schema"] == "create_hparams"
    assert said["tuned"][1]["reason"] == "its default 0.1 is above 1e-2"
    assert said["tuned"][0]["accepted"] is True


def number(text: str) -> Value:
    literal = float(text) if "." in text or "e" in text else int(text)
    return Value(text, type(literal).__name__, literal)


def word(text: str) -> Value:
    return Value(text, "str", text)


INT, FLOAT, BOOL, STR = (Kind(each) for each in ("int", "float", "bool", "str"))


@pytest.mark.parametrize(
    ("kind", "space", "expected"),
    [
        (INT, Range("int", number("1"), number("5"), default=number("2")), None),
        (FLOAT, Range("int", number("1"), number("5")), None),
        (INT, Range("float", number("1"), number("5")), "suggests float values for a declared int"),
        (INT, Range(None, number("1"), number("2.5")), "`2.5` does not read as int"),
        (INT, Range("int", number("5"), number("1")), "its range is empty: 5 is more than 1"),
        (INT, Range(None, choices=(number("8"), number("16")), default=number("8")), None),
        (
            INT,
            Range(None, choices=(number("8"),), default=number("9")),
            "its default 9 is none of its choices",
        ),
        (BOOL, Range(None, choices=(word("yes"),)), "`yes` does not read as bool"),
        (STR, Range(None, choices=(word("a"), word("b,c"))), "`x=b,c` is not a list of name=value"),
        (Kind("int", is_list=True), Range(None, choices=(number("3"),)), "`x` takes a list: [3]"),
        (Kind("unknown"), Range(None, low=number("1"), high=number("2")), None),
        (INT, Range(None, choices=(Value("WIDTHS[0]", "unknown"),)), None),
    ],
)  # fmt: skip
def test_what_speaks_against_a_range(kind: Kind, space: Range, expected: str | None) -> None:
    assert objection("x", kind, space) == expected


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Value("true", "bool", True), "True"),
        (Value("1.0e-3", "float", 0.001), "0.001"),
        (Value("[1, 2]", "list", (1, 2)), "[1, 2]"),
        (Value("null", "none"), "None"),
        (Value("{a: 1}", "mapping"), None),
        (None, None),
    ],
)
def test_a_value_as_the_program_passes_it_on(value: Value | None, text: str | None) -> None:
    assert as_override(value) == text
