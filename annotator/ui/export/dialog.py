"""Where to export to, as what, and which part of the project; with what would come of it beside."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import UserError
from annotator.exchange.ordering import Order
from annotator.formats.registry import format_named, formats
from annotator.ui import phrases
from annotator.ui.dialogs.base import Dialog, plain
from annotator.ui.dialogs.options_form import OptionsForm
from annotator.ui.dialogs.questions import ask_folder, ask_target
from annotator.ui.export.preview import PreviewPane
from annotator.ui.export.selecting import Offer, SelectionForm
from annotator.ui.export.splitting import SplitsForm

_LEAST = 600
"""Pixels the choices take; what is longer wraps."""
_PATIENCE = 300
"""Milliseconds without a change before the preview is made again."""


class ExportDialog(Dialog):
    """All choices of an export.

    ``remembered`` gives the order last made in a format, ``target_of`` where such an order goes to.
    """

    previewed = Signal(object)
    """The order that is to be previewed; ``None`` if what is looked at is out of date."""

    def __init__(
        self,
        offer: Offer,
        first: str,
        remembered: Callable[[str], Order],
        target_of: Callable[[Order], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Export"))
        self._remembered = remembered
        self._target_of = target_of
        self._own_target = False
        self._agreed = ""
        self._refused = False
        """Whether what is chosen was looked at and cannot be exported."""
        self._ending = ""
        """What the name of the target ends in, as it was last proposed."""
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self.ask_preview)
        self.formats = self._format_choice()
        self.options = OptionsForm(format_named(first).writing)
        self.selection = SelectionForm(offer)
        self.splits = SplitsForm()
        self.zipped = QCheckBox(self.tr("Pack it into a zip archive"))
        self.target = QLineEdit()
        self.target.setAccessibleName(self.tr("Where to"))
        self.preview = PreviewPane()
        self.go = self._lay_out()
        self.formats.setCurrentIndex(self.formats.findData(first))
        self.use_format(first)
        self._connect()
        self.resize(1180, 680)

    def order(self) -> Order:
        """What is chosen."""
        return Order(
            format=str(self.formats.currentData()),
            options=self.options.value(),
            selection=self.selection.value(),
            splits=self.splits.value(),
            zipped=self.zipped.isChecked(),
        )

    def path(self) -> Path:
        """The file or folder to write."""
        path = Path(self.target.text().strip())
        try:
            return path.expanduser()
        except RuntimeError:  # of nobody who is known here
            return path

    def may_replace(self) -> bool:
        """Whether the person was asked about a file that is there, and lets it go."""
        return self._agreed == self.target.text()

    def use_format(self, name: str) -> None:
        """Show what was chosen when this format was last used."""
        order = self._remembered(name)
        fresh = OptionsForm(format_named(name).writing, order.options)
        place = self._format_box.indexOf(self.options)
        self.options.hide()
        self.options.deleteLater()
        self._format_box.insertWidget(place, fresh)
        self.options = fresh
        fresh.come_after(self.formats)
        fresh.setVisible(bool(fresh.fields))
        fresh.changed.connect(self._follow)
        self.selection.set_value(order.selection)
        self.splits.set_value(order.splits)
        self.zipped.setChecked(order.zipped)
        self._own_target = False
        self._follow()

    def show_refusal(self, sentence: str) -> None:
        """Say why what is chosen cannot be exported; once something else is, it may be ordered."""
        self._refused = True
        self.preview.show_trouble(sentence)
        self._allow()

    # ---- inside --------------------------------------------------------------------------------

    def _format_choice(self) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(self.tr("Format"))
        combo.setMaxVisibleItems(20)
        for kind in formats():
            if kind.write is not None:
                combo.addItem(phrases.sentence_of(kind.title), kind.name)
        return combo

    def _lay_out(self) -> QPushButton:
        self.add_heading(self.tr("Export"))
        columns = QHBoxLayout()
        columns.setSpacing(28)
        columns.addWidget(self._choices(), 6)
        columns.addWidget(self.preview, 5)
        self.column.addLayout(columns, 1)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        go = buttons.button(QDialogButtonBox.StandardButton.Ok)
        go.setText(self.tr("Export"))
        return go

    def _choices(self) -> QWidget:
        inner = QWidget()
        self._format_box = column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0) if not phrases.mirrored() else column.setContentsMargins(
            8, 0, 0, 0
        )
        column.setSpacing(10)
        for title, widgets in (
            (self.tr("Format"), (self.formats, self.options)),
            (self.tr("What goes out"), (self.selection, self.splits)),
            (self.tr("Where to"), (self._place(), self.zipped)),
        ):
            caption = plain(title, "heading")
            column.addSpacing(4)
            column.addWidget(caption)
            for widget in widgets:
                column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(_LEAST)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def _place(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        choose = QPushButton(self.tr("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        grid.addWidget(self.target, 0, 0)
        grid.addWidget(choose, 0, 1)
        return box

    def _connect(self) -> None:
        self.formats.currentIndexChanged.connect(lambda: self.use_format(str(self.formats.currentData())))
        self.selection.changed.connect(self._follow)
        self.splits.changed.connect(self._follow)
        self.zipped.toggled.connect(self._follow)
        self.target.textEdited.connect(self._own)
        self.target.textChanged.connect(self._allow)

    def _own(self) -> None:
        """The person has written a target: it is not changed any more, but for what its name ends in."""
        self._own_target = True

    def _choose(self) -> None:
        order, before = self.order(), self.target.text()
        title = self.tr("Where to")
        if order.makes == "folder":
            found = ask_folder(self, title, before)
        else:
            found = ask_target(self, title, before, f"*{order.suffix()}")
        if found is not None:
            self._own_target = True
            self._agreed = str(found)
            self.target.setText(str(found))

    def _follow(self) -> None:
        order = self.order()
        self._refused = False
        self._follow_target(order)
        self.previewed.emit(None)
        self.preview.wait(order)
        self._timer.start()
        self._allow()

    def _follow_target(self, order: Order) -> None:
        """Propose where it goes; of a target the person has written, change what its name ends in."""
        before, ending = self.target.text(), order.suffix()
        if not self._own_target:
            self.target.setText(str(self._target_of(order)))
        elif before.strip() and ending != self._ending and before.endswith(self._ending):
            self.target.setText(before.removesuffix(self._ending) + ending)
        self._ending = ending

    def _allow(self) -> None:
        possible = not self._refused and self._trouble() is None and not self.selection.is_empty()
        self.go.setEnabled(bool(self.target.text().strip()) and possible)

    def _trouble(self) -> UserError | None:
        try:
            self.order().chosen()
        except UserError as error:
            return error
        return None

    def ask_preview(self) -> None:
        """Have what is chosen looked at."""
        trouble = self._trouble()
        if self.selection.is_empty():
            self.preview.show_nothing()
        elif trouble is None:
            self.previewed.emit(self.order())
        else:
            self.preview.show_trouble(phrases.sentence_of(trouble))
