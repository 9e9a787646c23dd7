import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.passages import paragraph_at, paragraphs, quotation_at, sentence_at, sentences

SEEDS = Path(__file__).parents[2] / "seeds"
TEXTS = st.text(st.sampled_from('عبa1 \u00a0\u064b\n\r\u2029\u0085.؟!"«»)\u200f'), max_size=30)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def quoted(text: str, word: str) -> str | None:
    found = quotation_at(text, text.index(word))
    return text[found[0] : found[1]] if found else None


@given(TEXTS)
def test_paragraphs_and_their_terminators_make_up_the_text(text):
    found = list(paragraphs(text))
    ends = [0, *(start for start, _ in found[1:]), len(text)]
    gaps = [text[end:following] for (_, end), following in zip(found, ends[1:], strict=True)]
    assert all(gap in {"\n", "\r", "\r\n", "\x85", "\u2029"} for gap in gaps[:-1])
    assert gaps[-1] == ""
    assert "".join(text[s:e] + gap for (s, e), gap in zip(found, gaps, strict=True)) == text


@given(TEXTS)
def test_a_local_look_finds_the_paragraph_and_the_sentence_of_the_whole_text(text):
    every, said = list(paragraphs(text)), list(sentences(text))
    for offset in range(len(text) + 1):
        paragraph = max(p for p in every if p[0] <= offset)
        assert paragraph_at(text, offset) == paragraph
        here = [s for s in said if paragraph[0] <= s[0] and s[1] <= paragraph[1]]
        before = [s for s in here if s[0] <= offset]
        assert sentence_at(text, offset) == (before[-1] if before else here[0] if here else None)


@given(TEXTS, st.data())
def test_sentences_are_ordered_disjoint_visible_and_in_reach(text, data):
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    found, every = list(sentences(text, start, end)), list(sentences(text))
    assert found == [s for s in every if s[1] > start and s[0] < end]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(every))
    assert all(text[s:e].strip() for s, e in every)


@pytest.mark.parametrize(("seed", "count"), [("000", 28), ("001", 33), ("002", 28), ("003", 29), ("004", 18)])
def test_the_sample_articles_have_as_many_sentences_as_were_counted_by_hand(seed, count):
    (file,) = SEEDS.glob(f"{seed}_*.txt")
    assert len(split(file.read_bytes().decode("utf-8"))) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("شديد التوتر.\u00a0فمنذ منتصف أكتوبر", ["شديد التوتر.", "فمنذ منتصف أكتوبر"]),
        ("الدولي..جولة الأميركيين .. مضيفا العملياتية... وهنا… ثم", None),
        ('في العراق".. مشددا على', None),
        ('قال "نعم". ثم "لا".', ['قال "نعم".', 'ثم "لا".']),
        ("قال «نعم.» ثم", ["قال «نعم.»", "ثم"]),
        ('يونيو 2021 ".\nبين البلدين .\nالأميركية" .', ['يونيو 2021 ".', "بين البلدين .", 'الأميركية" .']),
        ("بلغ 3.5 مليون في U.S. bases عام 2017 . ثم", ["بلغ 3.5 مليون في U.S. bases عام 2017 .", "ثم"]),
        ("قال د. محمد و J. Biden ذلك. ثم", ["قال د. محمد و J. Biden ذلك.", "ثم"]),
        ("1. أولا. 2. ثانيا.", ["1. أولا.", "2. ثانيا."]),
        ("الخارجية.وقال bbc.com", ["الخارجية.", "وقال bbc.com"]),
        ("ماذا؟! نعم؟\u200f لا! انتهى", ["ماذا؟!", "نعم؟", "لا!", "انتهى"]),
        ("\n \u00a0\n\r\n", []),
        ("59\n67", ["59", "67"]),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text, expected):
    assert split(text) == ([text] if expected is None else expected)


def test_between_sentences_the_earlier_one_is_meant():
    text = "  نعم.  لا.\n \n"
    assert sentence_at(text, 0) == (2, 6)
    assert sentence_at(text, 7) == (2, 6)
    assert sentence_at(text, 8) == (8, 11)
    assert sentence_at(text, 12) is None


def test_an_empty_text_is_one_empty_paragraph_without_a_sentence():
    assert list(paragraphs("")) == [(0, 0)]
    assert list(sentences("")) == []
    assert quotation_at("", 0) is None


def test_line_ends_of_every_system_part_paragraphs():
    assert list(paragraphs("ا\r\nب\rج\n\u2028\u2029\u0085")) == [
        (0, 1),
        (3, 4),
        (5, 6),
        (7, 8),
        (9, 9),
        (10, 10),
    ]
    assert paragraph_at("ا\r\nب", 2) == (0, 1)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ('قال: "إن العراق" ثم "كذا".', "العراق", "إن العراق"),
        ('قال: "إن العراق" ثم "كذا".', "ثم", None),
        ("«خارج «داخل» باق»", "داخل", "داخل"),
        ("«خارج «داخل» باق»", "باق", "خارج «داخل» باق"),
        ("التعاون مع»وستنغهاوس«في محطات«براكة» الأربع", "وستنغهاوس", "وستنغهاوس"),
        ("التعاون مع»وستنغهاوس«في محطات«براكة» الأربع", "محطات", None),
        ("التعاون مع»وستنغهاوس«في محطات«براكة» الأربع", "براكة", "براكة"),
        ("”نص مقلوب“ ثم", "مقلوب", "نص مقلوب"),
        ("نص» ثم «اقتباس»", "ثم", None),
        ('قال "مفتوح ثم "مغلق" وبعد', "مفتوح", None),
        ('قال "مفتوح ثم "مغلق" وبعد', "مغلق", "مغلق"),
        ('حتى "حزيران 2021 ".', "2021", "حزيران 2021 "),
        ('قال "مفتوح\nوفي سطر آخر"', "سطر", None),
        ('«قال "كذا" ثم»', "كذا", "كذا"),
    ],
)
def test_a_quotation_is_what_its_quotes_enclose_though_some_are_missing_or_inverted(text, word, expected):
    assert quoted(text, word) == expected


@given(TEXTS)
def test_a_quotation_holds_the_offset_and_stays_in_its_paragraph(text):
    for offset in range(len(text) + 1):
        found = quotation_at(text, offset)
        start, end = paragraph_at(text, offset)
        assert found is None or start < found[0] <= offset <= found[1] < end


@pytest.mark.parametrize("function", [paragraph_at, sentence_at, quotation_at])
@pytest.mark.parametrize("offset", [-1, 3])
def test_an_offset_outside_the_text_is_refused(function, offset):
    with pytest.raises(ValueError, match="outside"):
        function("عب", offset)
