"""What the keys do in the article: the caret, the selection it extends, growing and shrinking it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextCursor

from annotator.core.records import Span
from annotator.ui.article.growth import Growth
from annotator.ui.article.keys import Jump, Page, Step
from annotator.ui.article.selection import dragged, moved

if TYPE_CHECKING:
    from annotator.ui.article.view import ArticleView


@dataclass(frozen=True, slots=True)
class _Extension:
    """Where the keys have taken the caret, and the selection made of it, which is trimmed and cut."""

    cursor: QTextCursor
    selected: tuple[int, int]


class Keyboard:
    """Turns what keys mean into movements of the caret and selections."""

    def __init__(self, view: "ArticleView") -> None:
        self._view = view
        self._growth = Growth()
        self._extension: _Extension | None = None

    def forget(self) -> None:
        """Another text is shown."""
        self._extension = None

    def step(self, step: Step) -> None:
        """Move the caret along the text."""
        cursor = self._cursor()
        here = self._view.to_offset(cursor.position())
        offset = moved(self._view.text, here, step.unit, forward=step.forward)
        cursor.setPosition(self._view.to_position(offset), _mode(extend=step.extend))
        self._put(cursor, extend=step.extend, exact=step.unit == "grapheme")

    def jump(self, jump: Jump) -> None:
        """Move the caret on the screen."""
        cursor = self._cursor()  # the cursor itself, for it remembers its column
        cursor.movePosition(jump.operation, _mode(extend=jump.extend))
        self._put(cursor, extend=jump.extend, exact=jump.exact)

    def turn(self, page: Page) -> None:
        """Move the caret by a screenful."""
        view = self._view
        caret = view.cursorRect()
        step = view.viewport().height() - view.metrics.pitch
        target = QPointF(caret.center().x(), caret.center().y() + (step if page.down else -step))
        bar = view.verticalScrollBar()
        at_edge = bar.value() == (bar.maximum() if page.down else bar.minimum())
        offset = (len(view.text) if page.down else 0) if at_edge else view.caret_at(target)
        bar.setValue(bar.value() + round(step if page.down else -step))
        cursor = self._cursor()
        cursor.setPosition(view.to_position(offset), _mode(extend=page.extend))
        self._put(cursor, extend=page.extend, exact=page.exact)

    def grow(self, *, smaller: bool) -> None:
        """Grow the selection, or shrink it by the steps it has grown."""
        view = self._view
        span = view.selection() or Span(view.caret(), view.caret())
        change = self._growth.smaller if smaller else self._growth.larger
        span = change(view.text, span, view.snapping)
        view.select(span, reveal=False)
        view.keep_visible(span.start)

    def _cursor(self) -> QTextCursor:
        """The caret where the keys left it, untrimmed; the view's if something else has moved it since."""
        view = self._view
        if self._extension and self._extension.selected == (view.anchor(), view.caret()):
            return QTextCursor(self._extension.cursor)
        return view.textCursor()

    def _put(self, cursor: QTextCursor, *, extend: bool, exact: bool) -> None:
        view = self._view
        anchor, caret = view.to_offset(cursor.anchor()), view.to_offset(cursor.position())
        span = dragged(view.text, anchor, caret, view.snapping, exact=exact)
        if extend and len(span):
            view.select(span, reveal=False, backward=caret < anchor)
        else:
            bare = QTextCursor(cursor)
            bare.clearSelection()
            view.put_cursor(bare)
        view.keep_visible(caret)
        self._extension = _Extension(cursor, (view.anchor(), view.caret())) if extend else None


def _mode(*, extend: bool) -> QTextCursor.MoveMode:
    return QTextCursor.MoveMode.KeepAnchor if extend else QTextCursor.MoveMode.MoveAnchor
