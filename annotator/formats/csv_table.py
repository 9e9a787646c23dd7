"""A table for people: one row for each annotation, with what stands before and after it. Written, not read.

A spreadsheet takes a cell that begins with ``=`` for a formula, and would run it; such cells get an
apostrophe in front, unless a program is to read the file.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotator.core.errors import Phrase
from annotator.core.schema import SchemeDefinition
from annotator.formats.aside import Entities
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleEntity, BundleLayer
from annotator.formats.format import Format, Part, Writing
from annotator.formats.json_records import to_line
from annotator.formats.losing import Loss
from annotator.formats.options import Options, option

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_HEAD = (
    *("document", "document_id", "title", "source", "published"),
    *("reviewer", "layer", "status", "id", "label", "start", "end", "quote", "before", "after"),
)
_TAIL = (
    *("other_attributes", "entity", "entity_id", "relations", "note"),
    *("made_by", "origin", "scheme_version", "updated"),
)
Cell = str | int | float


@dataclass(frozen=True)
class TableWriting(Options):
    """What may be chosen when a table is written."""

    separator: str = option(
        "comma",
        Phrase("Between cells"),
        {"comma": Phrase("Comma"), "semicolon": Phrase("Semicolon"), "tab": Phrase("Tabulator")},
    )
    context: int = option(40, Phrase("Characters before and after"), maximum=10_000)
    formulas: bool = option(
        default=True,
        title=Phrase("Put an apostrophe before what a spreadsheet would take for a formula"),
        explanation=Phrase("Leave it out if a program reads the table: cells are exact then."),
    )
    mark: bool = option(
        default=True,
        title=Phrase("Begin with a byte order mark"),
        explanation=Phrase("Without it, spreadsheets may take Arabic for another encoding."),
    )


_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}


def write(bundles: Iterable[Bundle], writing: Writing[TableWriting]) -> Iterator[Part]:
    """The heading, then the rows of one bundle after the other."""
    columns = _attribute_columns(writing.scheme)
    entities = Entities()
    heading = _rows([[*_HEAD, *columns.values(), *_TAIL]], writing.options)
    yield Part("", (b"\xef\xbb\xbf" if writing.options.mark else b"") + heading)
    for bundle in bundles:
        known = {item.uuid: item for item in entities.of(bundle)}
        if bundle.layer and bundle.layer.annotations:
            found = _of_layer(bundle, bundle.layer, columns, known, writing.options.context)
            yield Part("", _rows(found, writing.options))


def _attribute_columns(scheme: SchemeDefinition) -> dict[tuple[str, str], str]:
    return {
        (label.name, item.name): f"{label.name}.{item.name}"
        for label in scheme.labels
        for item in label.attributes
    }


def _rows(rows: Iterable[Iterable[Cell]], options: TableWriting) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=_SEPARATORS[options.separator], lineterminator="\r\n")
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row] if options.formulas else list(row))
    return text.getvalue().encode()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _of_layer(
    bundle: Bundle,
    layer: BundleLayer,
    columns: Mapping[tuple[str, str], str],
    entities: Mapping[str, BundleEntity],
    context: int,
) -> Iterator[list[Cell]]:
    document = bundle.document
    quotes = {item.uuid: item.quote for item in layer.annotations}
    links: dict[str, list[str]] = {}
    for link in layer.relations:
        links.setdefault(link.source, []).append(f"{link.type} → {quotes[link.target]} ({link.target})")
    for item in sorted(layer.annotations, key=lambda item: (item.start, -item.end, item.label, item.uuid)):
        before = document.text[max(0, item.start - context) : item.start]
        after = document.text[item.end : item.end + context]
        yield [
            *(document.name, document.uuid, document.title, document.source, document.published),
            *("; ".join(layer.reviewers), layer.kind, layer.status, item.uuid, item.label),
            *(item.start, item.end, item.quote, before, after),
            *(item.attributes.get(name, "") if label == item.label else "" for label, name in columns),
            *(_others(item, columns), *_entity(item, entities), "\n".join(links.get(item.uuid, ()))),
            *(item.note, item.reviewer or layer.reviewers[0], item.origin, item.scheme_version),
            layer.updated,
        ]


def _others(item: BundleAnnotation, columns: Mapping[tuple[str, str], str]) -> str:
    """Attributes that have no column, as JSON."""
    rest = {name: value for name, value in item.attributes.items() if (item.label, name) not in columns}
    return to_line(rest).decode().strip() if rest else ""


def _entity(item: BundleAnnotation, entities: Mapping[str, BundleEntity]) -> tuple[str, str]:
    if item.entity is None:
        return "", ""
    known = entities.get(item.entity)
    return known.name if known else "", item.entity


CSV_TABLE = Format(
    name="csv",
    title=Phrase("Table of annotations (CSV)"),
    suffixes=(".csv",),
    write=write,
    writing=TableWriting,
    loses=frozenset(
        {
            *(Loss.TEXT, Loss.LANGUAGE, Loss.DIRECTION, Loss.FILE, Loss.ZONES, Loss.COMPARISONS),
            *(Loss.ATTRIBUTE_TYPES, Loss.ENTITY_DETAILS, Loss.RELATION_IDS),
        }
    ),
)
