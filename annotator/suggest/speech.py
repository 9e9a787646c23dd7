"""The words that tell who says something, compiled from their tables, and where they stand in a text.

Offsets are code points, ranges half-open.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

import regex

from annotator.text.folding import Fold, fold

Gender = Literal["", "m", "f"]

_FOLDS: Final = (
    Fold.MARKS | Fold.TATWEEL | Fold.INVISIBLE | Fold.ALEF | Fold.KAF | Fold.FORMS | Fold.DIGITS | Fold.CASE
)
_PRONOUNS: Final = ("ه", "ها", "هم", "هما", "هن")
_PASSIVE = regex.compile(r"^.\u064f")  # a damma on the first letter: ذُكر, يُعتقد
_ALWAYS_PASSIVE: Final = ("قيل", "يقال", "شاع", "يشاع", "تردد", "يتردد")


def key_of(word: str) -> str:
    """What two spellings of a word have in common; ى stays apart from ي, as رأى from رأي."""
    return fold(word, _FOLDS).replace("ی", "ي")


class Form(NamedTuple):
    """One form of a verb of saying, or of a noun or a phrase that does its work."""

    kind: str
    """As the tables have it: ``say``, ``deny`` …, ``according`` …"""
    tense: Literal["past", "present", "saying", "noun", "phrase"]
    gender: Gender = ""
    pronoun: bool = False
    """A pronoun is written onto it: whom a verb is about, or who says what a noun tells."""
    needs_that: bool = False
    """It means other things too, unless أن, إن or a colon follows."""
    many: bool = False
    """A verb in the dual or plural: its subject stands before it, never after."""
    damma: bool = False
    """It must be written with a damma on its first letter."""


class Speech(NamedTuple):
    """What is known about saying; ``compile_speech`` makes it. Words are keys, as ``key_of`` gives them."""

    forms: dict[str, tuple[Form, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Form], ...]]
    """Phrases by their first word, the longest first."""
    words: dict[str, frozenset[str]]
    """The other words by kind; a phrase among them has its words one blank apart."""
    that: frozenset[str]

    @property
    def negations(self) -> frozenset[str]:
        """Words that negate what follows."""
        return self.words["negation"]

    @property
    def undenied(self) -> frozenset[str]:
        """Words that a negation before them does not make a denial."""
        return self.words["undenied"]

    @property
    def exceptions(self) -> frozenset[str]:
        """Words that take a negation back."""
        return self.words["exception"]

    @property
    def subordinators(self) -> frozenset[str]:
        """Words after which a negation is that of another clause."""
        return self.words["subordinator"]


def compile_speech(
    verbs: Iterable[tuple[str, ...]], words: Iterable[tuple[str, ...]], whole: Iterable[str] = ()
) -> Speech:
    """The compiled tables ``speech.tsv`` and ``speech_words.tsv``; rows as ``annotator.lexicon`` gives them.

    ``whole`` are words whose first letter is no proclitic: where they are given, another word that begins
    with و in a name joins a second one to it.

    ValueError where a row has not the columns that the head of its table tells of.
    """
    forms: defaultdict[str, list[Form]] = defaultdict(list)
    for row in verbs:
        if len(row) < len(("kind", "past", "present", "saying", "noun")):
            raise ValueError(f"five columns and a meaning are needed: {row}")
        for key, form in _inflected(*row[:5]):
            if form not in forms[key]:
                forms[key].append(form)
    grouped: defaultdict[str, list[str]] = defaultdict(list)
    for row in words:
        kind, listed = row
        grouped[kind] += [word.strip() for word in listed.split("|")]
    phrases: defaultdict[str, list[tuple[tuple[str, ...], Form]]] = defaultdict(list)
    for kind in ("according", "as", "own", "said in", "nobody", "outlet"):
        for phrase in grouped[kind]:
            first, *_ = keys = tuple(map(key_of, phrase.split()))
            damma = kind == "nobody" and _PASSIVE.match(phrase) is not None
            phrases[first].append((keys, Form(kind, "phrase", damma=damma)))
    return Speech(
        {key: tuple(found) for key, found in forms.items()},
        {key: tuple(sorted(found, key=lambda item: -len(item[0]))) for key, found in phrases.items()},
        defaultdict(
            frozenset,
            {
                kind: frozenset(" ".join(map(key_of, phrase.split())) for phrase in listed)
                for kind, listed in (*grouped.items(), ("whole", [word for word in whole if word[:1] == "و"]))
            },
        ),
        frozenset(key_of(word) + ending for word in grouped["that"] for ending in _AFTER_THAT),
    )


_AFTER_THAT: Final = ("", *_PRONOUNS, "ني", "نا", "نها", "ك", "كم")


def _inflected(kind: str, past: str, present: str, saying: str, nouns: str) -> Iterator[tuple[str, Form]]:
    named = kind.rstrip("?")
    if named not in _VERB_KINDS:
        raise ValueError(f"no kind of verb: {kind}")
    needs = kind.endswith("?")
    finite = [Form(named, "past", needs_that=needs), Form(named, "present", needs_that=needs)]
    for form, listed in zip(finite, (_past(past), _present(present)), strict=True):
        for key, gender, many in listed:
            yield key, form._replace(gender=gender, many=many)
            if not key.endswith("وا"):
                for pronoun in _PRONOUNS:
                    yield _joined(key, pronoun), form._replace(gender=gender, many=many, pronoun=True)
    for key, gender in _saying(saying):
        yield key, Form(named, "saying", gender, needs_that=needs)
    for noun in nouns.split():
        if noun != _NONE:
            yield from _noun(named, key_of(noun))


_NONE: Final = "-"
_VERB_KINDS: Final = frozenset(
    ("say", "tell", "add", "announce", "confirm", "deny", "believe", "judge", "demand", "promise", "relay")
)


def _joined(key: str, pronoun: str) -> str:
    return (key[:-1] + "ا" if key.endswith("ى") else key) + pronoun


def _past(verb: str) -> Iterator[tuple[str, Gender, bool]]:
    if verb == _NONE:
        return
    key = key_of(verb)
    stem = key[:-1] if key[-1] in "ىا" else key  # نفى, دعا: نفت, دعوا
    yield key, "m", False
    yield stem + "ت", "f", False
    yield stem + "تا", "f", True
    yield stem + "وا", "m", True
    yield (stem + "يا" if key[-1] == "ى" else stem + "ا"), "m", True


def _present(verb: str) -> Iterator[tuple[str, Gender, bool]]:
    if verb == _NONE:
        return
    key = key_of(verb)
    stem = key[:-1] if key[-1] in "ىيو" and len(key) > 2 else key  # ينفي, يرى, يدعو: ينفون
    signs: tuple[tuple[str, Gender], ...] = (("ي", "m"), ("ت", "f"))
    for sign, gender in signs:
        for form, many in ((key, False), (stem + "ون", True), (key + "ان", True)):
            yield sign + form[1:], gender, many
            yield "س" + sign + form[1:], gender, many


def _saying(participle: str) -> Iterator[tuple[str, Gender]]:
    if participle == _NONE:
        return
    key = key_of(participle)
    stem = key.removesuffix("ا")
    yield key, "m"
    yield stem + "ة", "f"
    yield stem.removesuffix("ي") + "ين", "m"
    yield stem + "ات", "f"


def _noun(kind: str, key: str) -> Iterator[tuple[str, Form]]:
    for proclitic in ("", "ب", "ل", "ك"):
        yield proclitic + key, Form(kind, "noun")
        if key.endswith("ة"):
            stem = key[:-1] + "ت"
        elif key.endswith("ء"):
            stem = key[:-1] + "ئ"
        else:
            stem = key
        genders: tuple[Gender, ...] = ("m", "f", "m", "", "f")
        for pronoun, gender in zip(_PRONOUNS, genders, strict=True):
            yield proclitic + stem + pronoun, Form(kind, "noun", gender, pronoun=True)
