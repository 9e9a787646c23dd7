import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.lexicon import whole_names, whole_words
from annotator.text.graphemes import snap
from annotator.text.proclitics import cuts, likely_cut, vocabulary, vocabulary_of
from annotator.text.words import words

FOLDER = Path(__file__).parents[2] / "seeds"
SEEDS = [file.read_bytes().decode("utf-8") for file in sorted(FOLDER.glob("00*.txt"))]
LISTED = vocabulary(whole_words(), whole_names())
KNOWN = LISTED._replace(attested=vocabulary_of(SEEDS))
TEXTS = st.text(st.sampled_from("وفبلكساليتـ\u064e\u064f\u0651\u200d\u200f\u06002F- \n،ﻭﻻ"), max_size=12)


def choices(word: str) -> list[str]:
    return [word[cut:] for cut in cuts(word, 0, len(word))]


def likely(word: str, known=KNOWN) -> str:
    return word[likely_cut(word, 0, len(word), known) :]


@pytest.mark.parametrize(
    "expected",
    [
        ["والعراق", "العراق"],
        ["وبالعراق", "بالعراق", "العراق"],
        ["للقوات", "لقوات"],
        ["وللولايات", "للولايات", "لولايات"],
        ["وزارة", "زارة"],
        ["وَبِالعراق", "بِالعراق", "العراق"],
        ["وسيعلن", "سيعلن", "يعلن"],
        ["ستة"],
        ["لـ"],
        ["لـ5", "5"],
        ["و20", "20"],
        ["وF-16", "F-16"],
        ["ﻭﻟﺒﻨﺎﻥ", "ﻟﺒﻨﺎﻥ", "ﺒﻨﺎﻥ"],
        ["ﻻيران"],
        ["وفد", "فد"],
        ["في"],
        ["العراق"],
        ["،وقال"],
    ],
)
def test_the_choices_are_the_whole_word_and_what_each_proclitic_leaves(expected):
    assert choices(expected[0]) == expected


def test_only_the_first_word_of_a_range_and_only_what_is_in_the_range_is_cut():
    assert cuts("قال والعراق وإيران", 4, 18) == (4, 5)
    assert cuts("قال والعراق وإيران", 4, 6) == (4,)
    assert cuts("قال والعراق", 3, 11) == (3,)


@given(TEXTS, st.data())
def test_a_cut_stands_in_order_inside_the_first_word_and_between_clusters(text, data):
    start, end = snap(text, *sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2))))
    found = cuts(text, start, end)
    assert found[0] == start
    assert list(found) == sorted(set(found))
    assert all(snap(text, cut, cut) == (cut, cut) for cut in found)
    assert all(cut < end for cut in found[1:])
    assert likely_cut(text, start, end, KNOWN) in found


def test_a_range_outside_the_text_is_refused():
    with pytest.raises(ValueError, match="outside"):
        cuts("وقال", 0, 5)
    with pytest.raises(ValueError, match="outside"):
        likely_cut("وقال", 3, 2, KNOWN)


GOLD = json.loads((FOLDER / "gold" / "000.jsonl").read_text("utf-8").split("\n")[0])


def missed(known) -> list[str]:
    text, spans = GOLD["text"], GOLD["annotations"]
    return [
        text[span["word_start"] : span["end"]].split()[0]
        for span in spans
        if likely_cut(text, span["word_start"], span["end"], known) != span["start"]
    ]


def test_the_sample_annotations_begin_where_the_likely_cut_is():
    inside = [span["start"] > span["word_start"] for span in GOLD["annotations"]]
    assert (inside.count(True), inside.count(False)) == (18, 94)
    assert missed(KNOWN) == []


def test_the_other_articles_suffice_and_the_list_alone_cuts_too_little_but_never_wrong():
    assert SEEDS[0] == GOLD["text"]
    assert missed(LISTED._replace(attested=vocabulary_of(SEEDS[1:]))) == []
    assert missed(LISTED) == ["لرئيس", "فمنذ", "لعدوان", "لمستشاري"]


def first_letters(letter: str, *, cut: bool) -> set[str]:
    found = set()
    for text in SEEDS:
        for start, end in words(text):
            is_cut = likely_cut(text, start, end, KNOWN) > start
            if text[start] == letter and len(cuts(text, start, end)) > 1 and is_cut == cut:
                found.add(text[start:end])
    return found


def test_of_all_words_with_waw_in_the_sample_articles_those_stay_whole_that_have_it_as_their_own():
    whole = (
        "واشنطن وام وجود وزارة وزير وزيري وستنغهاوس وشيك وشيكا وضوح وفد وفق وقت وقعت وكالات وكالة وكيل وول"
        " ويلات"
    )
    assert first_letters("و", cut=False) == set(whole.split())


def test_of_all_words_with_feh_and_kaf_in_the_sample_articles_four_are_cut():
    typo = "فبها"  # for فيها
    assert first_letters("ف", cut=True) | first_letters("ك", cut=True) == {"فمنذ", "فانه", "كقائد", typo}


def test_of_the_words_with_beh_and_lam_in_the_sample_articles_those_are_missed_that_nothing_attests():
    proclitic = "برئاسة بسحب بطائرات بطلب بعناية لحماية لسحب لضمان لمنع"
    fixed = "بجوار بحسب بدون بسبب بشأن بشكل بهدف"
    own = (
        "باسم بايدن بحثا بحثت بدء بدأ بدأت بداية بدلًا براكة برامج بعد بعض بعضهم بغداد بلاده بلده"
        " بلينكن بنيامين بيان بيانا بين بينما بينهم بينهما لأنه لافتاً لجنة لدى لغة لفت لقاء لكن لكنها لكنّ"
        " لندن لها لويد ليس ليست"
    )
    kept = first_letters("ب", cut=False) | first_letters("ل", cut=False)
    assert kept == set(f"{proclitic} {fixed} {own}".split())


OWN_LETTER = (
    "وزارة وزارته وكالة وكالات وجود وزير وفق وقت وفد واشنطن وطن ولاية ولايات وحدة وثيقة وسط وسائل وصول وضع"
    " وقعت وصلوا والده فريق فرنسا فلسطين فصائل فقد بغداد برلمان بيان باريس بلد بعد باليستي لجنة لبنان لقاء"
    " ليبيا لأن لكنهم لهم كبير كتلة كردستان كاليفورنيا كان كذلك كأنه كأس وُجد"
)


@pytest.mark.parametrize("word", OWN_LETTER.split())
def test_a_listed_word_stays_whole_in_a_project_without_articles(word):
    assert likely(word, LISTED) == word


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("والتي", "التي"),
        ("ولدى", "لدى"),
        ("وعدة", "عدة"),
        ("وأكد", "أكد"),
        ("وهم", "هم"),
        ("وسوف", "سوف"),
        ("ودعت", "دعت"),
        ("وترك", "ترك"),
        ("وهنا", "هنا"),
        ("وسيعلن", "سيعلن"),
        ("ووزير", "وزير"),
        ("وواشنطن", "واشنطن"),
        ("ولواشنطن", "واشنطن"),
        ("وَالعراق", "العراق"),
        ("بالعراق", "العراق"),
        ("كالعراق", "العراق"),
        ("وللولايات", "لولايات"),
        ("للبنان", "لبنان"),
        ("ببغداد", "بغداد"),
        ("لإيران", "إيران"),
        ("لتقليص", "تقليص"),
        ("بانتظام", "انتظام"),
        ("لمواجهة", "مواجهة"),
        ("بـ2500", "2500"),
        ("وCNN", "CNN"),
    ],
)
def test_a_sure_proclitic_is_cut_off_in_a_project_without_articles(word, expected):
    assert likely(word, LISTED) == expected


def test_the_articles_of_the_project_decide_where_the_list_is_silent():
    assert likely("لعدوان", LISTED) == "لعدوان"
    assert likely("لعدوان", LISTED._replace(attested=vocabulary_of(["بعد العدوان"]))) == "عدوان"
    assert likely("بسحبها", LISTED._replace(attested=vocabulary_of(["سحب القوات"]))) == "سحبها"
    clash = vocabulary_of(["رق الكبرق رقص"])
    assert likely("كبرق", LISTED._replace(attested=clash | vocabulary_of(["برق"]))) == "كبرق"


def test_words_are_attested_with_their_stem_and_without_their_article():
    assert vocabulary_of(["وعراقيّةُ إلى ألوان"]) == {"وعراقية", "وعراق", "إلى", "ألوان"}
    for written in ("الوزارة", "والوزارة", "بالوزارة", "وللوزارة"):
        assert vocabulary_of([written]) == {"الوزارة", "وزارة", "وزار"}


def test_every_listed_word_begins_with_a_letter_that_may_be_a_proclitic_and_is_listed_once():
    every = [*whole_words(), *whole_names()]
    assert {word[0] for word in every} == set("وفبلك")
    assert len(every) == len(set(every))
    assert all(len(list(words(word))) == 1 for word in every)
