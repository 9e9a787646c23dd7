"""UIMA CAS as JSON, in the form of version 0.4: types, feature structures and views in one object."""

from collections.abc import Iterable, Iterator
from typing import Any

from annotator.core.errors import UserError
from annotator.formats.json_lines import shown
from annotator.formats.json_records import to_line
from annotator.formats.uima.cas import (
    DOUBLE,
    INITIAL_VIEW,
    SOFA,
    Cas,
    Feature,
    Ref,
    Structure,
    Types,
)


def read_json(value: object, name: str) -> Cas:
    """What a JSON CAS holds.

    Raises:
        UserError: it is none, or of a shape that no version has.
    """
    if not isinstance(value, dict) or "%FEATURE_STRUCTURES" not in value:
        raise UserError("{file} is not a JSON CAS: it has no %FEATURE_STRUCTURES.", file=name)
    cas = Cas(_types(value.get("%TYPES")), {}, {})
    for key, item in _items(value["%FEATURE_STRUCTURES"], name):
        kind = item.get("%TYPE")
        if not isinstance(kind, str) or not key or key in cas.structures or key in cas.texts:
            raise UserError(
                "{file}: feature structure “{id}” has no type, or its id twice.", file=name, id=shown(key)
            )
        if kind == SOFA:
            view, text = item.get("sofaID"), item.get("sofaString")
            cas.texts[key] = (view if isinstance(view, str) else "", text if isinstance(text, str) else "")
        else:
            cas.structures[key] = Structure(key, kind, dict(_features(item)))
    return cas


def _types(value: object) -> Types:
    types = Types()
    for name, item in value.items() if isinstance(value, dict) else ():
        if isinstance(item, dict):
            features = {
                feature: str(about.get("%RANGE", ""))
                for feature, about in item.items()
                if isinstance(about, dict)
            }
            types.define(name, str(item.get("%SUPER_TYPE", "")), features)
    return types


def _items(value: object, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Feature structures with their ids: a list, or as older files have it, an object by id."""
    if isinstance(value, dict):
        pairs: Iterable[tuple[object, object]] = value.items()
    elif isinstance(value, list):
        pairs = ((item.get("%ID") if isinstance(item, dict) else None, item) for item in value)
    else:
        raise UserError("{file}: %FEATURE_STRUCTURES is no list.", file=name)
    for key, item in pairs:
        if not isinstance(item, dict):
            raise UserError("{file}: a feature structure is {found}.", file=name, found=shown(item))
        yield _id(key), item


def _id(value: object) -> str:
    return str(value)[:100] if type(value) in (int, str) else ""


def _features(item: dict[str, Any]) -> Iterator[tuple[str, Feature]]:
    for name, value in item.items():
        if name == "%ELEMENTS" and isinstance(value, list):
            strings = all(isinstance(part, str) for part in value)
            yield "elements", tuple(value) if strings else tuple(Ref(_id(part)) for part in value)
        elif name.startswith("@"):
            yield name[1:], Ref(_id(value))
        elif isinstance(value, bool):
            yield name.lstrip("#"), "true" if value else "false"
        elif isinstance(value, str | int | float) and not name.startswith(("%", "^")):
            yield name.lstrip("#"), value


def write_json(structures: Iterable[Structure], sofa: Structure, types: Types) -> bytes:
    """A JSON CAS of structures whose text is in the sofa; all are in its one view."""
    items = list(structures)
    value = {
        "%TYPES": {
            name: {
                "%NAME": name,
                "%SUPER_TYPE": supertype,
                **{
                    feature: {"%NAME": feature, "%RANGE": kind}
                    for feature, kind in types.features[name].items()
                },
            }
            for name, supertype in types.supertypes.items()
        },
        "%FEATURE_STRUCTURES": [_item(sofa, types), *(_item(item, types) for item in items)],
        "%VIEWS": {
            INITIAL_VIEW: {"%SOFA": int(sofa.id), "%MEMBERS": [int(item.id) for item in items]},
        },
    }
    return to_line(value)


def _item(item: Structure, types: Types) -> dict[str, object]:
    value: dict[str, object] = {"%ID": int(item.id), "%TYPE": item.type}
    for name, feature in item.features.items():
        if isinstance(feature, Ref):
            value[f"@{name}"] = int(feature.id)
        else:
            a_fraction = types.range(item.type, name) == DOUBLE and isinstance(feature, int)
            value[name] = float(feature) if a_fraction else feature  # type: ignore[arg-type]
    return value
