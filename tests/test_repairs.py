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


LOADED = (
    'import yaml\n\nwith open("config.yaml") as stream:\n    config = yaml.safe_load(stream)\n\n'
)
FLAT = "seed: 1\nepochs: 9\nmomentum: 0.95\noptimizer:\n  kind: sgd\n"
NESTED = "seed: 1\nepochs: 9\noptimizer:\n  kind: sgd\n  momentum: 0.95\n"
AT_THE_TOP = f'{LOADED}print(config["epochs"], config["optimizer"]["kind"])\n' + (
    'rate = config.get("momentum", 0.9)\nprint(config["momentum"])\n'
)
INSIDE = AT_THE_TOP.replace('config["momentum"]', 'config["optimizer"]["momentum"]').replace(
    'config.get("momentum"', 'config["optimizer"].get("momentum"'
)


def test_a_commit_that_moved_a_key_with_its_value_proves_where_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"config.yaml": FLAT, "train.py": AT_THE_TOP}
    _, second = build(tmp_path, files, {"config.yaml": NESTED})
    said = f"commit {second[:7]} moved `momentum=0.95` under `optimizer`"
    assert fixes(tmp_path, capsys, "momentum")[0] == (
        "rename", "optimizer.momentum", "safe", [said],
    )  # fmt: skip
    assert main(["--yes", "--safe-only", "--allow-dirty", str(tmp_path)]) == 0
    assert (tmp_path / "train.py").read_text() == INSIDE


def test_a_key_that_got_another_value_on_its_way_is_likely_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"config.yaml": FLAT, "train.py": AT_THE_TOP}
    build(tmp_path, files, {"config.yaml": NESTED.replace("0.95", "0.99")})
    action, to, confidence, (said,) = fixes(tmp_path, capsys, "momentum")[0]
    assert (action, to, confidence) == ("rename", "optimizer.momentum", "likely")
    assert said.endswith("moved `momentum=0.95` under `optimizer`, where it is 0.99")


def test_a_key_that_two_mappings_got_under_two_names_is_for_a_person(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    flat = "seed: 1\nlr: 0.002\n"
    nested = "seed: 1\ncritic:\n  lr: 0.002\nactor:\n  learning_rate: 0.002\n"
    code = f'{LOADED}print(config["seed"], config["lr"])\n'
    build(tmp_path, {"config.yaml": flat, "train.py": code}, {"config.yaml": nested})
    (action, to, confidence, said) = fixes(tmp_path, capsys, "lr")[0]
    assert (action, to, confidence) == ("rename", "critic.lr", "unsure")
    assert said[-1] == "the same commit added `learning_rate`, of the same words"


def test_a_key_that_left_its_mapping_is_looked_up_without_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"config.yaml": NESTED, "train.py": INSIDE}
    _, second = build(tmp_path, files, {"config.yaml": FLAT})
    said = f"commit {second[:7]} moved `momentum=0.95` to the top"
    assert fixes(tmp_path, capsys, "momentum")[0] == ("rename", "momentum", "safe", [said])
    assert main(["--yes", "--allow-dirty", str(tmp_path)]) == 0
    assert (tmp_path / "train.py").read_text() == AT_THE_TOP


def test_a_mapping_that_was_dissolved_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = LOADED + 'print(config["epochs"], config["data"]["workers"])\n'
    code += 'folder = config["data"].get("folder")\n'
    before = "seed: 1\nepochs: 9\ndata:\n  workers: 6\n  folder: corpus\n"
    build(
        tmp_path,
        {"config.yaml": before, "train.py": code},
        {"config.yaml": "seed: 1\nepochs: 9\nworkers: 6\nfolder: corpus\n"},
    )
    action, to, confidence, said = fixes(tmp_path, capsys, "data")[0]
    assert (action, to, confidence, len(said)) == ("rename", None, "safe", 2)
    assert main(["--yes", "--allow-dirty", str(tmp_path)]) == 0
    changed = code.replace('config["data"]', "config")
    assert (tmp_path / "train.py").read_text() == changed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'CONFIG = {"seed": 1, "epochs": 9, "momentum": 0.95, "optimizer": {"kind": "sgd"}}\n',
            'CONFIG = {"seed": 1, "epochs": 9, "optimizer": {"kind": "sgd", "momentum": 0.95}}\n',
        ),
        (
            "from ml_collections import ConfigDict\n\nCONFIG = ConfigDict()\nCONFIG.seed = 1\n"
            "CONFIG.epochs = 9\nCONFIG.momentum = 0.95\nCONFIG.optimizer = ConfigDict()\n"
            'CONFIG.optimizer.kind = "sgd"\n',
            "from ml_collections import ConfigDict\n\nCONFIG = ConfigDict()\nCONFIG.seed = 1\n"
            "CONFIG.epochs = 9\nCONFIG.optimizer = ConfigDict()\n"
            'CONFIG.optimizer.kind = "sgd"\nCONFIG.optimizer.momentum = 0.95\n',
        ),
    ],
    ids=["dict", "ConfigDict"],
)
def test_it_is_the_same_in_other_dialects(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], before: str, after: str
) -> None:
    code = 'from config import CONFIG\n\nprint(CONFIG["seed"], CONFIG["epochs"])\n'
    code += 'print(CONFIG["optimizer"]["kind"], CONFIG["momentum"])\n'
    build(tmp_path, {"config.py": before, "train.py": code}, {"config.py": after})
    assert fixes(tmp_path, capsys, "momentum")[0][:3] == ("rename", "optimizer.momentum", "safe")


def test_the_same_word_in_two_mappings_was_not_moved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What both had, one of them lost: the other did not get it."""
    both = FLAT + "  momentum: 0.95\n"
    files = {"config.yaml": both, "train.py": AT_THE_TOP + 'use(config["optimizer"]["momentum"])\n'}
    build(tmp_path, files, {"config.yaml": NESTED})
    assert fixes(tmp_path, capsys, "momentum")[0][:3] == ("rename", "optimizer.momentum", "unsure")


def test_a_lookup_that_moved_is_decided_place_by_place(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "config.yaml").write_text(NESTED)
    (tmp_path / "train.py").write_text(AT_THE_TOP)
    session = Terminal(tmp_path)
    assert "1 look it up as `optimizer.momentum` (unsure)" in session.expect(KEY)
    session.child.send("p" + ENTER)
    session.type("y", at=r"look it up as `optimizer\.momentum` here\? \(Y/n\)")
    session.type("n", at=r"here\? \(Y/n\)")
    session.type("y", at=LAST)
    text, status = session.end()
    assert "0 fixed in 1 file, 1 fixed in part, 1 left" in text
    assert status == 1
    expected = AT_THE_TOP.replace("config.get(", 'config["optimizer"].get(')
    assert (tmp_path / "train.py").read_text() == expected


def test_a_key_that_was_renamed_and_then_lost_is_brought_back_in_one_go(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reader = "from hparams import hparams\n\nprint(hparams.epochs, hparams.norm_eps)\n"
    _, second, third = build(
        tmp_path,
        {"hparams.py": hparams(norm_eps="1e-6"), "a.py": reader},
        {"hparams.py": hparams(norm_epsilon="1e-6")},
        {"hparams.py": hparams()},
    )
    found = fixes(tmp_path, capsys, "norm_eps")
    assert found[0] == (
        "rename",
        "1e-6",
        "unsure",
        [
            f"commit {second[:7]} turned `norm_eps=1e-6` into `norm_epsilon=1e-6`",
            f"declared as `norm_epsilon=1e-6` until commit {third[:7]}",
        ],
    )
    assert main(["--yes", "--unsure", "--allow-dirty", str(tmp_path)]) == 1
    assert (tmp_path / "hparams.py").read_text() == hparams()
    session = Terminal(tmp_path)
    title = r"rename to `norm_epsilon` and declare `norm_epsilon=1e-6` in hparams\.py"
    session.expect(title + r" \(unsure\)")
    session.type("y" + ENTER, at=KEY)
    session.type("y", at=LAST)
    assert session.end()[1] == 0
    assert (tmp_path / "hparams.py").read_text() == hparams(norm_epsilon="1e-6")
    assert "hparams.norm_epsilon" in (tmp_path / "a.py").read_text()


def test_a_key_that_was_lost_under_its_own_name_is_only_declared_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reader = "from hparams import hparams\n\nprint(hparams.epochs, hparams.norm_eps)\n"
    build(
        tmp_path,
        {"hparams.py": hparams(norm_eps="1e-6"), "a.py": reader},
        {"hparams.py": hparams()},
    )
    assert [each[:3] for each in fixes(tmp_path, capsys, "norm_eps")] == [
        ("insert", "1e-6", "unsure")
    ]


@pytest.mark.parametrize(
    ("path", "before", "reader", "after"),
    [
        (
            "config.yaml",
            "seed: 1  # of all\nepochs: 9\noptimizer:\n  kind: sgd\n",
            f'{LOADED}print(config["seed"], config["epochs"], config["patience"])\n',
            "seed: 1  # of all\nepochs: 9\noptimizer:\n  kind: sgd\npatience: 7\n",
        ),
        (
            "config.py",
            'CONFIG = {\n    "seed": 1,\n    "epochs": 9,\n    "kind": "sgd",\n}\n',
            "from config import CONFIG\n\n"
            'print(CONFIG["seed"], CONFIG["epochs"], CONFIG["patience"])\n',
            'CONFIG = {\n    "seed": 1,\n    "epochs": 9,\n    "kind": "sgd",\n'
            '    "patience": 7,\n}\n',
        ),
    ],
)
def test_a_value_that_nothing_gives_is_asked_for_and_put_in(
    tmp_path: Path, path: str, before: str, reader: str, after: str
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / path).write_text(before)
    (tmp_path / "train.py").write_text(reader)
    session = Terminal(tmp_path)
    assert "1 declare `patience`, its value to be given (unsure)" in session.expect(KEY)
    session.child.send("y" + ENTER)
    session.type("7" + ENTER, at="declare `patience` as")
    session.type("y", at=LAST)
    assert session.end()[1] == 0
    assert (tmp_path / path).read_text() == after


def test_what_cannot_be_put_in_is_left_to_the_person(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "train.py").write_text(
        "import argparse\n\nparser = argparse.ArgumentParser()\n"
        'parser.add_argument("--epochs", type=int, default=9)\n'
        "args = parser.parse_args()\nprint(args.epochs, args.patience)\n"
    )
    session = Terminal(tmp_path)
    session.type("y" + ENTER, at=KEY)
    session.expect(r"hpfix cannot write it into this kind of declaration \(argparse\): ")
    session.expect(r"declare `patience` by hand in train\.py:3")
    session.type("q" + ENTER, at=KEY)
    assert session.end()[1] == 1
