"""What goes out: documents by status and layer, annotations by label and zone, and what hangs on them."""

import json

import pytest
from click.testing import CliRunner

from annotator.cli import cli
from annotator.core.errors import UserError
from annotator.exchange.exporting import Order, Selection, export_as, export_project
from annotator.exchange.sample import make_sample
from annotator.formats.bundle import BundleComparison, BundleEntity, BundleZone
from annotator.formats.gold import write_line
from annotator.store.project import Project


@pytest.fixture
def sample(tmp_path):
    make_sample(tmp_path / "sample.sanad")
    with Project.open(tmp_path / "sample.sanad", read_only=True) as opened:
        yield opened


def exported(project, folder, *kinds):
    report = export_project(project, folder, choices=Selection(without_zones=kinds))
    manifest = json.loads((folder / "manifest.json").read_bytes())
    return report, manifest, json.loads((folder / "gold.jsonl").read_bytes())


def test_annotations_inside_zones_of_a_kind_are_left_out_and_listed(sample, tmp_path):
    _whole, _manifest, before = exported(sample, tmp_path / "whole")
    report, manifest, after = exported(sample, tmp_path / "part", "caption", "headline")
    zones = [zone for zone in before["zones"] if zone["kind"] in ("caption", "headline")]
    kept = [
        item
        for item in before["annotations"]
        if not any(zone["start"] <= item["start"] and item["end"] <= zone["end"] for zone in zones)
    ]
    assert after["annotations"] == kept
    assert after["zones"] == before["zones"]
    left, unlinked = (
        len(before["annotations"]) - len(kept),
        len(before["relations"]) - len(after["relations"]),
    )
    assert left == report.in_zones > 0
    assert unlinked > 0
    assert report.annotations == manifest["annotations"] == len(kept)
    counts = {"annotations": left, "relations": unlinked}
    layer = {"id": before["id"], "name": before["name"], "reviewer": "sample"}
    assert manifest["without_zones"] == {
        "kinds": ["caption", "headline"],
        **counts,
        "comparisons": 0,
        "layers": [layer | counts],
    }


def test_relations_stay_only_where_both_ends_do(sample, tmp_path):
    _report, _manifest, line = exported(sample, tmp_path / "part", "caption")
    ids = {item["id"] for item in line["annotations"]}
    assert all({link["from"], link["to"]} <= ids for link in line["relations"])


def test_without_a_choice_nothing_is_left_out(sample, tmp_path):
    report, manifest, line = exported(sample, tmp_path / "whole")
    assert (report.in_zones, len(line["annotations"])) == (0, 112)
    assert manifest["without_zones"] == {
        "kinds": [],
        "annotations": 0,
        "relations": 0,
        "comparisons": 0,
        "layers": [],
    }


def test_an_annotation_over_two_zones_lies_inside_them(sample, project, bring, document, layer, tmp_path):

    given = layer(
        zones=(BundleZone(start=0, end=8, kind="caption"), BundleZone(start=9, end=18, kind="caption"))
    )
    (tmp_path / "g.jsonl").write_bytes(write_line(document(), given))
    bring(tmp_path / "g.jsonl")
    _report, _manifest, line = exported(project, tmp_path / "out", "caption")
    assert [item["label"] for item in line["annotations"]] == ["figure"]
    assert line["relations"] == []


def test_comparisons_go_with_what_is_left_out_and_are_counted(
    project, bring, gold_file, document, layer, tmp_path
):
    zones = [(BundleZone(start=0, end=end, kind="caption"),) for end in (18, 3, 3)]
    first, second, third = (
        layer(text="قال وزير الدفاع إن 2500 جندي وصلوا 😀 أمس.", zones=zone) for zone in zones
    )
    figures = [item.annotations[1].uuid for item in (first, second, third)]
    actor = first.annotations[0].uuid
    pairs = [(actor, figures[1]), (figures[0], figures[1]), (figures[1], figures[2])]
    given = [
        BundleComparison(
            uuid=f"33333333-0000-4000-8000-{place:012x}", verdict="conflict", annotations=pair, reviewer="ع"
        )
        for place, pair in enumerate(pairs)
    ]
    articles = [
        (document(f"قال وزير الدفاع إن 2500 جندي وصلوا 😀 أمس. {place}"), item)
        for place, item in enumerate((first, second, third))
    ]
    bring(gold_file(*articles, comparisons=given))
    report = export_project(project, tmp_path / "out", choices=Selection(without_zones=("caption",)))
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert (report.comparisons, manifest["without_zones"]["comparisons"]) == (2, 1)
    assert manifest["comparisons"] == {"agreement": 0, "conflict": 2, "scope": 0}
    lines = (tmp_path / "out" / "comparisons.jsonl").read_bytes().splitlines()
    assert [json.loads(line)["annotations"] for line in lines] == sorted(sorted(pair) for pair in pairs[1:])


def test_a_kind_the_label_set_lacks_is_refused_and_nothing_is_made(sample, tmp_path):
    with pytest.raises(UserError, match="no zone “footer”; there are: headline"):
        export_project(sample, tmp_path / "out", choices=Selection(without_zones=("footer",)))
    assert not (tmp_path / "out").exists()


def test_the_command_line_leaves_zones_out_too(sample, tmp_path):
    arguments = ["export", str(sample.path), "-o", str(tmp_path / "out")]
    result = CliRunner().invoke(cli, [*arguments, "--without-zone", "headline", "--without-zone", "caption"])
    assert result.exit_code == 0
    assert "annotations in zones; manifest.json says where." in result.output
    refused = CliRunner().invoke(cli, [*arguments, "--without-zone", "footer"])
    assert refused.exit_code == 2
    assert "no zone “footer”" in refused.output


def test_what_the_sample_comes_with_cannot_be_undone(tmp_path):
    make_sample(tmp_path / "sample.sanad")
    with Project.open(tmp_path / "sample.sanad") as project:
        assert project.undoable(1) is None
        assert project.undo(1) is None
        assert [step.name for step in project.history()] == ["import", "create"]


# Documents, layers and labels.


@pytest.fixture
def desk(bring, gold_file, articles, document, layer, project):
    """Four documents: two reviewers and adjudicated; one reviewer; begun without annotation; never begun."""
    first, second, third = (document(name=name) for name in ("1", "2", "3"))
    entity = BundleEntity(uuid="22222222-0000-4000-8000-000000000001", label="actor", name="وزير")
    other = BundleEntity(uuid="22222222-0000-4000-8000-000000000002", label="location", name="بغداد")
    layers = [
        layer("أ", kind="adjudicated", reviewers=("أ", "ب"), status="done"),
        layer("أ", actor={"entity": entity.uuid}),
        layer("ب", status="started"),
        layer("ب", status="started"),
    ]
    empty = layer("أ", annotations=(), relations=(), zones=())
    pair = (layers[1].annotations[1].uuid, layers[3].annotations[1].uuid)
    comparison = BundleComparison(
        uuid="33333333-0000-4000-8000-000000000001", verdict="conflict", annotations=pair, reviewer="أ"
    )
    path = gold_file(
        *zip((first, first, first, second, third), (*layers, empty), strict=True),
        entities=[entity, other],
        comparisons=[comparison],
    )
    bring(path)
    bring(*articles(left="لم يقرأه أحد"))
    return project


def chosen(project, tmp_path, **choices):
    """The layers that went out, and the documents that did not."""
    folder = tmp_path / f"out{len(list(tmp_path.iterdir()))}"
    report = export_project(project, folder, choices=Selection(**choices))
    lines = [json.loads(line) for line in (folder / "gold.jsonl").read_bytes().splitlines()]
    names = [(line["name"], line["layer"]["kind"][0], line["layer"]["reviewers"][0]) for line in lines]
    return names, [(item.document, item.reason) for item in report.left_out], lines, folder


ALL = [("1", "a", "أ"), ("1", "r", "أ"), ("1", "r", "ب"), ("2", "r", "ب"), ("3", "r", "أ")]


@pytest.mark.parametrize(
    ("choices", "layers", "left_out"),
    [
        ({}, ALL, {"left.txt": "no layer"}),
        ({"empty": "all"}, ALL, {"left.txt": "no layer"}),
        ({"empty": "none"}, ALL[:4], {"left.txt": "no layer", "3": "no annotations"}),
        ({"statuses": ("done",)}, [ALL[0], ALL[1], ALL[4]], {"2": "status", "left.txt": "no layer"}),
        ({"layers": "adjudicated"}, ALL[:1], {"2": "layers", "3": "layers", "left.txt": "no layer"}),
        ({"layers": "reviewers"}, ALL[1:], {"left.txt": "no layer"}),
        ({"layers": "reviewers", "reviewers": ("ب",)}, ALL[2:4], {"3": "layers", "left.txt": "no layer"}),
        ({"layers": "best"}, [ALL[0], *ALL[3:]], {"left.txt": "no layer"}),
        ({"layers": "best", "reviewers": ("أ",)}, [ALL[0], ALL[4]], {"2": "layers", "left.txt": "no layer"}),
        ({"layers": "best", "statuses": ("started",)}, ALL[2:4], {"3": "status", "left.txt": "no layer"}),
        ({"labels": ("location",), "empty": "none"}, [],
         {"1": "no annotations", "2": "no annotations", "3": "no annotations", "left.txt": "no layer"}),
    ],
)  # fmt: skip
def test_what_was_chosen_goes_out_and_the_rest_is_listed(desk, tmp_path, choices, layers, left_out):
    names, reasons, _lines, folder = chosen(desk, tmp_path, **choices)
    assert names == layers
    assert dict(reasons) == left_out
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert {item["name"]: item["reason"] for item in manifest["left_out"]} == left_out


def test_with_some_labels_go_their_relations_entities_and_comparisons(desk, tmp_path):
    _names, _reasons, lines, folder = chosen(desk, tmp_path, labels=("figure",))
    assert {item["label"] for line in lines for item in line["annotations"]} == {"figure"}
    assert [line["relations"] for line in lines] == [[]] * 5
    assert (folder / "entities.jsonl").read_bytes() == b""
    assert len((folder / "comparisons.jsonl").read_bytes().splitlines()) == 1
    assert json.loads((folder / "manifest.json").read_bytes())["of_other_labels"] == 4
    _names, _reasons, lines, folder = chosen(desk, tmp_path, labels=("actor",))
    assert (folder / "comparisons.jsonl").read_bytes() == b""
    assert len((folder / "entities.jsonl").read_bytes().splitlines()) == 1


def test_a_comparison_stays_only_with_both_layers(desk, tmp_path):
    folder = chosen(desk, tmp_path, layers="reviewers", reviewers=("أ",))[3]
    assert (folder / "comparisons.jsonl").read_bytes() == b""


def test_documents_nobody_has_begun_go_out_bare_where_the_format_has_room(desk, tmp_path):
    order = Order(format="doccano", selection=Selection(empty="all"))
    report = export_as(desk, order, tmp_path / "out.jsonl")
    assert (report.documents, report.lines, report.left_out) == (4, 5, ())
    assert "لم يقرأه أحد" in (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    order = Order(format="doccano", selection=Selection(empty="all", statuses=("done",)))
    report = export_as(desk, order, tmp_path / "done.jsonl")
    assert [item.document for item in report.left_out] == ["2", "left.txt"]


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({"reviewers": ("د",)}, "no reviewer “د” in this project; there are: ع, أ, ب"),
        ({"labels": ("person",)}, "no label “person”; there are: actor"),
        ({"without_zones": ("footer",)}, "no zone “footer”"),
    ],
)
def test_a_choice_of_what_is_not_there_is_refused(desk, tmp_path, choices, said):
    with pytest.raises(UserError, match=said):
        chosen(desk, tmp_path, **choices)
