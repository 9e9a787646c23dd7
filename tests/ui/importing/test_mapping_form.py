"""The rows that say what becomes of names: each of theirs with its count, and ours to choose from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from annotator.exchange.mapping import LEAVE_OUT, Target
from annotator.exchange.proposing import proposed
from annotator.exchange.survey import AttributeUse, Survey
from annotator.ui.dialogs import mapping_form
from annotator.ui.dialogs.mapping_form import MappingForm
from tests.ui.importing.steps import bare, choose


@pytest.fixture
def make(project, qtbot):
    def form(survey):
        made = MappingForm(survey, project.labels, proposed(survey, project.labels))
        qtbot.addWidget(made)
        made.show()
        return made

    return form


@pytest.fixture
def survey():
    found = Survey()
    found.labels.update({"QUANTITY": 7, "Oddity": 2})
    used = AttributeUse()
    for value in (3, 4, 3):
        used.add(value)
    found.attributes = {"QUANTITY": {"value": used, "how": texts("1", "2")}}
    found.relations["said by"] += 1
    found.zones["Ad"] += 1
    return found


def texts(*values):
    used = AttributeUse()
    for value in values:
        used.add(value + "x")
    return used


def test_what_is_proposed_is_shown_and_given_back(make, survey, project):
    assert make(survey).mapping() == proposed(survey, project.labels)


def test_the_most_frequent_names_come_first_with_their_counts(make, survey):
    form = make(survey)

    words = [bare(label.text()) for label in form.findChildren(QLabel)]
    assert words.index("QUANTITY") < words.index("7") < words.index("Oddity")


def test_an_attribute_shows_its_values_and_is_chosen_among_those_of_its_label(make, survey):
    form = make(survey)
    box = form.attributes["QUANTITY", "value"]

    assert box.target() == Target("value")
    assert form.attributes["QUANTITY", "how"].target() == Target("how", new=True, type="text")
    assert any("3, 4 · 3" in bare(label.text()) for label in form.findChildren(QLabel))


def test_another_label_has_other_attributes(make, survey):
    form = make(survey)

    choose(form.labels["QUANTITY"], "Location")

    assert form.attributes["QUANTITY", "value"].target() == Target("value", new=True, type="number")


def test_the_attributes_of_a_label_that_is_left_out_are_not_asked_about(make, survey):
    form = make(survey)

    choose(form.labels["QUANTITY"], "Leave out")

    assert not form.attributes["QUANTITY", "value"].isVisible()
    assert form.mapping().labels["QUANTITY"] == LEAVE_OUT
    choose(form.labels["QUANTITY"], "Figure")
    assert form.attributes["QUANTITY", "value"].isVisible()


def test_relations_and_zones_have_rows_of_their_own(make, survey):
    form = make(survey)

    QTest.keyClick(form.zones["Ad"], Qt.Key.Key_End)

    assert form.mapping().zones == {"Ad": LEAVE_OUT}
    assert form.relations["said by"].target().name == "attributed_to"


def test_beyond_so_many_names_the_rarer_go_as_proposed(make, monkeypatch, project):
    monkeypatch.setattr(mapping_form, "MOST", 3)
    many = Survey()
    many.labels.update({f"L{number}": number + 1 for number in range(10)})

    form = make(many)

    assert list(form.labels) == ["L9", "L8", "L7"]
    assert form.mapping() == proposed(many, project.labels)


def test_names_from_files_are_never_read_as_markup(make):
    found = Survey()
    found.labels["<b>x</b>"] += 1

    form = make(found)

    label = next(item for item in form.findChildren(QLabel) if "<b>" in item.text())
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert "&lt;b&gt;" in label.toolTip()
