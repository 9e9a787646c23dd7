"""What is shown beforehand is what comes afterwards."""

import json

import pytest

from annotator.core.errors import UserError
from annotator.exchange.exporting import Order, Selection, export_as
from annotator.exchange.ordering import Count
from annotator.exchange.previewing import preview
from annotator.exchange.sample import make_sample
from annotator.exchange.splitting import Splits
from annotator.formats.every import FORMATS
from annotator.formats.losing import Loss
from annotator.store.project import Project


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.sanad"
    make_sample(path)
    return path


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind.write], ids=lambda kind: kind.name)
def test_losses_and_counts_are_those_of_the_export(sample, tmp_path, kind):
    order = Order(format=kind.name)
    found = preview(sample, order)
    with Project.open(sample, read_only=True) as project:
        report = export_as(project, order, tmp_path / f"out{order.suffix()}")
    assert (found.losses, found.uncounted) == (report.lost, report.uncounted)
    assert [str(item.what) for item in found.examples] == [str(item.what) for item in report.examples]
    assert found.after == Count(report.documents, report.lines, report.annotations)
    assert found.before == Count(5, 1, 112)
    assert found.whole


def test_the_first_record_is_how_the_format_begins(sample):
    record = preview(sample, Order()).first_record
    line = json.loads(record)
    assert line["text"].startswith("Skip to main content")
    assert len(line["text"]) < 400
    assert line["annotations"][0]["quote"] == "التحالف الدولي"
    assert preview(sample, Order(format="conll")).first_record.startswith("-DOCSTART-")


def test_of_many_files_each_is_shown_under_its_name(sample):
    record = preview(sample, Order(format="web-annotation")).first_record
    assert record.startswith("── 000_bcd96522789c3fe7")
    assert "Skip to main content" in record


def test_what_is_no_text_is_not_shown(sample):
    assert preview(sample, Order(format="refi-qda")).first_record == ""


def test_a_selection_and_a_split_are_counted(sample):
    found = preview(sample, Order(selection=Selection(labels=("figure",)), splits=Splits()))
    assert (found.after, found.parts) == (
        Count(1, 1, 6),
        {"train": 1, "dev": 0, "test": 0},
    )


def test_nothing_is_shown_of_nothing(sample):
    found = preview(sample, Order(selection=Selection(layers="adjudicated")))
    assert (found.first_record, found.after, found.losses) == ("", Count(0, 0, 0), {})


def test_a_first_look_can_be_cut_short(sample):
    told = []
    found = preview(sample, Order(), lambda *step: told.append(step), lambda: True)
    assert not found.whole
    assert told == [(1, 1)]


def test_a_look_at_parts_can_be_cut_short_as_well(sample):
    looks = []
    found = preview(
        sample, Order(selection=Selection(empty="all"), splits=Splits()), None, lambda: not looks.append(1)
    )
    assert (len(looks), found.after.documents, found.parts) == (1, 1, {})


def test_an_attribute_in_the_place_of_the_label_is_not_counted_as_lost(sample, tmp_path):
    order = Order(format="conll", options={"label_by": "kind"})
    found = preview(sample, order)
    with Project.open(sample, read_only=True) as project:
        assert found.losses == export_as(project, order, tmp_path / "out.conll").lost
    plain = preview(sample, Order(format="conll")).losses
    assert found.losses.get(Loss.ATTRIBUTES, 0) < plain[Loss.ATTRIBUTES]


def test_an_order_for_what_is_not_there_is_refused(sample):
    with pytest.raises(UserError, match="no label"):
        preview(sample, Order(selection=Selection(labels=("x",))))
