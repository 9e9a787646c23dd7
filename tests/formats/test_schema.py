"""The JSON Schema for other programs says what Sanad's own reader says, as far as a schema can."""

import json

import pytest
from jsonschema import Draft202012Validator

from annotator.resources import RESOURCES, SEEDS

SCHEMA = json.loads((RESOURCES / "schemas" / "gold-1.schema.json").read_bytes())
SAMPLE = (SEEDS / "gold" / "000.jsonl").read_bytes()
validator = Draft202012Validator(SCHEMA)


@pytest.fixture
def line():
    return json.loads(SAMPLE)


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


def test_the_sample_is_valid(line):
    assert list(validator.iter_errors(line)) == []


def test_the_schema_knows_every_key_that_is_written(line):
    definitions = SCHEMA["$defs"]
    assert set(SCHEMA["properties"]) == set(line)
    assert set(definitions["annotation"]["properties"]) == set(line["annotations"][0])
    assert set(definitions["relation"]["properties"]) == set(line["relations"][0])
    assert set(definitions["zone"]["properties"]) == set(line["zones"][0])


BREAKAGES = {
    "format": lambda line: line.update(format="brat"),
    "version": lambda line: line.update(version=2),
    "unit": lambda line: line.update(offset_unit="utf16"),
    "id": lambda line: line.update(id=line["id"].upper()),
    "empty text": lambda line: line.update(text=""),
    "NUL": lambda line: line.update(text="a\0b"),
    "hash": lambda line: line.update(text_sha256="0"),
    "unknown key": lambda line: line.update(confidence=1),
    "no layer": lambda line: line.pop("layer"),
    "two reviewers": lambda line: line["layer"].update(reviewers=["a", "b"]),
    "blank reviewer": lambda line: line["layer"].update(reviewers=[" "]),
    "kind": lambda line: line["layer"].update(kind="gold"),
    "negative start": lambda line: line["annotations"][0].update(start=-1),
    "half offset": lambda line: line["annotations"][0].update(start=0.5),
    "null value": lambda line: line["annotations"][0]["attributes"].update(value=None),
    "true value": lambda line: line["annotations"][0]["attributes"].update(value=True),
    "entity": lambda line: line["annotations"][0].update(entity="the minister"),
    "origin": lambda line: line["annotations"][0].update(origin="magic"),
    "scheme version": lambda line: line["annotations"][0].update(scheme_version=0),
    "no label": lambda line: line["annotations"][0].pop("label"),
    "relation": lambda line: line["relations"][0].pop("to"),
    "zone": lambda line: line["zones"][0].update(end=0),
}


@pytest.mark.parametrize("breakage", BREAKAGES.values(), ids=BREAKAGES)
def test_a_broken_line_is_invalid(line, breakage):
    breakage(line)
    assert not validator.is_valid(line)


def test_several_reviewers_may_have_adjudicated(line):
    line["layer"] |= {"kind": "adjudicated", "reviewers": ["a", "b"]}
    assert validator.is_valid(line)
