"""What goes out as a REFI-QDA project is what other tools expect, and comes back."""

import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import astuple, replace

from annotator.formats.format import Reading
from annotator.formats.gold import GOLD
from annotator.formats.losing import Loss
from annotator.formats.options import Options
from annotator.formats.refi_qda.kind import REFI_QDA
from annotator.resources import SEEDS
from tests.formats.full import full_bundle
from tests.formats.refi_schema import conform
from tests.formats.trips import bundles, read_from, write_into

NAMESPACE = {"q": "urn:QDA-XML:project:1.0"}
SAMPLE = Path(__file__).parent.parent / "data" / "formats" / "refi-qda" / "000.qdpx"


@pytest.fixture
def written(tmp_path):
    """Writes bundles; gives the archive, open, and the root of its project."""
    opened = []

    def write(*given_bundles, **options):
        (path,), _ = write_into(REFI_QDA, given_bundles, tmp_path, **options)
        opened.append(zipfile.ZipFile(path))
        return opened[-1], ET.fromstring(opened[-1].read("project.qde"))

    yield write
    for file in opened:
        file.close()


def gold():
    return list(GOLD.read(SEEDS / "gold" / "000.jsonl", Reading(Options())))


@given(given_bundles=st.lists(bundles(), max_size=2))
@settings(max_examples=25)
def test_a_project_conforms_to_the_schema(given_bundles, tmp_path_factory):
    (path,), _ = write_into(REFI_QDA, given_bundles, tmp_path_factory.mktemp("qdpx"))
    with zipfile.ZipFile(path) as archive:
        conform(ET.fromstring(archive.read("project.qde")))


def test_texts_lie_verbatim_beside_the_project(written):
    text = full_bundle().document.text
    bundle = replace(full_bundle().document, text=text)
    archive, root = written(replace(full_bundle(), document=bundle))
    source = root.find("q:Sources/q:TextSource", NAMESPACE)
    member = source.get("plainTextPath").replace("internal://", "sources/")
    assert archive.read(member).decode() == text
    assert source.get("name") == "خبر.txt"


def test_positions_count_characters_or_if_chosen_utf16(written):
    bundle = full_bundle()
    word = bundle.document.text.index("بغداد")
    moved = replace(
        bundle.layer.annotations[0], start=word, end=word + 5, quote="بغداد", attributes={}, entity=None
    )
    bundle = replace(bundle, layer=replace(bundle.layer, annotations=(moved,), relations=(), zones=()))
    for unit, expected in (("code point", word), ("utf-16", word + 1)):
        _, root = written(bundle, unit=unit)
        selection = root.find(".//q:PlainTextSelection", NAMESPACE)
        assert selection.get("startPosition") == str(expected)
        assert selection.get("name") == "بغداد"


def test_what_counts_utf16_comes_back_too(tmp_path):
    (path,), _ = write_into(REFI_QDA, [full_bundle()], tmp_path, unit="utf-16")
    (back,) = read_from(REFI_QDA, [path])
    assert [item.quote for item in back.layer.annotations] == [
        item.quote for item in full_bundle().layer.annotations
    ]


def test_an_entity_is_a_case_with_its_mentions(written):
    _, root = written(full_bundle())
    case = root.find("q:Cases/q:Case", NAMESPACE)
    mention = root.find(".//q:PlainTextSelection[@name='وزير الدفاع أحمد']", NAMESPACE)
    assert case.get("name") == "أحمد"
    assert case.find("q:SelectionRef", NAMESPACE).get("targetGUID") == mention.get("guid")


def test_layers_of_one_document_share_its_source(written, tmp_path):
    bundle = full_bundle()
    ids = {item.uuid: f"{number:08}{item.uuid[8:]}" for number, item in enumerate(bundle.layer.annotations)}
    other = replace(
        bundle.layer,
        kind="reviewer",
        reviewers=("الأول",),
        annotations=tuple(replace(item, uuid=ids[item.uuid]) for item in bundle.layer.annotations),
        relations=(),
    )
    _, root = written(bundle, replace(bundle, layer=other))
    assert len(root.findall("q:Sources/q:TextSource", NAMESPACE)) == 1
    back = read_from(REFI_QDA, [tmp_path / "data.qdpx"])
    assert [(item.layer.kind, item.layer.reviewers) for item in back] == [
        ("adjudicated", ("الأول", "الثاني")),
        ("reviewer", ("الأول",)),
    ]
    assert [len(item.layer.annotations) for item in back] == [3, 3]


def test_a_document_without_a_layer_is_written_without_one(tmp_path):
    (path,), _ = write_into(REFI_QDA, [replace(full_bundle(), layer=None)], tmp_path)
    (back,) = read_from(REFI_QDA, [path])
    assert (back.document.name, back.layer) == ("خبر.txt", None)


def test_ids_that_are_no_guids_become_some(tmp_path):
    bundle = full_bundle()
    layer = replace(bundle.layer, annotations=(replace(bundle.layer.annotations[0], uuid="1"),), relations=())
    document = replace(bundle.document, uuid="")
    both = [replace(bundle, document=document, layer=layer), full_bundle()]
    both.append(both[0])
    (path,), _ = write_into(REFI_QDA, both, tmp_path)
    with zipfile.ZipFile(path) as archive:
        conform(ET.fromstring(archive.read("project.qde")))
        assert len(archive.namelist()) == 4
    assert [len(item.layer.annotations) for item in read_from(REFI_QDA, [path])] == [1, 3, 1]


def test_what_xml_cannot_hold_is_escaped_or_replaced(tmp_path):
    bundle = full_bundle()
    item = replace(bundle.layer.annotations[1], attributes={"role": "a\x0bb\r\n"}, note="x\x01\ry")
    layer = replace(bundle.layer, annotations=(item,), relations=())
    (path,), _ = write_into(REFI_QDA, [replace(bundle, layer=layer)], tmp_path)
    (back,) = read_from(REFI_QDA, [path])
    assert back.layer.annotations[0].attributes == {"role": "a\x0bb\r\n"}
    assert back.layer.annotations[0].note == "x\ufffd\ry"


def test_the_same_bundles_give_the_same_bytes(tmp_path):
    first, second = (write_into(REFI_QDA, gold(), tmp_path / name)[0][0] for name in "ab")
    assert first.read_bytes() == second.read_bytes()


def test_the_sample_holds_the_sample_annotations():
    (back,) = read_from(REFI_QDA, [SAMPLE])
    (original,) = gold()
    mentioned = {item.entity for item in original.layer.annotations}
    known = {item.uuid: astuple(item) for item in original.entities if item.uuid in mentioned}
    assert {item.uuid: astuple(item) for item in back.entities} == known
    assert [_held(item) for item in back.layer.annotations] == [
        _held(item) for item in original.layer.annotations
    ]
    assert set(map(astuple, back.layer.relations)) == set(map(astuple, original.layer.relations))
    assert list(map(astuple, back.layer.zones)) == list(map(astuple, original.layer.zones))
    assert back.document.title == original.document.title


def _held(item):
    return item.uuid, item.start, item.end, item.label, item.attributes, item.entity, item.note


def test_the_white_space_of_other_names_stays_but_for_line_ends(tmp_path):
    original = full_bundle()
    (entity,) = original.entities
    names = ("وزير\u00a0الدفاع", "a  b", "c\r\nd")
    files, _ = write_into(REFI_QDA, [replace(original, entities=(replace(entity, aliases=names),))], tmp_path)
    (back,) = read_from(REFI_QDA, files)
    assert back.entities[0].aliases == (*names[:2], "c d")


def test_control_characters_of_a_note_are_replaced_and_that_is_told(tmp_path):
    original = full_bundle()
    first, *others = original.layer.annotations
    first = replace(first, note="a\x0bb\tc")
    original = replace(original, layer=replace(original.layer, annotations=(first, *others)))
    files, writing = write_into(REFI_QDA, [original], tmp_path)
    (back,) = read_from(REFI_QDA, files)
    assert "a\ufffdb\tc" in {item.note for item in back.layer.annotations}
    assert writing.loss_counts == {Loss.NOTES: 1}
