"""Bundles of other tools' files, made fit for a project: ids that hold there, texts and spans proved.

Readers have proved what they know of their format; here is what a project needs, whatever the format is.
"""

import re
from collections.abc import Iterable
from hashlib import sha256

import msgspec
import sqlite_utils
from msgspec.structs import replace

from annotator.core.change import EditContext
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Relation
from annotator.exchange.drafting import is_uuid
from annotator.exchange.known_ids import KnownIds
from annotator.exchange.mapping import clean
from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleEntity,
    BundleLayer,
    BundlePrediction,
    BundleZone,
)
from annotator.formats.json_lines import shown
from annotator.store import queries

_ESCAPED = b"\\u0000"
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


class Foreign:
    """Knows which ids of a file lead to which of the project; one for an import."""

    def __init__(self, database: sqlite_utils.Database, context: EditContext, known: KnownIds) -> None:
        self._database = database
        self._context = context
        self._known = known
        self._named: dict[tuple[str, str], list[str]] | None = None
        """UUIDs of entities by label and name, of the project and of what has come in."""
        self.begin()

    def begin(self) -> None:
        """Another file begins: what its ids mean is its own."""
        self._documents: dict[tuple[str, str], str] = {}
        self._entities: dict[str, str] = {}
        self._met: set[str] = set()

    def of(self, bundle: Bundle) -> Bundle:
        """The bundle with ids that can stand in the project, but for those of annotations and relations.

        Raises:
            UserError: a text is empty or no text, or a span does not lie in it as it is quoted.
        """
        _refuse_no_text(bundle)
        document, layer = bundle.document, bundle.layer
        if document.text_sha256 != sha256(document.text.encode()).hexdigest():
            raise ValueError("the hash of a document is not that of its text")
        if document.uuid and not is_uuid(document.uuid):
            document = replace(document, uuid=self._document_uuid(document.uuid, document.text_sha256))
        entities = list(map(self._entity, bundle.entities))
        if layer is not None:
            _prove(bundle, layer.annotations)
            _prove(bundle, layer.zones)
            entities += self._unnamed(layer.annotations)
            layer = self._layer(layer)
        _prove(bundle, bundle.predictions)
        return replace(bundle, document=document, layer=layer, entities=tuple(entities))

    def taken(self, layer: BundleLayer | None) -> set[str]:
        """The ids of annotations and relations of a layer that stand in the project already."""
        if layer is None:
            return set()
        annotations = self._known.of(Annotation, [item.uuid for item in layer.annotations])
        return annotations | self._known.of(Relation, [item.uuid for item in layer.relations])

    def _layer(self, layer: BundleLayer) -> BundleLayer:
        names = tuple(dict.fromkeys(clean(name) for name in layer.reviewers)) or ("",)
        annotations = layer.annotations
        if any(item.entity is not None or item.reviewer for item in annotations):
            annotations = tuple(
                replace(
                    item,
                    entity=self._entities.get(item.entity or "", item.entity),
                    reviewer=clean(item.reviewer),
                )
                for item in annotations
            )
        return replace(layer, reviewers=names, annotations=annotations)

    def _document_uuid(self, given: str, text_sha256: str) -> str:
        """One for each id and text: the same id may stand at different articles where nobody cared."""
        return self._documents.setdefault((given, text_sha256), self._context.new_uuid())

    def _unnamed(self, annotations: Iterable[BundleAnnotation]) -> list[BundleEntity]:
        """Entities the file only refers to: each is named by the words that mention it first."""
        return [
            self._entity(BundleEntity(uuid=item.entity, label=item.label, name=item.quote))
            for item in annotations
            if item.entity is not None
            and item.entity not in self._entities
            and not self._is_there(item.entity)
        ]

    def _is_there(self, uuid: str) -> bool:
        """Whether the project has an entity, which then is the one that is meant."""
        sql = "SELECT 1 FROM entity WHERE uuid = ?"
        if self._database.execute(sql, (uuid,)).fetchone() is None:
            return False
        self._entities[uuid] = uuid
        return True

    def _entity(self, given: BundleEntity) -> BundleEntity:
        """An entity whose id is no UUID is the one of the same label and name, if no other is that one."""
        name = clean(given.name) or clean(given.uuid) or "?"
        if given.uuid not in self._entities:
            uuid = given.uuid if is_uuid(given.uuid) else self._entity_uuid(given.label, name)
            self._entities[given.uuid] = uuid
            self._met.add(uuid)
        return replace(given, uuid=self._entities[given.uuid], name=name)

    def _entity_uuid(self, label: str, name: str) -> str:
        if self._named is None:
            self._named = self._read_names()
        alike = self._named.setdefault((label, name), [])
        found = next((uuid for uuid in alike if uuid not in self._met), None)
        if found is None:
            found = self._context.new_uuid()
            alike.append(found)
        return found

    def _read_names(self) -> dict[tuple[str, str], list[str]]:
        labels = queries.label_set(self._database).label_by_id
        named: dict[tuple[str, str], list[str]] = {}
        for item in queries.entities(self._database):
            named.setdefault((labels[item.label_id].name, item.name), []).append(item.uuid)
        return named


def _refuse_no_text(bundle: Bundle) -> None:
    document = bundle.document
    if not document.text or not document.name:
        raise UserError("{place}: the article has no text; leave it out.", place=bundle.place)
    try:
        data = msgspec.json.encode(bundle, enc_hook=str)  # words that can be said in another language
    except UnicodeEncodeError as error:
        raise UserError(
            "{place}: the text holds half a character; mend the file.", place=bundle.place
        ) from error
    if _ESCAPED in data and _NUL.search(data):
        raise UserError(
            "{place} contains a NUL character, which no text may have; remove it.", place=bundle.place
        )


def _prove(bundle: Bundle, spans: Iterable[BundleAnnotation | BundleZone | BundlePrediction]) -> None:
    text = bundle.document.text
    for item in spans:
        quoted = isinstance(item, BundleZone) or text[item.start : item.end] == item.quote
        if not (0 <= item.start < item.end <= len(text) and quoted):
            raise UserError(
                "{place}: the span {start}–{end} should read “{quote}”, which does not stand there.",
                place=bundle.place,
                start=item.start,
                end=item.end,
                quote="" if isinstance(item, BundleZone) else shown(item.quote),
            )
