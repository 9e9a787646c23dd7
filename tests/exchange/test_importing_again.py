"""Files that are imported when what they hold is there already."""

import pytest

from annotator.core.errors import UserError
from annotator.exchange.importing import Choices, Importer, import_files
from annotator.formats.bundle import Bundle, BundleLayer, BundleZone
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
    with pytest.raises(UserError, match="has a layer by “ع” in this project already"):
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
    assert again.report.changes == 0
    assert "has a layer by “س” in this project already" in again.refused[0].reason
