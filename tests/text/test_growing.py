from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.graphemes import snap
from annotator.text.growing import grow
from annotator.text.proclitics import cuts
from annotator.text.words import word_at

FOLDER = Path(__file__).parents[2] / "seeds"
SEEDS = [file.read_bytes().decode("utf-8") for file in sorted(FOLDER.glob("00*.txt"))]
TEXTS = st.text(st.sampled_from('وعبا1- \u00a0\u064b\n\r\u2029.؟!،"«»()ـ\u200f😀'), max_size=25)


def steps(text: str, word: str) -> list[str]:
    start = text.index(word) + 1
    held, found = (start, start), []
    while (larger := grow(text, *held)) != held:
        held = larger
        found.append(text[slice(*held)])
    return found


@given(TEXTS, st.data())
def test_growing_holds_what_was_held_gains_each_time_and_ends_with_all_that_says_anything(text, data):
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    held = snap(text, start, end)
    for _ in range(len(text) + 1):
        larger = grow(text, *held)
        assert larger[0] <= held[0]
        assert held[1] <= larger[1]
        assert snap(text, *larger) == larger
        if larger == held:
            break
        held = larger
    assert grow(text, *held) == held
    word = word_at(text, held[0])
    begin = word[0] if word and held[0] in cuts(text, *word) else held[0]
    assert not any(char in "وعبا1😀" for char in text[:begin] + text[held[1] :])


def test_a_word_grows_to_phrase_quotation_sentence_paragraph_and_text():
    text = 'عنوان\n\nقال زيد: "نعم، جاء أخيرا هنا". ثم مضى.\n\nختام'
    assert steps(text, "أخيرا") == [
        "أخيرا",
        "جاء أخيرا هنا",
        "نعم، جاء أخيرا هنا",
        'قال زيد: "نعم، جاء أخيرا هنا"',
        'قال زيد: "نعم، جاء أخيرا هنا". ثم مضى',
        text,
    ]


def test_a_sentence_grows_over_a_line_that_breaks_without_a_stop():
    assert [len(step) for step in steps(SEEDS[1], "البنتاغون")][:3] == [9, 132, 204]
    assert steps(SEEDS[1], "البنتاغون")[2].endswith("(البنتاغون)\nاجتماعها الثاني الخميس وذلك في إطارِ"
                                                    " المحادثات الفنية العسكرية الثنائية")  # fmt: skip
    assert steps("أول. هنا سطر\nيستمر هنا. آخر.\n\nنهاية", "يستمر")[1:4] == [
        "يستمر هنا",
        "هنا سطر\nيستمر هنا",
        "أول. هنا سطر\nيستمر هنا. آخر",
    ]


@pytest.mark.parametrize("text", ["أول سطر.\nثاني سطر.", "أول سطر\n\nثاني سطر", "أول سطر. \u00a0\nثاني سطر."])
def test_a_stop_or_an_empty_line_ends_what_joins(text):
    assert [step.count("سطر") for step in steps(text, "ثاني")] == [0, 1, 2]


def test_quotations_in_quotations_come_one_after_the_other():
    assert steps('قال «سمعت "نعم هنا" أمس» ثم مضى', "نعم") == [
        "نعم",
        "نعم هنا",
        'سمعت "نعم هنا" أمس',
        'قال «سمعت "نعم هنا" أمس» ثم مضى',
    ]


@pytest.mark.parametrize(
    ("text", "word", "phrase"),
    [
        ("قتل 2,500 جندي، ثم", "جندي", "قتل 2,500 جندي"),
        ("قوات U.S. Army هنا، ثم", "هنا", "Army هنا"),
        ("في 31/12/2021 عند 12:30 ليلا؛ ثم", "ليلا", "في 31/12/2021 عند 12:30 ليلا"),
        ("مع الجانب - فيسبوك/ صفحة مكتب", "صفحة", "فيسبوك/ صفحة مكتب"),
        ("أمريكي ـ عراقي مشترك", "عراقي", "عراقي مشترك"),
        ("طائرات F-16 جديدة (سرية)", "جديدة", "طائرات F-16 جديدة"),
        ("مهمة التحالف الدولي..جولة محادثات أولى", "محادثات", "جولة محادثات أولى"),
        ("محطات«براكة الكبرى» الأربع", "الكبرى", "براكة الكبرى"),
    ],
)
def test_a_phrase_ends_at_punctuation_that_no_word_has_inside(text, word, phrase):
    assert steps(text, word)[1] == phrase


def test_a_proclitic_left_out_and_a_stop_trimmed_make_no_step_of_their_own():
    text = "قال ذلك. وواشنطن تقول لا. ثم"
    start = text.index("واشنطن", 10)
    assert text[slice(*grow(text, start, start + 6))] == "وواشنطن تقول لا"
    assert grow(text, start, start + 15 - 1) == (0, len(text))


def test_a_range_over_several_units_grows_to_the_ends_of_the_first_and_the_last():
    text = "واحد اثنان، ثلاثة أربعة. خمسة ستة، سبعة."
    start, end = text.index("نان"), text.index("لاثة")
    first = grow(text, start, end)
    assert text[slice(*first)] == "اثنان، ثلاثة"
    second = grow(text, *first)
    assert text[slice(*second)] == "واحد اثنان، ثلاثة أربعة"
    assert text[slice(*grow(text, *second))] == text.rstrip(".")


def test_nothing_grows_out_of_an_empty_or_a_blank_text():
    assert grow("", 0, 0) == (0, 0)
    assert grow(" \n ", 1, 1) == (1, 1)
    with pytest.raises(ValueError, match="outside"):
        grow("نص", 0, 3)
