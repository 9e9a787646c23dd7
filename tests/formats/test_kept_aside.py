"""What is in fields of Sanad's own: without them, just what the formats say is gone."""

import json
import re
import zipfile

import pytest
from msgspec.structs import replace

from annotator.formats.doccano import DOCCANO
from annotator.formats.every import FORMATS
from annotator.formats.label_studio.kind import LABEL_STUDIO
from annotator.formats.losing import Loss
from annotator.formats.prodigy import PRODIGY
from tests.formats.full import full_bundle
from tests.formats.trips import comparable, read_from, write_into

KEEPING = [kind for kind in FORMATS if kind.kept_aside]


def without_own_keys(value, own):
    """JSON less the keys of Sanad's own."""
    if isinstance(value, dict):
        return {key: without_own_keys(inner, own) for key, inner in value.items() if not own(key)}
    return [without_own_keys(item, own) for item in value] if isinstance(value, list) else value


def strip_json(own):
    def strip(path):
        if path.suffix == ".txt":
            return
        values = [json.loads(path.read_text(encoding="utf-8"))]
        stripped = [json.dumps(without_own_keys(value, own), ensure_ascii=False) for value in values]
        path.write_text("\n".join(stripped), encoding="utf-8")

    return strip


def strip_text(pattern):
    def strip(path):
        path.write_bytes(re.sub(pattern, b"", path.read_bytes(), flags=re.DOTALL))

    return strip


def strip_docbin(path):
    tokens = pytest.importorskip("spacy.tokens")
    vocabulary = pytest.importorskip("spacy").blank("ar").vocab
    stripped = tokens.DocBin(store_user_data=True)
    for doc in tokens.DocBin().from_disk(path).get_docs(vocabulary):
        doc.user_data.clear()
        stripped.add(doc)
    stripped.to_disk(path)


def strip_notes(path):
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    project = members["project.qde"]
    members["project.qde"] = re.sub(b'<Note [^>]*name="sanad:.*?</Note>', b"", project, flags=re.DOTALL)
    assert members["project.qde"] != project
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


STRIPPING = {
    "doccano": strip_json(lambda key: key == "sanad"),
    "label-studio": strip_json(lambda key: key == "sanad"),
    "prodigy": strip_json(lambda key: key in ("sanad", "attributes", "note")),
    "spacy": strip_docbin,
    "gate": strip_text(rb"<Feature>\s*<Name[^>]*>sanad\.[^<]*</Name>.*?</Feature>"),
    "web-annotation": strip_json(lambda key: key.startswith("sanad:")),
    "refi-qda": strip_notes,
}


COMPARED = [kind for kind in KEEPING if kind.name != "web-annotation"]
"""The rest is read otherwise as another tool's: a layer for each person."""


def variants():
    """A bundle that is done, and one that is not."""
    done = full_bundle()
    return [done, replace(done, layer=replace(done.layer, status="started"))]


def read_stripped(kind, bundle, folder):
    files, _ = write_into(kind, [bundle], folder / bundle.layer.status)
    for path in files:
        STRIPPING[kind.name](path)
    return read_from(kind, files)


def same(kind, bundle, losses, folder):
    (back,) = read_stripped(kind, bundle, folder)
    return comparable(back, losses) == comparable(bundle, losses)


def test_every_format_that_keeps_something_aside_is_tried():
    assert {kind.name for kind in KEEPING} == set(STRIPPING)
    assert not any(kind.kept_aside & kind.loses for kind in KEEPING)


@pytest.mark.parametrize("kind", KEEPING, ids=lambda kind: kind.name)
def test_a_tool_that_drops_it_leaves_the_labels_on_their_words(kind, tmp_path):
    back = read_stripped(kind, full_bundle(), tmp_path)
    found = {(item.label, item.quote) for bundle in back for item in bundle.layer.annotations}
    assert found == {(item.label, item.quote) for item in full_bundle().layer.annotations}


@pytest.mark.parametrize("kind", COMPARED, ids=lambda kind: kind.name)
def test_a_tool_that_drops_it_leaves_all_the_rest(kind, tmp_path):
    lost = kind.loses | kind.kept_aside
    assert all(same(kind, bundle, lost, tmp_path) for bundle in variants())


@pytest.mark.parametrize(
    ("kind", "loss"),
    [(kind, loss) for kind in COMPARED for loss in sorted(kind.kept_aside)],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_whatever_is_said_to_be_aside_is_nowhere_else(kind, loss, tmp_path):
    rest = (kind.loses | kind.kept_aside) - {loss}
    if loss is Loss.MAKER:
        rest -= {Loss.REVIEWER}
    assert not all(same(kind, bundle, rest, tmp_path) for bundle in variants())


LEAVING_OUT = [
    pytest.param(kind, options, id=f"{kind.name}-{'-'.join(options)}")
    for kind, options in (
        (DOCCANO, {"details": False}),
        (DOCCANO, {"details": False, "form": "spans"}),
        (PRODIGY, {"details": False}),
        (LABEL_STUDIO, {"details": False}),
    )
]


def left_out(kind, options, losses, folder):
    """Whether all that is lost where a person wants no details is among some losses."""
    for bundle in variants():
        files, _ = write_into(kind, [bundle], folder / bundle.layer.status, **options)
        (back,) = read_from(kind, files)
        if comparable(back, losses) != comparable(bundle, losses):
            return False
    return True


@pytest.mark.parametrize(("kind", "options"), LEAVING_OUT)
def test_without_details_just_what_is_said_is_lost(kind, options, tmp_path):
    chosen = kind.writing(**options)
    lost = kind.loses_with(chosen)
    assert not lost & kind.aside_with(chosen)
    assert left_out(kind, options, lost, tmp_path / "all")
    for loss in kind.lost_with(chosen):
        taking_along = {Loss.MAKER: {Loss.REVIEWER}, Loss.RELATION_IDS: {Loss.RELATIONS}}
        rest = lost - {loss} - taking_along.get(loss, set())
        assert not left_out(kind, options, rest, tmp_path / loss), loss
