"""A number of a YAML text spelled in another way; all else is the same text."""

from __future__ import annotations

import pytest
import yaml

from codemods.splices import Refused, splice
from codemods.yaml_numbers import respell


def respelled(text: str, at: tuple[int, int], old: str = "1e-3", new: str = "1.0e-3") -> str:
    return splice(text, respell(text, at=at, old=old, new=new))


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("lr: 1e-3  # step\n", (1, 5), "lr: 1.0e-3  # step\n"),
        ("lr: {min: 1e-3, max: 1}\n", (1, 11), "lr: {min: 1.0e-3, max: 1}\n"),
        ("values:\r\n  - 1e-3\r\n  - 2\r\n", (2, 5), "values:\r\n  - 1.0e-3\r\n  - 2\r\n"),
        ("a: &rate 1e-3\nb: *rate\n", (1, 10), "a: &rate 1.0e-3\nb: *rate\n"),
        ("ключ: 1e-3", (1, 7), "ключ: 1.0e-3"),
    ],
)
def test_respell(before: str, place: tuple[int, int], after: str) -> None:
    assert respelled(before, place) == after


def test_what_was_text_is_the_number() -> None:
    assert yaml.safe_load("lr: 1e-3") == {"lr": "1e-3"}
    assert yaml.safe_load(respelled("lr: 1e-3", (1, 5))) == {"lr": 0.001}


@pytest.mark.parametrize(
    ("text", "place", "new", "reason"),
    [
        ("lr: '1e-3'", (1, 6), "1.0e-3", "more than the number `1e-3` stands at 1:6"),
        ("lr: x1e-3", (1, 6), "1.0e-3", "more than the number `1e-3` stands at 1:6"),
        ("lr: !!float 1e-3", (1, 13), "1.0e-3", "more than the number `1e-3` stands at 1:13"),
        ("lr: 2e-3", (1, 5), "1.0e-3", "no scalar spells `1e-3` at 1:5"),
        ("lr: 1e-3", (1, 5), "0.01", "`0.01` is not the number `1e-3`"),
        ("lr: 1e-3", (1, 5), "fast", "`fast` is not the number `1e-3`"),
    ],
)
def test_respell_is_refused(text: str, place: tuple[int, int], new: str, reason: str) -> None:
    with pytest.raises(Refused) as refusal:
        respelled(text, place, new=new)
    assert str(refusal.value) == reason
