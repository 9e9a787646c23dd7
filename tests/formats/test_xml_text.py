"""What XML can hold, and that a parser gives it back."""

from xml.etree.ElementTree import fromstring

import pytest
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.formats import xml_text
from annotator.formats.format import Writing
from annotator.formats.losing import Loss
from annotator.formats.options import Options
from annotator.formats.xml_text import attribute, content, legal, small_tree, with_legal_text
from tests.formats.full import full_bundle
from tests.formats.trips import SCHEME

TEXT = "<b> & \"'\t\n\r\u0085\u2028 قالَ 😀 ]]>"


def test_a_parser_gives_back_what_was_written():
    root = fromstring(f"<a b={attribute(TEXT)}>{content(TEXT)}</a>")
    assert root.get("b") == root.text == TEXT


def test_what_xml_cannot_hold_becomes_a_space_each():
    assert legal("a\x00\x0b\x1f\ufffe\uffff\tb") == "a     \tb"


def test_what_is_replaced_in_notes_and_values_is_told():
    original = full_bundle()
    first, second, third = original.layer.annotations
    first = replace(first, note="a\x0bb")
    second = replace(second, attributes={"role": "\x00", "n": 2})
    original = replace(original, layer=replace(original.layer, annotations=(first, second, third)))
    writing = Writing(Options(), SCHEME)
    shaped = with_legal_text(original, writing).layer.annotations
    assert (shaped[0].note, shaped[1].attributes) == ("a b", {"role": " ", "n": 2})
    assert writing.loss_counts == {Loss.NOTES: 1, Loss.ATTRIBUTES: 1}


def test_a_file_of_endless_elements_is_refused(monkeypatch):
    monkeypatch.setattr(xml_text, "_MAX_ELEMENTS", 3)
    assert small_tree(b"<a><b/><b/></a>", "x").tag == "a"
    with pytest.raises(UserError, match="more than 3 elements"):
        small_tree(b"<a><b/><b/><b/></a>", "x")
