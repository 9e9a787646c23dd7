"""W3C Web Annotation: what viewers and Hypothes.is write, and what is written for them."""

import json

import pytest
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.formats.format import Reading, Writing
from annotator.formats.registry import format_of
from annotator.formats.web_annotation.kind import WEB_ANNOTATION
from tests.formats.full import ACTOR, CLAIM, ENTITY, TEXT, full_bundle
from tests.formats.hostile import DATA
from tests.formats.records import links, prove_sample, spans
from tests.formats.trips import SCHEME, write_into

ARTICLE = "😀 قال الوزير أمس: نعم نعم."
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def at(quote, *, source="https://example.org/%D8%AE%D8%A8%D8%B1"):
    start = ARTICLE.index(quote)
    return {
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": start + len(quote)},
            {"type": "TextQuoteSelector", "exact": quote},
        ],
    }


def annotation(quote="الوزير", body="actor", **more):
    bodies = {"type": "TextualBody", "purpose": "tagging", "value": body} if isinstance(body, str) else body
    value = {"@context": CONTEXT, "id": "http://example.org/anno1", "type": "Annotation", "body": bodies}
    return {**value, "target": at(quote), **more}


@pytest.fixture
def web(tmp_path):
    """Reads a file of these values, one a line or as one value, with the article beside it."""

    def read(*values, text=ARTICLE, name="خبر.jsonld", beside="خبر.txt", skip=False, indent=None):
        path = tmp_path / name
        lines = [json.dumps(value, ensure_ascii=False, indent=indent) for value in values]
        path.write_text("\n".join(lines), "utf-8")
        if text is not None:
            (tmp_path / beside).write_bytes(text.encode() if isinstance(text, str) else text)
        assert format_of(path) is WEB_ANNOTATION
        reading = Reading(WEB_ANNOTATION.reading(), skip=skip)
        bundles = list(WEB_ANNOTATION.read(path, reading))
        return (bundles, [str(fault) for fault in reading.faults]) if skip else bundles

    return read


def test_a_tag_is_the_label_and_a_comment_the_note(web):
    bodies = [
        {"type": "TextualBody", "purpose": "tagging", "value": "actor"},
        {"type": "TextualBody", "purpose": "commenting", "value": "من؟"},
    ]
    (bundle,) = web(annotation(body=bodies, creator={"type": "Person", "name": "سلمى"}))
    (item,) = bundle.layer.annotations
    assert (item.uuid, item.label, item.quote, item.note) == (
        "http://example.org/anno1",
        "actor",
        "الوزير",
        "من؟",
    )
    assert bundle.layer.reviewers == ("سلمى",)
    assert bundle.document.source == "https://example.org/%D8%AE%D8%A8%D8%B1"
    assert bundle.document.name == "خبر"
    assert bundle.warnings == ()


@pytest.mark.parametrize(
    "wrap",
    [
        lambda items: {"@context": CONTEXT, "type": "AnnotationPage", "items": items},
        lambda items: {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": items}},
        lambda items: {"@context": CONTEXT, "@graph": items},
        lambda items: {"total": 2, "rows": items},
        lambda items: items,
    ],
    ids=["page", "collection", "graph", "rows", "list"],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_annotations_come_in_pages_collections_and_lists(web, wrap, indent):
    items = [annotation(), annotation("قال", "claim", id="b")]
    bundles = web({**wrap(items), "x": CONTEXT} if isinstance(wrap(items), dict) else items, indent=indent)
    assert [spans(bundle) for bundle in bundles] == [[("actor", "الوزير"), ("claim", "قال")]]


def test_annotations_come_one_a_line_and_each_creator_has_a_layer(web):
    bundles = web(
        annotation(creator="سلمى"),
        annotation("قال", id="b", creator={"nickname": "علي"}),
        annotation(id="c", creator="سلمى"),
    )
    assert [(bundle.layer.reviewers, len(bundle.layer.annotations)) for bundle in bundles] == [
        (("سلمى",), 2),
        (("علي",), 1),
    ]


def test_what_a_program_made_is_a_prediction(web):
    (bundle,) = web(annotation(creator={"type": "Software", "name": "ner 2"}))
    assert bundle.layer is None
    assert [(item.label, item.quote, item.source) for item in bundle.predictions] == [
        ("actor", "الوزير", "ner 2")
    ]


def test_offsets_in_utf_16_are_found_by_the_quote_and_told(web):
    value = annotation()
    value["target"]["selector"][0] |= {"start": 7, "end": 13}
    (bundle,) = web(value)
    assert spans(bundle) == [("actor", "الوزير")]
    assert bundle.warnings == ("1 spans did not stand where the file says; their text was found elsewhere.",)


def test_a_quote_alone_is_found_by_its_context(web):
    second = {"type": "TextQuoteSelector", "exact": "نعم", "prefix": "نعم ", "suffix": "."}
    (bundle,) = web(annotation(target={"source": "https://example.org/a", "selector": second}))
    assert bundle.layer.annotations[0].start == ARTICLE.rindex("نعم")


def test_a_fragment_of_plain_text_counts_characters(web):
    selector = {
        "type": "FragmentSelector",
        "conformsTo": "http://tools.ietf.org/rfc/rfc5147",
        "value": "char=2,5",
    }
    (bundle,) = web(annotation(target={"source": "a", "selector": selector}))
    assert spans(bundle) == [("actor", "قال")]


def test_further_tags_are_an_attribute_and_further_targets_annotations(web):
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in ("actor", "x", "y")]
    (bundle,) = web(annotation(body=bodies, target=[at("قال"), at("أمس")]))
    assert spans(bundle) == [("actor", "قال"), ("actor", "أمس")]
    assert bundle.layer.annotations[0].attributes == {"tags": "x; y"}
    assert bundle.warnings == (
        "1 annotations have several tags: the first is the label, the others an attribute.",
        "1 further targets of annotations became annotations of their own.",
    )


def test_without_a_tag_the_motivation_is_the_label(web):
    (bundle,) = web(annotation(body=None, motivation="highlighting"))
    assert spans(bundle) == [("highlighting", "الوزير")]
    (bundle,) = web(annotation(body={"value": "كلام"}, motivation="oa:commenting"))
    assert (bundle.layer.annotations[0].label, bundle.layer.annotations[0].note) == ("commenting", "كلام")


def test_a_thing_that_is_identified_is_an_attribute(web):
    body = [{"type": "SpecificResource", "purpose": "identifying", "source": "http://wd/Q1"}, "http://x/y"]
    (bundle,) = web(annotation(body=body))
    assert bundle.layer.annotations[0].attributes == {"identifier": "http://wd/Q1", "body": "http://x/y"}


def test_links_between_annotations_are_relations(web):
    link = {"id": "r", "type": "Annotation", "motivation": "linking"}
    tag = {"type": "TextualBody", "purpose": "tagging", "value": "said_by"}
    (bundle,) = web(
        {**link, "body": tag, "target": [{"id": "a"}, {"id": "b"}]},
        annotation(id="a"),
        annotation("قال", id="b"),
        {**link, "id": "s", "body": [tag, {"purpose": "linking", "source": "b"}], "target": "a"},
    )
    assert links(bundle) == [("الوزير", "said_by", "قال")] * 2


def test_open_annotation_has_other_names_for_the_same(web):
    value = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "@id": "x",
        "@type": "oa:Annotation",
        "motivatedBy": "oa:tagging",
        "annotatedBy": {"@type": "foaf:Person", "name": "سلمى"},
        "hasBody": {"@type": ["oa:Tag", "cnt:ContentAsText"], "chars": "actor"},
        "hasTarget": {
            "hasSource": "a",
            "hasSelector": {"@type": "oa:TextQuoteSelector", "exact": "الوزير"},
        },
    }
    (bundle,) = web(value)
    assert spans(bundle) == [("actor", "الوزير")]
    assert bundle.layer.reviewers == ("سلمى",)


def test_hypothesis_keeps_tags_text_and_user_beside_the_target(web):
    value = {"id": "h", "uri": "https://example.org/a", "user": "acct:salma@hypothes.is", "text": "ملاحظة"}
    (bundle,) = web({**value, "tags": ["actor"], "target": [at("قال")]})
    assert (spans(bundle), bundle.layer.annotations[0].note) == ([("actor", "قال")], "ملاحظة")
    assert bundle.layer.reviewers == ("salma@hypothes.is",)


def test_each_source_is_a_document_with_its_own_text(web, tmp_path):
    (tmp_path / "b.txt").write_text("نص آخر", "utf-8")
    other = {"source": "https://example.org/b", "selector": {"type": "TextQuoteSelector", "exact": "آخر"}}
    first, second = web(annotation(), annotation(id="2", target=other))
    assert [first.document.text, second.document.text] == [ARTICLE, "نص آخر"]
    assert spans(second) == [("actor", "آخر")]


def test_without_its_text_a_file_is_refused(web):
    with pytest.raises(UserError, match="is not beside it; put it there"):
        web(annotation(), text=None)


def test_a_source_out_of_the_folder_is_not_opened(web, tmp_path):
    (tmp_path.parent / "secret.txt").write_text(ARTICLE, "utf-8")
    for source in ("../secret.txt", "file:///etc/passwd", "..", "a%00b", "http://[x", "x" * 5000):
        value = annotation()
        value["target"]["source"] = source
        with pytest.raises(UserError, match="is not beside it"):
            web(value, text=None)


def test_a_source_without_its_text_keeps_no_other_out(web):
    other = {"source": "https://example.org/b", "selector": {"type": "TextQuoteSelector", "exact": "آخر"}}
    (bundle,), faults = web(annotation(), annotation(id="2", target=other), skip=True)
    assert spans(bundle) == [("actor", "الوزير")]
    assert [fault.split(",")[0] for fault in faults] == ["خبر.jsonld: the text it annotates"]


def test_one_bad_annotation_is_told_and_the_others_are_read(web):
    here, absent = "https://example.org/%D8%AE%D8%A8%D8%B1", {"type": "TextQuoteSelector", "exact": "غائب"}
    bundles, faults = web(
        annotation(),
        annotation(),
        annotation(id="c", target={"source": here, "selector": {"type": "SvgSelector"}}),
        annotation(id="d", target={"source": here, "selector": absent}),
        annotation(id="e", target="nowhere"),
        skip=True,
    )  # fmt: skip
    assert [len(bundle.layer.annotations) for bundle in bundles if bundle.layer.annotations] == [1]
    assert [fault.split(":")[0] for fault in faults] == [
        f"خبر.jsonld, line {number}" for number in (2, 3, 4, 5)
    ]


def written(tmp_path, bundle=None):
    files, _ = write_into(WEB_ANNOTATION, [bundle or full_bundle()], tmp_path)
    return {path.name: path.read_bytes() for path in files}


def test_the_text_stands_beside_its_annotations_letter_for_letter(tmp_path):
    files = written(tmp_path)
    assert sorted(files) == ["خبر.jsonld", "خبر.txt"]
    assert files["خبر.txt"] == TEXT.encode()


def test_what_is_written_is_of_the_model(tmp_path):
    value = json.loads(written(tmp_path)["خبر.jsonld"])
    assert value["@context"][0] == CONTEXT
    assert (value["type"], value["total"], value["first"]["type"]) == (
        "AnnotationCollection",
        5,
        "AnnotationPage",
    )
    assert value["creator"] == {"type": "Person", "name": "الأول"}
    by_id = {item["id"]: item for item in value["first"]["items"]}
    actor = by_id[f"urn:uuid:{ACTOR}"]
    position, quote = actor["target"]["selector"]
    assert TEXT[position["start"] : position["end"]] == quote["exact"] == "وزير الدفاع أحمد"
    assert actor["target"]["source"] == "%D8%AE%D8%A8%D8%B1.txt"
    assert [body["purpose"] for body in actor["body"]] == [
        "tagging",
        "describing",
        "commenting",
        "identifying",
    ]
    assert actor["body"][3]["source"]["id"] == f"urn:uuid:{ENTITY}"
    (link,) = [item for item in by_id.values() if item["motivation"] == "linking"]
    assert link["target"] == [{"id": f"urn:uuid:{CLAIM}"}, {"id": f"urn:uuid:{ACTOR}"}]


def test_a_text_that_was_changed_since_is_refused(tmp_path):
    written(tmp_path)
    (tmp_path / "خبر.txt").write_text(TEXT.replace("أمس", "غدا"), "utf-8")
    with pytest.raises(UserError, match="changed since"):
        list(WEB_ANNOTATION.read(tmp_path / "خبر.jsonld", Reading(WEB_ANNOTATION.reading())))


def test_ids_that_are_no_uuids_and_documents_without_a_layer_come_back(tmp_path):
    bundle = full_bundle()
    item = replace(bundle.layer.annotations[0], uuid="T 1/ا")
    layer = replace(bundle.layer, annotations=(item,), relations=())
    written(tmp_path / "a", replace(bundle, layer=layer))
    written(tmp_path / "b", replace(bundle, layer=None))
    read = [
        next(iter(WEB_ANNOTATION.read(tmp_path / name / "خبر.jsonld", Reading(WEB_ANNOTATION.reading()))))
        for name in "ab"
    ]
    assert read[0].layer.annotations[0].uuid == "T 1/ا"
    assert read[1].layer is None


def test_layers_of_several_reviewers_stand_in_folders_with_their_texts():
    writing = Writing(WEB_ANNOTATION.writing(), SCHEME, several_layers=True)
    names = [part.name for part in WEB_ANNOTATION.write([full_bundle()], writing)]
    assert names == ["adjudicated/خبر.txt", "adjudicated/خبر.jsonld"]


def test_the_sample_reads_as_the_seeds_annotations():
    (path,) = (DATA / "web-annotation").glob("*.jsonld")
    prove_sample(WEB_ANNOTATION, path)
