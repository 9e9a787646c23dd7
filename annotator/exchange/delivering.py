"""Bundles from wherever into a file, a folder or an archive, in any format, with the story of it beside."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import msgspec

from annotator.core.errors import UserError
from annotator.core.schema import SchemeDefinition, write_definition
from annotator.exchange.choosing import LeftOut
from annotator.exchange.dataset import (
    COMPARISONS,
    ENTITIES,
    MANIFEST,
    README,
    SCHEME,
    Story,
    Tally,
    manifest,
    readme,
)
from annotator.exchange.ordering import GOLD, ExportReport, Order
from annotator.exchange.replacing import REPORT
from annotator.exchange.splitting import Name
from annotator.exchange.staging import Staging, staged
from annotator.formats.bundle import Bundle, BundleComparison, BundleEntity
from annotator.formats.format import MAX_LISTED, Format, Lost, Writing
from annotator.formats.gold import write_comparisons, write_entities
from annotator.formats.losing import SENTENCES, Loss, counted, uncounted
from annotator.formats.options import Options

Progress = Callable[[int, int], None]
"""Told the steps done and the steps there are."""


class Source(Protocol):
    """Where bundles come from."""

    definition: SchemeDefinition
    steps: int
    """How many bundles are to come, about."""
    several_layers: bool
    """Whether a document may come with more than one layer."""
    parts: dict[str, Name]
    """The part of each document; empty if they stay together."""

    @property
    def left_out(self) -> list[LeftOut]:
        """Documents that do not go out; whole once the bundles have come."""

    def bundles(self, part: Name | None) -> Iterator[Bundle]:
        """Those of a part, or all."""

    def entities(self) -> list[BundleEntity]:
        """All that go along; asked for once the bundles have come."""

    def comparisons(self) -> list[BundleComparison]:
        """As with entities."""

    def without_zones(self) -> dict[str, Any]:
        """What was left out inside zones, for the manifest."""

    def other_labels(self) -> int:
        """How many annotations were left out for their labels."""


class CancelledError(Exception):
    """The person pressed Cancel."""


def deliver(
    source: Source,
    order: Order,
    target: Path,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    replace: bool = False,
) -> ExportReport | None:
    """Write what a source has; ``None`` if it was cancelled. May run in a worker.

    Only what an export wrote is replaced, other files in the folder are left alone; a file of another hand
    is refused, unless ``replace`` says that a person has agreed to lose the one file.

    Raises:
        UserError: the target cannot be written or holds what would be lost, or the disk is full; or what the
            source or the format says.
    """
    making = _Making(source, order, target, progress or _silent, cancelled or _never)
    with staged(target, order.makes, replace=replace) as staging, suppress(CancelledError):
        making.write(staging)
        staging.prove()
        staging.publish()
        return making.report()
    return None


class Losses:
    """What a format cannot hold of what goes through it."""

    def __init__(self, kind: Format, options: Options) -> None:
        loses = kind.loses_with(options)
        self.counts: Counter[Loss] = Counter()
        self.examples: list[Lost] = []
        self.uncounted = uncounted(loses)
        """What else it does not hold, told without a number."""
        self._kind = kind
        self._options = options
        self._loses = loses - {Loss.DIRECTION, Loss.FILE}
        if Loss.ENTITIES in loses:
            self._loses -= {Loss.ENTITY_DETAILS}  # said with the entities
        self._document = ""

    def add(self, bundle: Bundle) -> None:
        """Count what a bundle has that the format lacks."""
        if not self._loses:
            return
        counts = counted(self._kind.unwritten(bundle, self._options), self._loses)
        if bundle.document.uuid == self._document:
            del counts[Loss.METADATA]  # counted with the document's first layer
        self._document = bundle.document.uuid
        self.counts += counts

    def compared(self, comparisons: Iterable[BundleComparison]) -> None:
        """Count comparisons, which come with no bundle."""
        if Loss.COMPARISONS in self._loses:
            self.counts[Loss.COMPARISONS] = len(list(comparisons))

    def told(self, writing: Writing[Any]) -> None:
        """Take what a format told of form."""
        self.counts += writing.loss_counts
        self.examples.extend(writing.losses[: MAX_LISTED - len(self.examples)])

    def in_order(self) -> dict[Loss, int]:
        """How many of each, in the order of the losses."""
        return {loss: self.counts[loss] for loss in Loss if self.counts[loss]}


class _Making:
    """One export in the making."""

    def __init__(
        self, source: Source, order: Order, target: Path, progress: Progress, cancelled: Callable[[], bool]
    ) -> None:
        self._source = source
        self._order = order
        self._target = target
        self._kind = order.kind
        self._options = order.chosen()
        self._gold = self._kind.name == GOLD
        self._makes = order.makes
        self._progress = progress
        self._cancelled = cancelled
        self._tally = Tally()
        self._losses = Losses(self._kind, self._options)
        self._files: list[str] = []
        self._entities: list[BundleEntity] = []
        self._comparisons: list[BundleComparison] = []
        self._done = 0
        self._total = source.steps

    def write(self, staging: Staging) -> None:
        """Write all files."""
        for part in self._filled():
            self._write_part(staging, part)
        self._entities, self._comparisons = self._source.entities(), self._source.comparisons()
        self._losses.compared(self._comparisons)
        if self._gold:
            self._tally.compared(self._comparisons)
            staging.write(SCHEME, [write_definition(self._source.definition)])
            staging.write(ENTITIES, write_entities(self._entities))
            staging.write(COMPARISONS, write_comparisons(self._comparisons))
            staging.write(README, [readme(self._tally, self._story(), self._files)])
        told = manifest(self._tally, self._story(), staging.written)
        staging.write(self._target.name + REPORT if self._makes == "file" else MANIFEST, [told])

    def report(self) -> ExportReport:
        """What was done."""
        tally, source = self._tally, self._source
        beside = self._target.with_name(self._target.name + REPORT)
        return ExportReport(
            target=self._target,
            report=beside if self._makes == "file" else None,
            documents=len(tally.documents),
            lines=tally.lines,
            annotations=tally.annotations,
            relations=tally.relations.total(),
            comparisons=tally.comparisons.total(),
            left_out=tuple(source.left_out),
            unfinished=tuple(tally.unfinished),
            in_zones=source.without_zones()["annotations"],
            of_other_labels=source.other_labels(),
            lost=self._losses.in_order(),
            uncounted=self._losses.uncounted,
            examples=tuple(self._losses.examples),
            parts=self._dealt(),
        )

    def _parts(self) -> Iterable[Name | None]:
        splits = self._order.splits
        return (None,) if splits is None else [name for name, share in splits.shares.items() if share]

    def _filled(self) -> Iterable[Name | None]:
        """The parts that get files: an empty one is what trains on them refuses; one there is in any case."""
        parts, dealt = list(self._parts()), self._dealt()
        return [part for part in parts if part is None or dealt[part]] or parts[:1]

    def _write_part(self, staging: Staging, part: Name | None) -> None:
        write = self._kind.write
        if write is None:
            raise ValueError("an order's format is one that is written")
        writing = Writing(self._options, self._source.definition, several_layers=self._source.several_layers)
        file = self._file_of(part)
        if self._kind.one_file:
            pieces = write(self._bundles(part), writing)
            staging.write(file, (piece.data for piece in pieces))
            self._files.append(file)
        else:
            inside = f"{part}/" if part else ""
            staging.write_parts(write(self._bundles(part), writing), partial(str.__add__, inside))
        self._losses.told(writing)

    def _file_of(self, part: Name | None) -> str:
        """The file that a format of one file writes."""
        suffix = self._kind.suffixes[0]
        if part is not None:
            return f"{part}{suffix}"
        if self._gold:
            return f"{GOLD}{suffix}"
        return self._target.name if self._makes == "file" else f"{self._target.stem}{suffix}"

    def _bundles(self, part: Name | None) -> Iterator[Bundle]:
        for bundle in self._source.bundles(part):
            self._step()
            refuse_damaged(bundle)
            self._tally.add(bundle)
            self._losses.add(bundle)
            yield bundle

    def _step(self) -> None:
        if self._cancelled():
            raise CancelledError
        self._done += 1
        self._progress(min(self._done, self._total), self._total)

    def _dealt(self) -> dict[str, int]:
        dealt = Counter(self._source.parts.values())
        return {name: dealt[name] for name in self._parts() if name is not None}

    def _story(self) -> Story:
        order, source, losses = self._order, self._source, self._losses
        splits = order.splits
        return Story(
            exported_as={"format": order.format, "options": msgspec.to_builtins(self._options)},
            selection=msgspec.to_builtins(order.selection),
            splits=None if splits is None else msgspec.to_builtins(splits) | {"documents": self._dealt()},
            definition=source.definition,
            entities=len(self._entities),
            left_out=source.left_out,
            without_zones=source.without_zones(),
            of_other_labels=source.other_labels(),
            lost=[
                {"loss": loss.value, "count": count, "what": str(SENTENCES[loss])}
                for loss, count in losses.in_order().items()
            ],
            uncounted=[{"loss": loss.value, "what": str(SENTENCES[loss])} for loss in losses.uncounted],
            examples=[
                {"loss": item.loss.value, "document": item.document, "what": str(item.what)}
                for item in losses.examples
            ],
        )


def refuse_damaged(bundle: Bundle) -> None:
    """Make sure that every annotation stands where its quote does.

    Raises:
        UserError: one does not.
    """
    text = bundle.document.text
    for item in bundle.layer.annotations if bundle.layer else ():
        if text[item.start : item.end] != item.quote or not item.quote:
            raise UserError(
                "{place}: annotation {id} does not stand at {start}–{end} in the text; run sanad check.",
                place=bundle.place,
                id=item.uuid,
                start=item.start,
                end=item.end,
            )


def _silent(_done: int, _total: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False
