"""A CAS -> bundles: which feature structures are annotations, which relations, and what they are called.

Sanad's own files say more (see :mod:`cas_writing`); of others every annotation is taken that is no word, no
sentence and no grammar. What has two ends is a relation. Slots and chains, which INCEpTION has and Sanad has
not, become relations too, and a warning tells so.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from annotator.core.errors import Phrase, Worded, place_in
from annotator.core.records import Value
from annotator.formats.bundle import Bundle, BundleDocument, BundleEntity, BundleLayer
from annotator.formats.draft import Draft
from annotator.formats.format import Reading
from annotator.formats.options import Options, names_in, option
from annotator.formats.plain_text import hashed, proved_text
from annotator.formats.uima.cas import (
    ANNOTATION,
    DOCUMENT_ANNOTATION,
    INITIAL_VIEW,
    Cas,
    Ref,
    Structure,
    short,
    whole,
)
from annotator.formats.values import clean, status_of

OWN = "sanad."
"""The package of the types that only Sanad writes."""

CURATOR = "CURATION_USER"
"""Whom INCEpTION says to have made what was decided of several users' layers."""

LABELS = ("label", "value", "Label", "Value", "category", "PosValue", "referenceType")
RELATION_LABELS = ("DependencyType", "relationType", "type", "referenceRelation")
_ENDS = (("Governor", "Dependent"), ("source", "target"))
_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
_GRAMMAR = (
    *(f"{_DKPRO}{name}.type." for name in ("segmentation", "metadata", "lexmorph", "syntax")),
    "de.tudarmstadt.ukp.clarin.webanno.api.type.",
    "uima.cas.",
)
_GRAMMAR_NAMES = frozenset(
    {"Token", "Sentence", "Paragraph", "Lemma", "Stem", "POS", "DocumentMetaData", "DocumentAnnotation"}
    | {"BaseToken", "WordToken", "PunctuationToken", "SymbolToken", "NumToken", "NewlineToken"}
)
_PLACE_FEATURES = frozenset({"sofa", "begin", "end"})
_MAX_STEPS = 1_000_000
"""Along lists, of which a hostile file may have many that share a long end."""
_END_FEATURES = frozenset(name for pair in _ENDS for name in pair)
DROPPED = "{count} features of relations were left out: a relation has only a type."
_SLOTS = Phrase("{count} slots of annotations became relations.")
_LINKS = Phrase("{count} references from one annotation to another became relations.")
_LISTS = "{count} lists of values became one text each, with “; ” between."
_UNTYPED = Worded("There is no type system beside the file, so every value was read as text.")


@dataclass(frozen=True)
class CasReading(Options):
    """What may be chosen when a CAS is read."""

    label: str = option(
        "",
        Phrase("Feature that holds the label"),
        explanation=Phrase("If empty: label, value or category; else the type's own name is the label."),
    )
    types: str = option(
        "",
        Phrase("Only these types"),
        explanation=Phrase("Names with commas between; if empty, all but words, sentences and grammar."),
    )


def bundles(cas: Cas, name: str, size: int, reading: Reading[CasReading]) -> Iterator[Bundle]:
    """One bundle for each view that has a text; the first is the document itself."""
    found = [(key, view, text) for key, (view, text) in cas.texts.items() if text.strip()]
    if not found:
        proved_text(name, "")
    found.sort(key=lambda item: item[1] != INITIAL_VIEW)
    for number, (key, view, text) in enumerate(found):
        place = name if not number else f"{name} ({view})"
        yield _View(cas, key, proved_text(place, text), place, reading).bundle(size if not number else 0)


class _View:
    """One text of a CAS and what was said of it."""

    def __init__(self, cas: Cas, sofa: str, text: str, place: str, reading: Reading[CasReading]) -> None:
        self._cas, self._sofa, self._text, self._place = cas, sofa, text, place
        self._options = reading.options
        self._own = any(item.type == f"{OWN}Document" for item in cas.structures.values())
        self._wanted = frozenset(names_in(reading.options.types))
        self._draft = Draft(text, reading, unit="utf-16")
        self._kept: set[str] = set()
        self._keys: dict[str, str] = {}
        self._steps = _MAX_STEPS

    def bundle(self, size: int) -> Bundle:
        """All of it."""
        mine = [item for item in self._cas.structures.values() if self._is_mine(item)]
        relations = {item.id: ends for item in mine if (ends := self._ends(item))}
        for item in mine:
            if item.id not in relations:
                self._annotation(item)
        for item in mine:
            if item.id in relations:
                self._relation(item, *relations[item.id])
            elif item.id in self._kept:
                self._links(item)
        untyped = () if self._cas.types.supertypes else (_UNTYPED,)
        links = self._draft.relations()
        return Bundle(
            document=self._document(),
            layer=self._layer(links),
            entities=tuple(self._entities()),
            warnings=(*untyped, *self._draft.warnings),
            place=self._place,
            size=size,
        )

    def _is_mine(self, item: Structure) -> bool:
        """Whether it is an annotation of this text that a person wants to see."""
        if item.features.get("sofa") != Ref(self._sofa):
            return False
        if not ("end" in item.features or self._cas.types.is_a(item.type, ANNOTATION)):
            return False
        if self._own and item.type == f"{OWN}Zone":
            span = (whole(item.features.get("begin", 0)), whole(item.features.get("end", 0)))
            self._draft.zone(*span, str(item.features.get("kind", "")), place=self._where(item))
            return False
        wanted = (
            item.type in self._wanted or short(item.type) in self._wanted
            if self._wanted
            else not is_grammar(item.type)
        )
        if not wanted:
            self._draft.leave_out(item.id)
        return wanted

    def _ends(self, item: Structure) -> tuple[Ref, Ref] | None:
        for source, target in _ENDS:
            start, end = item.features.get(source), item.features.get(target)
            if isinstance(start, Ref) and isinstance(end, Ref):
                return start, end
        return None

    def _annotation(self, item: Structure) -> None:
        features = dict(item.features)
        label = self._label(item, features, LABELS)
        more = self._own_fields(features) if self._own else {}
        exact = features.pop("exact", None) if self._own else None
        key = str(features.pop("uuid", "")) if self._own else ""
        attributes = self._attributes(features)
        if isinstance(exact, str):
            attributes |= _json_object(exact)
        span = (whole(features.get("begin", 0)), whole(features.get("end", 0)))
        self._keys[item.id] = key or item.id
        place = self._where(item)
        if self._draft.annotate(
            *span, label, uuid=key or item.id, attributes=attributes, place=place, **more
        ):
            self._kept.add(item.id)

    @staticmethod
    def _own_fields(features: dict[str, Any]) -> dict[str, Any]:
        """What Sanad keeps of an annotation besides its attributes."""
        note, entity = features.pop("note", ""), features.pop("entity", None)
        origin = features.pop("origin", "imported")
        version = whole(features.pop("schemeVersion", 1)) or 1
        return {
            "note": clean(str(note)),
            "entity": entity if isinstance(entity, str) else None,
            "reviewer": clean(str(features.pop("reviewer", ""))),
            "origin": origin if origin in ("manual", "suggested", "imported", "propagated") else "imported",
            "scheme_version": max(version, 1),
        }

    def _label(self, item: Structure, features: dict[str, Any], names: tuple[str, ...]) -> str:
        """What it is called; the feature that says so is taken out."""
        for name in (self._options.label,) if self._options.label else names:
            value = features.get(name)
            if isinstance(value, str) and value.strip():
                del features[name]
                return value
        return short(item.type)

    def _attributes(self, features: dict[str, Any]) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for name, given in features.items():
            value = self._resolved(given)
            if name in _PLACE_FEATURES:
                continue
            if isinstance(value, tuple) and value and all(isinstance(part, str) for part in value):
                found[name] = "; ".join(map(str, value))
                self._draft.reduced(_LISTS)
            elif isinstance(value, str | int | float):
                found[name] = value
        return found

    def _relation(self, item: Structure, source: Ref, target: Ref) -> None:
        features = dict(item.features)
        kind = self._label(item, features, (*LABELS, *RELATION_LABELS))
        uuid = features.pop("uuid", "") if self._own else ""
        for name in features.keys() - _PLACE_FEATURES - _END_FEATURES:
            if isinstance(features[name], str | int | float):
                self._draft.reduced(DROPPED)
        self._draft.relate(
            self._key(source), self._key(target), kind, uuid=str(uuid) or item.id, place=self._where(item)
        )

    def _links(self, item: Structure) -> None:
        """Relations for the other annotations that one refers to: by a slot, in a chain, or just so."""
        for name, given in item.features.items():
            value = self._resolved(given)
            if isinstance(value, Ref) and name != "sofa" and value.id in self._kept:
                kind = item.features.get("referenceRelation") if name == "next" else None
                self._link(item, str(kind) if kind else name, value, _LINKS)
            for part in value if isinstance(value, tuple) else ():
                if isinstance(part, Ref):
                    self._slot(item, name, part)

    def _slot(self, item: Structure, name: str, part: Ref) -> None:
        filler = self._cas.structures.get(part.id)
        if filler is None:
            return
        target, role = filler.features.get("target"), filler.features.get("role")
        if isinstance(target, Ref):
            self._link(item, str(role) if role else name, target, _SLOTS)
        elif part.id in self._kept:
            self._link(item, name, part, _LINKS)

    def _link(self, item: Structure, kind: str, target: Ref, said: Phrase) -> None:
        self._draft.relate(self._key(item), self._key(target), kind, place=self._where(item))
        self._draft.reduced(said.key)

    def _resolved(self, value: object) -> object:
        """The elements, for a reference to an array or the start of a list."""
        if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], Ref):
            found = self._resolved(value[0])
            return value if found is value[0] else found
        if not isinstance(value, Ref) or (item := self._cas.structures.get(value.id)) is None:
            return value
        if (item.type.startswith("uima.cas.") and item.type.endswith("Array")) or item.type.endswith("[]"):
            elements = item.features.get("elements", ())
            return elements if isinstance(elements, tuple) else ()
        return self._list(item) if item.type.endswith("List") and item.type.startswith("uima.cas.") else value

    def _list(self, item: Structure | None) -> tuple[object, ...]:
        found: list[object] = []
        seen: set[str] = set()
        while item is not None and "head" in item.features and item.id not in seen and self._steps:
            self._steps -= 1
            seen.add(item.id)
            found.append(item.features["head"])
            tail = item.features.get("tail")
            item = self._cas.structures.get(tail.id) if isinstance(tail, Ref) else None
        return tuple(found)

    def _key(self, item: Ref | Structure) -> str:
        return self._keys.get(item.id, item.id)

    def _where(self, item: Structure) -> str:
        return place_in(self._place, f"{short(item.type)} {item.id}")

    def _fields(self, kind: str) -> dict[str, str]:
        """The texts of the first structure of a type."""
        item = next((item for item in self._cas.structures.values() if item.type == kind), None)
        values = item.features.items() if item else ()
        return {name: clean(value) for name, value in values if isinstance(value, str)}

    def _document(self) -> BundleDocument:
        own = self._fields(f"{OWN}Document") if self._own else {}
        theirs = self._fields(f"{_DKPRO}metadata.type.DocumentMetaData")
        language = self._fields(DOCUMENT_ANNOTATION).get("language") or theirs.get("language", "")
        return BundleDocument(
            uuid=own.get("uuid", ""),
            name=own.get("name") or theirs.get("documentTitle") or self._place,
            text=self._text,
            text_sha256=hashed(self._text),
            title=own.get("title", ""),
            source=own.get("source", ""),
            published=own.get("published", ""),
            language=language if language not in ("", "x-unspecified") else "ar",
            direction="ltr" if own.get("direction") == "ltr" else "rtl",
        )

    def _layer(self, links: Any) -> BundleLayer:  # noqa: ANN401
        own = self._fields(f"{OWN}Document") if self._own else {}
        reviewers = tuple(name for name in _json_list(own.get("reviewers", "")) if name)
        annotator = self._annotator()
        adjudicated = own.get("kind") == "adjudicated"
        curated = not reviewers and annotator == CURATOR
        return BundleLayer(
            kind="adjudicated" if adjudicated or curated else "reviewer",
            reviewers=(reviewers if adjudicated else reviewers[:1]) or ("" if curated else annotator,),
            status=status_of(own.get("status")),
            updated=own.get("updated", ""),
            annotations=self._draft.annotations,
            relations=links,
            zones=self._draft.zones,
        )

    def _annotator(self) -> str:
        """Who annotated: INCEpTION, which says its project twice, has the name for the id of the document."""
        theirs = self._fields(f"{_DKPRO}metadata.type.DocumentMetaData")
        project = theirs.get("collectionId")
        named = project and theirs.get("documentUri") == f"{project}/{theirs.get('documentTitle')}"
        return theirs.get("documentId", "") if named and theirs.get("documentId") != "INITIAL_CAS" else ""

    def _entities(self) -> Iterator[BundleEntity]:
        seen: set[str] = set()
        for item in self._cas.structures.values() if self._own else ():
            values = {name: clean(value) for name, value in item.features.items() if isinstance(value, str)}
            uuid, name = values.get("uuid", ""), values.get("name", "")
            if item.type == f"{OWN}Entity" and uuid and name.strip() and uuid not in seen:
                seen.add(uuid)
                aliases = tuple(_json_list(values.get("aliases", "")))
                yield BundleEntity(uuid=uuid, label=values.get("label", ""), name=name, aliases=aliases)


def is_grammar(name: str) -> bool:
    """Whether a type is of words, sentences and their grammar, which nobody wants as annotations."""
    return name.startswith(_GRAMMAR) or short(name) in _GRAMMAR_NAMES


def _json_list(text: str) -> list[str]:
    value = _json(text)
    return [clean(part) for part in value if isinstance(part, str)] if isinstance(value, list) else []


def _json_object(text: str) -> dict[str, Value]:
    value = _json(text)
    if not isinstance(value, dict):
        return {}
    return {name: part for name, part in value.items() if type(part) in (str, int, float)}


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
