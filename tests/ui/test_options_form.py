from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from annotator.core.errors import Phrase
from annotator.formats.options import Options, choose, option
from annotator.ui.dialogs.options_form import OptionsForm


@dataclass(frozen=True)
class Many(Options):
    whole: bool = option(
        default=True, title=Phrase("Whole words"), explanation=Phrase("Spans grow to whole words.")
    )
    most: int = option(3, Phrase("At most"), minimum=1, maximum=9)
    nesting: str = option(
        "outermost",
        Phrase("Nested spans"),
        {"outermost": Phrase("Outermost"), "innermost": Phrase("Innermost")},
    )
    text: str = option("", Phrase("Column of the text"))


@pytest.fixture
def make(qtbot):
    def form(*arguments):
        made = OptionsForm(*arguments)
        qtbot.addWidget(made)
        made.show()
        return made

    return form


def test_a_format_without_options_has_an_empty_form(make):
    form = make(Options)

    assert form.fields == {}
    assert form.value() == {}


def test_what_is_not_touched_is_as_by_default(make):
    assert choose(Many, make(Many).value()) == Many()


def test_keys_change_each_kind_of_field(make):
    form = make(Many)

    QTest.keyClick(form.fields["whole"], Qt.Key.Key_Space)
    QTest.keyClick(form.fields["most"], Qt.Key.Key_Up)
    QTest.keyClick(form.fields["nesting"], Qt.Key.Key_Down)
    QTest.keyClicks(form.fields["text"], "body")

    assert choose(Many, form.value()) == Many(whole=False, most=4, nesting="innermost", text="body")


def test_every_change_is_told(make, qtbot):
    form = make(Many)
    with qtbot.waitSignal(form.changed):
        QTest.keyClick(form.fields["nesting"], Qt.Key.Key_Down)


def test_what_was_chosen_before_is_shown_and_what_cannot_be_chosen_is_passed_over(make):
    form = make(Many, {"most": 7, "nesting": "sideways", "whole": "yes", "unknown": 1})

    assert form.value() == {"whole": True, "most": 7, "nesting": "outermost", "text": ""}


def test_a_text_may_be_a_choice_among_what_the_file_offers(make):
    form = make(Many, {"text": "body"}, {"text": [("", "None"), ("title", "title"), ("body", "body")]})
    assert form.value()["text"] == "body"

    QTest.keyClick(form.fields["text"], Qt.Key.Key_Up)

    assert form.value()["text"] == "title"


def test_fields_have_names_and_their_explanations_stand_below_them(make):
    form = make(Many)

    assert form.fields["most"].accessibleName() == "At most"
    assert form.fields["whole"].accessibleDescription() == "Spans grow to whole words."
    assert "Spans grow to whole words." in [label.text() for label in form.findChildren(QLabel)]
