"""Training data of spaCy in JSON: ``["text", {"entities": [[start, end, label]]}]``, or an object a text.

There is no one form, and other tools write it too, as NER Annotator does: entities are lists or objects; what
``Doc.to_json`` writes has ``ents`` and groups of ``spans``. All are read; spaCy itself is trained with
DocBin, so that is what is written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from annotator.core.errors import Phrase, UserError, place_in
from annotator.formats.aside import bundles_of
from annotator.formats.bundle import Bundle
from annotator.formats.counting import tell_doubt, unit_of, unit_option
from annotator.formats.draft import Draft
from annotator.formats.format import Format, Reading
from annotator.formats.json_lines import shown
from annotator.formats.json_records import SUFFIXES, Record, first_record, records
from annotator.formats.losing import Loss
from annotator.formats.options import Options, names_in, option
from annotator.formats.record_article import Strays, article
from annotator.formats.values import listed, mapped

_KEYS = ("entities", "ents", "spans")
_FIELDS = (*_KEYS, "text", "cats", "tokens", "sents", "meta")
_TRIPLE = 3


@dataclass(frozen=True)
class SpacyJsonReading(Options):
    """What may be chosen when a file is read."""

    groups: str = option("", Phrase("Names of span groups to take, with commas between (empty: all)"))
    unit: str = unit_option()


def read(path: Path, reading: Reading[SpacyJsonReading]) -> Iterator[Bundle]:
    """The texts of a file, with their entities and spans.

    Raises:
        UserError: as :func:`annotator.formats.json_records.records`, or at the first fault if faults stop.
    """
    strays = Strays(*_FIELDS)
    texts = chain.from_iterable(map(_texts, records(path)))
    yield from bundles_of(texts, lambda text: [_bundle(text, reading, strays)], reading)


def _texts(record: Record) -> Iterator[Record]:
    """The texts of a record: itself, or all in an object of NER Annotator, which may have gaps."""
    found = record.value
    inner = found.get("annotations") if isinstance(found, dict) and "classes" in found else None
    if not isinstance(inner, list):
        yield record
        return
    file = record.place.partition(", ")[0]
    for number, value in enumerate(inner, 1):
        if value is not None:
            size = record.size if number == len(inner) else 0
            yield Record(place_in(file, Phrase("text {number}", number=number)), value, size, number)


def _bundle(record: Record, reading: Reading[SpacyJsonReading], strays: Strays) -> Bundle:
    text, found = _parts(record)
    document = article(record, text, found, mapped(found.get("meta")))
    draft = Draft(document.text, reading, place=record.place, unit=unit_of(reading.options.unit))
    seen: set[tuple[object, ...]] = set()
    edges: list[tuple[object, object]] = []
    for span in _spans(found, reading.options.groups):
        parts = _triple(span)
        if parts is None:
            draft.fault(UserError("{place}: “{found}” is no span.", place=draft.place, found=shown(span)))
        elif (key := tuple(map(shown, parts))) not in seen:  # entities may stand among the spans again
            seen.add(key)
            edges.append(parts[:2])
            draft.annotate(*parts, attributes=_attributes(span))
    tell_doubt(draft, edges, reading.options.unit)
    strays.tell(draft, found, mapped(found.get("meta")))
    if categories := mapped(found.get("cats")):
        draft.warn("{count} categories of the document were left out.", count=len(categories))
    return draft.bundle(document, record)


def _parts(record: Record) -> tuple[object, dict[str, Any]]:
    """The text, and the object that says what is in it."""
    found = record.value
    if isinstance(found, list) and len(found) > 1 and isinstance(found[0], str):
        return found[0], mapped(found[1])
    if isinstance(found, dict):
        return found.get("text"), found
    raise UserError("{place} is no text with entities.", place=record.place)


def _spans(found: dict[str, Any], groups: str) -> Iterator[object]:
    wanted = set(names_in(groups))
    for key in _KEYS:
        spans = found.get(key)
        if isinstance(spans, dict):
            for name, group in spans.items():
                if not wanted or name in wanted:
                    yield from listed(group)
        else:
            yield from listed(spans)


def _triple(span: object) -> tuple[object, object, object] | None:
    if isinstance(span, list) and len(span) >= _TRIPLE:
        return span[0], span[1], span[2]
    if isinstance(span, dict):
        return (
            span.get("start", span.get("start_char", span.get("start_offset"))),
            span.get("end", span.get("end_char", span.get("end_offset"))),
            span.get("label", span.get("label_")),
        )
    return None


def _attributes(span: object) -> dict[str, object]:
    """What an entity of spaCy has beside its label: ids of a pattern and in a knowledge base."""
    found = mapped(span)
    return {key: found[key] for key in ("id", "kb_id") if found.get(key)}


def _claims(path: Path, head: bytes) -> bool:
    found = first_record(path, head)
    if isinstance(found, list):
        inner = found[1] if len(found) > 1 and isinstance(found[0], str) else None
        return isinstance(inner, dict) and any(key in inner for key in (*_KEYS, "cats"))
    if isinstance(found, dict) and isinstance(found.get("classes"), list):
        texts = [item for item in listed(found.get("annotations")) if item is not None]
        return bool(texts) and isinstance(texts[0], list)
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        return False
    return isinstance(found.get("spans"), dict) or any(
        all(_triple(span) for span in spans) for spans in map(found.get, _KEYS) if isinstance(spans, list)
    )


SPACY_JSONL = Format(
    name="spacy-jsonl",
    title=Phrase("spaCy JSON lines"),
    suffixes=SUFFIXES,
    claims=_claims,
    read=read,
    reading=SpacyJsonReading,
    loses=frozenset(Loss),
)
