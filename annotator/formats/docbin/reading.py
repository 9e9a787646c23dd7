"""Reading spaCy's DocBin without making spaCy's documents of it, which trust every number in a file.

A DocBin is a packed table of numbers, a row for each token; strings are known by their hashes. Annotations
are the entities (``Doc.ents``) and all span groups (``Doc.spans``); the same span with the same label in both
is one annotation. Extension attributes of spans become attributes.
"""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from annotator.core.errors import Phrase, UserError, place_in
from annotator.formats.article import read_bytes
from annotator.formats.aside import KEY, Entities, found_aside, restored
from annotator.formats.bundle import Bundle, BundleDocument, BundleEntity
from annotator.formats.draft import Draft
from annotator.formats.format import Reading, needs
from annotator.formats.json_records import Record
from annotator.formats.options import Options
from annotator.formats.record_article import article
from annotator.formats.values import is_uuid

TITLE: Final = Phrase("spaCy DocBin")
EXTRA: Final = "spacy"

_MAX_FILE: Final = 512 * 1024 * 1024
_MAX_UNPACKED: Final = 2 * 1024 * 1024 * 1024 - 1
_SPAN: Final = struct.Struct(">QQQllll")
_OLD_SPAN: Final = struct.Struct(">QQllll")
_KEYS: Final = {"ORTH": 65, "ENT_IOB": 77, "ENT_TYPE": 78, "ENT_KB_ID": 452, "ENT_ID": 454}
"""The numbers by which files name the columns we read."""
_EXTENSION: Final = "._."
_BEGINS, _GOES_ON = 3, 1
"""What ENT_IOB says of a token in an entity."""


class _Bin(Struct):
    """What is packed in the file."""

    attrs: list[int]
    tokens: bytes
    spaces: bytes
    lengths: bytes
    strings: list[str]
    flags: list[dict[str, Any]] = []
    cats: list[Any] = []
    span_groups: list[bytes] = []
    user_data: list[bytes | None] = []


class _Found(Struct):
    """A span of tokens."""

    start: int
    end: int
    label: str
    uuid: str = ""
    entity: str = ""
    source: str = ""
    """The group it is from; empty for an entity."""


def read(path: Path, reading: Reading[Options]) -> Iterator[Bundle]:
    """The documents of a file.

    Raises:
        UserError: spaCy is not installed, or the file is no DocBin.
    """
    try:
        from spacy.strings import StringStore
    except ImportError as error:
        raise needs(EXTRA, TITLE) from error
    packed, size = _unpacked(path)
    documents = _Documents(path.name, packed, StringStore(packed.strings))
    entities = Entities()
    for number in range(len(documents)):
        try:
            bundle = documents.bundle(number, reading, size // len(documents))
        except UserError as error:
            reading.fault(error)
        else:
            yield entities.fresh(bundle)


class _Documents:
    """The documents of one file, each made when it is asked for."""

    def __init__(self, file: str, packed: _Bin, strings: Any) -> None:  # noqa: ANN401
        self._file = file
        self._packed = packed
        self._strings = strings
        self._column = {name: packed.attrs.index(key) for name, key in _KEYS.items() if key in packed.attrs}
        try:
            self._lengths = memoryview(packed.lengths).cast("i").tolist()
            self._numbers = memoryview(packed.tokens).cast("Q")
        except (TypeError, ValueError) as error:
            raise _damaged(file) from error
        rows = sum(self._lengths)
        if (
            "ORTH" not in self._column
            or any(length < 0 for length in self._lengths)
            or rows * len(packed.attrs) != len(self._numbers)
            or rows != len(packed.spaces)
        ):
            raise _damaged(file)
        self._begins = [0]
        for length in self._lengths:
            self._begins.append(self._begins[-1] + length)

    def __len__(self) -> int:
        return len(self._lengths)

    def bundle(self, number: int, reading: Reading[Any], size: int) -> Bundle:
        """One document, counted from 0.

        Raises:
            UserError: it has no text, or its table is damaged.
        """
        place = place_in(self._file, Phrase("document {number}", number=number + 1))
        rows = range(self._begins[number], self._begins[number + 1])
        words = [self._text(self._cell(row, "ORTH"), place) for row in rows]
        flags = self._packed.flags[number] if number < len(self._packed.flags) else {}
        guessed = flags.get("has_unknown_spaces") is True
        text, places = _joined(words, [guessed or bool(self._packed.spaces[row]) for row in rows])
        data = self._user_data(number, place, reading)
        record = Record(place, data, size, number + 1)
        document = article(record, text.rstrip(" ") if guessed else text, *_about(data))
        draft = Draft(document.text, reading, place=place)
        if guessed:
            draft.warn("the text was put together from the tokens, for it is not in the file.")
        if number < len(self._packed.cats) and self._packed.cats[number]:
            draft.warn("the categories of the whole text were left out.")
        found = [*self._entities(rows, place), *self._groups(number, place, reading)]
        return self._annotated(draft, document, record, reading, found, places)

    def _annotated(
        self,
        draft: Draft,
        document: BundleDocument,
        record: Record,
        reading: Reading[Any],
        found: list[_Found],
        places: list[tuple[int, int]],
    ) -> Bundle:
        extensions = _extensions(record.value)
        seen: Counter[tuple[str, int, int, str]] = Counter()
        known: Counter[tuple[int, int, str]] = Counter()
        linked: dict[str, str] = {}
        for item in found:
            if not 0 <= item.start < item.end <= len(places):
                draft.fault(_wrong_span(record.place, item))
                continue
            start, end = places[item.start][0], places[item.end - 1][1]
            seen[item.source, start, end, item.label] += 1
            if seen[item.source, start, end, item.label] <= known[start, end, item.label]:
                continue  # another group, or the entities, have it too
            known[start, end, item.label] += 1
            named = item.uuid and not is_uuid(item.uuid)
            attributes = {**({"id": item.uuid} if named else {}), **extensions.get((start, end), {})}
            uuid = item.uuid if is_uuid(item.uuid) and item.uuid not in linked else None
            key = draft.annotate(start, end, item.label, uuid=uuid, attributes=attributes)
            if key is not None:
                linked[key] = item.entity
        kept = found_aside(record.value.get(KEY), record.place, reading)
        bundle = _with_entities(
            draft.bundle(document, record, layer=KEY not in record.value or kept.layer is not None), linked
        )
        return restored(bundle, kept, linked=False) if KEY in record.value else bundle

    def _cell(self, row: int, attribute: str) -> int:
        return self._numbers[row * len(self._packed.attrs) + self._column[attribute]]

    def _optional(self, row: int, attribute: str) -> int:
        return self._cell(row, attribute) if attribute in self._column else 0

    def _text(self, key: int, place: str) -> str:
        """The string a hash stands for."""
        try:
            return str(self._strings[key])
        except (KeyError, IndexError, ValueError, OverflowError) as error:
            raise UserError("{place}: a token has no text; the file is damaged.", place=place) from error

    def _entities(self, rows: range, place: str) -> Iterator[_Found]:
        """``Doc.ents``."""
        if "ENT_IOB" not in self._column or "ENT_TYPE" not in self._column:
            return
        opened: _Found | None = None
        for index, row in enumerate(rows):
            state, label = self._cell(row, "ENT_IOB"), self._text(self._cell(row, "ENT_TYPE"), place)
            if opened and state == _GOES_ON and label == opened.label:
                opened.end = index + 1
                continue
            if opened:
                yield opened
            opened = None
            if state in (_BEGINS, _GOES_ON) and label:
                uuid, entity = (
                    self._text(self._optional(row, name), place) for name in ("ENT_ID", "ENT_KB_ID")
                )
                opened = _Found(index, index + 1, label, uuid, entity)
        if opened:
            yield opened

    def _groups(self, number: int, place: str, reading: Reading[Any]) -> Iterator[_Found]:
        """``Doc.spans``."""
        packed = self._packed.span_groups[number] if number < len(self._packed.span_groups) else b""
        for group in _decoded(packed, place, reading, []):
            content = _decoded(group, place, reading, {}) if isinstance(group, bytes) else {}
            spans = content.get("spans") if isinstance(content, dict) else None
            for span in spans if isinstance(spans, list) else ():
                try:
                    yield self._span(span, str(content.get("name", "")), place)
                except UserError as error:
                    reading.fault(error)

    def _span(self, packed: object, group: str, place: str) -> _Found:
        if isinstance(packed, bytes) and len(packed) == _SPAN.size:
            uuid, entity, label, start, end, _, _ = _SPAN.unpack(packed)
        elif isinstance(packed, bytes) and len(packed) == _OLD_SPAN.size:
            entity, label, start, end, _, _ = _OLD_SPAN.unpack(packed)
            uuid = 0
        else:
            raise UserError("{place}: a span cannot be read; the file is damaged.", place=place)
        texts = (self._text(key, place) for key in (label, uuid, entity))
        name, identifier, entry = texts
        return _Found(start, end, name or group, identifier, entry, f"spans {group}")

    def _user_data(self, number: int, place: str, reading: Reading[Any]) -> dict[Any, Any]:
        packed = self._packed.user_data[number] if number < len(self._packed.user_data) else None
        found = _decoded(packed, place, reading, {}) if packed else {}
        return found if isinstance(found, dict) else {}


def _unpacked(path: Path) -> tuple[_Bin, int]:
    """What is packed in a file, and its size."""
    data = read_bytes(path, _MAX_FILE)
    if len(data) > _MAX_FILE:
        raise UserError(
            "{file} is larger than {limit} MB; split it.", file=path.name, limit=_MAX_FILE // 2**20
        )
    unpacking = zlib.decompressobj()
    try:
        raw = unpacking.decompress(data, _MAX_UNPACKED)
        if not unpacking.eof:
            raise _damaged(path.name)
        return msgspec.msgpack.decode(raw, type=_Bin), len(data)
    except (zlib.error, msgspec.MsgspecError, RecursionError, UnicodeError, ValueError) as error:
        raise _damaged(path.name) from error


def _decoded(packed: bytes | None, place: str, reading: Reading[Any], empty: Any) -> Any:  # noqa: ANN401
    """What is packed within; a fault where that cannot be told."""
    if not packed:
        return empty
    try:
        return msgspec.msgpack.decode(packed)
    except (msgspec.MsgspecError, RecursionError, UnicodeError, ValueError, TypeError):
        reading.fault(UserError("{place}: spans or user data cannot be read.", place=place))
        return empty


def _joined(words: list[str], spaces: list[bool]) -> tuple[str, list[tuple[int, int]]]:
    """The text of tokens, and where each lies."""
    parts, places, position = [], [], 0
    for word, space in zip(words, spaces, strict=True):
        places.append((position, position + len(word)))
        parts.append(f"{word} " if space else word)
        position += len(word) + space
    return "".join(parts), places


def _about(data: dict[Any, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What may be known of a document: its user data, and its extension attributes."""
    extensions = {key[1]: value for key, value in data.items() if _is_extension(key) and key[2] is None}
    return {key: value for key, value in data.items() if isinstance(key, str)}, extensions


def _extensions(data: dict[Any, Any]) -> dict[tuple[int, int], dict[str, Any]]:
    """The extension attributes of spans, by where they stand."""
    found: dict[tuple[int, int], dict[str, Any]] = {}
    for key, value in data.items():
        if _is_extension(key) and type(key[2]) is int and type(key[3]) is int:
            found.setdefault((key[2], key[3]), {})[key[1]] = value
    return found


def _is_extension(key: object) -> bool:
    return isinstance(key, tuple) and len(key) >= 4 and key[0] == _EXTENSION and isinstance(key[1], str)


def _with_entities(bundle: Bundle, linked: dict[str, str]) -> Bundle:
    """The bundle with an entity for each entry of a knowledge base."""
    if bundle.layer is None or not any(linked.values()):
        return bundle
    annotations = tuple(
        replace(item, entity=linked.get(item.uuid) or None) for item in bundle.layer.annotations
    )
    entities: dict[str, BundleEntity] = {}
    for item in annotations:
        if item.entity and item.entity not in entities:
            entities[item.entity] = BundleEntity(uuid=item.entity, label=item.label, name=item.entity)
    return replace(
        bundle, layer=replace(bundle.layer, annotations=annotations), entities=tuple(entities.values())
    )


def _wrong_span(place: str, item: _Found) -> UserError:
    return UserError(
        "{place}: the span {start}–{end} lies outside the tokens.",
        place=place,
        start=item.start,
        end=item.end,
    )


def _damaged(file: str) -> UserError:
    return UserError("{file} is no DocBin of spaCy, or is damaged.", file=file)
