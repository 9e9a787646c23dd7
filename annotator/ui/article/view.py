"""The article: an Arabic text one can read, select in and see annotations on.

A pure consumer: it is told what to show and tells what the hand did, and knows no project. Everything it
takes and gives is in code points of the stored text.
"""

from PySide6.QtCore import QEvent, QMimeData, QPointF, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QWidget

from annotator.core.records import Direction, Span
from annotator.text.graphemes import snap
from annotator.text.words import word_at
from annotator.ui.article.canvas import Canvas
from annotator.ui.article.keys import Intent, Jump, Page, Step, intent_of
from annotator.ui.article.mouse import Mouse
from annotator.ui.article.selection import grown, moved, shrunk

_MOUSE_EVENTS = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
    }
)


class ArticleView(Canvas):
    """Shows one text with its annotations and zones; says what was selected, picked, hovered and dragged."""

    selection_changed = Signal(object)
    """Span | None: what is selected, on whole graphemes."""
    annotation_picked = Signal(object)
    """int | None: the annotation the hand chose, by id."""
    boundary_dragged = Signal(object)
    """(int, Span): an annotation's id, and where a handle was dropped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._announced: Span | None = None
        self._origin: int | None = None
        super().__init__(parent)
        self._mouse = Mouse(self)
        self.setAccessibleName(self.tr("Article"))
        self.setAccessibleDescription(
            self.tr("The text to annotate. Arrows move by word, Shift extends, Space grows the selection.")
        )
        self.selectionChanged.connect(self._announce_selection)

    def show_document(self, text: str, direction: Direction) -> None:
        """Show a text from its beginning, without annotations and zones."""
        self._mouse.forget()
        self.clear_scene()
        self._origin = None
        self.show_text(text, direction)
        self._announce_selection()

    def pick(self, annotation_id: int | None) -> None:
        """Select an annotation by hand, which is announced."""
        self.select_annotation(annotation_id)
        self.annotation_picked.emit(annotation_id)

    # The selection

    def select(self, span: Span, *, reveal: bool = True, backward: bool = False) -> None:
        """Select a span; the caret stands at its end, or at its start."""
        start, end = snap(self.text, span.start, span.end)
        if backward:
            start, end = end, start
        self._origin = None
        self.set_caret(end, anchor=start, reveal=False)
        if reveal:
            self.reveal(span)

    def word_under_caret(self) -> Span | None:
        """The word the caret is in or next to."""
        word = word_at(self.text, self.caret())
        return Span(*word) if word else None

    def _announce_selection(self) -> None:
        span = self.selection()
        if span != self._announced:
            self._announced = span
            self.viewport().update()
            self.selection_changed.emit(span)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected text exactly as it is stored; Qt's own copy would turn NBSP into a space."""
        data = QMimeData()
        span = self.selection()
        if span is not None:
            # As bytes: a string that begins with U+FEFF or U+FFFE is changed on its way into Qt.
            data.setData("text/plain", span.quote(self.text).encode("utf-8", "replace"))
        return data

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means here; leave all other keys to the window."""
        intent = intent_of(event, self.direction)
        if intent is not None and self._obey(intent):
            event.accept()
        else:
            event.ignore()

    def _obey(self, intent: Intent) -> bool:
        if isinstance(intent, Step):
            offset = moved(self.text, self.caret(), intent.unit, forward=intent.forward)
            self._move_caret(offset, extend=intent.extend)
        elif isinstance(intent, Jump):
            self._jump(intent)
        elif isinstance(intent, Page):
            self._turn_page(intent)
        elif intent == "clear":
            return self._clear()
        elif intent == "copy":
            self.copy()
        elif intent == "select_all":
            self.select(Span(0, len(self.text)), reveal=False)
        else:
            self._grow(smaller=intent == "shrink")
        return True

    def _move_caret(self, offset: int, *, extend: bool) -> None:
        self._origin = None
        self.set_caret(offset, anchor=self.anchor() if extend else None)

    def _jump(self, jump: Jump) -> None:
        mode = QTextCursor.MoveMode.KeepAnchor if jump.extend else QTextCursor.MoveMode.MoveAnchor
        self._origin = None
        cursor = self.textCursor()
        cursor.movePosition(jump.operation, mode)
        self.setTextCursor(cursor)  # the cursor itself, for it remembers its column
        self._keep_visible(self.caret())
        self.viewport().update()

    def _turn_page(self, page: Page) -> None:
        caret = self.cursorRect()
        step = self.viewport().height() - self.metrics.pitch
        target = QPointF(caret.center().x(), caret.center().y() + (step if page.down else -step))
        bar = self.verticalScrollBar()
        at_edge = bar.value() == (bar.maximum() if page.down else bar.minimum())
        offset = (len(self.text) if page.down else 0) if at_edge else self.caret_at(target)
        bar.setValue(bar.value() + round(step if page.down else -step))
        self._move_caret(offset, extend=page.extend)

    def _grow(self, *, smaller: bool) -> None:
        origin = self.caret() if self._origin is None else self._origin
        span = self.selection() or Span(origin, origin)
        if self._origin is None and len(span):
            origin = span.start
        span = (shrunk if smaller else grown)(self.text, span, origin)
        self.select(span, reveal=False)
        self._keep_visible(span.start)
        self._origin = origin

    def _clear(self) -> bool:
        """Clear the selection, or else the selected annotation; whether there was either."""
        if self.selection() is not None:
            self._move_caret(self.caret(), extend=False)
        elif self.selected_annotation() is not None:
            self.pick(None)
        else:
            return False
        return True

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag or a click."""
        self._mouse.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a word as Unicode segments it."""
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow a drag or hover."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag or a click."""
        self._mouse.release(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice when the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self._mouse.leave()
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take the mouse and its wheel beside the column too."""
        if isinstance(event, QWheelEvent):
            self.wheelEvent(event)
            return event.isAccepted()
        if event.type() in _MOUSE_EVENTS and isinstance(event, QMouseEvent):
            return self._pass_on(event)
        return super().event(event)

    def _pass_on(self, event: QMouseEvent) -> bool:
        """Give an event of the margin to the viewport, in its coordinates."""
        local = QPointF(self.viewport().mapFromGlobal(event.globalPosition()))
        passed = QMouseEvent(
            event.type(), local, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )
        passed.setTimestamp(event.timestamp())
        return self.viewportEvent(passed)
