"""A label as something to press: its key, its title, its colour along the lower edge."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotator.core.records import Label
from annotator.ui import phrases, theme

_RADIUS = 8.0
_EDGE = 3.0


def colour_of(label: Label) -> str:
    """The colour of a label on the paper in use."""
    return label.colour_dark if theme.colours().dark else label.colour


class Chip(QAbstractButton):
    """One label. Checked, it is filled with its colour, lightly."""

    def __init__(self, label: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self._armed = False
        self.setText(label.title(phrases.language()))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.text())
        if label.description:
            self.setToolTip(phrases.tooltip(label.description))

    def set_armed(self, armed: bool) -> None:  # noqa: FBT001  # a setter
        """Show whether the mouse paints with the label."""
        if armed != self._armed:
            self._armed = armed
            self.setAccessibleDescription(self.tr("The mouse paints with it; Esc ends that") if armed else "")
            self.update()

    def is_armed(self) -> bool:
        """Whether it shows that the mouse paints with the label."""
        return self._armed

    def nextCheckState(self) -> None:
        """Stay as it is: whether it is checked follows the selected annotation."""

    def sizeHint(self) -> QSize:
        """Room for key and title."""
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text()) + 26
        if self.label.key:
            width += metrics.horizontalAdvance(self.label.key) + 9
        return QSize(width, theme.pitch(self.font()) + 15)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        chosen = theme.colours()
        colour = QColor(colour_of(self.label))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(frame, _RADIUS, _RADIUS)
        painter.fillPath(shape, self._ground(chosen))
        painter.setPen(QPen(QColor(chosen.accent if self.hasFocus() else chosen.line), 1.0))
        if self._armed:
            painter.setPen(QPen(colour, 2.0))
        painter.drawPath(shape)
        painter.save()
        painter.setClipPath(shape)
        lower = QPainterPath(shape)
        lower.translate(QPointF(0, -_EDGE))
        painter.fillPath(shape - lower, colour)
        painter.restore()
        self._write(painter, colour)
        painter.end()

    def _ground(self, chosen: theme.Colours) -> QColor:
        if self._armed:
            return theme.mixed(colour_of(self.label), chosen.paper, 0.3)
        if self.isChecked() or self.isDown():
            return theme.mixed(colour_of(self.label), chosen.paper, 0.16)
        return QColor(chosen.hover if self.underMouse() and self.isEnabled() else chosen.paper)

    def _write(self, painter: QPainter, colour: QColor) -> None:
        room = self.rect().adjusted(13, 1, -13, -int(_EDGE))
        metrics = QFontMetrics(self.font())
        bold = self.font()
        bold.setBold(True)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        start = side | Qt.AlignmentFlag.AlignAbsolute
        if self.label.key:
            painter.setPen(colour)
            painter.setFont(bold)
            painter.drawText(room, start | Qt.AlignmentFlag.AlignVCenter, self.label.key.upper())
            step = metrics.horizontalAdvance(self.label.key) + 9
            room.adjust(0, 0, -step, 0) if mirrored else room.adjust(step, 0, 0, 0)
        painter.setPen(QColor(theme.colours().ink))
        painter.setFont(self.font())
        painter.drawText(room, start | Qt.AlignmentFlag.AlignVCenter, self.text())
