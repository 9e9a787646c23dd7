"""The label set: what a file may define, and what a project may hold."""

import itertools
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import schema
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Relation
from annotator.core.schema import (
    AttributeDefinition,
    LabelDefinition,
    LabelSet,
    RelationDefinition,
    SchemeDefinition,
    ZoneDefinition,
    define,
    instantiate,
    read_definition,
    write_definition,
)

LABEL = {"name": "actor", "colour": "#112233", "colour_dark": "#aabbcc"}
SMALLEST = {"format": "sanad-scheme", "name": "n", "version": 1, "labels": [LABEL]}


def built(definition: SchemeDefinition) -> LabelSet:
    """The label set as a project would hold it."""
    records = [change.after for change in instantiate(definition, itertools.count(10).__next__)]
    groups: dict[str, list[Any]] = {}
    for record in records:
        groups.setdefault(type(record).__name__, []).append(record)
    kinds = ("Label", "Attribute", "RelationType", "ZoneKind")
    return LabelSet(groups["Scheme"][0], *(groups.get(kind, []) for kind in kinds))


NAMES = st.text(min_size=1, max_size=8).filter(str.strip)
TITLES = st.dictionaries(st.sampled_from(["en", "ar"]), st.text(max_size=8))
COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@st.composite
def definitions(draw: Any) -> SchemeDefinition:
    """Any label set that does not contradict itself."""
    attributes = st.lists(
        st.builds(
            AttributeDefinition,
            NAMES,
            st.sampled_from(["choice", "number", "text", "date"]),
            TITLES,
            st.lists(st.text(max_size=5), max_size=3).map(tuple),
        ),
        max_size=3,
        unique_by=lambda item: item.name,
    ).map(tuple)
    label = st.builds(
        LabelDefinition,
        NAMES,
        COLOURS,
        COLOURS,
        st.just(""),
        st.sampled_from(["solid", "tint"]),
        TITLES,
        st.text(max_size=9),
        st.booleans(),
        attributes,
    )
    labels = draw(st.lists(label, min_size=1, max_size=4, unique_by=lambda item: item.name))
    some = st.lists(st.sampled_from([item.name for item in labels]), max_size=3, unique=True).map(tuple)
    relation = st.builds(RelationDefinition, NAMES, TITLES, some, some)
    zone = st.builds(ZoneDefinition, NAMES, TITLES)
    return SchemeDefinition(
        schema.FORMAT,
        draw(st.text(max_size=9)),
        draw(st.integers(1, 1000)),
        tuple(labels),
        tuple(draw(st.lists(relation, max_size=3, unique_by=lambda item: item.name))),
        tuple(draw(st.lists(zone, max_size=3, unique_by=lambda item: item.name))),
    )


@given(definitions())
def test_a_definition_goes_through_a_project_and_a_file_unchanged(definition: SchemeDefinition) -> None:
    assert define(built(definition)) == definition
    assert read_definition(write_definition(definition)) == definition


def test_the_standard_label_set_goes_through_unchanged(definition: SchemeDefinition) -> None:
    assert define(built(definition)) == definition
    assert [label.key for label in definition.labels] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"format": "other"}, "its format is “other”"),
        ({"labels": []}, "no label"),
        ({"version": 0}, "version 0"),
        ({"version": 10**30}, "the version 1000"),
        ({"surprise": 1}, "surprise"),
        ({"labels": [LABEL, LABEL]}, "label “actor” twice"),
        ({"labels": [{**LABEL, "name": " "}]}, "label without a name"),
        ({"labels": [{**LABEL, "key": "1"}, {**LABEL, "name": "b", "key": "1"}]}, "key “1” twice"),
        ({"labels": [{**LABEL, "colour": "red"}]}, "colour “red”"),
        ({"labels": [{**LABEL, "pattern": "wavy"}]}, "wavy"),
        ({"labels": [{**LABEL, "attributes": [{"name": "a", "type": "text"}] * 2}]}, "attribute “a” twice"),
        ({"relations": [{"name": "r", "from": ["ghost"]}]}, "links the label “ghost”"),
        ({"relations": [{"name": "r"}, {"name": "r"}]}, "relation “r” twice"),
        ({"zones": [{"name": "z"}, {"name": "z"}]}, "zone “z” twice"),
    ],
)
def test_a_definition_that_contradicts_itself_is_refused(change: dict[str, Any], says: str) -> None:
    read_definition(json.dumps(SMALLEST).encode())
    with pytest.raises(UserError, match=says):
        read_definition(json.dumps({**SMALLEST, **change}).encode())


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff\xfe", b'{"format": 1}', b"[" * 100_000, b"\x00"])
def test_what_is_no_label_set_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="not a label set"):
        read_definition(data)


@pytest.mark.parametrize(
    ("kind", "value", "fits"),
    [
        ("number", 3, True), ("number", -2.5, True), ("number", 2**63 - 1, True), ("number", 2**63, False),
        ("number", float("nan"), False), ("number", float("inf"), False), ("number", True, False),
        ("number", "3", False), ("text", "", True), ("text", 3, False), ("text", True, False),
        ("choice", "a", True), ("choice", "c", False), ("choice", 1, False), ("date", "2024-01-27", True),
        ("date", 2024, False),
    ],
)  # fmt: skip
def test_a_value_fits_the_type_of_its_attribute(kind: Any, value: Any, fits: bool) -> None:
    attribute = AttributeDefinition("x", kind, choices=("a", "b") if kind == "choice" else ())
    label = LabelDefinition("actor", "#000000", "#ffffff", attributes=(attribute,))
    labels = built(SchemeDefinition(schema.FORMAT, "n", 1, (label,)))
    problem = labels.value_problem(labels.attributes[0], value)
    assert (problem is None) is fits
    assert problem is None or str(problem).startswith("x must be")


def test_a_choice_without_a_list_is_free() -> None:
    label = LabelDefinition("a", "#000000", "#ffffff", attributes=(AttributeDefinition("x", "choice"),))
    labels = built(SchemeDefinition(schema.FORMAT, "n", 1, (label,)))
    assert labels.value_problem(labels.attributes[0], "anything") is None


def test_a_relation_links_what_its_type_names_and_any_where_it_names_none(
    definition: SchemeDefinition,
) -> None:
    labels = built(definition)
    ids = {name: label.id for name, label in labels.label_by_name.items()}
    said, same = labels.relation_type_by_name["attributed_to"], labels.relation_type_by_name["same_as"]
    assert labels.may_relate(said, ids["claim"], ids["actor"])
    assert not labels.may_relate(said, ids["actor"], ids["claim"])
    assert not labels.may_relate(said, ids["claim"], ids["location"])
    assert labels.may_relate(same, ids["figure"], ids["location"])


def test_a_relation_is_kept_if_it_may_stand_after_a_retag(definition: SchemeDefinition) -> None:
    labels = built(definition)
    ids = {name: label.id for name, label in labels.label_by_name.items()}

    def item(row_id: int, label: str) -> Annotation:
        return Annotation(
            id=row_id, uuid="", layer_id=1, label_id=ids[label], start=0, end=1, quote="", reviewer_id=1
        )

    both = {1: item(1, "claim"), 2: item(2, "actor")}
    kind = labels.relation_type_by_name["attributed_to"]
    link = Relation(id=3, uuid="", layer_id=1, type_id=kind.id, source_id=1, target_id=2)
    assert labels.keeps(link, item(1, "claim"), both)
    assert not labels.keeps(link, item(1, "figure"), both)
    assert not labels.keeps(link, item(2, "location"), both)


def test_titles_fall_back_to_english_and_to_the_name(definition: SchemeDefinition) -> None:
    labels = built(definition)
    actor = labels.label_by_name["actor"]
    assert (actor.title("ar"), actor.title("en"), actor.title("fa")) == ("جهة", "Actor", "Actor")
    assert labels.zone_kind_by_name["headline"].title("ar") == "عنوان"
    bare = built(SchemeDefinition(schema.FORMAT, "n", 1, (LabelDefinition("x", "#000000", "#ffffff"),)))
    assert bare.labels[0].title("ar") == "x"
