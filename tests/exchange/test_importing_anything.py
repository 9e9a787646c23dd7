"""Whatever bundles come from other tools: the project is sound afterwards, and undo takes all back."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.exchange.importing import Importer
from annotator.exchange.proposing import proposed
from annotator.exchange.survey import Survey
from annotator.formats.bundle import BundlePrediction
from annotator.formats.scheme import read_scheme
from annotator.resources import RESOURCES
from annotator.store import queries
from annotator.store.check import check
from annotator.store.project import Project
from tests.formats.trips import bundles

UNHARMED = {
    "grapheme",
    "spaces",
    "repeated",
    "entity label",
    "layer owner",
    "relation labels",
    "attribute choice",
}
"""Warnings of the check that are about what was annotated, not about how it was taken in."""


@st.composite
def others(draw):
    """Bundles as another tool's file may hold them: some without ids, some again, predictions among them."""
    found = []
    for number in range(draw(st.integers(1, 3))):
        bundle = draw(bundles(number))
        if draw(st.booleans()):
            bundle = replace(bundle, document=replace(bundle.document, uuid=draw(st.sampled_from(["", "1"]))))
        marks = bundle.layer.annotations if bundle.layer else ()
        guesses = tuple(
            BundlePrediction(start=item.start, end=item.end, label=item.label, quote=item.quote, score=0.5)
            for item in marks
        )
        found.append(replace(bundle, predictions=guesses if draw(st.booleans()) else ()))
    return [*found, *found[: draw(st.integers(0, 1))]]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=others())
def test_the_project_is_sound_afterwards_and_undo_takes_all_back(tmp_path_factory, given):
    folder = tmp_path_factory.mktemp("any")
    definition = read_scheme(RESOURCES / "schemes" / "standard.json")
    with Project.create(folder / "p.sanad", definition, "ع") as project:
        empty = _rows(project)
        found = Survey()
        for bundle in given:
            found.add(bundle)
        mapping = proposed(found, project.label_set)
        with project.bulk("import", "x", 1):
            importer = Importer(project, 1, mapping=mapping, skip=True)
            importer.begin("x", exact=False)
            outcomes = [importer.add(bundle) for bundle in given]
            importer.finish()
        assert [item for item in check(project.database) if item.rule not in UNHARMED] == []
        report = importer.report
        assert report.documents == queries.document_count(project.database)
        assert report.documents == outcomes.count("document added")
        if report.changes:
            project.undo(1)
        assert _rows(project) == empty


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=others())
def test_what_went_in_is_there_when_it_comes_again(tmp_path_factory, given):
    folder = tmp_path_factory.mktemp("again")
    definition = read_scheme(RESOURCES / "schemes" / "standard.json")
    with Project.create(folder / "p.sanad", definition, "ع") as project:
        found = Survey()
        for bundle in given:
            found.add(bundle)
        mapping = proposed(found, project.label_set)
        reports = []
        for _ in range(2):
            with project.bulk("import", "x", 1):
                importer = Importer(project, 1, mapping=mapping, skip=True)
                importer.begin("x", exact=False)
                for bundle in given:
                    importer.add(bundle)
                importer.finish()
            reports.append((importer.report, _rows(project)))
        (first, before), (again, after) = reports
        assert (again.changes, after) == (0, before)
        assert again.fault_count == first.fault_count
        assert len(again.repeated) + again.fault_count >= len(given)


def _rows(project):
    """How many records of each kind there are, texts and history aside."""
    tables = (
        "document",
        "layer",
        "annotation",
        "relation",
        "zone",
        "entity",
        "prediction",
        "label",
        "reviewer",
    )
    counts = (project.database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables)
    return dict(zip(tables, counts, strict=True))
