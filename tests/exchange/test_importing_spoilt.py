"""Files that turn out bad after a part of them was written: each is taken back alone, and read once."""

import json
import subprocess
import sys
import textwrap
from collections import Counter
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.exchange import importing
from annotator.exchange.importing import Choices, import_files
from annotator.exchange.mapping import Mapping, Target
from annotator.exchange.reading import opened
from annotator.formats.bundle import BundleComparison, BundleEntity
from annotator.formats.scheme import read_scheme
from annotator.resources import RESOURCES
from annotator.store import queries
from annotator.store.check import check
from annotator.store.project import Project
from annotator.store.search import Query, search
from tests.exchange.conftest import TEXT

NUMBERS = count()
TEXTS = ("قال أحمد نعم", "وصل خالد أمس", "عاد سعيد غدا")
NAMES = ("أحمد", "خالد")
MAPPING = Mapping(labels={"PER": Target("person", new=True, has_entities=True)})


@st.composite
def files(draw):
    """Files: of each whether it is bad at its end, and who says what of which articles."""
    lines = st.tuples(
        st.sampled_from(range(len(TEXTS))), st.sampled_from(["س", "ص", "ط"]), st.sampled_from(NAMES)
    )
    one = st.tuples(st.booleans(), st.lists(lines, min_size=1, max_size=4))
    return draw(st.lists(one, min_size=1, max_size=5))


def write(folder, number, lines, *, bad):
    """A file of tasks as Label Studio has them, each with an annotation that has a note."""
    path = folder / f"{number}.json"
    tasks = []
    for key, (text, who, note) in enumerate(lines):
        value = {"start": 4, "end": 8, "text": TEXTS[text][4:8], "labels": ["PER"]}
        region = {"id": f"r{key}", "type": "labels", "from_name": "l", "to_name": "t", "value": value}
        marked = {**region, "meta": {"text": [note]}}
        annotation = {"completed_by": {"email": who}, "result": [marked]}
        tasks.append({"data": {"text": TEXTS[text]}, "annotations": [annotation]})
    if bad:
        value = {"start": 4, "end": 400, "text": "لا", "labels": ["PER"]}
        wrong = {"id": "w", "type": "labels", "from_name": "l", "to_name": "t", "value": value}
        tasks.append({"data": {"text": TEXTS[0]}, "annotations": [{"result": [wrong]}]})
    path.write_text(json.dumps(tasks, ensure_ascii=False), encoding="utf-8")
    return path


def contents(project):
    """All that the project says, without ids."""
    database = project.database
    people = {item.id: item.name for item in queries.reviewers(database)}
    entities = {item.id: item.name for item in queries.entities(database)}
    labels = {item.id: item.name for item in queries.label_set(database).labels}
    return (
        list(labels.values()),
        sorted(people.values()),
        sorted(entities.values()),
        [
            (
                item.name,
                item.position,
                queries.text(database, item.text_sha256),
                sorted(
                    (people[layer.reviewer_id], mark.start, labels[mark.label_id], mark.note, mark.quote)
                    for layer in queries.layers(database, item.id)
                    for mark in queries.annotations(database, layer.id)
                ),
            )
            for item in queries.documents(database)
        ],
        queries.label_set(database).scheme.version,
        len(list(search(database, Query(needle="ا")))),
        [step.name for step in project.history()],
    )


def told(report):
    return (
        report.documents,
        report.layers,
        report.annotations,
        report.changes,
        report.people,
        report.repeated,
        report.joined,
        report.made,
        report.fault_count,
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=files())
def test_bad_files_leave_no_trace_among_good_ones(tmp_path, given):
    folder = tmp_path / str(next(NUMBERS))
    folder.mkdir()
    definition = read_scheme(RESOURCES / "schemes" / "standard.json")
    paths = [write(folder, number, lines, bad=bad) for number, (bad, lines) in enumerate(given)]
    good = [path for path, (bad, _lines) in zip(paths, given, strict=True) if not bad]
    found = []
    for name, some in (("all", paths), ("good", good)):
        with Project.create(folder / f"{name}.sanad", definition, "ع") as project:
            imported = import_files(project, 1, some, Choices(mapping=MAPPING))
            found.append((contents(project), told(imported.report)))
            assert [item for item in check(project.database) if item.severity == "error"] == []
            bad = [str(path) for path in some if path not in good]
            assert [item.path for item in imported.refused if item.path in bad] == bad
            if imported.report.changes:
                project.undo(1)
            assert queries.document_count(project.database) == 0
            assert project.undoable(1) is None
    assert found[0] == found[1]


def spoilt(folder, number):
    lines = [json.dumps({"text": f"نص {number} {line}", "label": []}) for line in range(5)]
    path = folder / f"bad{number}.jsonl"
    path.write_text("\n".join([*lines, "{broken"]), encoding="utf-8")
    return path


def good(folder, number):
    path = folder / f"good{number}.txt"
    path.write_text(f"قال {number}", encoding="utf-8")
    return path


def test_each_file_is_read_once_and_progress_never_goes_back(project, reviewer_id, tmp_path, monkeypatch):
    paths = [make(tmp_path, number) for number in range(6) for make in (good, spoilt)]
    times, done = Counter(), []

    def counted(path, choices):
        times[path] += 1
        return opened(path, choices)

    monkeypatch.setattr(importing, "opened", counted)
    imported = import_files(project, reviewer_id, paths, progress=lambda at, whole: done.append((at, whole)))
    assert times == dict.fromkeys(paths, 1)
    assert [item.path for item in imported.refused] == [str(path) for path in paths[1::2]]
    assert queries.document_count(project.database) == 6
    assert done == sorted(done)
    assert done[-1][0] == done[-1][1] == sum(path.stat().st_size for path in paths)
    assert len(project.history()) == 2


def test_an_import_of_bad_files_alone_is_no_step(project, reviewer_id, tmp_path):
    imported = import_files(project, reviewer_id, [spoilt(tmp_path, 1), spoilt(tmp_path, 2)])
    assert (len(imported.refused), imported.report.changes) == (2, 0)
    assert project.undoable(reviewer_id) is None


def test_what_ends_an_import_after_a_bad_file_takes_all_of_it_back(project, reviewer_id, tmp_path):
    paths = [make(tmp_path, number) for number in range(3) for make in (good, spoilt)]

    def stop(done, _total):
        if done > sum(path.stat().st_size for path in paths[:3]):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_files(project, reviewer_id, paths, progress=stop)
    assert queries.document_count(project.database) == 0
    assert project.undoable(reviewer_id) is None


def test_an_article_of_a_bad_file_goes_in_with_a_good_one(project, reviewer_id, tmp_path):
    bad = spoilt(tmp_path, 1)
    mended = tmp_path / "mended.jsonl"
    mended.write_bytes(bad.read_bytes().removesuffix(b"\n{broken"))
    imported = import_files(project, reviewer_id, [bad, mended])
    assert (imported.report.documents, imported.report.repeated) == (5, [])


def test_ids_of_a_bad_file_are_free_for_a_good_one(project, bring, gold_file, document, layer):
    entity = BundleEntity(uuid="22222222-0000-4000-8000-000000000001", label="actor", name="وزارة")
    first, second = layer("س", actor={"entity": entity.uuid}), layer("س")
    said = BundleComparison(
        uuid="33333333-0000-4000-8000-000000000001",
        verdict="agreement",
        annotations=(first.annotations[1].uuid, second.annotations[1].uuid),
        reviewer="ع",
    )
    lines = [(document(name="1"), first), (document(name="2"), second)]
    more = {"entities": [entity], "comparisons": [said]}
    bad = gold_file(*lines, (document(name="3"), layer(actor={"label": "x"})), folder="bad", **more)
    mended = gold_file(*lines, folder="good", **more)
    imported = bring(bad, mended)
    report = imported.report
    assert [item.path for item in imported.refused] == [str(bad)]
    assert (report.documents, report.layers, report.entities, report.comparisons) == (2, 2, 1, 1)
    assert [item for item in check(project.database) if item.severity == "error"] == []


def test_comparisons_of_a_bad_file_are_not_brought(project, bring, gold_file, document, layer):
    first, second = layer(), layer()
    uuids = (first.annotations[1].uuid, second.annotations[1].uuid)
    said = BundleComparison(
        uuid="33333333-0000-4000-8000-000000000001", verdict="conflict", annotations=uuids, reviewer="ع"
    )
    good = gold_file((document(), first), (document(TEXT + "!"), second), folder="good")
    line = (document(TEXT + "?"), layer())
    bad = gold_file(line, (document(name="3"), layer(actor={"label": "x"})), comparisons=[said], folder="bad")
    report = bring(bad, good).report
    assert (report.documents, report.comparisons, report.incomplete) == (2, 0, 0)


IMPORTING = """
    import sys
    from pathlib import Path
    from annotator.exchange.importing import import_files
    from annotator.store.project import Project

    def tell(done, total):
        print(done, flush=True)

    paths = sorted(Path(sys.argv[1]).glob("*.*"))
    with Project.open(Path(sys.argv[2])) as project:
        import_files(project, 1, paths, progress=tell)
"""


@pytest.mark.parametrize("after", [1, 9, 40])
def test_an_import_that_is_killed_leaves_nothing(project, tmp_path, after):
    """Killed between bad files and good ones, with a savepoint open."""
    path, folder = project.path, tmp_path / "files"
    folder.mkdir()
    project.close()
    for number in range(40):
        (spoilt if number % 2 else good)(folder, number)
    arguments = [sys.executable, "-c", textwrap.dedent(IMPORTING), str(folder), str(path)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE) as child:
        for _ in range(after):
            assert child.stdout.readline()
        child.kill()
        child.stdout.read()
    with Project.open(path) as again:
        assert queries.document_count(again.database) == 0
        assert again.undoable(1) is None
        assert check(again.database) == []
        folder_files = sorted(folder.glob("*.*"))
        assert import_files(again, 1, folder_files).report.documents == 20
