"""Undo and redo: whatever is done, undoing all of it gives the beginning, and redoing all of it the end."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core import edits
from annotator.core.change import Change, Transaction
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Entity, Span
from annotator.core.schema import SchemeDefinition
from annotator.store import queries
from annotator.store.check import check
from annotator.store.project import Project

Dump = Callable[[Project], dict[str, list[Any]]]
TEXTS = ("قال الوزير إن 2500 جندي وصلوا إلى لَا بغداد", "Latin 😀 ثم عربي، و«اقتباس» 1,200.")


class Play:
    """Two reviewers who do whatever numbers say, each on their own layers of the same documents."""

    def __init__(self, folder: Path, definition: SchemeDefinition, desk_at: Any) -> None:
        self.path = folder / "a.sanad"
        self.desk_at = desk_at
        self.project = Project.create(self.path, definition, "who set it up")
        desk = desk_at(self.project, 1)
        self.documents = [desk.add(text, f"{place}") for place, text in enumerate(TEXTS)]
        self.reviewers = (desk.join("second").reviewer_id, desk.join("third").reviewer_id)

    def reopen(self) -> None:
        self.project.close()
        self.project = Project.open(self.path)

    def act(self, what: int, who: int, a: int, b: int) -> None:
        """Do something; what cannot be done is not done."""
        desk = self.desk_at(self.project, self.reviewers[who])
        document, text = self.documents[a % 2], TEXTS[a % 2]
        layer, own, labels = desk.layer(document), desk.annotations(document), self.project.label_set
        links = queries.relations(self.project.database, layer.id)
        context, label = desk.context, labels.labels[b % len(labels.labels)]
        one, other = (own[a % len(own)], own[b % len(own)]) if own else (None, None)
        with suppress(UserError):
            if what == 0 or one is None or other is None:
                span = Span(a % len(text), min(len(text), a % len(text) + 1 + b % 12))
                transaction = edits.tag(context, layer, text, span, label, 1)
            elif what == 1:
                by_id = {item.id: item for item in own}
                transaction = edits.retag(context, layer, one, label, labels, links, by_id)
            elif what == 2:
                chosen = list({item.id: item for item in (one, other)}.values())
                transaction = edits.untag(context, layer, chosen, links)
            elif what == 3:
                transaction = edits.move_boundary(
                    context, layer, text, one, Span(one.start, one.start + 1 + b)
                )
            elif what == 4:
                transaction = edits.set_note(context, layer, one, f"ملاحظة {b}")
            elif what == 5:
                kind = labels.relation_types[b % len(labels.relation_types)]
                transaction = edits.relate(context, layer, kind, one, other, labels)
            elif what == 6 and links:
                transaction = edits.unrelate(context, layer, links[b % len(links)])
            elif what == 7:
                values = {
                    item.name: b if item.type == "number" else (item.choices or ("نص",))[0]
                    for item in labels.attributes_of(one.label_id)[: 1 + b % 3]
                }
                transaction = edits.set_attributes(context, layer, one, values, labels)
            else:
                status = ("started", "done")[b % 2]
                transaction = edits.set_status(context, layer, status, document.name)
            self.project.apply(transaction)


ACTIONS = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 1), st.integers(0, 60), st.integers(0, 20), st.booleans()),
    min_size=1,
    max_size=25,
)


@pytest.fixture
def play(definition: SchemeDefinition, desk_at: Any) -> Callable[[], Any]:
    """Begins a play in a folder of its own: hypothesis runs a test many times."""

    class Stage:
        def __enter__(self) -> Play:
            self.folder = TemporaryDirectory()
            self.play = Play(Path(self.folder.name), definition, desk_at)
            return self.play

        def __exit__(self, *_error: object) -> None:
            self.play.project.close()
            self.folder.cleanup()

    return Stage


def travel(play: Play, direction: str, order: Iterator[bool]) -> int:
    """Let both reviewers undo or redo all they can, in any order, closing the file now and then."""
    left, count = set(play.reviewers), 0
    while left:
        who = min(left) if next(order, True) else max(left)
        if getattr(play.project, direction)(who) is None:
            left.discard(who)
        else:
            count += 1
        if not next(order, True):
            play.reopen()
    return count


@given(actions=ACTIONS, order=st.lists(st.booleans(), max_size=60))
def test_undoing_all_gives_the_beginning_and_redoing_all_the_end(
    play: Any, dump: Dump, actions: list[tuple[int, int, int, int, bool]], order: list[bool]
) -> None:
    with play() as stage:
        begin = dump(stage.project)
        for what, who, a, b, _reopen in actions:
            stage.act(what, who, a, b)
        end = dump(stage.project)
        assert [finding for finding in check(stage.project.database) if finding.severity == "error"] == []
        undone = travel(stage, "undo", iter(order))
        assert dump(stage.project) == begin
        assert travel(stage, "redo", iter(reversed(order))) == undone
        assert dump(stage.project) == end
        assert [finding for finding in check(stage.project.database) if finding.severity == "error"] == []


@given(actions=ACTIONS)
def test_each_undo_gives_the_state_before_and_each_redo_the_state_after(
    play: Any, dump: Dump, actions: list[tuple[int, int, int, int, bool]]
) -> None:
    with play() as stage:
        states = [dump(stage.project)]
        for what, _who, a, b, reopen in actions:
            steps = len(stage.project.history())
            stage.act(what, 0, a, b)
            if len(stage.project.history()) > steps:
                states.append(dump(stage.project))
            if reopen:
                stage.reopen()
        for before in reversed(states[:-1]):
            assert stage.project.undo(stage.reviewers[0]) is not None
            assert dump(stage.project) == before
        for after in states[1:]:
            assert stage.project.redo(stage.reviewers[0]) is not None
            assert dump(stage.project) == after


# --- steps ---


def test_a_step_has_the_name_and_subject_of_what_was_done(desk: Any) -> None:
    desk.tag(desk.add(), 0, 3)
    step = desk.project.undoable(1)
    assert (step.name, step.subject, step.reviewer_id, step.undone) == ("tag", "actor: قال", 1, False)
    desk.project.undo(1)
    step = desk.project.redoable(1)
    assert (step.name, step.undone) == ("tag", True)


def test_a_new_step_ends_what_could_be_redone_for_its_reviewer_alone(desk: Any) -> None:
    document = desk.add()
    second = desk.join("second")
    desk.tag(document, 0, 3)
    second.tag(document, 4, 9)
    desk.project.undo(1)
    desk.project.undo(second.reviewer_id)
    desk.tag(document, 10, 12)
    assert desk.project.redoable(1) is None
    assert desk.project.redoable(second.reviewer_id) is not None
    names = [(step.name, step.undone) for step in desk.project.history()]
    assert names == [
        ("tag", False),
        ("tag", True),
        ("add reviewer", False),
        ("import", False),
        ("create", False),
    ]


def test_each_reviewer_undoes_their_own_steps(desk: Any) -> None:
    document = desk.add()
    second = desk.join("second")
    own, theirs = desk.tag(document, 0, 3), second.tag(document, 0, 3)
    desk.project.undo(1)
    assert desk.annotations(document) == []
    assert [item.uuid for item in second.annotations(document)] == [theirs.uuid]
    desk.project.redo(1)
    assert [item.uuid for item in desk.annotations(document)] == [own.uuid]


# --- what others stand on ---


@pytest.fixture
def stuck(desk: Any) -> Any:
    """A reviewer whose last step but one brought a document that another has annotated since."""
    desk.add("قبل ذلك", "older")
    document = desk.add("النص", "newer")
    context = desk.context
    reviewer = edits.add_reviewer(context, "second", [])
    desk.project.apply(replace(reviewer, reviewer_id=1))
    desk.project.undo(1)
    desk.project.redo(1)
    second = type(desk)(desk.project, queries.reviewers(desk.project.database)[-1].id)
    second.tag(document, 0, 4)
    desk.second = second
    return desk


def test_a_step_others_stand_on_is_refused_and_changes_nothing(stuck: Any, dump: Dump) -> None:
    was = dump(stuck.project)
    with pytest.raises(UserError) as caught:
        stuck.project.undo(1)
    assert str(caught.value) == (
        "“add reviewer” (second) cannot be undone: later work stands on what it did. Nothing was changed;"
        " Undo goes on to the step before it."
    )
    assert dump(stuck.project) == was


def test_the_steps_before_a_refused_one_can_still_be_undone(stuck: Any) -> None:
    for _ in range(2):
        with pytest.raises(UserError, match="cannot be undone"):
            stuck.project.undo(1)
    assert stuck.project.undoable(1).subject == "older"
    assert stuck.project.undo(1) is not None
    assert stuck.project.undo(1) is None
    assert [document.name for document in queries.documents(stuck.project.database)] == ["newer"]
    assert stuck.project.redo(1) is not None
    assert check(stuck.project.database) == []


def test_a_refused_step_can_be_undone_once_nothing_stands_on_it(stuck: Any, dump: Dump) -> None:
    with pytest.raises(UserError):
        stuck.project.undo(1)
    assert stuck.project.undo(stuck.second.reviewer_id) is not None
    assert stuck.project.undoable(1).name == "add reviewer"
    while stuck.project.undo(1):
        pass
    assert dump(stuck.project)["document"] == []


def test_a_refused_step_is_tried_again_after_the_reviewers_next_change(stuck: Any) -> None:
    with pytest.raises(UserError):
        stuck.project.undo(1)
    stuck.add("جديد", "newest")
    assert stuck.project.undo(1) is not None
    assert stuck.project.undoable(1).name == "add reviewer"


def test_a_redo_whose_ground_is_gone_is_refused_and_passed_over(desk: Any) -> None:
    second = desk.join("second")
    context = desk.context
    entity = Entity(
        id=context.new_id(), uuid=context.new_uuid(), label_id=desk.project.label_set.labels[0].id, name="x"
    )
    desk.project.apply(Transaction("tag", (Change(None, entity),), 1, context.at))
    document = second.add()
    made = second.tag(document, 0, 3)
    layer = second.layer(document)
    linked = replace(made, entity_id=entity.id)
    second.project.apply(
        Transaction("tag", (Change(made, linked),), second.reviewer_id, second.context.at, str(layer.id))
    )
    second.project.undo(second.reviewer_id)
    desk.project.undo(1)
    with pytest.raises(UserError, match="cannot be redone"):
        second.project.redo(second.reviewer_id)
    assert second.project.redo(second.reviewer_id) is None
    assert [item.entity_id for item in second.annotations(document)] == [None]
    desk.project.redo(1)
    assert second.project.redo(second.reviewer_id) is not None
    assert isinstance(second.annotations(document)[0], Annotation)
    assert second.annotations(document)[0].entity_id == entity.id


def test_a_row_that_another_changed_is_not_taken_back(desk: Any) -> None:
    document = desk.add()
    second = desk.join("second")
    desk.project.apply(edits.set_direction(desk.context, document, "ltr"))
    (turned,) = queries.documents(desk.project.database)
    desk.project.apply(edits.set_direction(second.context, turned, "rtl"))
    with pytest.raises(UserError, match="cannot be undone"):
        desk.project.undo(1)
    assert queries.documents(desk.project.database)[0].direction == "rtl"
