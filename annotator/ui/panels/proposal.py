"""What is proposed for the selected annotation: a quiet line above its form, with the reasons."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.ui import phrases, theme
from annotator.ui.dialogs.base import plain
from annotator.ui.panels.flow import Flow
from annotator.ui.proposal_parts import Part

_DOT = 7.0
_PAD = 9
_RADIUS = 7.0


class PartButton(QAbstractButton):
    """One thing proposed; a click takes it alone."""

    hovered = Signal(object)
    """bool: whether the pointer is on it."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part = part
        self.setText(part.text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Accept {title}: {value}").format(title=part.title, value=part.text))
        self.setToolTip(phrases.tooltip(f"{part.title}: {part.whole or part.text}"))

    def sizeHint(self) -> QSize:
        """Room for dot and text."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2 * _PAD + self._dot_room()
        return QSize(width + 2, theme.pitch(self.font()) + 8)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up whom it names."""
        super().enterEvent(event)
        self.hovered.emit(True)  # noqa: FBT003  # what the signal tells
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Let go."""
        super().leaveEvent(event)
        self.hovered.emit(False)  # noqa: FBT003  # what the signal tells
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dotted outline, as suggestions have in the article, the dot of a label, the text."""
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        pen = QPen(QColor(colours.accent if self.hasFocus() else colours.muted), 1.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern((0.1, 2.2))
        painter.setPen(pen)
        painter.setBrush(QColor(colours.hover) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        if self.part.colour:
            x = room.right() - _DOT / 2 if mirrored else room.left() + _DOT / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.part.colour))
            painter.drawEllipse(QPointF(x, frame.center().y()), _DOT / 2, _DOT / 2)
            step = self._dot_room()
            room.adjust(0, 0, -step, 0) if mirrored else room.adjust(step, 0, 0, 0)
        painter.setPen(QColor(colours.ink))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align, shown)
        painter.end()

    def _dot_room(self) -> int:
        return int(_DOT) + 6 if self.part.colour else 0


class ProposalSection(QFrame):
    """“Proposed”, the parts, and muted below them why. Y accepts all, a click one part."""

    accepted = Signal()
    part_accepted = Signal(object)
    """A Part."""
    pointed = Signal(object)
    """The Part the pointer is on, or ``None``."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("proposal")
        self.setAccessibleName(self.tr("Proposed"))
        self.parts: list[PartButton] = []
        self.all = QPushButton(phrases.left_to_right("Y"))
        self.all.setObjectName("keyCap")
        self.all.setCursor(Qt.CursorShape.PointingHandCursor)
        self.all.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.all.setAccessibleName(self.tr("Accept all that is proposed"))
        self.all.setToolTip(phrases.tooltip(f"{self.all.accessibleName()} (Y)"))
        self.all.clicked.connect(self.accepted)
        self.reasons = plain("", "muted")
        self.reasons.setWordWrap(True)
        small = self.reasons.font()
        small.setPointSizeF(small.pointSizeF() * 0.92)
        self.reasons.setFont(small)
        head = QHBoxLayout()
        head.addWidget(plain(self.tr("Proposed"), "caption"))
        head.addStretch(1)
        head.addWidget(self.all)
        self._line = QWidget()
        self._flow = Flow(self._line, gap=5)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._line.setSizePolicy(policy)  # a long name is cut: the panel does not grow for it
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addWidget(self.reasons)
        self.hide()

    def show_parts(self, parts: list[Part], reasons: list[str]) -> None:
        """Show these; with none there is nothing to see."""
        if [button.part for button in self.parts] != parts:
            self._fill(parts)
        self.reasons.setText(" · ".join(reasons))
        self.reasons.setVisible(bool(reasons))
        self.setVisible(bool(parts))
        # Let all stand where it belongs at once: Tab goes by what stands where.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _fill(self, parts: list[Part]) -> None:
        self.pointed.emit(None)
        for button in self.parts:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.parts = []
        for part in parts:
            button = PartButton(part)
            button.clicked.connect(self._take)
            button.hovered.connect(self._point)
            self._flow.addWidget(button)
            self.parts.append(button)
        self._line.updateGeometry()

    def _take(self) -> None:
        button = self.sender()
        if isinstance(button, PartButton):
            self.part_accepted.emit(button.part)

    def _point(self, on: bool) -> None:  # noqa: FBT001  # a slot
        button = self.sender()
        self.pointed.emit(button.part if on and isinstance(button, PartButton) else None)
