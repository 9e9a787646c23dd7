"""What lint finds, on Arabic as reviewers meet it; and what it leaves in peace."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from annotator.core import lint
from annotator.core.records import Annotation, Comment, Dismissal, Relation, Span, Zone
from annotator.core.schema import LabelSet
from annotator.resources import SEEDS

OUTLET = {"attribution": "outlet"}
Look = Callable[..., list[lint.Finding]]


@pytest.fixture
def look(labels: LabelSet) -> Look:
    """Looks at a layer with some of the rules."""

    def at(text: str, *annotations: Annotation, rules: Any = lint.DEFAULT, **more: Any) -> list[lint.Finding]:
        given = {"relations": (), "zones": (), "label_set": labels} | more
        wanted = {rules} if isinstance(rules, str) else rules
        return lint.findings(text, annotations, rules=wanted, **given)

    return at


def names(found: list[lint.Finding]) -> list[str]:
    return [finding.rule for finding in found]


# --- claims ---

SAID = "قال الوزير إن الحوار مستمر"


def test_a_claim_needs_a_source_or_to_be_the_outlets_or_nobodys(look: Look, spot: Any, join: Any) -> None:
    actor = spot(SAID, "الوزير")
    for attribution, expected in (
        ({}, ["no source"]),
        ({"attribution": "actor"}, ["no source"]),
        (OUTLET, []),
        ({"attribution": "anonymous"}, []),
    ):
        claim = spot(SAID, "الحوار مستمر", "claim", attributes=attribution)
        assert names(look(SAID, actor, claim)) == expected
    claim = spot(SAID, "الحوار مستمر", "claim", attributes={"attribution": "actor"})
    assert look(SAID, actor, claim, relations=[join(claim, actor)]) == []
    assert names(look(SAID, actor, claim, relations=[join(claim, actor, "relayed_by")])) == ["no source"]


def test_a_claim_of_the_outlet_has_no_source_beside(look: Look, spot: Any, join: Any) -> None:
    actor, claim = spot(SAID, "الوزير"), spot(SAID, "الحوار مستمر", "claim", attributes=OUTLET)
    (found,) = look(SAID, actor, claim, relations=[join(claim, actor)])
    assert lint.sentence(found) == "“الحوار مستمر” has a source, and is said by “outlet” too."


def test_a_linked_claim_lacks_only_its_attribution(look: Look, spot: Any, join: Any) -> None:
    actor, claim = spot(SAID, "الوزير"), spot(SAID, "الحوار مستمر", "claim")
    (found,) = look(SAID, actor, claim, relations=[join(claim, actor)])
    assert (found.rule, found.values["attribute"]) == ("missing", "attribution")


# --- figures ---

COUNTED = "بين 10-15 جنديا"


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({}, ["no value"]),
        ({"op": "~"}, ["no value"]),
        ({"op": "vague"}, []),
        ({"value": 0, "op": "="}, []),
        ({"value": 12}, ["missing"]),
        ({"min": 10, "max": 15, "op": "range"}, []),
        ({"min": 10, "max": 10, "op": "range"}, []),
        ({"min": 10, "op": "range"}, ["half range"]),
        ({"value": 10, "op": "range"}, ["half range"]),
        ({"op": "range"}, ["no value"]),
        ({"min": 15, "max": 10, "op": "range"}, ["bounds"]),
        ({"min": 20, "max": 99, "op": "vague"}, []),
    ],
)
def test_a_figure_says_how_many(
    look: Look, spot: Any, attributes: dict[str, Any], expected: list[str]
) -> None:
    figure = spot(COUNTED, "10-15 جنديا", "figure", attributes=attributes)
    assert names(look(COUNTED, figure)) == expected


def test_bounds_are_told_as_they_are(look: Look, spot: Any) -> None:
    attributes = {"min": 1.5, "max": 1, "op": "range"}
    (found,) = look(COUNTED, spot(COUNTED, "10-15 جنديا", "figure", attributes=attributes))
    assert lint.sentence(found) == "“10-15 جنديا” is at least 1.5 and at most 1, which is less."


# --- spans ---


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("في بغداد اليوم", "بغداد", []),
        ("في بغداد اليوم", "بغداد ", ["spaces"]),
        ("في\u00a0بغداد اليوم", "\u00a0بغداد", ["spaces"]),
        ("في بغداد، اليوم", "بغداد،", ["punctuation"]),
        ("في بغداد.", "بغداد.", ["punctuation"]),
        ("هو: بغداد", ": بغداد", ["punctuation"]),
        ("أين بغداد؟", "بغداد؟", []),
        ("في U.S. اليوم", "U.S.", []),
        ("وكالة أ.ف.ب. اليوم", "أ.ف.ب.", []),
        ("طائرات F-16 اليوم", "F-16", []),
        ("بلغت -5 درجات", "-5 درجات", []),
        ("و... في بغداد", "... في بغداد", ["punctuation"]),
        ("سنة 100% اليوم", "100%", []),
    ],
)
def test_spans_begin_and_end_with_what_they_are_about(
    look: Look, spot: Any, text: str, quote: str, expected: list[str]
) -> None:
    assert names(look(text, spot(text, quote))) == expected


@pytest.mark.parametrize(
    ("text", "quote", "mark"),
    [
        ('قال: "لا مفاوضات" أمس', 'لا مفاوضات" أمس', '"'),
        ('قال: "لا مفاوضات" أمس', '"لا مفاوضات', '"'),
        ('قال: "لا مفاوضات" أمس', '"لا مفاوضات" أمس', ""),
        ('قال: "لا مفاوضات" أمس', "لا مفاوضات", ""),
        ("قال: «لا مفاوضات» أمس", "«لا مفاوضات", "«"),
        ("قال: «لا مفاوضات» أمس", "مفاوضات» أمس", "»"),
        ("قال: “لا مفاوضات” أمس", "لا مفاوضات” أمس", "”"),
        ("قال: ”لا مفاوضات” أمس", "”لا مفاوضات” أمس", ""),
        ('قال "نعم" ثم "لا" أمس', 'نعم" ثم "لا', '"'),
        ('قال: "لا\nمفاوضات" أمس', '"لا\nمفاوضات"', ""),
        ('قال: "لا\nمفاوضات" أمس', '"لا', '"'),
        ("تنظيم (داعش) في", "(داعش", "("),
        ("تنظيم (داعش) في", "تنظيم (داعش)", ""),
        ('جيش צה"ל هناك', 'צה"ל', ""),
    ],
)
def test_half_a_quotation_is_told(look: Look, spot: Any, text: str, quote: str, mark: str) -> None:
    found = look(text, spot(text, quote), rules="half quotation")
    assert [finding.values["mark"] for finding in found] == ([mark] if mark else [])


def test_the_same_span_twice_with_one_label_is_told_once(look: Look, spot: Any) -> None:
    text = "في بغداد"
    one, two = spot(text, "بغداد"), spot(text, "بغداد")
    (found,) = look(text, two, one, spot(text, "بغداد", "location"))
    assert (found.rule, found.annotation_id) == ("repeated", two.id)
    assert lint.sentence(found) == "“بغداد” is annotated twice as “actor”."


def test_crossing_spans_are_worth_a_look_and_nested_ones_are_not(look: Look, spot: Any) -> None:
    text = "قادة التحالف الدولي الذي يضم دولا"
    one, other = spot(text, "قادة التحالف الدولي"), spot(text, "التحالف الدولي الذي يضم دولا")
    (found,) = look(text, one, other, spot(text, "التحالف الدولي"), spot(text, "قادة"))
    assert (found.rule, found.severity, found.annotation_id) == ("crossing", "info", other.id)


def test_spans_outside_the_article_are_told(look: Look, spot: Any, labels: LabelSet) -> None:
    text = "المصادر:\nوكالات\nبغداد"
    kinds = labels.zone_kind_by_name
    zones = [
        Zone(id=1, layer_id=2, start=9, end=15, kind_id=kinds["boilerplate"].id),
        Zone(id=2, layer_id=2, start=16, end=21, kind_id=kinds["headline"].id),
    ]
    (found,) = look(text, spot(text, "وكالات"), spot(text, "بغداد"), zones=zones)
    assert lint.sentence(found) == "“وكالات” lies in a part marked as “boilerplate”."


# --- label set, entities, comments ---


def test_a_link_the_label_set_does_not_foresee_is_told(look: Look, spot: Any, join: Any) -> None:
    actor, place = spot(SAID, "الوزير"), spot(SAID, "الحوار", "location")
    (found,) = look(SAID, actor, place, relations=[join(place, actor)])
    assert found.annotation_id == place.id
    assert lint.sentence(found).startswith("“attributed_to” links “الحوار”, which is “location”, to “actor”")


def test_annotations_under_a_retired_label_are_told(look: Look, spot: Any, labels: LabelSet) -> None:
    retired = [replace(label, retired=label.name == "location") for label in labels.labels]
    older = LabelSet(labels.scheme, retired, labels.attributes, labels.relation_types, labels.zone_kinds)
    text = "في بغداد"
    (found,) = look(text, spot(text, "بغداد", "location"), label_set=older)
    assert found.rule == "retired label"


def test_mentions_without_an_entity_are_told_only_on_request(look: Look, spot: Any) -> None:
    text = "في بغداد"
    items = [spot(text, "بغداد"), spot(text, "بغداد", "location", entity_id=5)]
    assert look(text, *items) == []
    assert [finding.annotation_id for finding in look(text, *items, rules="no entity")] == [items[0].id]


def test_open_comments_on_the_document_and_this_layer_are_told(look: Look, spot: Any) -> None:
    text = "في بغداد"
    item = spot(text, "بغداد")
    on_it = Comment(id=1, uuid="c1", document_id=1, annotation_id=item.id, reviewer_id=8, at="t", text="؟")
    comments = [
        on_it,
        replace(on_it, id=2, uuid="c2", annotation_id=None, text="عام"),
        replace(on_it, id=3, uuid="c3", resolved=True),
        replace(on_it, id=4, uuid="c4", annotation_id=999),
    ]
    found = look(text, item, comments=comments)
    assert [(finding.subject, finding.span) for finding in found] == [("c2", Span(0, 0)), ("c1", item.span)]


# --- all together ---


def test_a_dismissed_finding_is_in_the_list_with_its_reason_as_long_as_it_is_the_same(
    look: Look, spot: Any
) -> None:
    text = "في بغداد، اليوم"
    item = spot(text, "بغداد،")
    (found,) = look(text, item)
    dismissal = Dismissal(
        id=1, layer_id=2, rule=found.rule, subject=found.subject, reason="هكذا", reviewer_id=7, at="t"
    )
    assert look(text, item, dismissals=[dismissal]) == [replace(found, dismissal=dismissal)]
    moved = replace(item, start=item.start - 3, quote="في بغداد،")
    (again,) = look(text, moved, dismissals=[dismissal])
    assert again.dismissal is None


def test_findings_come_in_text_order_whatever_order_they_are_looked_at_in(look: Look, spot: Any) -> None:
    text = "قال: إن بغداد، و 20 جنديا"
    items = [spot(text, "20 جنديا", "figure"), spot(text, "بغداد،", "claim"), spot(text, "قال:", "claim")]
    found = look(text, *items)
    assert names(found) == ["no source", "punctuation", "no source", "punctuation", "no value"]
    assert look(text, *reversed(items)) == found


def test_every_rule_has_a_name_of_its_own_and_a_sentence() -> None:
    assert len({rule.name for rule in lint.RULES}) == len({rule.sentence for rule in lint.RULES})
    assert len({rule.name for rule in lint.RULES}) == len(lint.RULES)
    assert {rule.name for rule in lint.RULES} - lint.DEFAULT == {"no unit", "no entity"}


def test_the_sample_has_nothing_but_two_crossings(labels: LabelSet, look: Look) -> None:
    line = json.loads((SEEDS / "gold" / "000.jsonl").read_text(encoding="utf-8"))
    ids = {item["id"]: row for row, item in enumerate(line["annotations"], 1)}
    annotations = [
        Annotation(
            id=ids[item["id"]],
            uuid=item["id"],
            layer_id=2,
            label_id=labels.label_by_name[item["label"]].id,
            start=item["start"],
            end=item["end"],
            quote=item["quote"],
            attributes=item["attributes"],
            reviewer_id=7,
        )
        for item in line["annotations"]
    ]
    relations = [
        Relation(
            id=row,
            uuid=item["id"],
            layer_id=2,
            type_id=labels.relation_type_by_name[item["type"]].id,
            source_id=ids[item["from"]],
            target_id=ids[item["to"]],
        )
        for row, item in enumerate(line["relations"], 500)
    ]
    zones = [
        Zone(
            id=row, layer_id=2, start=item["start"], end=item["end"],
            kind_id=labels.zone_kind_by_name[item["kind"]].id,
        )
        for row, item in enumerate(line["zones"], 600)
    ]  # fmt: skip
    found = look(line["text"], *annotations, relations=relations, zones=zones)
    assert names(found) == ["crossing", "crossing"]


def test_a_figure_says_what_it_counts_in_its_unit_or_in_words(look: Look, spot: Any) -> None:
    for attributes, expected in (
        ({"value": 5, "op": "="}, ["no unit"]),
        ({"min": 5, "max": 9, "op": "range", "unit": ""}, ["no unit"]),
        ({"value": 5, "op": "=", "unit": "%"}, []),
        ({"value": 5, "op": "=", "counted": "جنود"}, []),
        ({"op": "="}, []),
    ):
        figure = spot("قتل خمسة جنود", "خمسة", "figure", attributes=attributes)
        assert names(look("قتل خمسة جنود", figure, rules="no unit")) == expected
