"""From names in files to those of a label set: what is proposed, what is left out, and how it is kept."""

from collections import Counter

import pytest
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.exchange.mapping import LEAVE_OUT, Dropped, Mapping, Target, clean
from annotator.exchange.proposing import Missing, missing, proposed
from annotator.exchange.survey import Survey
from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleDocument,
    BundleEntity,
    BundleLayer,
    BundlePrediction,
    BundleRelation,
    BundleZone,
)


def annotation(uuid, label, **more):
    return BundleAnnotation(uuid=uuid, start=0, end=3, label=label, quote="قال", **more)


@pytest.fixture
def bundle():
    """One of everything, in their names."""
    return Bundle(
        document=BundleDocument(uuid="", name="a", text="قال", text_sha256=""),
        layer=BundleLayer(
            reviewers=("admin", "boss"),
            kind="adjudicated",
            annotations=(
                annotation("1", "PER", attributes={"gender": "m", "age": 3}, entity="e1", reviewer="admin"),
                annotation("2", "MISC", attributes={"x": 1}),
                annotation("3", "LOC", entity="e2"),
            ),
            relations=(
                BundleRelation(uuid="r1", type="at", source="1", target="3"),
                BundleRelation(uuid="r2", type="at", source="1", target="2"),
                BundleRelation(uuid="r3", type="odd", source="1", target="3"),
            ),
            zones=(BundleZone(start=0, end=1, kind="TITLE"), BundleZone(start=1, end=2, kind="ad")),
        ),
        entities=(
            BundleEntity(uuid="e1", label="PER", name="س"),
            BundleEntity(uuid="e2", label="MISC", name="ص"),
        ),
        predictions=(
            BundlePrediction(start=0, end=3, label="LOC", quote="قال"),
            BundlePrediction(start=0, end=3, label="MISC", quote="قال"),
        ),
    )


@pytest.fixture
def survey(bundle):
    found = Survey()
    found.add(bundle)
    return found


@pytest.fixture
def label_set(project):
    return project.label_set


MAPPING = Mapping(
    labels={"PER": Target("actor"), "MISC": LEAVE_OUT, "LOC": Target("place", new=True)},
    attributes={"PER": {"gender": Target("kind"), "age": LEAVE_OUT}},
    relations={"at": Target("part_of"), "odd": LEAVE_OUT},
    zones={"TITLE": Target("headline"), "ad": LEAVE_OUT},
    reviewers={"admin": "سعاد"},
)


def test_names_become_ours_and_what_is_left_out_is_counted(bundle):
    dropped = Dropped()
    made = MAPPING.apply(bundle, dropped)
    layer = made.layer
    assert [(item.label, item.attributes, item.entity) for item in layer.annotations] == [
        ("actor", {"kind": "m"}, "e1"),
        ("place", {}, None),
    ]
    assert layer.reviewers == ("سعاد", "boss")
    assert layer.annotations[0].reviewer == "سعاد"
    assert [(item.uuid, item.type) for item in layer.relations] == [("r1", "part_of")]
    assert [zone.kind for zone in layer.zones] == ["headline"]
    assert [item.label for item in made.entities] == ["actor"]
    assert [item.label for item in made.predictions] == ["place"]
    assert dropped.labels == Counter(MISC=2)
    assert dropped.attributes == Counter({("PER", "age"): 1})
    assert (dropped.relations, dropped.links) == (Counter(odd=1), Counter(at=1))
    assert (dropped.zones, dropped.entities) == (Counter(ad=1), Counter(MISC=1))
    assert not dropped.is_empty
    total = Dropped()
    total.add(dropped)
    assert (total.labels, total.links) == (dropped.labels, dropped.links)


def test_without_a_mapping_a_bundle_stays_as_it_is(bundle):
    assert Mapping().apply(bundle) is bundle
    same = Mapping(labels={"PER": Target("PER")}, reviewers={"admin": "admin"})
    assert same.simplified().is_empty
    assert same.apply(bundle) == bundle


def test_a_name_that_is_not_mentioned_stays_as_it_is(bundle):
    made = Mapping(labels={"PER": Target("actor")}).apply(bundle)
    assert [item.label for item in made.layer.annotations] == ["actor", "MISC", "LOC"]


def test_of_two_values_for_one_attribute_the_first_stays_and_the_other_is_counted(bundle):
    dropped = Dropped()
    given = Mapping(attributes={"PER": {"gender": Target("kind"), "age": Target("kind")}})
    assert given.apply(bundle, dropped).layer.annotations[0].attributes == {"kind": "m"}
    assert dropped.attributes == Counter({("PER", "age"): 1})


def test_a_mapping_is_kept_in_a_file(survey, label_set):
    given = Mapping(
        labels={"PER": Target("actor"), "MISC": LEAVE_OUT, "-": Target("+"), "W": Target("arm", new=True)},
        attributes={"PER": {"age": Target("old", new=True)}},
        relations={"at": Target("part_of")},
        zones={"ad": LEAVE_OUT},
        reviewers={"admin": "سعاد"},
    )
    data = given.to_bytes()
    assert Mapping.from_bytes(data, "m.json") == given
    assert b'"W": "+arm"' in data
    assert b'"MISC": "-"' in data
    assert given.to_bytes() == data


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b'{"format": "x", "version": 1}', b'{"format": "sanad-mapping", "version": 2}'],
)
def test_what_is_no_mapping_is_refused(data):
    with pytest.raises(UserError, match=r"^m.json is not a mapping"):
        Mapping.from_bytes(data, "m.json")


def test_what_is_written_on_a_command_line_is_understood():
    assert Target.parse("actor", "PER") == Target("actor")
    assert Target.parse("-", "PER") == Target.parse("", "PER") == LEAVE_OUT
    assert Target.parse("+", "PER\n x") == Target("PER x", new=True)
    assert Target.parse("+person", "PER") == Target("person", new=True)
    assert Target.parse("=-", "PER") == Target("-")


def test_a_new_name_is_one_line_without_anything_invisible():
    assert clean(" A\u202e\nB\u200f ") == "A B"
    assert len(clean("x" * 500)) == 100


# What is proposed.


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("actor", "actor"),
        ("Actor", "actor"),
        ("جهة", "actor"),
        ("per", "actor"),
        ("ORG", "actor"),
        ("GPE", "location"),
        ("LOC", "location"),
        ("CARDINAL", "figure"),
        ("Money", "figure"),
        ("QUOTE", "claim"),
        ("STATEMENT", "claim"),
    ],
)
def test_labels_are_found_by_name_title_and_common_name(label_set, theirs, ours):
    assert proposed(Survey(labels=Counter([theirs])), label_set).labels[theirs].name == ours


def test_what_has_no_like_would_be_new(survey, label_set):
    found = proposed(survey, label_set)
    assert found.labels == {
        "PER": Target("actor", values={"kind": "person"}),
        "MISC": Target("MISC", new=True, has_entities=True),
        "LOC": Target("location"),
    }
    assert found.relations == {"at": Target("at", new=True), "odd": Target("odd", new=True)}
    assert found.zones == {"TITLE": Target("headline"), "ad": Target("ad", new=True)}
    assert found.attributes["PER"]["age"] == Target("age", new=True, type="number")
    assert found.attributes["MISC"] == {"x": Target("x", new=True, type="number")}
    assert found.reviewers == {"admin": "admin"}


def test_a_common_name_means_nothing_to_a_label_set_without_the_label(survey, label_set):
    other = replace_names(label_set, {"actor": "who"})
    assert proposed(survey, other).labels["PER"] == Target("PER", new=True, has_entities=True)


def replace_names(label_set, names):
    labels = [replace(item, name=names.get(item.name, item.name), titles={}) for item in label_set.labels]
    return type(label_set)(label_set.scheme, labels)


def test_what_was_remembered_comes_first_as_far_as_the_label_set_has_it(survey, label_set):
    known = Mapping(
        labels={"PER": LEAVE_OUT, "LOC": Target("gone"), "MISC": Target("claim", new=True)},
        relations={"at": Target("same_as"), "odd": Target("strange", new=True)},
        reviewers={"admin": "سعاد"},
    )
    found = proposed(survey, label_set, known)
    assert found.labels == {"PER": LEAVE_OUT, "LOC": Target("location"), "MISC": Target("claim")}
    assert found.relations == {"at": Target("same_as"), "odd": Target("strange", new=True)}
    assert found.reviewers == {"admin": "سعاد"}
    assert "PER" not in found.attributes


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([1, "2.5", "-3"], "number"),
        (["true", "false"], "choice"),
        (["2024-01-27"], "date"),
        (["1", "one"], "text"),
        (["1" * 30], "text"),
    ],
)
def test_a_new_attribute_is_of_the_type_of_its_values(label_set, values, kind):
    found = Survey()
    for number, value in enumerate(values):
        given = annotation(str(number), "actor", attributes={"new": value})
        layer = BundleLayer(reviewers=("",), annotations=(given,))
        document = BundleDocument(uuid=str(number), name="a", text="قال", text_sha256="")
        found.add(Bundle(document=document, layer=layer))
    made = proposed(found, label_set).attributes["actor"]["new"]
    assert (made.new, made.type) == (True, kind)
    assert made.choices == (("false", "true") if kind == "choice" else ())


def test_names_that_lead_nowhere_are_told(survey, label_set):
    assert missing(survey, label_set, proposed(survey, label_set)) == []
    given = Mapping(labels={"PER": Target("actor"), "LOC": Target("gone")}, zones={"ad": LEAVE_OUT})
    assert set(missing(survey, label_set, given)) == {
        Missing("label", "MISC"),
        Missing("label", "LOC"),
        Missing("attribute", "gender", "PER"),
        Missing("attribute", "age", "PER"),
        Missing("attribute", "x", "MISC"),
        Missing("relation", "at"),
        Missing("relation", "odd"),
        Missing("zone", "TITLE"),
    }
    assert str(Missing("attribute", "age", "PER")) == "attribute:PER/age"
    assert str(Missing("label", "MISC")) == "MISC"
