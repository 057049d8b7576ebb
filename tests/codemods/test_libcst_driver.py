"""The commands run under LibCST's own driver, from the root of the repository."""

from __future__ import annotations

from argparse import ArgumentTypeError
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from libcst import tool

from codemods.commands import place

ROOT = Path(__file__).parents[2]


def libcst(*arguments):
    """Status, standard output and standard error of `python -m libcst.tool`, in this process."""
    out, err = StringIO(), StringIO()
    with chdir(ROOT), redirect_stdout(out), redirect_stderr(err):
        status = tool.main("libcst.tool", [*map(str, arguments)])
    return status, out.getvalue(), err.getvalue()


def codemod(command, *arguments):
    return libcst("codemod", "--no-format", "-x", f"codemods.{command}", *arguments)


def test_the_commands_are_listed():
    _, out, _ = libcst("list")
    listed = [line.split(" - ")[0] for line in out.splitlines()]
    assert listed == [
        "add_declaration.AddDeclaration",
        "nest_key.NestKey",
        "nest_key.UnnestKey",
        "remove_duplicate.RemoveDuplicate",
        "remove_reference.RemoveReference",
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
        (
            "nest_key.NestKey",
            ("--key", "a", "--step", "b", "--at", "2:3", "--at", "1:3"),
            b"x['a']\r\nx.a",
            b"x['b']['a']\r\nx.b.a",
        ),
        (
            "nest_key.UnnestKey",
            ("--step", "b", "--at", "1:3"),
            b"x['b']['a']",
            b"x['a']",
        ),
        (
            "remove_reference.RemoveReference",
            ("--key", "a", "--at", "2:6"),
            b"\xef\xbb\xbfx = 1\r\ny = {'a': 1, 'b': 2}",
            b"\xef\xbb\xbfx = 1\r\ny = {'b': 2}",
        ),
    ],
)
def test_a_command_rewrites_a_file(tmp_path, command, arguments, before, after):
    path = tmp_path / "example.py"
    path.write_bytes(before)
    status, _, err = codemod(command, *arguments, path)
    assert status == 0, err
    assert path.read_bytes() == after


def test_a_refusal_skips_the_file_and_says_why(tmp_path):
    path = tmp_path / "example.py"
    path.write_text("HParams(a=1, a=2)\n")
    _, _, err = codemod("remove_duplicate.RemoveDuplicate", "--key", "a", path)
    assert "`a=1` at 1:9 and `a=2` at 1:14 differ; a place says which one goes" in err
    assert "Skipped 1 files" in err
    assert path.read_text() == "HParams(a=1, a=2)\n"


def test_a_place_on_the_command_line_is_a_line_and_a_column():
    assert place("12:3") == (12, 3)


@pytest.mark.parametrize("text", ["here", "12", "12:", ":3", "-1:3", "1:2:3", "1.5:2"])
def test_anything_else_is_an_error_of_usage(text):
    with pytest.raises(ArgumentTypeError, match=f"`{text}` is not LINE:COLUMN"):
        place(text)
