"""Renaming a key in Python: places are exact, and what is not the key is left alone."""

from __future__ import annotations

import pytest
from libcst.codemod import CodemodTest

from codemods.rename_key import RenameKey, rename_key
from codemods.splices import Refused, Splice, splice


def renamed(text, *at, old="lr", new="learning_rate"):
    return splice(text, rename_key(text, old=old, new=new, at=at))


class TestRenameKey(CodemodTest):
    TRANSFORM = RenameKey

    def test_every_attribute_keyword_and_string_of_the_file(self):
        self.assertCodemod(
            """
            hparams.lr = build(lr=0.1)  # lr stays here
            names = ['lr', "lr", "lr_max", f"lr={hparams.lr}"]
            lr = print(lr)
            """,
            """
            hparams.learning_rate = build(learning_rate=0.1)  # lr stays here
            names = ['learning_rate', "learning_rate", "lr_max", f"lr={hparams.learning_rate}"]
            lr = print(lr)
            """,
            old="lr",
            new="learning_rate",
        )

    def test_only_the_given_places(self):
        self.assertCodemod(
            """
            def train(hparams, lr):
                return hparams.lr + hparams.lr
            """,
            """
            def train(hparams, rate):
                return hparams.lr + hparams.rate
            """,
            old="lr",
            new="rate",
            at=[(1, 20), (2, 33)],
        )

    def test_modules_are_not_keys(self):
        self.assertCodemod(
            """
            import schedules.lr
            from schedules.lr import step
            schedules.lr
            """,
            """
            import schedules.lr
            from schedules.lr import step
            schedules.rate
            """,
            old="lr",
            new="rate",
        )

    def test_nothing_to_rename_is_skipped(self):
        before = "hparams.epochs = 3"
        self.assertCodemod(before, before, old="lr", new="rate", expected_skip=True)

    def test_a_name_that_the_call_has_is_skipped(self):
        before = "HParams(lr=0.1, rate=0.2)"
        self.assertCodemod(before, before, old="lr", new="rate", expected_skip=True)


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("hparams.lr\n", (1, 9), "hparams.rate\n"),
        ("(hparams\n .lr)\n", (2, 3), "(hparams\n .rate)\n"),
        ("HParams(lr=1)\n", (1, 9), "HParams(rate=1)\n"),
        ("lr = 1\n", (1, 1), "rate = 1\n"),
        ("class A:\n    lr: float = 1\n", (2, 5), "class A:\n    rate: float = 1\n"),
        ("def f(*, lr): ...\n", (1, 10), "def f(*, rate): ...\n"),
        ("from hparams import lr\n", (1, 21), "from hparams import rate\n"),
        ("from hparams import a, lr as b\n", (1, 24), "from hparams import a, rate as b\n"),
        ("x['lr']\n", (1, 3), "x['rate']\n"),
        ("x[U'lr']\n", (1, 3), "x[U'rate']\n"),
        ('x = r"""lr"""\n', (1, 5), 'x = r"""rate"""\n'),
        ('x = f"lr"\n', (1, 5), 'x = f"rate"\n'),
        ('x = f"{y.lr}"\n', (1, 10), 'x = f"{y.rate}"\n'),
    ],
)
def test_a_place_may_be(before, place, after):
    assert renamed(before, place, new="rate") == after


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ('x = "lr=0.1,batch=3"', (1, 6), 'x = "rate=0.1,batch=3"'),
        ('x = "batch=3,lr=0.1"', (1, 14), 'x = "batch=3,rate=0.1"'),
        ('x = "--lr"', (1, 8), 'x = "--rate"'),
        ('x = "a\\nlr=1"', (1, 9), 'x = "a\\nrate=1"'),
        ('x = ("a=1,"\n     "lr=1")', (2, 7), 'x = ("a=1,"\n     "rate=1")'),
        ('x = f"lr={lr},b={b}"', (1, 7), 'x = f"rate={lr},b={b}"'),
        ("x = '''a\n  lr: 1\n'''", (2, 3), "x = '''a\n  rate: 1\n'''"),
    ],
)
def test_a_name_inside_a_string_is_renamed_where_it_stands_alone(before, place, after):
    assert renamed(before, place, new="rate") == after


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('x = "my_lr"', (1, 9)),
        ('x = "lr_max=1"', (1, 6)),
        ('x = "lrlr"', (1, 6)),
        ('x = ("my_"\n     "lr=1")', (2, 7)),
        ('x = "lr" "_max"', (1, 5)),
        ('x = f"{p}lr=1"', (1, 10)),
        ('x = f"lr{i}"', (1, 7)),
        ('x = "лlr"', (1, 7)),
    ],
)
def test_a_part_of_a_longer_name_is_left_alone(text, place):
    with pytest.raises(Refused, match="`lr` is part of a longer name in a string"):
        renamed(text, place)


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("hparams.epochs", (1, 9), "`epochs` stands at 1:9, not `lr`"),
        ("hparams.lr", (1, 1), "`hparams` stands at 1:1, not `lr`"),
        ("f(3)", (1, 3), "`3` stands at 1:3, not `lr`"),
        ('x = "epochs"', (1, 5), '`"epochs"` stands at 1:5, not `lr`'),
        ('x = "l\\x72"', (1, 5), '`"l\\x72"` stands at 1:5, not `lr`'),
        ('x = b"lr"', (1, 5), '`b"lr"` stands at 1:5, not `lr`'),
        ('x = b"lr"', (1, 7), "`lr` at 1:7 is no attribute, keyword argument, name or string"),
        ("import lr", (1, 8), "`lr` at 1:8 is no attribute, keyword argument, name or string"),
        ('x = f"{y:lr}"', (1, 10), "`lr` at 1:10 is no attribute, keyword argument"),
        ("lr", (2, 1), "no place 2:1 in the text"),
        ("x = (", (1, 1), "does not parse: '(' was never closed at line 1"),
        ("x = '\0'", (1, 1), "does not parse: "),
    ],
)
def test_anything_else_at_a_place_is_refused(text, place, reason):
    with pytest.raises(Refused) as refusal:
        renamed(text, place)
    assert str(refusal.value).startswith(reason)


@pytest.mark.parametrize(
    ("text", "place", "new", "reason"),
    [
        ("hparams.lr", (1, 9), "class", "`class` is not an identifier"),
        ("hparams.lr", (1, 9), "learning-rate", "`learning-rate` is not an identifier"),
        ("hparams.lr", (1, 9), "", "`` is not an identifier"),
        ("x = 'lr'", (1, 5), "it's", "`it's` would have to be escaped"),
        ("x = 'lr'", (1, 5), "a\\b", "`a\\b` would have to be escaped"),
        ("x = 'lr'", (1, 5), "a\nb", "`a b` would have to be escaped"),
        ("x = f'lr={y}'", (1, 7), "{y}", "`{y}` would have to be escaped"),
        ("hparams.lr", (1, 9), "ﬁne", "renaming `lr` to `ﬁne` would change more than the name"),
    ],
)
def test_a_name_that_does_not_fit_is_refused(text, place, new, reason):
    with pytest.raises(Refused) as refusal:
        renamed(text, place, new=new)
    assert str(refusal.value) == reason


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("HParams(lr=1, rate=2)", (1, 9)),
        ("def f(lr, *, rate): ...", (1, 7)),
        ("x = {'lr': 1, 'rate': 2}", (1, 6)),
        ("class A:\n    rate: float = 1\n    lr = 2", (3, 5)),
        ("rate = lr = 1", (1, 8)),
    ],
)
def test_a_name_that_is_taken_beside_it_is_refused(text, place):
    with pytest.raises(Refused, match="`rate` is there already, beside the name to rename"):
        renamed(text, place, new="rate")


@pytest.mark.parametrize(
    "text",
    ["f(g(lr=1), rate=2)", "f(lr=1)\nf(rate=2)", "def f():\n    rate = 1\nf(lr=1)"],
)
def test_the_same_name_elsewhere_is_no_hindrance(text):
    assert renamed(text, new="rate") == text.replace("lr", "rate")


@pytest.mark.parametrize(
    ("text", "place", "after"),
    [
        ("# train.py --hparams='lr=1'\n", (1, 23), "# train.py --hparams='rate=1'\n"),
        ("x = 1  #lr=1,lr_min=2", (1, 9), "x = 1  #rate=1,lr_min=2"),
        ("f(\n  # 'ж' lr\n  a=1)\r\n", (2, 9), "f(\n  # 'ж' rate\n  a=1)\r\n"),
        (
            'def f():\n  """Say --hparams=lr=1."""',
            (2, 20),
            'def f():\n  """Say --hparams=rate=1."""',
        ),
    ],
)
def test_a_name_in_a_comment_is_renamed_at_its_place(text, place, after):
    assert renamed(text, place, new="rate") == after


def test_a_longer_name_in_a_comment_is_refused():
    with pytest.raises(Refused, match="`lr` is part of a longer name in a comment"):
        renamed("# lr_min=1", (1, 3))


def test_comments_stay_where_no_place_is_told():
    assert renamed("hp.lr  # lr", new="rate") == "hp.rate  # lr"


def test_a_string_with_more_meaning_in_front_of_it_is_refused():
    with pytest.raises(Refused, match="would change more than the name"):
        renamed('x = "\\nr"', (1, 7), old="nr")


def test_an_f_string_that_prints_the_name_is_refused():
    with pytest.raises(Refused, match="would change more than the name"):
        renamed('print(f"{lr=}")', (1, 10))


def test_a_string_in_several_literals_is_refused_when_every_one_is_meant():
    with pytest.raises(Refused, match="`lr` is put together from several literals at 1:5"):
        renamed('x = "l" "r"')


def test_only_the_characters_of_the_name_are_replaced():
    text = "x = {\"lr\": 1, 'lr': hparams . lr}\n"
    assert rename_key(text, old="lr", new="rate") == (
        Splice(6, 8, "rate"),
        Splice(15, 17, "rate"),
        Splice(30, 32, "rate"),
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a = 1\r\nhparams.lr\r\n", (2, 9)),
        ("a = 1\rhparams.lr\r", (2, 9)),
        ("\ufeffhparams.lr\n", (1, 9)),
        ("\ufeffa = 1\r\nhparams.lr", (2, 9)),
        ("a = 1\x0c\n\x0chparams.lr\n", (2, 10)),
        ("a = '\u2028'; hparams.lr\n", (1, 18)),
        ("a = 'скорость'; hparams.lr\n", (1, 25)),
        ("a = '😀'; hparams.lr\n", (1, 18)),
        ("a = '\\d'; hparams.lr\n", (1, 19)),
        ("HParams(a=1, a=3); hparams.lr\n", (1, 28)),
        ("if a:\n\thparams.lr\n", (2, 10)),
    ],
)
def test_every_other_character_stays(text, place):
    assert renamed(text, place, new="rate") == text.replace("lr", "rate")
    assert renamed(text, new="rate") == text.replace("lr", "rate")


@pytest.mark.parametrize(
    "code",
    [
        "x = " + "(" * 5000 + ")" * 5000,
        "x = " + "a and " * 20000 + "lr",
        "x = a" + ".b" * 2000,
        "x = " + "[" * 150 + "]" * 150 + "+1" * 200,
        "x = " + "'a' " * 2000,
    ],
)
def test_code_nested_too_deeply_is_refused_and_does_not_crash(code):
    with pytest.raises(Refused, match=r"does not parse|no attribute"):
        renamed(code)
