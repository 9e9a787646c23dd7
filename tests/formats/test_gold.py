"""Gold JSONL: the same bundles give the same bytes, and what is wrong is refused by file, line and reason."""

import json
import re
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.bundle import (
    BundleAnnotation,
    BundleDocument,
    BundleEntity,
    BundleLayer,
    BundleRelation,
    BundleZone,
)
from annotator.formats.format import Writing
from annotator.formats.gold import write, write_entities, write_line
from annotator.formats.gold_reading import read, read_entities
from annotator.formats.options import Options
from annotator.resources import SEEDS
from annotator.text.words import whole_words

DOCUMENT_ID = "73c339ba-622d-5eeb-85f3-0c739647045a"
OTHER = "ffffffff-ffff-4fff-8fff-ffffffffffff"


def rewritten(path):
    return b"".join(part.data for part in write(read(path), Writing(Options(), None)))


# What is written.


def test_the_sample_read_and_written_is_the_same_to_the_byte():
    path = SEEDS / "gold" / "000.jsonl"
    assert rewritten(path) == path.read_bytes()


def test_the_sample_entities_are_written_by_name():
    entities = read_entities(SEEDS / "gold" / "entities.jsonl")
    written = b"".join(write_entities(entities)).splitlines(keepends=True)
    assert sorted(written) == sorted(
        (SEEDS / "gold" / "entities.jsonl").read_bytes().splitlines(keepends=True)
    )
    names = [json.loads(line)["name"] for line in written]
    assert names == sorted(names)


def test_all_entities_come_with_the_first_bundle_and_only_with_it(line, gold_file):
    path = gold_file(line, line | {"id": OTHER, "annotations": [], "relations": []})
    path.with_name("entities.jsonl").write_bytes(b"".join(write_entities([entity("نعم")])))
    first, last = read(path)
    assert [item.name for item in first.entities] == ["نعم"]
    assert last.entities == ()


def test_every_key_is_written_in_order_whatever_the_file_left_out(line, gold_file):
    written = json.loads(rewritten(gold_file(line)))
    reference = json.loads((SEEDS / "gold" / "000.jsonl").read_bytes())
    assert list(written) == list(reference)
    assert list(written["metadata"]) == list(reference["metadata"])
    assert list(written["layer"]) == list(reference["layer"])
    assert list(written["annotations"][0]) == list(reference["annotations"][0])
    assert written["annotations"][0]["reviewer"] == "ع"
    assert written["annotations"][0]["origin"] == "imported"


def test_the_order_of_annotations_relations_and_zones_does_not_depend_on_the_files(line, gold_file):
    minister, soldiers = (item["id"] for item in line["annotations"])
    line["annotations"] += [
        {"id": OTHER[:-1] + digit, "start": 4, "end": end, "label": label, "quote": line["text"][4:end]}
        for digit, end, label in (("3", 8, "actor"), ("2", 15, "claim"), ("1", 15, "actor"))
    ]
    line["zones"] += [{"start": 0, "end": 8, "kind": "caption"}, {"start": 0, "end": 3, "kind": "caption"}]
    line["relations"] += [
        {"id": OTHER, "type": "part_of", "from": minister, "to": soldiers},
        {"id": OTHER[:-1] + "0", "type": "part_of", "from": soldiers, "to": minister},
    ]
    expected = rewritten(gold_file(line))
    for key in ("annotations", "relations", "zones"):
        line[key].reverse()
    assert rewritten(gold_file(line)) == expected
    written = json.loads(expected)
    ends = [(item["end"], item["label"], item["id"][-1]) for item in written["annotations"]]
    assert ends[:4] == [(15, "actor", "b"), (15, "actor", "1"), (15, "claim", "2"), (8, "actor", "3")]
    assert [item["type"] for item in written["relations"]] == ["part_of", "part_of", "same_as"]
    zones = [(zone["end"], zone["kind"]) for zone in written["zones"]]
    assert zones == [(8, "caption"), (3, "caption"), (3, "headline")]


SEPARATORS = "\u2028\u2029\u0085\x0b\x0c\x1c\x1d\x1e\r\n"


@pytest.mark.parametrize("separator", SEPARATORS)
def test_a_line_is_one_line_for_every_reader(separator):
    line = write_line(document(f"أ{separator}ب"), BundleLayer(reviewers=("ع",)))
    assert len(line.decode().splitlines()) == 1
    assert line.count(b"\n") == 1
    assert json.loads(line)["text"] == f"أ{separator}ب"


NUMBERS = "0 2500 -1 9223372036854775807 -9223372036854775807 2500.0 0.1 -0.0 1e-7 1e22 123456789.12345679"


@pytest.mark.parametrize("value", [*NUMBERS.split(), '"2500"', '""'])
def test_a_number_stays_as_it_is_written(line, gold_file, value):
    path = gold_file(json.dumps(line).replace("2500}", value + "}").encode() + b"\n")
    assert f'"value":{value}}}'.encode() in rewritten(path)


def test_the_words_around_a_span_are_computed_from_the_text():
    text = "وبغداد، والبصرة"
    item = annotation(text, 1, 6, OTHER)
    written = json.loads(write_line(document(text), BundleLayer(reviewers=("ع",), annotations=(item,))))
    assert (written["annotations"][0]["word_start"], written["annotations"][0]["word_end"]) == (0, 6)


def test_a_document_without_a_layer_has_no_line():
    (bundle,) = read(SEEDS / "gold" / "000.jsonl")
    assert list(write([type(bundle)(document=bundle.document)], Writing(Options(), None))) == []


# Round trips over any text.

LETTERS = 'ابتثلإأآوفبكلم ًٌٍَُِّْـ،؟«\u200f\u202b\u200d\ufeff\u00a0 \t\n\r\u2028\u2029\u0085\x01"\\😀𞤀'
PIECES = ["\r\n", "٢٥", "25", "F-16", "<b>", "e\u0301"]
ALPHABET = st.sampled_from([*LETTERS, *PIECES])
TEXTS = st.lists(ALPHABET, min_size=1, max_size=30).map("".join)
VALUES = st.text() | st.integers(1 - 2**63, 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@st.composite
def layers(draw, text):
    ids = iter(draw(st.lists(st.uuids().map(str), min_size=12, max_size=12, unique=True)))
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=6))
    annotations = tuple(
        BundleAnnotation(
            uuid=next(ids),
            start=min(span),
            end=max(span),
            label=draw(WORDS),
            quote=text[min(span) : max(span)],
            attributes=draw(
                st.dictionaries(WORDS, VALUES.filter(lambda value: "\0" not in str(value)), max_size=2)
            ),
            entity=draw(st.none() | st.uuids().map(str)),
            note=draw(WORDS),
            reviewer=draw(WORDS.filter(bool)),
            origin=draw(st.sampled_from(["manual", "suggested", "imported", "propagated"])),
            scheme_version=draw(st.integers(1, 9)),
        )
        for span in spans
        if span[0] != span[1]
    )
    relations = tuple(
        BundleRelation(uuid=next(ids), type=draw(WORDS), source=source.uuid, target=target.uuid)
        for source, target in pairwise(annotations)
    )
    return BundleLayer(
        kind="reviewer",
        reviewers=(draw(WORDS.filter(str.strip)),),
        status=draw(st.sampled_from(["new", "started", "done"])),
        updated=draw(WORDS),
        annotations=annotations,
        relations=relations,
        zones=tuple(
            BundleZone(start=0, end=len(text), kind=kind) for kind in draw(st.lists(WORDS, max_size=2))
        ),
    )


@settings(deadline=None)
@given(st.data())
def test_whatever_is_written_reads_back_the_same_and_writes_the_same_bytes(tmp_path_factory, data):
    text = data.draw(TEXTS)
    layer = data.draw(layers(text))
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    path.write_bytes(write_line(document(text), layer))
    (bundle,) = read(path)
    assert rewritten(path) == path.read_bytes()
    assert encoded_as_json(path.read_bytes())
    assert bundle.document == document(text)
    found = bundle.layer
    assert found is not None
    assert (found.reviewers, found.status, found.updated) == (layer.reviewers, layer.status, layer.updated)
    assert sorted(map(repr, map(plain, found.annotations))) == sorted(
        map(repr, map(plain, layer.annotations))
    )
    assert {item.uuid for item in found.relations} == {item.uuid for item in layer.relations}


@given(st.data())
def test_word_bounds_are_those_of_whole_words(data):
    text = data.draw(TEXTS)
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    if start == end:
        return
    layer = BundleLayer(reviewers=("ع",), annotations=(annotation(text, start, end, OTHER),))
    (written,) = json.loads(write_line(document(text), layer))["annotations"]
    assert (written["word_start"], written["word_end"]) == whole_words(text, start, end)


def encoded_as_json(data):
    """Whether a line is what ``json`` makes of it, without blanks, but for the escaped line separators.

    Numbers with a point or an exponent are taken as they are spelled.
    """
    spelled = json.loads(data, parse_float=lambda number: f"\0{number}\0")
    expected = json.dumps(spelled, ensure_ascii=False, separators=(",", ":"))
    expected = re.sub(r'"\\u0000(.*?)\\u0000"', r"\1", expected)
    for separator in "\u0085\u2028\u2029":
        expected = expected.replace(separator, f"\\u{ord(separator):04x}")
    return data == expected.encode() + b"\n"


def document(text):
    return BundleDocument(
        uuid=DOCUMENT_ID, name="a", text=text, text_sha256=sha256(text.encode()).hexdigest()
    )


def annotation(text, start, end, uuid):
    return BundleAnnotation(uuid=uuid, start=start, end=end, label="actor", quote=text[start:end])


def entity(name):
    return BundleEntity(uuid=OTHER, label="actor", name=name)


def plain(item):
    return {name: getattr(item, name) for name in BundleAnnotation.__struct_fields__}
