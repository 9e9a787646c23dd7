"""UIMA CAS: files of INCEpTION and other tools, as XMI and as JSON."""

import json
import zipfile

import pytest
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.formats.format import Reading, Writing
from annotator.formats.losing import Loss
from annotator.formats.plain_text import hashed
from annotator.formats.registry import format_of
from annotator.formats.uima.kind import UIMA_JSON, UIMA_XMI
from tests.formats.full import full_bundle
from tests.formats.hostile import DATA
from tests.formats.records import links, prove_sample, spans, written
from tests.formats.trips import SCHEME, read_from, write_into

HEAD = """<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI"
 xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" xmlns:custom="http:///webanno/custom.ecore"
 xmlns:noNamespace="http:///uima/noNamespace.ecore"
 xmlns:seg="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore"
 xmlns:meta="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>"""
META = (
    '<meta:DocumentMetaData xmi:id="1" sofa="12" begin="0" end="16" language="ar" documentTitle="خبر.txt"'
    ' documentId="{user}" documentUri="p/خبر.txt" collectionId="p" documentBaseUri="p"/>'
)
WORDS = """<seg:Token xmi:id="19" sofa="12" begin="0" end="3"/>
<seg:Sentence xmi:id="64" sofa="12" begin="0" end="16"/>"""
TAIL = """<cas:Sofa xmi:id="12" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{text}"/>
<cas:View sofa="12" members="1 19"/></xmi:XMI>"""
TEXT = "قال الوزير أمس ."
TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>{types}</types></typeSystemDescription>
"""


def type_of(name, above="uima.tcas.Annotation", **features):
    listed = "".join(
        f"<featureDescription><name>{feature}</name><rangeTypeName>{kind}</rangeTypeName></featureDescription>"
        for feature, kind in features.items()
    )
    return (
        f"<typeDescription><name>{name}</name><supertypeName>{above}</supertypeName>"
        f"<features>{listed}</features></typeDescription>"
    )


LAYERS = [
    type_of("webanno.custom.Kind", "uima.cas.String"),
    type_of("webanno.custom.Base", note="uima.cas.String"),
    type_of(
        "webanno.custom.Span", "webanno.custom.Base", value="uima.cas.String",
        kind="webanno.custom.Kind",
        count="uima.cas.Integer", sure="uima.cas.Boolean", score="uima.cas.Double",
        tags="uima.cas.StringArray", links="uima.cas.FSArray", head="webanno.custom.Span",
        sizes="uima.cas.IntegerArray", all="uima.cas.FSList",
    ),
    type_of("webanno.custom.SpanLink", "uima.cas.TOP", role="uima.cas.String", target="webanno.custom.Span"),
    type_of("webanno.custom.Rel", value="uima.cas.String", Governor="webanno.custom.Span",
            Dependent="webanno.custom.Span"),
    type_of("webanno.custom.CorefLink", next="webanno.custom.CorefLink", referenceType="uima.cas.String",
            referenceRelation="uima.cas.String"),
]  # fmt: skip


@pytest.fixture
def xmi(tmp_path):
    """Reads an XMI file with these elements in it, with the layers' type system beside it or not."""

    def read(*elements, typed=True, text=TEXT, skip=False, name="سلمى.xmi", **options):
        if typed:
            (tmp_path / "TypeSystem.xml").write_text(TYPES.format(types="".join(LAYERS)), "utf-8")
        path = tmp_path / name
        path.write_text("\n".join([HEAD, *elements, TAIL.format(text=text)]), "utf-8")
        assert format_of(path) is UIMA_XMI
        reading = Reading(UIMA_XMI.reading(**options), skip=skip)
        (bundle,) = UIMA_XMI.read(path, reading)
        return (bundle, [str(fault) for fault in reading.faults]) if skip else bundle

    return read


def span(key, begin, end, rest="", kind="custom:Span"):
    return f'<{kind} xmi:id="{key}" sofa="12" begin="{begin}" end="{end}" {rest}/>'


def test_a_layers_annotations_are_read_and_words_and_sentences_are_not(xmi):
    bundle = xmi(META.format(user="سلمى"), WORDS, span(68, 4, 10, 'value="actor"'), span(72, 11, 14))
    assert spans(bundle) == [("actor", "الوزير"), ("Span", "أمس")]
    assert [item.uuid for item in bundle.layer.annotations] == ["68", "72"]
    assert (bundle.document.name, bundle.document.language) == ("خبر.txt", "ar")
    assert bundle.layer.reviewers == ("سلمى",)


def test_the_first_state_of_a_document_has_no_annotator_and_another_tools_id_is_none(xmi):
    assert xmi(META.format(user="INITIAL_CAS")).layer.reviewers == ("",)
    other = META.format(user="doc7").replace('collectionId="p"', "")
    assert xmi(other).layer.reviewers == ("",)


def test_values_are_what_the_type_system_says(xmi):
    rest = 'value="x" kind="7" count="3" sure="true" score="2.0" note="inherited" sizes="1 2"'
    (item,) = xmi(span(68, 4, 10, rest)).layer.annotations
    assert item.attributes == {
        "kind": "7", "count": 3, "sure": "true", "score": 2, "note": "inherited", "sizes": "1; 2",
    }  # fmt: skip


def test_lists_of_texts_stand_in_elements_of_their_own(xmi):
    element = span(68, 4, 10).replace("/>", "><tags>a b</tags><tags>c</tags></custom:Span>")
    bundle = xmi(element)
    assert bundle.layer.annotations[0].attributes == {"tags": "a b; c"}
    assert bundle.warnings == ("1 lists of values became one text each, with “; ” between.",)


@pytest.mark.parametrize("typed", [True, False])
def test_relations_slots_and_chains_become_relations(xmi, typed):
    bundle = xmi(
        span(68, 0, 3, 'value="claim" links="76 77"'),
        span(72, 4, 10, 'value="actor"'),
        '<custom:SpanLink xmi:id="76" role="agent" target="72"/><custom:SpanLink xmi:id="77" target="72"/>',
        span(80, 4, 10, 'value="said_by" Governor="68" Dependent="72"', "custom:Rel"),
        span(81, 4, 10, 'referenceType="nam" referenceRelation="same" next="82"', "custom:CorefLink"),
        span(82, 11, 14, 'referenceType="pro"', "custom:CorefLink"),
        '<custom:CorefChain xmi:id="83" sofa="12" first="81"/>',
        typed=typed,
    )
    assert sorted(links(bundle)) == sorted(
        [
            ("قال", "said_by", "الوزير"),
            ("قال", "agent", "الوزير"),
            ("قال", "links", "الوزير"),
            ("الوزير", "same", "أمس"),
        ]
    )
    told = (
        "2 slots of annotations became relations.",
        "1 references from one annotation to another became relations.",
    )
    untyped = ("There is no type system beside the file, so every value was read as text.",)
    assert bundle.warnings == (told if typed else untyped + told)


def test_arrays_and_lists_may_be_structures_of_their_own(xmi):
    bundle = xmi(
        span(68, 0, 3, 'head="72" all="90"'),
        span(72, 4, 10),
        span(73, 11, 14),
        '<cas:NonEmptyFSList xmi:id="90" head="72" tail="91"/>',
        '<cas:NonEmptyFSList xmi:id="91" head="73" tail="90"/>',
    )
    assert links(bundle) == [("قال", "head", "الوزير"), ("قال", "all", "الوزير"), ("قال", "all", "أمس")]


def test_offsets_count_utf_16_units(xmi):
    bundle = xmi(span(68, 3, 6), text="😀 قال")
    assert spans(bundle) == [("Span", "قال")]


def test_line_ends_and_tabs_in_the_text_stay(xmi):
    assert xmi(text="قال&#13;&#10;&#9;أمس").document.text == "قال\r\n\tأمس"


def test_what_a_relation_says_besides_its_type_is_told(xmi):
    rest = 'value="r" Governor="68" Dependent="72" more="x"'
    bundle = xmi(span(68, 0, 3), span(72, 4, 10), span(80, 4, 10, rest, "custom:Rel"))
    assert links(bundle) == [("قال", "r", "الوزير")]
    assert bundle.warnings == ("1 features of relations were left out: a relation has only a type.",)


def test_types_and_the_labels_feature_can_be_chosen(xmi):
    elements = (WORDS, span(68, 4, 10, 'value="a" kind="b"'), span(70, 0, 3, kind="noNamespace:Plain"))
    assert [label for label, _ in spans(xmi(*elements))] == ["a", "Plain"]
    assert [label for label, _ in spans(xmi(*elements, label="kind"))] == ["b", "Plain"]
    assert [label for label, _ in spans(xmi(*elements, types="Token, webanno.custom.Span"))] == ["Token", "a"]


def test_one_bad_annotation_is_told_with_its_id_and_the_others_are_read(xmi):
    elements = (
        span(68, 4, 10), span(69, 4, 99), span(70, 3, 3), span(71, "x", 4),
        span(80, 0, 3, 'Governor="68" Dependent="69"', "custom:Rel"),
        span(81, 0, 3, 'Governor="68" Dependent="68"', "custom:Rel"),
    )  # fmt: skip
    bundle, faults = xmi(*elements, skip=True)
    assert spans(bundle) == [("Span", "الوزير")]
    assert [fault.split(":")[0] for fault in faults] == [
        f"سلمى.xmi, {name}" for name in ("Span 69", "Span 70", "Span 71", "Rel 80", "Rel 81")
    ]
    with pytest.raises(UserError, match="Span 69"):
        xmi(*elements)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (f"{HEAD}</xmi:XMI>", "no text"),
        ("<a xmlns='http://www.omg.org/XMI'/>", "its root is <a>"),
        (f'{HEAD}<custom:A xmi:id="1"/><custom:A xmi:id="1"/>{TAIL}', "twice"),
        (f"<!DOCTYPE a [<!ENTITY b 'c'>]>{HEAD[55:]}", "entities"),
        (HEAD, "not well-formed"),
    ],
)
def test_what_is_no_xmi_is_refused(tmp_path, data, said):
    path = tmp_path / "a.xmi"
    path.write_text(data, "utf-8")
    with pytest.raises(UserError, match=said):
        list(UIMA_XMI.read(path, Reading(UIMA_XMI.reading())))


def test_an_archive_holds_files_with_the_type_system_nearest_to_them(tmp_path):
    path = tmp_path / "export.zip"
    body = "\n".join(
        [HEAD, META.format(user="a"), span(68, 4, 10, 'value="x" count="3"'), TAIL.format(text=TEXT)]
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("TypeSystem.xml", TYPES.format(types="".join(LAYERS)))
        archive.writestr("a.xmi", body)
        archive.writestr("folder/b.xmi", body.replace("خبر.txt", "ثان.txt"))
    assert format_of(path) is UIMA_XMI
    bundles = list(UIMA_XMI.read(path, Reading(UIMA_XMI.reading())))
    assert [bundle.document.name for bundle in bundles] == ["خبر.txt", "ثان.txt"]
    assert [bundle.layer.annotations[0].attributes for bundle in bundles] == [{"count": 3}] * 2


def test_names_from_a_type_system_are_only_names(tmp_path, xmi):
    evil = """a=__import__("os").abort(), b"""
    types = "".join([*LAYERS, type_of("webanno.custom.Evil", **{evil: "uima.cas.String"})])
    (tmp_path / "TypeSystem.xml").write_text(TYPES.format(types=types), "utf-8")
    bundle = xmi(span(68, 4, 10, kind="custom:Evil"), typed=False)
    assert spans(bundle) == [("Evil", "الوزير")]
    assert bundle.warnings == ()


def cas(structures, types=None):
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "sofaString": TEXT}
    views = {"_InitialView": {"%SOFA": 1, "%MEMBERS": []}}
    return {"%TYPES": types or {}, "%FEATURE_STRUCTURES": [sofa, *structures], "%VIEWS": views}


@pytest.fixture
def json_cas(tmp_path):
    """Reads a JSON CAS."""

    def read(value, *, skip=False):
        path = tmp_path / "a.json"
        path.write_text(json.dumps(value, ensure_ascii=False, indent=1), "utf-8")
        assert format_of(path) is UIMA_JSON
        return list(UIMA_JSON.read(path, Reading(UIMA_JSON.reading(), skip=skip)))

    return read


SPAN = {"%ID": 2, "%TYPE": "custom.Span", "@sofa": 1, "begin": 4, "end": 10, "value": "actor"}


def test_a_json_cas_is_read_and_values_keep_their_types(json_cas):
    (bundle,) = json_cas(cas([{**SPAN, "n": 3, "sure": True, "#far": "Infinity", "half": 0.5}]))
    assert spans(bundle) == [("actor", "الوزير")]
    assert bundle.layer.annotations[0].attributes == {"n": 3, "sure": "true", "far": "Infinity", "half": 0.5}


def test_older_json_has_the_structures_in_an_object_by_id(json_cas):
    value = cas([SPAN])
    value["%FEATURE_STRUCTURES"] = {
        str(item.pop("%ID")): item for item in json.loads(json.dumps(value["%FEATURE_STRUCTURES"]))
    }
    assert spans(json_cas(value)[0]) == [("actor", "الوزير")]


def test_every_view_with_a_text_is_a_document(json_cas):
    value = cas([SPAN])
    value["%FEATURE_STRUCTURES"] += [
        {"%ID": 9, "%TYPE": "uima.cas.Sofa", "sofaNum": 2, "sofaID": "second", "sofaString": "ثان"},
        {"%ID": 10, "%TYPE": "custom.Span", "@sofa": 9, "begin": 0, "end": 3},
    ]
    first, second = json_cas(value)
    assert (spans(first), spans(second)) == ([("actor", "الوزير")], [("Span", "ثان")])
    assert second.document.name == "a.json (second)"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"%TYPES": {}}, "not a JSON CAS"),
        ({"%TYPES": {}, "%FEATURE_STRUCTURES": 3}, "no list"),
        ({"%TYPES": {}, "%FEATURE_STRUCTURES": [3]}, "feature structure is 3"),
        (cas([SPAN, SPAN]), "its id twice"),
        (cas([{"%ID": 3}]), "has no type"),
        ({"%TYPES": {}, "%FEATURE_STRUCTURES": []}, "no text"),
    ],
)
def test_what_is_no_json_cas_is_refused(json_cas, value, said):
    with pytest.raises(UserError, match=said):
        json_cas(value)


@pytest.mark.parametrize("kind", [UIMA_XMI, UIMA_JSON], ids=lambda kind: kind.name)
def test_what_no_feature_can_hold_comes_back_all_the_same(kind, tmp_path):
    bundle = full_bundle()
    attributes = {
        "value": "about ten",
        "role": 7,
        "a b": "x",
        "begin": 3,
        "new": 2**60,
        "other": 0.5,
        "note": "n",
    }
    item = replace(bundle.layer.annotations[0], attributes=attributes)
    bundle = replace(bundle, layer=replace(bundle.layer, annotations=(item,), relations=()))
    files, _ = write_into(kind, [bundle], tmp_path)
    (back,) = read_from(kind, files)
    assert back.layer.annotations[0].attributes == attributes


def test_layers_of_several_reviewers_stand_in_folders_with_their_types(tmp_path):
    bundle = full_bundle()
    writing = Writing(UIMA_XMI.writing(), SCHEME, several_layers=True)
    names = [part.name for part in UIMA_XMI.write([bundle], writing)]
    assert names == ["adjudicated/خبر.txt.xmi", "adjudicated/TypeSystem.xml"]


def test_control_characters_become_spaces_in_xmi_and_stay_in_json(tmp_path):
    bundle = full_bundle()
    text = bundle.document.text.replace(" ", "\x0b", 1)
    bundle = replace(bundle, document=replace(bundle.document, text=text, text_sha256=hashed(text)))
    data, writing = written(UIMA_XMI, [bundle])
    assert writing.loss_counts[Loss.TEXT] == 1
    assert "\x0b" not in data.decode()
    files, _ = write_into(UIMA_JSON, [bundle], tmp_path)
    assert read_from(UIMA_JSON, files)[0].document.text == text


def test_the_type_of_the_annotations_can_be_chosen():
    data, _ = written(UIMA_XMI, [full_bundle()], type="custom.Mine")
    assert b"<name>custom.MineRelation</name>" in data


@pytest.mark.parametrize("kind", [UIMA_XMI, UIMA_JSON], ids=lambda kind: kind.name)
def test_the_sample_reads_as_the_seeds_annotations(kind):
    (path,) = (DATA / kind.name).glob(f"*{kind.suffixes[0]}")
    prove_sample(kind, path)
