"""Projects of INCEpTION: every user's layer of every document, and what was decided of them."""

import json

import pytest

from annotator.core.errors import UserError
from annotator.formats import zipped
from annotator.formats.format import Reading
from annotator.formats.registry import format_of
from annotator.formats.uima.inception import INCEPTION
from tests.formats.hostile import DATA
from tests.formats.inception_project import TYPES, Making, json_cas, layer, packed, xmi
from tests.formats.records import read_file, spans

TEXT = "قال الوزير أمس ."
OTHER = "وصل الوفد إلى بغداد ."
NAME = "خبر.txt"
JAVA = b"\xac\xed\0\5"


@pytest.fixture
def read(tmp_path):
    """Reads a project."""

    def read_it(members, *, skip=False, **options):
        data = members.data() if isinstance(members, Making) else packed(members)
        return read_file(INCEPTION, tmp_path, data, "export.zip", skip=skip, **options)

    return read_it


def project():
    making = Making().document(
        NAME,
        TEXT,
        {"سلمى": [("actor", "الوزير")], "b.c": [("time", "أمس"), ("actor", "الوزير")]},
        state="CURATION_FINISHED",
        curated=[("actor", "الوزير")],
    )
    return making.document("2", OTHER, {"سلمى": []}).document("3", "نص .", {})


def whose(bundle):
    return bundle.layer and (bundle.document.name, bundle.layer.kind, bundle.layer.reviewers)


def test_every_users_layer_of_every_document_comes_and_the_curated_one_is_adjudicated(read):
    bundles, _ = read(project())
    assert list(map(whose, bundles)) == [
        (NAME, "reviewer", ("سلمى",)),
        (NAME, "reviewer", ("b.c",)),
        (NAME, "adjudicated", ("", "سلمى", "b.c")),
        ("2", "reviewer", ("سلمى",)),
        None,
    ]
    assert [spans(bundle) for bundle in bundles if bundle.layer] == [
        [("actor", "الوزير")],
        [("time", "أمس"), ("actor", "الوزير")],
        [("actor", "الوزير")],
        [],
    ]
    assert (bundles[-1].document.name, bundles[-1].document.text) == ("3", "نص .")
    assert bundles[0].place == f"export.zip/annotation/{NAME}/سلمى.zip"


def test_what_a_user_has_finished_is_done(read):
    making = project().state(NAME, "سلمى", "FINISHED").state("2", "سلمى", "IN_PROGRESS")
    layers = [bundle.layer for bundle in read(making)[0] if bundle.layer]
    assert [item.status for item in layers] == ["done", "started", "done", "started"]
    assert [item.updated for item in layers] == [
        "2023-11-14T22:13:20Z", "", "2023-11-14T22:13:20Z", "2023-11-14T22:13:20Z",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "told",
    [
        b"{",
        b"[" * 100_000,
        b"[]",
        b'{"annotation_documents": [7, {"updated": 1e999}, {"updated": ' + b"9" * 999 + b"}]}",
    ],
)
def test_without_what_the_project_tells_all_layers_are_only_started(read, told):
    members = {**project().members, "exportedproject4711.json": told}
    bundles, _ = read(members)
    assert [bundle.layer.status for bundle in bundles if bundle.layer] == ["started"] * 4


def test_layers_come_in_other_formats_too_and_in_archives_of_them(read):
    members = {
        f"annotation/{NAME}/a.json": json_cas(TEXT, ("x", "أمس")),
        f"annotation/{NAME}/b.zip": packed(
            {"any.json": json_cas(TEXT, ("y", "أمس")), "TypeSystem.xml": TYPES}
        ),
        f"annotation/{NAME}/c.xmi": xmi(NAME, TEXT, "c", ("z", "أمس")),
        f"annotation/{NAME}/d.tsv": "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|value\n\n\n"
        f"#Text={TEXT}\n1-1\t0-3\tقال\tv\n1-2\t4-10\tالوزير\t_\n1-3\t11-14\tأمس\t_\n1-4\t15-16\t.\t_\n".encode(),
        "exportedproject.json": "{}",
    }
    bundles, _ = read(members)
    assert [(bundle.layer.reviewers, spans(bundle)) for bundle in bundles] == [
        (("a",), [("x", "أمس")]),
        (("b",), [("y", "أمس")]),
        (("c",), [("z", "أمس")]),
        (("d",), [("v", "قال")]),
    ]
    assert {bundle.document.name for bundle in bundles} == {NAME}


def test_curated_documents_alone_are_known_by_who_made_them(read):
    members = {
        f"curation/{NAME}/CURATION_USER.ser": JAVA,
        f"curation/{NAME}/CURATION_USER.zip": layer(NAME, TEXT, "CURATION_USER", ("x", "أمس")),
    }
    (bundle,), _ = read(members)
    assert (whose(bundle), spans(bundle)) == ((NAME, "adjudicated", ("",)), [("x", "أمس")])


def test_a_layer_that_is_there_for_java_alone_is_told(read):
    members = project().members | {f"annotation_ser/{NAME}/c.ser": JAVA, "exportedproject.json": "{}"}
    bundles, faults = read(members, skip=True)
    assert len(bundles) == 5
    (fault,) = faults
    assert fault.startswith(f"export.zip/annotation_ser/{NAME}/c.ser is in a format that Sanad does not read")
    assert fault.endswith("export the project again, with “UIMA CAS XMI” as secondary format.")
    with pytest.raises(UserError, match=r"c\.ser is in a format"):
        read(members)


def test_a_project_whose_annotations_are_all_for_java_says_how_to_export_it(read):
    members = {name: data for name, data in project().members.items() if not name.startswith(("an", "cur"))}
    members |= {f"annotation_ser/{NAME}/a.ser": JAVA, "exportedproject.json": "{}"}
    with pytest.raises(UserError, match="only as INCEpTION itself reads them; export the project again"):
        read(members)


def test_mere_texts_of_users_are_told_and_the_document_comes_without_a_layer(read):
    members = {
        f"annotation/{NAME}/INITIAL_CAS.txt": TEXT,
        f"annotation/{NAME}/a.txt": TEXT,
        f"annotation/{NAME}/a.zip": packed({"b.zip": b"x"}),
        "exportedproject.json": "{}",
    }
    (bundle,), faults = read(members, skip=True)
    assert (bundle.document.name, bundle.document.text, bundle.layer) == (NAME, TEXT, None)
    assert [fault.split(" is in")[0] for fault in faults] == [
        f"export.zip/annotation/{NAME}/a.txt",
        f"export.zip/annotation/{NAME}/a.zip",
    ]


def test_a_document_of_which_there_is_only_its_source_is_read_from_that(read):
    members = {
        f"source/{NAME}": TEXT.encode(),
        f"annotation_ser/{NAME}/INITIAL_CAS.ser": JAVA,
        "exportedproject.json": "{}",
    }
    (bundle,), _ = read(members)
    assert (bundle.document.name, bundle.document.text, bundle.layer) == (NAME, TEXT, None)


def test_what_was_there_before_anybody_annotated_is_kept_if_nobody_did(read):
    members = {
        "annotation/a/INITIAL_CAS.zip": layer("a", TEXT, "INITIAL_CAS", ("x", "أمس")),
        "exportedproject.json": "{}",
    }
    (bundle,), _ = read(members)
    assert (bundle.layer.reviewers, spans(bundle)) == (("",), [("x", "أمس")])


def test_a_fault_names_the_file_in_the_archive(read):
    bad = json.loads(json_cas(TEXT, ("x", "أمس"), ("y", "قال")))
    bad["%FEATURE_STRUCTURES"][1]["end"] = 99
    members = {
        "annotation/a/b.json": json.dumps(bad),
        "annotation/a/c.xmi": xmi("a", TEXT, "c")[:-9],
        "exportedproject.json": "{}",
    }
    (bundle,), faults = read(members, skip=True)
    assert spans(bundle) == [("y", "قال")]
    assert faults[0].startswith("export.zip/annotation/a/b.json, Span 2: ")
    assert faults[1].startswith("export.zip/annotation/a/c.xmi, line 7")
    with pytest.raises(UserError, match=r"^export.zip/annotation/a/b.json, Span 2: "):
        read(members)


def test_the_options_of_a_cas_hold_for_all_layers(read):
    bundles, _ = read(project(), types="None")
    assert not any(bundle.layer.annotations for bundle in bundles if bundle.layer)


def test_archives_inside_the_archive_lead_nowhere_and_are_counted_with_it(read, monkeypatch):
    members = {"annotation/a/b.zip": packed({"../c.xmi": b"x"}), "exportedproject.json": "{}"}
    with pytest.raises(UserError, match="a path out of the archive"):
        read(members, skip=True)
    monkeypatch.setattr(zipped, "MAX_TOTAL_BYTES", 3 << 20)
    bomb = packed({"a.json": bytes(2 << 20)})
    members = {f"annotation/a/{user}.zip": bomb for user in "bc"} | {"exportedproject.json": "{}"}
    with pytest.raises(UserError, match="unpacks to more than 3 MB"):
        read(members, skip=True)


def test_an_archive_without_layers_is_no_project(tmp_path):
    path = tmp_path / "export.zip"
    path.write_bytes(packed({"exportedproject.json": "{}", "annotation/a.txt": "a"}))
    with pytest.raises(UserError, match=r"export.zip is not a project exported by INCEpTION"):
        list(INCEPTION.read(path, Reading(INCEPTION.reading())))


def test_nothing_lies_about_between_two_layers(tmp_path, monkeypatch):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    path = tmp_path / "export.zip"
    path.write_bytes(project().data())
    for _ in INCEPTION.read(path, Reading(INCEPTION.reading())):
        assert not list((tmp_path / "temporary").iterdir())


def test_the_sample_is_such_a_project():
    path = DATA / "inception" / "project.zip"
    assert path.read_bytes() == project().state(NAME, "سلمى", "FINISHED").data()
    assert format_of(path) is INCEPTION
