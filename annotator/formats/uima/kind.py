"""UIMA CAS, the format of INCEpTION, WebAnno, DKPro and every Java pipeline: as XMI, and as JSON.

A document and layer is one file. XMI needs its types beside it: in ``TypeSystem.xml``, in the file's own
folder or the one above, or in one archive with it, as INCEpTION exports them.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from annotator.core.errors import Phrase, UserError
from annotator.formats import zipped
from annotator.formats.article import whole_bytes
from annotator.formats.bundle import Bundle, BundleEntity
from annotator.formats.format import Format, Part, Reading, Writing
from annotator.formats.json_records import SUFFIXES, records
from annotator.formats.layer_files import LayerFiles
from annotator.formats.losing import Loss
from annotator.formats.uima.cas_json import read_json, write_json
from annotator.formats.uima.cas_xmi import TYPE_SYSTEM, XMI, read_types, read_xmi, write_types, write_xmi
from annotator.formats.uima.reading import CasReading, bundles
from annotator.formats.uima.writing import CasWriting, Schema, structures
from annotator.formats.xml_text import with_legal_text

if TYPE_CHECKING:
    from annotator.formats.uima import cas

_MAX_BYTES = 64 * 1024 * 1024
_LOSES = frozenset({Loss.FILE, Loss.COMPARISONS})


def _read_xmi(path: Path, reading: Reading[CasReading]) -> Iterator[Bundle]:
    if path.suffix.lower() == ".zip":
        yield from _read_archive(path, reading)
        return
    data = whole_bytes(path, _MAX_BYTES)
    beside = next((item for item in _companions(path) if item.is_file()), None)
    types = read_types(whole_bytes(beside, _MAX_BYTES), beside.name) if beside else None
    yield from bundles(read_xmi(data, path.name, types), path.name, len(data), reading)


def _read_archive(path: Path, reading: Reading[CasReading]) -> Iterator[Bundle]:
    """Every XMI file of an archive, each with the type system nearest to it."""
    with zipped.opened(path) as archive:
        found = [name for name in archive.members if name.lower().endswith(".xmi")]
        if not found:
            raise UserError("{file} holds no .xmi file.", file=path.name)
        known: dict[str, cas.Types] = {}
        for member in found:
            beside = _nearest(member, archive.members)
            if beside and beside not in known:
                known[beside] = read_types(archive.read(beside), f"{path.name}/{beside}")
            data = archive.read(member)
            name = f"{path.name}/{member}"
            types = known[beside] if beside else None
            yield from bundles(read_xmi(data, name, types), name, len(data), reading)


def _nearest(member: str, members: Iterable[str]) -> str:
    all_of_them = set(members)
    folders = PurePosixPath(member).parents
    return next((str(item / TYPE_SYSTEM) for item in folders if str(item / TYPE_SYSTEM) in all_of_them), "")


def _read_json(path: Path, reading: Reading[CasReading]) -> Iterator[Bundle]:
    for record in records(path):
        name = path.name if record.number == 1 else record.place
        yield from bundles(read_json(record.value, name), name, record.size, reading)


def _write_xmi(given: Iterable[Bundle], writing: Writing[CasWriting]) -> Iterator[Part]:
    files = LayerFiles(writing, TYPE_SYSTEM)
    schemas: dict[str, Schema] = {}
    entities = _Entities()
    for bundle in given:
        folder = files.folder(bundle)
        schema = schemas.setdefault(folder, Schema(writing.options, writing.scheme))
        sofa, made = structures(with_legal_text(bundle, writing), schema, entities.of(bundle))
        yield Part(files.give(bundle, ".xmi"), write_xmi(made, sofa))
    for folder, schema in schemas.items():
        yield Part(f"{folder}{TYPE_SYSTEM}", write_types(schema.types()))


def _write_json(given: Iterable[Bundle], writing: Writing[CasWriting]) -> Iterator[Part]:
    files = LayerFiles(writing)
    schema = Schema(writing.options, writing.scheme)
    entities = _Entities()
    for bundle in given:
        sofa, made = structures(bundle, schema, entities.of(bundle))
        yield Part(files.give(bundle, ".json"), write_json(made, sofa, schema.types()))


class _Entities:
    """Those met so far: they may all have come with the first bundle, and each file names its own."""

    def __init__(self) -> None:
        self._known: dict[str, BundleEntity] = {}

    def of(self, bundle: Bundle) -> list[BundleEntity]:
        """The entities that a document mentions."""
        self._known |= {item.uuid: item for item in bundle.entities}
        items = bundle.layer.annotations if bundle.layer else ()
        used = dict.fromkeys(item.entity for item in items if item.entity)
        return [self._known[uuid] for uuid in used if uuid in self._known]


def _companions(path: Path) -> tuple[Path, ...]:
    return path.with_name(TYPE_SYSTEM), path.parent.parent / TYPE_SYSTEM


def _claims_xmi(path: Path, head: bytes) -> bool:
    if path.suffix.lower() != ".zip":
        return XMI.encode() in head
    try:
        with zipped.opened(path) as archive:
            return any(name.lower().endswith(".xmi") for name in archive.members)
    except UserError:
        return False


def _claims_json(path: Path, head: bytes) -> bool:
    return path.suffix.lower() in SUFFIXES and (b'"%TYPES"' in head or b'"%FEATURE_STRUCTURES"' in head)


UIMA_XMI = Format(
    name="xmi",
    title=Phrase("UIMA CAS XMI (INCEpTION)"),
    suffixes=(".xmi",),
    claims=_claims_xmi,
    companions=_companions,
    read=_read_xmi,
    write=_write_xmi,
    shape=with_legal_text,
    one_file=False,
    reading=CasReading,
    writing=CasWriting,
    loses=_LOSES,
)

UIMA_JSON = Format(
    name="cas-json",
    title=Phrase("UIMA JSON CAS"),
    suffixes=(".json",),
    claims=_claims_json,
    read=_read_json,
    write=_write_json,
    one_file=False,
    reading=CasReading,
    writing=CasWriting,
    loses=_LOSES,
)
