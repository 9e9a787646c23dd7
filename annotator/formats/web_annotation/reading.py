"""Reading W3C Web Annotations: one or many, in pages, collections, lists and lines, old forms too.

Annotations of one source and one creator make one layer; those a program made become predictions.
"""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import quote, unquote, urlsplit

from annotator.core.errors import UserError
from annotator.formats.bundle import (
    Bundle,
    BundleDocument,
    BundleEntity,
    BundleLayer,
    BundlePrediction,
)
from annotator.formats.draft import Draft
from annotator.formats.format import Reading
from annotator.formats.json_lines import shown
from annotator.formats.json_records import records
from annotator.formats.options import Options
from annotator.formats.plain_text import MAX_BYTES, decode, hashed, proved_text
from annotator.formats.values import clean, status_of
from annotator.formats.web_annotation.parts import (
    Who,
    fields,
    iris,
    items_of,
    label_and_rest,
    many,
    selected,
    string,
    types_of,
    who_made,
)

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sanad": "urn:x-sanad:"}]
_UUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_OWN_ID = "urn:x-sanad:id:"
_SEVERAL_SOURCES = 2
_SEVERAL = "{count} further targets of annotations became annotations of their own."
_TAGS = "{count} annotations have several tags: the first is the label, the others an attribute."


def iri(key: str) -> str:
    """An id as an IRI."""
    return f"urn:uuid:{key}" if _UUID.fullmatch(key) else f"{_OWN_ID}{quote(key)}"


def _key(given: str) -> str:
    """The id in an IRI; others' IRIs are their ids."""
    if given.startswith(_OWN_ID):
        return unquote(given.removeprefix(_OWN_ID))
    return given.removeprefix("urn:uuid:")


class _Item(NamedTuple):
    place: str
    value: dict[str, Any]
    who: Who


def read(path: Path, reading: Reading[Options]) -> Iterator[Bundle]:
    """The layers that a file of annotations holds.

    Raises:
        UserError: the file cannot be read, is not JSON, or the text that it annotates is not beside it.
    """
    loose: list[_Item] = []
    size = 0
    for record in records(path):
        holder = record.value if isinstance(record.value, dict) else {}
        about = fields(holder.get("sanad:source"))
        items = [_Item(record.place, item, who_made(item)) for item in items_of(record.value)]
        if about:
            yield _own(path, holder, about, items, reading, record.size)
        else:
            default = who_made(holder) if "AnnotationCollection" in types_of(holder) else Who()
            loose += [item._replace(who=item.who if item.who.name else default) for item in items]
            size += record.size
    if loose:
        yield from _others(path, loose, reading, size)


def _own(
    path: Path,
    holder: dict[str, Any],
    about: dict[str, Any],
    items: list[_Item],
    reading: Reading[Options],
    size: int,
) -> Bundle:
    """A collection of ours: one document with one layer."""
    place = path.name
    text = _text(path, string(about.get("id")), string(about.get("sanad:sha256")), reading)
    group = _Group(text, reading)
    for item in items:
        group.add(item, item.who.name)
    document = BundleDocument(
        uuid=string(about.get("sanad:document")),
        name=string(holder.get("label")) or path.stem,
        text=text,
        text_sha256=hashed(text),
        title=string(about.get("dc:title")),
        source=string(about.get("dc:source")),
        published=string(about.get("dcterms:issued")),
        language=string(about.get("language")) or "ar",
        direction="ltr" if about.get("textDirection") == "ltr" else "rtl",
    )
    adjudicated = holder.get("sanad:kind") == "adjudicated"
    names = [name for name in map(string, many(holder.get("sanad:reviewers"))) if name.strip()]
    layer = BundleLayer(
        kind="adjudicated" if adjudicated else "reviewer",
        reviewers=tuple(names if adjudicated else names[:1]) or (who_made(holder).name,),
        status=status_of(holder.get("sanad:status")),
        updated=string(holder.get("modified")),
        annotations=group.draft.annotations,
        relations=group.draft.relations(),
        zones=group.draft.zones,
    )
    entities = tuple(group.entities.values())
    bundle = Bundle(document=document, entities=entities, place=place, size=size)
    return _with(bundle, layer if "sanad:kind" in holder else None, group)


def _others(path: Path, items: list[_Item], reading: Reading[Options], size: int) -> Iterator[Bundle]:
    """Annotations from anywhere, by what they are about and who made them."""
    source_of = {_key(string(item.value.get("id"))): selected(item.value)[0] for item in items}
    maker_of = {_key(string(item.value.get("id"))): item.who for item in items}
    sources = {source for source in source_of.values() if source}
    groups: dict[tuple[str, Who], list[_Item]] = {}
    for item in items:
        source, _ = selected(item.value)
        who = item.who
        if not source and (ends := iris(item.value)):  # a relation belongs where what it links is
            source, who = source_of.get(_key(ends[0]), ""), maker_of.get(_key(ends[0]), who)
        if not source and len(sources) == 1:
            source = next(iter(sources))
        groups.setdefault((source, who), []).append(item)
    for (source, who), members in groups.items():
        try:
            text = _text(path, source, "", reading, alone=len(sources) < _SEVERAL_SOURCES)
        except UserError as error:
            if len(sources) < _SEVERAL_SOURCES:
                raise
            reading.fault(error)
            continue
        group = _Group(text, reading)
        for item in members:
            group.add(item, "")
        name = PurePosixPath(unquote(urlsplit_path(source))).name or path.stem
        document = BundleDocument(
            uuid="", name=clean(name), text=text, text_sha256=hashed(text), source=_address(source)
        )
        layer = BundleLayer(
            reviewers=(who.name,),
            annotations=group.draft.annotations,
            relations=group.draft.relations(),
        )
        bundle = Bundle(document=document, place=path.name, size=size)
        size = 0
        yield _predicted(bundle, layer, who) if who.a_program else _with(bundle, layer, group)


def _with(bundle: Bundle, layer: BundleLayer | None, group: "_Group") -> Bundle:
    return Bundle(
        document=bundle.document,
        layer=layer,
        entities=bundle.entities,
        warnings=group.draft.warnings,
        place=bundle.place,
        size=bundle.size,
    )


def _predicted(bundle: Bundle, layer: BundleLayer, who: Who) -> Bundle:
    predictions = tuple(
        BundlePrediction(
            start=item.start,
            end=item.end,
            label=item.label,
            quote=item.quote,
            attributes=item.attributes,
            source=who.name,
        )
        for item in layer.annotations
    )
    return Bundle(document=bundle.document, predictions=predictions, place=bundle.place, size=bundle.size)


class _Group:
    """The annotations of one layer as they are read."""

    def __init__(self, text: str, reading: Reading[Options]) -> None:
        self.draft = Draft(text, reading)
        self.entities: dict[str, BundleEntity] = {}
        self._reading = reading

    def add(self, item: _Item, reviewer: str) -> None:
        """Take one in as what it is: annotation, relation or zone."""
        value = item.value
        key = _key(string(value.get("id")))
        _, spans = selected(value)
        ends = iris(value)
        if len(ends) == 2 and not spans:  # from one to the other
            label, _ = label_and_rest(value)
            self.draft.relate(_key(ends[0]), _key(ends[1]), label, uuid=key, place=item.place)
        elif "sanad:Zone" in types_of(value):
            offsets = spans[0].offsets if spans else (None, None)
            self.draft.zone(*offsets, label_and_rest(value)[0], place=item.place)
        elif not spans:
            self._reading.fault(
                UserError(
                    "{place}: annotation {id} has no selector that tells where in the text it is.",
                    place=item.place,
                    id=shown(key) or "—",
                )
            )
        else:
            self._annotations(item, key, reviewer)

    def _annotations(self, item: _Item, key: str, reviewer: str) -> None:
        label, rest = label_and_rest(item.value)
        self.entities |= {entity.uuid: entity for entity in rest.entities}
        if rest.several_tags:
            self.draft.reduced(_TAGS)
        origin = item.value.get("sanad:origin")
        version = item.value.get("sanad:schemeVersion")
        for number, span in enumerate(selected(item.value)[1]):
            if number:
                self.draft.reduced(_SEVERAL)
            if span.offsets == (None, None):
                self.draft.searches.count(item.place)
            self.draft.annotate(
                *span.found_in(self.draft.text),
                label,
                uuid=f"{key}#{number + 1}" if number else key,
                place=item.place,
                quote=span.quote,
                attributes=rest.attributes,
                note=rest.note,
                entity=_key(rest.entity) if rest.entity else None,
                reviewer=reviewer,
                origin=origin if origin in ("manual", "suggested", "imported", "propagated") else "imported",
                scheme_version=version if type(version) is int and 0 < version < 2**31 else 1,
            )


def _text(path: Path, source: str, sha256: str, reading: Reading[Options], *, alone: bool = True) -> str:
    """The text that annotations speak of: the file of that name beside theirs, or the one of theirs."""
    name = PurePosixPath(unquote(urlsplit_path(source))).name
    names = [name, f"{name}.txt"] if name not in ("", ".", "..") else []
    if alone:
        names.append(f"{path.stem}.txt")
    for candidate in names:
        data = _bytes(path.parent, candidate)
        if data is not None:
            return proved_text(candidate, _decoded(data, candidate, sha256, reading))
    raise UserError(
        "{file}: the text it annotates, “{source}”, is not beside it; put it there as a .txt file.",
        file=path.name,
        source=shown(source) or f"{path.stem}.txt",
    )


def _bytes(folder: Path, name: str) -> bytes | None:
    try:
        with (folder / name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        return None


def _decoded(data: bytes, name: str, sha256: str, reading: Reading[Options]) -> str:
    try:
        text = data.decode()
        if not sha256 or hashed(text) == sha256:
            return text if sha256 else text.removeprefix("\ufeff")
    except UnicodeDecodeError:
        pass
    if sha256:
        raise UserError("{file} is not the text that was annotated: it was changed since.", file=name)
    try:
        return decode(data, reading.encoding).text
    except UserError as error:
        raise UserError("{file}: {problem}", file=name, problem=error) from error


def urlsplit_path(source: str) -> str:
    """The path of an IRI; empty if it is none."""
    try:
        return urlsplit(source).path
    except ValueError:
        return ""


def _address(source: str) -> str:
    """The IRI of a source, if it is one on the web."""
    return clean(source) if source.startswith(("http://", "https://")) else ""
