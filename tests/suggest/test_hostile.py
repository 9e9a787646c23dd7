"""Whatever the text and the label set, what is proposed can be accepted, and quotes whole characters."""

import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator import lexicon
from annotator.core import edits
from annotator.core.change import EditContext
from annotator.core.records import Annotation, Attribute, Entity, Layer, Span
from annotator.core.schema import LabelSet
from annotator.suggest.entities import EntityIndex, Names
from annotator.suggest.history import History
from annotator.suggest.mentions import Finder, NameWords, sought
from annotator.suggest.proposing import Known, propose
from annotator.suggest.speech import compile_speech
from annotator.text.graphemes import grapheme_floor, snap, trim

LAYER = Layer(id=2, document_id=1, reviewer_id=7, updated="before", status="started")
PIECES = st.sampled_from(
    [
        *(
            "وقال ",
            "السوداني",
            " إن ",
            "العراق",
            "رئيس الوزراء",
            " العراقي ",
            "نقلت ",
            "رويترز",
            " عن ",
            "وأضاف",
            " أن ",
        ),
        *(
            "«",
            "»",
            '"',
            "،",
            ".",
            ":",
            " ",
            " ",
            "\n",
            "\r\n",
            "\r",
            "\u2029",
            "\u064e",
            "\u0651",
            "ـ",
            "\u200f",
            "\u200d",
        ),
        *(
            "😀",
            "👩\u200d👩",
            "\ufeff",
            "\u00a0",
            "ل",
            "لل",
            "و",
            "ب",
            "ة",
            "150 جندي",
            "القوات الأمريكية",
            " بحسب ",
            "Reuters",
        ),
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=40).map("".join)


def standard(labels: LabelSet) -> LabelSet:
    return labels


def renamed(labels: LabelSet) -> LabelSet:
    names = [replace(label, name=f"{label.name}2") for label in labels.labels]
    attributes = [replace(item, name=f"{item.name}2") for item in labels.attributes]
    kinds = [replace(kind, name=f"{kind.name}2") for kind in labels.relation_types]
    return LabelSet(labels.scheme, names, attributes, kinds, ())


def bare(labels: LabelSet) -> LabelSet:
    return LabelSet(labels.scheme, labels.labels)


def retired(labels: LabelSet) -> LabelSet:
    gone = [replace(label, retired=True) for label in labels.labels]
    return LabelSet(labels.scheme, gone, labels.attributes, labels.relation_types, labels.zone_kinds)


def of_other_types(labels: LabelSet) -> LabelSet:
    def other(item: Attribute) -> Attribute:
        return replace(item, type="text" if item.type == "number" else "number", choices=())

    return LabelSet(labels.scheme, labels.labels, map(other, labels.attributes), labels.relation_types)


def from_any_to_any(labels: LabelSet) -> LabelSet:
    kinds = [replace(kind, target_label_ids=()) for kind in labels.relation_types]
    whole = replace(labels.scheme, proclitics="whole")
    return LabelSet(whole, labels.labels, labels.attributes, kinds, labels.zone_kinds)


def without_names(labels: LabelSet) -> LabelSet:
    none = [replace(label, has_entities=False) for label in labels.labels]
    return LabelSet(labels.scheme, none, labels.attributes, labels.relation_types, labels.zone_kinds)


LABEL_SETS = (standard, renamed, bare, retired, of_other_types, from_any_to_any, without_names)


@pytest.fixture(scope="module")
def known(names: Names) -> Known:
    speech = compile_speech(lexicon.speech_verbs(), lexicon.speech_words(), lexicon.whole_words())
    return Known(
        lambda _quote: {"value": 150, "op": "="}, speech, EntityIndex((), names), History(names.spelling)
    )


@st.composite
def annotated(draw: Any) -> tuple[str, list[tuple[int, int, int]]]:
    """A text and spans in it, each with the number of a label."""
    before, said = draw(TEXTS), draw(TEXTS)
    text = draw(st.sampled_from((before, f"{before} وقال السوداني إن ")))
    spans = []
    if text != before and said.strip():
        start, text = len(text), text + said
        spans.append((*snap(text, start, len(text)), 3))
    for _ in range(draw(st.integers(0, 6))):
        first, last = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        start, end = snap(text, first, last)
        if trim(text, start, end)[0] < trim(text, start, end)[1]:
            spans.append((start, end, draw(st.integers(0, 3))))
    return text, spans


def made(text: str, spans: list[tuple[int, int, int]], labels: LabelSet) -> dict[int, Annotation]:
    found = {}
    for number, (start, end, which) in enumerate(spans, 100):
        found[number] = Annotation(
            id=number,
            uuid=f"u{number}",
            layer_id=2,
            label_id=labels.labels[which].id,
            start=start,
            end=end,
            quote=text[start:end],
            reviewer_id=7,
        )
    return found


def context() -> EditContext:
    ids, uuids = itertools.count(1000), itertools.count(1)
    return EditContext(7, "now", ids.__next__, lambda: f"uuid-{next(uuids)}")


def check(text: str, transaction: Any) -> None:
    for _before, after in transaction.of(Annotation):
        assert after is None or after.quote == text[after.start : after.end]
        assert after is None or snap(text, after.start, after.end) == (after.start, after.end)


@pytest.mark.parametrize("change", LABEL_SETS)
@settings(max_examples=60)
@given(given_text=annotated())
def test_what_is_proposed_can_be_accepted(
    change: Any, given_text: Any, labels: LabelSet, known: Known
) -> None:
    label_set = change(labels)
    text, spans = given_text
    annotations = made(text, spans, label_set)
    for annotation in annotations.values():
        found = propose(
            annotation, text=text, annotations=annotations, relations=(), label_set=label_set, known=known
        )
        rest = edits.remaining(found, annotation, label_set, ())
        assert all(map(str, found.reasons))
        if rest.is_empty:
            continue
        if rest.speaker is not None:
            for edge in (rest.speaker.start, rest.speaker.end):
                assert grapheme_floor(text, edge) == edge
        transaction = edits.accept_proposal(
            context(), LAYER, text, annotation, found, label_set, annotations, (), ()
        )
        check(text, transaction)
        for _before, after in transaction.of(Annotation):
            if after is not None:
                assert label_set.fitting(after.label_id, after.attributes) == after.attributes


@pytest.mark.parametrize("change", LABEL_SETS)
@settings(max_examples=60)
@given(given_text=annotated())
def test_all_that_is_found_can_be_marked(
    change: Any, given_text: Any, labels: LabelSet, name_words: NameWords
) -> None:
    label_set = change(labels)
    text, spans = given_text
    annotations = made(text, spans, label_set)
    entity = Entity(id=5, uuid="e", label_id=1, name="محمد شياع السوداني", aliases=("السوداني",))
    for annotation in annotations.values():
        what = sought(text, annotation, entity, names=True)
        finder = Finder(what, name_words, label_set, History(name_words.spelling))
        found = list(finder.mentions(1, text, list(annotations.values()), [Span(0, len(text) // 3)]))
        assert not found or finder.may_be_in(text)
        for mention in found:
            assert mention.quote == mention.span.quote(text)
            assert snap(text, mention.span.start, mention.span.end) == (mention.span.start, mention.span.end)
            assert str(mention.reason)
        transaction = edits.accept_suggestions(
            context(), LAYER, text, found, label_set, annotations.values(), ()
        )
        check(text, transaction)
