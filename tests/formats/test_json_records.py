import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.formats import json_records
from annotator.formats.json_lines import shown
from annotator.formats.json_records import first_record, records, to_line


@pytest.fixture
def file(tmp_path):
    def write(content, name="file.json"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def values(path):
    return [record.value for record in records(path)]


RECORDS = [{"text": 'قال "نعم" [\\', "n": 1}, {"text": "{", "list": [[], {}]}, {}]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\n\n  \n"])
def test_records_stand_one_a_line(file, ending):
    content = ending.join(json.dumps(item, ensure_ascii=False) for item in RECORDS)
    assert values(file(content)) == RECORDS
    assert values(file("\ufeff" + content)) == RECORDS


@pytest.mark.parametrize("indent", [None, 2])
def test_records_stand_in_an_array(file, indent):
    content = json.dumps(RECORDS, ensure_ascii=False, indent=indent)
    assert values(file(content)) == RECORDS
    assert values(file(f"\n \ufeff {content} \n".replace("\n \ufeff", "\ufeff"))) == RECORDS
    assert [record.place for record in records(file(content))] == [
        f"file.json, record {n}" for n in (1, 2, 3)
    ]


def test_records_stand_one_after_the_other(file):
    assert values(file("\n".join(json.dumps(item, indent=1) for item in RECORDS[:2]))) == RECORDS[:2]


def test_lines_may_be_lists_that_begin_with_a_text(file):
    lines = [["a", {}], ["b", {}]]
    assert values(file("\n".join(map(json.dumps, lines)))) == lines
    assert values(file(json.dumps(lines))) == lines


@given(st.lists(st.dictionaries(st.text(), st.text() | st.lists(st.text()))), st.integers(1, 40))
def test_an_array_is_cut_into_records_wherever_a_piece_of_the_file_ends(found, chunk):
    class Slow:
        def __init__(self, data):
            self.data = data

        def read(self, _size):
            piece, self.data = self.data[:chunk], self.data[chunk:]
            return piece

    for indent in (None, 1):
        data = json.dumps(found, ensure_ascii=False, indent=indent).encode(errors="replace")
        pieces = list(json_records._Pieces(Slow(data), "x"))
        assert [json.loads(piece) for piece in pieces] == json.loads(data)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "file.json holds nothing"),
        ("[]", "file.json holds nothing"),
        ("[{}, {]", "record 2 is not JSON"),
        ("[{}, {}", "ends in the middle"),
        ('[{"a": "b', "ends in the middle"),
        ("[{}; {}]", "stands where a record should"),
        ("[{}] {}", "stands where a record should"),
        ("[1, 2]", "stands where a record should"),
        ("[{a}]", "record 1 is not JSON"),
        ('{"a": 1}\n{"a"', "file.json, line 2 is not JSON"),
        (b'[{"a": "\xff"}]', "is not UTF-8"),
        ("[" * 100_000, "nested more than"),
        ('{"a":' * 100_000, "line 1 is not JSON"),
        ('{"a": ' + "[" * 90 + "]" * 90 + "}", "nested more than"),
        ('{"text": "a\\u0000b"}', "NUL"),
        ('[{"text": "a\\ud800b"}]', "not JSON|half a character"),
        ("[" + "9" * 5000 + "]", "stands where a record should"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(file, content, sentence):
    with pytest.raises(UserError, match=sentence):
        values(file(content))


def test_a_record_without_end_is_refused(file, monkeypatch):
    monkeypatch.setattr(json_records, "MAX_LINE_BYTES", 300_000)
    with pytest.raises(UserError, match="longer than"):
        values(file('[{"a": "' + "x" * 600_000))


def test_memory_does_not_hold_the_whole_array(file):
    path = file("[" + ",".join(json.dumps({"text": "x" * 1000, "n": n}) for n in range(2000)) + "]")
    found = records(path)
    assert next(found).value["n"] == 0
    assert sum(1 for _ in found) == 1999


def test_the_first_record_tells_what_a_file_is(file):
    path = file('[\n {"text": "' + "x" * 10_000 + '", "label": []}]')
    assert first_record(path, path.read_bytes()[:4096])["label"] == []
    assert first_record(path.with_suffix(".txt"), b"[") is None
    assert first_record(path.with_name("gone.json"), b"[") is None
    assert first_record(file("[{"), b"[{") is None


def test_no_line_is_broken_by_a_separator_inside_a_text():
    line = to_line({"a": "\u0085\u2028\u2029\n"})
    assert line.decode().splitlines() == [line.decode().rstrip("\n")]
    assert json.loads(line) == {"a": "\u0085\u2028\u2029\n"}


def test_whatever_is_shown_is_short_and_on_one_line():
    assert shown("a\nb") == "a b"
    assert len(shown("x" * 99)) == 40
    assert (shown({"a": 1}), shown([1]), shown(5), shown(10**5000)) == ("{…}", "[…]", "5", "…")
