"""A project's layers as bundles: its own records become names and UUIDs."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

import msgspec
import sqlite_utils

from annotator.core.records import Document, Entity, Layer, Value
from annotator.core.schema import LabelSet
from annotator.exchange.choosing import Chosen
from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleComparison,
    BundleDocument,
    BundleEntity,
    BundleLayer,
    BundleRelation,
    BundleZone,
)
from annotator.store import comparing, queries


class Bundler:
    """Makes bundles of a project that does not change meanwhile."""

    def __init__(self, database: sqlite_utils.Database, label_set: LabelSet) -> None:
        self.documents = queries.documents(database)
        self.entities = queries.entities(database)
        self._database = database
        self._labels = {label.id: label.name for label in label_set.labels}
        self._relation_types = {kind.id: kind.name for kind in label_set.relation_types}
        self._zone_kinds = {kind.id: kind.name for kind in label_set.zone_kinds}
        self._reviewers = {item.id: item.name for item in queries.reviewers(database)}
        self._linked = queries.layers_with_relations(database)
        self._zoned = queries.layers_with_zones(database)
        self._entity_uuids = {item.id: item.uuid for item in self.entities}

    def bundles(self, chosen: Iterable[Chosen] | None = None) -> Iterator[Bundle]:
        """One for each chosen layer, by place of the document, kind and reviewer; all there are by default.

        A document that was chosen without a layer gives a bundle without one.

        Raises:
            UserError: a text is damaged in the project file.
        """
        for item in self._all() if chosen is None else chosen:
            document = self._document(item.document)
            for layer in item.layers or (None,):
                made = None if layer is None else self._layer(layer)
                yield Bundle(document=document, layer=made, place=item.document.name)

    def _all(self) -> Iterator[Chosen]:
        documents = {item.id: item for item in self.documents}
        for row_id, layers in groupby(queries.all_layers(self._database), lambda item: item.document_id):
            yield Chosen(documents[row_id], tuple(layers))

    def entity(self, entity: Entity) -> BundleEntity:
        """An entity, with its label's name."""
        return BundleEntity(
            uuid=entity.uuid,
            label=self._labels[entity.label_id],
            name=entity.name,
            aliases=entity.aliases,
        )

    def comparisons(self) -> Iterator[BundleComparison]:
        """What was said of pairs of annotations, by everybody."""
        for item, one, other in comparing.with_uuids(self._database):
            yield BundleComparison(
                uuid=item.uuid,
                verdict=item.verdict,
                annotations=(one, other),
                note=item.note,
                reviewer=self._reviewers[item.reviewer_id],
                at=item.at,
            )

    def _document(self, document: Document) -> BundleDocument:
        return BundleDocument(
            uuid=document.uuid,
            name=document.name,
            text=queries.text(self._database, document.text_sha256),
            text_sha256=document.text_sha256,
            title=document.title,
            source=document.source,
            published=document.published,
            language=document.language,
            direction=document.direction,
            encoding=document.encoding,
            bytes_sha256=document.bytes_sha256,
        )

    def _layer(self, layer: Layer) -> BundleLayer:
        return BundleLayer(
            kind=layer.kind,
            reviewers=tuple(self._reviewers[row] for row in (layer.reviewer_id, *layer.contributors)),
            status=layer.status,
            updated=layer.updated,
            annotations=self._annotations(layer.id),
            relations=self._relations(layer.id) if layer.id in self._linked else (),
            zones=tuple(
                BundleZone(start=item.start, end=item.end, kind=self._zone_kinds[item.kind_id])
                for item in (queries.zones(self._database, layer.id) if layer.id in self._zoned else ())
            ),
        )

    def _annotations(self, layer_id: int) -> tuple[BundleAnnotation, ...]:
        """By (start, -end, label's name, UUID). Straight out of the rows: records would take half again.

        The index has them by their start; SQLite takes longer for the rest of the order than Python does.
        """
        labels, reviewers, entities = self._labels, self._reviewers, self._entity_uuids
        rows = self._database.execute(_ANNOTATIONS, (layer_id,)).fetchall()
        made = [
            BundleAnnotation(
                uuid=uuid,
                start=start,
                end=end,
                label=labels[label_id],
                quote=quote,
                attributes={} if attributes == "{}" else {**_attributes(attributes)},
                entity=None if entity_id is None else entities[entity_id],
                note=note,
                reviewer=reviewers[reviewer_id],
                origin=origin,
                scheme_version=version,
            )
            for (
                uuid, start, end, label_id, quote, attributes, entity_id, note, reviewer_id, origin, version,
            ) in rows
        ]  # fmt: skip
        made.sort(key=_place)
        return tuple(made)

    def _relations(self, layer_id: int) -> tuple[BundleRelation, ...]:
        return tuple(
            BundleRelation(uuid=uuid, type=self._relation_types[type_id], source=source, target=target)
            for uuid, type_id, source, target in self._database.execute(_RELATIONS, (layer_id,)).fetchall()
        )


_attributes = lru_cache(4096)(msgspec.json.Decoder(dict[str, Value]).decode)
"""Many annotations have the same few; what is given out is copied."""
_ANNOTATIONS = """
    SELECT uuid, start, "end", label_id, quote, attributes, entity_id, note, reviewer_id, origin,
           scheme_version
    FROM annotation WHERE layer_id = ? ORDER BY start"""
_RELATIONS = """
    SELECT relation.uuid, type_id, source.uuid, target.uuid FROM relation
    JOIN annotation AS source ON source.id = source_id JOIN annotation AS target ON target.id = target_id
    WHERE relation.layer_id = ? ORDER BY relation.id"""


def _place(item: BundleAnnotation) -> tuple[int, int, str, str]:
    return item.start, -item.end, item.label, item.uuid
