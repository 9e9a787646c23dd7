"""The article that a record of another tool is about, and what is known of it beside its text."""

from collections.abc import Iterable, Mapping

from annotator.core.errors import UserError
from annotator.formats.bundle import BundleDocument
from annotator.formats.draft import Draft
from annotator.formats.json_lines import shown
from annotator.formats.json_records import Record
from annotator.formats.plain_text import MAX_BYTES, hashed
from annotator.formats.values import is_uuid

_NAMES = ("name", "filename", "file_name", "upload_name", "document", "doc_name", "doc_id")
_TITLES = ("title", "headline")
_SOURCES = ("source", "url", "link")
_DATES = ("published", "date", "pub_date", "published_at")
_LANGUAGES = ("language", "lang")
_LANGUAGE_LENGTH = 35


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


def _first(known: Iterable[dict[str, object]], names: Iterable[str]) -> str:
    """The first of some values that is a text."""
    for name in names:
        for item in known:
            value = item.get(name)
            if isinstance(value, str) and value.strip():
                return value
    return ""
