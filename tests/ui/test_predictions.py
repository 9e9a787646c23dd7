"""What machines predict, among the suggestions of the article: with score and source; Y and X decide."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.change import Change, Transaction
from annotator.core.records import Prediction, Span
from annotator.store import queries
from annotator.ui.models.suggestions import details

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
PLACE = "واشنطن"


def press(window, key, modifiers=NONE):
    QTest.keyClick(window.article, key, modifiers)


@pytest.fixture
def predict(workspace):
    """Brings predictions of labels on the first place of some words, as an import does."""

    def bring(*given, score=0.75, source="m1"):
        project, document = workspace.project, workspace.opened.document
        context = project.context(workspace.reviewer.id)
        changes = []
        for quote, label in given:
            start = workspace.opened.text.index(quote)
            made = Prediction(
                id=context.new_id(),
                uuid=context.new_uuid(),
                document_id=document.id,
                label_id=workspace.label_set.label_by_name[label].id,
                start=start,
                end=start + len(quote),
                quote=quote,
                score=score,
                source=source,
            )
            changes.append(Change(None, made))
        with project.bulk("import", "x", context.reviewer_id):
            project.apply(Transaction("import", tuple(changes), context.reviewer_id, context.at))

    return bring


@pytest.fixture
def predicted(window, qtbot, predict):
    """The window with a predicted place shown among the suggestions."""
    predict((PLACE, "location"))
    qtbot.waitUntil(lambda: bool(predictions(window)), timeout=10_000)
    press(window, Qt.Key.Key_F4)
    return window


def predictions(window):
    return [item for item in window.suggesting.open if item.kind == "prediction"]


def test_they_stand_among_the_figures_by_place_with_score_and_source(predicted):
    spans = [item.span for item in predicted.suggesting.open]
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
    assert len(spans) > len(predictions(predicted)) == 1
    (found,) = predictions(predicted)
    assert details(found) == "predicted by \u2068m1\u2069, \u206675\u2069 % sure"
    assert found.span in [span for span, _label in predicted.article._scene.suggested.all]
    panel = predicted.suggesting.panel
    assert panel.model.rowCount() == len(spans)
    assert "suggestion" in panel.head.text()


def test_a_key_makes_an_annotation_of_one_and_undo_brings_it_back(predicted, workspace):
    (found,) = predictions(predicted)
    predicted.suggesting.go_to(found)
    press(predicted, Qt.Key.Key_Y)
    (made,) = workspace.opened.annotations.values()
    assert (made.span, made.origin) == (found.span, "suggested")
    assert workspace.label_set.label_by_id[made.label_id].name == "location"
    assert predictions(predicted) == []
    press(predicted, Qt.Key.Key_Z, CTRL)
    assert predictions(predicted) == [found]


def test_a_key_rejects_one_and_it_stays_rejected(predicted, workspace, qtbot):
    (found,) = predictions(predicted)
    predicted.suggesting.go_to(found)
    press(predicted, Qt.Key.Key_X)
    assert predictions(predicted) == []
    document = workspace.opened.document.id
    layer = queries.layer(workspace.project.database, document, workspace.reviewer.id)
    assert [item.rule for item in queries.dismissals(workspace.project.database, layer.id)] == [
        "suggest:prediction"
    ]
    workspace.open_document(document)
    qtbot.waitUntil(lambda: bool(predicted.suggesting.open), timeout=10_000)
    assert predictions(predicted) == []


def test_none_is_made_where_somebody_has_said_what_the_words_are(predicted):
    (found,) = predictions(predicted)
    predicted.article.select(found.span)
    press(predicted, Qt.Key.Key_1)
    assert predictions(predicted) == []


def test_one_inside_an_annotation_of_another_label_is_still_made(predicted):
    (found,) = predictions(predicted)
    predicted.article.select(Span(found.span.start, found.span.end + 5))
    press(predicted, Qt.Key.Key_4)
    assert predictions(predicted) == [found]


def test_they_do_not_count_as_figures_before_an_article_is_done(predicted):
    figures = len(predicted.suggesting.open) - 1
    assert predicted.finishing._unmarked() == figures


def test_undo_of_the_import_takes_them_back(predicted, workspace, qtbot):
    workspace.undo()
    qtbot.waitUntil(lambda: bool(predicted.suggesting.open), timeout=10_000)
    assert predictions(predicted) == []
