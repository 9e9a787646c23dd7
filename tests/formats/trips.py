"""Bundles that try everything, and the way of a bundle through a format and back."""

import json
from hashlib import sha256
from itertools import chain
from uuid import UUID

from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core.schema import read_definition
from annotator.formats.bundle import (
    Bundle,
    BundleAnnotation,
    BundleDocument,
    BundleEntity,
    BundleLayer,
    BundleRelation,
    BundleZone,
)
from annotator.formats.format import Reading, Writing
from annotator.formats.losing import Loss, without
from annotator.formats.registry import format_of
from annotator.resources import RESOURCES

SCHEME = read_definition((RESOURCES / "schemes" / "standard.json").read_bytes())

_PIECES = st.sampled_from(
    [
        *(
            "قال وزير الدفاع",
            "والرئيسُ",
            "إنّ",
            "٢٥٠٠ جنديّ",
            "2,5 مليون",
            "العــراق",
            "بـ",
            "الـ",
            "A",
            "<b>&amp;",
        ),
        *(" ", " ", " ", "  ", "\n", "\r\n", "\n\n", "\t", "\u00a0", "\u2028", "\u0085", "\u200f", "\u202b"),
        *(
            "😀",
            "𞤀",
            "َ",
            "ٌّ",
            "\u0640",
            "\u0301",
            "«",
            "»",
            "،",
            ".",
            "(",
            ")",
            "[",
            "]",
            "_",
            "|",
            "*",
            ";",
            "->",
        ),
        *("\\", '"', "'", "#", "%", "O", "B-actor", "=1+1", "ﷺ", "ﻻ"),
    ]
)
NAMES = st.sampled_from(["الأول", "reviewer 2", "أحمد / ب", "x" * 200, "CON", "قارئ 😀"])
NOTES = st.sampled_from(["", "", "", "ملاحظة", "سطر\nثان", 'a "b" \\ c\t|', "=1"])


@st.composite
def texts(draw):
    """A text as articles are, and as they should not be; never blank."""
    return "".join(draw(st.lists(_PIECES, min_size=0, max_size=30))) + "نهاية"


@st.composite
def bundles(draw, number=0):
    """One document with one layer that uses whatever there is to use. No two annotations are the same."""
    text = draw(texts())
    entity = BundleEntity(uuid=draw(_uuids), label="actor", name="وزير", aliases=("الوزير",))
    annotations = draw(_annotations(text, entity))
    document = BundleDocument(
        uuid=draw(_uuids),
        name=f"خبر {number}.txt",
        text=text,
        text_sha256=sha256(text.encode()).hexdigest(),
        title=draw(st.sampled_from(["", "عنوان «الخبر»", "a\tb"])),
        source=draw(st.sampled_from(["", "https://example.org/?a=1&b=2"])),
        published=draw(st.sampled_from(["", "2024-01-27"])),
        language=draw(st.sampled_from(["ar", "fa"])),
        direction=draw(st.sampled_from(["rtl", "ltr"])),
        encoding=draw(st.sampled_from(["utf-8", "windows-1256"])),
    )
    layer = BundleLayer(
        kind=(kind := draw(st.sampled_from(["reviewer", "adjudicated"]))),
        reviewers=(draw(NAMES), "آخر") if kind == "adjudicated" else (draw(NAMES),),
        status=draw(st.sampled_from(["new", "started", "done"])),
        updated=draw(st.sampled_from(["2026-11-21T18:00:00Z", "2025-01-01T00:00:00Z"])),
        annotations=annotations,
        relations=draw(_relations(annotations)),
        zones=draw(_zones(text)),
    )
    used = any(item.entity for item in annotations)
    return Bundle(document=document, layer=layer, entities=(entity,) if used else (), place=document.name)


_uuids = st.uuids(version=4).map(str)
_VALUES = {
    "figure": st.fixed_dictionaries(
        {},
        optional={
            "value": st.one_of(st.integers(-(10**12), 10**12), st.sampled_from([0.2, 2.5, 1e20])),
            "op": st.sampled_from(["=", "~", ">=", "range"]),
            "number_text": st.sampled_from(["٢٥٠٠", "2,5 مليون", "a|b;c"]),
        },
    ),
    "actor": st.fixed_dictionaries({}, optional={"role": st.sampled_from(["وزير", "x=y\n"])}),
}


@st.composite
def _annotations(draw, text, entity):
    kept = {}
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, min(len(text), start + 25)))
        label = draw(st.sampled_from(["actor", "location", "figure", "claim"]))
        kept.setdefault((start, end, label), None)
    return tuple(
        BundleAnnotation(
            uuid=draw(_uuids),
            start=start,
            end=end,
            label=label,
            quote=text[start:end],
            attributes=draw(_VALUES.get(label, st.just({}))),
            entity=draw(st.sampled_from([None, entity.uuid])) if label == "actor" else None,
            note=draw(NOTES),
            reviewer=draw(st.sampled_from(["", "", "آخر"])),
            origin=draw(st.sampled_from(["manual", "suggested", "imported", "propagated"])),
            scheme_version=draw(st.integers(1, 3)),
        )
        for start, end, label in kept
    )


@st.composite
def _relations(draw, annotations):
    if len(annotations) < 2:
        return ()
    ends = st.sampled_from([item.uuid for item in annotations])
    pairs = draw(st.sets(st.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1]), max_size=4))
    kinds = st.sampled_from(["attributed_to", "same_as"])
    return tuple(
        BundleRelation(uuid=draw(_uuids), type=draw(kinds), source=source, target=target)
        for source, target in sorted(pairs)
    )


@st.composite
def _zones(draw, text):
    starts = draw(st.lists(st.integers(0, len(text) - 1), max_size=2, unique=True))
    return tuple(
        BundleZone(start=start, end=draw(st.integers(start + 1, len(text))), kind="boilerplate")
        for start in sorted(starts)
    )


def write_into(kind, written, folder, *, several_layers=False, **options):
    """Write bundles with a format into a folder; the files, and what the writer told of losses."""
    writing = Writing(kind.writing(**options), SCHEME, several_layers=several_layers)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in kind.write(iter(written), writing):
        path = folder / (name or f"data{kind.suffixes[0]}")
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(data)
    return sorted(item for item in folder.rglob("*") if item.is_file()), writing


def read_from(kind, files, **options):
    """All bundles in files, as the import would gather them."""
    companions = set(chain.from_iterable(kind.companions(path) for path in files))
    main = [path for path in files if path not in companions]
    assert all(format_of(path) is kind for path in main), [path.name for path in main]
    return [bundle for path in main for bundle in kind.read(path, Reading(kind.reading(**options)))]


def comparable(bundle, losses):
    """A bundle less what a format loses, with ids that were made on the way replaced by their order."""
    bundle = without(bundle, losses)
    layer = bundle.layer
    by_id = Loss.ANNOTATION_IDS not in losses
    annotations = sorted(
        layer.annotations,
        key=lambda item: (item.start, -item.end, item.label, item.uuid if by_id else ""),
    )
    ids = _ids([item.uuid for item in annotations], kept=by_id)
    entities = _ids(
        list(dict.fromkeys(item.entity for item in annotations if item.entity)),
        kept=Loss.ENTITY_DETAILS not in losses,
    )
    relations = [
        replace(
            item,
            uuid=item.uuid if Loss.RELATION_IDS not in losses else "",
            source=ids[item.source],
            target=ids[item.target],
        )
        for item in layer.relations
    ]
    layer = replace(
        layer,
        annotations=tuple(
            replace(item, uuid=ids[item.uuid], entity=entities[item.entity] if item.entity else None)
            for item in annotations
        ),
        relations=tuple(sorted(relations, key=lambda item: (item.source, item.type, item.target))),
        zones=tuple(sorted(layer.zones, key=lambda item: (item.start, item.end, item.kind))),
    )
    return replace(bundle, layer=layer, place="", size=0, warnings=())


def _ids(found, *, kept):
    return {uuid: uuid if kept else f"#{number:03}" for number, uuid in enumerate(found)}


def shaped(kind, bundle, **options):
    """The bundle as the format can hold it."""
    return kind.shape(bundle, Writing(kind.writing(**options), SCHEME))


def is_uuid(text):
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def as_json(value):
    return json.dumps(value, ensure_ascii=False)
