"""A lookup in Python gets one step more, or one less, and nothing else changes."""

from __future__ import annotations

import pytest
from libcst.codemod import CodemodTest

from codemods.nest_key import NestKey, UnnestKey, nest_key, unnest_key
from codemods.splices import Refused, position_at, splice


def place_of(text, name):
    """Where a name stands first; of a whole literal, its quote, but of a path the name itself."""
    start = text.index(name)
    is_whole = text[start - 1 : start] in ("'", '"') and text[start + len(name)] in ("'", '"')
    return position_at(text, start - is_whole)


def nested(text, *, at=None, style="subscript"):
    places = [place_of(text, "lr")] if at is None else at
    return splice(text, nest_key(text, key="lr", step="opt", at=places, style=style))


def flat(text, *, at=None):
    places = [place_of(text, "opt")] if at is None else at
    return splice(text, unnest_key(text, step="opt", at=places))


class TestNestKey(CodemodTest):
    TRANSFORM = NestKey

    def test_every_place_in_its_own_way(self):
        self.assertCodemod(
            """
            rate = config.lr  # for Adam
            rate = config["lr"]
            rate = config.get('lr', 0.1)
            """,
            """
            rate = config.opt.lr  # for Adam
            rate = config["opt"]["lr"]
            rate = config['opt'].get('lr', 0.1)
            """,
            key="lr",
            step="opt",
            at=[(1, 15), (2, 15), (3, 19)],
        )

    def test_what_is_no_lookup_is_skipped(self):
        before = "run(lr=0.1)"
        self.assertCodemod(before, before, key="lr", step="opt", at=[(1, 5)], expected_skip=True)


class TestUnnestKey(CodemodTest):
    TRANSFORM = UnnestKey

    def test_every_place_in_its_own_way(self):
        self.assertCodemod(
            """
            rate = config.opt.lr  # for Adam
            rate = config["opt"].get("lr")
            """,
            """
            rate = config.lr  # for Adam
            rate = config.get("lr")
            """,
            step="opt",
            at=[(1, 15), (2, 15)],
        )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("self.c['lr'] = 1", "self.c['opt']['lr'] = 1"),
        ("(c\n .lr)", "(c.opt\n .lr)"),
        ("c[0].lr", "c[0].opt.lr"),
        ("load(path).lr", "load(path).opt.lr"),
        ('c.pop("lr")', 'c["opt"].pop("lr")'),
        ('getattr(c, "lr", 1)', 'getattr(c.opt, "lr", 1)'),
        ('setattr(self.c, "lr", 1)', 'setattr(self.c.opt, "lr", 1)'),
        ('"lr" not in c', '"lr" not in c["opt"]'),
        ('"lr" in (a or b)', '"lr" in (a or b)["opt"]'),
        ('f"{c.lr:.3f}"', 'f"{c.opt.lr:.3f}"'),
        ('attrgetter("lr")(c)', 'attrgetter("opt.lr")(c)'),
        ('select(c, "model.lr")', 'select(c, "model.opt.lr")'),
    ],
)
def test_a_step_more(before, after):
    at = [(1, 18)] if "model" in before else None
    assert nested(before, at=at) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('c.get("lr")', 'c.opt.get("lr")'),
        ('"lr" in c', '"lr" in c.opt'),
        ('c["lr"]', 'c["opt"]["lr"]'),
    ],
)
def test_the_style_counts_where_the_lookup_has_none(before, after):
    assert nested(before, style="attribute") == after


def test_the_path_in_a_string_is_told_by_the_place_of_the_key():
    assert nested('select(c, "lr")', at=[(1, 12)]) == 'select(c, "opt.lr")'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("run(lr=0.1)", "`lr` is not looked up at 1:5"),
        ("['lr']", "`lr` is not looked up at 1:2"),
        ("'lr=0.1,seed=3'", "`lr` is not looked up at 1:2"),
        ('hasattr(a or b, "lr")', "what stands at 1:9 is no name to go on from"),
        ("lr", "`lr` is not looked up at 1:1"),
    ],
)
def test_what_is_no_lookup_is_refused(text, reason):
    with pytest.raises(Refused, match=f"^{reason}$"):
        nested(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('c["opt"]["lr"]', 'c["lr"]'),
        ('c.get("opt", {}).get("lr")', 'c.get("lr")'),
        ("c.opt.lr = 1", "c.lr = 1"),
        ('c["opt"]["opt"]', 'c["opt"]'),
        ('f"{c.opt.lr}"', 'f"{c.lr}"'),
    ],
)
def test_a_step_less(before, after):
    assert flat(before) == after


def test_a_segment_of_a_path_goes_with_its_dot():
    assert flat('select(c, "opt.lr")', at=[(1, 12)]) == 'select(c, "lr")'


@pytest.mark.parametrize(
    "text", ["c.opt", 'c["opt"]', "use(c.opt)", 'getattr(c, "opt").lr', "opt.lr"]
)
def test_a_step_that_nothing_follows_is_refused(text):
    with pytest.raises(Refused, match=r"^nothing is looked up in `opt` at 1:"):
        flat(text)
