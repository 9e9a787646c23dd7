"""Records with an article in each: JSON Lines, an array of JSON, or an array in an object.

Any record with a field of text will do, so this format comes last among those of JSON.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

import msgspec

from annotator.core.errors import Phrase, UserError, place_in, why
from annotator.formats import columns as choosing
from annotator.formats import json_lines
from annotator.formats.article_file import About, article_bundle, document_name
from annotator.formats.bundle import Bundle
from annotator.formats.columns import Column, Roles
from annotator.formats.format import Format, Reading
from annotator.formats.losing import Loss
from annotator.formats.options import Options, option

_SUFFIXES: Final = (".jsonl", ".ndjson", ".jsonlines", ".json")
_LOOKED_AT: Final = 20
_MAX_DEPTH: Final = 5
_MAX_FIELDS: Final = 300
_MAX_NESTING: Final = 200
_PROBED_EVENTS: Final = 100_000
_BOM: Final = b"\xef\xbb\xbf"
_WHOLE: Final = "(text)"
"""What the only field is called where records are texts themselves."""

_any = msgspec.json.Decoder()
_EXPLAINED = Phrase("Its name, inside another as data.text; empty to let Sanad propose one, - for none.")


@dataclass(frozen=True)
class JsonReading(Options):
    """What may be chosen about records."""

    text: str = option("", Phrase("Field of the text"), explanation=_EXPLAINED)
    title: str = option("", Phrase("Field of the title"), explanation=_EXPLAINED)
    source: str = option("", Phrase("Field of the source"), explanation=_EXPLAINED)
    date: str = option("", Phrase("Field of the date"), explanation=_EXPLAINED)
    id: str = option("", Phrase("Field of the id or name"), explanation=_EXPLAINED)


class _Record(NamedTuple):
    place: str
    number: int
    value: Any
    size: int


def read(path: Path, reading: Reading[JsonReading]) -> Iterator[Bundle]:
    """An article for each record; one that lacks its text is a fault.

    Raises:
        UserError: the file cannot be read, is not JSON, or no field holds text.
    """
    records = _records(path, reading)
    first = list(islice(records, _LOOKED_AT))
    known = _fields(first)
    given = {role: str(getattr(reading.options, role)).strip() for role in Roles._fields}
    roles = choosing.chosen(document_name(path), known, given, lambda name: _find(first, name))
    for record in chain(first, records):
        try:
            yield _article(path, record, roles)
        except UserError as error:
            reading.fault(error)


def fields(path: Path) -> tuple[Column, ...]:
    """The fields of the records, those inside others with dots, each with what its first record holds.

    Raises:
        UserError: the file cannot be read, or is not JSON.
    """
    return _fields(list(islice(_records(path, Reading(JsonReading(), skip=True)), _LOOKED_AT)))


def _article(path: Path, record: _Record, roles: Roles) -> Bundle:
    values = {role: _value(record.value, field) for role, field in roles._asdict().items()}
    text = values["text"]
    if isinstance(text, list) and all(isinstance(part, str) for part in text):
        text = "\n".join(text)
    if not isinstance(text, str):
        raise UserError("{place}: “{field}” holds no text.", place=record.place, field=roles.text)
    uuid, name = choosing.identity(_plain(values["id"]).strip())
    return article_bundle(
        path,
        text,
        place=record.place,
        name=name or f"{document_name(path)}:{record.number}",
        uuid=uuid,
        about=About(
            _plain(values["title"]), _plain(values["source"]), choosing.published(_plain(values["date"]))
        ),
        size=record.size,
    )


def _plain(value: object) -> str:
    return choosing.written(value) if isinstance(value, str | int | float) else ""


def _value(record: object, field: str) -> object:
    """What a record has in a field, or in one inside another."""
    if not field:
        return None
    if not isinstance(record, dict):
        return record if field == _WHOLE else None
    if field in record:
        return record[field]
    outer, _, inner = field.partition(".")
    return _value(record[outer], inner) if inner and outer in record else None


def _find(records: list[_Record], name: str) -> str:
    return name if any(_value(record.value, name) is not None for record in records) else ""


def _fields(records: list[_Record]) -> tuple[Column, ...]:
    found: dict[str, str] = {}
    for record in records:
        for name, value in _named(record.value, "", 0):
            if len(found) < _MAX_FIELDS and not found.get(name):
                found[name] = choosing.example(value)
    return tuple(Column(name, value) for name, value in found.items())


def _named(value: object, name: str, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict) and depth < _MAX_DEPTH:
        for key, inner in value.items():
            yield from _named(inner, f"{name}.{key}" if name else str(key), depth + 1)
    elif isinstance(value, str | int | float):
        yield name or _WHOLE, choosing.written(value)
    elif isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        yield name or _WHOLE, " ".join(value)


def _records(path: Path, reading: Reading[JsonReading]) -> Iterator[_Record]:
    if _is_lines(path):
        return _from_lines(path, reading)
    return _from_array(path)


def _is_lines(path: Path) -> bool:
    """Whether each line is a value of its own, whatever the file is called."""
    try:
        with path.open("rb") as file:
            first = file.readline(json_lines.MAX_LINE_BYTES).removeprefix(_BOM).strip()
            more = file.read(4096).strip()
    except OSError as error:
        raise UserError("{file} cannot be read: {reason}.", file=path.name, reason=why(error)) from error
    if first.startswith(b"[") and not more:
        return False
    try:
        _any.decode(first)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return path.suffix.lower() != ".json" and not first.startswith(b"[")
    return bool(more) or path.suffix.lower() != ".json"


def _from_lines(path: Path, reading: Reading[JsonReading]) -> Iterator[_Record]:
    for number, (place, data) in enumerate(json_lines.lines(path), 1):
        try:
            value = json_lines.decode(place, data, _any)
        except UserError as error:
            reading.fault(error)
        else:
            yield _Record(place, number, value, len(data))


def _from_array(path: Path) -> Iterator[_Record]:
    """The records of the first array that holds any, or the one object there is."""
    import ijson

    name = document_name(path)
    try:
        with path.open("rb") as file:
            prefix = _array_in(_events(_behind_bom(file), name))
        with path.open("rb") as file:
            before = 0
            for number, value in enumerate(_values(_events(_behind_bom(file), name), prefix), 1):
                size, before = file.tell() - before, file.tell()
                yield _Record(place_in(name, Phrase("record {number}", number=number)), number, value, size)
    except OSError as error:
        raise UserError("{file} cannot be read: {reason}.", file=name, reason=why(error)) from error
    except (ijson.JSONError, ValueError, RecursionError, OverflowError) as error:
        raise UserError(
            "{file} is not JSON that can be read: {reason}.", file=name, reason=_short(error)
        ) from error


def _events(file: BinaryIO, name: str) -> Iterator[tuple[str, str, Any]]:
    """What ijson meets and where: ``data.item.title``; it tells that itself too, but of any depth."""
    import ijson

    inside: list[str] = []
    for event, value in ijson.basic_parse(file, use_float=True):
        if event.startswith("end_"):
            inside.pop()
        if event == "map_key":
            yield ".".join(inside[:-1]), event, value
            inside[-1] = value
            continue
        yield ".".join(inside), event, value
        if event.startswith("start_"):
            inside.append("item" if event == "start_array" else "")
            if len(inside) > _MAX_NESTING:
                raise UserError("{file} is nested more than {limit} deep.", file=name, limit=_MAX_NESTING)


def _values(events: Iterator[tuple[str, str, Any]], wanted: str) -> Iterator[Any]:
    """The values that stand in one place."""
    from ijson import ObjectBuilder

    builder: Any = None
    for prefix, event, value in events:
        if builder is not None:
            builder.event(event, value)
            if prefix == wanted and event.startswith("end_"):
                yield builder.value
                builder = None
        elif prefix == wanted and event.startswith("start_"):
            builder = ObjectBuilder()
            builder.event(event, value)
        elif prefix == wanted and not event.startswith(("end_", "map_key")):
            yield value


def _behind_bom(file: BinaryIO) -> BinaryIO:
    if file.read(len(_BOM)) != _BOM:
        file.seek(0)
    return file


def _array_in(events: Iterator[tuple[str, str, object]]) -> str:
    """The prefix, as ijson has it, of the records: ``item`` in an array, ``data.item`` in one inside."""
    opened = ""
    for index, (prefix, event, _) in enumerate(events):
        if index == 0 and event == "start_array":
            return "item"
        if event == "start_array":
            opened = f"{prefix}.item" if prefix.count(".") < _MAX_DEPTH else ""
        elif event == "start_map" and opened and prefix == opened:
            return opened
        if index > _PROBED_EVENTS:
            break
    return ""


def _short(error: Exception) -> str:
    return json_lines.shown(str(error).splitlines()[0] if str(error) else type(error).__name__)


JSON_ARTICLES = Format(
    name="json",
    title=Phrase("Articles in JSON or JSON Lines"),
    suffixes=_SUFFIXES,
    read=read,
    reading=JsonReading,
    articles_only=True,
    loses=frozenset(Loss) - {Loss.TEXT, Loss.NAME, Loss.METADATA, Loss.DOCUMENT_ID},
)
