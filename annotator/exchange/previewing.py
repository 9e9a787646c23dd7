"""What an order would make, before it is carried out: how it begins, how much there is, what gets lost."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import sqlite_utils
from msgspec.structs import replace

from annotator.exchange.delivering import Losses, Progress
from annotator.exchange.exporting import ProjectSource
from annotator.exchange.ordering import Count, Order, Preview
from annotator.exchange.splitting import Splitting
from annotator.formats.bundle import Bundle, BundleLayer
from annotator.formats.format import Part, Writing
from annotator.store import queries
from annotator.store.reading import reading

_SHOWN = 6000
"""Characters of the first record."""
_ABOUT = 240
"""Characters of the article in it, more if the first annotation lies behind."""


def preview(
    path: Path,
    order: Order,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Preview:
    """Carry an order out without writing anything; what was seen so far, if it is cancelled.

    Reads the project file at ``path`` through a connection of its own, so a worker may do it beside the
    window, and for a first look cancel it soon.

    Raises:
        UserError: the order names what is not there, the project cannot be read, or is damaged.
    """
    order.chosen()
    with reading(path) as database:
        label_set = queries.label_set(database)
        source = ProjectSource(database, label_set, replace(order, splits=None))
        return _Trying(source, order).preview(_before(database), progress, cancelled)


class _Trying:
    """One dry run."""

    def __init__(self, source: ProjectSource, order: Order) -> None:
        self._source = source
        self._kind = order.kind
        self._options = order.chosen()
        self._writing = self._fresh()
        self._losses = Losses(self._kind, self._options)
        self._first: Bundle | None = None
        self._documents: Counter[str] = Counter()
        self._annotations = 0
        self._splits = order.splits
        self._splitting = None if order.splits is None else Splitting(order.splits)

    def preview(
        self, before: Count, progress: Progress | None, cancelled: Callable[[], bool] | None
    ) -> Preview:
        source, whole = self._source, True
        for done, bundle in enumerate(source.bundles(None), 1):
            self._look_at(bundle)
            if progress is not None:
                progress(done, max(done, source.steps))
            if cancelled is not None and cancelled():
                whole = False
                break
        self._losses.told(self._writing)
        self._losses.compared(source.comparisons())
        return Preview(
            first_record=self._first_record(),
            before=before,
            after=Count(len(self._documents), self._documents.total(), self._annotations),
            losses=self._losses.in_order(),
            uncounted=self._losses.uncounted,
            examples=tuple(self._losses.examples),
            parts=self._parts() if whole else {},
            whole=whole,
        )

    def _parts(self) -> dict[str, int]:
        """How many documents each part gets."""
        if self._splitting is None or self._splits is None:
            return {}
        dealt = Counter(self._splitting.parts().values())
        return {name: dealt[name] for name, share in self._splits.shares.items() if share}

    def _look_at(self, bundle: Bundle) -> None:
        layer = bundle.layer
        self._documents[bundle.document.uuid] += layer is not None
        self._annotations += len(layer.annotations) if layer else 0
        if self._first is None or (_is_bare(self._first) and not _is_bare(bundle)):
            self._first = bundle
        self._losses.add(bundle)
        if self._splitting is not None:
            self._splitting.take(bundle)
        self._kind.shape(bundle, self._writing)

    def _first_record(self) -> str:
        if self._first is None or self._kind.write is None:
            return ""
        parts = self._kind.write([abridged(self._first)], self._fresh())
        return _as_text(parts)[:_SHOWN]

    def _fresh(self) -> Writing[Any]:
        return Writing(self._options, self._source.definition, several_layers=self._source.several_layers)


def abridged(bundle: Bundle) -> Bundle:
    """The beginning of a document, as far as its first annotation at least, with what lies in it."""
    text, layer = bundle.document.text, bundle.layer
    annotations = layer.annotations if layer else ()
    first = min((item.end for item in annotations), default=0)
    cut = next((place for place in range(max(_ABOUT, first), len(text)) if text[place].isspace()), len(text))
    document = replace(bundle.document, text=text[:cut])
    if layer is None:
        return replace(bundle, document=document)
    kept = tuple(item for item in annotations if item.end <= cut)
    ids = {item.uuid for item in kept}
    beginning: BundleLayer = replace(
        layer,
        annotations=kept,
        relations=tuple(item for item in layer.relations if item.source in ids and item.target in ids),
        zones=tuple(zone for zone in layer.zones if zone.end <= cut),
    )
    return replace(bundle, document=document, layer=beginning)


def _as_text(parts: Iterator[Part]) -> str:
    """Parts of files as one text, each file under its name if it has one; empty if they are no text."""
    shown = []
    for name, pieces in groupby(parts, key=lambda part: part.name):
        data = b"".join(piece.data for piece in pieces)
        try:
            shown.append((f"── {name} ──\n" if name else "") + data.decode())
        except UnicodeDecodeError:
            continue
    return "\n".join(shown)


def _is_bare(bundle: Bundle) -> bool:
    return bundle.layer is None or not bundle.layer.annotations


def _before(database: sqlite_utils.Database) -> Count:
    """What the project holds."""
    documents, layers, annotations = (
        int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
        for table in ("document", "layer", "annotation")
    )
    return Count(documents, layers, annotations)
