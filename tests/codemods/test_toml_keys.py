"""TOML rewritten by splices: one key differs, everything else is the same text."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codemods.splices import Refused, offset_at, position_at, splice
from codemods.toml_keys import insert_key, remove_key, rename_in_text, rename_key, set_scalar


def renamed(text, at=(1, 1), old="lr", new="rate", **options):
    places = at if isinstance(at, list) else [at]
    return splice(text, rename_key(text, at=places, old=old, new=new, **options))


def respelled(text, at, old="lr", new="rate"):
    return splice(text, rename_in_text(text, at=at, old=old, new=new))


def changed(text, at=(1, 1), key="lr", value="0.3", comment=None):
    return splice(text, set_scalar(text, at=at, key=key, value=value, comment=comment))


def inserted(text, at=(1, 1), after="a", key="lr", value="0.3", comment=None):
    splices = insert_key(text, at=at, after=after, key=key, value=value, comment=comment)
    return splice(text, splices)


def removed(text, at=(1, 1), key="lr"):
    return splice(text, remove_key(text, at=at, key=key))


def refused(function, *arguments, **named):
    with pytest.raises(Refused) as refusal:
        function(*arguments, **named)
    return str(refusal.value)


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("lr = 0.1  # step\n", (1, 1), "rate = 0.1  # step\n"),
        ("\ufeff'lr'=1\r\n", (1, 1), "\ufeff'rate'=1\r\n"),
        ('a = {b=1, "lr" = 2}', (1, 11), 'a = {b=1, "rate" = 2}'),
        ("a . lr . b = 1", (1, 5), "a . rate . b = 1"),
        ("[[a]]\nlr = 1\n[[a]]\nlr = 2", (4, 1), "[[a]]\nlr = 1\n[[a]]\nrate = 2"),
        ("a = [ # one\n  {lr = 1},\n]", (2, 4), "a = [ # one\n  {rate = 1},\n]"),
        ('a = """\nlr = 1 \\"""\n""""\nlr = 1', (4, 1), 'a = """\nlr = 1 \\"""\n""""\nrate = 1'),
        ("[lr] # a\n[b]\n[lr.c]\nx = 1", (1, 2), "[rate] # a\n[b]\n[rate.c]\nx = 1"),
        ("[lr.c]\nx = 1\n[lr]", (3, 2), "[rate.c]\nx = 1\n[rate]"),
        ("lr.a = 1\nlr.b = 2", (2, 1), "rate.a = 1\nrate.b = 2"),
        ("[[lr]]\n[lr.a]\n[[lr]]", (1, 3), "[[rate]]\n[rate.a]\n[[rate]]"),
    ],
)
def test_rename_key(before, place, after):
    assert renamed(before, place) == after
    assert renamed(after, place, old="rate", new="lr") == before


def test_places_of_one_table_are_told_together():
    text = "[lr]\n[lr.lr]\nx = 1"
    assert renamed(text, [(1, 2), (2, 2)]) == "[rate]\n[rate.lr]\nx = 1"
    assert renamed(text, [(2, 2), (2, 5)]) == "[rate]\n[rate.rate]\nx = 1"


def test_a_key_that_is_there_is_refused_or_merged_when_equal():
    text = "lr = 1.0\nrate = 1.0\n"
    assert refused(renamed, text) == "already has key `rate`"
    assert renamed(text, existing="merge") == "rate = 1.0\n"
    reason = refused(renamed, "lr = 1\nrate = 1.0\n", existing="merge")
    assert reason == "`lr` and `rate` differ in value; one has to be chosen"


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("a = 1", (1, 1), "`a` stands at 1:1, not `lr`"),
        ("a = 'lr'", (1, 6), "no key stands at 1:6"),
        ("# lr = 1", (1, 3), "no key stands at 1:3"),
        ("lr = 1\nlr = 2", (1, 1), "does not parse: cannot overwrite a value"),
        ("lr = 1\r\ra = 1", (1, 1), "does not parse: "),
        ("a = " + "[" * 500, (1, 1), "does not parse: "),
    ],
)
def test_rename_key_is_refused(text, place, reason):
    assert refused(renamed, text, place).startswith(reason)


@pytest.mark.parametrize("new", ["a.b", "a b", "", "ключ"])
def test_a_bare_key_is_never_quoted(new):
    assert refused(renamed, "lr = 1", new=new) == f"`{new}` would need quotes"
    assert not new or renamed('"lr" = 1', new=new) == f'"{new}" = 1'


def test_rename_in_text():
    assert respelled("a = 'lr=0.1'", (1, 6)) == "a = 'rate=0.1'"
    assert respelled('a = """\n--lr 1"""', (2, 3)) == 'a = """\n--rate 1"""'
    assert respelled('a = ["x\\nlr"]', (1, 10)) == 'a = ["x\\nrate"]'
    reason = "`lr` at 1:9 is part of a longer name"
    assert refused(respelled, "a = 'my_lr'", (1, 9)) == reason
    assert refused(respelled, "a = 1 # lr", (1, 9)) == "no string spells `lr` at 1:9"
    assert refused(respelled, "lr = 1", (1, 1)) == "no string spells `lr` at 1:1"


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("lr = 0.1\n", (1, 1), "lr = 0.3  # was\n"),
        ("lr=0.1 # step", (1, 1), "lr=0.3 # step"),
        ("lr = 1979-05-27 07:32:00", (1, 1), "lr = 0.3  # was"),
        ("lr = '''\na\n'''\nb = 1", (1, 1), "lr = 0.3  # was\nb = 1"),
        ("a = {lr = 1}", (1, 6), "a = {lr = 0.3}"),
    ],
)
def test_set_scalar(before, place, after):
    assert changed(before, place, comment="was") == after


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("lr = [1]", (1, 1), "`lr` is an array, not a scalar"),
        ("lr = {}", (1, 1), "`lr` is a table, not a scalar"),
        ("[lr]", (1, 2), "`lr` is a table, not a scalar"),
        ("lr.a = 1", (1, 1), "`lr` is a table, not a scalar"),
    ],
)
def test_set_scalar_is_refused(text, place, reason):
    assert refused(changed, text, place) == reason


@pytest.mark.parametrize("value", ["", " 1", "1 # a", "1\nb = 2", "a", "[1,\n2]", "1, 2"])
def test_a_value_that_is_more_or_less_than_one_value_is_refused(value):
    assert refused(changed, "lr = 1", value=value).endswith("is not a value on one line")


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("a = 1", (1, 1), "a = 1\nlr = 0.3  # step"),
        ("a=1 # one\r\nb=2\r\n", (1, 1), "a=1 # one\r\nlr=0.3  # step\r\nb=2\r\n"),
        ("[t]\n  a    = 1\n", (2, 3), "[t]\n  a    = 1\n  lr   = 0.3  # step\n"),
        ("x.a = [\n  1,\n] # a\n", (1, 3), "x.a = [\n  1,\n] # a\nx.lr = 0.3  # step\n"),
        ("a.x = 1\na.y = 2\n", (1, 1), "a.x = 1\nlr = 0.3  # step\na.y = 2\n"),
        ("t = {a=1,b=2}", (1, 6), "t = {a=1,lr=0.3,b=2}"),
        ("t = {'a' = 1}", (1, 6), "t = {'a' = 1, 'lr' = 0.3}"),
    ],
)
def test_insert_key(before, place, after):
    assert inserted(before, place, comment="step") == after


def test_insert_key_is_refused():
    assert refused(inserted, "a = 1\nlr = 2") == "already has key `lr`"
    reason = "`a` is a table; a key behind it would be one of its own"
    assert refused(inserted, "[a]\nb = 1", (1, 2)) == reason


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("lr = 1", (1, 1), ""),
        ("# a\nlr = [ # b\n  1,\n]  # c\nb = 2\n", (2, 1), "# a\nb = 2\n"),
        ("[a]\nlr = 1\n", (2, 1), "[a]\n"),
        ("a.lr = 1  # one\nb = 2\n", (1, 3), "a = {}\nb = 2\n"),
        ("b = 1\n[lr]\nx = 1\n\n# z\n[lr.y]\nz = 1\n\n# c\n[c]\n", (2, 2), "b = 1\n\n# c\n[c]\n"),
        ("[a.lr]\nx = 1\n[b]\n", (1, 4), "[a]\n[b]\n"),
        ("[ a . lr ] # one\nx = 1\n", (1, 7), "[ a ]\n"),
        ("[[a.lr]]\nx = 1\n", (1, 5), "[a]\n"),
        ("t = {lr = 1}", (1, 6), "t = {}"),
        ("t = {a.lr = 1, b = 2}", (1, 8), "t = {a = {}, b = 2}"),
        ("t = {a = 1, lr = 1}", (1, 13), "t = {a = 1}"),
        ("[[lr]]\nx = 1\n[[lr]]\ny = 2\n[b]", (1, 3), "[b]"),
    ],
)
def test_remove_key(before, place, after):
    assert removed(before, place) == after


def test_a_table_with_others_between_is_refused():
    reason = "other keys stand between those of `lr`"
    assert refused(removed, "[lr]\n[b]\n[lr.c]\n", (1, 2)) == reason
    assert refused(removed, "lr.a = 1\nb = 1\nlr.c = 1\n", (1, 1)) == reason


NAMES = ("lr", "batch-size", "optim", '"a b"', "'ключ'", '"x\\u0041"', "dropout")
VALUES = ("1", "1e-3", "'a # b'", '"""\na\n"""', "[1, 2]", "[\n  1, # one\n]", "{x = 1, y.z = 2}")


@st.composite
def documents(draw):
    """A text, and the name and place of the keys of one of its tables."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True))
    head = draw(st.sampled_from(["", "top = 1\n\n", "# top\n[first]\nlr = 1\n"]))
    table = draw(st.sampled_from(["[a.b]\n", "[[a.b]]\nlr = 2\n[[a.b]] # two\n", "a.b."]))
    text = head if "[" in table or not head.startswith("# top") else ""
    keys = []
    text += table if "[" in table else ""
    for name in names:
        prefix = draw(st.sampled_from(["", "  "])) + (table if "[" not in table else "")
        keys.append((name, len(text) + len(prefix)))
        text += f"{prefix}{name}{draw(st.sampled_from([' = ', '=', '   = ']))}"
        text += draw(st.sampled_from(VALUES)) + draw(st.sampled_from(["", "  # note"])) + "\n"
    text += draw(st.sampled_from(["", "\n# last\n[last]\nlr = 3\n"]))
    return text, keys


def table_of(text):
    found = tomllib.loads(text)["a"]["b"]
    return found[-1] if isinstance(found, list) else found


@settings(deadline=None, max_examples=80)
@given(documents(), st.data())
def test_loading_the_rewritten_text_is_rewriting_what_was_loaded(drawn, data):
    text, keys = drawn
    name, offset = data.draw(st.sampled_from(keys))
    key = next(iter(tomllib.loads(f"{name} = 1")))
    at = position_at(text, offset)
    before = list(table_of(text).items())
    result = renamed(text, at, key, "new-name")
    assert list(table_of(result).items()) == [
        ("new-name" if each == key else each, value) for each, value in before
    ]
    assert offset_at(result, *at) == offset
    if "\\" not in name:
        assert renamed(result, at, "new-name", key) == text
    more = inserted(text, at, key, "new-name", "7")
    index = [each for each, _ in before].index(key)
    assert list(table_of(more).items()) == [
        *before[: index + 1],
        ("new-name", 7),
        *before[index + 1 :],
    ]
    start = more.index("new-name")
    quoted = more[start - 1] in "'\""
    assert removed(more, position_at(more, start - quoted), "new-name") == text
