"""Projects that are made to harm: hpfix ends, says what it could not read, and runs nothing."""

from __future__ import annotations

import os
import socket
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from tokenize import TokenInfo

import pytest

from hpfix import comment_tokens
from hpfix import project as projects
from hpfix.cli import main

Said = pytest.CaptureFixture[str]

HPARAMS = b"hparams = HParams(\n    batch_size=32,\n    learning_rate=0.1,\n)\n"
SLIP = b"from hparams import hparams\n\nprint(hparams.learning_rat)\n"
MENDED = SLIP.replace(b"rat)", b"rate)")
LOAD_JSON = b"import json\n\nconfig = json.load(open('bad.json'))\nprint(config['lr'])\n"
LOAD = b"import yaml\n\nwith open('deep.yaml') as file:\n    config = yaml.load(file)\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one slip that can be mended, whatever else is there."""
    lay_out(tmp_path, {"hparams.py": HPARAMS, "train.py": SLIP})
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def unread(said: str) -> dict[str, str]:
    """The files that could not be read, each with the reason."""
    start = "hpfix: cannot read "
    lines = [line[len(start) :] for line in said.splitlines() if line.startswith(start)]
    return dict(line.split(": ", 1) for line in lines)


MERGES = b"a0: &a0 {k0: 1}\n" + b"".join(
    b"a%d: &a%d\n  <<: [%s]\n  k%d: 1\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9), n)
    for n in range(1, 30)
)
BOMB = b"a0: &a0 [x, x]\n" + b"".join(
    b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 30)
)
MUTUAL = b"class Leaf:\n    pass\n\n\n" + b"".join(
    b"""def changed_%d(data):
    if isinstance(data, dict):
        result = {}
        for name, item in data.items():
            result[name] = changed_%d(item)
    else:
        result = Leaf()
    return result


def run_%d(data):
    return changed_%d(changed_%d(data)).depth


"""
    % (n, (n + 1) % 20, n, n, (n + 7) % 20)
    for n in range(20)
)
"""Twenty objects, each of which may have all keys of any other and of what it is made from."""
TWICE = b"config_0 = {'lr': 1, 'depth': 2, 'width': 3}\n" + b"".join(
    b"config_%d = {**config_%d, **config_%d, 'key_%d': 1}\n" % (n, n - 1, n - 1, n)
    for n in range(1, 40)
)
TWICE += b"print(config_39['lr'], config_39['key_1'])\n"
CHAIN = b"config_0 = {'lr': 1, 'depth': 2, 'width': 3}\n" + b"".join(
    b"config_%d = {**config_%d, 'key_%d': 1}\n" % (n, n - 1, n) for n in range(1, 1500)
)
CHAIN += b"print(config_1499['lr'], config_1499['key_1'])\n"
RING = b"".join(
    b"""class Made%d:
    def __init__(self, other):
        self.__dict__.update(other.__dict__)
        self.key_%d = other.key_%d
        self.inner = Made%d(other.inner)


made_%d = Made%d(Made%d(Made%d(None)))
print(made_%d.key_%d.lr, made_%d.inner.inner.depth)


"""
    % (n, n, (n + 1) % 60, (n + 3) % 60, n, n, (n * 7 + 1) % 60, (n * 5 + 2) % 60, n, n, n)
    for n in range(60)
)
"""Classes whose objects take each other's keys over, so that a walk meets all of them in a row."""
BASES = (
    b"class First(Third):\n    pass\n\n\nclass Second(First):\n    pass\n\n\n"
    b"class Third(Second):\n    pass\n\n\n"
    b"config = {'lr': 1, 'depth': 2, 'width': 3}\nSecond(**config)\n"
)
DEEP: Mapping[str, tuple[str, bytes, str | None]] = {
    "parentheses": ("deep.py", b"x = " + b"(" * 5000 + b"1" + b")" * 5000, "does not parse"),
    "attributes": ("deep.py", b"x = a" + b".b" * 100_000, "nested too deeply"),
    "sums": ("deep.py", b"x = " + b"1 + " * 50_000 + b"1", "nested too deeply"),
    "minus signs": ("deep.py", b"x = " + b"-" * 100_000 + b"1", "does not parse"),
    "branches": ("deep.py", b"if a:\n  b\n" + b"elif a:\n  b\n" * 3000, "nested too deeply"),
    "flow mappings": ("deep.yaml", b"{a: " * 20_000 + b"1" + b"}" * 20_000, "nesting depth"),
    "flow sequences": ("deep.yaml", b"[" * 20_000 + b"]" * 20_000, "nesting depth"),
    "JSON that nothing loads": ("deep.json", b"[" * 100_000 + b"]" * 100_000, None),
    "a notebook": ("deep.ipynb", b'{"cells": ' + b"[" * 100_000, "nested too deeply"),
    "TOML that nothing loads": ("deep.toml", b"a = " + b"[" * 100_000, None),
    "aliases that multiply": ("deep.yaml", BOMB, None),
    "merge keys that multiply": ("deep.yaml", MERGES, None),
    "itself": ("deep.yaml", b"a: &a\n  b: *a\nc: &c [*c]\n", None),
    "objects of each other's keys": ("deep.py", MUTUAL, None),
    "the same keys twice, again and again": ("deep.py", TWICE, None),
    "a chain of mappings": ("deep.py", CHAIN, None),
    "objects that a walk meets in a row": ("deep.py", RING, None),
    "bases of each other": ("deep.py", BASES, None),
    "a thing to be made": ("deep.yaml", b"a: !!python/object/apply:os._exit [3]\n", None),
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_deep_ends_and_is_said(root: Path, capsys: Said, name: str) -> None:
    path, data, reason = DEEP[name]
    lay_out(root, {path: data + b"\n", "load.py": LOAD})
    assert main(["--yes"]) == (0 if reason is None else 2)
    found = unread(capsys.readouterr().err)
    assert [*found] == ([] if reason is None else [path])
    assert reason is None or reason in found[path]
    assert (root / "train.py").read_bytes() == MENDED


ENCODED: Mapping[str, bytes] = {
    "latin-1": b"# -*- coding: latin-1 -*-\n# caf\xe9\n" + SLIP,
    "cp1251": b"# coding: cp1251\n# \xcf\xf0\xe8\n" + SLIP,
    "koi8-r": b"# vim: set fileencoding=koi8-r :\n# \xf0\xd2\n" + SLIP,
    "shift_jis": b"# coding: shift_jis\n# \x83\x6e\n" + SLIP,
    "BOM": b"\xef\xbb\xbf" + SLIP,
    "CRLF": SLIP.replace(b"\n", b"\r\n"),
    "lone CR": SLIP.replace(b"\n\n", b"\r\r\n"),
    "mixed": b"x = 1\r" + SLIP.replace(b"\n\n", b"\r\n"),
    "form feed": b"\x0c\n" + SLIP,
    "U+2028": "x = '\u2028\u2029\x85'\n".encode() + SLIP,
    "no final newline": SLIP.rstrip(b"\n"),
    "tabs": SLIP.replace(b"print", b"if True:\n\tprint"),
    "beyond the BMP": SLIP.replace(b"print(", "x = '\U0001f600'; print(".encode()),
    "combining": SLIP.replace(b"print(", "x = 'e\u0301'; print(".encode()),
}


@pytest.mark.parametrize("name", ENCODED)
def test_an_encoding_is_read_and_every_other_byte_kept(root: Path, name: str) -> None:
    lay_out(root, {"train.py": ENCODED[name]})
    assert main(["--yes"]) == 0
    mended = ENCODED[name].replace(b"learning_rat)", b"learning_rate)")
    assert (root / "train.py").read_bytes() == mended != ENCODED[name]


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_utf_16_yaml_is_read_and_written_as_it_is(root: Path, codec: str, end: str) -> None:
    mark = "" if codec == "utf-16" else "\ufeff"
    lines = (
        "hparams_path: hparams.py",
        "search_space:",
        "  batch_size: {type: int, min: 16, max: 64}",
        "  learning_rat: {type: float, min: 0.01, max: 0.5}  # \u043f",
        "",
    )
    text = mark + end.join(lines)
    lay_out(root, {"space.yaml": text.encode(codec), "train.py": MENDED})
    assert main(["--yes"]) == 0
    mended = text.replace("learning_rat:", "learning_rate:")
    assert (root / "space.yaml").read_bytes() == mended.encode(codec)


UNREADABLE: Mapping[str, tuple[str, bytes, str]] = {
    "no UTF-8": ("bad.py", b"# \xff\n", "not utf-8 at line 1"),
    "no UTF-8 in YAML": ("bad.yaml", b"\na: \xff\n", "not utf-8 at line 2"),
    "half of UTF-16": ("bad.yaml", b"\xff\xfea", "not utf-16-le at line 1"),
    "an unknown encoding": ("bad.py", b"# coding: foo\n", "unknown encoding: foo"),
    "one that is no text": ("bad.py", b"# coding: zlib_codec\n", "unknown encoding zlib_codec"),
    "one that refuses": ("bad.py", b"# coding: undefined\n", "not undefined"),
    "one that is not exact": ("bad.py", b"# coding: utf-7\nx = '+AGE-'\n", "the same bytes"),
    "JSON without a value": ("bad.json", b'{"lr": }', "a value is missing (line 1)"),
    "a word that is no JSON": ("bad.json", b'{"lr":\n None}', "`None` is no value (line 2)"),
    "NUL": ("bad.py", b"x = '\0'\n", "null bytes"),
    "Python 2": ("bad.py", b"print 'x'\n", "does not parse"),
    "a Python to come": ("bad.py", b"x = <> 1\n", "does not parse"),
    "inconsistent tabs": ("bad.py", b"if a:\n\tb\n        c\n", "tabs"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_said_and_the_rest_mended(
    root: Path, capsys: Said, name: str
) -> None:
    path, data, reason = UNREADABLE[name]
    lay_out(root, {path: data, "load.py": LOAD_JSON})
    assert main(["--yes"]) == 2
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert reason in unread(said)[path]
    assert (root / path).read_bytes() == data
    assert (root / "train.py").read_bytes() == MENDED


@pytest.mark.parametrize("data", [b"", b" \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_the_place_for_one(root: Path, capsys: Said, data: bytes) -> None:
    lay_out(root, {"bad.json": data, "load.py": LOAD_JSON})
    assert main(["--yes"]) == 0
    assert unread(capsys.readouterr().err) == {}


NAMES = (
    "new\nline.py", "quo'te\".py", "esc\x1b[31mred.py", "right\u202eyp.py", "tab\t.py", "a b.py",
    "-dash.py", "100%.py", "a:b.py", "back\\slash.py", "\u0435.py",
    os.fsdecode(b"no utf-8 \xff.py"),
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_any_file_name_is_read_shown_escaped_and_written(
    root: Path, capsys: Said, name: str
) -> None:
    lay_out(root, {name: SLIP})
    formats = ("text", "concise", "json")
    for command in (["check"], ["--dry-run"], ["plan"], ["params"]):
        for each in formats if command == ["check"] else ("text",):
            options = ["--output-format", each] if command == ["check"] else []
            main([*command, *options])
            said = "".join(capsys.readouterr())
            assert "\x1b" not in said
            assert "\u202e" not in said
            assert "new\nline" not in said
    assert main(["--yes"]) == 0
    assert (root / name).read_bytes() == MENDED
    assert main(["undo"]) == 0
    assert (root / name).read_bytes() == SLIP


def test_pipes_sockets_and_loops_are_passed_by(root: Path, capsys: Said) -> None:
    os.mkfifo(root / "pipe.py")
    os.mkfifo(root / "pipe.yaml")
    (root / "folder.py").mkdir()
    (root / "sub").mkdir()
    (root / "sub" / "up").symlink_to("..")
    (root / "loop.py").symlink_to("loop.py")
    (root / "nowhere.py").symlink_to("gone.py")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.py")
        assert main(["--yes"]) == 0
    assert not capsys.readouterr().err
    assert (root / "train.py").read_bytes() == MENDED


def test_what_no_person_writes_is_not_read(
    root: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(projects, "LARGEST", 1_000_000)
    monkeypatch.setattr(projects, "LARGEST_JSON", 2_000_000)
    lay_out(root, {"big.py": b"x = 1\n" * 200_000, "big.yaml": b"- 1\n" * 300_000})
    lay_out(root, {"big.json": b"[" + b"1,\n" * 700_000 + b"1]", "big.ipynb": b" " * 3_000_000})
    assert main(["--yes"]) == 2
    assert unread(capsys.readouterr().err) == {
        "big.ipynb": "larger than 2 MB", "big.py": "larger than 1 MB",
        "big.yaml": "larger than 1 MB",
    }  # fmt: skip
    assert (root / "train.py").read_bytes() == MENDED


def test_a_large_mapping_is_read(root: Path) -> None:
    keys = b"".join(b"key_%d: %d\n" % (n, n) for n in range(20_000))
    lay_out(root, {"deep.yaml": keys, "load.py": LOAD + b"\nprint(config['key_1'])\n"})
    assert main(["check"]) == 1


def test_a_file_of_many_slips_is_walked_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = b"".join(b"Config(lr_%d=1,  # slip\n    bs=2)\n" % n for n in range(50))
    head = b"from dataclasses import dataclass\n\n\n@dataclass\nclass Config:\n    "
    lay_out(root, {"many.py": head + b"lr: float = 0.1\n    bs: int = 1\n\n\n" + made})
    walked: Counter[str] = Counter()
    tokens = comment_tokens._tokens

    def counted(text: str) -> Iterator[tuple[str, TokenInfo]]:
        walked[text] += 1
        return tokens(text)

    monkeypatch.setattr(comment_tokens, "_tokens", counted)
    assert main(["check", "--no-cache"]) == 1
    assert max(walked.values()) < 5


def test_a_file_that_disappears_while_it_is_read_is_said(
    root: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(root, {"gone.py": b"x = 1\n"})
    read = projects.decode

    def decode(data: bytes, path: str) -> tuple[str, str]:
        if path == "gone.py":
            raise FileNotFoundError(2, "No such file or directory")
        return read(data, path)

    monkeypatch.setattr(projects, "decode", decode)
    assert main(["--yes"]) == 2
    assert unread(capsys.readouterr().err) == {"gone.py": "no such file or directory"}
    assert (root / "train.py").read_bytes() == MENDED


def test_a_configuration_that_is_deep_is_refused(root: Path, capsys: Said) -> None:
    lay_out(root, {"pyproject.toml": b"[tool.hpfix]\na = " + b"[" * 5000})
    assert main(["check"]) == 2
    assert "nested too deeply" in capsys.readouterr().err


def test_a_folder_that_is_not_read_is_not_clean(root: Path, capsys: Said) -> None:
    lay_out(root, {"venv/train.py": SLIP, "tools/train.py": SLIP})
    (root / "link").symlink_to("tools")
    for path in ("venv", "link"):
        assert main(["check", path]) == 2
        said = capsys.readouterr().err
        assert said == f"hpfix: `{path}` is not among the folders that hpfix reads here\n"
    assert main(["check", "tools"]) == 1
