"""The line at the foot: what is saved, where one is, how far one is."""

from datetime import UTC, date, datetime, time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from annotator.core.change import Transaction
from annotator.core.records import Annotation, Layer
from annotator.store import history, queries
from annotator.store.project import Event
from annotator.ui import phrases
from annotator.ui.workspace import Workspace

_SAID = 8000
"""Milliseconds that a remark stays."""


class StatusLine(QStatusBar):
    """Facts about the place and the work."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._day = _local_day()
        self._made: set[int] = set()
        """What the reviewer has annotated today, by row id, be it still there or not."""
        self._last_step = 0
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 2, 10, 2)
        self.saved, self.place, self.offsets, self.labels, self.progress, self.today = (
            QLabel() for _ in range(6)
        )
        for label in (self.saved, self.place, self.offsets, self.labels, self.progress, self.today):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(7, 2, 7, 2)
            self.addWidget(label)
        self.remark = QLabel()
        self.remark.setTextFormat(Qt.TextFormat.PlainText)
        self.remark.setContentsMargins(7, 2, 7, 2)
        self.addPermanentWidget(self.remark)
        self._until = QTimer(self)
        self._until.setSingleShot(True)
        self._until.setInterval(_SAID)
        self._until.timeout.connect(self.remark.clear)
        workspace.project_changed.connect(self._start)
        workspace.reviewer_changed.connect(self._start)
        workspace.document_changed.connect(self._show_place)
        workspace.changed.connect(self._follow)
        workspace.picked.connect(self._show_place)
        workspace.selection_changed.connect(self._show_place)
        self._start()

    def say(self, remark: str) -> None:
        """Tell of something that went well, or why a key did nothing, for a while."""
        self.remark.setText(remark)
        self._until.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, remark))

    def refresh(self) -> None:
        """Write everything again."""
        self._show_saved()
        self._show_place()
        self._show_progress()

    def _start(self) -> None:
        self._made, self._last_step = set(), 0
        self.refresh()

    def _follow(self, event: Event) -> None:
        if isinstance(event, Transaction):
            if any(before is None or after is None for before, after in event.of(Annotation)):
                self._show_today()
            if any(_status(before) != _status(after) for before, after in event.of(Layer)):
                self._show_progress()
        else:
            self._start()
        self._show_place()

    def _show_saved(self) -> None:
        project = self._workspace.project
        if project is None:
            self.saved.clear()
        elif project.read_only:
            self.saved.setObjectName("muted")
            self.saved.setText(self.tr("Read-only"))
        else:
            self.saved.setObjectName("good")
            self.saved.setText(self.tr("✓ Saved"))
        self.saved.style().polish(self.saved)

    def _show_place(self) -> None:
        opened, annotation = self._workspace.opened, self._workspace.annotation
        span = annotation.span if annotation is not None else self._workspace.selection
        if opened is None or span is None:
            for label in (self.place, self.offsets, self.labels):
                label.clear()
                label.hide()
            return
        number = opened.paragraph_number(span.start)
        self.place.setText(phrases.counted(self.tr("¶ {number}").format(number=number)))
        characters = self.tr("%n character(s)", "", len(span))
        self.offsets.setText(f"{phrases.offsets(span)} · {phrases.counted(characters)}")
        self.labels.setText(self._labels(annotation) if annotation is not None else "")
        self.place.show()
        self.offsets.show()
        self.labels.setVisible(annotation is not None)

    def _labels(self, annotation: Annotation) -> str:
        """“figure in claim”: the label, and that of the tightest annotation around it."""
        opened, names = self._workspace.opened, self._workspace.label_set.label_by_id
        title = names[annotation.label_id].title(phrases.language())
        around = opened.around(annotation) if opened is not None else []
        if not around:
            return title
        outer = names[around[0].label_id].title(phrases.language())
        return self.tr("{inner} in {outer}").format(
            inner=phrases.isolated(title), outer=phrases.isolated(outer)
        )

    def _show_progress(self) -> None:
        project, reviewer = self._workspace.project, self._workspace.reviewer
        if project is None or reviewer is None:
            self.progress.clear()
            self.today.clear()
            return
        done, documents = queries.progress(project.database, reviewer.id)
        sentence = self.tr("{done} of {documents} done").format(done=done, documents=documents)
        self.progress.setText(phrases.counted(sentence))
        self._show_today()

    def _show_today(self) -> None:
        today = self.tr("%n annotation(s) today", "", self._annotated_today())
        self.today.setText(phrases.counted(today))

    def _annotated_today(self) -> int:
        """What the reviewer annotated or accepted today, and is there: of the history, only what is new."""
        project, reviewer = self._workspace.project, self._workspace.reviewer
        if project is None or reviewer is None:
            return 0
        if _local_day() != self._day:
            self._day, self._made = _local_day(), set()
        made = history.made_since(project.database, reviewer.id, _beginning_of(self._day), self._last_step)
        self._made |= made.ids
        self._last_step = made.last
        return history.count_there(project.database, self._made)


def _status(layer: Layer | None) -> str:
    return layer.status if layer is not None else "new"


def _local_day() -> date:
    return datetime.now(UTC).astimezone().date()


def _beginning_of(day: date) -> str:
    """Midnight here, as the history writes times."""
    midnight = datetime.combine(day, time.min).astimezone(UTC)
    return midnight.strftime("%Y-%m-%dT%H:%M:%SZ")
