"""What is printed of an article: its text with one layer, and what there is to say at its head."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.core.records import Annotation, Document, Label, Zone
from annotator.core.schema import LabelSet
from annotator.store import queries
from annotator.store.project import Project


@dataclass(frozen=True)
class Printed:
    """One article as it stands on paper."""

    document: Document
    text: str
    annotations: Sequence[Annotation]
    zones: Sequence[Zone]
    reviewer: str
    """Name of who annotated it; empty if nobody has."""
    label_set: LabelSet

    @property
    def counts(self) -> list[tuple[Label, int]]:
        """How many annotations each label has that has any, in the label set's order."""
        found = Counter(item.label_id for item in self.annotations)
        return [(label, found[label.id]) for label in self.label_set.labels if found[label.id]]


def printed(project: Project, document: Document, reviewer_id: int) -> Printed:
    """An article with a reviewer's layer.

    Raises:
        UserError: the text is damaged in the project file.
    """
    database = project.database
    layer = queries.layer(database, document.id, reviewer_id)
    names = {item.id: item.name for item in queries.reviewers(database)}
    return Printed(
        document=document,
        text=queries.text(database, document.text_sha256),
        annotations=queries.annotations(database, layer.id) if layer else (),
        zones=queries.zones(database, layer.id) if layer else (),
        reviewer=names.get(reviewer_id, "") if layer else "",
        label_set=project.label_set,
    )
