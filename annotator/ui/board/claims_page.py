"""The page of claims: who said something, and what."""

from operator import is_not

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from annotator.core.conventions import CUE, MODE, POLARITY
from annotator.review.board import Claim
from annotator.ui import phrases
from annotator.ui.board.feed import BoardFeed
from annotator.ui.board.figures_page import MOST
from annotator.ui.board.rows_model import Column, RowsModel
from annotator.ui.board.saying import Words
from annotator.ui.board.side_list import SideList, SideRow
from annotator.ui.board.table import BoardTable, CellPainter
from annotator.ui.dialogs.base import plain
from annotator.ui.panels.values import in_logical_order


class ClaimsPage(QWidget):
    """Claims of the speakers selected."""

    entered = Signal(object)
    """A claim to go to."""

    def __init__(self, feed: BoardFeed, words: Words) -> None:
        super().__init__()
        self._feed = feed
        self._words = words
        self._shown: list[Claim] = []
        self.speakers = SideList(self.tr("Speakers"), self.tr("Filter speakers…"))
        self.model: RowsModel[Claim] = RowsModel(self._columns(), _identity, self)
        self.table = BoardTable(self.model, self.tr("Claims"))
        self.table.setItemDelegate(CellPainter(self.table, _no_edge, self.table))
        self.empty = plain(
            self.tr(
                "This reviewer has marked no claim yet. Mark one in an article, say who made it (R), and it"
                " comes here."
            ),
            "muted",
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(80, 40, 80, 40)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.speakers)
        self.detail = plain("", "quote")
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said_by = plain("", "muted")
        self.said_by.setWordWrap(True)
        self.split.addWidget(self._column())
        self.split.setSizes([260, 900])
        self.split.setStretchFactor(1, 1)
        self.split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.split, 1)
        layout.addWidget(self.empty, 1)
        self.setFocusProxy(self.speakers.list)
        self.speakers.chosen.connect(self._show_claims)
        self.table.entered.connect(self.entered)
        self.table.chosen.connect(self._show_detail)

    def refresh(self) -> None:
        """Show the board as it is now."""
        rows = [
            SideRow(said.speaker.key, self._words.speaker(said.speaker), self._words.amount(said))
            for said in self._feed.board.speakers()
        ]
        self.empty.setVisible(not rows)
        self.split.setVisible(bool(rows))
        self.speakers.show_rows(rows)
        self._show_claims()

    def _show_claims(self) -> None:
        board = self._feed.board
        keys = self.speakers.chosen_keys()
        found = {claim.annotation.id: claim for key in keys for claim in board.of_speaker(key)}
        shown = list(found.values())[:MOST]
        if len(shown) != len(self._shown) or any(map(is_not, shown, self._shown)):
            self._shown = shown
            self.table.show_rows(shown)
            if not self.table.selected_ids() and self.model.rows():
                self.table.select_ids([_identity(self.model.rows()[0])])
        self._show_detail()

    def _show_detail(self) -> None:
        """The claims selected, whole: a row has room for the beginning only."""
        ids = self.table.selected_ids()
        claims = [self._feed.board.claims[row_id] for row_id in ids if row_id in self._feed.board.claims]
        if len(claims) != 1:
            self.detail.clear()
            self.said_by.setText(self._words.claims(len(claims)) if claims else "")
            return
        (claim,) = claims
        cue = str(claim.annotation.attributes.get(CUE, ""))
        parts = [self._words.said_by(claim), phrases.isolated(cue), phrases.isolated(claim.article.title)]
        self.detail.setText(in_logical_order(claim.annotation.quote))
        said = "  ·  ".join(part for part in parts if part.strip("\u2068\u2069"))
        self.said_by.setText(phrases.directed(said))

    def _column(self) -> QWidget:
        foot = QFrame()
        foot.setObjectName("verdictBar")
        inside = QVBoxLayout(foot)
        inside.setContentsMargins(16, 11, 16, 13)
        inside.setSpacing(6)
        inside.addWidget(self.detail)
        inside.addWidget(self.said_by)
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table, 1)
        layout.addWidget(foot)
        return column

    def _columns(self) -> list[Column[Claim]]:
        words = self._words

        def choice(name: str, title: str, width: int) -> Column[Claim]:
            return Column(
                title,
                lambda row: words.choice(row.annotation.attributes.get(name)),
                lambda row: (str(row.annotation.attributes.get(name, "\uffff")), row.annotation.id),
                width,
            )

        return [
            Column(self.tr("Date"), lambda row: words.date(row.article), _by_date, 100),
            Column(
                self.tr("Claim"),
                lambda row: words.quote(row.annotation.quote),
                lambda row: (row.annotation.quote, row.annotation.id),
                0,
            ),
            choice(MODE, self.tr("Mode"), 80),
            choice(POLARITY, self.tr("Polarity"), 90),
            Column(
                self.tr("Cue"),
                lambda row: phrases.isolated(str(row.annotation.attributes.get(CUE) or "–")),
                lambda row: (str(row.annotation.attributes.get(CUE, "\uffff")), row.annotation.id),
                90,
            ),
            Column(
                self.tr("Source"),
                lambda row: words.source(row.article),
                lambda row: (not row.article.source, row.article.source, row.annotation.id),
                100,
            ),
            Column(
                self.tr("Article"),
                lambda row: words.quote(row.article.title),
                lambda row: (row.article.position, row.annotation.start, row.annotation.id),
                220,
            ),
        ]


def _identity(row: Claim) -> int:
    return row.annotation.id


def _by_date(row: Claim) -> tuple[object, ...]:
    article = row.article
    return not article.published, article.published, article.position, row.annotation.start, row.annotation.id


def _no_edge(_row: object) -> QColor | None:
    return None
