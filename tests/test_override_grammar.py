"""Each row of the parse() table in research/dialects.md 1.1, which was measured on the class."""

from __future__ import annotations

import pytest

from hpfix.acceptance import Kind, kind_of
from hpfix.model import Value
from hpfix.override_grammar import refusal

# HParams(a=1, f=0.5, b=True, s="x", c=[1, 2, 3], n=None)
KINDS = {
    "a": Kind("int"),
    "f": Kind("float"),
    "b": Kind("bool"),
    "s": Kind("str"),
    "c": Kind("int", is_list=True),
    "n": Kind("none"),
}

ACCEPTED = [
    "a=2", "a = 3", "a=1, f=2", "a=1 ,f=2", "a=1,", "a=1_000", "a=-12",
    "f=1", "f=1e-3", "f=inf",
    "b=true", "b=True", "b=false", "b=False", "b=2", "b=0",
    "s=hello world", "s=a=b", "s=", 's="q"',
    "c=[1,2]", "c=[1 2]", "c=[]", "",
]  # fmt: skip

REFUSED = {
    " a=1": "` a=1` is not a list of name=value",
    "a=1,,f=2": "`a=1,,f=2` is not a list of name=value",
    "a": "`a` is not a list of name=value",
    "a=2.0": "`2.0` does not read as int",
    "a=1e3": "`1e3` does not read as int",
    "a=0x10": "`0x10` does not read as int",
    "a=": "`` does not read as int",
    "b=TRUE": "`TRUE` does not read as bool",
    "b=yes": "`yes` does not read as bool",
    "s=[a,b]": "`s` takes a single value, not a list",
    "s=a,b": "`s=a,b` is not a list of name=value",
    "s=a[b": "`s=a[b` is not a list of name=value",
    "c=7": "`c` takes a list: [7]",
    "c=[1,2.5]": "`2.5` does not read as int",
    "c[0]=3": "`c` takes a list: [3]",
    "a[0]=3": "one element of a list cannot be assigned",
    "n=5": "`n` is None by default, which gives the parser no type",
    "a=1,a=2": "`a` is assigned twice",
    "zz=1": "`zz` is not declared",
}


@pytest.mark.parametrize("overrides", ACCEPTED)
def test_accepted(overrides: str) -> None:
    assert refusal(overrides, KINDS) is None


@pytest.mark.parametrize("overrides", REFUSED)
def test_refused_with_the_reason(overrides: str) -> None:
    assert refusal(overrides, KINDS) == REFUSED[overrides]


@pytest.mark.parametrize(
    ("default", "kind"),
    [
        (Value("1", "int", 1), Kind("int")),
        (Value("[1, 2.5]", "list", (1, 2.5)), Kind("int", is_list=True)),
        (Value("[True]", "list", (True,)), Kind("bool", is_list=True)),
        (Value("[]", "list", ()), Kind("unknown", is_list=True)),
        (Value("None", "none"), Kind("none")),
        (Value("2 * width", "unknown"), Kind("unknown")),
        (None, Kind("unknown")),
    ],
)
def test_the_kind_is_that_of_the_default(default: Value | None, kind: Kind) -> None:
    assert kind_of(default) == kind
