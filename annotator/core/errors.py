"""The one error a person is told about."""


class UserError(Exception):
    """Something to tell the person: one plain sentence saying what, where and what to do.

    It is shown as it is. Any other exception is a bug and goes to the log.

    ``key`` and ``values`` let the window say the same in its own language; ``str()`` is the English sentence.
    """

    def __init__(self, sentence: str, /, **values: object) -> None:
        self.key = sentence
        self.values = values
        super().__init__(sentence.format(**values) if values else sentence)
