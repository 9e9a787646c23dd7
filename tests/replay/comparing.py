"""Whether a layer is the gold one: everything but ids and times."""

import json
from collections import Counter
from collections.abc import Iterable

from annotator.core.records import Value
from annotator.formats.bundle import BundleAnnotation, BundleEntity, BundleLayer
from tests.replay.accepting import attributes_used

Mark = tuple[int, int, str, str, str, str]
"""Start, end, label, attributes as JSON, name of the entity, note."""


def differences(
    text: str,
    gold: BundleLayer,
    made: BundleLayer | None,
    gold_entities: Iterable[BundleEntity],
    made_entities: Iterable[BundleEntity],
) -> list[str]:
    """What is missing or too much in the layer that was made, a sentence each; none if nothing is.

    Attributes the gold never gives any annotation of a label are passed over.
    """
    if made is None:
        return ["there is no layer"]
    wanted = _marks(gold, gold_entities)
    used = attributes_used(gold)
    found = _marks(made, made_entities, used)
    said = _difference(Counter(wanted.values()), Counter(found.values()), lambda mark: _shown(mark, text))
    said += _difference(
        _links(gold, wanted),
        _links(made, found),
        lambda link: f"{link[0]}: {_shown(link[1], text)} → {_shown(link[2], text)}",
    )
    said += _difference(
        Counter((zone.start, zone.end, zone.kind) for zone in gold.zones),
        Counter((zone.start, zone.end, zone.kind) for zone in made.zones),
        lambda zone: f"zone {zone[2]} {zone[0]}–{zone[1]}",
    )
    if gold.status != made.status:
        said.append(f"status: gold {gold.status}, made {made.status}")
    return said


def _marks(
    layer: BundleLayer, entities: Iterable[BundleEntity], used: dict[str, set[str]] | None = None
) -> dict[str, Mark]:
    names = {entity.uuid: entity.name for entity in entities}

    def shown(item: BundleAnnotation) -> dict[str, Value]:
        if used is None:
            return item.attributes
        return {name: value for name, value in item.attributes.items() if name in used.get(item.label, ())}

    return {
        item.uuid: (
            item.start,
            item.end,
            item.label,
            json.dumps(shown(item), ensure_ascii=False, sort_keys=True),
            names.get(item.entity or "", ""),
            item.note,
        )
        for item in layer.annotations
    }


def _links(layer: BundleLayer, marks: dict[str, Mark]) -> Counter:
    return Counter((link.type, marks[link.source], marks[link.target]) for link in layer.relations)


def _difference(wanted: Counter, found: Counter, shown) -> list[str]:
    missing = [f"missing: {shown(item)}" for item in (wanted - found).elements()]
    return missing + [f"too much: {shown(item)}" for item in (found - wanted).elements()]


def _shown(mark: Mark, text: str) -> str:
    start, end, label, attributes, entity, note = mark
    quote = " ".join(text[start:end].split())
    quote = quote if len(quote) <= 40 else quote[:39] + "…"
    rest = "".join(f" {part}" for part in (attributes if attributes != "{}" else "", entity, note) if part)
    return f"{label} {start}–{end} “{quote}”{rest}"
