"""Removing one mention of a key in Python: it goes with its value, one comma and its own lines."""

from __future__ import annotations

import pytest
from libcst.codemod import CodemodTest

from codemods.remove_reference import RemoveReference, remove_reference
from codemods.splices import Refused, position_at, splice


def removed(text, *, at=None):
    """The text without `lr` at a place, or where it stands first, the quote before it included."""
    if at is None:
        start = text.index("lr")
        is_quoted = text[start - 1 : start] in ("'", '"') and text[start + 2] in ("'", '"')
        at = position_at(text, start - is_quoted)
    return splice(text, remove_reference(text, key="lr", at=at))


class TestRemoveReference(CodemodTest):
    TRANSFORM = RemoveReference

    def test_a_name_in_a_list_goes_with_its_line(self):
        self.assertCodemod(
            """
            NAMES = [
                "width",  # of a layer
                "lr",  # of Adam
                # the rest
                "seed",
            ]
            """,
            """
            NAMES = [
                "width",  # of a layer
                # the rest
                "seed",
            ]
            """,
            key="lr",
            at=(3, 5),
        )

    def test_what_is_no_mention_is_skipped(self):
        before = "print(config.lr)"
        self.assertCodemod(before, before, key="lr", at=(1, 14), expected_skip=True)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # elements
        ('["lr", "seed"]', '["seed"]'),
        ("['seed', 'lr']", "['seed']"),
        ('["lr"]', "[]"),
        ('{"lr", "seed"}', '{"seed"}'),
        ('[\n  "seed", "lr",  # both\n]', '[\n  "seed",  # both\n]'),
        ('[\n  "lr", "seed",  # both\n]', '[\n  "seed",  # both\n]'),
        ('[\r\n  "lr",\r\n  "seed"\r\n]', '[\r\n  "seed"\r\n]'),
        # a tuple of one has a comma
        ('("seed", "lr")', '("seed",)'),
        ('("lr", "seed")', '("seed",)'),
        ('("lr", "seed",)', '("seed",)'),
        ('("seed", "lr",)', '("seed",)'),
        ('("a", "lr", "b")', '("a", "b")'),
        ('("lr",)', "()"),
        ('for name in "seed", "lr":\n    x', 'for name in "seed",:\n    x'),
        # items of a dict and arguments
        ('{"lr": 0.1, "seed": 2}', '{"seed": 2}'),
        ('{"seed": 2, "lr": [1, 2]}', '{"seed": 2}'),
        ('{\n  "a": 1,\n  # above\n  "lr": {\n    "b": 2,  # low\n  },  # high\n}',
         '{\n  "a": 1,\n  # above\n}'),
        ("f(x, lr=(0.1))", "f(x)"),
        ("f(lr=0.1, **more)", "f(**more)"),
        ("f(\n  lr=0.1,  # of Adam\n  seed=1,\n)", "f(\n  seed=1,\n)"),
        # clauses of a string
        ('"lr=0.1,seed=2"', '"seed=2"'),
        ('"a=1, lr = [1,2], b=3"', '"a=1, b=3"'),
        ('"a=1 , lr=0.1 "', '"a=1  "'),
        ('"--hparams=lr=0.1,seed=2"', '"--hparams=seed=2"'),
        ('"seed=2,lr[0]=0.1"', '"seed=2"'),
        ('f"lr={rates[0, 1]},seed=2"', 'f"seed=2"'),
        ('f"seed={seed},lr=1"', 'f"seed={seed}"'),
        ('f"seed={seed},lr={rate}"', 'f"seed={seed}"'),
        ('("seed=2,lr=1,"\n "a=1")', '("seed=2,"\n "a=1")'),
    ],
)  # fmt: skip
def test_nothing_else_changes(before, after):
    assert removed(before) == after


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"lr"}', "without `lr` the set at 1:1 would be a dict"),
        ('x = "lr",', "without `lr` nothing would be left of the tuple at 1:5"),
        ("'lr=0.1'", "`lr` at 1:2 is all that its string says"),
        ("'--hparams=lr=0.1'", "`lr` at 1:12 is all that its string says"),
        ("('a=1,'\n 'lr=0.1,'\n 'b=2')", "`lr` at 2:3 is all that its string says"),
        ("'the lr, not=the rest'", "`lr` at 1:6 is neither listed nor given a value in a string"),
        ("'the lr=1, seed=2'", "`lr` at 1:6 does not begin a clause of its string"),
        ("config.lr", "`lr` at 1:8 is neither listed nor given a value in a string"),
        ("config['lr']", "`lr` at 1:9 is neither listed nor given a value in a string"),
        ("f('lr')", "`lr` at 1:4 is neither listed nor given a value in a string"),
        ("['lr' '_max']", "`lr` at 1:3 is neither listed nor given a value in a string"),
        (
            "# run --hparams=lr=1,seed=2",
            "`lr` at 1:17 is neither listed nor given a value in a string",
        ),
    ],
)
def test_what_is_refused(text, reason):
    with pytest.raises(Refused, match=r"^" + reason.replace("?", r"\?") + "$"):
        removed(text)


def test_what_another_name_stands_at_is_refused():
    with pytest.raises(Refused, match="`'seed'` stands at 1:2, not `lr`"):
        removed("['seed']", at=(1, 2))
