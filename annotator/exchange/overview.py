"""What a project holds, in figures, for ``sanad info``."""

from msgspec import Struct

from annotator.core.records import LayerKind, Status
from annotator.store import queries
from annotator.store.project import Project


class LayerOverview(Struct, frozen=True):
    """One layer of a document."""

    kind: LayerKind
    reviewer: str
    status: Status
    updated: str
    annotations: int


class DocumentOverview(Struct, frozen=True):
    """One document. Its length is in code points."""

    id: str
    name: str
    title: str
    length: int
    layers: list[LayerOverview]


class SchemeOverview(Struct, frozen=True):
    """The label set."""

    name: str
    version: int


class Overview(Struct, frozen=True):
    """A project."""

    path: str
    uuid: str
    label_set: SchemeOverview
    reviewers: list[str]
    labels: dict[str, int]
    """Annotations of each label, in all layers together."""
    annotations: int
    documents: list[DocumentOverview]


def overview(project: Project) -> Overview:
    """What a project holds."""
    database, scheme = project.database, project.label_set.scheme
    labels = queries.label_counts(database)
    layers = _layers(project)
    return Overview(
        path=str(project.path),
        uuid=project.uuid,
        label_set=SchemeOverview(scheme.name, scheme.version),
        reviewers=[item.name for item in queries.reviewers(database)],
        labels=labels,
        annotations=sum(labels.values()),
        documents=[
            DocumentOverview(item.uuid, item.name, item.title, item.length, layers.get(item.id, []))
            for item in queries.documents(database)
        ],
    )


def _layers(project: Project) -> dict[int, list[LayerOverview]]:
    database = project.database
    names = {item.id: item.name for item in queries.reviewers(database)}
    counts = dict(database.execute("SELECT layer_id, count(*) FROM annotation GROUP BY layer_id").fetchall())
    grouped: dict[int, list[LayerOverview]] = {}
    for layer in queries.all_layers(database):
        reviewer, count = names[layer.reviewer_id], counts.get(layer.id, 0)
        grouped.setdefault(layer.document_id, []).append(
            LayerOverview(layer.kind, reviewer, layer.status, layer.updated, count)
        )
    return grouped
