"""doccano: a document a line or an array of them, its spans as ``[start, end, label]`` or as entities.

What doccano has no field for stands beside the text, where it keeps metadata; it gives that back with its own
export. A project of doccano that does not allow overlapping spans drops them when it reads.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from annotator.core.errors import Phrase, UserError
from annotator.formats.anchoring import Anchor
from annotator.formats.aside import KEY, Entities, aside, bundles_of, found_aside, restored
from annotator.formats.bundle import Bundle
from annotator.formats.counting import tell_doubt, unit_of, unit_option
from annotator.formats.draft import Draft
from annotator.formats.format import Format, Part, Reading, Writing
from annotator.formats.json_lines import shown
from annotator.formats.json_records import SUFFIXES, Record, first_record, records, to_line
from annotator.formats.labelling import beside_labels, label_by_option, labelled
from annotator.formats.losing import Loss
from annotator.formats.options import Options, option
from annotator.formats.record_article import Strays, article, known_about
from annotator.formats.values import identifier, listed, mapped

_SPAN_KEYS = ("label", "labels", "annotations", "entities", "spans")
_FIELDS = (*_SPAN_KEYS, "text", "data", "relations", "Comments", "comments", "meta", "username")
_DETAILS = frozenset(
    {
        *(Loss.DOCUMENT_ID, Loss.DIRECTION, Loss.FILE, Loss.LAYER_KIND, Loss.REVIEWER),
        *(Loss.MAKER, Loss.STATUS, Loss.UPDATED, Loss.ANNOTATION_IDS, Loss.ATTRIBUTES),
        *(Loss.ENTITIES, Loss.NOTES, Loss.ORIGIN, Loss.SCHEME_VERSION, Loss.RELATION_IDS, Loss.ZONES),
    }
)
"""What goes with the metadata, if a person wants none."""


@dataclass(frozen=True)
class DoccanoReading(Options):
    """What may be chosen when a file is read."""

    text: str = option("", Phrase("Field that holds the text (empty: text or data)"))
    categories: bool = option(
        default=False, title=Phrase("Take categories of a document as annotations of its whole text")
    )
    reviewer: bool = option(
        default=False,
        title=Phrase("The name of the file says who annotated"),
        explanation=Phrase("As it does where doccano exports a file for each user."),
    )
    unit: str = unit_option()


@dataclass(frozen=True)
class DoccanoWriting(Options):
    """What may be chosen when a file is written."""

    form: str = option(
        "relations",
        Phrase("For a doccano project of the kind"),
        {
            "relations": Phrase("sequence labelling with relations: entities and relations"),
            "spans": Phrase("sequence labelling: lists of start, end and label"),
        },
    )
    layout: str = option(
        "jsonl",
        Phrase("Layout"),
        {"jsonl": Phrase("JSONL: one document a line"), "json": Phrase("JSON: one array")},
    )
    details: bool = option(default=True, title=Phrase("Keep what doccano has no field for, as metadata"))
    label_by: str = label_by_option()


def read(path: Path, reading: Reading[DoccanoReading]) -> Iterator[Bundle]:
    """The documents of an export of doccano, of today's form or an old one.

    Raises:
        UserError: as :func:`annotator.formats.json_records.records`, or at the first fault if faults stop.
    """
    strays = Strays(*_FIELDS, reading.options.text)
    who = path.stem if reading.options.reviewer else ""
    yield from bundles_of(records(path), lambda record: _bundles(record, reading, strays, who), reading)


def _bundles(record: Record, reading: Reading[DoccanoReading], strays: Strays, who: str) -> Iterator[Bundle]:
    """One bundle, or one for each person where an old export names several."""
    found = record.value
    if not isinstance(found, dict):
        raise UserError("{place} is no object with a text and labels.", place=record.place)
    document = article(record, _text(found, reading.options.text), found, mapped(found.get("meta")))
    people: dict[str, list[object]] = {}
    for span in (span for key in _SPAN_KEYS for span in listed(found.get(key))):
        people.setdefault(_person(span), []).append(span)
    kept = found_aside(found.get(KEY, mapped(found.get("meta")).get(KEY)), record.place, reading)
    anchor = Anchor(document.text, unit_of(reading.options.unit))
    relations = listed(found.get("relations"))
    comments = listed(found.get("Comments")) or listed(found.get("comments"))
    for number, (person, spans) in enumerate((people or {"": []}).items()):
        draft = Draft(document.text, reading, place=record.place, anchor=anchor)
        ids = _take_spans(draft, spans, reading.options)
        if not number:
            edges = (_edges(span) for every in people.values() for span in every)
            tell_doubt(draft, edges, reading.options.unit)
        if len(people) <= 1:
            for link in relations:
                _take_relation(draft, link, ids)
        elif relations and not number:
            draft.warn("{count} relations were left out: nobody says whose they are.", count=len(relations))
        if comments and not number:
            draft.warn("left out comments on the document: {count}.", count=len(comments))
        strays.tell(draft, found, mapped(found.get("meta")))
        reviewer = person or identifier(found.get("username")) or who
        yield restored(draft.bundle(document, record, reviewer=reviewer), kept, linked="relations" in found)


def _text(found: dict[str, Any], key: str) -> object:
    if key:
        return found.get(key)
    return found.get("text", found.get("data"))


def _person(span: object) -> str:
    return identifier(span.get("user")) if isinstance(span, dict) else ""


def _take_spans(draft: Draft, spans: list[object], options: DoccanoReading) -> dict[str, str]:
    """Take spans in; which id of the file is which annotation."""
    ids: dict[str, str] = {}
    categories = 0
    for span in spans:
        if isinstance(span, dict):
            taken = draft.annotate(*_edges(span), span.get("label"), uuid=span.get("id"))
            if taken:
                ids[taken] = taken
        elif isinstance(span, list) and len(span) >= _TRIPLE:
            draft.annotate(*span[:_TRIPLE])
        elif isinstance(span, str) and options.categories:
            draft.annotate_all(span)
        elif isinstance(span, str):
            categories += 1
        else:
            draft.fault(UserError("{place}: “{found}” is no span.", place=draft.place, found=shown(span)))
    if categories:
        draft.warn("{count} categories of the document were left out.", count=categories)
    return ids


_TRIPLE = 3


def _edges(span: object) -> tuple[object, object]:
    if isinstance(span, dict):
        return span.get("start_offset", span.get("start")), span.get("end_offset", span.get("end"))
    return (span[0], span[1]) if isinstance(span, list) and len(span) >= _TRIPLE else (None, None)


def _take_relation(draft: Draft, link: object, ids: dict[str, str]) -> None:
    found = mapped(link)
    source, target = (identifier(found.get(end)) for end in ("from_id", "to_id"))
    draft.relate(ids.get(source, source), ids.get(target, target), found.get("type"), uuid=found.get("id"))


def write(bundles: Iterable[Bundle], writing: Writing[DoccanoWriting]) -> Iterator[Part]:
    """One record for each bundle, so a document with several layers stands there several times."""
    entities = Entities()
    array = writing.options.layout == "json"
    number = 0
    for number, bundle in enumerate(bundles, 1):
        data = to_line(_record(bundle, entities, writing))
        yield Part("", (b"[\n" if number == 1 else b",\n") + data.rstrip(b"\n") if array else data)
    if array:
        yield Part("", b"\n]\n" if number else b"[]\n")


def _record(bundle: Bundle, entities: Entities, writing: Writing[DoccanoWriting]) -> dict[str, object]:
    options, bundle = writing.options, labelled(bundle, writing)
    layer = bundle.layer
    annotations = sorted(
        layer.annotations if layer else (), key=lambda item: (item.start, -item.end, item.label, item.uuid)
    )
    found: dict[str, object] = {"text": bundle.document.text}
    if options.form == "spans":
        found["label"] = [[item.start, item.end, item.label] for item in annotations]
    else:
        numbers = {item.uuid: number for number, item in enumerate(annotations, 1)}
        found["entities"] = [
            {
                "id": numbers[item.uuid],
                "label": item.label,
                "start_offset": item.start,
                "end_offset": item.end,
            }
            for item in annotations
        ]
        found["relations"] = [
            {"id": number, "from_id": numbers[item.source], "to_id": numbers[item.target], "type": item.type}
            for number, item in enumerate(layer.relations if layer else (), 1)
        ]
    found |= known_about(bundle.document)
    if options.details:
        found[KEY] = msgspec.to_builtins(aside(bundle, entities.of(bundle)))
    return found


def _lost_with(options: DoccanoWriting) -> frozenset[Loss]:
    if options.details:
        return frozenset()
    return _DETAILS | {Loss.RELATIONS} if options.form == "spans" else _DETAILS


def _claims(path: Path, head: bytes) -> bool:
    found = first_record(path, head)
    if not isinstance(found, dict) or not isinstance(found.get("text", found.get("data")), str):
        return False
    lists = any(isinstance(found.get(key), list) for key in ("label", "labels", "Comments"))
    if lists or set(found) >= _OLDEST:
        return not any(isinstance(item, dict) and "start" in item for item in listed(found.get("label"))[:1])
    spans = listed(found.get("entities")) + listed(found.get("annotations"))
    return any("start_offset" in mapped(span) for span in spans) or {"entities", "relations"} <= set(found)


_OLDEST = {"doc_id", "entities", "username"}
"""What an export of its first versions had."""


DOCCANO = Format(
    name="doccano",
    title=Phrase("doccano"),
    suffixes=SUFFIXES,
    claims=_claims,
    read=read,
    write=write,
    shape=labelled,
    unwritten=beside_labels,
    reading=DoccanoReading,
    writing=DoccanoWriting,
    loses=frozenset({Loss.COMPARISONS}),
    lost_with=_lost_with,
    kept_aside=_DETAILS,
)
