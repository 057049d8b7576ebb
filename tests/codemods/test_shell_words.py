"""An option or an override renamed where a command line spells it, and nothing else."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codemods.shell_words import rename_word
from codemods.splices import Refused, position_at, splice


def renamed(text, needle="lr", old="lr", new="rate"):
    at = position_at(text, text.index(needle))
    return splice(text, rename_word(text, at=at, old=old, new=new))


def refused(*arguments, **named):
    with pytest.raises(Refused) as refusal:
        renamed(*arguments, **named)
    return str(refusal.value)


@pytest.mark.parametrize(
    "text",
    [
        "python train.py --lr 0.1",
        "python train.py --lr=0.1  # lr\r\n",
        "python train.py -lr 0.1 --rate 2",
        'python train.py --hparams "a=1,lr=[1,2]"',
        "python train.py model.optim.lr=0.1 data.rate=1",
        "python train.py +lr=0.1",
        "python train.py \\\n  --bs 1 \\\n  --lr 0.1 \\\n  --out x\n",
        "train:\n\tpython train.py --lr $(LR)\n",
        'CMD ["python", "train.py", "--lr", "0.1"]',
        "ARGS=(--lr 1 --bs 2)\nrun ${ARGS[@]}",
        "cat > run.sh <<'EOF'\npython train.py --lr 0.1\nEOF\n",
        "python train.py --lr=$LR",
        "lr=0.1 python train.py",
        "python a.py --lr 1\npython b.py --rate 2",
        "python train.py 'lr=choice(1,2)'",
        "python train.py ^\r\n  --lr 1",
    ],
)
def test_the_name_at_the_place_is_renamed(text):
    result = renamed(text)
    assert result == text.replace("lr", "rate", 1)
    assert renamed(result, result[text.index("lr") :], "rate", "lr") == text


@pytest.mark.parametrize(
    ("text", "needle", "reason"),
    [
        ("a --max-lr 1", "lr", "`lr` at 1:9 is part of a longer name"),
        ("a --lr-min 1", "lr", "`lr` at 1:5 is part of a longer name"),
        ("a --lr_min 1", "lr", "`lr` at 1:5 is part of a longer name"),
        ("a $lr", "lr", "`lr` at 1:4 is a variable"),
        ("a ${lr:-1}", "lr", "`lr` at 1:5 is a variable"),
        ("lr=0.1\na --x $lr", "lr=", "`lr` at 1:1 is a variable"),
        ("export lr=0.1; a --x ${lr}", "lr=", "`lr` at 1:8 is a variable"),
        ("a conf/lr", "lr", "`lr` at 1:8 is part of a path"),
        ("a lr/x.yaml", "lr", "`lr` at 1:3 is part of a path"),
        ("lr() { a; }", "lr", "`lr` at 1:1 is a function"),
        ("a --lr 1 --rate 2", "lr", "the command at 1:5 has `rate` already"),
        ("a --rate 2 \\\n  --lr 1", "lr", "the command at 2:5 has `rate` already"),
        ('a --hp "lr=1,rate=2"', "lr", "the command at 1:9 has `rate` already"),
        ("a --bs 1", "bs", "`lr` does not stand at 1:5"),
    ],
)
def test_what_is_no_such_word_is_refused(text, needle, reason):
    assert refused(text, needle) == reason


@pytest.mark.parametrize("new", ["", "--", "a b", "a=b", "$x", "a'b", "a;b", "a/b", "a\nb"])
def test_a_name_that_would_need_quotes_is_refused(new):
    assert refused("a --lr 1", new=new).endswith("would need quotes")


def test_an_option_is_told_with_its_dashes_or_without():
    text = "a --learning-rate 1"
    assert renamed(text, "learning", "learning-rate", "lr") == "a --lr 1"
    assert renamed(text, "--", "--learning-rate", "-l") == "a -l 1"


WORDS = st.sampled_from(["--bs 2", "-x", "'a b'", '"c d=1"', "m.k=3", "$V", "--out=o.txt", "\\\n"])


@settings(deadline=None, max_examples=80)
@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5))
def test_a_shell_reads_every_other_word_as_before(before, after):
    text = " ".join(["run", *before, "--lr=0.1", *after, "end"])
    result = renamed(text, "lr=")
    assert shlex.split(result) == [
        "--rate=0.1" if word == "--lr=0.1" else word for word in shlex.split(text)
    ]
    assert renamed(result, "rate=", "rate", "lr") == text
