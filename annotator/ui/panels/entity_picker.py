"""Which entity an annotation mentions: shown in the inspector, chosen by typing."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.core import edits
from annotator.core.records import Annotation, Entity
from annotator.store import queries
from annotator.text.folding import fold
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.panels.chip import colour_of
from annotator.ui.panels.fields import attempt
from annotator.ui.panels.picker import Answer, Question, fitting
from annotator.ui.workspace import Workspace

_NONE = "none"


class _New(str):
    """The name of an entity that is to be made."""

    __slots__ = ()


class EntityQuestion(Question):
    """Whom or what an annotation mentions."""

    def __init__(self, workspace: Workspace, annotation: Annotation) -> None:
        self.title = QCoreApplication.translate("Entities", "Which entity is mentioned?")
        self._workspace = workspace
        self._annotation = annotation
        self._name = " ".join(annotation.quote.split())
        database = workspace.require().database
        self._entities = [item for item in queries.entities(database) if item.label_id == annotation.label_id]
        self._counts = queries.entity_counts(database)
        self._near = self._mentioned_alike()
        quote = fold(self._name)
        ranked = sorted((self._rank(item, quote), item.id, item) for item in self._entities)
        self._likely = sum(1 for rank, _id, _item in ranked if rank[0] < _UNLIKE)
        self._found = [self._answer(item) for _rank, _id, item in ranked]

    def answers(self, typed: str) -> list[Answer]:
        """Likely ones first; a new one before all others where none is likely."""
        found = fitting(self._found, typed)
        name = " ".join(typed.split()) or self._name
        place = len(found) if typed.strip() else self._likely
        if all(item.name != name for item in self._entities):
            said = QCoreApplication.translate("Entities", "New: {name}")
            found.insert(place, Answer(_New(name), said.format(name=phrases.isolated(name))))
        if self._annotation.entity_id is not None and not typed.strip():
            none = QCoreApplication.translate("Entities", "None of these")
            found.append(Answer(_NONE, none, key="0"))
        return found

    def take(self, value: object) -> Question | None:
        """Link the annotation."""
        workspace, own = self._workspace, self._annotation.id
        if isinstance(value, _New):
            entities = queries.entities(workspace.require().database)
            workspace.perform(
                lambda context, opened: edits.link_new_entity(
                    context, opened.layer, opened.annotations[own], str(value), workspace.label_set, entities
                )
            )
            return None
        entity = None if value == _NONE else workspace.entity(int(str(value)))
        if entity is None or entity.id != self._annotation.entity_id:
            link(workspace, own, entity)
        return None

    def _mentioned_alike(self) -> set[int]:
        """What the same words mean elsewhere: here however they are spelt, in others exactly so."""
        opened, quote = self._workspace.opened, fold(self._name)
        here = {
            item.entity_id
            for item in (opened.annotations.values() if opened is not None else ())
            if item.entity_id is not None and fold(" ".join(item.quote.split())) == quote
        }
        database, own = self._workspace.require().database, self._annotation
        return here | queries.entities_of_quote(database, own.label_id, own.quote)

    def _rank(self, entity: Entity, quote: str) -> tuple[int, int, str]:
        names = [fold(name) for name in (entity.name, *entity.aliases)]
        if entity.id == self._annotation.entity_id:
            likeness = 0
        elif entity.id in self._near:
            likeness = 1
        elif quote in names:
            likeness = 2
        elif any(_within(name, quote) or _within(quote, name) for name in names):
            likeness = 3
        else:
            likeness = _UNLIKE
        return (likeness, -self._counts.get(entity.id, 0), entity.name)

    def _answer(self, entity: Entity) -> Answer:
        label = self._workspace.label_set.label_by_id[entity.label_id]
        count = self._counts.get(entity.id, 0)
        return Answer(
            entity.id,
            entity.name,
            note=phrases.counted(str(count)) if count else "",
            colour=colour_of(label),
            words="\n".join(entity.aliases),
            picked=entity.id == self._annotation.entity_id,
        )


_UNLIKE = 4


def _within(short: str, long: str) -> bool:
    """Whether words stand in others as whole words."""
    return f" {short} " in f" {long} "


def link(workspace: Workspace, annotation_id: int, entity: Entity | None) -> None:
    """Say which entity an annotation mentions.

    Raises:
        UserError: it may not be said.
    """
    workspace.perform(
        lambda context, opened: edits.link_entity(
            context, opened.layer, opened.annotations[annotation_id], entity
        )
    )


class EntitySection(QWidget):
    """The entity of the selected annotation. Enter or a click chooses, Delete takes it away."""

    asked = Signal(object)
    """A Question."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._annotation: Annotation | None = None
        self.button = QPushButton()
        self.button.setObjectName("link")
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self._ask)
        self.unlink = QToolButton()
        self.unlink.setObjectName("quiet")
        self.unlink.setText("×")
        self.unlink.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.unlink.setAccessibleName(self.tr("Mention no entity"))
        self.unlink.setToolTip(self.unlink.accessibleName())
        self.unlink.clicked.connect(self._unlink)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.button, 1)
        row.addWidget(self.unlink)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(plain(self.tr("Entity"), "caption"))
        column.addLayout(row)

    def show_annotation(self, annotation: Annotation) -> None:
        """Show what an annotation mentions, if its label has entities."""
        self._annotation = annotation
        label = self._workspace.label_set.label_by_id[annotation.label_id]
        entity = self._workspace.entity(annotation.entity_id)
        self.setVisible(label.has_entities)
        text = phrases.isolated(entity.name) if entity is not None else self.tr("Choose… (E)")
        self.button.setText(text.replace("&", "&&"))
        self.button.setAccessibleName(self.tr("Entity: {name}").format(name=text))
        names = "، ".join((entity.name, *entity.aliases)) if entity is not None else ""
        self.button.setToolTip(phrases.tooltip(names) if names else "")
        self.button.setEnabled(self._workspace.editable)
        self.unlink.setVisible(entity is not None and self._workspace.editable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the button leaves."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._unlink()
        else:
            event.ignore()

    def _ask(self) -> None:
        if self._annotation is not None:
            self.asked.emit(EntityQuestion(self._workspace, self._annotation))

    def _unlink(self) -> None:
        annotation = self._annotation
        if annotation is not None and annotation.entity_id is not None and self._workspace.editable:
            attempt(self._workspace, lambda: link(self._workspace, annotation.id, None))
