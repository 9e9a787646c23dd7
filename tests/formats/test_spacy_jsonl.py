import json
import re

import pytest

from annotator.core.errors import UserError
from annotator.formats.format import Reading
from annotator.formats.spacy_jsonl import SPACY_JSONL
from tests.formats.hostile import DATA
from tests.formats.records import read_file, spans

TEXT = "قال أحمد في بغداد"


def one(tmp_path, found, name="file.jsonl", **options):
    ((bundle,), _) = read_file(SPACY_JSONL, tmp_path, found, name, **options)
    return bundle


@pytest.mark.parametrize(
    "line",
    [
        [TEXT, {"entities": [[4, 8, "PER"]]}],
        {"text": TEXT, "entities": [[4, 8, "PER"]]},
        {"text": TEXT, "entities": [{"start": 4, "end": 8, "label": "PER"}]},
        {"text": TEXT, "ents": [{"start": 4, "end": 8, "label": "PER"}], "tokens": []},
        {"text": TEXT, "ents": [{"start_char": 4, "end_char": 8, "label_": "PER"}]},
        {"text": TEXT, "spans": {"sc": [{"start": 4, "end": 8, "label": "PER", "kb_id": ""}]}},
        {"text": TEXT, "spans": [[4, 8, "PER"]]},
    ],
)
def test_every_form_of_entities_is_read(tmp_path, line):
    bundle = one(tmp_path, line)
    assert spans(bundle) == [("PER", "أحمد")]
    assert bundle.document.name == "file.jsonl:1"
    assert spans(one(tmp_path, [line], "file.json")) == [("PER", "أحمد")]


def test_groups_of_spans_may_be_chosen_and_what_is_an_entity_too_is_taken_once(tmp_path):
    item = {"start": 4, "end": 8, "label": "PER"}
    found = {"text": TEXT, "ents": [item], "spans": {"sc": [item], "other": [{**item, "label": "X"}]}}
    assert spans(one(tmp_path, found)) == [("PER", "أحمد"), ("X", "أحمد")]
    assert spans(one(tmp_path, found, groups="sc, more")) == [("PER", "أحمد")]


def test_what_an_entity_is_in_a_knowledge_base_is_an_attribute(tmp_path):
    found = {"text": TEXT, "ents": [{"start": 4, "end": 8, "label": "PER", "kb_id": "Q1"}]}
    assert one(tmp_path, found).layer.annotations[0].attributes == {"kb_id": "Q1"}


def test_categories_are_told(tmp_path):
    bundle = one(tmp_path, [TEXT, {"cats": {"A": 1.0, "B": 0.0}}])
    assert bundle.layer is None
    assert bundle.warnings == ("file.jsonl, line 1: 2 categories of the document were left out.",)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ([TEXT, {"entities": [[4, 99, "PER"]]}], "there is no span 4–99"),
        ([TEXT, {"entities": [[4, 8]]}], "“[…]” is no span"),
        ([TEXT, {"entities": [5]}], "“5” is no span"),
        (["  ", {"entities": []}], "has no text"),
        ([5], "is no text with entities"),
    ],
)
def test_what_is_wrong_stops_the_reading_or_is_listed(tmp_path, line, sentence):
    content = f"{json.dumps([TEXT, {'entities': []}])}\n{json.dumps(line)}"
    with pytest.raises(UserError, match=f"^file.jsonl, line 2.*{re.escape(sentence)}"):
        read_file(SPACY_JSONL, tmp_path, content)
    _, (fault,) = read_file(SPACY_JSONL, tmp_path, content, skip=True)
    assert sentence in fault


def test_what_spacy_writes_of_a_document_is_read(tmp_path):
    spacy = pytest.importorskip("spacy")
    doc = spacy.blank("ar")(TEXT)
    doc.ents = [doc.char_span(4, 8, label="PER")]
    doc.spans["sc"] = [doc.char_span(0, 17, label="CLAIM")]
    assert spans(one(tmp_path, doc.to_json())) == [("PER", "أحمد"), ("CLAIM", TEXT)]


def test_the_sample_reads():
    found = SPACY_JSONL.read(DATA / "spacy-jsonl" / "forms.jsonl", Reading(SPACY_JSONL.reading()))
    assert [spans(item) for item in found] == [
        [("PER", "وزير الدفاع أحمد"), ("LOC", "بغداد")],
        [("FIGURE", "2500 جندي"), ("LOC", "بغداد")],
        [("GPE", "واشنطن"), ("CLAIM", "أعلنت واشنطن")],
    ]


def test_an_id_is_that_of_a_pattern_which_many_may_share(tmp_path):
    both = [
        {"start": 4, "end": 8, "label": "PER", "id": "p1"},
        {"start": 12, "end": 17, "label": "x", "id": "p1"},
    ]
    bundle = one(tmp_path, {"text": TEXT, "ents": both})
    assert [item.attributes for item in bundle.layer.annotations] == [{"id": "p1"}] * 2


def test_the_object_of_ner_annotator_holds_many_texts(tmp_path):
    texts = [[TEXT, {"entities": [[4, 8, "PER"]]}], None, ["نص", {"entities": []}], 5]
    found, faults = read_file(
        SPACY_JSONL, tmp_path, {"classes": ["PER"], "annotations": texts}, "x.json", skip=True
    )
    assert [(item.document.text, item.document.name) for item in found] == [
        (TEXT, "x.json:1"),
        ("نص", "x.json:3"),
    ]
    assert spans(found[0]) == [("PER", "أحمد")]
    assert faults == ["x.json, text 4 is no text with entities."]


def test_what_has_no_place_is_told(tmp_path):
    bundle = one(tmp_path, {"text": TEXT, "entities": [[4, 8, "PER"]], "meta": {"topic": "t"}})
    assert "“topic”" in bundle.warnings[0]
