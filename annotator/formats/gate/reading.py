"""Reading GATE XML: a document whose text holds nodes, and sets of annotations from node to node.

Each set is the layer of one annotator, by its name; so one file may give several bundles. Nodes count for
where they stand in the text, not for the offset they are named after.
"""

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from annotator.core.errors import Phrase, UserError, place_in
from annotator.core.records import Value
from annotator.formats.article import whole_bytes
from annotator.formats.bundle import Bundle, BundleDocument, BundleEntity, BundleLayer
from annotator.formats.draft import Draft
from annotator.formats.format import Reading
from annotator.formats.markup import local_name
from annotator.formats.options import Options, names_in, option
from annotator.formats.plain_text import hashed, proved_text
from annotator.formats.uima.cas import whole
from annotator.formats.uima.reading import is_grammar
from annotator.formats.values import clean, status_of
from annotator.formats.xml_text import small_tree

OWN = "sanad."
"""With what the names of Sanad's own features and types begin."""

MARKUP = "Original markups"
_WORDS = frozenset({"SpaceToken", "Split", "DEFAULT_TOKEN", "paragraph"})
_MAX_BYTES = 64 * 1024 * 1024
_LISTS = "{count} lists of values became one text each, with “; ” between."
_OBJECTS = "{count} values are Java objects, which only GATE can read; they were left out."
_MANY = "{count} relations of more than two members became one from the first member to each other."


@dataclass(frozen=True)
class GateReading(Options):
    """What may be chosen when GATE XML is read."""

    sets: str = option(
        "",
        Phrase("Only these annotation sets"),
        explanation=Phrase("Names with commas between; if empty, all but the original markup."),
    )
    types: str = option(
        "",
        Phrase("Only these types"),
        explanation=Phrase("Names with commas between; if empty, all but words and sentences."),
    )


def read(path: Path, reading: Reading[GateReading]) -> Iterator[Bundle]:
    """The document of a file, once for each of its annotation sets that has annotations.

    Raises:
        UserError: the file cannot be read, or is no GATE document.
    """
    data = whole_bytes(path, _MAX_BYTES)
    root = small_tree(data, path.name)
    text_element = next((item for item in root if local_name(item) == "TextWithNodes"), None)
    if local_name(root) != "GateDocument" or text_element is None:
        raise UserError("{file} is no GATE document: it has no TextWithNodes.", file=path.name)
    text, nodes = _text_with_nodes(text_element)
    about = _features(next((item for item in root if local_name(item) == "GateDocumentFeatures"), None), None)
    document = _document(path, proved_text(path.name, text), about)
    layers = _json_object(about.get(f"{OWN}layers"))
    found = list(_sets(root, reading.options))
    entities = tuple(_entities(about.get(f"{OWN}entities")))
    for number, (name, elements) in enumerate(found):
        given = layers.get(name)
        file = _Set(path.name, document, nodes, elements, reading)
        layer = file.layer(name, given if isinstance(given, dict) else {})
        yield Bundle(
            document=document,
            layer=layer,
            entities=() if number else entities,
            warnings=file.draft.warnings,
            place=path.name,
            size=0 if number else len(data),
        )
    if not found:
        yield Bundle(document=document, entities=entities, place=path.name, size=len(data))


def _text_with_nodes(element: Element) -> tuple[str, dict[str, int]]:
    """The text, and where in it each node stands."""
    parts, length = [element.text or ""], len(element.text or "")
    nodes: dict[str, int] = {}
    for node in element:
        nodes.setdefault(node.get("id", ""), length)
        parts.append(node.tail or "")
        length += len(parts[-1])
    return "".join(parts), nodes


def _sets(root: Element, options: GateReading) -> Iterator[tuple[str, list[Element]]]:
    """The annotations and relations of each set by its name, in the order of the file."""
    wanted = set(names_in(options.sets))
    members: dict[str, list[Element]] = {}
    for item in root:
        if local_name(item) in ("AnnotationSet", "RelationSet"):
            name = clean(item.get("Name", ""))
            members.setdefault(name, []).extend(item)
    for name, elements in members.items():
        if name in wanted if wanted else name != MARKUP and (elements or name):
            yield name, elements


def _features(element: Element | None, draft: Draft | None) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for item in element if element is not None else ():
        if local_name(item) != "Feature":
            continue
        parts = {local_name(part): part for part in item}
        name, value = parts.get("Name"), parts.get("Value")
        if name is None or value is None or not (name.text or "").strip():
            continue
        read_value = _value(value, draft)
        if read_value is not None:
            found[clean(name.text or "").strip()] = read_value
    return found


def _value(element: Element, draft: Draft | None) -> Value | None:
    """A value by its Java class; ``None`` for an object that only Java can make of it."""
    kind, text = element.get("className", "java.lang.String"), element.text or ""
    if kind.startswith("java.lang."):
        kind = kind.removeprefix("java.lang.")
        if kind in ("Integer", "Long", "Short", "Byte"):
            number = whole(text.strip())
            return text if number is None else number
        return _fraction(text) if kind in ("Double", "Float") else text
    if kind.startswith("java.util.") and draft:
        draft.reduced(_LISTS)
        return "; ".join(text.split(";"))
    if draft:
        draft.reduced(_OBJECTS)
    return None


def _fraction(text: str) -> Value:
    try:
        number = float(text)
    except ValueError:
        return text
    return number if math.isfinite(number) else text


def _document(path: Path, text: str, about: dict[str, Value]) -> BundleDocument:
    own = {name.removeprefix(OWN): str(value) for name, value in about.items() if name.startswith(OWN)}
    address = str(about.get("gate.SourceURL", ""))
    return BundleDocument(
        uuid=own.get("uuid", ""),
        name=own.get("name") or path.stem.encode(errors="replace").decode() or path.name,
        text=text,
        text_sha256=hashed(text),
        title=own.get("title", ""),
        source=own.get("source", address if address.startswith(("http://", "https://")) else ""),
        published=own.get("published", ""),
        language=own.get("language") or "ar",
        direction="ltr" if own.get("direction") == "ltr" else "rtl",
    )


class _Set:
    """One annotation set on its way to a layer."""

    def __init__(
        self,
        file: str,
        document: BundleDocument,
        nodes: dict[str, int],
        elements: Iterable[Element],
        reading: Reading[GateReading],
    ) -> None:
        self.draft = Draft(document.text, reading)
        self._file, self._nodes = file, nodes
        self._wanted = set(names_in(reading.options.types))
        self._keys: dict[str, str] = {}
        self._reading = reading
        self._elements = list(elements)

    def layer(self, name: str, about: dict[str, Any]) -> BundleLayer:
        """All of it; ``about`` is what a file of ours says of the layer."""
        for element in self._elements:
            if local_name(element) == "Annotation":
                self._annotation(element)
        for element in self._elements:
            if local_name(element) == "Relation":
                self._relation(element)
        listed = about.get("reviewers")
        names = [clean(item) for item in listed if isinstance(item, str)] if isinstance(listed, list) else []
        adjudicated = about.get("kind") == "adjudicated"
        updated = about.get("updated")
        return BundleLayer(
            kind="adjudicated" if adjudicated else "reviewer",
            reviewers=tuple(names if adjudicated else names[:1]) or (name,),
            status=status_of(about.get("status")),
            updated=clean(updated) if isinstance(updated, str) else "",
            annotations=self.draft.annotations,
            relations=self.draft.relations(),
            zones=self.draft.zones,
        )

    def _annotation(self, element: Element) -> None:
        key, kind = element.get("Id", ""), clean(element.get("Type", ""))
        place = place_in(self._file, Phrase("annotation {id}", id=key or "—"))
        span = (self._nodes.get(element.get("StartNode", "")), self._nodes.get(element.get("EndNode", "")))
        if kind == f"{OWN}Zone":
            self.draft.zone(*span, str(_features(element, None).get("kind", "")), place=place)
            return
        if not self._takes(kind):
            self.draft.leave_out(key)
            return
        if None in span:
            where = f"{element.get('StartNode')}–{element.get('EndNode')}"
            self._reading.fault(
                UserError("{place}: the text has no nodes {where}.", place=place, where=where)
            )
            return
        features = _features(element, self.draft)
        own = {name.removeprefix(OWN): features.pop(name) for name in list(features) if name.startswith(OWN)}
        uuid = str(own.get("id", "")) or key
        self._keys[key] = uuid
        self.draft.annotate(*span, kind, uuid=uuid, attributes=features, place=place, **_own_fields(own))

    def _takes(self, kind: str) -> bool:
        return kind in self._wanted if self._wanted else not (kind in _WORDS or is_grammar(kind))

    def _relation(self, element: Element) -> None:
        key, kind = element.get("Id", ""), element.get("Type", "")
        place = place_in(self._file, Phrase("relation {id}", id=key or "—"))
        members = [self._keys.get(item, item) for item in element.get("Members", "").split(";")]
        uuid = str(_features(element, None).get(f"{OWN}id", "")) or key
        if not members[1:]:
            members.append("")
        if members[2:]:
            self.draft.reduced(_MANY)
        for number, other in enumerate(members[1:]):
            self.draft.relate(
                members[0], other, kind, uuid=f"{uuid}#{number + 1}" if number else uuid, place=place
            )


def _own_fields(own: dict[str, Value]) -> dict[str, Any]:
    origin, version = own.get("origin"), own.get("schemeVersion")
    entity = own.get("entity")
    return {
        "note": clean(str(own.get("note", ""))),
        "entity": clean(entity) if isinstance(entity, str) and entity else None,
        "reviewer": clean(str(own.get("reviewer", ""))),
        "origin": origin if origin in ("manual", "suggested", "imported", "propagated") else "imported",
        "scheme_version": version if isinstance(version, int) and 0 < version < 2**31 else 1,
    }


def _entities(text: object) -> Iterator[BundleEntity]:
    value = _json(text)
    for item in value if isinstance(value, list) else ():
        if not isinstance(item, dict):
            continue
        fields = {name: clean(part) for name, part in item.items() if isinstance(part, str)}
        aliases = item.get("aliases")
        if fields.get("id") and fields.get("name", "").strip():
            yield BundleEntity(
                uuid=fields["id"],
                label=fields.get("kind", ""),
                name=fields["name"],
                aliases=tuple(clean(part) for part in aliases if isinstance(part, str))
                if isinstance(aliases, list)
                else (),
            )


def _json_object(text: object) -> dict[str, Any]:
    value = _json(text)
    return value if isinstance(value, dict) else {}


def _json(text: object) -> object:
    try:
        return json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return None
