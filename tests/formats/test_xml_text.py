"""What XML can hold, and that a parser gives it back."""

from xml.etree.ElementTree import fromstring

import pytest

from annotator.core.errors import UserError
from annotator.formats import xml_text
from annotator.formats.xml_text import attribute, content, legal, small_tree

TEXT = "<b> & \"'\t\n\r\u0085\u2028 قالَ 😀 ]]>"


def test_a_parser_gives_back_what_was_written():
    root = fromstring(f"<a b={attribute(TEXT)}>{content(TEXT)}</a>")
    assert root.get("b") == root.text == TEXT


def test_what_xml_cannot_hold_becomes_a_space_each():
    assert legal("a\x00\x0b\x1f\ufffe\uffff\tb") == "a     \tb"


def test_a_file_of_endless_elements_is_refused(monkeypatch):
    monkeypatch.setattr(xml_text, "_MAX_ELEMENTS", 3)
    assert small_tree(b"<a><b/><b/></a>", "x").tag == "a"
    with pytest.raises(UserError, match="more than 3 elements"):
        small_tree(b"<a><b/><b/><b/></a>", "x")
