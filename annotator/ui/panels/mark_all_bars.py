"""The head and the foot of the panel that marks all: what is looked for and where, what comes of it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.records import Label
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.panels.elided import ElidedLabel
from annotator.ui.panels.flow import FlowBox
from annotator.ui.workspace import Workspace

_QUOTE = 44
"""Characters of the words that are shown."""


class MarkAllHead(QWidget):
    """The words, their label, where to look, and what is known of them."""

    changed = Signal()
    """Something else is to be looked for, or elsewhere."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._before: dict[int, int] = {}
        self._passed_over = 0
        self.words = plain("", "heading")
        self.labels = QComboBox()
        self.labels.setAccessibleName(self.tr("Label"))
        self.scope = QComboBox()
        self.scope.setAccessibleName(self.tr("Where"))
        self.scope.addItem(self.tr("In all articles"))
        self.scope.addItem(self.tr("In this article"))
        self.finished = QToolButton()
        self.finished.setText(self.tr("Finished articles too"))
        self.finished.setCheckable(True)
        self.finished.setObjectName("quiet")
        self.cancel = QToolButton()
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setObjectName("quiet")
        self.again = QToolButton()
        self.again.setText(self.tr("Changed since · look again"))
        self.again.setObjectName("quiet")
        self.count = plain("", "muted")
        self.known = plain("", "muted")
        self.problem = plain("", "problem")
        self.problem.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(3)
        self.progress.setMaximum(100)
        self._arrange()
        self.labels.activated.connect(self.changed)
        self.scope.activated.connect(self.changed)
        self.finished.toggled.connect(self.changed)

    def show_words(self, quote: str, label_id: int | None) -> None:
        """Show what is looked for; without a label, ask for one."""
        self.words.setText(phrases.isolated(phrases.shortened(quote, _QUOTE)) if quote else "")
        self.labels.clear()
        if label_id is None:
            self.labels.addItem(self.tr("Which label?"), None)
        for label in self._workspace.labels:
            self.labels.addItem(label.title(phrases.language()), label.id)
        self.labels.setCurrentIndex(max(self.labels.findData(label_id), 0) if label_id is not None else 0)
        for part in (self.labels, self.scope, self.finished):
            part.setVisible(bool(quote))
        self.forget()

    def label(self) -> Label | None:
        """The label the words are to have; None as long as it is not known."""
        chosen = self.labels.currentData()
        return next((label for label in self._workspace.labels if label.id == chosen), None)

    def choose(self, label_id: int) -> None:
        """Answer which label it is."""
        self.labels.setCurrentIndex(self.labels.findData(label_id))
        self.changed.emit()

    def question(self) -> str:
        """Which label it is to be, with their keys."""
        titles = [
            f"{phrases.left_to_right(label.key.upper())} {label.title(phrases.language())}"
            for label in self._workspace.labels
            if label.key
        ]
        question = self.tr("Which label are these words to have? Press its key: {labels}")
        return question.format(labels=" · ".join(titles))

    def is_for_one_article(self) -> bool:
        """Whether only the article the words stand in is looked through."""
        return self.scope.currentIndex() == 1

    def forget(self) -> None:
        """Nothing is known of the words yet."""
        self._before, self._passed_over = {}, 0
        self._tell()

    def tell_before(self, labels: Mapping[int, int]) -> None:
        """Say how often the same words carry which labels already."""
        self._before = dict(labels)
        self._tell()

    def tell_passed_over(self, articles: int) -> None:
        """Say how many finished articles were passed over."""
        self._passed_over = articles
        self._tell()

    def show_count(self, places: int, articles: int) -> None:
        """Say how many places there are."""
        said = self.tr("{hits} in %n article(s)", "", articles).format(hits=f"{places:,}") if places else ""
        self.count.setText(phrases.counted(said))

    def show_running(self, *, running: bool, marking: bool) -> None:
        """Show whether something is under way; while it is marked, nothing else can be looked for."""
        for part in (self.labels, self.scope, self.finished, self.again):
            part.setEnabled(not marking)
        if running != self.cancel.isVisibleTo(self):
            self.progress.setValue(0)
        self.progress.setVisible(running)
        self.cancel.setVisible(running)

    def follow(self, step: tuple[int, int]) -> None:
        """Show how far it is."""
        done, total = step
        self.progress.setValue(done * 100 // total if total else 0)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong; nothing, if the sentence is empty."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _tell(self) -> None:
        """All that is known about the words, in one line."""
        titles = {label.id: label.title(phrases.language()) for label in self._workspace.labels}
        ordered = sorted(self._before.items(), key=_count, reverse=True)
        counts = [f"{titles[label_id]} {count}" for label_id, count in ordered if label_id in titles]
        parts = []
        if counts:
            parts.append(self.tr("marked already: {counts}").format(counts=phrases.listed(counts)))
        if len(counts) > 1:
            parts.append(self.tr("the key of a label decides for a line or a group"))
        if self._passed_over:
            parts.append(self.tr("%n finished article(s) passed over", "", self._passed_over))
        self.known.setText(phrases.counted(" · ".join(parts)))
        self.known.setVisible(bool(parts))

    def _arrange(self) -> None:
        upper = FlowBox(gap=8)
        height = self.labels.sizeHint().height()
        for widget in (
            self.words,
            self.labels,
            self.scope,
            self.finished,
            self.cancel,
            self.again,
            self.count,
            self.known,
        ):
            widget.setMinimumHeight(height)
            upper.flow.addWidget(widget)
        inner = QVBoxLayout()
        inner.setContentsMargins(14, 0, 14, 0)
        inner.setSpacing(5)
        for part in (upper, self.problem):
            inner.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(inner)
        column.addWidget(self.progress)
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        for hidden in (self.known, self.problem, self.again, self.cancel):
            hidden.hide()


class MarkAllFoot(QWidget):
    """Why the current line is there, what has been done, and the button that does it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = ElidedLabel(120)
        self.reason.setObjectName("muted")
        self.hint = ElidedLabel(0)
        self.hint.setObjectName("muted")
        self.hint.setText(
            self.tr("Space: tick · Enter: mark this one · X: leave out · Shift+Enter: see it in the article")
        )
        self.said = plain("", "good")
        self.undo = QPushButton(self.tr("Undo"))
        self.undo.setObjectName("done")
        self.mark = QPushButton()
        self.mark.setObjectName("primary")
        self.mark.setToolTip(self.tr("Mark all that is ticked (Ctrl+Enter)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 14, 8)
        row.setSpacing(10)
        row.addWidget(self.reason, 3)
        row.addWidget(self.hint, 4)
        for widget in (self.said, self.undo, self.mark):
            row.addWidget(widget)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.say("")

    def explain(self, reason: str) -> None:
        """Say why a line is there."""
        self.reason.setText(reason)

    def say(self, sentence: str, *, can_undo: bool = False) -> None:
        """Say what has been done."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self.undo.setVisible(can_undo)
        self.hint.setVisible(not sentence)

    def show_ticked(self, ticked: int, *, usable: bool) -> None:
        """Say how many the button marks."""
        self.mark.setText(phrases.counted(self.tr("Mark %n", "", ticked)))
        self.mark.setEnabled(usable and ticked > 0)


def _count(counted: tuple[int, int]) -> int:
    return counted[1]
