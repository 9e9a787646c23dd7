import pytest

from annotator.core.records import Span
from annotator.ui.article.selection import dragged, joined, moved, moved_boundary
from annotator.ui.article.snapping import Snapping

WHOLE = Snapping()

TEXT = "قال مسؤول، أمس: إن 2,500 جندي هناك. وأضاف المسؤول.\n\nثم عاد"


def quote(span):
    return TEXT[span.start : span.end]


def test_word_steps_stop_at_ends_forward_and_at_starts_backward():
    assert moved(TEXT, 0, "word", forward=True) == 3
    assert moved(TEXT, 3, "word", forward=True) == 9
    assert moved(TEXT, 9, "word", forward=False) == 4


def test_grapheme_steps_keep_marks():
    assert moved("تمّٓ", 1, "grapheme", forward=True) == 4
    assert moved("تمّٓ", 4, "grapheme", forward=False) == 1


def test_sentence_steps_visit_every_sentence_once():
    stops, offset = [], 0
    while offset < len(TEXT):
        offset = moved(TEXT, offset, "sentence", forward=True)
        stops.append(offset)
    assert stops == [TEXT.index(".") + 1, TEXT.rindex(".") + 1, len(TEXT)]
    starts = []
    while offset > 0:
        offset = moved(TEXT, offset, "sentence", forward=False)
        starts.append(offset)
    assert starts == [TEXT.index("ثم"), TEXT.index("وأضاف"), 0]


def test_paragraph_steps():
    assert moved(TEXT, 0, "paragraph", forward=True) == TEXT.index("\n")
    assert moved(TEXT, len(TEXT), "paragraph", forward=False) == TEXT.index("ثم")


@pytest.mark.parametrize("unit", ["grapheme", "word", "sentence", "paragraph"])
@pytest.mark.parametrize("text", [TEXT, "", "\n\n", " . ", "\r\n\r\n", "؟"])
def test_steps_get_to_both_ends(text, unit):
    offset = 0
    for _ in range(len(text) + 1):
        offset = moved(text, offset, unit, forward=True)
    assert offset == len(text)
    for _ in range(len(text) + 1):
        offset = moved(text, offset, unit, forward=False)
    assert offset == 0


def test_a_drag_takes_whole_words_either_way():
    assert quote(dragged(TEXT, 5, 13, WHOLE, exact=False)) == "مسؤول، أمس"
    assert quote(dragged(TEXT, 13, 5, WHOLE, exact=False)) == "مسؤول، أمس"


def test_an_exact_drag_takes_graphemes():
    assert dragged("تمّٓ", 1, 2, WHOLE, exact=True) == Span(1, 4)
    assert quote(dragged(TEXT, 5, 7, WHOLE, exact=True)) == TEXT[5:7]


def test_a_drag_over_blanks_or_nowhere_takes_nothing():
    assert len(dragged(TEXT, 3, 3, WHOLE, exact=False)) == 0
    assert len(dragged(TEXT, 3, 4, WHOLE, exact=False)) == 0


def test_a_drag_by_words_joins_words():
    assert quote(joined(TEXT, Span(0, 3), 12, "word", WHOLE)) == "قال مسؤول، أمس"
    assert quote(joined(TEXT, Span(11, 14), 1, "word", WHOLE)) == "قال مسؤول، أمس"


def test_a_boundary_goes_to_the_nearest_edge_of_a_word():
    span = Span(4, 9)
    assert moved_boundary(TEXT, span, 13, WHOLE, at_start=False, exact=False) == Span(4, 14)
    assert moved_boundary(TEXT, span, 12, WHOLE, at_start=False, exact=True) == Span(4, 12)
    assert moved_boundary(TEXT, span, 1, WHOLE, at_start=True, exact=False) == Span(0, 9)


def test_a_boundary_never_passes_the_other():
    span = Span(4, 9)
    assert moved_boundary(TEXT, span, 0, WHOLE, at_start=False, exact=True) == Span(4, 5)
    assert moved_boundary(TEXT, span, 30, WHOLE, at_start=True, exact=True) == Span(8, 9)
