"""A project as a dataset of gold data, or in any other format: what was chosen of it, whole and proved."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import sqlite_utils
from msgspec.structs import replace as changed

from annotator.core.schema import LabelSet, define
from annotator.exchange.bundling import Bundler
from annotator.exchange.choosing import Choosing, Chosen, LeftOut, Selection
from annotator.exchange.delivering import CancelledError, Progress, deliver
from annotator.exchange.ordering import GOLD, ExportReport, Order
from annotator.exchange.replacing import refuse_project
from annotator.exchange.splitting import Name, Splits, Splitting
from annotator.formats.bundle import Bundle, BundleComparison, BundleEntity
from annotator.store import queries
from annotator.store.project import Project

__all__ = ["ExportReport", "Order", "ProjectSource", "Selection", "Splits", "export_as", "export_project"]


def export_as(
    project: Project,
    order: Order,
    target: Path,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    replace: bool = False,
) -> ExportReport | None:
    """Carry an order out on a project as it is now; ``None`` if it was cancelled. May run in a worker.

    Only what an export wrote is replaced, other files in a folder are left alone; a file of another hand is
    refused, unless ``replace`` says that a person has agreed to lose the one file ``target``.

    Raises:
        UserError: the order names what is not there; the target cannot be written or holds what would be
            lost; the disk is full; or the project is damaged.
    """
    order.chosen()
    with suppress(OSError):  # which is told when it is written
        refuse_project(target, project.path)
    with tempfile.TemporaryDirectory(prefix="sanad-") as temporary:
        snapshot = Path(temporary) / "snapshot.sanad"
        try:
            project.snapshot(snapshot, lambda _done, _total: _go_on(cancelled), durable=False)
            with Project.open(snapshot, read_only=True) as copy:
                source = ProjectSource(copy.database, copy.label_set, order, cancelled)
                return deliver(source, order, target, progress, cancelled, replace=replace)
        except CancelledError:
            return None


def export_project(
    project: Project,
    folder: Path,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    choices: Selection = Selection(),  # noqa: B008  # frozen
) -> ExportReport | None:
    """Export a project as a gold dataset; see :func:`export_as`."""
    return export_as(project, Order(selection=choices), folder, progress, cancelled)


class ProjectSource:
    """What was chosen of a project that does not change meanwhile.

    For an order with splits it reads all of it at once, unless it is cancelled.

    Raises:
        UserError: the order chooses what is not there.
        CancelledError: it was cancelled.
    """

    def __init__(
        self,
        database: sqlite_utils.Database,
        label_set: LabelSet,
        order: Order,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self.definition = define(label_set)
        self._gold = order.format == GOLD
        self._bundler = Bundler(database, label_set)
        self._entities = {item.uuid: item for item in map(self._bundler.entity, self._bundler.entities)}
        self._compared = list(self._bundler.comparisons())
        selection = order.selection
        if self._gold and selection.empty == "all":  # a line of gold is a layer
            selection = changed(selection, empty="begun")
        reviewers = {item.id: item.name for item in queries.reviewers(database)}
        self._choosing = Choosing(selection, label_set, reviewers)
        self._choosing.compare(self._compared)
        self._chosen = list(self._choosing.documents(self._bundler.documents, queries.all_layers(database)))
        self.steps = sum(len(item.layers) or 1 for item in self._chosen)
        self.several_layers = any(len(item.layers) > 1 for item in self._chosen)
        self.parts: dict[str, Name] = {}
        if order.splits is not None:
            splitting = Splitting(order.splits)
            for bundle in self._passed(Choosing(selection, label_set, reviewers), self._chosen):
                _go_on(cancelled)
                splitting.take(bundle)
            self.parts = splitting.parts()

    @property
    def left_out(self) -> list[LeftOut]:
        """Documents that do not go out; whole once the bundles have come."""
        return self._choosing.left_out

    def bundles(self, part: Name | None) -> Iterator[Bundle]:
        """What goes out, of one part or of all."""
        chosen = self._chosen
        if part is not None:
            chosen = [item for item in chosen if self.parts.get(item.document.uuid) == part]
        for bundle in self._passed(self._choosing, chosen):
            yield bundle if self._gold else self._with_entities(bundle)

    def entities(self) -> list[BundleEntity]:
        """Those that go along."""
        return self._choosing.mentioned(self._entities.values())

    def comparisons(self) -> list[BundleComparison]:
        """Those of annotations that go out."""
        return self._choosing.compared(self._compared)

    def without_zones(self) -> dict[str, Any]:
        """What was left out inside zones."""
        return self._choosing.in_zones_summary()

    def other_labels(self) -> int:
        """How many annotations were left out for their labels."""
        return self._choosing.of_other_labels

    def _passed(self, choosing: Choosing, chosen: Iterable[Chosen]) -> Iterator[Bundle]:
        for item in chosen:
            empty = True
            for bundle in self._bundler.bundles([item]):
                kept = choosing.of(bundle)
                if kept is not None:
                    empty = False
                    yield kept
            if empty:
                choosing.nothing_of(item.document)

    def _with_entities(self, bundle: Bundle) -> Bundle:
        """The bundle with the entities its annotations mention, as the other formats want them."""
        annotations = bundle.layer.annotations if bundle.layer else ()
        mentioned = dict.fromkeys(item.entity for item in annotations if item.entity)
        return changed(bundle, entities=tuple(self._entities[uuid] for uuid in mentioned))


def _go_on(cancelled: Callable[[], bool] | None) -> None:
    if cancelled is not None and cancelled():
        raise CancelledError
