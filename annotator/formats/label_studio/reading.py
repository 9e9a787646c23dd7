"""Reading Label Studio: a task at a time, each annotation of it the layer of one person.

A task's result is a flat list: regions, their attributes under the same id, and relations. Offsets count code
points; old versions counted UTF-16, and the quote tells.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from annotator.core.errors import Phrase, UserError, Worded, place_in, placed
from annotator.formats.anchoring import Anchor
from annotator.formats.aside import KEY, Aside, bundles_of, found_aside, restored
from annotator.formats.bundle import Bundle
from annotator.formats.draft import Draft
from annotator.formats.format import Reading
from annotator.formats.json_lines import shown
from annotator.formats.json_records import Record, records
from annotator.formats.label_studio.configuration import ATTRIBUTE
from annotator.formats.options import Options, option
from annotator.formats.record_article import Strays, article
from annotator.formats.values import identifier, listed, mapped, moment, whole

ANNOTATIONS = ("annotations", "completions")
"""Where a task has them; the second is of old versions."""

_TEXT_KEYS = ("text", "content", "body", "article")
_LABELS = "labels"
_OF_MIN = ("annotator", "annotation_id", "created_at", "updated_at", "lead_time")
"""What JSON-MIN says of an annotation, beside the data."""
_MAX_LAYERS = 100
"""Of one task, that may have something kept."""


@dataclass(frozen=True)
class LabelStudioReading(Options):
    """What may be chosen when a file is read."""

    text: str = option("", Phrase("Key of the data that holds the text (empty: find it)"))
    categories: bool = option(
        default=False, title=Phrase("Take choices about a whole document as annotations of its whole text")
    )
    cancelled: bool = option(default=False, title=Phrase("Read annotations that were skipped, too"))


class _Region(NamedTuple):
    """A span with what stands under its id."""

    value: dict[str, Any]
    labels: list[object]
    attributes: dict[str, object]
    note: str
    score: object


def read(path: Path, reading: Reading[LabelStudioReading]) -> Iterator[Bundle]:
    """The tasks of an export of Label Studio: JSON, JSON-MIN, or a task a line.

    Raises:
        UserError: as :func:`annotator.formats.json_records.records`, or at the first fault if faults stop.
    """
    strays = Strays(*_OF_MIN)
    yield from bundles_of(records(path), lambda record: _Task(record, reading).bundles(strays), reading)


class _Task:
    """One task."""

    def __init__(self, record: Record, reading: Reading[LabelStudioReading]) -> None:
        self._record = record
        self._reading = reading
        self._options = reading.options
        found = record.value
        if not isinstance(found, dict):
            raise UserError("{place} is no task with data.", place=record.place)
        self._found = found if isinstance(found.get("data"), dict) else _from_min(found)
        data = mapped(self._found.get("data"))
        meta = mapped(self._found.get("meta"))
        self._text_key = self._options.text or _text_key(data, self._results())
        self._document = article(record, data.get(self._text_key), data, meta)
        self._anchor = Anchor(self._document.text, "code point")
        self._kept = found_aside(meta.get(KEY), record.place, reading)

    def bundles(self, strays: Strays) -> Iterator[Bundle]:
        """A bundle for each annotation; if there is none, one with the document alone."""
        there = [item for key in ANNOTATIONS for item in listed(self._found.get(key))]
        whole = [item for item in there if isinstance(item, dict)]  # the rest are numbers of annotations
        found = [
            item
            for item in whole
            if self._options.cancelled or not (item.get("was_cancelled") or item.get("skipped"))
        ]
        warnings = self._left_out(len(whole) - len(found), len(there) - len(whole))
        kept = self._kept_layers(found)
        wanted: list[dict[str, Any] | None] = [*found] or [None]
        for number, annotation in enumerate(wanted, 1):
            draft = self._draft(number if len(found) > 1 else 0)
            if number == 1:
                self._predict(draft)
                draft.told += warnings
                data = {**mapped(self._found.get("data")), self._text_key: None}
                strays.tell(draft, data, mapped(self._found.get("meta")))
            yield self._layer(draft, annotation, kept.get(number - 1, Aside()))

    def _kept_layers(self, found: list[dict[str, Any]]) -> dict[int, Aside]:
        """What was kept of which annotation: of one with the same regions, else both have none."""
        kept: dict[int, Aside] = {}
        left = [
            (layer, {item.uuid for item in layer.annotations}) for layer in self._kept.layers[:_MAX_LAYERS]
        ]
        for number, annotation in enumerate(found):
            ids = {str(mapped(item).get("id")) for item in listed(annotation.get("result"))}
            fits = [len(known & ids) or not known | ids for _, known in left]
            if any(fits):
                kept[number], _ = left.pop(fits.index(max(fits)))
        return kept

    def _left_out(self, skipped: int, unknown: int) -> list[Worded]:
        unknown += sum(not isinstance(item, dict) for item in listed(self._found.get("predictions")))
        drafts = len(listed(self._found.get("drafts")))
        sentences = []
        if skipped:
            sentences.append(Worded("{count} annotations were skipped by who made them.", count=skipped))
        if unknown:
            sentence = "{count} annotations or predictions are only numbers in the file; export them whole."
            sentences.append(Worded(sentence, count=unknown))
        if drafts:
            sentences.append(Worded("{count} drafts were left out.", count=drafts))
        return [placed(self._record.place, sentence) for sentence in sentences]

    def _draft(self, number: int) -> Draft:
        place = self._record.place
        place = place_in(place, Phrase("annotation {number}", number=number)) if number else place
        return Draft(self._document.text, self._reading, place=place, anchor=self._anchor)

    def _layer(self, draft: Draft, annotation: dict[str, Any] | None, own: Aside) -> Bundle:
        kept = replace(own, document=self._kept.document, entities=self._kept.entities)
        if annotation is None:
            return restored(draft.bundle(self._document, self._record, layer=False), kept)
        self._take(draft, listed(annotation.get("result")))
        person = _person(annotation.get("completed_by"))
        if own.layer and own.layer.reviewers[0] and person.isdecimal():
            person = ""  # of whoever brought the tasks into Label Studio
        bundle = draft.bundle(
            self._document,
            self._record,
            reviewer=person,
            kind="adjudicated" if annotation.get("ground_truth") is True else "reviewer",
            status="done",
            updated=moment(annotation.get("updated_at")) or moment(annotation.get("created_at")),
            layer=True,
        )
        return restored(bundle, kept)

    def _take(self, draft: Draft, result: list[object]) -> None:
        ids: dict[str, str] = {}
        regions, categories = _regions(draft, result)
        for key, region in regions.items():
            for number, label in enumerate(region.labels or [None]):
                uuid = f"{key}-{number + 1}" if number else key
                value = _with_known_quote(region.value, draft)
                taken = draft.annotate(
                    *_ends(value),
                    label,
                    uuid=uuid,
                    quote=value.get("text"),
                    attributes=region.attributes,
                    note=region.note,
                )
                if taken and not number:
                    ids[key] = taken
        for item in result:
            if mapped(item).get("type") == "relation":
                _take_relation(draft, mapped(item), ids)
        self._categories(draft, categories)

    def _categories(self, draft: Draft, categories: list[object]) -> None:
        if self._options.categories:
            for category in categories:
                draft.annotate(0, len(draft.text), category)
        elif categories:
            draft.warn("{count} answers about the whole document were left out.", count=len(categories))

    def _predict(self, draft: Draft) -> None:
        for prediction in map(mapped, listed(self._found.get("predictions"))):
            result = listed(prediction.get("result"))
            regions, categories = _regions(draft, result)
            links = sum(mapped(item).get("type") == "relation" for item in result)
            if links or categories:
                draft.warn(
                    "{count} relations and answers about the whole document were left out of a prediction.",
                    count=links + len(categories),
                )
            for region in regions.values():
                for label in region.labels or [None]:
                    value = _with_known_quote(region.value, draft)
                    draft.predict(
                        *_ends(value),
                        label,
                        quote=value.get("text"),
                        attributes=region.attributes,
                        score=region.score if region.score is not None else prediction.get("score"),
                        source=_model(prediction),
                    )

    def _results(self) -> Iterator[dict[str, Any]]:
        for key in (*ANNOTATIONS, "predictions"):
            for annotation in listed(self._found.get(key)):
                yield from map(mapped, listed(mapped(annotation).get("result")))


def _text_key(data: dict[str, Any], results: Iterator[dict[str, Any]]) -> str:
    """The usual key; else the one the regions' quotes come from; else the longest text."""
    for key in _TEXT_KEYS:
        if isinstance(data.get(key), str):
            return key
    texts = {key: value for key, value in data.items() if isinstance(value, str)}
    quotes = (mapped(item.get("value")).get("text") for item in results)
    quote = next((item for item in quotes if isinstance(item, str) and item), "")
    return max(texts, key=lambda key: (bool(quote) and quote in texts[key], len(texts[key])), default="text")


def _regions(draft: Draft, result: list[object]) -> tuple[dict[str, _Region], list[object]]:
    """The regions by id, and what was said about the whole document."""
    regions: dict[str, _Region] = {}
    rest: list[dict[str, Any]] = []
    for number, item in enumerate(map(mapped, result), 1):
        value = mapped(item.get("value"))
        kind = str(item.get("type"))
        if kind == "relation":
            continue
        if not kind.endswith(_LABELS):
            rest.append(item)
            continue
        if "start" not in value and "globalOffsets" not in value:
            draft.fault(
                UserError(
                    "{place}: a region of kind “{kind}” is no text.", place=draft.place, kind=shown(kind)
                )
            )
            continue
        key = str(item.get("id") or number)
        if key in regions:
            if _ends(regions[key].value) != _ends(value):
                draft.fault(
                    UserError(
                        "{place}: the {what} {id} stands there twice.",
                        place=draft.place,
                        what=Phrase("region"),
                        id=shown(key),
                    )
                )
            else:
                regions[key].labels.extend(listed(value.get(kind)))
            continue
        regions[key] = _Region(
            value, list(listed(value.get(kind))), {}, _note(item), item.get("score", value.get("score"))
        )
    categories = [answer for item in rest for answer in _attach(regions, item)]
    return regions, categories


def _attach(regions: dict[str, _Region], item: dict[str, Any]) -> list[object]:
    """Give an answer to the region it is about; what is about none comes back."""
    value, kind = mapped(item.get("value")), str(item.get("type"))
    answer = value.get("text") if kind == "textarea" else value.get(kind)
    name = str(item.get("from_name") or kind).removeprefix(ATTRIBUTE)
    region = regions.get(str(item.get("id")))
    if region is not None:
        region.attributes[name] = _flat(answer)
        return []
    if "start" in value and isinstance(value.get("start"), int):
        key = str(item.get("id"))  # a span nobody labelled, with an answer of its own
        regions[key] = _Region(value, [], {name: _flat(answer)}, "", None)
        return []
    return listed(answer) if kind == "choices" else [answer]


def _flat(answer: object) -> object:
    """A taxonomy's paths as texts; all else as it is."""
    if isinstance(answer, list) and answer and all(isinstance(item, list) for item in answer):
        return [" / ".join(map(shown, item)) for item in answer]
    return answer


def _note(item: dict[str, Any]) -> str:
    text = mapped(item.get("meta")).get("text")
    lines = text if isinstance(text, list) else [text]
    return "\n".join(line for line in lines if isinstance(line, str))


def _ends(value: dict[str, Any]) -> tuple[object, object]:
    """The offsets of a region; in text that was shown as a web page they have other names."""
    everywhere = mapped(value.get("globalOffsets"))
    if everywhere:
        return everywhere.get("start"), everywhere.get("end")
    start, end = value.get("start"), value.get("end")
    if "startOffset" in value and isinstance(whole(start), str):
        return value.get("startOffset"), value.get("endOffset")
    return start, end


def _with_known_quote(value: dict[str, Any], draft: Draft) -> dict[str, Any]:
    r"""The region with a quote that can be proved.

    Line ends may be written ``\n`` in it, and old ends be the last character instead of the one after it.
    """
    quote = value.get("text")
    if not isinstance(quote, str) or not quote:
        return value
    text = draft.text
    start, end = map(whole, _ends(value))
    if not isinstance(start, int) or not isinstance(end, int) or start < 0:
        return value
    if "\\n" in quote and text[start:end] != quote:
        quote = quote.replace("\\n", "\n")
        value = {**value, "text": quote}
    if len(quote) != end - start + 1:
        return value
    return {**value, "end": end + 1, "globalOffsets": None} if text[start : end + 1] == quote else value


def _take_relation(draft: Draft, item: dict[str, Any], ids: dict[str, str]) -> None:
    source, target = (str(item.get(end)) for end in ("from_id", "to_id"))
    if item.get("direction") == "left":
        source, target = target, source
    elif item.get("direction") == "bi":
        draft.warn("A relation in both directions was read as one from the first span to the second.")
    for kind in listed(item.get("labels")) or ["relation"]:
        draft.relate(ids.get(source), ids.get(target), kind)


def _person(found: object) -> str:
    """Who annotated: an id, or an object with an address or a name."""
    if isinstance(found, dict):
        name = " ".join(
            part
            for part in (found.get("first_name"), found.get("last_name"))
            if isinstance(part, str) and part
        )
        found = found.get("email") or found.get("username") or name or found.get("id")
    return identifier(found)


def _model(prediction: dict[str, Any]) -> str:
    return identifier(prediction.get("model_version") or mapped(prediction.get("model")).get("name"))


def _from_min(found: dict[str, Any]) -> dict[str, Any]:
    """A task of JSON-MIN, where each control's answers are a key beside the data, as one of plain JSON."""
    result: list[dict[str, Any]] = []
    data: dict[str, Any] = {}
    for key, value in found.items():
        spans = [item for item in listed(value) if "start" in mapped(item)]
        if not spans:
            data[key] = value
        result += [
            {"id": f"{key}-{number}", "from_name": key, "type": _LABELS, "value": span}
            for number, span in enumerate(spans, 1)
            if isinstance(span.get(_LABELS), list)
        ]
    annotation = {
        "result": result,
        "completed_by": found.get("annotator"),
        "created_at": found.get("created_at"),
        "updated_at": found.get("updated_at"),
    }
    return {"data": data, "annotations": [annotation]}
