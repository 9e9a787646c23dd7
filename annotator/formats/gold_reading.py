"""Reading gold JSONL: line by line, each line proved before it is given out: hash, ranges, quotes, links.

Whatever is wrong is a UserError that names file, line, what was found and what was expected.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec.structs import replace

from annotator.core.errors import Phrase, UserError
from annotator.formats.bundle import Bundle, BundleComparison, BundleDocument, BundleEntity, BundleLayer
from annotator.formats.format import Reading
from annotator.formats.gold_shape import (
    NAME,
    OFFSET_UNIT,
    VERSION,
    Annotation,
    Comparison,
    Entity,
    Head,
    Line,
)
from annotator.formats.json_lines import decode, lines, shown
from annotator.formats.options import Options

ENTITIES_NAME = "entities.jsonl"
"""The file beside a gold file that holds the entities its annotations refer to."""

COMPARISONS_NAME = "comparisons.jsonl"
"""The file beside a gold file that holds what was said of pairs of annotations."""

_INT_LIMIT = 2**63
_UUID_LENGTH = 36
_HYPHENS = (8, 13, 18, 23)
"""Where they stand in a UUID; all else in it is a digit or a small letter up to f."""
_line_decoder = msgspec.json.Decoder(Line)
_head_decoder = msgspec.json.Decoder(Head)
_entity_decoder = msgspec.json.Decoder(Entity)
_comparison_decoder = msgspec.json.Decoder(Comparison)


def read(path: Path, _reading: Reading[Options] | None = None) -> Iterator[Bundle]:
    """The bundles of a gold file, read as they are asked for; what stands beside it comes with the first.

    Raises:
        UserError: the file cannot be read, or a line is not what the format says; the lines before it have
            been given out by then.
    """
    entities = read_entities(path.with_name(ENTITIES_NAME))
    comparisons = read_comparisons(path.with_name(COMPARISONS_NAME))
    empty = True
    for place, data in lines(path):
        bundle = _bundle(place, data)
        yield replace(bundle, entities=entities, comparisons=comparisons) if empty else bundle
        empty = False
    if empty:
        raise UserError("{file} holds no line of gold data; choose another file.", file=path.name)


def read_entities(path: Path) -> tuple[BundleEntity, ...]:
    """The entities in a file; none if there is no such file.

    Raises:
        UserError: the file cannot be read, or a line is not an entity.
    """
    if not path.exists():
        return ()
    entities: dict[str, BundleEntity] = {}
    for place, data in lines(path):
        entity: BundleEntity = decode(place, data, _entity_decoder)
        _refuse_nul(place, data)
        _refuse_foreign_ids(place, [entity.uuid])
        if not entity.name.strip() or entity.uuid in entities:
            problem = "an entity without a name" if entity.uuid not in entities else "the same entity twice"
            raise UserError("{place}: {problem}; correct the file.", place=place, problem=problem)
        entities[entity.uuid] = entity
    return tuple(entities.values())


def read_comparisons(path: Path) -> tuple[BundleComparison, ...]:
    """The comparisons in a file; none if there is no such file. Whether their annotations exist is not asked.

    Raises:
        UserError: the file cannot be read, or a line is not a comparison of two annotations.
    """
    if not path.exists():
        return ()
    comparisons: list[BundleComparison] = []
    for place, data in lines(path):
        comparison: BundleComparison = decode(place, data, _comparison_decoder)
        _refuse_nul(place, data)
        _refuse_foreign_ids(place, [comparison.uuid, *comparison.annotations])
        if len(set(comparison.annotations)) == 1:
            raise UserError("{place}: an annotation is compared with itself; correct the file.", place=place)
        if not comparison.reviewer.strip():
            raise UserError("{place}: the comparison names no reviewer; correct the file.", place=place)
        comparisons.append(comparison)
    _refuse_repeats(path.name, Phrase("comparison"), [item.uuid for item in comparisons])
    return tuple(comparisons)


def _bundle(place: str, data: bytes) -> Bundle:
    line = _decode_line(place, data)
    _refuse_other_formats(place, line)
    _refuse_nul(place, data)
    ids = [item.uuid for item in line.annotations]
    _refuse_foreign_ids(place, [line.id, *ids, *(item.uuid for item in line.relations)])
    _prove_text(place, line)
    _prove_layer(place, line)
    _prove_annotations(place, line)
    _refuse_repeats(place, Phrase("annotation"), ids)
    if line.relations:
        _prove_relations(place, line, set(ids))
    _prove_zones(place, line)
    return Bundle(
        document=BundleDocument(
            uuid=line.id,
            name=line.name,
            text=line.text,
            text_sha256=line.text_sha256,
            title=line.metadata.title,
            source=line.metadata.source,
            published=line.metadata.published,
            language=line.metadata.language,
        ),
        layer=BundleLayer(
            kind=line.layer.kind,
            reviewers=line.layer.reviewers,
            status=line.layer.status,
            updated=line.layer.updated,
            annotations=line.annotations,
            relations=line.relations,
            zones=line.zones,
        ),
        place=place,
        size=len(data),
    )


def _decode_line(place: str, data: bytes) -> Line:
    try:
        line: Line = decode(place, data, _line_decoder)
    except UserError as error:
        if isinstance(error.__cause__, msgspec.ValidationError):
            _refuse_other_formats(place, _head_decoder_or_none(data))
        raise
    return line


def _head_decoder_or_none(data: bytes) -> Head | None:
    try:
        return _head_decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def _refuse_other_formats(place: str, head: Line | Head | None) -> None:
    if head is None:
        return
    if head.format != NAME:
        raise UserError(
            "{place} is not gold data: its format is “{found}”, not “{wanted}”.",
            place=place,
            found=shown(head.format),
            wanted=NAME,
        )
    if type(head.version) is int and head.version > VERSION:
        raise UserError(
            "{place} is gold data of version {found}, and this Sanad reads version {known};"
            " install a newer Sanad.",
            place=place,
            found=head.version,
            known=VERSION,
        )
    if head.version != VERSION:
        raise UserError(
            "{place}: the version is {found}, but there is only version {known}.",
            place=place,
            found=shown(head.version),
            known=VERSION,
        )
    if isinstance(head, Line) and head.offset_unit != OFFSET_UNIT:
        raise UserError(
            "{place}: offsets count “{found}”, and gold data counts “{wanted}”; convert them first.",
            place=place,
            found=shown(head.offset_unit),
            wanted=OFFSET_UNIT,
        )


def _refuse_nul(place: str, data: bytes) -> None:
    """JSON can spell NUL only as an escape, and SQLite ends a text at it. Most lines have no escape."""
    if b"\\" in data and b"\\u0000" in data and "\0" in _strings(json.loads(data)):
        raise UserError("{place} contains a NUL character, which no text may have; remove it.", place=place)


def _strings(value: object) -> str:
    """All strings in a JSON value, joined."""
    if isinstance(value, dict):
        return "".join(_strings(part) for pair in value.items() for part in pair)
    if isinstance(value, list):
        return "".join(map(_strings, value))
    return value if isinstance(value, str) else ""


def _refuse_foreign_ids(place: str, ids: list[str]) -> None:
    if _are_uuids(ids):
        return
    wrong = next(item for item in ids if not _are_uuids([item]))
    raise UserError(
        "{place}: the id “{found}” is not a UUID in lower case; give everything a UUID.",
        place=place,
        found=shown(wrong),
    )


def _are_uuids(ids: list[str]) -> bool:
    """Whether each is a UUID in lower case; all at once, for a line may have thousands."""
    count, step = len(ids), _UUID_LENGTH + 1
    joined = "\n".join(ids) + "\n"
    if len(joined) != count * step or not joined.isascii():
        return False
    if joined[_UUID_LENGTH::step] != "\n" * count:
        return False
    if any(joined[place::step] != "-" * count for place in _HYPHENS):
        return False
    return joined.encode().translate(None, b"0123456789abcdef") == b"----\n" * count


def _prove_text(place: str, line: Line) -> None:
    if not line.text or not line.name:
        what = Phrase("name") if line.text else Phrase("text")
        raise UserError(
            "{place}: the {what} is empty; leave the line out or fill it.", place=place, what=what
        )
    found = sha256(line.text.encode()).hexdigest()
    if found != line.text_sha256:
        raise UserError(
            "{place}: the text is not the one that was annotated: its SHA-256 is {found}…, not {wanted}….",
            place=place,
            found=found[:12],
            wanted=shown(line.text_sha256)[:12],
        )


def _prove_layer(place: str, line: Line) -> None:
    names = line.layer.reviewers
    if not names or (line.layer.kind == "reviewer" and len(names) != 1):
        raise UserError(
            "{place}: a layer of kind “{kind}” names {found} reviewers; it needs {wanted}.",
            place=place,
            kind=line.layer.kind,
            found=len(names),
            wanted=Phrase("exactly one") if line.layer.kind == "reviewer" else Phrase("at least one"),
        )
    if len(set(names)) != len(names) or not all(name.strip() for name in names):
        raise UserError(
            "{place}: the layer's reviewers have no name or the same one; correct the names.", place=place
        )


def _prove_annotations(place: str, line: Line) -> None:
    text, length = line.text, len(line.text)
    for item in line.annotations:
        start, end = item.start, item.end
        if not 0 <= start < end <= length:
            raise _outside(place, Phrase("annotation {id}", id=item.uuid), start, end, length)
        if text[start:end] != item.quote:
            raise UserError(
                "{place}: annotation {id} quotes “{quote}”, but the text has “{found}” at {start}–{end}.",
                place=place,
                id=item.uuid,
                quote=shown(item.quote),
                found=shown(text[start:end]),
                start=start,
                end=end,
            )
        for value in item.attributes.values():
            if type(value) is int and abs(value) >= _INT_LIMIT:
                raise _too_big(place, item)
        if item.scheme_version < 1:
            raise UserError(
                "{place}: annotation {id} has a scheme_version below 1.", place=place, id=item.uuid
            )


def _too_big(place: str, item: Annotation) -> UserError:
    values = item.attributes.items()
    name = next(name for name, value in values if type(value) is int and abs(value) >= _INT_LIMIT)
    return UserError(
        "{place}: {name} of annotation {id} is an integer beyond 64 bits; write it as text.",
        place=place,
        name=shown(name),
        id=item.uuid,
    )


def _prove_relations(place: str, line: Line, ids: set[str]) -> None:
    for link in line.relations:
        for end in (link.source, link.target):
            if end not in ids:
                raise UserError(
                    "{place}: relation {id} links annotation {end}, which the line does not have.",
                    place=place,
                    id=link.uuid,
                    end=shown(end),
                )
        if link.source == link.target:
            raise UserError(
                "{place}: relation {id} links an annotation to itself.", place=place, id=link.uuid
            )
    _refuse_repeats(place, Phrase("relation"), [link.uuid for link in line.relations])


def _prove_zones(place: str, line: Line) -> None:
    for zone in line.zones:
        if not 0 <= zone.start < zone.end <= len(line.text):
            what = Phrase("a zone “{kind}”", kind=shown(zone.kind))
            raise _outside(place, what, zone.start, zone.end, len(line.text))


def _outside(place: str, what: Phrase, start: int, end: int, length: int) -> UserError:
    return UserError(
        "{place}: {what} covers {start}–{end}, but the text has {length} characters.",
        place=place,
        what=what,
        start=start,
        end=end,
        length=length,
    )


def _refuse_repeats(place: str, what: Phrase, ids: list[str]) -> None:
    if len(set(ids)) == len(ids):
        return
    repeated = next(item for index, item in enumerate(ids) if item in ids[:index])
    raise UserError("{place}: the {what} {id} stands there twice.", place=place, what=what, id=repeated)
