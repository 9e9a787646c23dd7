"""Predictions in the project file: proved, read by place, and following their label."""

import pytest
from msgspec.structs import replace

from annotator.core import edits, label_edits
from annotator.core.change import Change, Transaction
from annotator.core.records import Prediction
from annotator.core.schema import LabelDefinition
from annotator.core.suggestions import Suggestion
from annotator.store import queries
from annotator.store.check import check
from annotator.store.failures import ConflictError
from annotator.store.relabelling import carry_out, preview
from annotator.suggest.predictions import suggested

TEXT = "وصل 2500 جندي إلى بغداد"


@pytest.fixture
def document(desk):
    return desk.add(TEXT, "a")


@pytest.fixture
def predict(desk, document):
    """Keeps a prediction of a label on the first place of some words."""

    def keep(quote="بغداد", label="location", **more):
        start = TEXT.index(quote)
        made = Prediction(
            id=desk.context.new_id(),
            uuid=desk.context.new_uuid(),
            document_id=document.id,
            label_id=desk.project.label_set.label_by_name[label].id,
            start=start,
            end=start + len(quote),
            quote=quote,
            **{"score": 0.5, "source": "m"} | more,
        )
        desk.project.apply(Transaction("import", (Change(None, made),), desk.reviewer_id, desk.context.at))
        return made

    return keep


@pytest.fixture
def kept(desk, document):
    return lambda: queries.predictions(desk.project.database, document.id)


def test_they_are_read_by_place_the_first_of_them_if_so_many_are_wanted(desk, document, predict, kept):
    last, first = predict(), predict("وصل", "actor", score=None, attributes={"kind": "x"})
    assert kept() == [first, last]
    assert queries.predictions(desk.project.database, document.id, 1) == [first]
    assert check(desk.project.database) == []


def test_one_that_does_not_quote_its_text_is_never_written(desk, document, predict, kept):
    made = predict()
    wrong = replace(made, id=desk.context.new_id(), uuid="u", start=made.start - 1, end=made.end - 1)
    with pytest.raises(ValueError, match="does not fit its text"):
        desk.project.apply(Transaction("import", (Change(None, wrong),), 1, "now"))
    gone = replace(made, id=desk.context.new_id(), uuid="u", document_id=999)
    with pytest.raises(ConflictError):
        desk.project.apply(Transaction("import", (Change(None, gone),), 1, "now"))
    assert kept() == [made]


def test_they_go_with_their_label_and_come_back_with_it(desk, predict, kept):
    made, other = predict(), predict("وصل", "actor")
    labels = desk.project.label_set
    plan = label_edits.delete_label(labels, labels.label_by_name["location"])
    assert preview(desk.project.database, plan).predictions == 1
    carry_out(desk.project, 1, plan)
    assert kept() == [other]
    desk.project.undo(1)
    assert kept() == [other, made]


def test_they_follow_a_label_that_is_merged_and_an_attribute_that_is_renamed(desk, predict, kept):
    predict(attributes={"kind": "city"})
    labels = desk.project.label_set
    kind = labels.attributes_of(labels.label_by_name["location"].id)[0]
    carry_out(desk.project, 1, label_edits.rename_attribute(labels, kind, "sort"))
    assert kept()[0].attributes == {"sort": "city"}
    labels = desk.project.label_set
    place, actor = labels.label_by_name["location"], labels.label_by_name["actor"]
    carry_out(desk.project, 1, label_edits.merge_labels(desk.context, labels, [place], actor))
    assert [item.label_id for item in kept()] == [actor.id]
    assert check(desk.project.database) == []


def test_they_are_split_from_a_label_by_what_they_say(desk, predict, kept):
    predict(attributes={"kind": "city"})
    predict("جندي", attributes={"kind": "base"})
    labels = desk.project.label_set
    place, given = labels.label_by_name["location"], LabelDefinition("town", "#102030", "#a0b0c0")
    plan = label_edits.split_label(desk.context, labels, place, given, [], attribute="kind", value="city")
    carry_out(desk.project, 1, plan)
    town = desk.project.label_set.label_by_name["town"]
    assert [(item.quote, item.label_id) for item in kept()] == [("جندي", place.id), ("بغداد", town.id)]


def test_accepting_makes_an_annotation_and_rejecting_is_remembered(desk, document, predict, kept):
    predict(attributes={"kind": "city", "unknown": "x"})
    labels = desk.project.label_set
    (found,) = suggested(kept(), labels)
    assert isinstance(found, Suggestion)
    layer = desk.layer(document)
    done = edits.accept_suggestions(desk.context, layer, TEXT, [found], labels, [], [])
    desk.project.apply(done)
    (made,) = desk.annotations(document)
    assert (made.quote, made.origin, made.attributes) == ("بغداد", "suggested", {"kind": "city"})
    assert done.name == "accept suggestion"
    layer = desk.layer(document)
    desk.project.apply(edits.reject_suggestion(desk.context, layer, found, []))
    known = edits.rejected(queries.dismissals(desk.project.database, layer.id))
    assert edits.is_rejected(found, known)
    assert kept() != []
