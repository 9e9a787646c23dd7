"""Labels of theirs that become one of ours: the rows beneath them that keep which of them it was."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.exchange.mapping import Mapping, Target
from annotator.exchange.proposing import proposed
from annotator.exchange.survey import AttributeUse, Survey
from annotator.store import queries
from annotator.ui.dialogs.mapping_form import MappingForm
from annotator.ui.dialogs.taking_in import TakingInDialog
from tests.ui.importing.steps import ARABIC, agree, bare, choose


@pytest.fixture
def make(project, qtbot):
    def form(*names, known=None, **more):
        survey = Survey(**more)
        survey.labels.update({name: len(names) - number for number, name in enumerate(names)})
        made = MappingForm(survey, project.labels, proposed(survey, project.labels, known))
        qtbot.addWidget(made)
        made.show()
        return made

    return form


def shown(form):
    """The labels and attributes whose rows are seen, with what they say."""
    return {
        (label, name): bare(box.currentText())
        for label, rows in form.values.items()
        for name, box in rows.boxes.items()
        if box.isVisible()
    }


def test_what_is_proposed_is_chosen_and_given_back(make):
    form = make("PER", "ORG", "GPE")

    assert shown(form) == {("PER", "kind"): "person", ("ORG", "kind"): "organisation"}
    assert form.mapping().labels == {
        "PER": Target("actor", values={"kind": "person"}),
        "ORG": Target("actor", values={"kind": "organisation"}),
        "GPE": Target("location"),
    }


def test_a_person_chooses_another_value_or_none(make):
    form = make("PER", "ORG")

    choose(form.values["PER"].boxes["kind"], "unnamed official")
    choose(form.values["ORG"].boxes["kind"], "(nothing)")

    assert form.mapping().labels["PER"].values == {"kind": "unnamed official"}
    assert form.mapping().labels["ORG"].values == {"kind": ""}


def test_what_was_chosen_before_is_chosen_again(make):
    known = Mapping(labels={"PER": Target("actor", values={"kind": "state"})})
    known = known.updated(Mapping(labels={"ORG": Target("actor", values={"kind": ""})}))
    form = make("PER", "ORG", known=known)

    assert shown(form) == {("PER", "kind"): "state", ("ORG", "kind"): "(nothing)"}
    assert form.mapping().labels == known.labels


def test_labels_that_nothing_tells_apart_are_asked_about_and_it_is_told(make):
    form = make("GPE", "LOC")
    told = "GPE and LOC both become Location; which one it was is not kept."

    assert shown(form) == {("GPE", "kind"): "(nothing)", ("LOC", "kind"): "(nothing)"}
    assert form.not_kept.isVisible()
    assert bare(form.not_kept.text()) == told
    choose(form.values["GPE"].boxes["kind"], "country")
    assert not form.not_kept.isVisible()
    choose(form.values["LOC"].boxes["kind"], "country")
    assert not form.not_kept.isVisible()  # who gives both the same means one thing by them
    for label in ("GPE", "LOC"):
        choose(form.values[label].boxes["kind"], "(nothing)")
    assert bare(form.not_kept.text()) == told


def test_more_than_two_are_told_together_and_relations_too(make):
    form = make("NAME", "AGENT", "GROUP", relations=Counter(["SAME", "COREF"]))

    assert bare(form.not_kept.text()).splitlines() == [
        "NAME, AGENT, GROUP all become Actor; which one it was is not kept.",
        "SAME and COREF both become Same as; which one it was is not kept.",
    ]
    choose(form.relations["COREF"], "Leave out")
    assert len(form.not_kept.text().splitlines()) == 1


def test_one_label_that_says_nothing_of_itself_is_not_asked_about(make):
    form = make("GPE", "QUOTE", "Oddity")

    assert shown(form) == {}
    assert not form.not_kept.isVisible()


def test_another_label_has_other_values(make):
    form = make("PER", "GPE")

    choose(form.labels["PER"], "Location")
    assert shown(form) == {("PER", "kind"): "(nothing)", ("GPE", "kind"): "(nothing)"}
    choose(form.labels["PER"], "Leave out")
    assert shown(form) == {}
    choose(form.labels["PER"], "Actor")
    assert shown(form) == {("PER", "kind"): "person"}
    assert form.mapping().labels["PER"] == Target("actor", values={"kind": "person"})


def test_what_the_file_fills_itself_is_not_asked_about(make):
    used = AttributeUse()
    used.add("x")
    form = make("PER", "ORG", attributes={"PER": {"sort": used}})
    assert form.mapping().labels["PER"].values == {"kind": "person"}

    choose(form.attributes["PER", "sort"], "Kind")

    assert shown(form) == {("ORG", "kind"): "organisation"}
    assert form.mapping().labels["PER"].values == {}
    choose(form.attributes["PER", "sort"], "Leave out")
    assert form.mapping().labels["PER"].values == {"kind": "person"}


def test_the_keys_go_down_the_rows_as_they_stand(make, qtbot):
    used = AttributeUse()
    used.add("x")
    form = make("NAME", "QUOTE", "SPEECH", attributes={"QUOTE": {"sort": used}})
    qtbot.waitUntil(form.isVisible)
    form.labels["NAME"].setFocus()
    claims = [form.values[name].boxes for name in ("QUOTE", "SPEECH")]
    names = ("attribution", "mode", "polarity")
    wanted = [form.labels["QUOTE"], *(claims[0][name] for name in names), form.attributes["QUOTE", "sort"]]
    wanted += [form.labels["SPEECH"], *(claims[1][name] for name in names)]

    for box in wanted:
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        assert form.focusWidget() is box
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Down)
    assert form.mapping().labels["SPEECH"].values == {"polarity": "affirmed"}


def test_rows_that_come_later_stand_in_their_place_for_keys(make):
    form = make("GPE", "ORG")
    choose(form.labels["ORG"], "Location")
    form.labels["GPE"].setFocus()

    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)

    assert form.focusWidget() is form.values["GPE"].boxes["kind"]
    assert form.focusWidget().accessibleName() != ""


# In an import.


def kinds(empty):
    """Of each annotation its words, and what kind it is."""
    database = empty.workspace.project.database
    return {
        item.quote: item.attributes.get("kind", "")
        for document in queries.documents(database)
        for layer in queries.layers(database, document.id)
        for item in queries.annotations(database, layer.id)
    }


def test_an_import_keeps_what_was_chosen_and_remembers_it(drop, empty, answer, doccano):
    def take_no_organisations(dialog: TakingInDialog):
        assert shown(dialog.names) == {("PER", "kind"): "person", ("ORG", "kind"): "organisation"}
        choose(dialog.names.values["ORG"].boxes["kind"], "(nothing)")
        agree(dialog)

    again = []

    def look(dialog: TakingInDialog):
        again.append(shown(dialog.names))
        agree(dialog)

    answer(take_no_organisations)
    drop(doccano(("الرئيس الأميركي", "PER"), ("جندي", "ORG")))
    answer(look)
    drop(doccano(("بغداد", "ORG"), name="b.jsonl", text=ARABIC + " "))

    assert again == [{("ORG", "kind"): "(nothing)"}]
    assert kinds(empty) == {"الرئيس الأميركي": "person", "جندي": "", "بغداد": ""}
