"""Where a text says that something is said: the verbs, nouns and phrases that do so.

Indexes count words of one list; offsets are code points, ranges half-open.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from annotator.suggest.speech import Form, Speech, key_of
from annotator.suggest.surroundings import Word

_CONJUNCTIONS = "وف"
_ONLY_AFTER_A_CLAIM = frozenset(map(key_of, ("كما", "مثلما", "هكذا")))
_ISSUER = "ل"
_TRANSITIVE = frozenset(("judge", "tell"))
_GLUED = regex.compile(r"ة(?=\p{L}{3})")


class Cue(NamedTuple):
    """Words that say that something is said."""

    form: Form
    first: int
    after: int
    """The index of the first word after it."""
    start: int
    """Its offset, behind the conjunction written onto it."""
    end: int
    conjunction: bool
    """و or ف stands before it."""
    likened: bool = False
    """It says "as … said" (حسبما ذكر)."""
    document: bool = False
    """It names a document that says so."""
    negated: bool = False
    """It is not said, or not denied."""


def cues(text: str, words: Sequence[Word], speech: Speech, first: int, after: int) -> list[Cue]:
    """The cues in a range of words, in order."""
    found: list[Cue] = []
    i = first
    while i < after:
        cue = cue_at(text, words, speech, i, after)
        if cue is not None:
            negated = i > first and words[i - 1].key in speech.words["negation"]
            found.append(cue._replace(negated=negated))
            i = max(cue.after, i + 1)
        else:
            i += 1
    return found


def cue_at(text: str, words: Sequence[Word], speech: Speech, i: int, after: int) -> Cue | None:
    """The cue that begins with a word, if one does."""
    for key, cut in _readings(text, words[i]):
        for phrase, form in speech.phrases.get(key, ()):
            last = i + len(phrase)
            if last <= after and tuple(word.key for word in words[i + 1 : last]) == phrase[1:]:
                bare = Cue(form, i, last, words[i].start + cut, words[last - 1].end, cut > 0)
                cue = _completed(bare, words, speech, after)
                if cue is not None and _is_as_written(form, text, words[i].start + cut):
                    return cue
        forms = [form for form in speech.forms.get(key, ()) if _may_stand_alone(form)]
        if forms:
            return Cue(forms[0], i, i + 1, words[i].start + cut, words[i].end, cut > 0)
    return None


def _readings(text: str, word: Word) -> Iterator[tuple[str, int]]:
    """The key of a word and, if it may begin with one, of what follows a conjunction.

    Where two words were glued together the second one counts: no word goes on after ة.
    """
    yield word.key, 0
    glued = _GLUED.search(text, word.start, word.end)
    if glued is not None:
        at = glued.end()
        rest = word._replace(start=at, key=key_of(text[at : word.end]))
        yield from ((key, at - word.start + cut) for key, cut in _readings(text, rest))
        return
    if len(word.key) > 2 and word.key[0] in _CONJUNCTIONS:
        cut = 1
        while cut < word.end - word.start and not key_of(text[word.start + cut : word.start + cut + 1]):
            cut += 1  # the marks and tatweels of the conjunction
        yield word.key[1:], cut


def _may_stand_alone(form: Form) -> bool:
    """A pronoun on a verb is what it tells (تابعته إيلاف), unless it judges that, or is told to it."""
    return not form.pronoun or form.tense == "noun" or form.kind in _TRANSITIVE


def _is_as_written(form: Form, text: str, start: int) -> bool:
    return not form.damma or text[start + 1 : start + 2] == "\u064f"


def _completed(cue: Cue, words: Sequence[Word], speech: Speech, after: int) -> Cue | None:
    """A phrase with the verb or the document that belongs to it, or None where that is missing."""
    kind = cue.form.kind
    if kind == "as":
        verb = _verb_at(words, speech, cue.after, after)
        if verb is None:
            return None
        likened = words[cue.first].key.removeprefix("و")
        start = verb.start if likened in _ONLY_AFTER_A_CLAIM and cue.after - cue.first == 1 else cue.start
        return verb._replace(first=cue.first, start=start, likened=True, conjunction=cue.conjunction)
    if kind not in ("said in", "according") or cue.after >= after:
        return cue
    named = words[cue.after]
    key = named.key.removeprefix("ال")
    if kind == "according" and key.startswith(_ISSUER) and key[1:] in speech.words["document"]:
        key = key[1:]
    if key not in speech.words["document"] or named.gap.strip():
        return cue if kind == "according" else None
    cue = cue._replace(after=cue.after + 1, end=named.end, document=True)
    if cue.after < after and not named.key.startswith("ال") and _is_adjective(words[cue.after], speech):
        cue = cue._replace(after=cue.after + 1, end=words[cue.after].end)
    return cue


def _verb_at(words: Sequence[Word], speech: Speech, i: int, after: int) -> Cue | None:
    if i >= after or words[i].gap.strip():
        return None
    forms = [form for form in speech.forms.get(words[i].key, ()) if form.tense in ("past", "present")]
    return Cue(forms[0], i, i + 1, words[i].start, words[i].end, conjunction=False) if forms else None


_ADJECTIVE_ENDINGS = ("ي", "ية")


def _is_adjective(word: Word, speech: Speech) -> bool:
    """Whether a word after the name of a document is sure to tell of what kind it is (بيان رسمي)."""
    if word.gap.strip() or word.key.startswith(("ال", _ISSUER)):
        return False
    return word.key in speech.words["adjective"] or word.key.endswith(_ADJECTIVE_ENDINGS)
