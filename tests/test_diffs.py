"""The diff on stdout is a patch: git takes it, whatever the bytes and names of the files."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hpfix.alignment import stretches
from hpfix.diffs import patch, unified
from hpfix.project import Project, discover


def changed(project: Project, old: str, new: str) -> Project:
    return project.with_texts({p: t.replace(old, new) for p, t in project.texts.items()})


FILES = {
    "plain": ("train.py", b"x = hparams.old\n"),
    "windows line ends": ("train.py", b"a = 1\r\nx = hparams.old\r\nb = 2\r\n"),
    "mixed line ends": ("train.py", b"a = 1\r\nx = hparams.old\nb = 2\r\n"),
    "no final newline": ("train.py", b"a = 1\nx = hparams.old"),
    "carriage returns only": ("train.py", b"a = 1\rx = hparams.old\rb = 2\r"),
    "form feed and separators": ("train.py", "a = '\x0c\u2028'\nx = hparams.old\n".encode()),
    "byte-order mark": ("config.yaml", b"\xef\xbb\xbfold: 1\nb: 2\n"),
    "latin-1": ("train.py", b"# -*- coding: latin-1 -*-\nx = hparams.old  # caf\xe9\n"),
    "utf-16": ("config.yaml", "\ufeffold: 1\nb: 2\n".encode("utf-16-le")),
    "Cyrillic name": ("папка/обучение.py", "x = hparams.old  # имя\n".encode()),
    "space in the name": ("my configs/the tuner.yaml", b"old: 1\n"),
    "quote in the name": ('a"b\\c.yaml', b"old: 1\n"),
    "space and Cyrillic in the name": ("мой файл.yaml", b"old: 1\n"),
    "undecodable name": (b"caf\xe9.yaml".decode("utf-8", "surrogateescape"), b"old: 1\n"),
}


@pytest.mark.parametrize("case", FILES)
def test_git_applies_it_and_gets_the_same_bytes(case: str, tmp_path: Path) -> None:
    path, data = FILES[case]
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_bytes(data)
    before = discover(tmp_path)
    after = changed(before, "old", "much_newer")
    git = ["git", "-c", "core.autocrlf=false", "apply"]
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run([*git, "--check"], cwd=tmp_path, input=patch(before, after), check=True)
    subprocess.run(git, cwd=tmp_path, input=patch(before, after), check=True)
    assert (tmp_path / path).read_bytes() == after.texts[path].encode(after.codecs[path])


def test_a_patch_has_no_timestamp_and_names_each_side(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"x: 1\nold: 2\ny: 3")
    before = discover(tmp_path)
    assert patch(before, changed(before, "old", "new")) == (
        b"--- a/a.yaml\n+++ b/a.yaml\n@@ -1,3 +1,3 @@\n x: 1\n-old: 2\n+new: 2\n y: 3\n"
        b"\\ No newline at end of file\n"
    )


def test_no_change_is_no_patch(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"x: 1\n")
    before = discover(tmp_path)
    assert patch(before, before) == b""


LINES = st.lists(st.sampled_from(["a\n", "b\n", "\n", "c: 1\n"]), max_size=20)


@given(LINES, LINES)
def test_stretches_cover_both_sides_and_are_what_they_say(old: list[str], new: list[str]) -> None:
    found = list(stretches(old, new))
    assert [line for each in found for line in old[each.a : each.b]] == old
    assert [line for each in found for line in new[each.c : each.d]] == new
    assert all((old[each.a : each.b] == new[each.c : each.d]) == each.is_equal for each in found)


def test_many_small_changes_in_a_long_repetitive_file_take_no_time() -> None:
    old = "".join(f"key_{number % 300}:\n  value: 1\n\n" for number in range(20_000))
    began = time.perf_counter()
    diff = list(unified(old, old.replace("key_7:", "key_seven:"), "big.yaml"))
    assert time.perf_counter() - began < 2
    assert sum(line.startswith("+key_seven") for line in diff) == 67


def test_a_block_longer_than_the_look_ahead_is_still_a_small_diff() -> None:
    old = "".join(f"line {number}\n" for number in range(400))
    new = "".join(f"line {number}\n" for number in range(400) if not 100 <= number < 300)
    changed_lines = [line for line in unified(old, new, "a.py") if line[0] in "+-"]
    assert len(changed_lines) == 2 + 200


def test_an_equal_line_between_two_changed_ones_stays() -> None:
    assert "".join(unified("a = old\nb = 1\nc = old\n", "a = new\nb = 1\nc = new\n", "x.py")) == (
        "--- a/x.py\n+++ b/x.py\n@@ -1,3 +1,3 @@\n-a = old\n+a = new\n b = 1\n-c = old\n+c = new\n"
    )
