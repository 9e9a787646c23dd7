"""Documents with annotations, as an import brings them."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from annotator.core.change import Change, Transaction
from annotator.core.records import Annotation, Document, Layer
from annotator.store.project import Project

Dump = Callable[[Project], dict[str, list[Any]]]


def bundle(desk: Any, text: str, count: int = 3) -> Transaction:
    """A document with a layer of annotations, as an import brings it."""
    context = desk.context
    document = Document(
        id=context.new_id(),
        uuid=context.new_uuid(),
        name="imported",
        position=1,
        text_sha256=sha256(text.encode()).hexdigest(),
        length=len(text),
    )
    layer = Layer(
        id=context.new_id(), document_id=document.id, reviewer_id=desk.reviewer_id, updated=context.at
    )
    label = desk.project.label_set.labels[0]
    annotations = (
        Annotation(
            id=context.new_id(),
            uuid=context.new_uuid(),
            layer_id=layer.id,
            label_id=label.id,
            start=start,
            end=start + 2,
            quote=text[start : start + 2],
            attributes={"kind": "state"},
            reviewer_id=desk.reviewer_id,
        )
        for start in range(count)
    )
    changes = tuple(Change(None, record) for record in (document, layer, *annotations))
    return Transaction("import", changes, desk.reviewer_id, context.at, document.name)
