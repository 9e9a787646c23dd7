"""Choosing a label's colours: a few that anyone can tell apart, or any."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QColorDialog, QHBoxLayout, QPushButton, QWidget

from annotator.core.palette import PALETTE
from annotator.core.records import Label
from annotator.ui import phrases, theme

_SIZE = 26


class ColourField(QWidget):
    """The palette, and a button for each paper to choose freely."""

    chosen = Signal(object)
    """(on light paper, on dark paper), each ``#rrggbb``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._light, self._dark = PALETTE[0]
        self.swatches = [_Swatch(light, dark) for light, dark in PALETTE]
        self.light = QPushButton(self.tr("Light…"))
        self.dark = QPushButton(self.tr("Dark…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for number, swatch in enumerate(self.swatches, start=1):
            swatch.setAccessibleName(self.tr("Colour {number}").format(number=number))
            swatch.clicked.connect(partial(self._take, swatch.light, swatch.dark))
            row.addWidget(swatch)
        row.addSpacing(6)
        for button, is_dark in ((self.light, False), (self.dark, True)):
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._ask, is_dark))
            row.addWidget(button)
        row.addStretch(1)

    def show_label(self, label: Label) -> None:
        """Show the colours of a label."""
        self._light, self._dark = label.colour, label.colour_dark
        for swatch in self.swatches:
            swatch.setChecked((swatch.light, swatch.dark) == (self._light.lower(), self._dark.lower()))
        self.light.setToolTip(phrases.left_to_right(self._light))
        self.dark.setToolTip(phrases.left_to_right(self._dark))

    def _take(self, light: str, dark: str) -> None:
        if (light, dark) != (self._light, self._dark):
            self.chosen.emit((light, dark))

    def _ask(self, is_dark: bool) -> None:  # noqa: FBT001  # which button
        before = QColor(self._dark if is_dark else self._light)
        title = self.tr("Colour on dark paper") if is_dark else self.tr("Colour on light paper")
        found = QColorDialog.getColor(before, self, title)
        if found.isValid():
            self._take(self._light if is_dark else found.name(), found.name() if is_dark else self._dark)


class _Swatch(QAbstractButton):
    """A pair of colours: on light paper, and in the corner on dark paper."""

    def __init__(self, light: str, dark: str) -> None:
        super().__init__()
        self.light, self.dark = light, dark
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def nextCheckState(self) -> None:
        """Stay as it is: whether it is checked follows the label."""

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        chosen = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        shape = QPainterPath()
        shape.addRoundedRect(box, 4, 4)
        painter.fillPath(shape, QColor(self.dark if chosen.dark else self.light))
        corner = QPainterPath()
        corner.moveTo(box.bottomRight())
        corner.lineTo(box.bottomRight() - QPointF(9, 0))
        corner.lineTo(box.bottomRight() - QPointF(0, 9))
        corner.closeSubpath()
        painter.fillPath(corner & shape, QColor(self.light if chosen.dark else self.dark))
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(QColor(chosen.accent if self.hasFocus() else chosen.ink), 1.6))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()
