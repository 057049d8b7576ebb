"""What is accepted where it arrives: the casts of research/dialects.md 1.1 and 1.2, as measured."""

from __future__ import annotations

import pytest

from hpfix.acceptance import (
    is_placeholder,
    refused_merge,
    refused_object,
    refused_option,
    refused_options,
    stray_default_of,
)
from hpfix.model import Declaration, Place, Range, Value

HERE = Place("a.py", 1, 1, 1, 2)


def value(written: object) -> Value:
    """A value as readers make it."""
    if isinstance(written, list | tuple):
        return Value(repr(written), "list", tuple(written))
    kind = "none" if written is None else type(written).__name__
    return Value(repr(written), kind, written)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "default", "is_accepted"),
    [
        (2.5, 1, False),
        (1, 0.5, True),
        (True, 0.5, False),
        (1, "x", False),
        ((1, 2), [1, 2], False),
        ([3], [1, 2], True),
        ([3, 0.5], [1, 2], False),
        ([3, 4], [0.5], True),
        ([], [1, 2], True),
        (3, [1, 2], False),
        ([3], 1, False),
        (None, 1, False),
        (True, 1, False),
        (1, True, False),
        ("1", 1, False),
        (5, None, True),
        ("x", None, True),
    ],
)
def test_what_set_hparam_casts(given: object, default: object, is_accepted: bool) -> None:
    assert (refused_object(value(given), value(default)) is None) == is_accepted


def option(kind: str | None, *choices: object, default: object = None) -> Declaration:
    return Declaration("x", HERE, value(default), kind, tuple(map(value, choices)))


@pytest.mark.parametrize(
    ("text", "declared", "is_accepted"),
    [
        ("2", option("int"), True),
        ("2.0", option("int"), False),
        ("1e3", option("int"), False),
        ("1_000", option("int"), True),
        ("1e3", option("float"), True),
        ("0,1", option("float"), False),
        ("n", option("int"), True),  # what somebody has to give
        ("sgd", option(None, "adam", "sgd"), True),
        ("adamw", option(None, "adam", "sgd"), False),
        ("2", option("int", 2, 4), True),
        ("3", option("int", 2, 4), False),
        ("2", option("float", 1.0, 2.0), True),
        ("3", option("custom", 2, 4), True),
        ("False", option("bool"), True),  # and it is True
        ("False", option("flag"), False),
    ],
)
def test_what_argparse_takes(text: str, declared: Declaration, is_accepted: bool) -> None:
    assert (refused_option(text, declared) is None) == is_accepted


@pytest.mark.parametrize(
    ("space", "is_accepted"),
    [
        (Range(None, choices=(value(True), value(False))), False),
        (Range(), True),
    ],
)
def test_a_flag_is_given_no_value_by_a_sweep(space: Range, is_accepted: bool) -> None:
    assert (refused_options(space, option("flag")) is None) == is_accepted


def test_a_whole_number_is_tried_in_whole_numbers() -> None:
    assert refused_options(Range("float", value(0.1), value(0.9)), option("int")) is not None
    assert refused_options(Range("int", value(1), value(9)), option("int")) is None
    assert refused_options(Range(None, choices=(value(8), value(16.5))), option("int")) is not None


@pytest.mark.parametrize(
    ("given", "default", "is_accepted"),
    [
        (1, 0.5, False),
        (0.5, 1, False),
        ("1e-3", 0.5, True),
        ("1", 0.5, False),
        ("(1, 2)", (3, 4), True),
        ([1, 2], (3, 4), True),
        (True, 1, False),
        (None, 1, True),
        (1, None, True),
        ("a b", "c", True),
        ("5", "c", False),
    ],
)
def test_what_yacs_merges(given: object, default: object, is_accepted: bool) -> None:
    assert (refused_merge(value(given), value(default)) is None) == is_accepted


@pytest.mark.parametrize(
    ("declared", "is_stray"),
    [
        (option(None, "a", "b", default="c"), True),
        (option(None, "a", "b", default="a"), False),
        (option(None, "a", "b"), False),
        (option(None, "a", "b", default=""), False),
        (option(None, "a", "b", default=False), False),
        (option("int", 1, 2, default="2"), False),
        (option("int", 1, 2, default="3"), True),
        (option(None, 1, 2, default=[1, 2]), False),
        (option(None, 1, 2, default=[1, 3]), True),
        (option(None, default="c"), False),
    ],
)
def test_a_default_among_the_choices(declared: Declaration, is_stray: bool) -> None:
    assert (stray_default_of(declared) is not None) == is_stray


@pytest.mark.parametrize("text", ["N", "LR", "<rate>", "{a,b}", "a|b", "...", "path_to_it", ""])
def test_a_placeholder(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["0.1", "adam", "1e-3", "0,1", "-1"])
def test_no_placeholder(text: str) -> None:
    assert not is_placeholder(text)
