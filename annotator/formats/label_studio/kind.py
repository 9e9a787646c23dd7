"""Label Studio: an array of tasks, one for each document, each layer an annotation of it.

Attributes are results of their own under their region's id, notes the region's meta information, relations
results of their own. The rest stands in the task's ``meta``, which Label Studio keeps. Reading is in
:mod:`annotator.formats.label_studio.reading`; what shows such tasks is written by
:mod:`annotator.formats.label_studio.configuration`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import msgspec

from annotator.core.errors import Phrase
from annotator.core.records import Value
from annotator.core.schema import SchemeDefinition
from annotator.formats.aside import KEY, Aside, Entities, aside, document_aside
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleEntity, BundleLayer, BundlePrediction
from annotator.formats.format import Format, Part, Writing
from annotator.formats.json_records import first_record, to_line
from annotator.formats.label_studio.configuration import LABELS, TEXT, control_kind, control_name
from annotator.formats.label_studio.reading import ANNOTATIONS, LabelStudioReading, read
from annotator.formats.losing import Loss
from annotator.formats.options import Options, option
from annotator.formats.record_article import known_about
from annotator.formats.values import listed, mapped

_OF_DOCUMENTS = frozenset({Loss.DOCUMENT_ID, Loss.DIRECTION, Loss.FILE})
_OF_LAYERS = frozenset(
    {
        *(Loss.LAYER_KIND, Loss.REVIEWER, Loss.MAKER, Loss.STATUS, Loss.ENTITIES),
        *(Loss.ORIGIN, Loss.SCHEME_VERSION, Loss.RELATION_IDS, Loss.ZONES),
    }
)
_OWN = frozenset({Loss.ATTRIBUTES, Loss.NOTES})


@dataclass(frozen=True)
class LabelStudioWriting(Options):
    """What may be chosen when a file is written."""

    text: str = option("text", Phrase("Key of the data that holds the text"))
    as_predictions: bool = option(
        default=False, title=Phrase("Write annotations as predictions, to be looked through again")
    )
    completed_by: bool = option(
        default=False,
        title=Phrase("Name who annotated by e-mail address"),
        explanation=Phrase("Label Studio refuses tasks by people it does not know."),
    )
    details: bool = option(
        default=True, title=Phrase("Keep what Label Studio has no field for, as meta information")
    )


def write(bundles: Iterable[Bundle], writing: Writing[LabelStudioWriting]) -> Iterator[Part]:
    """An array of tasks; the layers of a document, one after the other, are one task's annotations."""
    entities = Entities()
    number = 0
    for number, (_, group) in enumerate(groupby(bundles, key=_which), 1):
        task = _task(number, list(group), entities, writing)
        yield Part("", (b"[\n" if number == 1 else b",\n") + to_line(task).rstrip(b"\n"))
    yield Part("", b"\n]\n" if number else b"[]\n")


def _which(bundle: Bundle) -> tuple[str, str, str]:
    document = bundle.document
    return document.uuid, document.name, document.text_sha256


def _task(
    number: int, group: list[Bundle], entities: Entities, writing: Writing[LabelStudioWriting]
) -> dict[str, object]:
    options = writing.options
    document = group[0].document
    known = {name: value for name, value in known_about(document).items() if name != options.text}
    task: dict[str, object] = {"id": number, "data": {options.text: document.text, **known}}
    mentioned: dict[str, BundleEntity] = {}
    done: list[object] = []
    for bundle in group:
        mentioned |= {item.uuid: item for item in entities.of(bundle)}
        if bundle.layer is not None:
            done.append(_annotation(number, bundle.layer, writing))
    predictions = [_prediction(item) for item in group[0].predictions]
    task["annotations"] = [] if options.as_predictions else done
    task["predictions"] = [*done, *predictions] if options.as_predictions else predictions
    if options.details:
        layers = [] if options.as_predictions else [bundle for bundle in group if bundle.layer is not None]
        kept = Aside(
            document=document_aside(document),
            entities=tuple(mentioned.values()),
            layers=tuple(aside(bundle, (), own=_OWN, document=False) for bundle in layers),
        )
        task["meta"] = {KEY: msgspec.to_builtins(kept)}
    return task


def _annotation(task: int, layer: BundleLayer, writing: Writing[LabelStudioWriting]) -> dict[str, object]:
    options = writing.options
    kinds = _kinds(writing.scheme)
    annotations = sorted(layer.annotations, key=lambda item: (item.start, -item.end, item.label, item.uuid))
    result = [part for item in annotations for part in _region(item, kinds)]
    result += [
        {
            "type": "relation",
            "from_id": link.source,
            "to_id": link.target,
            "direction": "right",
            "labels": [link.type],
        }
        for link in layer.relations
    ]
    if options.as_predictions:
        return {"model_version": layer.reviewers[0] or "sanad", "result": result}
    found: dict[str, object] = {
        "result": result,
        "task": task,
        "was_cancelled": False,
        "ground_truth": layer.kind == "adjudicated",
    }
    if layer.updated:
        found |= {"created_at": layer.updated, "updated_at": layer.updated}
    if options.completed_by:
        found["completed_by"] = {"email": layer.reviewers[0]}
    return found


def _region(item: BundleAnnotation, kinds: dict[tuple[str, str], str]) -> Iterator[dict[str, object]]:
    """A region and its attributes, all under one id."""
    span = {"start": item.start, "end": item.end}
    region: dict[str, object] = {
        "id": item.uuid,
        "from_name": LABELS,
        "to_name": TEXT,
        "type": "labels",
        "origin": "prediction" if item.origin in ("suggested", "propagated") else "manual",
        "value": {**span, "text": item.quote, "labels": [item.label]},
    }
    if item.note:
        region["meta"] = {"text": [item.note]}
    yield region
    for name, value in item.attributes.items():
        kind, answer = _answer(value, kinds.get((item.label, name), ""))
        yield {
            "id": item.uuid,
            "from_name": control_name(name),
            "to_name": TEXT,
            "type": kind,
            "value": {**span, **answer},
        }


def _answer(value: Value, kind: str) -> tuple[str, dict[str, object]]:
    """A value as the control for it gives it."""
    if not isinstance(value, str):
        return "number", {"number": value}
    return ("choices", {"choices": [value]}) if kind == "choices" else ("textarea", {"text": [value]})


def _kinds(scheme: SchemeDefinition) -> dict[tuple[str, str], str]:
    return {
        (label.name, item.name): control_kind(item.type, item.choices)
        for label in scheme.labels
        for item in label.attributes
    }


def _prediction(item: BundlePrediction) -> dict[str, object]:
    region = {
        "id": f"{item.start}-{item.end}",
        "from_name": LABELS,
        "to_name": TEXT,
        "type": "labels",
        "value": {"start": item.start, "end": item.end, "text": item.quote, "labels": [item.label]},
    }
    found: dict[str, object] = {"model_version": item.source, "result": [region]}
    return found if item.score is None else {**found, "score": item.score}


def _lost_with(options: LabelStudioWriting) -> frozenset[Loss]:
    lost: frozenset[Loss] = frozenset() if options.details else _OF_DOCUMENTS | _OF_LAYERS
    return lost | _OF_LAYERS | {Loss.UPDATED} if options.as_predictions else lost


def _claims(path: Path, head: bytes) -> bool:
    found = first_record(path, head)
    if not isinstance(found, dict):
        return False
    if isinstance(found.get("data"), dict):
        return any(isinstance(found.get(key), list) for key in (*ANNOTATIONS, "predictions"))
    return any(
        "start" in mapped(item) and "labels" in mapped(item)
        for value in found.values()
        for item in listed(value)
    )


LABEL_STUDIO = Format(
    name="label-studio",
    title=Phrase("Label Studio"),
    suffixes=(".json", ".jsonl", ".ndjson"),
    claims=_claims,
    read=read,
    write=write,
    reading=LabelStudioReading,
    writing=LabelStudioWriting,
    loses=frozenset({Loss.COMPARISONS}),
    lost_with=_lost_with,
    kept_aside=_OF_DOCUMENTS | _OF_LAYERS,
)
