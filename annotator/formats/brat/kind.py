"""brat standoff: the text in a ``.txt``, what is annotated in an ``.ann`` beside it, line by line.

Offsets are code points. A line holds no line end, so a span that goes over one is written as brat writes it:
one fragment for each line. Entities are normalisations (``N``), notes are ``AnnotatorNotes``. What brat's
lines cannot hold as it is, because it has line ends or outer blanks, is a comment of a type of ours, escaped.

Types in brat are ASCII words. Other names are replaced, and ``annotation.conf``, which is made from the label
set together with ``visual.conf``, says by what.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from annotator.core.errors import Phrase
from annotator.core.records import Value
from annotator.formats.brat.config import Types, annotation_conf, visual_conf
from annotator.formats.brat.lines import (
    CONFIGURATION,
    ESCAPED_ATTRIBUTE,
    ESCAPED_NOTE,
    NOTE,
    OUR_DATABASE,
    fragments,
    is_plain,
    text_beside,
)
from annotator.formats.brat.reading import BratReading, read
from annotator.formats.bundle import Bundle, BundleAnnotation
from annotator.formats.escapes import escaped
from annotator.formats.format import Format, Part, Writing
from annotator.formats.layer_files import LayerFiles
from annotator.formats.losing import Loss
from annotator.formats.options import Options
from annotator.formats.tokens import with_annotations

_SUFFIXES = (".ann", ".a1")
_PARTIAL = (".a2", ".co", ".rel")
"""What stands beside an ``.a1``: the rest of the annotations, as in the BioNLP shared tasks."""


def write(bundles: Iterable[Bundle], writing: Writing[Options]) -> Iterator[Part]:
    """Text and annotations of each document; at the end the configuration."""
    types = Types(writing.scheme)
    files = LayerFiles(writing)
    for bundle in bundles:
        yield from _document(bundle, files, types, writing)
    yield Part(CONFIGURATION, annotation_conf(writing.scheme, types).encode())
    yield Part("visual.conf", visual_conf(writing.scheme, types).encode())


def shape(bundle: Bundle, writing: Writing[Options]) -> Bundle:
    """The bundle with spans that begin and end on a line, and values of attributes as text."""
    if bundle.layer is None:
        return bundle
    name, text = bundle.document.name, bundle.document.text
    kept = []
    for item in bundle.layer.annotations:
        parts = fragments(text, item.start, item.end)
        if not parts:
            writing.lost(Loss.LINE_ENDS, name, Phrase("{label} on a line end", label=item.label))
            continue
        start, end = parts[0][0], parts[-1][1]
        if (start, end) != (item.start, item.end):
            writing.lost(Loss.LINE_ENDS, name, Phrase("{label} at a line end", label=item.label))
        attributes = {key: _as_text(value, key, name, writing) for key, value in item.attributes.items()}
        quote = text[start:end]
        kept.append(replace(item, start=start, end=end, quote=quote, attributes=attributes))
    return with_annotations(bundle, kept)


def _document(bundle: Bundle, files: LayerFiles, types: Types, writing: Writing[Options]) -> Iterator[Part]:
    shaped = shape(bundle, writing)
    wanted = shaped.document.name.removesuffix(".txt")
    base = files.give(shaped, ".ann", wanted).removesuffix(".ann")
    if base.rpartition("/")[2] != wanted:
        name = f"{base.rpartition('/')[2]}.txt"
        what = Phrase("{name} is called {file}", name=shaped.document.name, file=name)
        writing.lost(Loss.NAME, shaped.document.name, what)
    lines = "".join(f"{line}\n" for line in _Lines(shaped, types).all())
    yield Part(f"{base}.txt", shaped.document.text.encode())
    yield Part(f"{base}.ann", lines.encode())


def _as_text(value: Value, key: str, name: str, writing: Writing[Options]) -> str:
    if isinstance(value, str):
        return value
    writing.lost(Loss.ATTRIBUTE_TYPES, name, Phrase("{name}: {value}", name=key, value=value))
    return str(value)


class _Lines:
    """The lines of one ``.ann``."""

    def __init__(self, bundle: Bundle, types: Types) -> None:
        self._bundle = bundle
        self._types = types
        self._entities = {item.uuid: item for item in bundle.entities}
        self._numbers: dict[str, int] = {}

    def all(self) -> Iterator[str]:
        """Each annotation with what is said of it, then the relations."""
        layer = self._bundle.layer
        if layer is None:
            return
        ids: dict[str, str] = {}
        for item in sorted(layer.annotations, key=lambda a: (a.start, -a.end, a.label)):
            ids[item.uuid] = self._next("T")
            yield from self._annotation(item, ids[item.uuid])
        for link in sorted(layer.relations, key=lambda r: (int(ids[r.source][1:]), int(ids[r.target][1:]))):
            kind = self._types.relation(link.type)
            yield f"{self._next('R')}\t{kind} Arg1:{ids[link.source]} Arg2:{ids[link.target]}"

    def _annotation(self, item: BundleAnnotation, tid: str) -> Iterator[str]:
        text = self._bundle.document.text
        parts = fragments(text, item.start, item.end)
        places = ";".join(f"{start} {end}" for start, end in parts)
        quote = " ".join(text[start:end] for start, end in parts)
        yield f"{tid}\t{self._types.label(item.label)} {places}\t{quote}"
        for name, value in item.attributes.items():
            kind = self._types.attribute(name)
            if is_plain(str(value)):
                yield f"{self._next('A')}\t{kind} {tid} {value}"
            else:
                yield f"{self._next('#')}\t{ESCAPED_ATTRIBUTE} {tid}\t{kind}={escaped(str(value))}"
        if item.entity is not None:
            entity = self._entities.get(item.entity)
            called = " ".join(entity.name.split()) if entity else ""
            yield f"{self._next('N')}\tReference {tid} {OUR_DATABASE}:{item.entity}\t{called}"
        if item.note:
            plain = is_plain(item.note)
            kind, note = (NOTE, item.note) if plain else (ESCAPED_NOTE, escaped(item.note))
            yield f"{self._next('#')}\t{kind} {tid}\t{note}"

    def _next(self, prefix: str) -> str:
        self._numbers[prefix] = self._numbers.get(prefix, 0) + 1
        return f"{prefix}{self._numbers[prefix]}"


def _companions(path: Path) -> tuple[Path, ...]:
    if path.suffix.lower() not in _SUFFIXES:
        return ()
    texts = text_beside(path)
    parts = tuple(path.with_suffix(suffix) for suffix in _PARTIAL) if path.suffix.lower() == ".a1" else ()
    folders = (path.parent, path.parent.parent)
    configuration = (CONFIGURATION, "visual.conf", "tools.conf", "kb_shortcuts.conf")
    return (*texts, *parts, *(folder / name for folder in folders for name in configuration))


BRAT = Format(
    name="brat",
    title=Phrase("brat standoff"),
    suffixes=_SUFFIXES,
    companions=_companions,
    read=read,
    write=write,
    shape=shape,
    one_file=False,
    reading=BratReading,
    loses=frozenset(
        {
            Loss.DOCUMENT_ID,
            Loss.METADATA,
            Loss.LANGUAGE,
            Loss.DIRECTION,
            Loss.FILE,
            Loss.LAYER_KIND,
            Loss.REVIEWER,
            Loss.MAKER,
            Loss.STATUS,
            Loss.UPDATED,
            Loss.ANNOTATION_IDS,
            Loss.LINE_ENDS,
            Loss.ATTRIBUTE_TYPES,
            Loss.ENTITY_DETAILS,
            Loss.ORIGIN,
            Loss.SCHEME_VERSION,
            Loss.RELATION_IDS,
            Loss.ZONES,
            Loss.COMPARISONS,
        }
    ),
)
