"""Where a search looks: in annotations of some labels, of someone, about some entity, with some values."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QMenu, QToolButton, QWidget

from annotator.core.errors import UserError
from annotator.store import queries
from annotator.store.search import Query
from annotator.text.folding import fold
from annotator.ui import phrases
from annotator.ui.panels.flow import FlowBox
from annotator.ui.panels.search_conditions import ConditionRow
from annotator.ui.workspace import Workspace


class SearchFilters(FlowBox):
    """Fields for all filters of a query."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._entities: dict[str, int] = {}
        """Row ids by name and alias, folded."""
        self.rows: list[ConditionRow] = []
        self.labels = QToolButton()
        self.labels.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.labels.setObjectName("quiet")
        self.labels.setAccessibleName(self.tr("Labels to look in"))
        self._label_menu = QMenu(self.labels)
        self.labels.setMenu(self._label_menu)
        self.reviewer = self._combo(self.tr("Reviewer"))
        self.status = self._combo(self.tr("Status"))
        self.entity = QLineEdit()
        self.entity.setPlaceholderText(self.tr("Any entity"))
        self.entity.setAccessibleName(self.tr("Entity"))
        self.entity.setClearButtonEnabled(True)
        self.entity.setFixedWidth(170)
        self.entity.textChanged.connect(self.changed)
        self.entity.installEventFilter(self)
        self.add = QToolButton()
        self.add.setObjectName("quiet")
        self.add.setText(self.tr("+ Condition"))
        self.add.setToolTip(self.tr("Only annotations with some value, such as figures over 1000"))
        self.add.clicked.connect(self._add)
        for widget in (self.labels, self.reviewer, self.status, self.entity, self.add):
            self.flow.addWidget(widget)
        workspace.label_set_changed.connect(self.refresh)
        workspace.reviewer_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Offer what there is in the project now; what was chosen stays if it is still there."""
        chosen = set(self.label_ids())
        self._label_menu.clear()
        for label in self._workspace.labels:
            action = self._label_menu.addAction(label.title(phrases.language()).replace("&", "&&"))
            action.setData(label.id)
            action.setCheckable(True)
            action.setChecked(label.id in chosen)
            action.toggled.connect(self._follow_labels)
        people = self._workspace.reviewers() if self._workspace.project is not None else []
        _offer(self.reviewer, self.tr("Any reviewer"), [(person.name, person.id) for person in people])
        states = [(self.tr("New"), "new"), (self.tr("Started"), "started"), (self.tr("Done"), "done")]
        _offer(self.status, self.tr("Any status"), states)
        self._name_labels()

    def start_again(self) -> None:
        """Forget what was chosen: another project has other labels and people."""
        for row in list(self.rows):
            self._drop(row)
        self._label_menu.clear()
        self.entity.clear()
        self.reviewer.setCurrentIndex(0)
        self.status.setCurrentIndex(0)
        self._entities = {}
        self.refresh()

    def label_ids(self) -> tuple[int, ...]:
        """The labels chosen, by row id; none means any."""
        return tuple(action.data() for action in self._label_menu.actions() if action.isChecked())

    def count(self) -> int:
        """How many filters are in use."""
        chosen = (self.label_ids(), self.reviewer.currentData(), self.status.currentData())
        return sum(map(bool, chosen)) + bool(self.entity.text().strip()) + len(self.rows)

    def narrow(self, query: Query) -> Query:
        """The query with the filters.

        Raises:
            UserError: what is typed into one of the fields is not what it takes.
        """
        conditions = [row.condition() for row in self.rows]
        return replace(
            query,
            label_ids=self.label_ids(),
            reviewer_id=self.reviewer.currentData(),
            status=self.status.currentData(),
            entity_id=self._entity_id(),
            conditions=tuple(condition for condition in conditions if condition is not None),
        )

    def show_query(self, query: Query) -> None:
        """Choose what a query asks for."""
        self.start_again()
        for action in self._label_menu.actions():
            action.setChecked(action.data() in query.label_ids)
        self.reviewer.setCurrentIndex(max(self.reviewer.findData(query.reviewer_id), 0))
        self.status.setCurrentIndex(max(self.status.findData(query.status), 0))
        entity = self._workspace.entity(query.entity_id)
        self.entity.setText(entity.name if entity is not None else "")
        for condition in query.conditions:
            self._put(ConditionRow(self._workspace.label_set, condition))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read the entities when someone comes to their field."""
        if watched is self.entity and event.type() == QEvent.Type.FocusIn:
            self._read_entities()
        return False

    # ---- inside --------------------------------------------------------------------------------

    def _entity_id(self) -> int | None:
        typed = fold(self.entity.text()).strip()
        if not typed:
            return None
        if not self._entities:
            self._read_entities()
        found = self._entities.get(typed)
        if found is None:
            raise UserError(
                "There is no entity called “{name}”; choose one from the list.",
                name=self.entity.text().strip(),
            )
        return found

    def _read_entities(self) -> None:
        project = self._workspace.project
        everyone = queries.entities(project.database) if project is not None else []
        self._entities = {fold(alias): item.id for item in everyone for alias in item.aliases}
        self._entities.update({fold(item.name): item.id for item in everyone})
        completer = QCompleter([item.name for item in everyone], self.entity)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.entity.setCompleter(completer)

    def _add(self) -> None:
        row = ConditionRow(self._workspace.label_set)
        self._put(row)
        row.attribute.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, row: ConditionRow) -> None:
        row.changed.connect(self.changed)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self.flow.addWidget(row)
        row.show()

    def _remove(self, row: ConditionRow) -> None:
        self._drop(row)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _drop(self, row: ConditionRow) -> None:
        self.rows.remove(row)
        self.flow.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _follow_labels(self) -> None:
        self._name_labels()
        self.changed.emit()

    def _name_labels(self) -> None:
        chosen = [action.text() for action in self._label_menu.actions() if action.isChecked()]
        self.labels.setText((phrases.listed(chosen) if chosen else self.tr("Anywhere")) + " ▾")

    def _combo(self, name: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        made.currentIndexChanged.connect(self.changed)
        return made


def _offer(combo: QComboBox, none: str, choices: Sequence[tuple[str, object]]) -> None:
    before = combo.currentData()
    combo.blockSignals(True)  # noqa: FBT003  # Qt's own
    combo.clear()
    combo.addItem(none, None)
    for title, value in choices:
        combo.addItem(title, value)
    combo.setCurrentIndex(max(combo.findData(before), 0))
    combo.blockSignals(False)  # noqa: FBT003
