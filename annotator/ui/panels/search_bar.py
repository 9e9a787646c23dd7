"""The head of the search panel: what to look for, how it may be spelt, how the hits are shown."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton, QWidget

from annotator.store.search import Query
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.models.concordance import Grouping, Order
from annotator.ui.panels.flow import FlowBox
from annotator.ui.panels.search_folds import FoldsPopup

_FIELD = 330
"""Pixels: room for a phrase."""


class SearchBar(FlowBox):
    """Fields that flow into as many lines as they need."""

    changed = Signal()
    """Something is typed: search when the hand rests."""
    chosen = Signal()
    """Something is chosen: search now."""
    rearranged = Signal()
    """The hits are to be shown in another order, or in other groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = _Field()
        self.field.setPlaceholderText(self.tr("Search all articles"))
        self.field.setAccessibleName(self.tr("Search all articles"))
        self.field.setClearButtonEnabled(True)
        self.mode = _choice(
            self.tr("How it is spelt"),
            (
                (self.tr("Similar spelling"), "folded"),
                (self.tr("As typed"), "exact"),
                (self.tr("Regular expression"), "regex"),
            ),
        )
        self.whole = _toggle(self.tr("Whole words"), self.tr("Whole words, also after و ف ب ل ك"))
        self.spelling = _button(self.tr("Spelling ▾"), self.tr("Which spellings are taken for the same"))
        self.folds = FoldsPopup(self)
        self.narrow = _toggle(self.tr("Filters"), self.tr("Look only in some annotations or articles"))
        self.grouping = _choice(
            self.tr("Groups"),
            (
                (self.tr("By article"), "document"),
                (self.tr("By form"), "form"),
                (self.tr("No groups"), "none"),
            ),
        )
        self.order = _choice(
            self.tr("Order"),
            (
                (self.tr("In order of place"), "place"),
                (self.tr("By the words before"), "before"),
                (self.tr("By the words after"), "after"),
                (self.tr("In order of form"), "form"),
            ),
        )
        self.cancel = _button(self.tr("Stop"), self.tr("Stop searching"))
        self.again = _button(self.tr("Changed since · search again"), self.tr("Search again (Enter)"))
        self.count = plain("", "muted")
        self._arrange()
        self._connect()

    def query(self) -> Query:
        """What is to be looked for, anywhere."""
        return Query(
            needle=self.field.text(),
            mode=self.mode.currentData(),
            folds=self.folds.folds(),
            whole_word=self.whole.isChecked(),
        )

    def show_query(self, query: Query) -> None:
        """Show what a query asks for, without searching."""
        self.blockSignals(True)  # noqa: FBT003  # Qt's own
        self.field.setText(query.needle)
        self.mode.setCurrentIndex(self.mode.findData(query.mode))
        self.whole.setChecked(query.whole_word)
        self.folds.show_folds(query.folds)
        self.blockSignals(False)  # noqa: FBT003
        self._follow_mode()

    def arrangement(self) -> tuple[Order, Grouping]:
        """How the hits are to be shown."""
        return self.order.currentData(), self.grouping.currentData()

    def count_filters(self, count: int) -> None:
        """Say how many filters are in use."""
        title = self.tr("Filters")
        self.narrow.setText(phrases.counted(f"{title} ({count})") if count else title)
        self.narrow.updateGeometry()

    def _arrange(self) -> None:
        for widget in (
            self.field,
            self.mode,
            self.whole,
            self.spelling,
            self.narrow,
            self.grouping,
            self.order,
            self.cancel,
            self.again,
            self.count,
        ):
            widget.setMinimumHeight(self.field.sizeHint().height())
            self.flow.addWidget(widget)
        self.cancel.hide()
        self.again.hide()

    def _connect(self) -> None:
        self.field.textEdited.connect(self.changed)
        self.field.textChanged.connect(self._clear_if_empty)
        self.mode.currentIndexChanged.connect(self._follow_mode)
        self.mode.currentIndexChanged.connect(self.chosen)
        self.whole.toggled.connect(self.chosen)
        self.spelling.clicked.connect(self._show_folds)
        self.folds.changed.connect(self.changed)
        self.grouping.currentIndexChanged.connect(self.rearranged)
        self.order.currentIndexChanged.connect(self.rearranged)
        self.again.clicked.connect(self.chosen)

    def _clear_if_empty(self, typed: str) -> None:
        if not typed:
            self.chosen.emit()

    def _follow_mode(self) -> None:
        self.spelling.setEnabled(self.mode.currentData() == "folded")

    def _show_folds(self) -> None:
        self.folds.come_up(self.spelling)


class _Field(QLineEdit):
    """A field as wide as a phrase."""

    def sizeHint(self) -> QSize:
        """Room for a phrase."""
        return QSize(_FIELD, super().sizeHint().height())


def _button(title: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName("quiet")
    made.setText(title)
    made.setToolTip(phrases.tooltip(tip))
    made.setAccessibleDescription(tip)
    return made


def _toggle(title: str, tip: str) -> QToolButton:
    made = _button(title, tip)
    made.setCheckable(True)
    return made


def _choice(name: str, choices: tuple[tuple[str, str], ...]) -> QComboBox:
    made = QComboBox()
    made.setObjectName("quiet")
    made.setAccessibleName(name)
    made.setToolTip(name)
    for title, value in choices:
        made.addItem(title, value)
    return made
