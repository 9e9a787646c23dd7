"""What a machine proposes, made so by a person."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core import edits
from annotator.core.change import EditContext
from annotator.core.errors import Phrase, UserError
from annotator.core.records import Annotation, Entity, Layer, Relation, Span
from annotator.core.schema import LabelSet
from annotator.core.suggestions import Proposal, Suggestion
from annotator.store import queries

TEXT = "أعلن رئيس الوزراء الخميس أن نحو 2500 جندي سيغادرون العراق، وقال العراق إن العراق باق"
LAYER = Layer(id=2, document_id=1, reviewer_id=7, updated="before", status="started")


@pytest.fixture
def actor(spot: Any) -> Annotation:
    return spot(TEXT, "رئيس الوزراء")


@pytest.fixture
def claim(spot: Any) -> Annotation:
    return spot(TEXT, "نحو 2500 جندي سيغادرون العراق", "claim")


@pytest.fixture
def figure(spot: Any) -> Annotation:
    return spot(TEXT, "نحو 2500 جندي", "figure")


@pytest.fixture
def minister(actor: Annotation) -> Entity:
    return Entity(id=50, uuid="e50", label_id=actor.label_id, name="محمد شياع السوداني")


@pytest.fixture
def suggest(labels: LabelSet) -> Callable[..., Suggestion]:
    def make(start: int, end: int, label: str = "location", **more: Any) -> Suggestion:
        return Suggestion(
            **{
                "kind": "mention",
                "document_id": 1,
                "label_id": labels.label_by_name[label].id,
                "span": Span(start, end),
                "quote": TEXT[start:end],
                "confidence": 0.9,
                "reason": Phrase("is the same word"),
            }
            | more
        )

    return make


def places(word: str) -> list[tuple[int, int]]:
    return [(at, at + len(word)) for at in range(len(TEXT)) if TEXT.startswith(word, at)]


def accept(
    context: EditContext, annotation: Annotation, proposal: Proposal, labels: LabelSet, **more: Any
) -> Any:
    there = {item.id: item for item in (annotation, *more.get("others", ()))}
    return edits.accept_proposal(
        context,
        LAYER,
        TEXT,
        annotation,
        proposal,
        labels,
        there,
        more.get("relations", ()),
        more.get("entities", ()),
    )


def test_a_figure_takes_the_values_it_has_not(
    context: EditContext, labels: LabelSet, figure: Annotation
) -> None:
    said = replace(figure, attributes={"op": "="})
    proposal = Proposal(annotation_id=said.id, attributes={"op": "~", "value": 2500, "counted": "جندي"})
    transaction = accept(context, said, proposal, labels)
    ((before, after),) = transaction.of(Annotation)
    assert (before, after and after.attributes) == (said, {"op": "=", "value": 2500, "counted": "جندي"})
    assert (transaction.name, after and after.origin) == ("accept proposal", "manual")


def test_bounds_are_not_put_beside_a_value_a_person_gave(
    context: EditContext, labels: LabelSet, figure: Annotation
) -> None:
    said = replace(figure, attributes={"value": 12})
    proposal = Proposal(annotation_id=said.id, attributes={"op": "range", "min": 10, "max": 15, "unit": "%"})
    assert edits.remaining(proposal, said, labels, ()).attributes == {"unit": "%"}
    said = replace(figure, attributes={"op": "vague"})
    proposal = Proposal(annotation_id=said.id, attributes={"op": "~", "value": 50})
    assert edits.remaining(proposal, said, labels, ()).is_empty


def test_what_the_label_does_not_know_is_left_out(labels: LabelSet, actor: Annotation) -> None:
    proposal = Proposal(annotation_id=actor.id, attributes={"value": 1, "kind": "star"})
    assert edits.remaining(proposal, actor, labels, ()).is_empty


def test_an_entity_is_linked_with_kind_and_role_in_one_step(
    context: EditContext, labels: LabelSet, actor: Annotation, minister: Entity
) -> None:
    proposal = Proposal(annotation_id=actor.id, attributes={"kind": "person"}, entity_id=minister.id)
    transaction = accept(context, actor, proposal, labels, entities=[minister])
    assert list(transaction.of(Annotation)) == [
        (actor, replace(actor, entity_id=minister.id, attributes={"kind": "person"}))
    ]


def test_an_entity_still_to_be_made_is_made_and_linked(
    context: EditContext, labels: LabelSet, actor: Annotation
) -> None:
    transaction = accept(context, actor, Proposal(annotation_id=actor.id, entity_name="رئيس الوزراء"), labels)
    ((_, entity),) = transaction.of(Entity)
    ((_, changed),) = transaction.of(Annotation)
    assert entity is not None
    assert changed is not None
    assert (entity.name, changed.entity_id) == ("رئيس الوزراء", entity.id)


def test_an_entity_a_person_chose_stays(labels: LabelSet, actor: Annotation, minister: Entity) -> None:
    chosen = replace(actor, entity_id=60)
    for proposal in (
        Proposal(annotation_id=actor.id, entity_id=minister.id),
        Proposal(annotation_id=actor.id, entity_name="غيره"),
    ):
        assert edits.remaining(proposal, chosen, labels, ()).is_empty


def test_an_entity_that_is_gone_or_of_another_label_is_refused(
    context: EditContext, labels: LabelSet, actor: Annotation, minister: Entity
) -> None:
    proposal = Proposal(annotation_id=actor.id, entity_id=minister.id)
    with pytest.raises(UserError, match="not there any more"):
        accept(context, actor, proposal, labels)
    elsewhere = replace(minister, label_id=labels.label_by_name["location"].id)
    with pytest.raises(UserError, match="another label"):
        accept(context, actor, proposal, labels, entities=[elsewhere])


def test_a_claim_gets_its_source_and_says_so(
    context: EditContext, labels: LabelSet, actor: Annotation, claim: Annotation
) -> None:
    proposal = Proposal(annotation_id=claim.id, attributes={"cue": "أعلن"}, source_ids=(actor.id,))
    transaction = accept(context, claim, proposal, labels, others=[actor])
    ((_, link),) = transaction.of(Relation)
    ((_, changed),) = transaction.of(Annotation)
    assert link is not None
    assert (link.source_id, link.target_id) == (claim.id, actor.id)
    assert changed is not None
    assert changed.attributes == {"cue": "أعلن", "attribution": "actor"}


def test_a_speaker_that_is_not_annotated_is_tagged_first(
    context: EditContext, labels: LabelSet, claim: Annotation
) -> None:
    speaker = Span(*places("رئيس الوزراء")[0])
    transaction = accept(context, claim, Proposal(annotation_id=claim.id, speaker=speaker), labels)
    made = next(after for before, after in transaction.of(Annotation) if before is None)
    ((_, link),) = transaction.of(Relation)
    assert made is not None
    assert link is not None
    assert link.target_id == made.id
    assert (labels.label_by_id[made.label_id].name, made.origin, made.span) == ("actor", "suggested", speaker)


def test_a_speaker_annotated_meanwhile_is_not_tagged_twice(
    context: EditContext, labels: LabelSet, actor: Annotation, claim: Annotation
) -> None:
    proposal = Proposal(annotation_id=claim.id, speaker=actor.span)
    transaction = accept(context, claim, proposal, labels, others=[actor])
    assert [after and after.id for _before, after in transaction.of(Annotation)] == [claim.id]
    ((_, link),) = transaction.of(Relation)
    assert link is not None
    assert link.target_id == actor.id


def test_sources_a_person_gave_stay(
    labels: LabelSet, actor: Annotation, claim: Annotation, join: Any
) -> None:
    proposal = Proposal(annotation_id=claim.id, source_ids=(actor.id,), speaker=Span(0, 4))
    assert edits.remaining(proposal, claim, labels, [join(claim, actor)]).is_empty
    outlet = replace(claim, attributes={"attribution": "outlet"})
    assert edits.remaining(proposal, outlet, labels, []).is_empty


def kinds_of(transaction: Any, labels: LabelSet) -> list[tuple[str, int]]:
    links = [after for _before, after in transaction.of(Relation) if after]
    return [(labels.relation_type_by_id[link.type_id].name, link.target_id) for link in links]


def test_a_claim_is_linked_to_who_passed_it_on(
    context: EditContext, labels: LabelSet, actor: Annotation, claim: Annotation, spot: Any
) -> None:
    relay = spot(TEXT, "العراق")
    proposal = Proposal(annotation_id=claim.id, source_ids=(actor.id,), relay_ids=(relay.id, 4711))
    transaction = accept(context, claim, proposal, labels, others=[actor, relay])
    assert kinds_of(transaction, labels) == [("attributed_to", actor.id), ("relayed_by", relay.id)]
    alone = accept(context, claim, replace(proposal, source_ids=()), labels, others=[actor, relay])
    assert kinds_of(alone, labels) == [("relayed_by", relay.id)]
    assert not list(alone.of(Annotation))


def test_who_passed_it_on_is_not_proposed_against_what_a_person_said(
    labels: LabelSet, actor: Annotation, claim: Annotation, spot: Any, join: Any
) -> None:
    relay = spot(TEXT, "العراق")
    proposal = Proposal(annotation_id=claim.id, relay_ids=(relay.id,))
    assert not edits.remaining(proposal, claim, labels, [join(claim, actor)]).is_empty
    assert edits.remaining(proposal, claim, labels, [join(claim, actor, "relayed_by")]).is_empty
    assert edits.remaining(proposal, claim, labels, [join(claim, relay)]).is_empty
    outlet = replace(claim, attributes={"attribution": "outlet"})
    assert edits.remaining(proposal, outlet, labels, []).is_empty
    kinds = [kind for kind in labels.relation_types if kind.name != "relayed_by"]
    fewer = LabelSet(labels.scheme, labels.labels, labels.attributes, kinds)
    assert edits.remaining(proposal, claim, fewer, []).is_empty


def test_a_proposal_of_what_is_gone_is_refused(
    context: EditContext, labels: LabelSet, claim: Annotation
) -> None:
    for proposal in (
        Proposal(annotation_id=claim.id, relay_ids=(4711,)),
        Proposal(annotation_id=claim.id, source_ids=(4711,)),
    ):
        with pytest.raises(UserError, match="not there any more"):
            accept(context, claim, proposal, labels)


def test_a_proposal_with_nothing_left_is_refused(
    context: EditContext, labels: LabelSet, actor: Annotation
) -> None:
    with pytest.raises(UserError, match="say already"):
        accept(context, actor, Proposal(annotation_id=actor.id), labels)


def test_all_mentions_are_marked_in_one_transaction(
    context: EditContext, labels: LabelSet, suggest: Any
) -> None:
    label = labels.label_by_name["location"]
    iraq = Entity(id=51, uuid="e51", label_id=label.id, name="العراق")
    found = [suggest(*place, entity_id=51, attributes={"kind": "country"}) for place in places("العراق")]
    transaction = edits.accept_suggestions(context, LAYER, TEXT, found, labels, [], [iraq])
    made = [after for _before, after in transaction.of(Annotation) if after]
    assert [(item.start, item.end) for item in made] == places("العراق")
    assert {(item.origin, item.entity_id, item.attributes["kind"]) for item in made} == {
        ("propagated", 51, "country")
    }
    assert (transaction.name, transaction.subject) == ("mark all", "العراق × 3")


def test_a_figure_that_is_accepted_was_suggested(
    context: EditContext, labels: LabelSet, suggest: Any
) -> None:
    found = suggest(*places("نحو 2500 جندي")[0], label="figure", kind="figure", attributes={"value": 2500})
    transaction = edits.accept_suggestions(context, LAYER, TEXT, [found], labels, [], [])
    ((_, made),) = transaction.of(Annotation)
    assert made is not None
    assert (made.origin, made.attributes) == ("suggested", {"value": 2500})
    assert transaction.name == "accept suggestion"


def test_what_is_marked_meanwhile_is_left_out(
    context: EditContext, labels: LabelSet, suggest: Any, spot: Any
) -> None:
    found = [suggest(*place) for place in places("العراق")]
    there = spot(TEXT, "العراق، وقال العراق", "location")
    inside = spot(TEXT, "سيغادرون العراق", "location")
    other = spot(TEXT, "العراق", "actor")
    assert len(edits.accept_suggestions(context, LAYER, TEXT, found, labels, [other], []).changes) == 4
    assert len(edits.accept_suggestions(context, LAYER, TEXT, found, labels, [inside], []).changes) == 4
    assert len(edits.accept_suggestions(context, LAYER, TEXT, found, labels, [there], []).changes) == 4
    first = replace(other, label_id=found[0].label_id)
    assert len(edits.accept_suggestions(context, LAYER, TEXT, found, labels, [first], []).changes) == 3
    both = edits.accept_suggestions(context, LAYER, TEXT, [found[0], found[0]], labels, [], [])
    assert len(both.changes) == 2


def test_with_nothing_left_a_transaction_changes_nothing(
    context: EditContext, labels: LabelSet, suggest: Any
) -> None:
    gone = suggest(0, 4, label_id=9999)
    assert edits.accept_suggestions(context, LAYER, TEXT, [gone], labels, [], []).changes == ()


def test_a_rejected_suggestion_is_remembered_and_can_be_taken_back(
    context: EditContext, suggest: Any
) -> None:
    found = suggest(0, 4)
    transaction = edits.reject_suggestion(context, LAYER, found, [])
    dismissal = transaction.changes[1].after
    assert transaction.name == "reject suggestion"
    known = edits.rejected([dismissal])  # type: ignore[list-item]
    assert edits.is_rejected(found, known)
    assert not edits.is_rejected(suggest(0, 5), known)
    assert not edits.is_rejected(replace(found, kind="figure"), known)
    with pytest.raises(UserError, match="already"):
        edits.reject_suggestion(context, LAYER, found, [dismissal])  # type: ignore[list-item]


@given(data=st.data())
def test_marking_twice_marks_once_and_undo_restores_exactly(
    data: st.DataObject, make_project: Any, desk_at: Any, dump: Any, request: pytest.FixtureRequest
) -> None:
    project = request.node.stash.get(_PROJECT, None)
    if project is None:
        project = request.node.stash[_PROJECT] = make_project()
        desk_at(project).add(TEXT)
    desk, labels = desk_at(project), project.label_set
    (document,) = queries.documents(project.database)
    cuts = data.draw(st.lists(st.integers(0, len(TEXT) - 1), min_size=1, max_size=8))
    found = [
        Suggestion(
            kind="mention",
            document_id=document.id,
            label_id=labels.label_by_name["actor"].id,
            span=Span(cut, cut + 1),
            quote=TEXT[cut : cut + 1],
            confidence=1.0,
            reason=Phrase("is the same word"),
        )
        for cut in cuts
        if TEXT[cut].strip()
    ]
    before = dump(project)
    for attempt in range(2):
        there = queries.annotations(project.database, desk.layer(document).id)
        transaction = edits.accept_suggestions(
            desk.context, desk.layer(document), TEXT, found, labels, there, []
        )
        assert bool(transaction.changes) == (attempt == 0 and bool(found))
        if transaction.changes:
            project.apply(transaction)
    if found:
        project.undo(desk.reviewer_id)
    assert dump(project) == before


_PROJECT = pytest.StashKey[Any]()
