"""The parts of a Web Annotation: who made it, what its bodies say, what its targets select.

Every property may have one value or a list of them, and in older files (Open Annotation) another name.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from annotator.core.records import Value
from annotator.formats.bundle import BundleEntity
from annotator.formats.values import clean

_OLD_NAMES = {
    "@id": "id",
    "@type": "type",
    "hasBody": "body",
    "hasTarget": "target",
    "hasSource": "source",
    "hasSelector": "selector",
    "motivatedBy": "motivation",
    "annotatedBy": "creator",
    "chars": "value",
    "cnt:chars": "value",
}
_CHARACTERS = re.compile(r"char=([0-9]{1,9}),([0-9]{1,9})")
_NOTES = frozenset({"commenting", "describing", "replying", "editing", "questioning", "moderating", ""})
_TAGS = frozenset({"tagging", "classifying"})
_MAX_TARGETS = 1000


class Who(NamedTuple):
    """Who made an annotation."""

    name: str = ""
    a_program: bool = False


class Span(NamedTuple):
    """What a target selects."""

    offsets: tuple[object, object]
    quote: str | None
    prefix: str = ""
    suffix: str = ""

    def found_in(self, text: str) -> tuple[object, object]:
        """The offsets; where there are none, those of the quote in its context."""
        if self.offsets != (None, None) or not self.quote:
            return self.offsets
        at = text.find(f"{self.prefix}{self.quote}{self.suffix}")
        start = at + len(self.prefix)
        return (start, start + len(self.quote)) if at >= 0 else (None, None)


class Rest(NamedTuple):
    """What bodies say besides the label."""

    attributes: dict[str, Value]
    note: str
    entity: str
    entities: tuple[BundleEntity, ...]
    several_tags: bool


def many(value: object) -> list[Any]:
    """One value or a list of them, as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def string(value: object) -> str:
    """A text; empty for anything else."""
    return clean(value) if isinstance(value, str) else ""


def fields(value: object) -> dict[str, Any]:
    """An object with its properties by their present names; empty for anything else."""
    if not isinstance(value, dict):
        return {}
    found = {_short(name): part for name, part in value.items()}
    return {_OLD_NAMES.get(name, name): part for name, part in found.items()}


def types_of(value: dict[str, Any]) -> set[str]:
    """The names of an object's types."""
    return {_short(string(item)) for item in many(value.get("type", value.get("@type")))}


def items_of(value: object) -> Iterator[dict[str, Any]]:
    """The annotations in a page, a collection, a list, or the one that this is."""
    for item in map(fields, many(value)):
        inside = [item[name] for name in ("items", "@graph", "rows", "annotations") if name in item]
        if inside:
            for part in inside:
                yield from items_of(part)
            yield from items_of(fields(item.get("next")) or None)
        elif "first" in item:
            yield from items_of(fields(item["first"]) or None)
        elif "target" in item:
            yield item


def who_made(value: dict[str, Any]) -> Who:
    """The first creator: by name, else by address."""
    for item in many(value.get("creator", value.get("user"))):
        if isinstance(item, str):
            return Who(clean(item.removeprefix("acct:")))
        about = fields(item)
        name = next((about[key] for key in ("name", "nickname", "id") if string(about.get(key))), "")
        return Who(
            string(name), a_program="Software" in types_of(about) or "SoftwareAgent" in types_of(about)
        )
    return Who()


def iris(value: dict[str, Any]) -> list[str]:
    """The targets that are named and not described: other annotations, for a relation."""
    found = []
    for target in many(value.get("target")):
        about = fields(target)
        name = target if isinstance(target, str) else about.get("id") if "selector" not in about else ""
        if string(name) and "source" not in about:
            found.append(string(name))
    bodies = [fields(body) for body in many(value.get("body"))]
    linked = [body.get("source") or body.get("id") for body in bodies if body.get("purpose") == "linking"]
    return found + [string(name) for name in linked if string(name)]


def selected(value: dict[str, Any]) -> tuple[str, list[Span]]:
    """The source that an annotation is about, and what it selects of it."""
    source, named, spans = "", "", []
    for target in many(value.get("target"))[:_MAX_TARGETS]:
        about = fields(target)
        given = about.get("source")
        found = string(given) or string(fields(given).get("id"))
        named = named or found
        span = _span(many(about.get("selector")))
        if span and (not source or not found or found == source):
            spans.append(span)
            source = source or found
    return source or named or string(value.get("uri")), spans


def _span(selectors: list[Any]) -> Span | None:
    offsets: tuple[object, object] = (None, None)
    quote: str | None = None
    prefix = suffix = ""
    for item in _flattened(selectors):
        kinds = types_of(item)
        if "TextPositionSelector" in kinds:
            offsets = item.get("start"), item.get("end")
        elif "TextQuoteSelector" in kinds and string(item.get("exact")):
            quote = string(item["exact"])
            prefix, suffix = string(item.get("prefix")), string(item.get("suffix"))
        elif "FragmentSelector" in kinds and (match := _CHARACTERS.match(string(item.get("value")))):
            offsets = int(match[1]), int(match[2])
    return None if offsets == (None, None) and quote is None else Span(offsets, quote, prefix, suffix)


def _flattened(selectors: list[Any]) -> Iterator[dict[str, Any]]:
    for item in map(fields, selectors):
        yield item
        yield from _flattened(many(item.get("items")))


def label_and_rest(value: dict[str, Any]) -> tuple[str, Rest]:
    """The first tag, and what else the bodies say; without a tag, the motivation is the label."""
    motivations = [_short(string(item)) for item in many(value.get("motivation"))]
    motivation = next(iter(motivations), "")
    tags = [string(tag) for tag in many(value.get("tags"))]
    notes = [string(value["text"])] if string(value.get("text")) else []
    attributes: dict[str, Value] = {}
    entity, entities = "", []
    for body in _bodies(value):
        purpose = _short(string(body.get("purpose"))) or motivation
        if "Tag" in types_of(body):
            purpose = "tagging"
        said = string(body.get("value"))
        name = string(body.get("sanad:attribute"))
        if name:
            number = body.get("sanad:number")
            if isinstance(number, int | float) and not isinstance(number, bool):
                attributes[name] = number
            else:
                attributes[name] = said
        elif purpose == "identifying" and fields(body.get("source")).get("sanad:name") is not None:
            about = fields(body["source"])
            entity = string(about.get("id"))
            entities.append(_entity(entity, about))
        elif purpose == "identifying":
            found = string(body.get("source")) or string(fields(body.get("source")).get("id"))
            entity = found if found.startswith("urn:uuid:") else entity
            attributes |= {} if entity or not found else {"identifier": found}
        elif purpose in _TAGS:
            tags.append(said or string(body.get("source")) or string(body.get("id")))
        elif said and purpose in _NOTES | {motivation}:
            notes.append(said)
        elif string(body.get("id")) and purpose != "linking":
            attributes["body"] = string(body["id"])
    tags = [tag for tag in tags if tag.strip()]
    if tags[1:]:
        attributes["tags"] = "; ".join(tags[1:])
    label = tags[0] if tags else motivation or "annotation"
    return label, Rest(attributes, "\n".join(notes), entity, tuple(entities), bool(tags[1:]))


def _bodies(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if string(value.get("bodyValue")):
        yield {"value": value["bodyValue"]}
    for body in many(value.get("body")):
        about = fields(body) if isinstance(body, dict) else {"id": body}
        yield from map(fields, many(about["items"])) if isinstance(about.get("items"), list) else [about]


def _entity(given: str, about: dict[str, Any]) -> BundleEntity:
    aliases = tuple(string(item) for item in many(about.get("sanad:aliases")) if string(item))
    return BundleEntity(
        uuid=given.removeprefix("urn:uuid:"),
        label=string(about.get("sanad:label")),
        name=string(about.get("sanad:name")),
        aliases=aliases,
    )


def _short(name: str) -> str:
    """A name without the prefix of the vocabulary."""
    return name.removeprefix("oa:").removeprefix("http://www.w3.org/ns/oa#")
