"""Makes ``version-N.sanad``: a project with something of everything, kept when a file version is released.

Run it from the root, once for each version: ``.venv/bin/python -m tests.data.projects.make``. Migrations are
tested on these files.
"""

from hashlib import sha256
from pathlib import Path

from annotator.core import edits
from annotator.core.change import Change, Transaction
from annotator.core.lint import Finding
from annotator.core.records import Annotation, Document, Entity, Layer, Prediction, Span, Zone
from annotator.core.schema import read_definition
from annotator.resources import RESOURCES
from annotator.store.migrations import VERSION
from annotator.store.project import Project
from annotator.store.tables import LAYERS

TEXT = "قال الوزير إن نحو 2500 جندي سيغادرون بغداد."


def main() -> None:
    path = Path(__file__).with_name(f"version-{VERSION}.sanad")
    definition = read_definition((RESOURCES / "schemes" / "standard.json").read_bytes())
    with Project.create(path, definition, "مراجع") as project:
        context, labels = project.context(1), project.label_set
        document = Document(
            id=context.new_id(),
            uuid=context.new_uuid(),
            name="article.txt",
            position=1,
            text_sha256=sha256(TEXT.encode()).hexdigest(),
            length=len(TEXT),
            title="عنوان",
            published="2024-01-27",
        )
        layer = Layer(id=context.new_id(), document_id=document.id, reviewer_id=1, updated=context.at)
        entity = Entity(
            id=context.new_id(),
            uuid=context.new_uuid(),
            label_id=labels.label_by_name["actor"].id,
            name="الوزير",
            aliases=("وزير",),
        )
        zone_kind = labels.zone_kind_by_name["headline"]
        zone = Zone(id=context.new_id(), layer_id=layer.id, start=0, end=10, kind_id=zone_kind.id)
        actor = Annotation(
            id=context.new_id(),
            uuid=context.new_uuid(),
            layer_id=layer.id,
            label_id=entity.label_id,
            start=4,
            end=10,
            quote="الوزير",
            attributes={"kind": "person"},
            entity_id=entity.id,
            reviewer_id=1,
            origin="imported",
        )
        prediction = Prediction(
            id=context.new_id(),
            uuid=context.new_uuid(),
            document_id=document.id,
            label_id=labels.label_by_name["location"].id,
            start=TEXT.index("بغداد"),
            end=TEXT.index("بغداد") + 5,
            quote="بغداد",
            attributes={"kind": "city"},
            score=0.75,
            source="model 1",
        )
        records = (document, entity, layer, zone, actor, prediction)
        changes = tuple(Change(None, record) for record in records)
        with project.bulk("import", document.name, 1):
            project.apply(Transaction("import", changes, 1, context.at, document.name), [TEXT])
        tagging = edits.tag(context, layer, TEXT, Span(14, 42), labels.label_by_name["claim"], 1)
        project.apply(tagging)
        (claim,) = (after for _before, after in tagging.of(Annotation) if after)
        (layer,) = (after for _before, after in tagging.of(Layer) if after)
        kind = labels.relation_type_by_name["attributed_to"]
        project.apply(edits.relate(context, layer, kind, claim, actor, labels))
        project.apply(edits.add_comment(context, document, claim, "من قال هذا؟"))
        project.apply(edits.compare(context, [actor, claim], "scope"))
        finding = Finding("no source", "warning", claim.id, claim.span, claim.uuid, {})
        project.apply(edits.dismiss(context, project_layer(project, layer), finding, "لا يُعرف"))
        project.apply(edits.set_note(context, project_layer(project, layer), claim, "ملاحظة"))
        project.undo(1)


def project_layer(project: Project, layer: Layer) -> Layer:
    """The layer as it is now."""
    found = LAYERS.get(project.database, layer.id)
    assert found is not None
    return found


if __name__ == "__main__":
    main()
