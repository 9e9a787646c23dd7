"""The article view beside a bare ``QTextEdit`` with the same text: opening, painting, keys, scrolling.

The floor draws no annotations; what the view takes more is what they cost.
"""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontDatabase, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from annotator.core.records import Annotation, Span
from annotator.lexicon import whole_names, whole_words
from annotator.resources import RESOURCES
from annotator.text.proclitics import vocabulary
from annotator.ui.article.styles import LabelStyle, Reading
from annotator.ui.article.view import ArticleView

SENTENCE = "قال مسؤول في وزارة الدفاع، أمس: إن نحو 2500 جندي أميركي ينتشرون في سوريا والعراق هناك. "
PARAGRAPH = SENTENCE * 5
SIZES = {"10 KB": 5_500, "100 KB": 55_000, "1 MB": 550_000}
"""Code points; Arabic takes nearly two bytes for each."""
LABELS = 50
SPAN_EVERY = 55
"""Code points to a span: 10 000 in 1 MB."""
ROUNDS = 60
AIM = "100 ms"


@pytest.fixture(scope="module", autouse=True)
def naskh(qapp):
    for path in sorted((RESOURCES / "fonts").glob("NotoNaskhArabic-*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def article(length: int) -> str:
    return "\n\n".join([PARAGRAPH] * (length // len(PARAGRAPH) + 1))[:length]


def annotation(text: str, number: int, start: int, length: int) -> Annotation:
    end = min(start + length, len(text))
    return Annotation(
        id=number + 1,
        uuid=f"00000000-0000-4000-8000-{number:012}",
        layer_id=1,
        label_id=number % LABELS + 1,
        start=start,
        end=end,
        quote=text[start:end],
        reviewer_id=1,
    )


def annotations(text: str) -> list[Annotation]:
    """Every fifth span holds the four after it."""
    starts = range(0, len(text) - SPAN_EVERY, SPAN_EVERY)
    return [annotation(text, i, start, 240 if i % 5 == 0 else 18) for i, start in enumerate(starts)]


def styles() -> dict[int, LabelStyle]:
    patterns = ("solid", "dashed", "dotted", "double", "tint")
    return {i + 1: LabelStyle("#2f6fd8", "#7fb0ff", patterns[i % 5], f"label {i}") for i in range(LABELS)}


def show(widget: Any, qtbot: Any) -> None:
    qtbot.addWidget(widget)
    widget.resize(1000, 800)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.setFocus()
    QApplication.processEvents()


@pytest.fixture
def view(qtbot):
    widget = ArticleView()
    widget.set_styles(styles())
    widget.set_vocabulary(vocabulary(whole_words(), whole_names()))
    show(widget, qtbot)
    return widget


@pytest.fixture
def plain(qtbot):
    widget = QTextEdit()
    widget.setFont(Reading().font())
    show(widget, qtbot)
    return widget


def painted(widget: Any) -> None:
    widget.viewport().repaint()


def timed(bench: Any, widget: Any, work: Any) -> list[float]:
    """Each piece of work with the painting that follows it."""

    def both(number: int) -> None:
        work(number)
        painted(widget)

    return bench.times(both, ROUNDS)


@pytest.mark.parametrize("size", SIZES)
def test_opening(bench, view, plain, size):
    text = article(SIZES[size])
    spans = annotations(text)

    def open_it() -> None:
        view.show_document(text, "rtl")
        view.set_annotations(spans)
        painted(view)

    def open_plain() -> None:
        plain.setPlainText(text)
        painted(plain)

    aim = "100 ms" if size == "10 KB" else "300 ms" if size == "100 KB" else "1 s"
    times = bench.time(open_it, 3), bench.time(open_plain, 3)
    bench.add(f"article: open and paint {size}, {len(spans)} spans", *times, aim)


@pytest.mark.parametrize("size", SIZES)
def test_hands(bench, view, plain, size, qtbot):
    text = article(SIZES[size])
    spans = annotations(text)
    view.show_document(text, "rtl")
    view.set_annotations(spans)
    plain.setPlainText(text)
    for widget in (view, plain):
        last = widget.document().lastBlock().layout()
        qtbot.waitUntil(lambda last=last: last.lineCount() > 0, timeout=60_000)
        painted(widget)
    top = view.caret_at(QPointF(300, 300))

    def add(number: int) -> None:
        view.add_annotation(annotation(text, len(spans) + number, top + number * 3, 20))

    def key(widget: Any) -> None:
        QTest.keyClick(widget, Qt.Key.Key_Left)

    def page(widget: Any, number: int) -> None:
        bar = widget.verticalScrollBar()
        bar.setValue(bar.maximum() * number // ROUNDS)

    many = f"{size}, {len(spans)} spans"
    bench.add_many(f"article: add a span, {many}", timed(bench, view, add), None, AIM)
    bench.add_many(
        f"article: a key, {many}",
        timed(bench, view, lambda _: key(view)),
        timed(bench, plain, lambda _: key(plain)),
        AIM,
    )
    bench.add_many(
        f"article: extend and cut a selection, {many}",
        timed(
            bench, view, lambda _: QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        ),
        None,
        AIM,
    )
    bench.add_many(
        f"article: jump by the scroll bar, {many}",
        timed(bench, view, lambda number: page(view, number)),
        timed(bench, plain, lambda number: page(plain, number)),
        AIM,
    )
    chosen = [span.id for span in spans]
    bench.add_many(
        f"article: select and reveal an annotation, {many}",
        timed(bench, view, lambda n: reveal(view, chosen[n * len(chosen) // ROUNDS])),
        None,
        AIM,
    )
    hits = [Span(start, start + 6) for start in range(0, len(text) - 6, 90)]
    bench.add(f"article: mark {len(hits)} hits, {size}", bench.time(lambda: mark(view, hits), 5), None, AIM)


def reveal(view: ArticleView, annotation_id: int) -> None:
    view.select_annotation(annotation_id)
    span = view.span_of(annotation_id)
    assert span is not None
    view.reveal(span)


def mark(view: ArticleView, hits: list[Span]) -> None:
    view.set_hits(hits, len(hits) // 2)
    painted(view)


def turn(widget: Any) -> None:
    """One notch of the wheel."""
    point = QPointF(300, 300)
    event = QWheelEvent(
        point,
        QPointF(widget.viewport().mapToGlobal(point)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget.viewport(), event)
    QApplication.processEvents()


def test_scrolling_right_after_opening(bench, view, plain):
    """What comes due while the rest of the text is laid out; the longest wait is what a hand feels."""
    text = article(SIZES["1 MB"])
    view.show_document(text, "rtl")
    view.set_annotations(annotations(text))
    ours = bench.times(lambda _: turn(view), 150)
    plain.setPlainText(text)
    plain.moveCursor(QTextCursor.MoveOperation.Start)
    floor = bench.times(lambda _: turn(plain), 150)
    bench.add_many("article: a notch of the wheel right after opening 1 MB", ours, floor, AIM)
    bench.add("article: the longest of 150 notches", max(ours), max(floor), AIM)


def test_zooming_at_the_end(bench, view, qtbot):
    text = article(SIZES["1 MB"])
    view.show_document(text, "rtl")
    view.set_annotations(annotations(text))
    view.reveal(Span(len(text) - 5, len(text)))
    painted(view)
    steps = [1.1, 1.0]

    def zoom(number: int) -> None:
        view.set_zoom(steps[number % 2])
        painted(view)

    bench.add("article: zoom at the end of 1 MB", min(bench.times(zoom, 4)), None, "1 s")
