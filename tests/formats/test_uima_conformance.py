"""UIMA CAS against dkpro-cassis, the library Python people read and write it with."""

import pytest

from annotator.formats.format import Reading
from annotator.formats.uima.kind import UIMA_JSON, UIMA_XMI
from tests.formats.full import ACTOR, CLAIM, TEXT, full_bundle
from tests.formats.trips import write_into

cassis = pytest.importorskip("cassis")

SPAN = "webanno.custom.Sanad"


def loaded(kind, folder):
    """What cassis makes of a file of ours."""
    files, _ = write_into(kind, [full_bundle()], folder)
    if kind is UIMA_JSON:
        with files[0].open("rb") as file:
            return cassis.load_cas_from_json(file)
    path, types = sorted(files, key=lambda item: item.suffix)
    with types.open("rb") as file:
        system = cassis.load_typesystem(file)
    with path.open("rb") as file:
        return cassis.load_cas_from_xmi(file, typesystem=system)


def read(kind, path):
    (bundle,) = kind.read(path, Reading(kind.reading()))
    return bundle


@pytest.mark.parametrize("kind", [UIMA_XMI, UIMA_JSON], ids=lambda kind: kind.name)
def test_cassis_finds_the_same_words_and_values_in_what_is_written(kind, tmp_path):
    cas = loaded(kind, tmp_path)
    assert cas.sofa_string == TEXT
    assert cas.document_language == "fa"
    spans = {item.uuid: item for item in cas.select(SPAN)}
    for item in full_bundle().layer.annotations:
        assert spans[item.uuid].get_covered_text() == item.quote
        assert spans[item.uuid].label == item.label
    assert spans[ACTOR].role == "وزير"
    assert [item.value for item in spans.values() if item.label == "figure"] == [2500.0]
    (link,) = cas.select(f"{SPAN}Relation")
    assert (link.Governor.uuid, link.Dependent.uuid, link.label) == (CLAIM, ACTOR, "attributed_to")
    assert cas.typecheck() == []


@pytest.fixture
def made():
    """A CAS with all that a layer in INCEpTION may have."""
    system = cassis.TypeSystem()
    span = system.create_type("webanno.custom.Span")
    system.create_feature(span, "value", "uima.cas.String")
    system.create_feature(span, "sure", "uima.cas.Boolean")
    system.create_feature(span, "score", "uima.cas.Double")
    system.create_feature(span, "count", "uima.cas.Integer")
    system.create_feature(span, "tags", "uima.cas.StringArray")
    link = system.create_type("webanno.custom.SpanLink", "uima.cas.TOP")
    system.create_feature(link, "role", "uima.cas.String")
    system.create_feature(link, "target", "webanno.custom.Span")
    system.create_feature(span, "slots", "uima.cas.FSArray", elementType=link)
    relation = system.create_type("webanno.custom.Rel")
    system.create_feature(relation, "value", "uima.cas.String")
    system.create_feature(relation, "Governor", "webanno.custom.Span")
    system.create_feature(relation, "Dependent", "webanno.custom.Span")
    token = system.create_type("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")
    cas = cassis.Cas(system, sofa_string="😀 قال الوزير\r\nأمس", sofa_mime="text/plain")
    cas.document_language = "ar"
    strings = system.get_type("uima.cas.StringArray")(elements=["a b", "c"])
    first = span(begin=2, end=5, value="claim", sure=True, score=0.5, count=7, tags=strings)
    second = span(begin=6, end=12, value="actor")
    filler = link(role="agent", target=second)
    first.slots = system.get_type("uima.cas.FSArray")(elements=[filler])
    cas.add_all([token(begin=0, end=1), first, second, filler])
    cas.add(relation(begin=6, end=12, value="said_by", Governor=first, Dependent=second))
    return cas


def written(cas, kind, folder):
    """A file as cassis writes it, with its types beside it."""
    path = folder / f"x{kind.suffixes[0]}"
    if kind is UIMA_JSON:
        cas.to_json(path)
    else:
        cas.to_xmi(path)
        cas.typesystem.to_xml(folder / "TypeSystem.xml")
    return path


@pytest.mark.parametrize("kind", [UIMA_XMI, UIMA_JSON], ids=lambda kind: kind.name)
def test_what_cassis_writes_is_read_with_values_slots_and_relations(kind, tmp_path, made):
    bundle = read(kind, written(made, kind, tmp_path))
    assert bundle.document.text == "😀 قال الوزير\r\nأمس"
    first, second = bundle.layer.annotations
    assert (first.quote, first.label) == ("قال", "claim")
    assert first.attributes == {"sure": "true", "score": 0.5, "count": 7, "tags": "a b; c"}
    assert (second.quote, second.label, second.attributes) == ("الوزير", "actor", {})
    assert {(item.type, item.source, item.target) for item in bundle.layer.relations} == {
        ("agent", first.uuid, second.uuid),
        ("said_by", first.uuid, second.uuid),
    }
    assert bundle.warnings == (
        "1 lists of values became one text each, with “; ” between.",
        "1 slots of annotations became relations.",
    )
