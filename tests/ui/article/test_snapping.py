import pytest

from annotator.core.records import Span
from annotator.lexicon import whole_names, whole_words
from annotator.text.proclitics import vocabulary, vocabulary_of
from annotator.ui.article.growth import Growth
from annotator.ui.article.selection import dragged, moved_boundary
from annotator.ui.article.snapping import Snapping, left_out, next_cut, tidied

TEXT = "وقالت وزارة الدفاع، أمس: إن القوات في العراق وسوريا وللولايات المتحدة حق. وأضاف المسؤول شيئا."
SNAPPING = Snapping(vocabulary(whole_words(), whole_names(), vocabulary_of([TEXT])))


def whole(word, text=TEXT):
    return Span(text.index(word), text.index(word) + len(word))


@pytest.mark.parametrize(
    ("word", "cut"),
    [("وسوريا", "سوريا"), ("وزارة", "وزارة"), ("وللولايات", "لولايات"), ("العراق", "العراق")],
)
def test_a_word_is_taken_without_its_proclitic(word, cut):
    assert SNAPPING.word(TEXT, TEXT.index(word) + 2).quote(TEXT) == cut
    assert SNAPPING.by_words(TEXT, TEXT.index(word), TEXT.index(word) + 3).quote(TEXT) == cut


def test_words_are_whole_where_the_project_or_no_vocabulary_says_so():
    for snapping in (Snapping(SNAPPING.vocabulary, cutting=False), Snapping()):
        assert snapping.word(TEXT, TEXT.index("وسوريا")).quote(TEXT) == "وسوريا"


def test_a_span_that_begins_inside_a_word_is_not_cut():
    start = TEXT.index("العراق") + 2
    assert SNAPPING.cut(TEXT, Span(start, start + 4)) == Span(start, start + 4)


def test_the_cuts_of_a_word_come_around():
    span, seen = whole("وللولايات"), []
    for _ in range(4):
        seen.append(span.quote(TEXT))
        span = next_cut(TEXT, span)
    assert seen == ["وللولايات", "للولايات", "لولايات", "وللولايات"]


def test_cuts_go_on_from_the_whole_word_when_the_start_is_no_cut():
    start = TEXT.index("الدفاع") + 3
    assert next_cut(TEXT, Span(start, start + 3)).quote(TEXT) == "الدفاع"


@pytest.mark.parametrize("word", ["المتحدة", "حق"])
def test_a_word_without_proclitics_has_no_other_cut(word):
    assert next_cut(TEXT, whole(word)) == whole(word)
    assert left_out(TEXT, whole(word)) is None


def test_a_cut_never_leaves_nothing():
    start = TEXT.index("وللولايات")
    for end in (start + 1, start + 2):
        span = Span(start, end)
        for _ in range(3):
            span = next_cut(TEXT, span)
            assert len(span) > 0
            assert span.end == end


def test_what_is_left_out_is_told():
    start = TEXT.index("وللولايات")
    assert left_out(TEXT, Span(start + 2, start + 9)) == Span(start, start + 2)
    assert left_out(TEXT, Span(start + 5, start + 9)) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" العراق، ", "العراق"),
        ('"العراق"', "العراق"),
        ('"العراق', "العراق"),
        ('قال "نعم"', 'قال "نعم"'),
        ('"نعم" قال', '"نعم" قال'),
        ('"أ" و"ب"', '"أ" و"ب"'),
        ("«براكة»،", "براكة"),
        ("نسبة 50%", "نسبة 50%"),
        ("50٪ .", "50٪"),
        ("-5 درجات.", "-5 درجات"),
        ("- العراق -", "العراق"),
        ("(وام).", "وام"),
        ("الدفاع (البنتاغون)", "الدفاع (البنتاغون)"),
        ("#العراق…", "#العراق"),
        ("أكتوبر/", "أكتوبر"),
        ("لـ ـ", "لـ"),
        ("  ", ""),
        ('"، .', ""),
        ("", ""),
        ("\n\u200f\n", ""),
    ],
)
def test_blanks_and_punctuation_at_the_ends_are_trimmed(text, kept):
    assert tidied(text, 0, len(text)).quote(text) == kept


def test_a_drag_over_blanks_and_quotes_takes_nothing_and_exactly_takes_them():
    text = 'قال "نعم" ثم'
    assert len(dragged(text, 3, 5, SNAPPING, exact=False)) == 0
    assert dragged(text, 4, 5, SNAPPING, exact=True).quote(text) == '"'


def test_a_dragged_start_stops_behind_the_proclitic_and_between_words():
    span = whole("العراق")
    after = moved_boundary(TEXT, span, TEXT.index("وسوريا") + 6, SNAPPING, at_start=False, exact=False)
    assert after.quote(TEXT) == "العراق وسوريا"
    span = whole("المتحدة")
    before = moved_boundary(TEXT, span, TEXT.index("وسوريا"), SNAPPING, at_start=True, exact=False)
    assert before.quote(TEXT) == "سوريا وللولايات المتحدة"
    at_blank = moved_boundary(TEXT, before, TEXT.index("المتحدة") - 1, SNAPPING, at_start=True, exact=False)
    assert at_blank.quote(TEXT) == "المتحدة"


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize("at_start", [True, False])
def test_a_dragged_end_leaves_something(at_start, exact):
    span = Span(TEXT.index("سوريا"), TEXT.index("سوريا") + 5)
    for position in range(len(TEXT) + 1):
        result = moved_boundary(TEXT, span, position, SNAPPING, at_start=at_start, exact=exact)
        assert len(result) > 0
        assert result.end == span.end if at_start else result.start == span.start
        assert not exact or len(result) >= 1
        assert exact or result.contains(span)


class TestGrowing:
    def test_it_cuts_the_word_and_goes_back_by_the_same_steps(self):
        growth, span, seen = Growth(), Span(TEXT.index("وسوريا") + 3, TEXT.index("وسوريا") + 3), []
        while True:
            larger = growth.larger(TEXT, span, SNAPPING)
            if larger == span:
                break
            seen.append(span)
            span = larger
        assert seen[1].quote(TEXT) == "سوريا"
        assert all(outer.contains(inner) for inner, outer in zip(seen[1:], [*seen[2:], span], strict=True))
        for before in reversed(seen):
            span = growth.smaller(TEXT, span, SNAPPING)
            assert span == before
        assert growth.smaller(TEXT, span, SNAPPING) == span

    def test_a_start_chosen_by_hand_stays(self):
        growth, span = Growth(), whole("وسوريا")
        text = "وسوريا والعراق."
        span = Span(0, 6)
        assert growth.larger(text, span, SNAPPING) == Span(0, 14)
        assert Growth().larger(text, Span(1, 6), SNAPPING) == Span(1, 14)

    def test_part_of_a_word_grows_to_the_word(self):
        start = TEXT.index("الدفاع") + 2
        assert Growth().larger(TEXT, Span(start, start + 2), SNAPPING) == whole("الدفاع")

    def test_what_has_not_grown_shrinks_to_what_is_natural_at_its_start(self):
        span = Span(0, TEXT.index("،"))
        assert Growth().smaller(TEXT, span, SNAPPING).quote(TEXT) in {"قالت", "وقالت"}
        assert Growth().smaller(TEXT, whole("حق"), SNAPPING) == Span(TEXT.index("حق"), TEXT.index("حق"))
