"""The word lists the program ships, for ``annotator.text``, which reads no files."""

from annotator.resources import RESOURCES

_FOLDER = RESOURCES / "lexicon"


def whole_words() -> tuple[str, ...]:
    """Words whose first letter is no proclitic, whatever their ending."""
    return _listed("whole_words.txt")


def whole_names() -> tuple[str, ...]:
    """Names whose first letter is no proclitic, as they are written."""
    return _listed("whole_names.txt")


def variants() -> tuple[tuple[str, ...], ...]:
    """Spellings and names that mean the same, one set a row: ``part`` or ``name``, then the forms."""
    return _rows("variants.tsv")


def common_words() -> tuple[str, ...]:
    """Words that name something only where they are marked."""
    return _listed("common_words.txt")


def speech_verbs() -> tuple[tuple[str, ...], ...]:
    """Verbs of saying: kind, past, present, participle, nouns, meaning; ``-`` for a form there is not."""
    return _rows("speech.tsv")


def speech_words() -> tuple[tuple[str, ...], ...]:
    """Other words and phrases around what is said: kind, and one or several with `` | `` between them."""
    return _rows("speech_words.tsv")


def before_names() -> tuple[tuple[str, ...], ...]:
    """By name of a label, the words after which it is more likely than another."""
    return _rows("before_names.tsv")


def titles() -> tuple[tuple[str, ...], ...]:
    """Titles and heads of names: use, kinds, words with `` | `` between them."""
    return _rows("titles.tsv")


def broken_plurals() -> tuple[tuple[str, ...], ...]:
    """Nouns whose plural is another word: the singular, and its other forms with spaces between."""
    return _rows("broken_plurals.tsv")


def states() -> tuple[tuple[str, ...], ...]:
    """States: country, adjective, capital, other names with `` | `` between them; the last may be missing."""
    return _rows("states.tsv")


def _listed(name: str) -> tuple[str, ...]:
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    return tuple(word for line in lines for word in line.partition("#")[0].split())


FIGURE_TABLES = ("numbers", "operators", "units", "counted", "not_figures")
"""The tables that ``figure_tables`` reads; the header of each says what its columns mean."""


def figure_tables() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words of figures: the rows of each table by its name, and two lists of words."""
    tables = {name: _rows(f"figures/{name}.tsv") for name in FIGURE_TABLES}
    return {**tables, "not_counted": (_listed("figures/not_counted.txt"),), "whole_words": (whole_words(),)}


def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    lines = (_FOLDER / name).read_text("utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line.strip() and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in row) for row in rows)
