"""Undo and redo of all other edits, and of edits of the label set: all back, and all again."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import edits, label_edits, lint
from annotator.core.errors import UserError
from annotator.core.records import Span
from annotator.core.schema import AttributeDefinition, LabelDefinition, SchemeDefinition
from annotator.store import comparing, queries
from annotator.store.check import check
from annotator.store.project import Project
from annotator.store.relabelling import carry_out

TEXTS = ("عنوان\nقال الوزير إن 2500 جندي وصلوا إلى بغداد", "خبر\n\nLatin 😀 ثم عربي، و«اقتباس» 1,200.")


class Play:
    """Two reviewers who do whatever numbers say, on the same documents, entities and label set."""

    def __init__(self, folder: Path, definition: SchemeDefinition, desk_at: Any) -> None:
        self.path, self.desk_at = folder / "a.sanad", desk_at
        self.project = Project.create(self.path, definition, "who set it up")
        desk = desk_at(self.project, 1)
        self.documents = [desk.add(text, f"{place}") for place, text in enumerate(TEXTS)]
        self.reviewers = (desk.join("second").reviewer_id, desk.join("third").reviewer_id)
        for place, document in enumerate(self.documents):
            for reviewer in self.reviewers:
                for start in (0, 2 + place, 8):
                    desk_at(self.project, reviewer).tag(
                        document, start, start + 3, ("actor", "claim")[start > 2]
                    )

    def act(self, what: int, who: int, a: int, b: int) -> None:
        """Do something; what cannot be done is not done."""
        desk = self.desk_at(self.project, self.reviewers[who])
        with suppress(UserError):
            if what < len(_EDITS):
                step = _EDITS[what](self, desk, a, b)
                if step is not None:
                    self.project.apply(step)
            else:
                plan = _PLANS[what - len(_EDITS)](self, desk, a, b)
                if plan is not None:
                    carry_out(self.project, desk.reviewer_id, plan)

    def at(self, desk: Any, a: int) -> tuple[Any, Any, Any, list[Any], list[Any]]:
        document = self.documents[a % 2]
        layer = desk.layer(document)
        links = queries.relations(self.project.database, layer.id)
        return document, TEXTS[a % 2], layer, desk.annotations(document), links


def _tag(play: Play, desk: Any, a: int, b: int) -> Any:
    _document, text, layer, _own, _links = play.at(desk, a)
    label = play.project.label_set.labels[b % len(play.project.label_set.labels)]
    values = play.project.label_set.fitting(label.id, {"kind": "state", "value": b, "mode": "direct"})
    return edits.tag(desk.context, layer, text, Span(a % 30, a % 30 + 1 + b), label, 1, attributes=values)


def _untag(play: Play, desk: Any, a: int, b: int) -> Any:
    document, _text, layer, own, links = play.at(desk, a)
    gone, database = own[b : b + 1], play.project.database
    comments = queries.comments(database, document.id)
    compared = comparing.comparisons_of(database, [item.id for item in gone])
    return edits.untag(desk.context, layer, gone, links, comments, compared) if gone else None


def _sources(play: Play, desk: Any, a: int, b: int) -> Any:
    _document, _text, layer, own, links = play.at(desk, a)
    claim = own[b % len(own)] if own else None
    return claim and edits.set_sources(
        desk.context, layer, claim, own[: b % 3], play.project.label_set, links
    )


def _entity(play: Play, desk: Any, a: int, b: int) -> Any:
    _document, _text, layer, own, _links = play.at(desk, a)
    known, labels = queries.entities(play.project.database), play.project.label_set
    if not own:
        return None
    item = own[b % len(own)]
    if known and a % 3:
        return edits.link_entity(desk.context, layer, item, known[b % len(known)] if a % 3 == 1 else None)
    return edits.link_new_entity(desk.context, layer, item, f"اسم {b}", labels, known)


def _entities(play: Play, desk: Any, a: int, b: int) -> Any:
    database = play.project.database
    known = queries.entities(database)
    if not known:
        return None
    one, others = known[a % len(known)], known[: 1 + b % 3]
    mentions = [found.annotation for item in known for found in queries.mentions(database, item.id)]
    return (
        lambda: edits.merge_entities(desk.context, one, others, mentions),
        lambda: edits.rename_entity(desk.context, one, f"آخر {b}", known),
        lambda: edits.set_aliases(desk.context, one, ["أ", f"{b}"]),
        lambda: edits.remove_entity(desk.context, one, mentions),
    )[b % 4]()


def _zone(play: Play, desk: Any, a: int, b: int) -> Any:
    _document, text, layer, _own, _links = play.at(desk, a)
    kinds = play.project.label_set.zone_kinds
    span = Span(a % 20, a % 20 + b % 15)
    zones = queries.zones(play.project.database, layer.id)
    return edits.mark_zone(desk.context, layer, text, span, kinds[b % len(kinds)], zones)


def _comment(play: Play, desk: Any, a: int, b: int) -> Any:
    document, _text, _layer, own, _links = play.at(desk, a)
    known = queries.comments(play.project.database)
    if not known or b % 3 == 0:
        return edits.add_comment(
            desk.context, document, own[b % len(own)] if own and a % 3 else None, f"{b}؟"
        )
    comment = known[a % len(known)]
    return (
        lambda: edits.edit_comment(desk.context, comment, f"{a}"),
        lambda: edits.resolve_comment(desk.context, comment, resolved=not comment.resolved),
        lambda: edits.delete_comment(desk.context, comment),
    )[a % 3]()


def _compare(play: Play, desk: Any, a: int, b: int) -> Any:
    own = [item for document in play.documents for item in desk.annotations(document)]
    chosen = own[a % 7 : a % 7 + b % 5]
    known = comparing.comparisons_of(play.project.database, [item.id for item in chosen])
    return (
        lambda: edits.compare(desk.context, chosen, ("agreement", "conflict", "scope")[a % 3], known),
        lambda: edits.uncompare(desk.context, chosen, known),
        lambda: edits.note_comparisons(desk.context, chosen, known, f"{a}"),
    )[(b // 5) % 3]()


def _dismissal(play: Play, desk: Any, a: int, b: int) -> Any:
    _document, text, layer, own, links = play.at(desk, a)
    kept = queries.dismissals(play.project.database, layer.id)
    found = lint.findings(text, own, links, [], play.project.label_set, kept)
    if kept and b % 2:
        return edits.undismiss(desk.context, layer, kept[0])
    return edits.dismiss(desk.context, layer, found[b % len(found)], "هكذا") if found else None


def _label(play: Play, desk: Any, a: int, b: int) -> Any:
    labels = play.project.label_set
    one = labels.labels[a % len(labels.labels)]
    given = LabelDefinition(f"new {b}", "#000000", "#ffffff", has_entities=True)
    return (
        lambda: label_edits.add_label(desk.context, labels, given),
        lambda: label_edits.rename_label(desk.context, labels, one, f"name {b}"),
        lambda: label_edits.retire_label(desk.context, labels, one),
        lambda: label_edits.reorder_labels(desk.context, labels, labels.labels[::-1]),
        lambda: label_edits.set_proclitics(desk.context, labels, ("cut", "whole")[a % 2]),
        lambda: label_edits.add_attribute(desk.context, labels, one, AttributeDefinition(f"a {b}", "text")),
    )[b % 6]()


def _plan(play: Play, desk: Any, a: int, b: int) -> Any:
    labels, entities = play.project.label_set, queries.entities(play.project.database)
    one, other = labels.labels[a % len(labels.labels)], labels.labels[b % len(labels.labels)]
    given = LabelDefinition(f"part {b}", "#000000", "#ffffff")
    return (
        lambda: label_edits.delete_label(labels, one),
        lambda: label_edits.merge_labels(desk.context, labels, [one], other),
        lambda: label_edits.split_label(desk.context, labels, one, given, entities),
    )[b % 3]()


def _part(play: Play, desk: Any, a: int, b: int) -> Any:
    labels = play.project.label_set
    if not labels.attributes or not labels.relation_types or len(labels.zone_kinds) < 2:
        return None
    attribute = labels.attributes[a % len(labels.attributes)]
    choice = attribute.choices[b % len(attribute.choices)] if attribute.choices else ""
    return (
        lambda: label_edits.rename_attribute(labels, attribute, f"other {b}"),
        lambda: label_edits.delete_attribute(labels, attribute),
        lambda: label_edits.rename_choice(labels, attribute, choice, f"c {a}") if choice else None,
        lambda: label_edits.delete_choice(labels, attribute, choice) if choice else None,
        lambda: label_edits.delete_relation_type(labels, labels.relation_types[0]),
        lambda: label_edits.delete_zone_kind(labels, labels.zone_kinds[0]),
    )[b % 6]()


_EDITS: tuple[Callable[..., Any], ...] = (
    _tag, _untag, _sources, _entity, _entities, _zone, _comment, _compare, _dismissal, _label,
)  # fmt: skip
_PLANS: tuple[Callable[..., Any], ...] = (_plan, _part)

ACTIONS = st.lists(
    st.tuples(
        st.integers(0, len(_EDITS) + len(_PLANS) - 1),
        st.integers(0, 1),
        st.integers(0, 60),
        st.integers(0, 20),
    ),
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


def errors(project: Project) -> list[Any]:
    return [finding for finding in check(project.database) if finding.severity == "error"]


@given(actions=ACTIONS)
def test_one_reviewer_goes_back_and_forth_through_every_state(
    play: Any, dump: Any, actions: list[tuple[int, int, int, int]]
) -> None:
    with play() as stage:
        states = [dump(stage.project)]
        for what, _who, a, b in actions:
            steps = len(stage.project.history())
            stage.act(what, 0, a, b)
            if len(stage.project.history()) > steps:
                states.append(dump(stage.project))
        assert errors(stage.project) == []
        for before in reversed(states[:-1]):
            assert stage.project.undo(stage.reviewers[0]) is not None
            assert dump(stage.project) == before
        for after in states[1:]:
            assert stage.project.redo(stage.reviewers[0]) is not None
            assert dump(stage.project) == after


def tried(project: Project, reviewer: int, direction: str) -> Iterator[bool]:
    """Whether each step in a direction could be taken; those refused leave everything as it is."""
    while True:
        try:
            if getattr(project, direction)(reviewer) is None:
                return
            yield True
        except UserError:
            yield False


@given(actions=ACTIONS)
def test_two_reviewers_never_break_each_others_work_by_undoing(
    play: Any, dump: Any, actions: list[tuple[int, int, int, int]]
) -> None:
    with play() as stage:
        for what, who, a, b in actions:
            stage.act(what, who, a, b)
        for reviewer in stage.reviewers:
            before = dump(stage.project)
            undone = sum(tried(stage.project, reviewer, "undo"))
            assert errors(stage.project) == []
            redone = sum(tried(stage.project, reviewer, "redo"))
            assert (redone, dump(stage.project)) == (undone, before)
