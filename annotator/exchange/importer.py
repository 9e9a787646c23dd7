"""A bundle into a project: names and UUIDs become the project's own records."""

from itertools import repeat
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from annotator.core.change import Change, Transaction
from annotator.core.errors import Phrase, UserError
from annotator.core.records import Annotation, AnyRecord, Document, Relation
from annotator.exchange.comparisons import Joining
from annotator.exchange.drafting import Draft
from annotator.exchange.foreign import Foreign
from annotator.exchange.known_ids import Identified, KnownIds
from annotator.exchange.making import make_new
from annotator.exchange.mapping import Dropped, Mapping
from annotator.exchange.names import Names
from annotator.exchange.notes import Notes
from annotator.exchange.reading import Duplicates, Fault
from annotator.exchange.repeats import Repeats, content_of, is_named
from annotator.formats.bundle import Bundle, BundleComparison, BundleEntity, BundleLayer, BundlePrediction
from annotator.formats.format import MAX_LISTED
from annotator.store import queries
from annotator.store.project import Project

Outcome = Literal["document added", "layer added", "predictions added", "already there", "left out"]


class ImportReport(Struct):
    """What an import has done so far."""

    documents: int = 0
    layers: int = 0
    annotations: int = 0
    relations: int = 0
    zones: int = 0
    entities: int = 0
    predictions: int = 0
    """What machines hold spans to be: suggestions now."""
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
    made: tuple[str, ...] = ()
    """Names the label set has got: an attribute's as ``label.attribute``."""
    dropped: Dropped = msgspec.field(default_factory=Dropped)
    """What was left out because the mapping says so."""
    faults: list[Fault] = msgspec.field(default_factory=list)
    """The first things that were left out because they cannot be used."""
    fault_count: int = 0
    notes: Notes = msgspec.field(default_factory=Notes)
    """About how files were read."""
    changes: int = 0
    """Bundles that changed the project."""

    def fault(self, path: str, error: UserError) -> None:
        """Note what cannot be used."""
        self.fault_count += 1
        if len(self.faults) < MAX_LISTED:
            self.faults.append(Fault(path, error))


class Importer:
    """Adds bundles to a project, each whole or not at all; for use inside ``project.bulk("import", …)``.

    With ``skip``, what cannot be used is noted in the report and left out; else it is raised.
    """

    def __init__(
        self,
        project: Project,
        reviewer_id: int,
        *,
        duplicates: Duplicates = "skip",
        mapping: Mapping = Mapping(),  # noqa: B008  # frozen
        skip: bool = False,
    ) -> None:
        self.report = ImportReport()
        self._project = project
        self._duplicates = duplicates
        self._skip = skip
        self._context = project.context(reviewer_id)
        self._mapping = mapping.simplified()
        self._making = make_new(self._context, project.label_set, mapping)
        self._names = Names(self._making.label_set)
        self._reviewers = {item.name: item.id for item in queries.reviewers(project.database)}
        self._entities = {item.uuid: item.id for item in queries.entities(project.database)}
        self._position = queries.last_position(project.database)
        self._is_first = queries.document_count(project.database) == 0
        """Whether the project had no document before this import."""
        self._known = KnownIds(project.database)
        self._foreign = Foreign(project.database, self._context, self._known)
        self._brought: set[str] = set()
        self._repeats = Repeats()
        self._compared: dict[str, BundleComparison] = {}
        self._along: dict[str, BundleEntity] = {}
        """Entities that came with bundles of the file that did not go in: others may mention them."""
        self._compared_along: dict[str, BundleComparison] = {}
        """As with the entities."""
        self._dropped = self.report.dropped
        self.begin("", exact=True)

    def begin(self, shown: str, *, exact: bool) -> None:
        """A file begins. Ids and values of gold data are ``exact``; those of other files are made to fit.

        ``shown`` is what a person calls it.
        """
        self._shown = shown
        self._exact = exact
        self._dropped.entity_ids.clear()
        self._along, self._compared_along = {}, {}
        self._foreign.begin()
        self._repeats.begin()

    def add(self, bundle: Bundle) -> Outcome:
        """Add a bundle's document, unless it is there, its layer and its predictions.

        Raises:
            UserError: the project has another text under the document's UUID, has such a layer already, or
                its label set lacks what the bundle uses; nothing of the bundle is in the project then. With
                ``skip``, only what keeps the project from being written.
        """
        if bundle.warnings:
            self.report.notes.add(bundle)
        fit, named = False, self._exact or self._duplicates == "keep" or is_named(bundle)
        try:
            bundle = self._mapping.apply(bundle, self._dropped)
            if not self._exact:
                bundle = self._foreign.of(bundle)
            fit = True
            content = None if named else content_of(bundle, self._own_name())
            again = self._repeats.again(content)
            existing = again or self._existing(bundle)
            if again or (existing and self._brings_nothing(bundle.layer, existing)):
                bundle = replace(bundle, layer=None)
            new = self._new_predictions(bundle, existing)
            if existing and bundle.layer is None and not new:
                self.report.repeated.append(bundle.document.name)
                self._wait(bundle)
                return "already there"
            draft, document = self._draft(bundle, existing, new)
        except UserError as error:
            self._fault(error)
            if fit:
                self._wait(bundle)
            return "left out"
        self._write(draft, document, bundle.document.text if existing is None else None)
        self._count(bundle, draft, document, existing)
        if bundle.layer is not None:
            self._repeats.add(content, document)
        self._compared |= self._compared_along | {item.uuid: item for item in bundle.comparisons}
        self._compared_along = {}
        if existing is None:
            return "document added"
        return "predictions added" if bundle.layer is None else "layer added"

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

    def _wait(self, bundle: Bundle) -> None:
        """Keep what came along with a bundle that does not go in, for the next of its file that does."""
        self._along |= {item.uuid: item for item in bundle.entities}
        self._compared_along |= {item.uuid: item for item in bundle.comparisons}

    def _fault(self, error: UserError) -> None:
        if not self._skip:
            raise error
        self.report.fault(self._shown, error)

    def _draft(
        self, bundle: Bundle, existing: Document | None, predictions: list[BundlePrediction]
    ) -> tuple[Draft, Document]:
        """The records of a bundle, and the document they are about."""
        if bundle.layer is not None:
            self._refuse_taken(bundle, bundle.layer, existing)
        taken = None if self._exact else self._foreign.taken(bundle.layer)
        draft = Draft(
            self._context, self._names, self._reviewers, self._entities, bundle.place, self._fault, taken
        )
        draft.add_entities((*self._awaited(bundle.layer), *bundle.entities))
        document = existing or draft.add_document(bundle.document, self._position + 1)
        if bundle.layer is not None:
            draft.add_layer(bundle.layer, document)
        for prediction in predictions:
            draft.add_prediction(prediction, document)
        return draft, document

    def _awaited(self, layer: BundleLayer | None) -> list[BundleEntity]:
        """Of what came along with bundles that did not go in: all of gold, else what a layer mentions."""
        if not self._along:
            return []
        mentioned = {item.entity for item in layer.annotations} if layer else set()
        return [item for uuid, item in self._along.items() if self._exact or uuid in mentioned]

    def _write(self, draft: Draft, document: Document, text: str | None) -> None:
        """Write the records; before the first ones, what is new in the label set."""
        context, apply = self._context, self._project.apply
        if self._making.changes:
            apply(self._making.transaction(context))
            self.report.made = self._making.names
            self._making = make_new(context, self._making.label_set, Mapping())
        changes = tuple(map(Change, repeat(None), draft.records))
        step = Transaction("import", changes, context.reviewer_id, context.at, document.name)
        apply(step, () if text is None else (text,))

    def _existing(self, bundle: Bundle) -> Document | None:
        """The document the bundle is about, if the project has it.

        A document with a UUID is that one, and one with the same text is taken for it only if it was there
        before this import: a file may hold two documents with one text. One without any is the one with the
        same text; a second layer of the same reviewer is of another document, if this import has brought it
        and the layers differ or are of one file.
        """
        given, database = bundle.document, self._project.database
        if self._is_first and given.uuid and given.uuid not in self._brought:
            return None
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
        same = queries.documents_with_text(database, given.text_sha256)
        if self._duplicates == "keep":
            same = [item for item in same if item.uuid in self._brought and bundle.layer is not None]
        if given.uuid or not same:
            return next((item for item in same if item.uuid not in self._brought), None)
        layer = bundle.layer
        free = (item for item in same if layer is None or not self._has_layer(item, layer))
        return next(free, None) or next((item for item in same if item.uuid not in self._brought), None)

    def _has_layer(self, document: Document, layer: BundleLayer) -> bool:
        """Whether who writes a layer has one of that kind on a document."""
        name = layer.reviewers[0]
        writer = self._reviewers.get(name) if name else self._context.reviewer_id
        taken = queries.layers(self._project.database, document.id)
        return any(item.reviewer_id == writer and item.kind == layer.kind for item in taken)

    def _brings_nothing(self, layer: BundleLayer | None, document: Document) -> bool:
        """Whether a layer only says what is no body text, of an article where its reviewer has a layer.

        So it is if a web page is read again. Gold is exact: a layer of it is there, or is refused.
        """
        if self._exact or layer is None or layer.annotations or layer.relations:
            return False
        return self._has_layer(document, layer)

    def _new_predictions(self, bundle: Bundle, existing: Document | None) -> list[BundlePrediction]:
        """The predictions that the document does not have."""
        if existing is None or not bundle.predictions:
            return list(bundle.predictions)
        labels = self._names.label_set.label_by_id
        known = {
            (item.start, item.end, labels[item.label_id].name, item.source)
            for item in queries.predictions(self._project.database, existing.id)
        }
        return [
            item
            for item in bundle.predictions
            if (item.start, item.end, item.label, item.source) not in known
        ]

    def _refuse_taken(self, bundle: Bundle, layer: BundleLayer, existing: Document | None) -> None:
        """Refuse a reviewer's second layer on a document, and UUIDs of gold that stand elsewhere."""
        if existing and self._has_layer(existing, layer):
            raise UserError(
                "{place}: “{document}” has a layer by “{reviewer}” in this project already;"
                " import it under another name, or into another project.",
                place=bundle.place,
                document=existing.name,
                reviewer=layer.reviewers[0] or self._own_name(),
            )
        if not self._exact:
            return
        annotations = [item.uuid for item in layer.annotations]
        self._refuse_known(bundle.place, Annotation, Phrase("annotation"), annotations)
        relations = [item.uuid for item in layer.relations]
        self._refuse_known(bundle.place, Relation, Phrase("relation"), relations)

    def _own_name(self) -> str:
        own = self._context.reviewer_id
        return next(name for name, row_id in self._reviewers.items() if row_id == own)

    def _refuse_known(self, place: str, kind: Identified, what: Phrase, uuids: list[str]) -> None:
        found = self._known.of(kind, uuids)
        if found:
            raise UserError(
                "{place}: the {what} {id} is in the project already, in another place; give it a new id.",
                place=place,
                what=what,
                id=next(item for item in uuids if item in found),
            )

    def _count(self, bundle: Bundle, draft: Draft, document: Document, existing: Document | None) -> None:
        report = self.report
        self._known.add(draft.records)
        self._reviewers.update(draft.new_reviewers)
        self._entities.update(draft.new_entities)
        report.changes += 1
        report.entities += len(draft.new_entities)
        report.unlisted += draft.unlisted
        report.unusual += draft.unusual
        report.annotations += draft.annotations
        report.relations += draft.relations
        report.zones += draft.zones
        report.predictions += draft.predictions
        if existing is None:
            self._position += 1
            self._brought.add(document.uuid)
            report.documents += 1
        elif document.uuid != bundle.document.uuid and document.uuid not in self._brought:
            report.joined.append(existing.name)
        report.layers += bundle.layer is not None
