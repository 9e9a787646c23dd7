"""The open document as one reviewer sees it, kept in step with the project by its events."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from msgspec.structs import replace

from annotator.core.change import Transaction
from annotator.core.edits import new_layer
from annotator.core.records import (
    Annotation,
    Comment,
    Dismissal,
    Document,
    Layer,
    Relation,
    Reviewer,
    Span,
    Zone,
)
from annotator.store import queries
from annotator.store.project import Project
from annotator.text.opening import opening
from annotator.text.passages import paragraphs

R = TypeVar("R", Annotation, Relation, Dismissal, Comment)


class OpenDocument:
    """A document, its text, and the layer of one reviewer, by row ids."""

    def __init__(self, project: Project, document: Document, reviewer: Reviewer) -> None:
        database = project.database
        self.document = document
        self.text = queries.text(database, document.text_sha256)
        found = queries.layer(database, document.id, reviewer.id)
        self.layer: Layer = found or new_layer(project.context(reviewer.id), document)
        self.annotations: dict[int, Annotation] = {}
        self.relations: dict[int, Relation] = {}
        self.zones: list[Zone] = []
        self._around: dict[int, list[Annotation]] = {}
        """What encloses each annotation that was asked for since the last change."""
        self.dismissals: dict[int, Dismissal] = {}
        """What lint finds and the reviewer lets stand."""
        self.comments: dict[int, Comment] = {
            item.id: item for item in queries.comments(database, document.id)
        }
        """What anyone has said about the document and its annotations, the oldest first."""
        if found is not None:
            self.annotations = {item.id: item for item in queries.annotations(database, found.id)}
            self.relations = {item.id: item for item in queries.relations(database, found.id)}
            self.zones = queries.zones(database, found.id)
            self.dismissals = {item.id: item for item in queries.dismissals(database, found.id)}

    @property
    def title(self) -> str:
        """What the window calls the document: its title, or else how it begins, or else its name."""
        return self.document.title or opening(self.text) or self.document.name

    @cached_property
    def paragraph_starts(self) -> list[int]:
        """Where each paragraph that holds something begins, in order; the text never changes."""
        return [start for start, end in paragraphs(self.text) if self.text[start:end].strip()]

    def paragraph_number(self, offset: int) -> int:
        """The number of the paragraph an offset is in, counted from 1 and over blank ones."""
        return max(bisect_right(self.paragraph_starts, offset), 1)

    def take_in(self, transaction: Transaction) -> None:
        """Follow a change."""
        self._around.clear()
        for _, document in transaction.of(Document):
            if document is not None and document.id == self.document.id:
                self.document = document
        for layer_before, layer_after in transaction.of(Layer):
            self._take_in_layer(layer_before, layer_after)
        for before, after in transaction.of(Annotation):
            _follow(self.annotations, before, after, self._holds)
        for link_before, link_after in transaction.of(Relation):
            _follow(self.relations, link_before, link_after, self._holds)
        for dismissal_before, dismissal_after in transaction.of(Dismissal):
            _follow(self.dismissals, dismissal_before, dismissal_after, self._holds)
        for comment_before, comment_after in transaction.of(Comment):
            _follow(self.comments, comment_before, comment_after, self._is_about)
        for zone_before, zone_after in transaction.of(Zone):
            if zone_before in self.zones:
                self.zones.remove(zone_before)
            if zone_after is not None and zone_after.layer_id == self.layer.id:
                self.zones.append(zone_after)

    def _take_in_layer(self, before: Layer | None, after: Layer | None) -> None:
        if after is None:
            if before is not None and before.id == self.layer.id:
                self.layer = replace(before, status="new", updated="")
        elif self._is_ours(after):
            self.layer = after

    def _is_ours(self, layer: Layer) -> bool:
        """Whether it is the layer shown; one that redo brings back may have another id than was planned."""
        own = self.layer
        return layer.id == own.id or (
            not own.updated
            and (layer.document_id, layer.reviewer_id, layer.kind)
            == (own.document_id, own.reviewer_id, own.kind)
        )

    def _holds(self, record: Annotation | Relation | Dismissal) -> bool:
        return record.layer_id == self.layer.id

    def _is_about(self, comment: Comment) -> bool:
        return comment.document_id == self.document.id

    def in_order(self) -> list[Annotation]:
        """The annotations by place: where they start, the longer first."""
        return sorted(self.annotations.values(), key=by_place)

    def zone_places(self) -> list[Span]:
        """The parts of the text that are in zones, in order, none touching another."""
        joined: list[Span] = []
        for span in sorted(zone.span for zone in self.zones):
            if joined and span.start <= joined[-1].end:
                joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
            else:
                joined.append(span)
        return joined

    def counts_in_zones(self) -> Counter[int]:
        """How many annotations of each label, by its row id, lie in zones."""
        places = self.zone_places()
        if not places:
            return Counter()
        starts = [place.start for place in places]
        return Counter(
            item.label_id
            for item in self.annotations.values()
            if (at := bisect_right(starts, item.start)) and item.end <= places[at - 1].end
        )

    def around(self, annotation: Annotation) -> list[Annotation]:
        """The annotations that enclose one, the tightest first; of equal spans, those made before it."""
        known = self._around.get(annotation.id)
        if known is not None:
            return known
        start, end, own = annotation.start, annotation.end, annotation.id
        found = [
            other
            for other in self.annotations.values()
            if other.start <= start
            and end <= other.end
            and (other.id < own or (other.id > own and len(other.span) > end - start))
        ]
        self._around[own] = sorted(found, key=_tightest)
        return self._around[own]

    def links_of(self, annotation: Annotation) -> list[Relation]:
        """The relations that start from or lead to an annotation."""
        return [link for link in self.relations.values() if annotation.id in (link.source_id, link.target_id)]


def by_place(annotation: Annotation) -> tuple[int, int, int]:
    """Sorts annotations as they are read: by start, the longer first."""
    return (annotation.start, -annotation.end, annotation.id)


def _tightest(annotation: Annotation) -> tuple[int, int]:
    return (len(annotation.span), -annotation.id)


def _follow(records: dict[int, R], before: R | None, after: R | None, ours: Callable[[R], bool]) -> None:
    if after is not None and ours(after):
        records[after.id] = after
    elif before is not None and ours(before):
        records.pop(before.id, None)


def touched(transaction: Transaction) -> tuple[int | None, int | None, Span | None]:
    """Where a change took place: the document, the annotation that is there now, the span."""
    document_id: int | None = None
    places: dict[int, int] = {}
    for before, after in transaction.of(Layer):
        layer = after or before
        if layer is not None:
            document_id = places[layer.id] = layer.document_id
    for _, document in transaction.of(Document):
        document_id = document.id if document is not None else None
    for annotation_before, annotation_after in transaction.of(Annotation):
        if annotation_after is not None:
            place = places.get(annotation_after.layer_id, document_id)
            return place, annotation_after.id, annotation_after.span
        if annotation_before is not None:
            return places.get(annotation_before.layer_id, document_id), None, annotation_before.span
    for comment_before, comment_after in transaction.of(Comment):
        comment = comment_after or comment_before
        if comment is not None:
            return comment.document_id, comment.annotation_id, None
    for zone_before, zone_after in transaction.of(Zone):
        zone = zone_after or zone_before
        if zone is not None:
            return document_id, None, zone.span
    return document_id, None, None
