"""Removing a repeated key in Python: one argument or assignment goes, with its own line."""

from __future__ import annotations

import pytest
from libcst.codemod import CodemodTest

from codemods.remove_duplicate import RemoveDuplicate, remove_duplicate
from codemods.splices import Refused, splice


def removed(text, *, key="a", at=None):
    return splice(text, remove_duplicate(text, key=key, at=at))


class TestRemoveDuplicate(CodemodTest):
    TRANSFORM = RemoveDuplicate

    def test_the_later_of_two_equal_ones(self):
        self.assertCodemod(
            """
            HParams(
                gate=0.5,  # first
                # above
                gate=0.5,  # second
                width=3,
            )
            """,
            """
            HParams(
                gate=0.5,  # first
                # above
                width=3,
            )
            """,
            key="gate",
        )

    def test_the_one_at_a_place_whatever_the_values(self):
        self.assertCodemod(
            """
            HParams(
                gate=0.5,  # first
                width=3,
                gate=0.7,  # second
            )
            """,
            """
            HParams(
                width=3,
                gate=0.7,  # second
            )
            """,
            key="gate",
            at=(2, 5),
        )

    def test_different_values_are_skipped(self):
        before = "HParams(gate=0.5, gate=0.7)"
        self.assertCodemod(before, before, key="gate", expected_skip=True)

    def test_a_key_given_once_is_skipped(self):
        before = "HParams(gate=0.5)\nHParams(gate=0.5)"
        self.assertCodemod(before, before, key="gate", expected_skip=True)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("f(a=1, b=2, a=1)", "f(a=1, b=2)"),
        ("f(a=1,b=2,a=1,c=3)", "f(a=1,b=2,c=3)"),
        ("f(a=1, a=1, a=1)", "f(a=1)"),
        ("f(a=1, a=1, a=1, b=2)", "f(a=1, b=2)"),
        ("f(a=1, a=(1))", "f(a=1)"),
        ("f(a=1, a=1,)", "f(a=1,)"),
        ("f(a=1,\n  b=2,\n  a=1)  # end", "f(a=1,\n  b=2)  # end"),
        ("f(a=1,\n  b=2,  # b\n  a=1)  # end", "f(a=1,\n  b=2  # b\n  )  # end"),
        ("f(\n  a=1,\n  b=2, a=1,  # b\n)", "f(\n  a=1,\n  b=2,  # b\n)"),
        ("f(\n  a=1,\n  a=1, b=2,\n)", "f(\n  a=1,\n  b=2,\n)"),
        ("f(\n  a=1,\n  b=2,\n  a=1\n)", "f(\n  a=1,\n  b=2,\n)"),
        ("f(\n  a=[\n    1],\n  a=[\n    1],  # two\n)", "f(\n  a=[\n    1],\n)"),
        ("f(\n  a=1\n  , b=2\n  , a=1\n)", "f(\n  a=1\n  , b=2\n)"),
        ("f(a=1, a=1) + g(a=2, a=2)", "f(a=1) + g(a=2)"),
        ("x = {'a': 1, 'b': 2, \"a\": 1}", "x = {'a': 1, 'b': 2}"),
    ],
)
def test_the_later_equal_ones_go(before, after):
    assert removed(before) == after


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("f(a=1, a=2)", (1, 3), "f(a=2)"),
        ("f(a=1, a=2)", (1, 8), "f(a=1)"),
        ("f(a=1,  # one\n  b=2,\n  a=3)", (1, 3), "f(  # one\n  b=2,\n  a=3)"),
        ("f(a=1,\n  a=2)", (1, 3), "f(a=2)"),
        ("x = {'a': 1, 'a': 2}", (1, 6), "x = {'a': 2}"),
        ("s = 'ж'; f(a=1, a=2)", (1, 17), "s = 'ж'; f(a=1)"),
    ],
)
def test_the_one_at_a_place_goes(before, place, after):
    assert removed(before, at=place) == after


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("class C:\n    a = 1  # one\n    a = 2\n", (2, 5), "class C:\n    a = 2\n"),
        ("class C:\n    a = 1\n    a = 2  # two", (3, 5), "class C:\n    a = 1\n"),
        ("class C:\n  # own\n  a = 1\n  a = 2\n", (3, 3), "class C:\n  # own\n  a = 2\n"),
        ("class C:\n a = [\n  1,\n ]  # all\n a = 2\n", (2, 2), "class C:\n a = 2\n"),
        ("class C:\r\n\ta = 1\r\n\ta = 2\r\n", (2, 2), "class C:\r\n\ta = 2\r\n"),
        ("class C:\n a = 1\n b = 1\n a = b\n", (2, 2), "class C:\n b = 1\n a = b\n"),
    ],
)
def test_the_line_of_a_class_goes(before, place, after):
    assert removed(before, at=place) == after


@pytest.mark.parametrize(
    "text",
    [
        "f(\r\n  a=1,\r\n  # own\r\n  a=1,  # gone\r\n)\r\n",
        "\ufefff(\n  a=1,\n  a=1,  # gone\n)",
        "x = 'скорость\u2028'\nf(\n  a=1,\n  a=1,  # gone\n)\x0c\n",
    ],
)
def test_every_other_character_stays(text):
    line_break = "\r\n" if "\r" in text else "\n"
    assert removed(text) == text.replace(f"  a=1,  # gone{line_break}", "")


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("f(a=1)", None, "no repeated `a` in the file"),
        ("f(a=1, b=g(a=1))", None, "no repeated `a` in the file"),
        ("f(a=1)", (1, 3), "no repeated `a` at 1:3"),
        ("f(a=1, a=1)", (1, 1), "no repeated `a` at 1:1"),
        ("f(b=1, a=1, a=1)", (1, 3), "no repeated `a` at 1:3"),
        (
            "f(a=1, a=2)",
            None,
            "`a=1` at 1:3 and `a=2` at 1:8 differ; a place says which one goes",
        ),
        (
            "f(a=1, a=1.0)",
            None,
            "`a=1` at 1:3 and `a=1.0` at 1:8 differ; a place says which one goes",
        ),
        ("class C:\n a = 1\n a = 1", None, "no repeated `a` in the file"),
        ("class C:\n a = 1\n b = 1", (2, 2), "no repeated `a` at 2:2"),
        ("class C:\n a = 1\n a += 1", (2, 2), "no repeated `a` at 2:2"),
        ("class C:\n a = 1\n if b:\n  a = 1", (4, 3), "no repeated `a` at 4:3"),
        ("a = 1\na = 1", (1, 1), "no repeated `a` at 1:1"),
        ("class C:\n a = 1; b = 2\n a = 3", (2, 2), "`a` shares its line with another statement"),
        ("class C:\n b = 2; a = 1\n a = 3", (2, 9), "`a` shares its line with another statement"),
        ("f(a=1, a=1", None, "does not parse: '(' was never closed at line 1"),
    ],
)
def test_refused(text, place, reason):
    with pytest.raises(Refused) as refusal:
        removed(text, at=place)
    assert str(refusal.value) == reason
