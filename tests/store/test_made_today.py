"""What a reviewer has annotated since a time: by hand or by accepting it, and never by an import."""

from annotator.core import edits
from annotator.core.errors import Phrase
from annotator.core.records import Span
from annotator.core.suggestions import Suggestion
from annotator.exchange.importing import Choices, import_files
from annotator.resources import SEEDS
from annotator.store import history, queries

LONG_AGO, NEVER = "2000-01-01T00:00:00Z", "9999-01-01T00:00:00Z"


def test_what_is_tagged_is_made_and_what_is_untagged_is_not_there(desk):
    document = desk.add()
    kept, gone = desk.tag(document, 0, 3), desk.tag(document, 4, 9)
    layer, database = desk.layer(document), desk.project.database
    desk.project.apply(edits.untag(desk.context, layer, [gone], []))
    made = history.made_since(database, desk.reviewer_id, LONG_AGO)
    assert made.ids == {kept.id, gone.id}
    assert history.count_there(database, made.ids) == 1
    desk.project.undo(desk.reviewer_id)
    assert history.count_there(database, made.ids) == 2


def test_only_steps_after_the_last_one_seen_are_read(desk):
    document = desk.add()
    desk.tag(document, 0, 3)
    first = history.made_since(desk.project.database, desk.reviewer_id, LONG_AGO)
    second = desk.tag(document, 4, 9)
    made = history.made_since(desk.project.database, desk.reviewer_id, LONG_AGO, first.last)
    assert made.ids == {second.id}


def test_steps_before_the_time_and_of_others_are_left_out(desk):
    document = desk.add()
    desk.tag(document, 0, 3)
    other = desk.join("ب")
    database = desk.project.database
    assert history.made_since(database, desk.reviewer_id, NEVER).ids == frozenset()
    assert history.made_since(database, other.reviewer_id, LONG_AGO).ids == frozenset()


def test_an_import_is_nobodys_work_of_today(make_project):
    project = make_project(reviewer="sample")
    imported = import_files(project, 1, [SEEDS / "gold" / "000.jsonl"], Choices())
    assert imported.report.annotations == 112
    assert {item.reviewer_id for item in _all(project)} == {1}
    assert history.made_since(project.database, 1, LONG_AGO).ids == frozenset()


def test_a_bulk_step_counts_all_that_it_marked_also_when_it_is_undone_and_redone(desk):
    documents = [desk.add(name=name) for name in ("a", "b")]
    database, label = desk.project.database, desk.project.label_set.labels[0]
    with desk.project.bulk("mark all", "x", desk.reviewer_id):
        for document in documents:
            text = queries.text(database, document.text_sha256)
            found = Suggestion(
                kind="mention",
                document_id=document.id,
                label_id=label.id,
                span=Span(0, 3),
                quote=text[:3],
                confidence=1.0,
                reason=Phrase(""),
            )
            desk.project.apply(
                edits.accept_suggestions(
                    desk.context, desk.layer(document), text, [found], desk.project.label_set, [], []
                )
            )

    def count():
        made = history.made_since(database, desk.reviewer_id, LONG_AGO)
        return len(made.ids), history.count_there(database, made.ids)

    assert count() == (2, 2)
    desk.project.undo(desk.reviewer_id)
    assert count() == (2, 0)
    desk.project.redo(desk.reviewer_id)
    assert count() == (2, 2)


def _all(project):
    layers = queries.all_layers(project.database)
    return [item for layer in layers for item in queries.annotations(project.database, layer.id)]
