"""Who says something by a cue: the actor after it or before it, or whoever spoke last.

Indexes count words of one list; offsets are code points, ranges half-open.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from annotator.suggest.cues import Cue, cues
from annotator.suggest.speech import Gender, Speech
from annotator.suggest.subjects import Reader, Subject
from annotator.suggest.surroundings import Actor, Surroundings

_SENTENCES_BACK: Final = 8
_CUES: Final = 6
"""So many cues of one sentence are asked."""
_COLON: Final = ":"
_ADJECTIVES: Final = (
    "ي",
    "ية",
    "يون",
    "يين",
    "يان",
    "يات",
    "العام",
    "العامة",
    "الاعلى",
    "الاول",
    "السابق",
    "الجديد",
)
_FROM: Final = "عن"


class Sayers:
    """Finds who says something by the cues around one claim."""

    def __init__(self, around: Surroundings, speech: Speech) -> None:
        self._around: Final = around
        self._speech: Final = speech
        self.head: Final = Reader(around, around.head, speech)
        self.tail: Final = Reader(around, around.tail, speech)

    def is_that(self, key: str) -> bool:
        """Whether a word begins what is said, alone or with a proclitic."""
        that = self._speech.that
        return key in that or (key[0] in "بفو" and key[1:] in that)

    def subject_end(self, reader: Reader, cue: Cue, last: int) -> int:
        """The index of the first word that can be no part of the subject."""
        words = reader.words
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
        subject = None if cue.form.many else reader.after(first, last, limit)
        if subject is not None and subject.words is not None and self._has_object(reader, cue, subject, last):
            return None, ()  # where the one ends and the other begins, only a reader knows
        if cue.form.kind == "relay":
            origin = self._origin(reader, first, last, limit)
            if origin is not None:
                return origin, subject.actors if subject is not None else ()
            if any(word.key == _FROM for word in reader.words[first:last]):
                return None, ()  # of whom it has it is not understood
        if cue.form.tense in ("noun", "phrase"):
            return self._settled(reader, subject, cue), ()
        if cue.form.tense == "saying":
            return self._carried(reader, cue), ()
        if subject is None and not cue.likened:
            subject = self._before_in(reader, cue) or self._on_a_platform(reader, cue, last)
        if subject is None:
            subject = self._carried(reader, cue)
        return self._settled(reader, subject, cue), ()

    def _has_object(self, reader: Reader, cue: Cue, subject: Subject, last: int) -> bool:
        """Whether the noun phrase after a verb also holds whom it is told, or what it is about."""
        if cue.form.kind == "demand" and not cue.form.pronoun:
            first, *later = (word.key for word in reader.words[cue.after : subject.after])
            return first.startswith("ال") and any(  # المتحدث التعليق: no adjective, and no genitive
                key.startswith("ال") and not key.endswith(_ADJECTIVES) for key in later
            )
        if cue.form.pronoun or cue.form.kind not in ("judge", "tell"):
            return False
        return cue.form.kind == "tell" or (last < len(reader.words) and self.is_that(reader.words[last].key))

    def _settled(self, reader: Reader, subject: Subject | None, cue: Cue) -> Subject | None:
        return self._carried(reader, cue) if subject is not None and subject.again else subject

    def _before_in(self, reader: Reader, cue: Cue) -> Subject | None:
        return reader.before(cue) if reader is self.head and not cue.conjunction else None

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
        gender = cue.form.gender
        index = len(self.head.words) if reader is self.tail else cue.first
        for subject, other in self._speakers(self.head, index, nearest=True):
            if subject.is_known and not _clash(gender, other):
                return subject._replace(sure=min(subject.sure, 0.75), place="last")
        if index and (cue.conjunction or cue.form.tense in ("saying", "phrase")):
            subject_here = self.head.first_in(index, gender)
            if subject_here is not None:
                return subject_here
        return self._carried_from_before(gender)

    def _carried_from_before(self, gender: Gender) -> Subject | None:
        around = self._around
        for start, end in islice(around.earlier(), _SENTENCES_BACK):
            for span, sources in around.said:
                if start <= span.start < end:
                    return Subject(sources, sure=0.75, place="last")
            reader = Reader(around, around.words_in(start, end), self._speech)
            found = next(self._speakers(reader, len(reader.words), nearest=False), None)
            if found is not None:
                subject, other = found
                if not subject.is_known or _clash(gender, other):
                    return None
                return subject._replace(sure=min(subject.sure, 0.7), place="last")
        return None

    def _speakers(self, reader: Reader, last: int, *, nearest: bool) -> Iterator[tuple[Subject, Gender]]:
        """Who is named as speaking before a word of a sentence, with the gender of the verb.

        One that is not known comes where somebody speaks, and who it is cannot be told.
        """
        around, words = self._around, reader.words
        found = [
            cue
            for cue in cues(around.text, words, self._speech, 0, last)
            if not around.inside_another_claim(cue.start, cue.end)
        ]
        named = [cue for cue in found if _names_a_speaker(cue)]
        for cue in named[: -_CUES - 1 : -1] if nearest else named[:_CUES]:
            subject = self._speaker(reader, cue, last)
            if subject is not None and subject.is_known:
                yield subject, cue.form.gender
        if found and all(cue.form.tense == "saying" for cue in found):
            yield reader.first_in(last, "") or Subject(), ""

    def _speaker(self, reader: Reader, cue: Cue, last: int) -> Subject | None:
        end = self.subject_end(reader, cue, last)
        limit = reader.words[last - 1].end
        if cue.document:
            begin, _ = self._issued(reader, cue.after, end)
            return reader.after(begin, end, limit) if begin < end else None
        subject = None if cue.form.many else reader.after(cue.after, end, limit)
        if cue.form.kind == "relay":
            subject = self._origin(reader, cue.after, end, limit) or subject
        if subject is None and cue.form.tense != "phrase" and not cue.conjunction:
            subject = reader.before(cue)
        return subject


def _names_a_speaker(cue: Cue) -> bool:
    form = cue.form
    return (
        form.tense not in ("noun", "saying")
        and not form.needs_that
        and form.kind not in ("nobody", "outlet", "own")
        and not form.pronoun
    )


def _clash(one: Gender, other: Gender) -> bool:
    return bool(one) and bool(other) and one != other
