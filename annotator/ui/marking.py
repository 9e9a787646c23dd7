"""Marking all that is like something: finding the places in the background, writing those that are chosen."""

from collections.abc import Mapping
from pathlib import Path

import sqlite_utils
from msgspec import Struct
from msgspec.structs import replace

from annotator.core.errors import Phrase, UserError
from annotator.core.records import Annotation, Entity, Label
from annotator.core.schema import LabelSet
from annotator.exchange.lexica import spelling
from annotator.exchange.marking import Request, find_mentions
from annotator.store import queries
from annotator.store.quoting import quoted
from annotator.store.reading import reading
from annotator.suggest.history import History
from annotator.suggest.mentions import Mention, Sought, sought
from annotator.ui import phrases
from annotator.ui.models.concordance import Line
from annotator.ui.models.places import Usual
from annotator.ui.searching_project import LineMaker
from annotator.ui.streaming import MOST, Parts, Streaming
from annotator.ui.tasks import Watch


class Wanted(Struct, frozen=True):
    """What to look for."""

    request: Request
    finished: bool = False
    """Also in articles the reviewer is done with."""
    usual: bool = False
    """Whether the places get what the words are elsewhere under the label."""


class Before(Struct, frozen=True):
    """What is said of the same words in all layers of the project."""

    words: str
    history: History
    label_set: LabelSet

    @property
    def labels(self) -> Mapping[int, int]:
        """How often they carry each label, by its row id."""
        return self.history.labels(self.words)

    def usual(self, label_id: int) -> Usual:
        """The entity and the kind they most often have under a label."""
        entity_id, attributes = self.history.usual(self.words, label_id)
        return entity_id, self.label_set.fitting(label_id, attributes)


Found = list[tuple[Mention, Line]]
"""Some places, in order, each with how it is shown."""


class Outcome(Struct, frozen=True):
    """How looking ended."""

    finished: int = 0
    """Articles that were passed over because the reviewer is done with them."""
    more: bool = False
    """Whether there are more places than :data:`MOST`."""
    refused: UserError | None = None


class Gathering(Streaming):
    """Looks for mentions; ``delivered`` tells :data:`Before`, then :data:`Found`, ``ended`` the outcome."""

    def look_for(self, path: Path, wanted: Wanted, label_set: LabelSet) -> None:
        """Look in the project at a path."""
        self.begin(_Gather(path, wanted, label_set).run)


class _Gather:
    def __init__(self, path: Path, wanted: Wanted, label_set: LabelSet) -> None:
        self._path = path
        self._request = replace(wanted.request, done=True, outside=True)
        self._finished_too = wanted.finished
        self._usual = wanted.usual
        self._label_set = label_set
        self._passed_over: set[int] = set()

    def run(self, watch: Watch) -> Outcome:
        """Look in a worker."""
        parts = Parts(watch)
        try:
            with reading(self._path) as database:
                before = self._said_before(database, watch)
                if self._usual:
                    self._be_usual(before)
                watch.deliver(before)
                more = self._run(database, watch, parts)
        except UserError as error:
            parts.hand_over()
            return Outcome(len(self._passed_over), refused=error)
        parts.hand_over()
        return Outcome(len(self._passed_over), more)

    def _said_before(self, database: sqlite_utils.Database, watch: Watch) -> Before:
        known, words = History(spelling()), self._request.what.words
        key = known.key(words)
        for batch in quoted(database, lambda quote: known.key(quote) == key):
            if watch.cancelled():
                break
            for item in batch:
                known.add(item.quote, item.label_id, item.entity_id, item.attributes)
        return Before(words, known, self._label_set)

    def _be_usual(self, before: Before) -> None:
        what = self._request.what
        entity_id, attributes = before.usual(what.label_id)
        what = replace(what, entity_id=entity_id, attributes=attributes)
        self._request = replace(self._request, what=what)

    def _run(self, database: sqlite_utils.Database, watch: Watch, parts: Parts) -> bool:
        make = LineMaker(database)
        statuses: dict[int, bool] = {}
        for mention in find_mentions(self._path, self._request, watch.cancelled, watch.progress):
            if not self._finished_too and self._is_done(database, mention.document_id, statuses):
                self._passed_over.add(mention.document_id)
            elif parts.count == MOST:
                return True
            else:
                parts.add((mention, self._line(make, mention)))
        return False

    def _is_done(self, database: sqlite_utils.Database, document_id: int, statuses: dict[int, bool]) -> bool:
        if document_id not in statuses:
            layer = queries.layer(database, document_id, self._request.reviewer_id)
            statuses[document_id] = layer is not None and layer.status == "done"
        return statuses[document_id]

    def _line(self, make: LineMaker, mention: Mention) -> Line:
        name, right_to_left = make.article(mention.document_id)
        return Line(
            document_id=mention.document_id,
            name=name,
            span=mention.span,
            quote=mention.quote,
            before=mention.before,
            after=mention.after,
            right_to_left=right_to_left,
            label_id=mention.label_id,
            details=reason_of(mention.reason, self._label_set),
        )


def what_to_look_for(text: str, like: Annotation, label: Label, entity: Entity | None) -> Sought:
    """What is like an annotation of a text; with another label, nothing but the words is known."""
    if like.label_id != label.id:
        return sought(text, replace(like, label_id=label.id, entity_id=None, attributes={}))
    return sought(text, like, entity)


def reason_of(reason: Phrase, label_set: LabelSet) -> str:
    """A reason in the window's language, with labels called what the screen calls them."""
    labels = label_set.label_by_name
    values = {
        name: labels[value].title(phrases.language())
        if name in ("label", "other") and isinstance(value, str) and value in labels
        else value
        for name, value in reason.values.items()
    }
    return phrases.sentence_of(Phrase(reason.key, **values))
