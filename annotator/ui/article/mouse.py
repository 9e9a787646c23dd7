"""What the mouse does in the article: drags that snap, clicks that walk down a stack, handles, painting."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBasicTimer, QObject, QPointF, Qt, QTimerEvent
from PySide6.QtGui import QGuiApplication, QMouseEvent

from annotator.core.records import Span
from annotator.ui.article.selection import Unit, dragged, joined, moved_boundary

if TYPE_CHECKING:
    from annotator.ui.article.view import ArticleView

_AUTOSCROLL = 30  # milliseconds between two steps of scrolling while a drag is outside the view
_EXACT_DRAG = 3  # pixels: a letter is narrower than the way a drag must usually go to be one


@dataclass(slots=True)
class _Drag:
    """A drag that extends the text selection, or paints a span of the armed label."""

    anchor: int
    unit: Unit
    first: Span
    """What the press itself took."""
    span: Span
    """What it takes now."""
    moved: bool = False


@dataclass(slots=True)
class _HandleDrag:
    """A drag that moves one end of the selected annotation."""

    annotation_id: int
    at_start: bool
    span: Span
    moved: bool = False


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
        view, point = self._view, event.position()
        self._count_presses(event)
        if view.is_picking():
            return
        free = view.armed() is None
        handle = view.handle_at(point) if free and self._presses == 1 else None
        if handle is not None:
            self._drag = _HandleDrag(*handle)
        elif free and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._extend_to(point, event)
        elif free or self._presses == 1:  # the first press of a double one has painted the word
            self._begin(point)

    def move(self, event: QMouseEvent) -> None:
        """Follow a drag, or light up what is under the pointer."""
        self._position, self._exact = event.position(), _is_exact(event)
        if self._drag is None:
            self.hover(event.position())
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
        drag, view = self._drag, self._view
        self.forget_drag()
        if view.is_picking():
            self._pick_target(event.position())
        elif isinstance(drag, _HandleDrag):
            view.show_ghost(None)
            if drag.span == view.span_of(drag.annotation_id):
                self._click(event.position())
            else:
                view.boundary_dragged.emit((drag.annotation_id, drag.span))
        elif drag is not None and view.armed() is not None:
            view.paint_span(drag.span if drag.moved else view.word_at_point(event.position()))
        elif drag is not None and not drag.moved and drag.unit == "grapheme":
            self._click(event.position())
        elif drag is not None:
            view.offer_labels(event.position())

    def leave(self) -> None:
        """The pointer has left the article."""
        self._view.hover(None)
        if self._drag is None:
            self._view.show_ghost(None)

    def forget(self) -> None:
        """Another text is shown."""
        self._last_click = None
        self.forget_drag()

    def forget_drag(self) -> None:
        """Let go of what is being dragged."""
        self._drag = None
        self._scroller.stop()

    def cancel(self) -> bool:
        """Take back the drag that is under way; whether there was one."""
        drag = self._drag
        self.forget_drag()
        self._view.show_ghost(None)
        if isinstance(drag, _Drag):
            self._view.set_caret(drag.anchor, reveal=False)
        return drag is not None

    def timerEvent(self, event: QTimerEvent) -> None:
        """Scroll on while a drag is held above or below the view."""
        if event.timerId() != self._scroller.timerId():
            super().timerEvent(event)
            return
        over = min(self._position.y(), 0) + max(self._position.y() - self._view.viewport().height(), 0)
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + round(over / 3))
        self._follow()

    def hover(self, point: QPointF) -> None:
        """Light up what is under the pointer, and tell by its shape what a press would do."""
        view = self._view
        stack = view.annotations_at(point)
        view.hover(stack[0] if stack else None)
        if view.armed() is not None:
            view.show_word_ghost(point)
            return
        hand = bool(stack) if view.is_picking() else view.link_at(point) is not None
        if hand:
            shape = Qt.CursorShape.PointingHandCursor
        elif view.is_picking():
            shape = Qt.CursorShape.ArrowCursor
        else:
            on_handle = view.handle_at(point) is not None
            shape = Qt.CursorShape.SizeHorCursor if on_handle else Qt.CursorShape.IBeamCursor
        if view.viewport().cursor().shape() != shape:
            view.viewport().setCursor(shape)

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
            nothing = Span(anchor, anchor)
            self._drag = _Drag(anchor, "grapheme", nothing, nothing)
            view.select(nothing, reveal=False)
            return
        unit: Unit = "word" if self._presses == 2 else "sentence"
        under = view.offset_at(point)
        anchor = view.caret_at(point) if under is None else under
        first = joined(view.text, Span(anchor, anchor), anchor, unit, view.snapping)
        self._drag = _Drag(anchor, unit, first, first)
        view.select(first, reveal=False)

    def _extend_to(self, point: QPointF, event: QMouseEvent) -> None:
        view, anchor = self._view, self._view.anchor()
        span = dragged(view.text, anchor, view.caret_at(point), view.snapping, exact=_is_exact(event))
        self._drag = _Drag(anchor, "grapheme", Span(anchor, anchor), span, moved=True)
        self._take(self._drag)

    def _follow(self) -> None:
        drag, view = self._drag, self._view
        position = view.caret_at(self._position)
        if isinstance(drag, _HandleDrag) and (drag.moved or self._is_far()):
            drag.moved = True
            self._move_handle(drag, position if self._exact else view.boundary_at(self._position))
        elif isinstance(drag, _Drag) and drag.unit == "grapheme":
            if drag.moved or self._has_left(drag, position):
                drag.moved = True
                drag.span = dragged(view.text, drag.anchor, position, view.snapping, exact=self._exact)
                self._take(drag)
        elif isinstance(drag, _Drag):
            drag.span = joined(view.text, drag.first, position, drag.unit, view.snapping)
            self._take(drag)

    def _move_handle(self, drag: _HandleDrag, position: int) -> None:
        view = self._view
        span = view.span_of(drag.annotation_id)
        if span is None:  # it was deleted meanwhile
            self.cancel()
            return
        drag.span = moved_boundary(
            view.text, span, position, view.snapping, at_start=drag.at_start, exact=self._exact
        )
        view.preview(drag.annotation_id, drag.span)

    def _has_left(self, drag: _Drag, position: int) -> bool:
        return self._is_far() and position != drag.anchor

    def _is_far(self) -> bool:
        gone = (self._position - self._pressed_at).manhattanLength()
        return gone >= (_EXACT_DRAG if self._exact else QGuiApplication.styleHints().startDragDistance())

    def _take(self, drag: _Drag) -> None:
        """Select what is dragged over, with the caret at the end under the pointer; or show it painted."""
        if self._view.armed() is not None:
            self._view.show_painted(drag.span)
            return
        backward = drag.anchor - drag.span.start > drag.span.end - drag.anchor
        self._view.select(drag.span, reveal=False, backward=backward)

    def _click(self, point: QPointF) -> None:
        """Pick the relation or the innermost annotation here; on another click, the next outer one."""
        view = self._view
        link = view.link_at(point)
        if link is not None:
            view.link_picked.emit(link)
            return
        distance = QGuiApplication.styleHints().mouseDoubleClickDistance()
        again = self._last_click is not None and (point - self._last_click).manhattanLength() <= distance
        self._last_click = point
        suggestion = view.suggestion_at(point)
        if suggestion is not None and not again:
            view.suggestion_picked.emit(suggestion)
            return
        view.note_place(view.offset_at(point))
        view.pick(next_in_stack(view.annotations_at(point), view.selected_annotation() if again else None))

    def _pick_target(self, point: QPointF) -> None:
        stack = self._view.annotations_at(point)
        self._view.end_picking(stack[0] if stack else None)


def next_in_stack(stack: list[int], current: int | None) -> int | None:
    """The annotation after the current one in a stack, innermost first; after the outermost, none."""
    if current not in stack:
        return stack[0] if stack else None
    following = stack.index(current) + 1
    return stack[following] if following < len(stack) else None


def _is_exact(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
