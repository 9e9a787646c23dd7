"""Mark all like this, over a whole project: finding the places, in a worker."""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import sqlite_utils
from msgspec import Struct

from annotator.core.conventions import NOT_THE_ARTICLE
from annotator.core.edits import rejected
from annotator.core.records import Document, Span
from annotator.core.schema import LabelSet
from annotator.exchange.lexica import history, name_words, spelling
from annotator.store import queries
from annotator.store.quoting import annotated_texts, quoted
from annotator.store.reading import reading
from annotator.store.search_index import candidates
from annotator.store.texts import documents_in_order
from annotator.suggest.history import History
from annotator.suggest.mentions import Finder, Mention, Sought, contexts

__all__ = ["Request", "find_mentions", "history", "spelling"]

_WITNESSES = 200
"""Annotations whose surroundings are looked at to tell one label from another."""


class Request(Struct, frozen=True, kw_only=True):
    """What to look for, and where."""

    what: Sought
    reviewer_id: int
    """In whose layers it would be marked."""
    document_id: int | None = None
    """Only in this document."""
    outside: bool = False
    """Also in the parts that are not the article; found there, they are not ticked."""
    done: bool = False
    """Also in documents this reviewer is done with."""


def find_mentions(
    path: Path,
    request: Request,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Mention]:
    """The places, in the order of the documents and of their texts, as they are found.

    ``progress`` is told the documents looked at and those to look at, about.

    Raises:
        UserError: the project cannot be read any more, or a text is damaged.
    """
    with reading(path) as database:
        finder = _finder(database, request, cancelled)
        if finder is None:
            return
        label_set = queries.label_set(database)
        total, documents = _documents(database, request, finder)
        for done, (document_id, text_sha256) in enumerate(documents, 1):
            if cancelled():
                return
            text = queries.text(database, text_sha256)
            if finder.may_be_in(text):
                yield from _in_document(database, request, finder, label_set, document_id, text)
            if progress is not None:
                progress(min(done, total), total)


def _documents(
    database: sqlite_utils.Database, request: Request, finder: Finder
) -> tuple[int, Iterator[tuple[int, str]]]:
    """How many documents may hold a mention, about, and which these are with the hashes of their texts."""
    if request.document_id is not None:
        found: Document | None = queries.document(database, request.document_id)
        return 1, iter(() if found is None else [(found.id, found.text_sha256)])
    numbers = _candidates(database, finder)
    total = queries.document_count(database) if numbers is None else len(numbers)
    return total, chain.from_iterable(documents_in_order(database, numbers))


def _candidates(database: sqlite_utils.Database, finder: Finder) -> set[int] | None:
    """The numbers of the texts that may hold a mention, from the index; ``None``: any may."""
    numbers: set[int] = set()
    for needle in finder.needles:
        found = candidates(database, needle, elided=True)
        if found is None:
            return None
        numbers |= found
    return numbers


def _finder(
    database: sqlite_utils.Database, request: Request, cancelled: Callable[[], bool]
) -> Finder | None:
    """What looks for the mentions, knowing what the same words are elsewhere; nothing if cancelled."""
    known, key = History(spelling()), spelling().key(request.what.words)
    witnesses: list[int] = []
    for batch in quoted(database, lambda quote: known.key(quote) == key):
        if cancelled():
            return None
        for item in batch:
            known.add(item.quote, item.label_id, item.entity_id, item.attributes)
            witnesses.append(item.annotation_id)
    several = len(known.labels(request.what.words)) > 1
    texts = annotated_texts(database, witnesses[-_WITNESSES:] if several else [])
    around = contexts(request.what, name_words(), texts)
    return Finder(request.what, name_words(), queries.label_set(database), known, around)


def _in_document(
    database: sqlite_utils.Database,
    request: Request,
    finder: Finder,
    label_set: LabelSet,
    document_id: int,
    text: str,
) -> Iterator[Mention]:
    layer = queries.layer(database, document_id, request.reviewer_id)
    if layer is None:
        yield from finder.mentions(document_id, text)
        return
    if layer.status == "done" and not request.done:
        return
    outside = _outside(database, layer.id, label_set)
    refused = rejected(queries.dismissals(database, layer.id))
    annotations = queries.annotations(database, layer.id)
    for mention in finder.mentions(document_id, text, annotations, outside, refused):
        if request.outside or not any(mention.span.overlaps(zone) for zone in outside):
            yield mention


def _outside(database: sqlite_utils.Database, layer_id: int, label_set: LabelSet) -> list[Span]:
    kinds = {kind.id for kind in label_set.zone_kinds if kind.name in NOT_THE_ARTICLE}
    return [zone.span for zone in queries.zones(database, layer_id) if zone.kind_id in kinds]
