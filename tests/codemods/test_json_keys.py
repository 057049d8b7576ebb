"""JSON rewritten by splices: one member differs, everything else is the same text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codemods.json_keys import insert_key, remove_key, rename_in_text, rename_key, set_scalar
from codemods.json_nodes import read
from codemods.splices import Refused, position_at, splice


def renamed(text, at=(1, 2), old="lr", new="rate", **options):
    return splice(text, rename_key(text, at=at, old=old, new=new, **options))


def respelled(text, at, old="lr", new="rate"):
    return splice(text, rename_in_text(text, at=at, old=old, new=new))


def changed(text, at=(1, 2), key="lr", value="0.3"):
    return splice(text, set_scalar(text, at=at, key=key, value=value))


def inserted(text, at=(1, 2), after="a", key="lr", value="0.3"):
    return splice(text, insert_key(text, at=at, after=after, key=key, value=value))


def removed(text, at=(1, 2), key="lr"):
    return splice(text, remove_key(text, at=at, key=key))


def refused(function, *arguments, **named):
    with pytest.raises(Refused) as refusal:
        function(*arguments, **named)
    return str(refusal.value)


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ('{"lr":0.1}', (1, 2), '{"rate":0.1}'),
        ('\ufeff{"lr" : 1}\r\n', (1, 2), '\ufeff{"rate" : 1}\r\n'),
        ('{"a": [{"lr": 1}]}', (1, 9), '{"a": [{"rate": 1}]}'),
        ('{\n\t"lr": NaN, // step\n\t/* lr */ "b": 2,\n}', (2, 2), None),
        ('{"ключ": "😀", "lr": 1}', (1, 15), '{"ключ": "😀", "rate": 1}'),
    ],
)
def test_rename_key(before, place, after):
    result = renamed(before, place)
    assert result == (after or before.replace('"lr"', '"rate"'))
    assert renamed(result, place, old="rate", new="lr") == before


def test_the_place_says_which_of_two_equal_keys_is_renamed():
    assert renamed('{"lr": 1, "lr": 2}', (1, 11)) == '{"lr": 1, "rate": 2}'


def test_a_key_that_is_spelled_with_escapes_is_the_key_it_says():
    assert renamed('{"l\\u0072": 1}') == '{"rate": 1}'
    assert renamed('{"\\u043a": 1}', old="к", new="ж") == '{"\\u0436": 1}'
    assert renamed('{"к": 1}', old="к", new="ж") == '{"ж": 1}'
    assert renamed('{"lr": 1}', new='a"b') == '{"a\\"b": 1}'


def test_a_key_that_is_there_is_refused_or_merged_when_equal():
    assert refused(renamed, '{"lr": 1, "rate": 1}') == "already has key `rate`"
    assert renamed('{"lr": 1, "rate": 1}', existing="merge") == '{"rate": 1}'
    reason = refused(renamed, '{"lr": 1, "rate": 2}', existing="merge")
    assert reason == "`lr` and `rate` differ in value; one has to be chosen"


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ('{"a": 1}', (1, 2), '`"a"` stands at 1:2, not `lr`'),
        ('{"a": "lr"}', (1, 7), "no key stands at 1:7"),
        ('{"lr": 1} {}', (1, 2), "does not parse: `{` stands at 1:11"),
        ("{lr: 1}", (1, 2), "does not parse: `lr` stands at 1:2"),
        ("{'lr': 1}", (1, 2), 'does not parse: "\'" at 1:2'),
        ('{"lr": 01}', (1, 2), "does not parse: "),
        ('{"lr": 1,, "b": 2}', (1, 2), "does not parse: `,` stands at 1:10"),
        ('{"lr": "a', (1, 2), "does not parse: the string at 1:8 has no end"),
        ('{"lr": 1', (1, 2), "does not parse: the text ends too early, at 1:9"),
        ('{"lr": "\\x41"}', (1, 2), "does not parse: "),
        ("[" * 5000, (1, 1), "does not parse: nested more than 200 deep"),
    ],
)
def test_rename_key_is_refused(text, place, reason):
    assert refused(renamed, text, place).startswith(reason)


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ('{"args": "lr=0.1,a=2"}', (1, 11), '{"args": "rate=0.1,a=2"}'),
        ('["--lr", 1]', (1, 5), '["--rate", 1]'),
        ('{"a": "x\\nlr=1"}', (1, 11), '{"a": "x\\nrate=1"}'),
        ('{"optim.lr": 1}', (1, 9), '{"optim.rate": 1}'),
    ],
)
def test_rename_in_text(before, place, after):
    assert respelled(before, place) == after


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ('["my_lr"]', (1, 6), "`lr` at 1:6 is part of a longer name"),
        ('["\\u0061lr"]', (1, 9), "`lr` at 1:9 is part of a longer name"),
        ('["\\n", "lr"]', (1, 4), "no character of the string begins at 1:4"),
        ('["a"] // lr', (1, 10), "no string stands at 1:10"),
        ('["ab"]', (1, 3), "no string spells `lr` at 1:3"),
        ('{"a.lr": 1, "a.rate": 2}', (1, 5), "already has key `a.rate`"),
    ],
)
def test_rename_in_text_is_refused(text, place, reason):
    assert refused(respelled, text, place) == reason


def test_set_scalar():
    assert changed('{"lr": 0.1, "lr": 2}', (1, 13)) == '{"lr": 0.1, "lr": 0.3}'
    assert changed('{"lr": "a" /* b */}', value="[1]") == '{"lr": [1] /* b */}'
    assert refused(changed, '{"lr": [1]}') == "`lr` is an array, not a scalar"
    assert refused(changed, '{"lr": {}}') == "`lr` is an object, not a scalar"


@pytest.mark.parametrize("value", ["", " 1", "1 ", "1, 2", "a", "'a'", "[\n1]", "1 // one"])
def test_a_value_that_is_more_or_less_than_one_value_is_refused(value):
    assert refused(changed, '{"lr": 1}', value=value).endswith("is not a value on one line")


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ('{"a": 1}', (1, 2), '{"a": 1, "lr": 0.3}'),
        ('{"a":1}', (1, 2), '{"a":1,"lr":0.3}'),
        ('{"a":1,"b":2}', (1, 2), '{"a":1,"lr":0.3,"b":2}'),
        ('{\n  "a" : 1\n}\n', (2, 3), '{\n  "a" : 1,\n  "lr" : 0.3\n}\n'),
        ('{\r\n\t"a": 1,\r\n\t"b": 2}', (2, 2), '{\r\n\t"a": 1,\r\n\t"lr": 0.3,\r\n\t"b": 2}'),
        ('{\n  "a": [\n    1\n  ]\n}', (2, 3), '{\n  "a": [\n    1\n  ],\n  "lr": 0.3\n}'),
        ('{\n  "a": 1, // one\n}', (2, 3), '{\n  "a": 1, // one\n  "lr": 0.3,\n}'),
        ('{\n  "a": 1 /* one */\n}', (2, 3), '{\n  "a": 1, /* one */\n  "lr": 0.3\n}'),
        ('{\n  "a": "#",\n  "b": 2\n}', (2, 3), '{\n  "a": "#",\n  "lr": 0.3,\n  "b": 2\n}'),
    ],
)
def test_insert_key(before, place, after):
    assert inserted(before, place) == after
    line, column = position_at(after, after.index('"lr"'))
    assert removed(after, (line, column)) == before


def test_insert_key_is_refused():
    assert refused(inserted, '{"a": 1, "lr": 2}') == "already has key `lr`"
    assert refused(inserted, '{"a": 1}', value="b").endswith("is not a value on one line")


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ('{"lr": 1}', (1, 2), "{}"),
        ('{"lr": 1, "b": 2}', (1, 2), '{"b": 2}'),
        ('{"a":1,"lr":2}', (1, 8), '{"a":1}'),
        ('{\n  "lr": {\n    "a": 1\n  },\n  "b": 2\n}', (2, 3), '{\n  "b": 2\n}'),
        ('{\n  "a": 1, // one\n  // two\n  "lr": 2\n}', (4, 3), '{\n  "a": 1 // one\n  // two\n}'),
        ('{\n  "a": 1,\n  "lr": 2,\n}', (3, 3), '{\n  "a": 1,\n}'),
        ('{"a": 1, /* b */ "lr": 2}', (1, 18), '{"a": 1 /* b */ }'),
    ],
)
def test_remove_key(before, place, after):
    assert removed(before, place) == after


NAMES = st.text(st.sampled_from('abкл😀_\\"/ \t\u2028'), min_size=1, max_size=5)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | NAMES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)
LAYOUTS = st.fixed_dictionaries(
    {
        "indent": st.sampled_from([None, 0, 2, "\t"]),
        "separators": st.sampled_from([None, (",", ":"), (",", " : ")]),
        "ensure_ascii": st.booleans(),
    }
)


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=5), LAYOUTS, st.data())
def test_loading_the_rewritten_text_is_rewriting_what_was_loaded(loaded, layout, data):
    text = json.dumps({"top": [loaded]}, **layout)
    key = data.draw(st.sampled_from(list(loaded)))
    index = list(loaded).index(key)
    tree = read(text).members[0].value.items[0]
    at = position_at(text, tree.members[index].key.start)
    before = json.loads(text)["top"][0]
    result = renamed(text, at, key, "new-name")
    assert repr(json.loads(result)["top"]) == repr(
        [{"new-name" if name == key else name: value for name, value in before.items()}]
    )
    if key.isascii() or not layout["ensure_ascii"]:
        assert renamed(result, at, "new-name", key) == text
    more = inserted(text, at, key, "new-name", "7")
    added = [*before.items()]
    added.insert(index + 1, ("new-name", 7))
    assert repr(json.loads(more)["top"]) == repr([dict(added)])
    assert removed(more, position_at(more, more.index('"new-name"')), "new-name") == text
