"""What may stand in XML 1.0, and how it is written there so that a parser gives it back unchanged."""

import re
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from annotator.core.errors import Phrase, UserError
from annotator.formats.bundle import Bundle, BundleAnnotation
from annotator.formats.format import Writing
from annotator.formats.losing import Loss
from annotator.formats.markup import elements

CONTROL_IN_NOTE = Phrase("control characters of a note are replaced")
_MAX_ELEMENTS = 1_000_000
# Control characters but for tab and line ends, and two code points that are no characters.
_ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)
_CONTENT_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})


def small_tree(data: bytes, name: str) -> Element:
    """The root of an XML file that describes one document.

    Raises:
        UserError: as :func:`markup.tree`; or it has more elements than any document needs.
    """
    found: list[Element] = []
    for number, element in enumerate(elements(BytesIO(data), name)):
        if number >= _MAX_ELEMENTS:
            raise UserError("{file} has more than {limit} elements.", file=name, limit=f"{_MAX_ELEMENTS:,}")
        found[:] = [element]
    return found[0]  # the root ends last; an empty file is not well-formed


def legal(text: str) -> str:
    """A text with a space for each character that XML cannot hold; as long as it was."""
    return _ILLEGAL.sub(" ", text)


def attribute(value: object) -> str:
    """The value of an XML attribute, in quotation marks; a parser gives back its white space too."""
    return f'"{legal(str(value)).translate(_ESCAPES)}"'


def content(text: str) -> str:
    """Text between tags."""
    return legal(text).translate(_CONTENT_ESCAPES)


def with_legal_text(bundle: Bundle, writing: Writing[Any]) -> Bundle:
    """The bundle with spaces for what XML cannot hold, in its text and in what was said of it."""
    document = bundle.document
    text = legal(document.text)
    if text != document.text:
        writing.lost(Loss.TEXT, document.name, Phrase("control characters of the text become spaces"))
        bundle = replace(bundle, document=replace(document, text=text))
    if bundle.layer is None:
        return bundle
    annotations = tuple(_with_legal_text(item, text) for item in bundle.layer.annotations)
    for before, after in zip(bundle.layer.annotations, annotations, strict=True):
        if before.note != after.note:
            writing.lost(Loss.NOTES, document.name, CONTROL_IN_NOTE)
        if before.attributes != after.attributes:
            writing.lost(
                Loss.ATTRIBUTES, document.name, Phrase("control characters of a value become spaces")
            )
    return replace(bundle, layer=replace(bundle.layer, annotations=annotations))


def _with_legal_text(item: BundleAnnotation, text: str) -> BundleAnnotation:
    attributes = {
        name: legal(value) if isinstance(value, str) else value for name, value in item.attributes.items()
    }
    return replace(item, quote=text[item.start : item.end], note=legal(item.note), attributes=attributes)
