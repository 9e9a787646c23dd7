"""Searching all articles of a project.

Offsets are code points of the original text, half-open.
"""

from collections.abc import Callable, Iterator
from typing import Literal

import regex
import sqlite_utils
from msgspec import Struct

from annotator.core.records import Span, Status, Value
from annotator.store import queries
from annotator.store.search_index import question
from annotator.store.search_marks import Mark, marks, wants_marks, with_status
from annotator.store.search_needle import Finder, pattern_finder, words_finder
from annotator.store.texts import Batch, contents, count_and_batches, one_document
from annotator.text.folding import SEARCH, Fold
from annotator.text.graphemes import grapheme_ceil, grapheme_floor

Mode = Literal["folded", "exact", "regex"]
Comparison = Literal["=", "!=", "<", "<=", ">", ">=", "set", "unset"]

CONTEXT = 60
"""Code points of context a hit comes with, on each side."""

_AT_ONCE = 64
"""Texts that are read with one statement."""
_SHORT = 2
"""Needles up to so long are often in most texts, and the index has to gather much to name these."""


class Condition(Struct, frozen=True):
    """What an attribute of an annotation must be; ``set`` and ``unset`` take no value."""

    attribute: str
    comparison: Comparison
    value: Value = ""


class Query(Struct, frozen=True, kw_only=True):
    """What to look for. Without a needle, every annotation that fits the filters is a hit."""

    needle: str = ""
    mode: Mode = "folded"
    folds: Fold = SEARCH
    """What ``folded`` makes equal."""
    whole_word: bool = False
    """Only at word boundaries, with optional proclitics."""
    label_ids: tuple[int, ...] = ()
    """Only in annotations of these labels; none means everywhere."""
    reviewer_id: int | None = None
    """Whose layers the filters look at; everybody's if none. With a needle it restricts nothing by itself."""
    status: Status | None = None
    entity_id: int | None = None
    conditions: tuple[Condition, ...] = ()
    document_id: int | None = None
    """Only in this document."""


class Hit(Struct, frozen=True, kw_only=True):
    """One place where something was found, with its context as it is written."""

    document_id: int
    span: Span
    quote: str
    before: str
    """Up to :data:`CONTEXT` code points before it, cut at paragraphs; no cluster is cut."""
    after: str
    annotation_id: int | None = None
    """The annotation it lies in, where the query asked for one."""


_LINE_BREAK = regex.compile(r"[\n\r\u0085\u2028\u2029]")


def search(
    database: sqlite_utils.Database,
    query: Query,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Hit]:
    """The hits in the order of the documents and of their texts, as they are found.

    With a filter that looks at annotations a hit lies inside one that fits, and comes once for each. Between
    two hits no statement is left unread. ``progress`` is told the documents looked at and those to look at.

    Raises:
        UserError: the needle is no regular expression; or, while hits are read, an expression takes too long
            or a text is damaged.
    """
    finder = _finder(query) if query.needle else None
    if finder is None and not wants_marks(query):
        return iter(())
    return _search(database, query, finder, cancelled or (lambda: False), progress or (lambda *_: None))


def _finder(query: Query) -> Finder:
    if query.mode == "regex":
        return pattern_finder(query.needle, whole_word=query.whole_word)
    folds = Fold(0) if query.mode == "exact" else query.folds
    return words_finder(query.needle, folds, whole_word=query.whole_word)


def _search(
    database: sqlite_utils.Database,
    query: Query,
    finder: Finder | None,
    cancelled: Callable[[], bool],
    progress: Callable[[int, int], None],
) -> Iterator[Hit]:
    total, batches = _documents(database, query)
    for batch in batches:
        done = batch.passed - len(batch.documents)
        for start in range(0, len(batch.documents), _AT_ONCE):
            part = batch.documents[start : start + _AT_ONCE]
            wanted = _wanted(database, query, [row_id for row_id, _number, _text_sha256 in part])
            content = contents(
                database, (number for row_id, number, _text_sha256 in part if row_id in wanted)
            )
            for row_id, number, text_sha256 in part:
                if cancelled():
                    return
                if row_id in wanted and _may_hold(finder, content.get(number)):
                    text = queries.proved(content.get(number), text_sha256)
                    yield from _hits(row_id, text, finder, wanted[row_id])
                done += 1
                progress(done, total)
        if done < batch.passed or not batch.documents:
            progress(batch.passed, total)


def _may_hold(finder: Finder | None, content: bytes | None) -> bool:
    return finder is None or content is None or finder.may_be_in(content)


def _documents(database: sqlite_utils.Database, query: Query) -> tuple[int, Iterator[Batch]]:
    """How many documents are to be gone through, and which of these may hold a hit."""
    if query.document_id is not None:
        one = one_document(database, query.document_id)
        return 1, iter((Batch(one, 1),))
    asked = None
    if query.needle and query.mode != "regex":
        asked = question(database, query.needle, elided=query.whole_word, whole_word=query.whole_word)
    return count_and_batches(database, asked, late=len(query.needle) <= _SHORT and not query.whole_word)


def _wanted(
    database: sqlite_utils.Database, query: Query, document_ids: list[int]
) -> dict[int, list[Mark] | None]:
    """The documents to look at, each with the annotations to look in, or ``None`` for the whole text."""
    if wants_marks(query):
        return dict(marks(database, query, document_ids))
    if query.status is not None:
        return dict.fromkeys(with_status(database, query, document_ids))
    return dict.fromkeys(document_ids)


def _hits(document_id: int, text: str, finder: Finder | None, inside: list[Mark] | None) -> Iterator[Hit]:
    if finder is None:
        for mark in inside or ():
            if mark.span.end <= len(text):
                yield _hit(document_id, text, mark.span, mark.id)
        return
    for span in finder.find(text):
        if inside is None:
            yield _hit(document_id, text, span, None)
            continue
        for mark in inside:
            if mark.span.contains(span):
                yield _hit(document_id, text, span, mark.id)


def _hit(document_id: int, text: str, span: Span, annotation_id: int | None) -> Hit:
    first = grapheme_ceil(text, max(0, span.start - CONTEXT))
    last = grapheme_floor(text, min(len(text), span.end + CONTEXT))
    return Hit(
        document_id=document_id,
        span=span,
        quote=span.quote(text),
        before=_LINE_BREAK.split(text[first : span.start])[-1],
        after=_LINE_BREAK.split(text[span.end : max(last, span.end)], 1)[0],
        annotation_id=annotation_id,
    )
