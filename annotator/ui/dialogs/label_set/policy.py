"""The page of the project's policy for words that carry proclitics."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from annotator.core import label_edits
from annotator.ui.dialogs.base import plain
from annotator.ui.dialogs.label_set.editing import LabelSetEditing

if TYPE_CHECKING:
    from annotator.core.records import Proclitics


class PolicyPage(QWidget):
    """Where a word taken as a whole begins."""

    def __init__(self, editing: LabelSetEditing) -> None:
        super().__init__()
        self._editing = editing
        lead = plain(
            self.tr("Where an annotation begins when a word is taken that و ف ب ل or ك is written onto."),
            "muted",
        )
        lead.setWordWrap(True)
        self.cut = QRadioButton(self.tr("After the letter: only واشنطن of وواشنطن"))
        self.whole = QRadioButton(self.tr("With the letter: all of وواشنطن"))
        after = plain(
            self.tr("What is annotated already stays as it is, and any annotation may begin elsewhere."),
            "muted",
        )
        after.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 18, 4, 4)
        column.setSpacing(12)
        for widget in (lead, self.cut, self.whole, after):
            column.addWidget(widget)
        column.addStretch(1)
        self.cut.clicked.connect(self._choose)
        self.whole.clicked.connect(self._choose)
        editing.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the policy."""
        policy = self._editing.label_set.scheme.proclitics
        self.cut.setChecked(policy == "cut")
        self.whole.setChecked(policy == "whole")
        self.setEnabled(self._editing.writable)

    def _choose(self) -> None:
        policy: Proclitics = "cut" if self.cut.isChecked() else "whole"
        if policy != self._editing.label_set.scheme.proclitics:
            self._editing.perform(lambda context, known: label_edits.set_proclitics(context, known, policy))
