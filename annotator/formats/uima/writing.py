"""Bundles -> feature structures, in types of our own that other UIMA tools read as any custom layer.

An annotation's attributes are features of their own names. What no feature can hold as it is (a number under
an attribute of text, a name that is no identifier) stands in the feature ``exact`` as JSON.
"""

import json
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.core.errors import Phrase
from annotator.core.records import Value
from annotator.core.schema import SchemeDefinition
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleEntity, BundleLayer
from annotator.formats.options import Options, option
from annotator.formats.uima.cas import (
    ANNOTATION,
    DOCUMENT_ANNOTATION,
    DOUBLE,
    INITIAL_VIEW,
    INTEGER,
    SOFA,
    STRING,
    TOP,
    Feature,
    Ref,
    Structure,
    Types,
)
from annotator.formats.uima.reading import OWN
from annotator.text.utf16 import Utf16Map

# Letters an XML name may have in every parser.
_IDENTIFIER = re.compile("[A-Za-z\u0621-\u063a\u0641-\u064a][A-Za-z0-9_\u0621-\u063a\u0641-\u064a]*")
_TYPE = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)+")
_OWN_FEATURES = {
    "uuid": STRING,
    "label": STRING,
    "note": STRING,
    "entity": STRING,
    "reviewer": STRING,
    "origin": STRING,
    "schemeVersion": INTEGER,
    "exact": STRING,
}
_RESERVED = {
    *_OWN_FEATURES,
    "begin",
    "end",
    "sofa",
    "Governor",
    "Dependent",
    "source",
    "target",
    "id",
    "self",
}
_DOCUMENT = ("uuid", "name", "title", "source", "published", "direction")
_LAYER = ("kind", "reviewers", "status", "updated")
_EXACT_WHOLE = 2**53


@dataclass(frozen=True)
class CasWriting(Options):
    """What may be chosen when a CAS is written."""

    type: str = option(
        "webanno.custom.Sanad",
        Phrase("Type of the annotations"),
        explanation=Phrase(
            "The layer's name in INCEpTION; relations have the same with “Relation” after it."
        ),
    )


class Schema:
    """The types of what is written, with a feature for each attribute met."""

    def __init__(self, options: CasWriting, scheme: SchemeDefinition) -> None:
        self.span = options.type if _TYPE.fullmatch(options.type) else CasWriting().type
        self.relation = f"{self.span}Relation"
        self._attributes: dict[str, str] = {}
        for label in scheme.labels:
            for item in label.attributes:
                kind = DOUBLE if item.type == "number" else STRING
                if item.name not in _RESERVED and _IDENTIFIER.fullmatch(item.name):
                    self._attributes.setdefault(item.name, kind)

    def types(self) -> Types:
        """All types, as they are now."""
        types = Types()
        types.define(self.span, ANNOTATION, {**_OWN_FEATURES, **self._attributes})
        ends = {"uuid": STRING, "label": STRING, "Governor": self.span, "Dependent": self.span}
        types.define(self.relation, ANNOTATION, ends)
        types.define(f"{OWN}Zone", ANNOTATION, {"kind": STRING})
        types.define(f"{OWN}Entity", TOP, dict.fromkeys(("uuid", "label", "name", "aliases"), STRING))
        types.define(f"{OWN}Document", TOP, dict.fromkeys((*_DOCUMENT, *_LAYER), STRING))
        return types

    def divided(self, attributes: dict[str, Value]) -> tuple[dict[str, Feature], dict[str, Value]]:
        """Attributes that a feature holds as they are, and the others."""
        features: dict[str, Feature] = {}
        others: dict[str, Value] = {}
        for name, value in attributes.items():
            if self._holds(name, value):
                features[name] = value
            else:
                others[name] = value
        return features, others

    def _holds(self, name: str, value: Value) -> bool:
        if name in _RESERVED or not _IDENTIFIER.fullmatch(name):
            return False
        kind = self._attributes.setdefault(name, STRING if isinstance(value, str) else DOUBLE)
        if isinstance(value, str):
            return kind == STRING
        return kind == DOUBLE and (abs(value) < _EXACT_WHOLE if type(value) is int else math.isfinite(value))


def structures(
    bundle: Bundle, schema: Schema, entities: Iterable[BundleEntity]
) -> tuple[Structure, list[Structure]]:
    """The sofa with the text, and everything that is said of it."""
    document = bundle.document
    sofa: dict[str, Feature] = {
        "sofaNum": 1,
        "sofaID": INITIAL_VIEW,
        "mimeType": "text/plain",
        "sofaString": document.text,
    }
    made = _Structures(document.text, schema)
    made.span(DOCUMENT_ANNOTATION, 0, len(document.text), {"language": document.language})
    fields: dict[str, Feature] = {name: str(getattr(document, name)) for name in _DOCUMENT}
    if bundle.layer is not None:
        fields |= _layer_fields(bundle.layer)
    made.add(f"{OWN}Document", fields)
    for item in entities:
        aliases = json.dumps(item.aliases, ensure_ascii=False)
        made.add(
            f"{OWN}Entity", {"uuid": item.uuid, "label": item.label, "name": item.name, "aliases": aliases}
        )
    if bundle.layer is not None:
        made.layer(bundle.layer)
    return Structure("1", SOFA, sofa), made.all


def _layer_fields(layer: BundleLayer) -> dict[str, Feature]:
    reviewers = json.dumps(layer.reviewers, ensure_ascii=False)
    return {"kind": layer.kind, "reviewers": reviewers, "status": layer.status, "updated": layer.updated}


class _Structures:
    """Feature structures with ids in order; the sofa has the first."""

    def __init__(self, text: str, schema: Schema) -> None:
        self.all: list[Structure] = []
        self._units = Utf16Map(text)
        self._schema = schema

    def add(self, kind: str, features: dict[str, Feature]) -> str:
        key = str(len(self.all) + 2)
        self.all.append(Structure(key, kind, features))
        return key

    def span(self, kind: str, start: int, end: int, features: dict[str, Feature]) -> str:
        begin, stop = self._units.to_utf16(start), self._units.to_utf16(end)
        return self.add(kind, {"sofa": Ref("1"), "begin": begin, "end": stop, **features})

    def layer(self, layer: BundleLayer) -> None:
        """All that a layer has."""
        places = {item.uuid: item for item in layer.annotations}
        keys = {
            item.uuid: self.span(
                self._schema.span, item.start, item.end, dict(_annotation(item, layer, self._schema))
            )
            for item in sorted(layer.annotations, key=lambda item: (item.start, -item.end))
        }
        for link in layer.relations:
            end = places[link.target]
            self.span(
                self._schema.relation,
                end.start,
                end.end,
                {
                    "uuid": link.uuid,
                    "label": link.type,
                    "Governor": Ref(keys[link.source]),
                    "Dependent": Ref(keys[link.target]),
                },
            )
        for zone in layer.zones:
            self.span(f"{OWN}Zone", zone.start, zone.end, {"kind": zone.kind})


def _annotation(item: BundleAnnotation, layer: BundleLayer, schema: Schema) -> Iterator[tuple[str, Feature]]:
    features, others = schema.divided(item.attributes)
    yield "uuid", item.uuid
    yield "label", item.label
    yield from features.items()
    if item.note:
        yield "note", item.note
    if item.entity:
        yield "entity", item.entity
    if item.reviewer not in ("", layer.reviewers[0]):
        yield "reviewer", item.reviewer
    yield "origin", item.origin
    yield "schemeVersion", item.scheme_version
    if others:
        yield "exact", json.dumps(others, ensure_ascii=False)
