"""The word lists, compiled once, and what the annotations of a project say of the same words."""

from functools import cache

import sqlite_utils

from annotator import lexicon
from annotator.store.quoting import quoted
from annotator.suggest.entities import Names
from annotator.suggest.history import History
from annotator.suggest.mentions import NameWords
from annotator.suggest.spelling import Spelling
from annotator.suggest.titles import Titles
from annotator.text.folding import fold
from annotator.text.proclitics import vocabulary

_PROCLITIC = "ـ"


@cache
def spelling() -> Spelling:
    """The spellings and names that mean the same."""
    return Spelling(lexicon.variants())


@cache
def names() -> Names:
    """What tells what is in a name: for entities."""
    return Names(spelling(), Titles(lexicon.titles(), lexicon.states(), spelling()))


@cache
def name_words() -> NameWords:
    """What tells names from other words: for mentions."""
    return NameWords(
        spelling=spelling(),
        titles=names().titles,
        common=frozenset(map(spelling().key, lexicon.common_words())),
        before={label: frozenset(map(_folded, words)) for label, *words in lexicon.before_names()},
        vocabulary=vocabulary(lexicon.whole_words(), lexicon.whole_names()),
    )


def history(database: sqlite_utils.Database) -> History:
    """What reviewers have said of which words, in all layers; 100,000 annotations take about a second."""
    known = History(spelling())
    for batch in quoted(database):
        for item in batch:
            known.add(item.quote, item.label_id, item.entity_id, item.attributes)
    return known


def _folded(word: str) -> str:
    """A word of the table as the words of a text are folded; the tatweel after a proclitic stays."""
    return fold(word) + _PROCLITIC if word.endswith(_PROCLITIC) else fold(word)
