"""Who said a claim: actors of the article, the outlet itself, or somebody not named."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.core import edits
from annotator.core.change import EditContext, Transaction
from annotator.core.conventions import ATTRIBUTED_TO, ATTRIBUTION, BY_ACTOR, BY_NOBODY_NAMED, BY_OUTLET
from annotator.core.records import Annotation, Attribute, RelationType
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.opened import OpenDocument
from annotator.ui.panels.chip import colour_of
from annotator.ui.panels.choice_keys import MOST, ChoiceKeys
from annotator.ui.panels.fields import attempt
from annotator.ui.panels.picker import Answer, Question, fitting
from annotator.ui.panels.relations import KindQuestion, LinkList, TargetQuestion, kinds_from
from annotator.ui.workspace import Workspace

OTHER = "another relation"
"""The answer that asks for another relation."""


class SourceQuestion(TargetQuestion):
    """Who said it."""

    def __init__(self, workspace: Workspace, claim: Annotation, kind: RelationType) -> None:
        super().__init__(workspace, claim, kind)
        self.title = QCoreApplication.translate("Relations", "Who said it?")

    def answers(self, typed: str) -> list[Answer]:
        """The actors, nearest first, and what is said by none of them."""
        translate = QCoreApplication.translate
        found = super().answers(typed)
        attribution = _attribution(self.workspace, self.annotation.label_id)
        own = []
        if attribution is not None and BY_OUTLET in attribution.choices:
            own.append(
                Answer(BY_OUTLET, translate("Relations", "The outlet itself"), words=BY_OUTLET, key="0")
            )
        if attribution is not None and BY_NOBODY_NAMED in attribution.choices:
            nobody = translate("Relations", "Somebody not named")
            own.append(Answer(BY_NOBODY_NAMED, nobody, words=BY_NOBODY_NAMED, key="?"))
        if len(kinds_from(self.workspace, self.annotation)) > 1:
            own.append(Answer(OTHER, translate("Relations", "Another relation…"), words=OTHER, key="."))
        return found + fitting(own, typed)

    def take(self, value: object) -> Question | None:
        """Add the source, or take all away."""
        if value == OTHER:
            return KindQuestion(self.workspace, self.annotation)
        if value in (BY_OUTLET, BY_NOBODY_NAMED):
            said_by_none(self.workspace, self.annotation.id, value == BY_OUTLET)
            return None

        add_source(self.workspace, self.kind, claim_id=self.annotation.id, actor_id=int(str(value)))
        return None


def add_source(workspace: Workspace, kind: RelationType, *, claim_id: int, actor_id: int) -> None:
    """Say that somebody said a claim, besides those that did.

    Raises:
        UserError: it may not be said.
    """

    def build(context: EditContext, opened: OpenDocument) -> Transaction:
        claim = opened.annotations[claim_id]
        sources = [
            opened.annotations[link.target_id]
            for link in opened.links_of(claim)
            if link.type_id == kind.id and link.source_id == claim.id
        ]
        sources.append(opened.annotations[actor_id])
        links = opened.relations.values()
        return edits.set_sources(context, opened.layer, claim, sources, workspace.label_set, links)

    workspace.perform(build)


def said_by_none(workspace: Workspace, claim_id: int, outlet: bool) -> None:  # noqa: FBT001  # one of two
    """Say that the outlet itself claims it, or somebody not named.

    Raises:
        UserError: it may not be said.
    """

    def build(context: EditContext, opened: OpenDocument) -> Transaction:
        links, claim = opened.relations.values(), opened.annotations[claim_id]
        label_set = workspace.label_set
        if outlet:
            return edits.set_sources(context, opened.layer, claim, [], label_set, links, BY_OUTLET)
        return edits.set_sources(context, opened.layer, claim, [], label_set, links, BY_NOBODY_NAMED)

    workspace.perform(build)


def _attribution(workspace: Workspace, label_id: int) -> Attribute | None:
    attributes = workspace.label_set.attributes_of(label_id)
    return next((item for item in attributes if item.name == ATTRIBUTION and item.choices), None)


class SourcesSection(QWidget):
    """The relations only this label can have, each type with its targets; first of all who said it."""

    asked = Signal(object)
    """A Question."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._label_id: int | None = None
        self._annotation: Annotation | None = None
        self._groups: list[_Group] = []
        self.keys: ChoiceKeys | None = None
        """Whether actors, the outlet or nobody named said it."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        workspace.project_changed.connect(self.forget)

    @property
    def kind_ids(self) -> frozenset[int]:
        """The types of relations shown here."""
        return frozenset(group.kind.id for group in self._groups)

    @property
    def groups(self) -> "list[_Group]":
        """What is shown, by type of relation."""
        return self._groups

    @property
    def attributes(self) -> tuple[str, ...]:
        """The attributes shown here."""
        return (ATTRIBUTION,) if self.keys is not None else ()

    def forget(self) -> None:
        """Make it again when it is next shown."""
        self._label_id = None

    def show_annotation(self, annotation: Annotation) -> None:
        """Show who said an annotation, if it is one that is said."""
        if self._label_id != annotation.label_id:
            self._make(annotation)
        self._annotation = annotation
        if self.keys is not None:
            self.keys.show_value(annotation.attributes.get(ATTRIBUTION))
            self.keys.setEnabled(self._workspace.editable)
        for group in self._groups:
            group.show_annotation(annotation)
        self.setVisible(bool(self._groups))

    def _make(self, annotation: Annotation) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._groups, self.keys = [], None
        self._label_id = annotation.label_id
        for kind in kinds_from(self._workspace, annotation):
            if not kind.source_label_ids:
                continue
            group = _Group(self._workspace, kind)
            group.asked.connect(self.asked)
            self._column.addWidget(group)
            self._groups.append(group)
            attribution = _attribution(self._workspace, annotation.label_id)
            if kind.name == ATTRIBUTED_TO and attribution is not None and len(attribution.choices) <= MOST:
                self._put_keys(group, attribution)

    def _put_keys(self, group: "_Group", attribution: Attribute) -> None:
        label = self._workspace.label_set.label_by_id[attribution.label_id]
        self.keys = ChoiceKeys(attribution.choices, colour_of(label))
        self.keys.setAccessibleName(attribution.title(phrases.language()))
        self.keys.chosen.connect(self._say)
        group.put(self.keys)

    def _say(self, value: object) -> None:
        """An actor is still to be chosen; without one nothing is known yet."""
        annotation, keys = self._annotation, self.keys
        if annotation is None or keys is None:
            return
        said_by = next(group for group in self._groups if group.kind.name == ATTRIBUTED_TO)
        if value == BY_ACTOR and not said_by.list.rows:
            keys.show_value(annotation.attributes.get(ATTRIBUTION))
            self.asked.emit(SourceQuestion(self._workspace, annotation, said_by.kind))
        elif value in (BY_OUTLET, BY_NOBODY_NAMED):
            attempt(self._workspace, lambda: said_by_none(self._workspace, annotation.id, value == BY_OUTLET))
        else:
            chosen = value if isinstance(value, str) else None
            attempt(
                self._workspace, lambda: self._workspace.set_attribute(annotation.id, ATTRIBUTION, chosen)
            )


class _Group(QWidget):
    """One type of relation: its title, a way to add one, the targets."""

    asked = Signal(object)

    def __init__(self, workspace: Workspace, kind: RelationType) -> None:
        super().__init__()
        self._workspace = workspace
        self._annotation: Annotation | None = None
        self.kind = kind
        title = kind.title(phrases.language())
        self.list = LinkList(workspace, title)
        self.list.asked.connect(self.asked)
        self.add = QPushButton("+")
        self.add.setObjectName("plus")
        self.add.setAccessibleName(self.tr("Add: {relation}").format(relation=title))
        key = ""
        if kind.name == ATTRIBUTED_TO:
            key = " (R)"
            self.add.setText(phrases.left_to_right("+ R"))
        self.add.setToolTip(phrases.tooltip(self.add.accessibleName() + key))
        self.add.setCursor(Qt.CursorShape.PointingHandCursor)
        self.add.clicked.connect(self._ask)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(plain(title, "caption"))
        head.addStretch(1)
        head.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self.list)

    def put(self, widget: QWidget) -> None:
        """Put something between title and targets."""
        self._column.insertWidget(1, widget)

    def show_annotation(self, annotation: Annotation) -> None:
        """Show the targets."""
        self._annotation = annotation
        opened = self._workspace.opened
        if opened is None:
            return
        links = [
            (link, opened.annotations[link.target_id])
            for link in opened.links_of(annotation)
            if link.source_id == annotation.id and link.type_id == self.kind.id
        ]
        self.list.show_relations([("", links)] if links else [])
        self.list.setVisible(bool(links))
        self.add.setEnabled(self._workspace.editable)

    def _ask(self) -> None:
        if self._annotation is None:
            return
        question = SourceQuestion if self.kind.name == ATTRIBUTED_TO else TargetQuestion
        self.asked.emit(question(self._workspace, self._annotation, self.kind))
