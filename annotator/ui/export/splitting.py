"""Whether the articles are split into parts to train, tune and test on, and how large the parts are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from annotator.exchange.splitting import Splits
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain, set_in

_WIDTH = 82


class SplitsForm(QWidget):
    """A tick; with it, the shares of dev and test, from which that of train follows, and the seed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.tick = QCheckBox(self.tr("Split the articles into parts to train, tune and test on"))
        column.addWidget(self.tick)
        self.fields = QWidget()
        row = QHBoxLayout(self.fields)
        row.setContentsMargins(24, 0, 0, 0) if not phrases.mirrored() else row.setContentsMargins(0, 0, 24, 0)
        row.setSpacing(8)
        self.dev = self._number(0, 90, 10, "%")
        self.test = self._number(0, 90, 10, "%")
        self.seed = self._number(1, 1_000_000, 1)
        self.train = plain("", "muted")
        row.addWidget(self.train)
        for title, field in (
            (self.tr("dev"), self.dev),
            (self.tr("test"), self.test),
            (self.tr("Seed"), self.seed),
        ):
            caption = plain(title, "caption")
            caption.setBuddy(field)
            field.setAccessibleName(title)
            row.addWidget(caption)
            row.addWidget(field)
        row.addStretch(1)
        column.addWidget(self.fields)
        self.why = plain(
            self.tr("Labels are spread evenly, and articles that are nearly the same stay together."), "muted"
        )
        self.why.setWordWrap(True)
        self.why.setContentsMargins(24, 0, 24, 0)
        column.addWidget(self.why)
        self.tick.toggled.connect(self._follow)
        self._follow()

    def value(self) -> Splits | None:
        """The parts, or none."""
        if not self.tick.isChecked():
            return None
        dev, test = self.dev.value(), self.test.value()
        return Splits(train=100 - dev - test, dev=dev, test=test, seed=self.seed.value())

    def set_value(self, splits: Splits | None) -> None:
        """Show what was chosen."""
        self.tick.setChecked(splits is not None)
        shown = splits or Splits()
        self.dev.setValue(shown.dev)
        self.test.setValue(shown.test)
        self.seed.setValue(shown.seed)
        self._follow()

    def _number(self, least: int, most: int, value: int, unit: str = "") -> QSpinBox:
        spin = QSpinBox()
        set_in(spin)
        spin.setRange(least, most)
        spin.setValue(value)
        spin.setSuffix(unit)
        spin.setMaximumWidth(_WIDTH)
        spin.valueChanged.connect(self._follow)
        return spin

    def _follow(self, _value: object = None) -> None:
        self.fields.setVisible(self.tick.isChecked())
        self.why.setVisible(self.tick.isChecked())
        self.dev.setMaximum(100 - self.test.value())
        self.test.setMaximum(100 - self.dev.value())
        share = phrases.left_to_right(f"{100 - self.dev.value() - self.test.value()}%")
        self.train.setText(self.tr("train {share}").format(share=share))
        self.changed.emit()
