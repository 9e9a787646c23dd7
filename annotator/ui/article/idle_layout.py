"""Lays a long text out ahead of the reader in small portions.

Qt lays out what is not in view by a timer, each portion twice the one before, up to 200 000 characters: a
tenth of a second in which a wheel or a key waits. Here each tick lays out as much as fits between two frames.
"""

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, QTimerEvent
from PySide6.QtGui import QTextDocument

_PORTION = 10_000  # UTF-16 units: about 3 ms
_TICK = 10  # milliseconds: how Qt's timer for laying out is told from the one for the document's size


class IdleLayout(QObject):
    """Takes the place of Qt's own portions for one document, whose child it is."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._reached = 0
        document.documentLayout().installEventFilter(self)

    def eventFilter(self, _layout: QObject, event: QEvent) -> bool:
        """Lay out one portion in place of Qt's."""
        if not isinstance(event, QTimerEvent) or not self._lays_out(event.timerId()):
            return False
        end = self._document.characterCount() - 1
        # Lines may have been broken anew since; what is laid out already costs nothing.
        self._reached = 0 if self._reached >= end else min(self._reached + _PORTION, end)
        self._document.documentLayout().blockBoundingRect(self._document.findBlock(self._reached))
        return True

    def _lays_out(self, timer_id: int) -> bool:
        timers = QAbstractEventDispatcher.instance().registeredTimers(self._document.documentLayout())
        return any(timer.timerId == timer_id and timer.interval == _TICK for timer in timers)
