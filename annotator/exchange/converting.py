"""Files of one format into another, without a project.

The files are read twice: once to see which labels, reviewers and entities there are, once to write. What a
format wants and a file does not have is made up, in the same way every time: ids out of names and texts.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from msgspec import Struct
from msgspec.structs import replace as changed

from annotator.core.errors import UserError
from annotator.core.schema import SchemeDefinition
from annotator.exchange.choosing import LeftOut
from annotator.exchange.defining import completed
from annotator.exchange.delivering import Progress, deliver, refuse_damaged
from annotator.exchange.gathering import Gathered, gather
from annotator.exchange.mapping import Dropped
from annotator.exchange.ordering import GOLD, ExportReport, Order
from annotator.exchange.reading import Choices, Fault, opened
from annotator.exchange.splitting import Name
from annotator.exchange.survey import Survey
from annotator.formats.bundle import Bundle, BundleComparison, BundleEntity, BundleLayer
from annotator.formats.format import MAX_LISTED
from annotator.formats.scheme import NAME as SCHEME
from annotator.formats.scheme import read_scheme

ANONYMOUS = "anonymous"
"""Who made a layer that no file says the reviewer of, where the format has to know."""
_SPACE = UUID("5b2c1b8e-5f0a-5c3b-9d2e-6f0c7a3f1e52")


class Converted(Struct, frozen=True):
    """What came of a conversion."""

    report: ExportReport
    faults: tuple[Fault, ...]
    """The first things that could not be used."""
    fault_count: int
    warnings: tuple[str, ...]
    """The first sentences about how files were read."""
    warning_count: int
    predictions: int
    """Of machines; they are no annotations and are left out."""
    dropped: Dropped
    """What the mapping left out."""


def convert(
    source: Path,
    target: Path,
    order: Order,
    choices: Choices = Choices(),  # noqa: B008  # frozen
    *,
    reviewer: str = "",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    replace: bool = False,
) -> Converted | None:
    """Read a file, a folder or an archive, and write what is in it as ordered; ``None`` if it was cancelled.

    ``choices`` say how to read, and what becomes of names; ``reviewer`` is who made the layers that name
    nobody. What the order selects or splits is the business of a project's export.

    Raises:
        UserError: a file cannot be read, or used; or the target cannot be written.
    """
    order.chosen()
    with gather([source], choices.format) as files:
        files.raise_refusal()
        gold = order.format == GOLD
        found = FileSource(files, choices, reviewer or (ANONYMOUS if gold else ""), only_layers=gold)
        if gold and len(found.left_out) == found.steps:
            raise UserError(
                "“{file}” holds articles without annotations, and gold data are annotations; choose another"
                " format.",
                file=source,
            )
        report = deliver(found, order, target, progress, cancelled, replace=replace)
    return None if report is None else found.converted(report)


class FileSource:
    """What is in files, seen through once; ``only_layers`` if what goes out of an article are its layers.

    Raises:
        UserError: a file cannot be read, or used.
    """

    def __init__(self, files: Gathered, choices: Choices, reviewer: str, *, only_layers: bool) -> None:
        self.parts: dict[str, Name] = {}
        self.left_out: list[LeftOut] = []
        self._files = files
        self._choices = choices
        self._reviewer = reviewer
        self._faults: list[Fault] = []
        self._fault_count = 0
        self._entities: dict[str, BundleEntity] = {}
        self._comparisons: dict[str, BundleComparison] = {}
        self._survey = Survey()
        layers: Counter[str] = Counter()
        self.steps = 0
        self._last = Dropped()
        for bundle in self._identified(self._dropped()):
            self._survey.add(bundle)
            self.steps += 1
            layers[bundle.document.uuid] += bundle.layer is not None
            self._entities.update((item.uuid, item) for item in bundle.entities)
            self._comparisons.update((item.uuid, item) for item in bundle.comparisons)
            if bundle.layer is None and only_layers:
                self.left_out.append(LeftOut(bundle.document.uuid, bundle.document.name, "no layer"))
        if not self.steps:
            raise UserError("There is no article in what was to be converted; choose another file.")
        self.several_layers = max(layers.values()) > 1
        self.definition: SchemeDefinition = completed(self._scheme(), self._survey)

    def bundles(self, part: Name | None) -> Iterator[Bundle]:  # noqa: ARG002  # nothing is split
        """All that is in the files, each with the entities it mentions."""
        for bundle in self._identified(self._dropped()):
            refuse_damaged(bundle)
            annotations = bundle.layer.annotations if bundle.layer else ()
            mentioned = dict.fromkeys(item.entity for item in annotations if item.entity)
            known = tuple(self._entities[uuid] for uuid in mentioned if uuid in self._entities)
            yield changed(bundle, entities=known)

    def entities(self) -> list[BundleEntity]:
        """All there are."""
        return list(self._entities.values())

    def comparisons(self) -> list[BundleComparison]:
        """All there are."""
        return list(self._comparisons.values())

    def without_zones(self) -> dict[str, Any]:
        """Nothing is left out."""
        return {"kinds": [], "annotations": 0, "relations": 0, "comparisons": 0, "layers": []}

    def other_labels(self) -> int:
        """None is left out."""
        return 0

    def converted(self, report: ExportReport) -> Converted:
        """What came of it."""
        return Converted(
            report,
            tuple(self._faults),
            self._fault_count,
            tuple(self._survey.notes.sentences),
            self._survey.notes.count,
            self._survey.predictions,
            self._last,
        )

    def _dropped(self) -> Dropped:
        self._last = Dropped()
        return self._last

    def _identified(self, dropped: Dropped) -> Iterator[Bundle]:
        """All bundles, in our names, with ids and reviewers."""
        identities = _Identities(self._reviewer)
        mapping = self._choices.mapping.simplified()
        self._faults, self._fault_count = [], 0
        for path in self._files:
            file = opened(path, self._choices)
            for bundle in file.bundles:
                yield identities.given(mapping.apply(bundle, dropped))
            self._fault_count += file.reading.fault_count
            room = MAX_LISTED - len(self._faults)
            self._faults += [Fault(self._files.shown(path), item) for item in file.reading.faults[:room]]

    def _scheme(self) -> SchemeDefinition | None:
        """The label set beside the files, if there is one."""
        for path in self._files:
            if (beside := path.with_name(SCHEME)).is_file():
                return read_scheme(beside)
        return None


class _Identities:
    """Gives what has no id of its own one that is the same every time."""

    def __init__(self, reviewer: str) -> None:
        self._reviewer = reviewer
        self._layers: set[tuple[str, str, str]] = set()

    def given(self, bundle: Bundle) -> Bundle:
        """The bundle with UUIDs, and a reviewer if there is a name for those who have none."""
        document, layer = bundle.document, bundle.layer
        uuid = _uuid(document.uuid, "document", document.uuid or document.name, document.text_sha256)
        entities = {item.uuid: _uuid(item.uuid, "entity", item.label, item.uuid) for item in bundle.entities}
        if layer is not None:
            reviewers = tuple(name or self._reviewer for name in layer.reviewers)
            number, free = 1, uuid
            while (free, layer.kind, reviewers[0]) in self._layers:  # the same article once more
                number += 1
                free = _uuid("", "document", uuid, str(number))
            uuid = free
            self._layers.add((uuid, layer.kind, reviewers[0]))
            layer = _layer(changed(layer, reviewers=reviewers), uuid)
        return changed(
            bundle,
            document=changed(document, uuid=uuid),
            layer=layer,
            entities=tuple(changed(item, uuid=entities[item.uuid]) for item in bundle.entities),
        )


def _layer(layer: BundleLayer, document: str) -> BundleLayer:
    ids = {
        item.uuid: _uuid(item.uuid, document, layer.kind, layer.reviewers[0], item.uuid)
        for item in layer.annotations
    }
    return changed(
        layer,
        annotations=tuple(
            changed(
                item,
                uuid=ids[item.uuid],
                entity=item.entity and _uuid(item.entity, "entity", item.label, item.entity),
            )
            for item in layer.annotations
        ),
        relations=tuple(
            changed(
                item,
                uuid=_uuid(item.uuid, document, layer.kind, layer.reviewers[0], "relation", item.uuid),
                source=ids[item.source],
                target=ids[item.target],
            )
            for item in layer.relations
        ),
    )


def _uuid(given: str, *names: str) -> str:
    """The id that was given, if it is a UUID; else one made out of names."""
    try:
        known = str(UUID(given)) if given else ""
    except ValueError:
        known = ""
    return known if known and known == given.lower() else str(uuid5(_SPACE, "\0".join(names)))
