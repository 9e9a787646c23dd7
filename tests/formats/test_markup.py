"""XML is parsed with nothing in it able to do harm."""

from io import BytesIO

import pytest

from annotator.core.errors import UserError
from annotator.formats.markup import elements, local_name, parts, tree

BOMB = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "xxxxxxxxxx"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>"""


def test_a_tree_and_its_names_without_namespaces():
    root = tree('<a xmlns="urn:x"><ب>نص</ب></a>'.encode(), "a.xml")
    assert local_name(root) == "a"
    assert [(local_name(item), item.text) for item in root] == [("ب", "نص")]


def test_elements_come_as_they_end():
    assert [item.tag for item in elements(BytesIO(b"<a><b><c/></b><d/></a>"), "a.xml")] == [
        "c",
        "b",
        "d",
        "a",
    ]


def test_parts_come_whole_after_the_root_and_are_then_forgotten():
    file = BytesIO(b"<a><x/><b><c>1</c><b/></b><d><b>2</b></d></a>")
    root, *found = parts(file, "a.xml", {"b"})
    assert root.tag == "a"
    assert [(item.tag, "".join(item.itertext()), len(item)) for item in found] == [
        ("b", "1", 2),
        ("b", "2", 0),
    ]
    assert len(root) == 0


@pytest.mark.parametrize("data", [BOMB, OUTSIDE])
def test_entities_of_the_files_own_are_refused(data):
    with pytest.raises(UserError, match=r"a\.xml defines entities of its own"):
        tree(data, "a.xml")


def test_what_is_not_well_formed_is_told_with_its_place():
    with pytest.raises(UserError, match=r"a\.xml, line 2, character \d+: this is not well-formed XML"):
        tree(b"<a>\n<b></a>", "a.xml")


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe<a", b'<?xml version="1.0" encoding="none"?><a/>', b"<a>\0</a>"]
)
def test_whatever_is_no_xml_is_a_sentence(data):
    with pytest.raises(UserError, match=r"a\.xml"):
        tree(data, "a.xml")


def test_nesting_without_end_is_refused():
    with pytest.raises(UserError, match="nested more than 500 deep"):
        tree(b"<a>" * 600 + b"</a>" * 600, "a.xml")
