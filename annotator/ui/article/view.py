"""The article: an Arabic text one can read, select in and see annotations on.

A pure consumer: it is told what to show and tells what the hand did, and knows no project. Everything it
takes and gives is in code points of the stored text.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from annotator.core.records import Direction, Span
from annotator.text.graphemes import snap
from annotator.ui.article.brush import Brush
from annotator.ui.article.keyboard import Keyboard
from annotator.ui.article.keys import Intent, Jump, Page, Step, intent_of
from annotator.ui.article.label_bar import LabelBar
from annotator.ui.article.mouse import Mouse, next_in_stack
from annotator.ui.article.picture import Ghost
from annotator.ui.article.snapping import next_cut

_MOUSE_EVENTS = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
    }
)


class ArticleView(Brush):
    """Shows one text with its annotations and zones; says what was selected, picked, hovered and dragged."""

    selection_changed = Signal(object)
    """Span | None: what is selected, on whole graphemes."""
    annotation_picked = Signal(object)
    """int | None: the annotation the hand chose, by id."""
    boundary_dragged = Signal(object)
    """(int, Span): an annotation's id, and where a handle was dropped."""
    boundary_moved = Signal(object)
    """(int, Span): an annotation's id, and the next choice of its start."""
    disarmed = Signal()
    """The hand has put the armed label away."""
    target_picked = Signal(object)
    """int | None: the annotation picked after ``pick_target``, by id; None if none was."""
    suggestion_picked = Signal(object)
    """int: the number of the suggestion that was clicked."""
    link_picked = Signal(object)
    """(int, int): the source and the target of the relation whose arc was clicked, by id."""
    menu_asked = Signal(object, object, object)
    """QPoint, Span | None, int | None: the place on the screen, what a label would go on, the annotation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._announced: Span | None = None
        self._place: int | None = None
        self._offers_labels = True
        super().__init__(parent)
        self._mouse = Mouse(self)
        self._keyboard = Keyboard(self)
        self.label_bar = LabelBar(self)
        """What comes up beside a selection made by mouse; tell it the labels, hear what is chosen."""
        self.setAccessibleName(self.tr("Article"))
        self.setAccessibleDescription(
            self.tr("The text to annotate. Arrows move by word, Shift extends, Space grows the selection.")
        )
        self.selectionChanged.connect(self._announce_selection)

    def show_document(self, text: str, direction: Direction) -> None:
        """Show a text from its beginning, without annotations and zones."""
        self.end_picking(None)
        self._mouse.forget()
        self._keyboard.forget()
        self._place = None
        self.label_bar.hide()
        self.clear_scene()
        self.show_text(text, direction)
        self._announce_selection()

    def pick(self, annotation_id: int | None) -> None:
        """Select an annotation by hand, which is announced."""
        self.select_annotation(annotation_id)
        self.annotation_picked.emit(annotation_id)

    def note_place(self, offset: int | None) -> None:
        """Walk the stack on this code point from now on."""
        self._place = offset

    def walk_stack(self) -> int | None:
        """Pick the next outer annotation where the hand is, after the outermost the innermost again.

        Where the hand is: where it last clicked, or at the start of the selected annotation, or at the caret.
        """
        chosen = self.selected_annotation()
        span = None if chosen is None else self.span_of(chosen)
        if span is not None and (self._place is None or not span.start <= self._place < span.end):
            self._place = span.start
        elif span is None:
            self._place = self.caret()
        stack = self._scene.stack_at(self._place or 0)
        following = next_in_stack(stack, chosen) or (stack[0] if stack else None)
        if following is not None:
            self.pick(following)
        return following

    # The selection

    def select(self, span: Span, *, reveal: bool = True, backward: bool = False) -> None:
        """Select a span; the caret stands at its end, or at its start."""
        start, end = snap(self.text, span.start, span.end)
        if backward:
            start, end = end, start
        self.set_caret(end, anchor=start, reveal=False)
        if reveal:
            self.reveal(span)

    def cycle_cut(self) -> bool:
        """Give the selection, or else the selected annotation, the next choice of its start.

        The choices are the whole word and what is left of it without its proclitics. Returns whether there
        was another choice.
        """
        selection, chosen = self.selection(), self.selected_annotation()
        span = selection or (None if chosen is None else self.span_of(chosen))
        following = next_cut(self.text, span) if span else None
        if following is None or following == span:
            return False
        if selection is not None:
            self.select(following, reveal=False, backward=self.caret() < self.anchor())
        else:
            self.boundary_moved.emit((chosen, following))
        return True

    def _announce_selection(self) -> None:
        span = self.selection()
        if span != self._announced:
            for changed in (self._announced, span):
                if changed is not None:
                    self.refresh(changed)
            self._announced = span
            self.label_bar.hide()
            self.selection_changed.emit(span)

    def copy_selection(self) -> None:
        """Put the selected text on the clipboard exactly as it is stored; Qt's copy would change NBSP."""
        span = self.selection()
        if span is not None:
            # One byte order mark is lost on the way into Qt. (A QMimeData of ours would outlive Python.)
            QGuiApplication.clipboard().setText("\ufeff" + span.quote(self.text))

    # Labels at hand

    def set_label_bar(self, shown: bool) -> None:  # noqa: FBT001  a slot of a setting
        """Let the bar of labels come up after a selection by mouse, or not."""
        self._offers_labels = shown
        self.label_bar.hide()

    def offer_labels(self, point: QPointF) -> None:
        """Bring up the bar of labels beside the selection, near a point of the viewport."""
        selection = self.selection()
        if not self._offers_labels or selection is None:
            return
        origin = self.viewport().pos()
        lines = [r.toAlignedRect().translated(origin) for r in self.rectangles(selection)]
        room = round(self.metrics.room)
        self.label_bar.offer([line.adjusted(0, 0, 0, room) for line in lines], point.toPoint() + origin)

    def arm(self, label_id: int | None) -> None:
        """Let the mouse paint spans of a label, or select text again."""
        self.label_bar.hide()
        self._mouse.cancel()
        super().arm(label_id)

    def preview(self, annotation_id: int, span: Span) -> None:
        """Show the selected annotation with one end elsewhere."""
        self.show_ghost(Ghost(span, self.colour_of(annotation_id), moving=True))

    # Picking the target of a relation

    def pick_target(self, allowed: Callable[[int], bool]) -> None:
        """Let the hand pick one of the annotations that are allowed; ``target_picked`` tells which."""
        self.end_picking(None)
        self.label_bar.hide()
        self._mouse.cancel()
        self.limit_to(allowed)

    def is_picking(self) -> bool:
        """Whether the hand is picking a target."""
        return self._scene.allowed is not None

    def end_picking(self, annotation_id: int | None) -> None:
        """End the picking of a target, if there is one, with an annotation or with none."""
        if self.is_picking():
            self.limit_to(None)
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
            self.target_picked.emit(annotation_id)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means here; leave all other keys to the window."""
        intent = intent_of(event, self.direction)
        if intent is not None and self._obey(intent):
            event.accept()
        else:
            event.ignore()
        self.label_bar.hide()

    def _obey(self, intent: Intent) -> bool:
        if isinstance(intent, Step):
            self._keyboard.step(intent)
        elif isinstance(intent, Jump):
            self._keyboard.jump(intent)
        elif isinstance(intent, Page):
            self._keyboard.turn(intent)
        elif intent == "clear":
            return self._clear()
        elif intent == "copy":
            self.copy_selection()
        elif intent == "select_all":
            self.select(Span(0, len(self.text)), reveal=False)
        else:
            self._keyboard.grow(smaller=intent == "shrink")
        return True

    def _clear(self) -> bool:
        """Take back the nearest thing under way; whether there was any."""
        if self._mouse.cancel():
            return True
        if self.is_picking():
            self.end_picking(None)
        elif self._armed is not None:
            self.arm(None)
            self.disarmed.emit()
        elif self.selection() is not None:
            self.set_caret(self.caret())
        elif self.selected_annotation() is not None:
            self.pick(None)
        else:
            return False
        return True

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag or a click."""
        self.label_bar.hide()
        self._mouse.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a word as Unicode segments it."""
        self.label_bar.hide()
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow a drag or hover."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag or a click."""
        self._mouse.release(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu on the selection, or on the word and the annotation where the pointer is."""
        self.label_bar.hide()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._ask_menu_at(event)
        else:
            where = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            self.menu_asked.emit(
                where, self.selection() or self.word_under_caret(), self.selected_annotation()
            )

    def _ask_menu_at(self, event: QContextMenuEvent) -> None:
        point = QPointF(self.viewport().mapFromGlobal(event.globalPos()))
        offset, selection, stack = self.offset_at(point), self.selection(), self.annotations_at(point)
        if selection is None or offset is None or not selection.start <= offset < selection.end:
            self.set_caret(self.caret_at(point) if offset is None else offset, reveal=False)
            self.note_place(offset)
            if self.selected_annotation() not in stack:
                self.pick(stack[0] if stack else None)
            selection = self.word_at_point(point)
        chosen = self.selected_annotation()
        self.menu_asked.emit(event.globalPos(), selection, chosen if chosen in stack else None)

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

    # What puts the bar of labels away

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll; the bar of labels does not come along."""
        self.label_bar.hide()
        super().scrollContentsBy(dx, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere; the bar of labels is out of place."""
        self.label_bar.hide()
        super().resizeEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The hand is elsewhere."""
        self.label_bar.hide()
        super().focusOutEvent(event)
