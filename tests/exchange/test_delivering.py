"""Every format goes out as a file, a folder or an archive, whole or split, and says what it lost."""

import json
import zipfile
from hashlib import sha256

import pytest

from annotator.core.errors import UserError
from annotator.exchange.exporting import Order, Selection, export_as
from annotator.exchange.sample import make_sample
from annotator.exchange.splitting import Splits
from annotator.formats.every import FORMATS
from annotator.formats.losing import Loss
from annotator.store.project import Project

WRITTEN = [kind for kind in FORMATS if kind.write]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.sanad"
    make_sample(path)
    with Project.open(path, read_only=True) as opened:
        yield opened


@pytest.fixture
def several(bring, gold_file, document, layer, project):
    """Twenty documents, each by two reviewers."""
    texts = [
        f"قال وزير الدفاع: 2500 جندي في المدينة رقم {number} {number * 7} اليوم." for number in range(20)
    ]
    documents = [document(text, name=f"{number}.txt") for number, text in enumerate(texts)]
    bring(gold_file(*((item, layer(name, text=item.text)) for item in documents for name in ("أ", "ب"))))
    return project


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def told(report):
    """What an export says of itself."""
    if report.report:
        return json.loads(report.report.read_bytes())
    if report.target.is_dir():
        return json.loads((report.target / "manifest.json").read_bytes())
    with zipfile.ZipFile(report.target) as archive:
        return json.loads(archive.read("manifest.json"))


def hashes(manifest):
    return {name: item["sha256"] for name, item in manifest["files"].items()}


def hashed(contents):
    return {name: sha256(data).hexdigest() for name, data in contents.items()}


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)
def test_every_format_goes_out_and_what_is_written_is_listed_with_its_hash(sample, tmp_path, kind, zipped):
    order = Order(format=kind.name, zipped=zipped)
    target = tmp_path / f"out{order.suffix()}"
    report = export_as(sample, order, target)
    assert (report.documents, report.lines) == (1, 1)
    manifest = told(report)
    assert manifest["exported_as"]["format"] == kind.name
    assert manifest["lost"] == [
        {"loss": loss, "count": count, "what": item["what"]}
        for (loss, count), item in zip(report.lost.items(), manifest["lost"], strict=True)
    ]
    if order.makes == "file":
        assert hashes(manifest) == {target.name: sha256(target.read_bytes()).hexdigest()}
        assert sorted(path.name for path in tmp_path.iterdir()) == [target.name, f"{target.name}.report.json"]
    elif order.makes == "folder":
        contents = files(target)
        del contents["manifest.json"]
        assert hashes(manifest) == hashed(contents)
    else:
        with zipfile.ZipFile(target) as archive:
            contents = {name: archive.read(name) for name in archive.namelist() if name != "manifest.json"}
        assert hashes(manifest) == hashed(contents)
        assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)
def test_every_format_is_split_with_parts_that_may_be_empty(several, tmp_path, kind):
    splits = Splits(train=95, dev=0, test=5)
    report = export_as(several, Order(format=kind.name, splits=splits), tmp_path / "out")
    assert report.parts == {"train": 19, "test": 1}
    names = {name.split("/")[0].split(".")[0] for name in files(tmp_path / "out")}
    assert {"train", "test"} <= names
    assert "dev" not in names
    assert told(report)["splits"] == {"train": 95, "dev": 0, "test": 5, "seed": 1, "documents": report.parts}
    two = Selection(reviewers=("أ",), layers="reviewers")
    bare = Order(format=kind.name, splits=Splits(train=100, dev=0, test=0), selection=two)
    assert export_as(several, bare, tmp_path / "one").lines == 20


def test_gold_is_split_into_files_with_all_layers_of_a_document_in_one(several, tmp_path):
    order = Order(splits=Splits(train=50, dev=25, test=25))
    report = export_as(several, order, tmp_path / "out")
    assert report.parts == {"train": 10, "dev": 5, "test": 5}
    seen = {}
    for part in report.parts:
        lines = (tmp_path / "out" / f"{part}.jsonl").read_bytes().splitlines()
        ids = [json.loads(line)["id"] for line in lines]
        assert len(ids) == 2 * len(set(ids))
        assert not seen.keys() & set(ids)
        seen.update(dict.fromkeys(ids, part))
    assert len(seen) == 20
    card = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert "`train.jsonl`, `dev.jsonl`, `test.jsonl`" in card
    assert "seed 1 (train 10, dev 5, test 5)" in card
    assert 'open("train.jsonl"' in card


def test_an_export_is_cancelled_while_it_is_split(several, tmp_path):
    told = []
    order = Order(splits=Splits())
    assert export_as(several, order, tmp_path / "out", lambda *step: told.append(step), lambda: True) is None
    assert (told, (tmp_path / "out").exists()) == ([], False)


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)
def test_a_part_with_no_document_has_no_file_and_that_is_told(sample, tmp_path, kind):
    report = export_as(sample, Order(format=kind.name, splits=Splits()), tmp_path / "out")
    assert report.parts == {"train": 1, "dev": 0, "test": 0}
    assert report.without_file == ("dev", "test")
    parts = {name.split("/")[0].split(".")[0] for name in files(tmp_path / "out")}
    assert "train" in parts
    assert not {"dev", "test"} & parts


def test_where_nothing_goes_out_there_is_still_a_file_for_it(sample, tmp_path):
    for name in ("gold", "doccano"):
        order = Order(format=name, splits=Splits(), selection=Selection(statuses=("new",)))
        assert export_as(sample, order, tmp_path / name).documents == 0
        assert (tmp_path / name / "train.jsonl").read_bytes() == b""


@pytest.mark.filterwarnings("ignore")
def test_the_parts_load_in_datasets_where_one_of_them_is_empty(sample, tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    datasets = pytest.importorskip("datasets")
    export_as(sample, Order(format="parquet", splits=Splits()), tmp_path / "out")
    found = datasets.load_dataset(str(tmp_path / "out"), cache_dir=str(tmp_path / "cache"))
    assert {name: len(part) for name, part in found.items()} == {"train": 1}


def test_what_replaces_an_unsplit_dataset_leaves_nothing_of_it_behind(several, tmp_path):
    export_as(several, Order(), tmp_path / "out")
    export_as(several, Order(splits=Splits()), tmp_path / "out")
    assert "gold.jsonl" not in files(tmp_path / "out")
    export_as(several, Order(format="web-annotation"), tmp_path / "out")
    export_as(several, Order(format="web-annotation", splits=Splits()), tmp_path / "out")
    export_as(several, Order(), tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "README.md",
        "comparisons.jsonl",
        "entities.jsonl",
        "gold.jsonl",
        "manifest.json",
        "scheme.json",
    ]


@pytest.mark.parametrize(
    "order", [Order(format="doccano"), Order(format="doccano", zipped=True), Order(zipped=True)]
)
def test_the_same_project_gives_the_same_bytes(several, tmp_path, order):
    for name in ("1", "2"):
        (tmp_path / name).mkdir()
        export_as(several, order, tmp_path / name / "out")
    assert files(tmp_path / "1") == files(tmp_path / "2")


@pytest.mark.parametrize(
    "order", [Order(format="doccano"), Order(format="doccano", zipped=True), Order(zipped=True)]
)
def test_a_file_is_replaced_if_an_export_wrote_it_or_the_person_agrees(several, tmp_path, order):
    target = tmp_path / "out.x"
    export_as(several, order, target)
    export_as(several, order, target)
    made = target.read_bytes()
    target.write_bytes(b"mine")
    with pytest.raises(UserError, match="was not written by an export, or has been changed"):
        export_as(several, order, target)
    assert target.read_bytes() == b"mine"
    export_as(several, order, target, replace=True)
    assert target.read_bytes() == made


@pytest.mark.parametrize("replace", [False, True])
def test_a_report_of_another_hand_is_not_replaced(several, tmp_path, replace):
    (tmp_path / "out.jsonl.report.json").write_bytes(b"mine")
    with pytest.raises(UserError, match=r"report\.json” was not written by an export"):
        export_as(several, Order(format="doccano"), tmp_path / "out.jsonl", replace=replace)
    assert [path.name for path in tmp_path.glob("out*")] == ["out.jsonl.report.json"]


@pytest.mark.parametrize("order", [Order(format="doccano"), Order(zipped=True), Order()])
def test_no_project_is_replaced_whatever_the_person_agrees_to(several, tmp_path, order):
    other, link = tmp_path / "other.sanad", tmp_path / "link.jsonl"
    other.write_bytes(b"a project")
    link.hardlink_to(several.path)
    for target in (several.path, other, link):
        before = target.read_bytes()
        with pytest.raises(UserError, match=f"{target.name}” is a project"):
            export_as(several, order, target, replace=True)
        assert target.read_bytes() == before


def test_a_manifest_that_names_files_elsewhere_leads_to_none_of_them(several, tmp_path):
    (tmp_path / "mine.txt").write_bytes(b"mine")
    (tmp_path / "out").mkdir()
    digest = sha256(b"mine").hexdigest()
    listed = {"format": "sanad-dataset", "files": {"../mine.txt": {"sha256": digest}}}
    (tmp_path / "out" / "manifest.json").write_text(json.dumps(listed), encoding="utf-8")
    export_as(several, Order(), tmp_path / "out")
    assert (tmp_path / "mine.txt").read_bytes() == b"mine"


def test_a_folder_in_place_of_the_file_is_refused(several, tmp_path):
    (tmp_path / "out.jsonl").mkdir()
    with pytest.raises(UserError, match="is a folder"):
        export_as(several, Order(format="doccano"), tmp_path / "out.jsonl", replace=True)


def test_losses_are_counted_with_the_first_of_them_as_examples(sample, tmp_path):
    order = Order(format="conll", options={"nesting": "outermost", "comments": True})
    report = export_as(sample, order, tmp_path / "out.conll")
    assert report.lost[Loss.NESTING] > 0
    assert {item.loss for item in report.examples} == {Loss.NESTING}
    assert len(told(report)["examples_of_lost"]) == report.lost[Loss.NESTING]
    codes = export_as(sample, Order(format="refi-codebook"), tmp_path / "out.qdc")
    assert (codes.lost[Loss.ANNOTATIONS], codes.lost[Loss.RELATIONS]) == (112, 16)


def test_what_is_lost_without_a_number_is_named_in_the_report(sample, tmp_path):
    order = Order(format="webanno-tsv")
    report = export_as(sample, order, tmp_path / "out")
    assert {Loss.DOCUMENT_ID, Loss.REVIEWER, Loss.STATUS} <= set(report.uncounted)
    listed = told(report)["lost_uncounted"]
    assert [item["loss"] for item in listed] == list(report.uncounted)
    assert {"loss": "reviewer", "what": "who annotated"} in listed
    assert not set(report.uncounted) & set(report.lost)


def test_what_comments_hold_is_not_named_as_lost(sample, tmp_path):
    order = Order(format="conll", options={"comments": True})
    report = export_as(sample, order, tmp_path / "out.conll")
    assert (report.uncounted, told(report)["lost_uncounted"]) == ((), [])


def test_of_attributes_those_are_lost_that_stand_not_in_the_place_of_a_label(sample, tmp_path):
    def lost(name, **options):
        order = Order(format=name, options=options)
        return export_as(sample, order, tmp_path / f"{name}-{len(options)}", replace=True).lost

    def count(which):
        rows = sample.database.execute("SELECT attributes FROM annotation").fetchall()
        return sum(any(map(which, json.loads(row[0]))) for row in rows)

    every, others = count(lambda name: True), count(lambda name: name != "kind")
    assert lost("conll")[Loss.ATTRIBUTES] == every > others
    assert lost("conll", label_by="kind").get(Loss.ATTRIBUTES, 0) == others
    assert lost("doccano", details=False)[Loss.ATTRIBUTES] == every
    assert lost("doccano", details=False, label_by="kind").get(Loss.ATTRIBUTES, 0) == others


def test_a_cancelled_export_of_a_file_leaves_nothing(several, tmp_path):
    target = tmp_path / "new" / "out.jsonl"
    assert export_as(several, Order(format="doccano"), target, None, lambda: True) is None
    assert not (tmp_path / "new").exists()


def test_progress_reaches_its_end_in_every_format(several, tmp_path):
    seen = []
    export_as(several, Order(format="doccano"), tmp_path / "out.jsonl", lambda *step: seen.append(step))
    assert seen == [(number, 40) for number in range(1, 41)]


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (Order(format="word"), "and does not write it"),
        (Order(format="nothing"), "no format “nothing”"),
        (Order(format="conll", options={"colour": "red"}), "no option “colour”"),
    ],
)
def test_an_order_that_cannot_be_carried_out_is_refused_before_anything_is_made(
    sample, tmp_path, order, said
):
    with pytest.raises(UserError, match=said):
        export_as(sample, order, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "order",
    [
        Order(),
        Order(format="conll", options={"nesting": "outermost", "levels": 2}, zipped=True),
        Order(splits=Splits(seed=7), selection=Selection(statuses=("done",), labels=("figure",))),
    ],
)
def test_an_order_is_remembered(order):
    assert Order.from_dict(json.loads(json.dumps(order.to_dict()))) == order


@pytest.mark.parametrize("plain", [None, {"format": 1}, {"format": "nothing"}, {"options": {"x": 1}}])
def test_what_is_no_order_is_refused(plain):
    with pytest.raises(UserError):
        Order.from_dict(plain)
