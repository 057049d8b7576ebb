"""Setting a value in Python: the value is exchanged, nothing around it."""

from __future__ import annotations

import pytest
from libcst.codemod import CodemodTest

from codemods.set_value import SetValue, set_value
from codemods.splices import Refused, splice


def changed(text, at, *, key="lr", value="0.3"):
    return splice(text, set_value(text, key=key, at=at, value=value))


class TestSetValue(CodemodTest):
    TRANSFORM = SetValue

    def test_a_keyword_argument(self):
        self.assertCodemod(
            """
            HParams(
                lr=0.1,  # step
                epochs=3,
            )
            """,
            """
            HParams(
                lr=0.3,  # step
                epochs=3,
            )
            """,
            key="lr",
            at=(2, 5),
            value="0.3",
        )

    def test_a_field(self):
        self.assertCodemod(
            """
            class Config:
                lr: float = 0.1  # step
            """,
            """
            class Config:
                lr: float = 0.3  # step
            """,
            key="lr",
            at=(2, 5),
            value="0.3",
        )

    def test_a_field_without_a_value_is_skipped(self):
        before = "class Config:\n    lr: float"
        self.assertCodemod(before, before, key="lr", at=(2, 5), value="0.3", expected_skip=True)


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("f(lr=0.1)", (1, 3), "f(lr=0.3)"),
        ("f(lr = ( 0.1 ), b=2)", (1, 3), "f(lr = 0.3, b=2)"),
        ("f(lr='''a\nb''')", (1, 3), "f(lr=0.3)"),
        ("x = {'lr': 0.1}", (1, 6), "x = {'lr': 0.3}"),
        ("lr = 0.1  # step", (1, 1), "lr = 0.3  # step"),
        ("hparams.lr = 0.1", (1, 9), "hparams.lr = 0.3"),
        ("config['lr'] = 0.1", (1, 8), "config['lr'] = 0.3"),
        ("def f(*, lr=0.1): ...", (1, 10), "def f(*, lr=0.3): ..."),
        ("\ufefflr = 0.1\r\n", (1, 1), "\ufefflr = 0.3\r\n"),
        ("a = 'ж\u2028'; lr = 0.1\x0c\n", (1, 11), "a = 'ж\u2028'; lr = 0.3\x0c\n"),
        ("\x0clr = 0.1\n", (1, 2), "\x0clr = 0.3\n"),
        ("f(lr=1, lr=2)", (1, 9), "f(lr=1, lr=0.3)"),
    ],
)
def test_a_key_may_be(before, place, after):
    assert changed(before, place) == after


@pytest.mark.parametrize(
    "value", ["'a'", "[1, 2]", "(\n  1\n)", "lambda: 1", "-1e-3", "a if b else c"]
)
def test_a_value_may_be_any_expression(value):
    assert changed("f(lr=0.1, b=2)", (1, 3), value=value) == f"f(lr={value}, b=2)"


def test_an_assignment_takes_a_bare_tuple():
    assert changed("lr = 1, 2", (1, 1), value="3, 4") == "lr = 3, 4"


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("f(epochs=1)", (1, 3), "no `lr` is set at 1:3"),
        ("f(lr=1)", (1, 1), "no `lr` is set at 1:1"),
        ("f(lr)", (1, 3), "no `lr` is set at 1:3"),
        ("lr: float", (1, 1), "no `lr` is set at 1:1"),
        ("lr += 1", (1, 1), "no `lr` is set at 1:1"),
        ("lr = rate = 1", (1, 1), "no `lr` is set at 1:1"),
        ("lr, rate = 1, 2", (1, 1), "no `lr` is set at 1:1"),
        ("x[lr.a] = 1", (1, 3), "no `lr` is set at 1:3"),
        ("lr = 1", (9, 9), "no place 9:9 in the text"),
        ("lr = (", (1, 1), "does not parse: '(' was never closed at line 1"),
    ],
)
def test_a_place_without_the_key_is_refused(text, place, reason):
    with pytest.raises(Refused) as refusal:
        changed(text, place)
    assert str(refusal.value) == reason


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("1 +", "`1 +` is not an expression"),
        ("1  # one", "`1 # one` is not an expression"),
        ("b=2", "`b=2` is not an expression"),
        ("1, 2", "the result does not parse: "),
        ("x := 2", "the result does not parse: "),
        ("1) + g(2", "setting `lr` would change more than its value"),
    ],
)
def test_a_value_that_would_reach_further_is_refused(value, reason):
    with pytest.raises(Refused) as refusal:
        changed("f(lr=0.1)", (1, 3), value=value)
    assert str(refusal.value).startswith(reason)
