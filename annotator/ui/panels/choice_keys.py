"""A choice as a row of small keys: each is picked by its number, by its sign, or with the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from annotator.ui import keys, phrases, theme
from annotator.ui.panels import values
from annotator.ui.panels.flow import Flow

MOST = 9
"""More choices than this are a list."""
_RADIUS = 6.5
_CORNER = 3
"""Pixels from the edge of a sign's key to its number."""


class ChoiceKeys(QWidget):
    """One of several values, or none."""

    chosen = Signal(object)
    """The value the hand picked, or ``None`` to have none."""

    def __init__(self, choices: Sequence[str], colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.choices = tuple(choices)
        self._joined = all(values.is_sign(choice) for choice in choices)
        self.keys = [_Key(choice, place, colour, self) for place, choice in enumerate(self.choices, 1)]
        self._arrange()
        for key in self.keys:
            key.clicked.connect(self._click)

    def value(self) -> str | None:
        """What is picked."""
        return next((key.choice for key in self.keys if key.isChecked()), None)

    def show_value(self, value: object) -> None:
        """Show what is picked, without telling anyone."""
        for key in self.keys:
            key.setChecked(key.choice == value)
        self.setAccessibleDescription(values.meaning(str(value)) if value is not None else "")

    def pick(self, value: str | None) -> None:
        """Pick a value as the hand does."""
        self.show_value(value)
        self.chosen.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Numbers and signs pick, arrows move, Delete takes away; the rest is the form's."""
        choice = self._meant(event)
        if choice is not None:
            self.pick(choice)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.pick(None)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            self._step(left=event.key() == Qt.Key.Key_Left)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Take the keys that pick before they are anyone's shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._meant(event) is not None
        ):
            event.accept()
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
            for key in self.keys:
                key.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame around joined keys."""
        if not self._joined:
            return
        chosen = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(chosen.accent if self.hasFocus() else chosen.line), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.end()

    def _arrange(self) -> None:
        if self._joined:
            # Signs read left to right: > must not turn into < in a window that reads the other way.
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            row = QHBoxLayout(self)
            row.setContentsMargins(1, 1, 1, 1)
            row.setSpacing(0)
            for key in self.keys:
                row.addWidget(key, 1)
            return
        flow = Flow(self)
        for key in self.keys:
            flow.addWidget(key)

    def _meant(self, event: QKeyEvent) -> str | None:
        place = keys.pressed(event)
        if place.isdigit() and 0 < int(place) <= len(self.choices):
            return self.choices[int(place) - 1]
        typed = event.text()
        return next(
            (item for item in self.choices if typed and typed in (item, values.SIGNS.get(item))), None
        )

    def _step(self, *, left: bool) -> None:
        onward = left == (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        value = self.value()
        if value is None:
            self.pick(self.choices[0 if onward else -1])
            return
        place = self.choices.index(value) + (1 if onward else -1)
        if 0 <= place < len(self.choices):
            self.pick(self.choices[place])

    def _click(self) -> None:
        """Pick what was clicked; clicked again, it is taken away."""
        key = self.sender()
        if isinstance(key, _Key):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.pick(None if key.isChecked() else key.choice)


class _Key(QAbstractButton):
    """One choice, with its number while the row has the focus."""

    def __init__(self, choice: str, place: int, colour: str, row: ChoiceKeys) -> None:
        super().__init__(row)
        self.choice = choice
        self._row = row
        self._colour = colour
        self._number = str(place)
        self.setText(values.face(choice))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(values.meaning(choice))
        self.setToolTip(phrases.tooltip(f"{values.meaning(choice)} ({self._number})"))
        self._sign = values.is_sign(choice)

    def nextCheckState(self) -> None:
        """Stay as it is: the row checks what is picked."""

    def sizeHint(self) -> QSize:
        """Room for number and word; signs share the width."""
        metrics = QFontMetrics(self.font())
        width = 26 if self._sign else metrics.horizontalAdvance(self.text()) + self._number_room() + 18
        return QSize(width, theme.pitch(self.font()) + 6)

    def minimumSizeHint(self) -> QSize:
        """Signs may be squeezed."""
        return QSize(18, self.sizeHint().height()) if self._sign else self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        chosen = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled() and not self.isChecked():
            painter.setOpacity(0.55)
        shape = QPainterPath()
        inset = 1.0 if self._sign else 0.5
        shape.addRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS - 1, _RADIUS - 1
        )
        painter.fillPath(shape, self._ground(chosen))
        if not self._sign:
            focused = self._row.hasFocus()
            painter.setPen(QPen(QColor(chosen.accent if focused else chosen.line), 1))
            painter.drawPath(shape)
        self._write(painter, chosen)
        painter.end()

    def _ground(self, chosen: theme.Colours) -> QColor:
        if self.isChecked():
            return theme.mixed(self._colour, chosen.paper, 0.18)
        if self.underMouse() and self.isEnabled():
            return QColor(chosen.hover)
        return QColor(chosen.paper if self._sign else chosen.desk)

    def _write(self, painter: QPainter, chosen: theme.Colours) -> None:
        small = self._small()
        middle = Qt.AlignmentFlag.AlignCenter
        ink = QColor(chosen.ink)
        if self._sign:
            painter.setPen(ink)
            bold = QFont(self.font())
            bold.setBold(self.isChecked())
            painter.setFont(bold)
            room = self.beside_number(QFontMetrics(bold)) if self._row.hasFocus() else None
            painter.drawText(room or self.rect(), middle, phrases.left_to_right(self.text()))
            if room is not None:
                painter.setFont(small)
                painter.setPen(QColor(chosen.muted))
                side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
                corner = side | Qt.AlignmentFlag.AlignBottom
                painter.drawText(self.rect().adjusted(_CORNER, 0, 0, -1), corner, self._number)
            return
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        step = self._number_room()
        room = self.rect().adjusted(9, 0, -9, 0)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        where = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(small)
        painter.setPen(QColor(chosen.muted))
        painter.drawText(room, where, self._number)
        room = room.adjusted(0, 0, -step, 0) if mirrored else room.adjusted(step, 0, 0, 0)
        painter.setFont(self.font())
        painter.setPen(ink)
        painter.drawText(room, where, phrases.isolated(self.text()))

    def beside_number(self, metrics: QFontMetrics) -> QRect | None:
        """Where a sign stands so that its number does not lie over it; none if there is no room for both."""
        number = _CORNER + QFontMetrics(self._small()).horizontalAdvance(self._number) + 1
        sign = metrics.horizontalAdvance(self.text())
        if number + sign > self.width():
            return None
        aside = (self.width() - sign) // 2
        return self.rect().adjusted(2 * max(number - aside, 0), 0, 0, 0)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.8)
        return font

    def _number_room(self) -> int:
        return QFontMetrics(self._small()).horizontalAdvance(self._number) + 5
