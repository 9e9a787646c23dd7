"""What files hold before any of it goes in: which names they use and how often, and what is wrong in them."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

import msgspec
from msgspec import Struct

from annotator.core.errors import UserError
from annotator.core.records import AttributeType, Value
from annotator.exchange.drafting import is_uuid
from annotator.exchange.gathering import Gathered, Told
from annotator.exchange.names import as_number
from annotator.exchange.notes import Notes
from annotator.exchange.reading import Choices, Fault, Refusal, opened, refusal_of
from annotator.formats.article import UnclearEncodingError
from annotator.formats.bundle import Bundle, BundleLayer
from annotator.formats.format import MAX_LISTED
from annotator.formats.plain_text import Decoded

MAX_VALUES = 50
"""So many different values of an attribute are kept."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TRUTH = frozenset({"true", "false"})
_NUMBERS = ("documents", "layers", "annotations", "zones_count", "links", "predictions")
_COUNTERS = ("labels", "relations", "zones", "reviewers", "entities")


class Unclear(Struct, frozen=True):
    """One file whose encoding a person has to choose."""

    path: Path
    choices: tuple[Decoded, ...]
    """How it reads in each."""


class AttributeUse(Struct):
    """How annotations of one label use one attribute."""

    count: int = 0
    numbers: int = 0
    """How many of the values are numbers, or texts that read as one."""
    values: Counter[str] = msgspec.field(default_factory=Counter)
    """The first few values, with how often each stands there."""

    @property
    def type(self) -> AttributeType:
        """What an attribute made for these values would hold."""
        if self.count and self.numbers == self.count:
            return "number"
        if self.values and set(self.values) <= _TRUTH:
            return "choice"
        return "date" if self.values and all(map(_DATE.fullmatch, self.values)) else "text"

    @property
    def said(self) -> dict[str, int]:
        """The first few values that say something, with how often each stands there."""
        return {written: count for written, count in self.values.items() if written.strip()}

    def add(self, value: Value) -> None:
        """Count a value."""
        self.count += 1
        self.numbers += as_number(value) is not None
        self._count(str(value), 1)

    def take(self, other: "AttributeUse") -> None:
        """Count all the values of another one."""
        self.count += other.count
        self.numbers += other.numbers
        for written, count in other.values.items():
            self._count(written, count)

    def _count(self, written: str, count: int) -> None:
        if written in self.values or len(self.values) < MAX_VALUES:
            self.values[written] += count


class Survey(Struct):
    """What all files together hold."""

    files: int = 0
    """Those that could be read."""
    documents: int = 0
    layers: int = 0
    annotations: int = 0
    zones_count: int = 0
    links: int = 0
    """Relations."""
    predictions: int = 0
    labels: Counter[str] = msgspec.field(default_factory=Counter)
    """Annotations and predictions of each label."""
    attributes: dict[str, dict[str, AttributeUse]] = msgspec.field(default_factory=dict)
    """By label, by attribute."""
    relations: Counter[str] = msgspec.field(default_factory=Counter)
    zones: Counter[str] = msgspec.field(default_factory=Counter)
    reviewers: Counter[str] = msgspec.field(default_factory=Counter)
    """Layers of each who writes one; empty where a file does not say who."""
    entities: Counter[str] = msgspec.field(default_factory=Counter)
    """Entities of each label."""
    articles: dict[str, str] = msgspec.field(default_factory=dict)
    """Names of articles without an id that tells them apart everywhere, by the hash of the text."""
    repeated: list[str] = msgspec.field(default_factory=list)
    """Names of articles without annotations whose text another one of the files has."""
    faults: list[Fault] = msgspec.field(default_factory=list)
    fault_count: int = 0
    notes: Notes = msgspec.field(default_factory=Notes)
    """About how files were read."""
    refused: list[Refusal] = msgspec.field(default_factory=list)
    unclear: list[Unclear] = msgspec.field(default_factory=list)
    """Files whose encoding is to be chosen before they can be read."""
    seen: set[str] = msgspec.field(default_factory=set)
    """What tells the documents apart: ids, or hashes."""
    before: AbstractSet[str] = frozenset()
    """The same of other files, whose documents are not counted again."""

    def add(self, bundle: Bundle) -> None:
        """Count what a bundle holds."""
        self._add_document(bundle)
        if bundle.warnings:
            self.notes.add(bundle)
        for entity in bundle.entities:
            self.entities[entity.label] += 1
        for prediction in bundle.predictions:
            self._add_label(prediction.label, prediction.attributes)
        self.predictions += len(bundle.predictions)
        if bundle.layer is not None:
            self._add_layer(bundle.layer)

    def take(self, file: "Survey") -> None:
        """Count all that one more file holds, once it has been read to its end."""
        for name in _NUMBERS:
            setattr(self, name, getattr(self, name) + getattr(file, name))
        for name in _COUNTERS:
            getattr(self, name).update(getattr(file, name))
        for label, used in file.attributes.items():
            known = self.attributes.setdefault(label, {})
            for name, use in used.items():
                known.setdefault(name, AttributeUse()).take(use)
        for text, name in file.articles.items():
            self.articles.setdefault(text, name)
        self.repeated += file.repeated[: MAX_LISTED - len(self.repeated)]
        self.notes.take(file.notes)
        self.seen |= file.seen

    def _add_document(self, bundle: Bundle) -> None:
        document = bundle.document
        key = document.uuid or document.text_sha256
        if key not in self.seen and key not in self.before:
            self.seen.add(key)
            self.documents += 1
        elif bundle.layer is None and not document.uuid and len(self.repeated) < MAX_LISTED:
            self.repeated.append(document.name)
        if not is_uuid(document.uuid):
            self.articles.setdefault(document.text_sha256, document.name)

    def _add_layer(self, layer: BundleLayer) -> None:
        self.layers += 1
        self.reviewers[layer.reviewers[0]] += 1
        for annotation in layer.annotations:
            self._add_label(annotation.label, annotation.attributes)
        for relation in layer.relations:
            self.relations[relation.type] += 1
        for zone in layer.zones:
            self.zones[zone.kind] += 1
        self.annotations += len(layer.annotations)
        self.links += len(layer.relations)
        self.zones_count += len(layer.zones)

    def _add_label(self, label: str, attributes: Mapping[str, Value]) -> None:
        self.labels[label] += 1
        if attributes:
            known = self.attributes.setdefault(label, {})
            for name, value in attributes.items():
                known.setdefault(name, AttributeUse()).add(value)


def survey(
    files: Gathered,
    choices: Choices,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Survey:
    """Read all files once and say what they hold; no project is needed, so a worker may do it.

    Nothing is kept but counts and names. ``progress`` is told bytes done and in all; once it is cancelled,
    the files read until then are given. What makes an import refuse a file stands in ``refused``.
    """
    found = Survey(refused=list(files.refused))
    told = Told(files, list(files), progress)
    for path in files:
        try:
            file, held = opened(path, choices, skip=True), Survey(before=found.seen)
            for bundle in file.bundles:
                if cancelled is not None and cancelled():
                    return found
                held.add(bundle)
                told.more(path, bundle.size)
        except UnclearEncodingError as error:
            found.unclear.append(Unclear(path, error.choices))
        except UserError as error:
            found.refused.append(refusal_of(files.shown(path), error))
        else:
            found.files += 1
            found.take(held)
            found.fault_count += file.reading.fault_count
            room = MAX_LISTED - len(found.faults)
            found.faults += [Fault(files.shown(path), item) for item in file.reading.faults[:room]]
        told.over(path)
    return found
