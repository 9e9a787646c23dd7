"""Documents into parts to train, tune and test on: reproducible, with labels spread evenly.

A document is in one part with all its layers, and so are articles that are nearly the same. The same
documents with the same seed give the same parts, in whatever order they come and on whatever machine.
"""

from typing import Literal

from msgspec import Struct

from annotator.core.errors import UserError

Name = Literal["train", "dev", "test"]


class Splits(Struct, frozen=True, kw_only=True):
    """How large the parts are, in percent of the documents, and which of the many ways it is.

    Raises:
        UserError: the shares are not three numbers from 0 to 100 that make 100.
    """

    train: int = 80
    dev: int = 10
    test: int = 10
    seed: int = 1

    def __post_init__(self) -> None:
        if min(self.shares.values()) < 0 or sum(self.shares.values()) != 100:
            raise UserError(
                "The parts {train}/{dev}/{test} do not make 100 percent; give three numbers that do, such as"
                " 80/10/10.",
                train=self.train,
                dev=self.dev,
                test=self.test,
            )

    @property
    def shares(self) -> dict[Name, int]:
        """The parts in order, also those with nothing in them."""
        return {"train": self.train, "dev": self.dev, "test": self.test}

    @classmethod
    def written(cls, text: str, seed: int = 1) -> "Splits":
        """The parts as written on a command line: ``80/10/10``.

        Raises:
            UserError: it is not written so.
        """
        try:
            train, dev, test = map(int, text.split("/"))
        except ValueError as error:
            raise UserError(
                "“{text}” says no parts; write three numbers that make 100, such as 80/10/10.", text=text
            ) from error
        return cls(train=train, dev=dev, test=test, seed=seed)
