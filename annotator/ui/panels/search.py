"""The panel that searches all articles: what to look for, where, and the hits as a concordance."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from annotator.core.change import Transaction
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Document, Layer
from annotator.store.project import Event
from annotator.store.search import Query
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.models.concordance import ConcordanceModel, Line
from annotator.ui.panels.concordance import ConcordanceList, message_in_place
from annotator.ui.panels.search_bar import SearchBar
from annotator.ui.panels.search_filters import SearchFilters
from annotator.ui.searching_project import Outcome, ProjectSearching
from annotator.ui.streaming import MOST
from annotator.ui.tasks import Tasks
from annotator.ui.workspace import Workspace

_PAUSE = 220
"""Milliseconds after a key before the search begins."""
_PROPOSED = 80
"""Characters: a longer selection is not what someone looks for."""
_NOT_SEARCHED = Query()


class SearchPanel(QFrame):
    """Searches while one types; Enter in the field goes to the first hit."""

    jumped = Signal(object)
    """Line: a hit to go to in the article."""
    entered = Signal()
    """The article is to have the focus."""
    lit = Signal()
    """Which hits there are has changed, or whether they are shown."""
    left = Signal()
    """Escape was pressed."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._workspace = workspace
        self._made = _NOT_SEARCHED
        """What was searched last."""
        self._kept: dict[str, Query] = {}
        """What was looked for in projects that were open before, by uuid."""
        self._uuid = ""
        self._documents: set[int] = set()
        self._go_on = False
        """Whether to go to the first hit as soon as there is one."""
        self._waits = False
        """Whether to search again when what is being written is in: it may keep everybody from reading."""
        self.searching = ProjectSearching(tasks, self)
        self.model = ConcordanceModel(self)
        self.list = ConcordanceList(self.model, workspace)
        self.list.setAccessibleName(self.tr("Hits"))
        self.bar = SearchBar()
        self.field = self.bar.field
        self.filters = SearchFilters(workspace)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(3)
        self.problem = plain("", "problem")
        self.problem.setWordWrap(True)
        self.message = message_in_place()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._arrange()
        self._connect()
        self._show_project()

    # ---- what others ask -----------------------------------------------------------------------

    def begin(self, proposed: str) -> None:
        """Go to the field, with what to look for if something is proposed."""
        if proposed and len(proposed) <= _PROPOSED and "\n" not in proposed:
            self.field.setText(proposed)
            self._pause.start()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, steps: int) -> None:
        """Go to the next hit, or with -1 to the one before; after the last comes the first."""
        order = self.model.shown_lines()
        if not order:
            return
        current = self.list.number()
        before = order.index(current) if current is not None else min(steps, 0) - steps
        at = (before + steps) % len(order)
        self.list.go_to(order[at])
        self.jumped.emit(self.model.lines[order[at]])

    def hits_in(self, document_id: int) -> list[Line]:
        """The hits in one article, if the panel is shown."""
        if not self.isVisible() or document_id not in self._documents:
            return []
        return [line for line in self.model.lines if line.document_id == document_id]

    # ---- events --------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """The hits are lit again."""
        super().showEvent(event)
        self.filters.refresh()
        self.lit.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """The hits are lit no more."""
        super().hideEvent(event)
        self.lit.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field: Enter searches and goes to the first hit, Down into the list."""
        if watched is not self.field or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Down:
            self._into_list()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape from any field."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # ---- assembly ------------------------------------------------------------------------------

    def _arrange(self) -> None:
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.message)
        upper = QVBoxLayout()
        upper.setContentsMargins(12, 0, 12, 0)
        upper.setSpacing(6)
        for part in (self.bar, self.problem, self.filters):
            upper.addWidget(part)
        self.problem.hide()
        self.filters.hide()
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self._show_progress(running=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addLayout(upper)
        column.addWidget(self.progress)
        column.addWidget(body, 1)

    def _connect(self) -> None:
        self.field.installEventFilter(self)
        self.bar.changed.connect(self._pause.start)
        self.bar.chosen.connect(self.search)
        self.bar.rearranged.connect(self._rearrange)
        self.bar.narrow.toggled.connect(self.filters.setVisible)
        self.bar.cancel.clicked.connect(self._stop)
        self.filters.changed.connect(self._follow_filters)
        self._pause.timeout.connect(self.search)
        self.list.chosen.connect(self._choose)
        self.list.entered_line.connect(self.entered)
        self.list.left.connect(self.left)
        self.searching.delivered.connect(self._take)
        self.searching.progressed.connect(self._follow)
        self.searching.ended.connect(self._end)
        self._workspace.project_changed.connect(self._show_project)
        self._workspace.changed.connect(self._note_change)
        self._workspace.busy_changed.connect(self._search_late)
        self._rearrange()

    # ---- the search ----------------------------------------------------------------------------

    def query(self) -> Query:
        """What the fields say.

        Raises:
            UserError: what is typed into one of the filters is not what it takes.
        """
        return self.filters.narrow(self.bar.query())

    def search(self) -> None:
        """Search as the fields say."""
        self._pause.stop()
        self._waits = False
        project = self._workspace.project
        if project is None:
            return
        self.bar.again.hide()
        try:
            query = self.query()
        except UserError as error:
            self._refuse(error)
            return
        self._refuse(None)
        self._made = query
        self.searching.stop()
        self.model.clear()
        self._documents.clear()
        self.lit.emit()
        if not query.needle and not self.filters.count():
            self._show_progress(running=False)
            self._show_outcome()
            return
        self._show_progress(running=True)
        self.searching.look_for(project.path, self._in_annotations(query))
        self._show_outcome()

    def _in_annotations(self, query: Query) -> Query:
        """The query; a reviewer chosen alone means: in what they have annotated."""
        narrowed = query.label_ids or query.entity_id or query.conditions or query.status
        if query.reviewer_id is None or narrowed:
            return query
        return replace(query, label_ids=tuple(label.id for label in self._workspace.labels))

    def _take(self, lines: list[Line]) -> None:
        first = not self.model.lines
        self._documents.update(line.document_id for line in lines)
        self.model.append(lines)
        self._stack.setCurrentWidget(self.list)
        self._write_count()
        opened = self._workspace.opened
        if opened is not None and any(line.document_id == opened.document.id for line in lines):
            self.lit.emit()
        if first and self._go_on:
            self._go_on = False
            self.step(1)

    def _follow(self, step: tuple[int, int]) -> None:
        done, total = step
        self.progress.setValue(done * 100 // total if total else 0)

    def _end(self, outcome: Outcome) -> None:
        self._go_on = False
        self._show_progress(running=False)
        if outcome.refused is not None:
            self._waits = self._workspace.busy
            running = phrases.still_running(self._workspace.busy_with)
            self._refuse(running if self._waits else outcome.refused)
        elif outcome.more:
            sentence = self.tr(
                "There are more than {count} hits, and only the first are shown. Look for more words,"
                " or use filters."
            )
            self._show_problem(phrases.counted(sentence.format(count=MOST)))
        self._show_outcome()

    def _stop(self) -> None:
        self.searching.stop()
        self._show_progress(running=False)
        self._show_outcome()

    def _show_progress(self, *, running: bool) -> None:
        self.progress.setValue(0)
        self.progress.setVisible(running)
        self.bar.cancel.setVisible(running)

    def _show_outcome(self) -> None:
        self._write_count()
        self._stack.setCurrentWidget(self.list if self.model.lines else self.message)
        self.message.setText("" if self.model.lines else self._why_nothing())

    def _why_nothing(self) -> str:
        if self._workspace.project is None or self.searching.running:
            return ""
        if self._made.needle or self.filters.count():
            if self.problem.isVisibleTo(self):
                return ""
            if self.filters.count():
                return self.tr("Nothing was found. Fewer filters find more.")
            if self._made.mode == "exact" and self._made.whole_word:
                return self.tr("Nothing was found. “Similar spelling” without “Whole words” may find more.")
            if self._made.mode == "exact":
                return self.tr("Nothing was found. “Similar spelling” may find more.")
            if self._made.whole_word:
                return self.tr("Nothing was found. Without “Whole words” there may be more.")
            return self.tr("Nothing was found in any article.")
        return self.tr(
            "Type words to look for in all articles: hamzas, marks and digits may be spelt in any way."
            " Filters without words list annotations."
        )

    def _write_count(self) -> None:
        hits, articles = len(self.model.lines), len(self._documents)
        running = self.searching.running
        if not hits:
            self.bar.count.setText(self.tr("Searching…") if running else "")
            return
        said = self.tr("{hits} in %n article(s)", "", articles).format(hits=f"{hits:,}")
        self.bar.count.setText(phrases.counted(f"{said} …" if running else said))

    def _refuse(self, error: UserError | None) -> None:
        self._show_problem(phrases.sentence_of(error) if error is not None else "")
        if error is not None:
            self._show_outcome()

    def _show_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    # ---- what the hand does --------------------------------------------------------------------

    def _enter(self) -> None:
        if self._pause.isActive() or self.bar.again.isVisibleTo(self) or not self.model.lines:
            self._go_on = True
            self.search()
        else:
            self.step(1)

    def _into_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.list.currentIndex().isValid():
                self.list.go_to_first()

    def _choose(self, number: int) -> None:
        self.jumped.emit(self.model.lines[number])

    def _follow_filters(self) -> None:
        self.bar.count_filters(self.filters.count())
        self._pause.start()

    def _rearrange(self) -> None:
        self.model.arrange(*self.bar.arrangement())

    # ---- the project ---------------------------------------------------------------------------

    def _show_project(self) -> None:
        """Take up what was looked for in this project, if it was open before."""
        self.searching.stop()
        if self._uuid and self._made != _NOT_SEARCHED:
            self._kept[self._uuid] = self._made
        project = self._workspace.project
        self._uuid = project.uuid if project is not None else ""
        self._pause.stop()
        self.model.clear()
        self._documents.clear()
        self._made = _NOT_SEARCHED
        if project is None:
            self._show_problem("")
            self.bar.again.hide()
            self._show_progress(running=False)
            self._show_outcome()
            return
        kept = self._kept.get(self._uuid, _NOT_SEARCHED)
        self._show_query(kept)
        self.search()

    def _show_query(self, query: Query) -> None:
        self.bar.show_query(query)
        self.filters.blockSignals(True)  # noqa: FBT003  # Qt's own
        self.filters.show_query(query)
        self.filters.blockSignals(False)  # noqa: FBT003
        self.bar.count_filters(self.filters.count())
        self.bar.narrow.setChecked(bool(self.filters.count()))

    def _search_late(self) -> None:
        if self._waits and not self._workspace.busy:
            self.search()

    def _note_change(self, event: Event) -> None:
        """Say so if what was found may not be what is there any more."""
        if self._made != _NOT_SEARCHED and _concerns(self._made, event):
            self.bar.again.show()


def _concerns(query: Query, event: Event) -> bool:
    """Whether an event may change what a query finds: texts never change, but articles come and go."""
    if not isinstance(event, Transaction):
        return True
    kinds = {type(change.record) for change in event.changes}
    if Document in kinds:
        return True
    asks = query.label_ids or query.reviewer_id or query.status or query.entity_id or query.conditions
    return bool(asks) and not kinds.isdisjoint((Annotation, Layer))
