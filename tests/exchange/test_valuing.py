"""Labels of theirs that become one of ours: a value keeps which it was, or it is told that none does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.exchange.mapping import LEAVE_OUT, Dropped, Mapping, Target
from annotator.exchange.proposing import Missing, proposed
from annotator.exchange.spelling import parted, unescaped
from annotator.exchange.survey import AttributeUse, Survey
from annotator.exchange.valuing import Merged, merged, refuse_unfit
from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleDocument,
    BundleLayer,
    BundlePrediction,
)

NAMES = st.text(st.sampled_from("ab:=\\+-*/ شخص\n\"'"), max_size=8)
ANY_NAMES = NAMES | st.text(max_size=8)
VALUES = st.dictionaries(ANY_NAMES.filter(bool), ANY_NAMES, max_size=3)
CLEAN = st.text(st.sampled_from("ab:=\\+-شخص"), min_size=1, max_size=8)
TARGETS = (
    st.builds(Target, ANY_NAMES, values=VALUES)
    | st.builds(Target, CLEAN, new=st.just(value=True), values=VALUES)
    | st.just(LEAVE_OUT)
)


@pytest.fixture
def label_set(project):
    return project.label_set


def survey_of(*names, **more):
    found = Survey(**more)
    found.labels.update(dict.fromkeys(names, 1))
    return found


def bundle_of(label, **values):
    return Bundle(
        document=BundleDocument(uuid="", name="a", text="قال", text_sha256=""),
        layer=BundleLayer(
            reviewers=("",),
            annotations=(
                BundleAnnotation(uuid="1", start=0, end=3, label=label, quote="قال", attributes=values),
            ),
        ),
        predictions=(BundlePrediction(start=0, end=3, label=label, quote="قال", attributes=values),),
    )


# How they are written.


@given(target=TARGETS, theirs=ANY_NAMES)
def test_what_a_target_says_on_a_command_line_is_that_target(target, theirs):
    assert Target.parse(str(target), theirs) == target


@given(name=ANY_NAMES.filter(bool), target=TARGETS)
def test_a_name_and_its_target_are_told_apart_on_a_command_line(name, target):
    written, *ours = parted(f"{Missing('label', name)}={target}", "=")
    assert unescaped(written) == name
    assert Target.parse("=".join(ours), name) == target


@given(labels=st.dictionaries(ANY_NAMES, TARGETS, max_size=5))
def test_a_mapping_file_gives_back_every_target(labels):
    mapping = Mapping(labels=labels)
    assert Mapping.from_bytes(mapping.to_bytes(), "m.json") == mapping


def test_a_mapping_without_values_is_written_as_it_always_was():
    mapping = Mapping(labels={"PER": Target("a:b"), "ORG": Target("c", new=True)})
    assert b'"ORG": "+c",\n    "PER": "a:b"' in mapping.to_bytes()


@pytest.mark.parametrize("written", ["actor:", "actor:kind", "actor:=person", "actor:kind=a:b"])
def test_a_value_needs_its_attribute(written):
    with pytest.raises(UserError, match=r"should be written as LABEL:ATTRIBUTE=VALUE; a colon in a name"):
        Target.parse(written, "PER")


def test_a_backslash_before_any_other_sign_is_itself():
    assert Target.parse(r"a\b\:c:op=<=", "x") == Target(r"a\b:c", values={"op": "<="})


# What they do.


def test_an_annotation_gets_the_value_and_so_does_a_prediction():
    mapping = Mapping(labels={"PER": Target("actor", values={"kind": "person", "role": ""})})
    dropped = Dropped()
    made = mapping.simplified().apply(bundle_of("PER"), dropped)
    assert made.layer.annotations[0].attributes == {"kind": "person"}
    assert made.predictions[0].attributes == {"kind": "person"}
    assert dropped.is_empty


def test_a_label_that_keeps_its_name_gets_it_too():
    mapping = Mapping(labels={"actor": Target("actor", values={"kind": "person"})})
    made = mapping.simplified().apply(bundle_of("actor"))
    assert made.layer.annotations[0].attributes == {"kind": "person"}
    assert Mapping(labels={"actor": Target("actor", values={"kind": ""})}).simplified().is_empty


@given(
    own=st.dictionaries(st.sampled_from(["kind", "role", "sex", "x"]), CLEAN),
    values=st.dictionaries(st.sampled_from(["kind", "role", "y"]), CLEAN),
)
def test_what_an_annotation_says_itself_stands(own, values):
    attributes = {"PER": {"sex": Target("kind"), "x": LEAVE_OUT}}
    plain = Mapping(labels={"PER": Target("actor")}, attributes=attributes)
    valued = replace(plain, labels={"PER": Target("actor", values=values)})
    counts, same = Dropped(), Dropped()
    before = plain.apply(bundle_of("PER", **own), counts).layer.annotations[0]
    after = valued.apply(bundle_of("PER", **own), same).layer.annotations[0]
    assert after == replace(before, attributes=values | before.attributes)
    assert same == counts


@pytest.mark.parametrize("empty", ["", " \u00a0"])
def test_a_value_that_is_there_and_empty_counts_as_none(label_set, empty):
    mapping = Mapping(labels={"PER": Target("actor", values={"kind": "person"})})
    made = mapping.apply(bundle_of("PER", kind=empty, role=empty)).layer.annotations[0]
    assert made.attributes == {"kind": "person", "role": empty}
    survey = survey_of()
    survey.add(bundle_of("PER", kind=empty))
    assert proposed(survey, label_set).labels["PER"].values == {"kind": "person"}


def test_of_two_values_for_one_attribute_an_empty_one_gives_way():
    mapping = Mapping(
        labels={"PER": Target("actor", values={"kind": "state"})},
        attributes={"PER": {"a": Target("kind"), "b": Target("kind"), "c": Target("kind")}},
    )
    dropped = Dropped()
    made = mapping.apply(bundle_of("PER", a="", b="person", c=" "), dropped).layer.annotations[0]
    assert made.attributes == {"kind": "person"}
    assert dropped.is_empty


# What is proposed.


@pytest.mark.parametrize(
    ("theirs", "values"),
    [
        ("PER", {"kind": "person"}),
        ("Person", {"kind": "person"}),
        ("PERS", {"kind": "person"}),
        ("شخص", {"kind": "person"}),
        ("ORG", {"kind": "organisation"}),
        ("ORGANIZATION", {"kind": "organisation"}),
        ("منظمة", {"kind": "organisation"}),
        ("CITY", {"kind": "city"}),
        ("بلد", {"kind": "country"}),
        ("FAC", {"kind": "building"}),
        ("NORP", {}),
        ("GPE", {}),
        ("LOC", {}),
        ("actor", {}),
        ("CARDINAL", {}),
    ],
)
def test_what_a_common_name_says_is_proposed_where_it_says_one_thing(label_set, theirs, values):
    assert proposed(survey_of(theirs), label_set).labels[theirs].values == values


def test_a_name_that_is_a_choice_of_ours_proposes_it(label_set):
    known = Mapping(labels={"Armed-Group": Target("actor"), "DIRECT": Target("claim")})
    found = proposed(survey_of("Armed-Group", "DIRECT"), label_set, known).labels
    assert found["Armed-Group"].values == {"kind": "armed group"}
    assert found["DIRECT"].values == {"mode": "direct"}


def test_nothing_is_proposed_that_the_label_set_does_not_have(label_set):
    def without(*choices):
        attributes = [
            replace(item, choices=tuple(name for name in item.choices if name not in choices))
            for item in label_set.attributes
        ]
        return type(label_set)(label_set.scheme, label_set.labels, attributes)

    assert proposed(survey_of("PER"), without("person")).labels["PER"] == Target("actor")
    bare = type(label_set)(label_set.scheme, label_set.labels)
    assert proposed(survey_of("PER"), bare).labels["PER"] == Target("actor")
    assert proposed(survey_of("X"), label_set).labels["X"].values == {}


def test_an_attribute_that_the_file_fills_is_left_to_the_file(label_set):
    used = AttributeUse()
    used.add("state")
    found = proposed(survey_of("PER", attributes={"PER": {"Kind": used}}), label_set)
    assert found.labels["PER"] == Target("actor")


def test_values_are_remembered_as_far_as_the_label_set_has_them(label_set):
    known = Mapping(
        labels={
            "PER": Target("actor", values={"kind": "unnamed official"}),
            "ORG": Target("actor", values={"kind": ""}),
            "PERSON": Target("actor", values={"kind": "gone", "lost": "x"}),
        }
    )
    found = proposed(survey_of(*known.labels), label_set, known).labels
    assert {name: target.values for name, target in found.items()} == {
        "PER": {"kind": "unnamed official"},
        "ORG": {"kind": ""},
        "PERSON": {"kind": "person"},
    }


# What is lost, and what cannot be.


def test_names_that_become_one_are_told_unless_a_value_tells_them_apart(label_set):
    survey = survey_of("PER", "ORG", "GPE", "LOC", "CITY")
    survey.relations.update(["SAME", "COREF"])
    survey.zones.update(["TITLE"])
    mapping = proposed(survey, label_set)
    assert merged(survey, mapping, label_set) == [
        Merged("location", ("GPE", "LOC")),
        Merged("same_as", ("SAME", "COREF"), "relation"),
    ]
    same = mapping.updated(Mapping(labels={name: Target("actor") for name in ("PER", "ORG", "GPE")}))
    assert merged(survey, same, label_set)[0] == Merged("actor", ("PER", "ORG", "GPE"))


def test_what_is_left_out_is_not_told_to_become_anything(label_set):
    mapping = Mapping(labels={"PER": LEAVE_OUT, "ORG": LEAVE_OUT})
    assert merged(survey_of("PER", "ORG"), mapping, label_set) == []


def test_a_label_that_keeps_its_name_counts_among_those_that_become_it(label_set):
    survey = survey_of("actor", "NORP")
    assert merged(survey, proposed(survey, label_set), label_set) == [Merged("actor", ("actor", "NORP"))]


def test_names_that_are_given_the_same_value_are_meant_to_be_one(label_set):
    survey = survey_of("PER", "Person", "PERS")
    mapping = proposed(survey, label_set)
    assert [target.values for target in mapping.labels.values()] == [{"kind": "person"}] * 3
    assert merged(survey, mapping, label_set) == []
    some = mapping.updated(Mapping(labels={"PERS": Target("actor"), "NORP": Target("actor")}))
    survey.labels["NORP"] = 1
    assert merged(survey, some, label_set) == [Merged("actor", ("PERS", "NORP"))]


def led_to_actor(**values):
    """Labels that all become one, with what each annotation of theirs says by attributes of its own."""
    survey = Survey()
    for label, items in values.items():
        for item in items:
            survey.add(replace(bundle_of(label, **item), predictions=()))
    return survey, Mapping(labels={label: Target("actor") for label in values})


@pytest.mark.parametrize(
    "values",
    [
        {"A": [{"kind": "person"}], "B": [{"kind": "organisation"}]},
        {"A": [{"kind": "person"}, {"kind": "state"}], "B": [{"kind": "organisation"}]},
        {"A": [{"kind": "person"}], "B": [{}]},
        {"A": [{"kind": "person"}], "B": [{"kind": " "}, {}]},
        {"chief": [{"role": "chief"}], "aide": [{"role": "Aide"}]},
    ],
)
def test_names_that_the_values_of_the_file_tell_apart_are_not_told(label_set, values):
    survey, mapping = led_to_actor(**values)
    assert merged(survey, mapping, label_set) == []


@pytest.mark.parametrize(
    "values",
    [
        {"A": [{"kind": "person"}], "B": [{"kind": "person"}]},
        {"A": [{"kind": "person"}, {"kind": "state"}], "B": [{"kind": "organisation"}, {"kind": "state"}]},
        {"A": [{"kind": "person"}, {}], "B": [{}]},
        {"A": [{"kind": ""}], "B": [{}]},
        {"A": [{"role": "seen on Monday"}], "B": [{"role": "seen on Tuesday"}]},
        {"A": [{"kind": str(number)} for number in range(60)], "B": [{"kind": "person"}]},
    ],
)
def test_names_that_the_values_of_the_file_do_not_tell_apart_are_told(label_set, values):
    survey, mapping = led_to_actor(**values)
    assert merged(survey, mapping, label_set) == [Merged("actor", ("A", "B"))]


def test_values_that_are_left_out_tell_nothing_and_those_led_elsewhere_do(label_set):
    survey, mapping = led_to_actor(A=[{"x": "person"}], B=[{"y": "state"}])
    to_kind = Mapping(attributes={"A": {"x": Target("kind")}, "B": {"y": Target("kind")}})
    assert merged(survey, mapping.updated(to_kind), label_set) == []
    out = Mapping(attributes={"A": {"x": LEAVE_OUT}, "B": {"y": LEAVE_OUT}})
    assert merged(survey, mapping.updated(out), label_set) == [Merged("actor", ("A", "B"))]
    new = Target("sure", new=True, type="choice", choices=("person", "state"))
    made = Mapping(attributes={"A": {"x": new}, "B": {"y": new}})
    assert merged(survey, mapping.updated(made), label_set) == []


def test_two_attributes_that_become_one_tell_nothing_for_certain(label_set):
    survey, mapping = led_to_actor(A=[{"kind": "person", "x": "state"}], B=[{"kind": "state"}])
    both = mapping.updated(Mapping(attributes={"A": {"x": Target("kind")}}))
    assert merged(survey, both, label_set) == [Merged("actor", ("A", "B"))]


def test_only_those_are_told_that_share_a_value_with_another(label_set):
    survey, mapping = led_to_actor(
        A=[{"kind": "person"}],
        B=[{"kind": "state"}],
        C=[{"kind": "organisation"}],
        D=[{"kind": "person"}, {"kind": "state"}],
        E=[{}],
        F=[{}],
    )
    assert merged(survey, mapping, label_set) == [
        Merged("actor", ("A", "B", "D")),
        Merged("actor", ("E", "F")),
    ]


@pytest.mark.parametrize("values", [{"kind": "person"}, {"kind": ""}, {"role": "anything"}, {}])
def test_values_that_the_label_set_has_are_taken(label_set, values):
    refuse_unfit(label_set, Mapping(labels={"PER": Target("actor", values=values)}))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"kind": "persn"}, "What “PER” becomes cannot be: kind must be one of person, "),
        (
            {"kid": "person"},
            "The label actor has no attribute “kid” that “PER” could fill; it has: kind, role.",
        ),
        ({"kid": ""}, "The label actor has no attribute “kid”"),
    ],
)
def test_a_value_that_the_label_set_does_not_have_is_refused(label_set, values, said):
    with pytest.raises(UserError) as caught:
        refuse_unfit(label_set, Mapping(labels={"PER": Target("actor", values=values)}))
    assert str(caught.value).startswith(said)


def test_a_value_may_be_one_that_the_same_mapping_makes(label_set):
    new = Target("sort", new=True, type="choice", choices=("a", "b"))
    mapping = Mapping(labels={"PER": Target("actor", values={"sort": "a"})}, attributes={"ORG": {"x": new}})
    mapping = mapping.updated(Mapping(labels={"ORG": Target("actor")}))
    refuse_unfit(label_set, mapping)
    wrong = mapping.updated(Mapping(labels={"PER": Target("actor", values={"sort": "c"})}))
    with pytest.raises(UserError, match="sort must be one of a, b, not “c”"):
        refuse_unfit(label_set, wrong)


def test_a_label_that_is_left_out_has_no_values(label_set):
    with pytest.raises(UserError, match="“PER” is left out, so it can give no values"):
        refuse_unfit(label_set, Mapping(labels={"PER": Target(values={"kind": "person"})}))
