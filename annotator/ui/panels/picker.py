"""A question with its answers: a list one narrows by typing, and takes from by number, Enter or mouse."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.text.folding import fold
from annotator.ui import keys, phrases, theme
from annotator.ui.dialogs.base import plain
from annotator.ui.panels.quiet import quieten
from annotator.ui.panels.rows import Index, draw_ground

_ANSWER = Qt.ItemDataRole.UserRole
_MOST = 200
"""More answers than this nobody reads; typing narrows them."""
_NUMBERED = 9


@dataclass(frozen=True)
class Answer:
    """One thing to take."""

    value: object
    text: str
    note: str = ""
    """Said more quietly at the end."""
    colour: str = ""
    key: str = ""
    """A key of its own; the others are numbered."""
    words: str = ""
    """What typing is compared with, besides the text."""
    picked: bool = False
    """Whether it is the answer so far."""
    annotation_id: int | None = None
    """The annotation it stands for, to be lit up in the article."""


class Question(ABC):
    """What is asked about the selected annotation."""

    title: str
    typed = ""
    """What the person had typed before the list was there."""

    @abstractmethod
    def answers(self, typed: str) -> list[Answer]:
        """The answers that fit what is typed, best first."""

    @abstractmethod
    def take(self, value: object) -> "Question | None":
        """Do what was answered; what there is to ask next.

        Raises:
            UserError: it may not be.
        """

    def targets(self) -> frozenset[int]:
        """The annotations that a click in the article may answer with."""
        return frozenset()


def fitting(answers: list[Answer], typed: str) -> list[Answer]:
    """Those that have every word typed, however it is spelt; those that begin with it first."""
    wanted = fold(" ".join(typed.split()))
    if not wanted:
        return answers
    found = []
    for place, answer in enumerate(answers):
        folded = fold(f"{answer.text}\n{answer.words}")
        if all(word in folded for word in wanted.split()):
            begins = any(line.startswith(wanted) for line in folded.split("\n"))
            found.append((not begins, place, answer))
    return [answer for _, _, answer in sorted(found, key=_rank)]


def _rank(item: tuple[bool, int, Answer]) -> tuple[bool, int]:
    return item[:2]


class Picker(QWidget):
    """Shows a question."""

    taken = Signal(object)
    """The value of the answer."""
    lit = Signal(object)
    """int | None: the annotation to light up in the article."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self.title = plain("", "heading")
        self.title.setWordWrap(True)
        self.about = plain("", "muted")
        self.about.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Type to narrow"))
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Answers"))
        self.list.setItemDelegate(_Row(self.list))
        self.list.setUniformItemSizes(True)
        quieten(self.list)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._take_current)
        self.list.currentRowChanged.connect(self._light)
        self.help = plain("", "muted")
        self.help.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 8)
        layout.setSpacing(8)
        for widget in (self.title, self.about, self.field, self.help):
            widget.setContentsMargins(14, 0, 14, 0)
        inset = QVBoxLayout()
        inset.setContentsMargins(14, 0, 14, 0)
        inset.addWidget(self.field)
        layout.addWidget(self.title)
        layout.addWidget(self.about)
        layout.addLayout(inset)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.help)
        self.field.setContentsMargins(0, 0, 0, 0)

    def ask(self, question: Question, about: str) -> None:
        """Show a question about a quote."""
        self._question = question
        self.title.setText(question.title)
        self.about.setText(phrases.isolated(phrases.shortened(about, 44)))
        self.field.setAccessibleName(question.title)
        by_mouse = bool(question.targets())
        self.help.setText(
            self.tr("1–9 or Enter takes, Esc goes back. A click on an annotation takes it too.")
            if by_mouse
            else self.tr("1–9 or Enter takes, Esc goes back.")
        )
        self.field.setText(question.typed)
        self._fill()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_question(self) -> None:
        """There is nothing to answer any more."""
        self._question = None
        self.lit.emit(None)
        self.list.clear()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Numbers take, arrows move in the list while one types."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._step(step)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_current()
            return True
        return not self.field.text() and self._by_key(keys.pressed(event))

    def _by_key(self, key: str) -> bool:
        for row in range(self.list.count() if key else 0):
            item = self.list.item(row)
            if item.data(_ANSWER + 1) == key:
                self.list.setCurrentRow(row)
                self._take_current()
                return True
        return False

    def _step(self, step: int) -> None:
        """Down from the last is the first; a page stops at the ends."""
        count = self.list.count()
        if count:
            row = self.list.currentRow() + step
            self.list.setCurrentRow(row % count if abs(step) == 1 else min(max(row, 0), count - 1))

    def _fill(self) -> None:
        self.list.clear()
        if self._question is None:
            return
        number = 0
        answers = self._question.answers(self.field.text())
        # What has a key of its own can always be reached.
        own = [answer for answer in answers if answer.key]
        for answer in [*[item for item in answers if not item.key][:_MOST], *own]:
            item = QListWidgetItem(answer.text)
            item.setData(_ANSWER, answer)
            key = answer.key
            if not key and number < _NUMBERED:
                number += 1
                key = str(number)
            item.setData(_ANSWER + 1, key)
            item.setToolTip(phrases.tooltip(answer.text))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _light(self) -> None:
        answer = self.list.currentIndex().data(_ANSWER)
        self.lit.emit(answer.annotation_id if isinstance(answer, Answer) else None)

    def _take_current(self) -> None:
        answer = self.list.currentIndex().data(_ANSWER)
        if isinstance(answer, Answer):
            self.taken.emit(answer.value)


class _Row(QStyledItemDelegate):
    """Key, colour, text, note."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, theme.pitch(option.font) + 11)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        answer, view = index.data(_ANSWER), option
        if not isinstance(answer, Answer):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = theme.colours()
        picked = bool(view.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, view, picked=picked, current=chosen.picked)
        rect: QRect = view.rect.adjusted(14, 0, -14, 0)
        font: QFont = view.font
        metrics = QFontMetrics(font)
        absolute = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        start = QStyle.visualAlignment(view.direction, Qt.AlignmentFlag.AlignLeft) | absolute
        end = QStyle.visualAlignment(view.direction, Qt.AlignmentFlag.AlignRight) | absolute
        painter.setPen(QColor(chosen.muted))
        painter.setFont(font)
        painter.drawText(rect, start, phrases.left_to_right(str(index.data(_ANSWER + 1) or "")))
        used = 18
        if answer.colour:
            box = QRect(rect.left() + used, rect.center().y() - 4, 9, 9)
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(QStyle.visualRect(view.direction, rect, box)), 2.5, 2.5)
            painter.fillPath(shape, QColor(answer.colour))
            used += 17
        note = f"✓ {answer.note}".strip() if answer.picked else answer.note
        note_room = min(metrics.horizontalAdvance(note) + 6, rect.width() // 2) if note else 0
        painter.drawText(rect, end, metrics.elidedText(note, Qt.TextElideMode.ElideRight, note_room))
        room = rect.width() - used - (note_room + 10 if note else 0)
        at = QRect(rect.left() + used, rect.top(), room, rect.height())
        text = metrics.elidedText(phrases.shortened(answer.text, 300), Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(chosen.ink))
        painter.drawText(QStyle.visualRect(view.direction, rect, at), start, phrases.isolated(text))
        painter.restore()
