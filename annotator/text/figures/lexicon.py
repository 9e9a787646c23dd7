"""The words of figures, compiled from the tables in ``resources/lexicon`` for look-up by folded token."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import partial
from itertools import product
from typing import Final, NamedTuple

from annotator.text.figures.tokens import DASHES, FOLDS, PROCLITICS
from annotator.text.folding import fold

GAP: Final = "*"
"""In a phrase: up to three words of something else."""
_MEASURE: Final = "@"
ARTICLE: Final = "ال"
_SHORTEST_NOUN: Final = 3
"""Letters: كمين is an ambush, طنين a hum."""
_DUAL: Final = ("ان", "ين", "ا", "ي")


class Word(NamedTuple):
    """What one word may mean in a number; a kind that is not in ``says`` it may not be."""

    prefix: str
    """The proclitics written onto it."""
    cut: int
    """How many folded letters a span on the number leaves out: the proclitics."""
    has_article: bool
    says: Mapping[str, Fraction]
    """By kind (unit, part, teen, ten, hundred, dual, scale, scales, vague, few, most, many, fraction, …)."""


class Node:
    """A step in a phrase: what follows each word, and what the phrase means if it ends here."""

    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.ends: str | None = None


class FigureLexicon(NamedTuple):
    """All words of figures; ``compile_lexicon`` makes it."""

    words: Mapping[str, Word]
    before: Node
    """Operators before a number, their words last to first; the last may carry proclitics."""
    after: Node
    between: frozenset[str]
    units: Node
    signs: Mapping[str, str]
    singulars: frozenset[str]
    plurals: frozenset[str]
    duals: Mapping[str, int]
    """Duals with the proclitics they may carry, and how many letters those are; those of time with
    the article too."""
    times: Mapping[str, int]
    """The same for singulars of stretches of time: عام ونصف is a figure without a number."""
    losses: frozenset[str]
    wholes: frozenset[str]
    adjectives: frozenset[str]
    negatives: frozenset[str]
    nothing: frozenset[str]
    fillers: frozenset[str]
    not_counted: frozenset[str]
    whole_words: frozenset[str]
    """Words whose first letter is no proclitic."""
    not_figures: Mapping[str, frozenset[str]]


Rows = tuple[tuple[str, ...], ...]


def compile_lexicon(tables: Mapping[str, Rows]) -> FigureLexicon:
    """The tables compiled; a tenth of a second."""
    nouns = [
        (fold(row[0], FOLDS), _folded(row[1]), row[2] if len(row) > 2 else "") for row in tables["counted"]
    ]
    singulars = frozenset(noun for noun, _, _ in nouns)
    plurals = frozenset(form for _, forms, _ in nouns for plural in forms for form in _plural_forms(plural))
    return FigureLexicon(
        words=_words(tables["numbers"]),
        before=_phrases(_operators(tables["operators"], "before"), backwards=True),
        after=_phrases(_operators(tables["operators"], "after")),
        between=frozenset(
            word for row in tables["operators"] if row[1] == "between" for word in _folded(row[2])
        ),
        units=_phrases((row[0], row[2]) for row in tables["units"] if row[1] == "after"),
        signs={sign: row[0] for row in tables["units"] if row[1] == "sign" for sign in row[2].split()},
        singulars=singulars,
        plurals=plurals,
        duals=_duals(nouns, plurals | singulars),
        times=_with_proclitics(noun for noun, _, said in nouns if said == "time"),
        losses=frozenset(
            form
            for _, plurals, said in nouns
            if said == "loss"
            for plural in plurals
            for form in _plural_forms(plural)
        ),
        wholes=_listed(tables["numbers"], "whole"),
        adjectives=_listed(tables["numbers"], "adjective"),
        negatives=_listed(tables["numbers"], "negative"),
        nothing=_listed(tables["numbers"], "nothing"),
        fillers=_listed(tables["numbers"], "filler"),
        not_counted=frozenset(_folded(" ".join(tables["not_counted"][0]))),
        whole_words=frozenset(_folded(" ".join(tables["whole_words"][0]))),
        not_figures=_grouped(tables["not_figures"]),
    )


def _listed(rows: Rows, kind: str) -> frozenset[str]:
    return frozenset(word for row in rows if row[0] == kind for word in _folded(row[2]))


def _folded(words: str) -> list[str]:
    return fold(words, FOLDS).split()


def _plural_forms(plural: str) -> tuple[str, ...]:
    return (plural, plural[:-2] + "ين") if plural.endswith("ون") else (plural,)


def _duals(nouns: Iterable[tuple[str, list[str], str]], others: frozenset[str]) -> dict[str, int]:
    """The duals that are no other word; البلدين is no figure, اليومين is one."""
    duals = [
        (dual, said) for noun, _, said in nouns for dual in _noun_duals(noun, said) if dual not in others
    ]
    bare = _with_proclitics(dual for dual, _ in duals)
    return _with_article(dual for dual, said in duals if said == "time") | bare


def _noun_duals(noun: str, said: str) -> tuple[str, ...]:
    if said == "single" or len(noun) < _SHORTEST_NOUN:
        return ()
    stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
    return (stem + "ان", stem + "ين")


def _with_proclitics(nouns: Iterable[str]) -> dict[str, int]:
    listed = list(nouns)
    return {p + noun: len(p) for p in sorted(PROCLITICS, key=len, reverse=True) for noun in listed}


def _with_article(nouns: Iterable[str]) -> dict[str, int]:
    """Nouns with proclitics and article; the cut is before the article, of which ل has left one letter."""
    articled = {p: p + ("ل" if p.endswith("ل") else ARTICLE) for p in PROCLITICS}
    return {article + noun: len(p) for noun in nouns for p, article in articled.items()}


def _grouped(rows: Rows) -> dict[str, frozenset[str]]:
    kinds = {row[0] for row in rows}
    return {kind: frozenset(w for row in rows if row[0] == kind for w in _folded(row[1])) for kind in kinds}


# --- phrases ---


def _operators(rows: Rows, side: str) -> Iterable[tuple[str, str]]:
    measures = "/".join(row[2] for row in rows if row[0] == _MEASURE)
    return ((row[0], row[2].replace(_MEASURE, measures)) for row in rows if row[1] == side)


def _phrases(rows: Iterable[tuple[str, str]], *, backwards: bool = False) -> Node:
    root = Node()
    for means, pattern in rows:
        for words in _readings(pattern):
            node = root
            for word in reversed(words) if backwards else words:
                node = node.next.setdefault(word, Node())
            if node is not root and node.ends is None:
                node.ends = means
    return root


def _readings(pattern: str) -> Iterable[tuple[str, ...]]:
    """Every row of words that a pattern stands for: ``ما? لا يقل/تقل عن``."""
    places = []
    for place in pattern.split():
        choices = [fold(word, FOLDS) for word in place.removesuffix("?").split("/")]
        places.append([*choices, ""] if place.endswith("?") or place == GAP else choices)
    return (tuple(word for word in words if word) for words in product(*places))


# --- number words ---


def _words(rows: Rows) -> dict[str, Word]:
    says: dict[str, dict[str, Fraction]] = {}
    for kind, value, forms in ((row[0], row[1], row[2]) for row in rows):
        for form, meaning, number in _FORMS[kind](value, forms, rows) if kind in _FORMS else ():
            says.setdefault(form, {}).setdefault(meaning, number)
    words: dict[str, Word] = {}
    for proclitics in sorted(PROCLITICS, key=len):
        for form, meanings in says.items():
            bare = Word(proclitics, len(proclitics), has_article=False, says=meanings)
            words.setdefault(proclitics + form, bare)
            if form not in _MONDAY:
                article = "ل" if proclitics.endswith("ل") else ARTICLE
                words.setdefault(proclitics + article + form, bare._replace(has_article=True))
    return words


_MONDAY: Final = ("اثنين", "اثنان")
"""With the article these are a day of the week."""

_Entries = Iterable[tuple[str, str, Fraction]]


def _units(value: str, forms: str, _: Rows) -> _Entries:
    return ((form, "unit", Fraction(value)) for form in _folded(forms))


def _tens(value: str, forms: str, _: Rows) -> _Entries:
    return ((stem + ending, "ten", Fraction(value)) for stem in _folded(forms) for ending in ("ون", "ين"))


def _parts(value: str, forms: str, _: Rows) -> _Entries:
    return ((form, "part", Fraction(value)) for form in _folded(forms))


def _teens(value: str, forms: str, _: Rows) -> _Entries:
    return ((form, "teen", Fraction(value)) for form in _folded(forms))


def _hundreds(value: str, forms: str, rows: Rows) -> _Entries:
    stems = [(stem, int(row[1])) for row in rows if row[0] == "stem" for stem in _folded(row[2])]
    for form in _folded(forms):
        yield form, "hundred", Fraction(value)
        for ending in _DUAL:
            yield form[:-1] + "ت" + ending, "hundreds", 2 * Fraction(value)
        for stem, times in stems:
            yield stem + form, "hundreds", times * Fraction(value)


def _both(forms: str) -> tuple[str, str]:
    """Singulars and plurals of a row."""
    singulars, _, plurals = forms.partition("|")
    return singulars, plurals


def _scales(value: str, forms: str, _: Rows) -> _Entries:
    singulars, plurals = _both(forms)
    scale = Fraction(value)
    for form in _folded(singulars):
        yield form, "scale", scale
        yield form + "ا", "scale", scale
        for ending in _DUAL:
            yield form + ending, "dual", 2 * scale
    for form in _folded(plurals):
        yield form, "scales", scale
        yield form + "ا", "scales", scale


def _vague(value: str, forms: str, _: Rows) -> _Entries:
    return ((form, "vague", Fraction(value)) for form in _folded(forms))


def _several(value: str, forms: str, _: Rows) -> _Entries:
    least, most = map(Fraction, value.split())
    for form in _folded(forms):
        yield form, "few", least
        yield form, "most", most


def _many(_value: str, forms: str, _: Rows) -> _Entries:
    return ((form, "many", Fraction(0)) for form in _folded(forms))


# Of خمس and its like the dual looks like something else: خمسين is fifty, خمسا five, تسعى a verb.
_FRACTION_DUALS: Final = {"fraction": _DUAL, "homograph": (), "hidden": ()}


def _fractions(value: str, forms: str, _: Rows, kind: str = "fraction") -> _Entries:
    singulars, plurals = _both(forms)
    part = Fraction(1, int(value))
    for form in _folded(singulars):
        yield form, kind, part
        for ending in _FRACTION_DUALS[kind] if int(value) > 2 else ():
            yield form + ending, "fraction", 2 * part
    for form in _folded(plurals):
        yield form, "fractions", part


def _signs(value: str, form: str, _: Rows) -> _Entries:
    return ((form, "fraction", Fraction(value)),)


_FORMS: Final[dict[str, Callable[[str, str, Rows], _Entries]]] = {
    "unit": _units,
    "ten": _tens,
    "part": _parts,
    "teen": _teens,
    "hundred": _hundreds,
    "scale": _scales,
    "vague": _vague,
    "several": _several,
    "many": _many,
    "fraction": _fractions,
    "homograph": partial(_fractions, kind="homograph"),
    "hidden": partial(_fractions, kind="hidden"),
    "sign": _signs,
}

__all__ = ["ARTICLE", "DASHES", "GAP", "FigureLexicon", "Node", "Word", "compile_lexicon"]
