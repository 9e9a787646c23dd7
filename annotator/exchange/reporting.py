"""What came of an import: counted for each file, and for all of those that stayed."""

from collections import Counter

import msgspec
from msgspec import Struct

from annotator.core.errors import UserError
from annotator.exchange.mapping import Dropped
from annotator.exchange.notes import Notes
from annotator.exchange.reading import Fault
from annotator.formats.format import MAX_LISTED

_COUNTED = (
    "documents",
    "layers",
    "annotations",
    "relations",
    "zones",
    "entities",
    "predictions",
    "comparisons",
    "incomplete",
    "unlisted",
    "unusual",
    "fault_count",
    "changes",
)


class ImportReport(Struct):
    """What an import has done so far."""

    documents: int = 0
    layers: int = 0
    annotations: int = 0
    relations: int = 0
    zones: int = 0
    entities: int = 0
    predictions: int = 0
    """What machines hold spans to be: suggestions now."""
    people: Counter[str] = msgspec.field(default_factory=Counter)
    """Annotations of each reviewer; empty for whoever imports."""
    partly: list[str] = msgspec.field(default_factory=list)
    """Names of articles that were there already, in files that brought something else."""
    there: dict[str, list[str]] = msgspec.field(default_factory=dict)
    """Files that brought nothing but articles that were there already, with the names of these."""
    joined: list[str] = msgspec.field(default_factory=list)
    """Names of documents that were there under another UUID, and whose layer has gone to that one."""
    comparisons: int = 0
    incomplete: int = 0
    """Comparisons left out, for the project lacks one of the annotations or has said something of both."""
    unlisted: int = 0
    """Values that a choice of the label set does not list; they are kept."""
    unusual: int = 0
    """Relations that link labels the label set does not let them link; they are kept."""
    made: tuple[str, ...] = ()
    """Names the label set has got: an attribute's as ``label.attribute``."""
    dropped: Dropped = msgspec.field(default_factory=Dropped)
    """What was left out because the mapping says so."""
    faults: list[Fault] = msgspec.field(default_factory=list)
    """The first things that were left out because they cannot be used."""
    fault_count: int = 0
    notes: Notes = msgspec.field(default_factory=Notes)
    """About how files were read."""
    changes: int = 0
    """Bundles that changed the project."""

    @property
    def repeated(self) -> list[str]:
        """Names of articles that were there already, and were left out."""
        return [*self.partly, *(name for names in self.there.values() for name in names)]

    def fault(self, path: str, error: UserError) -> None:
        """Note what cannot be used."""
        self.fault_count += 1
        if len(self.faults) < MAX_LISTED:
            self.faults.append(Fault(path, error))

    def take(self, file: "ImportReport", shown: str) -> None:
        """Count what came of one more file, too; ``shown`` is what a person calls it."""
        for name in _COUNTED:
            if count := getattr(file, name):
                setattr(self, name, getattr(self, name) + count)
        self.people.update(file.people)
        if file.partly and not file.changes and not file.fault_count:
            self.there.setdefault(shown, []).extend(file.partly)
        else:
            self.partly += file.partly
        for path, names in file.there.items():
            self.there.setdefault(path, []).extend(names)
        self.joined += file.joined
        self.made += file.made
        if not file.dropped.is_empty:
            self.dropped.add(file.dropped)
        self.faults += file.faults[: MAX_LISTED - len(self.faults)]
        self.notes.take(file.notes)
