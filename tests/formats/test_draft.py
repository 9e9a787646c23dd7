import pytest

from annotator.core.errors import UserError
from annotator.formats import collecting
from annotator.formats import draft as module
from annotator.formats.draft import Draft, Strays, article, identifier, known_about, listed, mapped, whole
from annotator.formats.format import Reading
from annotator.formats.json_records import Record
from annotator.formats.options import Options

RECORD = Record("x.json, record 2", {}, 10, 2)


def begun(text="قال أحمد قال", *, skip=False):
    reading = Reading(Options(), skip=skip)
    return Draft(article(RECORD, text), "x.json, record 2", reading), reading


def test_ids_of_the_file_are_kept_and_others_numbered_around_them():
    draft, _ = begun()
    ids = [draft.annotate(0, 3, "x", uuid=uuid) for uuid in (None, "3", None, 7, None)]
    assert ids == ["1", "3", "4", "7", "5"]


def test_a_fault_of_one_annotation_leaves_the_others():
    draft, reading = begun(skip=True)
    assert draft.annotate(0, 99, "x") is None
    assert draft.annotate(0, 3, "x", uuid="1") == "1"
    assert draft.annotate(4, 8, "x", uuid="1") is None
    draft.relate("1", "9", "x")
    draft.predict(0, 99, "x")
    assert reading.fault_count == 4
    assert len(draft.bundle(RECORD).layer.annotations) == 1


def test_values_that_change_their_form_are_counted_in_a_warning():
    draft, _ = begun()
    draft.annotate(0, 3, "x", attributes={"a": [1, 2], "b": True, "c": None, "d": {"e": 1}})
    bundle = draft.bundle(RECORD)
    assert bundle.layer.annotations[0].attributes == {"a": "1; 2", "b": "true", "d": '{"e":1}'}
    assert bundle.warnings == (
        "x.json, record 2: 2 values were no text or number and have been written as text.",
    )


def test_there_is_an_end_to_annotations_and_relations(monkeypatch):
    monkeypatch.setattr(module, "MAX_ITEMS", 2)
    draft, reading = begun(skip=True)
    for _ in range(3):
        draft.annotate(0, 3, "x")
    for _ in range(3):
        draft.relate("1", "2", "x")
    bundle = draft.bundle(RECORD)
    assert (len(bundle.layer.annotations), len(bundle.layer.relations), reading.fault_count) == (2, 2, 2)


def test_a_document_knows_what_stands_beside_its_text():
    document = article(
        RECORD, "نص", {"id": "73c339ba-622d-4eeb-85f3-0c739647045a", "lang": "fa"}, {"url": "u"}
    )
    assert (document.uuid, document.name) == ("73c339ba-622d-4eeb-85f3-0c739647045a", "x.json:2")
    assert (document.language, document.source) == ("fa", "u")
    assert article(RECORD, "نص", known_about(document)).source == "u"


@pytest.mark.parametrize("text", [None, 5, "", " \n", "x" * 30])
def test_a_text_must_be_there_and_not_too_long(text, monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 20)
    with pytest.raises(UserError, match=r"^x\.json, record 2"):
        article(RECORD, text)


def test_things_of_another_kind_are_taken_for_nothing():
    assert (listed({}), mapped([]), listed([1]), mapped({"a": 1})) == ([], {}, [1], {"a": 1})
    assert [identifier(item) for item in ("a", 5, True, None, 1.5, [])] == ["a", "5", "", "", "", ""]
    assert [whole(item) for item in (5, 5.0, "5", "٥", "-5", 5.5, None)] == [5, 5, 5, "٥", "-5", 5.5, None]


def test_the_text_is_not_searched_for_quotes_without_end(monkeypatch):
    monkeypatch.setattr(collecting, "MAX_SEARCHED", 50)
    draft, reading = begun("قال أحمد هنا", skip=True)
    for _ in range(2):
        assert draft.annotate(0, 3, "x", quote="علي") is None
        assert draft.annotate(0, 4, "x", quote="أحمد")
    with pytest.raises(UserError, match="is this the right text"):
        draft.annotate(0, 3, "x", quote="علي")
    assert reading.fault_count == 2


def test_fields_without_a_place_are_told_once_and_not_without_end():
    drafted, strays = begun()[0], Strays("text")
    strays.tell(drafted, {"text": 1, "title": "x", "_hash": 2, "empty": [], "topic": 3}, {"مؤلف": 4})
    strays.tell(drafted, {"topic": 5})
    strays.tell(drafted, {f"field {number}": 1 for number in range(100)})
    strays.tell(drafted, {"more": 1})
    first, second = drafted.warnings
    assert first.endswith("an article has no place for “topic”, “مؤلف”; they are left out here and below.")
    assert second.count("field") == 48
