"""A bundle into a project: names and UUIDs become the project's own records."""

from collections.abc import Collection, Iterable
from itertools import repeat
from typing import Literal

from msgspec.structs import replace

from annotator.core.change import Change, Transaction
from annotator.core.errors import Phrase, UserError
from annotator.core.records import Annotation, AnyRecord, Document, Layer, Relation
from annotator.exchange.comparisons import Joining
from annotator.exchange.drafting import Draft
from annotator.exchange.foreign import Foreign
from annotator.exchange.in_hand import InHand
from annotator.exchange.known_ids import Identified, KnownIds
from annotator.exchange.making import make_new
from annotator.exchange.mapping import Mapping
from annotator.exchange.names import Fault, Names
from annotator.exchange.reading import Duplicates
from annotator.exchange.repeats import Repeats, content_of, is_named
from annotator.exchange.reporting import ImportReport
from annotator.exchange.standing import TakenError, layer_by, stands
from annotator.formats.bundle import Bundle, BundleComparison, BundleLayer, BundlePrediction
from annotator.store import queries
from annotator.store.project import Project

Outcome = Literal["document added", "layer added", "predictions added", "already there", "left out"]


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
        self._kept = ImportReport()
        """Of the files before the one in hand."""
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
        self._hand, self._shown = InHand(), ""
        self.begin("", exact=True)

    def begin(self, shown: str, *, exact: bool) -> None:
        """A file begins, and what the one before has brought stays.

        Ids and values of gold data are ``exact``; those of other files are made to fit. ``shown`` is what a
        person calls the file.
        """
        self._keep()
        self._hand.is_begun = True
        self._shown = shown
        self._exact = exact
        self._foreign.begin()
        self._repeats.begin()

    @property
    def report(self) -> ImportReport:
        """What has come of all files until now, but for those that were taken back."""
        made = ImportReport()
        made.take(self._kept, "")
        made.take(self._hand.report, self._shown)
        return made

    @property
    def changes(self) -> int:
        """How many bundles have changed the project."""
        return self._kept.changes + self._hand.report.changes

    def end(self, faults: Iterable[UserError], count: int) -> None:
        """The file in hand has been read to its end: what it has brought stays.

        ``faults`` are the first things that were wrong in it, of so many.
        """
        report = self._hand.report
        before = report.fault_count
        for error in faults:
            report.fault(self._shown, error)
        report.fault_count = before + count
        self._keep()

    def take_back(self) -> None:
        """Take back all that the file in hand has brought: it is refused.

        Names that entities got in it stay known, with UUIDs that no entity has yet: those are as good as new
        ones.
        """
        hand, self._hand = self._hand, InHand()
        if not hand.is_saved:
            return
        self._project.back_to_savepoint()
        self._position -= len(hand.documents)
        self._brought -= hand.documents
        for known, added in ((self._reviewers, hand.reviewers), (self._entities, hand.entities)):
            for name in added:
                del known[name]
        self._making = hand.making or self._making
        self._known.forget()
        self._repeats.take_back()

    def add(self, bundle: Bundle) -> Outcome:
        """Add a bundle's document, unless it is there, its layer and its predictions.

        Raises:
            UserError: the project has another text under the document's UUID, has such a layer already, or
                its label set lacks what the bundle uses; nothing of the bundle is in the project then. With
                ``skip``, only what keeps the project from being written.
        """
        if bundle.warnings:
            self._hand.report.notes.add(bundle)
        theirs = bundle.layer.reviewers[0] if bundle.layer else ""
        fit, named = False, self._exact or self._duplicates == "keep" or is_named(bundle)
        try:
            bundle = self._mapping.apply(bundle, self._hand.report.dropped)
            if not self._exact:
                bundle = self._foreign.of(bundle)
            fit = True
            content = None if named else content_of(bundle, self._own_name())
            again = self._repeats.again(content)
            existing = again or self._existing(bundle)
            there = again or (existing and self._standing(bundle, existing))
            if there:
                bundle, existing = replace(bundle, layer=None), there
            new = self._new_predictions(bundle, existing)
            if existing and bundle.layer is None and not new:
                self._hand.report.partly.append(bundle.document.name)
                self._hand.wait(bundle)
                if there:
                    self._hand.compare()
                return "already there"
            draft, document = self._draft(bundle, existing, new, theirs)
        except UserError as error:
            self._fault(error)
            if fit:
                self._hand.wait(bundle)
            return "left out"
        self._write(draft, document, bundle.document.text if existing is None else None)
        self._count(bundle, draft, document, existing)
        if bundle.layer is not None:
            self._repeats.add(content, document)
        self._hand.compare(bundle.comparisons)
        if existing is None:
            return "document added"
        return "predictions added" if bundle.layer is None else "layer added"

    def finish(self) -> None:
        """Add what was said of pairs of annotations; once all bundles are in, for a pair may be in two."""
        self._keep()
        if not self._compared:
            return
        joining = Joining(self._project.database, self._context, self._reviewers)
        joining.add(self._compared.values())
        self._kept.incomplete += joining.incomplete
        records: list[AnyRecord] = [*joining.reviewers, *joining.comparisons]
        changes = tuple(Change(None, record) for record in records)
        if changes:
            context = self._context
            self._project.apply(Transaction("import", changes, context.reviewer_id, context.at))
            self._kept.comparisons += len(joining.comparisons)
            self._kept.changes += 1

    def _keep(self) -> None:
        """The file in hand is done with, and what it has brought stays."""
        if not self._hand.is_begun:
            return
        self._compared |= self._hand.compared
        self._kept.take(self._hand.report, self._shown)
        self._hand = InHand()

    def _fault(self, error: UserError) -> None:
        if not self._skip:
            raise error
        self._hand.report.fault(self._shown, error)

    def _draft(
        self, bundle: Bundle, existing: Document | None, predictions: list[BundlePrediction], theirs: str
    ) -> tuple[Draft, Document]:
        """The records of a bundle, and their document; ``theirs`` is what the file calls the reviewer."""
        if bundle.layer is not None:
            self._refuse_taken(bundle, bundle.layer, existing, theirs)
        taken = None if self._exact else self._foreign.taken(bundle.layer)
        draft = self._new_draft(bundle.place, self._fault, taken)
        draft.add_entities((*self._hand.awaited(bundle.layer, exact=self._exact), *bundle.entities))
        document = existing or draft.add_document(bundle.document, self._position + 1)
        if bundle.layer is not None:
            draft.add_layer(bundle.layer, document)
        for prediction in predictions:
            draft.add_prediction(prediction, document)
        return draft, document

    def _new_draft(self, place: str, fault: Fault, taken: Collection[str] | None) -> Draft:
        return Draft(self._context, self._names, self._reviewers, self._entities, place, fault, taken)

    def _write(self, draft: Draft, document: Document, text: str | None) -> None:
        """Write the records; before the first ones, what is new in the label set."""
        context, apply, hand = self._context, self._project.apply, self._hand
        if not hand.is_saved:
            self._project.savepoint()
            hand.is_saved = True
        if self._making.changes:
            apply(self._making.transaction(context))
            hand.report.made, hand.making = self._making.names, self._making
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
        free = (item for item in same if layer is None or not self._layer_of(item, layer))
        return next(free, None) or next((item for item in same if item.uuid not in self._brought), None)

    def _standing(self, bundle: Bundle, existing: Document) -> Document | None:
        """The document where what a bundle's layer says stands already; without an id, one with its text.

        What this import has brought itself is compared by ids, and by :class:`Repeats`.
        """
        layer, database = bundle.layer, self._project.database
        if layer is None:
            return None
        if self._brings_nothing(layer, existing):
            return existing
        among = [existing]
        if existing.uuid != bundle.document.uuid:
            same = queries.documents_with_text(database, existing.text_sha256)
            among = [item for item in same if item.uuid not in self._brought]
        taken = [(item, found) for item in among if (found := self._layer_of(item, layer))]
        if not taken:
            return None
        faults: list[UserError] = []
        draft = self._new_draft(bundle.place, faults.append, () if not self._exact else None)
        draft.add_entities(self._hand.mentioned(bundle, layer))
        draft.add_layer(layer, existing)
        made = draft.records
        where = next((item for item, its in taken if stands(database, its, made, exact=self._exact)), None)
        for error in faults if where else ():
            self._fault(error)
        return where

    def _layer_of(self, document: Document, layer: BundleLayer) -> Layer | None:
        """The layer of that kind that who writes a layer has on a document already."""
        name = layer.reviewers[0]
        writer = self._reviewers.get(name) if name else self._context.reviewer_id
        return layer_by(self._project.database, document.id, writer, layer.kind)

    def _brings_nothing(self, layer: BundleLayer, document: Document) -> bool:
        """Whether a layer only says what is no body text, of an article where its reviewer has a layer.

        So it is if a web page is read again. Gold is exact: a layer of it is there, or is refused.
        """
        if self._exact or layer.annotations or layer.relations:
            return False
        return self._layer_of(document, layer) is not None

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

    def _refuse_taken(
        self, bundle: Bundle, layer: BundleLayer, existing: Document | None, theirs: str
    ) -> None:
        """Refuse a reviewer's second layer on a document, and UUIDs of gold that stand elsewhere."""
        annotations = [item.uuid for item in layer.annotations] if self._exact else []
        if existing and self._layer_of(existing, layer):
            renamed = not self._known.of(Annotation, annotations)
            reviewer = layer.reviewers[0] or self._own_name()
            raise TakenError(bundle.place, existing.name, reviewer, theirs if renamed else None)
        if not self._exact:
            return
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
        hand, report = self._hand, self._hand.report
        self._known.add(draft.records)
        for known, brought, added in (
            (self._reviewers, hand.reviewers, draft.new_reviewers),
            (self._entities, hand.entities, draft.new_entities),
        ):
            known.update(added)
            brought.update(added)
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
            hand.documents.add(document.uuid)
            report.documents += 1
        elif document.uuid != bundle.document.uuid and document.uuid not in self._brought:
            report.joined.append(existing.name)
        if bundle.layer is not None:
            report.layers += 1
            if draft.annotations:
                report.people[bundle.layer.reviewers[0]] += draft.annotations
