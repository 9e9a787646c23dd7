"""Zones: whole paragraphs, one zone each."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import edits
from annotator.core.change import EditContext
from annotator.core.errors import UserError
from annotator.core.records import Layer, Span, Zone
from annotator.core.schema import LabelSet
from annotator.resources import SEEDS

TEXT = "عنوان\n\nالسبت\nقال مسؤول\n \nالنص"
LAYER = Layer(id=2, document_id=1, reviewer_id=7, updated="before", status="started")
HEADLINE, DATE, CAPTION, BODY = Span(0, 5), Span(7, 12), Span(13, 22), Span(25, 29)


class Page:
    """A layer's zones, changed by the edit as a project would change them."""

    def __init__(self, context: EditContext, labels: LabelSet, text: str = TEXT) -> None:
        self.context, self.kinds, self.text = context, labels.zone_kind_by_name, text
        self.zones: list[Zone] = []

    def mark(self, span: Span, kind: str = "caption") -> str:
        transaction = edits.mark_zone(self.context, LAYER, self.text, span, self.kinds[kind], self.zones)
        for before, after in transaction.of(Zone):
            self.zones = [zone for zone in self.zones if zone != before]
            self.zones += [after] if after else []
        return transaction.name

    def put(self, span: Span, kind: str) -> None:
        kind_id = self.kinds[kind].id
        self.zones.append(
            Zone(id=len(self.zones) + 1, layer_id=2, start=span.start, end=span.end, kind_id=kind_id)
        )

    def shown(self) -> list[tuple[Span, str]]:
        names = {kind.id: name for name, kind in self.kinds.items()}
        return sorted((zone.span, names[zone.kind_id]) for zone in self.zones)


@pytest.fixture
def page(context: EditContext, labels: LabelSet) -> Page:
    return Page(context, labels)


@pytest.mark.parametrize("caret", [0, 3, 5])
def test_a_caret_marks_its_paragraph(page: Page, caret: int) -> None:
    assert page.mark(Span(caret, caret), "headline") == "mark zone"
    assert page.shown() == [(HEADLINE, "headline")]


def test_each_paragraph_a_selection_touches_is_a_zone_and_blank_ones_are_none(page: Page) -> None:
    page.mark(Span(3, 14))
    assert page.shown() == [(HEADLINE, "caption"), (DATE, "caption"), (CAPTION, "caption")]


def test_a_selection_that_ends_before_a_paragraph_does_not_mark_it(page: Page) -> None:
    page.mark(Span(8, 13))
    assert page.shown() == [(DATE, "caption")]


def test_the_same_kind_again_takes_it_off(page: Page) -> None:
    page.mark(Span(7, 22))
    assert page.mark(Span(7, 22)) == "unmark zone"
    assert page.shown() == []


def test_a_part_that_is_marked_already_stays_as_the_rest_is_marked(page: Page) -> None:
    page.mark(DATE)
    (before,) = page.zones
    assert page.mark(Span(8, 20)) == "mark zone"
    assert page.shown() == [(DATE, "caption"), (CAPTION, "caption")]
    assert before in page.zones


def test_another_kind_replaces(page: Page) -> None:
    page.mark(Span(7, 22))
    page.mark(DATE, "boilerplate")
    assert page.shown() == [(DATE, "boilerplate"), (CAPTION, "caption")]


def test_an_imported_zone_over_several_paragraphs_keeps_the_others(page: Page) -> None:
    page.put(Span(0, 22), "boilerplate")
    page.mark(DATE, "caption")
    assert page.shown() == [(HEADLINE, "boilerplate"), (DATE, "caption"), (CAPTION, "boilerplate")]
    page.put(Span(20, 29), "other_article")
    page.mark(BODY, "other_article")
    assert (Span(20, 22), "other_article") in page.shown()


def test_blank_lines_are_no_zone(page: Page) -> None:
    for span in (Span(6, 6), Span(5, 6), Span(23, 24)):
        with pytest.raises(UserError, match="only blank lines"):
            page.mark(span)
    with pytest.raises(UserError, match="outside the text"):
        page.mark(Span(0, 99))


def test_the_zones_of_the_sample_can_be_marked_by_hand(context: EditContext, labels: LabelSet) -> None:
    line = json.loads((SEEDS / "gold" / "000.jsonl").read_text(encoding="utf-8"))
    page = Page(context, labels, line["text"])
    for zone in line["zones"]:
        page.mark(Span(zone["start"], zone["start"]), zone["kind"])
    assert page.shown() == [(Span(zone["start"], zone["end"]), zone["kind"]) for zone in line["zones"]]


@given(
    marks=st.lists(
        st.tuples(st.integers(0, 29), st.integers(0, 29), st.sampled_from(["headline", "caption"])),
        max_size=8,
    )
)
def test_zones_marked_by_hand_never_overlap(labels: LabelSet, marks: list[tuple[int, int, str]]) -> None:
    context = EditContext(7, "now", itertools.count(1000).__next__, lambda: "u")
    page = Page(context, labels)
    for one, other, kind in marks:
        try:
            page.mark(Span(min(one, other), max(one, other)), kind)
        except UserError:
            continue
    spans = [span for span, _kind in page.shown()]
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))
    assert set(spans) <= {HEADLINE, DATE, CAPTION, BODY}
