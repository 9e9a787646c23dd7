"""Files into another format without a project: the same every time, nothing made up that was there."""

import json
import zipfile

import pytest
from jsonschema import Draft202012Validator

from annotator.core.errors import UserError
from annotator.core.schema import read_definition
from annotator.exchange.converting import convert
from annotator.exchange.importing import import_files
from annotator.exchange.mapping import Mapping, Target
from annotator.exchange.ordering import Order
from annotator.exchange.reading import Choices
from annotator.formats.every import FORMATS
from annotator.formats.scheme import read_scheme
from annotator.resources import RESOURCES, SEEDS
from annotator.store import queries
from annotator.store.project import Project

GOLD = SEEDS / "gold" / "000.jsonl"
BOTH_WAYS = [kind for kind in FORMATS if kind.read and kind.write]
LINES = [
    {"text": "قال وزير الدفاع: 2500 جندي", "label": [[4, 15, "person"], [17, 26, "figure"]], "id": 1},
    {"text": "في بغداد", "label": [[3, 8, "place"]], "id": 2},
]


@pytest.fixture
def doccano(tmp_path):
    """A file that knows no ids, no reviewer and no label set."""
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES), encoding="utf-8")
    return path


def lines(folder):
    return [json.loads(line) for line in (folder / "gold.jsonl").read_bytes().splitlines()]


@pytest.mark.parametrize("kind", BOTH_WAYS, ids=lambda kind: kind.name)
def test_gold_goes_through_every_format_and_comes_back(tmp_path, kind):
    order = Order(format=kind.name)
    there = tmp_path / f"there{order.suffix()}"
    done = convert(GOLD, there, order)
    assert (done.report.documents, done.report.annotations) == (1, 112)
    back = convert(there, tmp_path / "back", Order(), Choices(format=kind.name))
    assert back.report.documents == 1
    (before,), (after,) = [json.loads(GOLD.read_bytes())], lines(tmp_path / "back")
    if not kind.loses & {"text", "annotations", "word parts", "nesting"}:
        spans = [[(item["start"], item["end"], item["label"]) for item in line["annotations"]]
                 for line in (before, after)]  # fmt: skip
        assert spans[0] == spans[1]


def test_a_folder_with_a_bad_archive_is_not_converted_in_part(doccano, tmp_path):
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("../evil.txt", "x")
    with pytest.raises(UserError, match="a path out of the archive"):
        convert(tmp_path, tmp_path / "out", Order())


def test_what_a_file_lacks_is_made_up_the_same_every_time(doccano, tmp_path):
    for name in ("1", "2"):
        convert(doccano, tmp_path / name, Order())
    assert (tmp_path / "1" / "gold.jsonl").read_bytes() == (tmp_path / "2" / "gold.jsonl").read_bytes()
    validator = Draft202012Validator(json.loads((RESOURCES / "schemas" / "gold-1.schema.json").read_bytes()))
    found = lines(tmp_path / "1")
    assert [error for line in found for error in validator.iter_errors(line)] == []
    assert {line["layer"]["reviewers"][0] for line in found} == {"anonymous"}
    assert len({line["id"] for line in found}) == 2


def test_the_reviewer_of_nameless_layers_can_be_given(doccano, tmp_path):
    convert(doccano, tmp_path / "out", Order(), reviewer="ع")
    assert {line["layer"]["reviewers"][0] for line in lines(tmp_path / "out")} == {"ع"}


def test_a_label_set_is_made_of_the_labels_met(doccano, tmp_path):
    convert(doccano, tmp_path / "out", Order())
    made = read_definition((tmp_path / "out" / "scheme.json").read_bytes())
    assert sorted(label.name for label in made.labels) == ["figure", "person", "place"]
    assert made.version == 1
    with Project.create(tmp_path / "p.sanad", made, "ع") as project:
        reviewer = queries.reviewers(project.database)[0].id
        imported = import_files(project, reviewer, [tmp_path / "out" / "gold.jsonl"])
        assert (imported.refused, imported.report.annotations) == ((), 3)


def test_the_label_set_beside_the_file_is_taken_and_what_it_lacks_added(doccano, tmp_path):
    standard = (RESOURCES / "schemes" / "standard.json").read_bytes()
    (tmp_path / "scheme.json").write_bytes(standard)
    convert(doccano, tmp_path / "out", Order())
    made, known = read_scheme(tmp_path / "out" / "scheme.json"), read_definition(standard)
    assert made.labels[: len(known.labels)] == known.labels
    assert {label.name for label in made.labels[len(known.labels) :]} == {"person", "place"}


def test_names_are_led_where_a_mapping_says(doccano, tmp_path):
    mapping = Mapping(labels={"person": Target("actor"), "place": Target()})
    done = convert(doccano, tmp_path / "out", Order(), Choices(mapping=mapping))
    assert [item["label"] for line in lines(tmp_path / "out") for item in line["annotations"]] == [
        "actor",
        "figure",
    ]
    assert done.dropped.labels == {"place": 1}


def test_the_same_article_twice_is_two_documents(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(LINES[0]) + "\n" for _ in range(3)), encoding="utf-8")
    convert(path, tmp_path / "out", Order())
    assert len({line["id"] for line in lines(tmp_path / "out")}) == 3


def test_what_cannot_be_used_stops_the_conversion_or_is_listed(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"text": "قال", "label": [[0, 3, "a"], [2, 9, "a"]]}) + "\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"in\.jsonl, line 1"):
        convert(path, tmp_path / "out", Order())
    assert not (tmp_path / "out").exists()
    done = convert(path, tmp_path / "out", Order(), Choices(faults="skip"))
    assert (done.fault_count, done.report.annotations) == (1, 1)


def test_articles_alone_are_no_gold_data(tmp_path):
    (tmp_path / "a.txt").write_text("قال", encoding="utf-8")
    with pytest.raises(UserError, match="articles without annotations"):
        convert(tmp_path / "a.txt", tmp_path / "out", Order())
    assert not (tmp_path / "out").exists()
    done = convert(tmp_path / "a.txt", tmp_path / "out.jsonl", Order(format="doccano"))
    assert (done.report.documents, done.report.lines) == (1, 0)


def test_articles_alone_go_out_in_other_formats_and_are_not_called_left_out(tmp_path):
    (tmp_path / "a.txt").write_text("قال الوزير", "utf-8")
    done = convert(tmp_path / "a.txt", tmp_path / "a.conll", Order(format="conll"))
    assert (done.report.documents, done.report.left_out) == (1, ())


def test_a_dataset_with_all_beside_it_stays_what_it_is(tmp_path):
    convert(GOLD, tmp_path / "1", Order())
    convert(tmp_path / "1" / "gold.jsonl", tmp_path / "2", Order())
    for name in ("gold.jsonl", "entities.jsonl", "comparisons.jsonl", "scheme.json"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_an_archive_of_files_is_converted_into_an_archive(doccano, tmp_path):
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        archive.write(doccano, "data/in.jsonl")
    done = convert(tmp_path / "in.zip", tmp_path / "out.zip", Order(zipped=True))
    assert done.report.documents == 2
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert "gold.jsonl" in archive.namelist()


def test_a_cancelled_conversion_leaves_nothing(doccano, tmp_path):
    assert convert(doccano, tmp_path / "out", Order(), cancelled=lambda: True) is None
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UserError, match="no file"):
        convert(tmp_path / "none.jsonl", tmp_path / "out", Order())
