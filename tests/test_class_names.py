"""hpfix/class_names.py: the names of classes that a rename has to point out."""

from __future__ import annotations

import pytest

from hpfix.class_names import ASSIGNED, MATCHED, class_names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("class Small(Config):\n    lr = 5.0\n", [(2, 5, ASSIGNED)]),
        ("class Small(Config):\n    lr: float = 5.0\n", [(2, 5, ASSIGNED)]),
        ("match c:\n    case Config(lr=0.1):\n        pass\n", [(2, 20, MATCHED)]),
        ("class Small(Config):\n    def lr(self):\n        lr = 1\n", []),
        ("lr = 0.1\nConfig(lr=lr)\n", []),
        ("class Small(:\n    lr = 5.0\n", []),
    ],
)
def test_where_a_class_has_the_name(text: str, found: list[tuple[int, int, str]]) -> None:
    places = [(place.line, place.column, said) for place, said in class_names("a.py", text, "lr")]
    assert places == found
