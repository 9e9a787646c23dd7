"""brat's configuration: which types there are, and how they look, made from a label set.

``annotation.conf`` also says, in comments, which names were replaced for brat's sake.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from annotator.core.schema import AttributeDefinition, LabelDefinition, SchemeDefinition

_STORED: Final = re.compile(r"[a-zA-Z0-9_-]+")
_REPLACED: Final = re.compile(r"# (label|relation|attribute) (\S+) = ([^\0]+)")
_VALUE: Final = re.compile(r"[^\s,|]+")


class Types:
    """The names that brat can store, for labels, relations and attributes; each given once."""

    def __init__(self, scheme: SchemeDefinition) -> None:
        self.names: dict[str, dict[str, str]] = {"label": {}, "relation": {}, "attribute": {}}
        """For each kind of name: how it is stored."""
        wanted = (
            ("label", [label.name for label in scheme.labels]),
            ("relation", [relation.name for relation in scheme.relations]),
            ("attribute", [item.name for label in scheme.labels for item in label.attributes]),
        )
        for kind, names in wanted:  # those that can stay as they are have the first choice
            for name in sorted(names, key=lambda name: not _STORED.fullmatch(name)):
                self._stored(kind, name)

    def label(self, name: str) -> str:
        """How a label is stored."""
        return self._stored("label", name)

    def relation(self, name: str) -> str:
        """How a relation type is stored."""
        return self._stored("relation", name)

    def attribute(self, name: str) -> str:
        """How an attribute is stored."""
        return self._stored("attribute", name)

    def _stored(self, kind: str, name: str) -> str:
        given = self.names[kind]
        if name not in given:
            base = "_".join(_STORED.findall(name)) or kind
            taken, number, stored = set(given.values()), 2, base
            while stored in taken:
                stored, number = f"{base}_{number}", number + 1
            given[name] = stored
        return given[name]


def annotation_conf(scheme: SchemeDefinition, types: Types) -> str:
    """The types that may be annotated."""
    lines = [
        *_replaced(types),
        "[entities]",
        *types.names["label"].values(),
        "",
        "[relations]",
        "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
        *_relations(scheme, types),
        "",
        "[events]",
        "",
        "[attributes]",
        *_attributes(scheme, types),
    ]
    return "".join(f"{line}\n" for line in lines)


def visual_conf(scheme: SchemeDefinition, types: Types) -> str:
    """How the types are called on the screen, and their colours."""
    lines = ["[labels]"]
    for kind, items in (("label", scheme.labels), ("relation", scheme.relations)):
        lines += [f"{types.names[kind][item.name]} | {_title(item.titles, item.name)}" for item in items]
    lines += ["", "[drawing]", "SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken"]
    lines += ["ARC_DEFAULT\tcolor:black, arrowHead:triangle-5", "ATTRIBUTE_DEFAULT\tglyph:*"]
    lines += [f"{types.label(item.name)}\tbgColor:{item.colour}" for item in scheme.labels]
    return "".join(f"{line}\n" for line in lines)


def read_replaced(conf: str) -> dict[str, dict[str, str]]:
    """For each kind of name, what the stored ones stand for, as an ``annotation.conf`` of ours says."""
    found: dict[str, dict[str, str]] = {"label": {}, "relation": {}, "attribute": {}}
    for line in conf.split("\n"):
        if (match := _REPLACED.fullmatch(line)) and match[3].strip():
            found[match[1]][match[2]] = match[3]
    return found


def _replaced(types: Types) -> Iterator[str]:
    for kind, names in types.names.items():
        for name, stored in names.items():
            if name != stored:
                yield f"# {kind} {stored} = {' '.join(name.split())}"


def _relations(scheme: SchemeDefinition, types: Types) -> Iterator[str]:
    defined = {item.name: item for item in scheme.relations}
    for name, stored in types.names["relation"].items():
        ends = [
            "|".join(types.label(label) for label in labels) or "<ENTITY>"
            for labels in ((defined[name].source, defined[name].target) if name in defined else ((), ()))
        ]
        yield f"{stored}\tArg1:{ends[0]}, Arg2:{ends[1]}"


def _attributes(scheme: SchemeDefinition, types: Types) -> Iterator[str]:
    carrying: dict[str, list[tuple[LabelDefinition, AttributeDefinition]]] = {}
    for label in scheme.labels:
        for item in label.attributes:
            carrying.setdefault(item.name, []).append((label, item))
    for name, stored in types.names["attribute"].items():
        found = carrying.get(name, [])
        labels = "|".join(types.label(label.name) for label, _ in found) or "<ENTITY>"
        values = _values(item for _, item in found)
        yield f"{stored}\tArg:{labels}" + (f", Value:{'|'.join(values)}" if values else "")


def _values(items: Iterable[AttributeDefinition]) -> list[str]:
    """What a choice may be, if brat can list all of it."""
    choices = list(dict.fromkeys(choice for item in items for choice in item.choices))
    return choices if all(map(_VALUE.fullmatch, choices)) else []


def _title(titles: dict[str, str], name: str) -> str:
    title = titles.get("ar") or titles.get("en") or name
    return " ".join(title.replace("|", " ").split())
