"""The canvas with a label in the hand: which words a click or a drag takes, and what it would be put on."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from annotator.core.records import Span
from annotator.text.graphemes import trim
from annotator.text.proclitics import Vocabulary
from annotator.ui.article.canvas import Canvas
from annotator.ui.article.cursors import armed_cursor
from annotator.ui.article.picture import Ghost
from annotator.ui.article.snapping import Snapping
from annotator.ui.article.styles import UNKNOWN_LABEL


class Brush(Canvas):
    """A canvas that can be painted on with a label."""

    painted = Signal(object)
    """Span: what was dragged over or clicked while a label was armed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._snapping = Snapping()
        self._armed: int | None = None
        super().__init__(parent)

    # Words

    @property
    def snapping(self) -> Snapping:
        """What a selection made by word takes."""
        return self._snapping

    def set_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """Tell proclitics from first letters by these words; without any, words are taken whole."""
        self._snapping = Snapping(vocabulary, self._snapping.cutting)

    def set_cutting(self, cutting: bool) -> None:  # noqa: FBT001  a slot of a setting
        """Leave proclitics out of what is selected by word, or take words whole."""
        self._snapping = Snapping(self._snapping.vocabulary, cutting)

    def word_under_caret(self) -> Span | None:
        """The word the caret is in or next to, without its proclitic."""
        return self._snapping.word(self.text, self.caret())

    def word_at_point(self, point: QPointF) -> Span | None:
        """The word at a point of the viewport, without its proclitic; None beside words."""
        offset = self.offset_at(point)
        word = None if offset is None else self._snapping.word(self.text, offset)
        return word if word and offset is not None and offset < word.end else None

    # The label

    def armed(self) -> int | None:
        """The label the mouse paints with, by id."""
        return self._armed

    def arm(self, label_id: int | None) -> None:
        """Let the mouse paint spans of a label, or select text again."""
        self._armed = label_id
        if label_id is None:
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        else:
            self.viewport().setCursor(armed_cursor(self._armed_colour(), self.devicePixelRatioF()))

    def show_painted(self, span: Span | None) -> None:
        """Show what the armed label would be put on."""
        self.show_ghost(Ghost(span, self._armed_colour()) if span else None)

    def show_word_ghost(self, point: QPointF) -> None:
        """Show the word a click here would paint."""
        self.show_painted(self.word_at_point(point))

    def paint_span(self, span: Span | None) -> None:
        """Announce what was painted with the armed label, if it is anything."""
        self.show_ghost(None)
        visible = trim(self.text, span.start, span.end) if span else (0, 0)
        if span and visible[0] < visible[1]:
            self.painted.emit(span)

    def _armed_colour(self) -> QColor:
        style = self._scene.styles.get(self._armed or 0, UNKNOWN_LABEL)
        return style.on(self.paper)
