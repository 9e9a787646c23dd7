"""Arabic in single-line fields stands where other text does, with the marks above it."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit

MARKED = "هجوماً شنّه"


@pytest.fixture
def field(qtbot, dressed):
    made = QLineEdit()
    qtbot.addWidget(made)
    made.resize(300, 32)
    made.setReadOnly(True)
    made.show()
    return made


def ink(field) -> tuple[int, int]:
    """The first and the last row of pixels with anything dark inside the frame."""
    image = field.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = [
        y
        for y in range(3, image.height() - 3)
        if any(image.pixelColor(x, y).value() < 110 for x in range(4, image.width() - 4))
    ]
    return rows[0], rows[-1]


def test_a_figure_stands_as_high_beside_arabic_as_alone(field):
    field.setText("2500")
    alone = field.textMargins().bottom()
    _top, bottom = ink(field)
    field.setText("2500 ا")
    _top, beside = ink(field)
    assert alone == 0
    assert beside == pytest.approx(bottom, abs=1)


def test_marks_above_letters_are_whole_however_high_the_field_is(field):
    field.setText(MARKED)
    top, bottom = ink(field)
    field.resize(300, 80)
    high_top, high_bottom = ink(field)
    assert bottom - top == high_bottom - high_top


def test_room_is_given_and_taken_back_as_the_text_changes(field):
    field.setText(MARKED)
    field.setText("Attack")
    assert field.textMargins().bottom() == 0
