"""Where a format that writes a file for each layer puts it."""

from msgspec.structs import replace

from annotator.formats.format import Writing
from annotator.formats.layer_files import LayerFiles
from annotator.formats.options import Options
from tests.formats.full import full_bundle
from tests.formats.trips import SCHEME


def layer(name, kind="reviewer"):
    bundle = full_bundle()
    return replace(bundle, layer=replace(bundle.layer, kind=kind, reviewers=(name,)))


def given(*bundles, several=True, taken=()):
    files = LayerFiles(Writing(Options(), SCHEME, several_layers=several), *taken)
    return [files.give(bundle, ".xmi") for bundle in bundles]


def test_with_one_layer_a_document_all_files_stand_together():
    assert given(layer("سلمى"), several=False) == ["خبر.txt.xmi"]


def test_with_several_each_reviewer_has_a_folder():
    bundles = (layer("a/b"), layer("a:b"), layer("سلمى", "adjudicated"), replace(full_bundle(), layer=None))
    assert given(*bundles, layer("a/b")) == [
        "a b/خبر.txt.xmi",
        "a b (2)/خبر.txt.xmi",
        "adjudicated/خبر.txt.xmi",
        "no reviewer/خبر.txt.xmi",
        "a b/خبر.txt (2).xmi",
    ]


def test_names_that_a_format_needs_itself_are_not_given():
    bundle = full_bundle()
    bundle = replace(bundle, document=replace(bundle.document, name="TypeSystem"))
    files = LayerFiles(Writing(Options(), SCHEME), "TypeSystem.xml")
    assert files.give(bundle, ".xml") == "TypeSystem (2).xml"
