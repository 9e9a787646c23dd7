"""Annotated files that are imported again: what stands there already is known by what it says."""

import json

import pytest
from msgspec.structs import replace

from annotator.exchange.importing import Choices, Importer, import_files
from annotator.exchange.mapping import Mapping, Target
from annotator.exchange.standing import TakenError
from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleComparison,
    BundleEntity,
    BundleLayer,
    BundleRelation,
    BundleZone,
)
from annotator.store import queries

TEXT = "قال أحمد إن خالدا وصل"
ENTITY = BundleEntity(uuid="T1", label="actor", name="أحمد")


def mark(uuid, start, end, **more):
    given = {"uuid": uuid, "start": start, "end": end, "label": "actor", "quote": TEXT[start:end]}
    return BundleAnnotation(**given | more)


def full(first="1", second="2", **more):
    """A layer with all that a layer can say, under ids of a file's own."""
    annotations = (
        mark(first, 4, 8, entity="T1", note="هو", attributes={"role": "وزير"}),
        mark(second, 12, 17, reviewer="ص"),
        mark(f"{second}0", 0, 3, label="figure", attributes={"value": 2500}),
    )
    relations = (BundleRelation(uuid="r", type="same_as", source=first, target=second),)
    zones = (BundleZone(start=0, end=3, kind="headline"),)
    given = {"reviewers": ("س",), "annotations": annotations, "relations": relations, "zones": zones}
    return BundleLayer(**given | more)


@pytest.fixture
def said(document):
    """A bundle about the text as another tool's file has it."""

    def make(layer, uuid="", entities=(ENTITY,)):
        return Bundle(document=document(TEXT, uuid=uuid), layer=layer, entities=entities, place="a.json")

    return make


@pytest.fixture
def take(project, reviewer_id):
    """Takes bundles in as one file of one import; the report of it."""

    def take_in(*bundles, exact=False, **options):
        with project.bulk("import", "x", reviewer_id):
            importer = Importer(project, reviewer_id, **options)
            importer.begin("a.json", exact=exact)
            for bundle in bundles:
                importer.add(bundle)
            importer.finish()
        return importer.report

    return take_in


def everything(project):
    """All that is in the project's file, but for its counters."""
    dump = project.database.conn.iterdump()
    return [line for line in dump if not line.startswith('INSERT INTO "project"')]


@pytest.mark.parametrize("uuid", ["", "7"])
def test_a_layer_that_says_the_same_is_there_already(project, take, said, uuid):
    assert take(said(full(), uuid)).layers == 1
    before, steps = everything(project), len(project.history())
    other = full("x", "y")
    turned = replace(other, annotations=other.annotations[::-1])
    report = take(said(turned, uuid, [replace(ENTITY, aliases=("أ",))]))
    assert (report.changes, report.there) == (0, {"a.json": ["a.txt"]})
    assert len(project.history()) == steps
    assert everything(project) == before


OTHERS = {
    "a span": lambda given: replace(given, annotations=(mark("1", 4, 7), *given.annotations[1:])),
    "a label": lambda given: changed(given, 1, label="location"),
    "a value": lambda given: changed(given, 2, attributes={"value": 2501}),
    "another attribute": lambda given: changed(given, 0, attributes={}),
    "an entity": lambda given: changed(given, 0, entity=None),
    "an entity of another name": lambda given: changed(given, 0, entity="T2"),
    "a note": lambda given: changed(given, 0, note="هي"),
    "who annotated": lambda given: changed(given, 1, reviewer="ع"),
    "one more": lambda given: replace(given, annotations=(*given.annotations, mark("9", 18, 21))),
    "one less": lambda given: replace(given, annotations=given.annotations[:2]),
    "the same twice": lambda given: replace(
        given, annotations=(*given.annotations[:2], replace(given.annotations[1], uuid="9"))
    ),
    "no relation": lambda given: replace(given, relations=()),
    "the relation the other way": lambda given: replace(
        given, relations=(BundleRelation(uuid="r", type="same_as", source="2", target="1"),)
    ),
    "another relation": lambda given: replace(
        given, relations=(BundleRelation(uuid="r", type="part_of", source="1", target="2"),)
    ),
    "a zone": lambda given: replace(given, zones=(BundleZone(start=0, end=4, kind="headline"),)),
    "no zone": lambda given: replace(given, zones=()),
}


def changed(given, number, **more):
    marks = list(given.annotations)
    marks[number] = replace(marks[number], **more)
    return replace(given, annotations=tuple(marks))


@pytest.mark.parametrize("change", OTHERS.values(), ids=OTHERS)
def test_a_layer_that_says_anything_else_is_refused_and_changes_nothing(project, take, said, change):
    entities = (ENTITY, BundleEntity(uuid="T2", label="actor", name="خالد"))
    take(said(full(), entities=entities))
    before = everything(project)
    other = said(change(full()), entities=entities)
    with pytest.raises(TakenError, match=r"the layer of “a\.txt” by “س” in this project says something else"):
        take(other)
    report = take(other, skip=True)
    assert (report.changes, report.repeated, report.fault_count) == (0, [], 1)
    assert everything(project) == before


def test_equal_annotations_are_told_apart_by_what_they_are_linked_to(take, said):
    def linked(*pairs):
        marks = (mark("1", 4, 8), mark("2", 4, 8), mark("3", 12, 17), mark("4", 18, 21))
        links = [
            BundleRelation(uuid=str(number), type="same_as", source=source, target=target)
            for number, (source, target) in enumerate(pairs)
        ]
        return said(full(annotations=marks, relations=tuple(links)))

    take(linked(("1", "3"), ("1", "4")))
    assert take(linked(("2", "3"), ("2", "4"))).changes == 0
    with pytest.raises(TakenError):
        take(linked(("1", "3"), ("2", "4")))


def test_equal_annotations_are_told_apart_by_all_that_follows_from_a_link(take, said):
    """Two say the same here, and two there; only one of each stands in a row with the ends."""
    spans = {"a": (4, 8), "b": (4, 8), "c": (12, 17), "d": (12, 17), "e": (0, 3), "f": (18, 21)}

    def rows(*links):
        marks = tuple(mark(uuid, *span) for uuid, span in spans.items())
        relations = tuple(
            BundleRelation(uuid=link, type="same_as", source=link[0], target=link[1])
            for link in ("ea", "df", *links)
        )
        return said(full(annotations=marks, relations=relations, zones=()))

    take(rows("ad", "bc"))
    assert take(rows("ad", "bc")).repeated == ["a.txt"]
    with pytest.raises(TakenError):
        take(rows("ac", "bd"))


def test_what_is_made_to_fit_is_compared_as_it_was_made(take, said):
    given = full(annotations=(mark("1", 0, 3, label="NUM", attributes={"v": "2500"}),), relations=())
    mapping = Mapping(labels={"NUM": Target("figure")}, attributes={"NUM": {"v": Target("value")}})
    take(said(given), mapping=mapping)
    assert take(said(given), mapping=mapping).repeated == ["a.txt"]


def test_what_cannot_be_used_is_told_again_where_the_rest_is_there(take, said):
    given = full(annotations=(*full().annotations, mark("9", 0, 3, label="weapon")))
    assert take(said(given), skip=True).fault_count == 1
    report = take(said(given), skip=True)
    assert (report.changes, report.repeated, report.fault_count) == (0, ["a.txt"], 1)
    with pytest.raises(Exception, match="no label “weapon”"):
        take(said(given))


def test_documents_with_one_text_are_each_found_again(project, take, said):
    layers = [full(annotations=(mark("1", start, start + 2),), relations=()) for start in (0, 4, 9)]
    bundles = [said(layer, str(number)) for number, layer in enumerate(layers)]
    take(*bundles)
    assert queries.document_count(project.database) == 3
    assert take(*bundles[::-1]).there == {"a.json": ["a.txt"] * 3}
    take(Bundle(document=replace(bundles[0].document, uuid="")), duplicates="keep")
    without_ids = [replace(item, document=replace(item.document, uuid="")) for item in bundles]
    assert take(*without_ids).changes == 0


def test_a_file_with_one_new_thing_says_which_articles_were_there(take, said, document):
    take(said(full()))
    report = take(said(full()), Bundle(document=document("نص آخر", uuid="", name="new")))
    assert (report.documents, report.partly, report.there) == (1, ["a.txt"], {})


def test_gold_that_is_imported_again_is_there_with_its_comparisons(
    project, bring, gold_file, document, layer
):
    lines = [(document(name="1"), layer("س")), (document(name="2"), layer("ص"))]
    uuids = tuple(given.annotations[1].uuid for _document, given in lines)
    number = "33333333-0000-4000-8000-000000000001"
    said = BundleComparison(uuid=number, verdict="agreement", annotations=uuids, reviewer="ع")
    bring(gold_file(*lines, folder="1"))
    path = gold_file(*lines, comparisons=[said], folder="2")
    report = bring(path).report
    assert (report.layers, report.comparisons, len(report.repeated)) == (0, 1, 2)
    steps = len(project.history())
    again = bring(path)
    assert (again.report.changes, again.report.incomplete, again.refused) == (0, 0, ())
    assert again.report.there == {str(path): ["1", "2"]}
    assert len(project.history()) == steps


def test_gold_that_is_further_on_is_not_taken_for_what_is_there(bring, gold_file, document, layer):
    article, given = document(), layer("س", status="started")
    bring(gold_file((article, given)))
    path = gold_file((article, replace(given, status="done")))
    assert "says something else" in bring(path).refused[0].reason
    assert bring(gold_file((article, replace(given, status="new")))).refused == ()


def test_two_entities_of_one_name_are_two_in_gold(bring, gold_file, document, layer):
    people = [
        BundleEntity(uuid=f"44444444-0000-4000-8000-00000000000{number}", label="actor", name="أحمد")
        for number in range(3)
    ]
    article, given = document(), layer("س")

    def of(number):
        marked = changed(given, 0, entity=people[number].uuid)
        return gold_file((article, marked), entities=people[: number + 1] if number < 2 else people[2:])

    bring(of(1))
    assert "says something else" in bring(of(0)).refused[0].reason
    assert len(bring(of(1)).report.there) == 1
    assert len(bring(of(2)).report.there) == 1  # unknown here, so it may be the same under another id


def test_of_gold_with_the_same_ids_another_name_is_no_way_out(bring, gold_file, document, layer):
    article, given = document(), layer("س")
    bring(gold_file((article, given)))
    (refusal,) = bring(gold_file((article, replace(given, zones=())))).refused
    assert refusal.reason.endswith("import this one into another project.")
    assert refusal.error.theirs is None


def test_under_another_name_a_layer_that_differs_goes_in_beside(project, reviewer_id, tmp_path):
    path = tmp_path / "a.jsonl"

    def bring(*spans, **more):
        marked = [[start, end, "actor"] for start, end in spans]
        path.write_text(json.dumps({"text": TEXT, "label": marked}) + "\n", encoding="utf-8")
        return import_files(project, reviewer_id, [path], Choices(**more))

    bring((4, 8))
    (refusal,) = bring((4, 7)).refused
    assert refusal.reason.endswith("import this one under another reviewer's name.")
    assert refusal.error.theirs == ""
    renamed = bring((4, 7), mapping=Mapping(reviewers={"": "س"}))
    assert (renamed.report.layers, renamed.report.joined, renamed.refused) == (1, ["a.jsonl:1"], ())
    assert [item.name for item in queries.reviewers(project.database)] == ["ع", "س"]


def test_a_first_import_asks_for_no_layer(project, reviewer_id, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(queries, "layers", lambda *given: asked.append(given) or [])
    path = tmp_path / "a.jsonl"
    lines = [{"text": f"{TEXT} {number}", "label": [[4, 8, "actor"]]} for number in range(20)]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert import_files(project, reviewer_id, [path]).report.layers == 20
    assert asked == []


def test_what_stands_there_is_compared_one_document_at_a_time(project, reviewer_id, tmp_path, monkeypatch):
    path = tmp_path / "a.jsonl"
    lines = [{"text": f"{TEXT} {number}", "label": [[4, 8, "actor"]]} for number in range(20)]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    import_files(project, reviewer_id, [path])
    read, annotations = [], queries.annotations
    monkeypatch.setattr(queries, "annotations", lambda *given: read.append(given) or annotations(*given))
    assert import_files(project, reviewer_id, [path]).report.there == {
        str(path): [f"a.jsonl:{number}" for number in range(1, 21)]
    }
    assert len(read) == len(set(read)) == 20
