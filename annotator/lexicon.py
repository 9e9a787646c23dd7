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


def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    lines = (line.partition("#")[0].strip() for line in (_FOLDER / name).read_text("utf-8").splitlines())
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines if line)


def _listed(name: str) -> tuple[str, ...]:
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    return tuple(word for line in lines for word in line.partition("#")[0].split())
