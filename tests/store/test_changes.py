"""Changing a project: all or nothing, on disk when told, and refused in plain words."""

import sqlite3
import threading
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from annotator.core import edits
from annotator.core.change import Change, Transaction
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Document, Layer, Span
from annotator.store import queries
from annotator.store.check import check
from annotator.store.project import Bulk, Event, Project

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


# --- one change ---


def test_a_change_is_on_disk_when_apply_returns(desk: Any) -> None:
    made = desk.tag(desk.add(), 0, 3)
    other = sqlite3.connect(desk.project.path)
    assert other.execute("SELECT uuid FROM annotation").fetchall() == [(made.uuid,)]
    other.close()


def test_listeners_hear_the_transaction_after_it_is_on_disk(desk: Any) -> None:
    heard: list[tuple[Event, bool]] = []
    project = desk.project
    end = project.subscribe(lambda event: heard.append((event, project.database.conn.in_transaction)))
    document = desk.add()
    undone = project.undo(1)
    end()
    end()
    project.redo(1)
    (added, in_transaction), (taken_back, _) = heard
    assert isinstance(added, Transaction)
    assert added.changes[0].after == document
    assert not in_transaction
    assert taken_back == undone == added.inverse()


def test_a_listener_that_fails_does_not_keep_the_others_from_hearing(desk: Any) -> None:
    heard: list[Event] = []

    def fail(_event: Event) -> None:
        raise ZeroDivisionError

    desk.project.subscribe(fail)
    desk.project.subscribe(heard.append)
    with pytest.raises(ZeroDivisionError):
        desk.add()
    assert len(heard) == 1
    assert len(queries.documents(desk.project.database)) == 1


def test_a_stale_change_is_refused_and_changes_nothing(desk: Any, dump: Dump) -> None:
    document = desk.add()
    before_status = desk.tag(document, 0, 3) and desk.layer(document)
    desk.project.apply(edits.set_status(desk.context, before_status, "done", "x"))
    was = dump(desk.project)
    with pytest.raises(UserError, match="changed since"):
        desk.project.apply(edits.set_status(desk.context, before_status, "started", "x"))
    assert dump(desk.project) == was
    assert desk.project.undoable(1).name == "set status"


@pytest.mark.parametrize("field", ["quote", "start", "end"])
def test_a_quote_is_proved_when_it_is_written(desk: Any, dump: Dump, field: str) -> None:
    document = desk.add("قال الوزير كلاما")
    was = dump(desk.project)
    text = "قال الوزير كلاما"
    transaction = edits.tag(
        desk.context, desk.layer(document), text, Span(4, 10), desk.project.label_set.labels[0], 1
    )
    *others, change = transaction.changes
    wrong = {"quote": "الأمير", "start": 3, "end": 11}[field]
    if field != "quote":
        change = replace(change, after=replace(change.after, quote="x" * 7))
    bad = replace(change, after=replace(change.after, **{field: wrong}))
    with pytest.raises(ValueError, match="does not fit its text"):
        desk.project.apply(replace(transaction, changes=(*others, bad)))
    assert dump(desk.project) == was


def test_a_document_is_as_long_as_its_text(desk: Any) -> None:
    transaction = bundle(desk, "نص قصير", 0)
    document, layer = transaction.changes
    longer = replace(document, after=replace(document.after, length=8))
    with pytest.raises(ValueError, match="does not fit its text"):
        desk.project.apply(replace(transaction, changes=(longer, layer)), ["نص قصير"])


def test_half_a_character_is_refused_with_a_sentence(desk: Any, dump: Dump) -> None:
    document = desk.add()
    made = desk.tag(document, 0, 3)
    was = dump(desk.project)
    with pytest.raises(UserError, match=r"half a character \(U\+D83D\)"):
        desk.project.apply(edits.set_note(desk.context, desk.layer(document), made, "\ud83d"))
    assert dump(desk.project) == was


def test_texts_come_back_as_they_were(desk: Any) -> None:
    text = "\ufeffسطر\r\nثان\u2028\u00a0تـطـويل\u202e😀\x85."
    document = desk.add(text)
    assert queries.text(desk.project.database, document.text_sha256) == text


def test_the_label_set_is_current_after_each_change(desk: Any) -> None:
    label = desk.project.label_set.labels[0]
    change = Change(label, replace(label, name="agent"))
    desk.project.apply(Transaction("create", (change,), 1, desk.context.at))
    assert desk.project.label_set.labels[0].name == "agent"
    desk.project.undo(1)
    assert desk.project.label_set.labels[0].name == "actor"


# --- bulk ---


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


# --- the drive ---


def test_a_full_drive_is_told_and_the_next_change_works(desk: Any, dump: Dump) -> None:
    document = desk.add()
    database, was = desk.project.database, dump(desk.project)
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError, match=r"not saved: the drive is full"):
        desk.add("نص " * 20000)
    assert dump(desk.project) == was
    assert not database.conn.in_transaction
    database.execute("PRAGMA max_page_count = 1000000")
    desk.tag(document, 0, 3)
    assert check(database) == []


def test_a_drive_that_fills_up_during_an_import_leaves_nothing_of_it(desk: Any, dump: Dump) -> None:
    database, was = desk.project.database, dump(desk.project)
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count = {pages + 20}")

    def import_much() -> None:
        with desk.project.bulk("import", "9", 1):
            for number in range(100):
                text = f"{number} " + "كلمة " * 500
                desk.project.apply(bundle(desk, text, 100), [text])

    with pytest.raises(UserError, match=r"not saved: the drive is full"):
        import_much()
    assert dump(desk.project) == was
    assert check(database) == []


def test_a_file_that_was_renamed_while_open_takes_no_change(desk: Any) -> None:
    document = desk.add()
    path: Path = desk.project.path
    path.rename(path.with_name("moved.sanad"))
    with pytest.raises(UserError, match="moved, renamed or deleted"):
        desk.tag(document, 0, 3)
    path.with_name("moved.sanad").rename(path)
    desk.tag(document, 0, 3)


def test_the_work_of_a_deleted_file_can_be_saved_as_a_copy(desk: Any, tmp_path: Path) -> None:
    document = desk.add()
    desk.tag(document, 0, 3)
    desk.project.path.unlink()
    with pytest.raises(UserError, match="save a copy"):
        desk.tag(document, 0, 3)
    desk.project.snapshot(tmp_path / "saved.sanad")
    with Project.open(tmp_path / "saved.sanad") as saved:
        assert queries.label_counts(saved.database)["actor"] == 1


def test_another_program_in_the_way_is_told(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    document = desk.add()
    desk.project.database.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(desk.project.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(UserError, match="another program is using it"):
        desk.project.apply(edits.set_direction(desk.context, document, "ltr"))
    other.rollback()
    other.close()
    desk.project.apply(edits.set_direction(desk.context, document, "ltr"))


def test_a_wrong_statement_is_a_bug_and_not_blamed_on_the_drive(desk: Any) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), desk.project.bulk("import", "", 1):
        desk.project.database.execute("SELECT * FROM no_such")
    desk.add()


def test_closing_waits_for_a_copy_that_is_being_made(desk: Any, tmp_path: Path) -> None:
    desk.add("نص " * 200_000)
    started, go_on = threading.Event(), threading.Event()

    def progress(_done: int, _total: int) -> None:
        started.set()
        go_on.wait(10)

    copying = threading.Thread(target=desk.project.snapshot, args=(tmp_path / "copy.sanad", progress))
    copying.start()
    assert started.wait(10)
    closing = threading.Thread(target=desk.project.close)
    closing.start()
    go_on.set()
    for thread in (copying, closing):
        thread.join(10)
        assert not thread.is_alive()
    with Project.open(tmp_path / "copy.sanad") as copy:
        assert check(copy.database) == []
