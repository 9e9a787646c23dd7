"""Reading a project: in the order people and exports rely on."""

from typing import Any

import pytest
from msgspec.structs import replace

from annotator.core import edits
from annotator.core.change import Change, Transaction
from annotator.core.errors import UserError
from annotator.core.records import Annotation, AnyRecord, Document, Entity, Layer, Relation, Zone
from annotator.store import queries
from annotator.store.tables import record_types, table_of


@pytest.fixture
def database(desk: Any) -> Any:
    return desk.project.database


def test_documents_come_in_the_order_of_the_list(desk: Any, database: Any) -> None:
    made = [desk.add(f"{place}", f"{place}") for place in range(3)]
    first = replace(made[2], position=0)
    desk.project.apply(Transaction("import", (Change(made[2], first),), 1, desk.context.at))
    assert [document.name for document in queries.documents(database)] == ["2", "0", "1"]
    assert queries.document_count(database) == 3
    assert queries.last_position(database) == 2


def test_a_document_is_found_by_id_by_uuid_and_by_text(desk: Any, database: Any) -> None:
    document, twin = desk.add("نص"), desk.add("نص", "twin")
    assert queries.document(database, document.id) == document
    assert queries.document_by_uuid(database, document.uuid) == document
    assert queries.documents_with_text(database, document.text_sha256) == [document, twin]
    assert queries.document(database, 999) is None
    assert queries.document_by_uuid(database, "no") is None
    assert queries.documents_with_text(database, "no") == []
    assert queries.texts_in_use(database, [document.text_sha256, "no"]) == {document.text_sha256}


def test_the_same_words_tell_what_they_mention(desk: Any, database: Any) -> None:
    first, second = desk.add("بغداد وبغداد", "one"), desk.add("بغداد", "two")
    known, silent = desk.tag(first, 0, 5), desk.tag(second, 0, 5)
    label_set = desk.project.label_set
    linked = edits.link_new_entity(desk.context, desk.layer(first), known, "بغداد", label_set, [])
    desk.project.apply(linked)
    (entity,) = queries.entities(database)
    assert queries.entities_of_quote(database, silent.label_id, silent.quote) == {entity.id}
    assert queries.entities_of_quote(database, silent.label_id, "بغدا") == set()
    assert queries.entities_of_quote(database, silent.label_id + 1, silent.quote) == set()


def test_a_missing_text_is_told(database: Any) -> None:
    with pytest.raises(UserError, match="damaged"):
        queries.text(database, "0" * 64)


def test_summaries_filter_by_name_and_by_the_reviewers_own_status(desk: Any, database: Any) -> None:
    documents = [desk.add(f"متن رقم {place}", f"article {place}") for place in range(4)]
    other = desk.join("second")
    desk.tag(documents[1], 0, 3)
    other.tag(documents[2], 0, 3)
    desk.project.apply(edits.set_status(desk.context, desk.layer(documents[3]), "done", "x"))

    def names(**filters: Any) -> list[str]:
        return [row.document.name[-1] for row in queries.summaries(database, 1, **filters)]

    assert names() == ["0", "1", "2", "3"]
    assert names(status="new") == ["0", "2"]
    assert names(status="started") == ["1"]
    assert names(status="done") == ["3"]
    assert names(contains="cle 2") == ["2"]
    assert names(contains="%") == []
    assert names(offset=1, limit=2) == ["1", "2"]
    counts = [row.annotations for row in queries.summaries(database, 1)]
    assert counts == [0, 1, 0, 0]
    for row in queries.summaries(database, 1):
        assert queries.summary(database, 1, row.document.id) == row
    assert queries.summary(database, 1, 999) is None
    assert queries.progress(database, 1) == (1, 4)


def test_a_document_without_a_title_tells_how_it_begins(desk: Any, database: Any) -> None:
    line = "قال مسؤول في وزارة الدفاع إن المحادثات بدأت اليوم في العاصمة بغداد"
    document = desk.add(f"مشاركة\n{line}\nوأضاف", "a.txt")
    assert [item.opening for item in queries.summaries(database, 1)] == [line]
    assert queries.summary(database, 1, document.id).opening == line
    assert queries.summaries(database, 1, contains="وزارة الدفاع") != []
    assert queries.summaries(database, 1, contains="وزارة الصحة") == []

    titled = replace(document, title="عنوان")
    context = desk.context
    desk.project.apply(Transaction("title", (Change(document, titled),), 1, context.at))
    assert [item.opening for item in queries.summaries(database, 1)] == [""]
    assert queries.summaries(database, 1, contains="وزارة الدفاع") == []


def test_annotations_come_by_place_the_outer_first_then_by_label(desk: Any, database: Any) -> None:
    document = desk.add("قال الوزير إن الجيش وصل")
    made = [
        desk.tag(document, *span)
        for span in ((4, 10, "location"), (4, 10, "actor"), (4, 19, "claim"), (0, 3, "figure"))
    ]
    order = [made[3], made[2], made[1], made[0]]
    assert queries.annotations(database, desk.layer(document).id) == order


def test_layers_come_by_document_and_reviewer(desk: Any, database: Any) -> None:
    documents = [desk.add(f"متن رقم {place}") for place in range(2)]
    other = desk.join("أول")
    for one in (desk, other):
        for document in reversed(documents):
            one.tag(document, 0, 3)
    expected = [(document.id, who) for document in documents for who in (other.reviewer_id, 1)]
    assert [(item.document_id, item.reviewer_id) for item in queries.all_layers(database)] == expected
    assert [item.reviewer_id for item in queries.layers(database, documents[0].id)] == [1, other.reviewer_id]


def test_every_label_is_counted_also_one_that_is_not_used(desk: Any, database: Any) -> None:
    document = desk.add()
    desk.tag(document, 0, 3, "claim")
    counts = {"actor": 0, "location": 0, "figure": 0, "claim": 1}
    assert queries.label_counts(database) == counts
    assert list(queries.label_counts(database)) == list(counts)


def example(kind: type[AnyRecord]) -> AnyRecord:
    """A record of a kind with something unusual in every field that allows it."""
    words = "كلمة ' \" ; -- \u202e😀\n"
    return {
        Annotation: Annotation(
            id=7, uuid=words, layer_id=5, label_id=2, start=3, end=3 + len(words), quote=words,
            attributes={"a": 1, "b": 2.5, "c": words, "d": ""}, entity_id=6, note=words, reviewer_id=1,
            origin="propagated", scheme_version=3,
        ),
        Document: Document(
            id=4, uuid="u", name=words, position=-3, text_sha256="0" * 64, length=9, title=words,
            source=words, published="2024", language="fa", direction="ltr", encoding="cp1256",
            bytes_sha256="1" * 64,
        ),
        Layer: Layer(
            id=5, document_id=4, reviewer_id=1, kind="adjudicated", status="done", updated="t",
            contributors=(8, 9),
        ),
        Entity: Entity(id=6, uuid="e", label_id=2, name=words, aliases=(words, "ب")),
        Relation: Relation(id=10, uuid="r", layer_id=5, type_id=3, source_id=7, target_id=8),
        Zone: Zone(id=11, layer_id=5, start=0, end=1, kind_id=12),
    }[kind]  # fmt: skip


@pytest.mark.parametrize("kind", [Annotation, Document, Layer, Entity, Relation, Zone])
def test_a_record_comes_back_from_its_table_as_it_went_in(kind: type[AnyRecord], database: Any) -> None:
    table, record = table_of(kind), example(kind)
    database.execute("PRAGMA foreign_keys = OFF")
    database.execute(table.insert, table.to_row(record))
    assert table.get(database, record.id) == record


def test_the_records_of_the_label_set_come_back_too(desk: Any, database: Any) -> None:
    labels = desk.project.label_set
    for records in (labels.labels, labels.attributes, labels.relation_types, labels.zone_kinds):
        for record in records:
            assert table_of(type(record)).get(database, record.id) == record


def test_every_type_of_record_has_a_table() -> None:
    assert all(table_of(kind).kind is kind for kind in record_types())
