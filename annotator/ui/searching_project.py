"""Searching all articles, in the background: hits come in parts, the first as soon as there are any."""

from pathlib import Path

import sqlite_utils
from msgspec import Struct

from annotator.core.errors import UserError
from annotator.store import queries
from annotator.store.reading import reading
from annotator.store.search import Hit, Query, search
from annotator.ui.models.concordance import Line
from annotator.ui.models.documents import title_of
from annotator.ui.streaming import MOST, Parts, Streaming
from annotator.ui.tasks import Watch


class Outcome(Struct, frozen=True):
    """How a search ended."""

    more: bool = False
    """Whether there are more hits than :data:`MOST`."""
    refused: UserError | None = None


class ProjectSearching(Streaming):
    """Searches; ``delivered`` tells lines (``list[Line]``), ``ended`` an :class:`Outcome`."""

    def look_for(self, path: Path, query: Query) -> None:
        """Search the project at a path."""
        self.begin(_Search(path, query).run)


class _Search:
    def __init__(self, path: Path, query: Query) -> None:
        self._path = path
        self._query = query

    def run(self, watch: Watch) -> Outcome:
        """Search in a worker."""
        parts = Parts(watch)
        try:
            with reading(self._path) as database:
                more = self._run(database, watch, parts)
        except UserError as error:
            parts.hand_over()
            return Outcome(refused=error)
        parts.hand_over()
        return Outcome(more=more)

    def _run(self, database: sqlite_utils.Database, watch: Watch, parts: Parts) -> bool:
        make = LineMaker(database)
        for hit in search(database, self._query, watch.cancelled, watch.progress):
            if watch.cancelled() or parts.count == MOST:
                return not watch.cancelled()
            parts.add(make.line(hit))
        return False


class LineMaker:
    """Makes lines of a concordance of what is found; it reads each article's name once."""

    def __init__(self, database: sqlite_utils.Database) -> None:
        self._database = database
        self._document_id: int | None = None
        self._name = ""
        self._right_to_left = True

    def line(self, hit: Hit) -> Line:
        """A hit as a line, with the colour of the annotation it lies in."""
        name, right_to_left = self.article(hit.document_id)
        return Line(
            document_id=hit.document_id,
            name=name,
            span=hit.span,
            quote=hit.quote,
            before=hit.before,
            after=hit.after,
            right_to_left=right_to_left,
            annotation_id=hit.annotation_id,
            label_id=self._label_of(hit.annotation_id),
        )

    def article(self, document_id: int) -> tuple[str, bool]:
        """What the list calls an article, and whether it reads from right to left."""
        if document_id != self._document_id:
            summary = queries.summary(self._database, 0, document_id)
            self._document_id = document_id
            self._name = title_of(summary) if summary is not None else ""
            self._right_to_left = summary is None or summary.document.direction == "rtl"
        return self._name, self._right_to_left

    def _label_of(self, annotation_id: int | None) -> int | None:
        found = queries.annotation(self._database, annotation_id) if annotation_id is not None else None
        return found.label_id if found is not None else None
