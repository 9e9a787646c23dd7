"""The tables of words of saying, and what is understood from them."""

import pytest

from annotator import lexicon
from annotator.suggest.cues import cues
from annotator.suggest.speech import compile_speech, key_of
from annotator.suggest.surroundings import Word
from annotator.text.words import words
from tests.suggest.claims_accuracy import SPEECH


def found(text):
    """The cues of a text as written."""
    listed = [Word(start, end, key_of(text[start:end]), "") for start, end in words(text)]
    return [text[cue.start : cue.end] for cue in cues(text, listed, SPEECH, 0, len(listed))]


FORMS = """
    قال قالت قالا قالوا يقول تقول يقولون سيقول قائلا قائلة أضاف أضافت مضيفا مضيفة نفى نفت نفوا ينفي تنفي نافيا
    رأى رأت يرى دعا دعت دعوا يدعو داعيا أكّد أكّدت مؤكدين صرّح لفت اعتبرها وصفته عدّتها سيعلن
"""


@pytest.mark.parametrize("form", FORMS.split())
def test_the_usual_forms_of_a_listed_verb_are_understood(form):
    assert found(form) == [form]


@pytest.mark.parametrize("form", ["وقال", "فأضاف", "وأشارت", "وَقال"])
def test_a_conjunction_is_no_part_of_the_cue(form):
    assert found(form) == [form.replace("وَ", "و")[1:]]


def test_a_hamza_that_nobody_wrote_is_understood():
    assert found("واشار الى ان") == ["اشار"]


def test_a_noun_is_told_from_the_verb_by_its_last_letter():
    assert found("رأى") == ["رأى"]
    assert found("في رأي") == ["في رأي"]
    assert SPEECH.forms[key_of("رأى")][0].tense == "past"
    assert SPEECH.forms[key_of("رأي")][0].tense == "noun"


def test_the_passive_needs_its_damma_where_only_that_tells_it():
    assert SPEECH.forms[key_of("ذكر")][0].tense == "past"
    assert found("ذُكر أن") == ["ذُكر"]


def test_a_pronoun_on_a_verb_of_saying_is_what_it_tells():
    assert found("في بيان تابعته إيلاف") == []


def test_words_glued_together_count_apart():
    assert found("أخبار ذات صلةوقال") == ["قال"]


def test_a_document_belongs_to_the_cue():
    assert found("جاء في بيان رسمي صادر") == ["جاء في بيان رسمي"]
    assert found("وفق بيان لوزارة") == ["وفق بيان"]


def test_every_row_of_the_tables_is_understood():
    assert all(len(row) == 6 for row in lexicon.speech_verbs())
    assert all(len(row) == 2 for row in lexicon.speech_words())


def test_no_verb_is_listed_twice():
    pasts = [row[1] for row in lexicon.speech_verbs()]
    assert sorted({past for past in pasts if pasts.count(past) > 1} - {"-"}) == ["ذكر"]  # ذكَر and ذكّر


def test_a_row_without_its_columns_or_with_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="columns"):
        compile_speech([("say", "قال")], [])
    with pytest.raises(ValueError, match="kind"):
        compile_speech([("sing", "غنى", "يغني", "-", "-", "sing")], [])
