"""A bundle into a project: names and UUIDs become the project's own records."""

import json
from typing import Literal

import msgspec
from msgspec import Struct

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.errors import Phrase, UserError
from annotator.core.records import Annotation, AnyRecord, Document, Entity, Layer, Relation, Reviewer, Zone
from annotator.exchange.comparisons import Joining
from annotator.exchange.names import Names
from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleComparison,
    BundleDocument,
    BundleEntity,
    BundleLayer,
    BundleRelation,
)
from annotator.store import queries
from annotator.store.project import Project

Duplicates = Literal["skip", "keep"]
"""What to do with an article whose text is there already."""

Outcome = Literal["document added", "layer added", "already there"]


class ImportReport(Struct):
    """What an import has done so far."""

    documents: int = 0
    layers: int = 0
    annotations: int = 0
    relations: int = 0
    zones: int = 0
    entities: int = 0
    repeated: list[str] = msgspec.field(default_factory=list)
    """Names of articles that were there already, and were left out."""
    joined: list[str] = msgspec.field(default_factory=list)
    """Names of documents that were there under another UUID, and whose layer has gone to that one."""
    comparisons: int = 0
    incomplete: int = 0
    """Comparisons left out, for the project lacks one of the annotations or has said something of both."""
    unlisted: int = 0
    """Values that a choice of the label set does not list; they are kept."""
    unusual: int = 0
    """Relations that link labels the label set does not let them link; they are kept."""
    changes: int = 0
    """Bundles that changed the project."""


class Importer:
    """Adds bundles to a project, each whole or not at all; for use inside ``project.bulk("import", …)``."""

    def __init__(self, project: Project, reviewer_id: int, *, duplicates: Duplicates = "skip") -> None:
        self.report = ImportReport()
        self._project = project
        self._duplicates = duplicates
        self._names = Names(project.label_set)
        self._context = project.context(reviewer_id)
        self._reviewers = {item.name: item.id for item in queries.reviewers(project.database)}
        self._entities = {item.uuid: item.id for item in queries.entities(project.database)}
        self._position = queries.last_position(project.database)
        self._brought: set[str] = set()
        self._compared: dict[str, BundleComparison] = {}

    def add(self, bundle: Bundle) -> Outcome:
        """Add a bundle's document, unless it is there, and its layer.

        Raises:
            UserError: the project has another text under the document's UUID, has such a layer already, or
                its label set lacks what the bundle uses; nothing of the bundle is in the project then.
        """
        existing = self._existing(bundle)
        if existing and bundle.layer is None:
            self.report.repeated.append(bundle.document.name)
            return "already there"
        draft = _Draft(self._context, self._names, self._reviewers, self._entities, bundle.place)
        draft.add_entities(bundle.entities)
        document = existing or draft.add_document(bundle.document, self._position + 1)
        if bundle.layer is not None:
            self._refuse_taken(bundle, bundle.layer, existing)
            draft.add_layer(bundle.layer, document)
        changes = tuple(Change(None, record) for record in draft.records)
        context = self._context
        self._project.apply(
            Transaction("import", changes, context.reviewer_id, context.at, document.name),
            () if existing else (bundle.document.text,),
        )
        self._count(bundle, draft, existing)
        self._compared |= {item.uuid: item for item in bundle.comparisons}
        return "layer added" if existing else "document added"

    def finish(self) -> None:
        """Add what was said of pairs of annotations; once all bundles are in, for a pair may be in two."""
        if not self._compared:
            return
        joining = Joining(self._project.database, self._context, self._reviewers)
        joining.add(self._compared.values())
        self.report.incomplete += joining.incomplete
        records: list[AnyRecord] = [*joining.reviewers, *joining.comparisons]
        changes = tuple(Change(None, record) for record in records)
        if changes:
            context = self._context
            self._project.apply(Transaction("import", changes, context.reviewer_id, context.at))
            self.report.comparisons += len(joining.comparisons)
            self.report.changes += 1

    def _existing(self, bundle: Bundle) -> Document | None:
        """The document the bundle is about, if the project has it.

        A document with a UUID is that one, and one with the same text is taken for it only if it was there
        before this import: a file may hold two documents with one text.
        """
        given, database = bundle.document, self._project.database
        found = queries.document_by_uuid(database, given.uuid) if given.uuid else None
        if found is not None:
            if found.text_sha256 != given.text_sha256:
                raise UserError(
                    "{place}: the project has another text under the id {id}, as “{name}”;"
                    " import it into another project.",
                    place=bundle.place,
                    id=given.uuid,
                    name=found.name,
                )
            return found
        if self._duplicates == "keep":
            return None
        same = queries.documents_with_text(database, given.text_sha256)
        return next((item for item in same if not given.uuid or item.uuid not in self._brought), None)

    def _refuse_taken(self, bundle: Bundle, layer: BundleLayer, existing: Document | None) -> None:
        """Refuse a second layer of the same reviewer on a document, and UUIDs that stand elsewhere."""
        database = self._project.database
        writer = self._reviewers.get(layer.reviewers[0])
        taken = queries.layers(database, existing.id) if existing else ()
        if existing and any(item.reviewer_id == writer and item.kind == layer.kind for item in taken):
            raise UserError(
                "{place}: “{document}” has a layer by “{reviewer}” in this project already;"
                " import it into another project.",
                place=bundle.place,
                document=existing.name,
                reviewer=layer.reviewers[0],
            )
        self._refuse_known(
            bundle.place, "annotation", Phrase("annotation"), [item.uuid for item in layer.annotations]
        )
        self._refuse_known(
            bundle.place, "relation", Phrase("relation"), [item.uuid for item in layer.relations]
        )

    def _refuse_known(self, place: str, table: str, what: Phrase, uuids: list[str]) -> None:
        sql = f"SELECT uuid FROM {table} WHERE uuid IN (SELECT value FROM json_each(?)) LIMIT 1"
        found = self._project.database.execute(sql, (json.dumps(uuids),)).fetchone() if uuids else None
        if found:
            raise UserError(
                "{place}: the {what} {id} is in the project already, in another place; give it a new id.",
                place=place,
                what=what,
                id=found[0],
            )

    def _count(self, bundle: Bundle, draft: "_Draft", existing: Document | None) -> None:
        report, layer = self.report, bundle.layer
        self._reviewers.update(draft.new_reviewers)
        self._entities.update(draft.new_entities)
        report.changes += 1
        report.entities += len(draft.new_entities)
        report.unlisted += draft.unlisted
        report.unusual += draft.unusual
        if existing is None:
            self._position += 1
            self._brought.add(bundle.document.uuid)
            report.documents += 1
        elif existing.uuid != bundle.document.uuid:
            report.joined.append(existing.name)
        if layer is not None:
            report.layers += 1
            report.annotations += len(layer.annotations)
            report.relations += len(layer.relations)
            report.zones += len(layer.zones)


class _Draft:
    """The records one bundle adds, gathered before any is written."""

    def __init__(
        self,
        context: EditContext,
        names: Names,
        reviewers: dict[str, int],
        entities: dict[str, int],
        place: str,
    ) -> None:
        self.records: list[AnyRecord] = []
        self.new_reviewers: dict[str, int] = {}
        self.new_entities: dict[str, int] = {}
        self.unlisted = 0
        self.unusual = 0
        self._context = context
        self._names = names
        self._reviewers = reviewers
        self._entities = entities
        self._place = place

    def add_document(self, given: BundleDocument, position: int) -> Document:
        document = Document(
            id=self._context.new_id(),
            uuid=given.uuid or self._context.new_uuid(),
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
        for item in entities:
            if item.uuid not in self._entities:
                row_id = self._context.new_id()
                label = self._names.label(self._place, item.label)
                self.records.append(
                    Entity(id=row_id, uuid=item.uuid, label_id=label.id, name=item.name, aliases=item.aliases)
                )
                self.new_entities[item.uuid] = row_id

    def add_layer(self, given: BundleLayer, document: Document) -> None:
        writer, *contributors = (self._reviewer(name) for name in given.reviewers)
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
        annotations = {item.uuid: self._annotation(item, layer) for item in given.annotations}
        self.records.extend(annotations.values())
        self.records.extend([self._relation(item, layer, annotations) for item in given.relations])
        self.records.extend(
            Zone(
                id=self._context.new_id(),
                layer_id=layer.id,
                start=item.start,
                end=item.end,
                kind_id=self._names.zone_kind(self._place, item.kind).id,
            )
            for item in given.zones
        )

    def _annotation(self, given: BundleAnnotation, layer: Layer) -> Annotation:
        label = self._names.label(self._place, given.label)
        if given.attributes:
            self.unlisted += self._names.check_attributes(self._place, given, label)
        return Annotation(
            id=self._context.new_id(),
            uuid=given.uuid,
            layer_id=layer.id,
            label_id=label.id,
            start=given.start,
            end=given.end,
            quote=given.quote,
            attributes=given.attributes,
            entity_id=None if given.entity is None else self._entity(given.entity),
            note=given.note,
            reviewer_id=self._reviewer(given.reviewer) if given.reviewer else layer.reviewer_id,
            origin=given.origin,
            scheme_version=given.scheme_version,
        )

    def _relation(self, given: BundleRelation, layer: Layer, annotations: dict[str, Annotation]) -> Relation:
        kind = self._names.relation_type(self._place, given.type)
        source, target = annotations[given.source], annotations[given.target]
        if not self._names.label_set.may_relate(kind, source.label_id, target.label_id):
            self.unusual += 1
        return Relation(
            id=self._context.new_id(),
            uuid=given.uuid,
            layer_id=layer.id,
            type_id=kind.id,
            source_id=source.id,
            target_id=target.id,
        )

    def _reviewer(self, name: str) -> int:
        known = self._reviewers.get(name) or self.new_reviewers.get(name)
        if known is not None:
            return known
        reviewer = Reviewer(id=self._context.new_id(), uuid=self._context.new_uuid(), name=name)
        self.records.append(reviewer)
        self.new_reviewers[name] = reviewer.id
        return reviewer.id

    def _entity(self, uuid: str) -> int:
        known = self._entities.get(uuid) or self.new_entities.get(uuid)
        if known is None:
            raise UserError(
                "{place}: the entity {id} is neither in this project nor in entities.jsonl beside the file;"
                " put that file there.",
                place=self._place,
                id=uuid,
            )
        return known
