"""Memory does not grow with the project: what streams, streams."""

import tracemalloc
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest

from annotator.core.change import Change, Transaction
from annotator.core.records import Annotation, Document, Layer
from annotator.store import queries
from annotator.store.check import check
from annotator.store.project import Project

WORD = "كلمة "


def fill(desk: Any, documents: int) -> None:
    """Import documents of 40 annotations as one step, each made when its turn comes."""
    context, label = desk.context, desk.project.label_set.labels[0]
    with desk.project.bulk("import", str(documents), 1):
        for number in range(documents):
            text = WORD * 400 + str(number)
            document = Document(
                id=context.new_id(),
                uuid=context.new_uuid(),
                name=str(number),
                position=number,
                text_sha256=sha256(text.encode()).hexdigest(),
                length=len(text),
            )
            layer = Layer(id=context.new_id(), document_id=document.id, reviewer_id=1, updated=context.at)
            annotations = [
                Annotation(
                    id=context.new_id(),
                    uuid=context.new_uuid(),
                    layer_id=layer.id,
                    label_id=label.id,
                    start=place * 5,
                    end=place * 5 + 4,
                    quote="كلمة",
                    reviewer_id=1,
                )
                for place in range(40)
            ]
            changes = tuple(Change(None, record) for record in (document, layer, *annotations))
            desk.project.apply(Transaction("import", changes, 1, context.at), [text])


def peak(work: Callable[[], object]) -> int:
    """The most bytes Python held while something ran, beyond what it held before."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


WORKS: dict[str, Callable[[Project], object]] = {
    "undo": lambda project: project.undo(1),
    "check": lambda project: check(project.database),
    "layers": lambda project: sum(1 for _ in queries.all_layers(project.database)),
}


def test_an_import_needs_no_more_memory_for_more_documents(
    make_project: Callable[..., Project], desk_at: Any
) -> None:
    fill(desk_at(make_project("warm.sanad")), 20)
    few = peak(lambda: fill(desk_at(make_project("few.sanad")), 60))
    many = peak(lambda: fill(desk_at(make_project("many.sanad")), 300))
    assert many < few * 1.5


@pytest.mark.parametrize("work", sorted(WORKS))
def test_work_on_a_project_needs_no_more_memory_for_more_documents(
    make_project: Callable[..., Project], desk_at: Any, work: str
) -> None:
    peaks = []
    for count in (60, 60, 300):  # the first warms up what is made once
        project = make_project(f"{work}-{len(peaks)}.sanad")
        fill(desk_at(project), count)
        peaks.append(peak(lambda project=project: WORKS[work](project)))
    _warm, few, many = peaks
    assert many < few * 1.5 + 40_000  # a row id of each document
