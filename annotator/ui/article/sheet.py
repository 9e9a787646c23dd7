"""The sheet of paper an article stands on: its type, its column, its coordinates. Knows no annotations.

The one place where code points of the stored text meet Qt's UTF-16 positions and pixels.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.core.records import Direction, Span
from annotator.text.utf16 import Utf16Map
from annotator.ui.article.display import block_format, build_document
from annotator.ui.article.geometry import Geometry
from annotator.ui.article.idle_layout import IdleLayout
from annotator.ui.article.styles import Metrics, Paper, Reading, column_width, line_height_percent
from annotator.ui.article.zoom_wheel import ZOOM_STEP, ZoomWheel

ZOOM_RANGE = (0.5, 4.0)
BESIDE = 20  # pixels between the text and the edge of the viewport: room for brackets and handles
_LEAST_MARGIN = 4  # pixels between the viewport and the edge of the widget
_ABOVE = 1.4  # ems of empty paper above the first line and below the last
_COMFORT = 0.15  # the part of the view's height, at either end, where a revealed span should not be
_EYE = 0.32  # the part of the view's height above a span that had to be scrolled to


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader was. Both are code points."""

    caret: int
    top: int
    """The first character of the first visible line."""


class Sheet(QTextEdit):
    """A read-only text with an explicit direction, a readable column, and a map from text to pixels."""

    zoomed = Signal(object)
    """The zoom factor, a float; 1.0 is the size the reader chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._document: QTextDocument | None = None  # ours; the first one is Qt's own
        self._direction: Direction = "rtl"
        self._map = Utf16Map("")
        self._reading = Reading()
        self._zoom = 1.0
        self._zoom_wheel = ZoomWheel(self)
        self._scrolled: tuple[int, int] | None = None  # the offset last scrolled to, and the bar's value then
        self._paper = Paper.of(self.palette())
        self._metrics = Metrics.of(self._reading.font(), self._reading.line_height)
        self._geometry = Geometry(self.document(), self._character_at)
        self._prepare()
        self._apply_paper()
        self._apply_font()
        self.show_text("", "rtl")

    def _prepare(self) -> None:
        self.setReadOnly(True)
        by_hand = (
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setTextInteractionFlags(by_hand)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes would break the lines anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setCursorWidth(2)
        self.viewport().setMouseTracking(True)
        self.setMouseTracking(True)

    # What is shown

    @property
    def text(self) -> str:
        """The stored text, verbatim."""
        return self._text

    @property
    def direction(self) -> Direction:
        """The base direction of every paragraph."""
        return self._direction

    @property
    def rtl(self) -> bool:
        """Whether the text runs from right to left."""
        return self._direction == "rtl"

    @property
    def metrics(self) -> Metrics:
        """The lengths that follow from the size of type."""
        return self._metrics

    @property
    def paper(self) -> Paper:
        """The colours that do not depend on labels."""
        return self._paper

    def show_text(self, text: str, direction: Direction) -> None:
        """Show another text from its beginning."""
        self._text, self._direction = text, direction
        self._scrolled = None
        self._map = Utf16Map(text)
        self._rebuild()

    def _rebuild(self) -> None:
        font = self._reading.font(self._zoom)
        paragraph = block_format(self._direction, line_height_percent(font, self._reading.line_height))
        margins = (BESIDE, self._metrics.em * _ABOVE)
        document = build_document(self._text, paragraph, font, margins, self)
        old, self._document = self._document, document
        self._geometry = Geometry(document, self._character_at)
        self.setDocument(document)
        IdleLayout(document)
        document.documentLayout().documentSizeChanged.connect(self._forget_geometry)
        if old is not None:
            old.deleteLater()

    def _forget_geometry(self, _size: object = None) -> None:
        self._geometry.forget()

    # Type and paper

    def reading(self) -> Reading:
        """The reader's choice of type."""
        return self._reading

    def set_reading(self, reading: Reading) -> None:
        """Change the type; the place in the text stays."""
        if reading == self._reading:
            return
        place = self.place()
        self._reading = reading
        self._apply_font()
        self._rebuild()
        self.restore_place(place)

    def zoom(self) -> float:
        """The zoom factor."""
        return self._zoom

    def set_zoom(self, factor: float) -> None:
        """Change the size of everything on the sheet; the place in the text stays."""
        factor = min(max(factor, ZOOM_RANGE[0]), ZOOM_RANGE[1])
        if factor == self._zoom:
            return
        top = self._first_visible()
        self._zoom = factor
        self._apply_font()
        self._scroll_to(top)
        self.zoomed.emit(factor)

    def zoom_in(self) -> None:
        """Make everything one step larger."""
        self.set_zoom(round(self._zoom * ZOOM_STEP, 3))

    def zoom_out(self) -> None:
        """Make everything one step smaller."""
        self.set_zoom(round(self._zoom / ZOOM_STEP, 3))

    def reset_zoom(self) -> None:
        """Go back to the size the reader chose."""
        self.set_zoom(1.0)

    def _apply_font(self) -> None:
        font = self._reading.font(self._zoom)
        self._metrics = Metrics.of(font, self._reading.line_height)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.verticalScrollBar().setSingleStep(round(self._metrics.pitch))
        self._geometry.forget()
        self._fit_column()

    def _apply_paper(self) -> None:
        self._paper = Paper.of(self.palette())
        palette = QPalette(self.palette())
        role = QPalette.ColorRole
        palette.setColor(role.Base, self._paper.paper)
        palette.setColor(role.Text, self._paper.ink)
        # The overlay paints the selection, under the letters; Qt would paint it over the tints.
        palette.setColor(role.Highlight, Qt.GlobalColor.transparent)
        palette.setColor(role.HighlightedText, self._paper.ink)
        if palette != self.palette():
            self.setPalette(palette)

    def _fit_column(self) -> None:
        """Give the text the width of its measure, in the middle of the widget."""
        available = self.width() - self.verticalScrollBar().sizeHint().width()
        wanted = column_width(self._reading.font(self._zoom), self._reading.measure) + 2 * BESIDE
        width = max(min(int(wanted), available - 2 * _LEAST_MARGIN), 1)
        left = max((available - width) // 2, 0)
        self.setViewportMargins(left, 0, max(available - width - left, 0), 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's palette; keep our font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._is_ready():
            self._apply_paper()

    def _is_ready(self) -> bool:
        """Whether the constructor has come far enough for events to be handled."""
        return hasattr(self, "_metrics")

    def event(self, event: QEvent) -> bool:
        """Fit the column before Qt lays its parts out in a new size, and keep the place."""
        if event.type() != QEvent.Type.Resize or not self._is_ready():
            return super().event(event)
        top, width = self._first_visible(), self.viewport().width()
        self._fit_column()
        handled = super().event(event)
        if self.viewport().width() != width:
            self._geometry.forget()
            self._scroll_to(top)
        return handled

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the place: when it is first shown, Qt would scroll to the caret."""
        top = self._first_visible()
        super().showEvent(event)
        self._scroll_to(top)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._zoom_wheel.turn(event.angleDelta().y())
        event.accept()

    # Place

    def place(self) -> Place:
        """Where the reader is, to come back to."""
        return Place(self.caret(), self._first_visible())

    def restore_place(self, place: Place) -> None:
        """Go back to where the reader was."""
        self.set_caret(place.caret, reveal=False)
        self._scroll_to(place.top)

    def reveal(self, span: Span) -> None:
        """Scroll, if need be, so that the beginning of a span is comfortably visible."""
        line = self._geometry.line_of(self.to_position(span.start))
        if line is None:
            return
        height, bar = self.viewport().height(), self.verticalScrollBar()
        y = line.baseline - bar.value()
        low = height * _COMFORT + self._metrics.above
        if not low <= y <= height * (1 - _COMFORT):
            self._set_scroll(line.baseline - self._metrics.above - height * _EYE)

    def _first_visible(self) -> int:
        """The first code point of the first line that is fully visible.

        If nobody has scrolled since :meth:`_scroll_to`, it is what was scrolled to, wherever lines break now.
        """
        if self._scrolled is not None and self._scrolled[1] == self.verticalScrollBar().value():
            return self._scrolled[0]
        line = self._geometry.line_at(
            self.verticalScrollBar().value() + self._metrics.pitch / 2, self._metrics.above
        )
        return self.to_offset(line.start) if line else 0

    def _scroll_to(self, offset: int) -> None:
        offset = min(offset, len(self._text))
        line = self._geometry.line_of(self.to_position(offset)) if offset else None
        self._set_scroll(line.baseline - self._metrics.above - self._metrics.em * 0.2 if line else 0)
        self._scrolled = (offset, self.verticalScrollBar().value())

    def _set_scroll(self, value: float) -> None:
        bar = self.verticalScrollBar()
        if value > bar.maximum():
            # Qt lays long texts out piece by piece, and only then lengthens the bar.
            layout = self.document().documentLayout()
            layout.documentSizeChanged.emit(layout.documentSize())
        bar.setValue(round(value))

    # Code points, positions, pixels

    def to_position(self, offset: int) -> int:
        """The Qt position (UTF-16 units) of a code-point offset."""
        return self._map.to_utf16(offset)

    def to_offset(self, position: int) -> int:
        """The code-point offset of a Qt position."""
        return self._map.to_code_point(position)

    def _character_at(self, position: int) -> str:
        return self._text[self._map.to_code_point(position)]

    def caret(self) -> int:
        """The caret's offset."""
        return self.to_offset(self.textCursor().position())

    def anchor(self) -> int:
        """The offset where the selection began; the caret's if there is none."""
        return self.to_offset(self.textCursor().anchor())

    def set_caret(self, offset: int, *, anchor: int | None = None, reveal: bool = True) -> None:
        """Put the caret somewhere; with an anchor, select from there."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.to_position(offset if anchor is None else anchor))
        cursor.setPosition(self.to_position(offset), QTextCursor.MoveMode.KeepAnchor)
        self.put_cursor(cursor)
        if reveal:
            self.keep_visible(offset)

    def put_cursor(self, cursor: QTextCursor) -> None:
        """Put Qt's cursor somewhere without scrolling."""
        before = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(before)

    def keep_visible(self, offset: int) -> None:
        """Scroll as little as needed to show the line of an offset."""
        line = self._geometry.line_of(self.to_position(offset))
        if line is None:
            return
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        if line.baseline - self._metrics.above < top:
            self._set_scroll(line.baseline - self._metrics.above - self._metrics.em)
        elif line.baseline + self._metrics.below > top + height:
            self._set_scroll(line.baseline + self._metrics.pitch - height)
