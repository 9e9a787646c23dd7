"""Which ids a project has: asked of it, or remembered where it had none."""

import pytest

from annotator.core.records import Annotation, Relation
from annotator.exchange import known_ids
from annotator.exchange.known_ids import KnownIds
from annotator.store import queries

TEXT = "قال وزير الدفاع إن 2500 جندي وصلوا 😀 أمس.\r\n\u00a0وأضاف…"
FRESH = "33333333-0000-4000-8000-000000000001"


@pytest.fixture
def brought(project, bring, document, layer, gold_file):
    """The annotations and relations of a project that one line of gold has come into."""
    bring(gold_file((document(), layer())))
    (only,) = queries.all_layers(project.database)
    return queries.annotations(project.database, only.id), queries.relations(project.database, only.id)


def test_a_project_is_asked_for_what_it_had(project, brought):
    annotations, relations = brought
    known, ids = KnownIds(project.database), [item.uuid for item in annotations]
    assert known.of(Annotation, [*ids, FRESH]) == set(ids)
    assert known.of(Relation, [FRESH, relations[0].uuid, *ids]) == {relations[0].uuid}
    assert known.of(Annotation, []) == set()


@pytest.mark.parametrize("most", [10, 1, 0])
def test_what_came_into_a_project_that_had_none_is_known_however_many(
    project, bring, document, layer, gold_file, monkeypatch, most
):
    monkeypatch.setattr(known_ids, "MOST_MET", most)
    known = KnownIds(project.database)
    bring(gold_file((document(), layer())))
    (only,) = queries.all_layers(project.database)
    annotations = queries.annotations(project.database, only.id)
    relations = queries.relations(project.database, only.id)
    known.add([only, *annotations, *relations])
    ids = {item.uuid for item in annotations}
    assert len(ids) == 2
    assert known.of(Annotation, [*ids, FRESH]) == ids
    assert known.of(Relation, [relations[0].uuid, FRESH]) == {relations[0].uuid}


def test_an_id_that_comes_twice_in_one_import_is_refused(project, bring, document, layer, gold_file):
    same = layer()
    imported = bring(gold_file((document(), same), (document(TEXT + "."), same)))
    assert "is in the project already, in another place" in imported.refused[0].reason
    assert queries.document_count(project.database) == 0
