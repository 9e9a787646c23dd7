"""Where a name stands: what is near it, and the word before it."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.records import Span
from annotator.suggest.places import Places, beside, word_before
from annotator.text.graphemes import grapheme_floor

TEXTS = st.lists(st.sampled_from([*"اب \u064e😀\u200d👩\r\n.", "\r\n", "\u2029"]), max_size=30).map("".join)


@given(TEXTS, st.data())
def test_what_stands_beside_a_span_is_of_its_paragraph_and_cuts_no_cluster(
    text: str, data: st.DataObject
) -> None:
    ends = [data.draw(st.integers(0, len(text))) for _ in range(2)]
    start, end = (grapheme_floor(text, at) for at in sorted(ends))
    most = data.draw(st.integers(0, 10))
    before, after = beside(text, Span(start, end), most)
    assert text[:start].endswith(before)
    assert text[end:].startswith(after)
    assert max(len(before), len(after)) <= most
    assert not set("\r\n\u2029").intersection(before + after)
    for edge in (start - len(before), end + len(after)):
        assert grapheme_floor(text, edge) == edge


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda it: Span(it[0], sum(it)))),
    st.integers(0, 60),
    st.integers(1, 20),
)
def test_no_range_that_overlaps_is_overlooked(ranges: list[Span], start: int, length: int) -> None:
    span = Span(start, start + length)
    near = Places(ranges).at(span)
    assert {item for item in ranges if item.overlaps(span)} <= set(near) <= set(ranges)


def test_no_word_before_is_taken_from_another_line() -> None:
    for between in ("\r\n", "\n", "\r", "\u2029", ". "):
        text = f"في{between}العراق"
        assert word_before(text, text.index("العراق")) == ""
    assert word_before("في العراق", 3) == "في"
