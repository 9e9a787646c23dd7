"""The open document as one reviewer sees it, kept in step with the project by its events."""

from msgspec.structs import replace

from annotator.core.change import Transaction
from annotator.core.edits import new_layer
from annotator.core.records import Annotation, Document, Layer, Relation, Reviewer, Span, Zone
from annotator.store import queries
from annotator.store.project import Project


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
        if found is not None:
            self.annotations = {item.id: item for item in queries.annotations(database, found.id)}
            self.relations = {item.id: item for item in queries.relations(database, found.id)}
            self.zones = queries.zones(database, found.id)

    def take_in(self, transaction: Transaction) -> None:
        """Follow a change."""
        for _, document in transaction.of(Document):
            if document is not None and document.id == self.document.id:
                self.document = document
        for layer_before, layer_after in transaction.of(Layer):
            self._take_in_layer(layer_before, layer_after)
        for before, after in transaction.of(Annotation):
            _follow(self.annotations, before, after, self.layer.id)
        for link_before, link_after in transaction.of(Relation):
            _follow(self.relations, link_before, link_after, self.layer.id)
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

    def in_order(self) -> list[Annotation]:
        """The annotations by place: where they start, the longer first."""
        return sorted(self.annotations.values(), key=by_place)

    def around(self, annotation: Annotation) -> list[Annotation]:
        """The annotations that enclose one, the tightest first; of equal spans, those made before it."""
        start, end, own = annotation.start, annotation.end, annotation.id
        found = [
            other
            for other in self.annotations.values()
            if other.start <= start
            and end <= other.end
            and (other.id < own or (other.id > own and len(other.span) > end - start))
        ]
        return sorted(found, key=_tightest)

    def links_of(self, annotation: Annotation) -> list[Relation]:
        """The relations that start from or lead to an annotation."""
        return [link for link in self.relations.values() if annotation.id in (link.source_id, link.target_id)]


def by_place(annotation: Annotation) -> tuple[int, int, int]:
    """Sorts annotations as they are read: by start, the longer first."""
    return (annotation.start, -annotation.end, annotation.id)


def _tightest(annotation: Annotation) -> tuple[int, int]:
    return (len(annotation.span), -annotation.id)


def _follow(
    records: dict[int, Annotation] | dict[int, Relation],
    before: Annotation | Relation | None,
    after: Annotation | Relation | None,
    layer_id: int,
) -> None:
    if after is not None and after.layer_id == layer_id:
        records[after.id] = after  # type: ignore[assignment]  # the caller never mixes types
    elif before is not None and before.layer_id == layer_id:
        records.pop(before.id, None)


def touched(transaction: Transaction) -> tuple[int | None, int | None, Span | None]:
    """Where a change took place: the document, the annotation that is there now, the span."""
    document_id: int | None = None
    for before, after in transaction.of(Layer):
        layer = after or before
        document_id = layer.document_id if layer is not None else None
    for _, document in transaction.of(Document):
        document_id = document.id if document is not None else None
    for annotation_before, annotation_after in transaction.of(Annotation):
        if annotation_after is not None:
            return document_id, annotation_after.id, annotation_after.span
        if annotation_before is not None:
            return document_id, None, annotation_before.span
    return document_id, None, None
