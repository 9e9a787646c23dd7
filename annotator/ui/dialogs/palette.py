"""The command palette: type a few letters of an action's name, in either language, and press Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui import phrases, theme
from annotator.ui.action_set import RowAction
from annotator.ui.panels.quiet import quieten
from annotator.ui.panels.rows import Index, draw_ground

_ACTION = Qt.ItemDataRole.UserRole


class Palette(QDialog):
    """All actions of the window, those first that fit best what is typed."""

    def __init__(self, actions: Sequence[RowAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Find an action"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = [action for action in actions if action.row.id != "palette"]
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("What do you want to do?"))
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Actions"))
        self.list.setItemDelegate(_Row(self.list))
        self.list.setUniformItemSizes(True)
        quieten(self.list)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._run)
        frame = QFrame()
        frame.setObjectName("palette")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(6, 4, 6, 8)
        inside.addWidget(self.field)
        inside.addWidget(self.list)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(frame)
        self.resize(600, 460)
        self.move(parent.mapToGlobal(QPoint((parent.width() - 600) // 2, 90)))
        self._filter()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while one types."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
            self.list.setCurrentRow(row)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
            return True
        return False

    def _filter(self) -> None:
        typed = self.field.text().strip()
        scored = [(_best(typed, action), place, action) for place, action in enumerate(self._actions)]
        fitting = sorted((item for item in scored if item[0] is not None), key=_by_score)
        self.list.clear()
        for _, _, action in fitting:
            item = QListWidgetItem(f"{action.title()} – {action.other_title()}")
            item.setData(_ACTION, action)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _run(self) -> None:
        action = self.list.currentIndex().data(_ACTION)
        if isinstance(action, RowAction) and action.isEnabled():
            self.accept()
            action.trigger()


def _by_score(item: tuple[int | None, int, RowAction]) -> tuple[bool, int, int]:
    score, place, action = item
    return (not action.isEnabled(), -(score or 0), place)


def _best(typed: str, action: RowAction) -> int | None:
    scores = [fit(typed, name) for name in (action.title(), action.other_title(), action.row.id)]
    return max((score for score in scores if score is not None), default=None)


def fit(typed: str, name: str) -> int | None:
    """How well letters typed in order fit a name, starts of words most; ``None`` if not all are in it."""
    score, at, name = 0, 0, name.casefold()
    for letter in typed.casefold():
        if letter.isspace():
            continue
        found = name.find(letter, at)
        if found < 0:
            return None
        starts = found == 0 or not name[found - 1].isalnum()
        score += 8 if starts else 4 if found == at else 1
        at = found + 1
    return score


class _Row(QStyledItemDelegate):
    """Name, the name in the other language, keys."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, theme.pitch(option.font) + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        action = index.data(_ACTION)
        view = option
        if not isinstance(action, RowAction):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = theme.colours()
        picked = bool(view.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, view, picked=picked, current=chosen.picked)
        rect: QRect = view.rect.adjusted(18, 0, -18, 0)
        direction = view.direction
        font: QFont = view.font
        absolute = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        start = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft) | absolute
        end = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight) | absolute
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(chosen.ink if action.isEnabled() else chosen.muted))
        title = action.title()
        painter.drawText(rect, start, title)
        painter.setPen(QColor(chosen.muted))
        keys = action.key_names()
        painter.drawText(rect, end, keys)
        other = action.other_title()
        if other != title:
            used = metrics.horizontalAdvance(title) + 16
            room = rect.width() - used - metrics.horizontalAdvance(keys) - 16
            at = QStyle.visualRect(
                direction, rect, QRect(rect.left() + used, rect.top(), room, rect.height())
            )
            painter.drawText(
                at, start, phrases.isolated(metrics.elidedText(other, Qt.TextElideMode.ElideRight, room))
            )
        painter.restore()
