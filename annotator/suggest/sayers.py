"""Who says something by a cue: the actor after it or before it, or whoever spoke last.

Indexes count words of one list; offsets are code points, ranges half-open.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from annotator.suggest.cues import Cue, cues
from annotator.suggest.speech import Gender, Speech
from annotator.suggest.subjects import Reader, Subject
from annotator.suggest.surroundings import Actor, Surroundings

_SENTENCES_BACK: Final = 8
_COLON: Final = ":"
_FROM: Final = "عن"


class Sayers:
    """Finds who says something by the cues around one claim."""

    def __init__(self, around: Surroundings, speech: Speech) -> None:
        self._around: Final = around
        self._speech: Final = speech
        self.head: Final = Reader(around, around.head, speech)
        self.tail: Final = Reader(around, around.tail, speech)
        self._starts: Final = around.sentence_starts()
        self.first: Final = self._starts[-1]
        """The index of the first word of the sentence of the claim."""

    def is_that(self, key: str) -> bool:
        """Whether a word begins what is said, alone or with a proclitic."""
        that = self._speech.that
        return key in that or (key[0] in "بفو" and key[1:] in that)

    def subject_end(self, cue: Cue, last: int) -> int:
        """The index of the first word that can be no part of the subject."""
        words = self._around.head
        for j in range(cue.after, last):
            if self.is_that(words[j].key) or _COLON in words[j].gap:
                return j
        return last

    def of(self, reader: Reader, cue: Cue, last: int, limit: int) -> tuple[Subject | None, tuple[Actor, ...]]:
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
        return cue.form.kind == "tell" or (last < len(reader.words) and self.is_that(reader.words[last].key))

    def _settled(self, reader: Reader, subject: Subject | None, cue: Cue) -> Subject | None:
        return self._carried(reader, cue) if subject is not None and subject.again else subject

    def _before_in(self, reader: Reader, cue: Cue) -> Subject | None:
        if reader is not self.head or cue.conjunction:
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
        if reader is self.tail:
            index, at = len(around.head), around.claim.start
        else:
            index, at = cue.first, cue.start
        first = self._sentence_of(min(index, max(self._starts)))
        for subject, other in self._speakers(first, index, nearest=True):
            if not _clash(gender, other):
                return subject._replace(sure=min(subject.sure, 0.75), place="last")
        is_first = reader is self.head and cue.first == first
        if not is_first and (cue.conjunction or cue.form.tense in ("saying", "phrase")):
            last = next((j for j in range(first, index) if around.head[j].end > at), index)
            feminine = None if not gender else gender == "f"
            subject_here = self.head.first_in(first, last, feminine)
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
                    return Subject(sources, after=end, sure=0.75, place="last")
            speakers = list(self._speakers(start, end, nearest=False))
            if speakers:
                subject, other = speakers[0]
                if _clash(gender, other):
                    return None
                return subject._replace(sure=min(subject.sure, 0.7), place="last")
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
            end = min(self.subject_end(cue, last), last)
            limit = around.head[last - 1].end
            if cue.document:
                begin, _ = self._issued(self.head, cue.after, end)
                subject = self.head.after(begin, end, limit) if begin < end else None
            else:
                subject = self.head.after(cue.after, end, limit)
                if cue.form.kind == "relay":
                    subject = self._origin(self.head, cue.after, end, limit) or subject
            if subject is None and cue.form.tense != "phrase" and not cue.conjunction:
                subject = self.head.before(cue, self._sentence_of(cue.first))
            if subject is not None and subject.is_known:
                yield subject, cue.form.gender
        if not found and any(
            cue.form.tense == "saying" for cue in cues(around.text, around.head, self._speech, first, last)
        ):
            subject = self.head.first_in(first, last, None)
            if subject is not None:
                yield subject, ""


def _clash(one: Gender, other: Gender) -> bool:
    return bool(one) and bool(other) and one != other
