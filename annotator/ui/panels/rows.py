"""How rows of lists are drawn: articles with their status, annotations with their colour."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.records import Annotation, Status
from annotator.store.queries import DocumentSummary
from annotator.ui import phrases, theme
from annotator.ui.models.annotations import ITEM, Heading
from annotator.ui.models.documents import SUMMARY, DocumentsModel, title_of
from annotator.ui.panels.chip import colour_of
from annotator.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_PAD = 10
_DOT = 11
_LINES = 2


def _start(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def _visual(option: QStyleOptionViewItem, logical: QRect) -> QRect:
    return QStyle.visualRect(option.direction, option.rect, logical)


def draw_ground(painter: QPainter, option: QStyleOptionViewItem, *, picked: bool, current: str) -> None:
    """Behind a row: what is picked, hovered over, or has the focus."""
    chosen = theme.colours()
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5), 8, 8)
    if picked:
        painter.fillPath(shape, QColor(current))
        painter.setPen(QPen(QColor(chosen.line), 1))
        painter.drawPath(shape)
    elif hovered:
        painter.fillPath(shape, QColor(chosen.hover))
    if option.state & QStyle.StateFlag.State_HasFocus and option.state & QStyle.StateFlag.State_Selected:
        painter.setPen(QPen(QColor(chosen.accent), 1))
        painter.drawPath(shape)


def draw_status(painter: QPainter, box: QRectF, status: Status) -> None:
    """○ new, ◐ started, ● done."""
    chosen = theme.colours()
    colour = QColor(chosen.done if status == "done" else chosen.muted)
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(colour if status == "done" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)
    if status == "started":
        painter.setBrush(colour)
        painter.drawPie(box, 90 * 16, 180 * 16)
    painter.setBrush(Qt.BrushStyle.NoBrush)


class DocumentRow(QStyledItemDelegate):
    """Status, title on two lines, or how the article begins, name and number of annotations."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for two lines of title and one of counts; a name alone takes one line."""
        summary = index.data(SUMMARY)
        lines = _LINES if isinstance(summary, DocumentSummary) and _is_named(summary) else 1
        return QSize(120, theme.pitch(option.font) * (lines + 1) + 24)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        summary = index.data(SUMMARY)
        model = index.model()
        if not isinstance(summary, DocumentSummary) or not isinstance(model, DocumentsModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = theme.colours()
        view = option
        picked = bool(view.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, view, picked=picked, current=chosen.paper)
        pitch = theme.pitch(view.font)
        top = view.rect.top() + 11
        dot = _visual(view, QRect(view.rect.left() + 16, top + (pitch - _DOT) // 2, _DOT, _DOT))
        draw_status(painter, QRectF(dot), summary.status)
        left = view.rect.left() + 16 + _DOT + _PAD
        room = _visual(view, QRect(left, top, view.rect.right() - left - 14, pitch * _LINES))
        guessed = bool(summary.opening) and not summary.document.title
        painter.setPen(QColor(chosen.muted if guessed else chosen.ink))
        lines = self._title(painter, room, view, title_of(summary))
        below = QRect(room.left(), top + lines * pitch + 5, room.width(), pitch)
        small = QFont(view.font)
        small.setPointSizeF(view.font.pointSizeF() * 0.9)
        painter.setFont(small)
        painter.setPen(QColor(chosen.muted))
        painter.drawText(
            below, _start(view) | Qt.AlignmentFlag.AlignTop, self._line(summary, model, small, below)
        )
        painter.restore()

    def _line(self, summary: DocumentSummary, model: DocumentsModel, font: QFont, room: QRect) -> str:
        count = phrases.counted(model.count_name(summary.annotations))
        if not _is_named(summary):
            return count
        metrics = QFontMetrics(font)
        left = room.width() - metrics.horizontalAdvance(f" · {count}") - 4
        name = metrics.elidedText(summary.document.name, Qt.TextElideMode.ElideMiddle, left)
        return f"{phrases.isolated(name)} · {count}"

    def _title(self, painter: QPainter, room: QRect, view: QStyleOptionViewItem, title: str) -> int:
        """Write a title on at most two lines; returns how many it took."""
        shown = phrases.shortened(title, 300)
        option = QTextOption(_start(view))
        right_to_left = shown.isascii() is False and _reads_right_to_left(shown)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        option.setAlignment(_start(view))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(shown, view.font)
        layout.setTextOption(option)
        metrics, pitch = QFontMetrics(view.font), theme.pitch(view.font)
        layout.beginLayout()
        for number in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room.width())
            last = number == _LINES - 1
            if last and line.textStart() + line.textLength() < len(shown):
                rest = metrics.elidedText(
                    shown[line.textStart() :], Qt.TextElideMode.ElideRight, room.width()
                )
                cut = shown[: line.textStart()] + rest
                layout.endLayout()
                return self._title(painter, room, view, cut) if cut != shown else _LINES
            line.setPosition(QPointF(0, number * pitch))
        layout.endLayout()
        layout.draw(painter, QPointF(room.topLeft()))
        return layout.lineCount()


def _is_named(summary: DocumentSummary) -> bool:
    """Whether the list calls it something else than the name of its file."""
    return bool(summary.document.title or summary.opening)


def _reads_right_to_left(text: str) -> bool:
    import unicodedata

    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return True


class AnnotationRow(QStyledItemDelegate):
    """A coloured square and the quote; above each group its label with the count."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(80, theme.pitch(option.font) + 13)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        item = index.data(ITEM)
        view = option
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picked = bool(view.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, view, picked=picked, current=theme.colours().picked)
        if isinstance(item, Heading):
            self._heading(painter, view, item)
        elif isinstance(item, Annotation):
            self._annotation(painter, view, item)
        painter.restore()

    def _heading(self, painter: QPainter, view: QStyleOptionViewItem, heading: Heading) -> None:
        bold = QFont(view.font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(colour_of(heading.label)))
        closed = "◂" if view.direction == Qt.LayoutDirection.RightToLeft else "▸"
        title = heading.label.title(phrases.language())
        text = f"{closed if heading.collapsed else '▾'} {title}  {phrases.counted(str(heading.count))}"
        room = view.rect.adjusted(16, 0, -16, 0)
        painter.drawText(room, _start(view) | Qt.AlignmentFlag.AlignVCenter, text)

    def _annotation(self, painter: QPainter, view: QStyleOptionViewItem, annotation: Annotation) -> None:
        label = self._workspace.label_set.label_by_id.get(annotation.label_id)
        colour = colour_of(label) if label is not None else theme.colours().muted
        box = _visual(view, QRect(view.rect.left() + 18, view.rect.center().y() - 4, 9, 9))
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(box), 2.5, 2.5)
        painter.fillPath(shape, QColor(colour))
        left = view.rect.left() + 18 + 9 + _PAD
        room = _visual(view, QRect(left, view.rect.top(), view.rect.right() - left - 16, view.rect.height()))
        metrics = QFontMetrics(view.font)
        quote = metrics.elidedText(
            phrases.shortened(annotation.quote, 300), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(QColor(theme.colours().ink))
        align = _start(view) | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, align, phrases.isolated(quote))
