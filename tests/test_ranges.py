"""What is wrong with a range, tuner by tuner: the rows of research/dialects.md 3 and 3.1."""

from __future__ import annotations

from math import e

import pytest

from hpfix.model import Range, Value
from hpfix.ranges import (
    bounds,
    continuous_grid,
    emptiness,
    misstep,
    repetition,
    stray_default,
    whole_numbers,
    wrong_scale,
)


def value(written: object) -> Value | None:
    if written is None:
        return None
    return Value(str(written), type(written).__name__, written)  # type: ignore[arg-type]


def space(
    low: object = None,
    high: object = None,
    *,
    tuner: str = "",
    choices: tuple[object, ...] = (),
    step: object = None,
    default: object = None,
    distribution: str | None = None,
    method: str = "",
    log: bool = False,
    base: float | None = None,
    kind: str | None = None,
    is_empty: bool = False,
) -> Range:
    """A range as a reader would make it."""
    written = tuple(each for each in map(value, choices) if each is not None)
    return Range(
        kind, value(low), value(high), written, value(default), log, value(step), base,
        distribution, tuner, method, is_empty,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("tried", "severity"),
    [
        (space(2, 1, tuner="optuna"), "error"),
        (space(1, 1, tuner="optuna"), None),
        (space(1, 1, tuner="keras"), None),
        (space(1, 1, tuner="wandb"), "error"),
        (space(1, 1, tuner="determined"), "error"),
        (space(1, 1, tuner="nni"), "error"),
        (space(2, 1, tuner="ray", distribution="uniform"), "warning"),
        (space(2, 1, tuner="ray", distribution="randint"), "error"),
        (space(3, 3, tuner="ray", distribution="randint"), "error"),
        (space(3, 3, tuner="katib"), None),
        (space(3, 2, tuner="katib"), "error"),
        (space("1e-3", "1e-5"), "error"),
        (space("low", "high"), None),
        (space(True, False), None),
        (space(is_empty=True), "error"),
        (space(), None),
    ],
)
def test_emptiness(tried: Range, severity: str | None) -> None:
    fault = emptiness(tried)
    assert (fault and fault.severity) == severity


@pytest.mark.parametrize(
    ("tried", "said"),
    [
        (space(choices=(1, 2, 1)), "its choice 1 is there twice"),
        (space(choices=(1, 1.0, True, "1")), None),
        (space(choices=("a", "b", "a"), distribution="choice"), "its choice a is there twice"),
    ],
)
def test_repetition(tried: Range, said: str | None) -> None:
    fault = repetition(tried)
    assert (fault and fault.said) == said


@pytest.mark.parametrize(
    ("tried", "severity"),
    [
        (space(1, 9, step=0), "error"),
        (space(1, 9, step=-1), "error"),
        (space(1, 9, step=20), "warning"),
        (space(1, 9, step=3), "note"),
        (space(1, 9, step=4), None),
        (space(0.1, 0.9, step=0.1), None),
        (space(1, 9, step=3, tuner="wandb"), None),
        (space(1, 9, step=2, log=True, tuner="optuna", kind="int"), "error"),
        (space(1, 9, step=1, log=True, tuner="optuna", kind="int"), None),
        (space(1, 64, step=2, log=True, tuner="keras", kind="int"), None),
    ],
)
def test_misstep(tried: Range, severity: str | None) -> None:
    fault = misstep(tried)
    assert (fault and fault.severity) == severity


@pytest.mark.parametrize(
    ("tried", "severity"),
    [
        (space(0, 1, log=True), "error"),
        (space(-5, -1, log=True), "error"),
        (space(1e-5, 1e-1, log=True), None),
        (space(-5, -1), None),
        (space(1e-5, 1e-1, log=True, base=e), "warning"),
        (space(0.01, 1, log=True, base=10), "warning"),
        (space(-12, -2, log=True, base=e), None),
        (space(0, 1, log=True, base=e), None),
        (space(1, 3, log=True, base=10), None),
    ],
)
def test_wrong_scale(tried: Range, severity: str | None) -> None:
    fault = wrong_scale(tried)
    assert (fault and fault.severity) == severity


@pytest.mark.parametrize(
    ("tried", "is_stray"),
    [
        (space(1, 5, default=5), False),
        (space(1, 5, default=6), True),
        (space(-4, -2, default=1e-3, base=10), False),
        (space(-4, -2, default=1.0, base=10), True),
        (space(choices=(8, 16), default=8.0), False),
        (space(choices=(8, 16), default=9), True),
        (space(choices=(1, 2), default=True), True),
        (space(choices=("a", "b")), False),
    ],
)
def test_stray_default(tried: Range, is_stray: bool) -> None:
    assert (stray_default(tried) is not None) == is_stray


def test_exponents_are_the_powers_of_their_base() -> None:
    assert bounds(space(-3, 2, base=10)) == (0.001, 100)
    assert bounds(space(0, 10_000, base=e)) == (1, None)
    assert bounds(space(1, 2)) == (1, 2)


@pytest.mark.parametrize(
    ("tried", "is_refused"),
    [
        (space(0.0, 0.5, tuner="wandb", method="grid"), True),
        (space(0, 5, tuner="wandb", method="grid"), False),
        (space(0, 5, tuner="wandb", method="grid", distribution="uniform"), True),
        (space(0.0, 0.5, tuner="wandb", method="grid", step=0.1), False),
        (space(0.0, 0.5, tuner="wandb", method="random"), False),
        (space(0.0, 0.5, tuner="optuna", method="grid"), False),
        (space(choices=(0.1, 0.2), tuner="wandb", method="grid"), False),
    ],
)
def test_continuous_grid(tried: Range, is_refused: bool) -> None:
    assert (continuous_grid(tried) is not None) == is_refused


@pytest.mark.parametrize(
    ("tried", "is_whole"),
    [
        (space(0, 1, tuner="wandb"), True),
        (space(0, 1.0, tuner="wandb"), False),
        (space(0, 1, tuner="wandb", distribution="uniform"), False),
        (space(0, 1, tuner="optuna"), False),
        (space(choices=(0, 1), tuner="wandb"), False),
    ],
)
def test_whole_numbers(tried: Range, is_whole: bool) -> None:
    assert (whole_numbers(tried) is not None) == is_whole
