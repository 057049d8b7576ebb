"""Edits carried out by the name of their codemod: text and places in, text and changes out."""

from __future__ import annotations

from importlib import import_module

import pytest

from hpfix.findings import Edit
from hpfix.model import Place
from hpfix.rewrite import CODEMODS, Refused, rewrite


def edited(path: str, codemod: str, text: str, *needles: str, **arguments: str) -> str:
    """The text after an edit at the first place of each needle."""
    places = []
    for needle in needles:
        start = text.index(needle)
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        places.append(Place(path, line, column, line, column + len(needle)))
    edit = Edit(path, codemod, tuple(places), tuple(arguments.items()))
    after, changes = rewrite(edit, text)
    told = text
    for change in changes:
        told = told[: change.start] + change.content + told[change.end :]
    assert told == after, "the changes are not what was done"
    return after


@pytest.mark.parametrize("name", CODEMODS)
def test_every_name_stands_for_a_function(name: str) -> None:
    module, function = CODEMODS[name]
    assert callable(getattr(import_module(module), function))


@pytest.mark.parametrize(
    ("codemod", "text", "needles", "arguments", "after"),
    [
        ("json_rename_key", '{"lr": 1}', ('"lr"',), {"old": "lr", "new": "rate"}, '{"rate": 1}'),
        ("json_set_scalar", '{"lr": 1}', ('"lr"',), {"key": "lr", "value": "2"}, '{"lr": 2}'),
        ("json_remove_key", '{"lr": 1}', ('"lr"',), {"key": "lr"}, "{}"),
        ("toml_remove_key", "lr = 1\n", ("lr",), {"key": "lr"}, ""),
        ("yaml_remove_key", "a:\n  lr: 1\n", ("lr",), {"key": "lr"}, "a: {}\n"),
        (
            "yaml_insert_key",
            "lr: 1\n",
            ("lr",),
            {"after": "lr", "key": "bs", "value": "2"},
            "lr: 1\nbs: 2\n",
        ),
        (
            "json_rename_in_text",
            '["lr=1", "m.lr=2"]',
            ("lr=1", "lr=2"),
            {"old": "lr", "new": "rate"},
            '["rate=1", "m.rate=2"]',
        ),
        (
            "toml_rename_key",
            "[lr]\n[lr.a]\nb = 1\n",
            ("lr]", "lr.a"),
            {"old": "lr", "new": "rate"},
            "[rate]\n[rate.a]\nb = 1\n",
        ),
        (
            "rename_word",
            "a --lr 1\nb --lr=2 \\\n  m.lr=3\n",
            ("lr 1", "lr=2", "lr=3"),
            {"old": "lr", "new": "rate"},
            "a --rate 1\nb --rate=2 \\\n  m.rate=3\n",
        ),
        (
            "notebook_rename_key",
            '{"cells": [{"cell_type": "code", "source": ["f(lr=1)\\n", "g(\\"lr\\")"]}]}',
            ("lr=1", '\\"lr'),
            {"old": "lr", "new": "rate"},
            '{"cells": [{"cell_type": "code", "source": ["f(rate=1)\\n", "g(\\"rate\\")"]}]}',
        ),
    ],
)
def test_an_edit_names_its_codemod(
    codemod: str, text: str, needles: tuple[str, ...], arguments: dict[str, str], after: str
) -> None:
    assert edited("a file", codemod, text, *needles, **arguments) == after


def test_a_refusal_names_the_file() -> None:
    with pytest.raises(Refused, match=r"^conf\.json: already has key `rate`$"):
        edited("conf.json", "json_rename_key", '{"lr": 1, "rate": 2}', '"lr"', old="lr", new="rate")
    merged = {"old": "lr", "new": "rate", "existing": "merge"}
    text = '{"lr": 1, "rate": 1}'
    assert edited("conf.json", "json_rename_key", text, '"lr"', **merged) == '{"rate": 1}'
