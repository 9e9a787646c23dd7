"""Prodigy: a task a line, with spans, relations between their heads, tokens, and a person's answer.

Prodigy keeps keys it does not know, in a task as in a span, so whatever it has no field for stands there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from annotator.core.errors import Phrase, UserError
from annotator.formats.aside import KEY, Entities, aside, bundles_of, found_aside, restored
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleLayer
from annotator.formats.counting import tell_doubt, unit_of, unit_option
from annotator.formats.draft import Draft
from annotator.formats.format import Format, Part, Reading, Writing
from annotator.formats.json_lines import shown
from annotator.formats.json_records import SUFFIXES, Record, first_record, records, to_line
from annotator.formats.labelling import label_by_option, labelled
from annotator.formats.losing import Loss
from annotator.formats.options import Options, option
from annotator.formats.record_article import Strays, article, known_about
from annotator.formats.tokens import Tokens
from annotator.formats.values import identifier, is_uuid, listed, mapped, moment, whole

_OWN = frozenset({Loss.ATTRIBUTES, Loss.NOTES})
_DETAILS = frozenset(
    {
        *(Loss.DOCUMENT_ID, Loss.LANGUAGE, Loss.DIRECTION, Loss.FILE, Loss.LAYER_KIND),
        *(Loss.MAKER, Loss.ENTITIES, Loss.ORIGIN, Loss.SCHEME_VERSION, Loss.RELATION_IDS, Loss.ZONES),
    }
)
"""What a task has a field of ours for, if a person wants one."""
_MARKS = ("_task_hash", "_input_hash", "_annotator_id", "_session_id", "_view_id", "_is_binary")
_ANSWERS = ("accept", "reject", "ignore")
_KNOWN_IN_SPAN = frozenset(
    {"start", "end", "token_start", "token_end", "label", "text", "type", "attributes", "note", "score"}
    | {"source", "input_hash", "color", "rank", "ws", "pattern"}
)
_KNOWN_IN_TASK = (
    "text",
    "tokens",
    "spans",
    "relations",
    "meta",
    "answer",
    "label",
    "accept",
    "options",
    "score",
)


@dataclass(frozen=True)
class ProdigyReading(Options):
    """What may be chosen when a file is read."""

    rejected: bool = option(default=False, title=Phrase("Take the spans of rejected and ignored tasks, too"))
    categories: bool = option(
        default=False, title=Phrase("Take choices about a whole text as annotations of all of it")
    )
    unit: str = unit_option()


@dataclass(frozen=True)
class ProdigyWriting(Options):
    """What may be chosen when a file is written."""

    tokens: bool = option(
        default=True,
        title=Phrase("Write tokens"),
        explanation=Phrase("Prodigy marks tokens by hand; they are split where a span begins or ends."),
    )
    details: bool = option(default=True, title=Phrase("Keep what Prodigy has no field for"))
    label_by: str = label_by_option()


def read(path: Path, reading: Reading[ProdigyReading]) -> Iterator[Bundle]:
    """The tasks of a file that Prodigy wrote, or could read.

    Raises:
        UserError: as :func:`annotator.formats.json_records.records`, or at the first fault if faults stop.
    """
    strays = Strays(*_KNOWN_IN_TASK)
    yield from bundles_of(records(path), lambda record: [_bundle(record, reading, strays)], reading)


def _bundle(record: Record, reading: Reading[ProdigyReading], strays: Strays) -> Bundle:
    found = record.value
    if not isinstance(found, dict):
        raise UserError("{place} is no task with a text.", place=record.place)
    document = article(record, found.get("text"), found, mapped(found.get("meta")))
    draft = Draft(document.text, reading, place=record.place, unit=unit_of(reading.options.unit))
    strays.tell(draft, found, mapped(found.get("meta")))
    kept = found_aside(found.get(KEY), record.place, reading)
    answer = answer if (answer := found.get("answer")) in _ANSWERS else None
    if answer in ("reject", "ignore") and not reading.options.rejected:
        draft.warn("The task was answered “{answer}”; its spans were left out.", answer=Phrase(answer))
        return restored(
            draft.bundle(document, record), msgspec.structs.replace(kept, annotations=(), relations=())
        )
    unquoted = [span for span in map(mapped, listed(found.get("spans"))) if not span.get("text")]
    tell_doubt(draft, ((span.get("start"), span.get("end")) for span in unquoted), reading.options.unit)
    if answer is None and _is_of_a_machine(found):
        _predict(draft, found)
        return draft.bundle(document, record)
    _take(draft, found)
    _take_choices(draft, found, reading.options)
    bundle = draft.bundle(
        document,
        record,
        reviewer=_person(found),
        updated=moment(found.get("_timestamp")),
        layer=True if answer or kept.layer else None,
    )
    bundle = restored(bundle, kept)
    if bundle.layer is None:
        return bundle
    if answer:
        return replace(bundle, layer=replace(bundle.layer, status="done"))
    taken_back = bundle.layer.status == "done"
    return replace(bundle, layer=replace(bundle.layer, status="started")) if taken_back else bundle


def _is_of_a_machine(found: dict[str, Any]) -> bool:
    spans = listed(found.get("spans"))
    return bool(spans) and all("score" in mapped(span) or "source" in mapped(span) for span in spans)


def _predict(draft: Draft, found: dict[str, Any]) -> None:
    meta = mapped(found.get("meta"))
    for span in map(mapped, listed(found.get("spans"))):
        source = span.get("source")
        draft.predict(
            span.get("start"),
            span.get("end"),
            span.get("label"),
            quote=span.get("text"),
            score=span.get("score", meta.get("score")),
            source=source if isinstance(source, str) else "",
        )
    if links := listed(found.get("relations")):
        draft.warn("{count} relations of a machine were left out.", count=len(links))


def _take(draft: Draft, found: dict[str, Any]) -> None:
    """Take in spans, and the relations between them."""
    at: dict[tuple[str, ...], str] = {}
    by_token: dict[object, str] = {}
    for item in listed(found.get("spans")):
        span = mapped(item)
        label = span.get("label", found.get("label"))  # of a whole task, where only yes or no was asked
        taken = draft.annotate(
            span.get("start"),
            span.get("end"),
            label,
            uuid=span.get("id") if (ours := _is_ours(span, found)) else None,
            quote=span.get("text"),
            attributes=_attributes(span, {"id"} if ours else set()),
            note=note if isinstance(note := span.get("note"), str) else "",
        )
        if taken:
            at.setdefault(_key(span, label), taken)
            for end in ("token_end", "token_start"):  # a relation names the last token of a span
                if isinstance(token := span.get(end), int):
                    by_token.setdefault(token, taken)
    for item in listed(found.get("relations")):
        link = mapped(item)
        head, child = (
            _end(mapped(link.get(f"{end}_span")), link.get(end), at, by_token) for end in ("head", "child")
        )
        draft.relate(head, child, link.get("label"), uuid=link.get("id"))


def _end(
    span: dict[str, Any],
    token: object,
    at: dict[tuple[str, ...], str],
    by_token: dict[object, str],
) -> str | None:
    """The annotation a relation starts from or leads to: the span it names, or the one over its token."""
    known = at.get(_key(span, span.get("label")))
    return known if known is not None else by_token.get(token if isinstance(token, int) else None)


def _key(span: dict[str, Any], label: object) -> tuple[str, ...]:
    return shown(whole(span.get("start"))), shown(whole(span.get("end"))), identifier(label)


def _is_ours(span: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether the id of a span is an annotation's; others give their spans those of patterns or things."""
    return KEY in found or is_uuid(identifier(span.get("id")))


def _attributes(span: dict[str, Any], ours: set[str]) -> dict[str, object]:
    """Those under their key, and keys Prodigy does not know either."""
    own = mapped(span.get("attributes"))
    return {key: value for key, value in span.items() if key not in _KNOWN_IN_SPAN | ours} | own


def _take_choices(draft: Draft, found: dict[str, Any], options: ProdigyReading) -> None:
    choices = [item for item in listed(found.get("accept")) if isinstance(item, str)]
    if isinstance(found.get("label"), str) and not listed(found.get("spans")):
        choices.append(found["label"])
    if options.categories:
        for choice in choices:
            draft.annotate_all(choice)
    elif choices:
        draft.warn("{count} answers about the whole document were left out.", count=len(choices))


def _person(found: dict[str, Any]) -> str:
    return identifier(found.get("_annotator_id")) or identifier(found.get("_session_id"))


def write(bundles: Iterable[Bundle], writing: Writing[ProdigyWriting]) -> Iterator[Part]:
    """A task for each bundle, so a document with several layers stands there several times."""
    entities = Entities()
    for bundle in bundles:
        yield Part("", to_line(_task(labelled(bundle, writing), entities, writing)))


def _task(bundle: Bundle, entities: Entities, writing: Writing[ProdigyWriting]) -> dict[str, object]:
    layer = bundle.layer
    annotations = sorted(
        layer.annotations if layer else (), key=lambda item: (item.start, -item.end, item.label, item.uuid)
    )
    task: dict[str, object] = {"text": bundle.document.text}
    tokens = None
    if writing.options.tokens or (layer and layer.relations):
        tokens = Tokens(bundle.document.text, annotations, blanks=True)
        task["tokens"] = [
            {
                "text": tokens.word(index),
                "start": start,
                "end": end,
                "id": index,
                "ws": tokens.space_after(index),
            }
            for index, (start, end) in enumerate(tokens)
        ]
    task["spans"] = [_span(item, tokens) for item in annotations]
    if layer:
        task |= _relations(layer, tokens) | _answer(layer)
    known = {name: value for name, value in known_about(bundle.document).items() if name != "language"}
    task["meta"] = known
    if writing.options.details:
        task[KEY] = msgspec.to_builtins(aside(bundle, entities.of(bundle), own=_OWN))
    return task


def _place(item: BundleAnnotation, tokens: Tokens | None) -> dict[str, object]:
    """Where a span lies, and in which tokens; the last of these is in it."""
    found: dict[str, object] = {"start": item.start, "end": item.end}
    if tokens is not None:
        touched = tokens.touched(item)
        found |= {"token_start": touched[0], "token_end": touched[-1]}
    return {**found, "label": item.label}


def _span(item: BundleAnnotation, tokens: Tokens | None) -> dict[str, object]:
    span = {**_place(item, tokens), "text": item.quote, "id": item.uuid}
    if item.attributes:
        span["attributes"] = item.attributes
    if item.note:
        span["note"] = item.note
    return span


def _relations(layer: BundleLayer, tokens: Tokens | None) -> dict[str, object]:
    if not layer.relations or tokens is None:
        return {}
    by_id = {item.uuid: item for item in layer.annotations}
    found = []
    for link in layer.relations:
        head, child = by_id[link.source], by_id[link.target]
        found.append(
            {
                "head": tokens.touched(head)[-1],
                "child": tokens.touched(child)[-1],
                "head_span": _place(head, tokens),
                "child_span": _place(child, tokens),
                "label": link.type,
            }
        )
    return {"relations": found}


def _answer(layer: BundleLayer) -> dict[str, object]:
    """Who answered; a layer that is not done has no answer yet."""
    found: dict[str, object] = {}
    if layer.reviewers[0]:
        found = {"_annotator_id": layer.reviewers[0], "_session_id": layer.reviewers[0]}
    try:
        if layer.updated:
            found["_timestamp"] = int(datetime.fromisoformat(layer.updated).timestamp())
    except (ValueError, OverflowError):
        found.pop("_timestamp", None)
    return {**found, "answer": "accept"} if layer.status == "done" else found


def _lost_with(options: ProdigyWriting) -> frozenset[Loss]:
    return frozenset() if options.details else _DETAILS


def _claims(path: Path, head: bytes) -> bool:
    found = first_record(path, head)
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        return False
    if any(key in found for key in _MARKS) or found.get("answer") in _ANSWERS:
        return True
    spans = found.get("spans")
    return isinstance(spans, list) and all("start" in mapped(span) for span in spans)


PRODIGY = Format(
    name="prodigy",
    title=Phrase("Prodigy"),
    suffixes=SUFFIXES,
    claims=_claims,
    read=read,
    write=write,
    shape=labelled,
    reading=ProdigyReading,
    writing=ProdigyWriting,
    loses=frozenset({Loss.COMPARISONS}),
    lost_with=_lost_with,
    kept_aside=_DETAILS | _OWN,
)
