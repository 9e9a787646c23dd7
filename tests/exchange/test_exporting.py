"""A project as a dataset: whole, proved, the same bytes every time; or nothing has changed."""

import json
import os
import re
from hashlib import sha256
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from annotator.core.errors import UserError
from annotator.core.schema import define
from annotator.exchange import delivering, staging
from annotator.exchange.dataset import MANIFEST
from annotator.exchange.exporting import export_project
from annotator.exchange.importing import Choices, import_files
from annotator.formats.bundle import BundleAnnotation, BundleComparison, BundleEntity, BundleLayer
from annotator.formats.gold import write_comparisons, write_line
from annotator.formats.scheme import read_scheme
from annotator.resources import RESOURCES, SEEDS
from annotator.store import queries
from annotator.store.project import Project

FILES = ("gold.jsonl", "scheme.json", "entities.jsonl", "comparisons.jsonl", "README.md", MANIFEST)

ENTITIES = (
    BundleEntity(
        uuid="22222222-0000-4000-8000-000000000002",
        label="actor",
        name="وزير الدفاع",
        aliases=("الوزير", "هو"),
    ),
    BundleEntity(uuid="22222222-0000-4000-8000-000000000001", label="location", name="بغداد"),
)


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def again(tmp_path, folder, name="again"):
    """Import a dataset into an empty project with its label set, and export that."""
    with Project.create(tmp_path / f"{name}.sanad", read_scheme(folder / "scheme.json"), "other") as project:
        reviewer = queries.reviewers(project.database)[0].id
        imported = import_files(project, reviewer, [folder / "gold.jsonl"], Choices())
        assert imported.refused == ()
        export_project(project, tmp_path / name)
    return contents(tmp_path / name)


@pytest.fixture
def full(project, bring, gold_file, articles, document, layer):
    """A project with two reviewers, an adjudicated layer, entities, and a document nobody has annotated."""
    first, second = (
        document(name="أ.txt", published="2024-01-27"),
        document("قال وزير الدفاع: 2500.", name="ب"),
    )
    one, other = (
        layer("ب", status="started", figure={"attributes": {"value": 2500.0, "op": "≈"}}),
        layer("ر", text=second.text),
    )
    compared = BundleComparison(
        uuid="33333333-0000-4000-8000-000000000001",
        verdict="scope",
        annotations=(other.annotations[1].uuid, one.annotations[1].uuid),
        note="الأجانب كلهم",
        reviewer="ر",
        at="2026-11-21T18:00:00Z",
    )
    bring(
        gold_file(
            (first, layer("ر", actor={"entity": ENTITIES[0].uuid, "note": "سطر\u2028آخر", "reviewer": "س"})),
            (first, one),
            (first, layer("ر", kind="adjudicated", reviewers=("ر", "ب"))),
            (second, other),
            entities=ENTITIES,
            comparisons=[compared],
        )
    )
    bring(*articles(left="لم يقرأه أحد"))
    return project


def test_a_dataset_has_its_files_and_leaves_no_trace_of_its_making(full, tmp_path):
    report = export_project(full, tmp_path / "out")
    assert set(contents(tmp_path / "out")) == set(FILES)
    assert (report.documents, report.lines, report.annotations, report.relations) == (2, 4, 8, 4)
    assert report.comparisons == 1
    assert [(item.document, item.reason) for item in report.left_out] == [("left.txt", "no layer")]
    assert [(item.document, item.reviewer, item.status) for item in report.unfinished] == [
        ("أ.txt", "ب", "started")
    ]


def test_lines_come_by_document_kind_and_reviewer(full, tmp_path):
    export_project(full, tmp_path / "out")
    lines = [json.loads(line) for line in (tmp_path / "out" / "gold.jsonl").read_bytes().split(b"\n") if line]
    assert [(line["name"], line["layer"]["kind"], line["layer"]["reviewers"]) for line in lines] == [
        ("أ.txt", "adjudicated", ["ر", "ب"]),
        ("أ.txt", "reviewer", ["ب"]),
        ("أ.txt", "reviewer", ["ر"]),
        ("ب", "reviewer", ["ر"]),
    ]
    validator = Draft202012Validator(json.loads((RESOURCES / "schemas" / "gold-1.schema.json").read_bytes()))
    assert [error for line in lines for error in validator.iter_errors(line)] == []
    for line in lines:
        assert all(line["text"][item["start"] : item["end"]] == item["quote"] for item in line["annotations"])


def test_the_manifest_counts_lists_and_hashes(full, tmp_path):
    export_project(full, tmp_path / "out")
    files = contents(tmp_path / "out")
    manifest = json.loads(files["manifest.json"])
    assert {name: sha256(files[name]).hexdigest() for name in manifest["files"]} == {
        name: item["sha256"] for name, item in manifest["files"].items()
    }
    assert {name: len(files[name]) for name in manifest["files"]} == {
        name: item["bytes"] for name, item in manifest["files"].items()
    }
    assert set(manifest["files"]) == set(FILES) - {"manifest.json"}
    assert manifest["labels"] == {"actor": 4, "location": 0, "figure": 4, "claim": 0}
    assert manifest["statuses"] == {"new": 0, "started": 1, "done": 3}
    assert manifest["comparisons"] == {"agreement": 0, "conflict": 0, "scope": 1}
    assert manifest["layer_kinds"] == {"reviewer": 3, "adjudicated": 1}
    assert [(item["name"], item["reason"]) for item in manifest["left_out"]] == [("left.txt", "no layer")]
    assert [(item["name"], item["reviewer"]) for item in manifest["unfinished"]] == [("أ.txt", "ب")]


def test_the_same_project_gives_the_same_bytes(full, tmp_path):
    export_project(full, tmp_path / "1")
    export_project(full, tmp_path / "2")
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_an_export_imported_into_an_empty_project_exports_the_same_bytes(full, tmp_path):
    export_project(full, tmp_path / "out")
    files = contents(tmp_path / "out")
    for name in ("gold.jsonl", "scheme.json", "entities.jsonl", "comparisons.jsonl"):
        assert again(tmp_path, tmp_path / "out", f"from-{name}")[name] == files[name]


def test_the_sample_imported_and_exported_is_the_same_line_to_the_byte(project, bring, tmp_path):
    bring(SEEDS / "gold" / "000.jsonl")
    export_project(project, tmp_path / "out")
    assert (tmp_path / "out" / "gold.jsonl").read_bytes() == (SEEDS / "gold" / "000.jsonl").read_bytes()
    assert again(tmp_path, tmp_path / "out") == contents(tmp_path / "out")


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
TEXTS = st.lists(
    st.sampled_from([*"ابتلإوفبك ًِّـ،«\u00a0\u200f\u2028\u0085\r\n\t😀𞤀", "\r\n", "F-16", "2500"]),
    min_size=1,
    max_size=20,
).map("".join)
ATTRIBUTES = st.fixed_dictionaries(
    {},
    optional={
        "value": st.integers(1 - 2**63, 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False),
        "op": st.sampled_from(["=", "~", "≈"]),
        "unit": WORDS,
        "counted": WORDS,
    },
)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_in_a_dataset_comes_out_of_it_again(tmp_path_factory, definition, document, data):
    tmp_path = tmp_path_factory.mktemp("dataset")
    reviewers = data.draw(st.lists(WORDS.filter(str.strip), min_size=1, max_size=3, unique=True))
    with Project.create(tmp_path / "p.sanad", definition, "ع") as project:
        bundles = []
        for text in data.draw(st.lists(TEXTS, min_size=1, max_size=3)):
            article = document(text)
            bundles += [(article, data.draw(layers(text, name))) for name in reviewers]
        folder = tmp_path / "in"
        folder.mkdir()
        (folder / "gold.jsonl").write_bytes(b"".join(write_line(*pair) for pair in bundles))
        made = [item.uuid for _document, layer in bundles for item in layer.annotations]
        compared = b"".join(write_comparisons(data.draw(comparisons(made))))
        (folder / "comparisons.jsonl").write_bytes(compared)
        owner = queries.reviewers(project.database)[0].id
        assert import_files(project, owner, [folder / "gold.jsonl"]).refused == ()
        export_project(project, tmp_path / "out")
    lines = (tmp_path / "out" / "gold.jsonl").read_bytes().split(b"\n")
    assert sorted(lines) == sorted((folder / "gold.jsonl").read_bytes().split(b"\n"))
    assert (tmp_path / "out" / "comparisons.jsonl").read_bytes() == compared
    assert again(tmp_path, tmp_path / "out") == contents(tmp_path / "out")


@st.composite
def layers(draw, text, reviewer):
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=5))
    annotations = tuple(
        BundleAnnotation(
            uuid=str(draw(st.uuids(version=4))),
            start=min(span),
            end=max(span),
            label="figure",
            quote=text[min(span) : max(span)],
            attributes=draw(ATTRIBUTES),
            note=draw(WORDS),
            reviewer=reviewer,
        )
        for span in spans
        if span[0] != span[1]
    )
    return BundleLayer(reviewers=(reviewer,), updated="2026-11-21T00:00:00Z", annotations=annotations)


@st.composite
def comparisons(draw, annotations):
    pairs = list(combinations(sorted(annotations), 2))
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=4)) if pairs else []
    return [
        BundleComparison(
            uuid=str(draw(st.uuids(version=4))),
            verdict=draw(st.sampled_from(["agreement", "conflict", "scope"])),
            annotations=pair,
            note=draw(WORDS),
            reviewer=draw(WORDS.filter(str.strip)),
            at="2026-11-21T00:00:00Z",
        )
        for pair in chosen
    ]


def test_an_empty_project_exports_an_empty_dataset(project, tmp_path):
    report = export_project(project, tmp_path / "out")
    assert report.lines == 0
    assert (tmp_path / "out" / "gold.jsonl").read_bytes() == b""


def test_other_files_in_the_folder_are_left_alone_and_an_earlier_dataset_is_replaced(full, tmp_path):
    folder = tmp_path / "out"
    with Project.create(tmp_path / "empty.sanad", define(full.label_set), "other") as empty:
        export_project(empty, folder)
    (folder / "notes.md").write_bytes(b"mine")
    export_project(full, folder)
    files = contents(folder)
    assert files.pop("notes.md") == b"mine"
    export_project(full, tmp_path / "new")
    assert files == contents(tmp_path / "new")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("content", [b"mine", b'{"format": "of another program", "files": {}}'])
def test_a_file_that_no_export_wrote_is_not_replaced(full, tmp_path, name, content):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_bytes(content)
    with pytest.raises(UserError, match=rf"{re.escape(name)}” was not written by an export"):
        export_project(full, tmp_path / "out")
    assert contents(tmp_path / "out") == {name: content}


@pytest.mark.parametrize("name", [name for name in FILES if name != MANIFEST])
def test_a_file_that_was_changed_since_its_export_is_not_replaced(full, tmp_path, name):
    export_project(full, tmp_path / "out")
    with (tmp_path / "out" / name).open("ab") as file:
        file.write(b"\n")
    before = contents(tmp_path / "out")
    with pytest.raises(UserError, match=rf"{re.escape(name)}” has been changed since"):
        export_project(full, tmp_path / "out")
    assert contents(tmp_path / "out") == before


def test_a_file_beside_a_manifest_that_does_not_list_it_is_not_replaced(full, tmp_path):
    export_project(full, tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / MANIFEST).read_bytes())
    del manifest["files"]["comparisons.jsonl"]
    (tmp_path / "out" / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(UserError, match=r"comparisons\.jsonl” was not written by an export"):
        export_project(full, tmp_path / "out")


def test_what_was_deleted_of_a_dataset_is_written_again(full, tmp_path):
    export_project(full, tmp_path / "out")
    before = contents(tmp_path / "out")
    (tmp_path / "out" / "README.md").unlink()
    export_project(full, tmp_path / "out")
    assert contents(tmp_path / "out") == before


def test_a_file_that_comes_while_the_dataset_is_made_is_not_replaced(full, tmp_path):
    def meanwhile(_done, _total):
        (tmp_path / "out" / "README.md").write_bytes(b"mine")

    with pytest.raises(UserError, match="was not written by an export"):
        export_project(full, tmp_path / "out", meanwhile)
    assert contents(tmp_path / "out") == {"README.md": b"mine"}


def test_progress_reaches_its_end(full, tmp_path):
    told = []
    export_project(full, tmp_path / "out", lambda done, total: told.append((done, total)))
    assert told == [(number, 4) for number in range(1, 5)]


def test_a_cancelled_export_leaves_everything_as_it_was(full, tmp_path):
    assert export_project(full, tmp_path / "out", None, lambda: True) is None
    assert not (tmp_path / "out").exists()
    export_project(full, tmp_path / "out")
    before = contents(tmp_path / "out")
    told = []
    late = export_project(full, tmp_path / "out", lambda *step: told.append(step), lambda: len(told) > 2)
    assert late is None
    assert contents(tmp_path / "out") == before


def test_a_cancelled_export_copies_the_project_no_further(full, tmp_path, monkeypatch):
    monkeypatch.setattr(Project, "open", None)
    assert export_project(full, tmp_path / "out", cancelled=lambda: True) is None
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("failing", ["fsync", "readme", "write_entities"])
def test_a_failing_disk_leaves_the_old_dataset_whole(full, tmp_path, monkeypatch, failing):
    export_project(full, tmp_path / "out")
    before = contents(tmp_path / "out")

    def fail(*_arguments, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if failing == "fsync" else delivering, failing, fail)
    with pytest.raises(UserError, match="No space left on device"):
        export_project(full, tmp_path / "out")
    assert contents(tmp_path / "out") == before


def test_a_file_that_cannot_be_replaced_is_named(full, tmp_path, monkeypatch):
    (tmp_path / "out" / "manifest.json").mkdir(parents=True)
    with pytest.raises(UserError, match=r"manifest\.json” was not written by an export"):
        export_project(full, tmp_path / "out")
    monkeypatch.setattr(staging, "refuse_to_lose", lambda _folder, _names: [])
    with pytest.raises(UserError, match=r"manifest\.json” could not be moved into place"):
        export_project(full, tmp_path / "out")


def test_what_does_not_read_back_as_it_was_written_is_not_published(full, tmp_path, monkeypatch):
    kept = staging.Staging.write

    def write(self, name, pieces):
        kept(self, name, pieces)
        if name == "gold.jsonl":
            with (self.folder / name).open("r+b") as file:
                file.write(b"[")

    monkeypatch.setattr(staging.Staging, "write", write)
    with pytest.raises(UserError, match="does not read back"):
        export_project(full, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_file_in_place_of_the_folder_is_refused(full, tmp_path):
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(UserError, match="is a file"):
        export_project(full, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"mine"


def test_a_damaged_text_is_reported_and_nothing_written(full, tmp_path):
    full.database.conn.execute("UPDATE text SET content = replace(content, '2500', '2501')")
    with pytest.raises(UserError, match="damaged"):
        export_project(full, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_card_holds_no_line_that_data_could_break(full, tmp_path):
    export_project(full, tmp_path / "out")
    card = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert '\nlanguage: ["ar"]\n' in card
    assert "| `actor` | 4 |" in card
    assert "| documents left out (listed in `manifest.json`, with the reason) | 1 |" in card
