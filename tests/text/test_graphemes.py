import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.graphemes import (
    grapheme_ceil,
    grapheme_floor,
    next_grapheme,
    previous_grapheme,
    snap,
    trim,
)

FAMILY = "👨‍👩‍👧"
# Everything cluster rules speak of: marks, joiners, CR LF, regional indicators, prepended signs, conjuncts …
TEXTS = st.text(
    st.sampled_from("عبلاـ ًّٰٓa\u0301 \r\n\u200d\u200c\u200f\u0600\u06dd1٢👨👩🏻❤\ufe0f🇮🇶क्ष각가"), max_size=25
)
ANY_TEXTS = st.one_of(TEXTS, st.text(max_size=25))


def boundaries(text: str) -> list[int]:
    return [0, *(m.end() for m in regex.finditer(r"\X", text))]


@given(ANY_TEXTS)
def test_a_local_look_finds_the_boundaries_of_the_whole_text(text):
    stops = boundaries(text)
    for offset in range(len(text) + 1):
        floor, ceil = max(s for s in stops if s <= offset), min(s for s in stops if s >= offset)
        assert (grapheme_floor(text, offset), grapheme_ceil(text, offset)) == (floor, ceil)
        assert next_grapheme(text, offset) == min((s for s in stops if s > offset), default=len(text))
        assert previous_grapheme(text, offset) == max((s for s in stops if s < offset), default=0)


@given(ANY_TEXTS, st.data())
def test_snapping_twice_is_snapping_once_and_cuts_no_cluster(text, data):
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    snapped = snap(text, start, end)
    assert snap(text, *snapped) == snapped
    assert set(snapped) <= set(boundaries(text))
    assert snapped[0] <= start <= end <= snapped[1]


@pytest.mark.parametrize("cluster", ["مّٓ", "\r\n", FAMILY, "🇮🇶", "ه\u200d", "\u0600١"])
def test_what_reads_as_one_is_never_cut(cluster):
    text = f"ع{cluster}ع"
    assert snap(text, 2, 2) == (1, 1 + len(cluster))
    assert next_grapheme(text, 1) == 1 + len(cluster)
    assert previous_grapheme(text, 1 + len(cluster)) == 1


def test_lam_and_alef_are_two_although_they_are_drawn_as_one():
    assert [next_grapheme("لا", 0), next_grapheme("لا", 1)] == [1, 2]


def test_the_ends_of_the_text_are_where_moving_stops():
    assert (previous_grapheme("عب", 0), next_grapheme("عب", 2)) == (0, 2)
    assert (previous_grapheme("", 0), next_grapheme("", 0)) == (0, 0)


@pytest.mark.parametrize("function", [grapheme_floor, grapheme_ceil, next_grapheme, previous_grapheme])
@pytest.mark.parametrize("offset", [-1, 3])
def test_an_offset_outside_the_text_is_refused(function, offset):
    with pytest.raises(ValueError, match="outside"):
        function("عب", offset)


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (0, 3), (2, 1)])
@pytest.mark.parametrize("function", [snap, trim])
def test_a_range_outside_the_text_or_backwards_is_refused(function, start, end):
    with pytest.raises(ValueError, match="outside"):
        function("عب", start, end)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" \u00a0عراق\r\n", "عراق"),
        ("\u200b\u202eعراق\u202c\u200f\ufeff", "عراق"),
        ("\u200dعراق", "عراق"),
        ("1445 ه\u200d ", "1445 ه\u200d"),
        ("  \u064bعراق", " \u064bعراق"),
        ("تمّٓ ", "تمّٓ"),
        (" \n\u2069", ""),
        ("", ""),
    ],
)
def test_trimming_drops_what_cannot_be_seen_at_the_ends(text, kept):
    start, end = trim(text, 0, len(text))
    assert text[start:end] == kept


@given(ANY_TEXTS)
def test_trimming_cuts_no_cluster_and_trims_once(text):
    trimmed = trim(text, 0, len(text))
    assert trim(text, *trimmed) == trimmed
    if trimmed[0] < trimmed[1]:
        assert snap(text, *trimmed) == trimmed


@pytest.mark.timeout(10)
def test_a_look_costs_the_same_at_the_end_of_a_long_paragraph():
    text = "العراق والولايات " * 60_000
    for offset in range(len(text) - 500, len(text)):
        previous_grapheme(text, offset)
