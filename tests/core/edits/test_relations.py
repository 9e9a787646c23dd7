"""Links between annotations, and who said a claim."""

from typing import Any

import pytest
from msgspec.structs import replace

from annotator.core import edits
from annotator.core.change import EditContext
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Layer, Relation
from annotator.core.schema import LabelSet

TEXT = "أعلن العراق والولايات المتحدة الخميس عن مباحثات مقبلة"
LAYER = Layer(id=2, document_id=1, reviewer_id=7, updated="before", status="started")


@pytest.fixture
def actors(spot: Any) -> list[Annotation]:
    return [spot(TEXT, "العراق"), spot(TEXT, "الولايات المتحدة")]


@pytest.fixture
def claim(spot: Any) -> Annotation:
    return spot(TEXT, "مباحثات مقبلة", "claim", attributes={"mode": "indirect"})


def test_the_same_link_is_not_made_twice(
    context: EditContext, labels: LabelSet, actors: list[Annotation], claim: Annotation, join: Any
) -> None:
    kinds = labels.relation_type_by_name
    there = [join(claim, actors[0])]
    with pytest.raises(UserError, match="linked by attributed_to already"):
        edits.relate(context, LAYER, kinds["attributed_to"], claim, actors[0], labels, there)
    edits.relate(context, LAYER, kinds["attributed_to"], claim, actors[1], labels, there)
    edits.relate(context, LAYER, kinds["relayed_by"], claim, actors[0], labels, there)


def test_a_link_gets_another_type_or_another_end_and_stays_the_same_link(
    context: EditContext, labels: LabelSet, actors: list[Annotation], claim: Annotation, join: Any
) -> None:
    kinds, link = labels.relation_type_by_name, join(claim, actors[0])
    transaction = edits.change_relation(
        context, LAYER, link, kinds["relayed_by"], claim, actors[1], labels, [link]
    )
    changed = replace(link, type_id=kinds["relayed_by"].id, target_id=actors[1].id)
    assert list(transaction.of(Relation)) == [(link, changed)]
    assert transaction.name == "change relation"


def test_a_link_is_not_changed_into_one_that_is_there_or_may_not_be(
    context: EditContext, labels: LabelSet, actors: list[Annotation], claim: Annotation, join: Any
) -> None:
    kind = labels.relation_type_by_name["attributed_to"]
    one, other = join(claim, actors[0]), join(claim, actors[1])
    with pytest.raises(UserError, match="already"):
        edits.change_relation(context, LAYER, one, kind, claim, actors[1], labels, [one, other])
    with pytest.raises(UserError, match="does not let attributed_to link actor to actor"):
        edits.change_relation(context, LAYER, one, kind, actors[0], actors[1], labels, [one, other])
    with pytest.raises(UserError, match="to itself"):
        edits.change_relation(context, LAYER, one, kind, claim, claim, labels, [one, other])


def test_a_claim_gets_its_sources_and_says_so_in_one_step(
    context: EditContext, labels: LabelSet, actors: list[Annotation], claim: Annotation
) -> None:
    transaction = edits.set_sources(context, LAYER, claim, actors, labels, [])
    added = [after for _before, after in transaction.of(Relation) if after]
    assert [(link.source_id, link.target_id) for link in added] == [(claim.id, item.id) for item in actors]
    ((_, changed),) = transaction.of(Annotation)
    assert changed is not None
    assert changed.attributes == {"mode": "indirect", "attribution": "actor"}
    assert transaction.name == "set sources"


def test_sources_that_stay_keep_their_links_and_others_go(
    context: EditContext, labels: LabelSet, actors: list[Annotation], claim: Annotation, join: Any
) -> None:
    said = replace(claim, attributes={"attribution": "actor"})
    stays, goes = join(said, actors[0]), join(said, actors[1])
    relayed = join(said, actors[1], "relayed_by")
    transaction = edits.set_sources(context, LAYER, said, [actors[0]], labels, [stays, goes, relayed])
    assert list(transaction.of(Relation)) == [(goes, None)]
    assert list(transaction.of(Annotation)) == []


@pytest.mark.parametrize("otherwise", ["outlet", "anonymous"])
def test_a_claim_without_sources_is_the_outlets_or_nobodys(
    context: EditContext,
    labels: LabelSet,
    actors: list[Annotation],
    claim: Annotation,
    join: Any,
    otherwise: Any,
) -> None:
    link = join(claim, actors[0])
    transaction = edits.set_sources(context, LAYER, claim, [], labels, [link], otherwise)
    assert list(transaction.of(Relation)) == [(link, None)]
    ((_, changed),) = transaction.of(Annotation)
    assert changed is not None
    assert changed.attributes["attribution"] == otherwise


def test_a_claim_is_not_its_own_source_nor_a_figure_one(
    context: EditContext, labels: LabelSet, claim: Annotation, spot: Any
) -> None:
    with pytest.raises(UserError, match="to itself"):
        edits.set_sources(context, LAYER, claim, [claim], labels, [])
    with pytest.raises(UserError, match="link claim to figure"):
        edits.set_sources(context, LAYER, claim, [spot(TEXT, "الخميس", "figure")], labels, [])


def test_a_label_set_without_sources_says_what_to_add(
    context: EditContext, labels: LabelSet, claim: Annotation, actors: list[Annotation]
) -> None:
    bare = LabelSet(labels.scheme, labels.labels)
    with pytest.raises(UserError, match="no relation “attributed_to”"):
        edits.set_sources(context, LAYER, claim, actors, bare, [])


def test_an_attribution_the_label_set_does_not_know_is_not_written(
    context: EditContext, labels: LabelSet, claim: Annotation, actors: list[Annotation]
) -> None:
    bare = LabelSet(labels.scheme, labels.labels, (), labels.relation_types)
    transaction = edits.set_sources(context, LAYER, claim, actors, bare, [])
    assert list(transaction.of(Annotation)) == []
