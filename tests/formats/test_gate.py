"""GATE XML: documents as GATE saves them, and what is written for it."""

from xml.etree.ElementTree import fromstring

import pytest
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.formats.format import Reading
from annotator.formats.gate.kind import GATE
from annotator.formats.registry import format_of
from tests.formats.full import full_bundle
from tests.formats.hostile import DATA
from tests.formats.records import prove_sample
from tests.formats.trips import write_into

DOCUMENT = """<?xml version='1.0' encoding='UTF-8'?>
<GateDocument version="3">
<!-- The document's features-->
<GateDocumentFeatures>
<Feature>
  <Name className="java.lang.String">gate.SourceURL</Name>
  <Value className="java.lang.String">https://example.org/1</Value>
</Feature>
<Feature>
  <Name className="java.lang.String">MatchesAnnots</Name>
  <Value className="gate.corpora.ObjectWrapper"><![CDATA[<?xml version='1.1'?><a/>]]></Value>
</Feature>
</GateDocumentFeatures>
<TextWithNodes><Node id="0"/>😀<Node id="2"/> قال <Node id="7"/>الوزير<Node id="13"/> &amp; أمس
<Node id="19"/></TextWithNodes>
<!-- The default annotation set -->
<AnnotationSet>
<Annotation Id="0" Type="Token" StartNode="0" EndNode="2"></Annotation>
<Annotation Id="1" Type="Person" StartNode="7" EndNode="13">
<Feature>
  <Name className="java.lang.String">gender</Name>
  <Value className="java.lang.String">male</Value>
</Feature>
<Feature>
  <Name className="java.lang.String">count</Name>
  <Value className="java.lang.Integer">3</Value>
</Feature>
<Feature>
  <Name className="java.lang.String">sure</Name>
  <Value className="java.lang.Double">0.5</Value>
</Feature>
<Feature>
  <Name className="java.lang.String">known</Name>
  <Value className="java.lang.Boolean">true</Value>
</Feature>
<Feature>
  <Name className="java.lang.String">matches</Name>
  <Value className="java.util.ArrayList" itemClassName="java.lang.Integer">1;2</Value>
</Feature>
<Feature>
  <Name className="java.lang.String">thing</Name>
  <Value className="gate.corpora.ObjectWrapper">x</Value>
</Feature>
</Annotation>
</AnnotationSet>
<AnnotationSet Name="Original markups">
<Annotation Id="5" Type="body" StartNode="0" EndNode="19"></Annotation>
</AnnotationSet>
<AnnotationSet Name="سلمى">
<Annotation Id="2" Type="Person" StartNode="7" EndNode="13"></Annotation>
<Annotation Id="3" Type="Claim" StartNode="0" EndNode="19"></Annotation>
<Annotation Id="4" Type="Day" StartNode="2" EndNode="7"></Annotation>
</AnnotationSet>
<RelationSet Name="سلمى">
<Relation Id="6" Type="said_by" Members="3;2"><UserData></UserData></Relation>
<Relation Id="7" Type="all" Members="3;2;4"><UserData></UserData></Relation>
</RelationSet>
</GateDocument>
"""


@pytest.fixture
def gate(tmp_path):
    """Reads a document."""

    def read(text=DOCUMENT, *, skip=False, **options):
        path = tmp_path / "خبر.xml"
        path.write_text(text, "utf-8")
        assert format_of(path) is GATE
        reading = Reading(GATE.reading(**options), skip=skip)
        bundles = list(GATE.read(path, reading))
        return (bundles, [str(fault) for fault in reading.faults]) if skip else bundles

    return read


def test_the_text_is_without_its_nodes_and_the_address_is_the_source(gate):
    document = gate()[0].document
    assert document.text == "😀 قال الوزير & أمس\n"
    assert (document.name, document.source) == ("خبر", "https://example.org/1")


def test_each_set_is_a_layer_of_its_own_and_markup_is_none(gate):
    first, second = gate()
    assert [first.layer.reviewers, second.layer.reviewers] == [("",), ("سلمى",)]
    assert [(item.label, item.quote) for item in first.layer.annotations] == [("Person", "الوزير")]
    assert [item.label for item in second.layer.annotations] == ["Person", "Claim", "Day"]
    assert [bundle.layer.reviewers[0] for bundle in gate(sets="سلمى")] == ["سلمى"]


def test_values_have_the_types_of_their_classes(gate):
    bundle = gate()[0]
    (item,) = bundle.layer.annotations
    expected = {"gender": "male", "count": 3, "sure": 0.5, "known": "true", "matches": "1; 2"}
    assert item.attributes == expected
    assert bundle.warnings == (
        "1 lists of values became one text each, with “; ” between.",
        "1 values are Java objects, which only GATE can read; they were left out.",
    )


def test_relations_of_many_members_become_several(gate):
    bundle = gate()[1]
    assert [(item.type, item.source, item.target) for item in bundle.layer.relations] == [
        ("said_by", "3", "2"),
        ("all", "3", "2"),
        ("all", "3", "4"),
    ]
    assert bundle.warnings == (
        "1 relations of more than two members became one from the first member to each other.",
    )


def test_words_come_if_they_are_asked_for(gate):
    first, second = gate(types="Token")
    assert [item.label for item in first.layer.annotations] == ["Token"]
    assert second.layer.relations == ()
    assert "3 relations were left out with the annotations they link." in second.warnings


def test_nodes_count_for_where_they_stand(gate):
    moved = DOCUMENT.replace('"7"', '"70"').replace('"13"', '"130"')
    assert gate(moved)[0].layer.annotations[0].quote == "الوزير"


def test_what_points_nowhere_is_told_and_the_rest_is_read(gate):
    broken = DOCUMENT.replace('Type="Day" StartNode="2"', 'Type="Day" StartNode="3"')
    (_, second), faults = gate(broken, skip=True)
    assert [item.label for item in second.layer.annotations] == ["Person", "Claim"]
    assert [fault.split(":")[0] for fault in faults] == ["خبر.xml, annotation 4", "خبر.xml, relation 7"]
    with pytest.raises(UserError, match="annotation 4"):
        gate(broken)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<GateDocument><a/></GateDocument>", "no TextWithNodes"),
        ("<GateDocument><TextWithNodes> </TextWithNodes></GateDocument>", "no text"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><GateDocument>&b;</GateDocument>', "entities"),
        ("<GateDocument>", "not well-formed"),
    ],
)
def test_what_is_no_document_is_refused(gate, text, said):
    with pytest.raises(UserError, match=said):
        gate(text)


def test_layers_of_one_document_are_sets_of_one_file(tmp_path):
    one = full_bundle()
    two = replace(one, layer=replace(one.layer, kind="reviewer", reviewers=("الثاني",)))
    (path,), _ = _written([one, two, replace(two, layer=None)], tmp_path)
    root = fromstring(path.read_bytes())
    assert [item.get("Name") for item in root.iter("AnnotationSet")] == ["الأول (adjudicated)", "الثاني"]
    back = list(GATE.read(path, Reading(GATE.reading())))
    assert [item.layer.reviewers for item in back] == [("الأول", "الثاني"), ("الثاني",)]
    assert [item.layer.kind for item in back] == ["adjudicated", "reviewer"]
    assert path.name == "خبر.xml"


def test_nodes_are_named_after_utf_16_offsets(tmp_path):
    (path,), _ = _written([full_bundle()], tmp_path)
    root = fromstring(path.read_bytes())
    text = full_bundle().document.text
    nodes = [int(item.get("id")) for item in root.iter("Node")]
    assert len(text[: text.index("بغداد") + 5].encode("utf-16-le")) // 2 in nodes


def _written(bundles, folder):
    return write_into(GATE, bundles, folder)


def test_the_sample_reads_as_the_seeds_annotations():
    (path,) = (DATA / "gate").glob("*.xml")
    prove_sample(GATE, path)
