"""YAML rewritten by splices: one entry differs, everything else is the same text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from codemods.splices import Refused, offset_at, position_at, splice
from codemods.yaml_keys import insert_key, remove_key, rename_in_scalar, rename_key, set_scalar
from codemods.yaml_nodes import read


def renamed(text, at=(1, 1), old="lr", new="rate", **options):
    return splice(text, rename_key(text, at=at, old=old, new=new, **options))


def respelled(text, at, old="lr", new="rate"):
    return splice(text, rename_in_scalar(text, at=at, old=old, new=new))


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
        ("lr: 0.1  # step\n", (1, 1), "rate: 0.1  # step\n"),
        ("'lr': 0.1", (1, 1), "'rate': 0.1"),
        ('{"lr":0.1,"a":2}', (1, 2), '{"rate":0.1,"a":2}'),
        ("a:\n  - lr: 1\n    b: 2\n", (2, 5), "a:\n  - rate: 1\n    b: 2\n"),
        ("&x !!str lr: 1\n", (1, 10), "&x !!str rate: 1\n"),
        ("&x !!str lr: 1\n", (1, 1), "&x !!str rate: 1\n"),
        ("? lr\n: [1, 2]\n", (1, 3), "? rate\n: [1, 2]\n"),
        ("[lr: 1, b]", (1, 2), "[rate: 1, b]"),
        ("a: 1\n---\nlr: 2\n...\n", (3, 1), "a: 1\n---\nrate: 2\n...\n"),
        ("%YAML 1.1\n---\nlr: yes\n", (3, 1), "%YAML 1.1\n---\nrate: yes\n"),
        ("\ufefflr: 1\r\nb: 2\r\n", (1, 1), "\ufeffrate: 1\r\nb: 2\r\n"),
        ("a: 1\rlr: 2", (2, 1), "a: 1\rrate: 2"),
        ("ключ: {😀: 1, lr: 2}", (1, 15 - 1), "ключ: {😀: 1, rate: 2}"),
        ("a: &x {b: 1}\nlr: {<<: *x}\n", (2, 1), "a: &x {b: 1}\nrate: {<<: *x}\n"),
        ("- &x {rate: 1}\n- {'<<': *x, lr: 1}", (2, 14), "- &x {rate: 1}\n- {'<<': *x, rate: 1}"),
        ("lr:\t1\t# tab\n", (1, 1), "rate:\t1\t# tab\n"),
        ("lr: |\n  lr: 1\n", (1, 1), "rate: |\n  lr: 1\n"),
    ],
)
def test_rename_key(before, place, after):
    assert renamed(before, place) == after
    assert renamed(after, place, old="rate", new="lr") == before


def test_the_place_says_which_of_two_equal_keys_is_renamed():
    assert renamed("lr: 1\nlr: 2\n", (2, 1)) == "lr: 1\nrate: 2\n"
    assert renamed("lr: 1\nlr: 1\n", (1, 1)) == "rate: 1\nlr: 1\n"


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("lr: 1\nrate: 2", (1, 1), "already has key `rate`"),
        ("{lr: 1, 'rate': 2}", (1, 2), "already has key `rate`"),
        ("epochs: 1", (1, 1), "`epochs` stands at 1:1, not `lr`"),
        (
            "- &x {rate: 1}\n- {<<: *x, lr: 1}",
            (2, 12),
            "`<<` brings another `rate` into the mapping",
        ),
        ("- &x {lr: 1}\n- {<<: [*x], rate: 1}", (1, 7), "`<<` brings another `rate` into the"),
        ("- &x {lr: 1}\n- &y {<<: *x}\n- {<<: *y, rate: 1}", (1, 7), "`<<` brings another"),
        ("{<<: {rate: 1}, lr: 2}", (1, 17), "`<<` brings another `rate` into the mapping at 1:1"),
        ("a: lr", (1, 4), "no key stands at 1:4"),
        ("- lr", (1, 3), "no key stands at 1:3"),
        ("# lr: 1\na: 1", (1, 3), "no key stands at 1:3"),
        ("lr: 1", (2, 1), "no place 2:1 in the text"),
        (": 1", (1, 1), "an empty key stands at 1:1, not `lr`"),
        ("*lr : 1", (1, 1), "`*lr` stands at 1:1, not `lr`"),
        ('"l\\x72": 1', (1, 1), "`lr` is spelled in another way at 1:1"),
        ("&x lr: *x", (1, 4), "`lr` is anchored as `x`, which other places share"),
        ("lr: [1", (1, 1), "does not parse: "),
        ("a:\n\tlr: 1", (2, 2), "does not parse: found character '\\t' that cannot start"),
        ('a: "\\UFFFFFFFF"', (1, 1), "does not parse: "),
        ("lr: \x07", (1, 1), "does not parse: "),
        ("[\n" * 5000, (1, 1), "does not parse: nested more than 60 deep"),
        ("- " * 5000 + "a", (1, 1), "does not parse: nested more than 60 deep"),
    ],
)
def test_rename_key_is_refused(text, place, reason):
    assert refused(renamed, text, place).startswith(reason)


@pytest.mark.parametrize("new", ["yes", "null", "1e3", "0.1", "", "<<", "2001-01-01"])
def test_a_plain_key_that_would_not_be_a_string_is_refused(new):
    assert refused(renamed, "lr: 1", new=new) == f"`{new}` would need quotes"
    assert new == "" or renamed("'lr': 1", new=new) == f"'{new}': 1"


@pytest.mark.parametrize("new", ["a: b", "#a", "a #b", "- a", "'a", "[a", "a\nb", "&a", "*a", " a"])
def test_a_plain_key_that_would_be_something_else_is_refused(new):
    reason = refused(renamed, "lr: 1", new=new)
    assert reason.startswith(("the edit of `lr` would", "the result does not parse: "))


@pytest.mark.parametrize("new", ['a"b', "a'b", "a\\b", "a\nb"])
def test_a_quoted_key_is_never_escaped(new):
    assert refused(renamed, '"lr": 1', new=new).endswith("would have to be escaped")


def test_aliases_are_never_expanded():
    bomb = "a0: &a0 [lr]\n" + "".join(
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 30)
    )
    assert renamed(bomb, old="a0") == "rate" + bomb[2:]


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ('args: "lr=0.1,a=2"\n', (1, 8), 'args: "rate=0.1,a=2"\n'),
        ("args: --lr 0.1\n", (1, 9), "args: --rate 0.1\n"),
        ("- lr\n- epochs\n", (1, 3), "- rate\n- epochs\n"),
        ("a: [epochs, lr]\n", (1, 13), "a: [epochs, rate]\n"),
        ("a: |\n  train \\\n  --lr 1\n", (3, 5), "a: |\n  train \\\n  --rate 1\n"),
        ("optim.lr: 1\n", (1, 7), "optim.rate: 1\n"),
        ('a: "x\\nlr=1"\n', (1, 8), 'a: "x\\nrate=1"\n'),
        ("a: &x lr=1 # lr\n", (1, 7), "a: &x rate=1 # lr\n"),
    ],
)
def test_rename_in_scalar(before, place, after):
    assert respelled(before, place) == after


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("a: my_lr", (1, 7), "`lr` at 1:7 is part of a longer name"),
        ("a: lr_max=1", (1, 4), "`lr` at 1:4 is part of a longer name"),
        ("a: 1  # lr", (1, 9), "no scalar spells `lr` at 1:9"),
        ("a: &lr 1", (1, 5), "no scalar spells `lr` at 1:5"),
        ("a: !lr 1", (1, 5), "no scalar spells `lr` at 1:5"),
        ("a: &x lr=1\nb: *x", (1, 7), "`lr` is anchored as `x`, which other places share"),
        ("optim.lr: 1\noptim.rate: 2", (1, 7), "already has key `optim.rate`"),
    ],
)
def test_rename_in_scalar_is_refused(text, place, reason):
    assert refused(respelled, text, place) == reason


def test_a_name_that_would_no_longer_be_a_string_is_refused():
    assert refused(respelled, "- lr", (1, 3), new="off") == "`off` would need quotes"


def test_the_letters_of_an_escape_are_no_name():
    reason = refused(respelled, '- "\\tr"', (1, 5), old="tr", new="a")
    assert reason.startswith("the result does not parse: found unknown escape character")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("lr: 0.1  # step\n", "lr: 0.3  # step\n"),
        ("lr:   'a'", "lr:   0.3"),
        ("lr:\nb: 1\n", "lr: 0.3\nb: 1\n"),
        ("lr:  # none\nb: 1\n", "lr: 0.3  # none\nb: 1\n"),
        ("lr: \nb: 1\n", "lr: 0.3\nb: 1\n"),
        ("lr: &x !!float 0.1\r\n", "lr: &x !!float 0.3\r\n"),
        ("lr: !!float\n  0.1\n", "lr: !!float\n  0.3\n"),
        ("lr: a\n  b  # two\nc: 1\n", "lr: 0.3  # two\nc: 1\n"),
        ("lr: |\n  a\n\n  b\n\nc: 1\n", "lr: 0.3\n\nc: 1\n"),
        ("lr: >+\n  a\n\nc: 1\n", "lr: 0.3\nc: 1\n"),
    ],
)
def test_set_scalar(before, after):
    assert changed(before) == after


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("lr: 0.1\n", (1, 1), "lr: 0.3  # was 0.1\n"),
        ("lr: 0.1", (1, 1), "lr: 0.3  # was 0.1"),
        ("lr:\n", (1, 1), "lr: 0.3  # was 0.1\n"),
        ("lr: 0.1  # step\n", (1, 1), "lr: 0.3  # step\n"),
        ("{lr: 0.1, b: 1}\n", (1, 2), "{lr: 0.3, b: 1}\n"),
        ("{lr, b}\n", (1, 2), "{lr: 0.3, b}\n"),
        ("{\n  lr: 0.1,\n  b: 1\n}\n", (2, 3), "{\n  lr: 0.3,  # was 0.1\n  b: 1\n}\n"),
    ],
)
def test_set_scalar_adds_a_comment_where_the_line_has_room(before, place, after):
    assert changed(before, place, comment="was 0.1") == after


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("lr: [1]", "`lr` is a sequence, not a scalar"),
        ("lr: {a: 1}", "`lr` is a mapping, not a scalar"),
        ("lr: *x", "`lr` is an alias of `x`, which other places share"),
        ("lr: &x 1\nb: *x", "`lr` is anchored as `x`, which other places share"),
        ("lr: !!str\n", "the key at 1:1 has an anchor or a tag and no value"),
        ("lr: | # note\n  a\n", "a comment stands in the value of the key at 1:1"),
    ],
)
def test_set_scalar_is_refused(text, reason):
    assert refused(changed, text) == reason


@pytest.mark.parametrize(
    "value", ["a: 1", "- 1", "1  # one", " 1", "", "|\n  a", "*a", "&a 1", '"a', "1\n2", "--- 1"]
)
def test_a_value_that_is_more_or_less_than_one_value_is_refused(value):
    assert refused(changed, "lr: 1", value=value).endswith("is not a value on one line")


def test_a_plain_value_that_a_flow_mapping_would_part_is_refused():
    assert changed("lr: 1", value="a, b") == "lr: a, b"
    reason = "the edit of `lr` would change something else as well"
    assert refused(changed, "{lr: 1}", (1, 2), value="a, b") == reason


NESTED = """\
a:
  b: 1
  c: [1,
    2]
  # d: 3

# above e
e:
- 1
- f: 2
# above g
g: |
  text

h: >+
  kept

i: x
  y  # i
"""


@pytest.mark.parametrize(
    ("place", "after", "line", "number"),
    [
        ((1, 1), "a", "lr: 0.3", 6),
        ((2, 3), "b", "  lr: 0.3", 3),
        ((3, 3), "c", "  lr: 0.3", 5),
        ((8, 1), "e", "lr: 0.3", 11),
        ((10, 3), "f", "  lr: 0.3", 11),
        ((12, 1), "g", "lr: 0.3", 14),
        ((15, 1), "h", "lr: 0.3", 18),
        ((18, 1), "i", "lr: 0.3", 20),
    ],
)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_insert_key_behind_all_that_belongs_to_an_entry(place, after, line, number, line_break):
    lines = NESTED.splitlines()
    text = line_break.join([*lines, ""])
    expected = line_break.join([*lines[: number - 1], line, *lines[number - 1 :], ""])
    assert inserted(text, place, after) == expected


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("a: 1", (1, 1), "a: 1\nlr: 0.3  # step"),
        ("a: 1  # one\n", (1, 1), "a: 1  # one\nlr: 0.3  # step\n"),
        ("a:\nb: 1\n", (1, 1), "a:\nlr: 0.3  # step\nb: 1\n"),
        ("'a': 1\n", (1, 1), "'a': 1\n'lr': 0.3  # step\n"),
        ("a: 1 # one\n     # more\nb: 2", (1, 1), "a: 1 # one\n     # more\nlr: 0.3  # step\nb: 2"),
        ("- a: 1\n  b: 2\n", (1, 3), "- a: 1\n  lr: 0.3  # step\n  b: 2\n"),
        ("a: |-\n  x", (1, 1), "a: |-\n  x\nlr: 0.3  # step"),
        ("a: 1\n---\nb: 2\n", (1, 1), "a: 1\nlr: 0.3  # step\n---\nb: 2\n"),
        ("? a\n: 1\n", (1, 3), "? a\n: 1\nlr: 0.3  # step\n"),
        ("- ? a\n", (1, 5), "- ? a\n  lr: 0.3  # step\n"),
        ("\ufeffa: 1\n", (1, 1), "\ufeffa: 1\nlr: 0.3  # step\n"),
        ("a: *x\n", (1, 1), "a: *x\nlr: 0.3  # step\n"),
        ("{a: 1, b: 2}\n", (1, 2), "{a: 1, lr: 0.3, b: 2}\n"),
        ('{"a": 1}\n', (1, 2), '{"a": 1, "lr": 0.3}\n'),
        ("{a, b}\n", (1, 2), "{a, lr: 0.3, b}\n"),
        ('{\n  "a": 1\n}\n', (2, 3), '{\n  "a": 1,\n  "lr": 0.3  # step\n}\n'),
        ("{\n  a: 1,  # one\n}\n", (2, 3), "{\n  a: 1,  # one\n  lr: 0.3,  # step\n}\n"),
    ],
)
def test_insert_key(before, place, after):
    assert inserted(before, place, comment="step") == after


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("a: 1\nlr: 2\n", (1, 1), "already has key `lr`"),
        ("a: |\n  x", (1, 1), "a block scalar ends the text without a line break"),
        ("- a: |+\n    x", (1, 3), "a block scalar ends the text without a line break"),
        ("[a: 1]", (1, 2), "the pair at 1:2 is no mapping of its own"),
        ("b: 1\n", (1, 1), "`b` stands at 1:1, not `a`"),
        ("a: 1\n", (1, 4), "no key stands at 1:4"),
    ],
)
def test_insert_key_is_refused(text, place, reason):
    assert refused(inserted, text, place) == reason


def test_a_line_that_would_not_be_an_entry_is_refused():
    assert refused(inserted, "a: 1", key="no") == "`no` would need quotes"
    assert refused(inserted, "a: 1", value="b: 1") == "`b: 1` is not a value on one line"
    assert refused(inserted, "a: 1", comment="b\nc").endswith("does not fit on one line")


@pytest.mark.parametrize(
    ("place", "key", "gone"),
    [
        ((1, 1), "a", {1, 2, 3, 4, 5}),
        ((2, 3), "b", {2}),
        ((3, 3), "c", {3, 4}),
        ((8, 1), "e", {8, 9, 10}),
        ((12, 1), "g", {12, 13}),
        ((15, 1), "h", {15, 16, 17}),
        ((18, 1), "i", {18, 19}),
    ],
)
def test_remove_key_with_its_lines(place, key, gone):
    kept = [line for number, line in enumerate(NESTED.splitlines(), 1) if number not in gone]
    assert removed(NESTED, place, key) == "\n".join([*kept, ""])


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("# c\r\nlr: 1  # gone\r\nb: 2\r\n", (2, 1), "# c\r\nb: 2\r\n"),
        ("b: 1\nlr: 2", (2, 1), "b: 1\n"),
        ("lr: 1\nlr: 2\n", (2, 1), "lr: 1\n"),
        ("- lr: 1  # gone\n  b: 2\n", (1, 3), "- b: 2\n"),
        ("{lr: 1}\n", (1, 2), "{}\n"),
        ("{lr: 1, b: 2}\n", (1, 2), "{b: 2}\n"),
        ("{b: 2, lr: 1}\n", (1, 8), "{b: 2}\n"),
        ('{\n  "b": 2,\n  "lr": 1\n}\n', (3, 3), '{\n  "b": 2\n}\n'),
        ("lr: &x [*x]\nb: 1\n", (1, 1), "b: 1\n"),
        ("- lr: 1  # gone\n  # b\n  b: 2\n", (1, 3), "- # b\n  b: 2\n"),
        ("a: 1\n? lr\n: - 1\n  - 2\nb: 2\n", (2, 3), "a: 1\nb: 2\n"),
        ("- ? lr\n  : 1\n  ? b\n", (1, 5), "- ? b\n"),
        ("? !x\n  lr\n: 1\nb: 2\n", (2, 3), "b: 2\n"),
    ],
)
def test_remove_key(before, place, after):
    assert removed(before, place) == after


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("lr: 1", (1, 1), "{}"),
        ("# a\nlr: |\n  x\n---\nb: 1\n", (2, 1), "# a\n{}\n---\nb: 1\n"),
        ("a:  # one\n  lr: 1  # gone\nb: 2\n", (2, 3), "a: {}  # one\nb: 2\n"),
        ("a:\r\n  # above\r\n  lr: 1\r\n", (3, 3), "a: {}\r\n  # above\r\n"),
        ("a: &x !y # z\n  lr: [1,\n   2]\nb: *x", (2, 3), "a: &x !y {} # z\nb: *x"),
        ("a:\n  &x\n  lr: 1\n", (3, 3), "a:\n  &x {}\n"),
        ("- - lr: 1  # gone\n  - 2\n", (1, 5), "- - {}\n  - 2\n"),
        ("? a\n:\n  lr: 1\n", (3, 3), "? a\n: {}\n"),
    ],
)
def test_a_mapping_whose_only_key_is_removed_stays(before, place, after):
    assert removed(before, place) == after


def test_a_renamed_key_that_is_there_is_merged_when_equal():
    text = "lr: 1  # one\nrate: 1\n"
    assert renamed(text, existing="merge") == "rate: 1\n"
    assert renamed("lr: 1\n", existing="merge") == "rate: 1\n"
    reason = refused(renamed, "lr: 1\nrate: 1.0\n", existing="merge")
    assert reason == "`lr` and `rate` differ in value; one has to be chosen"


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("lr: &x 1\nb: *x\n", (1, 1), "`lr` holds the anchor `x`, which other places share"),
        ("lr:\n- &x 1\nb: *x\n", (1, 1), "`lr` holds the anchor `x`, which other places share"),
        ("lr: |\n  x", (1, 2), "no key stands at 1:2"),
    ],
)
def test_remove_key_is_refused(text, place, reason):
    assert refused(removed, text, place) == reason


NAMES = ("lr", "batch_size", "скорость", "p😀", "optim.lr", "weight-decay")
SCALARS = ("1", "1.0e-4", "'a: b'", '"x"', "&anchor 0.5", "!!str 3", "", "[1, 2]", "{a: 1, b: [2]}")
BLOCKS = (
    "|\n    text\n\n    more",
    ">-\n    text",
    "\n    a: 1\n    b:\n    - 2",
    "\n  - 1\n  - a: 2",
)


@st.composite
def mappings(draw):
    """A text, and the name, quotes and place of each key of the one mapping drawn in it."""
    flow = draw(st.booleans())
    names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=5, unique=True))
    lines = [draw(st.sampled_from(["# top", "", "%YAML 1.1\n---", "a: 1\n---"])), "root:"]
    lines[-1] += " {" if flow else ""
    keys = []
    for number, name in enumerate(names):
        quote = draw(st.sampled_from(["", "'", '"']))
        value = draw(st.sampled_from(SCALARS if flow else SCALARS + BLOCKS))
        comment = draw(st.sampled_from(["", "  # note"])) if value in SCALARS else ""
        value = value.replace("anchor", f"anchor{number}")
        lines += draw(st.sampled_from([[], ["  # above"], [""]]))
        keys.append((name, quote, ("\n".join(lines).count("\n") + 2, 3)))
        lines.append(f"  {quote}{name}{quote}: {value}{' ,' if flow else ''}{comment}")
    lines += ["  }"] if flow else []
    lines += ["last: 1"] if draw(st.booleans()) else []
    line_break = draw(st.sampled_from(["\n", "\r\n"]))
    ending = draw(st.sampled_from(["", line_break]))
    text = "\n".join(lines).replace("\n", line_break) + (ending or "\n" * ("|" in lines[-1]))
    return draw(st.sampled_from(["", "\ufeff"])) + text, keys


def loaded(text):
    documents = YAML(typ="safe", pure=True).load_all(text)
    return next(dict(document["root"]) for document in documents if "root" in document)


@settings(deadline=None, max_examples=60)
@given(mappings(), st.data())
def test_loading_a_renamed_text_is_renaming_what_was_loaded(drawn, data):
    text, keys = drawn
    name, _, place = data.draw(st.sampled_from(keys))
    result = renamed(text, place, old=name, new="new_name")
    assert loaded(result) == {
        "new_name" if key == name else key: value for key, value in loaded(text).items()
    }
    offset = offset_at(text, *place)
    assert result[:offset] == text[:offset]
    assert renamed(result, place, old="new_name", new=name) == text


@settings(deadline=None, max_examples=60)
@given(mappings(), st.data())
def test_an_inserted_key_is_loaded_behind_its_neighbour_and_can_be_removed(drawn, data):
    text, keys = drawn
    name, quote, place = data.draw(st.sampled_from(keys))
    result = inserted(text, place, name, key="new_name", value="7")
    before, after = list(loaded(text).items()), list(loaded(result).items())
    index = [key for key, _ in before].index(name)
    assert after == [*before[: index + 1], ("new_name", 7), *before[index + 1 :]]
    start = result.index(f"{quote}new_name{quote}:")
    line, column = result[:start].count("\n") + 1, start - result.rfind("\n", 0, start)
    assert loaded(removed(result, (line, column), "new_name")) == dict(before)


@settings(deadline=None, max_examples=40)
@given(mappings())
def test_a_mapping_stays_when_all_its_keys_are_removed(drawn):
    text, _ = drawn
    values = loaded(text)
    while values:
        entries = next(
            entry.value.entries
            for document in read(text)
            for entry in document.root.entries
            if entry.key.value == "root"
        )
        key = entries[0].key
        text = removed(text, position_at(text, key.start), key.value)
        del values[key.value]
        assert loaded(text) == values


@settings(deadline=None, max_examples=60)
@given(mappings(), st.data())
def test_only_the_value_that_is_set_differs(drawn, data):
    text, keys = drawn
    values = loaded(text)
    plain = [key for key in keys if not isinstance(values[key[0]], dict | list)]
    name, _, place = data.draw(st.sampled_from(plain or [("last", "", (0, 0))]))
    if plain:
        after = loaded(changed(text, place, name, "7"))
        assert after.pop(name) in (7, "7")
        assert after == {key: value for key, value in values.items() if key != name}
