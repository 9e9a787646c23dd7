"""Small files of other tools, as tests write them, and what is read from them."""

import json

from msgspec.structs import replace

from annotator.formats.bundle import BundleAnnotation, BundleEntity, BundleRelation, BundleZone
from annotator.formats.format import Reading, Writing
from annotator.formats.registry import format_of
from annotator.resources import SEEDS
from tests.formats.trips import SCHEME, comparable


def read_file(kind, folder, content, name="file.jsonl", *, skip=False, **options):
    """What a format reads from a file with this content (a JSON value, text or bytes), and its faults."""
    path = folder / name
    if not isinstance(content, str | bytes):
        content = json.dumps(content, ensure_ascii=False)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert format_of(path) is kind, format_of(path).name
    reading = Reading(kind.reading(**options), skip=skip)
    return list(kind.read(path, reading)), [str(fault) for fault in reading.faults]


def spans(bundle):
    return [(item.label, item.quote) for item in bundle.layer.annotations]


def links(bundle):
    quotes = {item.uuid: item.quote for item in bundle.layer.annotations}
    return [(quotes[item.source], item.type, quotes[item.target]) for item in bundle.layer.relations]


def written(kind, bundles, *, several_layers=False, **options):
    """The bytes a format writes, and what it told of losses."""
    writing = Writing(kind.writing(**options), SCHEME, several_layers=several_layers)
    return b"".join(part.data for part in kind.write(iter(bundles), writing)), writing


def prove_sample(kind, path):
    """A sample kept with the tests is what is written of the seeds' gold data, and reads as it."""
    gold = SEEDS / "gold" / "000.jsonl"
    seed = _plain(next(format_of(gold).read(gold, None)))
    (sample,) = kind.read(path, Reading(kind.reading()))
    assert format_of(path) is kind
    mentioned = {item.entity for item in seed.layer.annotations if item.entity}
    assert {item.uuid for item in sample.entities} == mentioned
    kept = [item for item in seed.entities if item.uuid in mentioned]
    assert sorted(sample.entities, key=lambda item: item.uuid) == sorted(kept, key=lambda item: item.uuid)
    assert sample.layer.annotations
    assert comparable(sample, kind.loses).layer == comparable(seed, kind.loses).layer
    assert comparable(sample, kind.loses).document == comparable(seed, kind.loses).document


def _plain(bundle):
    """A bundle of gold data, with the structs formats exchange instead of gold's own."""
    layer = bundle.layer
    return replace(
        bundle,
        entities=tuple(_as(BundleEntity, item) for item in bundle.entities),
        layer=replace(
            layer,
            annotations=tuple(_as(BundleAnnotation, item) for item in layer.annotations),
            relations=tuple(_as(BundleRelation, item) for item in layer.relations),
            zones=tuple(_as(BundleZone, item) for item in layer.zones),
        ),
    )


def _as(kind, item):
    return kind(**{name: getattr(item, name) for name in kind.__struct_fields__})
