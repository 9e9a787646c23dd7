"""A layout that fills lines like a text does."""

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class Flow(QLayout):
    """Items beside each other as wide as they like to be, on as many lines as it takes."""

    def __init__(self, parent: QWidget | None = None, gap: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Take in an item."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        """One of them."""
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def takeAt(self, index: int) -> QLayoutItem:
        """Let go of one."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def expandingDirections(self) -> Qt.Orientation:
        """None."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    def minimumSize(self) -> QSize:
        """As wide as the widest item."""
        sizes = [item.sizeHint() for item in self._items]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def sizeHint(self) -> QSize:
        """As the minimum: the lines follow from the width given."""
        return self.minimumSize()

    def setGeometry(self, rect: QRect) -> None:
        """Put each in its place."""
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    def _lay_out(self, rect: QRect, *, move: bool) -> int:
        at, height = QPoint(rect.topLeft()), 0
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), 1), 1 << 20))
            if at.x() > rect.left() and at.x() + size.width() > rect.right() + 1:
                at = QPoint(rect.left(), at.y() + height + self._gap)
                height = 0
            if move:
                item.setGeometry(QStyle.visualRect(direction, rect, QRect(at, size)))
            height = max(height, size.height())
            at += QPoint(size.width() + self._gap, 0)
        return at.y() + height - rect.top()


class FlowBox(QWidget):
    """Widgets that flow into as many lines as it takes, none of which is ever cut off."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self.flow = Flow(self, gap)

    def event(self, event: QEvent) -> bool:
        """Follow what comes and goes."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._keep_height(self.width())
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower means higher."""
        super().resizeEvent(event)
        self._keep_height(event.size().width())

    def _keep_height(self, width: int) -> None:
        self.setMinimumHeight(self.flow.heightForWidth(width))
