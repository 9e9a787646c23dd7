"""What the mouse does in the article: drags that snap, clicks that walk down a stack, handles."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBasicTimer, QObject, QPointF, Qt, QTimerEvent
from PySide6.QtGui import QGuiApplication, QMouseEvent

from annotator.core.records import Span
from annotator.ui.article.selection import Unit, dragged, joined, moved_boundary, unit_at

if TYPE_CHECKING:
    from annotator.ui.article.view import ArticleView

_AUTOSCROLL = 30  # milliseconds between two steps of scrolling while a drag is outside the view


@dataclass(slots=True)
class _Drag:
    """A drag that extends the text selection."""

    anchor: int
    unit: Unit
    first: Span
    """What the press itself took."""
    moved: bool = False


@dataclass(slots=True)
class _HandleDrag:
    """A drag that moves one end of the selected annotation."""

    annotation_id: int
    at_start: bool
    span: Span


class Mouse(QObject):
    """Turns mouse events, in viewport coordinates, into selections and picks."""

    def __init__(self, view: "ArticleView") -> None:
        super().__init__(view)
        self._view = view
        self._drag: _Drag | _HandleDrag | None = None
        self._last_click: QPointF | None = None
        self._presses = 0
        self._pressed_at = QPointF()
        self._pressed_time = 0
        self._scroller = QBasicTimer()
        self._position = QPointF()
        self._exact = False

    def press(self, event: QMouseEvent) -> None:
        """Begin a drag, of a handle or of the selection."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position()
        self._count_presses(event)
        handle = self._view.handle_at(point) if self._presses == 1 else None
        if handle is not None:
            self._drag = _HandleDrag(*handle)
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._extend_to(point, event)
            return
        self._begin(point)

    def move(self, event: QMouseEvent) -> None:
        """Follow a drag, or light up what is under the pointer."""
        self._position, self._exact = event.position(), _is_exact(event)
        if self._drag is None:
            self._hover(event.position())
            return
        inside = self._view.viewport().rect().top() <= event.position().y() <= self._view.viewport().height()
        if inside:
            self._scroller.stop()
        elif not self._scroller.isActive():
            self._scroller.start(_AUTOSCROLL, self)
        self._follow()

    def release(self, event: QMouseEvent) -> None:
        """End a drag; a press without a drag is a click."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        drag, self._drag = self._drag, None
        self._scroller.stop()
        if isinstance(drag, _HandleDrag):
            self._view.show_ghost(None)
            if drag.span == self._view.span_of(drag.annotation_id):
                self._click(event.position())
            else:
                self._view.boundary_dragged.emit((drag.annotation_id, drag.span))
        elif drag is not None and not drag.moved and drag.unit == "grapheme":
            self._click(event.position())

    def leave(self) -> None:
        """The pointer has left the article."""
        self._view.hover(None)

    def forget(self) -> None:
        """Another text is shown."""
        self._drag = None
        self._last_click = None
        self._scroller.stop()

    def timerEvent(self, event: QTimerEvent) -> None:
        """Scroll on while a drag is held above or below the view."""
        if event.timerId() != self._scroller.timerId():
            super().timerEvent(event)
            return
        over = min(self._position.y(), 0) + max(self._position.y() - self._view.viewport().height(), 0)
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + round(over / 3))
        self._follow()

    def _count_presses(self, event: QMouseEvent) -> None:
        """One, two or three presses at one place; Qt itself tells only single from double ones."""
        hints = QGuiApplication.styleHints()
        near = (event.position() - self._pressed_at).manhattanLength() <= hints.mouseDoubleClickDistance()
        soon = event.timestamp() - self._pressed_time <= hints.mouseDoubleClickInterval()
        doubled = event.type() == event.Type.MouseButtonDblClick
        if doubled:
            self._presses = 2
        else:
            self._presses = 3 if self._presses == 2 and near and soon else 1
        self._pressed_at, self._pressed_time = event.position(), event.timestamp()

    def _begin(self, point: QPointF) -> None:
        view = self._view
        if self._presses == 1:
            anchor = view.caret_at(point)
            self._drag = _Drag(anchor, "grapheme", Span(anchor, anchor))
            view.select(Span(anchor, anchor), reveal=False)
            return
        unit: Unit = "word" if self._presses == 2 else "sentence"
        under = view.offset_at(point)
        anchor = view.caret_at(point) if under is None else under
        first = unit_at(view.text, anchor, unit) or Span(anchor, anchor)
        self._drag = _Drag(anchor, unit, first)
        view.select(first, reveal=False)

    def _extend_to(self, point: QPointF, event: QMouseEvent) -> None:
        anchor = self._view.anchor()
        span = dragged(self._view.text, anchor, self._view.caret_at(point), exact=_is_exact(event))
        self._drag = _Drag(anchor, "grapheme", Span(anchor, anchor), moved=True)
        self._take(span, anchor)

    def _follow(self) -> None:
        drag, view = self._drag, self._view
        position = view.caret_at(self._position)
        if isinstance(drag, _HandleDrag):
            span = view.span_of(drag.annotation_id)
            if span is not None:
                drag.span = moved_boundary(
                    view.text, span, position, at_start=drag.at_start, exact=self._exact
                )
                view.show_ghost(drag.span)
        elif drag is not None and drag.unit == "grapheme":
            if drag.moved or self._has_left(drag, position):
                drag.moved = True
                self._take(dragged(view.text, drag.anchor, position, exact=self._exact), drag.anchor)
        elif drag is not None:
            self._take(joined(view.text, drag.first, position, drag.unit), drag.anchor)

    def _has_left(self, drag: _Drag, position: int) -> bool:
        far = (
            self._position - self._pressed_at
        ).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
        return far and position != drag.anchor

    def _take(self, span: Span, anchor: int) -> None:
        """Select a span, with the caret at the end that is being dragged."""
        backward = anchor - span.start > span.end - anchor
        self._view.select(span, reveal=False, backward=backward)

    def _click(self, point: QPointF) -> None:
        """Pick the innermost annotation here; on another click at the same place, the next outer one."""
        stack = self._view.annotations_at(point)
        distance = QGuiApplication.styleHints().mouseDoubleClickDistance()
        again = self._last_click is not None and (point - self._last_click).manhattanLength() <= distance
        self._last_click = point
        chosen = next_in_stack(stack, self._view.selected_annotation() if again else None)
        self._view.pick(chosen)

    def _hover(self, point: QPointF) -> None:
        on_handle = self._view.handle_at(point) is not None
        shape = Qt.CursorShape.SizeHorCursor if on_handle else Qt.CursorShape.IBeamCursor
        if self._view.viewport().cursor().shape() != shape:
            self._view.viewport().setCursor(shape)
        stack = self._view.annotations_at(point)
        self._view.hover(stack[0] if stack else None)


def next_in_stack(stack: list[int], current: int | None) -> int | None:
    """The annotation after the current one in a stack, innermost first; after the outermost, none."""
    if current not in stack:
        return stack[0] if stack else None
    following = stack.index(current) + 1
    return stack[following] if following < len(stack) else None


def _is_exact(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
