import builtins
import re
import struct
import zlib
from hashlib import sha256

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.formats.docbin.kind import SPACY_DOCBIN
from annotator.formats.format import Reading, Writing
from annotator.formats.losing import Loss
from annotator.formats.registry import format_of
from annotator.resources import SEEDS
from tests.formats.full import full_bundle
from tests.formats.hostile import DATA
from tests.formats.trips import SCHEME, bundles, comparable, read_from, shaped, write_into

pytest.importorskip("spacy")

from spacy.attrs import IDS
from spacy.strings import StringStore
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab


def packed(tmp_path, *docs, **how):
    path = tmp_path / "docs.spacy"
    path.write_bytes(DocBin(docs=docs, **how).to_bytes())
    return path


def read(path, *, skip=False):
    reading = Reading(SPACY_DOCBIN.reading(), skip=skip)
    return list(SPACY_DOCBIN.read(path, reading)), reading


def found(bundle):
    return [(item.label, item.quote) for item in bundle.layer.annotations]


@pytest.fixture
def doc():
    words = ["قال", " ", "وزير", "الدفاع", "،", "ثم"]
    return Doc(Vocab(), words=words, spaces=[True, False, True, False, True, False])


def test_entities_and_span_groups_are_annotations(tmp_path, doc):
    doc.ents = [Span(doc, 2, 4, label="PERSON", kb_id="Q7")]
    doc.spans["sc"] = [Span(doc, 2, 4, label="PERSON"), Span(doc, 3, 4, label="ORG", kb_id="Q8")]
    doc.spans["other"] = [Span(doc, 5, 6)]
    (bundle,), _ = read(packed(tmp_path, doc))
    assert bundle.document.text == doc.text == "قال  وزير الدفاع، ثم"
    assert bundle.document.name == "docs.spacy:1"
    assert found(bundle) == [("PERSON", "وزير الدفاع"), ("ORG", "الدفاع"), ("other", "ثم")]
    assert [item.entity for item in bundle.layer.annotations] == ["Q7", "Q8", None]
    assert [(item.uuid, item.label) for item in bundle.entities] == [("Q7", "PERSON"), ("Q8", "ORG")]


def test_entities_that_touch_are_kept_apart(tmp_path, doc):
    doc.ents = [Span(doc, 2, 3, label="A"), Span(doc, 3, 4, label="A"), Span(doc, 4, 6, label="B")]
    (bundle,), _ = read(packed(tmp_path, doc))
    assert found(bundle) == [("A", "وزير"), ("A", "الدفاع"), ("B", "، ثم")]


def test_extension_attributes_and_ids_of_patterns_become_attributes(tmp_path, doc):
    doc.user_data["._.", "sure", 5, 9] = True
    doc.user_data["._.", "title", None, None] = "عنوان"
    doc.user_data["source"] = "https://example.org"
    doc.spans["sc"] = [
        Span(doc, 2, 3, label="A", span_id="minister"),
        Span(doc, 3, 4, label="A", span_id="minister"),
    ]
    (bundle,), _ = read(packed(tmp_path, doc, store_user_data=True))
    assert (bundle.document.title, bundle.document.source) == ("عنوان", "https://example.org")
    first, second = bundle.layer.annotations
    assert first.attributes == {"id": "minister", "sure": "true"}
    assert second.attributes == {"id": "minister"}


def test_documents_of_one_file_have_a_place_and_a_name_each(tmp_path, doc):
    doc.cats = {"politics": 1.0}
    loose = Doc(Vocab(), words=["a", "b"])
    bundles_, _ = read(packed(tmp_path, doc, loose))
    assert [bundle.place for bundle in bundles_] == ["docs.spacy, document 1", "docs.spacy, document 2"]
    assert bundles_[0].warnings == (
        "docs.spacy, document 1: the categories of the whole text were left out.",
    )
    assert bundles_[1].document.text == "a b"


def test_a_text_that_is_not_known_is_put_together_with_a_warning(tmp_path, doc):
    path = packed(tmp_path, doc)
    content = msgspec.msgpack.decode(zlib.decompress(path.read_bytes()))
    content["flags"] = [{"has_unknown_spaces": True}]
    path.write_bytes(zlib.compress(msgspec.msgpack.encode(content)))
    (bundle,), _ = read(path)
    assert bundle.document.text == "قال   وزير الدفاع ، ثم"
    assert len(bundle.warnings) == 1


def test_span_groups_of_old_versions_are_a_list(tmp_path, doc):
    strings = StringStore(["A"])
    span = struct.pack(">QQllll", 0, strings["A"], 2, 4, 5, 16)
    group = msgspec.msgpack.encode({"name": "sc", "attrs": {}, "spans": [span]})
    path = packed(tmp_path, doc)
    content = msgspec.msgpack.decode(zlib.decompress(path.read_bytes()))
    content["span_groups"] = [msgspec.msgpack.encode([group])]
    content["strings"].append("A")
    path.write_bytes(zlib.compress(msgspec.msgpack.encode(content)))
    (bundle,), _ = read(path)
    assert found(bundle) == [("A", "وزير الدفاع")]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"lengths": b"\x09\0\0\0"}, "docs.spacy is no DocBin of spaCy, or is damaged"),
        ({"lengths": b"\xff\xff\xff\xff"}, "is no DocBin"),
        ({"lengths": b"\x01"}, "is no DocBin"),
        ({"attrs": [1]}, "is no DocBin"),
        ({"tokens": 3}, "is no DocBin"),
        ({"strings": []}, "docs.spacy, document 1: a token has no text; the file is damaged"),
        ({"span_groups": [b"\xc1"]}, "document 1: spans or user data cannot be read"),
        ({"user_data": [b"\x91"]}, "document 1: spans or user data cannot be read"),
        ({"user_data": [msgspec.msgpack.encode({"sanad": 3})]}, "what stands under “sanad” cannot be used"),
    ],
)
def test_a_damaged_file_is_refused_with_a_sentence(tmp_path, doc, change, message):
    path = packed(tmp_path, doc, store_user_data=True)
    content = msgspec.msgpack.decode(zlib.decompress(path.read_bytes()))
    path.write_bytes(zlib.compress(msgspec.msgpack.encode(content | change)))
    with pytest.raises(UserError, match=re.escape(message)):
        read(path)


def a_span(start, end, label=380):
    return struct.pack(">QQQllll", 0, 0, label, start, end, 0, 0)


@pytest.mark.parametrize("span", [b"", 3, a_span(2, 99), a_span(-1, 2), a_span(2, 2), a_span(0, 1, 12345678)])
def test_a_damaged_span_is_a_fault_and_the_rest_is_read(tmp_path, doc, span):
    group = msgspec.msgpack.encode({"name": "sc", "attrs": {}, "spans": [span]})
    doc.ents = [Span(doc, 5, 6, label="B")]
    path = packed(tmp_path, doc)
    content = msgspec.msgpack.decode(zlib.decompress(path.read_bytes()))
    content["span_groups"] = [msgspec.msgpack.encode({group: ["sc"]})]
    path.write_bytes(zlib.compress(msgspec.msgpack.encode(content)))
    (bundle,), reading = read(path, skip=True)
    assert found(bundle) == [("B", "ثم")]
    assert reading.fault_count == 1


def test_without_the_library_it_is_said_what_to_install(tmp_path, doc, monkeypatch):
    path = packed(tmp_path, doc)
    real = builtins.__import__

    def without(name, *rest):
        if name.startswith("spacy"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    wanted = r"For spaCy DocBin another library is needed; install it with: pip install 'sanad\[spacy\]'"
    with pytest.raises(UserError, match=wanted):
        read(path)
    with pytest.raises(UserError, match=wanted):
        list(SPACY_DOCBIN.write([full_bundle()], Writing(SPACY_DOCBIN.writing(), SCHEME)))


def test_spacy_itself_reads_what_was_written(tmp_path):
    original = full_bundle()
    (path,), writing = write_into(SPACY_DOCBIN, [original], tmp_path)
    (made,) = DocBin().from_disk(path).get_docs(Vocab())
    assert made.text == original.document.text
    assert sha256(made.text.encode()).hexdigest() == original.document.text_sha256
    kept = {item.uuid: item for item in original.layer.annotations}
    assert len(made.spans["sc"]) == len(kept)
    for span in made.spans["sc"]:
        item = kept[span.id_]
        assert (span.label_, span.text, span.start_char, span.end_char) == (
            item.label,
            item.quote,
            item.start,
            item.end,
        )
        assert span.kb_id_ == (item.entity or "")
    assert made.user_data["sanad"]["relations"][0]["type"] == "attributed_to"
    assert next(sentence.text.strip() for sentence in made.sents) == "عنوان الخبر"
    assert not writing.loss_counts


@given(bundle=bundles())
@settings(max_examples=25, deadline=None)
def test_spacy_finds_each_span_where_it_is(bundle, tmp_path_factory):
    (path,), _ = write_into(SPACY_DOCBIN, [bundle], tmp_path_factory.mktemp("spacy"))
    (made,) = DocBin().from_disk(path).get_docs(Vocab())
    assert made.text == bundle.document.text
    spans = {(span.id_, span.start_char, span.end_char, span.label_) for span in made.spans["sc"]}
    assert spans == {(item.uuid, item.start, item.end, item.label) for item in bundle.layer.annotations}


@pytest.mark.parametrize(
    ("rule", "labels", "dropped"), [("outermost", ["claim"], 2), ("innermost", ["actor", "figure"], 1)]
)
def test_entities_hold_what_does_not_overlap_and_the_rest_is_told(tmp_path, rule, labels, dropped):
    (path,), writing = write_into(SPACY_DOCBIN, [full_bundle()], tmp_path, place=rule)
    (made,) = DocBin().from_disk(path).get_docs(Vocab())
    assert [span.label_ for span in made.ents] == labels
    assert writing.loss_counts == {Loss.NESTING: dropped}


@pytest.mark.parametrize("words", ["split", "grow"])
@pytest.mark.parametrize("place", ["spans", "outermost", "innermost"])
@given(data=st.data())
@settings(max_examples=20, deadline=None)
def test_whatever_the_options_what_is_shaped_comes_back(words, place, data, tmp_path_factory):
    original = data.draw(bundles())
    files, _ = write_into(SPACY_DOCBIN, [original], tmp_path_factory.mktemp("trip"), words=words, place=place)
    (back,) = read_from(SPACY_DOCBIN, files)
    expected = comparable(shaped(SPACY_DOCBIN, original, words=words, place=place), SPACY_DOCBIN.loses)
    assert comparable(back, SPACY_DOCBIN.loses) == expected


def test_many_documents_make_several_files_and_layers_have_folders(tmp_path, monkeypatch):
    monkeypatch.setattr("annotator.formats.docbin.kind._MAX_DOCUMENTS", 2)
    bundle = full_bundle()
    second = replace(bundle, layer=replace(bundle.layer, kind="reviewer", reviewers=("ثان",)))
    writing = Writing(SPACY_DOCBIN.writing(), SCHEME, several_layers=True)
    names = [part.name for part in SPACY_DOCBIN.write([bundle, second] * 3, writing)]
    assert names == [
        *("adjudicated/annotations.spacy", "ثان/annotations.spacy"),
        *("adjudicated/annotations (2).spacy", "ثان/annotations (2).spacy"),
    ]


def test_the_numbers_of_columns_are_those_of_spacy():
    from annotator.formats.docbin.reading import _KEYS

    assert {name: IDS[name] for name in _KEYS} == _KEYS


def test_the_sample_reads_as_the_seeds_annotations():
    (sample,), _ = read(DATA / "spacy" / "000.spacy")
    seed = next(format_of(SEEDS / "gold" / "000.jsonl").read(SEEDS / "gold" / "000.jsonl", None))
    assert sample.document == seed.document
    annotation = ("uuid", "start", "end", "label", "attributes", "entity")
    for fields in (annotation, ("uuid", "type", "source", "target")):
        what = "annotations" if "start" in fields else "relations"
        kept = [
            sorted(str([getattr(item, name) for name in fields]) for item in getattr(bundle.layer, what))
            for bundle in (sample, seed)
        ]
        assert kept[0] == kept[1] != []
