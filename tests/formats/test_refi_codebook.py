"""A label set goes out as a codebook that other tools read."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from annotator.formats.refi_qda.codebook import REFI_CODEBOOK
from tests.formats.full import full_bundle
from tests.formats.refi_schema import conform
from tests.formats.trips import SCHEME, write_into

CODE = "{urn:QDA-XML:codebook:1.0}Code"
SAMPLE = Path(__file__).parent.parent / "data" / "formats" / "refi-codebook" / "standard.qdc"


@pytest.fixture
def book(tmp_path):
    """Writes the standard label set with the labels of some bundles; gives the root."""

    def write(*bundles):
        (file,), _ = write_into(REFI_CODEBOOK, bundles, tmp_path)
        return ET.fromstring(file.read_bytes())

    return write


def codes(element):
    return {item.get("name"): codes(item) for item in element.findall(CODE)}


def test_labels_become_codes_with_colour_and_description(book):
    root = book()
    conform(root)
    actor = root[0][0]
    assert (actor.get("name"), actor.get("color"), actor.get("isCodable")) == ("actor", "#2f6fd8", "true")
    assert actor[0].text == SCHEME.labels[0].description


def test_kinds_of_zones_stand_below_a_code_of_their_own(book):
    found = codes(book()[0])
    assert list(found) == ["actor", "location", "figure", "claim", "Zones"]
    assert list(found["Zones"]) == ["headline", "caption", "boilerplate", "other_article"]


def test_a_label_with_levels_becomes_a_branch(book):
    bundle = full_bundle()
    label = "الأشخاص > ساسة > وزير"
    layer = replace(
        bundle.layer, annotations=(replace(bundle.layer.annotations[0], label=label),), relations=()
    )
    root = book(replace(bundle, layer=layer))
    conform(root)
    assert codes(root[0])["الأشخاص"] == {"ساسة": {"وزير": {}}}
    branch = next(item for item in root[0] if item.get("name") == "الأشخاص")
    assert [item.get("isCodable") for item in branch.iter(CODE)] == ["false", "false", "true"]


def test_the_sample_is_what_is_written_of_the_standard_label_set(tmp_path):
    (file,), _ = write_into(REFI_CODEBOOK, [], tmp_path)
    assert file.read_bytes() == SAMPLE.read_bytes()
