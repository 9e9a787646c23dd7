"""Every format that is both read and written: what comes back is what went out, less what the format says."""

from itertools import combinations
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.formats.bundle import BundleRelation
from annotator.formats.every import FORMATS
from annotator.formats.gold import GOLD
from annotator.formats.losing import OF_FORM, Loss
from tests.formats.full import full_bundle
from tests.formats.trips import bundles, comparable, read_from, shaped, write_into

BOTH_WAYS = [kind for kind in FORMATS if kind.read and kind.write and kind is not GOLD]
"""Gold brings entities beside it; its round trip is a dataset's, see test_gold and the tests of exchange."""


def both_ways(test):
    return pytest.mark.parametrize("kind", BOTH_WAYS, ids=lambda kind: kind.name)(test)


@both_ways
@given(data=st.data())
@settings(max_examples=30, deadline=None)
def test_what_is_read_is_what_was_written_less_what_the_format_loses(kind, data, tmp_path_factory):
    original = data.draw(bundles())
    files, _ = write_into(kind, [original], tmp_path_factory.mktemp("trip"))
    (back,) = read_from(kind, files)
    assert comparable(back, kind.loses) == comparable(shaped(kind, original), kind.loses)


@both_ways
@given(data=st.data())
@settings(max_examples=10, deadline=None)
def test_several_documents_come_back_in_order(kind, data, tmp_path_factory):
    originals = [data.draw(bundles(number)) for number in range(3)]
    files, _ = write_into(kind, originals, tmp_path_factory.mktemp("trip"))
    back = read_from(kind, files)
    assert [item.document.text for item in back] == [shaped(kind, item).document.text for item in originals]


@both_ways
def test_each_layer_of_a_document_comes_back_as_it_was(kind, tmp_path):
    first = full_bundle()
    others = [
        {"kind": "reviewer", "reviewers": ("الأول",), "status": "started"},
        {"kind": "reviewer", "reviewers": ("الثالث",), "status": "new", "annotations": (), "relations": ()},
    ]
    originals = [first, *(_another(first, **layer) for layer in others)]
    files, _ = write_into(kind, originals, tmp_path, several_layers=True)
    back = read_from(kind, files)
    found = [comparable(replace(item, entities=()), kind.loses).layer for item in back]
    layers = [comparable(replace(shaped(kind, item), entities=()), kind.loses).layer for item in originals]
    assert len(found) == len(layers)
    assert all(layer in found for layer in layers)


def _another(bundle, **changes):
    """The same document with a layer of its own: other ids, other people."""
    ids = {item.uuid: str(uuid4()) for item in bundle.layer.annotations}
    layer = replace(
        bundle.layer,
        annotations=tuple(replace(item, uuid=ids[item.uuid]) for item in bundle.layer.annotations),
        relations=tuple(
            replace(item, uuid=str(uuid4()), source=ids[item.source], target=ids[item.target])
            for item in bundle.layer.relations
        ),
    )
    return replace(bundle, layer=replace(layer, **changes))


def lost_by(kind):
    """What a format says it loses, those losses aside that only its own shape knows."""
    return sorted(kind.loses - OF_FORM - {Loss.COMPARISONS})


@pytest.mark.parametrize(
    ("kind", "loss"),
    [pytest.param(kind, loss, id=f"{kind.name}-{loss}") for kind in BOTH_WAYS for loss in lost_by(kind)],
)
def test_whatever_is_said_to_be_lost_is_really_lost(kind, loss, tmp_path):
    original = _all_linked(full_bundle())
    files, _ = write_into(kind, [original], tmp_path)
    (back,) = read_from(kind, files)
    rest = kind.loses - {loss} - _implying(loss)
    assert comparable(back, rest) != comparable(shaped(kind, original), rest), loss


def _all_linked(bundle):
    """The bundle with a relation between any two annotations, so that one is left where some are dropped."""
    ids = [item.uuid for item in bundle.layer.annotations]
    relations = tuple(
        BundleRelation(uuid=str(uuid4()), type="same_as", source=source, target=target)
        for source, target in combinations(ids, 2)
    )
    return replace(bundle, layer=replace(bundle.layer, relations=relations))


def _implying(loss):
    """Losses that take this one along, so that it cannot be seen alone."""
    implying = {
        Loss.MAKER: {Loss.REVIEWER},
        Loss.ENTITY_DETAILS: {Loss.ENTITIES},
        Loss.RELATION_IDS: {Loss.RELATIONS},
        Loss.RELATIONS: {Loss.ANNOTATIONS},
    }
    return implying.get(loss, set())
