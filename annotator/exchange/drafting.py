"""The records that one bundle adds to a project, gathered before any is written."""

import re
from collections.abc import Collection

from annotator.core.change import EditContext
from annotator.core.errors import UserError
from annotator.core.records import (
    Annotation,
    AnyRecord,
    Document,
    Entity,
    Label,
    Layer,
    Prediction,
    Relation,
    Reviewer,
    Value,
    Zone,
)
from annotator.exchange.names import Fault, Names
from annotator.formats.bundle import (
    BundleAnnotation,
    BundleDocument,
    BundleEntity,
    BundleLayer,
    BundlePrediction,
    BundleRelation,
    BundleZone,
)

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def is_uuid(given: str) -> bool:
    """Whether an id is a UUID as gold data has it."""
    return _UUID.fullmatch(given) is not None


class Draft:
    """One bundle as records of a project.

    ``taken`` are ids that stand elsewhere in the project: those get new ones, and so do ids that are no
    UUIDs. If it is ``None`` every id is kept, and a value is of its attribute's type: gold is exact.
    """

    def __init__(
        self,
        context: EditContext,
        names: Names,
        reviewers: dict[str, int],
        entities: dict[str, int],
        place: str,
        fault: Fault,
        taken: Collection[str] | None = None,
    ) -> None:
        self.records: list[AnyRecord] = []
        self.new_reviewers: dict[str, int] = {}
        self.new_entities: dict[str, int] = {}
        self.unlisted = 0
        self.unusual = 0
        self.annotations = 0
        self.relations = 0
        self.zones = 0
        self.predictions = 0
        self._context = context
        self._names = names
        self._reviewers = reviewers
        self._entities = entities
        self._place = place
        self._fault = fault
        self._taken = taken
        self._used: set[str] = set()

    def add_document(self, given: BundleDocument, position: int) -> Document:
        """A document at a place in the list; with a new UUID, where the one it has is none."""
        document = Document(
            id=self._context.new_id(),
            uuid=given.uuid if is_uuid(given.uuid) else self._context.new_uuid(),
            name=given.name,
            position=position,
            text_sha256=given.text_sha256,
            length=len(given.text),
            title=given.title,
            source=given.source,
            published=given.published,
            language=given.language,
            direction=given.direction,
            encoding=given.encoding,
            bytes_sha256=given.bytes_sha256,
        )
        self.records.append(document)
        return document

    def add_entities(self, entities: tuple[BundleEntity, ...]) -> None:
        """The entities the project does not have."""
        for item in entities:
            if item.uuid in self._entities or item.uuid in self.new_entities:
                continue
            try:
                label = self._names.label(self._place, item.label)
            except UserError as error:
                self._fault(error)
                continue
            row_id = self._context.new_id()
            self.records.append(
                Entity(
                    id=row_id,
                    uuid=self._uuid(item.uuid),
                    label_id=label.id,
                    name=item.name,
                    aliases=item.aliases,
                )
            )
            self.new_entities[item.uuid] = row_id

    def add_layer(self, given: BundleLayer, document: Document) -> None:
        """A layer with all that is in it, but for what is told as a fault."""
        writer, *contributors = (self.reviewer(name) for name in given.reviewers)
        layer = Layer(
            id=self._context.new_id(),
            document_id=document.id,
            reviewer_id=writer,
            kind=given.kind,
            status=given.status,
            updated=given.updated or self._context.at,
            contributors=tuple(contributors),
        )
        self.records.append(layer)
        known = dict(zip(given.reviewers, (writer, *contributors), strict=True)) | {"": writer}
        made, annotations = self._annotations(given, layer, known)
        relations = [link for item in given.relations if (link := self._relation(item, layer, annotations))]
        zones = [zone for each in given.zones if (zone := self._zone(each, layer))]
        self.records.extend(made)
        self.records.extend(relations)
        self.records.extend(zones)
        self.annotations += len(made)
        self.relations += len(relations)
        self.zones += len(zones)

    def add_prediction(self, given: BundlePrediction, document: Document) -> None:
        """What a machine holds a span of the document to be."""
        try:
            label = self._names.label(self._place, given.label)
        except UserError as error:
            self._fault(error)
            return
        score = given.score
        self.records.append(
            Prediction(
                id=self._context.new_id(),
                uuid=self._context.new_uuid(),
                document_id=document.id,
                label_id=label.id,
                start=given.start,
                end=given.end,
                quote=given.quote,
                attributes=self._fitting(label, given.attributes, given.quote),
                score=float(score) + 0.0 if score is not None and 0 <= score <= 1 else None,
                source=given.source,
            )
        )
        self.predictions += 1

    def reviewer(self, name: str) -> int:
        """The row id of a reviewer, who may be new; without a name, of whoever imports."""
        if not name:
            return self._context.reviewer_id
        known = self._reviewers.get(name) or self.new_reviewers.get(name)
        if known is not None:
            return known
        reviewer = Reviewer(id=self._context.new_id(), uuid=self._context.new_uuid(), name=name)
        self.records.append(reviewer)
        self.new_reviewers[name] = reviewer.id
        return reviewer.id

    def _annotations(
        self, given: BundleLayer, layer: Layer, known: dict[str, int]
    ) -> tuple[list[Annotation], dict[str, Annotation]]:
        """The annotations of a layer, and for its relations, by the ids in the bundle, the first of each id.

        ``known`` are the row ids of the layer's own reviewers by name.
        """
        made: list[Annotation] = []
        by_id: dict[str, Annotation] = {}
        for item in given.annotations:
            try:
                annotation = self._annotation(item, layer.id, known)
            except UserError as error:
                self._fault(error)
            else:
                made.append(annotation)
                if given.relations:
                    by_id.setdefault(item.uuid, annotation)
        return made, by_id

    def _annotation(self, given: BundleAnnotation, layer_id: int, known: dict[str, int]) -> Annotation:
        names, attributes = self._names, given.attributes
        label = names.label(self._place, given.label)
        if attributes and not names.are_plain(label, attributes):
            attributes = self._fitting(label, attributes, given.uuid)
        return Annotation(
            id=self._context.new_id(),
            uuid=given.uuid if self._taken is None else self._uuid(given.uuid),
            layer_id=layer_id,
            label_id=label.id,
            start=given.start,
            end=given.end,
            quote=given.quote,
            attributes=attributes,
            entity_id=None if given.entity is None else self._entity(given.entity),
            note=given.note,
            reviewer_id=known.get(given.reviewer) or self.reviewer(given.reviewer),
            origin=given.origin,
            scheme_version=given.scheme_version,
        )

    def _relation(
        self, given: BundleRelation, layer: Layer, annotations: dict[str, Annotation]
    ) -> Relation | None:
        source, target = annotations.get(given.source), annotations.get(given.target)
        if source is None or target is None:
            return None  # with a relation's end, which was told as a fault, goes the relation
        if source is target:
            self._fault(
                UserError(
                    "{place}: relation {id} links an annotation to itself.", place=self._place, id=given.uuid
                )
            )
            return None
        try:
            kind = self._names.relation_type(self._place, given.type)
        except UserError as error:
            self._fault(error)
            return None
        if not self._names.label_set.may_relate(kind, source.label_id, target.label_id):
            self.unusual += 1
        return Relation(
            id=self._context.new_id(),
            uuid=self._uuid(given.uuid),
            layer_id=layer.id,
            type_id=kind.id,
            source_id=source.id,
            target_id=target.id,
        )

    def _zone(self, given: BundleZone, layer: Layer) -> Zone | None:
        try:
            kind = self._names.zone_kind(self._place, given.kind)
        except UserError as error:
            self._fault(error)
            return None
        row_id = self._context.new_id()
        return Zone(id=row_id, layer_id=layer.id, start=given.start, end=given.end, kind_id=kind.id)

    def _fitting(self, label: Label, values: dict[str, Value], owner: str) -> dict[str, Value]:
        fitting, unlisted = self._names.fitting(
            self._place, label, values, owner, self._fault, exact=self._taken is None
        )
        self.unlisted += unlisted
        return fitting

    def _uuid(self, given: str) -> str:
        if self._taken is None:
            return given
        if given in self._taken or given in self._used or not is_uuid(given):
            return self._context.new_uuid()
        self._used.add(given)
        return given

    def _entity(self, uuid: str) -> int | None:
        known = self._entities.get(uuid) or self.new_entities.get(uuid)
        if known is None:
            self._fault(
                UserError(
                    "{place}: the entity {id} is neither in this project nor in entities.jsonl beside the"
                    " file; put that file there.",
                    place=self._place,
                    id=uuid,
                )
            )
        return known
