"""The value of an attribute in the place of the label, for models that learn labels alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.exchange.mapping import Target
from annotator.exchange.proposing import proposed
from annotator.exchange.survey import Survey
from annotator.formats.bundle import BundleAnnotation
from annotator.formats.conll.kind import CONLL
from annotator.formats.docbin.kind import SPACY_DOCBIN
from annotator.formats.doccano import DOCCANO
from annotator.formats.format import Writing
from annotator.formats.labelling import beside_labels, labelled
from annotator.formats.losing import Loss
from annotator.formats.prodigy import PRODIGY
from tests.formats.full import full_bundle
from tests.formats.trips import SCHEME, bundles, comparable, read_from, shaped, write_into

KINDS = (CONLL, SPACY_DOCBIN, DOCCANO, PRODIGY)


def every_format(test):
    return pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)(test)


@pytest.fixture
def bundle():
    """A person, an organisation, an actor of no kind, a city."""
    original = full_bundle()
    text = original.document.text
    given = [("actor", "person"), ("actor", "organisation"), ("actor", ""), ("location", "city")]
    annotations = tuple(
        BundleAnnotation(
            uuid=f"00000000-0000-4000-8000-00000000000{number}",
            start=2 * number,
            end=2 * number + 1,
            label=label,
            quote=text[2 * number : 2 * number + 1],
            attributes={"kind": kind} if kind else {},
        )
        for number, (label, kind) in enumerate(given)
    )
    return replace(original, layer=replace(original.layer, annotations=annotations, relations=()))


def labels_of(bundle):
    return [item.label for item in bundle.layer.annotations]


def by(bundle, names):
    writing = Writing(DOCCANO.writing(label_by=names), SCHEME)
    return labels_of(labelled(bundle, writing)), writing


@pytest.mark.parametrize(
    ("names", "labels"),
    [
        ("", ["actor", "actor", "actor", "location"]),
        ("kind", ["person", "organisation", "actor", "city"]),
        ("actor.kind", ["person", "organisation", "actor", "location"]),
        ("location.kind، role", ["actor", "actor", "actor", "city"]),
    ],
)
def test_the_value_is_written_in_the_place_of_the_label(bundle, names, labels):
    assert by(bundle, names)[0] == labels


def test_of_several_attributes_the_first_that_is_there_counts(bundle):
    first, *others = bundle.layer.annotations
    both = replace(first, attributes={"kind": "person", "role": "وزير"})
    given = replace(bundle, layer=replace(bundle.layer, annotations=(both, *others)))
    assert by(given, "role, kind")[0] == ["وزير", "organisation", "actor", "city"]


def test_each_label_that_goes_is_told(bundle):
    _, writing = by(bundle, "kind")
    assert writing.loss_counts == {Loss.LABELS: 3}
    assert [str(item.what) for item in writing.losses] == [
        "actor is written as person",
        "actor is written as organisation",
        "location is written as city",
    ]
    assert not by(bundle, "")[1].loss_counts


@pytest.mark.parametrize(
    ("names", "left"),
    [
        ("", [{"kind": "person", "role": "وزير"}, {"kind": " "}, {"role": "حاكم"}, {"kind": "city"}]),
        ("kind", [{"role": "وزير"}, {"kind": " "}, {"role": "حاكم"}, {}]),
        ("actor.kind", [{"role": "وزير"}, {"kind": " "}, {"role": "حاكم"}, {"kind": "city"}]),
        ("role, kind", [{"kind": "person"}, {"kind": " "}, {}, {}]),
    ],
)
def test_beside_the_label_are_left_the_attributes_that_are_not_written_in_its_place(bundle, names, left):
    given = [{"kind": "person", "role": "وزير"}, {"kind": " "}, {"role": "حاكم"}, {"kind": "city"}]
    items = zip(bundle.layer.annotations, given, strict=True)
    annotations = tuple(replace(item, attributes=attributes) for item, attributes in items)
    bundle = replace(bundle, layer=replace(bundle.layer, annotations=annotations))
    found = beside_labels(bundle, DOCCANO.writing(label_by=names))
    assert [item.attributes for item in found.layer.annotations] == left
    assert labels_of(found) == labels_of(bundle)
    bare = replace(bundle, layer=None)
    assert beside_labels(bare, DOCCANO.writing(label_by=names)) == bare


@given(original=bundles())
@settings(max_examples=30, deadline=None)
def test_an_attribute_is_taken_away_just_where_its_value_is_the_label(original):
    options = CONLL.writing(label_by="op, role")
    left = beside_labels(original, options).layer.annotations
    written = labels_of(labelled(original, Writing(options, SCHEME)))
    for item, rest, label in zip(original.layer.annotations, left, written, strict=True):
        gone = {name: value for name, value in item.attributes.items() if name not in rest.attributes}
        assert list(gone.values()) == ([label] if label != item.label else [])


def test_an_attribute_no_label_has_is_refused(bundle):
    with pytest.raises(
        UserError, match=r"No label has an attribute “knd” to write in its place; there are: "
    ):
        by(bundle, "knd")


@every_format
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_what_is_read_is_what_was_written(kind, data, tmp_path_factory):
    original = data.draw(bundles())
    chosen = {"label_by": "op, role"}
    files, _ = write_into(kind, [original], tmp_path_factory.mktemp("trip"), **chosen)
    (back,) = read_from(kind, files)
    assert comparable(back, kind.loses) == comparable(shaped(kind, original, **chosen), kind.loses)


def test_in_columns_a_value_has_no_blanks_and_that_is_told(bundle, tmp_path):
    first = replace(bundle.layer.annotations[0], attributes={"kind": "armed group"})
    given = replace(bundle, layer=replace(bundle.layer, annotations=(first,)))
    files, writing = write_into(CONLL, [given], tmp_path, label_by="kind")
    assert "B-armed_group" in files[0].read_text(encoding="utf-8")
    assert [str(item.what) for item in writing.losses if item.loss is Loss.LABELS] == [
        "actor is written as armed group",
        "armed group is written as armed_group",
    ]


@every_format
def test_persons_and_organisations_lead_back_to_actors_of_their_kind(kind, bundle, project, tmp_path):
    files, _ = write_into(kind, [bundle], tmp_path / "out", label_by="kind")
    survey = Survey()
    for back in read_from(kind, files):
        survey.add(replace(back, layer=replace(back.layer, annotations=_bare(back))))
    assert proposed(survey, project.label_set).labels == {
        "person": Target("actor", values={"kind": "person"}),
        "organisation": Target("actor", values={"kind": "organisation"}),
        "actor": Target("actor"),
        "city": Target("location", values={"kind": "city"}),
    }


def _bare(bundle):
    return tuple(replace(item, attributes={}) for item in bundle.layer.annotations)
