"""Spans of foreign files find their place, or are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.formats.anchoring import Anchor

TEXT = "😀 قال الوزير 😀 إن الوزير غادر"
FIRST = TEXT.index("قال")
WIDTHS = {"code point": len, "utf-16": lambda text: len(text.encode("utf-16-le")) // 2}
WIDTHS["byte"] = lambda text: len(text.encode())


@pytest.mark.parametrize("unit", WIDTHS)
@given(text=st.text(st.sampled_from("اب😀é \n"), min_size=1, max_size=20), data=st.data())
def test_a_span_counted_in_any_unit_comes_back_in_code_points(unit, text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    width = WIDTHS[unit]
    anchor = Anchor(text, unit)
    found = anchor.span(width(text[:start]), width(text[:end]), text[start:end], "here")
    assert found == (start, end, False)
    assert (anchor.to_unit(start), anchor.to_unit(end)) == (width(text[:start]), width(text[:end]))


@pytest.mark.parametrize("counted", ["utf-16", "byte"])
def test_offsets_counted_in_another_unit_than_the_format_says_are_seen_by_the_quote(counted):
    width = WIDTHS[counted]
    start, end = width(TEXT[:FIRST]), width(TEXT[: FIRST + 3])
    assert Anchor(TEXT, "code point").span(start, end, "قال", "here") == (FIRST, FIRST + 3, True)


def test_a_quote_that_stands_once_is_found_wherever_it_moved():
    assert Anchor(TEXT, "code point").span(20, 24, "قال", "here") == (FIRST, FIRST + 3, True)
    assert Anchor(TEXT, "code point").span(None, "x", "غادر", "here").moved


@pytest.mark.parametrize("quote", ["الوزير", "ليس هنا"])
def test_a_quote_that_stands_twice_or_nowhere_is_not_guessed(quote):
    with pytest.raises(UserError, match=f"here: the span 0–1 should read “{quote}”"):
        Anchor(TEXT, "code point").span(0, 1, quote, "here")


@pytest.mark.parametrize(
    ("start", "end"), [(3, 3), (4, 2), (-2, 2), (0, 10_000), (True, 3), (0.0, 3), ("0", 3), (None, None)]
)
def test_offsets_that_are_no_span_are_refused(start, end):
    with pytest.raises(UserError, match="here: there is no span"):
        Anchor(TEXT, "code point").span(start, end, None, "here")


@pytest.mark.parametrize(("unit", "inside"), [("utf-16", 1), ("byte", 2)])
def test_an_offset_inside_a_character_is_refused(unit, inside):
    with pytest.raises(UserError, match="there is no span"):
        Anchor(TEXT, unit).span(inside, 8, None, "here")
