"""Adding the comment that silences a line: it changes nothing that the file says."""

from __future__ import annotations

import pytest

from codemods.add_comment import add_comment
from codemods.splices import Refused, splice

MARK = "  # hpfix: ignore[HP001]"


def marked(text: str, line: int = 1, *, kind: str = "py") -> str:
    return splice(text, add_comment(text, at=(line, 1), code="HP001", kind=kind))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("x = hp.lr|\ny = 1\n", "py"),
        ("x = hp.lr|", "py"),
        ("x = hp.lr|\r\n", "py"),
        ("\ufeffx = hp.lr|\r\n", "py"),
        ("x = hp.lr  # the rate|\n", "py"),
        ("x = hp.lr  # a [list]|\n", "py"),
        ("f(hp.lr,|\n  2)\n", "py"),
        ('x = hp["# hpfix: ignore[HP004]"]|\n', "py"),
        ("lr: 0.1|\n", "yaml"),
        ("lr: 0.1 # the rate|\r\nbs: 1\r\n", "yml"),
        ("lr:|\n  min: 1\n", "yaml"),
        ("{lr: 1,|\n bs: 2}\n", "yaml"),
        ("note: >-|\n  text\n", "yaml"),
        ("\ufefflr: 0.1|", "yaml"),
    ],
)
def test_the_mark_stands_behind_all_that_the_line_has(text: str, kind: str) -> None:
    assert marked(text.replace("|", ""), kind=kind) == text.replace("|", MARK)


def test_a_code_joins_the_mark_that_is_there() -> None:
    text = "x = hp.lr  # note  # hpfix: ignore[HP004] set by the plugin\n"
    assert marked(text) == text.replace("HP004]", "HP004, HP001]")


@pytest.mark.parametrize(
    ("text", "line", "kind"),
    [
        ('x = """lr\n"""\n', 1, "py"),
        ('x = f"""{hp.lr}\n"""\n', 1, "py"),
        ("x = hp.lr + \\\n    1\n", 1, "py"),
        ("note: |\n  lr=0.1\n  bs=1\n", 2, "yaml"),
        ("note: 'lr\n  bs'\n", 1, "yaml"),
        ("note: lr\n  bs\n", 1, "yaml"),
        ("lr: 1\n", 3, "yaml"),
        ('{"lr": 1}\n', 1, "json"),
    ],
)
def test_where_no_comment_can_stand_it_is_refused(text: str, line: int, kind: str) -> None:
    with pytest.raises(Refused, match=r"comment|there is no line"):
        marked(text, line, kind=kind)
