"""Splices and places: what every codemod stands on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codemods.splices import (
    Refused,
    Splice,
    line_break,
    line_end,
    line_start,
    next_line,
    offset_at,
    position_at,
    splice,
)

TEXTS = st.text(alphabet="ab \n\r\x0c\u2028\x85ы😀", max_size=30).flatmap(
    lambda text: st.sampled_from([text, "\ufeff" + text])
)


def test_splices_are_carried_out_in_the_order_of_the_text():
    assert splice("lr = 0.1", [Splice(5, 8, "0.3"), Splice(0, 2, "rate")]) == "rate = 0.3"


def test_insertions_at_one_offset_keep_their_order():
    assert splice("ab", [Splice(1, 1, "1"), Splice(1, 1, "0")]) == "a10b"


@pytest.mark.parametrize(
    "splices",
    [
        [Splice(0, 2, "x"), Splice(1, 3, "y")],
        [Splice(2, 1, "x")],
        [Splice(0, 99, "x")],
        [Splice(-1, 0, "x")],
    ],
)
def test_overlapping_or_impossible_splices_are_refused(splices):
    with pytest.raises(Refused, match="two edits overlap, or leave the text"):
        splice("abcd", splices)


@pytest.mark.parametrize(
    ("text", "place", "rest"),
    [
        ("a\nb", (2, 1), "b"),
        ("a\r\nb", (2, 1), "b"),
        ("a\rb", (2, 1), "b"),
        ("a\x0cb\u2028c\x85d", (1, 7), "d"),
        ("ключ = lr", (1, 8), "lr"),
        ("😀 lr", (1, 3), "lr"),
        ("\ufefflr", (1, 1), "lr"),
        ("\ufeffa\nlr", (2, 1), "lr"),
        ("a\n", (2, 1), ""),
        ("", (1, 1), ""),
    ],
)
def test_a_place_is_counted_as_python_and_yaml_count(text, place, rest):
    offset = offset_at(text, *place)
    assert text[offset:] == rest
    assert position_at(text, offset) == place


@pytest.mark.parametrize("place", [(0, 1), (1, 0), (1, 5), (3, 1), (2, 3)])
def test_a_place_outside_the_text_is_refused(place):
    with pytest.raises(Refused, match=f"no place {place[0]}:{place[1]} in the text"):
        offset_at("abc\nd", *place)


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_text_is_refused(offset):
    with pytest.raises(Refused, match="no offset"):
        position_at("abc", offset)


@given(TEXTS, st.data())
def test_places_and_offsets_are_inverse(text, data):
    bom = text.startswith("\ufeff")
    offset = data.draw(st.integers(int(bom), len(text)))
    assert offset_at(text, *position_at(text, offset)) == offset


@given(TEXTS, st.data())
def test_a_line_begins_and_ends_around_every_offset(text, data):
    offset = data.draw(st.integers(int(text.startswith("\ufeff")), len(text)))
    start, end, following = (
        line_start(text, offset),
        line_end(text, offset),
        next_line(text, offset),
    )
    assert not set(text[start:offset]) & {"\ufeff"}
    assert not set(text[offset:end]) & {"\n", "\r"}
    assert text[end:following] in ("", "\n", "\r", "\r\n")
    assert (following == end) == (end == len(text))


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [("a\r\nb\n", 0, "\r\n"), ("a\r\nb\n", 3, "\n"), ("a\r\nb", 3, "\r\n"), ("a", 0, "\n")],
)
def test_a_line_break_is_taken_from_the_neighbourhood(text, offset, expected):
    assert line_break(text, offset) == expected
