"""Which spellings a search takes for the same: a small window with one switch for each."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QPushButton, QWidget

from annotator.text.folding import SEARCH, Fold
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.phrases import QT_TRANSLATE_NOOP

_FOLDS = (
    (Fold.MARKS, QT_TRANSLATE_NOOP("Folds", "Vowel signs and other marks"), "تمَّ = تم"),
    (Fold.TATWEEL, QT_TRANSLATE_NOOP("Folds", "Tatweel"), "العـــراق = العراق"),
    (Fold.ALEF, QT_TRANSLATE_NOOP("Folds", "Hamza on alef"), "أمريكا = امريكا"),
    (Fold.YEH, QT_TRANSLATE_NOOP("Folds", "Final and Persian yeh"), "على = علي = علی"),
    (Fold.TEH_MARBUTA, QT_TRANSLATE_NOOP("Folds", "Teh marbuta and heh"), "وزارة = وزاره"),
    (Fold.LOOSE, QT_TRANSLATE_NOOP("Folds", "Hamza on waw and yeh"), "مسؤول = مسوول"),
    (Fold.KAF, QT_TRANSLATE_NOOP("Folds", "Persian kaf"), "ک = ك"),
    (Fold.DIGITS, QT_TRANSLATE_NOOP("Folds", "Digits"), "٢٥٠٠ = 2500"),
    (Fold.PUNCTUATION, QT_TRANSLATE_NOOP("Folds", "Quotation marks, dashes, spaces"), '«وام» = "وام"'),
    (Fold.FORMS, QT_TRANSLATE_NOOP("Folds", "Presentation forms"), "ﻻ = لا"),
    (Fold.INVISIBLE, QT_TRANSLATE_NOOP("Folds", "Invisible characters"), ""),
    (Fold.CASE, QT_TRANSLATE_NOOP("Folds", "Capitals"), "Reuters = reuters"),
)
"""In the order shown; with an example of what each makes equal."""


class FoldsPopup(QFrame):
    """Comes up below a button; Esc or a click beside it closes it."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.boxes: dict[Fold, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 14, 18, 14)
        grid.setHorizontalSpacing(26)
        grid.setVerticalSpacing(7)
        head = plain(self.tr("Take for the same:"), "muted")
        grid.addWidget(head, 0, 0, 1, 2)
        for row, (fold, name, example) in enumerate(_FOLDS, start=1):
            box = QCheckBox(QCoreApplication.translate("Folds", name))
            box.setAccessibleDescription(example)
            box.toggled.connect(self.changed)
            shown = _example(example)
            grid.addWidget(box, row, 0)
            grid.addWidget(shown, row, 1)
            self.boxes[fold] = box
        self.usual = QPushButton(self.tr("As usual"))
        self.usual.setObjectName("done")
        self.usual.clicked.connect(self._reset)
        grid.addWidget(self.usual, len(_FOLDS) + 1, 0, 1, 2, Qt.AlignmentFlag.AlignTrailing)
        self.show_folds(SEARCH)

    def folds(self) -> Fold:
        """What is switched on."""
        chosen = Fold(0)
        for fold, box in self.boxes.items():
            if box.isChecked():
                chosen |= fold
        return chosen

    def show_folds(self, folds: Fold) -> None:
        """Switch these on and the others off."""
        if folds == self.folds():
            return
        for fold, box in self.boxes.items():
            box.blockSignals(True)  # noqa: FBT003  # Qt's own
            box.setChecked(fold in folds)
            box.blockSignals(False)  # noqa: FBT003
        self.changed.emit()

    def come_up(self, below: QWidget) -> None:
        """Show it at a button."""
        self.adjustSize()
        left = below.width() - self.width() if phrases.mirrored() else 0
        where = below.mapToGlobal(QPoint(left, -self.height() - 4))
        screen = below.screen().availableGeometry()
        if where.y() < screen.top():
            where = below.mapToGlobal(QPoint(left, below.height() + 4))
        where.setX(min(max(where.x(), screen.left() + 4), screen.right() - self.width() - 4))
        self.move(where)
        self.show()
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def _reset(self) -> None:
        self.show_folds(SEARCH)


def _example(text: str) -> QLabel:
    made = plain(text, "muted")
    far = Qt.AlignmentFlag.AlignLeft if phrases.mirrored() else Qt.AlignmentFlag.AlignRight
    made.setAlignment(far | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    return made
