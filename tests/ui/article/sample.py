"""A text with labels, for tests that work in the view by hand."""

from PySide6.QtCore import Qt

from annotator.core.records import Label, Span

Key, Modifier = Qt.Key, Qt.KeyboardModifier

ALT, SHIFT = Modifier.AltModifier, Modifier.ShiftModifier

TEXT = (
    "قال مسؤول في وزارة الدفاع، أمس: إن نحو 2500 جندي في سوريا والعراق وللولايات المتحدة.\n"
    "وأضاف المسؤول شيئا آخر."
)

LABELS = [
    Label(
        id=number,
        name=name,
        titles={},
        colour=colour,
        colour_dark=colour,
        key=str(number),
        pattern="solid",
        position=number,
        retired=name == "old",
    )
    for number, name, colour in (
        (1, "actor", "#2f6fd8"),
        (2, "location", "#0b8a5c"),
        (3, "figure", "#d4501b"),
        (9, "old", "#000000"),
    )
]


def quote(view):
    span = view.selection()
    return span and span.quote(TEXT)


def span_of(part):
    return Span(TEXT.index(part), TEXT.index(part) + len(part))


def image(view):
    return view.viewport().grab().toImage()
