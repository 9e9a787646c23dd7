"""Files of other tools into a project: ids, names, faults, entities, layers and predictions."""

import json
from collections import Counter

import pytest
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.exchange.gathering import gather
from annotator.exchange.importing import Choices, Importer, import_files
from annotator.exchange.mapping import LEAVE_OUT, Mapping, Target
from annotator.exchange.proposing import proposed
from annotator.exchange.survey import survey
from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleEntity,
    BundleLayer,
    BundlePrediction,
    BundleRelation,
)
from annotator.store import queries
from annotator.store.check import check

TEXT = "قال وزير الدفاع إن 2500 جندي وصلوا إلى بغداد"
KNOWN = "11111111-0000-4000-8000-0000000000ff"


def annotation(uuid="1", quote="وزير الدفاع", label="actor", **more):
    start = TEXT.index(quote)
    return BundleAnnotation(uuid=uuid, start=start, end=start + len(quote), label=label, quote=quote, **more)


def layer(*annotations, reviewer="", **more):
    return BundleLayer(reviewers=(reviewer,), annotations=annotations, **more)


def guess(quote="بغداد", label="location", **more):
    start = TEXT.index(quote)
    return BundlePrediction(start=start, end=start + len(quote), label=label, quote=quote, **more)


@pytest.fixture
def take(project, reviewer_id):
    """Takes bundles in as those of one file of another tool; gives the report."""

    def take_in(*bundles, skip=False, files=1, **options):
        with project.bulk("import", "x", reviewer_id):
            importer = Importer(project, reviewer_id, skip=skip, **options)
            for number in range(files):
                importer.begin(f"{number}.jsonl", exact=False)
                for bundle in bundles:
                    importer.add(bundle)
            importer.finish()
        return importer.report

    return take_in


@pytest.fixture
def article(document):
    """Makes a document as another tool knows it: without an id of ours."""
    return lambda text=TEXT, **changes: document(text, **{"uuid": "", "name": "a"} | changes)


def annotations(project):
    layers = queries.all_layers(project.database)
    return [item for found in layers for item in queries.annotations(project.database, found.id)]


def layers(project):
    return list(queries.all_layers(project.database))


def is_uuid(given):
    return len(given) == 36


# Ids.


def test_ids_that_are_no_uuids_get_new_ones_and_relations_follow(project, take, article):
    link = BundleRelation(uuid="r", type="same_as", source="T1", target="T2")
    given = layer(annotation("T1"), annotation("T2", "بغداد", "location"), relations=(link,))
    report = take(Bundle(document=article(uuid="7"), layer=given, place="x.jsonl, line 1"))
    assert (report.documents, report.layers, report.annotations, report.relations) == (1, 1, 2, 1)
    (found,) = queries.documents(project.database)
    first, second = annotations(project)
    assert all(map(is_uuid, (found.uuid, first.uuid, second.uuid)))
    (made,) = queries.relations(project.database, first.layer_id)
    assert (made.source_id, made.target_id) == (first.id, second.id)
    assert is_uuid(made.uuid)
    assert check(project.database) == []


def test_an_id_that_stands_elsewhere_in_the_project_gets_a_new_one(project, take, article):
    take(Bundle(document=article(), layer=layer(annotation(KNOWN), reviewer="س")))
    take(Bundle(document=article(), layer=layer(annotation(KNOWN), reviewer="ص")))
    first, second = annotations(project)
    assert KNOWN in (first.uuid, second.uuid)
    assert first.uuid != second.uuid


def test_an_id_that_stands_twice_in_a_layer_names_the_first(project, take, article):
    link = BundleRelation(uuid="r", type="same_as", source=KNOWN, target="2")
    marks = (annotation(KNOWN), annotation(KNOWN, "قال"), annotation("2", "بغداد", "location"))
    take(Bundle(document=article(), layer=layer(*marks, relations=(link,))))
    first, second, _third = sorted(annotations(project), key=lambda item: item.id)
    assert (first.uuid == KNOWN, second.uuid == KNOWN) == (True, False)
    assert queries.relations(project.database, first.layer_id)[0].source_id == first.id


def test_a_relation_of_an_annotation_to_itself_is_a_fault(take, article):
    link = BundleRelation(uuid="r", type="same_as", source="1", target="1")
    bundle = Bundle(document=article(), layer=layer(annotation(), relations=(link,)))
    report = take(bundle, skip=True)
    assert (report.annotations, report.relations, report.fault_count) == (1, 0, 1)


def test_the_same_id_at_two_texts_is_two_documents(project, take, article):
    other = "نعم"
    take(Bundle(document=article(uuid="0")), Bundle(document=article(other, uuid="0")))
    assert queries.document_count(project.database) == 2


# Layers.


def test_who_is_not_named_is_who_imports(project, take, article, reviewer_id):
    take(Bundle(document=article(), layer=layer(annotation(), reviewer=" ")))
    assert [item.reviewer_id for item in layers(project)] == [reviewer_id]


def test_bundles_of_one_new_article_are_its_layers(project, take, article):
    given = [Bundle(document=article(), layer=layer(annotation(), reviewer=name)) for name in ("س", "ص", "س")]
    report = take(*given)
    assert (report.documents, report.layers, report.joined) == (2, 3, [])
    first, second = queries.documents(project.database)
    assert len(queries.layers(project.database, first.id)) == 2
    assert len(queries.layers(project.database, second.id)) == 1


def test_articles_to_be_kept_are_added_again_with_all_their_layers(project, take, article):
    take(Bundle(document=article()))
    given = [Bundle(document=article(), layer=layer(annotation(), reviewer=name)) for name in ("س", "ص")]
    take(*given, duplicates="keep")
    assert [
        len(queries.layers(project.database, item.id)) for item in queries.documents(project.database)
    ] == [
        0,
        2,
    ]


def test_a_second_layer_of_the_same_reviewer_is_told_plainly(project, take, article):
    given = Bundle(document=article(), layer=layer(annotation()), place="x.jsonl, line 3")
    take(given)
    said = "x.jsonl, line 3: the layer of “a” by “ع” in this project says something else"
    other = replace(given, layer=layer(annotation(), annotation("2", "بغداد", "location")))
    with pytest.raises(UserError, match=said):
        take(other)
    report = take(other, skip=True)
    assert (report.fault_count, report.changes) == (1, 0)
    assert str(report.faults[0].error).startswith(said)
    assert report.faults[0].path == "0.jsonl"


# Faults.


def test_what_cannot_be_used_is_left_out_and_listed_or_refuses_the_bundle(project, take, article):
    link = BundleRelation(uuid="r", type="same_as", source="1", target="2")
    odd = BundleRelation(uuid="q", type="odd", source="1", target="3")
    given = layer(
        annotation("1", attributes={"rank": "x", "role": 5}),
        annotation("2", "بغداد", "weapon"),
        annotation("3", "2500", "figure", attributes={"value": "2500", "min": "few"}),
        relations=(link, odd),
    )
    bundle = Bundle(document=article(), layer=given, place="x.jsonl, line 1")
    with pytest.raises(UserError, match="no attribute of actor named “rank”"):
        take(bundle)
    assert queries.document_count(project.database) == 0
    report = take(bundle, skip=True)
    assert (report.annotations, report.relations, report.fault_count) == (2, 0, 4)
    assert [item.attributes for item in annotations(project)] == [{"role": "5"}, {"value": 2500}]
    said = " ".join(str(item.error) for item in report.faults)
    assert all(word in said for word in ("“rank”", "“weapon”", "min must be", "“odd”"))
    assert check(project.database) == []


def test_a_span_that_is_not_what_it_quotes_is_a_fault(take, article):
    wrong = BundleAnnotation(uuid="1", start=0, end=3, label="actor", quote="نعم")
    with pytest.raises(UserError, match="x, line 1: the span 0–3 should read “نعم”"):
        take(Bundle(document=article(), layer=layer(wrong), place="x, line 1"))


@pytest.mark.parametrize(("text", "said"), [("", "has no text"), ("أ\0ب", "contains a NUL character")])
def test_a_text_that_cannot_be_kept_is_a_fault(take, article, text, said):
    with pytest.raises(UserError, match=said):
        take(Bundle(document=article(text), place="x"))


def test_a_backslash_before_zeros_is_no_nul(project, take, article):
    take(Bundle(document=article("\\u0000 \\\\u0000")))
    assert queries.document_count(project.database) == 1


# Entities.


def test_entities_without_uuids_are_told_apart_by_id_and_found_by_name(project, take, article):
    entities = (
        BundleEntity(uuid="e1", label="actor", name="محمد"),
        BundleEntity(uuid="e2", label="actor", name="محمد"),
    )
    given = layer(annotation("1", entity="e1"), annotation("2", "قال", entity="e2"))
    take(Bundle(document=article(), layer=given, entities=entities))
    first = {item.entity_id for item in annotations(project)}
    assert len(first) == 2
    other = layer(annotation("1", entity="x"), reviewer="س")
    again = (BundleEntity(uuid="x", label="actor", name="محمد"),)
    take(Bundle(document=article(), layer=other, entities=again))
    assert len(queries.entities(project.database)) == 2
    assert {item.entity_id for item in annotations(project)} == first


def test_an_entity_the_file_only_refers_to_is_named_by_its_first_mention(project, take, article):
    given = layer(annotation("1", entity="Q1"), annotation("2", "وزير", entity="Q1"))
    take(Bundle(document=article(), layer=given))
    (found,) = queries.entities(project.database)
    assert (found.name, is_uuid(found.uuid)) == ("وزير الدفاع", True)
    again = layer(annotation("1", "بغداد", entity=found.uuid), reviewer="س")
    take(Bundle(document=article(), layer=again))
    assert len(queries.entities(project.database)) == 1


# The label set.


def test_new_names_come_into_the_label_set_in_the_same_undo_step(project, take, article, reviewer_id):
    before = project.label_set
    mapping = Mapping(
        labels={"WEAPON": Target("weapon", new=True), "PER": Target("actor"), "X": LEAVE_OUT},
        attributes={"WEAPON": {"size": Target("size", new=True, type="number")}},
        relations={"uses": Target("uses", new=True)},
        zones={"ad": Target("ad", new=True)},
    )
    link = BundleRelation(uuid="r", type="uses", source="1", target="2")
    given = layer(
        annotation("1", label="PER"),
        annotation("2", "2500", "WEAPON", attributes={"size": 3}),
        annotation("3", "بغداد", "X"),
        relations=(link,),
    )
    report = take(Bundle(document=article(), layer=given), mapping=mapping)
    assert report.made == ("weapon", "weapon.size", "uses", "ad")
    assert report.dropped.labels == Counter(X=1)
    now = project.label_set
    label = now.label_by_name["weapon"]
    assert now.scheme.version == before.scheme.version + 1
    assert label.colour not in {item.colour for item in before.labels}
    assert (label.key, label.position) == ("5", 4)
    assert [item.type for item in now.attributes_of(label.id)] == ["number"]
    assert annotations(project)[1].attributes == {"size": 3}
    project.undo(reviewer_id)
    assert [item.name for item in project.label_set.labels] == [item.name for item in before.labels]
    assert project.label_set.scheme == before.scheme
    project.redo(reviewer_id)
    assert "weapon" in project.label_set.label_by_name
    assert check(project.database) == []


def test_nothing_is_made_when_nothing_comes_in(project, take):
    take(mapping=Mapping(labels={"X": Target("x", new=True)}))
    assert "x" not in project.label_set.label_by_name


def test_what_is_to_be_made_may_be_there_already(project, take, article):
    mapping = Mapping(labels={"PER": Target("actor", new=True)}, relations={"r": Target("same_as", new=True)})
    report = take(Bundle(document=article(), layer=layer(annotation(label="PER"))), mapping=mapping)
    assert (report.made, annotations(project)[0].label_id) == (
        (),
        project.label_set.label_by_name["actor"].id,
    )


# Predictions.


def test_predictions_are_kept_as_suggestions_and_undo_takes_them_back(project, take, article, reviewer_id):
    given = Bundle(
        document=article(),
        predictions=(
            guess(score=0.75, source="m1", attributes={"kind": "city"}),
            guess(score=7, source="m2"),
        ),
    )
    report = take(given)
    assert (report.documents, report.predictions, report.annotations) == (1, 2, 0)
    (document,) = queries.documents(project.database)
    first, second = queries.predictions(project.database, document.id)
    assert (first.score, first.source, first.attributes) == (0.75, "m1", {"kind": "city"})
    assert (first.quote, second.score) == ("بغداد", None)
    assert layers(project) == []
    assert check(project.database) == []
    project.undo(reviewer_id)
    assert queries.predictions(project.database, document.id) == []
    project.redo(reviewer_id)
    assert queries.predictions(project.database, document.id) == [first, second]


def test_predictions_join_the_article_that_is_there_once(project, take, article):
    take(Bundle(document=article()))
    report = take(Bundle(document=article(), predictions=(guess(source="m1"), guess("قال", "actor"))))
    assert (report.documents, report.predictions, report.joined) == (0, 2, ["a"])
    report = take(Bundle(document=article(), predictions=(guess(source="m1"), guess(source="m2"))))
    assert report.predictions == 1
    report = take(Bundle(document=article(), predictions=(guess(source="m1"),)))
    assert (report.predictions, report.repeated) == (0, ["a"])


def test_a_prediction_of_an_unknown_label_is_a_fault(take, article):
    report = take(Bundle(document=article(), predictions=(guess(label="weapon"), guess())), skip=True)
    assert (report.predictions, report.fault_count) == (1, 1)


# Whole files.


@pytest.fixture
def doccano(tmp_path):
    """Writes a file as doccano exports it."""

    def write(*records, name="d.jsonl"):
        path = tmp_path / name
        lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        path.write_text("".join(lines), encoding="utf-8")
        return path

    return write


def record(text=TEXT, labels=((4, 15, "PER"),)):
    return {"text": text, "label": [list(item) for item in labels]}


def test_a_file_is_told_in_a_survey_and_imported_by_what_is_proposed(project, doccano, reviewer_id):
    path = doccano(record(), record("نعم قال", [(0, 3, "QUOTE"), (0, 99, "LOC"), (4, 7, "MISC")]))
    told = []
    with gather([path]) as files:
        choices = Choices(faults="skip")
        found = survey(files, choices, lambda done, total: told.append((done, total)))
        assert found.labels == Counter(PER=1, QUOTE=1, MISC=1)
        assert (found.files, found.documents, found.layers, found.annotations) == (1, 2, 2, 3)
        assert (found.fault_count, found.reviewers) == (1, Counter({"": 2}))
        assert told[-1] == (path.stat().st_size, path.stat().st_size)
        mapping = proposed(found, project.label_set)
        imported = import_files(project, reviewer_id, files, Choices(faults="skip", mapping=mapping))
    assert (imported.report.annotations, imported.report.fault_count) == (3, 1)
    assert imported.report.made == ("MISC",)
    assert check(project.database) == []


def test_with_stop_one_fault_refuses_its_file_and_no_other(project, doccano, reviewer_id):
    good = doccano(record(labels=[(4, 15, "actor")]), name="good.jsonl")
    bad = doccano(record("نعم", []), record("قال", [(0, 99, "actor")]), name="bad.jsonl")
    imported = import_files(project, reviewer_id, [bad, good])
    assert [item.path for item in imported.refused] == [str(bad)]
    assert queries.document_count(project.database) == 1


def test_a_survey_tells_of_files_that_are_refused_and_of_encodings(articles, doccano, tmp_path):
    unclear, bad = articles(unclear="لا".encode("cp1256"), bad=b"\0")
    with gather([unclear, bad, doccano(record(), record("نعم", []))]) as files:
        found = survey(files, Choices())
    assert [item.path for item in found.unclear] == [unclear]
    assert [item.path for item in found.refused] == [str(bad)]
    assert found.files == 1


def test_a_survey_can_be_cancelled(doccano):
    with gather([doccano(record(), record("نعم"))]) as files:
        assert survey(files, Choices(), cancelled=lambda: True).documents == 0


def test_what_progress_raises_takes_all_back(project, doccano, reviewer_id):
    class StopError(Exception):
        pass

    def stop(_done, _total):
        raise StopError

    path = doccano(record(labels=[(4, 15, "actor")]))
    with pytest.raises(StopError):
        import_files(project, reviewer_id, [path], progress=stop)
    assert queries.document_count(project.database) == 0
    assert project.undoable(reviewer_id) is None


def test_a_format_and_its_options_can_be_chosen(project, tmp_path, reviewer_id):
    path = tmp_path / "a.jsonl"
    path.write_text("{}", encoding="utf-8")
    assert import_files(project, reviewer_id, [path], Choices(format="text")).report.documents == 1
    refused = import_files(project, reviewer_id, [path], Choices(format="csv")).refused
    assert "writes" in refused[0].reason
    refused = import_files(project, reviewer_id, [path], Choices(format="text", options={"x": "1"})).refused
    assert "no option “x”" in refused[0].reason
