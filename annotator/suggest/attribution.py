"""Whom the sentences around a claim say it is from, by which of their words.

The nearest cue before the claim in its sentence is asked first, then those further off, then what follows
the claim. A cue reaches a claim when no other clause begins between them. Its subject is the actor or noun
phrase after the verb, else the one before it, else whoever spoke last.
"""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

import regex

from annotator.core.conventions import BY_ACTOR, BY_NOBODY_NAMED, BY_OUTLET
from annotator.core.errors import Phrase
from annotator.suggest.cues import Cue, cue_at, cues
from annotator.suggest.sayers import Sayers
from annotator.suggest.speech import Speech, key_of
from annotator.suggest.subjects import Place, Subject
from annotator.suggest.surroundings import Actor, Surroundings, Word

_NEAR, _FAR, _FARTHEST = 3, 8, 14
_QUOTED = regex.compile(r"[\"«“„‹»”]\s*\Z")
_SET_OFF = regex.compile(r"[،,\"»”«“–—-]")
_COLON = ":"
_BESIDES: Final = "كما"
_CUES: Final = 12
"""So many cues before a claim are asked."""
_RELATIVE: Final = frozenset(("الذي", "التي", "الذين"))


class Attribution(NamedTuple):
    """Whom a claim is from."""

    kind: Literal["", "actor", "outlet", "anonymous"] = ""
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
        self._sayers: Final = Sayers(around, speech)

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
        if self._around.quotation is not None or self._is_after_a_colon():
            return Attribution()
        reason = Phrase("No word near it says that somebody says it")
        return Attribution(BY_OUTLET, sure=0.6 if is_cut else 0.65, reasons=(reason,))

    # --- before the claim ---

    def _before(self) -> tuple[Attribution | None, bool]:
        """What the cues before the claim in its sentence say, and whether another clause cuts them off."""
        around = self._around
        unknown = None
        found = cues(around.text, around.head, self._speech, 0, len(around.head))[-_CUES:]
        for cue in reversed(found):
            if around.inside_another_claim(cue.start, cue.end):
                continue
            reach = self._reach(cue)
            if reach is None or self._belongs_to_a_relay(cue, found):
                continue
            if not reach:
                return unknown, True
            if cue.negated and cue.form.kind != "deny":
                return Attribution(), False
            told = self._told(cue, reach)
            if told is not None and told.sure:
                return self._with_relay(told, found), False
            unknown = unknown or told
        return unknown, False

    def _belongs_to_a_relay(self, cue: Cue, found: Sequence[Cue]) -> bool:
        """Whether it only goes on with what a verb of passing on began: ``نقلت … عن … قوله إن``."""
        if cue.form.tense != "noun" or not cue.form.pronoun:
            return False
        before = [other for other in found if other.first < cue.first]
        return bool(before) and before[-1].form.kind == "relay"

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
            and not self._sayers.head.is_adverb(word.key)
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
            if any(word.key == _BESIDES for word in between):
                return None  # what the verb is about ends there, and what is told goes on
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
            if self._sayers.is_that(words[j].key):
                return j + 1
            if _COLON in words[j].gap:
                return j
        return None

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
        subject, relays = self._sayers.of(
            self._sayers.head, cue, self._sayers.subject_end(self._sayers.head, cue, last), target
        )
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
            and cue.first > 0
            and words[cue.first - 1].key in _RELATIVE
            and cue.after < len(words)
            and self._sayers.is_that(words[cue.after].key)
        )

    def _made(
        self, cue: Cue, subject: Subject, relays: tuple[Actor, ...], sure: float, reason: Phrase
    ) -> Attribution:
        if subject.anonymous:
            return Attribution(BY_NOBODY_NAMED, subject, relays, cue, sure, (reason,))
        if not subject.is_known:
            return Attribution(cue=cue)
        where = _where(subject.place, self._name(subject))
        return Attribution(BY_ACTOR, subject, relays, cue, sure, (reason, where))

    # --- after the claim ---

    def _behind(self, *, is_alone: bool) -> Attribution | None:
        """What the sentence says about the claim after it."""
        around = self._around
        words = around.tail
        last = len(words)
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
        end = next((j for j in range(cue.after, last) if self._sayers.is_that(words[j].key)), last)
        if form.tense in ("past", "present") and not cue.likened and end < last:
            return None  # a clause of its own: …، قال فلان إن …
        limit = words[last - 1].end
        subject, relays = self._sayers.of(self._sayers.tail, cue, end, limit)
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
        if self._is_media(new):
            return before._replace(relays=before.relays + new)
        actors = before.subject.actors + new
        return before._replace(
            subject=before.subject._replace(actors=actors), reasons=before.reasons + behind.reasons
        )

    def _with_relay(self, told: Attribution, found: Sequence[Cue]) -> Attribution:
        """With the newspaper that is named before it and has it from another."""
        cue = told.cue
        if cue is None or told.relays or not told.subject.is_known or self._is_media(told.subject.actors):
            return told
        for other in reversed(found):
            if other.first >= cue.first or other.form.tense not in ("past", "present"):
                continue
            subject = self._sayers.head.after(other.after, cue.first, cue.start)
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
        if not last or _COLON not in around.text[head[last - 1].end : target]:
            return None
        actor = around.actor_until(head[last - 1])
        if actor is None or actor.start > head[0].end:
            return None
        reason = Phrase("A colon stands between the name and what is said")
        return Attribution(BY_ACTOR, Subject((actor,), sure=0.8), sure=0.8, reasons=(reason,))

    def _is_after_a_colon(self) -> bool:
        """Whether a colon right before the claim says that somebody says it, whoever that is.

        It does not after where a report comes from: ``إيلاف من لندن:``.
        """
        around, prepositions = self._around, self._speech.words["preposition"]
        is_report = any(word.key in prepositions for word in around.head)
        return not is_report and around.text[: around.claim.start].rstrip().endswith(_COLON)

    def _name(self, subject: Subject) -> str:
        """The names of who says it, as written."""
        spans = [subject.words] if subject.words is not None else subject.actors
        return "، ".join(self._around.text[span.start : span.end] for span in spans)

    def _quote(self, cue: Cue) -> str:
        return self._around.text[cue.start : cue.end]


def _where(place: Place, name: str) -> Phrase:
    if place == "last":
        return Phrase("Nobody is named there; “{name}” spoke last", name=name)
    if place == "sentence":
        return Phrase("The sentence is about “{name}”", name=name)
    if place == "before":
        return Phrase("“{name}” comes right before the words of saying", name=name)
    return Phrase("“{name}” comes right after the words of saying", name=name)
