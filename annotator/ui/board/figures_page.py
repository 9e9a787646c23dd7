"""The page of figures: the groups, the figures of those selected, the plot, and the verdicts."""

from collections.abc import Sequence
from itertools import chain, islice
from operator import is_not

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QSplitter, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from annotator.core import edits
from annotator.core.change import EditContext, Transaction
from annotator.core.errors import UserError
from annotator.core.records import Comparison, Verdict
from annotator.review.board import Figure
from annotator.review.tables import other
from annotator.store.board import layer_with_id
from annotator.ui import keys, phrases
from annotator.ui.board.colours import of_verdict
from annotator.ui.board.feed import BoardFeed
from annotator.ui.board.plot import Plot
from annotator.ui.board.rows_model import Column, Index, RowsModel
from annotator.ui.board.saying import SIGNS, Words
from annotator.ui.board.side_list import SideList, SideRow
from annotator.ui.board.table import BoardTable, CellPainter
from annotator.ui.board.verdict_bar import VerdictBar
from annotator.ui.dialogs.base import plain
from annotator.ui.workspace import Workspace

_KEYS: dict[str, Verdict] = {
    "=": "agreement", "a": "agreement", "!": "conflict", "c": "conflict", "/": "scope", "s": "scope",
}  # fmt: skip
_MARKED = 1
"""The column of marks."""
MOST = 5_000
"""Figures shown at once; drawing and sorting more takes longer than a person waits for a key."""


class FiguresPage(QWidget):
    """Figures that count the same, to be compared."""

    refused = Signal(object)
    """A UserError."""
    entered = Signal(object)
    """A figure to go to."""

    def __init__(self, workspace: Workspace, feed: BoardFeed, words: Words) -> None:
        super().__init__()
        self._workspace = workspace
        self._feed = feed
        self._words = words
        self.groups = SideList(self.tr("What is counted"), self.tr("Filter what is counted…"))
        self.model: RowsModel[Figure] = RowsModel(self._columns(), _identity, self)
        self.table = BoardTable(self.model, self.tr("Figures"))
        self.plot = Plot(words)
        self.bar = VerdictBar(words)
        self.empty = plain(
            self.tr(
                "This reviewer has marked no figure yet. Mark one in an article and it comes here, beside"
                " those of other articles that count the same."
            ),
            "muted",
        )
        self.limit = plain("", "muted")
        self.limit.setContentsMargins(14, 4, 14, 4)
        self.limit.hide()
        self._shown: list[Figure] = []
        self._followed: list[int] = []
        """The row ids of figures to go with as soon as what they were given has been read."""
        self._edge_of: dict[int, Verdict] = {}
        """Of one figure selected: what was said of it and each other."""
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        """Show the board as it is now."""
        groups = [
            SideRow(
                group.key,
                self._words.group(group),
                self._words.extent(group),
                self._words.spread(group),
            )
            for group in self._feed.board.groups()
        ]
        self.empty.setVisible(not groups)
        self.split.setVisible(bool(groups))
        self.groups.show_rows(groups)
        self._show_group()
        if self._followed and not self._feed.loading:
            self._follow_them()

    def figures(self) -> list[Figure]:
        """The figures selected."""
        known = self._feed.board.figures
        return [known[row_id] for row_id in self.table.selected_ids() if row_id in known]

    def give(self, verdict: Verdict | None) -> None:
        """Say something of the figures selected, or take back what was said."""
        chosen = [figure.annotation for figure in self.figures()]
        said = self._said_of(self.figures())

        def build(context: EditContext) -> Transaction:
            if verdict is None:
                return edits.uncompare(context, chosen, said)
            return edits.compare(context, chosen, verdict, said)

        try:
            self._workspace.perform_in_project(build)
        except UserError as error:
            self.refused.emit(error)

    def note(self, text: str) -> None:
        """Note something on what was said of the figures selected."""
        chosen, said = [figure.annotation for figure in self.figures()], self._said_of(self.figures())
        try:
            self._workspace.perform_in_project(
                lambda context: edits.note_comparisons(context, chosen, said, text)
            )
        except UserError as error:
            self.refused.emit(error)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        """The keys of the verdicts, by the sign or by the place of the key."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = keys.plain_key(event)
        verdict = _KEYS.get(event.text()) or _KEYS.get(key)
        if key == "n":
            self._write_note()
        elif key == "u" and self.bar.unit.isEnabled():
            self.bar.unit.begin()
        elif verdict or event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.give(verdict)
        else:
            return False
        return True

    def give_unit(self, unit: str) -> None:
        """Give the figures selected a unit, and look at the group they come to."""
        figures = self.figures()
        database, labels = self._workspace.require().database, self._workspace.label_set
        try:
            pairs = [(layer_with_id(database, item.annotation.layer_id), item.annotation) for item in figures]
            self._workspace.perform_in_project(
                lambda context: edits.set_attribute_of_all(context, pairs, "unit", unit or None, labels)
            )
        except UserError as error:
            self.refused.emit(error)
            return
        self._followed = [item.id for item in figures]
        if not self._feed.loading:
            self._follow_them()

    def _follow_them(self) -> None:
        """Look at the groups some figures have come to, with these selected."""
        ids, self._followed = self._followed, []
        known = self._feed.board.figures
        self.groups.choose(list(dict.fromkeys(known[row_id].key for row_id in ids if row_id in known)))
        self.table.select_ids(ids)

    def _write_note(self) -> None:
        if self.bar.note.isEnabled():
            self.bar.note.begin()
        else:
            self.refused.emit(
                UserError("Mark agreement, conflict or different scope first; a note stands on that.")
            )

    # ---- following -----------------------------------------------------------------------------

    def _show_group(self) -> None:
        board = self._feed.board
        groups = self.groups.chosen_keys()
        count = sum(map(board.size, groups))
        shown = list(islice(chain.from_iterable(map(board.of_group, groups)), MOST))
        if len(shown) != len(self._shown) or any(map(is_not, shown, self._shown)):
            self._shown = shown
            self.table.show_rows(shown)
            self.plot.show_figures(shown)
        elif self.model.sorted_by == _MARKED:
            self.table.show_rows(shown)
        self.plot.show_said(self._feed.said)
        self.limit.setVisible(count > MOST)
        said = self.tr("The first {shown} of {all} figures are shown; choose fewer groups to see the rest.")
        self.limit.setText(phrases.counted(said.format(shown=f"{MOST:,}", all=f"{count:,}")))
        self._follow_selection()

    def _follow_selection(self) -> None:
        figures = self.figures()
        ids = [figure.id for figure in figures]
        self._edge_of = {}
        if len(ids) == 1:
            self._edge_of = {other(item, ids[0]): item.verdict for item in self._feed.said.get(ids[0], ())}
        self.plot.show_selected(ids)
        self.bar.show_selected(figures, self._said_of(figures), writable=self._workspace.writable)
        self.table.viewport().update()

    def _pick(self, row_id: int, adds: bool) -> None:  # noqa: FBT001  # a slot
        ids = self.table.selected_ids()
        if adds:
            ids = [item for item in ids if item != row_id] if row_id in ids else [*ids, row_id]
        else:
            ids = [row_id]
        self.table.select_ids(ids, row_id)

    def _said_of(self, figures: Sequence[Figure]) -> list[Comparison]:
        found = {item.id: item for figure in figures for item in self._feed.said.get(figure.id, ())}
        return list(found.values())

    def _go_back(self) -> None:
        self.table.setFocus()

    # ---- assembly ------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.table.setItemDelegate(_FigureCell(self, self.table))
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.table)
        right.addWidget(self.plot)
        right.setSizes([300, 230])
        right.setStretchFactor(0, 3)
        right.setStretchFactor(1, 2)
        right.setChildrenCollapsible(False)
        self.right = right
        column = QWidget()
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.limit)
        inside.addWidget(right, 1)
        inside.addWidget(self.bar)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.groups)
        self.split.addWidget(column)
        self.split.setSizes([260, 900])
        self.split.setStretchFactor(1, 1)
        self.split.setChildrenCollapsible(False)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(80, 40, 80, 40)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.split, 1)
        layout.addWidget(self.empty, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.groups.chosen.connect(self._show_group)
        self.table.chosen.connect(self._follow_selection)
        self.table.entered.connect(self.entered)
        self.plot.picked.connect(self._pick)
        self.plot.entered.connect(self.entered)
        self.bar.given.connect(self.give)
        self.bar.noted.connect(self.note)
        self.bar.moved.connect(self.give_unit)
        self.bar.left.connect(self._go_back)
        for widget in (self.table, self.plot, self.groups.list):
            widget.installEventFilter(self)

    def _columns(self) -> list[Column[Figure]]:
        words = self._words
        return [
            Column(self.tr("Value"), words.value, _by_value, 120),
            Column(self.tr("Marked"), self._marked, self._by_marks, 84),
            Column(
                self.tr("Words"),
                lambda row: words.quote(row.annotation.quote),
                lambda row: (row.annotation.quote, row.id),
                0,
            ),
            Column(self.tr("Counted"), words.counted, lambda row: (words.counted(row), row.id), 120),
            Column(
                self.tr("Said by"),
                lambda row: words.said_by(row.claim),
                lambda row: (row.claim is None, words.said_by(row.claim), row.id),
                125,
            ),
            Column(
                self.tr("Source"),
                lambda row: words.source(row.article),
                lambda row: (not row.article.source, row.article.source, row.id),
                90,
            ),
            Column(self.tr("Date"), lambda row: words.date(row.article), _by_date, 96),
            Column(
                self.tr("Article"),
                lambda row: words.quote(row.article.title),
                lambda row: (row.article.position, row.annotation.start, row.id),
                170,
            ),
        ]

    def _marked(self, row: Figure) -> str:
        said = self._feed.said.get(row.id, ())
        counts = {verdict: sum(item.verdict == verdict for item in said) for verdict in SIGNS}
        return "  ".join(f"{SIGNS[verdict]}{count}" for verdict, count in counts.items() if count)

    def _by_marks(self, row: Figure) -> tuple[object, ...]:
        said = self._feed.said.get(row.id, [])
        conflicts = sum(item.verdict == "conflict" for item in said)
        return -conflicts, -len(said), row.id

    def edge(self, row: object) -> QColor | None:
        """The colour at the beginning of a row: what was said of it and the one selected."""
        verdict = self._edge_of.get(row.id) if isinstance(row, Figure) else None
        return None if verdict is None else of_verdict(verdict)


class _FigureCell(CellPainter):
    """As other cells; the value is in the colour of what was said of it, and so are the marks."""

    def __init__(self, page: FiguresPage, table: BoardTable) -> None:
        super().__init__(table, page.edge, table)
        self._page = page

    def draw_inside(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The text; marks are written one by one."""
        if index.column() == _MARKED:
            self._draw_marks(painter, option, str(index.data() or ""))
            return
        if index.column() == 0:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
        super().draw_inside(painter, option, index)

    def _draw_marks(self, painter: QPainter, option: QStyleOptionViewItem, marks: str) -> None:
        by_sign = {sign: verdict for verdict, sign in SIGNS.items()}
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        left = option.rect.left() + 9
        for mark in marks.split():
            width = metrics.horizontalAdvance(mark)
            room = option.rect.adjusted(0, 0, 0, 0)
            room.setLeft(left)
            room.setWidth(width + 2)
            painter.setPen(of_verdict(by_sign[mark[0]]))
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
            place = QStyle.visualRect(option.direction, option.rect, room)
            painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, f"\u2066{mark}\u2069")
            left += width + 10


def _identity(row: Figure) -> int:
    return row.id


def _by_value(row: Figure) -> tuple[object, ...]:
    if row.bounds is None:
        return 1, 0.0, row.id
    return 0, row.bounds.middle, row.id


def _by_date(row: Figure) -> tuple[object, ...]:
    return not row.article.published, row.article.published, row.article.position, row.id
