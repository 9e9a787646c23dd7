"""The one error a person is told about, and the words such a sentence is made of."""

import errno


class Phrase:
    """Words of the program's own, with values in them: a sentence, or part of one.

    ``key`` and ``values`` let the window say the same in its own language; ``str()`` is the English.
    """

    def __init__(self, words: str, /, **values: object) -> None:
        self.key = words
        self.values = values

    def __str__(self) -> str:
        """The words in English."""
        return self.key.format(**self.values) if self.values else self.key

    def __format__(self, how: str) -> str:
        """Stand in a sentence as the English words do."""
        return format(str(self), how)


class Worded(str):
    """Words of the program's own as a string, in English, that can be said in another language too.

    ``key`` and ``values`` are those of a :class:`Phrase`. What is cut out of it is a string as any other.
    """

    __slots__ = ("key", "values")

    key: str
    values: dict[str, object]

    def __new__(cls, words: str, /, **values: object) -> "Worded":
        """The words with values in them."""
        made = super().__new__(cls, words.format(**values) if values else words)
        made.key, made.values = words, values
        return made


PLACED = "{place}: {said}"
"""What is said of a place."""


def place_in(file: str, inside: Phrase | str) -> Worded:
    """A place in a file, or inside another place, for messages: ``gold.jsonl, line 3``."""
    return Worded("{file}, {inside}", file=file, inside=inside)


def placed(place: str, said: Worded) -> Worded:
    """A sentence about a place, as in ``gold.jsonl, line 3: the text was put together``."""
    return Worded(PLACED, place=place, said=said)


class UserError(Exception):
    """Something to tell the person: one plain sentence saying what, where and what to do.

    It is shown as it is. Any other exception is a bug and goes to the log.

    ``key`` and ``values`` let the window say the same in its own language; ``str()`` is the English sentence.
    """

    skippable = False
    """Whether it is about one thing in a file, and the others can be used without that."""

    def __init__(self, sentence: str, /, **values: object) -> None:
        self.key = sentence
        self.values = values
        super().__init__(str(Phrase(sentence, **values)))


_SYSTEM = {
    errno.EACCES: Phrase("Permission denied"),
    errno.EBUSY: Phrase("Device or resource busy"),
    errno.EEXIST: Phrase("File exists"),
    errno.EINVAL: Phrase("Invalid argument"),
    errno.EIO: Phrase("Input/output error"),
    errno.EISDIR: Phrase("Is a directory"),
    errno.ENAMETOOLONG: Phrase("File name too long"),
    errno.ENOENT: Phrase("No such file or directory"),
    errno.ENOSPC: Phrase("No space left on device"),
    errno.ENOTDIR: Phrase("Not a directory"),
    errno.EPERM: Phrase("Operation not permitted"),
    errno.EROFS: Phrase("Read-only file system"),
}
"""What the system says, where it is usual, in words that can be translated."""


def why(error: OSError) -> Phrase:
    """Why the system refused."""
    known = _SYSTEM.get(error.errno or 0)
    return known if known is not None else Phrase(error.strerror or str(error))
