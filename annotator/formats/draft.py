"""A bundle in the making, out of a record of another tool: spans proved, ids kept apart, faults told."""

from collections.abc import Iterable, Mapping
from typing import Any

from annotator.core.errors import Phrase, UserError
from annotator.core.records import LayerKind, Status, Value
from annotator.formats.anchoring import Anchor, Anchored
from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleDocument,
    BundleLayer,
    BundlePrediction,
    BundleRelation,
)
from annotator.formats.collecting import Searches, WrongTextError, hashed
from annotator.formats.format import Reading
from annotator.formats.json_lines import shown
from annotator.formats.json_records import Record
from annotator.formats.plain_text import MAX_BYTES
from annotator.formats.values import attribute_value, is_uuid

MAX_ITEMS = 200_000
"""Annotations or relations of one document."""

_NAMES = ("name", "filename", "file_name", "upload_name", "document", "doc_name", "doc_id")
_TITLES = ("title", "headline")
_SOURCES = ("source", "url", "link")
_DATES = ("published", "date", "pub_date", "published_at")
_LANGUAGES = ("language", "lang")
_LANGUAGE_LENGTH = 35


class Draft:
    """What one record says of one document, in one person's name."""

    def __init__(
        self, document: BundleDocument, place: str, reading: Reading[Any], anchor: Anchor | None = None
    ) -> None:
        self.document = document
        self.place = place
        self.anchor = anchor or Anchor(document.text, "code point")
        """Drafts of one document may share it."""
        self.warnings: list[str] = []
        self.predictions: list[BundlePrediction] = []
        self._reading = reading
        self._annotations: dict[str, BundleAnnotation] = {}
        self._relations: dict[str, BundleRelation] = {}
        self._moved = 0
        self._changed = 0
        self._searches = Searches(document.text)

    def annotate(
        self,
        start: object,
        end: object,
        label: object,
        *,
        uuid: object = None,
        quote: object = None,
        attributes: Mapping[str, object] | None = None,
        note: str = "",
    ) -> str | None:
        """Take in an annotation; its id, or ``None`` if it has a fault."""
        number = len(self._annotations) + 1
        try:
            anchored = self.anchored(start, end, quote)
            name = self.named(label, Phrase("a span without a label"))
            key = self._id(uuid, self._annotations, Phrase("annotation"), number)
        except WrongTextError:
            raise
        except UserError as error:
            self._reading.fault(error)
            return None
        self._annotations[key] = BundleAnnotation(
            uuid=key,
            start=anchored.start,
            end=anchored.end,
            label=name,
            quote=self.document.text[anchored.start : anchored.end],
            attributes=self.values(attributes or {}),
            note=note,
        )
        return key

    def predict(
        self,
        start: object,
        end: object,
        label: object,
        *,
        quote: object = None,
        attributes: Mapping[str, object] | None = None,
        score: object = None,
        source: str = "",
    ) -> None:
        """Take in what a machine says."""
        try:
            anchored = self.anchored(start, end, quote)
            name = self.named(label, Phrase("a span without a label"))
        except WrongTextError:
            raise
        except UserError as error:
            self._reading.fault(error)
            return
        self.predictions.append(
            BundlePrediction(
                start=anchored.start,
                end=anchored.end,
                label=name,
                quote=self.document.text[anchored.start : anchored.end],
                attributes=self.values(attributes or {}),
                score=_score(score),
                source=source,
            )
        )

    def relate(self, source: str | None, target: str | None, kind: object, *, uuid: object = None) -> None:
        """Take in a relation between two annotations, by their ids."""
        try:
            name = self.named(kind, Phrase("a relation without a type"))
            ends = self._ends(source, target)
            key = self._id(uuid, self._relations, Phrase("relation"), len(self._relations) + 1)
        except UserError as error:
            self._reading.fault(error)
            return
        self._relations[key] = BundleRelation(uuid=key, type=name, source=ends[0], target=ends[1])

    def fault(self, error: UserError) -> None:
        """Tell that something of the record cannot be used."""
        self._reading.fault(error)

    def warn(self, sentence: str, **values: object) -> None:
        """Something to know about how the record was read."""
        self.warnings.append(f"{self.place}: {Phrase(sentence, **values)}")

    def bundle(
        self,
        record: Record,
        *,
        reviewer: str = "",
        kind: LayerKind = "reviewer",
        status: Status = "started",
        updated: str = "",
        layer: bool | None = None,
    ) -> Bundle:
        """The bundle; with a layer if there is one, or where that is not said, if there are annotations."""
        if self._moved:
            self.warn(
                "{count} spans did not stand where the file says; their text was found elsewhere.",
                count=self._moved,
            )
        if self._changed:
            self.warn(
                "{count} values were no text or number and have been written as text.", count=self._changed
            )
        wanted = bool(self._annotations) if layer is None else layer
        return Bundle(
            document=self.document,
            layer=BundleLayer(
                kind=kind,
                reviewers=(reviewer,),
                status=status,
                updated=updated,
                annotations=tuple(self._annotations.values()),
                relations=tuple(self._relations.values()),
            )
            if wanted
            else None,
            predictions=tuple(self.predictions),
            warnings=tuple(self.warnings),
            place=record.place,
            size=record.size,
        )

    def anchored(self, start: object, end: object, quote: object) -> Anchored:
        """Where a span stands; UserError where it stands nowhere."""
        if len(self._annotations) + len(self.predictions) >= MAX_ITEMS:
            raise UserError(
                "{place} holds more than {limit} annotations.", place=self.place, limit=f"{MAX_ITEMS:,}"
            )
        known = quote if isinstance(quote, str) and quote else None
        try:
            found = self.anchor.span(whole(start), whole(end), known, self.place)
        except UserError:
            self._searches.count(self.place)
            raise
        if found.moved:
            self._moved += 1
            self._searches.count(self.place)
        return found

    def named(self, name: object, what: Phrase) -> str:
        """A label or a type as a text; UserError where it has none."""
        if (found := identifier(name)).strip():
            return found
        raise UserError("{place}: there is {what}; name it.", place=self.place, what=what)

    def values(self, found: Mapping[str, object]) -> dict[str, Value]:
        """Values as attributes have them, those that are none left out."""
        values: dict[str, Value] = {}
        for name, value in found.items():
            taken = attribute_value(value)
            self._changed += taken.changed
            if taken.value is not None:
                values[str(name)] = taken.value
        return values

    def _id(self, found: object, taken: Mapping[str, object], what: Phrase, number: int) -> str:
        if key := identifier(found):
            if key in taken:
                raise UserError(
                    "{place}: the {what} {id} stands there twice.", place=self.place, what=what, id=shown(key)
                )
            return key
        while str(number) in taken:
            number += 1
        return str(number)

    def _ends(self, source: str | None, target: str | None) -> tuple[str, str]:
        if len(self._relations) >= MAX_ITEMS:
            raise UserError(
                "{place} holds more than {limit} relations.", place=self.place, limit=f"{MAX_ITEMS:,}"
            )
        for end in (source, target):
            if end is None or end not in self._annotations:
                raise UserError(
                    "{place}: a relation links annotation {end}, which is not there.",
                    place=self.place,
                    end=shown(end) if end is not None else "?",
                )
        if source == target:
            raise UserError(
                "{place}: a relation links annotation {id} to itself.", place=self.place, id=shown(source)
            )
        return str(source), str(target)


class Strays:
    """The fields of a file that an article has no place for; each is told once."""

    def __init__(self, *known: str) -> None:
        self._told = {*known, *_NAMES, *_TITLES, *_SOURCES, *_DATES, *_LANGUAGES, "id", "uuid", "sanad"}
        self._left = _MAX_STRAYS

    def tell(self, draft: Draft, *found: Mapping[str, object]) -> None:
        """Warn of those in a record's objects that no record before it had."""
        fresh = [
            name
            for item in found
            for name, value in item.items()
            if name not in self._told and not name.startswith("_") and value not in (None, "", [], {})
        ]
        if fresh and self._left > 0:
            names = list(dict.fromkeys(fresh))[: self._left]
            self._left -= len(names)
            self._told.update(names)
            draft.warn(
                "an article has no place for {names}; they are left out here and below.",
                names=", ".join(f"“{shown(name)}”" for name in names),
            )


_MAX_STRAYS = 50


def article(record: Record, text: object, *found: object) -> BundleDocument:
    """The document of a record, with what is known about it taken from objects beside its text.

    Raises:
        UserError: there is no text, or it is too long.
    """
    if not isinstance(text, str) or not text.strip():
        raise UserError("{place} has no text; leave it out or fill it.", place=record.place)
    data = text.encode()
    if len(data) > MAX_BYTES:
        raise UserError(
            "{place}: the text has {size:,} bytes; an article may have {limit:,} at most.",
            place=record.place,
            size=len(data),
            limit=MAX_BYTES,
        )
    known = [item for item in found if isinstance(item, dict)]
    file = record.place.partition(", ")[0]
    language = _first(known, _LANGUAGES)
    return BundleDocument(
        uuid=uuid if is_uuid(uuid := _first(known, ("uuid", "id"))) else "",
        name=_first(known, _NAMES) or f"{file}:{record.number}",
        text=text,
        text_sha256=hashed(text),
        title=_first(known, _TITLES),
        source=_first(known, _SOURCES),
        published=_first(known, _DATES),
        language=language if language and len(language) <= _LANGUAGE_LENGTH else "ar",
    )


def known_about(document: BundleDocument) -> dict[str, str]:
    """What is known about a document, for objects that hold such things; read again by :func:`article`."""
    values = {
        "name": document.name,
        "title": document.title,
        "source": document.source,
        "published": document.published,
        "language": document.language,
    }
    return {name: value for name, value in values.items() if value}


def listed(value: object) -> list[Any]:
    """A list, or none where there is another thing."""
    return value if isinstance(value, list) else []


def mapped(value: object) -> dict[str, Any]:
    """An object, or an empty one where there is another thing."""
    return value if isinstance(value, dict) else {}


def identifier(value: object) -> str:
    """An id or a name as a text; empty where it is neither text nor number."""
    if isinstance(value, str):
        return value
    return shown(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def whole(offset: object) -> object:
    """An offset as a number, also where a tool wrote it as a text or with a decimal point."""
    if isinstance(offset, float) and offset.is_integer() and abs(offset) < MAX_BYTES:
        return int(offset)
    if isinstance(offset, str) and len(offset) <= _DIGITS and offset.isascii() and offset.isdigit():
        return int(offset)
    return offset


_DIGITS = 9


def _first(known: Iterable[dict[str, object]], names: Iterable[str]) -> str:
    """The first of some values that is a text."""
    for name in names:
        for item in known:
            value = item.get(name)
            if isinstance(value, str) and value.strip():
                return value
    return ""


def _score(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 <= value <= 1 else None
