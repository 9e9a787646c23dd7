"""Offsets of tools that count otherwise are found in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.places import Places, in_utf16, line_ends_as

TEXT = "أ😀ب\r\nج\nد"


@given(text=st.text(), data=st.data())
def test_where_all_count_one_offsets_are_places(text, data):
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    crlf = text[start - 1 : start + 1] == "\r\n" if start else False
    found = Places(text).span(start, end)
    assert crlf or found == ((start, end) if start < end else None)


def test_units_of_utf16():
    places = Places(TEXT, in_utf16(TEXT))
    assert places.span(3, 4) == (2, 3)
    assert places.span(1, 3) == (1, 2)
    assert places.span(2, 3) is None


def test_a_line_end_that_counts_one_is_never_cut():
    places = Places(TEXT, line_ends_as(TEXT, 1, [1] * len(TEXT)))
    assert [TEXT[slice(*places.span(at, at + 1))] for at in range(7)] == [
        "أ",
        "😀",
        "ب",
        "\r\n",
        "ج",
        "\n",
        "د",
    ]


def test_a_line_end_may_count_two():
    places = Places(TEXT, line_ends_as(TEXT, 2, [1] * len(TEXT)))
    assert places.span(8, 9) == (7, 8)
    assert places.span(6, 7) is None


def test_what_counts_nothing_is_left_outside():
    places = Places("أ\nب", [1, 0, 1])
    assert (places.span(0, 1), places.span(1, 2), places.span(0, 2)) == ((0, 1), (2, 3), (0, 3))


@pytest.mark.parametrize(("start", "end"), [(0, 9), (-1, 2), (2, 2), (3, 2), ("0", 2), (True, 2), (0, None)])
def test_offsets_that_cannot_be_are_none(start, end):
    assert Places("أبج").span(start, end) is None
