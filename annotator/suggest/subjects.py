"""Whose words are told: the actor or the noun phrase that is the subject of a verb of saying.

Conservative: where another reading is as good, there is no subject. Indexes count words of one list; offsets
are code points, ranges half-open.
"""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

import regex

from annotator.core.records import Span
from annotator.suggest.cues import Cue
from annotator.suggest.speech import Gender, Speech, key_of
from annotator.suggest.surroundings import Actor, Surroundings, Word
from annotator.text.graphemes import grapheme_ceil

_PAUSE = regex.compile(r"[،,؛;:.؟?!()«»\"“”„\n–—]|(?<=\s)-(?=\s)")
_STRONG_PAUSE = regex.compile(r"[:.؟?!؛;]")
_COMMA = regex.compile(r"[،,]")
_MOST_WORDS: Final = 9
"""A longer noun phrase was likely not understood."""
_QUOTE = regex.compile(r"[\"«“„‹»”]\s*\Z")
_NISBA: Final = ("ي", "ية", "يين", "يون", "يان")
_RELATIVE: Final = frozenset(("الذي", "التي", "الذين"))
_HAD: Final = frozenset(("كان", "كانت", "كانا", "كانوا", "قد"))
_CLAUSE: Final = frozenset(("ما", "عما", "مما", "بما", "اذا", "هل", *_HAD))
"""Words that begin another clause, and end a noun phrase."""
_WITH_ISSUER: Final = frozenset(("فقا", "وفقا", "طبقا"))
_SHORTEST: Final = 3
_IN: Final = "في"
_OF: Final = "من"
_AT: Final = "لدى"
_ATTACHED: Final = "بلك"
_PHYSICAL = regex.compile(r"\p{N}+")


Place = Literal["after", "before", "sentence", "last"]
"""Where it stands: after its verb, before it, as the subject of the sentence, or as who spoke last."""


class Subject(NamedTuple):
    """Who says something."""

    actors: tuple[Actor, ...] = ()
    words: Span | None = None
    """Who says it where that is not annotated."""
    after: int = 0
    """The index of the first word after it."""
    sure: float = 0.0
    anonymous: bool = False
    place: Place = "after"
    again: bool = False
    """It is a document or somebody named before: who that is stands further up."""

    @property
    def is_known(self) -> bool:
        """Whether it can be proposed."""
        return bool(self.actors) or self.words is not None


class Reader:
    """Looks for subjects among the words of one list."""

    def __init__(self, around: Surroundings, words: Sequence[Word], speech: Speech) -> None:
        self.around: Final = around
        self.words: Final = words
        self.speech: Final = speech

    def after(self, i: int, last: int, limit: int) -> Subject | None:
        """The subject that begins at a word, adverbs apart; before ``last``, its words before ``limit``."""
        i = self.skipped(i, last)
        if i >= last:
            return None
        actor = self.around.actor_at(self.words[i])
        if actor is not None and actor.end <= limit and self._begins(actor, self.words[i]):
            return self._joined(actor, last, limit)
        word = self.words[i]
        if _QUOTE.search(word.gap) or self.around.inside_another_claim(word.start, word.end):
            return None  # what is said already
        if word.key in self.speech.words["document"] and i + 1 < last and not self.words[i + 1].gap.strip():
            issued = self.words[i + 1].key in self.speech.words["issued"]
            return self.after(i + 1 + issued, last, limit)  # who issued it
        subject = self.phrase(i, last)
        if subject is not None and subject.after < last and self._tells_of_it(self.words[subject.after]):
            return self.after(subject.after + 1, last, limit)  # حصيلة أعلنتها الوزارة
        return subject

    def skipped(self, i: int, last: int) -> int:
        """The index of the first word that is no adverb, date or person spoken to."""
        words = self.speech.words
        while i < last:
            key = self.words[i].key
            if i and _STRONG_PAUSE.search(self.words[i].gap):
                return i
            if self.around.actor_at(self.words[i]) is not None and not self._is_press(key):
                return i
            if self.is_adverb(key) or key == "و":
                i += 1
            elif self._is_press(key):
                i += 1
                while i < last and self.words[i].key in (words["press"] | words["medium"]):
                    i += 1
            else:
                break
        return i

    def is_adverb(self, key: str) -> bool:
        """Whether a word may be skipped, alone or with a conjunction."""
        words = self.speech.words
        return (
            key in words["skip"]
            or key in words["month"]
            or key.lstrip("وف") in words["skip"]
            or _PHYSICAL.fullmatch(key) is not None
        )

    def phrase(self, i: int, last: int) -> Subject | None:
        """The noun phrase that begins at a word, if it surely is one and not annotated."""
        words, known = self.words, self.speech.words
        key = words[i].key
        if not self._may_begin(key):
            return None
        j = i + 1
        while j < last and not self._ends_before(i, j, last):
            j += 1
        while j - 1 > i and (words[j - 1].key in known["preposition"] or self.is_adverb(words[j - 1].key)):
            j -= 1
        if j - i > _MOST_WORDS or self._is_numbered(j, last):
            return None
        if any(self._joins(later.key) for later in words[i + 1 : j]):
            return None  # two speakers: where the one ends and the other begins, only a reader knows
        named = key.removeprefix("ال")
        if named in known["document"] and (j - i == 1 or words[i + 1].key in known["self"]):
            return Subject(after=j, again=True, sure=0.7)
        if key in known["unnamed"] and j - i == 1:
            return Subject(after=j, anonymous=True, sure=0.6)
        if key.startswith("ال") and (j - i == 1 or words[i + 1].key in known["self"]):
            met = self._met_before(named, words[i].start)
            if met is not None:
                return Subject((met,), after=j, sure=0.7)
        return Subject(words=Span(self._without_issuer(i), words[j - 1].end), after=j, sure=0.6)

    def before(self, cue: Cue) -> Subject | None:
        """The subject that stands before a verb."""
        words, known = self.words, self.speech.words
        k = cue.first - 1
        while k >= 0 and (self.is_adverb(words[k].key) or words[k].key in (*_RELATIVE, *_HAD)):
            k -= 1
        if k < 0 or _STRONG_PAUSE.search(words[k + 1].gap):
            return None
        if _COMMA.search(words[k + 1].gap):
            return self._interrupted(k)
        actor = self.around.actor_until(words[k])
        if actor is not None:
            i = self._index(actor.start)
            if words[i].start < actor.start and self.around.text[actor.start - 1] in _ATTACHED:
                return None
            if i and words[i - 1].key in known["preposition"]:
                return None
            sure = 0.85 if self._begins_clause(i) else 0.55
            return Subject((actor,), after=cue.after, sure=sure, place="before")
        start = k
        while start and not _PAUSE.search(words[start].gap) and k - start < _MOST_WORDS:
            before = words[start - 1].key
            if before in self.speech.that or before in _RELATIVE or before in known["connector"]:
                break
            start -= 1
        while start <= k and (self._is_connector(words[start].key) or self.is_adverb(words[start].key)):
            start += 1
        if start > k:
            return None
        phrase = self.phrase(start, k + 1)
        if phrase is None or phrase.after != k + 1:
            return None
        return phrase._replace(after=cue.after, place="before")

    def first_in(self, last: int, gender: Gender) -> Subject | None:
        """The subject of the sentence: the actor it begins with, or the one after its first word.

        ``gender`` is that of the verb whose subject is looked for; the first verb must have the same.
        """
        prepositions = self.speech.words["preposition"]
        i = next((j for j in range(1, min(6, last)) if _COMMA.search(self.words[j].gap)), 0)
        while i < last and (self._is_connector(self.words[i].key) or self.is_adverb(self.words[i].key)):
            i += 1
        for n in range(i, min(i + 2, last)):
            actor, key = self.around.actor_at(self.words[n]), self.words[n].key
            if key in prepositions:
                return None
            if actor is None:
                if self.around.actor_until(self.words[n]):
                    return None
                continue
            if n > i and gender and self.words[i].key.endswith("ت") != (gender == "f"):
                return None
            if self._begins(actor, self.words[n]):
                return Subject((actor,), after=last, sure=0.6, place="sentence")
        return None

    def _joined(self, actor: Actor, last: int, limit: int) -> Subject:
        """An actor with those that و joins to it."""
        actors = [actor]
        i = self._index_after(actor.end)
        while i < last:
            word = self.words[i]
            found = self.around.actor_at(word)
            joins = word.key.startswith("و") and found is not None and found.start > word.start
            if not joins or found is None or _PAUSE.search(word.gap) or found.end > limit:
                break
            actors.append(found)
            i = self._index_after(found.end)
        return Subject(tuple(actors), after=i, sure=0.9)

    def _begins(self, actor: Actor, word: Word) -> bool:
        """Whether nothing but ل or a conjunction stands before an actor in its word."""
        written = self.around.text[word.start : actor.start].replace("ـ", "")
        return written in ("", "و", "ف", "ل", "ول", "فل")

    def _without_issuer(self, i: int) -> int:
        """Where a noun phrase begins in its first word: after a ل that belongs to the cue before it."""
        word = self.words[i]
        begin = word.start
        before = self.words[i - 1].key.removeprefix("و").removeprefix("ال") if i else ""
        issued = before in _WITH_ISSUER or before in self.speech.words["document"]
        if issued and word.key.startswith("ل") and len(word.key) > _SHORTEST:
            begin = grapheme_ceil(self.around.text, begin + 1)
        while self.around.text[begin] == "ـ":
            begin = grapheme_ceil(self.around.text, begin + 1)
        return begin

    def _may_begin(self, key: str) -> bool:
        known = self.speech.words
        return not (
            key in known["preposition"]
            or key in known["pronoun"]
            or key in known["clause"]
            or key in known["negation"]
            or key in known["subordinator"]
            or key in self.speech.that
            or key in self.speech.forms
            or key.startswith(("لل", "بال", "كال"))
            or key.lstrip("وف") in self.speech.that
            or (key[0] in "بل" and key[1:] in self.speech.that)
            or self._is_press(key)
            or len(key) < 2
        )

    def _ends_before(self, i: int, j: int, last: int) -> bool:
        """Whether a noun phrase that began at ``i`` ends before the word at ``j``."""
        word, known = self.words[j], self.speech.words
        key = word.key
        following = self.words[j + 1].key if j + 1 < last else ""
        if j - i > _MOST_WORDS or (_PAUSE.search(word.gap) and not self._in_brackets(j, last)):
            return True
        if key in self.speech.that or (key[0] in "بول" and key[1:] in self.speech.that):
            return True
        if key == _IN:
            return following.removeprefix("ال") in known["circumstance"]
        if key == _OF:
            return self.words[i].key not in known["source of"]
        if key == _AT:
            return False
        return (
            key in known["preposition"]
            or key in known["clause"]
            or key in known["negation"]
            or key in _RELATIVE
            or key in _CLAUSE
            or (self.is_adverb(key) and key not in ("الاول", "الثاني", "اول"))
            or key.startswith(("وال", "بال", "كال"))
            or self._is_press(key)
            or (self.around.text[word.start : word.start + 2] in ("وأ", "وإ") and not key.endswith(_NISBA))
            or any(
                form.tense in ("past", "present") or form.pronoun for form in self.speech.forms.get(key, ())
            )
        )

    def _is_numbered(self, j: int, last: int) -> bool:
        """Whether a number that is no date follows, which may belong to a name: ``القناة 12``."""
        if j >= last or not _PHYSICAL.fullmatch(self.words[j].key) or self.words[j].gap.strip():
            return False
        return j + 1 >= last or self.words[j + 1].key not in self.speech.words["month"]

    def _joins(self, key: str) -> bool:
        """Whether the first letter of a word surely is a conjunction."""
        whole = self.speech.words["whole"]
        if not whole or not key.startswith("و") or len(key) <= _SHORTEST or key in whole:
            return False
        if key.endswith(_NISBA):
            return False  # مسؤولين أميركيين وعراقيين
        return not key.startswith(tuple(word.removesuffix("ة") for word in whole if len(word) > _SHORTEST))

    def _tells_of_it(self, word: Word) -> bool:
        """Whether a verb of saying with a pronoun tells who says the noun phrase before it."""
        forms = self.speech.forms.get(word.key, ())
        return any(form.pronoun and form.tense in ("past", "present") for form in forms)

    def _in_brackets(self, j: int, last: int) -> bool:
        """Whether a bracket of a few words opens or closes before a word and that is all."""
        gap = self.words[j].gap.strip()
        if gap == "(":
            return any(")" in word.gap for word in self.words[j + 1 : min(j + 4, last)])
        return gap == ")" and any("(" in word.gap for word in self.words[max(j - 3, 0) : j])

    def _is_press(self, key: str) -> bool:
        """Whether it is the press that is spoken to: للصحافة, لوكالة, لرويترز."""
        press = self.speech.words["press"]
        if not key.startswith("ل") or len(key) <= _SHORTEST:
            return False
        if key.startswith("لل"):
            return key[2:] in press or "ال" + key[2:] in press
        return key[1:] in press

    def _met_before(self, named: str, before: int) -> Actor | None:
        """The last actor before an offset whose name begins with the noun."""
        text = self.around.text
        earlier = [actor for actor in self.around.actors if actor.end <= before]
        for actor in sorted(earlier, key=lambda actor: (-actor.start, actor.end)):
            first = text[actor.start : actor.end].split()[:1]
            if first and key_of(first[0]).removeprefix("ال") == named:
                return actor
        return None

    def _interrupted(self, k: int) -> Subject | None:
        """The subject of a verb that a comma divides from it: ``X، الذي …، قال``."""
        subject = self.first_in(k + 1, "")
        if subject is None:
            return None
        begins = self._index(subject.actors[0].start)
        return subject._replace(sure=0.55, place="before") if self._begins_clause(begins) else None

    def _begins_clause(self, i: int) -> bool:
        """Whether nothing but connectors and adverbs stands between a word and a pause before it."""
        while i:
            if _PAUSE.search(self.words[i].gap):
                return True
            key = self.words[i - 1].key
            if not (self._is_connector(key) or self.is_adverb(key)):
                return False
            i -= 1
        return True

    def _is_connector(self, key: str) -> bool:
        known = self.speech.words["connector"]
        return key in known or any(key in phrase.split() for phrase in known)

    def _index(self, offset: int) -> int:
        """The index of the word that holds an offset."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low

    def _index_after(self, offset: int) -> int:
        i = self._index(offset)
        while i < len(self.words) and self.words[i].start < offset:
            i += 1
        return i
