"""Whole projects of INCEpTION and WebAnno: an archive with a file for each user's layer of each document.

``annotation`` holds what users did and ``curation`` what was decided of it, as ``<document>/<user>.<suffix>``
in the format that was chosen at the export; where that takes several files, in an archive of their own. The
same again in ``annotation_ser`` and ``curation_ser`` is for Java alone, and the texts in ``source`` stand in
every layer. Who has finished what is told in ``exportedproject….json``.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, cast

from msgspec.structs import replace

from annotator.core.errors import Phrase, UserError, Worded, why
from annotator.core.records import Status
from annotator.formats import zipped
from annotator.formats.bundle import Bundle, BundleLayer
from annotator.formats.conll.kind import CONLL
from annotator.formats.format import Format, Reading
from annotator.formats.registry import claimed, known_format
from annotator.formats.uima.cas_xmi import TYPE_SYSTEM
from annotator.formats.uima.kind import UIMA_JSON, UIMA_XMI
from annotator.formats.uima.reading import CURATOR, CasReading
from annotator.formats.values import listed, mapped, moment
from annotator.formats.webanno_tsv.kind import WEBANNO_TSV

_SUFFIX = ".zip"
_LAYERS, _SOURCE = ("annotation", "curation"), "source"
_JAVA, _FOR_JAVA = ".ser", "_ser"
_INITIAL = "INITIAL_CAS"
"""The user whose layer is the document before anybody has annotated it."""
_READ = (UIMA_XMI, UIMA_JSON, WEBANNO_TSV, CONLL)
"""Of the formats INCEpTION writes, those that are read."""
_MAX_TIME = 2**60
_PROJECT = re.compile(r"exportedproject[^/]*\.json")


class _Member(NamedTuple):
    """A file that holds a layer, or a document."""

    path: str
    document: str
    user: str
    curated: bool


class _Told(NamedTuple):
    """What the project says of a layer."""

    status: Status
    updated: str


class _Inner(Reading[Any]):
    """The reading of a file out of the archive; its faults are those of the archive."""

    def __init__(self, outer: Reading[CasReading], options: Any, names: tuple[str, str]) -> None:  # noqa: ANN401
        super().__init__(options, encoding=outer.encoding)
        self._outer = outer
        self._names = names

    def fault(self, error: UserError) -> None:
        """Tell it with the place the file has in the archive."""
        self._outer.fault(self.placed(error))

    def placed(self, error: UserError) -> UserError:
        """The error with the place the file has in the archive."""
        values = {key: self.known(value) for key, value in error.values.items()}
        return UserError(error.key, **values)

    def known_words(self, warning: Worded) -> Worded:
        """A warning with the place as a person knows it."""
        return cast("Worded", self.known(warning))

    def known(self, value: object) -> object:
        """A place as a person knows it; any other value as it is."""
        unpacked, name = self._names
        if isinstance(value, Worded):
            return Worded(value.key, **{key: self.known(inner) for key, inner in value.values.items()})
        if isinstance(value, str) and value.startswith(unpacked):
            return name + value.removeprefix(unpacked)
        return value


class _Project:
    """An open archive that is read file by file."""

    def __init__(self, archive: zipped.Archive, reading: Reading[CasReading]) -> None:
        self._archive = archive
        self._reading = reading
        self._count = 0
        self._members = list(_members(archive))
        self._told = dict(_told(archive))

    def bundles(self) -> Iterator[Bundle]:
        """Every layer, by documents; a document nobody has annotated without one."""
        documents: dict[str, list[_Member]] = {}
        for item in self._members:
            documents.setdefault(item.document, []).append(item)
        self._refuse_what_is_for_java()
        for items in documents.values():
            yield from self._document(items)

    def _refuse_what_is_for_java(self) -> None:
        if not self._members:
            raise UserError("{file} is not a project exported by INCEpTION.", file=self._archive.name)
        annotated = [item for item in self._members if item.user not in ("", _INITIAL)]
        if annotated and not any(map(_is_layer, annotated)):
            raise UserError(
                "{file} holds annotations only as INCEpTION itself reads them; export the project again, with"
                " “UIMA CAS XMI” as secondary format.",
                file=self._archive.name,
            )

    def _document(self, items: list[_Member]) -> Iterator[Bundle]:
        layers = [item for item in items if _is_layer(item) and item.user != _INITIAL]
        users = [item.user for item in layers if not item.curated]
        self._tell_missing(items, layers)
        annotated = False
        for item in sorted(layers, key=lambda item: item.curated):
            for bundle in self._read(item):
                annotated = True
                yield self._with_layer(bundle, item, users)
        if annotated:
            return
        untouched = [item for item in items if item.user == _INITIAL and _is_layer(item)]
        texts = [item for item in items if item.path.startswith(f"{_SOURCE}/")]
        for item in (untouched or texts)[:1]:
            for bundle in self._read(item):
                empty = bundle.layer is None or not (bundle.layer.annotations or bundle.layer.zones)
                yield replace(bundle, layer=None) if empty else bundle

    def _tell_missing(self, items: list[_Member], layers: list[_Member]) -> None:
        """Tell which layers are there for Java alone."""
        there = {(item.user, item.curated) for item in layers}
        for item in items:
            if item.path.endswith(_JAVA) and item.user != _INITIAL and (item.user, item.curated) not in there:
                there.add((item.user, item.curated))
                self._reading.fault(self._unreadable(item))

    def _unreadable(self, item: _Member) -> UserError:
        return UserError(
            "{place} is in a format that Sanad does not read; export the project again, with “UIMA CAS XMI”"
            " as secondary format.",
            place=f"{self._archive.name}/{item.path}",
        )

    def _with_layer(self, bundle: Bundle, item: _Member, users: list[str]) -> Bundle:
        """The bundle with whose layer it is: a user's, or what was decided of all of them."""
        layer = bundle.layer or BundleLayer(reviewers=("",))
        told = self._told.get((item.document, CURATOR if item.curated else item.user))
        layer = replace(
            layer,
            kind="adjudicated" if item.curated else "reviewer",
            reviewers=("", *users) if item.curated else (item.user,),
            status=told.status if told else layer.status,
            updated=told.updated if told else layer.updated,
        )
        return replace(bundle, layer=layer)

    def _read(self, item: _Member) -> list[Bundle]:
        """What is in a file, or in the archive that it is."""
        found: list[Bundle] = []
        place = f"{self._archive.name}/{item.path}"
        with TemporaryDirectory(prefix="sanad-") as folder:
            for path in self._unpacked(item, Path(folder)):
                kind = self._format(path, item)
                if kind is None or kind.read is None:
                    self._reading.fault(self._unreadable(item))
                    continue
                options = self._reading.options if kind.reading is CasReading else kind.reading()
                inner = _Inner(self._reading, options, (path.name, place))
                try:
                    for bundle in kind.read(path, inner):
                        found.append(self._placed(bundle, item, inner, len(found) + 1))
                except UserError as error:
                    self._reading.fault(inner.placed(error))
        return found

    def _placed(self, bundle: Bundle, item: _Member, inner: _Inner, number: int) -> Bundle:
        """One of several bundles of a file, named for the document unless it knows its name from Sanad."""
        name = item.document if number == 1 else f"{item.document} ({number})"
        document = bundle.document
        return replace(
            bundle,
            document=document if document.uuid else replace(document, name=name),
            place=f"{self._archive.name}/{item.path}",
            size=self._archive.packed(item.path) if number == 1 else 0,
            warnings=tuple(map(inner.known_words, bundle.warnings)),
        )

    @staticmethod
    def _format(path: Path, item: _Member) -> Format | None:
        """What a file is read as: a text nobody has annotated as any format, but for archives in archives."""
        known = next((kind for kind in _READ if claimed(kind, path)), None)
        is_archive = path.suffix.lower() == _SUFFIX
        if known is None and item.user in ("", _INITIAL):
            known = known_format(path)
        return None if is_archive else known

    def _unpacked(self, item: _Member, folder: Path) -> Iterator[Path]:
        """The files of a layer, as they are read."""
        if not item.path.lower().endswith(_SUFFIX):
            yield self._save(folder, self._archive, item.path)
            return
        with self._archive.inside(item.path) as inner:
            types = {member for member in inner.members if PurePosixPath(member).name == TYPE_SYSTEM}
            for member in types:
                _write(folder / TYPE_SYSTEM, inner, member)
            for member in inner.members:
                if member not in types:
                    yield self._save(folder, inner, member)

    def _save(self, folder: Path, archive: zipped.Archive, member: str) -> Path:
        self._count += 1
        path = folder / f"layer-{self._count}{PurePosixPath(member).suffix}"
        _write(path, archive, member)
        return path


def _write(path: Path, archive: zipped.Archive, member: str) -> None:
    try:
        path.write_bytes(archive.read(member))
    except OSError as error:
        raise UserError(
            "“{member}” in {file} cannot be unpacked: {reason}.",
            member=member,
            file=archive.name,
            reason=why(error),
        ) from error


def _is_layer(item: _Member) -> bool:
    return item.path.split("/", 1)[0] in _LAYERS and not item.path.endswith(_JAVA)


def _members(archive: zipped.Archive) -> Iterator[_Member]:
    for path in archive.members:
        top, *folders = path.split("/")
        if len(folders) > 1 and top.removesuffix(_FOR_JAVA) in _LAYERS:
            user = PurePosixPath(folders.pop()).stem
            yield _Member(path, "/".join(folders), user, top.startswith("curation") and user == CURATOR)
        elif folders and top == _SOURCE:
            yield _Member(path, "/".join(folders), "", curated=False)


def _told(archive: zipped.Archive) -> Iterator[tuple[tuple[str, str], _Told]]:
    """What the project says of layers, by document and user."""
    name = next(filter(_PROJECT.fullmatch, archive.members), None)
    if name is None:
        return
    try:
        project = mapped(json.loads(archive.read(name)))
    except (ValueError, RecursionError):
        return
    for given in listed(project.get("annotation_documents")):
        item = mapped(given)
        done = item.get("state") == "FINISHED"
        key = (str(item.get("name")), str(item.get("user")))
        yield key, _Told("done" if done else "started", _moment(item.get("updated") or item.get("timestamp")))
    for given in listed(project.get("source_documents")):
        item = mapped(given)
        done = item.get("state") == "CURATION_FINISHED"
        moment = _moment(item.get("updated") or item.get("timestamp"))
        yield (str(item.get("name")), CURATOR), _Told("done" if done else "started", moment)


def _moment(value: object) -> str:
    """A time in milliseconds, in ISO 8601; empty if it is none."""
    return moment(value / 1000) if type(value) is int and abs(value) < _MAX_TIME else ""


def _read(path: Path, reading: Reading[CasReading]) -> Iterator[Bundle]:
    with zipped.opened(path) as archive:
        yield from _Project(archive, reading).bundles()


def _claims(path: Path, _head: bytes) -> bool:
    if path.suffix.lower() != _SUFFIX:
        return False
    try:
        with zipped.opened(path) as archive:
            is_told = any(map(_PROJECT.fullmatch, archive.members))
            return is_told or any(item.curated for item in _members(archive))
    except UserError:
        return False


INCEPTION = Format(
    name="inception",
    title=Phrase("INCEpTION project"),
    suffixes=(_SUFFIX,),
    claims=_claims,
    read=_read,
    reading=CasReading,
)
