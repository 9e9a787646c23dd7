"""What machines elsewhere hold spans to be, as suggestions beside the figures that are found."""

import pytest
from msgspec.structs import replace

from annotator.core.errors import Phrase
from annotator.core.records import Prediction, Span
from annotator.core.suggestions import Suggestion
from annotator.suggest.predictions import merged, suggested

TEXT = "وصل 2500 جندي إلى بغداد"


def prediction(label_id, quote="بغداد", **more):
    start = TEXT.index(quote)
    given = {"id": 1, "uuid": "u", "document_id": 7, "score": 0.75, "source": "m1"} | more
    return Prediction(label_id=label_id, start=start, end=start + len(quote), quote=quote, **given)


def figure(label_id, quote="2500 جندي"):
    start = TEXT.index(quote)
    return Suggestion(
        kind="figure",
        document_id=7,
        label_id=label_id,
        span=Span(start, start + len(quote)),
        quote=quote,
        attributes={"value": 2500, "op": "="},
        confidence=0.9,
        reason=Phrase("2,500"),
    )


@pytest.fixture
def place(labels):
    return labels.label_by_name["location"].id


def test_a_prediction_is_a_suggestion_with_score_and_source(labels, place):
    (made,) = suggested([prediction(place, attributes={"kind": "city"})], labels)
    assert (made.kind, made.document_id, made.label_id, made.quote) == ("prediction", 7, place, "بغداد")
    assert (made.attributes, made.confidence) == ({"kind": "city"}, 0.75)
    assert (made.rule, made.span) == ("suggest:prediction", Span(18, 23))


@pytest.mark.parametrize(
    ("score", "source", "said"),
    [
        (0.753, "m1", "predicted by m1, 75 % sure"),
        (None, "m1", "predicted by m1"),
        (1.0, "", "predicted, 100 % sure"),
        (None, "", "predicted"),
    ],
)
def test_it_says_by_whom_and_how_sure_as_far_as_that_is_known(labels, place, score, source, said):
    (made,) = suggested([prediction(place, score=score, source=source)], labels)
    assert str(made.reason) == said


def test_of_equal_predictions_the_surest_is_made_and_all_stand_by_place(labels, place):
    given = [
        prediction(place),
        prediction(place, score=0.9, source="m2"),
        prediction(place, score=None),
        prediction(place, "إلى بغداد"),
        prediction(place, "جندي"),
    ]
    assert [(item.quote, item.confidence) for item in suggested(given, labels)] == [
        ("جندي", 0.75),
        ("إلى بغداد", 0.75),
        ("بغداد", 0.9),
    ]


def test_labels_that_are_not_offered_are_left_out(labels, place):
    retired = type(labels)(
        labels.scheme,
        [replace(item, retired=item.id == place) for item in labels.labels],
    )
    assert suggested([prediction(place), prediction(999)], retired) == []


def test_a_figure_that_is_also_predicted_stands_there_once_with_what_its_words_say(labels):
    number = labels.label_by_name["figure"].id
    predicted = suggested([prediction(number, "2500 جندي", attributes={"op": "~"})], labels)
    (made,) = merged([figure(number)], predicted)
    assert (made.kind, made.attributes) == ("prediction", {"value": 2500, "op": "~"})


def test_other_figures_stand_between_the_predictions_by_place(labels, place):
    number = labels.label_by_name["figure"].id
    predicted = suggested([prediction(place), prediction(place, "وصل")], labels)
    assert [item.kind for item in merged([figure(number)], predicted)] == [
        "prediction",
        "figure",
        "prediction",
    ]
    found = [figure(number)]
    assert merged(found, []) == found
