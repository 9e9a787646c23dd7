"""Reading REFI-QDA projects (``.qdpx``): of Sanad, QualCoder, ATLAS.ti, MAXQDA, NVivo, Quirkos and others.

Read twice, part by part: first what stands beside the sources, then the sources one by one. Paths that leave
the archive are never followed.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from annotator.core.errors import Phrase, UserError, Worded, place_in, placed
from annotator.formats.bundle import Bundle, BundleDocument, BundleEntity, BundleLayer
from annotator.formats.format import Reading
from annotator.formats.json_lines import shown
from annotator.formats.options import Options
from annotator.formats.plain_text import Decoded, decode, hashed
from annotator.formats.refi_qda.index import (
    CODES_ELSEWHERE,
    DESCRIPTIONS,
    LOOSE_LINKS,
    VARIABLES,
    Index,
    children,
    text_of,
)
from annotator.formats.refi_qda.names import (
    INTERNAL,
    PROJECT_MEMBER,
    is_guid,
    plain,
)
from annotator.formats.refi_qda.source import Found
from annotator.formats.values import clean
from annotator.formats.zipped import Archive, opened

_SOURCES = ("TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource")
_TEXTS = ("Representation", "TextDescription", "Transcript")
"""The text that goes with a source of another kind."""
_OTHER_SELECTIONS = ("PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection")
_KNOWN = {
    "title": "title",
    "source": "source",
    "url": "source",
    "published": "published",
    "date": "published",
    "language": "language",
    "direction": "direction",
}
"""Names of variables, and what they say of an article."""
_LANGUAGE_LENGTH = 35


def read(path: Path, reading: Reading[Options]) -> Iterator[Bundle]:
    """The documents of a project, one bundle for each user who coded it.

    Raises:
        UserError: the file cannot be read, or is no REFI-QDA project.
    """
    with opened(path) as archive, closing(Index(archive, _project_member(archive))) as index:
        reader = _Reader(index, reading)
        last: Bundle | None = None
        with index.elements(_SOURCES) as elements:
            for bundle in chain.from_iterable(map(reader.bundles, islice(elements, 1, None))):
                if last is not None:
                    yield last
                last = bundle
        if last is None:
            raise UserError("{file} holds no text that can be read.", file=archive.name)
        yield replace(last, warnings=(*last.warnings, *reader.left_out()))


def _project_member(archive: Archive) -> str:
    members = [name for name in archive.members if name.lower().endswith(".qde")]
    if not members:
        raise UserError("{file} lacks the part “{member}”.", file=archive.name, member=PROJECT_MEMBER)
    return min(members, key=lambda name: (name.lower() != PROJECT_MEMBER, name.count("/"), name))


class _Reader:
    """Makes bundles of sources."""

    def __init__(self, index: Index, reading: Reading[Any]) -> None:
        self._index = index
        self._reading = reading
        self._given: set[str] = set()
        self._brought: set[str] = set()

    def bundles(self, element: Element) -> list[Bundle]:
        """The bundles of a source; none if its text cannot be had."""
        self._index.left_out[CODES_ELSEWHERE] += sum(
            1 for item in children(element, *_OTHER_SELECTIONS) for _ in children(item, "Coding")
        )
        within = next(children(element, *_TEXTS), None)
        source = element if within is None else within
        name = clean(element.get("name") or source.get("name") or "")
        place = place_in(
            self._index.archive.name,
            Phrase("source “{name}”", name=shown(name) or plain(source.get("guid"))),
        )
        try:
            return self._made(source, " ".join(name.split()), place)
        except UserError as error:
            self._reading.fault(error)
            return []

    def left_out(self) -> tuple[Worded, ...]:
        """What of the project has no place, as sentences."""
        loose = sum(len(links) for links in self._index.links.values())
        counts = self._index.left_out + Counter({LOOSE_LINKS: loose})
        return tuple(
            placed(self._index.archive.name, Worded(what.key, count=count)) for what, count in counts.items()
        )

    def _made(self, source: Element, name: str, place: str) -> list[Bundle]:
        guid = plain(source.get("guid"))
        if guid in self._given:
            raise UserError("{place}: its GUID stands there twice.", place=place)
        self._given.add(guid)
        decoded, marked = self._text(source, place)
        found = Found(self._index, self._reading, decoded.text, place)
        warnings = found.take(source, marked=marked)
        document = BundleDocument(
            uuid=guid if is_guid(guid) else "",
            name=name or f"{guid}.txt",
            text=decoded.text,
            text_sha256=hashed(decoded.text),
            encoding=decoded.encoding,
            **self._known(source),
        )
        self._index.left_out[DESCRIPTIONS] += bool(text_of(source, "Description"))
        layers: list[tuple[BundleLayer | None, tuple[Worded, ...]]] = [*found.layers()]
        bundles = []
        for number, (layer, told) in enumerate(layers or [(None, ())]):
            bundle = Bundle(
                document=document,
                layer=layer,
                entities=tuple(self._entities(layer)),
                warnings=(*(warnings if number == 0 else ()), *told),
                place=place,
            )
            bundles.append(bundle)
        return bundles

    def _text(self, source: Element, place: str) -> tuple[Decoded, bool]:
        """The text of a source, and whether its file began with a byte order mark."""
        path = source.get("plainTextPath") or ""
        member = self._index.file_of(path)
        if member is not None:
            data = self._index.archive.read(member)
        elif path:
            problem = (
                "{place}: its text “{path}” is not in the file; export the project with its sources inside."
            )
            if path.startswith(INTERNAL):
                problem = "{place}: its text “{path}” is missing in the file."
            raise UserError(problem, place=place, path=shown(path))
        elif source.get("richTextPath") and not any(children(source, "PlainTextContent")):
            raise UserError(
                "{place}: the file has only its formatted text; export the project with plain texts.",
                place=place,
            )
        else:
            data = text_of(source, "PlainTextContent").encode()
        try:
            decoded = _decoded(data, self._reading.encoding)
        except UserError as error:
            raise UserError("{place}: {problem}", place=place, problem=error) from error
        return decoded, decoded.encoding == "utf-8-sig"

    def _known(self, source: Element) -> dict[str, Any]:
        known: dict[str, Any] = {}
        for item in children(source, "VariableValue"):
            ref = next(children(item, "VariableRef"), None)
            name = "" if ref is None else self._index.variables.get(plain(ref.get("targetGUID")), "")
            value = "".join(text_of(item, child) for child in _values(item)).strip()
            meant = _KNOWN.get(name)
            fits = {"direction": value in ("rtl", "ltr"), "language": 0 < len(value) <= _LANGUAGE_LENGTH}
            if meant is not None and fits.get(meant, True):
                known[meant] = value
            elif value:
                self._index.left_out[VARIABLES] += 1
        return known

    def _entities(self, layer: BundleLayer | None) -> Iterator[BundleEntity]:
        """The entities that are mentioned here for the first time."""
        for uuid in dict.fromkeys(item.entity for item in (layer.annotations if layer else ())):
            if uuid is not None and uuid not in self._brought:
                self._brought.add(uuid)
                case = self._index.entities[uuid]
                yield BundleEntity(
                    uuid=uuid, label=self._index.codes[case.code], name=case.name, aliases=case.aliases
                )


def _values(item: Element) -> Iterator[str]:
    return (str(child.tag).rpartition("}")[2] for child in item if str(child.tag).endswith("Value"))


def _decoded(data: bytes, encoding: str | None) -> Decoded:
    """The text of a file that should be UTF-8, and of one that surely is another Unicode."""
    try:
        return decode(data, encoding or "utf-8")
    except UserError:
        decoded = decode(data)
        if encoding or not decoded.certain:
            raise
        return decoded
