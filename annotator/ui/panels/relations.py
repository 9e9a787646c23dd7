"""The relations of the selected annotation, and the questions that make and change them."""

from bisect import bisect_right
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.core import edits
from annotator.core.change import EditContext, Transaction
from annotator.core.conventions import ATTRIBUTED_TO
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Relation, RelationType
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.opened import OpenDocument
from annotator.ui.panels.chip import colour_of
from annotator.ui.panels.fields import attempt
from annotator.ui.panels.link import Link, RelationRow
from annotator.ui.panels.picker import Answer, Question, fitting
from annotator.ui.workspace import Workspace


def by_nearness(annotation: Annotation, others: Iterable[Annotation]) -> list[Annotation]:
    """Others by their distance in the text: what comes before counts half, what lies inside comes last.

    A source is most often named before what it says, and hardly ever in it.
    """

    def distance(other: Annotation) -> tuple[bool, int, int]:
        if other.end <= annotation.start:
            gap = annotation.start - other.end
        else:
            gap = 2 * max(other.start - annotation.end, 0)
        return (annotation.span.contains(other.span), gap, other.start)

    return sorted(others, key=distance)


def kinds_from(workspace: Workspace, annotation: Annotation) -> list[RelationType]:
    """The types of relations that may start from an annotation."""
    return [
        kind
        for kind in workspace.label_set.relation_types
        if not kind.source_label_ids or annotation.label_id in kind.source_label_ids
    ]


def question_for(workspace: Workspace, annotation: Annotation) -> Question:
    """What to ask first of one who wants to link an annotation: of a claim, who said it; of an actor, what.

    Raises:
        UserError: the label set lets nothing start from it.
    """
    from annotator.ui.panels.said import claims_question
    from annotator.ui.panels.sources import SourceQuestion

    said = claims_question(workspace, annotation)
    if said is not None:
        return said
    kinds = kinds_from(workspace, annotation)
    if not kinds:
        label = workspace.label_set.label_by_id[annotation.label_id]
        raise UserError(
            "The label set has no relation that starts from “{label}”.", label=label.title(phrases.language())
        )
    said_by = next((kind for kind in kinds if kind.name == ATTRIBUTED_TO), None)
    if said_by is not None:
        return SourceQuestion(workspace, annotation, said_by)
    return (
        TargetQuestion(workspace, annotation, kinds[0])
        if len(kinds) == 1
        else KindQuestion(workspace, annotation)
    )


class KindQuestion(Question):
    """Which relation it is."""

    def __init__(
        self, workspace: Workspace, annotation: Annotation, relation: Relation | None = None
    ) -> None:
        self.title = QCoreApplication.translate("Relations", "Which relation?")
        self._workspace = workspace
        self._annotation = annotation
        self._relation = relation

    def answers(self, typed: str) -> list[Answer]:
        """Those the label set lets start here."""
        language = phrases.language()
        kept = self._relation.type_id if self._relation is not None else None
        found = [
            Answer(kind.id, kind.title(language), words=kind.name, picked=kind.id == kept)
            for kind in kinds_from(self._workspace, self._annotation)
        ]
        return fitting(found, typed)

    def take(self, value: object) -> Question | None:
        """Ask for the target."""
        kind = self._workspace.label_set.relation_type_by_id[int(str(value))]
        return TargetQuestion(self._workspace, self._annotation, kind, self._relation)


class TargetQuestion(Question):
    """Which annotation a relation leads to."""

    def __init__(
        self,
        workspace: Workspace,
        annotation: Annotation,
        kind: RelationType,
        relation: Relation | None = None,
    ) -> None:
        self.title = f"{kind.title(phrases.language())}:"
        self.workspace = workspace
        self.annotation = annotation
        self.kind = kind
        self._relation = relation
        opened = workspace.opened
        self._found = self._answers(opened) if opened is not None else []

    def answers(self, typed: str) -> list[Answer]:
        """Those the label set lets it lead to, nearest first."""
        return fitting(self._found, typed)

    def targets(self) -> frozenset[int]:
        """The same, for the mouse."""
        return frozenset(answer.annotation_id for answer in self._found if answer.annotation_id is not None)

    def take(self, value: object) -> Question | None:
        """Link them."""
        self.workspace.perform(lambda context, opened: self._linked(context, opened, int(str(value))))
        return None

    def _linked(self, context: EditContext, opened: OpenDocument, target_id: int) -> Transaction:
        links, source = opened.relations.values(), opened.annotations[self.annotation.id]
        target, label_set = opened.annotations[target_id], self.workspace.label_set
        if self._relation is None:
            return edits.relate(context, opened.layer, self.kind, source, target, label_set, links)
        return edits.change_relation(
            context, opened.layer, self._relation, self.kind, source, target, label_set, links
        )

    def _answers(self, opened: OpenDocument) -> list[Answer]:
        linked = {
            link.target_id
            for link in opened.links_of(self.annotation)
            if link.type_id == self.kind.id
            and link.source_id == self.annotation.id
            and (self._relation is None or link.id != self._relation.id)
        }
        label_set, own = self.workspace.label_set, self.annotation
        fit = {
            label.id for label in label_set.labels if label_set.may_relate(self.kind, own.label_id, label.id)
        }
        others = (
            item
            for item in opened.annotations.values()
            if item.label_id in fit and item.id != own.id and item.id not in linked
        )
        starts = opened.paragraph_starts
        kept = self._relation.target_id if self._relation is not None else None
        return [
            self._answer(item, bisect_right(starts, item.start), picked=item.id == kept)
            for item in by_nearness(own, others)
        ]

    def _answer(self, annotation: Annotation, paragraph: int, *, picked: bool) -> Answer:
        entity = self.workspace.entity(annotation.entity_id)
        return Answer(
            annotation.id,
            annotation.quote,
            note=phrases.counted(f"¶ {paragraph}"),
            colour=colour_of(self.workspace.label_set.label_by_id[annotation.label_id]),
            words="\n".join((entity.name, *entity.aliases)) if entity is not None else "",
            picked=picked,
            annotation_id=annotation.id,
        )


class LinkList(QWidget):
    """Relations under one caption, with a way to add one."""

    asked = Signal(object)
    """A Question."""

    def __init__(self, workspace: Workspace, name: str = "") -> None:
        super().__init__()
        self._workspace = workspace
        self._named = name
        self._rows: list[RelationRow] = []
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_relations(self, groups: list[tuple[str, list[tuple[Relation, Annotation]]]]) -> None:
        """Show relations by caption, each with its other end."""
        if groups == self._shown:
            return
        had_focus = any(row.quote.hasFocus() for row in self._rows)
        self._shown = groups
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = []
        for name, links in groups:
            if name:
                self._column.addWidget(plain(name, "caption"))
            for relation, other in links:
                self._add(name, relation, other)
        if had_focus and self._rows:
            self._rows[0].quote.setFocus()

    def forget(self) -> None:
        """Draw them again when they are next shown."""
        self._shown = None

    @property
    def rows(self) -> list[RelationRow]:
        """What is shown."""
        return self._rows

    def _add(self, name: str, relation: Relation, other: Annotation) -> None:
        row = RelationRow(self._workspace, name or self._named, relation, other)
        row.removal_asked.connect(self._remove)
        row.change_asked.connect(self._change)
        self._column.addWidget(row)
        self._rows.append(row)

    def _remove(self, relation: Relation) -> None:
        def build(context: EditContext, opened: OpenDocument) -> Transaction:
            return edits.unrelate(context, opened.layer, opened.relations[relation.id])

        attempt(self._workspace, lambda: self._workspace.perform(build))

    def _change(self, relation: Relation) -> None:
        opened = self._workspace.opened
        if opened is not None and relation.id in opened.relations:
            source = opened.annotations[relation.source_id]
            self.asked.emit(KindQuestion(self._workspace, source, relation))


class RelationsSection(QWidget):
    """The relations that are not shown as sources, what the annotation lies in, and a way to link it."""

    asked = Signal(object)
    """A Question."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.list = LinkList(workspace)
        self.list.asked.connect(self.asked)
        self.add = QPushButton(self.tr("Link to…"))
        self.add.setObjectName("plus")
        self.add.setToolTip(phrases.tooltip(self.tr("Link this annotation to another (R)")))
        self.add.setCursor(Qt.CursorShape.PointingHandCursor)
        self.add.clicked.connect(self._ask)
        self._outer = QVBoxLayout()
        self._outer.setSpacing(8)
        self._shown_outer: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._outer)
        column.addWidget(self.list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_annotation(self, annotation: Annotation, elsewhere: frozenset[int]) -> None:
        """Show the relations of an annotation, but for those from it of types shown elsewhere."""
        opened = self._workspace.opened
        if opened is None:
            return
        groups: dict[str, list[tuple[Relation, Annotation]]] = {}
        for link in opened.links_of(annotation):
            outward = link.source_id == annotation.id
            if outward and link.type_id in elsewhere:
                continue
            other = opened.annotations[link.target_id if outward else link.source_id]
            groups.setdefault(self._name(link, outward=outward), []).append((link, other))
        self.list.show_relations(list(groups.items()))
        self.list.setVisible(bool(groups))
        self.add.setVisible(bool(kinds_from(self._workspace, annotation)))
        self.add.setEnabled(self._workspace.editable)
        self._show_outer(opened.around(annotation))

    def forget(self) -> None:
        """Draw all again when it is next shown."""
        self.list.forget()
        self._shown_outer = None

    def _name(self, link: Relation, *, outward: bool) -> str:
        title = self._workspace.label_set.relation_type_by_id[link.type_id].title(phrases.language())
        return title if outward else self.tr("{relation} (from here)").format(relation=title)

    def _show_outer(self, around: list[Annotation]) -> None:
        if around == self._shown_outer:
            return
        self._shown_outer = around
        while (item := self._outer.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        names = self._workspace.label_set.label_by_id
        for outer in around:
            title = names[outer.label_id].title(phrases.language())
            self._outer.addWidget(Link(self._workspace, self.tr("Inside {label}").format(label=title), outer))

    def _ask(self) -> None:
        annotation = self._workspace.annotation
        if annotation is None:
            return
        try:
            self.asked.emit(question_for(self._workspace, annotation))
        except UserError as error:
            self._workspace.refused.emit(error)
