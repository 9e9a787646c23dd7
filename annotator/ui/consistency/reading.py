"""The index of facts, as a worker keeps it: a few documents at a time, each read once for each change."""

from collections.abc import Callable, Iterable
from pathlib import Path
from time import monotonic

import sqlite_utils
from msgspec import Struct

from annotator.core.errors import UserError
from annotator.core.schema import LabelSet
from annotator.review.consistency import Group, GroupKey, Index, Reading, Words, examine, tokens
from annotator.store import queries
from annotator.store.fingerprints import documents_of, documents_that_may_hold, fingerprints
from annotator.store.reading import reading
from annotator.ui.tasks import Watch

_SLICE = 0.02
"""Seconds a worker reads before the window gets to answer."""
_KEYS = 20
"""Groups of findings made between two looks at the clock."""
_PAGE = 100
"""Documents whose layers are compared with what is known of them at a time."""
_TOLD_EVERY = 1.5
"""Seconds between two times findings are made while much is being read; more, if making them takes long."""
_SHARE = 20
"""Making them may take one part in so many."""


class Part(Struct, frozen=True):
    """What came of one slice."""

    keeper: "Keeper"
    groups: dict[GroupKey, Group | None]
    """The groups of findings that have changed; ``None`` for those gone."""
    done: int
    total: int
    """Documents looked at, and to look at."""

    @property
    def complete(self) -> bool:
        """Whether the findings are those of the project as it was read last."""
        return self.done == self.total


class Keeper:
    """Keeps an index in step with a project. One slice runs at a time, in any thread."""

    def __init__(
        self,
        path: Path,
        reviewer_id: int,
        label_set: LabelSet,
        without_title: Callable[[str], str],
        *,
        others: bool = False,
    ) -> None:
        self.label_set = label_set
        self.others = others
        """Whether the layers of other reviewers are read for comparison."""
        self._path = path
        self._reviewer_id = reviewer_id
        self._index = Index(label_set, without_title)
        self._known: dict[int, str] = {}
        """By document, what its layers were like when they were read."""
        self._queue: dict[int, None] = {}
        self._page: int | None = 0
        """The last document whose layers were compared; ``None`` if none are to be."""
        self._met: set[int] = set()
        self._layers: set[int] = set()
        self._tell_at = 0.0
        """When findings are to be made next, while much is being read."""
        self._telling = False
        """Whether findings are being made, in this slice and the next."""
        self._took = 0.0
        self._stale: list[int] = []
        """Documents still to be looked through; those that were since the last change."""
        self._total = 0

    def compare_all(self) -> None:
        """Have all documents compared with what is known of them: anything may have changed."""
        self._page, self._met = 0, set()

    def read_again(self, documents: Iterable[int], layers: Iterable[int]) -> None:
        """Have documents and layers that have changed read again."""
        self._queue |= dict.fromkeys(documents)
        self._layers |= set(layers)

    def run(self, watch: Watch) -> Part:
        """One slice.

        Raises:
            UserError: the project cannot be read any more.
        """
        until = monotonic() + _SLICE
        left = 0
        with reading(self._path) as database:
            self._take_orders(database)
            while not self._telling:
                left = self._look_further(database)
                if not left or monotonic() >= until or watch.cancelled():
                    break
        is_over = not self._telling and not left
        self._telling = self._telling or is_over or until > self._tell_at
        groups = self._tell(until) if self._telling else {}
        return self._part(groups, left)

    def _look_further(self, database: sqlite_utils.Database) -> int:
        """Look at one more document, or at one more page of layers; how much is left to look at."""
        if self._page is not None:
            self._compare_page(database)
            return 1 + len(self._queue)
        if self._queue:
            self._read(database, next(iter(self._queue)))
            self._stale = []
            return 1 + len(self._queue) + self._index.stale_count
        if (form := self._index.unsought()) is not None:
            self._index.seek(form, documents_that_may_hold(database, max(tokens(form), key=len)))
            self._stale = []
            return 1 + self._index.stale_count
        if not self._stale:
            self._stale = self._index.stale()[::-1]
        if self._stale:
            self._scan(database, self._stale.pop())
        return self._index.stale_count

    def _tell(self, until: float) -> dict[GroupKey, Group | None]:
        """Make findings of what has been looked at, a few at a time."""
        groups: dict[GroupKey, Group | None] = {}
        while self._telling:
            begun = monotonic()
            groups |= self._index.settle(_KEYS)
            self._took += monotonic() - begun
            if self._index.is_settled:
                self._tell_at = monotonic() + max(_TOLD_EVERY, self._took * _SHARE)
                self._telling, self._took = False, 0.0
            elif monotonic() > until:
                break
        return groups

    def _part(self, groups: dict[GroupKey, Group | None], left: int) -> Part:
        """Each document counts twice: when it is read, and when its words are looked through."""
        to_read = len(self._queue) + (self._page is not None)
        left = max(left, to_read * 2 + self._index.stale_count, int(self._telling))
        if not left:
            self._total = 0
            return Part(self, groups, 0, 0)
        self._total = max(self._total, left)
        return Part(self, groups, self._total - left if self._page is None else 0, self._total)

    def _take_orders(self, database: sqlite_utils.Database) -> None:
        if self._layers:
            layers, self._layers = self._layers, set()
            self._queue |= dict.fromkeys(sorted(documents_of(database, sorted(layers))))

    def _compare_page(self, database: sqlite_utils.Database) -> None:
        found = fingerprints(database, self._reviewer_id, self._page or 0, _PAGE, others=self.others)
        self._met |= found.keys()
        for document_id, told in found.items():
            if self._known.get(document_id) != told:
                self._known[document_id] = told
                self._queue[document_id] = None
        self._page = max(found, default=None)
        if self._page is None:
            for document_id in self._known.keys() - self._met:
                self._queue[document_id] = None
            self._met = set()

    def _read(self, database: sqlite_utils.Database, document_id: int) -> None:
        del self._queue[document_id]
        read = read_layer(database, document_id, self._reviewer_id, others=self.others)
        if read is None:
            self._known.pop(document_id, None)
            self._index.drop(document_id)
            return
        self._known.setdefault(document_id, "")
        words = Words(read.text)
        self._index.put(examine(read, self.label_set, words))

    def _scan(self, database: sqlite_utils.Database, document_id: int) -> None:
        document = queries.document(database, document_id)
        try:
            text = queries.text(database, document.text_sha256) if document is not None else None
        except UserError:
            text = None  # told when someone opens it
        if text is None:
            self._index.drop(document_id)
        else:
            self._index.scan(document_id, Words(text))


def read_layer(
    database: sqlite_utils.Database, document_id: int, reviewer_id: int, *, others: bool = False
) -> Reading | None:
    """A reviewer's layer of a document, if there is one and the text can be read."""
    document = queries.document(database, document_id)
    layers = queries.layers(database, document_id) if document is not None else []
    of_people = [layer for layer in layers if layer.kind == "reviewer"]
    own = next((layer for layer in of_people if layer.reviewer_id == reviewer_id), None)
    if document is None or own is None:
        return None
    try:
        text = queries.text(database, document.text_sha256)
    except UserError:
        return None
    beside = [layer for layer in of_people if layer.id != own.id] if others else []
    return Reading(
        document_id,
        text,
        tuple(queries.annotations(database, own.id)),
        tuple(queries.relations(database, own.id)),
        tuple(queries.zones(database, own.id)),
        tuple(queries.dismissals(database, own.id)),
        tuple(item for layer in beside for item in queries.annotations(database, layer.id)),
    )
