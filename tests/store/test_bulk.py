"""Many changes as one: one step, one commit, one event, all or nothing."""

import threading
from typing import Any

import pytest
from msgspec.structs import replace

from annotator.core import edits
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Layer
from annotator.store import queries
from annotator.store.check import check
from annotator.store.project import Bulk, Event, Project
from tests.store.bundles import Dump, bundle


def test_a_bulk_change_is_one_step_and_one_event(desk: Any, dump: Dump) -> None:
    heard: list[Event] = []
    before = dump(desk.project)
    desk.project.subscribe(heard.append)
    with desk.project.bulk("import", "3", 1):
        for number in range(3):
            text = f"متن رقم {number}"
            desk.project.apply(bundle(desk, text), [text])
        assert heard == []
    after = dump(desk.project)
    assert heard == [Bulk("import", "3")]
    assert len(desk.project.history()) == 2
    assert desk.project.undo(1) == Bulk("import", "3")
    assert dump(desk.project) == before
    assert desk.project.redo(1) == Bulk("import", "3")
    assert dump(desk.project) == after
    assert desk.project.undo(1)
    assert dump(desk.project) == before


def test_a_bulk_change_survives_closing_between_undo_and_redo(desk: Any, dump: Dump) -> None:
    with desk.project.bulk("import", "1", 1):
        desk.project.apply(bundle(desk, "مقالطويل"), ["مقالطويل"])
    after, path = dump(desk.project), desk.project.path
    desk.project.undo(1)
    desk.project.close()
    with Project.open(path) as project:
        assert project.redoable(1).subject == "1"
        project.redo(1)
        assert dump(project) == after
        assert check(project.database) == []


def test_a_bulk_change_can_hold_any_kind_of_change(desk: Any, dump: Dump) -> None:
    document = desk.add("قال الوزير")
    made = desk.tag(document, 0, 3)
    before = dump(desk.project)
    with desk.project.bulk("tag", "2", 1):
        desk.tag(document, 4, 10)
        desk.project.apply(edits.untag(desk.context, desk.layer(document), [made], []))
    after = dump(desk.project)
    desk.project.undo(1)
    assert dump(desk.project) == before
    desk.project.redo(1)
    assert dump(desk.project) == after


def test_a_bulk_change_that_fails_leaves_nothing(desk: Any, dump: Dump) -> None:
    desk.add("قبل")
    desk.project.undo(1)
    everything = list(desk.project.database.conn.iterdump())
    heard: list[Event] = []
    desk.project.subscribe(heard.append)

    def fail_halfway() -> None:
        with desk.project.bulk("import", "2", 1):
            desk.project.apply(bundle(desk, "متنآخر"), ["متنآخر"])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    assert list(desk.project.database.conn.iterdump()) == everything
    assert heard == []
    assert desk.project.redoable(1) is not None


def test_a_bulk_change_with_nothing_in_it_is_no_step(desk: Any) -> None:
    heard: list[Event] = []
    desk.project.subscribe(heard.append)
    with desk.project.bulk("import", "0", 1):
        pass
    assert desk.project.undoable(1) is None
    assert heard == []


def test_a_bulk_change_cannot_go_on_after_a_part_has_failed(desk: Any, dump: Dump) -> None:
    before = dump(desk.project)
    good, bad = bundle(desk, "متنأول"), bundle(desk, "متنثان")
    bad = replace(bad, changes=bad.changes[1:])  # without its document

    def go_on() -> None:
        with desk.project.bulk("import", "2", 1):
            with pytest.raises(UserError, match="changed since"):
                desk.project.apply(bad)
            desk.project.apply(good, ["متنأول"])

    with pytest.raises(RuntimeError, match="the whole change"):
        go_on()
    assert dump(desk.project) == before
    desk.project.apply(good, ["متنأول"])


def test_a_bulk_change_whose_failed_part_was_ignored_is_not_told_as_done(desk: Any) -> None:
    with (
        pytest.raises(RuntimeError, match="the whole change"),
        desk.project.bulk("import", "1", 1),
        pytest.raises(UserError),
    ):
        desk.project.apply(edits.set_note(*stale(desk), "x"))


def stale(desk: Any) -> tuple[Any, Layer, Annotation]:
    document = queries.documents(desk.project.database) or [desk.add()]
    layer = replace(desk.layer(document[0]), updated="never")
    annotation = Annotation(
        id=999, uuid="u", layer_id=layer.id, label_id=2, start=0, end=1, quote="ق", reviewer_id=1
    )
    return desk.context, layer, annotation


def test_one_change_is_made_at_a_time(desk: Any) -> None:
    desk.add()
    with pytest.raises(RuntimeError, match="already"), desk.project.bulk("import", "1", 1):
        desk.project.undo(1)
    assert desk.project.undo(1)


def test_nothing_of_another_thread_gets_into_a_bulk_change(desk: Any) -> None:
    document = desk.add()
    refused: list[str] = []

    def work() -> None:
        for act in (lambda: desk.tag(document, 0, 3), lambda: desk.project.undo(1)):
            try:
                act()
            except UserError as error:
                refused.append(str(error))

    with desk.project.bulk("import", "1", 1):
        desk.project.apply(bundle(desk, "متنآخر"), ["متنآخر"])
        other = threading.Thread(target=work)
        other.start()
        other.join(10)
    assert refused == ["“import” is still running; do this again when it is done."] * 2
    assert desk.annotations(document) == []


def test_an_import_is_not_in_the_file_twice(desk: Any) -> None:
    with desk.project.bulk("import", "1", 1):
        text = "كلمة " * 500
        desk.project.apply(bundle(desk, text, 400), [text])
    sql = "SELECT sum(length(changes)) FROM history_part"
    assert desk.project.database.execute(sql).fetchone()[0] < 300


def test_an_import_that_was_changed_since_is_not_undone(desk: Any, dump: Dump) -> None:
    with desk.project.bulk("import", "1", 1):
        desk.project.apply(bundle(desk, "مقالطويل"), ["مقالطويل"])
    second = desk.join("Second")
    (document,) = queries.documents(desk.project.database)
    desk.project.apply(edits.set_direction(second.context, document, "ltr"))
    desk.project.undo(1)  # the reviewer who joined
    was = dump(desk.project)
    with pytest.raises(UserError, match="cannot be undone"):
        desk.project.undo(1)
    assert dump(desk.project) == was
