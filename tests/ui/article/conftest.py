from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest

from annotator.core.records import Annotation, Span
from annotator.lexicon import whole_names, whole_words
from annotator.resources import RESOURCES
from annotator.text.proclitics import Vocabulary, vocabulary
from annotator.ui.article.styles import LabelStyle
from annotator.ui.article.view import ArticleView
from tests.ui.article.sample import LABELS, TEXT

ACTOR, LOCATION, FIGURE, CLAIM = 1, 2, 3, 4
STYLES = {
    ACTOR: LabelStyle("#2f6fd8", "#7fb0ff", "solid", "actor"),
    LOCATION: LabelStyle("#0b8a5c", "#4fd3a0", "dashed", "location"),
    FIGURE: LabelStyle("#d4501b", "#ff9b6b", "double", "figure"),
    CLAIM: LabelStyle("#7a4fc4", "#c5a3ff", "tint", "claim"),
}


@pytest.fixture(scope="session")
def naskh(qapp):
    """The typeface every picture in these tests is taken in."""
    for path in sorted((RESOURCES / "fonts").glob("NotoNaskhArabic-*.ttf")):
        assert QFontDatabase.addApplicationFont(str(path)) >= 0


@pytest.fixture
def view(qtbot, naskh):
    widget = ArticleView()
    qtbot.addWidget(widget)
    widget.resize(800, 600)
    widget.set_styles(STYLES)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    widget.setFocus()
    return widget


@pytest.fixture
def shown(view, known):
    """The view on the sample text, with labels and the words that tell proclitics."""
    view.set_vocabulary(known)
    view.label_bar.set_labels(LABELS)
    view.show_document(TEXT, "rtl")
    return view


@pytest.fixture
def annotate() -> Callable[..., Annotation]:
    """Make an annotation on what a text says, or on a range of it."""

    def make(text: str, part: str | tuple[int, int], label_id: int = ACTOR, id_: int = 1) -> Annotation:
        start, end = (text.index(part), text.index(part) + len(part)) if isinstance(part, str) else part
        return Annotation(
            id=id_,
            uuid=f"00000000-0000-4000-8000-{id_:012}",
            layer_id=1,
            label_id=label_id,
            start=start,
            end=end,
            quote=text[start:end],
            reviewer_id=1,
        )

    return make


NO_KEY, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


class Hand:
    """Real mouse and key events on a view, aimed at its text."""

    def __init__(self, view: ArticleView) -> None:
        self.view = view

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.view, key, modifiers)

    def place(self, offset: int, *, after: bool = False) -> QPoint:
        """A point on the glyph of a code point, near its leading edge or near its trailing one."""
        position = self.view.to_position(offset)
        line = next(
            each
            for each in self.view.visible_lines(self.view.viewport().rect())
            if each.start <= position < each.end
        )
        unit = position - line.start
        lead, trail = line.leading[unit], line.trailing[unit]
        share = 0.8 if after else 0.2
        y = line.baseline - self.view.verticalScrollBar().value() - 4
        return QPoint(round(lead + (trail - lead) * share), round(y))

    def on(self, part: str) -> QPoint:
        """The middle of the first glyph run of what the text says somewhere."""
        start = self.view.text.index(part)
        return self.view.rectangles(Span(start, start + len(part)))[0].center().toPoint()

    def move(
        self, point: QPoint, modifiers: Qt.KeyboardModifier = NO_KEY, buttons: Qt.MouseButton = LEFT
    ) -> None:
        position = QPointF(point)
        there = self.view.viewport().mapToGlobal(position)
        none = Qt.MouseButton.NoButton
        event = QMouseEvent(QMouseEvent.Type.MouseMove, position, there, none, buttons, modifiers)
        QGuiApplication.sendEvent(self.view.viewport(), event)

    def hover(self, point: QPoint) -> None:
        self.move(point, buttons=Qt.MouseButton.NoButton)

    def grab(self, point: QPoint, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        QTest.mousePress(self.view.viewport(), LEFT, modifiers, point)

    def drop(self, point: QPoint, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        QTest.mouseRelease(self.view.viewport(), LEFT, modifiers, point)

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        self.grab(start, modifiers)
        self.move((start + end) / 2 + QPoint(0, 12), modifiers)
        self.move(end, modifiers)
        self.drop(end, modifiers)

    def click(self, point: QPoint) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, NO_KEY, point, 600)


@pytest.fixture
def hand(view) -> Hand:
    """A hand on the view."""
    return Hand(view)


@pytest.fixture(scope="session")
def known() -> Vocabulary:
    """The words the program ships."""
    return vocabulary(whole_words(), whole_names())
