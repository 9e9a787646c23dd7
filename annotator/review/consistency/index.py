"""The facts of all documents together, kept in step document by document; findings follow from them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from msgspec.structs import replace

from annotator.core.schema import LabelSet
from annotator.review.consistency.facts import NOTHING, DocumentFacts, Sentence, checksum
from annotator.review.consistency.forms import Words, first_words, is_sought, tokens
from annotator.review.consistency.looking import look
from annotator.review.consistency.matching import Strings
from annotator.review.consistency.rules import OF_FORMS, RULES, Group, GroupKey

_RULES: Final = {rule.name: rule for rule in RULES}
K = TypeVar("K")
V = TypeVar("V")


class Index:
    """What is known of the documents that somebody has begun to annotate.

    Each is put in with :meth:`put`; then those that :meth:`stale` names are read with :meth:`scan`, and
    :meth:`settle` says which groups of findings have changed by it. What comes out depends on what is in the
    documents alone, not on the order in which they came.
    """

    def __init__(self, label_set: LabelSet, without_title: Callable[[str], str] = str) -> None:
        self.label_set: Final = label_set
        self.facts: dict[int, DocumentFacts] = {}
        self.counts: dict[str, Counter[int]] = {}
        """How often each form has each label, by row id."""
        self.holders: dict[str, tuple[int, ...]] = {}
        """The documents in which a form is marked."""
        self.dressed_in: dict[str, tuple[int, ...]] = {}
        """Those in which punctuation is marked with it."""
        self.loose_in: dict[str, tuple[int, ...]] = {}
        """The documents in which a form stands without being marked, or otherwise."""
        self.told_in: dict[int, tuple[int, ...]] = {}
        """The documents in which a sentence stands."""
        self.groups: dict[GroupKey, Group] = {}
        self._without_title = without_title
        """A name without the title before it."""
        self._strings = Strings()
        self._wider: dict[str, Counter[str]] = {}
        """Of each form, those that would move its boundaries."""
        self._added: set[str] = set()
        """Forms sought since :meth:`stale` was asked last."""
        self._stale: dict[int, None] = {}
        self._dirty: set[GroupKey] = set()

    # ---- going in ------------------------------------------------------------------------------

    def put(self, facts: DocumentFacts) -> None:
        """Know a document, or know it anew."""
        before = self.facts.get(facts.document_id)
        if before is not None:
            facts = replace(facts, loose=before.loose)
        self._exchange(before, facts)
        self._stale[facts.document_id] = None

    def drop(self, document_id: int) -> None:
        """Forget a document, if it is known."""
        before = self.facts.get(document_id)
        if before is not None:
            self._exchange(before, None)
            self._stale.pop(document_id, None)

    def stale(self) -> list[int]:
        """The documents whose texts must be looked through (again)."""
        while (form := self.unsought()) is not None:
            self.seek(form)
        return list(self._stale)

    def unsought(self) -> str | None:
        """A form that :meth:`seek` is to be told of before :meth:`stale` knows, if there is one."""
        if len(self._stale) == len(self.facts):
            self._added.clear()
        return next(iter(self._added), None)

    def seek(self, form: str, among: Iterable[int] | None = None) -> None:
        """Find the documents that may hold a form; ``among`` are all that do and others, ``None`` for any."""
        self._added.discard(form)
        first, *rest = tokens(form)
        begins, others = [*map(checksum, first_words(first))], [*map(checksum, rest)]
        seen = self.facts.keys() - self._stale.keys()
        for document_id in seen if among is None else seen.intersection(among):
            has_word = self.facts[document_id].has_word
            if all(map(has_word, others)) and any(map(has_word, begins)):
                self._stale[document_id] = None

    @property
    def stale_count(self) -> int:
        """How many documents must be looked through at least."""
        return len(self._stale) + bool(self._added)

    def scan(self, document_id: int, words: Words) -> None:
        """Find what is marked elsewhere in the text of a document that is known."""
        before = self.facts[document_id]
        loose = look(before, words.text, list(self._strings.find(words)), self._without_title)
        self._exchange(before, replace(before, loose=loose))
        self._stale.pop(document_id, None)

    # ---- coming out ----------------------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether :meth:`settle` has nothing more to say."""
        return not self._dirty

    def settle(self, most: int | None = None) -> dict[GroupKey, Group | None]:
        """The groups of findings that have changed since this was asked last; ``None`` for those gone.

        ``most``: how many are looked at; the others are the next time.
        """
        changed: dict[GroupKey, Group | None] = {}
        for _ in range(len(self._dirty) if most is None else min(most, len(self._dirty))):
            key = self._dirty.pop()
            group = _RULES[key[0]].derive(self, key)
            if group == self.groups.get(key):
                continue
            changed[key] = group
            if group is None:
                del self.groups[key]
            else:
                self.groups[key] = group
        return changed

    def sentences(self, key: int) -> list[tuple[int, Sentence]]:
        """Where the sentences of the same words stand: document and place."""
        documents = self.told_in.get(key, ())
        return [(number, one) for number in documents for one in self.facts[number].sentences[key]]

    # ---- inside --------------------------------------------------------------------------------

    def _exchange(self, before: DocumentFacts | None, after: DocumentFacts | None) -> None:
        old, new = before or NOTHING, after or NOTHING
        document_id = max(old.document_id, new.document_id)
        if after is None:
            del self.facts[document_id]
        else:
            self.facts[document_id] = after
        self._exchange_marks(document_id, old, new)
        self._exchange_loose(document_id, old, new)
        for key in _differing(old.sentences, new.sentences):
            _hold(self.told_in, key, document_id, holds=key in new.sentences)
            group = "twins", str(key)
            several = len(self.told_in.get(key, ())) > 1 or len(new.sentences.get(key, ())) > 1
            if several or group in self.groups:  # most stand once
                self._dirty.add(group)
        for rule in _differing(old.problems, new.problems):
            self._dirty.add((rule, str(document_id)))
        self._exchange_dismissals(document_id, old, new)

    def _exchange_marks(self, document_id: int, old: DocumentFacts, new: DocumentFacts) -> None:
        for form in _differing(old.marks, new.marks):
            _hold(self.holders, form, document_id, holds=form in new.marks)
            is_dressed = not all(mark.is_bare for mark in new.marks.get(form, ()))
            _hold(self.dressed_in, form, document_id, holds=is_dressed)
            labels = Counter(mark.label_id for mark in new.marks.get(form, ()))
            labels.subtract(mark.label_id for mark in old.marks.get(form, ()))
            self._count(form, labels)
        for form, label_id in _differing(old.elsewhere, new.elsewhere):
            key = form, label_id
            self._count(form, {label_id: new.elsewhere.get(key, 0) - old.elsewhere.get(key, 0)})

    def _count(self, form: str, changes: dict[int, int]) -> None:
        counts = self.counts.setdefault(form, Counter())
        was_known = bool(counts)
        for label_id, change in changes.items():
            counts[label_id] += change
            if not counts[label_id]:
                del counts[label_id]
        if bool(counts) != was_known and is_sought(form):
            self._seek(form, sought=bool(counts))
        if not counts:
            del self.counts[form]
        self._dirty |= {(rule, form) for rule in OF_FORMS}
        self._dirty |= {("boundaries", other) for other in self._wider.get(form, ())}

    def _seek(self, form: str, *, sought: bool) -> None:
        if sought:
            self._strings.add(form)
            self._added.add(form)
            return
        self._strings.remove(form)
        self._added.discard(form)
        self._stale |= dict.fromkeys(self.loose_in.get(form, ()))

    def _exchange_loose(self, document_id: int, old: DocumentFacts, new: DocumentFacts) -> None:
        for form in _differing(old.loose, new.loose):
            _hold(self.loose_in, form, document_id, holds=form in new.loose)
            for all_, step in ((old.loose.get(form, ()), -1), (new.loose.get(form, ()), 1)):
                for loose in all_:
                    if loose.over:
                        self._point(loose.over_form, form, step)
            self._dirty |= {("unmarked", form), ("boundaries", form)}

    def _point(self, narrow: str, wide: str, step: int) -> None:
        pointed = self._wider.setdefault(narrow, Counter())
        pointed[wide] += step
        if not pointed[wide]:
            del pointed[wide]
        if not pointed:
            del self._wider[narrow]

    def _exchange_dismissals(self, document_id: int, old: DocumentFacts, new: DocumentFacts) -> None:
        told = {rule for rule, _ in _differing(old.dismissals, new.dismissals)}
        for rule in RULES:
            if rule.dismissed_as not in told:
                continue
            keys: Iterable[str] = {
                "labels": new.marks,
                "boundaries": [*new.marks, *new.loose],
                "unmarked": new.loose,
                "twins": map(str, new.sentences),
            }.get(rule.name, (str(document_id),))
            self._dirty |= {(rule.name, key) for key in keys}


def _hold(holders: dict[K, tuple[int, ...]], key: K, document_id: int, *, holds: bool) -> None:
    """Note whether a document has something; sorted tuples, for most hold one document and must be small."""
    held = holders.get(key, ())
    place = bisect_left(held, document_id)
    is_held = place < len(held) and held[place] == document_id
    if holds and not is_held:
        holders[key] = (*held[:place], document_id, *held[place:])
    elif is_held and not holds:
        rest = held[:place] + held[place + 1 :]
        if rest:
            holders[key] = rest
        else:
            del holders[key]


def _differing(one: dict[K, V], other: dict[K, V]) -> list[K]:
    return [key for key in one.keys() | other.keys() if one.get(key) != other.get(key)]
