"""UIMA CAS as XMI: an XML element for each feature structure, in the namespace its package makes.

The type system stands beside it in ``TypeSystem.xml``. Without one, references are known by their names.
"""

import math
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from annotator.core.errors import UserError
from annotator.formats.markup import local_name
from annotator.formats.uima.cas import (
    ANNOTATION,
    BOOLEAN,
    FRACTIONS,
    INTEGER,
    SOFA,
    STRING,
    WHOLE_NUMBERS,
    Cas,
    Feature,
    Ref,
    Structure,
    Types,
    short,
    whole,
)
from annotator.formats.xml_text import attribute, content, small_tree

XMI = "http://www.omg.org/XMI"
TYPE_SYSTEM = "TypeSystem.xml"
_ID = f"{{{XMI}}}id"
_NO_PACKAGE = "uima.noNamespace."
_LISTS = ("uima.cas.FSArray", "uima.cas.FSList", "uima.cas.NonEmptyFSList")
_REFERENCES = frozenset(
    {"sofa", "Governor", "Dependent", "source", "target", "first", "next", "head", "tail", "links"}
)
_BUILT_IN = {
    ANNOTATION: {"begin": INTEGER, "end": INTEGER, "sofa": SOFA},
    "uima.cas.AnnotationBase": {"sofa": SOFA},
    "uima.cas.FSArray": {"elements": "uima.cas.FSArray"},
    "uima.cas.NonEmptyFSList": {"head": "uima.cas.TOP", "tail": "uima.cas.TOP"},
}


def read_types(data: bytes, name: str) -> Types:
    """The types in a type system descriptor.

    Raises:
        UserError: it is not XML.
    """
    types = Types()
    for element in small_tree(data, name).iter():
        if local_name(element) == "typeDescription":
            features = {
                _child(item, "name"): _child(item, "rangeTypeName")
                for item in element.iter()
                if local_name(item) == "featureDescription"
            }
            types.define(_child(element, "name"), _child(element, "supertypeName"), features)
    return types


def read_xmi(data: bytes, name: str, types: Types | None) -> Cas:
    """What an XMI file holds; ``types`` is ``None`` where there is no type system.

    Raises:
        UserError: it is no XMI.
    """
    root = small_tree(data, name)
    if root.tag != f"{{{XMI}}}XMI":
        raise UserError("{file} is not UIMA XMI: its root is <{root}>.", file=name, root=local_name(root))
    known = types or Types()
    for built_in, features in _BUILT_IN.items():
        known.features.setdefault(built_in, {}).update(features)
    cas = Cas(known, {}, {})
    for element in root:
        kind = _type_name(element)
        key = element.get(_ID, "")
        if kind == SOFA:
            cas.texts[key] = (element.get("sofaID", ""), element.get("sofaString", ""))
        elif kind not in ("uima.cas.NULL", "uima.cas.View"):
            if key in cas.structures or not key:
                raise UserError("{file}: the id “{id}” is given twice, or missing.", file=name, id=key)
            cas.structures[key] = Structure(key, kind, dict(_features(element, kind, known)))
    return cas


def _type_name(element: Element) -> str:
    namespace, _, name = str(element.tag).removeprefix("{").rpartition("}")
    package = namespace.removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
    return f"{package}.{name}".removeprefix(_NO_PACKAGE) if package else name


def _features(element: Element, kind: str, types: Types) -> Iterator[tuple[str, Feature]]:
    for name, value in element.attrib.items():
        if not name.startswith("{"):
            known = types.range(kind, name)
            defined = known or kind in types.supertypes
            yield name, _feature(value, known, types) if defined else _guessed(name, value)
    several: dict[str, list[str]] = {}
    for child in element:
        several.setdefault(local_name(child), []).append(child.text or "")
    for name, texts in several.items():
        yield name, tuple(texts)


def _guessed(name: str, value: str) -> Feature:
    """A value of which nothing is known but what its name lets expect."""
    ids = value.split()
    if name not in _REFERENCES or not ids or not all(map(str.isdigit, ids)):
        return value
    return tuple(map(Ref, ids)) if name == "links" or len(ids) > 1 else Ref(ids[0])


def _feature(value: str, kind: str, types: Types) -> Feature:
    """A value as its type says it is meant."""
    if kind in WHOLE_NUMBERS:
        number = whole(value)
        return value if number is None else number
    if kind in FRACTIONS:
        return _fraction(value)
    if not kind or kind == BOOLEAN or types.is_a(kind, STRING):
        return value
    if kind in _LISTS or kind.endswith("[]"):
        return tuple(map(Ref, value.split()))
    if kind.startswith("uima.cas.") and kind.endswith(("Array", "List")):
        return tuple(value.split())
    return Ref(value)


def _fraction(value: str) -> Feature:
    try:
        number = float(value)
    except ValueError:
        return value
    if not math.isfinite(number):
        return value
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def _child(element: Element, name: str) -> str:
    return next(((item.text or "").strip() for item in element if local_name(item) == name), "")


def write_types(types: Types) -> bytes:
    """A type system descriptor."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>',
    ]
    for name, supertype in types.supertypes.items():
        lines.append(
            f"<typeDescription><name>{name}</name><description/>"
            f"<supertypeName>{supertype}</supertypeName><features>"
        )
        lines += [
            f"<featureDescription><name>{feature}</name><description/>"
            f"<rangeTypeName>{kind}</rangeTypeName></featureDescription>"
            for feature, kind in types.features[name].items()
        ]
        lines.append("</features></typeDescription>")
    return "\n".join([*lines, "</types></typeSystemDescription>", ""]).encode()


def write_xmi(structures: Iterable[Structure], sofa: Structure) -> bytes:
    """An XMI file of structures whose text is in the sofa; all are in its one view."""
    items = list(structures)
    packages = list(dict.fromkeys(_package(item.type) for item in items))
    prefixes = {package: f"t{number}" for number, package in enumerate(packages, 1)}
    spaces = "".join(
        f' xmlns:{prefix}="http:///{package.replace(".", "/")}.ecore"' for package, prefix in prefixes.items()
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xmi:XMI xmlns:xmi="{XMI}" xmlns:cas="http:///uima/cas.ecore"{spaces} xmi:version="2.0">',
        '<cas:NULL xmi:id="0"/>',
        *(_element(f"{prefixes[_package(item.type)]}:{short(item.type)}", item) for item in items),
        _element("cas:Sofa", sofa),
        f'<cas:View sofa="{sofa.id}" members="{" ".join(item.id for item in items)}"/>',
        "</xmi:XMI>",
        "",
    ]
    return "\n".join(lines).encode()


def _package(name: str) -> str:
    return name.rpartition(".")[0] or _NO_PACKAGE.rstrip(".")


def _element(tag: str, item: Structure) -> str:
    attributes = [f'xmi:id="{item.id}"']
    children = ""
    for name, value in item.features.items():
        if isinstance(value, Ref):
            attributes.append(f'{name}="{value.id}"')
        elif isinstance(value, tuple):
            children += "".join(f"<{name}>{content(str(part))}</{name}>" for part in value)
        else:
            attributes.append(f"{name}={attribute(value)}")
    opening = f"<{tag} {' '.join(attributes)}"
    return f"{opening}>{children}</{tag}>" if children else f"{opening}/>"
