"""Files that are imported when what they hold is there already."""

import pytest
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.exchange.importing import Choices, Importer, import_files
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleLayer, BundlePrediction, BundleZone
from annotator.store import queries
from tests.formats.hostile import DATA
from tests.formats.inception_project import Making

PAGE = DATA / "web" / "004.html"
MARKED = Choices(options={"boilerplate": "marked"})


@pytest.fixture
def bundle(document, project):
    """A document with a layer that says only what is no body text."""
    kind = project.label_set.zone_kinds[0].name

    def make(start=0, end=3, **more):
        layer = BundleLayer(reviewers=("",), zones=(BundleZone(start=start, end=end, kind=kind),))
        return Bundle(document=document(uuid="", **more), layer=layer, place="a.html")

    return make


@pytest.fixture
def take(project, reviewer_id):
    """Takes bundles in, as a file of gold or of another tool; gives what came of each, and the report."""

    def take_in(*bundles, exact=False, reviewer=reviewer_id):
        with project.bulk("import", "x", reviewer):
            importer = Importer(project, reviewer)
            importer.begin("x", exact=exact)
            outcomes = [importer.add(bundle) for bundle in bundles]
        return outcomes, importer.report

    return take_in


@pytest.fixture
def said(document):
    """A document with a layer of another tool, which has no ids of its own."""

    def make(*spans, uuid="", **more):
        of = document(uuid=uuid)
        annotations = tuple(
            BundleAnnotation(uuid=str(key), start=start, end=end, label="actor", quote=of.text[start:end])
            for key, (start, end) in enumerate(spans, more.pop("first", 1))
        )
        layer = BundleLayer(reviewers=("",), annotations=annotations, **more)
        return Bundle(document=of, layer=layer, place="a.jsonl")

    return make


@pytest.fixture
def take_files(project, reviewer_id):
    """Takes lists of bundles in, each as a file of one import."""

    def take_in(*files, duplicates="skip"):
        with project.bulk("import", "x", reviewer_id):
            importer = Importer(project, reviewer_id, duplicates=duplicates)
            outcomes = []
            for bundles in files:
                importer.begin("x", exact=False)
                outcomes.append([importer.add(bundle) for bundle in bundles])
        return outcomes, importer.report

    return take_in


ADDED, THERE = "document added", "already there"


def test_an_annotated_file_that_is_given_twice_goes_in_once(project, reviewer_id, tmp_path):
    line = '{"text": "قال أحمد", "label": [[4, 8, "actor"]]}\n'
    paths = [tmp_path / name for name in ("a.jsonl", "b.jsonl")]
    for path in paths:
        path.write_text(line, encoding="utf-8")
    report = import_files(project, reviewer_id, paths).report
    assert (report.documents, report.annotations, report.repeated) == (1, 1, ["b.jsonl:1"])


@pytest.mark.parametrize("uuid", ["", "7"])
def test_what_a_second_file_says_again_is_there_whatever_its_ids_are(take_files, said, uuid):
    first = said((0, 3), (4, 8), uuid=uuid)
    second = said((4, 8), (0, 3), uuid=uuid, first=20)
    outcomes, report = take_files([first], [second], [first])
    assert outcomes == [[ADDED], [THERE], [THERE]]
    assert (report.documents, report.annotations, len(report.repeated)) == (1, 2, 2)


def test_one_file_may_hold_two_documents_that_say_the_same(take_files, said):
    twice = [said((0, 3)), said((0, 3))]
    outcomes, _ = take_files(twice, twice, [*twice, said((0, 3))])
    assert outcomes == [[ADDED, ADDED], [THERE, THERE], [THERE, THERE, ADDED]]


def test_a_second_file_that_says_something_else_is_another_document(take_files, said):
    outcomes, report = take_files([said((0, 3))], [said((0, 2))], [said()])
    assert (outcomes, report.documents) == ([[ADDED], [ADDED], [ADDED]], 3)


def test_a_repeated_document_is_kept_where_a_person_wants_duplicates(take_files, said):
    outcomes, _ = take_files([said((0, 3))], [said((0, 3))], duplicates="keep")
    assert outcomes == [[ADDED], [ADDED]]


def test_suggestions_come_to_a_document_that_another_file_says_again(take_files, said):
    bundle = said((0, 3))
    guess = BundlePrediction(start=0, end=3, label="actor", quote=bundle.document.text[:3])
    outcomes, report = take_files([bundle], [replace(bundle, predictions=(guess,))])
    assert outcomes == [[ADDED], ["predictions added"]]
    assert (report.documents, report.layers, report.predictions) == (1, 1, 1)


def test_a_layer_for_an_article_that_was_there_is_added_once(take_files, said):
    bundle = said((0, 3))
    take_files([replace(bundle, layer=None)])
    outcomes, _ = take_files([bundle], [bundle])
    assert outcomes == [["layer added"], [THERE]]


def zones(project):
    layers = queries.all_layers(project.database)
    return [(item.start, item.end) for found in layers for item in queries.zones(project.database, found.id)]


def test_a_web_page_with_its_boilerplate_marked_is_there_already_when_it_is_read_again(project, reviewer_id):
    first = import_files(project, reviewer_id, [PAGE], choices=MARKED)
    marked = zones(project)
    again = import_files(project, reviewer_id, [PAGE], choices=MARKED)
    assert marked
    assert (first.report.documents, first.report.zones, first.refused) == (1, len(marked), ())
    assert (again.report.changes, len(again.report.repeated), again.refused) == (0, 1, ())
    assert zones(project) == marked


def test_zones_of_an_article_whose_reviewer_has_a_layer_stay_as_that_has_them(project, take, bundle):
    take(bundle())
    outcomes, report = take(bundle(4, 8))
    assert (outcomes, report.repeated) == (["already there"], ["a.txt"])
    assert zones(project) == [(0, 3)]


def test_zones_come_to_an_article_that_is_there_without_a_layer(project, take, bundle, document):
    take(Bundle(document=document(uuid="")))
    outcomes, _ = take(bundle())
    assert (outcomes, zones(project)) == (["layer added"], [(0, 3)])


def test_gold_that_says_only_zones_is_refused_where_there_is_a_layer(take, bundle):
    take(bundle())
    with pytest.raises(UserError, match="by “ع” in this project says something else"):
        take(bundle(4, 8), exact=True)


def test_a_project_of_another_tool_brings_each_layer_to_its_document_once(project, reviewer_id, tmp_path):
    path = tmp_path / "export.zip"
    making = Making().document("a", "قال الوزير .", {"س": [("actor", "الوزير")], "ص": []}, curated=[])
    path.write_bytes(making.data())
    report = import_files(project, reviewer_id, [path]).report
    assert (report.documents, report.layers, report.annotations) == (1, 3, 1)
    names = {item.id: item.name for item in queries.reviewers(project.database)}
    layers = [
        (item.kind, names[item.reviewer_id], [names[key] for key in item.contributors])
        for item in queries.all_layers(project.database)
    ]
    assert sorted(layers) == [("adjudicated", "ع", ["س", "ص"]), ("reviewer", "س", []), ("reviewer", "ص", [])]
    again = import_files(project, reviewer_id, [path])
    assert (again.report.changes, again.refused) == (0, ())
    assert again.report.there == {str(path): ["a", "a", "a"]}
