"""Adding a declaration in Python: the new line looks like its neighbours, the rest stays."""

from __future__ import annotations

import pytest
from libcst.codemod import CodemodTest

from codemods.add_declaration import AddDeclaration, add_declaration
from codemods.splices import Refused, splice


def added(text, **arguments):
    told = {"call": None if "at" in arguments else "HParams", "key": "lr", "value": "0.1"}
    return splice(text, add_declaration(text, **{**told, **arguments}))


class TestAddDeclaration(CodemodTest):
    TRANSFORM = AddDeclaration

    def test_behind_its_relative_in_its_group(self):
        self.assertCodemod(
            """
            hparams = HParams(
                # optimizer
                epochs=500,   # how long
                decay=1e-6,   # how fast

                # model
                width=256,
            )
            """,
            """
            hparams = HParams(
                # optimizer
                epochs=500,   # how long
                lr=1e-3,      # step
                decay=1e-6,   # how fast

                # model
                width=256,
            )
            """,
            call="HParams",
            key="lr",
            value="1e-3",
            after_key="epochs",
            comment="step",
        )

    def test_behind_the_last_one_without_a_trailing_comma(self):
        self.assertCodemod(
            """
            hparams = HParams(
                epochs=500,
                decay=1e-6  # how fast
            )
            """,
            """
            hparams = HParams(
                epochs=500,
                decay=1e-6,  # how fast
                lr=1e-3
            )
            """,
            at=(1, 11),
            key="lr",
            value="1e-3",
        )

    def test_into_a_dict_literal(self):
        self.assertCodemod(
            """
            config = {
                'epochs': 500,
            }
            """,
            """
            config = {
                'epochs': 500,
                'lr': 1e-3,
            }
            """,
            at=(1, 10),
            key="lr",
            value="1e-3",
        )

    def test_a_key_that_is_there_is_skipped(self):
        before = "HParams(lr=0.1)"
        self.assertCodemod(before, before, call="HParams", key="lr", value="1", expected_skip=True)

    def test_two_calls_are_skipped(self):
        before = "HParams(a=1)\nHParams(b=1)"
        self.assertCodemod(before, before, call="HParams", key="lr", value="1", expected_skip=True)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("HParams()", "HParams(lr=0.1)"),
        ("HParams( )", "HParams(lr=0.1)"),
        ("HParams(a=1)", "HParams(a=1, lr=0.1)"),
        ("HParams(a=1,)", "HParams(a=1, lr=0.1,)"),
        ("HParams(a)", "HParams(a, lr=0.1)"),
        ("HParams(*a)", "HParams(*a, lr=0.1)"),
        ("HParams(**a)", "HParams(lr=0.1, **a)"),
        ("HParams(a=1, **b)", "HParams(a=1, lr=0.1, **b)"),
        ("tools.HParams(a=(1))", "tools.HParams(a=(1), lr=0.1)"),
        ("x = [HParams(a=1).b(c=2)]", "x = [HParams(a=1, lr=0.1).b(c=2)]"),
    ],
)
def test_within_a_line_the_comment_is_left_out(before, after):
    assert added(before, comment="step") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("HParams(\n)", "HParams(\n    lr=0.1,\n)"),
        ("HParams(  # none\n)", "HParams(  # none\n    lr=0.1,\n)"),
        ("f(HParams(\n  # none\n))", "f(HParams(\n  # none\n  lr=0.1,\n))"),
        ("HParams(\n    **a,\n)", "HParams(\n    lr=0.1,\n    **a,\n)"),
        ("HParams(\n\ta=1,\n)", "HParams(\n\ta=1,\n\tlr=0.1,\n)"),
        ("HParams(\n  a=1,\n  # end\n)", "HParams(\n  a=1,\n  lr=0.1,\n  # end\n)"),
        ("HParams(\n  a=[\n    1,\n  ],\n)", "HParams(\n  a=[\n    1,\n  ],\n  lr=0.1,\n)"),
        ("HParams(a=1,\n        b=2)", "HParams(a=1,\n        b=2,\n        lr=0.1)"),
        ("HParams(\n  a=1,)", "HParams(\n  a=1,\n  lr=0.1,)"),
        ("HParams(\n  a=1, b=2,\n  c=3,\n)", "HParams(\n  a=1, b=2,\n  c=3,\n  lr=0.1,\n)"),
        ("HParams(\n  a=1, b=2,\n)", "HParams(\n  a=1, b=2, lr=0.1,\n)"),
        ("HParams(\n  a=1\n  , b=2\n)", "HParams(\n  a=1\n  , b=2, lr=0.1\n)"),
    ],
)
def test_over_several_lines(before, after):
    assert added(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("HParams(\n  a=1,  # one\n)", "HParams(\n  a=1,  # one\n  lr=0.1,  # step\n)"),
        ("HParams(\n  a=1,\n)", "HParams(\n  a=1,\n  lr=0.1,  # step\n)"),
        (
            "HParams(\n  a=1,     # one\n  b=22,    # два\n)",
            "HParams(\n  a=1,     # one\n  b=22,    # два\n  lr=0.1,  # step\n)",
        ),
        (
            "HParams(\n  a=1,   # one\n  b=22,  # two\n)",
            "HParams(\n  a=1,   # one\n  b=22,  # two\n  lr=0.1,  # step\n)",
        ),
        ("HParams(\n)", "HParams(\n    lr=0.1,  # step\n)"),
        ("HParams(a=1,\n        b=2)", "HParams(a=1,\n        b=2,\n        lr=0.1)"),
    ],
)
def test_a_comment_stands_in_the_column_of_its_neighbours(before, after):
    assert added(before, comment="step") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("HParams(a=1, b=2)", "HParams(a=1, lr=0.1, b=2)"),
        ("HParams(a=1,\n        b=2)", "HParams(a=1,\n        lr=0.1,\n        b=2)"),
        ("HParams(\n  a=1, b=2,\n)", "HParams(\n  a=1, lr=0.1, b=2,\n)"),
        ("HParams(\n  a=1,  # 1\n  b=2,\n)", "HParams(\n  a=1,  # 1\n  lr=0.1,\n  b=2,\n)"),
        ("HParams(\n  a=1\n  , b=2\n)", "HParams(\n  a=1, lr=0.1\n  , b=2\n)"),
    ],
)
def test_behind_a_given_key(before, after):
    assert added(before, after="a") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = {}", 'x = {"lr": 0.1}'),
        ("x = {'a': 1}", "x = {'a': 1, 'lr': 0.1}"),
        ("x = {'a': 1, **b}", "x = {'a': 1, 'lr': 0.1, **b}"),
        ("x = {**b}", 'x = {"lr": 0.1, **b}'),
        ("x = {1: 2}", 'x = {1: 2, "lr": 0.1}'),
    ],
)
def test_a_dict_literal_is_told_by_its_brace(before, after):
    assert added(before, at=(1, 5)) == after


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("x = {'a': 1}", (1, 6), "x = {'a': 1, 'lr': 0.1}"),
        ('x = {"a": {"b": 1}}', (1, 6), 'x = {"a": {"b": 1}, "lr": 0.1}'),
        ('x = {"a": {"b": 1}}', (1, 12), 'x = {"a": {"b": 1, "lr": 0.1}}'),
    ],
)
def test_or_by_one_of_its_keys(before, place, after):
    assert added(before, at=place) == after


@pytest.mark.parametrize(
    "text",
    [
        "HParams(\r\n    a=1,\r\n)\r\n",
        "\ufeffHParams(\n    a=1,\n)",
        "x = 'скорость\u2028'; HParams(\n    a=1,\n)\x0c\n",
        "\x0cHParams(\r    a=1,\r)\r",
        "HParams(\n    a='\\d', a=1,\n    b=2,  # HParams(\n)\n",
    ],
)
def test_every_other_character_stays(text):
    result = added(text)
    start = result.index("    lr=0.1,")
    line_break = "\r\n" if "\r\n" in text else "\r" if "\r" in text else "\n"
    line = "    lr=0.1," + line_break
    assert result[:start] + result[start:].replace(line, "", 1) == text


@pytest.mark.parametrize(
    ("text", "arguments", "reason"),
    [
        ("HParams(lr=1)", {}, "`lr` is there already"),
        ("x = {'lr': 1}", {"at": (1, 5)}, "`lr` is there already"),
        ("Config(a=1)", {}, "no call of `HParams` in the file"),
        ("HParams(a=1)", {"at": (1, 9)}, "no call or dict literal at 1:9"),
        ("HParams(a=1)", {"at": (3, 1)}, "no place 3:1 in the text"),
        ("HParams(a=1)", {"call": None}, "the call is given neither by its place nor by its name"),
        ("HParams(a=1).b(c=1)", {"at": (1, 1)}, "several calls are meant; say one"),
        ("HParams(a=1)", {"after": "b"}, "the call has no keyword `b`"),
        ("HParams(a=1)", {"key": "lambda"}, "`lambda` is not an identifier"),
        ("x = {}", {"at": (1, 5), "key": "a'b"}, "`a'b` would have to be escaped"),
        ("HParams(a=1)", {"value": "1 +"}, "`1 +` is not an expression"),
        ("HParams(a=1)", {"value": "1, b=2"}, "`1, b=2` is not an expression"),
        ("HParams(a=1)", {"value": "1  # one"}, "`1 # one` is not an expression"),
        ("HParams(a=1)", {"value": "1, 2"}, "the result does not parse"),
        ("HParams(a=1)", {"value": ""}, "the result does not parse"),
        ("HParams(a=1)", {"comment": "a\nb"}, "the comment `a b` does not fit on one line"),
        ("HParams(x for x in y)", {}, "the result does not parse"),
        ("HParams(a=1", {}, "does not parse: '(' was never closed at line 1"),
    ],
)
def test_refused(text, arguments, reason):
    with pytest.raises(Refused) as refusal:
        added(text, **arguments)
    assert str(refusal.value).startswith(reason)


def test_a_value_that_would_reach_further_is_refused():
    with pytest.raises(Refused, match="adding `lr` would change more than the call"):
        added("HParams(a=1)", value="1) + g(2")
