"""What is selected on the board, what its numbers suggest, and the verdicts a person can give."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.core.edits.comparisons import among
from annotator.core.records import Comparison, Verdict
from annotator.review.board import Figure
from annotator.review.bounds import hint
from annotator.ui import phrases
from annotator.ui.board.saying import SIGNS, Words
from annotator.ui.dialogs.base import plain
from annotator.ui.panels.elided import ElidedLabel


class _Field(QLineEdit):
    """A field that Enter keeps, and Escape leaves as it was."""

    kept = Signal(object)
    """Another text than there was."""
    left = Signal()
    """The person goes back, whether it was changed or not."""

    def __init__(self, name: str, key: str) -> None:
        super().__init__()
        self.setPlaceholderText(f"{name} ({key})")
        self.setAccessibleName(name)
        self._before = ""
        self.returnPressed.connect(self._keep)

    def show_text(self, text: str) -> None:
        """Show what there is, unless somebody is typing."""
        if not self.hasFocus() or not self.isEnabled():
            self._before = text
            self.setText(text)

    def begin(self) -> None:
        """Put the cursor in."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        text = self.text().strip()
        self.left.emit()  # first: what is shown after it may be kept
        if text != self._before:
            self._before = text
            self.kept.emit(text)


class VerdictBar(QFrame):
    """A line about what is selected, and a line of buttons and the note."""

    given = Signal(object)
    """The verdict on what is selected, or ``None`` to take it back."""
    noted = Signal(object)
    """The note on what was said of what is selected."""
    moved = Signal(object)
    """The unit that what is selected is to have; empty for none."""
    left = Signal()
    """The person goes back from a field."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("verdictBar")
        self.about = ElidedLabel(200)
        self.remark = plain("", "muted")
        self.agree = self._button(self.tr("Agreement"), "agreement")
        self.conflict = self._button(self.tr("Conflict"), "conflict")
        self.scope = self._button(self.tr("Different scope"), "scope")
        self.back = QPushButton(self.tr("Take back"))
        self.back.setToolTip(phrases.tooltip(self.tr("Backspace")))
        self.back.clicked.connect(self._take_back)
        self.note = _Field(self.tr("Note on this comparison"), "N")
        self.unit = _Field(self.tr("Unit"), "U")
        self.unit.setToolTip(phrases.tooltip(self.tr("Figures with one unit stand in one group")))
        self.unit.setMaximumWidth(190)
        for field, told in ((self.note, self.noted), (self.unit, self.moved)):
            field.kept.connect(told)
            field.left.connect(self.left)
        self._arrange()

    def show_selected(
        self, figures: Sequence[Figure], comparisons: Sequence[Comparison], *, writable: bool
    ) -> None:
        """Follow what is selected; ``comparisons`` are those that any of it is in."""
        said = among([figure.annotation for figure in figures], comparisons)
        several = len(figures) > 1
        self.about.setText(self._about(figures))
        self.remark.setText(self._remark(figures, said))
        self.remark.setVisible(bool(self.remark.text()))
        for button in (self.agree, self.conflict, self.scope):
            button.setEnabled(several and writable)
        self.back.setEnabled(bool(said) and writable)
        self.note.setEnabled(bool(said) and writable)
        self.unit.setEnabled(bool(figures) and writable)
        notes = list(dict.fromkeys(item.note for item in said if item.note))
        units = {figure.text("unit") for figure in figures}
        self.note.show_text(notes[0] if len(notes) == 1 else "")
        self.unit.show_text(units.pop() if len(units) == 1 else "")

    def _about(self, figures: Sequence[Figure]) -> str:
        if not figures:
            return self.tr("Select two or more figures to say whether they agree.")
        if len(figures) == 1:
            figure = figures[0]
            parts = [self._words.quote(figure.annotation.quote), self._words.value(figure)]
            if figure.claim is not None:
                inside = self.tr("in “{claim}”, said by {speaker}")
                parts.append(
                    inside.format(
                        claim=self._words.quote(phrases.shortened(figure.claim.annotation.quote, 90)),
                        speaker=self._words.said_by(figure.claim),
                    )
                )
            return "  ·  ".join(parts)
        readings = dict.fromkeys(self._words.value(figure) for figure in figures)
        shown = "   ".join(list(readings)[:6]) + (" …" if len(readings) > 6 else "")
        return f"{self._words.figures(len(figures))}:   {shown}"

    def _remark(self, figures: Sequence[Figure], said: Sequence[Comparison]) -> str:
        parts = []
        if said:
            counts: dict[Verdict, int] = {}
            for item in said:
                counts[item.verdict] = counts.get(item.verdict, 0) + 1
            marked = " · ".join(
                f"{self._words.verdict(verdict)} ({phrases.counted(str(count))})"
                if len(said) > 1
                else self._words.verdict(verdict)
                for verdict, count in counts.items()
            )
            parts.append(self.tr("You marked: {verdicts}.").format(verdicts=marked))
        guess = hint([(figure.key, figure.bounds) for figure in figures])
        if guess and not said:
            parts.append(self._words.hint(guess))
        return "  ".join(parts)

    def _button(self, title: str, verdict: Verdict) -> QPushButton:
        button = QPushButton(f"{SIGNS[verdict]}   {title}")
        button.setObjectName(f"verdict-{verdict}")
        button.setAccessibleName(title)
        button.setProperty("verdict", verdict)
        button.clicked.connect(self._give)
        return button

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.agree, self.conflict, self.scope, self.back):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addWidget(self.note, 1)
        buttons.addWidget(self.unit)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(self.about, 1)
        line.addWidget(self.remark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 9, 14, 11)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addLayout(buttons)

    def _give(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.given.emit(button.property("verdict"))

    def _take_back(self) -> None:
        self.given.emit(None)
