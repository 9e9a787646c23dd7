"""Which bundles of one import say the same as one of an earlier file of it.

A file that is given twice, or lies in two folders, is to be taken once. One file may hold two documents with
one text and the same annotations; so they are counted, and compared with those of other files alone.
"""

from collections import Counter
from hashlib import sha256

import msgspec

from annotator.core.records import Document
from annotator.exchange.drafting import is_uuid
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleLayer


class Repeats:
    """Remembers the layers that have come in, each by a hash; one for an import."""

    def __init__(self) -> None:
        self._documents: dict[bytes, list[tuple[int, Document]]] = {}
        """For each content the documents that have it, with the number of the file that brought them."""
        self._file = 0
        self._added: list[bytes] = []
        """Contents that the file in hand has brought."""
        self._met: Counter[bytes] = Counter()
        """How often the file in hand has had a content, so far."""

    def begin(self) -> None:
        """Another file begins."""
        self._file += 1
        self._added.clear()
        self._met.clear()

    def take_back(self) -> None:
        """Forget what the file in hand has brought."""
        for content in self._added:
            self._documents[content].pop()
        self._added.clear()

    def again(self, content: bytes | None) -> Document | None:
        """The document that has this already, from another file; to be asked once for each bundle."""
        if content is None:
            return None
        number, known = self._met[content], self._documents.get(content, [])
        self._met[content] += 1
        file, document = known[number] if number < len(known) else (self._file, None)
        return document if file != self._file else None

    def add(self, content: bytes | None, document: Document) -> None:
        """Note that a document has a content now."""
        if content is not None:
            self._documents.setdefault(content, []).append((self._file, document))
            self._added.append(content)


def content_of(bundle: Bundle, own: str) -> bytes | None:
    """What a bundle says of which text, whatever ids it has; ``own`` is the name of who imports.

    ``None`` where it says nothing of anybody.
    """
    layer = bundle.layer
    if layer is None:
        return None
    said = (bundle.document.text_sha256, layer.kind, layer.reviewers[0] or own, *_said(layer))
    return sha256(msgspec.json.encode(said)).digest()


def is_named(bundle: Bundle) -> bool:
    """Whether its document has an id that tells it apart from all others."""
    return is_uuid(bundle.document.uuid)


def _said(layer: BundleLayer) -> tuple[list[str], list[tuple[str, str, str]], list[tuple[int, int, str]]]:
    said = {item.uuid: _of_annotation(item) for item in layer.annotations}
    relations = [
        (item.type, said.get(item.source, ""), said.get(item.target, "")) for item in layer.relations
    ]
    zones = [(item.start, item.end, item.kind) for item in layer.zones]
    return sorted(said.values()), sorted(relations), sorted(zones)


def _of_annotation(item: BundleAnnotation) -> str:
    values = sorted(item.attributes.items())
    fields = (item.start, item.end, item.label, values, item.entity, item.note, item.reviewer)
    return msgspec.json.encode(fields).decode()
