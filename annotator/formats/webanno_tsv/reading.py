"""Reading WebAnno TSV, versions 3.0 to 3.3: header, sentences, rows, and what their cells make together.

What an annotation is: the values at one place of the stacks of a layer's columns, in all the rows where they
have the same number. Slots, and links of a chain to the next, become relations, and a warning tells so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from annotator.core.errors import Phrase, UserError, place_in
from annotator.formats.anchoring import Anchor, Searches, WrongTextError
from annotator.formats.article import whole_bytes
from annotator.formats.bundle import Bundle, BundleDocument, BundleLayer
from annotator.formats.draft import Draft
from annotator.formats.format import Reading
from annotator.formats.json_lines import shown
from annotator.formats.options import names_in
from annotator.formats.plain_text import hashed, proved_text
from annotator.formats.uima.cas import short
from annotator.formats.uima.reading import DROPPED, LABELS, RELATION_LABELS, CasReading, is_grammar
from annotator.formats.values import clean
from annotator.formats.webanno_tsv.cells import EMPTY, NONE, Cell, chained, split, stacked, unescaped

HEADER = "#FORMAT=WebAnno TSV"
RESERVED = ("label", "note", "entity")
"""Features of Sanad's own layer that are no attributes."""

_VERSION = re.compile(re.escape(HEADER) + r" 3\.([0-9])\s*")
_LAYER = re.compile(r"#T_(SP|CH|RL)=([^|]*)\|?(.*)")
_ROW = re.compile(
    r"([0-9]{1,9}-[0-9]{1,9}(?:\.[0-9]{1,9})?)\t([0-9]{1,9})-([0-9]{1,9})\t([^\t]*)\t?(.*)", re.DOTALL
)
_UUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MAX_BYTES = 64 * 1024 * 1024
_MAX_PADDING = 100_000
_SLOTS = "{count} slots of annotations became relations."
_CHAINS = "{count} links of chains became relations."
_WORDS = "{count} relations link words and not annotations; they were left out."


class TsvReading(CasReading):
    """What may be chosen when WebAnno TSV is read: as with a CAS, of which it is another spelling."""


class _Column(NamedTuple):
    layer: str
    kind: str
    """``SP``, ``CH`` or ``RL``, as the header has it."""
    feature: str
    part: str
    """``value``, ``role`` or ``target`` of a slot, ``ends`` of a relation."""
    base: str = ""
    """The layer of a relation's ends, or of a slot's targets."""


@dataclass
class _Span:
    """An annotation, as far as rows have told of it."""

    layer: str
    place: str
    start: int
    end: int
    values: dict[str, str | None] = field(default_factory=dict)


class _Row(NamedTuple):
    place: str
    id: str
    start: int
    end: int
    cells: list[str]


def read(path: Path, reading: Reading[TsvReading]) -> Iterator[Bundle]:
    """The one document of a file.

    Raises:
        UserError: the file cannot be read, is not WebAnno TSV 3, or its text does not fit its offsets.
    """
    data = whole_bytes(path, _MAX_BYTES)
    try:
        lines = [line.removesuffix("\r") for line in data.decode("utf-8-sig").split("\n")]
    except UnicodeDecodeError as error:
        raise UserError(
            "{file} is not UTF-8, as WebAnno TSV is; save it as UTF-8.", file=path.name
        ) from error
    match = _VERSION.fullmatch(lines[0])
    if match is None:
        raise UserError(
            "{file}, line 1: “{found}” is not the header of WebAnno TSV 3.",
            file=path.name,
            found=shown(lines[0]),
        )
    yield _File(path, lines, old=match[1] in "01", reading=reading).bundle(len(data))


class _File:
    """One file on its way to a bundle."""

    def __init__(self, path: Path, lines: list[str], *, old: bool, reading: Reading[TsvReading]) -> None:
        self._path, self._lines, self._old, self._reading = path, lines, old, reading
        self._columns: list[_Column] = []
        self._text: list[str] = []
        self._units = 0
        self._matches: list[tuple[str, re.Match[str]]] = []

    def bundle(self, size: int) -> Bundle:
        """All of it."""
        self._read_lines()
        text = proved_text(self._path.name, "".join(self._text).removesuffix("\n"))
        annotations = _Annotations(text, self._columns, self._reading)
        offsets = _Offsets(text)
        for place, match in self._matches:
            try:
                start, end = offsets.found(place, match)
            except WrongTextError:
                raise
            except UserError as error:
                self._reading.fault(error)
                continue
            annotations.row(_Row(place, match[1], start, end, match[5].split("\t")))
        made = annotations.made()
        name, reviewer = _named(self._path)
        links = made.relations()
        return Bundle(
            document=BundleDocument(uuid="", name=name, text=text, text_sha256=hashed(text)),
            layer=BundleLayer(reviewers=(reviewer,), annotations=made.annotations, relations=links),
            warnings=made.warnings,
            place=self._path.name,
            size=size,
        )

    def _read_lines(self) -> None:
        waiting: list[str] = []
        for number, line in enumerate(self._lines[1:], 2):
            place = place_in(self._path.name, Phrase("line {number}", number=number))
            if line.startswith("#Text="):
                waiting.append(unescaped(line[6:], old=self._old))
            elif match := _ROW.fullmatch(line):
                if waiting:
                    self._sentence(place, waiting, int(match[2]))
                    waiting = []
                if match[5].strip("_\t"):  # most rows are words of which nothing is said
                    self._matches.append((place, match))
            elif layer := _LAYER.fullmatch(line):
                self._columns += _columns(*layer.groups())
            elif line.strip() and not line.startswith("#"):
                self._reading.fault(
                    UserError("{place}: “{line}” is no row of a token.", place=place, line=shown(line))
                )
        if waiting:
            self._append("\n".join(waiting) + "\n")

    def _sentence(self, place: str, lines: list[str], begin: int) -> None:
        """Add a sentence's text where its first row says it begins: one line end back, or after spaces."""
        if self._text and begin == self._units - 1 and self._text[-1].endswith("\n"):
            self._text[-1] = self._text[-1].removesuffix("\n")
            self._units -= 1
        if begin - self._units > _MAX_PADDING:
            raise UserError("{place}: the sentence begins far behind the one before it.", place=place)
        self._append(" " * (begin - self._units) + "\n".join(lines) + "\n")

    def _append(self, text: str) -> None:
        self._text.append(text)
        self._units += len(text.encode("utf-16-le", "surrogatepass")) // 2


def _columns(kind: str, layer: str, rest: str) -> Iterator[_Column]:
    """The columns of a layer."""
    layer = layer.strip()
    slot = ""
    for name in rest.split("|"):
        if kind == "SP" and name.startswith("ROLE_"):
            slot = name.partition(":")[2].rpartition("_")[0] or "slot"
            yield _Column(layer, kind, slot, "role")
        elif kind == "SP" and slot:
            yield _Column(layer, kind, slot, "target", name.strip())
            slot = ""
        elif kind == "RL" and name.startswith("BT_"):
            yield _Column(layer, kind, "", "ends", name.removeprefix("BT_").strip())
        else:
            yield _Column(layer, kind, name.strip(), "value")


class _Offsets:
    """Where rows are in the text: as they count, if the word stands there; else where it does."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._anchor = Anchor(text, "utf-16")
        self._searches = Searches(text)

    def found(self, place: str, match: re.Match[str]) -> tuple[int, int]:
        start, end, word = int(match[2]), int(match[3]), match[4]
        if start == end:
            raise UserError("{place}: the annotation at {start} covers nothing.", place=place, start=start)
        try:
            span = self._anchor.span(start, end, word or None, place)
        except UserError:
            self._searches.count(place)
            span = self._anchor.span(start, end, unescaped(word), place)
        if span.moved:
            self._searches.count(place)
        return span.start, span.end


class _Annotations:
    """The annotations and relations of one document, row by row."""

    def __init__(self, text: str, columns: list[_Column], reading: Reading[TsvReading]) -> None:
        self._options = reading.options
        self._reading = reading
        self._made = Draft(text, reading)
        self._layers: dict[str, list[tuple[int, _Column]]] = {}
        for index, column in enumerate(columns):
            self._layers.setdefault(column.layer, []).append((index, column))
        self._begun: dict[str, _Span] = {}
        self._links: list[tuple[str, str, str, str]] = []
        self._slotted: set[tuple[str, str]] = set()
        self._chains: dict[tuple[str, int], dict[int, tuple[str, str]]] = {}

    def row(self, row: _Row) -> None:
        """Take what one row says."""
        for layer, columns in self._layers.items():
            present = [(row.cells[at] if at < len(row.cells) else NONE, column) for at, column in columns]
            if all(cell in (NONE, "") for cell, _ in present):
                continue
            kind = columns[0][1].kind
            if kind == "RL":
                self._relations(row, layer, present)
            elif kind == "CH":
                self._chain(row, layer, present)
            elif self._wanted(layer):
                self._spans(row, layer, present)
            else:
                numbers = [cell.ids[0] for text, _ in present for cell in stacked(text) if cell.ids]
                for number in numbers:
                    self._made.leave_out(f"[{number}]")

    def made(self) -> Draft:
        """All there is, once every row was taken."""
        for key, span in self._begun.items():
            self._annotation(key, span)
        for (layer, _), chain in self._chains.items():
            links = [chain[number] for number in sorted(chain)]
            for (source, kind), (target, _) in pairwise(links):
                place = self._begun[source].place
                self._made.relate(source, target, kind or _unlinked(layer), place=place)
                self._made.reduced(_CHAINS)
        for place, kind, source, target in self._links:
            self._made.relate(source, target, kind, place=place)
        return self._made

    def _wanted(self, layer: str) -> bool:
        wanted = set(names_in(self._options.types))
        return layer in wanted or short(layer) in wanted if wanted else not is_grammar(layer)

    def _spans(self, row: _Row, layer: str, present: list[tuple[str, _Column]]) -> None:
        stacks = [
            (
                tuple(Cell(part) for part in split(cell, "|")) if column.part == "target" else stacked(cell),
                column,
            )
            for cell, column in present
            if cell != NONE
        ]
        for index in range(max((len(stack) for stack, _ in stacks), default=0)):
            cells = [(stack[index], column) for stack, column in stacks if index < len(stack)]
            number = next((cell.ids[0] for cell, column in cells if cell.ids), 0)
            key = self._draft(row, layer, f"[{number}]" if number else f"{layer}@{row.id}#{index}")
            roles: list[str] = []
            for cell, column in cells:
                if column.part == "value" and column.feature:
                    self._begun[key].values.setdefault(column.feature, cell.value)
                elif column.part == "role":
                    roles = split(cell.raw, ";")
                elif column.part == "target":
                    self._slots(row.place, key, column, roles, split(cell.raw, ";"))

    def _draft(self, row: _Row, layer: str, key: str) -> str:
        """Begin an annotation, or let one go on to this row; its key."""
        known = self._begun.get(key)
        if known is None:
            self._begun[key] = _Span(layer, row.place, row.start, row.end)
        else:
            known.start, known.end = min(known.start, row.start), max(known.end, row.end)
        return key

    def _slots(self, place: str, key: str, column: _Column, roles: list[str], targets: list[str]) -> None:
        if (key, column.feature) in self._slotted:
            return  # every row of the annotation says it
        for at, target in enumerate(targets):
            cell = stacked(target)[0]
            if cell.raw in (EMPTY, NONE, ""):
                continue
            role = stacked(roles[at])[0].value if at < len(roles) else None
            number = cell.ids[0] if cell.ids else 0
            end = self._end(number, cell.raw, column.base)
            self._links.append((place, role or column.feature, key, end))
            self._made.reduced(_SLOTS)
        self._slotted.add((key, column.feature))

    def _relations(self, row: _Row, layer: str, present: list[tuple[str, _Column]]) -> None:
        base = next((column.base for _, column in present if column.part == "ends"), "")
        stacks = [(stacked(cell), column) for cell, column in present if cell != NONE]
        for index in range(max((len(stack) for stack, _ in stacks), default=0)):
            cells = {column.feature: stack[index] for stack, column in stacks if index < len(stack)}
            ends = cells.pop("", None)
            if ends is None:
                continue
            source, target = (*ends.ids, 0, 0)[:2]
            if not (source and target) and not (base in self._layers and self._wanted(base)):
                self._made.reduced(_WORDS)
                continue
            kind = self._named(layer, {name: cell.value for name, cell in cells.items()})
            self._links.append(
                (row.place, kind, self._end(source, ends.raw, base), self._end(target, row.id, base))
            )

    def _named(self, layer: str, values: dict[str, str | None]) -> str:
        name = self._label_feature(values, (*LABELS, *RELATION_LABELS))
        for other, value in values.items():
            if value is not None and other != name:
                self._made.reduced(DROPPED)
        return values.get(name) or short(layer)

    @staticmethod
    def _end(number: int, unit: str, layer: str) -> str:
        """The key of the annotation at an end: by its number, or as the only one in its row."""
        return f"[{number}]" if number else f"{layer}@{unit}#0"

    def _chain(self, row: _Row, layer: str, present: list[tuple[str, _Column]]) -> None:
        stacks = {
            column.feature: (chained if column.feature == "referenceRelation" else stacked)(cell)
            for cell, column in present
            if cell != NONE
        }
        kinds = stacks.get("referenceType", ())
        for index, link in enumerate(stacks.get("referenceRelation", ())):
            chain, number = (*link.ids, 0, 0)[:2]
            key = self._draft(row, layer, f"{layer}>{chain}-{number}")
            if index < len(kinds):
                self._begun[key].values["referenceType"] = kinds[index].value
            self._chains.setdefault((layer, chain), {})[number] = (key, link.value or "")

    def _annotation(self, key: str, draft: _Span) -> None:
        name = self._label_feature(draft.values, LABELS)
        label = draft.values.get(name) or _unlinked(draft.layer)
        rest = {part: value for part, value in draft.values.items() if part != name and value is not None}
        note = rest.pop("note", "")
        entity = rest.pop("entity") if _UUID.fullmatch(rest.get("entity", "")) else None
        self._made.annotate(
            draft.start,
            draft.end,
            label,
            uuid=key,
            attributes=rest,
            place=draft.place,
            note=clean(note),
            entity=entity,
        )

    def _label_feature(self, values: dict[str, str | None], names: tuple[str, ...]) -> str:
        """The feature that says what it is; empty if none does."""
        wanted = (self._options.label,) if self._options.label else names
        return next((name for name in wanted if (values.get(name) or "").strip()), "")


def _unlinked(layer: str) -> str:
    """What a layer is called; of a chain without the word for its links."""
    return short(layer).removesuffix("Link") or short(layer) or "annotation"


def _named(path: Path) -> tuple[str, str]:
    """Names of document and reviewer: in a project's export, those of folder and file."""
    stem = path.name.encode(errors="replace").decode().removesuffix(".tsv")
    above = path.parent
    if above.parent.name in ("annotation", "curation"):
        return above.name.encode(errors="replace").decode(), "" if stem == "INITIAL_CAS" else stem
    return stem or path.name, ""
