"""The commands run under LibCST's own driver, from the root of the repository."""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentTypeError
from pathlib import Path

import pytest

from codemods.commands import place

ROOT = Path(__file__).parents[2]


def libcst(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "libcst.tool", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def codemod(command, *arguments):
    return libcst("codemod", "--no-format", "-x", f"codemods.{command}", *arguments)


def test_the_commands_are_listed():
    listed = [line.split(" - ")[0] for line in libcst("list").stdout.splitlines()]
    assert listed == [
        "add_declaration.AddDeclaration",
        "remove_duplicate.RemoveDuplicate",
        "rename_key.RenameKey",
        "set_value.SetValue",
    ]


@pytest.mark.parametrize(
    ("command", "arguments", "before", "after"),
    [
        (
            "rename_key.RenameKey",
            ("--old", "a", "--new", "b", "--at", "2:3", "--at", "1:3"),
            b"\xef\xbb\xbfx.a = 'a'\r\nx.a\r\nx.a",
            b"\xef\xbb\xbfx.b = 'a'\r\nx.b\r\nx.a",
        ),
        (
            "add_declaration.AddDeclaration",
            ("--call", "f", "--key", "b", "--value=-1.0", "--after", "a", "--comment", "новое"),
            b"f(\n    a=1,\n    c=2,\n)",
            "f(\n    a=1,\n    b=-1.0,  # новое\n    c=2,\n)".encode(),
        ),
    ],
)
def test_a_command_rewrites_a_file(tmp_path, command, arguments, before, after):
    path = tmp_path / "example.py"
    path.write_bytes(before)
    result = codemod(command, *arguments, path)
    assert result.returncode == 0, result.stderr
    assert path.read_bytes() == after


def test_a_refusal_skips_the_file_and_says_why(tmp_path):
    path = tmp_path / "example.py"
    path.write_text("HParams(a=1, a=2)\n")
    result = codemod("remove_duplicate.RemoveDuplicate", "--key", "a", path)
    assert "`a=1` at 1:9 and `a=2` at 1:14 differ; a place says which one goes" in result.stderr
    assert "Skipped 1 files" in result.stderr
    assert path.read_text() == "HParams(a=1, a=2)\n"


def test_a_place_on_the_command_line_is_a_line_and_a_column():
    assert place("12:3") == (12, 3)


@pytest.mark.parametrize("text", ["here", "12", "12:", ":3", "-1:3", "1:2:3", "1.5:2"])
def test_anything_else_is_an_error_of_usage(text):
    with pytest.raises(ArgumentTypeError, match=f"`{text}` is not LINE:COLUMN"):
        place(text)
