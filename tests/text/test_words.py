import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.graphemes import snap
from annotator.text.words import next_word, previous_word, whole_words, word_at, words

SEEDS = Path(__file__).parents[2] / "seeds"
TEXTS = st.text(
    st.sampled_from("عبلaBéצ\u064b\u0653ـ_ \n\r12٣٬،,.:/-'’\"«»%()\u200c\u200d\u200f\u0600😀#…ℹ"), max_size=30
)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("العراق، العراق؟ العراق؛", ["العراق"] * 3),
        ("«وام»، “اقتباس” (وام)", ["وام", "اقتباس", "وام"]),
        ("محطات«براكة» مع»وستنغهاوس«في", ["محطات", "براكة", "مع", "وستنغهاوس", "في"]),
        (
            "داعش… الدولي..جولة التوتر.\u00a0فمنذ البلدين.قال",
            ["داعش", "الدولي", "جولة", "التوتر", "فمنذ", "البلدين", "قال"],
        ),
        ("50% %50 و%50", ["50", "50", "و", "50"]),
        ("1,200 ٢٬٥٠٠ 3.5 12:30 2021.", ["1,200", "٢٬٥٠٠", "3.5", "12:30", "2021"]),
        ("31/12/2021 31-12-2021 2021-12-31", ["31/12/2021", "31-12-2021", "2021-12-31"]),
        ("10-15 964-770-1234567 -5", ["10", "15", "964", "770", "1234567", "5"]),
        ("F-16 كوفيد-19 27th, و20", ["F-16", "كوفيد-19", "27th", "و20"]),
        (
            "O'Neil l’Irak 'x' U.S. bbc.com Al-Monitor",
            ["O'Neil", "l’Irak", "x", "U.S", "bbc.com", "Al", "Monitor"],
        ),
        ('"أمريكي ـ عراقي" لـ "مباشرة الـ5 10ـ15', ["أمريكي", "عراقي", "لـ", "مباشرة", "الـ5", "10", "15"]),
        ("تمّٓ تٓمّ الاستراتيجيِّ هٰذا", ["تمّٓ", "تٓمّ", "الاستراتيجيِّ", "هٰذا"]),
        ("می\u200cخواهم ه\u200d على\u200f", ["می\u200cخواهم", "ه\u200d", "على"]),
        ("#العراق_اليوم _", ["العراق_اليوم"]),
        ('צה"ל صه"ل', ['צה"ל', "صه", "ل"]),
        ("\u0600١٢", ["\u0600١٢"]),
        ("في فی الولایات", ["في", "فی", "الولایات"]),
        (" ـ ـــ … % ،", []),
    ],
)
def test_a_word_is_what_a_reviewer_would_double_click(text, expected):
    assert split(text) == expected


@given(TEXTS, st.data())
def test_words_are_ordered_disjoint_in_reach_and_cut_no_cluster(text, data):
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    found = list(words(text, start, end))
    assert all(word[0] < end and word[1] > start and word[0] < word[1] for word in found)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(found))
    assert all(snap(text, *word) == word for word in found)


@given(TEXTS)
def test_a_local_look_finds_the_words_of_the_whole_text(text):
    every = list(words(text))
    for offset in range(len(text) + 1):
        inside = [w for w in every if w[0] <= offset < w[1]] or [w for w in every if w[1] == offset]
        assert word_at(text, offset) == (inside[0] if inside else None)
        assert next_word(text, offset) == min((w[1] for w in every if w[1] > offset), default=len(text))
        assert previous_word(text, offset) == max((w[0] for w in every if w[0] < offset), default=0)
        assert list(words(text, offset)) == [w for w in every if w[1] > offset]


@given(TEXTS, st.data())
def test_widening_to_whole_words_twice_is_widening_once(text, data):
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    widened = whole_words(text, start, end)
    assert whole_words(text, *widened) == widened
    assert widened[0] <= start <= end <= widened[1]


def test_whole_words_are_those_of_the_sample_gold():
    record = json.loads((SEEDS / "gold" / "000.jsonl").read_text(encoding="utf-8").split("\n")[0])
    annotations = record["annotations"]
    assert len(annotations) > 100
    for each in annotations:
        found = whole_words(record["text"], each["start"], each["end"])
        assert found == (each["word_start"], each["word_end"]), each["id"]


def test_the_caret_stops_at_word_ends_forward_and_word_starts_back():
    text = "قال،\n«وام» 50%"
    assert [next_word(text, offset) for offset in (0, 1, 3, 9, 14)] == [3, 3, 9, 13, 14]
    assert [previous_word(text, offset) for offset in (14, 11, 7, 6, 2, 0)] == [11, 6, 6, 0, 0, 0]


def test_a_word_that_ends_at_the_caret_counts_when_none_begins_there():
    assert word_at("عراق، ثم", 4) == (0, 4)
    assert word_at("عراق، ثم", 5) is None
    assert word_at("«عراق»", 1) == (1, 5)


@pytest.mark.parametrize("function", [word_at, next_word, previous_word])
@pytest.mark.parametrize("offset", [-1, 5])
def test_an_offset_outside_the_text_is_refused(function, offset):
    with pytest.raises(ValueError, match="outside"):
        function("عراق", offset)


def test_a_range_outside_the_text_is_refused():
    with pytest.raises(ValueError, match="outside"):
        whole_words("عراق", 0, 5)
    with pytest.raises(ValueError, match="outside"):
        list(words("عراق", 3, 2))


@pytest.mark.parametrize(
    "pattern", ["ـ", "\u0600", "ع\u0600", "a\u200f", "a.", "1,", "ع-", "_", "\u0600ـ", '"']
)
@pytest.mark.timeout(20)
def test_no_text_makes_finding_words_hang(pattern):
    text = pattern * (30_000 // len(pattern))
    assert sum(end - start for start, end in words(text)) <= len(text)


@pytest.mark.timeout(10)
def test_a_look_costs_the_same_at_the_end_of_a_long_paragraph():
    text = "العراق والولايات، " * 60_000
    for offset in range(len(text) - 500, len(text)):
        word_at(text, offset)
        previous_word(text, offset)
        next_word(text, offset)


@pytest.mark.timeout(10)
def test_looking_up_a_word_reads_no_further_than_the_next_blank():
    text = "😀 " * 100_000
    for offset in range(0, 400, 2):
        assert word_at(text, offset) is None
