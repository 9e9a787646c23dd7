"""Reading brat standoff: every kind of line, the old ones too."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from annotator.core.errors import Phrase, UserError, Worded, place_in, placed
from annotator.core.records import Value
from annotator.formats import article
from annotator.formats.brat.config import read_replaced
from annotator.formats.brat.lines import (
    CONFIGURATION,
    ESCAPED_ATTRIBUTE,
    ESCAPED_NOTE,
    NOTE,
    OUR_DATABASE,
    normalisation,
    offsets_of,
    text_beside,
)
from annotator.formats.brat.places import HopelessError, Places
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleEntity, BundleLayer, BundleRelation
from annotator.formats.escapes import unescaped
from annotator.formats.format import Reading
from annotator.formats.json_lines import shown
from annotator.formats.options import Options, option
from annotator.formats.plain_text import decode

_ID: Final = re.compile(r"(?:[TREAMN]|#[A-Za-z]*)\S+|\*")


_MAX_QUOTED: Final = 500_000_000
"""Characters that all annotations of a document may hold together."""


@dataclass(frozen=True)
class BratReading(Options):
    """What becomes of what has no place here."""

    discontinuous: str = option(
        "cover",
        Phrase("Annotations in several parts"),
        {
            "cover": Phrase("One annotation, with what lies between"),
            "parts": Phrase("An annotation for each part"),
        },
    )


@dataclass
class _Found:
    """What the lines have said so far."""

    marks: dict[str, list[BundleAnnotation]] = field(default_factory=dict)
    """By the id of a text-bound; several where its parts became annotations of their own."""
    triggers: dict[str, str] = field(default_factory=dict)
    """By the id of an event: the id of its text-bound."""
    attributes: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    entities: dict[str, BundleEntity] = field(default_factory=dict)
    mentions: dict[str, str] = field(default_factory=dict)
    relations: list[BundleRelation] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    happened: Counter[str] = field(default_factory=Counter)
    """What a person should know, by the sentence that tells it."""


def read(path: Path, reading: Reading[BratReading]) -> Iterator[Bundle]:
    """The one document of an ``.ann`` file, or of an ``.a1`` file with what stands beside it.

    Raises:
        UnclearEncodingError: the text's encoding was not given and cannot be told for certain.
        UserError: a file cannot be read, or the text is missing.
    """
    text_path = _text_beside(path)
    bundle = _article(text_path, reading.encoding)
    document = bundle.document
    names = [path]
    if path.suffix.lower() == ".a1":
        names += [found for suffix in (".a2", ".rel", ".co") if (found := path.with_suffix(suffix)).is_file()]
    lines = [line for name in names for line in _lines(name, document.encoding)]
    places = Places(document.text, marked=document.encoding == "utf-8-sig")
    reader = _Reader(document.text, places, reading, _replaced_names(path))
    layer, entities, warnings = reader.layer(lines, path.name)
    size = sum(name.stat().st_size for name in names) + bundle.size
    yield Bundle(
        document=document, layer=layer, entities=entities, warnings=warnings, place=path.name, size=size
    )


class _Reader:
    """The lines of one document."""

    def __init__(
        self, text: str, places: Places, reading: Reading[BratReading], names: dict[str, dict[str, str]]
    ) -> None:
        self._text = text
        self._reading = reading
        self._places = places
        self._names = names
        self._found = _Found()
        self._quoted = 0
        self._later: dict[str, Callable[[str, str, str, str], None]] = {
            "R": self._relation,
            "*": self._equivalence,
            "E": self._arguments,
            "A": self._attribute,
            "M": self._attribute,
            "N": self._normalisation,
            "#": self._comment,
        }

    def layer(
        self, lines: list[tuple[str, str]], file: str
    ) -> tuple[BundleLayer, tuple[BundleEntity, ...], tuple[Worded, ...]]:
        """What the lines say, each given with its place."""
        rest = []
        for place, line in lines:
            parts = line.split("\t", 2)
            if not self._is_new(parts, place):
                continue
            identifier, data, tail = parts[0], parts[1], parts[2] if len(parts) > 2 else None
            if identifier[0] == "T":
                self._try(self._mark, identifier, data, tail, place)
            else:
                rest.append((identifier, data, tail or "", place))
                if identifier[0] == "E":
                    self._found.triggers[identifier] = data.split(" ", 1)[0].rpartition(":")[2].strip()
        for identifier, data, told, place in rest:
            self._try(self._later[identifier[0]], identifier, data, told, place)
        return self._layer(), tuple(self._found.entities.values()), tuple(self._warnings(file))

    def _is_new(self, parts: list[str], place: str) -> bool:
        """Whether a line has an id that no line had before."""
        identifier = parts[0]
        if len(parts) < 2 or not _ID.fullmatch(identifier):
            self._fault(place, Phrase("this is no line of brat’s: “{line}”", line=shown(" ".join(parts))))
            return False
        if identifier in self._found.ids and identifier != "*":
            self._fault(place, Phrase("the id {id} is there twice", id=shown(identifier)))
            return False
        self._found.ids.add(identifier)
        return True

    def _try(self, take: Callable[..., None], *line: object) -> None:
        try:
            take(*line)
        except HopelessError:
            raise
        except UserError as error:
            self._reading.fault(error)

    def _fault(self, place: str, problem: Phrase) -> None:
        self._reading.fault(_wrong(place, problem))

    def _mark(self, identifier: str, data: str, tail: str | None, place: str) -> None:
        r"""``T1\ttype start end;start end\ttext``."""
        kind, _, offsets = data.strip().partition(" ")
        parts = offsets_of(offsets)
        if not kind or not parts:
            raise _wrong(place, Phrase("this is no type with offsets: “{data}”", data=shown(data)))
        found = self._places.find(parts, tail if tail and tail.strip() else None, place)
        self._found.happened["moved"] += any(item.moved for item in found)
        if len(found) > 1 and not self._places.broken_by_lines(found):
            self._found.happened[self._reading.options.discontinuous] += 1
        elif len(found) > 1:
            found = [found[0]._replace(end=found[-1].end)]
        if self._reading.options.discontinuous == "cover":
            found = [found[0]._replace(end=max(item.end for item in found))]
        self._quoted += sum(item.end - item.start for item in found)
        if self._quoted > _MAX_QUOTED:
            raise HopelessError("{place}: the annotations hold more text than can be read.", place=place)
        label = self._names["label"].get(kind, kind)
        self._found.marks[identifier] = [
            BundleAnnotation(
                uuid=identifier if number == 1 else f"{identifier}.{number}",
                start=item.start,
                end=item.end,
                label=label,
                quote=self._text[item.start : item.end],
            )
            for number, item in enumerate(found, 1)
        ]

    def _relation(self, identifier: str, data: str, _tail: str, place: str) -> None:
        r"""``R1\ttype Arg1:T1 Arg2:T2``."""
        kind, *arguments = data.split() or [""]
        pairs = [argument.partition(":") for argument in arguments]
        if len(pairs) != 2 or not all(name and target for name, _, target in pairs):
            raise _wrong(place, Phrase("this is no relation: “{data}”", data=shown(data)))
        if (pairs[0][0], pairs[1][0]) == ("Arg2", "Arg1"):
            pairs.reverse()
        self._link(identifier, self._names["relation"].get(kind, kind), pairs[0][2], pairs[1][2], place)

    def _equivalence(self, _identifier: str, data: str, _tail: str, place: str) -> None:
        r"""``*\tEquiv T1 T2 T3``: each is linked to the next."""
        kind, *members = data.split() or [""]
        if len(members) < 2:
            raise _wrong(place, Phrase("this is no equivalence: “{data}”", data=shown(data)))
        for source, target in pairwise(members):
            number = len(self._found.relations) + 1
            self._link(f"*{number}", self._names["relation"].get(kind, kind), source, target, place)

    def _arguments(self, identifier: str, data: str, _tail: str, place: str) -> None:
        r"""``E1\ttype:T1 role:T2 role:E3``: relations lead from the trigger to each argument."""
        self._target(identifier, place)
        self._found.happened["events"] += 1
        for number, argument in enumerate(data.split()[1:], 1):
            role, _, target = argument.partition(":")
            kind = role.rstrip("0123456789") or role
            try:
                self._link(f"{identifier}.{number}", kind, identifier, target, place)
            except UserError as error:
                self._reading.fault(error)

    def _attribute(self, _identifier: str, data: str, _tail: str, place: str) -> None:
        r"""``A1\tname T1 value``, and without a value what is simply so."""
        name, target, value = (*data.strip().split(" ", 2), "", "")[:3]
        name = self._names["attribute"].get(name, name)
        self._about(self._attach, target, place, name, value or "true")

    def _attach(self, target: str, name: str, value: str) -> None:
        self._found.attributes.setdefault(target, {}).setdefault(name, []).append(value)

    def _normalisation(self, _identifier: str, data: str, tail: str, place: str) -> None:
        r"""``N1\tReference T1 Database:id\tname``."""
        found = normalisation(data)
        if found is None:
            raise _wrong(place, Phrase("this is no normalisation: “{data}”", data=shown(data)))
        target, database, entry = found
        uuid = entry if database == OUR_DATABASE else f"{database}:{entry}"
        self._about(self._mention, target, place, uuid, tail)

    def _mention(self, target: str, uuid: str, name: str) -> None:
        if target in self._found.mentions:
            self._found.happened["several entities"] += 1
            return
        self._found.mentions[target] = uuid
        label = self._found.marks[target][0].label
        entity = BundleEntity(uuid=uuid, label=label, name=name.strip() or uuid)
        self._found.entities.setdefault(uuid, entity)

    def _comment(self, _identifier: str, data: str, tail: str, place: str) -> None:
        r"""``#1\tAnnotatorNotes T1\ttext``."""
        kind, _, target = data.strip().partition(" ")
        if kind == ESCAPED_ATTRIBUTE:
            name, _, value = tail.partition("=")
            if not name.strip():
                raise _wrong(place, Phrase("this is no attribute: “{data}”", data=shown(tail)))
            name = self._names["attribute"].get(name, name)
            self._about(self._attach, target, place, name, unescaped(value))
        elif kind == ESCAPED_NOTE:
            self._about(self._note, target, place, unescaped(tail))
        elif tail.strip():
            said = tail.strip() if kind == NOTE else f"{kind}: {tail.strip()}"
            self._about(self._note, target, place, said)

    def _note(self, target: str, said: str) -> None:
        self._found.notes.setdefault(target, []).append(said)

    def _about(self, take: Callable[..., None], target: str, place: str, *what: str) -> None:
        """Keep what is said of an annotation; of a relation nothing more can be said here."""
        if target[:1] in ("R", "*", "A", "N") and target in self._found.ids:
            self._found.happened["of others"] += 1
        else:
            take(self._target(target, place), *what)

    def _target(self, target: str, place: str) -> str:
        """The id of the text-bound that an id stands for."""
        found = self._found.triggers.get(target, target)
        if found not in self._found.marks:
            raise _wrong(place, Phrase("there is no annotation {id}", id=shown(target)))
        return found

    def _link(self, uuid: str, kind: str, source: str, target: str, place: str) -> None:
        ends = self._target(source, place), self._target(target, place)
        if not kind.strip():
            raise _wrong(place, Phrase("a relation from {id} has no name", id=shown(source)))
        if ends[0] == ends[1]:
            raise _wrong(place, Phrase("the annotation {id} is linked to itself", id=shown(source)))
        self._found.relations.append(BundleRelation(uuid=uuid, type=kind, source=ends[0], target=ends[1]))

    def _layer(self) -> BundleLayer:
        annotations = [
            replace(
                item,
                attributes=self._values(identifier),
                note="\n".join(self._found.notes.get(identifier, ())),
                entity=self._found.mentions.get(identifier),
            )
            for identifier, items in self._found.marks.items()
            for item in items
        ]
        return BundleLayer(
            reviewers=("",), annotations=tuple(annotations), relations=tuple(self._found.relations)
        )

    def _values(self, identifier: str) -> dict[str, Value]:
        given = self._found.attributes.get(identifier, {})
        return {name: "; ".join(values) for name, values in given.items()}

    def _warnings(self, file: str) -> Iterator[Worded]:
        for what, count in self._found.happened.items():
            if count:
                yield placed(file, Worded(_SENTENCES[what].key, count=count))


_SENTENCES: Final = {
    "moved": Phrase("the offsets of {count} annotations did not fit; their text was found another way."),
    "cover": Phrase(
        "annotations in several parts: {count}; each now covers the words between them, too. Import with"
        " -O discontinuous=parts to have an annotation for each part."
    ),
    "parts": Phrase("annotations in several parts: {count}; each part is now an annotation of its own."),
    "events": Phrase("{count} events were read as their trigger, with a relation to each argument."),
    "several entities": Phrase("{count} annotations name more than one entity; the first was kept."),
    "of others": Phrase("{count} notes and attributes of relations were left out."),
}


def _wrong(place: str, problem: Phrase) -> UserError:
    return UserError("{place}: {problem}.", place=place, problem=problem)


def _text_beside(path: Path) -> Path:
    for found in text_beside(path):
        if found.is_file():
            return found
    raise UserError("{file}: the text, {text}, must lie beside it.", file=path.name, text=f"{path.stem}.txt")


def _article(path: Path, encoding: str | None) -> Bundle:
    """The text: in UTF-8, as brat has it, if it can be read so; else as any article."""
    data = article.read_bytes(path)
    try:
        decoded = decode(data, encoding or "utf-8")
    except UserError:
        return next(article.read(path, Reading(Options(), encoding=encoding)))
    return replace(article.article(path.name, decoded), size=len(data))


def _lines(path: Path, encoding: str) -> Iterator[tuple[str, str]]:
    """The lines that hold something, each with its place; in UTF-8, or as the text is."""
    data = article.read_bytes(path)
    if not data.strip():
        return
    try:
        text = _decoded(data, encoding)
    except UserError as error:
        raise UserError("{file}: {problem}", file=path.name, problem=error) from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield place_in(path.name, Phrase("line {number}", number=number)), line.rstrip("\r")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return decode(data, "utf-8").text
    except UserError:
        if encoding.startswith("utf-8"):
            raise
        return decode(data, encoding).text


def _replaced_names(path: Path) -> dict[str, dict[str, str]]:
    """What an ``annotation.conf`` of ours, beside the file or one folder up, says of replaced names."""
    for folder in (path.parent, path.parent.parent):
        conf = folder / CONFIGURATION
        if conf.is_file():
            return read_replaced(article.read_bytes(conf).decode(errors="replace"))
    return read_replaced("")
