"""REFI-QDA projects (``.qdpx``), the exchange format of qualitative analysis.

Written so that other tools find what they know: articles as sources, labels as codes, entities as cases,
what is known about an article as variables, notes as descriptions, relations as links, kinds of zones as
codes below one of their own. What they have no place for stands in notes: whose layer it is, and attributes.
Reading is in :mod:`annotator.formats.refi_qda.reading`.
"""

import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import IO
from uuid import UUID

from annotator.core.errors import Phrase
from annotator.formats.anchoring import Anchor, Unit
from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleDocument,
    BundleEntity,
    BundleLayer,
    BundleZone,
)
from annotator.formats.format import Format, Part, Writing
from annotator.formats.losing import Loss
from annotator.formats.options import Options, option
from annotator.formats.refi_qda.codebook import DECLARATION
from annotator.formats.refi_qda.codes import Codes
from annotator.formats.refi_qda.names import (
    ATTRIBUTES_NOTE,
    INTERNAL,
    LAYER_NOTE,
    ORIGIN,
    PROJECT,
    PROJECT_MEMBER,
    SOURCES,
    VARIABLES,
    element,
    fit,
    fit_json,
    guid_of,
    is_guid,
    start,
    text_element,
)
from annotator.formats.refi_qda.reading import read
from annotator.formats.xml_text import CONTROL_IN_NOTE
from annotator.formats.zipping import Zipping

_UNKNOWN_TIME = "1970-01-01T00:00:00Z"
"""For things that tools want a time of."""
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
_LINE_ENDS = re.compile("[\r\n]+")
_NAME_LENGTH = 100
_IN_MEMORY = 1 << 20
_CHUNK = 1 << 16
_ZIP = b"PK"


@dataclass(frozen=True)
class RefiQdaWriting(Options):
    """What may be chosen."""

    unit: str = option(
        "code point",
        Phrase("Positions count"),
        {"code point": Phrase("characters, as the standard has it"), "utf-16": Phrase("UTF-16, for NVivo")},
    )


def write(bundles: Iterable[Bundle], writing: Writing[RefiQdaWriting]) -> Iterator[Part]:
    """An archive with the texts as they come, and at its end the project that says what they are."""
    with _Project(writing) as project:
        for _, group in groupby(bundles, key=lambda bundle: _document_guid(bundle.document)):
            yield from project.add(list(group))
        yield from project.finish()


class _Project:
    """A project in the making; what grows with it lies in temporary files."""

    def __init__(self, writing: Writing[RefiQdaWriting]) -> None:
        self._writing = writing
        self._unit: Unit = "utf-16" if writing.options.unit == "utf-16" else "code point"
        self._name = writing.scheme.name
        self._codes = Codes(writing.scheme)
        self._users: dict[str, str] = {}
        self._entities: dict[str, BundleEntity] = {}
        self._mentions: dict[str, bytearray] = defaultdict(bytearray)
        """The selections that mention an entity: their GUIDs, 16 bytes each."""
        self._documents: set[str] = set()
        self._guids: set[str] = set()
        """Of users and codings in the document at hand."""
        self._zipping = Zipping()
        self._sources, self._notes, self._links = (_spool() for _ in range(3))

    def __enter__(self) -> "_Project":
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for file in (self._sources, self._notes, self._links):
            file.close()

    def add(self, bundles: list[Bundle]) -> Iterator[Part]:
        """The text of a document, which all the bundles are about; what they say is kept for the end."""
        document = bundles[0].document
        guid = _document_guid(document)
        while guid in self._documents:
            guid = guid_of("again", guid)
        self._documents.add(guid)
        for bundle in bundles:
            self._entities |= {entity.uuid: entity for entity in bundle.entities}
            for item in bundle.layer.annotations if bundle.layer else ():
                if fit(item.note) != item.note:
                    self._writing.lost(Loss.NOTES, document.name, CONTROL_IN_NOTE)
        anchor = Anchor(document.text, self._unit)
        self._guids.clear()
        inside: list[str] = []
        refs: list[str] = []
        for layer in (bundle.layer for bundle in bundles if bundle.layer is not None):
            note, selections = self._layer(layer, guid, anchor)
            inside += selections
            refs.append(element("NoteRef", targetGUID=note))
        source = element(
            "TextSource",
            [*inside, *refs, *_variable_values(document)],
            guid=guid,
            name=document.name,
            plainTextPath=f"{INTERNAL}{guid}.txt",
        )
        self._sources.write(source.encode())
        yield from self._zipping.add(f"{SOURCES}/{guid}.txt", [_file_text(document.text)])

    def finish(self) -> Iterator[Part]:
        """The project and the end of the archive."""
        yield from self._zipping.add(PROJECT_MEMBER, self._written())
        yield from self._zipping.close()

    def _written(self) -> Iterator[bytes]:
        users = [element("User", guid=guid, name=name) for guid, name in self._users.items()]
        codes = self._codes.written()
        begun = start("Project", name=self._name or ORIGIN, origin=ORIGIN, xmlns=PROJECT)
        yield f"{DECLARATION}{begun}".encode()
        if users:
            yield element("Users", users).encode()
        if codes:
            yield element("CodeBook", codes).encode()
        yield element("Variables", (_variable(name) for name in VARIABLES)).encode()
        if self._mentions:
            yield from _wrapped("Cases", (self._case(uuid).encode() for uuid in self._mentions))
        yield from _wrapped("Sources", _chunks(self._sources))
        yield from _wrapped("Notes", _chunks(self._notes))
        yield from _wrapped("Links", _chunks(self._links))
        yield b"</Project>\n"

    def _layer(self, layer: BundleLayer, document: str, anchor: Anchor) -> tuple[str, list[str]]:
        """The GUID of the note on a layer, and its selections."""
        user = self._owner(layer)
        at = layer.updated if _TIME.fullmatch(layer.updated) else None
        about = {
            "kind": layer.kind,
            "others": layer.reviewers[1:],
            "status": layer.status,
            "updated": layer.updated,
        }
        note = self._note(guid_of("layer", document, user or ""), LAYER_NOTE, about, user, at)
        named: dict[str, str] = {}
        selections = [
            self._selection(item, (document, user or ""), (user, at), anchor, named)
            for item in sorted(layer.annotations, key=lambda item: (item.start, -item.end))
        ]
        selections += [self._zone(zone, (document, user or ""), (user, at), anchor) for zone in layer.zones]
        for link in layer.relations:
            written = element(
                "Link",
                guid=link.uuid if is_guid(link.uuid) else guid_of("link", document, user or "", link.uuid),
                name=link.type,
                direction="OneWay",
                originGUID=named[link.source],
                targetGUID=named[link.target],
            )
            self._links.write(written.encode())
        return note, selections

    def _selection(
        self,
        item: BundleAnnotation,
        scope: tuple[str, str],
        made: tuple[str | None, str | None],
        anchor: Anchor,
        named: dict[str, str],
    ) -> str:
        user, at = made
        coding = item.uuid
        if not is_guid(coding) or coding in self._guids:
            coding = guid_of("coding", *scope, item.uuid)
        self._guids.add(coding)
        guid = named[item.uuid] = guid_of("selection", *scope, item.uuid)
        if item.entity is not None:
            self._entities.setdefault(
                item.entity, BundleEntity(uuid=item.entity, label=item.label, name=item.quote)
            )
            self._mentions[item.entity] += UUID(guid).bytes
            self._codes.label(self._entities[item.entity].label)
        inside = [element("CodeRef", targetGUID=self._codes.label(item.label))]
        if item.attributes:
            note = self._note(guid_of("attributes", coding), ATTRIBUTES_NOTE, item.attributes, user, at)
            inside.append(element("NoteRef", targetGUID=note))
        maker = self._user(item.reviewer) if item.reviewer else user
        said = [text_element("Description", item.note)] if item.note else []
        return self._selected(
            (item.start, item.end),
            item.quote,
            guid,
            anchor,
            made,
            [*said, element("Coding", inside, guid=coding, creatingUser=maker, creationDateTime=at)],
        )

    def _zone(
        self, zone: BundleZone, scope: tuple[str, str], made: tuple[str | None, str | None], anchor: Anchor
    ) -> str:
        names = (*scope, str(zone.start), str(zone.end), zone.kind)
        inside = element("CodeRef", targetGUID=self._codes.zone(zone.kind))
        coding = element(
            "Coding",
            inside,
            guid=guid_of("zone coding", *names),
            creatingUser=made[0],
            creationDateTime=made[1],
        )
        guid = guid_of("zone selection", *names)
        return self._selected((zone.start, zone.end), "", guid, anchor, made, [coding])

    def _selected(
        self,
        span: tuple[int, int],
        quote: str,
        guid: str,
        anchor: Anchor,
        made: tuple[str | None, str | None],
        inside: list[str],
    ) -> str:
        words = " ".join(quote.split())
        return element(
            "PlainTextSelection",
            inside,
            guid=guid,
            name=words if len(words) <= _NAME_LENGTH else f"{words[:_NAME_LENGTH]}…",
            startPosition=str(anchor.to_unit(span[0])),
            endPosition=str(anchor.to_unit(span[1])),
            creatingUser=made[0],
            creationDateTime=made[1],
        )

    def _note(
        self, guid: str, name: str, about: Mapping[str, object], user: str | None, at: str | None
    ) -> str:
        content = fit_json(json.dumps(about, ensure_ascii=False, indent=1))
        note = element(
            "Note",
            text_element("PlainTextContent", content),
            guid=guid,
            name=name,
            creatingUser=user,
            creationDateTime=at or _UNKNOWN_TIME,
        )
        self._notes.write(note.encode())
        return guid

    def _owner(self, layer: BundleLayer) -> str | None:
        """The user whose layer it is; adjudicated layers have users of their own, and so has a second one."""
        role = "adjudicated" if layer.kind == "adjudicated" else ""
        user = self._user(layer.reviewers[0], role)
        while (user or "") in self._guids:
            role += "+"
            user = self._user(layer.reviewers[0], role)
        self._guids.add(user or "")
        return user

    def _user(self, name: str, role: str = "") -> str | None:
        if not name and not role:
            return None
        guid = guid_of("user", name, role)
        self._users[guid] = name
        return guid

    def _case(self, uuid: str) -> str:
        entity, selections = self._entities[uuid], self._mentions[uuid]
        refs = (
            element("SelectionRef", targetGUID=str(UUID(bytes=bytes(selections[at : at + 16]))))
            for at in range(0, len(selections), 16)
        )
        aliases = "\n".join(_LINE_ENDS.sub(" ", alias) for alias in entity.aliases)
        described = [text_element("Description", aliases)] if aliases else []
        code = element("CodeRef", targetGUID=self._codes.label(entity.label))
        guid = uuid if is_guid(uuid) else guid_of("case", uuid)
        return element("Case", [*described, code, *refs], guid=guid, name=entity.name)


def _document_guid(document: BundleDocument) -> str:
    return document.uuid if is_guid(document.uuid) else guid_of("source", document.name, document.text_sha256)


def _file_text(text: str) -> bytes:
    """The text in UTF-8; a mark it begins with is text, so it gets one that readers may take off."""
    return text.encode("utf-8-sig" if text.startswith("\ufeff") else "utf-8")


def _variable(name: str) -> str:
    return element("Variable", guid=guid_of("variable", name), name=name, typeOfVariable="Text")


def _variable_values(document: BundleDocument) -> Iterator[str]:
    for name in VARIABLES:
        value = str(getattr(document, name))
        if value:
            ref = element("VariableRef", targetGUID=guid_of("variable", name))
            yield element("VariableValue", [ref, text_element("TextValue", value)])


def _spool() -> IO[bytes]:
    return tempfile.SpooledTemporaryFile(_IN_MEMORY)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(_CHUNK):
        yield chunk


def _wrapped(name: str, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """An element around what there is, or nothing around nothing: the schema knows no empty lists."""
    empty = True
    for chunk in chunks:
        if empty:
            yield f"<{name}>".encode()
        empty = False
        yield chunk
    if not empty:
        yield f"</{name}>".encode()


def _claims(path: Path, head: bytes) -> bool:
    return path.suffix.lower() == ".qdpx" and head.startswith(_ZIP)


REFI_QDA = Format(
    name="refi-qda",
    title=Phrase("REFI-QDA project (QualCoder, ATLAS.ti, MAXQDA, NVivo)"),
    suffixes=(".qdpx",),
    claims=_claims,
    read=read,
    write=write,
    writing=RefiQdaWriting,
    loses=frozenset({Loss.FILE, Loss.ORIGIN, Loss.SCHEME_VERSION, Loss.COMPARISONS}),
    kept_aside=frozenset({Loss.LAYER_KIND, Loss.STATUS, Loss.UPDATED, Loss.ATTRIBUTES}),
)
