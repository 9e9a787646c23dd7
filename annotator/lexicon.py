"""The word lists the program ships, for ``annotator.text``, which reads no files."""

from annotator.resources import RESOURCES

_FOLDER = RESOURCES / "lexicon"


def whole_words() -> tuple[str, ...]:
    """Words whose first letter is no proclitic, whatever their ending."""
    return _listed("whole_words.txt")


def whole_names() -> tuple[str, ...]:
    """Names whose first letter is no proclitic, as they are written."""
    return _listed("whole_names.txt")


def _listed(name: str) -> tuple[str, ...]:
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    return tuple(word for line in lines for word in line.partition("#")[0].split())
