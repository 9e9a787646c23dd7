"""A label set from a file comes into a project that has one."""

import itertools
from typing import Any

import pytest
from msgspec.structs import replace

from annotator.core import label_edits
from annotator.core.change import EditContext, Transaction
from annotator.core.errors import UserError
from annotator.core.records import AnyRecord, Attribute, Label, RelationType, Scheme, ZoneKind
from annotator.core.schema import (
    AttributeDefinition,
    LabelDefinition,
    LabelSet,
    RelationDefinition,
    SchemeDefinition,
    ZoneDefinition,
    define,
    instantiate,
)


def built(records: list[AnyRecord]) -> LabelSet:
    def of(kind: Any) -> list[Any]:
        return [record for record in records if isinstance(record, kind)]

    return LabelSet(of(Scheme)[0], of(Label), of(Attribute), of(RelationType), of(ZoneKind))


def made(*labels: LabelDefinition, **more: Any) -> SchemeDefinition:
    return SchemeDefinition("sanad-scheme", "n", 1, labels, **more)


def project_with(definition: SchemeDefinition) -> LabelSet:
    return built([change.record for change in instantiate(definition, itertools.count(10).__next__)])


def applied(label_set: LabelSet, transaction: Transaction) -> LabelSet:
    parts = (
        label_set.scheme,
        *label_set.labels,
        *label_set.attributes,
        *label_set.relation_types,
        *label_set.zone_kinds,
    )
    records: dict[int, AnyRecord] = {record.id: record for record in parts}
    for change in transaction.changes:
        if change.after is not None:
            records[change.after.id] = change.after
    return built(list(records.values()))


ACTOR = LabelDefinition("actor", "#111111", "#eeeeee", "1", attributes=(AttributeDefinition("role", "text"),))
CLAIM = LabelDefinition("claim", "#222222", "#dddddd", "2")


def test_what_is_missing_is_added_and_what_is_there_described_anew(context: EditContext) -> None:
    labels = project_with(made(ACTOR))
    given = made(
        CLAIM,
        replace(ACTOR, titles={"ar": "جهة"}, attributes=(AttributeDefinition("kind", "choice", {}, ("a",)),)),
        relations=(RelationDefinition("said", {}, ("claim",), ("actor",)),),
        zones=(ZoneDefinition("date"),),
    )
    after = applied(labels, label_edits.adopt(context, labels, given))
    assert [(label.name, label.title("ar")) for label in after.labels] == [
        ("actor", "جهة"),
        ("claim", "claim"),
    ]
    actor, claim = after.labels
    assert actor.id == labels.labels[0].id
    assert [item.name for item in after.attributes_of(actor.id)] == ["role", "kind"]
    (said,) = after.relation_types
    assert (said.source_label_ids, said.target_label_ids) == ((claim.id,), (actor.id,))
    assert [kind.name for kind in after.zone_kinds] == ["date"]
    assert after.scheme.version == 2


def test_the_same_label_set_again_changes_nothing(
    context: EditContext, labels: LabelSet, definition: SchemeDefinition
) -> None:
    with pytest.raises(UserError, match="has all of this"):
        label_edits.adopt(context, labels, definition)


def test_a_project_without_anything_of_it_gets_all_of_it(
    context: EditContext, definition: SchemeDefinition
) -> None:
    labels = project_with(made(replace(CLAIM, name="other", key="1")))
    after = applied(labels, label_edits.adopt(context, labels, definition))
    assert [label.key for label in after.labels] == ["", "1", "2", "3", "4"]
    assert define(after).labels[1:] == definition.labels
    assert define(after).relations == definition.relations


def test_choices_are_united_and_types_must_agree(context: EditContext) -> None:
    def with_kind(*choices: str, type_: Any = "choice") -> SchemeDefinition:
        return made(replace(ACTOR, attributes=(AttributeDefinition("kind", type_, {}, choices),)))

    labels = project_with(with_kind("a", "b"))
    after = applied(labels, label_edits.adopt(context, labels, with_kind("c", "a")))
    assert after.attributes[0].choices == ("c", "a", "b")
    assert applied(labels, label_edits.adopt(context, labels, with_kind())).attributes[0].choices == ()
    with pytest.raises(UserError, match="“kind” is of another type"):
        label_edits.adopt(context, labels, with_kind(type_="text"))


def test_the_policy_comes_along(context: EditContext) -> None:
    labels = project_with(made(ACTOR))
    transaction = label_edits.adopt(context, labels, made(ACTOR, proclitics="whole"))
    ((_, scheme),) = transaction.of(Scheme)
    assert scheme is not None
    assert (scheme.proclitics, scheme.version) == ("whole", 2)
