"""Files into a project: what goes in, what stays out, and that nothing goes in by half."""

import json

import pytest

from annotator.core.errors import UserError
from annotator.exchange.importing import Choices, Importer, gather, look
from annotator.formats.bundle import Bundle, BundleComparison, BundleEntity
from annotator.store import comparing, queries

TEXT = "قال وزير الدفاع إن 2500 جندي وصلوا 😀 أمس."
ENTITY = BundleEntity(
    uuid="22222222-0000-4000-8000-000000000001", label="actor", name="وزير الدفاع", aliases=("الوزير",)
)


def names(project):
    return [document.name for document in queries.documents(project.database)]


def annotations(project):
    layers = queries.all_layers(project.database)
    return [item for layer in layers for item in queries.annotations(project.database, layer.id)]


def dump(project):
    return [line for line in project.database.conn.iterdump() if 'INTO "project"' not in line]


# Articles.


def test_articles_become_documents_in_order_verbatim_and_as_one_undo_step(
    project, bring, articles, reviewer_id
):
    before = dump(project)
    texts = {"b": "قال\r\nنعم\u00a0", "a": "ثم 😀\u2028قال"}
    imported = bring(*articles(**texts))
    assert imported.report.documents == 2
    assert imported.refused == ()
    documents = queries.documents(project.database)
    assert [document.name for document in documents] == ["b.txt", "a.txt"]
    assert [queries.text(project.database, item.text_sha256) for item in documents] == list(texts.values())
    assert [document.length for document in documents] == [len(text) for text in texts.values()]
    assert {document.title for document in documents} == {""}
    step = project.undoable(reviewer_id)
    assert (step.name, step.subject) == ("import", "2")
    project.undo(reviewer_id)
    assert names(project) == []
    assert len([line for line in dump(project) if 'INTO "document"' in line]) == len(
        [line for line in before if 'INTO "document"' in line]
    )
    project.redo(reviewer_id)
    assert names(project) == ["b.txt", "a.txt"]


def test_articles_come_after_those_that_are_there(project, bring, articles):
    bring(*articles(b="قال"))
    bring(*articles(a="نعم"))
    assert names(project) == ["b.txt", "a.txt"]


def test_an_article_that_is_there_already_is_noticed_and_left_out(project, bring, articles):
    bring(*articles(a="قال"))
    imported = bring(*articles(b="قال", c="نعم", d="نعم"))
    assert imported.report.repeated == ["b.txt", "d.txt"]
    assert names(project) == ["a.txt", "c.txt"]


def test_an_article_that_is_there_already_is_kept_when_asked_for(project, bring, articles):
    imported = bring(*articles(a="قال", b="قال"), choices=Choices(duplicates="keep"))
    assert imported.report.repeated == []
    assert names(project) == ["a.txt", "b.txt"]


def test_an_import_of_nothing_new_is_no_undo_step(project, bring, articles, reviewer_id):
    paths = articles(a="قال")
    bring(*paths)
    step = project.undoable(reviewer_id)
    bring(*paths)
    assert project.undoable(reviewer_id) == step


def test_a_refused_file_does_not_keep_the_others_out(project, bring, articles, tmp_path):
    paths = articles(a="قال", bad=b"\0\0", empty=b"", b="نعم")
    imported = bring(*paths, tmp_path / "missing.txt")
    assert names(project) == ["a.txt", "b.txt"]
    assert [refusal.path for refusal in imported.refused] == [
        str(tmp_path / "bad.txt"),
        str(tmp_path / "empty.txt"),
        str(tmp_path / "missing.txt"),
    ]


def test_the_encoding_can_be_given(project, bring, articles):
    paths = articles(a="لا".encode("cp1256"))
    assert "encoding" in bring(*paths).refused[0].reason
    assert bring(*paths, choices=Choices(encoding="windows-1256")).report.documents == 1


def test_progress_is_told_in_bytes(bring, articles):
    told = []
    bring(*articles(a="قال", b="نعم"), progress=lambda done, total: told.append((done, total)))
    assert told == [(6, 12), (12, 12)]


# Gold.


def test_a_gold_line_brings_document_layer_reviewers_and_entities(project, bring, gold_file, document, layer):
    given = layer("ر", actor={"entity": ENTITY.uuid, "reviewer": "س", "note": "نعم", "origin": "propagated"})
    report = bring(gold_file((document(title="خبر", source="قناة"), given), entities=[ENTITY])).report
    assert (report.documents, report.layers, report.annotations) == (1, 1, 2)
    assert (report.relations, report.zones, report.entities) == (1, 1, 1)
    assert [reviewer.name for reviewer in queries.reviewers(project.database)] == ["ع", "ر", "س"]
    (found,) = queries.documents(project.database)
    assert (found.title, found.source) == ("خبر", "قناة")
    first, second = annotations(project)
    (entity,) = queries.entities(project.database)
    assert (first.entity_id, first.note, first.origin) == (entity.id, "نعم", "propagated")
    assert entity.aliases == ("الوزير",)
    assert second.attributes == {"value": 2500}
    (own,) = queries.layers(project.database, found.id)
    assert (own.status, own.updated) == ("done", "2026-11-21T18:00:00Z")


def test_a_layer_that_does_not_say_when_it_changed_has_changed_now(
    project, bring, gold_file, document, layer
):
    bring(gold_file((document(), layer(updated=""))))
    (found,) = queries.all_layers(project.database)
    assert found.updated


def test_a_second_reviewer_adds_a_layer_to_the_document_that_is_there(
    project, bring, gold_file, document, layer
):
    article = document()
    bring(gold_file((article, layer("ر"))))
    report = bring(gold_file((article, layer("س")))).report
    assert (report.documents, report.layers, report.joined) == (0, 1, [])
    assert names(project) == ["a.txt"]
    assert len(annotations(project)) == 4


def test_gold_for_an_article_that_was_imported_as_text_joins_it(
    project, bring, gold_file, articles, document, layer
):
    bring(*articles(mine=document().text))
    report = bring(gold_file((document(name="theirs"), layer("ر")))).report
    assert (report.documents, report.layers, report.joined) == (0, 1, ["mine.txt"])
    assert names(project) == ["mine.txt"]


def test_two_gold_documents_with_one_text_stay_two(project, bring, gold_file, document, layer):
    bring(gold_file((document(name="1"), layer()), (document(name="2"), layer())))
    assert names(project) == ["1", "2"]


def test_values_that_no_choice_lists_are_kept_and_counted(project, bring, gold_file, document, layer):
    given = layer(figure={"attributes": {"op": "≈", "value": 2500}})
    assert bring(gold_file((document(), given))).report.unlisted == 1
    assert annotations(project)[1].attributes == {"op": "≈", "value": 2500}


def test_relations_the_label_set_does_not_foresee_are_kept_and_counted(bring, gold_file, document, layer):
    given = layer()
    link = type(given.relations[0])(
        uuid=given.relations[0].uuid,
        type="attributed_to",
        source=given.annotations[0].uuid,
        target=given.annotations[1].uuid,
    )
    changed = type(given)(reviewers=("ع",), annotations=given.annotations, relations=(link,))
    assert bring(gold_file((document(), changed))).report.unusual == 1


REFUSED = {
    "another label": ({"actor": {"label": "weapon"}}, "no label “weapon”"),
    "another attribute": ({"actor": {"attributes": {"rank": "1"}}}, "no attribute of actor named “rank”"),
    "text for a number": ({"figure": {"attributes": {"value": "2500"}}}, "value must be a number"),
    "a number for a text": ({"actor": {"attributes": {"role": 1}}}, "role must be text"),
    "an unknown entity": ({"actor": {"entity": ENTITY.uuid}}, "entities.jsonl"),
}


@pytest.mark.parametrize(("changes", "said"), REFUSED.values(), ids=REFUSED)
def test_what_the_project_has_no_place_for_is_refused_and_nothing_goes_in(
    project, bring, gold_file, document, layer, changes, said
):
    before = dump(project)
    path = gold_file((document(), layer()), (document(name="b"), layer(**changes)))
    imported = bring(path)
    (refusal,) = imported.refused
    assert said in refusal.reason
    assert refusal.reason.startswith("gold.jsonl, line 2: ")
    assert imported.report.documents == 0
    assert dump(project) == before


@pytest.mark.parametrize(("key", "name"), [("relations", "type"), ("zones", "kind")])
def test_an_unknown_relation_or_zone_is_refused(project, bring, gold_file, document, layer, key, name):
    path = gold_file((document(), layer()))
    line = json.loads(path.read_bytes())
    line[key][0][name] = "other"
    path.write_text(json.dumps(line), encoding="utf-8")
    assert "“other”" in bring(path).refused[0].reason
    assert names(project) == []


def test_an_entity_of_an_unknown_label_is_refused(bring, gold_file, document, layer):
    entity = BundleEntity(uuid=ENTITY.uuid, label="weapon", name="n")
    assert "no label “weapon”" in bring(gold_file((document(), layer()), entities=[entity])).refused[0].reason


def test_a_file_refused_in_its_middle_takes_back_its_beginning_and_no_other_file(
    project, bring, gold_file, articles, document, layer, reviewer_id
):
    bad = gold_file((document(name="bad"), layer()), (document(name="worse"), layer(actor={"label": "x"})))
    good = gold_file((document(name="good"), layer()), folder="other")
    imported = bring(*articles(a="قال"), bad, *articles(b="نعم"), good)
    assert names(project) == ["a.txt", "b.txt", "good"]
    assert [refusal.path for refusal in imported.refused] == [str(bad)]
    assert imported.report.documents == 3
    project.undo(reviewer_id)
    assert names(project) == []


def test_another_text_under_the_same_uuid_is_refused(project, bring, gold_file, document, layer):
    first = document()
    bring(gold_file((first, layer())))
    other = document("قال وزير الدفاع إن 2500 نعم", uuid=first.uuid)
    path = gold_file((other, layer(text=other.text)))
    assert f"another text under the id {first.uuid}" in bring(path).refused[0].reason


def test_a_second_layer_of_the_same_reviewer_is_refused(bring, gold_file, document, layer):
    article = document()
    bring(gold_file((article, layer("ر"))))
    other = layer("ر", actor={"note": "غير ذلك"})
    reason = bring(gold_file((article, other))).refused[0].reason
    assert "the layer of “a.txt” by “ر” in this project says something else" in reason


def test_an_adjudicated_layer_stands_beside_the_reviewers_own(project, bring, gold_file, document, layer):
    article = document()
    decided = layer("ر", kind="adjudicated", reviewers=("ر", "س"))
    assert bring(gold_file((article, layer("ر")), (article, decided))).refused == ()
    assert {item.kind for item in queries.all_layers(project.database)} == {"reviewer", "adjudicated"}


def test_the_same_annotation_in_two_places_is_refused(bring, gold_file, document, layer):
    given = layer()
    path = gold_file((document(name="1"), given), (document("قال وزير الدفاع إن 2500!", name="2"), given))
    text = "قال وزير الدفاع إن 2500!"
    again = layer(text=text, actor={"uuid": given.annotations[0].uuid})
    path = gold_file((document(), given), (document(text), again))
    assert (
        f"annotation {given.annotations[0].uuid} is in the project already" in bring(path).refused[0].reason
    )


def test_an_importer_leaves_nothing_of_a_refused_bundle_behind(project, document, layer, reviewer_id):
    with project.bulk("import", "x", reviewer_id):
        importer = Importer(project, reviewer_id)
        bad = Bundle(document=document(), layer=layer("جديد", figure={"label": "x"}), entities=(ENTITY,))
        with pytest.raises(UserError):
            importer.add(bad)
        assert (
            importer.add(Bundle(document=document(), layer=layer("جديد"), entities=(ENTITY,)))
            == "document added"
        )
    assert [reviewer.name for reviewer in queries.reviewers(project.database)] == ["ع", "جديد"]
    assert importer.report.changes == 1


# Comparisons.


def comparison(number, one, other, **more):
    uuid = f"33333333-0000-4000-8000-{number:012x}"
    given = {"uuid": uuid, "verdict": "agreement", "annotations": (one, other), "reviewer": "ع", "at": "then"}
    return BundleComparison(**given | more)


def test_comparisons_come_once_both_their_annotations_are_there(
    project, bring, gold_file, document, layer, reviewer_id
):
    first, second = layer(), layer()
    one, other = first.annotations[1].uuid, second.annotations[1].uuid
    given = [comparison(1, other, one, note="نعم", reviewer="من قارن"), comparison(2, one, ENTITY.uuid)]
    report = bring(gold_file((document(name="1"), first), comparisons=given, folder="1")).report
    assert (report.comparisons, report.incomplete) == (0, 2)
    report = bring(gold_file((document(TEXT + "!"), second), comparisons=given, folder="2")).report
    assert (report.comparisons, report.incomplete) == (1, 1)
    ((found, source, target),) = comparing.with_uuids(project.database)
    assert (found.uuid, found.verdict, found.note, found.at) == (given[0].uuid, "agreement", "نعم", "then")
    assert {source, target} == {one, other}
    assert [item.name for item in queries.reviewers(project.database)] == ["ع", "من قارن"]
    project.undo(reviewer_id)
    assert comparing.comparisons(project.database) == []


def test_a_comparison_that_is_there_is_not_brought_twice(project, bring, gold_file, document, layer):
    first, second, third = layer(), layer(), layer()
    uuids = [item.annotations[1].uuid for item in (first, second, third)]
    known, contrary = comparison(1, *uuids[:2]), comparison(2, *uuids[:2], verdict="conflict")
    bring(gold_file((document(), first), (document(TEXT + "!"), second), comparisons=[known], folder="1"))
    path = gold_file((document(TEXT + "?"), third), comparisons=[known, contrary], folder="2")
    report = bring(path).report
    assert (report.comparisons, report.incomplete) == (0, 1)
    assert [item.verdict for item in comparing.comparisons(project.database)] == ["agreement"]


def test_what_comes_with_a_line_that_is_left_out_is_there_for_the_others(
    project, bring, gold_file, document, layer
):
    there, article = layer(), document()
    bring(gold_file((article, there), folder="1"))
    mention = layer(actor={"entity": ENTITY.uuid})
    known = comparison(1, there.annotations[1].uuid, mention.annotations[1].uuid)
    path = gold_file(
        (article, layer(zones=())),
        (document(TEXT + "!"), mention),
        entities=[ENTITY],
        comparisons=[known],
        folder="2",
    )
    report = bring(path, choices=Choices(faults="skip")).report
    assert (report.documents, report.annotations, report.fault_count) == (1, 2, 1)
    assert (report.entities, report.comparisons) == (1, 1)
    assert [item.name for item in queries.entities(project.database)] == [ENTITY.name]


# Finding files.


def test_folders_are_searched_and_companions_left_out(tmp_path):
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for name in (
        "b.txt",
        "a.TXT",
        "gold.jsonl",
        "entities.jsonl",
        "comparisons.jsonl",
        "notes.md",
        "deep/c.txt",
    ):
        (tmp_path / "in" / name).write_bytes(b'{"format": "sanad-gold"}' if name == "gold.jsonl" else b"")
    single = tmp_path / "article.html"
    single.touch()
    found = gather([single, tmp_path / "in", single])
    assert [path.name for path in found] == ["article.html", "a.TXT", "b.txt", "c.txt", "gold.jsonl"]


def test_entities_given_alone_are_refused_when_read(tmp_path):
    path = tmp_path / "entities.jsonl"
    path.write_bytes(b'{"id": "x", "kind": "actor", "name": "n"}\n')
    assert list(gather([path])) == [path]
    assert look(path).refusal is not None


@pytest.mark.parametrize("name", ["missing.txt", "empty"])
def test_what_is_not_there_or_holds_nothing_is_refused(tmp_path, name):
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match=name):
        gather([tmp_path / name])


def test_a_look_finds_bundles_or_choices_or_the_reason_of_a_refusal(articles):
    good, unclear, bad = articles(good="قال", unclear="لا".encode("cp1256"), bad=b"\0")
    assert [bundle.document.text for bundle in look(good).bundles] == ["قال"]
    assert "لا" in [choice.text for choice in look(unclear).choices]
    assert look(unclear, "windows-1256").bundles[0].document.text == "لا"
    assert look(bad).refusal.reason.startswith("bad.txt: ")
