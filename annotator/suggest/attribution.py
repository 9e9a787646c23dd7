"""Whom the sentences around a claim say it is from, by which of their words.

The nearest cue before the claim in its sentence is asked first, then those further off, then what follows
the claim. A cue reaches a claim when no other clause begins between them. Its subject is the actor or noun
phrase after the verb, else the one before it, else whoever spoke last.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import regex

from annotator.core.conventions import BY_ACTOR, BY_NOBODY_NAMED, BY_OUTLET
from annotator.core.errors import Phrase
from annotator.suggest.cues import Cue, cue_at, cues
from annotator.suggest.speech import Gender, Speech, key_of
from annotator.suggest.subjects import Reader, Subject
from annotator.suggest.surroundings import Actor, Surroundings, Word

_SENTENCES_BACK: Final = 8
_NEAR, _FAR, _FARTHEST = 3, 8, 14
_QUOTED = regex.compile(r"[\"«“„‹»”]\s*\Z")
_SET_OFF = regex.compile(r"[،,\"»”«“–—-]")
_COLON = ":"
_FROM: Final = "عن"
_RELATIVE: Final = frozenset(("الذي", "التي", "الذين"))


class Attribution(NamedTuple):
    """Whom a claim is from."""

    kind: str = ""
    subject: Subject = Subject()
    relays: tuple[Actor, ...] = ()
    cue: Cue | None = None
    sure: float = 0.0
    reasons: tuple[Phrase, ...] = ()


class Attributing:
    """Works out whom one claim is from."""

    def __init__(self, around: Surroundings, speech: Speech) -> None:
        self._around: Final = around
        self._speech: Final = speech
        self._head: Final = Reader(around, around.head, speech)
        self._tail: Final = Reader(around, around.tail, speech)
        self._starts: Final = around.sentence_starts()
        self._first: Final = self._starts[-1]

    def attribution(self) -> Attribution:
        """Whom the claim is from."""
        before, is_cut = self._before()
        behind = self._behind(is_alone=before is None or not before.sure)
        if before is not None and before.sure:
            return self._with_second(before, behind) if behind is not None else before
        if behind is not None:
            return behind
        if before is not None:
            return before
        titled = self._after_a_name()
        if titled is not None:
            return titled
        if self._around.quotation is not None:
            return Attribution()
        reason = Phrase("No word near it says that somebody says it")
        return Attribution(BY_OUTLET, sure=0.6 if is_cut else 0.65, reasons=(reason,))

    # --- before the claim ---

    def _before(self) -> tuple[Attribution | None, bool]:
        """What the cues before the claim in its sentence say, and whether another clause cuts them off."""
        around = self._around
        unknown = None
        found = cues(around.text, around.head, self._speech, self._first, len(around.head))
        for cue in reversed(found):
            if around.inside_another_claim(cue.start, cue.end):
                continue
            reach = self._reach(cue)
            if reach is None:
                continue
            if not reach:
                return unknown, True
            told = self._told(cue, reach)
            if told is not None and told.sure:
                return self._with_relay(told, found), False
            unknown = unknown or told
        return unknown, False

    def _reach(self, cue: Cue) -> float | None:
        """How surely a cue reaches the claim; 0 where another clause begins between, None if it is no cue."""
        target, last = self._target(cue)
        words = self._around.head
        begun = self._begun(cue, last, target)
        start = begun if begun is not None else cue.after
        between = [
            word
            for word in words[start:last]
            if not self._around.inside_another_claim(word.start, word.end)
            and not self._head.is_adverb(word.key)
        ]
        form = cue.form
        if begun is None:
            if form.tense == "noun" and form.pronoun:
                return None
            if form.needs_that and not _QUOTED.search(self._around.text[cue.end : target]):
                return None
            if form.tense in ("saying", "noun") and len(between) > (
                _NEAR if form.tense == "saying" else _FAR
            ):
                return None
            clauses = between[1:]
        else:
            clauses = between
        if any(self._breaks(word, begun is None) for word in clauses):
            return 0.0
        if form.kind in ("nobody", "outlet") and len(between) > _NEAR:
            return None
        count = len(between) if begun is not None else max(len(between) - 5, 0)
        if count <= _NEAR:
            return 1.0
        return 0.85 if count <= _FAR else 0.7 if count <= _FARTHEST else 0.0

    def _breaks(self, word: Word, needs_pause: bool) -> bool:  # noqa: FBT001
        known = self._speech.words["clause"]
        if word.key in known:
            return not needs_pause or bool(word.gap.strip()) or word.key.startswith("و")
        return False

    def _target(self, cue: Cue) -> tuple[int, int]:
        """Where what the cue tells of ends at the latest: the claim, or the quotation that holds it."""
        around = self._around
        quoted = around.quotation
        target = quoted[0] if quoted is not None and cue.end <= quoted[0] else around.claim.start
        last = around.index_at(target)
        return target, last

    def _begun(self, cue: Cue, last: int, target: int) -> int | None:
        """The index after the last أن, إن or colon between a cue and the claim."""
        words, text = self._around.head, self._around.text
        end = words[last - 1].end if last else 0
        if _COLON in text[end:target]:
            return last
        for j in range(last - 1, cue.after - 1, -1):
            if self._is_that(words[j].key):
                return j + 1
            if _COLON in words[j].gap:
                return j
        return None

    def _is_that(self, key: str) -> bool:
        that = self._speech.that
        return key in that or (key[0] in "بفو" and key[1:] in that)

    def _told(self, cue: Cue, reach: float) -> Attribution | None:
        form = cue.form
        if form.kind == "outlet":
            return Attribution(BY_OUTLET, cue=cue, sure=0.8, reasons=(Phrase("The article itself says so"),))
        if form.kind == "own":
            return None
        if form.kind == "nobody" or self._is_said_of_it(cue):
            reason = Phrase("“{cue}” does not tell who says it", cue=self._quote(cue))
            return Attribution(BY_NOBODY_NAMED, cue=cue, sure=0.75, reasons=(reason,))
        target, last = self._target(cue)
        subject, relays = self._subject(self._head, cue, self._subject_end(cue, last), target)
        if subject is None:
            return None if form.tense == "noun" else Attribution(cue=cue)
        return self._made(
            cue,
            subject,
            relays,
            subject.sure * reach,
            Phrase("“{cue}” stands before it", cue=self._quote(cue)),
        )

    def _is_said_of_it(self, cue: Cue) -> bool:
        """Whether it is said in passing what something is thought to be: ``التي يُعتقد أنها``."""
        words = self._around.head
        return (
            cue.form.kind == "believe"
            and cue.form.tense == "present"
            and cue.first > self._first
            and words[cue.first - 1].key in _RELATIVE
            and cue.after < len(words)
            and self._is_that(words[cue.after].key)
        )

    def _subject_end(self, cue: Cue, last: int) -> int:
        """The index of the first word that can be no part of the subject."""
        words = self._around.head
        for j in range(cue.after, last):
            if self._is_that(words[j].key) or _COLON in words[j].gap:
                return j
        return last

    def _made(
        self, cue: Cue, subject: Subject, relays: tuple[Actor, ...], sure: float, reason: Phrase
    ) -> Attribution:
        if subject.anonymous:
            return Attribution(BY_NOBODY_NAMED, subject, relays, cue, sure, (reason,))
        if not subject.is_known:
            return Attribution(cue=cue)
        return Attribution(BY_ACTOR, subject, relays, cue, sure, (reason,))

    # --- whose cue it is ---

    def _subject(
        self, reader: Reader, cue: Cue, last: int, limit: int
    ) -> tuple[Subject | None, tuple[Actor, ...]]:
        """Who says it by a cue, and who passes it on."""
        first = cue.after
        if cue.document:
            first, is_issued = self._issued(reader, first, last)
            subject = reader.after(first, last, limit) if first < last else None
            if subject is None and not is_issued:
                subject = self._before_in(reader, cue) or self._carried(reader, cue)
            return self._settled(reader, subject, cue), ()
        if cue.form.kind == "own" or (cue.form.tense == "noun" and cue.form.pronoun):
            return self._carried(reader, cue), ()
        if cue.form.tense == "noun" and reader.skipped(first, last) != first:
            return None, ()
        subject = reader.after(first, last, limit)
        if subject is not None and subject.words is not None and self._has_object(reader, cue, last):
            return None, ()  # where the one ends and the other begins, only a reader knows
        if cue.form.kind == "relay":
            origin = self._origin(reader, first, last, limit)
            if origin is not None:
                return origin, subject.actors if subject is not None else ()
        if cue.form.tense in ("noun", "phrase"):
            return self._settled(reader, subject, cue), ()
        if cue.form.tense == "saying":
            return self._carried(reader, cue), ()
        if subject is None and not cue.likened:
            subject = self._before_in(reader, cue) or self._on_a_platform(reader, cue, last)
        if subject is None:
            subject = self._carried(reader, cue)
        return self._settled(reader, subject, cue), ()

    def _has_object(self, reader: Reader, cue: Cue, last: int) -> bool:
        """Whether the noun phrase after a verb also holds whom it is told, or what it is about."""
        if cue.form.pronoun or cue.form.kind not in ("judge", "tell"):
            return False
        return cue.form.kind == "tell" or (last < len(reader.words) and self._is_that(reader.words[last].key))

    def _settled(self, reader: Reader, subject: Subject | None, cue: Cue) -> Subject | None:
        return self._carried(reader, cue) if subject is not None and subject.again else subject

    def _before_in(self, reader: Reader, cue: Cue) -> Subject | None:
        if reader is not self._head or cue.conjunction:
            return None
        return reader.before(cue, self._sentence_of(cue.first))

    def _sentence_of(self, index: int) -> int:
        return max(start for start in self._starts if start <= index)

    def _issued(self, reader: Reader, first: int, last: int) -> tuple[int, bool]:
        """Where the name of who issued a document begins, and whether it is said that somebody did."""
        words = reader.words
        for phrase in self._speech.words["issued"]:
            keys = phrase.split()
            if [word.key for word in words[first : first + len(keys)]] == keys and first + len(keys) <= last:
                return first + len(keys), True
        return first, False

    def _origin(self, reader: Reader, first: int, last: int, limit: int) -> Subject | None:
        """The subject after عن, of whom the subject of a verb of passing on has it."""
        for j in range(first, last - 1):
            if reader.words[j].key == _FROM:
                return reader.after(j + 1, last, limit)
        return None

    def _on_a_platform(self, reader: Reader, cue: Cue, last: int) -> Subject | None:
        """The actor right before أن or a colon, behind a circumstance that is sure to end there."""
        if last <= cue.after + 1:
            return None
        actor = self._around.actor_until(reader.words[last - 1])
        if actor is None:
            return None
        first = next((j for j in range(cue.after, last) if reader.words[j].end > actor.start), last)
        if first == cue.after or first == last:
            return None
        before = reader.words[first - 1].key
        ends = before in self._speech.words["platform"] or reader.is_adverb(before)
        return Subject((actor,), after=last, sure=0.7) if ends else None

    def _carried(self, reader: Reader, cue: Cue) -> Subject | None:
        """Whoever spoke last before a cue that names nobody."""
        around, gender = self._around, cue.form.gender
        if reader is self._tail:
            index, at = len(around.head), around.claim.start
        else:
            index, at = cue.first, cue.start
        first = self._sentence_of(min(index, max(self._starts)))
        for subject, other in self._speakers(first, index, nearest=True):
            if not _clash(gender, other):
                return subject._replace(sure=min(subject.sure, 0.75))
        is_first = reader is self._head and cue.first == first
        if not is_first and (cue.conjunction or cue.form.tense in ("saying", "phrase")):
            last = next((j for j in range(first, index) if around.head[j].end > at), index)
            feminine = None if not gender else gender == "f"
            subject_here = self._head.first_in(first, last, feminine)
            if subject_here is not None:
                return subject_here
        return self._carried_from_before(first, gender)

    def _carried_from_before(self, first: int, gender: Gender) -> Subject | None:
        around = self._around
        earlier = [start for start in self._starts if start < first][-_SENTENCES_BACK:]
        for start, end in reversed(list(pairwise([*earlier, first]))):
            begin, finish = around.head[start].start, around.head[end - 1].end
            for span, sources in around.said:
                if begin <= span.start < finish:
                    return Subject(sources, after=end, sure=0.75)
            speakers = list(self._speakers(start, end, nearest=False))
            if speakers:
                subject, other = speakers[0]
                return None if _clash(gender, other) else subject._replace(sure=min(subject.sure, 0.7))
        return None

    def _speakers(self, first: int, last: int, *, nearest: bool) -> Iterator[tuple[Subject, Gender]]:
        """Who is named as speaking in a range of words, with the gender of the verb."""
        around = self._around
        found = [
            cue
            for cue in cues(around.text, around.head, self._speech, first, last)
            if cue.form.tense not in ("noun", "saying")
            and not cue.form.needs_that
            and cue.form.kind not in ("nobody", "outlet", "own", "judge")
            and not around.inside_another_claim(cue.start, cue.end)
        ]
        for cue in reversed(found) if nearest else found:
            end = min(self._subject_end(cue, last), last)
            limit = around.head[last - 1].end
            if cue.document:
                begin, _ = self._issued(self._head, cue.after, end)
                subject = self._head.after(begin, end, limit) if begin < end else None
            else:
                subject = self._head.after(cue.after, end, limit)
                if cue.form.kind == "relay":
                    subject = self._origin(self._head, cue.after, end, limit) or subject
            if subject is None and cue.form.tense != "phrase" and not cue.conjunction:
                subject = self._head.before(cue, self._sentence_of(cue.first))
            if subject is not None and subject.is_known:
                yield subject, cue.form.gender
        if not found and any(
            cue.form.tense == "saying" for cue in cues(around.text, around.head, self._speech, first, last)
        ):
            subject = self._head.first_in(first, last, None)
            if subject is not None:
                yield subject, ""

    # --- after the claim ---

    def _behind(self, *, is_alone: bool) -> Attribution | None:
        """What the sentence says about the claim after it."""
        around = self._around
        words = around.tail
        _, end = around.sentence
        last = next((j for j, word in enumerate(words) if word.start >= end), len(words))
        for i in range(last if is_alone else min(last, 1)):
            cue = cue_at(around.text, words, self._speech, i, last)
            if cue is None:
                continue
            told = self._told_behind(cue, i, last)
            if told is not None or cue.form.tense != "noun":
                return told
        return None

    def _told_behind(self, cue: Cue, i: int, last: int) -> Attribution | None:
        form, words = cue.form, self._around.tail
        gap = words[i].gap
        if form.kind in ("according", "own", "said in") or cue.likened:
            if i and not _SET_OFF.search(gap):
                return None
        elif form.tense not in ("past", "present") or cue.conjunction or i or not _SET_OFF.search(gap):
            return None
        end = next((j for j in range(cue.after, last) if self._is_that(words[j].key)), last)
        if form.tense in ("past", "present") and not cue.likened and end < last:
            return None  # a clause of its own: …، قال فلان إن …
        limit = words[last - 1].end
        subject, relays = self._subject(self._tail, cue, end, limit)
        if subject is None:
            return Attribution(cue=cue)
        sure = subject.sure * (1.0 if not i else 0.75)
        return self._made(cue, subject, relays, sure, Phrase("“{cue}” stands after it", cue=self._quote(cue)))

    # --- together ---

    def _with_second(self, before: Attribution, behind: Attribution) -> Attribution:
        """Two that are named: the one after the claim says it too, or passes it on."""
        if before.kind != BY_ACTOR or not behind.sure or not behind.subject.actors:
            return before
        new = tuple(actor for actor in behind.subject.actors if actor not in before.subject.actors)
        reasons = before.reasons + behind.reasons
        if self._is_media(new):
            return before._replace(relays=before.relays + new, reasons=reasons)
        actors = before.subject.actors + new
        return before._replace(subject=before.subject._replace(actors=actors), reasons=reasons)

    def _with_relay(self, told: Attribution, found: Sequence[Cue]) -> Attribution:
        """With the newspaper that is named before it and has it from another."""
        cue = told.cue
        if cue is None or told.relays or not told.subject.is_known or self._is_media(told.subject.actors):
            return told
        for other in reversed(found):
            if other.first >= cue.first or other.form.tense not in ("past", "present"):
                continue
            subject = self._head.after(other.after, cue.first, cue.start)
            if subject is not None and self._is_media(subject.actors):
                return told._replace(relays=subject.actors)
        return told

    def _is_media(self, actors: tuple[Actor, ...]) -> bool:
        return bool(actors) and all(map(self._is_medium, actors))

    def _is_medium(self, actor: Actor) -> bool:
        named = self._around.text[actor.start : actor.end]
        known = self._speech.words["medium"]
        keys = [key_of(word) for word in named.split()]
        return keys[0] in known or " ".join(keys) in known or keys[-1] in known

    def _after_a_name(self) -> Attribution | None:
        """A headline that begins with who says it, and a colon."""
        around = self._around
        head = around.head
        target = around.quotation[0] if around.quotation is not None else around.claim.start
        last = around.index_at(target)
        if last <= self._first or _COLON not in around.text[head[last - 1].end : target]:
            return None
        actor = around.actor_until(head[last - 1])
        if actor is None or actor.start > head[self._first].end:
            return None
        reason = Phrase("A colon stands between the name and what is said")
        return Attribution(BY_ACTOR, Subject((actor,), sure=0.8), sure=0.8, reasons=(reason,))

    def _quote(self, cue: Cue) -> str:
        return self._around.text[cue.start : cue.end]


def _clash(one: Gender, other: Gender) -> bool:
    return bool(one) and bool(other) and one != other
