"""WebAnno TSV 3.3: how INCEpTION and WebAnno give and take annotations as text. Offsets count UTF-16 units.

A row is a token; where a span begins or ends inside one, a row of its own follows for that part of it. White
space is in no row, unless a span begins or ends there. The text is in the sentences: each says what stands up
to the next, so that what a reader puts together is the article, letter for letter.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from annotator.core.errors import Phrase
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleLayer
from annotator.formats.format import Format, Part, Writing
from annotator.formats.layer_files import LayerFiles
from annotator.formats.losing import Loss
from annotator.formats.options import Options, option
from annotator.formats.tokens import Token, Tokens
from annotator.formats.webanno_tsv.cells import EMPTY, NONE, escaped_text, escaped_value
from annotator.formats.webanno_tsv.reading import HEADER, RESERVED, TsvReading, read
from annotator.text.utf16 import Utf16Map

_LAYER = "webanno.custom.Sanad"
_NOT_IN_HEADER = {ord(letter): "_" for letter in "|\t\n\r.:\\"}
_NOT_IN_LAYER = {ord(letter): "_" for letter in "|\t\n\r"}


@dataclass(frozen=True)
class TsvWriting(Options):
    """What may be chosen when WebAnno TSV is written."""

    layer: str = option(
        _LAYER,
        Phrase("Layer of the annotations"),
        explanation=Phrase("Its name in INCEpTION; relations have the same with “Relation” after it."),
    )


class _Unit(NamedTuple):
    """A row: a token, or a part of one."""

    id: str
    start: int
    end: int


def shape(bundle: Bundle, writing: Writing[Any]) -> Bundle:
    """The bundle with every attribute a text, under a name that a header can hold."""
    if bundle.layer is None:
        return bundle
    name = bundle.document.name
    annotations = tuple(_shaped(item, name, writing) for item in bundle.layer.annotations)
    return replace(bundle, layer=replace(bundle.layer, annotations=annotations))


def _shaped(item: BundleAnnotation, document: str, writing: Writing[Any]) -> BundleAnnotation:
    attributes: dict[str, Any] = {}
    for name, value in item.attributes.items():
        known = name.translate(_NOT_IN_HEADER).strip() or "_"
        known = f"{known}_" if known in RESERVED or known.startswith(("ROLE_", "BT_")) else known
        if known != name:
            what = Phrase("the attribute “{name}” is called “{new}”", name=name, new=known)
            writing.lost(Loss.ATTRIBUTES, document, what)
        if not isinstance(value, str):
            what = Phrase("{name} “{value}” becomes text", name=name, value=value)
            writing.lost(Loss.ATTRIBUTE_TYPES, document, what)
        attributes[known] = str(value)
    return replace(item, attributes=attributes)


def write(bundles: Iterable[Bundle], writing: Writing[TsvWriting]) -> Iterator[Part]:
    """A file for each document and layer."""
    files = LayerFiles(writing)
    layer = writing.options.layer.translate(_NOT_IN_LAYER).strip() or _LAYER
    for bundle in bundles:
        rows = _Rows(shape(bundle, writing), layer)
        yield Part(files.give(bundle, ".tsv"), "".join(rows.lines()).encode())


class _Rows:
    """One document as rows."""

    def __init__(self, bundle: Bundle, layer: str) -> None:
        self._text = bundle.document.text
        self._units16 = Utf16Map(self._text)
        self._type = layer
        self._layer = bundle.layer or BundleLayer(reviewers=("",))
        self._annotations = sorted(
            self._layer.annotations, key=lambda item: (item.start, -item.end, item.label, item.uuid)
        )
        self._features = ["label", *self._named_features()] if self._annotations else []
        self._sentences = list(_sentences(self._text, self._annotations))
        self._rows: list[list[_Unit]] = []
        self._members: dict[str, list[BundleAnnotation]] = {}
        self._first: dict[str, _Unit] = {}
        self._ids: dict[str, int] = {}
        self._place_annotations()

    def lines(self) -> Iterator[str]:
        """The file."""
        yield f"{HEADER} 3.3\n"
        if self._features:
            yield f"#T_SP={'|'.join([self._type, *self._features])}\n"
        if self._layer.relations:
            yield f"#T_RL={self._type}Relation|label|BT_{self._type}\n"
        yield "\n"
        links = self._links()
        rows = iter(self._rows)
        for text, tokens in self._sentences:
            yield "\n"
            # Of a sentence with line ends each line has a row, also the empty one behind a final line end.
            yield from (f"#Text={escaped_text(line)}\n" for line in text.split("\n"))
            for _ in tokens:
                yield from (self._line(unit, links) for unit in next(rows))

    def _named_features(self) -> list[str]:
        names = dict.fromkeys(name for item in self._annotations for name in item.attributes)
        extra = {
            "note": any(item.note for item in self._annotations),
            "entity": any(item.entity for item in self._annotations),
        }
        return [*names, *(name for name, used in extra.items() if used)]

    def _place_annotations(self) -> None:
        """Find the rows of each annotation, and give a number to those that need one to be told apart."""
        tokens = [
            (f"{number}-{place}", token)
            for number, (_, inside) in enumerate(self._sentences, 1)
            for place, token in enumerate(inside, 1)
        ]
        ends = [token.end for _, token in tokens]
        parts: list[dict[tuple[int, int], _Unit]] = [{} for _ in tokens]
        several: dict[str, int] = {}
        for item in self._annotations:
            index = bisect_right(ends, item.start)
            while index < len(tokens) and tokens[index][1].start < item.end:
                unit = _unit(*tokens[index], item, parts[index])
                self._members.setdefault(unit.id, []).append(item)
                self._first.setdefault(item.uuid, unit)
                several[item.uuid] = several.get(item.uuid, 0) + 1
                index += 1
        self._rows = [
            [_Unit(key, *token), *inside.values()] for (key, token), inside in zip(tokens, parts, strict=True)
        ]
        stacked = {item.uuid for members in self._members.values() if members[1:] for item in members}
        for item in self._annotations:
            if item.uuid in stacked or several.get(item.uuid, 0) > 1:
                self._ids[item.uuid] = len(self._ids) + 1

    def _links(self) -> dict[str, list[tuple[str, str]]]:
        """For each row to which relations lead: their type, and the row they come from."""
        found: dict[str, list[tuple[str, str]]] = {}
        for link in self._layer.relations:
            source, target = self._ids.get(link.source, 0), self._ids.get(link.target, 0)
            ids = f"[{source}_{target}]" if source or target else ""
            cell = f"{self._first[link.source].id}{ids}"
            found.setdefault(self._first[link.target].id, []).append((escaped_value(link.type), cell))
        return found

    def _line(self, unit: _Unit, links: dict[str, list[tuple[str, str]]]) -> str:
        begin, end = self._units16.to_utf16(unit.start), self._units16.to_utf16(unit.end)
        word = self._text[unit.start : unit.end]
        for letter in "\t\n\r\f":
            word = word.replace(letter, escaped_text(letter))
        members = self._members.get(unit.id, ())
        cells = [
            "|".join(self._cell(item, feature) for item in members) or NONE for feature in self._features
        ]
        if self._layer.relations:
            pairs = links.get(unit.id, ())
            cells += ["|".join(pair[column] for pair in pairs) or NONE for column in (0, 1)]
        return "\t".join([unit.id, f"{begin}-{end}", word, *cells, "\n"])

    def _cell(self, item: BundleAnnotation, feature: str) -> str:
        if feature == "label":
            value: object = item.label
        elif feature in RESERVED:
            value = getattr(item, feature) or None
        else:
            value = item.attributes.get(feature)
        written = EMPTY if value is None else escaped_value(str(value))
        number = self._ids.get(item.uuid)
        return f"{written}[{number}]" if number else written


def _unit(key: str, token: Token, item: BundleAnnotation, parts: dict[tuple[int, int], _Unit]) -> _Unit:
    """The row of what an annotation covers of a token."""
    start, end = max(token.start, item.start), min(token.end, item.end)
    if (start, end) == token:
        return _Unit(key, start, end)
    return parts.setdefault((start, end), _Unit(f"{key}.{len(parts) + 1}", start, end))


def _sentences(text: str, annotations: Iterable[BundleAnnotation]) -> Iterator[tuple[str, list[Token]]]:
    """The sentences: what to write as text of each, and its tokens."""
    visible = Tokens(text)
    starts = {visible[part[0]].start for part in visible.sentences()}
    tokens = list(_with_blanks(text, visible, annotations))
    firsts = (
        [index for index, token in enumerate(tokens) if token.start in starts and index] if starts else []
    )
    bounds = [0, *firsts, len(tokens)]
    for first, last in pairwise(bounds):
        begin = tokens[first].start
        until = tokens[last].start if last < len(tokens) else len(text)
        if last < len(tokens) and text[until - 1] == "\n" and until > tokens[last - 1].end:
            until -= 1  # a reader puts it there by itself
        yield text[begin:until], tokens[first:last]


def _with_blanks(text: str, tokens: Tokens, annotations: Iterable[BundleAnnotation]) -> Iterator[Token]:
    """The tokens, and the white space at an end of a span; all before the first, if it is not but spaces."""
    starts, ends = {item.start for item in annotations}, {item.end for item in annotations}
    position = 0
    for token in [*tokens, Token(len(text), len(text))]:
        gap = range(position, token.start)
        leading = not position and bool(text[: token.start].strip(" "))
        if gap and (leading or any(at in starts or at + 1 in ends for at in gap)):
            cuts = [at for at in gap if at == position or at in starts or at in ends]
            yield from map(Token, cuts, [*cuts[1:], token.start])
        if token.end > token.start:
            yield token
        position = token.end


def _claims(path: Path, head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").startswith(HEADER.encode()) and path.suffix.lower() != ".txt"


WEBANNO_TSV = Format(
    name="webanno-tsv",
    title=Phrase("WebAnno TSV 3 (INCEpTION)"),
    suffixes=(".tsv",),
    claims=_claims,
    read=read,
    write=write,
    shape=shape,
    one_file=False,
    reading=TsvReading,
    writing=TsvWriting,
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
