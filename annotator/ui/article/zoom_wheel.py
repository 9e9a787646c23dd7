"""Zooming with Ctrl and the wheel, once for all notches that are waiting."""

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QBasicTimer, QObject, QTimerEvent

if TYPE_CHECKING:
    from annotator.ui.article.sheet import Sheet

ZOOM_STEP = 1.1
_NOTCH = 120  # Qt's eighths of a degree
_SLOW = 0.05  # seconds for a zoom, from which on
_REST = 90  # milliseconds without a notch are waited for before the next


class ZoomWheel(QObject):
    """Gathers notches; where a long text takes time to lay out, until the wheel rests."""

    def __init__(self, sheet: "Sheet") -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._timer = QBasicTimer()
        self._notches = 0.0
        self._seconds = 0.0  # what the last zoom took

    def turn(self, angle: int) -> None:
        """Follow the wheel by an angle, soon."""
        self._notches += angle / _NOTCH
        self._timer.start(_REST if self._seconds > _SLOW else 0, self)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Zoom by all the notches the wheel has turned."""
        if event.timerId() != self._timer.timerId():
            super().timerEvent(event)
            return
        self._timer.stop()
        notches, self._notches = self._notches, 0.0
        start = monotonic()
        self._sheet.set_zoom(round(self._sheet.zoom() * ZOOM_STEP**notches, 3))
        self._seconds = monotonic() - start
