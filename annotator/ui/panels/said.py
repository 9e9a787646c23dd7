"""What somebody said: the claims of the article, asked for from the actor."""

from bisect import bisect_right
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from annotator.core.conventions import ATTRIBUTED_TO
from annotator.core.records import Annotation, RelationType
from annotator.ui import phrases
from annotator.ui.opened import OpenDocument
from annotator.ui.panels.chip import colour_of
from annotator.ui.panels.picker import Answer, Question, fitting
from annotator.ui.panels.relations import KindQuestion, kinds_from
from annotator.ui.panels.sources import OTHER, add_source
from annotator.ui.workspace import Workspace


def claims_question(workspace: Workspace, actor: Annotation) -> "ClaimsQuestion | None":
    """What to ask of an actor first, if the article has a claim that it is not linked to yet."""
    kind = workspace.label_set.relation_type_by_name.get(ATTRIBUTED_TO)
    opened = workspace.opened
    if kind is None or opened is None or actor.label_id not in kind.target_label_ids:
        return None
    said = {link.source_id for link in opened.links_of(actor) if link.type_id == kind.id}
    claims = [
        item
        for item in opened.annotations.values()
        if item.id not in said and item.id != actor.id and item.label_id in kind.source_label_ids
    ]
    return ClaimsQuestion(workspace, actor, kind, opened, claims) if claims else None


def by_nearness_to_speaker(actor: Annotation, claims: Iterable[Annotation]) -> list[Annotation]:
    """Claims by their distance from an actor: what comes before counts twice, what holds it comes last."""

    def distance(claim: Annotation) -> tuple[bool, int, int]:
        before, after = actor.start - claim.end, claim.start - actor.end
        return (claim.span.contains(actor.span), max(2 * before, after, 0), claim.start)

    return sorted(claims, key=distance)


class ClaimsQuestion(Question):
    """What they said."""

    def __init__(
        self,
        workspace: Workspace,
        actor: Annotation,
        kind: RelationType,
        opened: OpenDocument,
        claims: Iterable[Annotation],
    ) -> None:
        self.title = QCoreApplication.translate("Relations", "What did they say?")
        self.kind = kind
        self._workspace = workspace
        self._actor = actor
        self._found = [self._answer(claim, opened) for claim in by_nearness_to_speaker(actor, claims)]

    def answers(self, typed: str) -> list[Answer]:
        """The claims, nearest first, and the way to other relations."""
        own = []
        if kinds_from(self._workspace, self._actor):
            title = QCoreApplication.translate("Relations", "Another relation…")
            own.append(Answer(OTHER, title, words=OTHER, key="."))
        return fitting(self._found, typed) + fitting(own, typed)

    def targets(self) -> frozenset[int]:
        """The claims, for the mouse."""
        return frozenset(answer.annotation_id for answer in self._found if answer.annotation_id is not None)

    def take(self, value: object) -> Question | None:
        """Say that they said it, besides those that did."""
        if value == OTHER:
            return KindQuestion(self._workspace, self._actor)
        add_source(self._workspace, self.kind, claim_id=int(str(value)), actor_id=self._actor.id)
        return None

    def _answer(self, claim: Annotation, opened: OpenDocument) -> Answer:
        paragraph = bisect_right(opened.paragraph_starts, claim.start)
        return Answer(
            claim.id,
            claim.quote,
            note=phrases.counted(f"¶ {paragraph}"),
            colour=colour_of(self._workspace.label_set.label_by_id[claim.label_id]),
            annotation_id=claim.id,
        )
