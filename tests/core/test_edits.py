"""Every edit: what it changes, what it takes with it, and what it refuses."""

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core import edits
from annotator.core.change import Change, EditContext, Transaction
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Document, Layer, Relation, Reviewer, Span
from annotator.core.schema import LabelSet, SchemeDefinition, instantiate

TEXT = "قال الوَزِير إن 2500 جندي"
DOCUMENT = Document(id=1, uuid="d", name="a.txt", position=1, text_sha256="", length=len(TEXT))
NEW = Layer(id=2, document_id=1, reviewer_id=7)
LAYER = replace(NEW, updated="before", status="started")


@pytest.fixture
def context() -> EditContext:
    ids, uuids = itertools.count(100), itertools.count(1)
    return EditContext(7, "now", ids.__next__, lambda: f"uuid-{next(uuids)}")


@pytest.fixture(scope="module")
def labels(definition: SchemeDefinition) -> LabelSet:
    groups: dict[str, list[Any]] = {}
    for change in instantiate(definition, itertools.count(10).__next__):
        groups.setdefault(type(change.record).__name__, []).append(change.record)
    kinds = ("Label", "Attribute", "RelationType", "ZoneKind")
    return LabelSet(groups["Scheme"][0], *(groups[kind] for kind in kinds))


def made(transaction: Transaction) -> Annotation:
    return next(after for _before, after in transaction.of(Annotation) if after)


@pytest.fixture
def actor(context: EditContext, labels: LabelSet) -> Annotation:
    return made(edits.tag(context, LAYER, TEXT, Span(4, 12), labels.label_by_name["actor"], 1))


@pytest.fixture
def claim(context: EditContext, labels: LabelSet) -> Annotation:
    return made(edits.tag(context, LAYER, TEXT, Span(13, 25), labels.label_by_name["claim"], 1))


# --- tag ---


def test_the_first_tag_writes_the_layer_and_starts_it(context: EditContext, labels: LabelSet) -> None:
    transaction = edits.tag(context, NEW, TEXT, Span(0, 3), labels.labels[0], 4)
    written, added = transaction.changes
    assert written == Change(None, replace(NEW, updated="now", status="started"))
    assert added.before is None
    assert made(transaction) == Annotation(
        id=100,
        uuid="uuid-1",
        layer_id=2,
        label_id=labels.labels[0].id,
        start=0,
        end=3,
        quote="قال",
        reviewer_id=7,
        scheme_version=4,
    )
    assert (transaction.name, transaction.subject) == ("tag", "actor: قال")
    assert (transaction.reviewer_id, transaction.at) == (7, "now")


def test_a_later_tag_notes_the_time_and_leaves_the_status(context: EditContext, labels: LabelSet) -> None:
    done = replace(LAYER, status="done")
    transaction = edits.tag(context, done, TEXT, Span(0, 3), labels.labels[0], 1, "suggested")
    assert transaction.changes[0] == Change(done, replace(done, updated="now"))
    assert made(transaction).origin == "suggested"


def test_a_tag_that_would_cut_a_character_takes_it_whole(context: EditContext, labels: LabelSet) -> None:
    annotation = made(edits.tag(context, LAYER, TEXT, Span(7, 8), labels.labels[0], 1))
    assert (annotation.start, annotation.end, annotation.quote) == (6, 8, "وَ")


@pytest.mark.parametrize("span", [Span(-1, 3), Span(0, 26), Span(5, 4), Span(30, 40)])
def test_a_span_outside_the_text_is_refused(context: EditContext, labels: LabelSet, span: Span) -> None:
    with pytest.raises(UserError, match="outside the text of 25 characters"):
        edits.tag(context, LAYER, TEXT, span, labels.labels[0], 1)


@pytest.mark.parametrize("span", [Span(3, 4), Span(4, 4), Span(0, 0), Span(25, 25)])
def test_nothing_but_spaces_is_refused(context: EditContext, labels: LabelSet, span: Span) -> None:
    with pytest.raises(UserError, match="nothing but spaces"):
        edits.tag(context, LAYER, TEXT, span, labels.labels[0], 1)


@given(text=st.text(min_size=1, max_size=30), start=st.integers(0, 30), length=st.integers(0, 30))
def test_whatever_is_tagged_quotes_its_text(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    try:
        settled = edits.settle(text, span)
    except UserError:
        return
    assert 0 <= settled.start <= span.start <= span.end <= settled.end <= len(text)
    assert edits.settle(text, settled) == settled
    assert settled.quote(text).strip()


# --- retag ---


def retagged(
    context: EditContext, labels: LabelSet, item: Annotation, label: str, *links: Relation
) -> Transaction:
    others = {other.id: other for other in (item,)}
    return edits.retag(context, LAYER, item, labels.label_by_name[label], labels, links, others)


def test_another_label_drops_what_it_does_not_define(
    context: EditContext, labels: LabelSet, actor: Annotation
) -> None:
    item = replace(actor, attributes={"kind": "state", "role": "x"}, entity_id=55)
    changed = made(retagged(context, labels, item, "location"))
    assert changed == replace(
        item, label_id=labels.label_by_name["location"].id, attributes={}, entity_id=None
    )


def test_a_value_both_labels_allow_is_kept(context: EditContext, labels: LabelSet, actor: Annotation) -> None:
    one, other = (labels.attributes_of(labels.label_by_name[name].id)[0] for name in ("actor", "location"))
    shared = set(one.choices) & set(other.choices)
    assert one.name == other.name == "kind"
    assert shared == set()
    free = [replace(item, choices=()) if item.name == "kind" else item for item in labels.attributes]
    looser = LabelSet(labels.scheme, labels.labels, free, labels.relation_types, labels.zone_kinds)
    item = replace(actor, attributes={"kind": "state", "role": "x"})
    assert made(retagged(context, looser, item, "location")).attributes == {"kind": "state"}


def test_the_same_label_again_keeps_the_entity(
    context: EditContext, labels: LabelSet, actor: Annotation
) -> None:
    item = replace(actor, entity_id=55)
    assert made(retagged(context, labels, item, "actor")).entity_id == 55


def test_relations_the_new_label_may_not_have_go_first(
    context: EditContext, labels: LabelSet, actor: Annotation, claim: Annotation
) -> None:
    kinds = labels.relation_type_by_name
    said = relation(50, kinds["attributed_to"].id, claim, actor)
    same = relation(51, kinds["same_as"].id, claim, actor)
    both = {claim.id: claim, actor.id: actor}
    label = labels.label_by_name["location"]
    transaction = edits.retag(context, LAYER, actor, label, labels, [said, same], both)
    assert [type(change.record) for change in transaction.changes] == [Layer, Relation, Annotation]
    assert list(transaction.of(Relation)) == [(said, None)]


def relation(row_id: int, type_id: int, source: Annotation, target: Annotation) -> Relation:
    return Relation(
        id=row_id, uuid=str(row_id), layer_id=2, type_id=type_id, source_id=source.id, target_id=target.id
    )


# --- untag, move, note, attributes ---


def test_removing_annotations_removes_their_relations(
    context: EditContext, labels: LabelSet, actor: Annotation, claim: Annotation
) -> None:
    third = replace(actor, id=60, uuid="third")
    kind = labels.relation_type_by_name["same_as"].id
    links = [relation(50, kind, actor, claim), relation(51, kind, claim, third)]
    one = edits.untag(context, LAYER, [actor], links)
    assert list(one.of(Relation)) == [(links[0], None)]
    assert list(one.of(Annotation)) == [(actor, None)]
    assert one.subject == actor.quote
    two = edits.untag(context, LAYER, [actor, third], links)
    assert list(two.of(Relation)) == [(links[0], None), (links[1], None)]
    assert two.subject == "2"


def test_a_moved_annotation_quotes_what_it_now_covers(context: EditContext, actor: Annotation) -> None:
    moved = made(edits.move_boundary(context, LAYER, TEXT, actor, Span(4, 15)))
    assert moved == replace(actor, end=15, quote=TEXT[4:15])
    with pytest.raises(UserError, match="outside"):
        edits.move_boundary(context, LAYER, TEXT, actor, Span(4, 99))


def test_a_note_is_written(context: EditContext, actor: Annotation) -> None:
    assert made(edits.set_note(context, LAYER, actor, "شك")) == replace(actor, note="شك")


def test_attributes_are_exactly_those_given(
    context: EditContext, labels: LabelSet, actor: Annotation
) -> None:
    item = replace(actor, attributes={"role": "x"})
    transaction = edits.set_attributes(context, LAYER, item, {"kind": "state"}, labels)
    assert made(transaction).attributes == {"kind": "state"}
    assert transaction.subject == f"role: – · kind: state · {item.quote}"


@pytest.mark.parametrize(
    ("values", "says"), [({"mood": "x"}, "no attribute “mood”"), ({"kind": "ghost"}, "must be one of")]
)
def test_attributes_a_label_does_not_allow_are_refused(
    context: EditContext, labels: LabelSet, actor: Annotation, values: dict[str, Any], says: str
) -> None:
    with pytest.raises(UserError, match=says):
        edits.set_attributes(context, LAYER, actor, values, labels)


# --- relations ---


def test_a_link_is_made_and_removed(
    context: EditContext, labels: LabelSet, actor: Annotation, claim: Annotation
) -> None:
    kind = labels.relation_type_by_name["attributed_to"]
    transaction = edits.relate(context, LAYER, kind, claim, actor, labels)
    ((_, link),) = transaction.of(Relation)
    assert link is not None
    assert (link.type_id, link.source_id, link.target_id) == (kind.id, claim.id, actor.id)
    gone = edits.unrelate(context, LAYER, link)
    assert list(gone.of(Relation)) == [(link, None)]
    assert edits.attached(actor, [link]) == edits.attached(claim, [link]) == [link]
    assert edits.attached(replace(actor, id=1), [link]) == []


def test_a_link_the_label_set_does_not_allow_is_refused(
    context: EditContext, labels: LabelSet, actor: Annotation, claim: Annotation
) -> None:
    kind = labels.relation_type_by_name["attributed_to"]
    with pytest.raises(UserError, match="does not let attributed_to link actor to claim"):
        edits.relate(context, LAYER, kind, actor, claim, labels)
    with pytest.raises(UserError, match="to itself"):
        edits.relate(context, LAYER, labels.relation_type_by_name["same_as"], actor, actor, labels)


# --- layers, documents, reviewers ---


def test_a_status_is_set_also_on_a_new_layer(context: EditContext) -> None:
    transaction = edits.set_status(context, NEW, "done", "a.txt")
    assert transaction.changes == (Change(None, replace(NEW, updated="now", status="done")),)
    assert transaction.subject == "a.txt: done"


def test_a_new_layer_is_the_reviewers_and_not_in_the_file_yet(context: EditContext) -> None:
    assert edits.new_layer(context, DOCUMENT) == Layer(id=100, document_id=1, reviewer_id=7)


def test_a_direction_is_the_documents(context: EditContext) -> None:
    transaction = edits.set_direction(context, DOCUMENT, "ltr")
    assert transaction.changes == (Change(DOCUMENT, replace(DOCUMENT, direction="ltr")),)


def test_a_reviewer_joins_under_a_name_of_their_own(context: EditContext) -> None:
    ((_, joined),) = edits.add_reviewer(context, "  سارة ", []).of(Reviewer)
    assert joined == Reviewer(id=100, uuid="uuid-1", name="سارة")
    with pytest.raises(UserError, match="already a reviewer"):
        edits.add_reviewer(context, "سارة", [Reviewer(id=1, uuid="u", name="سارة")])
    with pytest.raises(UserError, match="needs a name"):
        edits.add_reviewer(context, " \t", [])


# --- all of them ---


def test_every_edit_has_a_known_name_and_inverts(
    context: EditContext, labels: LabelSet, actor: Annotation, claim: Annotation
) -> None:
    kind = labels.relation_type_by_name["same_as"]
    link = relation(50, kind.id, actor, claim)
    transactions = [
        edits.tag(context, LAYER, TEXT, Span(0, 3), labels.labels[0], 1),
        retagged(context, labels, actor, "location"),
        edits.untag(context, LAYER, [actor], [link]),
        edits.move_boundary(context, LAYER, TEXT, actor, Span(0, 3)),
        edits.set_note(context, LAYER, actor, "x"),
        edits.set_attributes(context, LAYER, actor, {}, labels),
        edits.set_status(context, LAYER, "done", "x"),
        edits.set_direction(context, DOCUMENT, "ltr"),
        edits.relate(context, LAYER, kind, actor, claim, labels),
        edits.unrelate(context, LAYER, link),
        edits.add_reviewer(context, "x", []),
    ]
    for transaction in transactions:
        assert transaction.name in edits.NAMES
        assert transaction.inverse().inverse() == transaction
    assert len({transaction.name for transaction in transactions}) == len(transactions)


def test_a_long_quote_is_shortened_to_one_line_in_the_history(context: EditContext, labels: LabelSet) -> None:
    text = "كلمة\n" * 40
    subject = edits.tag(context, LAYER, text, Span(0, 199), labels.labels[0], 1).subject
    assert len(subject) == 60
    assert subject.endswith("…")
    assert "\n" not in subject


def test_an_error_says_the_same_in_english_and_by_its_parts() -> None:
    error = UserError("“{name}” is taken.", name="سارة")
    assert str(error) == "“سارة” is taken."
    assert error.key.format(**error.values) == str(error)
    assert (
        str(UserError("Braces {stay} where there are no values."))
        == "Braces {stay} where there are no values."
    )
