import pytest
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from annotator.core import edits
from annotator.core.records import Span
from annotator.ui.models.annotations import AnnotationsModel, Heading
from annotator.ui.models.documents import DocumentsModel
from annotator.ui.workspace import Workspace


@pytest.fixture
def busy(project, desk, reviewer, qapp):
    """A workspace on a long article with many annotations."""
    text = "كلمة " * 3000
    document = desk.add(text)
    with project.bulk("import", "many", reviewer.id):
        layer = edits.new_layer(desk.context, document)
        for number in range(1000):
            label = project.label_set.labels[number % 4]
            transaction = edits.tag(desk.context, layer, text, Span(number * 5, number * 5 + 4), label, 1)
            layer = next(item.after for item in transaction.changes if item.after.id == layer.id)
            project.apply(transaction)
    workspace = Workspace()
    workspace.adopt(project)
    workspace.open_document(document.id)
    yield workspace
    workspace.close_project()


@pytest.mark.parametrize("by_label", [False, True])
def test_each_change_of_an_annotation_is_one_row(busy, by_label):
    model = AnnotationsModel(busy)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.group(by_label=by_label)
    rows = model.rowCount()
    reset, inserted, removed = (
        QSignalSpy(signal) for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved)
    )

    busy.tag(Span(12, 14), busy.labels[0])
    assert model.rowCount() == rows + 1
    assert model.item(model.row_of(busy.annotation_id)) == busy.annotation
    busy.retag(busy.labels[1])
    busy.move_boundary(busy.annotation_id, Span(0, 4))
    assert model.item(model.row_of(busy.annotation_id)) == busy.annotation
    busy.undo()
    busy.undo()
    busy.undo()

    assert model.rowCount() == rows
    assert reset.count() == 0
    assert (inserted.count(), removed.count()) == (5, 5)
    del tester


def test_the_heading_of_a_label_comes_and_goes_with_its_annotations(sample_workspace):
    workspace = sample_workspace
    model = AnnotationsModel(workspace)
    model.group(by_label=True)

    workspace.tag(Span(0, 4), workspace.labels[2])
    assert isinstance(model.item(0), Heading)
    assert model.rowCount() == 2
    workspace.retag(workspace.labels[0])
    assert model.item(0).label.name == "actor"
    workspace.undo()
    workspace.undo()

    assert model.rowCount() == 0


@pytest.fixture
def sample_workspace(project, desk, qapp):
    document = desk.add("كلمة وكلمة")
    workspace = Workspace()
    workspace.adopt(project)
    workspace.open_document(document.id)
    yield workspace
    workspace.close_project()


def test_documents_are_read_a_page_at_a_time(project, desk, reviewer, qapp):
    with project.bulk("import", "many", reviewer.id):
        for number in range(450):
            desk.add(f"نص {number}", f"{number:03}.txt")
    workspace = Workspace()
    workspace.adopt(project)
    model = DocumentsModel(workspace)

    assert model.rowCount() == 200
    assert model.summary(449).document.name == "449.txt"
    assert model.summary(450) is None
    assert model.rowCount() == 450
    workspace.close_project()
    assert model.rowCount() == 0
