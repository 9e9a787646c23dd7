import msgspec
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from annotator.core.errors import UserError
from annotator.formats.aside import Aside, Entities, aside, bundles_of, found_aside, restored
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleDocument, BundleLayer, BundleRelation
from annotator.formats.format import Reading
from annotator.formats.options import Options
from tests.formats.full import ENTITY, full_bundle
from tests.formats.trips import bundles


def found(value, *, skip=False):
    return found_aside(value, "x.json, line 1", Reading(Options(), skip=skip))


def bare(bundle, *, renamed=True):
    """What another tool keeps of a bundle: text and spans, with ids of its own."""
    document, layer = bundle.document, bundle.layer
    names = {item.uuid: str(n) if renamed else item.uuid for n, item in enumerate(layer.annotations)}
    annotations = tuple(
        BundleAnnotation(
            uuid=names[item.uuid], start=item.start, end=item.end, label=item.label, quote=item.quote
        )
        for item in layer.annotations
    )
    relations = tuple(
        BundleRelation(uuid=str(n), type=item.type, source=names[item.source], target=names[item.target])
        for n, item in enumerate(layer.relations)
    )
    return Bundle(
        document=BundleDocument(uuid="", name="x", text=document.text, text_sha256=document.text_sha256),
        layer=BundleLayer(reviewers=("",), annotations=annotations, relations=relations),
    )


@given(original=bundles())
@settings(max_examples=50, deadline=None)
def test_what_is_kept_and_put_back_is_the_whole_bundle(original):
    kept = msgspec.json.decode(msgspec.json.encode(aside(original, Entities().of(original))))
    back = restored(bare(original), found(kept))
    assert back.document == original.document
    assert back.entities == original.entities
    assert replace(back.layer, relations=()) == replace(original.layer, relations=())
    assert set(back.layer.relations) == set(original.layer.relations)
    assert restored(bare(replace(original)), found(kept), linked=False).layer == original.layer


def changed_first(original, *, renamed=True, **changes):
    """A bundle whose first annotation another tool changed, once what was kept is put back."""
    changed = bare(original, renamed=renamed)
    first, *others = changed.layer.annotations
    first = replace(first, **changes)
    changed = replace(changed, layer=replace(changed.layer, annotations=(first, *others), relations=()))
    back = restored(changed, aside(original, ()), linked=False)
    assert back.layer.annotations[1:] == original.layer.annotations[1:]
    return first, back


def test_an_annotation_that_is_new_or_has_another_label_has_nothing_put_back():
    original = full_bundle()
    first = original.layer.annotations[0]
    for changes in ({"start": first.start + 1, "end": first.end - 1}, {"label": "other"}):
        changed, back = changed_first(original, **changes)
        assert back.layer.annotations[0] == changed
        assert back.layer.relations == ()


@pytest.mark.parametrize(("renamed", "start", "end"), [(True, 0, -1), (True, 1, 0), (False, 1, -1)])
def test_an_annotation_that_was_moved_is_known_by_its_id_or_by_the_end_that_stayed(renamed, start, end):
    original = full_bundle()
    first = original.layer.annotations[0]
    changes = {"start": first.start + start, "end": first.end + end}
    _, back = changed_first(original, renamed=renamed, **changes)
    assert back.layer.annotations[0] == replace(first, **changes)
    assert back.layer.relations == original.layer.relations


def test_nothing_is_known_by_a_number_for_tools_number_anew():
    original = full_bundle()
    first = replace(original.layer.annotations[0], uuid="1")
    original = replace(original, layer=replace(original.layer, annotations=(first,), relations=()))
    changed = replace(first, start=first.start + 1, end=first.end - 1, note="", attributes={}, uuid="1")
    back = restored(
        replace(original, layer=replace(original.layer, annotations=(changed,))), aside(original, ())
    )
    assert back.layer.annotations == (changed,)


def test_two_that_are_alike_take_their_details_in_order_and_ids_stay_apart():
    text = "نص"
    twin = BundleAnnotation(uuid="a", start=0, end=2, label="x", quote=text, note="1")
    other = replace(twin, uuid="b", note="2")
    original = full_bundle()
    original = replace(
        original,
        document=replace(original.document, text=text),
        layer=replace(original.layer, annotations=(twin, other), relations=(), zones=()),
    )
    kept = aside(original, ())
    changed = bare(original)
    third = replace(changed.layer.annotations[0], uuid="a")
    changed = replace(changed, layer=replace(changed.layer, annotations=(*changed.layer.annotations, third)))
    back = restored(changed, kept)
    assert [(item.uuid, item.note) for item in back.layer.annotations] == [
        ("a", "1"),
        ("b", "2"),
        ("a-3", ""),
    ]


def test_who_annotated_in_the_other_tool_counts_more_than_what_is_kept():
    original = full_bundle()
    changed = bare(original)
    changed = replace(
        changed, layer=replace(changed.layer, reviewers=("الثاني",), updated="2026-12-01T00:00:00Z")
    )
    layer = restored(changed, aside(original, ())).layer
    assert (layer.reviewers, layer.updated) == (("الثاني",), "2026-12-01T00:00:00Z")


def test_a_record_that_cannot_be_used_is_left_out_with_all_it_brings():
    def make(record):
        yield full_bundle()
        if record == 1:
            raise UserError("x.json, record 1 is wrong.")

    reading = Reading(Options(), skip=True)
    found = list(bundles_of(range(3), make, reading))
    assert [len(item.entities) for item in found] == [1, 0]
    assert [str(fault) for fault in reading.faults] == ["x.json, record 1 is wrong."]
    with pytest.raises(UserError):
        list(bundles_of(range(3), make, Reading(Options())))


def test_entities_come_once_in_a_file():
    entities = Entities()
    first, second = entities.fresh(full_bundle()), entities.fresh(full_bundle())
    assert [item.uuid for item in first.entities] == [ENTITY]
    assert second.entities == ()


@pytest.mark.parametrize(
    "value",
    [
        5,
        {"document": 5},
        {"document": {"id": "1"}},
        {"layer": {"reviewers": []}},
        {"layer": {"reviewers": ["a", "a"], "kind": "adjudicated"}},
        {"layer": {"reviewers": ["a", "b"]}},
        {"layer": {"reviewers": ["a"], "status": "perfect"}},
        {"annotations": [{"start": 0, "end": 1, "label": "x", "attributes": {"n": 2**63}}]},
        {"annotations": [{"start": 0, "end": 1, "label": "x", "scheme_version": 0}]},
        {"annotations": [{"start": 0, "end": 1, "label": "x", "attributes": {"n": [1]}}]},
        {"relations": [{"id": "1", "type": "x", "from": "a", "to": "a"}]},
        {"relations": [{"id": "1", "type": " ", "from": "a", "to": "b"}]},
        {"relations": [{"id": "1", "type": "x", "from": "a", "to": "b"}] * 2},
        {"entities": [{"id": "1", "kind": "x", "name": ""}]},
        {"zones": [{"start": 0, "end": 1, "kind": ""}]},
    ],
)
def test_what_is_not_ours_is_told_and_nothing_of_it_used(value):
    with pytest.raises(UserError, match=r"x\.json, line 1: what stands under “sanad” cannot be used"):
        found(value)
    assert found(value, skip=True) == Aside()


def test_zones_out_of_the_text_are_not_put_back():
    original = full_bundle()
    kept = aside(original, ())
    kept = msgspec.structs.replace(kept, zones=(replace(kept.zones[0], end=10**6), *kept.zones))
    assert restored(bare(original), kept).layer.zones == original.layer.zones
