"""The small bar of labels that comes up beside what the mouse has selected."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from annotator.core.records import Label
from annotator.ui import theme
from annotator.ui.panels.chip import Chip

_GAP = 5  # pixels between chips
_PADDING = 6
_SHADOW = 5  # pixels around the bar in which it casts its shadow
_AWAY = 4  # pixels between the bar and the selection
_RADIUS = 10
_WIDEST = 620  # pixels: longer rows of chips wrap
_FONT_SIZE = 0.92  # of the window's


class LabelBar(QWidget):
    """Labels as chips. Never takes the focus, never lies over the selection."""

    label_chosen = Signal(object)
    """int: the id of the label whose chip was pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._chips: list[Chip] = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("Labels"))
        self.hide()

    def set_labels(self, labels: Iterable[Label]) -> None:
        """Offer these labels, in this order; retired ones are left out."""
        self.hide()
        for chip in self._chips:
            chip.setParent(None)
            chip.deleteLater()
        self._chips = [self._chip(label) for label in labels if not label.retired]

    @property
    def chips(self) -> list[Chip]:
        """What can be pressed."""
        return list(self._chips)

    def offer(self, selection: list[QRect], pointer: QPoint) -> None:
        """Come up beside the selected lines, near the pointer, all in the parent's coordinates."""
        room = self._parent.rect()
        self._arrange(min(_WIDEST, room.width()))
        place = beside(self.size(), selection, pointer, room)
        if not self._chips or place is None:
            self.hide()
            return
        self.move(place)
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A sheet of paper that lies a little above the article."""
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = self.rect().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(_SHADOW):
            painter.setBrush(QColor(0, 0, 0, (step + 1) * (7 if colours.dark else 3)))
            out = _SHADOW - step - 1
            painter.drawRoundedRect(
                sheet.adjusted(-out, -out + 1, out, out + 1), _RADIUS + out, _RADIUS + out
            )
        painter.setBrush(QColor(colours.paper))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawRoundedRect(sheet, _RADIUS, _RADIUS)
        painter.end()

    def _chip(self, label: Label) -> Chip:
        chip = Chip(label, self)
        chip.setCheckable(False)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.clicked.connect(self._choose)
        return chip

    def _choose(self) -> None:
        chip = self.sender()
        self.hide()
        if isinstance(chip, Chip):
            self.label_chosen.emit(chip.label.id)

    def _arrange(self, widest: int) -> None:
        """Put the chips in rows in the window's reading direction, and take the size that needs."""
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * _FONT_SIZE)
        edge = _SHADOW + _PADDING
        x, y, right, height = edge, edge, edge, 0
        for chip in self._chips:
            chip.setFont(font)
            size = chip.sizeHint() - QSize(0, 5)
            if x > edge and x + size.width() > widest - edge:
                x, y = edge, y + height + _GAP
            chip.setGeometry(QRect(QPoint(x, y), size))
            x, height = x + size.width() + _GAP, size.height()
            right = max(right, x - _GAP)
        self.resize(right + edge, y + height + edge)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            for chip in self._chips:
                chip.move(self.width() - chip.geometry().right() - 1, chip.y())


def beside(size: QSize, selection: list[QRect], pointer: QPoint, room: QRect) -> QPoint | None:
    """Where a bar goes: above or below the selection, whichever is nearer the pointer and has the room.

    None where neither has, since the bar never lies over the selection.
    """
    if not selection:
        return None
    top, bottom = min(r.top() for r in selection), max(r.bottom() for r in selection)
    above, below = top - _AWAY - size.height() + _SHADOW, bottom + 1 + _AWAY - _SHADOW
    places = [above, below] if pointer.y() - top <= bottom - pointer.y() else [below, above]
    if len({r.top() for r in selection}) == 1:
        places = [above, below]  # what was read already is covered, not what comes next
    y = next((y for y in places if room.top() <= y and y + size.height() <= room.bottom() + 1), None)
    if y is None:
        return None
    x = min(max(pointer.x() - size.width() // 2, room.left()), room.right() + 1 - size.width())
    return QPoint(max(x, room.left()), y)
