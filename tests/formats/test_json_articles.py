"""Articles in JSON and JSON Lines."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.formats.columns import Column
from annotator.formats.format import Reading
from annotator.formats.json_articles import JSON_ARTICLES, JsonReading, fields, read
from annotator.formats.registry import format_of
from tests.formats.article_samples import ARTICLE

UUID = "73c339ba-622d-5eeb-85f3-0c739647045a"
RECORDS = [
    {
        "id": UUID,
        "headline": "عنوان",
        "body": ARTICLE,
        "meta": {"url": "https://a.example", "date": "2024-01-27T00:00Z"},
    },
    {"id": 7, "headline": None, "body": "سطر\nثان \u2028 😀", "meta": {}},
]


def written(tmp_path, text, name="أخبار.json"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def lines(records=RECORDS):
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in records)


def documents(path, **options):
    return [item.document for item in read(path, Reading(JsonReading(**options)))]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("أخبار.jsonl", lines()),
        ("أخبار.ndjson", "\ufeff" + lines()),
        ("أخبار.json", lines()),
        ("أخبار.json", json.dumps(RECORDS)),
        ("أخبار.json", json.dumps(RECORDS, indent=2)),
        ("أخبار.json", "\ufeff" + json.dumps(RECORDS, indent=2)),
        ("أخبار.jsonl", json.dumps(RECORDS)),
        ("أخبار.json", json.dumps({"status": "ok", "tags": ["x"], "response": {"articles": RECORDS}})),
    ],
)
def test_each_record_is_an_article_and_its_fields_are_known_by_their_names(tmp_path, name, text):
    path = written(tmp_path, text, name)
    first, second = documents(path)
    assert (first.uuid, first.title, first.text) == (UUID, "عنوان", ARTICLE)
    assert (first.source, first.published) == ("https://a.example", "2024-01-27")
    assert (second.uuid, second.name, second.text) == ("", "7", RECORDS[1]["body"])
    assert first.name == f"{name}:1"
    assert format_of(path) is JSON_ARTICLES


def test_one_object_is_one_article(tmp_path):
    for text in (json.dumps(RECORDS[0]), json.dumps(RECORDS[0], indent=1)):
        assert documents(written(tmp_path, text))[0].text == ARTICLE


def test_texts_without_fields_are_articles_too(tmp_path):
    assert [item.text for item in documents(written(tmp_path, '["أول", "ثان"]'))] == ["أول", "ثان"]
    assert [item.text for item in documents(written(tmp_path, '"أول"\n"ثان"\n', "a.jsonl"))] == ["أول", "ثان"]


def test_fields_may_be_chosen_also_those_inside_others(tmp_path):
    text = json.dumps([{"data": {"x": "نص", "a.b": "ع"}, "text": "غير", "name": "n"}])
    (document,) = documents(written(tmp_path, text), text="data.x", title="data.a.b", id="-")
    assert (document.text, document.title, document.name) == ("نص", "ع", "أخبار.json:1")


def test_a_list_of_paragraphs_is_a_text(tmp_path):
    assert documents(written(tmp_path, '[{"text": ["أ", "ب"]}]'))[0].text == "أ\nب"


def test_the_fields_are_shown_with_what_the_first_record_holds(tmp_path):
    shown = fields(written(tmp_path, lines(), "a.jsonl"))
    assert [item.name for item in shown] == ["id", "headline", "body", "meta.url", "meta.date"]
    assert shown[1] == Column("headline", "عنوان")


def test_a_record_without_text_is_a_fault(tmp_path):
    path = written(
        tmp_path,
        '{"text": "أ"}\n{"text": 7}\n{"x": 1}\n[]\n{\n{"text": "\\ud800"}\n{"text": "ب"}\n',
        "a.jsonl",
    )
    with pytest.raises(UserError, match=r"^a\.jsonl, line 5 is not JSON"):
        documents(path)
    reading = Reading(JsonReading(), skip=True)
    assert [item.document.text for item in read(path, reading)] == ["أ", "ب"]
    assert reading.fault_count == 5
    assert all(str(fault).startswith("a.jsonl, line ") for fault in reading.faults)


def test_a_field_that_is_not_there_is_told_with_those_that_are(tmp_path):
    with pytest.raises(UserError, match=r"there is no “x”; there are: id, headline, body"):
        documents(written(tmp_path, lines()), text="x")
    with pytest.raises(UserError, match=r"say which of these holds the text: a, b"):
        documents(written(tmp_path, '[{"a": 1, "b": 2}]'))


NO_RECORDS = (
    "",
    "[",
    "{",
    "[1,",
    '{"a": [',
    "nonsense",
    "[" * 100_000,
    '[{"text": "a"}',
    "[{}]",
    "[]",
    "1e999",
)
BAD_TEXTS = ('[{"text": "\\u0000"}]', b'[{"text": "\xe4"}]', '[{"text": 1e999}]', "[" + "9" * 5000 + "]")


@pytest.mark.parametrize("text", [*NO_RECORDS, *BAD_TEXTS, b"\xff\xfe[\0]\0"])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_file_that_is_no_json_or_holds_no_text_is_refused(tmp_path, text, name):
    with pytest.raises(UserError, match=r"^a\.jsonl?\b"):
        documents(written(tmp_path, text, name))


@pytest.mark.parametrize("text", ["", "\n", "[]"])
def test_a_file_without_a_record_is_empty(tmp_path, text):
    with pytest.raises(UserError, match=r"^a\.jsonl is empty\.$"):
        documents(written(tmp_path, text, "a.jsonl"))


@given(
    st.one_of(
        st.binary(max_size=100),
        st.text(st.sampled_from('[]{}":,\\ud80tex1.e-\n'), max_size=100).map(str.encode),
    )
)
@settings(max_examples=400, deadline=None)
def test_any_bytes_are_records_or_refused_with_a_sentence(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("any")
    for name, before in (
        ("a.json", b""),
        ("b.jsonl", b""),
        ("c.json", b'[{"text": "a"},'),
        ("d.json", b'{"a": [{"text": "'),
    ):
        try:
            documents(written(folder, before + data, name))
        except UserError as error:
            assert str(error).startswith(name)  # noqa: PT017
