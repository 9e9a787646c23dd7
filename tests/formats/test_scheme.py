"""A label set as a file."""

import json

import pytest

from annotator.core.errors import UserError
from annotator.core.schema import write_definition
from annotator.formats import scheme
from annotator.formats.scheme import read_scheme
from annotator.resources import RESOURCES

STANDARD = RESOURCES / "schemes" / "standard.json"


def test_the_standard_label_set_has_the_four_labels():
    assert [label.name for label in read_scheme(STANDARD).labels] == ["actor", "location", "figure", "claim"]


def test_a_label_set_written_and_read_is_the_same(tmp_path):
    definition = read_scheme(STANDARD)
    (tmp_path / "scheme.json").write_bytes(write_definition(definition))
    assert read_scheme(tmp_path / "scheme.json") == definition
    assert write_definition(read_scheme(tmp_path / "scheme.json")) == write_definition(definition)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not a label set"),
        (b"\xff\xfe", "not a label set"),
        (b"[" * 100_000, "not a label set"),
        (b'{"format": "other", "name": "n", "version": 1, "labels": []}', "its format is"),
        (
            json.dumps({"format": "sanad-scheme", "name": "n", "version": 1, "labels": []}).encode(),
            "has no label",
        ),
    ],
)
def test_what_is_no_label_set_is_refused_by_name(tmp_path, content, said):
    path = tmp_path / "scheme.json"
    path.write_bytes(content)
    with pytest.raises(UserError, match=said) as info:
        read_scheme(path)
    assert str(path) in str(info.value)


def test_a_missing_or_huge_file_is_refused(tmp_path, monkeypatch):
    with pytest.raises(UserError, match="cannot be read"):
        read_scheme(tmp_path / "nothing.json")
    monkeypatch.setattr(scheme, "MAX_BYTES", 10)
    with pytest.raises(UserError, match="too large"):
        read_scheme(STANDARD)
