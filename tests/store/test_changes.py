"""Changing a project: all or nothing, on disk when told, and refused in plain words."""

import sqlite3
from typing import Any

import pytest
from msgspec.structs import replace

from annotator.core import edits
from annotator.core.change import Change, Transaction
from annotator.core.errors import UserError
from annotator.core.records import Span
from annotator.store import queries
from annotator.store.project import Event
from tests.store.bundles import Dump, bundle


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
