"""The one error a person is told about, and the words such a sentence is made of."""


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


class UserError(Exception):
    """Something to tell the person: one plain sentence saying what, where and what to do.

    It is shown as it is. Any other exception is a bug and goes to the log.

    ``key`` and ``values`` let the window say the same in its own language; ``str()`` is the English sentence.
    """

    def __init__(self, sentence: str, /, **values: object) -> None:
        self.key = sentence
        self.values = values
        super().__init__(str(Phrase(sentence, **values)))
