"""Formats that train models on labels alone: the value of an attribute in the place of the label."""

from collections.abc import Collection
from typing import Any

from msgspec.structs import replace

from annotator.core.errors import Phrase, UserError
from annotator.core.schema import SchemeDefinition
from annotator.formats.bundle import Bundle, BundleAnnotation
from annotator.formats.format import Writing
from annotator.formats.losing import Loss
from annotator.formats.options import names_in, option


def label_by_option() -> Any:  # noqa: ANN401  # as option
    """The field ``label_by`` of a format's writing options."""
    return option(
        "",
        Phrase("Attribute in place of the label"),
        explanation=Phrase(
            "With kind, an actor of the kind person is written as person; without a kind it stays actor."
            " actor.kind is for one label alone; commas go between several."
        ),
    )


def labelled(bundle: Bundle, writing: Writing[Any]) -> Bundle:
    """The bundle with values in the place of labels, as ``label_by`` says; tells each label that goes.

    Of several attributes the first counts that an annotation has. Attributes stay beside the label, as far as
    the format holds any; ``beside_labels`` says which are left where it does not.

    Raises:
        UserError: no label has such an attribute.
    """
    names = names_in(writing.options.label_by)
    if not names:
        return bundle
    _refuse_unknown(names, writing.scheme)
    layer = bundle.layer
    if layer is None:
        return bundle
    annotations = []
    for item in layer.annotations:
        label = _label(item, names)
        if label != item.label:
            tell_other_label(item.label, label, bundle.document.name, writing)
        annotations.append(replace(item, label=label) if label != item.label else item)
    return replace(bundle, layer=replace(layer, annotations=tuple(annotations)))


def beside_labels(bundle: Bundle, options: Any) -> Bundle:  # noqa: ANN401  # of any format with ``label_by``
    """The bundle, its labels as they are, without the attributes that ``label_by`` puts in their place.

    These stand in the file, as labels; what a format without attributes loses are the others.
    """
    names, layer = names_in(options.label_by), bundle.layer
    if not names or layer is None:
        return bundle
    annotations = tuple(_without_written(item, names) for item in layer.annotations)
    return replace(bundle, layer=replace(layer, annotations=annotations))


def tell_other_label(label: str, written: str, document: str, writing: Writing[Any]) -> None:
    """Tell that something else is written than a label; ``document`` is the name of the article."""
    what = Phrase("{label} is written as {value}", label=label, value=written)
    writing.lost(Loss.LABELS, document, what)


def _label(item: BundleAnnotation, names: Collection[str]) -> str:
    attribute = _written(item, names)
    return item.label if attribute is None else str(item.attributes[attribute])


def _written(item: BundleAnnotation, names: Collection[str]) -> str | None:
    """The attribute whose value is written in the place of the label; ``None`` if the label stays."""
    for name in names:
        for attribute, value in item.attributes.items():
            if name in (attribute, f"{item.label}.{attribute}") and str(value).strip():
                return attribute
    return None


def _without_written(item: BundleAnnotation, names: Collection[str]) -> BundleAnnotation:
    written = _written(item, names)
    if written is None:
        return item
    left = {name: value for name, value in item.attributes.items() if name != written}
    return replace(item, attributes=left)


def _refuse_unknown(names: Collection[str], scheme: SchemeDefinition) -> None:
    known = {(label.name, item.name) for label in scheme.labels for item in label.attributes}
    there = {name for _, name in known} | {f"{label}.{name}" for label, name in known}
    for name in names:
        if name not in there:
            raise UserError(
                "No label has an attribute “{name}” to write in its place; there are: {known}.",
                name=name,
                known=", ".join(sorted(f"{label}.{name}" for label, name in known)) or Phrase("none"),
            )
